"""Blocks: what stands in the body, on which lines, below what."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prep.markdown.items import list_items
from prep.model.note import Block
from prep.notes import read

PIECES = st.sampled_from(
    ["- ", "* ", "1. ", "2) ", "[ ] ", "[x] ", "a", "b c", "\n", "\n\n", "  ", "    ", "\t", "> ",
     "# ", "---", "***", "```", "```\n", "~~~", "%%", "<!--", "-->", "<div>", "===", "| a |", "+ x"]
)  # fmt: skip
TWO_ON_ONE_LINE = re.compile(r"(?m)^[\s>]*(?:[-*+]|\d+[.)])\s+(?:[-*+]|\d+[.)])\s")


def shown(text: str, path: str = "Inbox/a.md") -> list[str]:
    return [_shown(block) for block in read(path, text.encode()).blocks]


def _shown(block: Block) -> str:
    span = f"{block.line}" if block.line == block.end_line else f"{block.line}-{block.end_line}"
    box = "" if block.status is None else f"[{block.status}]"
    level = block.level if block.kind in ("heading", "item", "row") else ""
    return f"{span} {block.kind}{level}{'>' * block.quoted}{box} {block.text}".replace("\n", "⏎")


CASES = [
    (
        "a paragraph of deliberate lines is a block a line",
        "first thought\nsecond one\n",
        ["1 paragraph first thought", "2 paragraph second one"],
    ),
    (
        "lines filled to a column were wrapped by an editor",
        "The committee met on a rainy afternoon and went through the whole list of\nquestions that the last meeting had left open, one after the other, until\nall were done.\n",
        [
            "1-3 paragraph The committee met on a rainy afternoon and went through the whole list of⏎questions that the last meeting had left open, one after the other, until⏎all were done."
        ],
    ),
    (
        "turns on adjacent lines stay apart, however long",
        "MS: we have looked at every one of the racks and found nothing that would explain it\nOV: so it is the cabling, as I have been saying since the first day of the incident\n",
        [
            "1 paragraph MS: we have looked at every one of the racks and found nothing that would explain it",
            "2 paragraph OV: so it is the cabling, as I have been saying since the first day of the incident",
        ],
    ),
    (
        "labels in bold",
        "**Role**: keeps the keys\n**Since:** May\n",
        ["1 paragraph **Role**: keeps the keys", "2 paragraph **Since:** May"],
    ),
    (
        "an item goes on with what is indented below it",
        "- one\n  and more\n- two\n",
        ["1-2 item0 one⏎and more", "3 item0 two"],
    ),
    (
        "half-bulleted: what is not indented is a line of its own",
        "- wants fewer tools\nbg in networks\n- asks about costs\n",
        ["1 item0 wants fewer tools", "2 paragraph bg in networks", "3 item0 asks about costs"],
    ),
    (
        "depth by tabs and by blanks",
        "- a\n\t- b\n\t\t- c\n- d\n  - e\n",
        ["1 item0 a", "2 item1 b", "3 item2 c", "4 item0 d", "5 item1 e"],
    ),
    ("two bullets on a line are one item", "* - x\n  - y\n", ["1 item0 x", "2 item1 y"]),
    ("a bullet that is none to Markdown", "  • Design: first\n  • Trade\n", ["1 item0 Design: first", "2 item0 Trade"]),
    ("an indented bullet after a blank line", "a\n\n\t- b\n", ["1 paragraph a", "3 item0 b"]),
    (
        "check boxes of any character, and what is none",
        "- [ ] a\n- [x] b\n+ [?] c\n1) [/] d\n- [] e\n- [  ] f\n-[ ] g\n",
        [
            "1 item0[ ] a",
            "2 item0[x] b",
            "3 item0[?] c",
            "4 item0[/] d",
            "5 item0 [] e",
            "6 item0 [  ] f",
            "7 paragraph -[ ] g",
        ],
    ),
    ("a number other than one does not interrupt text", "see\n2. b\n", ["1 paragraph see", "2 paragraph 2. b"]),
    (
        "quotes and callouts",
        "> [!note] Title\n> said\n> - [ ] do\n",
        ["1 quote> [!note] Title", "2 quote> said", "3 item0>[ ] do"],
    ),
    (
        "a table",
        "| Name | Org |\n|---|:-:|\n| Mira | a\\|b |\n",
        ["1 row0 Name | Org", "3 row1 Mira | a\\|b"],
    ),
    (
        "code holds nothing, its info string is its first line",
        "```tasks\n- [ ] no\n```\n- [ ] yes\n",
        ["1-3 code tasks⏎- [ ] no", "4 item0[ ] yes"],
    ),
    ("a fence in an item", "- a\n  ```\n  x\n  ```\n- b\n", ["1 item0 a", "2-4 code ⏎x", "5 item0 b"]),
    ("an open fence runs to the end", "```\nx\n", ["1-2 code ⏎x"]),
    ("a comment of Obsidian's", "%%\n- [ ] no\n%%\nb\n", ["1-3 comment %%⏎- [ ] no⏎%%", "4 paragraph b"]),
    ("a comment that is never closed hides the rest", "%%\nb\n", ["1-2 comment %%⏎b"]),
    ("comments within a line are hidden", "- [ ] a %%b%% c\nd <!-- e --> f\n", ["1 item0[ ] a  c", "2 paragraph d  f"]),
    ("a line that is a comment", "%% - [ ] a %%\nb\n", ["1 comment %% - [ ] a %%", "2 paragraph b"]),
    ("a comment of HTML's", "<!-- a\n- [ ] no\n-->\nb\n", ["1-3 comment <!-- a⏎- [ ] no⏎-->", "4 paragraph b"]),
    ("HTML until a blank line", "<details>\n- [ ] no\n\n- [ ] yes\n", ["1-2 html <details>⏎- [ ] no", "4 item0[ ] yes"]),
    ("indented code", "a\n\n    x\n    y\n", ["1 paragraph a", "3-4 code x⏎y"]),
    ("a bullet indented as code below an item", "- a\n      - b\n", ["1 item0 a", "2 item1 b"]),
    ("a comment on one line", "<!-- a -->\nb\n", ["1 comment <!-- a -->", "2 paragraph b"]),
    ("a tag that is no block", "<b>a</b> c\n#\n", ["1 paragraph <b>a</b> c", "2 heading1 "]),
    ("quotes deeper than any hand writes", "> " * 70 + "a\n", ["1 quote> " + "> " * 6 + "a"]),
    ("rules", "a\n\n---\n* * *\n", ["1 paragraph a", "3 rule ", "4 rule "]),
    ("headings", "# A\nB\n===\n## C ##\n#d\n", ["1 heading1 A", "2-3 heading1 B", "4 heading2 C", "5 paragraph #d"]),
    (
        "a long line above a rule is no heading",
        "and so we went on until it was all done, every last one of them, to the very end of it.\n---\n",
        ["1 paragraph and so we went on until it was all done, every last one of them, to the very end of it.", "2 rule "],
    ),
    ("front matter counts in the lines", "---\na: 1\n---\n\nx\n", ["5 paragraph x"]),
    ("CRLF, BOM and a lone CR", "\ufeff---\r\na: 1\r\n---\r\nx\ry\r\n", ["4 paragraph x", "5 paragraph y"]),
    ("a zero-width blank before a bullet goes on with the item", "- a\n\u200b  - b\n", ["1 item0 a", "2 paragraph \u200b  - b"]),
    (
        "an unmarked heading before a list, and a bold one",
        "Errands\n- a\n\n**Plans:**\n\nb\n",
        ["1 heading7 Errands", "2 item0 a", "4 heading7 **Plans:**", "6 paragraph b"],
    ),
    ("a label's value before a list is none", "URL: https://example.org/a\n- a\n", ["1 paragraph URL: https://example.org/a", "2 item0 a"]),
    ("a turn that ends in bold is none", "**Otto:** see **Plans**\n- a\n", ["1 paragraph **Otto:** see **Plans**", "2 item0 a"]),
    ("a bullet with nothing behind it", "- a\n-\n- b\n\nc\n-\n", ["1 item0 a", "3 item0 b", "5-6 heading2 c"]),
    ("a sentence that leads into a list is none", "The steps are\n- a\n", ["1 paragraph The steps are", "2 item0 a"]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_blocks(title: str, text: str, expected: list[str]) -> None:
    assert shown(text) == expected, title


def test_parents_and_headings() -> None:
    note = read("a.md", b"# A\n- b\n  - c\n\n  text of b\n\n## D\ne\n# F\n")
    assert [(b.text, b.parent, b.heading) for b in note.blocks] == [
        ("A", None, None),
        ("b", None, 0),
        ("c", 1, 0),
        ("text of b", 1, 0),
        ("D", None, 0),
        ("e", None, 4),
        ("F", None, None),
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2025-04-30: [[Sync]] - about racks", "2025-04-30"),
        ("unknown: [[Oct 22nd, 2025]] - mapping (via Otto Vale)", "2025-10-22"),
        ("Mon 3 Nov 2025: called", "2025-11-03"),
        ("**2025-04-30** called", "2025-04-30"),
        ("called on 2025-04-30", None),
        ("2-3 years", None),
        ("december is full", None),
    ],
)
def test_a_line_may_begin_with_its_own_day(line: str, day: str | None) -> None:
    assert read("People/Mira Stone.md", f"- {line}\n".encode()).blocks[0].day == day


@given(st.lists(PIECES, max_size=14).map("".join))
def test_boxes_are_those_of_markdown_it(text: str) -> None:
    assume(not TWO_ON_ONE_LINE.search(text))
    ours = [(b.line, b.status) for b in read("Inbox/a.md", text.encode()).blocks if b.status]
    assert ours == [(item.line, item.status) for item in list_items(text) if item.status]


def test_what_is_never_closed_is_said() -> None:
    problems = read("a.md", b"x\n```\n- [ ] a\n").problems
    assert [(p.line, p.hint) for p in problems] == [(2, "close it")]


@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_word_is_lost_and_none_is_invented(text: str) -> None:
    lines = text.split("\n")
    blocks = read("Inbox/a.md", text.encode()).blocks
    covered = {n for block in blocks for n in range(block.line, block.end_line + 1)}
    written = {n for n, line in enumerate(lines, 1) if re.search("[a-z]", line)}
    assert written <= covered
    for block in blocks:
        source = " ".join(lines[block.line - 1 : block.end_line])
        assert set(re.findall(r"\w+", block.text)) <= set(re.findall(r"\w+", source))
