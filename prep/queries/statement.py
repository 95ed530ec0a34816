"""The grammar of whole Dataview queries (its ``query/parse.ts``), strict but for one courtesy.

``FROM this.file.folder`` is read though Dataview refuses it: a third of the queries that people
publish have it. The answer then carries a warning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from prep.patterns import lazy
from prep.queries import tree
from prep.queries.errors import QueryError
from prep.queries.expression import Expressions
from prep.queries.scan import Scanner

_KINDS: dict[str, Literal["task", "list", "table", "calendar"]] = {
    "TASK": "task", "LIST": "list", "TABLE": "table", "CALENDAR": "calendar",
}  # fmt: skip
_BREAKS = lazy(r"[\r\n]+")


def parse(text: str, now: datetime) -> tree.Query:
    """Parse a query; ``now`` is what ``date(today)`` and the like mean.

    Raises:
        QueryError: the text is no query; it says where reading stopped, and what could stand there.
    """
    try:
        return _Statements(text, now).query()
    except RecursionError:
        raise QueryError("the query nests too deeply") from None


def parse_field(text: str, now: datetime) -> tree.Expression:
    """Parse one expression that takes all of ``text``.

    Raises:
        QueryError: as :func:`parse`.
    """
    scan = Scanner(text)
    found = Expressions(scan, now).field()
    if found is None or scan.at < len(text):
        scan.fail()
    return found


class _Statements:
    def __init__(self, text: str, now: datetime) -> None:
        self._scan = Scanner(text)
        self._fields = Expressions(self._scan, now)

    def query(self) -> tree.Query:
        self._blanks()
        kind, columns, show_id = self._header()
        self._blanks()
        source = self._scan.attempt(self._from)
        self._blanks()
        clauses: list[tree.Clause] = []
        while (clause := self._clause()) is not None:
            clauses.append(clause)
            self._blanks()
        if self._scan.at < len(self._scan.text):
            self._scan.fail()
        start = tree.Folder("") if source is None else source
        return tree.Query(kind, columns, show_id, start, tuple(clauses))

    def _blanks(self) -> None:
        """Pass white space and ``//`` comments."""
        scan = self._scan
        while True:
            scan.space()
            if not scan.text.startswith("//", scan.at):
                return
            end = scan.text.find("\n", scan.at)
            scan.at = len(scan.text) if end < 0 else end

    def _header(
        self,
    ) -> tuple[Literal["task", "list", "table", "calendar"], tuple[tree.Named, ...], bool]:
        found = self._scan.match("TABLE|LIST|TASK|CALENDAR", "TABLE, LIST or TASK", re.IGNORECASE)
        if found is None:
            self._scan.fail()
        kind = _KINDS[found[0].upper()]
        if kind == "task" or self._scan.at == len(self._scan.text):
            if kind == "calendar":
                self._scan.fail()
            return kind, (), True
        if not self._scan.some_space():
            self._scan.fail()
        if kind == "calendar":
            return kind, (self._named() or self._scan.fail(),), True
        without = self._scan.match(r"WITHOUT\s+ID\s*", "WITHOUT ID", re.IGNORECASE)
        if kind == "table":
            return kind, tuple(self._scan.separated(self._named)), without is None
        field = self._scan.attempt(self._fields.field)
        columns = () if field is None else (tree.Named("target", field),)
        return kind, columns, without is None

    def _named(self) -> tree.Named | None:
        explicit = self._scan.attempt(self._explicit)
        if explicit is not None:
            return explicit
        start = self._scan.at
        field = self._fields.field()
        if field is None:
            return None
        own = self._scan.text[start : self._scan.at]
        return tree.Named("".join(part.strip() for part in _BREAKS.split(own)), field)

    def _explicit(self) -> tree.Named | None:
        field = self._fields.field()
        if field is None or not self._scan.some_space():
            return None
        word = self._scan.match("AS", "AS", re.IGNORECASE)
        if word is None or not self._scan.some_space():
            return None
        name = self._fields.identifier()
        if name is None:
            name = self._fields.string()
        return None if name is None else tree.Named(name, field)

    def _from(self) -> tree.Source | None:
        word = self._scan.match("FROM", "FROM", re.IGNORECASE)
        return None if word is None or not self._scan.some_space() else self._fields.source()

    def _clause(self) -> tree.Clause | None:
        rules = (
            self._again, self._where, self._sort, self._limit, self._group, self._flatten,
        )  # fmt: skip
        return self._scan.choice(rules, "WHERE, SORT, GROUP BY, FLATTEN, LIMIT")

    def _again(self) -> tree.Clause | None:
        start = self._scan.at
        return None if self._from() is None else tree.Again(start)

    def _after(self, keyword: str) -> bool:
        word = self._scan.match(keyword, keyword, re.IGNORECASE)
        return word is not None and self._scan.some_space()

    def _where(self) -> tree.Clause | None:
        return self._one("WHERE", self._fields.field, tree.Where)

    def _limit(self) -> tree.Clause | None:
        return self._one("LIMIT", self._fields.field, tree.Limit)

    def _one(
        self,
        keyword: str,
        rule: Callable[[], tree.Expression | None],
        made: Callable[[tree.Expression, int], tree.Clause],
    ) -> tree.Clause | None:
        start = self._scan.at
        found = rule() if self._after(keyword) else None
        return None if found is None else made(found, start)

    def _group(self) -> tree.Clause | None:
        start = self._scan.at
        named = self._named() if self._after("GROUP BY") else None
        return None if named is None else tree.Group(named, start)

    def _flatten(self) -> tree.Clause | None:
        start = self._scan.at
        named = self._named() if self._after("FLATTEN") else None
        return None if named is None else tree.Flatten(named, start)

    def _sort(self) -> tree.Clause | None:
        start = self._scan.at
        keys = self._scan.separated(self._sort_key) if self._after("SORT") else []
        return tree.Sort(tuple(keys), start) if keys else None

    def _sort_key(self) -> tuple[tree.Expression, bool] | None:
        field = self._fields.field()
        if field is None:
            return None
        self._scan.space()
        order = self._scan.match("ASCENDING|DESCENDING|ASC|DESC", "ASC or DESC", re.IGNORECASE)
        return field, order is not None and order[0][0] in "dD"
