"""Fields of a body, tags, aliases, titles, privacy: what a note says of itself."""

from __future__ import annotations

import pytest

from prep.notes import read

CASES = [
    ("bold, the colon outside", "**Role**: keeps the keys", [("role", "keeps the keys", "bold")]),
    ("bold, the colon inside", "**Role:** keeps the keys", [("role", "keeps the keys", "bold")]),
    ("bold, in a list", "- **Reports to:** Otto", [("reportsto", "Otto", "bold")]),
    ("bold, of Dataview's kind", "**Role**:: keys", [("role", "keys", "inline")]),
    ("a label at the head", "# Weekly\n* Date: 2026-02-03\n", [("date", "2026-02-03", "bold")]),
    ("a list of people anywhere", "## A\n\nRegrets: Mira, Otto\n", [("regrets", "Mira, Otto", "bold")]),
    ("a label in the body is speech", "# A\n## B\nStatus: fine\n", []),
    ("a speaker is no field", "# A\n## B\n" + "x\n\n" * 30 + "**Mira**: so we start\n", []),
    ("a speaker who speaks twice", "**Mira**: so\n\n**Mira**: well\n", []),
    ("a table of properties", "| Field | Value |\n|---|---|\n| Role | keys |\n", [("role", "keys", "table")]),
    ("a table with bold labels", "| | |\n|---|---|\n| **Role** | keys |\n", [("role", "keys", "table")]),
    ("a table of records", "| Name | Org |\n|---|---|\n| Mira | Mill |\n", []),
    ("a line of Dataview's", "Last Contact:: 2026-02-03", [("lastcontact", "2026-02-03", "inline")]),
    ("brackets of Dataview's", "seen [last:: 2026-02-03] (via:: [[Otto]])", [("last", "2026-02-03", "inline"), ("via", "[[Otto]]", "inline")]),
    ("code has two colons too", "use std::vector here", []),
    ("a label above its list", "**Background**:\n- mills\n- racks\n", [("background", "mills; racks", "bold")]),
    ("a label without a value", "**Role**:\n", [("role", "", "bold")]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_fields(title: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    note = read("a.md", text.encode())
    assert [(f.key, f.value, f.place) for f in note.fields] == expected, title


@pytest.mark.parametrize(
    ("value", "values"),
    [
        ("Mira, Otto; Uma", ("Mira", "Otto", "Uma")),
        ("[[Mira Stone]], [[Otto, the elder]]", ("[[Mira Stone]]", "[[Otto, the elder]]")),
        ("Mira (Mill, Lab), Otto", ("Mira (Mill, Lab)", "Otto")),
        ("[Mira, unknown]", ("Mira",)),
        ("TBD", ()),
    ],
)
def test_values_of_a_list(value: str, values: tuple[str, ...]) -> None:
    assert read("a.md", f"**Attendees**: {value}\n".encode()).fields[0].values == values


def test_tags_are_gathered_once_without_their_sign() -> None:
    text = "---\ntags: [type/person, '#mill']\n---\n#mill and #lab/one, not #1984 or a#b or `#code` #[[two words]]\n"
    assert read("a.md", text.encode()).tags == ("type/person", "mill", "two words", "lab/one")


def test_aliases_of_all_spellings() -> None:
    text = "---\naliases: [Mimi, M. Stone]\nnickname: Mi\n---\nalias:: Stony, [[Stone]]\n"
    assert read("a.md", text.encode()).aliases == ("Mimi", "M. Stone", "Mi", "Stony", "Stone")


@pytest.mark.parametrize(
    ("title", "path", "text", "expected"),
    [
        ("the property", "x.md", "---\ntitle: Mill\n---\n# Other\n", "Mill"),
        ("the first heading", "x.md", "# Mill\n", "Mill"),
        ("the file's name", "Mill notes.md", "words\n", "Mill notes"),
        ("the folder's name", "Customers/Mill/README.md", "words\n", "Mill"),
    ],
)
def test_title(title: str, path: str, text: str, expected: str) -> None:
    assert read(path, text.encode()).title == expected, title


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("---\ntags: [private]\n---\n", True),
        ("---\nprivate: true\n---\n", True),
        ("---\nsensitivity: Confidential\n---\n", True),
        ("---\nprivate: false\n---\n", False),
        ("a line that is #private\n", False),
    ],
)
def test_private(text: str, private: bool) -> None:
    assert read("x.md", text.encode()).private is private


def test_language() -> None:
    assert read("x.md", b"---\nlang: de-AT\n---\n").language == "de"
    assert read("x.md", b"---\nlanguage: 12\n---\n").language == ""


def test_days_in_the_note_s_language() -> None:
    text = "---\ntype: meeting\nlang: de\ndate: 3. März 2026\n---\n"
    assert read("x.md", text.encode()).day == "2026-03-03"
