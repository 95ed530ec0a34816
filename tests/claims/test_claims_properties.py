"""What holds for the claims of any text: no error, own words, own lines, the same every time."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep import notes
from prep.claims import extract
from tests.claims.claims_vault import english

WORDS = st.sampled_from([
    "ACTION:", "Nora", "Milo Brandt", "to", "will", "send", "the", "draft", "by", "Friday", "?", ".", ",",
    ";", ":", "I", "I'll", "we", "decided", "not", "if", "Status:", "done", "*", "**bold**", "[[Ines|her]]",
    "[link](https://a.example)", "“why", "now?”", "- [ ]", "|", "(", ")", "...", "✅", "#tp", "no", "(Ines)", "NL:",
])  # fmt: skip
LINES = st.lists(st.lists(WORDS, max_size=9).map(" ".join), max_size=8).map("\n".join)


def fold(text: str) -> str:
    """The words alone: links by their display text, marks and punctuation gone."""
    text = re.sub(r"\[([^\]\[]*)\]\([^)]*\)", r"\1", unicodedata.normalize("NFKC", text))
    text = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", text)
    return " ".join(re.sub(r"[^\w ]+", " ", text).casefold().split())


def test_a_bracket_before_the_deed_is_nobody() -> None:
    """It once raised: the owner's name was looked at by its first letter, and had none."""
    text = "# Call\n\n( to send Nora to the board\n"
    extract(notes.read("Meetings/2026-01-05 call.md", text.encode()), english())


@settings(max_examples=150, deadline=None)
@given(st.one_of(LINES, st.text(max_size=200)))
def test_any_text(text: str) -> None:
    note = notes.read("Meetings/2026-01-05 call.md", text.encode())
    lines = notes.raw_lines(text.encode())
    found = extract(note, english())
    assert found == extract(note, english())
    for claim in found:
        assert 1 <= claim.line <= claim.end_line <= max(1, len(lines))
        assert claim.text == claim.text.strip()
        there = fold(" ".join(lines[claim.line - 1 : claim.end_line]))
        assert fold(claim.text) in there, claim


LONG = [
    "A " * 4000,
    "Nora and " * 1500 + "will send it",
    "no " * 3000,
    "“" * 3000 + "?",
    "I will " * 1500,
    "x" * 20000 + ": y",
    "(Ines " * 2000,
    "* NL: " + "which, that, " * 1500,
    "Nora Lind (" * 800,
]


@pytest.mark.parametrize("line", LONG, ids=[line[:12] for line in LONG])
def test_no_line_takes_long(line: str) -> None:
    note = notes.read(
        "Meetings/2026-01-05 call.md", f"# Call\n\n* NL: a\n* NL: b\n\n{line}\n".encode()
    )
    start = time.process_time()
    extract(note, english())
    assert time.process_time() - start < 5
