"""The package: the same bytes, the template as its script makes it, nothing that should not be."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import mammoth
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from prep.render.docx import DocxOptions, check, document, reference_document
from prep.render.docx.styles import ALL, KEPT
from prep.render.docx.template import template
from prep.render.html import page
from prep.render.options import PageOptions
from prep.resources import template_folder
from tests.render.docx_reading import HARD, W, hard, names, outline, part

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "hard-outline.txt"
BRIEF = """# Ada Moss

> [!summary] In one minute
> - **Contact:** a week ago.[^1]

1. **Ask:** is it open?[^1][^2]

| | |
|---|---|
| Role | Head |

[^1]: [[Ada]], line 3
[^2]: [[Sync]], line 4
"""


def test_the_template_is_as_its_script_makes_it() -> None:
    """Remake it by ``python -m prep.render.docx.template``."""
    assert (template_folder() / "word.docx").read_bytes() == template()


def test_the_hard_page_keeps_its_outline(update_golden: bool) -> None:
    found = outline(hard())
    if update_golden:
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("made", [hard, reference_document, lambda: hard(page_size="letter")])
def test_valid_by_audit_and_by_our_own_invariants(made: object, tmp_path: Path) -> None:
    assert callable(made)
    data = made()
    target = tmp_path / "made.docx"
    target.write_bytes(data)
    assert check(data) == ()
    assert [str(error) for error in OpenXmlValidator().validate(target).errors] == []


def test_another_reader_finds_every_word() -> None:
    """Beside our HTML; diagrams left out, whose words are the picture's description in Word."""
    text = re.sub(
        r"```(mermaid|tree)\n.*?```", "", HARD.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    ours = page(text, PageOptions()).split("<main>")[1]
    theirs = mammoth.convert_to_html(io.BytesIO(document(text, DocxOptions()))).value
    assert spoken(ours) - spoken(theirs) <= {"Back", "Sources", "answer", "Your"}


def spoken(html: str) -> set[str]:
    apart = re.sub(r"</?(?:a|code|em|s|span|strong|su[bp]|mark|u)\b[^>]*>", "", html)
    return set(re.findall(r"[^\W\d_]+", unescape(re.sub(r"<[^>]*>", " ", apart))))


def test_the_same_bytes_in_any_process() -> None:
    """Whatever the hash seed, the time zone and the locale."""
    script = (
        "import sys,hashlib;from prep.render.docx import document,DocxOptions;"
        "print(hashlib.sha256(document(sys.stdin.read(),DocxOptions())).hexdigest())"
    )
    text = HARD.read_text(encoding="utf-8")
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=text,
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"},
        ).stdout
        for seed, zone, locale in (("1", "UTC", "C"), ("2", "Asia/Tokyo", "C.UTF-8"))
    }
    assert len(found) == 1


def test_small_and_without_ballast() -> None:
    data = document(BRIEF, DocxOptions())
    assert len(data) < 20_000
    assert names(data)[0] == "[Content_Types].xml"
    assert not [name for name in names(data) if "customXml" in name or "thumbnail" in name]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time[:3] for entry in package.infolist()} == {(1980, 1, 1)}


def test_word_opens_it_without_a_question_and_in_its_own_mode() -> None:
    settings = part(document(BRIEF, DocxOptions()), "word/settings.xml")
    assert "updateFields" not in settings
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings


def test_a_brief_needs_neither_python_docx_nor_lxml() -> None:
    """They cost more than all of the work; see ``prep.render.docx.xml``."""
    script = (
        "import sys;from prep.render.docx import document,DocxOptions;"
        "document(sys.stdin.read(),DocxOptions());print({'docx','lxml'}&set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        input=BRIEF,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert ran.stdout.strip() == "set()"


def test_text_has_no_direct_formatting_of_its_own() -> None:
    root = etree.fromstring(part(document(BRIEF, DocxOptions()), "word/document.xml").encode())
    kinds = {etree.QName(node).localname for rpr in root.iter(f"{W}rPr") for node in rpr}
    assert kinds == {"rStyle"}


def test_what_words_accessibility_checker_asks_for() -> None:
    """Header rows or named rows, no merged cells, nothing that floats, no level left out."""
    root = etree.fromstring(part(hard(), "word/document.xml").encode())
    for table in root.iter(f"{W}tbl"):
        look = table.find(f"{W}tblPr/{W}tblLook")
        headed = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert headed or (look is not None and look.get(f"{W}firstColumn") == "1")
    names = {etree.QName(node).localname for node in root.iter() if isinstance(node.tag, str)}
    assert not names & {"gridSpan", "vMerge", "anchor", "txbxContent", "framePr"}
    styles = [str(node.get(f"{W}val")) for node in root.iter(f"{W}pStyle")]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert {style_of(node) for node in root.iter(f"{W}p") if is_blank(node)} <= {
        "Gap",
        "TableText",
        "TableTextKept",
        "TableTextSmall",
        "TableTextSmallKept",
    }


def is_blank(paragraph: Any) -> bool:
    """Without words, picture or line."""
    drawn = any(paragraph.find(f".//{W}{name}") is not None for name in ("drawing", "pict"))
    return not drawn and not "".join(paragraph.itertext()).strip()


def style_of(paragraph: Any) -> str:
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def contrast(first: str, second: str) -> float:
    """Ratio by WCAG 2."""

    def light(color: str) -> float:
        channels = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(first), light(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_can_be_read_on_its_ground() -> None:
    styles = etree.fromstring(template_part("word/styles.xml"))
    for style in styles.iterfind(f"{W}style"):
        color = style.find(f"{W}rPr/{W}color")
        shade = style.find(f"{W}pPr/{W}shd")
        if color is not None:
            ground = shade.get(f"{W}fill") if shade is not None else "FFFFFF"
            assert contrast(color.get(f"{W}val") or "", ground or "") >= 4.5


def template_part(name: str) -> bytes:
    with zipfile.ZipFile(template_folder() / "word.docx") as package:
        return package.read(name)


def test_the_reference_document_shows_every_style() -> None:
    """But those that look like a style above them."""
    data = reference_document()
    shown = part(data, "word/document.xml") + part(data, "word/footnotes.xml")
    shown += part(data, "word/footer1.xml")
    apart = set(ALL) - set(KEPT)
    unseen = {style.name for style in apart if f'w:val="{style.id}"' not in shown}
    assert unseen <= {
        *(f"Quote {depth}" for depth in range(3, 6)),
        *(f"List Continue {depth}" for depth in range(2, 6)),
        "List Quote",
        "Compact",
        "header",
        "Table Text Small",
    }
