"""Parts of the year by their number: quarters, halves, weeks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from prep.dates.absolute import FREE, YEAR, full_year, number_of_day
from prep.dates.atoms import Reading, Rule, Setting, Standing, rule
from prep.dates.found import Span, quarter_of, week_of
from prep.dates.lexicon import Lexicon, oneof


def _period(of_year: Callable[[int], Span], year: str, where: Setting) -> Reading | None:
    """A part of a written year, or of the one that the base suggests: the running one counts."""
    if year:
        return Reading(of_year(full_year(year, where)))
    base = where.base
    if base is None:
        return None
    years = range(base.year + 1, base.year - 2, -1)
    if where.prefer == "future":
        found = [span for span in map(of_year, reversed(years)) if span.last >= base]
    else:
        latest = base + timedelta(days=92)
        found = [span for span in map(of_year, years) if span.first <= latest]
    return Reading(found[0], loose=True)


def _quarter(match: re.Match[str], where: Setting) -> Reading | None:
    quarter = number_of_day(match["q"], where.words)
    return _period(lambda year: quarter_of(year, quarter), match["y"], where)


def _half(match: re.Match[str], where: Setting) -> Reading | None:
    """``H2 2025``: two quarters, the grain is theirs. Alone it may be a heading."""

    def of_year(year: int) -> Span:
        last = 2 * int(match["q"])
        return Span(quarter_of(year, last - 1).first, quarter_of(year, last).last, "quarter")

    reading = _period(of_year, match["y"], where)
    return reading and reading._replace(
        standing=Standing.DATED if reading.loose else Standing.ALONE
    )


def _week_number(match: re.Match[str], where: Setting) -> Reading | None:
    if not match["y"] and where.base is None:
        return None
    if match["y"]:
        year = full_year(match["y"], where)
    else:
        year = where.base.isocalendar().year if where.base else 0
    return Reading(week_of(date.fromisocalendar(year, int(match["w"]), 1)), loose=not match["y"])


def _week_of_year(match: re.Match[str], where: Setting) -> Reading | None:
    reading = _week_number(match, where)  # "week 3" alone is as often a project's own
    return reading and reading._replace(standing=Standing.JOINED)


@lru_cache(maxsize=8)
def rules(words: Lexicon) -> tuple[Rule, ...]:
    """The table of these rules in a language."""
    year = rf"(?:\s*[-/,]?\s*(?:of\s+)?{YEAR})?"
    firsts = oneof(word for word, number in words.ordinals.items() if number < 5)
    numbered = rf"(?P<q>[1-4](?:{words.ordinal_mark})|{firsts})\s+(?:{words.quarter})"
    weeks = rf"(?:{words.week_number})\s*(?P<w>\d\d?)"
    return (
        rule("quarter", "quarter figure", "quarter",
             rf"{FREE}Q(?P<q>[1-4]){year}(?!\w|\s*FY)", _quarter),
        rule("quarter", "quarter figure", "year",
             rf"{FREE}(?P<y>(?:19|20)\d\d)\s*[-/]?\s*Q(?P<q>[1-4])"
             r"(?!\w)", _quarter),
        rule("quarter", "half figure", "half",
             rf"{FREE}H(?P<q>[12]){year}(?!\w|\s*FY|\s*:)", _half),
        rule("quarter", "half figure", "year",
             rf"{FREE}(?P<y>(?:19|20)\d\d)\s*[-/]?\s*H(?P<q>[12])(?!\w)",
             _half),
        rule("quarter", "unit", "ordinal dayth", rf"{FREE}{numbered}{year}(?!\w)", _quarter),
        rule("week number", "week figure", "year",
             rf"{FREE}(?P<y>(?:19|20)\d\d)-?W(?P<w>\d\d?)(?!\w)",
             _week_number),
        rule("week number", "week figure", "week",
             rf"{FREE}{weeks}(?:\s+of\s+|\s*/|,?\s+){YEAR}(?!\w)",
             _week_number),
        rule("week number", "week figure", "week", rf"{FREE}(?:KW|CW)\s*(?P<w>\d\d?)(?!\w)(?P<y>)",
             _week_number),
        rule("week of year", "week figure", "week", rf"{FREE}{weeks}(?!\w)(?P<y>)", _week_of_year),
    )  # fmt: skip
