"""Two atoms side by side that are one phrase, or whose second is read against the first."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from prep.dates.atoms import Atom, Setting
from prep.dates.found import Span, shift, single, week_of
from prep.dates.lexicon import Lexicon
from prep.dates.relative import edge_of

_GAP = 24  # the longest text between two atoms of one phrase ("in the afternoon of the")
_COUNTED = {
    "month", "month day", "day range", "quarter", "week number", "week of year", "holiday",
    "dotted", "pair",
}  # fmt: skip
_WRITTEN = {"month year", "iso", "numeric", "month day", "day range", "quarter"}


class Between(NamedTuple):
    """What may stand between two atoms of one phrase, and between the ends of a stretch."""

    beside: re.Pattern[str]
    through: re.Pattern[str]
    conjunction: re.Pattern[str]
    between: re.Pattern[str]


@lru_cache(maxsize=8)
def between(words: Lexicon) -> Between:
    """These expressions in a language."""
    the, beside = rf"(?:(?:{words.article})\s+)?", rf"(?:(?:{words.beside})\s+)?"
    part = rf"(?:\s+(?:in\s+the\s+)?(?:{words.part_of_day}))?"
    return Between(
        re.compile(rf"{part}(?:['’]s)?\s*[,.(/-]?\s*(?:day\s+)?{beside}{the}", re.IGNORECASE),
        re.compile(rf"\s*(?:{words.through})\s*{the}", re.IGNORECASE),
        re.compile(rf"\s+(?:{words.conjunction})\s+{the}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{words.between})\s+{the}$", re.IGNORECASE),
    )


def join(text: str, left: Atom, right: Atom, where: Setting) -> Atom | None:
    """The one phrase that both are, or None where they stay two."""
    gap = text[left.end : right.start]
    if len(gap) > _GAP or not between(where.words).beside.fullmatch(gap):
        return None
    span = _one(left, right, gap, where)
    if span is None:
        return None
    closed = "(" in gap and text[right.end : right.end + 1] == ")"
    return Atom(left.start, right.end + closed, span, right.rule)


def _one(left: Atom, right: Atom, gap: str, where: Setting) -> Span | None:
    both = ((left, right), (right, left))
    for one, other in both:
        if one.rule == "end word" and other.rule not in {"end word", "unit"}:
            return edge_of("end", other.span)
    for one, other in both:
        if one.rule == "weekday" and other.rule != "weekday":
            return _weekday(one, other, where, plain=one is left and not gap.strip())
        if one.rule == "relative" and other.rule in {"iso", "numeric", "month day"}:
            return other.span
        if one.rule == "ordinal" and other.span.grain == "month":
            return _in_month(one.span.first.day, other.span)
        if one.loose and one.rule in _COUNTED and _is_year(other):
            return _in_year(one, other.span.first.year)
    return None


def _weekday(weekday: Atom, other: Atom, where: Setting, *, plain: bool) -> Span | None:
    number = weekday.span.first.weekday()
    if other.rule == "figure":  # "Monday 21", but not "21 on Monday"
        return _fitting_month(other.span.first.day, number, 2, where) if plain else None
    if other.rule == "ordinal":
        return _fitting_month(other.span.first.day, number, 6, where)
    if other.rule == "unit":
        return None
    if other.span.grain == "week":
        return single(other.span.first + timedelta(days=number))
    if other.span.grain != "day" or other.rule in {"relative", "turned unit"}:
        return None
    day = other.span.first
    if other.rule == "offset":
        return single(day + timedelta(days=number - day.weekday()))
    if not other.loose or day.weekday() == number:
        return single(day)
    return single(next((d for d in _years_around(day, where) if d.weekday() == number), day))


def _years_around(day: date, where: Setting) -> list[date]:
    """The same day a year later, or before: only the last and the next one can be meant."""
    if where.base is None or (day.month, day.day) == (2, 29):
        return []
    return [shift(day, 1 if day <= where.base else -1, "year")]


def _fitting_month(day: int, number: int, months: int, where: Setting) -> Span | None:
    """``Friday the 13th``: the nearest of so many months around whose 13th is a Friday."""
    if where.base is None:
        return None
    around = sorted(range(-months, months + 1), key=abs)
    steps = range(months + 1) if where.prefer == "future" else around
    for step in steps:
        first = shift(where.base.replace(day=1), step, "month")
        try:
            found = first.replace(day=day)
        except ValueError:
            continue
        if found.weekday() == number:
            return single(found)
    return None


def _in_month(day: int, month: Span) -> Span | None:
    found = month.first + timedelta(days=day - 1)
    return single(found) if found <= month.last else None


def _is_year(atom: Atom) -> bool:
    return atom.span.grain == "year" and atom.rule in {"year", "turned unit", "unit"}


def _in_year(atom: Atom, year: int) -> Span:
    span = atom.span
    if span.grain == "week":
        return week_of(date.fromisocalendar(year, span.first.isocalendar().week, 1))
    years = year - span.first.year
    last = shift(span.last + timedelta(days=1), 12 * years, "month") - timedelta(days=1)
    return Span(shift(span.first, years, "year"), last, span.grain)


def tie(text: str, left: Atom, right: Atom, where: Setting) -> tuple[Atom, Atom] | None:
    """The two ends of a stretch ("May to Oct 2020"), each read against the other; or None.

    What was not written with one end is taken from the other: the year of the first from the
    second, and the second comes after the first.
    """
    if not _is_stretch(text, left, right, between(where.words)):
        return None
    if left.loose and left.rule in _COUNTED and right.rule in _WRITTEN and not right.loose:
        span = _in_year(left, right.span.first.year)
        if span.first > right.span.first:
            span = _in_year(left, right.span.first.year - 1)
        left = left._replace(span=span)
    elif right.loose and right.span.first < left.span.first:
        right = right._replace(span=_following(right, left.span.first))
    return left, right


def _is_stretch(text: str, left: Atom, right: Atom, words: Between) -> bool:
    gap = text[left.end : right.start]
    if len(gap) > _GAP:
        return False
    if words.conjunction.fullmatch(gap):
        return words.between.search(text, max(0, left.start - 16), left.start) is not None
    return words.through.fullmatch(gap) is not None


def _following(atom: Atom, day: date) -> Span:
    """The atom's next coming on or after a day."""
    span, unit = atom.span, "year"
    if atom.rule == "weekday":
        return single(day + timedelta(days=(span.first.weekday() - day.weekday()) % 7))
    if atom.rule == "ordinal":
        unit = "month"
        span = single(shift(span.first, 12 * (day.year - span.first.year), "month"))
    for step in range(1, 14):
        first = shift(span.first, step, unit)
        if first >= day:
            return Span(first, first + (span.last - span.first), span.grain)
    return span
