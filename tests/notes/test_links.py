"""Links are resolved as Obsidian does, then as people mean them, and the rule is named."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.notes.inline import links, wiki
from prep.notes.links import Resolver

PATHS = (
    "Note.md",
    "b/Note.md",
    "zzzz/Note.md",
    "a/b/Other.md",
    "zz/Other.md",
    "Deep/Twice.md",
    "Deep/er/Twice.md",
    "People/Mira Stone/README.md",
    "People/Otto Vale/Otto Vale.md",
    "Daily/2025-10-22.md",
    "pages/lab___bench.md",
    "Ext.md",
    "img/plan.png",
    "Café.md",
)
ALIASES = {"Mimi": "People/Mira Stone/README.md", "The Lab": ["Note.md", "b/Note.md"]}


@pytest.mark.parametrize(
    ("title", "target", "source", "expected"),
    [
        ("the exact path wins over a sibling", "Note", "b/x.md", ("Note.md", "path")),
        ("a path from the root", "b/Note", "x.md", ("b/Note.md", "path")),
        ("the own folder before the shortest", "Twice", "Deep/er/x.md", ("Deep/er/Twice.md", "folder")),
        ("the shortest path by characters", "Other", "x.md", ("zz/Other.md", "shortest")),
        ("an ancestor's folder counts for nothing", "Twice", "Deep/er/est/x.md", ("Deep/Twice.md", "shortest")),
        ("a path's tail", "er/Twice", "x.md", ("Deep/er/Twice.md", "shortest")),
        ("case never matters", "nOtE", "x.md", ("Note.md", "path")),
        ("an ending in any case", "Ext.MD", "x.md", ("Ext.md", "path")),
        ("heading and display are cut off", "Note#Plan|see", "x.md", ("Note.md", "path")),
        ("a heading of the note itself", "#Plan", "x.md", ("x.md", "self")),
        ("a file that is no note", "plan.png", "x.md", ("img/plan.png", "shortest")),
        ("decomposed Unicode", normalize("NFD", "Café"), "x.md", ("Café.md", "path")),
        ("relative, exact only", "../Note", "b/x.md", ("Note.md", "relative")),
        ("relative, and not there", "./Other", "b/x.md", (None, "none")),
        ("a folder's README", "Mira Stone", "x.md", ("People/Mira Stone/README.md", "folder note")),
        ("a folder's note of its name", "otto vale", "x.md", ("People/Otto Vale/Otto Vale.md", "shortest")),
        ("a folder by its path", "People/Mira Stone", "x.md", ("People/Mira Stone/README.md", "folder note")),
        ("an alias, after all else", "mimi", "x.md", ("People/Mira Stone/README.md", "alias")),
        ("an alias of two notes is not picked", "the lab", "x.md", (None, "several")),
        ("a Logseq namespace", "lab/bench", "x.md", ("pages/lab___bench.md", "namespace")),
        ("a day's note", "Oct 22nd, 2025", "x.md", ("Daily/2025-10-22.md", "day")),
        ("outside the vault", "../../etc/passwd", "b/x.md", (None, "outside")),
        ("an absolute path is inside or nothing", "/etc/passwd", "x.md", (None, "none")),
        ("an address", "https://example.org/a", "x.md", (None, "url")),
        ("nothing of that name", "Nobody", "x.md", (None, "none")),
    ],
)  # fmt: skip
def test_resolution(title: str, target: str, source: str, expected: tuple[str | None, str]) -> None:
    assert Resolver(PATHS, ALIASES).resolve(target, source) == expected, title


@given(st.text(max_size=40), st.sampled_from(PATHS))
def test_a_link_leads_into_the_vault_or_nowhere(target: str, source: str) -> None:
    path, _ = Resolver(PATHS, ALIASES).resolve(target, source)
    assert path is None or path in PATHS


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("display", "see [[a|b]]", [("a", "", "b", False)]),
        ("split at the first pipe", "[[#h||x]]", [("", "h", "|x", False)]),
        ("escaped in a table", r"[[a\|b]] | c", [("a", "", "b", False)]),
        ("heading in heading", "[[a#h1#h2]]", [("a", "h1#h2", "", False)]),
        ("a block", "[[a#^id]]", [("a", "^id", "", False)]),
        ("an embed with its size", "![[p.png|100x50]]", [("p.png", "", "100x50", True)]),
        ("one bracket does not end it", "[[Sq]uare]]", [("Sq]uare", "", "", False)]),
        ("not in code", "`[[a]]` and [[b]]", [("b", "", "", False)]),
        ("Markdown, percent-decoded", "[t](My%20Note.md#h)", [("My Note.md", "h", "t", False)]),
        ("Markdown with brackets", "[t](a_(b).md)", [("a_(b).md", "", "t", False)]),
        ("two kinds in their order", "[t](a.md) [[b]]", [("a.md", "", "t", False), ("b", "", "", False)]),
        ("none in a check box", "- [ ] [x] [[ ]", []),
    ],
)  # fmt: skip
def test_links_of_a_line(title: str, text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert [(x.target, x.sub, x.display, x.embed) for x in links(text, 1)] == expected, title


def test_a_link_knows_its_line() -> None:
    assert [link.line for link in links("a\n[[b]]\n[c](d.md)", 7)] == [8, 9]


def test_wiki_reads_what_stands_between_the_brackets() -> None:
    assert wiki(" a b #c | d ", 3)[:3] == ("a b", "c", "d")
