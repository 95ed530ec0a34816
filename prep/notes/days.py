"""Days that names, headings and values write out; nothing is guessed, no year is supplied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from prep.dates import find_days, parse_day, weekday_of
from prep.problems import Problem

_ISO = re.compile(r"(?<!\d)((?:19|20|21)\d{2})([-_./])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)")
_WHOLE = re.compile(
    r"\d{4}[-_.]?\d{2}[-_.]?\d{2}(?:[ _,-]*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?$", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_YEARLY = re.compile(r"\d{4}|\d[-./]\d{1,2}[-./]\d\d|['’]\d\d")
"""What a text must hold to name a day with its year; looked at before anything else."""
_SPOKEN = re.compile(
    r"\d[-./]\d{1,2}[-./]\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE
)
"""What an English text must hold besides, where its day is not in figures from the year on."""
_SHORT_DAY = re.compile(r"(?:[^\W\d_]{3,9}[-_ .])?\d{1,2}(?:st|nd|rd|th)?$")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[-./](\d{1,2})[-./](?:\d{4}|\d{2})(?!\d)")
_YEAR = re.compile(r"(?:^|/)[^/]*?((?:19|20)\d{2})(?:[-_ ]?(0[1-9]|1[0-2]))?(?![\d])")
_MONTH = re.compile(r"(0?[1-9]|1[0-2])(?!\d)")
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?!\d)(?!.*\d)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ADDRESS = re.compile(r"[a-z][a-z+.-]*://[^\s)>\]]+", re.IGNORECASE)
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
    if not _YEARLY.search(text):
        return None
    text = unaddressed(text)
    found = _numeric(text) or _spoken(text, manner)
    if found is None:
        return None
    return found._replace(wrong=_wrong_weekday(text, found))


def of_name(path: str) -> str | None:
    """Return the day in a file's name; the folders above give the year that the name leaves out.

    ``2026-01/january-20.md`` and ``2026/01/20.md`` are days; ``2025-W03.md`` and ``2025-10.md``
    are not.
    """
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    day = day_in(stem)
    if day or not folders or not _DIGIT.search(stem):
        return day
    above = list(_YEAR.finditer(folders))
    return _under(stem, folders, above[-1]) if above and not _YEAR.match(stem) else None


def whole_day(name: str) -> bool:
    """Whether a file's name is a day and nothing else, as a daily note's is."""
    return bool(_WHOLE.match(name)) and day_in(name) is not None


def only_day(path: str) -> bool:
    """Whether a file's name is a day and no more, be its year in the folders above."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return whole_day(stem) or (bool(_SHORT_DAY.match(stem)) and of_name(path) is not None)


def is_dayfirst(texts: Iterable[str]) -> bool:
    """Whether a file writes the day before the month: one of its dates can only be read so."""
    found = _NUMERIC.findall("\n".join(texts))
    return any(int(first) > 12 >= int(second) for first, second in found)


def weekday_problem(path: str, line: int, day: str, said: str) -> Problem:
    """Return what is wrong with a day and the weekday beside it, and a year in which both fit."""
    this = date.fromisoformat(day)
    hint = ""
    for year in (this.year + 1, this.year - 1):
        other = _iso(str(year), str(this.month), str(this.day))
        if other and _weekday(other) == said:
            hint = f"was it {year}?"
            break
    return Problem(path, line, f"{day} is a {_weekday(day)}, not a {said}", hint)


def _weekday(day: str) -> str:
    return _WEEKDAYS[date.fromisoformat(day).weekday()]


def _numeric(text: str) -> Phrase | None:
    for found in _ISO.finditer(text):
        if day := _iso(found[1], found[3], found[4]):
            return Phrase(day, found.start(), found.end())
    for found in _COMPACT.finditer(text):
        if day := _iso(found[1], found[2], found[3]):
            return Phrase(day, found.start(), found.end())
    return None


def _spoken(text: str, manner: Manner) -> Phrase | None:
    if manner.language == "en" and not _SPOKEN.search(text):
        return None
    for found in find_days(text, base=None, language=manner.language, dayfirst=manner.dayfirst):
        if found.grain == "day":
            return Phrase(found.day, found.start, found.end)
    return None


def _under(stem: str, folders: str, above: re.Match[str]) -> str | None:
    """Read a name that leaves out the year, or year and month, below folders that say them."""
    words = f"{re.sub(r'[-_]', ' ', stem)}, {above[1]}"
    if stem[:1].isalpha():
        return parse_day(words)
    month = above[2]
    if month is None:
        later = _MONTH.match(folders[above.end() :].lstrip("/ -_"))
        month = later[1] if later else None
    only = _DAY.match(stem)
    if month and only:
        return _iso(above[1], month, only[1])
    return parse_day(words)


def _iso(year: str, month: str, day: str) -> str | None:
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
    if "day" not in lower and not any(name[:3].lower() in lower for name in _WEEKDAYS):
        return ""
    said = weekday_of(around)
    if said is None or said == date.fromisoformat(found.day).weekday():
        return ""
    return _WEEKDAYS[said]
