"""Note text enters a page as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from prep.render.escape import escape, plain_link

CASES = [
    ("emphasis", "a *b* c", r"a \*b\* c"),
    ("a word with underscores stays readable", "snake_case_name", "snake_case_name"),
    ("an opening underscore is escaped", "_hint_", r"\_hint\_"),
    ("a link is text", "[[Jane]]", r"\[\[Jane\]\]"),
    ("a table's bar", "a | b", r"a \| b"),
    ("a tag does not tag the brief", "#private stuff", r"\#private stuff"),
    ("a number sign alone stays", "issue # 4", "issue # 4"),
    ("HTML", "<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
    ("an Obsidian comment", "a %% b %%", r"a %\% b %\%"),
    ("an inline field", "due:: 2026-01-01", r"due:\: 2026-01-01"),
    ("a bullet at the start", "- not a list", r"\- not a list"),
    ("a number at the start", "1. not a list", r"1\. not a list"),
    ("lines are folded", "a\n\n  b", "a b"),
    ("a dollar is no formula", "$5 and $6", r"\$5 and \$6"),
]
PRINTABLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"))


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_escape(title: str, text: str, expected: str) -> None:
    assert escape(text) == expected


@given(st.text(PRINTABLE, max_size=60))
def test_what_is_escaped_reads_back_as_it_was(text: str) -> None:
    flat = " ".join(text.split())
    tokens = MarkdownIt("commonmark").parse(escape(flat))
    children = [child for token in tokens for child in token.children or []]
    assert "".join(child.content for child in children) == flat


def test_a_link_to_a_note_that_cannot_be_linked_is_text() -> None:
    assert plain_link("People/Jane Doe.md", "Key #1") == "[[Jane Doe#Key 1]]"
    assert plain_link("a [b].md") == r"a \[b\]"
