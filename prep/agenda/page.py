"""The agenda as a document: a section a day, an entry a meeting, what is known below it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from prep.agenda.event import Event, Window
from prep.model.brief import Audience, Brief, Contact, Entry, Section, Source
from prep.model.naming import Subject
from prep.problems import Problem

OWED = 3
"""Open promises shown of one person; the brief has the rest."""
UNKNOWN = 3
"""Open points of one person shown; likewise."""


class Known(NamedTuple):
    """What the notes know of one who attends: ``owed`` are the open promises of both sides, as the
    brief prints them, ``unknown`` the points that the notes leave open.
    """

    subject: Subject
    last_met: Contact | None = None
    owed: tuple[Entry, ...] = ()
    unknown: tuple[str, ...] = ()


class Meeting(NamedTuple):
    """An event with those of its attendees whom the notes know, and the names of the others."""

    event: Event
    known: tuple[Known, ...] = ()
    strangers: tuple[str, ...] = ()


def assemble(
    meetings: Sequence[Meeting],
    window: Window,
    *,
    as_of: str,
    language: str = "en",
    audience: Audience = "me",
    limit: int | None = None,
    problems: tuple[Problem, ...] = (),
) -> Brief:
    """The agenda of a window, ``kind`` "agenda". ``meetings`` stand in their order.

    ``limit``: most meetings of a day; None: all.
    """
    words = _WORDS[language]
    days: dict[str, list[Entry]] = {}
    for meeting in meetings:
        day = max(meeting.event.day, window.first.isoformat())
        days.setdefault(day, []).append(_entry(meeting, words))
    sections = tuple(
        _section(day, entries, limit, language) for day, entries in sorted(days.items())
    )
    title = f"{words['agenda']} {_period(window)}"
    return Brief(
        kind="agenda",
        title=title,
        subject=Subject(title, "topic", None, ""),
        as_of=as_of,
        audience=audience,
        sections=sections or (Section("meetings", words["meetings"], empty="none found"),),
        problems=problems,
        language=language,
    )


def _section(day: str, entries: list[Entry], limit: int | None, language: str) -> Section:
    kept = tuple(entries[:limit])
    more = len(entries) - len(kept)
    where = f"prep agenda {day}" if more else ""
    return Section(f"day_{day}", _day(day, language), kept, more=more, more_where=where)


def _period(window: Window) -> str:
    first, last = window.first.isoformat(), window.last.isoformat()
    return first if first == last else f"{first} – {last}"


def _day(iso: str, language: str) -> str:
    day = date.fromisoformat(iso)
    return f"{_WEEKDAYS[language][day.weekday()]} {iso}"


def _entry(meeting: Meeting, words: Mapping[str, str]) -> Entry:
    event = meeting.event
    source = source_of(event)
    children: list[Entry] = []
    children += [_known(known, source, words) for known in meeting.known]
    if meeting.strangers:
        names = ", ".join(meeting.strangers)
        children.append(_line(words["strangers"], names, (source,), "agenda.stranger"))
    return Entry(
        id=identifier(event),
        text=event.title,
        quote=event.title in event.words,
        kind="meeting",
        rule="agenda.event",
        sources=(source,),
        who=meeting.known[0].subject.name if meeting.known else None,
        date=event.day,
        label=hours(event, words["all_day"]),
        why=event.location,
        children=tuple(children),
    )


def identifier(event: Event) -> str:
    """A short name of an occurrence that stays the same while its calendar does."""
    text = f"{event.uid}\0{event.start}\0{event.path}"
    return f"m-{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def hours(event: Event, all_day: str = "all day") -> str:
    """``14:00–15:00``; the later day with it where the event ends on another one."""
    if event.all_day:
        return all_day
    until = event.end[11:16] if event.end[:10] == event.day else event.end[:16].replace("T", " ")
    return event.clock if until == event.clock else f"{event.clock}–{until}"


def source_of(event: Event) -> Source:
    """Where an event stands."""
    return Source(event.path, event.line, event.end_line, event.words, event.day)


def _known(known: Known, source: Source, words: Mapping[str, str]) -> Entry:
    name, met = known.subject.name, known.last_met
    below = [replace(one, label=words[one.direction or "unclear"]) for one in known.owed[:OWED]]
    if known.unknown:
        text = ", ".join(known.unknown[:UNKNOWN])
        below.append(_line(words["unknown"], text, (source,), "agenda.unknown"))
    if met is not None and met.date:
        text, sources = f"{words['last_met']} {met.date}", (*met.sources, source)
    else:
        text, sources = words["not_met"], (source,)
    return replace(_line(name, text, sources, "agenda.met"), children=tuple(below))


def _line(label: str, text: str, sources: tuple[Source, ...], rule: str) -> Entry:
    return Entry(
        id=f"{rule.partition('.')[2]}-{hashlib.sha256(f'{label}{text}'.encode()).hexdigest()[:4]}",
        text=text, quote=False, kind="fact", rule=rule, sources=sources, label=label,
    )  # fmt: skip


_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
}
_WORDS = {
    "en": {
        "agenda": "Agenda", "meetings": "Meetings", "all_day": "all day", "last_met": "last met",
        "not_met": "no meeting with them in the notes", "unknown": "Unknown",
        "strangers": "Not in the notes", "mine": "You owe", "theirs": "They owe",
        "unclear": "Owed",
    },
    "de": {
        "agenda": "Agenda", "meetings": "Termine", "all_day": "ganztags",
        "last_met": "zuletzt getroffen", "not_met": "kein Treffen in den Notizen",
        "unknown": "Unbekannt", "strangers": "Nicht in den Notizen", "mine": "Von dir",
        "theirs": "Von ihnen", "unclear": "Zugesagt",
    },
}  # fmt: skip
