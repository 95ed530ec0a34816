"""Recurrence rules in words, read as rrule.js 2.8 reads English.

Words that it does not know end a rule without a complaint, as there.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from prep.patterns import lazy

_TOKENS = {
    "number": r"[1-9][0-9]*", "number word": "one|two|three", "every": "every", "day": "days?",
    "weekday": "weekdays?", "week": "weeks?", "hour": "hours?", "minute": "minutes?",
    "month": "months?", "year": "years?", "on": "on|in", "at": "at", "the": "the",
    "first": "first", "second": "second", "third": "third",
    "nth": r"([1-9][0-9]*)(?:\.|th|nd|rd|st)", "last": "last", "for": "for",
    "times": "times?", "until": "(?:un)?til",
    "Monday": "mo(?:n(?:day)?)?", "Tuesday": "tu(?:e(?:s(?:day)?)?)?",
    "Wednesday": "we(?:d(?:n(?:esday)?)?)?", "Thursday": "th(?:u(?:r(?:sday)?)?)?",
    "Friday": "fr(?:i(?:day)?)?", "Saturday": "sa(?:t(?:urday)?)?", "Sunday": "su(?:n(?:day)?)?",
    "January": "jan(?:uary)?", "February": "feb(?:ruary)?", "March": "mar(?:ch)?",
    "April": "apr(?:il)?", "May": "may", "June": "june?", "July": "july?", "August": "aug(?:ust)?",
    "September": "sep(?:t(?:ember)?)?", "October": "oct(?:ober)?", "November": "nov(?:ember)?",
    "December": "dec(?:ember)?", "comma": r"(?:,\s*|(?:and|or)\s*)+",
}  # fmt: skip
_COMPILED = {name: re.compile(shape, re.IGNORECASE) for name, shape in _TOKENS.items()}
_BLANK = lazy(r"[ \r\n\t]+|\.$")
_UNTIL = lazy(r"\s*([A-Za-z]{3,9})\s+(\d{1,2}),?\s+(\d{4})\s*")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(calendar.month_name)[1:]
WORKDAYS = DAYS[:5]


class NoRuleError(ValueError):
    """The words are no rule."""


@dataclass(slots=True)
class Rule:
    """What the words say. ``days``: weekdays, each with its number in the month or None."""

    unit: str = ""
    interval: int = 1
    days: list[tuple[int | None, str]] = field(default_factory=list)
    month_days: list[int] = field(default_factory=list)
    months: list[str] = field(default_factory=list)
    hours: list[int] = field(default_factory=list)
    weeks: list[int] = field(default_factory=list)
    until: str = ""
    count: int | None = None


class Reader:
    """Reads a rule one token ahead; of the tokens that fit, the longest, then the first, counts."""

    def __init__(self, text: str) -> None:
        self._rest = text
        self._symbol: str | None = None
        self._value = ""
        self._advance()

    def _advance(self) -> bool:
        blank = _BLANK.match(self._rest)
        while blank and self._rest:
            self._rest = self._rest[blank.end() :]
            blank = _BLANK.match(self._rest)
        found = [(shape.match(self._rest), name) for name, shape in _COMPILED.items()]
        fitting = [(match[0], name, match) for match, name in found if match]
        if not fitting:
            self._symbol, self._value, self._rest = None, "", ""
            return False
        word, name, match = max(fitting, key=lambda each: len(each[0]))
        self._symbol, self._value = name, match[1] if name == "nth" else word
        self._rest = self._rest[len(word) :]
        return True

    def _accept(self, name: str) -> str:
        """Take the token if it is ``name``; give its words, else ""."""
        if self._symbol != name:
            return ""
        value = self._value
        self._advance()
        return value

    def _number(self) -> int:
        value = self._accept("number")
        if not value:
            raise NoRuleError
        return int(value)

    def rule(self) -> Rule:
        """Give what the words say.

        Raises:
            NoRuleError: they are no rule.
        """
        rule = Rule()
        if not self._accept("every"):
            raise NoRuleError
        if self._symbol == "number":
            rule.interval = self._number()
        unit = self._symbol
        if unit in DAYS:
            rule.unit = "week"
            rule.days = [(None, day) for day in self._listed(DAYS)]
            self._at(rule)
            self._days_of_month(rule)
        elif unit in MONTHS:
            rule.unit, rule.months = "year", list(self._listed(MONTHS))
            self._on(rule)
        elif unit in {"day", "weekday", "week", "hour", "minute", "month", "year"}:
            self._unit(rule, unit or "")
        else:
            raise NoRuleError
        self._end(rule)
        return rule

    def _unit(self, rule: Rule, unit: str) -> None:
        rule.unit = "week" if unit == "weekday" else unit
        if unit == "weekday":
            rule.days = [(None, day) for day in WORKDAYS]
        self._advance()
        if unit not in {"day", "weekday"}:
            self._on(rule)
        if unit in {"day", "weekday", "week"}:
            self._at(rule)

    def _listed(self, names: Sequence[str]) -> Iterable[str]:
        listed = [self._symbol or ""]
        self._advance()
        while self._accept("comma"):
            if self._symbol not in names:
                raise NoRuleError
            listed.append(self._symbol or "")
            self._advance()
        return listed

    def _at(self, rule: Rule) -> None:
        if not self._accept("at"):
            return
        while True:
            rule.hours = [self._number()]
            while self._accept("comma"):
                rule.hours.append(self._number())
            if not self._accept("at"):
                return

    def _on(self, rule: Rule) -> None:
        started = [self._accept("on"), self._accept("the")]
        going = any(started)
        while going and self._part(rule):
            going = bool(self._accept("comma") or self._accept("the") or self._accept("on"))

    def _part(self, rule: Rule) -> bool:
        """Read what can stand after ``on``; False where nothing of it does."""
        nth = self._nth()
        symbol = self._symbol or ""
        if symbol in DAYS:
            rule.days.append((nth, symbol))
        elif nth is not None:
            rule.month_days.append(nth)
            self._accept("day")
            return True
        elif symbol == "weekday":
            rule.days = rule.days or [(None, day) for day in WORKDAYS]
        elif symbol in MONTHS:
            rule.months.append(symbol)
        elif symbol == "week":
            self._advance()
            rule.weeks = [self._number()]
            while self._accept("comma"):
                rule.weeks.append(self._number())
            return True
        else:
            return False
        self._advance()
        return True

    def _nth(self) -> int | None:
        if self._accept("last"):
            return -1
        if self._accept("first"):
            return 1
        number = {"second": 2, "third": 3}.get(self._symbol or "")
        if self._symbol == "nth":
            number = int(self._value[:4])
            if number > 366:
                raise NoRuleError
        if number is None:
            return None
        self._advance()
        return -number if self._accept("last") else number

    def _days_of_month(self, rule: Rule) -> None:
        self._accept("on")
        self._accept("the")
        nth = self._nth()
        while nth is not None:
            rule.month_days.append(nth)
            self._advance()
            if not self._accept("comma"):
                return
            nth = self._nth()
            if nth is None:
                raise NoRuleError

    def _end(self, rule: Rule) -> None:
        if self._symbol == "until":
            found = _UNTIL.fullmatch(self._rest)
            names = [name for name in MONTHS if found and name.lower().startswith(found[1].lower())]
            if found is None or not names:
                raise NoRuleError
            rule.until = f"{names[0]} {int(found[2])}, {found[3]}"
        elif self._accept("for"):
            rule.count = self._number()
