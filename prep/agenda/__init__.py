"""Meetings to come, from calendars and notes, and the people of address books."""

from __future__ import annotations

from collections.abc import Sequence

from prep.agenda import ics, written
from prep.agenda.choose import at, following, window
from prep.agenda.contacts import Contact, contacts
from prep.agenda.event import Attendee, Event, Window, in_order, is_one_of
from prep.agenda.page import Known, Meeting, assemble, hours
from prep.model.note import Note
from prep.names import fold
from prep.problems import Problem

__all__ = [
    "Attendee",
    "Contact",
    "Event",
    "Known",
    "Meeting",
    "Window",
    "assemble",
    "at",
    "contacts",
    "events",
    "following",
    "hours",
    "is_one_of",
    "window",
]


def events(
    calendars: Sequence[tuple[str, bytes]],
    notes: Sequence[Note],
    asked: Window,
    me: tuple[str, ...],
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The meetings of a window in their order, and what of the calendars could not be read.

    Args:
        calendars: files as (path to show, bytes).
        notes: notes whose day may fall into the window.
        asked: the days.
        me: the owner's names and addresses; what they declined is left out.

    A meeting that stands in two places (two calendars, a calendar and a note) is there once, with
    the attendees of both.
    """
    found: list[Event] = []
    problems: list[Problem] = []
    for path, data in calendars:
        more, wrong = ics.events(path, data, asked, me)
        found += more
        problems += wrong
    found += written.events(notes, asked)
    return tuple(_once(sorted(found, key=in_order))), tuple(problems)


def _once(found: list[Event]) -> list[Event]:
    kept: dict[tuple[str, str], Event] = {}
    for event in found:
        key = (event.start, fold(event.title))
        first = kept.setdefault(key, event)
        if first is not event:
            both = dict.fromkeys((*first.attendees, *event.attendees))
            kept[key] = first._replace(attendees=tuple(both))
    return list(kept.values())
