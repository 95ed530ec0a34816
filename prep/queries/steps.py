"""The clauses of a Dataview query at work on rows, in the order written (``query/engine.ts``).

A row on which an expression fails is dropped without a word; where all rows of a step fail, the
query fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cmp_to_key
from typing import Any, NamedTuple

from prep.queries import tree
from prep.queries.collate import compare
from prep.queries.errors import QueryError, RowError, place
from prep.queries.evaluate import Context
from prep.queries.item_row import ItemRow
from prep.queries.result import Place
from prep.queries.rows import Widened
from prep.queries.values import Value, kind_of, truthy


class Row(NamedTuple):
    """A row under way: what identifies it, its fields, and the lines that it comes from."""

    id: Value
    data: Mapping[str, Value]
    places: tuple[Place, ...]


_Keyed = tuple[Row, list[Value]]


@dataclass(frozen=True, slots=True)
class Stage:
    """The rows after some clauses; ``groups``: names of the GROUP BYs in force, innermost last."""

    rows: list[Row]
    groups: tuple[str, ...] = ()


class Steps:
    """Runs clauses; ``text`` is the query's, to point into it."""

    def __init__(self, context: Context, text: str) -> None:
        self._context = context
        self._text = text
        self._steps: dict[type[tree.Clause], Callable[..., Stage]] = {
            tree.Where: self._where,
            tree.Sort: self._sort,
            tree.Limit: self._limit,
            tree.Group: self._group,
            tree.Flatten: self._flatten,
            tree.Again: self._again,
        }

    def run(self, rows: list[Row], clauses: Sequence[tree.Clause]) -> Stage:
        """Run all ``clauses``.

        Raises:
            QueryError: a step failed on each of its rows, or cannot be run at all.
        """
        stage = Stage(rows)
        for clause in clauses:
            stage = self._steps[type(clause)](stage, clause)
        return stage

    def values(
        self, rows: list[Row], expressions: Sequence[tree.Expression], what: str, at: int
    ) -> Iterator[tuple[Row, list[Value]]]:
        """Give each row for which all ``expressions`` have a value, with the values."""
        reasons: list[str] = []
        for row in rows:
            try:
                yield row, [self._context.evaluate(each, row.data) for each in expressions]
            except RowError as error:
                reasons.append(str(error))
        if rows and len(reasons) >= len(rows):
            raise self._refused(what, expressions, reasons, at)

    def _refused(
        self, what: str, expressions: Sequence[tree.Expression], reasons: list[str], at: int
    ) -> QueryError:
        unknown = next((v for each in expressions for v in unknown_functions(each)), None)
        line, column = place(self._text, unknown.at if unknown else at)
        first = "; ".join(dict.fromkeys(reasons[:3]))
        return QueryError(
            f"every row during {what} failed with an error: {first}", line=line, column=column
        )

    def _where(self, stage: Stage, clause: tree.Where) -> Stage:
        found = self.values(stage.rows, [clause.condition], "WHERE", clause.at)
        return replace(stage, rows=[row for row, [value] in found if truthy(value)])

    def _sort(self, stage: Stage, clause: tree.Sort) -> Stage:
        keyed = list(self.values(stage.rows, [key for key, _ in clause.keys], "SORT", clause.at))
        # a stable sort by each key from the last to the first orders by all of them
        for index, (_, descending) in reversed(list(enumerate(clause.keys))):
            keyed.sort(key=self._order(index), reverse=descending)
        return replace(stage, rows=[row for row, _ in keyed])

    def _order(self, index: int) -> Callable[[_Keyed], Any]:
        def order(one: _Keyed, two: _Keyed) -> int:
            return compare(one[1][index], two[1][index], self._context.full_path)

        return cmp_to_key(order)

    def _limit(self, stage: Stage, clause: tree.Limit) -> Stage:
        try:
            amount = self._context.evaluate(clause.amount, {})
        except RowError as error:
            raise self._failed(f"LIMIT: {error}", clause.at) from None
        if isinstance(amount, bool) or not isinstance(amount, int | float):
            raise self._failed(f"LIMIT should be a number, not a {kind_of(amount)}", clause.at)
        if amount != amount or abs(amount) > len(stage.rows):  # noqa: PLR0124 -- NaN
            amount = len(stage.rows) if amount > 0 else 0
        return replace(stage, rows=stage.rows[: int(amount)])

    def _failed(self, message: str, at: int) -> QueryError:
        line, column = place(self._text, at)
        return QueryError(message, line=line, column=column)

    def _group(self, stage: Stage, clause: tree.Group) -> Stage:
        named = clause.by
        keyed = list(self.values(stage.rows, [named.expression], "GROUP BY", clause.at))
        keyed.sort(key=self._order(0))
        bunches: list[tuple[Value, list[Row]]] = []
        for row, [key] in keyed:
            if not bunches or compare(key, bunches[-1][0], self._context.full_path):
                bunches.append((key, []))
            bunches[-1][1].append(row)
        rows = [_bunch(key, named.name, members) for key, members in bunches]
        return Stage(rows, (*stage.groups, named.name))

    def _flatten(self, stage: Stage, clause: tree.Flatten) -> Stage:
        named = clause.by
        rows = [
            _widened(row, named.name, each)
            for row, [value] in self.values(stage.rows, [named.expression], "FLATTEN", clause.at)
            for each in (value if isinstance(value, list) else [value])
        ]
        back = bool(stage.groups) and stage.groups[-1] == named.name
        return Stage(rows, stage.groups[:-1] if back else stage.groups)

    def _again(self, _stage: Stage, clause: tree.Again) -> Stage:
        raise self._failed("there is one FROM already: join sources with AND or OR", clause.at)


def _bunch(key: Value, name: str, members: list[Row]) -> Row:
    rows: list[Value] = [member.data for member in members]
    places = tuple(dict.fromkeys(place for member in members for place in member.places))
    return Row(key, {"key": key, "rows": rows, name: key}, places)


def _widened(row: Row, name: str, value: Value) -> Row:
    places = row.places
    if isinstance(value, ItemRow):
        item = value.item.item
        places = (Place(value.page.path, item.line, item.end_line),)
    return Row(row.id, Widened(row.data, name, value), places)


def unknown_functions(expression: tree.Expression) -> Iterator[tree.Variable]:
    """Give the names that are called as functions but are none."""
    from prep.queries.functions import FUNCTIONS

    for node in tree.walk(expression):
        named = node.function if isinstance(node, tree.Call) else None
        if isinstance(named, tree.Variable) and named.name not in FUNCTIONS:
            yield named
