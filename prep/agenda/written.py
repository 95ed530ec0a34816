"""Meetings that stand in notes: a note of a day to come, a heading or a line with a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from prep.agenda.event import Attendee, Event, Window
from prep.model.note import Block, Episode, Note
from prep.names import read_name
from prep.patterns import lazy

_MINUTES = r"(?:[:h]|\.(?=[0-5]\d\s*uhr))(?P<m>[0-5]\d)"  # "1.10 is out" is no time of day
_HALF = r"[ap]\.?m\b\.?"
_CLOCK = (
    rf"(?:(?P<h>[01]?\d|2[0-3]){_MINUTES}\s*(?P<ap>{_HALF})?"
    rf"|(?P<h2>1[0-2]|[1-9])\s*(?P<ap2>{_HALF}))"
)
_TIMED = lazy(
    rf"^\W*(?:at\s+|um\s+)?{_CLOCK}(?:\s*(?:-|–|—|to|bis)\s*(?P<until>[\d:.h]+\s*(?:{_HALF})?))?"
    r"(?:\s*(?:uhr|h)\b)?\s*[-–—:|,]?\s*(?P<title>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_UNTIL = lazy(_CLOCK, re.IGNORECASE)
_TIME_KEYS = ("start", "time", "starttime", "begin", "uhrzeit")
_PEOPLE_KEYS = ("attendees", "participants", "people", "members", "with", "teilnehmer")
_PLACE_KEYS = ("location", "place", "where", "ort")
_LENGTH = timedelta(hours=1)  # of a meeting whose end is not written
_MARKUP = lazy(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|[*_`#]+")


def events(notes: Sequence[Note], window: Window) -> list[Event]:
    """The meetings of a window that stand in these notes, in the notes' order.

    A meeting note counts by its own day, with the time of its heading or its front matter; in a
    note of a day each heading and list item that begins with a time (what stands there without
    one is a record of the day, not a plan). What is done, quoted or code is no meeting.
    """
    found: list[Event] = []
    for note in notes:
        found += _of_note(note, window)
    return found


def _of_note(note: Note, window: Window) -> Iterator[Event]:
    for episode in note.episodes:
        day = _day(episode.day or note.day, window)
        if day is not None and note.kind == "daily":
            yield from _timed(note, episode, day, window)
        elif day is not None and note.kind == "meeting":
            yield _whole(note, episode, day, window)


def _day(iso: str | None, window: Window) -> date | None:
    day = date.fromisoformat(iso) if iso else None
    return day if day and window.first <= day <= window.last else None


def _timed(note: Note, episode: Episode, day: date, window: Window) -> Iterator[Event]:
    for block in note.blocks:
        if episode.line <= block.line <= episode.end_line and _may_be_meeting(block):
            match = _TIMED.match(block.text)
            title = _plain(match["title"].split("\n")[0]) if match else ""
            if match and title:
                yield _from_line(note, block, match, title, day, window)


def _may_be_meeting(block: Block) -> bool:
    if block.quoted or block.status in {"x", "X", "-"}:
        return False
    return block.kind == "heading" or (block.kind == "item" and block.level == 0)


def _from_line(
    note: Note, block: Block, match: re.Match[str], title: str, day: date, window: Window
) -> Event:
    until = _UNTIL.match(match["until"] or "")
    start = datetime.combine(day, _time(match), window.zone)
    end = datetime.combine(day, _time(until), window.zone) if until else start + _LENGTH
    people = [link.display or link.target for link in note.links if link.line == block.line]
    return Event(
        start=start.isoformat(timespec="minutes"),
        end=max(end, start).isoformat(timespec="minutes"),
        all_day=False,
        title=title,
        attendees=_people(people),
        location="",
        path=note.path,
        line=block.line,
        end_line=block.end_line,
        words=block.text,
        uid=f"{note.path}:{block.line}",
    )


def _time(match: re.Match[str]) -> time:
    hour, minute = int(match["h"] or match["h2"]), int(match["m"] or 0)
    half = (match["ap"] or match["ap2"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return time(hour, minute)


def _whole(note: Note, episode: Episode, day: date, window: Window) -> Event:
    """A meeting of which the note says the day, and perhaps in its heading or a field the time."""
    headed = _TIMED.match(episode.title)
    clock = headed or _UNTIL.search(_field(note, _TIME_KEYS))
    title = _plain(headed["title"] if headed else episode.title) or note.title
    start: date = datetime.combine(day, _time(clock), window.zone) if clock else day
    end = start + (_LENGTH if isinstance(start, datetime) else timedelta(days=1))
    people = [value for key in _PEOPLE_KEYS for value in _values(note, key)]
    line = episode.day_line or episode.line
    return Event(
        start=_shown(start),
        end=_shown(end),
        all_day=clock is None,
        title=title,
        attendees=_people([*people, *episode.names]),
        location=_field(note, _PLACE_KEYS),
        path=note.path,
        line=line,
        end_line=line,
        words=episode.title or note.title,
        uid=f"{note.path}:{episode.line}",
    )


def _shown(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()


def _values(note: Note, key: str) -> tuple[str, ...]:
    return next((field.values for field in note.fields if field.key == key), ())


def _field(note: Note, keys: Sequence[str]) -> str:
    found = (value for key in keys for value in _values(note, key))
    return _plain(next(found, ""))


def _people(names: Sequence[str]) -> tuple[Attendee, ...]:
    read = (read_name(_plain(name)) for name in names)
    return tuple(dict.fromkeys(Attendee(one.name, one.email.lower()) for one in read if one.name))


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub(lambda match: match[1] or "", text).split()).strip(" :-–—")
