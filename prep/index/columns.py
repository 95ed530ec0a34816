"""Rows as columns and back: what repeats within a column is said once, line numbers as steps.

A note's rows turned to columns pack to two thirds of what they take as rows (measured on generated
and on real notes), and no slower. Each column is one of:

- ``(value,)``: all rows hold this value
- ``str``: texts, joined by NUL
- ``bytes``: whole numbers from 0 to 255
- ``[bytes]``: whole numbers of 32 bits
- ``tuple`` of as many values as there are rows: anything else

What follows from another column (a naming's key from its name) is None in its own.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, repeat
from operator import add, sub
from typing import Any

from prep.names import fold

Table = tuple[Any, ...] | None
_NUMBER = "i"
_IMPLIED: tuple[tuple[str, str, Callable[[str], Any]], ...] = (
    ("key", "name", fold),
    ("values", "value", lambda value: (value,)),
)
"""What a column mostly holds: its name, that of the column that implies it, and how."""


def table_of(rows: Sequence[tuple[Any, ...]], fields: tuple[str, ...]) -> Table:
    """The columns of these rows, with their number in front; None for no rows."""
    if not rows:
        return None
    columns = list(zip(*rows, strict=True))
    if "line" in fields:
        at = fields.index("line")
        lines = columns[at]
        if "end_line" in fields:
            end = fields.index("end_line")
            columns[end] = tuple(map(sub, columns[end], lines))
        columns[at] = tuple(map(sub, lines, (0, *lines)))
    for name, other, imply in _IMPLIED:
        if name in fields and other in fields:
            at, by = fields.index(name), map(imply, columns[fields.index(other)])
            told = zip(columns[at], by, strict=True)
            columns[at] = tuple(None if value == implied else value for value, implied in told)
    return (len(rows), *map(_packed, columns))


def rows_of(table: Table, fields: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    """The rows that a table was made of."""
    if table is None:
        return ()
    count = table[0]
    columns: list[Iterable[Any]] = [_unpacked(column, count) for column in table[1:]]
    if "line" in fields:
        at = fields.index("line")
        lines = list(accumulate(columns[at]))
        columns[at] = lines
        if "end_line" in fields:
            end = fields.index("end_line")
            columns[end] = map(add, columns[end], lines)
    for name, other, imply in _IMPLIED:
        if name in fields and other in fields:
            at, by = fields.index(name), list(columns[fields.index(other)])
            columns[fields.index(other)] = by
            told = zip(columns[at], by, strict=True)
            columns[at] = [imply(said) if value is None else value for value, said in told]
    return zip(*columns, strict=True)


def _packed(values: tuple[Any, ...]) -> Any:
    first = values[0]
    if values.count(first) == len(values):
        return (first,)
    try:
        if type(first) is str:
            joined = "\0".join(values)
            return joined if joined.count("\0") == len(values) - 1 else values
        return _numbers(values) if type(first) is int else values
    except (TypeError, OverflowError):  # not all of one type, or beyond 32 bits
        return values


def _numbers(values: tuple[Any, ...]) -> bytes | list[bytes]:
    try:
        return bytes(values)
    except ValueError:
        return [array(_NUMBER, values).tobytes()]


def _unpacked(column: Any, count: int) -> Iterable[Any]:
    if type(column) is str:
        return column.split("\0")
    if type(column) is list:
        numbers = array(_NUMBER)
        numbers.frombytes(column[0])
        return numbers
    if type(column) is tuple and len(column) == 1:
        return repeat(column[0], count)
    return column  # type: ignore[no-any-return]  # bytes and tuple give their values
