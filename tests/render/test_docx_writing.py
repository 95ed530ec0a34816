"""What stands in a Word file, construct by construct."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from prep.render.docx import DocxOptions, check, document
from tests.render.docx_reading import PICTURES, W, body, outline, part, png, words

OUTLINES = (
    ("heading", "## A *b*", "Heading 2: A b\n"),
    ("words", "a", "Body Text: a\n"),
    (
        "introduction stays with its list",
        "a:\n\n- b",
        "Body Text keep: a:\nList Bullet Last @0: b\n",
    ),
    ("so do bold words", "**a**\n\n- b", "Body Text keep: a\nList Bullet Last @0: b\n"),
    ("tight list", "- a\n- b", "List Bullet @0: a\nList Bullet Last @0: b\n"),
    ("loose list", "1. a\n\n2. b", "List Number Spaced @0: a\nList Number Spaced @0: b\n"),
    (
        "mixed levels",
        "1. a\n   - b\n     1. c",
        "List Number @0 keep: a\nList Bullet @1 keep: b\nList Number Last @2: c\n",
    ),
    (
        "several blocks in an item",
        "- a\n\n  b\n\n      c\n\n  > d",
        "List Bullet Spaced @0: a\nList Continue: b\nList Code: c\nList Quote: d\n",
    ),
    ("item that begins with a list", "- - a", "List Bullet @0: \nList Bullet Last @1: a\n"),
    ("item that begins with code", "-     a", "Source Code @0: a\n"),
    ("task", "- [x] a", "Task List Last @0: ☒\ta\n"),
    ("task under way", "- [/] a", "Task List Last @0: ☐\t(in progress) a\n"),
    ("numbered task", "1. [ ] a", "List Number Last @0: ☐\ta\n"),
    ("status nobody knows", "- [¿] a", "Task List Last @0: ☐\t(¿) a\n"),
    ("quote in a quote", "> a\n>> b", "Quote: a\nQuote 2: b\n"),
    ("code", "```\na\n\tb\n```", "Source Code: a⏎\tb\n"),
    ("hard line end", "a\\\nb", "Body Text: a⏎b\n"),
    ("rule", "***", "Normal: [rule]\n"),
    ("definition", "a\n: b\n\n: c", "Definition Term: a\nDefinition: b\nDefinition: c\n"),
    (
        "callout",
        "> [!tip] a\n> b\n>\n> - c\n>   - d\n>\n> ```\n> e\n> ```\n\nf",
        (
            "Callout Tip Title: Tip: a\nCallout Tip: b\nCallout Tip @0 keep: c\n"
            "Callout Tip Nested @1: d\nCallout Tip: e\nGap: \nBody Text: f\n"
        ),
    ),
    (
        "callout without a title",
        "> [!bug]\n> a",
        "Callout Caution Title: Bug\nCallout Caution: a\nGap: \n",
    ),
    ("summary needs no kind", "> [!summary] a", "Callout Note Title: a\nGap: \n"),
    ("picture", "![a](square.png)", "Figure: [picture: a]\n"),
    ("missing picture", "![a](none.png)", "Body Text: [Picture: a]\n"),
    (
        "figure",
        "![a](square.png)\n\nFigure: b",
        "Figure keep: [picture: a]\nCaption: Figure [field SEQ Figure \\* ARABIC ]1: b\n",
    ),
    ("diagram", "```tree\na\n  b\n```", "Figure: [picture: a → b]\n"),
    ("answer", "```answer\n\n```", "Answer: Write your answer here\n"),
    ("blank in a line", "a <!-- answer -->", "Body Text: a Write here\n"),
    ("answer that is written", "```answer\na\n```", "Answer: a\n"),
    (
        "two answers do not run together",
        "```answer\n```\n```answer\n```",
        "Answer: Write your answer here\nGap: \nAnswer: Write your answer here\n",
    ),
    (
        "table",
        "| a | b |\n|---|---|\n| c | d |",
        "Table Text keep: a\nTable Text keep: b\nTable Text: c\nTable Text: d\nGap: \n",
    ),
    (
        "table without a header",
        "| | |\n|---|---|\n| c | d |",
        "Table Text: c\nTable Text: d\nGap: \n",
    ),
    (
        "heading after a table needs no gap",
        "|a|\n|---|\n\n# b",
        "Table Text keep: a\nHeading 1: b\n",
    ),
    (
        "second citation",
        "a[^1] b[^1]\n\n[^1]: c",
        "Body Text: a[note 1] b[field NOTEREF _RefNote1 \\f \\h ]1\n",
    ),
    ("two citations", "a[^1][^2]\n\n[^1]: c\n\n[^2]: d", "Body Text: a[note 1],\u202f[note 2]\n"),
    (
        "title of the front matter",
        "---\ntitle: A\nsubtitle: b\n---\nc",
        "Title: A\nSubtitle: b\nBody Text: c\n",
    ),
    ("title that the page says itself", "---\ntitle: A\n---\n# B", "Heading 1: B\n"),
    ("soft line end in Japanese", "日本\n語", "Body Text: 日本語\n"),
    ("soft line end in English", "a\nb", "Body Text: a b\n"),
)


@pytest.mark.parametrize(
    ("title", "markdown", "expected"), OUTLINES, ids=[row[0] for row in OUTLINES]
)
def test_outline(title: str, markdown: str, expected: str) -> None:
    data = document(markdown, DocxOptions(images=PICTURES.get))
    assert outline(data) == expected
    assert check(data) == ()


def styles_of(root: Any, text: str) -> set[str]:
    """Names of the properties of the run that holds these words."""
    for run in root.iter(f"{W}r"):
        if "".join(node.text or "" for node in run.iter(f"{W}t")) == text:
            properties = run.find(f"{W}rPr")
            return {
                etree.QName(node).localname + ":" + (node.get(f"{W}val") or "")
                for node in (properties if properties is not None else ())
            }
    raise AssertionError(text)


RUNS: tuple[tuple[str, str, set[str]], ...] = (
    ("**a**", "a", {"rStyle:Strong"}),
    ("*a*", "a", {"rStyle:Emphasis"}),
    ("***a***", "a", {"rStyle:StrongEmphasis"}),
    ("~~a~~", "a", {"strike:"}),
    ("==a==", "a", {"highlight:yellow"}),
    ("x<sup>2</sup>", "2", {"vertAlign:superscript"}),
    ("`a`", "a", {"rStyle:VerbatimText"}),
    ("**`a`**", "a", {"rStyle:VerbatimText", "b:", "bCs:"}),
    ("# `a`", "a", {"rStyle:VerbatimChar"}),
    ("|`a`|\n|-|", "a", {"rStyle:VerbatimChar", "rFonts:"}),
    ("[**a**](http://b.c)", "a", {"rStyle:Hyperlink", "b:", "bCs:"}),
    ("שלום", "שלום", {"rtl:", "lang:"}),
    ("a 日本語 b", "日本語", {"rFonts:", "lang:"}),
    ("a 👩‍💻 b", "👩‍💻", {"rFonts:", "noProof:"}),
)


@pytest.mark.parametrize(("markdown", "text", "expected"), RUNS)
def test_run(markdown: str, text: str, expected: set[str]) -> None:
    assert styles_of(body(markdown), text) == expected


def test_each_ordered_list_starts_anew() -> None:
    data = document("3. a\n\nb\n\n1. c\n", DocxOptions())
    root = etree.fromstring(part(data, "word/numbering.xml").encode())
    starts = [node.get(f"{W}val") for node in root.iter(f"{W}startOverride")]
    assert starts == ["3", "1"]


@pytest.mark.parametrize(
    ("markdown", "attribute"),
    [
        ("[a](http://b.c 'tip & \"more\"')", 'w:tooltip="tip &amp; &quot;more&quot;"'),
        ("# A b\n\n[a](#a-b)", 'w:anchor="h_a_b"'),
        ("# A b\n\n[[#A b]]", 'w:anchor="h_a_b"'),
    ],
)
def test_link(markdown: str, attribute: str) -> None:
    assert attribute in part(document(markdown, DocxOptions()), "word/document.xml")


@pytest.mark.parametrize("markdown", ["[a](#none)", "[a]()", "[[Ada]]", "[[#None]]"])
def test_a_link_to_nowhere_is_words(markdown: str) -> None:
    assert body(markdown).find(f".//{W}hyperlink") is None


def test_wikilinks_go_where_the_caller_says() -> None:
    asked: list[str] = []

    def resolve(name: str) -> str:
        asked.append(name)
        return "obsidian://open?a=b&c=d"

    data = document("[[Ada#Profile|her]][^1]\n\n[^1]: [[Ada]]", DocxOptions(resolve=resolve))
    assert asked == ["Ada#Profile", "Ada"]
    for name in ("document", "footnotes"):
        assert "a=b&amp;c=d" in part(data, f"word/_rels/{name}.xml.rels")


def test_bookmark_names_are_what_word_takes() -> None:
    long = "A very long heading that goes on and on and on for more than forty letters"
    root = body(f"# {long}\n\n# {long}\n\n# 日本\n\n# שלום\n\n# 1 a\n")
    names = [node.get(f"{W}name") for node in root.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == 5
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)


def test_a_table_says_what_it_is() -> None:
    root = body("# People\n\n| Name | Met |\n|:--|--:|\n| Ada | 3 |")
    table = root.find(f".//{W}tbl")
    look = table.find(f"{W}tblPr")
    assert look.find(f"{W}tblCaption").get(f"{W}val") == "People"
    assert look.find(f"{W}tblDescription").get(f"{W}val") == "1 rows, 2 columns: Name, Met"
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    aligned = [node.get(f"{W}val") for node in rows[1].iter(f"{W}jc")]
    assert aligned == ["right"]


def test_a_table_in_hebrew_runs_from_the_right() -> None:
    root = body("| שם | תפקיד |\n|---|---|\n| מירה | a |")
    assert root.find(f".//{W}bidiVisual") is not None
    assert len(root.findall(f".//{W}bidi")) == 3


def test_a_long_table_may_break_and_a_short_one_may_not() -> None:
    def kept(rows: int) -> int:
        table = "| a |\n|---|\n" + "| b |\n" * rows
        styles = (str(node.get(f"{W}val")) for node in body(table).iter(f"{W}pStyle"))
        return sum(style.endswith("Kept") for style in styles)

    assert kept(5) == 5
    assert kept(60) == 1


def test_decoration_has_no_description_and_says_so() -> None:
    data = document("![](square.png)", DocxOptions(images=PICTURES.get))
    assert "decorative" in part(data, "word/document.xml")
    assert check(data) == ()


def test_pictures_fit_the_page_and_are_stored_once() -> None:
    large = png(4000, 10)
    data = document("![a](x)\n\n![b](x)\n\n![c|40](x)", DocxOptions(images=lambda _: large))
    root = etree.fromstring(part(data, "word/document.xml").encode())
    wide = [int(str(node.get("cx"))) for node in root.iter("{*}extent")]
    assert wide == [9638 * 635, 9638 * 635, 40 * 9525]
    assert len([name for name in opened_names(data) if "media" in name]) == 1


def test_a_picture_in_a_cell_fits_the_cell() -> None:
    large = png(900, 10)
    table = "| a | b |\n|---|---|\n| ![c](x) | " + "long words " * 40 + "|"
    data = document(table, DocxOptions(images=lambda _: large))
    root = etree.fromstring(part(data, "word/document.xml").encode())
    width = int(str(root.find(f".//{W}gridCol").get(f"{W}w")))  # type: ignore[union-attr]
    (picture,) = (int(str(node.get("cx"))) for node in root.iter("{*}extent"))
    assert picture <= width * 635


def opened_names(data: bytes) -> list[str]:
    return [
        str(part.partname) for part in docx.Document(io.BytesIO(data)).part.package.iter_parts()
    ]


def test_properties_hold_what_was_said_and_nothing_else() -> None:
    data = document(
        "---\ntitle: 'A <b> & c'\ntags: [x, y]\nas_of: 2026-03-02\nphone: 555 0100\n---\nd",
        DocxOptions(author="Nora Lind", language="de"),
    )
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.keywords, core.author) == ("A <b> & c", "x, y", "Nora Lind")
    assert (core.last_modified_by, core.language) == ("Nora Lind", "de")
    assert str(core.created) == "2026-03-02 00:00:00+00:00"
    assert "555" not in part(data, "docProps/core.xml") + part(data, "docProps/app.xml")


@pytest.mark.parametrize(
    ("language", "words_of_footer", "tag"),
    [("en", "Page 1 of 1", 'w:val="en-US"'), ("de", "Seite 1 von 1", 'w:val="de-DE"')],
)
def test_footer_and_language(language: str, words_of_footer: str, tag: str) -> None:
    data = document("# A title\n", DocxOptions(language=language))
    footer = etree.fromstring(part(data, "word/footer1.xml").encode())
    assert re.sub(r"\[field[^\]]*\]", "", words(footer)) == f"A title\t{words_of_footer}"
    assert tag in part(data, "word/styles.xml")


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en-GB", '<w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'),
        ("he", '<w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="he-IL"/>'),
        ("zh", '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'),
    ],
)
def test_language_of_the_text(language: str, tag: str) -> None:
    """Word has one slot for Latin, one for East Asian and one for right-to-left scripts."""
    data = document("a", DocxOptions(language=language))
    assert tag in part(data, "word/styles.xml")
    assert tag.split(" ", 1)[1] in part(data, "word/settings.xml")


@pytest.mark.parametrize(("size", "width"), [("a4", "11906"), ("letter", "12240")])
def test_page_size(size: Any, width: str) -> None:
    assert body("a", page_size=size).find(f".//{W}pgSz").get(f"{W}w") == width


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab1 .-*_`[]()!|#>~=^:\n\t\\<&'\"\x00\ud800שא日👍", max_size=60))
def test_any_text_is_a_sound_document(markdown: str) -> None:
    data = document(markdown, DocxOptions(images=PICTURES.get))
    assert check(data) == ()
    docx.Document(io.BytesIO(data))
