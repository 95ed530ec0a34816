"""Dates counted from the base: weekdays, tomorrow, next month, in three weeks, the 5th, EOW."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from prep.dates.absolute import number_of_day
from prep.dates.atoms import Compute, Reading, Rule, Setting, Standing, rule
from prep.dates.found import Grain, Span, holding, shift, single, week_of
from prep.dates.lexicon import Edge, Lexicon, Turn, Unit, key, oneof

_GRAIN: dict[Unit, Grain] = {
    "week": "week", "fortnight": "week", "month": "month", "quarter": "quarter", "year": "year",
}  # fmt: skip


def weekday_at(number: int, turn: Turn | None, where: Setting) -> date:
    """``Friday`` with ``this``, ``next``, ``last``, ``coming``, ``past`` or nothing before it.

    Next and last are those of the next and the last week, this is of this week; coming and past
    the nearest one after or before the base; alone it is the nearest in the preferred direction,
    and may be the base itself.
    """
    base = where.base
    if base is None:
        raise ValueError("a weekday without a day to count from")
    ahead, behind = (number - base.weekday()) % 7, (base.weekday() - number) % 7
    if turn == "coming":
        return base + timedelta(days=ahead or 7)
    if turn == "past":
        return base - timedelta(days=behind or 7)
    if turn is None:
        return base + timedelta(days=ahead if where.prefer == "future" else -behind)
    weeks = {"this": 0, "next": 1, "last": -1}[turn]
    return base + timedelta(days=number - base.weekday() + 7 * weeks)


def _weekday(match: re.Match[str], where: Setting) -> Reading | None:
    if where.base is None:
        return None
    word = match["wd"].lower()
    turn = where.words.turns[key(match["turn"])] if match["turn"] else None
    day = weekday_at(where.words.weekdays[word], turn, where)
    short = word in where.words.names or (len(word) <= 5 and match["wd"].islower())
    doubtful = Standing.NAMED if short and turn is None else Standing.ALONE
    return Reading(single(day), doubtful, loose=turn is None)


def _relative(match: re.Match[str], where: Setting) -> Reading | None:
    if where.base is None:
        return None
    if match[0] == match[0].capitalize() and key(match[0]) == "morgen" and match.start():
        return None  # der Morgen is the morning
    return Reading(single(where.base + timedelta(days=where.words.relative[key(match[0])])))


def _turned_unit(match: re.Match[str], where: Setting) -> Reading | None:
    if where.base is None:
        return None
    unit = where.words.units[key(match["unit"])]
    turn = where.words.turns[key(match["turn"])]
    if match["n"]:
        return _stretch(number_of_day(match["n"], where.words), unit, turn, where.base)
    move = {"this": 0, "next": 1, "coming": 1, "last": -1, "past": -1}[turn]
    if unit == "weekend":
        saturday = week_of(where.base).first + timedelta(days=5 + 7 * move)
        return Reading(Span(saturday, saturday + timedelta(days=1), "day"))
    if unit not in _GRAIN or unit == "fortnight" or match["unit"].lower().endswith("s"):
        return None
    return Reading(holding(_GRAIN[unit], shift(where.base, move, unit)))


def _after_next(match: re.Match[str], where: Setting) -> Reading | None:
    unit = where.words.units[key(match["unit"])]
    if where.base is None or unit not in _GRAIN or unit == "fortnight":
        return None
    return Reading(holding(_GRAIN[unit], shift(where.base, 2, unit)))


def _stretch(count: int, unit: Unit, turn: Turn, base: date) -> Reading | None:
    """``the next two weeks``: from tomorrow on; ``the last two weeks``: up to yesterday."""
    if turn == "this" or unit in {"minute", "hour", "weekend"}:
        return None
    one, ahead = timedelta(days=1), turn in {"next", "coming"}
    grain = _GRAIN.get(unit, "day")
    if unit == "quarter":
        now = holding("quarter", base)
        if ahead:
            return Reading(Span(now.last + one, shift(now.first, count + 1, unit) - one, grain))
        return Reading(Span(shift(now.first, -count, unit), now.first - one, grain))
    if ahead:
        return Reading(Span(base + one, shift(base, count, unit), grain))
    return Reading(Span(shift(base, -count, unit), base - one, grain))


def _bare_unit(match: re.Match[str], where: Setting) -> Reading | None:
    unit = where.words.units[key(match["unit"])]
    if where.base is None or unit not in _GRAIN or unit == "fortnight":
        return None
    return Reading(holding(_GRAIN[unit], where.base), Standing.JOINED)


def span_of_words(words: Lexicon) -> str:
    """An expression for "two weeks", "2-3 weeks" (the longer), "a year, a month and 3 days"."""
    number = rf"(?:(?:\d{{1,2}}\s?[-–]\s?)?\d{{1,3}}|{oneof(words.numbers)})"
    one = rf"{number}\s+(?:{_countable(words)})"
    return rf"(?P<span>{one}(?:(?:\s*,)?(?:\s+and)?\s+{one}){{0,2}})"


def moved(day: date, span: str, sign: int, words: Lexicon) -> date:
    """A day moved by ``span``, such as "two weeks and 2 days", forward or back."""
    for count, unit in _amounts(words).findall(span):
        day = shift(day, sign * number_of_day(count, words), words.units[key(unit)])
    return day


@lru_cache(maxsize=8)
def _amounts(words: Lexicon) -> re.Pattern[str]:
    number = rf"(\d{{1,3}}|{oneof(words.numbers)})"
    return re.compile(rf"(?<!\w){number}\s+({_countable(words)})(?!\w)", re.IGNORECASE)


def _countable(words: Lexicon) -> str:
    return oneof(word for word, unit in words.units.items() if unit != "weekend")


def _offset(sign: int) -> Compute:
    def compute(match: re.Match[str], where: Setting) -> Reading | None:
        if where.base is None:
            return None
        return Reading(single(moved(where.base, match["span"], sign, where.words)))

    return compute


def _ordinal(match: re.Match[str], where: Setting) -> Reading | None:
    if where.base is None:
        return None
    day, forward = number_of_day(match["d"], where.words), where.prefer == "future"
    for step in (0, 1, 2) if forward else (0, -1, -2):
        month = shift(where.base.replace(day=1), step, "month")
        if day > holding("month", month).last.day:
            continue
        found = month.replace(day=day)
        if found == where.base or (found > where.base) == forward:
            return Reading(single(found), Standing.NAMED, loose=True)
    return None


def _spelled_ordinal(match: re.Match[str], where: Setting) -> Reading | None:
    reading = _ordinal(match, where)  # "the third" is most often no date
    return reading and reading._replace(standing=Standing.JOINED)


def end_of(unit: Unit, base: date) -> Span:
    """The last day of the day, week, month, quarter or year that holds the base.

    A week ends for work on Friday, and with the weekend at the latest; said on a weekend it is
    the Friday that comes.
    """
    if unit != "week":
        return single(holding(_GRAIN.get(unit, "day"), base).last)
    friday = week_of(base).first + timedelta(days=4)
    friday += timedelta(days=7 if friday < base else 0)
    return Span(friday, friday + timedelta(days=2), "day")


def edge_of(edge: Edge, span: Span) -> Span | None:
    """The start, early, mid, late or end part of a span. Of a day there is only its end.

    A month falls into 1-10, 11-20 and 21 to its end, as Duckling has it; quarters and years fall
    into thirds by whole months, weeks by whole days.
    """
    first, last, grain = span
    if grain == "day":
        return span if edge == "end" and first == last else None
    if edge == "end":
        return end_of("week", first) if grain == "week" else single(last)
    if edge == "start":
        return single(first)
    if grain in {"quarter", "year"}:
        months = 1 if grain == "quarter" else 4
        one, two = shift(first, months, "month"), shift(first, 2 * months, "month")
    else:
        days = 10 if grain == "month" else ((last - first).days + 1) // 3
        one, two = first + timedelta(days=days), first + timedelta(days=2 * days)
    day = timedelta(days=1)
    cut = {"early": (first, one - day), "mid": (one, two - day), "late": (two, last)}
    return Span(*cut[edge], grain)


def _end_word(match: re.Match[str], where: Setting) -> Reading | None:
    if where.base is None:
        return None
    return Reading(end_of(where.words.ends[key(match["end"])], where.base))


@lru_cache(maxsize=8)
def rules(words: Lexicon) -> tuple[Rule, ...]:
    """The table of these rules in a language."""
    free, weekdays = r"(?<!\w)", oneof(words.weekdays)
    turns, units, numbers = oneof(words.turns), oneof(words.units), oneof(words.numbers)
    ordinals, past = oneof(words.ordinals), r"(?!\w|\s+(?:ago|since|of))"
    mark, span = words.ordinal_mark, span_of_words(words)
    after_next = words.after_next.format(unit=rf"(?P<unit>{units})")
    exact = r"(?<!\w)(?<!\d[-–])(?<!half\s)"  # neither "2-3 weeks ago" nor "half a year ago"
    return (
        rule("weekday", "weekday", "turn weekday",
             rf"{free}(?:(?P<turn>{turns})\s+)?(?P<wd>{weekdays})"
             r"(?!\w|['’](?!s\b))", _weekday),
        rule("relative", "relative", "relative",
             rf"{free}(?:{oneof(words.relative)})(?!\w)", _relative),
        rule("turned unit", "unit", "turn", rf"{free}(?P<turn>{turns})\s+"
             rf"(?:(?P<n>\d{{1,3}}|{numbers})\s+)?(?P<unit>{units})(?!\w)", _turned_unit),
        rule("turned unit", "unit", "after_next unit", rf"{free}{after_next}(?!\w)", _after_next),
        rule("unit", "unit", "unit", rf"{free}(?P<unit>{units})(?!\w)", _bare_unit),
        rule("offset", "unit", "within",
             rf"{free}(?:{words.within.format(span=span)}){past}", _offset(1)),
        rule("offset", "unit", "hence count number",
             rf"{exact}(?:{words.hence.format(span=span)})(?!\w)", _offset(1)),
        rule("offset", "unit", "ago count number",
             rf"{exact}(?:{words.ago.format(span=span)})(?!\w)", _offset(-1)),
        rule("ordinal", "figure", "article",
             rf"{free}(?:{words.article})\s+(?P<d>\d\d?(?:{mark}))(?!\w)",
             _ordinal),
        rule("figure", "figure weekday", "day",
             rf"{free}(?P<d>1[3-9]|2\d|3[01])(?![\w:/.-]|\s*[ap]\.?m)",
             _spelled_ordinal),
        rule("ordinal", "figure", "dayth",
             rf"{free}(?P<d>\d\d?(?:{mark}))(?!\w)", _spelled_ordinal),
        rule("ordinal", "weekday", "ordinal", rf"{free}(?P<d>{ordinals})(?!\w)", _spelled_ordinal),
        rule("end word", "end", "end", rf"{free}(?P<end>{oneof(words.ends)})(?!\w)", _end_word),
    )  # fmt: skip
