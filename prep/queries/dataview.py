"""Dataview queries over pages: which rows go in, what comes out (``query/engine.ts``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from prep.queries import prefilter, tree
from prep.queries.errors import QueryError
from prep.queries.evaluate import Context
from prep.queries.item_row import ItemRow
from prep.queries.page import Page
from prep.queries.result import Bunch, Hit, Line, Place, Result
from prep.queries.rows import TaskRow, Widened
from prep.queries.sources import choose
from prep.queries.statement import parse
from prep.queries.steps import Row, Stage, Steps, unknown_functions
from prep.queries.values import Link, Pair, Value
from prep.queries.vault import Seen, Vault


@dataclass(frozen=True, slots=True)
class _Run:
    """One query under way."""

    query: tree.Query
    text: str
    vault: Vault
    context: Context
    paths: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def steps(self) -> Steps:
        return Steps(self.context, self.text)


def answer(text: str, pages: Sequence[Page], this: Page | None, now: datetime) -> Result:
    """Answer a Dataview query.

    Raises:
        QueryError: Dataview would refuse it, or it is not supported; the place is named.
    """
    query = parse(text, now)
    if query.kind == "calendar":
        raise QueryError("CALENDAR is not supported, it draws a month: use TABLE or LIST")
    vault = Vault(pages)
    origin = this.path if this else ""
    chosen = choose(query.source, vault, origin)
    own = vault.row(this) if this else {}
    context = Context(now, own, Seen(vault, origin))
    warnings = (*chosen.warnings, *_unknown(query))
    run = _Run(query, text, vault, context, tuple(chosen.paths), warnings)
    if query.kind == "task":
        return _tasks(run)
    return _list(run) if query.kind == "list" else _table(run)


def _unknown(query: tree.Query) -> Iterator[str]:
    """Say which functions the query calls that there are not."""
    expressions = [named.expression for named in query.columns]
    expressions += [each.condition for each in query.clauses if isinstance(each, tree.Where)]
    names = dict.fromkeys(v.name for each in expressions for v in unknown_functions(each))
    return (f"there is no function {name}()" for name in names)


def _tasks(run: _Run) -> Result:
    """Answer a TASK query over the pages that can match, told by :mod:`prep.queries.prefilter`.

    A query fails where every row fails, so where none is left, or all that are left fail, the pages
    that were left out have their say too.
    """
    fits = prefilter.needed(run.query).fits
    pages = [run.vault.pages[path] for path in run.paths if path in run.vault.pages]
    likely = _task_rows(run, [page for page in pages if fits(page)])
    try:
        stage = run.steps.run(likely, run.query.clauses)
    except QueryError:
        stage = run.steps.run(_task_rows(run, pages), run.query.clauses)
    if not likely:
        _fail_if_all_fail(run, pages)
    return Result("task", tasks=_grouped(stage), warnings=run.warnings)


def _fail_if_all_fail(run: _Run, pages: Sequence[Page]) -> None:
    """Raise what the query fails with on every row, if there are rows and it does."""
    failed: QueryError | None = None
    for page in pages:
        rows = _task_rows(run, [page])
        try:
            run.steps.run(rows, run.query.clauses)
        except QueryError as error:
            failed = error
            continue
        if rows:
            return
    if failed:
        raise failed


def _task_rows(run: _Run, pages: Sequence[Page]) -> list[Row]:
    rows: list[Row] = []
    for page in pages:
        if not page.may_have_tasks:
            continue
        for line, each in page.items.items():
            if each.item.status is not None:
                item = run.vault.item_row(page, line)
                place = Place(page.path, line, each.item.end_line)
                rows.append(Row(None, TaskRow(item, run.vault.row(page)), (place,)))
    return rows


def _grouped(stage: Stage) -> tuple[Bunch | Hit, ...]:
    return tuple(_entry(row.data, stage.groups) for row in stage.rows)


def _entry(data: Mapping[str, Value], groups: tuple[str, ...]) -> Bunch | Hit:
    """Give a row's task; of a group, also one that FLATTEN took the grouping back of, its rows."""
    task = None if groups else _task(data)
    if task is not None:
        return task
    members = data["rows"]
    rows = members if isinstance(members, list) else []
    return Bunch(
        data[groups[-1]] if groups else data["key"],
        tuple(_entry(row, groups[:-1]) for row in rows if isinstance(row, Mapping)),
    )


def _task(data: Mapping[str, Value]) -> Hit | None:
    """Give the task that a row is, or that FLATTEN took out of a group."""
    row: object = data
    while isinstance(row, Widened):
        inner = row.row
        row = inner if isinstance(inner, Widened | TaskRow | ItemRow) else row.value
    if isinstance(row, TaskRow):
        row = row.item
    if not isinstance(row, ItemRow):
        return None
    item = row.item.item
    place = Place(row.page.path, item.line, item.end_line)
    return Hit(place, item.text, item.status, item.parent)


def _page_rows(run: _Run) -> list[Row]:
    pages = (run.vault.pages[path] for path in run.paths if path in run.vault.pages)
    return [Row(Link(page.path), run.vault.row(page), (_whole(page),)) for page in pages]


def _whole(page: Page) -> Place:
    return Place(page.path, page.first_line, page.first_line)


def _columns(run: _Run) -> tuple[Stage, list[tuple[Row, dict[str, Value]]]]:
    steps = run.steps
    stage = steps.run(_page_rows(run), run.query.clauses)
    names = [named.name for named in run.query.columns]
    expressions = [named.expression for named in run.query.columns]
    found = steps.values(stage.rows, expressions, "the final data extraction", 0)
    return stage, [(row, dict(zip(names, values, strict=True))) for row, values in found]


def _list(run: _Run) -> Result:
    _, rows = _columns(run)
    lines: list[Line] = []
    for row, values in rows:
        if not run.query.columns:
            value = row.id
        elif run.query.show_id:
            value = Pair(row.id, values["target"])
        else:
            value = values["target"]
        lines.append(Line((value,), row.places))
    return Result("list", lines=tuple(lines), warnings=run.warnings)


def _table(run: _Run) -> Result:
    stage, rows = _columns(run)
    names = [named.name for named in run.query.columns]
    lines = [
        Line(
            (*([row.id] if run.query.show_id else []), *(values[name] for name in names)),
            row.places,
        )
        for row, values in rows
    ]
    if run.query.show_id:
        names.insert(0, stage.groups[-1] if stage.groups else "File")
    return Result("table", lines=tuple(lines), names=tuple(names), warnings=run.warnings)


def _id_cell(run: _Run, row: Row) -> list[Value]:
    return [row.id] if run.query.show_id else []
