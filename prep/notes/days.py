"""Days that names, headings and values write out; nothing is guessed, no year is supplied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from prep.dates import find_days, weekday_of
from prep.patterns import lazy
from prep.problems import Problem

_ISO = lazy(r"(?<!\d)((?:19|20|21)\d{2})([-_./])(\d{1,2})\2(\d{1,2})(?!\d)")
_WHOLE = lazy(r"((?:19|20|21)\d{2})-(\d{1,2})-(\d{1,2})")
_COMPACT = lazy(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)")
_YEARLY = lazy(r"\d{4}|\d[-./]\d{1,2}[-./]\d\d|['’]\d\d")
"""What a text must hold to name a day with its year; looked at before anything else."""
_SPOKEN = lazy(
    r"\d[-./]\d{1,2}[-./]\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE
)
"""What an English text must hold besides, where its day is not in figures from the year on."""
_FIGURE = lazy(r"\d")
_NUMERIC = lazy(r"(?<!\d)(\d{1,2})[-./](\d{1,2})[-./](?:\d{4}|\d{2})(?!\d)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = lazy("day|mon|tue|wed|thu|fri|sat|sun")
_ADDRESS = lazy(r"[a-z][a-z+.-]*://[^\s)>\]]+", re.IGNORECASE)
_NEAR = 12
"""Characters before and after a date in which a weekday's name belongs to it."""


class Manner(NamedTuple):
    """How dates are written: ``dayfirst``: 03/04/2025 is in April; the language of the months."""

    dayfirst: bool = False
    language: str = "en"


ENGLISH = Manner()


class Phrase(NamedTuple):
    """A day in a text, where its phrase stands, and the weekday beside it if that is wrong."""

    day: str
    start: int
    end: int
    wrong: str = ""


def unaddressed(text: str) -> str:
    """Blank out addresses, whose paths look like dates, keeping every position."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text) if "://" in text else text


def day_in(text: str, manner: Manner = ENGLISH) -> str | None:
    """Return the first whole day that a name, a heading or a value writes out."""
    found = phrase_in(text, manner)
    return found.day if found else None


def phrase_in(text: str, manner: Manner = ENGLISH) -> Phrase | None:
    """Return the first whole day of a text with its place, and a weekday that does not fit it."""
    if not _FIGURE.search(text):
        return None
    if text[4:5] == "-" and (day := _whole(text)):
        return Phrase(day, 0, len(text))
    if not _YEARLY.search(text):
        return None
    text = unaddressed(text)
    found = _numeric(text) or _spoken(text, manner)
    if found is None:
        return None
    return found._replace(wrong=_wrong_weekday(text, found))


def may_be_dated(texts: Iterable[str]) -> bool:
    """Whether one of the texts may name a day: there is a figure in it."""
    return _FIGURE.search("\n".join(texts)) is not None


@lru_cache(maxsize=4096)
def _whole(text: str) -> str | None:
    """Return the day that a text is, written as ISO has it: the days of a vault come again."""
    found = _WHOLE.fullmatch(text)
    return iso(found[1], found[2], found[3]) if found else None


def is_dayfirst(texts: Iterable[str]) -> bool:
    """Whether a file writes the day before the month: one of its dates can only be read so."""
    text = "\n".join(texts)
    found = _NUMERIC.findall(text) if _FIGURE.search(text) else ()
    return any(int(first) > 12 >= int(second) for first, second in found)


def weekday_problem(path: str, line: int, day: str, said: str) -> Problem:
    """Return what is wrong with a day and the weekday beside it, and a year in which both fit."""
    this = date.fromisoformat(day)
    hint = ""
    for year in (this.year + 1, this.year - 1):
        other = iso(str(year), str(this.month), str(this.day))
        if other and _weekday(other) == said:
            hint = f"was it {year}?"
            break
    return Problem(path, line, f"{day} is a {_weekday(day)}, not a {said}", hint)


def _weekday(day: str) -> str:
    return _WEEKDAYS[date.fromisoformat(day).weekday()]


def _numeric(text: str) -> Phrase | None:
    for found in _ISO.finditer(text):
        if day := iso(found[1], found[3], found[4]):
            return Phrase(day, found.start(), found.end())
    for found in _COMPACT.finditer(text):
        if day := iso(found[1], found[2], found[3]):
            return Phrase(day, found.start(), found.end())
    return None


@lru_cache(maxsize=1024)
def _spoken(text: str, manner: Manner) -> Phrase | None:
    if manner.language == "en" and not _SPOKEN.search(text):
        return None
    for found in find_days(text, base=None, language=manner.language, dayfirst=manner.dayfirst):
        if found.grain == "day":
            return Phrase(found.day, found.start, found.end)
    return None


def iso(year: str, month: str, day: str) -> str | None:
    """Return the ISO day of three figures, None where there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _wrong_weekday(text: str, found: Phrase) -> str:
    """Return the weekday beside a date where it is not that day's, else nothing."""
    around = (
        f"{text[max(0, found.start - _NEAR) : found.end]} {text[found.end : found.end + _NEAR]}"
    )
    lower = around.lower()
    if not _WEEKDAY.search(lower):
        return ""
    said = weekday_of(around)
    if said is None or said == date.fromisoformat(found.day).weekday():
        return ""
    return _WEEKDAYS[said]
