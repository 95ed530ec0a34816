"""``--reference-doc``: the user's styles win, ours fill in, wrong files are one sentence."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from lxml import etree
from openxml_audit import OpenXmlValidator

from prep.problems import PrepError
from prep.render.docx import DocxOptions, check, document, reference_document
from tests.render.docx_reading import HARD, W, names, part, png

TYPES = "[Content_Types].xml"


def foreign(change: Any = None) -> bytes:
    """A document made elsewhere: python-docx's template, without most of our styles."""
    opened = docx.Document()
    opened.add_paragraph("Secret words of the body")
    if change is not None:
        change(opened)
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


def made_on(reference: bytes, tmp_path: Path) -> bytes:
    """The hard page on this reference, valid by every check."""
    options = DocxOptions(reference_doc=reference)
    data = document(HARD.read_text(encoding="utf-8"), options)
    target = tmp_path / "made.docx"
    target.write_bytes(data)
    assert check(data) == ()
    assert [str(error) for error in OpenXmlValidator().validate(target).errors] == []
    assert data == document(HARD.read_text(encoding="utf-8"), options)
    return data


def style_of(data: bytes, name: str) -> Any:
    root = etree.fromstring(part(data, "word/styles.xml").encode())
    for style in root.iterfind(f"{W}style"):
        if style.find(f"{W}name").get(f"{W}val").lower() == name.lower():  # type: ignore[union-attr]
            return style
    raise AssertionError(name)


def test_our_own_reference_changes_nothing_in_the_text(tmp_path: Path) -> None:
    text = HARD.read_text(encoding="utf-8")
    ours = part(document(text, DocxOptions()), "word/document.xml")
    theirs = part(made_on(reference_document(), tmp_path), "word/document.xml")
    numbers = re.compile(r'<w:numId w:val="\d+"/>|<w:pgMar[^>]*>|r:id="[^"]*"')
    plain = [re.sub(r"<w:sectPr>.*", "", numbers.sub("", xml)) for xml in (ours, theirs)]
    assert plain[0] == plain[1]


def test_styles_that_are_there_win_and_missing_ones_are_added(tmp_path: Path) -> None:
    def change(opened: Any) -> None:
        opened.styles["Heading 1"].font.name = "Georgia"

    data = made_on(foreign(change), tmp_path)
    fonts = style_of(data, "heading 1").find(f"{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}ascii") == "Georgia"
    assert style_of(data, "Callout Warning Title") is not None


def test_styles_of_a_translated_word_are_found_by_name(tmp_path: Path) -> None:
    """Word in German gives "heading 1" the id "berschrift1"; the name stays English."""
    translated = reference_document()
    for name in ("word/styles.xml", "word/document.xml"):
        translated = changed(translated, name, '"Heading1"', '"berschrift1"')
    data = made_on(translated, tmp_path)
    assert 'w:pStyle w:val="berschrift1"' in part(data, "word/document.xml")


def test_nothing_of_the_body_or_the_properties_comes_along(tmp_path: Path) -> None:
    data = made_on(foreign(), tmp_path)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    assert b"Secret words" not in everything
    assert b"python-docx" not in everything
    assert not [name for name in names(data) if "customXml" in name or "thumbnail" in name]


def test_page_header_and_footer_are_theirs(tmp_path: Path) -> None:
    def change(opened: Any) -> None:
        section = opened.sections[0]
        section.page_width = section.page_width - 600 * 635
        picture = section.header.paragraphs[0].add_run().add_picture(io.BytesIO(png(20, 20)))
        picture._inline.docPr.set("descr", "Logo")
        section.footer.paragraphs[0].text = "Quarry & Loom"

    data = made_on(foreign(change), tmp_path)
    kept = [name for name in names(data) if re.fullmatch(r"word/reference\d\.xml", name)]
    assert any("Quarry &amp; Loom" in part(data, name) for name in kept)
    assert [name for name in names(data) if re.fullmatch(r"word/media/reference\d\.png", name)]
    main = part(data, "word/document.xml")
    assert main.count("<w:footerReference") == 1
    assert 'w:w="11640"' in main


def test_our_footer_is_added_where_there_is_none(tmp_path: Path) -> None:
    footer = part(made_on(foreign(), tmp_path), "word/footer1.xml")
    assert "NUMPAGES" in footer
    assert '<w:tab w:val="clear" w:pos="8640"/>' not in footer or 'w:val="right"' in footer


def test_what_lies_in_parts_that_are_not_kept_is_not_asked_for(tmp_path: Path) -> None:
    """Embedded fonts and bullets that are pictures; a name without a part would break the file."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    bullet = f'<w:numPicBullet {w} w:numPicBulletId="0"><w:pict {w}/></w:numPicBullet>'
    data = changed(
        reference_document(),
        "word/numbering.xml",
        "<w:abstractNum ",
        f"{bullet}<w:abstractNum ",
        once=True,
    )
    font = f'<w:embedRegular {r} r:id="rId1" w:fontKey="{{00000000-0000-0000-0000-000000000000}}"/>'
    data = changed(data, "word/fontTable.xml", "</w:font>", f"{font}</w:font>", once=True)
    relation = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="rId1" Target="https://example.org/a.odttf" TargetMode='
        '"External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"'
        "/></Relationships>"
    )
    made = made_on(with_file(data, "word/_rels/fontTable.xml.rels", relation), tmp_path)
    assert "embedRegular" not in part(made, "word/fontTable.xml")
    assert "numPicBullet" not in part(made, "word/numbering.xml")


def with_file(data: bytes, name: str, text: str) -> bytes:
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as package:
        package.writestr(name, text)
    return target.getvalue()


def test_their_list_numbering_wins(tmp_path: Path) -> None:
    data = made_on(_with_dashes(reference_document()), tmp_path)
    numbering = etree.fromstring(part(data, "word/numbering.xml").encode())
    root = etree.fromstring(part(data, "word/document.xml").encode())
    item = next(
        p for p in root.iter(f"{W}p")
        if "Another list right after" in "".join(map(str, p.itertext()))
    )  # fmt: skip
    number = item.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")  # type: ignore[union-attr]
    abstract = next(
        node.find(f"{W}abstractNumId").get(f"{W}val")  # type: ignore[union-attr]
        for node in numbering.iterfind(f"{W}num")
        if node.get(f"{W}numId") == number
    )
    look = next(
        node for node in numbering.iterfind(f"{W}abstractNum")
        if node.get(f"{W}abstractNumId") == abstract
    )  # fmt: skip
    assert look.find(f"{W}lvl/{W}lvlText").get(f"{W}val") == "–"  # type: ignore[union-attr]


def _with_dashes(data: bytes) -> bytes:
    return changed(data, "word/numbering.xml", 'w:lvlText w:val="•"', 'w:lvlText w:val="–"')


def changed(data: bytes, name: str, old: str, new: str, *, once: bool = False) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(target, "w") as copy:
        for entry in package.namelist():
            text = package.read(entry)
            if entry == name:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1 if once else -1)
            copy.writestr(entry, text)
    return target.getvalue()


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 80_000_000)
    return target.getvalue()


MAIN = "wordprocessingml.document.main+xml"
WRONG = (
    ("words", lambda: b"no zip at all", "not a Word document"),
    ("empty", lambda: b"", "not a Word document"),
    ("cut off", lambda: foreign()[:2000], "not a Word document"),
    ("encrypted or .doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted"),
    ("bomb", bomb, "unpacks to more"),
    ("template", lambda: changed(foreign(), TYPES, MAIN, "wordprocessingml.template.main+xml"), ".dotx"),
    ("macros", lambda: changed(foreign(), TYPES, f"openxmlformats-officedocument.{MAIN}", "ms-word.document.macroEnabled.main+xml"), ".docm"),
    ("workbook", lambda: changed(foreign(), TYPES, MAIN, "spreadsheetml.sheet.main+xml"), "workbook"),
    ("other zip", lambda: changed(foreign(), TYPES, MAIN, "x"), "not a Word document"),
    ("styles cut off", lambda: changed(foreign(), "word/styles.xml", "</w:styles>", ""), "damaged"),
    ("strict", lambda: changed(foreign(), "word/document.xml", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"), "Strict"),
)  # fmt: skip


@pytest.mark.parametrize(("title", "make", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_wrong_file(title: str, make: Any, said: str) -> None:
    with pytest.raises(PrepError, match=re.escape(said)) as caught:
        document("a", DocxOptions(reference_doc=make()))
    assert str(caught.value).startswith("the reference document")
    assert len(str(caught.value)) < 300


def test_a_style_of_another_kind_is_not_taken(tmp_path: Path) -> None:
    def change(opened: Any) -> None:
        style = opened.styles.add_style("Table Text", WD_STYLE_TYPE.CHARACTER)
        style.font.size = Pt(40)

    data = made_on(foreign(change), tmp_path)
    assert 'w:val="TableTextPrep"' in part(data, "word/document.xml")
