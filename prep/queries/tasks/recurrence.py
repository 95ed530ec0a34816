"""Recurrence rules (``every 2 weeks on Sunday``) in the plugin's own words, those of rrule.js."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from prep.patterns import lazy
from prep.queries.tasks.rule_words import DAYS, WORKDAYS, NoRuleError, Reader, Rule

_RULE = lazy(r"([a-zA-Z0-9, !]+?)( when done)?", re.IGNORECASE)


@lru_cache(maxsize=1000)
def canonical_rule(text: str) -> str:
    """Give ``text`` as the plugin prints it, "" where it is no rule."""
    found = _RULE.fullmatch(text)
    if found is None:
        return ""
    try:
        rule = Reader(found[1].strip()).rule()
    except NoRuleError:
        return ""
    return _written(rule) + (" when done" if found[2] else "")


def _written(rule: Rule) -> str:
    words = ["every", *_WRITERS[rule.unit](rule)]
    if rule.until:
        words.append(f"until {rule.until}")
    elif rule.count is not None:
        words.append(f"for {rule.count} {_plural('time', rule.count)}")
    return " ".join(words)


def _plural(word: str, count: int) -> str:
    return word if count % 100 == 1 else f"{word}s"


def _counted(rule: Rule) -> list[str]:
    number = [] if rule.interval == 1 else [str(rule.interval)]
    return [*number, _plural(rule.unit, rule.interval)]


def _days_are(rule: Rule, wanted: Sequence[str]) -> bool:
    return {day for _, day in rule.days} == set(wanted)


def _daily(rule: Rule) -> list[str]:
    return [*_counted(rule), *_at_hours(rule)]


def _weekly(rule: Rule) -> list[str]:
    number = [] if rule.interval == 1 else _counted(rule)
    if _days_are(rule, WORKDAYS):
        return [*number, "on weekdays"] if number else ["weekday"]
    if _days_are(rule, DAYS):
        return [*number, _plural("day", rule.interval)]
    months = ["in", _list(rule.months, "and")] if rule.months else []
    return [*(number or ["week"]), *months, *_on_days(rule), *_at_hours(rule)]


def _monthly(rule: Rule) -> list[str]:
    words = _counted(rule)
    if rule.months:
        number = [] if rule.interval == 1 else [str(rule.interval), "months in"]
        words = [*number, _list(rule.months, "and")]
    if not rule.month_days and _days_are(rule, WORKDAYS):
        return [*words, "on weekdays"]
    return [*words, *_on_days(rule)]


def _yearly(rule: Rule) -> list[str]:
    words = _counted(rule)
    if rule.months:
        number = [] if rule.interval == 1 else [str(rule.interval), "years"]
        words = [*number, _list(rule.months, "and")]
    weeks = []
    if rule.weeks:
        weeks = ["in", _plural("week", len(rule.weeks)), _list(map(str, rule.weeks), "and")]
    return [*words, *_on_days(rule), *weeks]


def _on_days(rule: Rule) -> list[str]:
    days = sorted(rule.days, key=lambda each: DAYS.index(each[1]))
    every = [day for nth, day in days if nth is None]
    some = [f"{_ordinal(nth)} {day}" for nth, day in days if nth is not None]
    if rule.month_days:
        positive = sorted(day for day in rule.month_days if day > 0)
        negative = sorted((day for day in rule.month_days if day < 0), reverse=True)
        numbers = [_ordinal(day) for day in (*positive, *negative)]
        if every:
            return ["on", _list(every, "or"), "the", _list(numbers, "or")]
        return ["on the", _list(numbers, "and")]
    words = ["on", ", ".join(every)] if every and not _days_are(rule, WORKDAYS) else []
    if some:
        words += ["and"] if every else []
        words += ["on the", _list(some, "and")]
    return words


def _at_hours(rule: Rule) -> list[str]:
    return ["at", _list(map(str, rule.hours), "and")] if rule.hours else []


def _ordinal(number: int) -> str:
    if number == -1:
        return "last"
    size = abs(number)
    ends = {1: "st", 21: "st", 31: "st", 2: "nd", 22: "nd", 3: "rd", 23: "rd"}
    return f"{size}{ends.get(size, 'th')}{' last' if number < 0 else ''}"


def _list(items: Iterable[str], last: str) -> str:
    *most, final = items
    return f"{', '.join(most)} {last} {final}" if most else final


_WRITERS: dict[str, Callable[[Rule], list[str]]] = {
    "minute": _counted,
    "hour": _counted,
    "day": _daily,
    "week": _weekly,
    "month": _monthly,
    "year": _yearly,
}
