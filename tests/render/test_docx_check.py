"""Each of the ten invariants, broken on purpose."""

from __future__ import annotations

import io
import zipfile

import pytest

from prep.problems import PrepError
from prep.render.docx import DocxOptions, check, document
from tests.render.docx_reading import PICTURES

PAGE = """# A

a[^1] b[^1] [c](#a) [d](http://e.f) ![g](square.png) ![h](line.png)

- [ ] i
- [ ] j

| k | l |
|---|---|
| m | n |

[^1]: o
"""
MAIN, CORE = "word/document.xml", "docProps/core.xml"
LINK = '<w:hyperlink w:anchor="h_a"><w:r><w:t>x</w:t></w:r></w:hyperlink>'

DEFECTS = (
    ("two controls with one id", MAIN, '<w:id w:val="2"/>', '<w:id w:val="1"/>', "control"),
    ("two drawings with one id", MAIN, '<wp:docPr id="2"', '<wp:docPr id="1"', "drawing"),
    ("bookmark without an end", MAIN, '<w:bookmarkEnd w:id="1"/>', "", "bookmark 1"),
    ("two bookmarks of a name", MAIN, 'w:name="_RefNote1"', 'w:name="h_a"', "named h_a"),
    ("link in a link", MAIN, 'w:history="1">', f'w:history="1">{LINK}', "inside another"),
    ("row with too many cells", MAIN, "</w:tr>", "<w:tc><w:p/></w:tc></w:tr>", "3 cells"),
    ("cell without a paragraph", MAIN, "</w:tr>", "<w:tc/></w:tr>", "without a paragraph"),
    ("field without an end", MAIN, '<w:fldChar w:fldCharType="end"/>', "", "fields begin"),
    ("wrong date", CORE, "2026-01-05T00:00:00Z", "5 January", "not a date"),
    ("property given twice", CORE, "</dc:title>", "</dc:title><dc:title>x</dc:title>", "2 times"),
    ("link to nowhere", MAIN, 'w:anchor="h_a"', 'w:anchor="h_b"', "h_b, which is nowhere"),
    ("reference to nowhere", MAIN, " NOTEREF _RefNote1", " NOTEREF _RefNote9", "_RefNote9"),
    ("picture without words", MAIN, 'descr="g"', 'descr=""', "no alternative text"),
)


def sound() -> bytes:
    return document(PAGE, DocxOptions(images=PICTURES.get, created="2026-01-05"))


def broken(name: str, old: str, new: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound())) as package, zipfile.ZipFile(target, "w") as copy:
        for entry in package.namelist():
            text = package.read(entry)
            if entry == name:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            copy.writestr(entry, text)
    return target.getvalue()


def test_a_sound_document_breaks_none() -> None:
    assert check(sound()) == ()


@pytest.mark.parametrize(
    ("title", "name", "old", "new", "said"), DEFECTS, ids=[row[0] for row in DEFECTS]
)
def test_defect(title: str, name: str, old: str, new: str, said: str) -> None:
    found = check(broken(name, old, new))
    assert found
    assert any(said in sentence for sentence in found)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"words", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_no_document(data: bytes) -> None:
    with pytest.raises(PrepError):
        check(data)


def test_xml_that_is_none() -> None:
    with pytest.raises(PrepError, match="not XML"):
        check(broken(MAIN, "</w:body>", ""))
