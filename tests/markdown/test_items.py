"""List items as Obsidian's cache sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.markdown.items import list_items, outline, parsed_outline

# title, note, (line, end_line, status, parent) of each item
SHAPES: list[tuple[str, str, list[tuple[int, int, str | None, int | None]]]] = [
    ("markers", "- a\n* b\n+ c\n1. d\n2) e", [(n, n, None, None) for n in range(1, 6)]),
    ("boxes", "- [ ] a\n- [x] b\n* [-] c\n1. [?] d", [
        (1, 1, " ", None), (2, 2, "x", None), (3, 3, "-", None), (4, 4, "?", None)]),
    ("no boxes", "- [] a\n- [  ] b\n- [x]c\nx. [ ] d", [
        (1, 1, None, None), (2, 2, None, None), (3, 4, None, None)]),
    ("a box alone", "- [ ]\n- [x] ", [(1, 1, " ", None), (2, 2, "x", None)]),
    ("nesting by tab and by blanks", "- a\n\t- b\n\t\t- [ ] c\n- d\n  - e", [
        (1, 1, None, None), (2, 2, None, 1), (3, 3, " ", 2), (4, 4, None, None), (5, 5, None, 4)]),
    ("continuation, indented and lazy", "- [ ] a\n  more\nlazy\n- b", [
        (1, 3, " ", None), (4, 4, None, None)]),
    ("children end the item's own lines", "- a\n  more\n  - b\n\n  after", [
        (1, 2, None, None), (3, 3, None, 1)]),
    ("a fence in an item is its text", "- a\n  ```\n  - [ ] x\n  ```\n- b", [
        (1, 4, None, None), (5, 5, None, None)]),
    ("a fence", "```\n- [ ] x\n```\n~~~md\n- [ ] y\n~~~", []),
    ("comments", "%%\n- [ ] x\n%%\n\n<!--\n- [ ] y\n-->\n\n- z", [(9, 9, None, None)]),
    ("a comment on its line hides nothing", "%% note %%\n\n- [ ] x", [(3, 3, " ", None)]),
    ("percent signs in code", "```\n%%\n```\n\n- [ ] x", [(5, 5, " ", None)]),
    ("front matter", "---\ntags:\n  - a\n---\n- b", [(5, 5, None, None)]),
    ("a quote and a callout", "> - [ ] a\n\n> [!todo] b\n> - [x] c\n>   - d", [
        (1, 1, " ", None), (4, 4, "x", None), (5, 5, None, 4)]),
    ("text in capitals and a box is no item", "no bullet [ ] x", []),
    ("any line ends", "- a\r\n  - [ ] b\r\n", [(1, 1, None, None), (2, 2, " ", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "note", "expected"), SHAPES)
def test_shape(
    title: str, note: str, expected: list[tuple[int, int, str | None, int | None]]
) -> None:
    found = [(item.line, item.end_line, item.status, item.parent) for item in list_items(note)]
    assert found == expected


def test_text_is_the_trimmed_lines() -> None:
    r"""- [ ] call  Ann ^b1
      back
    - x"""
    note = test_text_is_the_trimmed_lines.__doc__ or ""
    first, second = list_items(note)
    assert (first.text, first.block_id, first.children) == ("call  Ann ^b1\nback", None, (3,))
    assert (second.text, second.parent) == ("x", 1)


def test_a_quoted_continuation_keeps_its_mark() -> None:
    (item,) = list_items("> - [ ] a\n>   b")
    assert item.text == "a\n>   b"


def test_block_id_at_the_end_of_the_last_line() -> None:
    (item,) = list_items("- a\n  b ^id-1")
    assert item.block_id == "id-1"


def test_section_is_the_heading_above() -> None:
    note = "- a\n# One\n- b\n\nTwo\n---\n- c\n> # quoted\n\n- d"
    assert [item.section for item in list_items(note)] == [None, "One", "Two", "Two"]


def test_outline_names_lists_rules_and_verbatim_lines() -> None:
    found = outline("- a\n- b\n\n***\n\n```\nx\n```\n\n<div>\n</div>\n")
    assert (found.lists, found.rules) == (((1, 2),), ((4, 4),))
    assert found.verbatim == ((6, 8), (10, 11))


def test_fifty_levels_are_read() -> None:
    note = "\n".join("  " * level + "- [ ] x" for level in range(40))
    assert [item.parent for item in list_items(note)] == [None, *range(1, 40)]


@given(st.text(alphabet=st.sampled_from("-*1.) []x>\t\n`~%#ab<!"), max_size=200))
def test_items_are_in_order_and_inside_the_note(note: str) -> None:
    found = outline(note)
    lines = note.count("\n") + 1
    assert [item.line for item in found.items] == sorted({item.line for item in found.items})
    for item in found.items:
        assert 1 <= item.line <= item.end_line <= lines
        assert item.parent is None or item.parent < item.line
        assert all(child > item.end_line - 1 for child in item.children)


_PIECES = st.sampled_from(
    ["- ", "* ", "1. ", "2. ", "3) ", "-", "1.", "- [ ] ", "# ", "> ", "> a", "```", "~~~", "***",
     "---", "===", "text", "    ", "  ", "\t", "", "[a]: b", "<b>", "%%", "#no", "-\tx"]
)  # fmt: skip
_LINES = st.tuples(
    st.sampled_from(["", "", "  ", "   ", "    ", "\t"]), st.lists(_PIECES, max_size=3)
)


@given(st.lists(_LINES.map(lambda line: line[0] + "".join(line[1])), max_size=9))
def test_the_short_way_gives_what_the_parser_gives(lines: list[str]) -> None:
    note = "\n".join(lines)
    assert outline(note) == parsed_outline(note)
