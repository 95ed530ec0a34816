"""Kinds of note, by what speaks for them, and the reason in words."""

from __future__ import annotations

import pickle

import pytest

from prep.model.note import NoteKind
from prep.notes import KindRules, configured, read

PEOPLE_MEETING = "---\ntype: people\ndate: 2026-02-03\nparticipants: [Mira Stone]\n---\n"
CUES = "\n\n".join(f"[00:{n:02}] words that were said" for n in range(10))
SHOP = "\n\n".join(
    ["The mill has a new wheel", "It turns.", "You May Also Like", "Enjoyed This Article?",
     "Get weekly tips in your inbox.", "No spam. Unsubscribe anytime."]
)  # fmt: skip

CASES: list[tuple[str, str, str, NoteKind]] = [
    ("a person by its type", "x.md", "---\ntype: people\n---\n", "person"),
    ("a person by its folder", "People/Mira Stone.md", "# Mira Stone\n", "person"),
    ("a person by its folder's note", "People/Mira Stone/README.md", "words\n", "person"),
    ("a person by a type that is a link", "x.md", '---\ncategories:\n  - "[[People]]"\n---\n', "person"),
    ("people with a date and participants: a meeting", "People/x.md", PEOPLE_MEETING, "meeting"),
    ("a note of a meeting filed under a person", "People/Mira Stone/2026-02-03 racks.md", "words\n", "meeting"),
    ("a customer with a date and a source: a meeting", "x.md", "---\ntype: customer\ndate: '2026-02-03'\nsource_ref: inbox/a\n---\n", "meeting"),
    ("a meeting by those present", "x.md", "# Weekly\n## Present\n* Mira\n", "meeting"),
    ("a meeting by name and day", "2026-02-03 sync with Mira.md", "words\n", "meeting"),
    ("a meeting by its folder", "team/meeting-notes/2026-02-03.md", "words\n", "meeting"),
    ("a meeting by a folder of figures", "1-1s/Mira.md", "words\n", "meeting"),
    ("a person by a numbered folder", "02 - People/Mira Stone.md", "words\n", "person"),
    ("an account by its folder", "Customers/Mill.md", "words\n", "account"),
    ("an account by its folder's note", "Customers/Mill/Mill.md", "words\n", "account"),
    ("a note deeper in an account's folder is none", "Customers/Mill/ideas.md", "words\n", "other"),
    ("a day", "Daily/2026-02-03.md", "# Present\n- a\n", "daily"),
    ("a day of Logseq's", "journals/2026_02_03.md", "- a\n", "daily"),
    ("a day in words, with its weekday", "Wednesday 22 October 2025.md", "- a\n", "daily"),
    ("minutes named by their day", "2026-02-03.md", "# Weekly\n## Present\n* Mira\n", "meeting"),
    ("a template by its folder", "Templates/Person.md", "---\ntype: people\n---\n", "template"),
    ("a template by its placeholders", "x.md", "---\ntitle: {{title}}\ntype: people\n---\n", "template"),
    ("a template by its title", "x.md", "# {{title}}\n", "template"),
    ("one placeholder left over is no template", "x.md", "---\ntype: people\nlast_contact: {{date}}\n---\n", "person"),
    ("an index", "MANIFEST.md", "- [[a]]\n", "index"),
    ("a vault's README", "README.md", "words\n", "index"),
    ("a clipping by its properties", "x.md", "---\ntitle: a\nsource: https://example.org/a\n---\n", "clipping"),
    ("a copied page", "x.md", "Title: The mill\n\nURL Source: https://example.org/a\n\n# The mill\n", "clipping"),
    ("highlights of Readwise's", "x.md", "# A book\n## Metadata\n- Author: [[M. Stone]]\n## Highlights\n- so it is\n", "clipping"),
    ("notes of Granola's", "x.md", "---\ngranola_id: 12\ntitle: Racks\ntype: note\nattendees:\n- mira@example.org\n---\n### Racks\n- a\n", "meeting"),
    ("a clipping by its furniture, without properties", "x.md", SHOP, "clipping"),
    ("a transcript by its times", "x.md", CUES, "transcript"),
    ("a transcript by its ending", "talk.vtt", "WEBVTT\n", "transcript"),
    ("a story", "x.md", "---\ntype: story\n---\n", "story"),
    ("a role", "Roles/Platform lead.md", "words\n", "role"),
    ("a project", "x.md", "---\ntags: [project]\n---\n", "project"),
    ("nothing speaks", "x.md", "words\n", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "path", "text", "kind"), CASES)
def test_kind(title: str, path: str, text: str, kind: NoteKind) -> None:
    note = read(path, text.encode())
    assert note.kind == kind, f"{title}: {note.kind_why}"
    assert note.kind_why


def test_the_reason_names_the_signals() -> None:
    assert read("People/Mira Stone.md", b"---\ntype: people\n---\n").kind_why == (
        "folder `people`, in `people`, type `people`, its name may be a person's"
    )


def test_an_owner_adds_signals() -> None:
    rules = configured({"meeting": {"folders": ["Gespräche"], "colours": ["red"]}})
    assert read("Gespräche/x.md", b"words", rules=rules).kind == "meeting"
    assert read("Gespräche/x.md", b"words").kind == "other"


def test_least_points_can_be_set() -> None:
    assert read("Projects/x.md", b"words", rules=KindRules(least=31)).kind == "other"


def test_rules_reach_other_processes() -> None:
    rules = configured({"meeting": {"folders": ["Gespräche"]}}, dayfirst=True, language="de")
    copy = pickle.loads(pickle.dumps(rules))
    assert copy == rules
    assert read("Gespräche/x.md", b"words", rules=copy).kind == "meeting"
