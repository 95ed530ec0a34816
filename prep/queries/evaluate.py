"""Evaluation of expressions on a row (Dataview's ``expression/context.ts``).

A field that a row does not have is null, and so is what is looked up in null. Both sides of
``AND`` and ``OR`` are always evaluated: an error in either drops the row.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from prep.queries import operators, tree
from prep.queries.durations import Duration
from prep.queries.errors import RowError
from prep.queries.regex import PatternError
from prep.queries.values import Link, Value, kind_of, truthy

Row = Mapping[str, Value]


class Pages(Protocol):
    """What expressions ask of the vault."""

    def resolve(self, path: str) -> str | None:
        """Give the full path of the note that ``path`` means from the query's note, or None."""

    def fields(self, path: str) -> Row | None:
        """Give the fields of the note at a full path, or None."""


class _NoPages:
    """A vault without notes, for expressions on their own."""

    def resolve(self, path: str) -> str | None:
        return None

    def fields(self, path: str) -> Row | None:
        return None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression can see beside its row.

    ``now``: the moment that ``today`` means; ``this``: fields of the note that holds the query.
    """

    now: datetime
    this: Row = field(default_factory=dict)
    pages: Pages = field(default_factory=_NoPages)

    def full_path(self, path: str) -> str:
        """Give the full path that a link's ``path`` means, or ``path`` itself."""
        return self.pages.resolve(path) or path

    def operate(self, operator: str, left: Value, right: Value) -> Value:
        """Apply a binary operator."""
        return operators.apply(operator, left, right, self.full_path)

    def evaluate(self, expression: tree.Expression, row: Row) -> Value:
        """Give the value of ``expression`` on ``row``.

        Raises:
            RowError: it has none; the reason is in words.
        """
        return _RULES[type(expression)](self, expression, row)

    def look_up(self, target: Value, index: Value) -> Value:
        """Give ``target[index]``."""
        if index is None:
            return None
        if isinstance(index, bool) or not isinstance(index, str | int | float):
            raise RowError("can only index with a string or number")
        rule = _LOOK_UPS.get(kind_of(target))
        return rule(self, target, index) if rule else None


def _variable(context: Context, node: tree.Variable, row: Row) -> Value:
    if node.name in row:
        return row[node.name]
    return context.this if node.name == "this" else None


def _binary(context: Context, node: tree.Binary, row: Row) -> Value:
    """Go down the left side in a loop: a long sum is as deep as it is long."""
    steps: list[tree.Binary] = []
    left: tree.Expression = node
    while isinstance(left, tree.Binary):
        steps.append(left)
        left = left.left
    value = context.evaluate(left, row)
    for step in reversed(steps):
        value = context.operate(step.operator, value, context.evaluate(step.right, row))
    return value


def _list(context: Context, node: tree.ListOf, row: Row) -> Value:
    return [context.evaluate(item, row) for item in node.items]


def _object(context: Context, node: tree.ObjectOf, row: Row) -> Value:
    return {key: context.evaluate(entry, row) for key, entry in node.entries}


def _lambda(_context: Context, node: tree.Lambda, row: Row) -> Value:
    def called(context: Context, *arguments: Value) -> Value:
        given = dict(zip(node.names, arguments, strict=False))
        return context.evaluate(node.body, ChainMap(given, row))  # type: ignore[arg-type] # reads only

    return called


def _call(context: Context, node: tree.Call, row: Row) -> Value:
    from prep.queries.functions import FUNCTIONS

    if isinstance(node.function, tree.Variable):
        named = FUNCTIONS.get(node.function.name)
        called: Value = named or node.function.name
    else:
        called = context.evaluate(node.function, row)
        if isinstance(called, str):
            called = FUNCTIONS.get(called, called)
    arguments = [context.evaluate(argument, row) for argument in node.arguments]
    if isinstance(called, str):
        raise RowError(f"unrecognized function name '{called}'")
    if not callable(called):
        raise RowError(f"cannot call type '{kind_of(called)}' as a function")
    try:
        return called(context, *arguments)
    except PatternError as error:
        raise RowError(str(error)) from None
    except RecursionError:
        raise RowError("a function that calls itself without end") from None


def _index(context: Context, node: tree.Index, row: Row) -> Value:
    index = context.evaluate(node.index, row)
    if node.target == _WHOLE_ROW:
        return context.look_up({"this": context.this, **row}, index)
    return context.look_up(context.evaluate(node.target, row), index)


_WHOLE_ROW = tree.Variable("row")

_RULES: dict[type[tree.Expression], Callable[..., Value]] = {
    tree.Constant: lambda _context, node, _row: node.value,
    tree.Variable: _variable,
    tree.Negated: lambda context, node, row: not truthy(context.evaluate(node.child, row)),
    tree.Binary: _binary,
    tree.ListOf: _list,
    tree.ObjectOf: _object,
    tree.Lambda: _lambda,
    tree.Call: _call,
    tree.Index: _index,
}


def _of_object(_context: Context, target: Row, index: str | float) -> Value:
    if not isinstance(index, str):
        raise RowError('can only index into objects with strings (a.b or a["b"])')
    return target.get(index)


def _of_link(context: Context, target: Link, index: str | float) -> Value:
    if not isinstance(index, str):
        raise RowError('can only index into links with strings (a.b or a["b"])')
    path = context.pages.resolve(target.path)
    fields = context.pages.fields(path) if path else None
    return fields.get(index) if fields is not None else None


def _of_list(context: Context, target: list[Value], index: str | float) -> Value:
    if not isinstance(index, str):
        return target[int(index)] if index == int(index) and 0 <= index < len(target) else None
    found: list[Value] = []
    for item in target:
        try:
            found.append(context.look_up(item, index))
        except RowError:
            continue
    return found


def _of_text(_context: Context, target: str, index: str | float) -> Value:
    if isinstance(index, str):
        raise RowError("string indexing requires a numeric index (string[index])")
    return target[int(index)] if index == int(index) and 0 <= index < len(target) else None


_DATE_PARTS: dict[str, Callable[[datetime], int]] = {
    "weekyear": lambda day: day.isocalendar().week,
    "week": lambda day: day.day // 7 + 1,
    "weekday": datetime.isoweekday,
    "millisecond": lambda day: day.microsecond // 1000,
}


def _of_date(_context: Context, target: datetime, index: str | float) -> Value:
    if not isinstance(index, str):
        raise RowError("date indexing requires a string representing the unit")
    if index in _DATE_PARTS:
        return _DATE_PARTS[index](target)
    plain = {"year", "month", "day", "hour", "minute", "second"}
    return getattr(target, index) if index in plain else None


def _of_duration(_context: Context, target: Duration, index: str | float) -> Value:
    if not isinstance(index, str):
        raise RowError("duration indexing requires a string representing the unit")
    unit = index if index.endswith("s") else f"{index}s"
    if index == "week" or unit not in _DURATION_PARTS:
        return None
    return target.shifted(unit)[unit]


_DURATION_PARTS = frozenset(
    {"years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds"}
)

_LOOK_UPS: dict[str, Callable[..., Value]] = {
    "object": _of_object,
    "link": _of_link,
    "array": _of_list,
    "string": _of_text,
    "date": _of_date,
    "duration": _of_duration,
}
