"""Durations as Dataview has them: luxon's units, its casual conversions and its roundings.

A year is 365 days, a month 30 days or 4 weeks, a quarter is not used (luxon's ``casualMatrix``).
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds")

_HOUR = 3_600_000
_MILLIS = {
    "years": 365 * 24 * _HOUR, "months": 30 * 24 * _HOUR, "weeks": 7 * 24 * _HOUR,
    "days": 24 * _HOUR, "hours": _HOUR, "minutes": 60_000, "seconds": 1000, "milliseconds": 1,
}  # fmt: skip
# Where luxon's table is not the quotient of the lengths: 12 months and 52 weeks make a year,
# 4 weeks a month.
_ODD = {("years", "months"): 12, ("years", "weeks"): 52, ("months", "weeks"): 4}


class Duration:
    """An amount of time by units; a unit that was never named is absent, not zero."""

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, float] | None = None, /, **units: float) -> None:
        given = {**(values or {}), **units}
        self._values = {unit: given[unit] for unit in UNITS if unit in given}

    def __getitem__(self, unit: str) -> float:
        return self._values.get(unit, 0)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return all(self[unit] == other[unit] for unit in UNITS)

    def __hash__(self) -> int:
        return hash(tuple(self[unit] for unit in UNITS))

    def __repr__(self) -> str:
        return f"Duration({self._values!r})"

    def items(self) -> Iterator[tuple[str, float]]:
        """Give the units that are not zero, largest first."""
        return ((unit, value) for unit, value in self._values.items() if value)

    def all_items(self) -> Iterator[tuple[str, float]]:
        """Give the units that were named, zeros included, largest first."""
        return iter(self._values.items())

    def millis(self) -> float:
        """Give the length in milliseconds."""
        return sum(value * _MILLIS[unit] for unit, value in self._values.items())

    def scaled(self, change: Callable[[float], float]) -> Duration:
        """Apply ``change`` to each unit."""
        return Duration({unit: change(value) for unit, value in self._values.items()})

    def plus(self, other: Duration, sign: int = 1) -> Duration:
        """Add ``other`` unit by unit (``sign`` -1: subtract)."""
        named = [unit for unit in UNITS if unit in self._values or unit in other._values]
        return Duration({unit: self[unit] + sign * other[unit] for unit in named})

    def shifted(self, *units: str) -> Duration:
        """Express the duration in ``units`` alone (luxon's ``shiftTo``)."""
        built: dict[str, float] = {}
        waiting: dict[str, float] = {}
        last = units[-1]
        for unit in UNITS:
            if unit not in units:
                if unit in self._values:
                    waiting[unit] = self._values[unit]
                continue
            last = unit
            own = sum(_per(above, unit) * value for above, value in waiting.items())
            waiting = dict.fromkeys(waiting, 0.0)
            own += self[unit]
            built[unit] = math.trunc(own)
            waiting[unit] = (own * 1000 - built[unit] * 1000) / 1000
        for unit, value in waiting.items():
            if value:
                built[last] += value if unit == last else value / _per(last, unit)
        return Duration(_rolled(built))

    def normal(self) -> Duration:
        """Spread over all units and roll over, as Dataview normalizes a duration."""
        return Duration(_rolled(dict(self.shifted(*UNITS).all_items())))


def _per(larger: str, smaller: str) -> float:
    """Tell how many of ``smaller`` make one of ``larger``."""
    return _ODD.get((larger, smaller)) or _MILLIS[larger] / _MILLIS[smaller]


def _rolled(given: dict[str, float]) -> dict[str, float]:
    """Carry each unit's excess upwards, then fractions downwards (``normalizeValues``)."""
    values = dict(given)
    sign = -1 if sum(v * _MILLIS[u] for u, v in values.items()) < 0 else 1
    named = [unit for unit in UNITS if unit in values]
    for larger, smaller in reversed(list(pairwise(named))):
        per = _per(larger, smaller)
        carried = math.floor(values[smaller] * sign / per)
        values[larger] += carried * sign
        values[smaller] -= carried * per * sign
    for larger, smaller in pairwise(named):
        part = math.fmod(values[larger], 1)
        values[larger] -= part
        values[smaller] += part * _per(larger, smaller)
    return {unit: _whole(value) for unit, value in values.items()}


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def duration_text(value: Duration) -> str:
    """Give "2 days, 6 minutes": the units that are not zero, after normalizing."""
    return ", ".join(_unit_text(unit, amount) for unit, amount in value.normal().items())


def _unit_text(unit: str, amount: float) -> str:
    shown = f"{amount:,.3f}".rstrip("0").rstrip(".")
    return f"{shown} {unit[:-1] if shown == '1' else unit}"


def shift_date(day: datetime, by: Duration, sign: int = 1) -> datetime | None:
    """Give ``day`` moved by ``by`` (``sign`` -1: back), or None outside the years 1 to 9999.

    Months keep the day of the month where it exists, else take the last (luxon's ``adjustTime``).
    """
    amount = by.scaled(lambda value: value * sign)
    months = day.year * 12 + day.month - 1 + math.trunc(amount["years"]) * 12
    year, month = divmod(months + math.trunc(amount["months"]), 12)
    if not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    moved = day.replace(year=year, month=month + 1, day=min(day.day, last))
    whole = {unit: math.trunc(amount[unit]) for unit in ("years", "months", "weeks", "days")}
    rest = sum((amount[unit] - whole.get(unit, 0)) * _MILLIS[unit] for unit in UNITS)
    try:
        days = timedelta(days=whole["days"] + whole["weeks"] * 7)
        return moved + days + timedelta(milliseconds=rest)
    except (OverflowError, ValueError):
        return None


def between(later: datetime, earlier: datetime) -> Duration:
    """Give ``later`` minus ``earlier`` as Dataview's date subtraction does, normalized."""
    if later < earlier:
        return _between(later, earlier).scaled(lambda value: -value).normal()
    return _between(earlier, later).normal()


def _between(start: datetime, end: datetime) -> Duration:
    """Count whole years, months and days from ``start``, then the time that is left."""
    counted: dict[str, float] = {}
    cursor = start
    for unit in ("years", "months", "days"):
        counted[unit] = _apart(cursor, end, unit)
        while _past(start, counted, end):
            counted[unit] -= 1
        cursor = shift_date(start, Duration(counted)) or start
    left = Duration(milliseconds=(end - cursor) / timedelta(milliseconds=1))
    return left.shifted("hours", "minutes", "seconds", "milliseconds").plus(Duration(counted))


def _apart(start: datetime, end: datetime, unit: str) -> int:
    """Count ``unit`` between two dates by the calendar, without a look at the time."""
    years = end.year - start.year
    if unit == "years":
        return years
    if unit == "months":
        return end.month - start.month + years * 12
    return (end.date() - start.date()).days


def _past(start: datetime, counted: dict[str, float], end: datetime) -> bool:
    moved = shift_date(start, Duration(counted))
    return moved is None or moved > end


def total(parts: Iterable[Duration]) -> Duration:
    """Add ``parts`` unit by unit."""
    result = Duration()
    for part in parts:
        result = result.plus(part)
    return result
