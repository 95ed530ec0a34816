"""Input that breaks converters: a sound document, or one sentence."""

from __future__ import annotations

import io
import time

import docx
import pytest

from prep.problems import PrepError
from prep.render.docx import DocxOptions, check, document
from prep.render.html import page
from prep.render.options import PageOptions
from tests.render.docx_reading import png

NASTY = (
    ("nothing", ""),
    ("control characters", "a\x00b\x01c\x1fd\ufffee"),
    ("in a title", "---\ntitle: a\x00b\x0b\n---\n"),
    ("lone surrogates", "a\ud800b [c](http://d\udfff)"),
    ("line separators", "a\u2028b\u2029c\x85d\x0ce"),
    ("only a note", "[^1]: a"),
    ("note in a note", "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]"),
    ("note that cites itself", "a[^1]\n\n[^1]: b[^1]"),
    ("note without words", "a[^1]\n\n[^1]:"),
    ("note with a table", "a[^1]\n\n[^1]: b\n\n    | c |\n    |---|\n    | d |"),
    ("note in a heading", "# a[^1]\n\n[^1]: # b"),
    ("note in a link", "[a[^1]](http://b.c)\n\n[^1]: d"),
    ("link in a link", "[a [b](http://c.d)](http://e.f)"),
    ("link around a picture", "[![a](b)](http://c.d)"),
    ("address of every kind", "[a](<b c\"d>) [e](javascript:f) [g](file:///h) [i](//j) <k@l.m>"),
    ("quotes 45 deep", ">" * 45 + " a"),
    ("lists 45 deep", "\n".join("  " * depth + "- a" for depth in range(45))),
    ("list numbers", "0. a\n\nb\n\n999999999. c"),
    ("empty items", "-\n-\n1.\n2."),
    ("table of one column", "|a|\n|-|\n"),
    ("table with too many cells", "|a|\n|-|\n|b|c|d|"),
    ("table in a quote in a list", "- > | a |\n  > |---|\n  > | b |"),
    ("callout in a list", "- a\n\n  > [!tip] b\n  > c\n\n- d"),
    ("callout in a callout", "> [!tip] a\n> > [!bug] b\n> > c\n>\n> d"),
    ("everything in a callout", "> [!tip]\n> # a\n> ***\n> b\n> : c\n>\n> > d\n>\n> ```answer\n> ```"),
    ("code without end", "```\na"),
    ("answer of many lines", "```answer\n" + "\n" * 200 + "```"),
    ("long heading", "# " + "a " * 2000),
    ("long word", "a" * 20000),
    ("many emphases", "*" * 3000 + "a"),
    ("many brackets", "[" * 3000),
    ("unclosed HTML", "<b><i><u>a"),
    ("closed HTML that never opened", "a</b></i>b"),
    ("front matter of another shape", "---\n- a\n- b\n---\nc"),
    ("front matter without end", "---\ntitle: a\n"),
    ("windows lines", "# a\r\n\r\n- b\r\n- c\r\n"),
    ("right to left marks", "\u202ea\u202c \u200fb"),
    ("a graph that is a ring", "```mermaid\ngraph TD\na --> b\nb --> a\nc --> c\n```"),
    ("a graph without arrows", "```mermaid\ngraph LR\na\nb\n```"),
    ("an empty graph", "```mermaid\ngraph TD\n```"),
    ("a tree of one", "```tree\n\x00\n```"),
)  # fmt: skip


@pytest.mark.parametrize(("title", "markdown"), NASTY, ids=[row[0] for row in NASTY])
def test_a_sound_document_and_a_page(title: str, markdown: str) -> None:
    data = document(markdown, DocxOptions(images=lambda _: None))
    assert check(data) == ()
    docx.Document(io.BytesIO(data))
    page(markdown, PageOptions()).encode()


@pytest.mark.parametrize("mark", [">", "- ", "1. "])
def test_too_deep_is_one_sentence(mark: str) -> None:
    with pytest.raises(PrepError, match="nested"):
        document(mark * 3000 + "a", DocxOptions())


def test_a_table_of_ten_thousand_cells_in_a_second() -> None:
    table = "|" + " a |" * 10 + "\n|" + "---|" * 10 + "\n" + ("|" + " b |" * 10 + "\n") * 1000
    start = time.process_time()
    data = document(table, DocxOptions())
    assert time.process_time() - start < 3
    assert check(data) == ()


PICTURES = (
    ("none", b""),
    ("words", b"no picture"),
    ("head only", png(10, 10)[:20]),
    ("no size", png(0, 0)),
    ("a vector", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ("jpeg cut off", b"\xff\xd8\xff\xe0"),
    ("gif cut off", b"GIF89a"),
)


@pytest.mark.parametrize(("title", "data"), PICTURES, ids=[row[0] for row in PICTURES])
def test_a_broken_picture_is_named(title: str, data: bytes) -> None:
    made = document("![her desk](a.png)", DocxOptions(images=lambda _: data))
    assert check(made) == ()
    opened = docx.Document(io.BytesIO(made))
    assert title == "no size" or "her desk" in opened.element.body.xml
    assert "<script>" not in page("![a](b)", PageOptions(images=lambda _: data))


def test_a_huge_picture_is_fitted_to_the_page() -> None:
    huge = png(1, 1)[:16] + (30000).to_bytes(4, "big") * 2 + png(1, 1)[24:]
    made = document("![a](b)", DocxOptions(images=lambda _: huge))
    shape = docx.Document(io.BytesIO(made)).inline_shapes[0]
    assert int(shape.width) <= 9638 * 635
    assert int(shape.height) <= 12000 * 635
