"""Meetings that stand in notes, the days asked for, and the page."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from prep.agenda import (
    Attendee,
    Event,
    Known,
    Meeting,
    Window,
    assemble,
    at,
    events,
    following,
    window,
)
from prep.model.brief import Contact, Source
from prep.model.naming import Subject
from prep.model.note import Block, Episode, Field, Link, Note, NoteKind
from prep.problems import UsageError

OSLO = ZoneInfo("Europe/Oslo")
WEEK = Window(date(2025, 11, 5), date(2025, 11, 11), OSLO)


def note(
    *blocks: Block, kind: NoteKind = "daily", day: str | None = "2025-11-05", title: str = "2025-11-05",
    fields: tuple[Field, ...] = (), links: tuple[Link, ...] = (),
) -> Note:  # fmt: skip
    last = max((block.end_line for block in blocks), default=1)
    return Note(
        path="Daily/x.md", title=title, kind=kind, kind_why="", day=day, day_source="name", day_line=0,
        body_line=1, fields=fields, tags=(), aliases=(), blocks=blocks, links=links, tasks=(),
        episodes=(Episode(title, kind, 1, last, day, "name", 0),),
    )  # fmt: skip


def item(text: str, line: int = 3, status: str | None = None, level: int = 0) -> Block:
    return Block("item", text, line, line, level=level, status=status)


def found(*notes: Note, asked: Window = WEEK) -> tuple[Event, ...]:
    return events((), notes, asked, ("Nora Lind",))[0]


TIMED = [
    ("a heading", Block("heading", "14:00 Pricing with Ola", 3, 3, level=2), ("14:00", "15:00", "Pricing with Ola")),
    ("a shaped heading", Block("heading", "9:30 - 10:15 stand-up", 3, 3, level=7, marked=False), ("09:30", "10:15", "stand-up")),
    ("an item", item("10:00 Sync"), ("10:00", "11:00", "Sync")),
    ("an open box", item("8:15–8:30 Call Mia", status=" "), ("08:15", "08:30", "Call Mia")),
    ("half past", item("2.30 Uhr Abnahme"), ("02:30", "03:30", "Abnahme")),
    ("afternoon", item("2pm: review"), ("14:00", "15:00", "review")),
    ("noon and midnight", item("12:15 am release"), ("00:15", "01:15", "release")),
    ("bold", item("**16:00** [[Ola Vik]] call"), ("16:00", "17:00", "Ola Vik call")),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), [pytest.param(*t[1:], id=t[0]) for t in TIMED])
def test_a_line_with_a_time(block: Block, expected: tuple[str, str, str]) -> None:
    (event,) = found(note(block))
    assert (event.clock, event.end[11:16], event.title) == expected
    assert (event.start[:10], event.line) == ("2025-11-05", 3)


@pytest.mark.parametrize(
    "block",
    [
        item("1.10 is out"),
        item("12 people came"),
        item("10:00 done", status="x"),
        item("14:00"),
        item("10:00 below", level=1),
        Block("quote", "14:00 Sync", 3, 3),
        Block("paragraph", "14:00 was when we met", 3, 3),
        Block("heading", "14:00 Sync", 3, 3, quoted=True),
    ],
)
def test_no_meeting(block: Block) -> None:
    assert found(note(block)) == ()


@pytest.mark.parametrize(
    ("day", "kind"),
    [("2025-11-04", "daily"), ("2025-11-12", "daily"), (None, "daily"), ("2025-11-05", "template")],
)
def test_only_of_the_days_asked_for(day: str | None, kind: NoteKind) -> None:
    assert found(note(item("10:00 Sync"), day=day, kind=kind)) == ()


def field(key: str, *values: str) -> Field:
    return Field(key, key, values[0], values, 2, 2, "front")


def test_a_meeting_note_of_a_day_to_come() -> None:
    ahead = note(
        kind="meeting", title="Pricing round", day="2025-11-06",
        fields=(field("time", "14:30"), field("attendees", "[[Vik, Ola]]", "Mia Holm"), field("location", "Oslo")),
    )  # fmt: skip
    (event,) = found(ahead)
    assert (event.start, event.end) == ("2025-11-06T14:30+01:00", "2025-11-06T15:30+01:00")
    assert event.attendees == (Attendee("Ola Vik"), Attendee("Mia Holm"))
    assert (event.title, event.location) == ("Pricing round", "Oslo")


def test_a_meeting_note_without_a_time_is_all_day() -> None:
    (event,) = found(note(kind="meeting", title="Off-site", day="2025-11-06"))
    assert (event.start, event.end, event.all_day, event.clock) == (
        "2025-11-06",
        "2025-11-07",
        True,
        "",
    )


def test_the_agenda_within_a_meeting_is_no_meeting() -> None:
    (event,) = found(
        note(item("10:00 Intro"), item("10:30 Demo"), kind="meeting", title="14:00 Demo day")
    )
    assert (event.clock, event.title) == ("14:00", "Demo day")


def test_links_of_the_line_attend() -> None:
    link = Link("Ola Vik", "", "", embed=False, line=3)
    (event,) = found(note(item("10:00 [[Ola Vik]]"), links=(link,)))
    assert event.attendees == (Attendee("Ola Vik"),)


DAYS = [
    (None, "2025-11-05", "2025-11-05"),
    ("today", "2025-11-05", "2025-11-05"),
    ("tomorrow", "2025-11-06", "2025-11-06"),
    ("Friday", "2025-11-07", "2025-11-07"),
    ("monday", "2025-11-10", "2025-11-10"),
    ("2025-12-01", "2025-12-01", "2025-12-01"),
    ("week", "2025-11-05", "2025-11-11"),
    ("next week", "2025-11-10", "2025-11-16"),
    ("next", "2025-11-05", "2025-11-18"),
    ("3 Dec", "2025-12-03", "2025-12-03"),
    ("fri", "2025-11-07", "2025-11-07"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "first", "last"), DAYS)
def test_the_days_asked_for(asked: str | None, first: str, last: str) -> None:
    got = window(asked, "2025-11-05", OSLO)
    assert (got.first.isoformat(), got.last.isoformat()) == (first, last)


@pytest.mark.parametrize("asked", ["someday", "Ola", "tomorrow and friday"])
def test_no_day(asked: str) -> None:
    with pytest.raises(UsageError, match="is no day"):
        window(asked, "2025-11-05", OSLO)


PLAN = found(
    note(item("9:00 Stand-up", 3), item("14:00 Pricing with Ola Vik", 4), item("14:00 Review", 5))
)


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("14:00", ["Pricing with Ola Vik", "Review"]),
        ("2pm", ["Pricing with Ola Vik", "Review"]),
        ("9", ["Stand-up"]),
        ("9:30", ["Stand-up"]),
        ("ola pricing", ["Pricing with Ola Vik"]),
        ("16:00", []),
    ],
)
def test_which_meeting(asked: str, titles: list[str]) -> None:
    assert [one.title for one in at(PLAN, asked)] == titles


@pytest.mark.parametrize(
    ("clock", "title"),
    [
        ("00:00", "Stand-up"),
        ("09:59", "Stand-up"),
        ("10:00", "Pricing with Ola Vik"),
        ("15:00", None),
    ],
)
def test_what_is_next(clock: str, title: str | None) -> None:
    event = following(PLAN, datetime.fromisoformat(f"2025-11-05T{clock}+01:00"))
    assert (event and event.title) == title


def test_the_page_says_who_is_known_and_who_is_not() -> None:
    """Every line has a source: the event's, and the note of the last meeting."""
    ola = Subject("Ola Vik", "person", "People/Ola Vik.md", "Nordlys")
    met = Contact(
        "2025-10-22", (Source("Meetings/2025-10-22.md", 4, 4, "- Ola Vik", "2025-10-22"),)
    )
    known = Known(ola, met, unknown=("role", "goals", "budget", "team"))
    made = assemble([Meeting(PLAN[1], (known,), ("Mia Holm",))], WEEK, as_of="2025-11-05")
    (section,) = made.sections
    (entry,) = section.entries
    assert (made.kind, section.title) == ("agenda", "Wednesday 2025-11-05")
    assert (entry.label, entry.text, entry.who) == (
        "14:00–15:00",
        "Pricing with Ola Vik",
        "Ola Vik",
    )
    assert [(child.label, child.text) for child in entry.children] == [
        ("Ola Vik", "last met 2025-10-22"),
        ("Not in the notes", "Mia Holm"),
    ]
    (unknown,) = entry.children[0].children
    assert (unknown.label, unknown.text) == ("Unknown", "role, goals, budget")
    assert [one.path for one in entry.children[0].sources] == [
        "Meetings/2025-10-22.md",
        "Daily/x.md",
    ]


def test_an_empty_day_says_so() -> None:
    made = assemble([], WEEK, as_of="2025-11-05", language="de")
    assert [(one.key, one.empty) for one in made.sections] == [("meetings", "none found")]
    assert made.title == "Agenda 2025-11-05 – 2025-11-11"
