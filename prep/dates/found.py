"""A date phrase found in a text, and the arithmetic of days, weeks, months, quarters and years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Grain = Literal["day", "week", "month", "quarter", "year"]
Prefer = Literal["past", "future"]


class Found(NamedTuple):
    """One date phrase: ``text[start:end] == raw``.

    ``day`` is its first day and ``end_day`` its last, both ISO and both inside; of a single day
    they are equal. ``grain`` says how exactly the phrase was meant.
    """

    start: int
    end: int
    raw: str
    day: str
    grain: Grain
    end_day: str


class Span(NamedTuple):
    """First and last day of a phrase, both inside."""

    first: date
    last: date
    grain: Grain


def single(day: date) -> Span:
    """One day as a span."""
    return Span(day, day, "day")


def month_of(year: int, month: int) -> Span:
    """A whole month."""
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def quarter_of(year: int, quarter: int) -> Span:
    """A whole quarter of the calendar year, 1 to 4."""
    return Span(date(year, 3 * quarter - 2, 1), month_of(year, 3 * quarter).last, "quarter")


def year_of(year: int) -> Span:
    """A whole calendar year."""
    return Span(date(year, 1, 1), date(year, 12, 31), "year")


def week_of(day: date) -> Span:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6), "week")


def nth_weekday(within: Span, weekday: int, count: int) -> date:
    """The first, second, ... weekday of a span; counted from its end where ``count`` is negative.

    ``ValueError`` where the span has fewer.
    """
    if count > 0:
        ahead = (weekday - within.first.weekday()) % 7
        day = within.first + timedelta(days=ahead + 7 * (count - 1))
    else:
        behind = (within.last.weekday() - weekday) % 7
        day = within.last - timedelta(days=behind + 7 * (-count - 1))
    if not within.first <= day <= within.last:
        raise ValueError("no such weekday in that time")
    return day


def holding(grain: Grain, day: date) -> Span:
    """The day, week, month, quarter or year that holds a day."""
    if grain == "day":
        return single(day)
    if grain == "week":
        return week_of(day)
    if grain == "month":
        return month_of(day.year, day.month)
    if grain == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    return year_of(day.year)


def shift(day: date, count: int, unit: str) -> date:
    """A day moved by so many days, workdays, weeks, months, quarters or years.

    The 31st moved to a shorter month is that month's last day. ``OverflowError`` or
    ``ValueError`` outside the calendar's years 1 to 9999.
    """
    if unit == "workday":
        return _workdays(day, count)
    if unit in {"minute", "hour"}:
        return day + timedelta(days=count // 24 if unit == "hour" else 0)
    if unit in {"day", "week", "fortnight"}:
        return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = count * {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _workdays(day: date, count: int) -> date:
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(min(abs(count), 3_660)):
        day += step
        while day.weekday() > 4:
            day += step
    return day
