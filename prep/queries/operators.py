"""Binary operators by the kinds of their operands (Dataview's ``expression/binaryop.ts``).

Comparison takes any two values, ``&`` and ``|`` their truth; arithmetic takes the pairs of kinds
listed here and refuses others. Nothing is coerced, but text takes up anything that is added to it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

from prep.queries.collate import compare, instant
from prep.queries.durations import Duration, between, shift_date
from prep.queries.errors import RowError
from prep.queries.values import Value, kind_of, text_of, truthy

_MAX_TEXT = 1 << 24
"""Longest text that an expression may make, in characters: far above a note's, far below RAM."""

_COMPARISONS: dict[str, Callable[[int], bool]] = {
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
    "=": lambda order: order == 0,
    "!=": lambda order: order != 0,
}


def apply(operator: str, left: Value, right: Value, resolve: Callable[[str], str] = str) -> Value:
    """Give ``left operator right``.

    Raises:
        RowError: the operator takes no such pair of kinds.
    """
    if operator in _COMPARISONS:
        return _COMPARISONS[operator](compare(left, right, resolve))
    if operator == "&":
        return truthy(left) and truthy(right)
    if operator == "|":
        return truthy(left) or truthy(right)
    kinds = kind_of(left), kind_of(right)
    act = _ACTS.get((kinds[0], operator, kinds[1]))
    if act is None and operator == "+" and "string" in kinds:
        act = _joined
    if act is None:
        raise RowError(f"no implementation found for '{kinds[0]} {operator} {kinds[1]}'")
    return act(left, right)


def tidy(value: float) -> float:
    """Give a whole float as the ``int`` that it is; numbers are of one kind."""
    return int(value) if math.isfinite(value) and value == int(value) else value


def repeat(text: str, times: float) -> str:
    """Give ``text`` over and over, none for less than nothing."""
    if not math.isfinite(times) or len(text) * times > _MAX_TEXT:
        raise RowError("the text would be too long")
    return text * max(0, int(times))


def _joined(left: Value, right: Value) -> Value:
    text = text_of(left) + text_of(right)
    if len(text) > _MAX_TEXT:
        raise RowError("the text would be too long")
    return text


def _divided(left: float, right: float) -> float:
    if right:
        return tidy(float(left) / float(right))
    return math.nan if not left or math.isnan(left) else math.copysign(math.inf, left)


def _remainder(left: float, right: float) -> float:
    if not right or math.isinf(left):
        return math.nan
    return tidy(math.fmod(left, right))


def _moved(day: datetime, by: Duration, sign: int = 1) -> datetime:
    moved = shift_date(day, by, sign)
    if moved is None:
        raise RowError("the date would be outside the years 1 to 9999")
    return moved


def _apart(later: datetime, earlier: datetime) -> Duration:
    return between(instant(later), instant(earlier))


def _scaled(amount: Duration, by: float) -> Duration:
    return amount.scaled(lambda value: tidy(float(value) * float(by))).normal()


def _shared(amount: Duration, by: float) -> Duration:
    scaled = amount.scaled(lambda value: _divided(value, by))
    if not math.isfinite(scaled.millis()):
        raise RowError("a duration cannot be divided by 0")
    return scaled.normal()


def _nothing(_left: Value, _right: Value) -> Value:
    return None


_ACTS: dict[tuple[str, str, str], Callable[..., Value]] = {
    ("number", "+", "number"): lambda a, b: tidy(float(a) + float(b)),
    ("number", "-", "number"): lambda a, b: tidy(float(a) - float(b)),
    ("number", "*", "number"): lambda a, b: tidy(float(a) * float(b)),
    ("number", "/", "number"): _divided,
    ("number", "%", "number"): _remainder,
    ("string", "*", "number"): repeat,
    ("number", "*", "string"): lambda a, b: repeat(b, a),
    ("date", "-", "date"): _apart,
    ("date", "-", "duration"): lambda a, b: _moved(a, b, -1),
    ("date", "+", "duration"): _moved,
    ("duration", "+", "date"): lambda a, b: _moved(b, a),
    ("duration", "+", "duration"): lambda a, b: a.plus(b).normal(),
    ("duration", "-", "duration"): lambda a, b: a.plus(b, -1).normal(),
    ("duration", "/", "number"): _shared,
    ("duration", "*", "number"): _scaled,
    ("number", "*", "duration"): lambda a, b: _scaled(b, a),
    ("array", "+", "array"): lambda a, b: [*a, *b],
    ("object", "+", "object"): lambda a, b: {**a, **b},
    ("date", "+", "null"): _nothing,
    ("null", "+", "date"): _nothing,
    ("date", "-", "null"): _nothing,
    ("null", "-", "date"): _nothing,
    **{("null", operator, "null"): _nothing for operator in "+-*/%"},
}
