"""The three questions: which day is this, which days are in this line, by when is it due."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from prep.dates.atoms import Atom, Setting, key, oneof, read, setting
from prep.dates.compose import compose
from prep.dates.found import Found, Prefer
from prep.dates.lexicon import Lexicon, lexicon

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d.*)?")


def parse_day(
    text: str, *, base: str | None = None, language: str = "en", dayfirst: bool = False
) -> str | None:
    """The ISO day that one whole phrase names, or None where it names none or not one day.

    ``base``: the ISO day against which "tomorrow", "next Friday" and a date without its year are
    read; without it those are None. ``dayfirst``: 03/04/2025 is the third of April.
    """
    phrase = text.strip().removeprefix("[[").removesuffix("]]").strip()
    if _ISO.fullmatch(phrase):
        return _iso(phrase[:10])
    for found in find_days(phrase, base=base, language=language, dayfirst=dayfirst):
        if found.day == found.end_day and len(found.raw) >= len(phrase.strip("()., ")) - 4:
            return found.day
    return None


def _iso(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=8)
def _trigger(words: Lexicon) -> re.Pattern[str]:
    return re.compile(r"\d[-/._]\d|\d(?:st|nd|rd|th)\b|\d{8}|[qQwW]\d|" + "|".join(words.triggers))


def may_hold(text: str, language: str = "en") -> bool:
    """Whether a line is worth reading for dates. Cheap; wrong only in the careful direction."""
    return _trigger(lexicon(language)).search(text.lower()) is not None


def find_days(
    text: str,
    *,
    base: str | None,
    language: str = "en",
    prefer: Prefer = "past",
    dayfirst: bool = False,
) -> tuple[Found, ...]:
    """The date phrases of a text in order, not overlapping; the phrase only, without "by" or "on".

    ``base``: ISO day of the note, or None: then only what names its year is found. ``prefer``: to
    which side a date without a year and a bare weekday lean.
    """
    if not may_hold(text, language):
        return ()
    where = setting(base, language, prefer, dayfirst=dayfirst)
    return tuple(_found(text, atom) for atom in compose(text, read(text, where), where))


def _found(text: str, atom: Atom) -> Found:
    first, last, grain = atom.span
    return Found(
        atom.start,
        atom.end,
        text[atom.start : atom.end],
        first.isoformat(),
        grain,
        last.isoformat(),
    )


@lru_cache(maxsize=8)
def _due_mark(words: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words.due})[\s:]*(?:(?:{words.definite})\s+)?$", re.IGNORECASE)


def find_due(
    text: str, *, base: str | None, language: str = "en", dayfirst: bool = False
) -> Found | None:
    """By when something is due: "by Friday", "before 12 December", "end of Q3", "in two weeks".

    The span holds the preposition. ``day`` and ``end_day`` are both the last day on which it is
    still in time: "by March" is due on the 31st. A weekday that is the base's own is in a week.
    """
    where = setting(base, language, "future", dayfirst=dayfirst)
    days = find_days(text, base=base, language=language, prefer="future", dayfirst=dayfirst)
    for found in days:
        due = _due(text, found, where)
        if due is not None:
            return due
    return None


def _due(text: str, found: Found, where: Setting) -> Found | None:
    mark = _due_mark(where.words).search(text, 0, found.start)
    if where.base is not None and found.end_day < where.base.isoformat() and mark is None:
        return None
    last = date.fromisoformat(found.end_day)
    if _is_weekday(found.raw, where.words) and last == where.base:
        last += timedelta(days=7)
    start = mark.start() if mark else found.start
    day = last.isoformat()
    return Found(start, found.end, text[start : found.end], day, found.grain, day)


def _is_weekday(raw: str, words: Lexicon) -> bool:
    return key(raw).rstrip(".") in words.weekdays


@lru_cache(maxsize=8)
def _weekday(words: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{oneof(words.weekdays)})(?!\w)", re.IGNORECASE)


def weekday_of(text: str, *, language: str = "en") -> int | None:
    """The first weekday that a text names, 0 for Monday to 6 for Sunday, or None."""
    words = lexicon(language)
    match = _weekday(words).search(text)
    return words.weekdays[match[0].lower()] if match else None
