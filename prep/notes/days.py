"""The day of an event, from the note's own words; never from the file's times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from prep.model.note import DaySource, Field
from prep.notes.row import Row

_ISO = re.compile(r"(?<!\d)(\d{4})[-_./](\d{1,2})[-_./](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)")
_WHOLE = re.compile(
    r"\d{4}[-_.]?\d{2}[-_.]?\d{2}(?:[ -_,]*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d")
FIELD_KEYS = (
    "date", "meetingdate", "meetingdatetime", "datetime", "day", "when", "start", "startdate",
    "starttime",
)  # fmt: skip
"""Keys that say when the event was."""
MADE_KEYS = ("created", "createdat", "createddate", "creationdate")
"""Keys that say when the note was made: the event's day only where nothing else is said."""


class Day(NamedTuple):
    """A day, where it was read, and its line (0: the file's name)."""

    day: str
    source: DaySource
    line: int


def of_name(path: str) -> str | None:
    """Return the day in a file's name, else in its folders and name together."""
    name = path.rpartition("/")[2].rpartition(".")[0] or path
    return day_in(name)


def day_in(text: str) -> str | None:
    """Return the first day that a name, a heading or a value writes out."""
    if not _DIGITS.search(text):
        return None
    found = _ISO.search(text)
    if found:
        return _iso(found[1], found[2], found[3])
    found = _COMPACT.search(text)
    if found and (day := _iso(found[1], found[2], found[3])):
        return day
    found = _DOTTED.search(text)
    if found:
        return _iso(found[4], found[3], found[1]) or _iso(found[4], found[1], found[3])
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def of_note(path: str, fields: Sequence[Field], rows: Sequence[Row]) -> Day | None:
    """Return the day of the event that a note is about, in the order of trust."""
    for row in rows[:40]:
        if row.kind == "heading" and (day := day_in(row.text)):
            return Day(day, "heading", row.line)
    if day := of_name(path):
        return Day(day, "name", 0)
    return _of_fields(fields)


def _of_fields(fields: Sequence[Field]) -> Day | None:
    for keys in (FIELD_KEYS, MADE_KEYS):
        for field in fields:
            if field.key in keys and (day := day_in(field.value)):
                return Day(day, "front" if field.place == "front" else "body", field.line)
    return None


def whole_day(name: str) -> bool:
    """Whether a file's name is a day and nothing else, as a daily note's is."""
    return bool(_WHOLE.match(name)) and day_in(name) is not None
