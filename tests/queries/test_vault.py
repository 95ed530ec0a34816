"""Which note a link means."""

from __future__ import annotations

import pytest

from prep import queries
from prep.queries.vault import Vault

PATHS = (
    "Note.md",
    "b/Note.md",
    "c/dd/Note.md",
    "zzzz/Other.md",
    "a/b/Other.md",
    "c/Über.md",
    "c/x y.md",
)

LINKS: list[tuple[str, str, str, str | None]] = [
    ("the root's note wins", "Note", "b/from.md", "Note.md"),
    ("with its ending", "Note.md", "b/from.md", "Note.md"),
    ("by path", "b/Note", "c/from.md", "b/Note.md"),
    ("by the end of its path", "dd/Note", "x.md", "c/dd/Note.md"),
    ("the shortest path, not the fewest folders", "Other", "x.md", "a/b/Other.md"),
    ("the own folder before that", "Other", "zzzz/from.md", "zzzz/Other.md"),
    ("any case", "nOtE", "x.md", "Note.md"),
    ("composed or not", "U\u0308ber", "x.md", "c/Über.md"),
    ("relative", "../b/Note", "c/from.md", "b/Note.md"),
    ("relative is exact", "./Note", "c/from.md", None),
    ("out of the vault", "../../Note", "b/from.md", None),
    ("nothing", "Nobody", "x.md", None),
    ("the note itself", "", "b/Note.md", "b/Note.md"),
    ("no note at all", "", "", None),
    ("a folder is no note", "b", "x.md", None),
]  # fmt: skip


@pytest.mark.parametrize(("title", "target", "source", "expected"), LINKS)
def test_resolve(title: str, target: str, source: str, expected: str | None) -> None:
    vault = Vault([queries.page(path, "", {}) for path in PATHS])
    assert vault.resolve(target, source) == expected


def test_links_back() -> None:
    texts = {"A.md": "[[B]] [[Gone]]", "B.md": "[[a|again]]", "C.md": "[[b]]"}
    vault = Vault([queries.page(path, text, {}) for path, text in texts.items()])
    assert vault.linking_to("B.md") == ["A.md", "C.md"]
    assert vault.linking_to("Gone") == ["A.md"]
    assert vault.linked_from("A.md") == ["B.md"]
