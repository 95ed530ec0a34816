"""The short ways of the reader give what the long ones give, and a gate never shuts out a match."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.notes import boilerplate, frontmatter, plain, properties
from prep.notes.row import Row
from prep.notes.scanner import Scanner
from prep.words import spellings

BEGINNINGS = (
    "", "", "- ", "* ", "+ ", "1. ", "2) ", "01. ", "10. ", "  - ", "    - ", "   1. ", "\t- ",
    "      * ", "# ", "## ", "####### ", "#", " # ", "> ", "> - ", "```", "~~~", "%%", "<div>", "---",
    "===", "-", "*", "  ", "\t", "- - ", "-\t", "1.\t", "- [ ] ", "- [x]", "  * [/] ", "| a | b |",
    "|---|---|", "<!-- ", "•", "• ", "  • ", "     ",
)  # fmt: skip
WORDS = (
    "", "words", "Bo: yes", "**Bo**: no", "*so*", "__x__ y", "`code`", "~~gone~~", "2025-04-30: x",
    "2025", "12.", "a %% b %% c", "<!-- c -->", "%% c %%", "-->", "x #", "x ##", "#tag", "[[Bo]]",
    "Über", "📅 x", "\u00a0x", "\u2003", "a\tb", "12\tb", "---", "***", "* * *", "-x", "=x", "+1",
    "word " * 14, "x\\", "x<br>", "Label: value", "%", "% x", "``` js", "</div>", "1) a", "x:", ">y",
)  # fmt: skip
LINES = st.lists(
    st.one_of(
        st.just(""), st.tuples(st.sampled_from(BEGINNINGS), st.sampled_from(WORDS)).map("".join)
    ),
    max_size=14,
)


def shown(rows: Sequence[Row]) -> list[tuple[object, ...]]:
    return [tuple(getattr(row, name) for name in Row.__slots__) for row in rows]


@settings(max_examples=1500, deadline=None)
@given(LINES)
def test_plain_lines_give_the_rows_of_the_general_way(lines: list[str]) -> None:
    short, long = Scanner(lines), Scanner(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain.Plain, "take", lambda self, index: index)
        expected = shown(long.run(0))
    assert shown(short.run(0)) == expected
    assert short.unclosed == long.unclosed


def test_deep_lists_give_the_rows_of_the_general_way() -> None:
    lines = [" " * (2 * depth) + "- x" for depth in range(80)] + ["- y", "  1. z", "", "w"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain.Plain, "take", lambda self, index: index)
        expected = shown(Scanner(lines).run(0))
    assert shown(Scanner(lines).run(0)) == expected


KEYS = ("a", "Key two", "x-y", "a_b", "2024", "é", "null", "k ", "- k", "a.b", "k:", "")
VALUES = (
    "", "x", "a b", "[a, b]", "[]", "[ ]", "[a,]", '["[[A]]", "[[B C]]"]', "[[A b-c]]", "[[A|B]]",
    '"q"', "'q'", "['x', y]", "[a: b]", "[a:b]", "12:30", "a: b", "a #c", "[x #c]", "[a b , c ]",
    "- x", "[-1, 2]", "[a -b]", "[a., b]", "[a - b]", "[---]", '["a",b]', "[\"it's\", x]", "[null]",
    "...", "--- x", "[🎉 x]", "[ü]", "|", "&a x", "*a", "!t x", "[a]b", '[""]', "[[]]", "[[a], b]",
    "[[a]] x", "\u00a0x", "[x\u2028]", "a\tb", "[_x]", "(x)", "[Al-pha, B.C]",
)  # fmt: skip
ITEMS = (
    "- x", "  - y", "    - z", "- [[A]]", '  - "[[A]]"', "  - ", "-", "- a: b", "", "  ", "# c",
    "  cont", "- 'q'", "-  w", "-x", "  -  y z  ", "- 12:30", "- #t", "- @x", "- -y", "- [a]",
)  # fmt: skip
PROPERTIES = st.tuples(
    st.sampled_from(KEYS), st.sampled_from((":", ": ", " : ")), st.sampled_from(VALUES)
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.one_of(PROPERTIES.map("".join), st.sampled_from(ITEMS)), min_size=1, max_size=5))
def test_flows_are_read_as_pyyaml_reads_them(block: list[str]) -> None:
    found = properties.flows(block)
    if found is not None:
        assert repr(found) == repr(frontmatter._compose(block))
        assert [type(entry.value) for entry in found] == [
            type(entry.value) for entry in frontmatter._compose(block) or ()
        ]


def test_links_in_quotes_are_read_without_pyyaml() -> None:
    block = [
        "date: 2024-05-29",
        'attendees: ["[[Bo Ek]]", "[[Cy Dunn]]"]',
        "tags:",
        "  - work",
        "org: [[Acme]]",
    ]
    found = properties.flows(block)
    assert found is not None
    assert found == frontmatter._compose(block)


@pytest.mark.parametrize("pattern", [boilerplate._LINE, boilerplate._TAIL], ids=["line", "tail"])
@settings(max_examples=500, deadline=None)
@given(data=st.data())
def test_furniture_is_never_shut_out(pattern: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(rf"\A(?:{pattern.pattern})", pattern.flags)))
    assert boilerplate.doubtful([Row("paragraph", text, 1, 1)]) == [0]


@settings(max_examples=300, deadline=None)
@given(st.text("abikszıſİK", max_size=3), st.text("abiks", min_size=1, max_size=3))
def test_spellings_are_those_of_a_pattern_without_case(text: str, beginning: str) -> None:
    taken = re.fullmatch(beginning, text, re.IGNORECASE) is not None
    assert (text in spellings(beginning)) == taken
