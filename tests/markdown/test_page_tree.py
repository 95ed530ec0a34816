"""Markdown to the tree that Word and HTML are made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.markdown.document import parse
from prep.markdown.tree import (
    Answer,
    Blank,
    Block,
    Break,
    Callout,
    CodeBlock,
    CodeSpan,
    Diagram,
    Edge,
    Figure,
    Heading,
    Image,
    Inline,
    Items,
    Link,
    NoteRef,
    Page,
    Paragraph,
    Styled,
    Table,
    Text,
    WikiLink,
    anchor_key,
    plain,
)
from prep.problems import PrepError

LINES: tuple[tuple[str, str, tuple[Inline, ...]], ...] = (
    ("wikilink", "[[Ada Moss]]", (WikiLink("Ada Moss", "", "Ada Moss"),)),
    ("its label", "[[Ada Moss|Ada]]", (WikiLink("Ada Moss", "", "Ada"),)),
    ("its heading", "[[Ada#Profile]]", (WikiLink("Ada", "Profile", "Ada › Profile"),)),
    ("its block", "[[Ada#^a1]]", (WikiLink("Ada", "^a1", "Ada › a1"),)),
    ("inside the page", "[[#Profile]]", (WikiLink("", "Profile", "Profile"),)),
    ("escaped", r"\[[Ada]]", (Text("[[Ada]]"),)),
    ("in code", "`[[Ada]]`", (CodeSpan("[[Ada]]"),)),
    ("embedded note", "![[Ada]]", (WikiLink("Ada", "", "Ada"),)),
    ("embedded picture", "![[a/b.png|120]]", (Image("a/b.png", "b", "", 120),)),
    ("picture with a width", "![alt|80](x.png)", (Image("x.png", "alt", "", 80),)),
    ("picture without words", "![](x.png)", (Image("x.png", ""),)),
    ("comment", "a %%b%% c", (Text("a  c"),)),
    ("comment in code", "`%%b%%`", (CodeSpan("%%b%%"),)),
    ("one percent", "5%% of it", (Text("5%% of it"),)),
    ("math stays as written", "$a_1 b_1$", (Text("$a_1 b_1$"),)),
    ("money is no math", "$5 and $6", (Text("$5 and $6"),)),
    ("highlight", "==a *b*==", (Styled("mark", (Text("a "), Styled("emphasis", (Text("b"),)))),)),
    ("equals", "a == b", (Text("a == b"),)),
    ("sub", "H<sub>2</sub>O", (Text("H"), Styled("subscript", (Text("2"),)), Text("O"))),
    ("line end in HTML", "a<br>b", (Text("a"), Break(hard=True), Text("b"))),
    ("unknown tag", "a <x-y>b</x-y>", (Text("a "), Text("b"))),
    ("soft line end", "a\nb", (Text("a"), Break(hard=False), Text("b"))),
    (
        "bare address",
        "www.example.org",
        (Link("http://www.example.org", "", (Text("www.example.org"),)),),
    ),
    ("room for an answer", "a <!-- answer: b c -->", (Text("a "), Blank("b c"))),
    ("other comment", "a <!-- answers -->", (Text("a "),)),
    ("block id", "words ^a1", (Text("words"),)),
    ("caret in words", "2^8", (Text("2^8"),)),
)


@pytest.mark.parametrize(("title", "markdown", "expected"), LINES, ids=[row[0] for row in LINES])
def test_line(title: str, markdown: str, expected: tuple[Inline, ...]) -> None:
    (block,) = parse(markdown).blocks
    assert isinstance(block, Paragraph)
    assert block.children == expected


BLOCKS: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
    ("comment over blank lines", "%%\na\n\nb\n%%\n\nc", (Paragraph((Text("c"),)),)),
    ("comment that never ends", "%% a\n\nb", (Paragraph((Text("%% a"),)), Paragraph((Text("b"),)))),
    ("HTML comment", "<!-- a -->\n\nb", (Paragraph((Text("b"),)),)),
    ("HTML block", "<div>a <b>b</b> &amp; c</div>", (Paragraph((Text("a b & c"),)),)),
    ("script", "<script>\nalert(1)\n</script>\n\nb", (Paragraph((Text("b"),)),)),
    ("answer", "```answer Jane\n\n\n\n```", (Answer("Jane", "", 3),)),
    ("answer in a comment", "<!-- answer: Jane -->", (Answer("Jane", "", 3),)),
    ("answer that is written", "```answer\nyes\n```", (Answer("", "yes", 2),)),
    ("no front matter without a key", "---\na\n---\n", ()),
    (
        "tree",
        "```tree\nA\n  B\n  - C\n    D\n```",
        (Diagram(("A", "B", "C", "D"), (Edge(0, 1, ""), Edge(0, 2, ""), Edge(2, 3, "")), False),),
    ),
    (
        "graph",
        '```mermaid\ngraph TD\n a["A b"] --> b\n b -->|c| d(D)\n```',
        (Diagram(("A b", "b", "D"), (Edge(0, 1, ""), Edge(1, 2, "c")), False),),
    ),
    (
        "graph with more than nodes",
        "```mermaid\ngraph TD\nsubgraph x\n```",
        (CodeBlock("mermaid", "graph TD\nsubgraph x"),),
    ),
    (
        "callout",
        "> [!tip]- Do *it*\n> now",
        (
            Callout(
                "tip",
                (Text("Do "), Styled("emphasis", (Text("it"),))),
                (Paragraph((Text("now"),)),),
            ),
        ),
    ),
    ("callout without words", "> [!note]", (Callout("note", (), ()),)),
    (
        "figure",
        "![a](x.png)\n\nFigure: b",
        (Figure(Image("x.png", "a"), (Text("b"),)),),
    ),
)


@pytest.mark.parametrize(("title", "markdown", "expected"), BLOCKS, ids=[row[0] for row in BLOCKS])
def test_block(title: str, markdown: str, expected: tuple[Block, ...]) -> None:
    found = parse(markdown).blocks
    assert found[: len(expected)] == expected
    assert bool(expected) == bool(found) or title.startswith("no front")


@pytest.mark.parametrize("status", [" ", "x", "X", "/", "-", ">", "!", "*"])
def test_any_status_of_a_task(status: str) -> None:
    (items,) = parse(f"- [{status}] call *her*\n- no task").blocks
    assert isinstance(items, Items)
    assert [item.status for item in items.items] == [status, None]
    (first, *_) = items.items[0].blocks
    assert isinstance(first, Paragraph)
    assert plain(first.children) == "call her"


@pytest.mark.parametrize(
    ("markdown", "caption", "captioned"),
    [
        ("| a |\n|---|\n\nTable: after", "after", 0),
        ("Table: before\n\n| a |\n|---|", "before", 0),
        ("| a |\n|---|\n\nTable: second's\n\n| b |\n|---|", "second's", 1),
    ],
)
def test_caption_of_a_table(markdown: str, caption: str, captioned: int) -> None:
    tables = [block for block in parse(markdown).blocks if isinstance(block, Table)]
    assert [plain(table.caption) for table in tables][captioned] == caption
    assert sum(bool(table.caption) for table in tables) == 1


NOTES = """a[^x] b[^y] c[^x] d^[in *place*]

## Sources

[^y]: two
[^x]: one
[^z]: never cited
"""


def test_notes_in_the_order_of_citation_and_their_heading() -> None:
    page = parse(NOTES)
    assert [plain(note[0].children) for note in page.notes if isinstance(note[0], Paragraph)] == [
        "one",
        "two",
        "in place",
    ]
    assert page.notes_title == (Text("Sources"),)
    assert not any(isinstance(block, Heading) for block in page.blocks)


def test_a_heading_with_words_under_it_stays() -> None:
    page = parse(NOTES.replace("[^y]: two", "words\n\n[^y]: two"))
    assert page.notes_title == ()
    assert any(isinstance(block, Heading) for block in page.blocks)


def test_a_citation_without_a_note_is_text() -> None:
    (block,) = parse("a[^none]").blocks
    assert isinstance(block, Paragraph)
    assert not any(isinstance(node, NoteRef) for node in block.children)


def test_anchors_are_unique_and_found_by_either_name() -> None:
    page = parse("# A b, *c*\n\n# A b, c\n\n# שלום\n")
    anchors = [block.anchor for block in page.blocks if isinstance(block, Heading)]
    assert anchors == ["a-b-c", "a-b-c-1", "שלום"]
    assert page.anchors[anchor_key("A B, c")] == page.anchors[anchor_key("a-b-c")] == "a-b-c"


def test_too_deep_is_said_and_not_cut() -> None:
    assert "deep" not in str(parse(">" * 50 + " words"))
    with pytest.raises(PrepError, match="deep"):
        parse(">" * 200 + " words")


def words(page: Page) -> str:
    return str((page.blocks, page.notes))


@given(st.text(alphabet="ab 1.-*_`[]()!|#>~$%=^:\n\t\\<&", max_size=80))
def test_any_text_is_a_page(markdown: str) -> None:
    assert words(parse(markdown)) == words(parse(markdown))
