"""The few holidays that people set dates by, and when they fall."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from prep.dates.absolute import FREE, YEAR, full_year
from prep.dates.atoms import Reading, Rule, Setting, Standing, rule
from prep.dates.found import month_of, nth_weekday, single
from prep.dates.lexicon import Lexicon, key, oneof


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + weekday - 7 * ((a + 11 * h + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def holiday(recipe: str, year: int) -> date:
    """``12-25``, ``easter-2`` or ``4 3 11 1`` (a day after the 4th Thursday of November)."""
    if recipe.startswith("easter"):
        return easter(year) + timedelta(days=int(recipe[6:]))
    if " " in recipe:
        count, weekday, month, days = (int(part) for part in recipe.split())
        return nth_weekday(month_of(year, month), weekday, count) + timedelta(days=days)
    return date.fromisoformat(f"{year}-{recipe}")


def _holiday(match: re.Match[str], where: Setting) -> Reading | None:
    recipe = where.words.holidays[key(match["h"])]
    if match["y"]:
        return Reading(single(holiday(recipe, full_year(match["y"], where))))
    if where.base is None:
        return None
    latest = where.base + timedelta(days=92 if where.prefer == "past" else 334)
    found = holiday(recipe, latest.year)
    day = found if found <= latest else holiday(recipe, latest.year - 1)
    return Reading(single(day), Standing.DATED, loose=True)


@lru_cache(maxsize=8)
def rules(words: Lexicon) -> tuple[Rule, ...]:
    """The rule for them in a language."""
    return (
        rule(
            "holiday",
            "holiday",
            "holiday",
            rf"{FREE}(?P<h>{oneof(words.holidays)})(?:\s+{YEAR})?(?!\w)",
            _holiday,
        ),
    )
