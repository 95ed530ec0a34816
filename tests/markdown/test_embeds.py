"""Notes that embed notes."""

from __future__ import annotations

import pytest

from prep.markdown.document import parse
from prep.markdown.embeds import expand

NOTES = {
    "Ada": "---\nrole: head\n---\n# Ada\n\nLikes tea.[^1]\n\n## Work\n\nMills\n\n## Home\n\nHull\n\n[^1]: said so",
    "Ring": "round\n![[Ring]]",
    "One": "1\n![[Two]]",
    "Two": "2\n![[Three]]",
    "Three": "3\n![[Four]]",
    "Four": "4",
}

CASES = (
    ("no embed", "a [[Ada]]", "a [[Ada]]"),
    ("in a line of words", "see ![[Ada]]", "see ![[Ada]]"),
    ("not in the vault", "![[Nobody]]", "![[Nobody]]"),
    ("in code", "```\n![[Four]]\n```", "```\n![[Four]]\n```"),
    ("whole note", "![[Four]]", "\n> [!quote] Four\n> 4\n"),
    ("section", "![[Ada#Work]]", "\n> [!quote] Ada\n> ## Work\n>\n> Mills\n"),
    ("ring", "![[Ring]]", "\n> [!quote] Ring\n> round\n> ![[Ring]]\n"),
)


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[row[0] for row in CASES])
def test_expand(title: str, text: str, expected: str) -> None:
    assert expand(text, NOTES.get) == expected


def test_three_deep_and_no_further() -> None:
    found = expand("![[One]]", NOTES.get)
    assert "> > > 3" in found
    assert "![[Four]]" in found


def test_footnotes_of_two_notes_stay_apart() -> None:
    page = parse(expand("a[^1]\n\n![[Ada]]\n\n[^1]: mine", NOTES.get))
    assert len(page.notes) == 2
    assert "role" not in str(page.blocks)
