"""Functions on numbers, and sums, smallest and largest of lists of any values."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import reduce
from typing import TYPE_CHECKING

from prep.queries.collate import compare
from prep.queries.errors import RowError
from prep.queries.functions.construct import rounded
from prep.queries.functions.overloads import Function, nothing, nulls
from prep.queries.values import Value

if TYPE_CHECKING:
    from prep.queries.evaluate import Context


def _on_number(name: str, change: Callable[[float], float]) -> Function:
    def changed(_context: Context, number: float) -> Value:
        return change(number) if math.isfinite(number) else number

    return Function(name, ("number", changed), ("null", nothing), spread={1: (0,)})


def _choose(name: str, first_wins: Callable[[int], bool]) -> Function:
    def pick(context: Context, one: Value, two: Value) -> Value:
        return one if first_wins(compare(one, two, context.full_path)) else two

    def of_all(context: Context, *values: Value) -> Value:
        if not values:
            return None
        return reduce(lambda one, two: chosen(context, one, two), values)

    chosen = Function(
        name,
        ("* null", lambda _, one, __: one),
        ("null *", lambda _, __, two: two),
        ("* *", pick),
        ("array", lambda context, values: chosen(context, *values)),
        ("...", of_all),
    )
    return chosen


def _choose_by(name: str, first_wins: Callable[[int], bool]) -> Function:
    def picked(context: Context, values: list[Value], key: Callable[..., Value]) -> Value:
        keyed = [(value, key(context, value)) for value in values]
        known = [pair for pair in keyed if pair[1] is not None]
        if not known:
            return values[0] if values else None
        best = known[0]
        for pair in known[1:]:
            if not first_wins(compare(best[1], pair[1], context.full_path)):
                best = pair
        return best[0]

    return Function(name, ("array function", picked), ("null function", nothing))


def _reduce(context: Context, values: list[Value], operator: str) -> Value:
    if not values:
        return None
    if operator not in {"+", "-", "*", "/", "&", "|"}:
        raise RowError("reduce(array, op) supports '+', '-', '/', '*', '&', and '|'")
    return reduce(lambda one, two: context.operate(operator, one, two), values)


def _reduce_by(context: Context, values: list[Value], step: Callable[..., Value]) -> Value:
    if not values:
        return None
    result = values[0]
    for value in values[1:]:
        if value is not None:
            result = step(context, result, value)
    return result


def _average(context: Context, values: list[Value]) -> Value:
    total = _reduce(context, values, "+")
    return None if total is None else context.operate("/", total, len(values))


def _itself(_context: Context, value: Value) -> Value:
    return value


NUMERIC: dict[str, Callable[..., Value]] = {
    "round": Function(
        "round",
        ("number", lambda _, number: rounded(number)),
        ("null", nothing),
        ("number number", lambda _, number, digits: rounded(number, digits)),
        ("number null", lambda _, number, __: rounded(number)),
        ("null *", nothing),
        spread={1: (0,), 2: (0,)},
    ),
    "trunc": _on_number("trunc", math.trunc),
    "floor": _on_number("floor", math.floor),
    "ceil": _on_number("ceil", math.ceil),
    "min": _choose("min", lambda order: order <= 0),
    "max": _choose("max", lambda order: order > 0),
    "minby": _choose_by("minby", lambda order: order <= 0),
    "maxby": _choose_by("maxby", lambda order: order > 0),
    "sum": Function("sum", ("array", lambda c, values: _reduce(c, values, "+")), ("*", _itself)),
    "product": Function(
        "product", ("array", lambda c, values: _reduce(c, values, "*")), ("*", _itself)
    ),
    "average": Function("average", ("array", _average), ("*", _itself)),
    "reduce": Function(
        "reduce", ("array string", _reduce), ("array function", _reduce_by), *nulls(2),
        spread={2: (1,)},
    ),
}  # fmt: skip
