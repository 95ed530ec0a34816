"""Dates and ranges in Tasks queries: ``this week``, ``2025-W20``, ``in two weeks``, ``6 Oct``.

After the plugin's ``DateParser.ts`` and the English part of chrono 2.3.9, by which it reads dates
in words. Weeks begin on Monday, but the weekday words count from Sunday, as chrono has it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from prep.patterns import lazy


class Range(NamedTuple):
    """An inclusive range of days."""

    start: date
    end: date


class _Found(NamedTuple):
    start: int
    end: int
    day: date


_RELATIVE_RANGE = lazy(r"(last|this|next) (week|month|quarter|year)")
_NUMBERED = lazy(
    r"\s*(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>\d{2})|-W(?P<week>\d{2}))?\s*", re.ASCII
)
_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
_MONTHS |= {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9}
_DAYS = {
    "sunday": 0, "sun": 0, "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "wednesday": 3,
    "wed": 3, "thursday": 4, "thurs": 4, "thur": 4, "thu": 4, "friday": 5, "fri": 5,
    "saturday": 6, "sat": 6,
}  # fmt: skip
_NUMBERS = {
    word: n
    for n, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        1,
    )
} | {"a": 1, "an": 1, "few": 3, "a few": 3, "couple": 2, "a couple": 2, "several": 7}
_UNITS = {
    "day": "days", "days": "days", "week": "weeks", "weeks": "weeks", "month": "months",
    "months": "months", "qtr": "quarters", "quarter": "quarters", "quarters": "quarters",
    "y": "years", "yr": "years", "year": "years", "years": "years", "hour": "", "hours": "",
    "minute": "", "minutes": "",
}  # fmt: skip


def _any(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_YEAR = r"[1-2]\d{3}|[5-9]\d"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = rf"(?:{_any(_MONTHS)})\.?"
_AMOUNT = rf"(?:\d+|(?:{_any(_NUMBERS)})(?: of)?)\s{{0,3}}(?:{_any(_UNITS)})"
_AMOUNTS = rf"(?P<amounts>{_AMOUNT}(?:\s*,?(?:\s*and)?\s*{_AMOUNT})*)"
_ONE_AMOUNT = lazy(rf"(\d+|{_any(_NUMBERS)})(?: of)?\s{{0,3}}({_any(_UNITS)})\b", re.IGNORECASE)
_TO = lazy(r"\s*(?:to|-|–|until|through|till)\s*", re.IGNORECASE)


def parse_range(text: str, today: date) -> Range | None:
    """Read ``text`` as a range of days, or None."""
    relative = _RELATIVE_RANGE.search(text)
    if relative:
        return _relative(relative[1], relative[2], today)
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        return _numbered(numbered)
    found = list(_dates(text, today))
    if not found:
        return None
    first, last = found[0].day, found[min(1, len(found) - 1)].day
    return Range(min(first, last), max(first, last))


def parse_day(text: str, today: date) -> date | None:
    """Read the first date in ``text``, or None."""
    found = next(_dates(text, today), None)
    return found.day if found else None


def _span(day: date, unit: str) -> Range:
    """Give the whole week, month, quarter or year that ``day`` is in."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Range(monday, monday + timedelta(days=6))
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    return Range(first, _months_on(first, months) - timedelta(days=1))


def _relative(which: str, unit: str, today: date) -> Range:
    span = _span(today, unit)
    if which == "this":
        return span
    beside = span.start - timedelta(days=1) if which == "last" else span.end + timedelta(days=1)
    return _span(beside, unit)


def _numbered(found: re.Match[str]) -> Range | None:
    year = int(found["year"])
    try:
        if found["week"]:
            return _span(date.fromisocalendar(year, int(found["week"]), 1), "week")
        if found["quarter"]:
            return _span(date(year, int(found["quarter"]) * 3, 1), "quarter")
        if found["month"]:
            return _span(date(year, int(found["month"]), 1), "month")
        return _span(date(year, 1, 1), "year")
    except ValueError:
        return None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _dates(text: str, today: date) -> Iterator[_Found]:
    """Give the dates in ``text`` in order; of two that overlap, the longer one.

    Of two with "to" between chrono makes one result, of which the plugin takes the start.
    """
    taken: list[_Found] = []
    for each in sorted(_candidates(text, today), key=lambda found: (found.start, -found.end)):
        last = taken[-1] if taken else None
        if last is None or each.start >= last.end:
            if last is None or not _TO.fullmatch(text, last.end, each.start):
                taken.append(each)
        elif each.end - each.start > last.end - last.start:
            taken[-1] = each
    return iter(taken)


def _candidates(text: str, today: date) -> Iterator[_Found]:
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            try:
                day = read(match, today)
            except (ValueError, OverflowError):
                continue
            if day is not None:
                yield _Found(match.start(), match.end(), day)


def _iso(found: re.Match[str], _today: date) -> date:
    return date(int(found[1]), int(found[2]), int(found[3]))


def _slash(found: re.Match[str], today: date) -> date | None:
    """Read month/day[/year], or day/month where that alone fits."""
    month, day = int(found[1]), int(found[2])
    if month > 12:
        month, day = day, month
    year = _full_year(found[3]) if found[3] else _closest_year(month, day, today)
    return date(year, month, day)


def _full_year(text: str) -> int:
    year = int(text)
    return year if year >= 100 else year + (1900 if year > 50 else 2000)


def _closest_year(month: int, day: int, today: date) -> int:
    """Give the year in which that day is closest to ``today``, this one where in doubt."""
    years = (today.year, today.year + 1, today.year - 1)
    capped = min(day, 28) if month == 2 else day
    return min(years, key=lambda year: abs((date(year, month, capped) - today).days))


def _month_of(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _named(found: re.Match[str], today: date) -> date:
    month, day = _month_of(found["month"]), int(re.sub(r"\D", "", found["day"]))
    year = _full_year(found["year"]) if found["year"] else _closest_year(month, day, today)
    return date(year, month, day)


def _month_alone(found: re.Match[str], today: date) -> date | None:
    name = found["month"].lower()
    if len(found[0]) <= 3 and name != "may":
        return None
    month = _month_of(name)
    year = _full_year(found["year"]) if found["year"] else _closest_year(month, 1, today)
    return date(year, month, 1)


def _word(found: re.Match[str], today: date) -> date:
    steps = {"yesterday": -1, "tomorrow": 1, "tmr": 1, "tmrw": 1}
    return today + timedelta(days=steps.get(found[0].lower(), 0))


def _weekday(found: re.Match[str], today: date) -> date:
    """Read a weekday: with a word before or after it that of the week, else the closest one."""
    wanted = _DAYS[found["day"].lower()]
    current = today.isoweekday() % 7
    word = (found["before"] or found["after"] or "").lower()
    if word:
        weeks = {"this": 0, "next": 7}.get(word, -7)
        return today + timedelta(days=wanted - current + weeks)
    return today + timedelta(days=min((wanted - current + n for n in (0, -7, 7)), key=abs))


def _moved(text: str, today: date, sign: int) -> date:
    day = today
    for number, unit in _ONE_AMOUNT.findall(text):
        amount = sign * (int(number) if number.isdecimal() else _NUMBERS[number.lower()])
        name = _UNITS[unit.lower()]
        months = {"months": 1, "quarters": 3, "years": 12}.get(name)
        if months:
            day = _months_on(day, amount * months)
        else:
            day += timedelta(days=amount * {"days": 1, "weeks": 7}.get(name, 0))
    return day


def _amounts(found: re.Match[str], today: date) -> date:
    words = found.groupdict()
    sign = -1 if words.get("back") else 1
    return _moved(found["amounts"], today, sign)


def _unit_on(found: re.Match[str], today: date) -> date | None:
    sign = 1 if found[1].lower() == "next" else -1
    return _moved(f"1 {found[2]}", today, sign)


def _reader(
    pattern: str, read: Callable[[re.Match[str], date], date | None]
) -> tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE | re.ASCII), read


_READERS = (
    _reader(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T\d{2}:\d{2}(?::\d{2})?)?", _iso),
    _reader(r"(\d{4})[./](\d{1,2})[./](\d{1,2})", _iso),
    _reader(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?", _slash),
    _reader(
        rf"(?P<day>{_ORDINAL})(?:-|/|\s{{0,3}}(?:of)?\s{{0,3}})(?P<month>{_MONTH})"
        rf"(?:(?:-|/|,?\s{{0,3}})(?P<year>{_YEAR}))?",
        _named,
    ),
    _reader(
        rf"(?P<month>{_MONTH})(?:-|/|\s*,?\s*)(?P<day>{_ORDINAL})(?!\d)"
        rf"(?:(?:-|/|\s*,?\s*)(?P<year>{_YEAR}))?",
        _named,
    ),
    _reader(rf"(?:in\s*)?(?P<month>{_MONTH})(?:\s*[,-]?\s*(?P<year>{_YEAR}))?", _month_alone),
    _reader("now|today|tonight|tomorrow|tmrw?|yesterday", _word),
    _reader(
        rf"(?:(?P<before>this|last|past|next)\s*)?(?P<day>{_any(_DAYS)})\.?"
        r"(?:\s*,?\s*(?P<after>this|last|past|next)\s*week)?",
        _weekday,
    ),
    _reader(rf"(?:within|in|for)\s*(?:about|around)?\s*{_AMOUNTS}", _amounts),
    _reader(rf"{_AMOUNTS}\s{{0,5}}(?P<back>ago|before|earlier)", _amounts),
    _reader(rf"{_AMOUNTS}\s{{0,5}}(?:later|after|from now|henceforth|forward|out)", _amounts),
    (re.compile(rf"(?<!\w)(?:next|after|\+)\s*{_AMOUNTS}(?!\w)", re.IGNORECASE), _amounts),
    (re.compile(rf"(?<!\w)(?P<back>last|past|-)\s*{_AMOUNTS}(?!\w)", re.IGNORECASE), _amounts),
    _reader(rf"(next|last|past)\s*({_any(_UNITS)})", _unit_on),
)
