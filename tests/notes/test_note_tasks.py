"""Tasks in every dialect, as one record."""

from __future__ import annotations

from typing import Any

import pytest

from prep.model.note import Task
from prep.notes import read

EMPTY = Task(block=0, line=0, end_line=0, text="", status=" ", done=False, proposed=False)


def said(task: Task) -> dict[str, Any]:
    """What a task says beyond an open, empty box."""
    default = EMPTY._asdict()
    return {
        name: value
        for name, value in task._asdict().items()
        if value != default[name] and name not in ("block", "line", "end_line")
    }


def tasks(text: str, path: str = "Notes 2026-03-04.md") -> list[dict[str, Any]]:
    return [said(task) for task in read(path, text.encode()).tasks]


CASES = [
    ("a bare box", "- [ ] renew the pass", {"text": "renew the pass"}),
    ("done", "- [x] renew ✅ 2026-03-02", {"text": "renew", "status": "x", "done": True, "completed": "2026-03-02"}),
    ("cancelled", "- [-] renew ❌ 2026-03-02", {"text": "renew", "status": "-", "done": True, "completed": "2026-03-02"}),
    ("in progress", "* [/] renew", {"text": "renew", "status": "/"}),
    ("deferred", "1. [>] renew", {"text": "renew", "status": ">"}),
    ("proposed, owner, tags, priority, due", "- [?] check racks @Otto #task #proposed ⏫ 📅 2026-03-10", {"text": "check racks", "status": "?", "proposed": True, "owners": ("Otto",), "tags": ("task", "proposed"), "priority": "high", "due": "2026-03-10", "due_raw": "2026-03-10"}),
    ("the left of two due days", "- [ ] a 📅 2026-03-10 📅 2026-03-11", {"text": "a", "due": "2026-03-10", "due_raw": "2026-03-10"}),
    ("words after the day", "- [ ] a 📅 2026-03-10 b", {"text": "a b", "due": "2026-03-10", "due_raw": "2026-03-10"}),
    ("a day that is none", "- [ ] a 📅 2026-13-45", {"text": "a", "due_raw": "2026-13-45"}),
    ("start, scheduled, recurrence", "- [ ] a 🔁 every week 🛫 2026-03-05 ⏳ 2026-03-06", {"text": "a", "recurrence": "every week", "start": "2026-03-05", "scheduled": "2026-03-06"}),
    ("ids and block links are cut off", "- [ ] a 🆔 ab1 ⛔ x, y ^z9", {"text": "a"}),
    ("Dataview's brackets", "- [ ] a [due:: 2026-03-10] (priority:: low) [repeat:: every day]", {"text": "a", "due": "2026-03-10", "due_raw": "2026-03-10", "priority": "low", "recurrence": "every day"}),
    ("a field of another name stays", "- [ ] a [cost:: 3]", {"text": "a [cost:: 3]"}),
    ("an owner in brackets, with a day in words", "- [ ] check racks (@Otto Vale, due: Mar 20)", {"text": "check racks", "owners": ("Otto Vale",), "due": "2026-03-20", "due_raw": "Mar 20"}),
    ("an owner as a field", "- [ ] a [owner:: [[Otto Vale]]]", {"text": "a", "owners": ("Otto Vale",)}),
    ("an owner before a colon", "- [ ] Mira: check racks", {"text": "check racks", "owners": ("Mira",)}),
    ("a linked owner", "- [ ] [[Mira Stone|Mira]]: check racks", {"text": "check racks", "owners": ("Mira Stone",)}),
    ("a word before a colon that is no owner", "- [ ] Note: check racks", {"text": "Note: check racks"}),
    ("someone spoken of is no owner's mark", "- [ ] ask @mira about racks", {"text": "ask @mira about racks", "owners": ("mira",)}),
    ("an address is no owner", "- [ ] mail a@example.org", {"text": "mail a@example.org"}),
    ("due in words", "- [ ] send it by Friday", {"text": "send it by Friday", "due": "2026-03-06", "due_raw": "by Friday"}),
    ("a path in an address is no day", "- [ ] see https://example.org/2026/04/20", {"text": "see https://example.org/2026/04/20"}),
    ("an empty box", "- [ ]", {}),
    ("Logseq's marker and letter", "- TODO [#A] plan", {"text": "plan", "priority": "high", "dialect": "logseq"}),
    ("Logseq's stamps and logbook", "- DOING plan\n  SCHEDULED: <2026-05-31 Sun>\n  DEADLINE: <2026-06-01 Mon .+1d>\n  :LOGBOOK:\n  CLOCK: [2026-05-01]\n  :END:\n  id:: 12", {"text": "plan", "status": "/", "dialect": "logseq", "scheduled": "2026-05-31", "due": "2026-06-01", "due_raw": "2026-06-01", "recurrence": ".+1d"}),
    ("Logseq's done", "- DONE plan", {"text": "plan", "status": "x", "done": True, "dialect": "logseq"}),
    ("a label", "TODO: call back", {"text": "call back", "dialect": "label"}),
    ("a numbered action", "**ACTION 12.1:** Otto to look. Status: In progress", {"text": "Otto to look. Status: In progress", "dialect": "label"}),
    ("a closed action", "ACTION 12.1: Otto to look. Status: closed", {"text": "Otto to look. Status: closed", "done": True, "dialect": "label"}),
    ("a struck action", "## Action items\n- ~~call back~~", {"text": "~~call back~~", "done": True, "dialect": "section"}),
    ("a bullet under its heading", "## Action items\n- @mira call back", {"text": "call back", "owners": ("mira",), "dialect": "section"}),
    ("a bullet under its owner's label", "## Action items\n\n**Otto:**\n- call back", {"text": "call back", "owners": ("Otto",), "dialect": "section"}),
    ("an owner in the heading", "## Action items (for Otto)\n- call back", {"text": "call back", "owners": ("Otto",), "dialect": "section"}),
    ("a row of a table of actions", "| Action | Owner | Due | Status |\n|---|---|---|---|\n| call back | @mira, Otto | 2026-03-10 | open |", {"text": "call back", "owners": ("mira", "Otto"), "due": "2026-03-10", "due_raw": "2026-03-10", "dialect": "table"}),
    ("a row of one that is closed", "| Task | Who | Status |\n|---|---|---|\n| call back | Otto | Done |", {"text": "call back", "owners": ("Otto",), "done": True, "dialect": "table"}),
]  # fmt: skip


@pytest.mark.parametrize(("title", "line", "expected"), CASES)
def test_task(title: str, line: str, expected: dict[str, Any]) -> None:
    assert tasks(line) == [expected], title


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("words that begin like a marker", "- Today is fine\n- TODOS"),
        ("a label in a talk", "## Transcript\nTODO: that is what she said"),
        ("a bullet under another heading", "## Decisions\n- call back"),
        ("nothing under the heading", "## Action items\n- None\n- (n/a)"),
        ("a box in code, in a comment", "`- [ ] a`\n\n%%\n- [ ] a\n%%\n<!--\n- [ ] a\n-->"),
        (
            "a turn under such a heading",
            "## Racks\n- Otto: so\n## Next steps\n- Otto: well, let us see",
        ),
        (
            "a topic that begins so",
            "## Next steps of a long dance\n- left\n## To do or not to do\n- be",
        ),
        ("a table of something else", "| Name | Date |\n|---|---|\n| Otto | 2026-03-10 |"),
        ("a row without an action", "| Action | Owner |\n|---|---|\n| TBD | Otto |"),
        (
            "a heading that is a sentence",
            "## Actions speak louder than words, as the saying goes\n- a bee",
        ),
    ],
)
def test_no_task(title: str, text: str) -> None:
    assert tasks(text) == [], title


@pytest.mark.parametrize("path", ["Clippings/x.md", "Templates/x.md", "talk.vtt"])
def test_some_kinds_supply_no_tasks(path: str) -> None:
    assert tasks("- [ ] renew the pass", path) == []


def test_the_page_s_due_day_holds_for_what_has_none() -> None:
    text = "---\ndue: 2030-01-01\n---\n- [ ] a\n- [ ] b 📅 2026-03-10\n- [x] c\n"
    assert [task.get("due") for task in tasks(text)] == [
        "2030-01-01",
        "2026-03-10",
        None,
    ]


def test_by_friday_counts_from_the_episode_s_day() -> None:
    text = "## 2026-03-04\n- [ ] a by Friday\n## 2026-03-11\n- [ ] b by Friday\n"
    assert [t["due"] for t in tasks(text, "Lab/Weekly.md")] == ["2026-03-06", "2026-03-13"]


def test_nested_tasks_know_their_blocks() -> None:
    note = read("a.md", b"- [ ] a\n\t- [x] b\n\t- c\n\t\t- [ ] d\n")
    parents = [note.blocks[task.block].parent for task in note.tasks]
    assert [task.text for task in note.tasks] == ["a", "b", "d"]
    assert parents == [None, 0, 2]
