"""The plain values of a page's front matter."""

from __future__ import annotations

import pytest

from prep.markdown.front import properties, split

CASES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("plain", "title: A b", {"title": "A b"}),
    ("quoted", 'title: "A: \\"b\\""', {"title": 'A: "b"'}),
    ("single quotes", "title: 'it''s'", {"title": "it's"}),
    ("one quote", "title: 'tis", {"title": "'tis"}),
    ("wikilink", 'subject: "[[People/Ada|Ada]]"', {"subject": "Ada"}),
    ("flat list", "tags: [a, 'b c']", {"tags": "a, b c"}),
    ("list in lines", "tags:\n  - a\n  - b", {"tags": "a, b"}),
    ("empty", "title:", {"title": ""}),
    ("key in capitals", "Title: A", {"title": "A"}),
    ("no pair", "just words", {}),
)


@pytest.mark.parametrize(("title", "front", "expected"), CASES, ids=[row[0] for row in CASES])
def test_values(title: str, front: str, expected: dict[str, str]) -> None:
    assert properties(front) == expected


SPLITS = (
    ("---\na: b\n---\nc", "a: b\n", "c"),
    ("---\na: b\n...\nc", "a: b\n", "c"),
    ("---\nwords\n---\nc", "", "---\nwords\n---\nc"),
    ("---\na: b\nno end", "", "---\na: b\nno end"),
    ("c\n---\na: b\n---\n", "", "c\n---\na: b\n---\n"),
    ("", "", ""),
)


@pytest.mark.parametrize(("text", "front", "body"), SPLITS)
def test_split(text: str, front: str, body: str) -> None:
    assert split(text) == (front, body)
