"""Tasks query blocks: one instruction a line, all filters joined by AND (``Query/Query.ts``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from prep.patterns import lazy
from prep.queries.collate import numeric_key
from prep.queries.errors import QueryError
from prep.queries.page import Page
from prep.queries.result import Bunch, Hit, Place, Result
from prep.queries.tasks.boolean import read_boolean
from prep.queries.tasks.filters import Filter, InstructionError, Setting, read_filter
from prep.queries.tasks.order import (
    Grouping,
    Sorting,
    default_sorts,
    read_group,
    read_sort,
)  # fmt: skip
from prep.queries.tasks.placeholders import expand
from prep.queries.tasks.settings import Settings
from prep.queries.tasks.task import Task, tasks_of

_LIMIT = lazy(r"limit (groups )?(?:to )?(\d+)", re.IGNORECASE | re.ASCII)
_IGNORED = lazy(r"#|short|full|explain|ignore global query", re.IGNORECASE)
_SHOW = lazy(r"(?:hide|show) +(.*)", re.IGNORECASE)
_SHOWN = (
    "backlink", "edit button", "nested backlink", "postpone button", "task count", "group count",
    "toolbar", "tree", "urgency", "cancelled date", "created date", "depends on", "done date",
    "due date", "id", "on completion", "priority", "recurrence rule", "scheduled date",
    "start date", "tags",
)  # fmt: skip
_VIEW = lazy(r"view +(.*)", re.IGNORECASE)
_PRESET = lazy(r"preset +(.*)", re.IGNORECASE)


class _Statement(NamedTuple):
    """One instruction and the line, from 1, on which it begins."""

    text: str
    line: int


@dataclass(slots=True)
class _Query:
    filters: list[Filter] = field(default_factory=list)
    sorts: list[Sorting] = field(default_factory=list)
    groups: list[Grouping] = field(default_factory=list)
    columns: Grouping | None = None
    limit: int | None = None
    group_limit: int | None = None


def answer(
    text: str, pages: Sequence[Page], this: Page | None, today: date, settings: Settings
) -> Result:
    """Answer a Tasks query block.

    Raises:
        QueryError: the plugin would refuse it, or it asks for JavaScript; the line is named.
    """
    setting = Setting(today, settings.global_filter)
    query = _parse(text, this, setting, settings)
    everything = list(tasks_of(pages, settings))
    found = [task for task in everything if all(keep(task, everything) for keep in query.filters)]
    for sorting in reversed((*query.sorts, *default_sorts(setting))):
        found.sort(key=sorting.key, reverse=sorting.reverse)
    return Result("tasks", tasks=tuple(_grouped(query, found[: query.limit])))


def _parse(text: str, this: Page | None, setting: Setting, settings: Settings) -> _Query:
    query = _Query()
    for statement in _statements(text):
        try:
            for line in _lines(statement.text, this, settings):
                _instruct(query, line, setting)
        except InstructionError as error:
            raise QueryError(f"{error} in {statement.text!r}", line=statement.line) from None
    return query


def _lines(text: str, this: Page | None, settings: Settings) -> Iterator[str]:
    """Give the instructions of one statement: placeholders and presets may hold several."""
    if text.startswith("#"):
        return
    for line in expand(text, this).split("\n"):
        preset = _PRESET.match(line.strip())
        if not preset:
            yield line.strip()
            continue
        found = dict(settings.presets).get(preset[1].strip())
        if found is None:
            raise InstructionError(f"there is no preset {preset[1].strip()!r}")
        for inner in _statements(found):
            yield from expand(inner.text, this).split("\n")


def _statements(text: str) -> Iterator[_Statement]:
    r"""Give the lines that are not blank, those that end in ``\`` with the next one."""
    open_text, open_line = "", 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        line = line.rstrip("\r")  # noqa: PLW2901 -- any line ends
        part = line.lstrip(" \t") if open_line else line
        continues = line.endswith("\\") and not line.endswith("\\\\")
        if line.endswith("\\\\"):
            part = part[:-1]
        elif continues:
            part = part[:-1].rstrip(" \t")
        open_text = f"{open_text} {part}" if open_line else part
        open_line = open_line or number
        if continues:
            continue
        if open_text.strip():
            yield _Statement(open_text.strip(), open_line)
        open_text, open_line = "", 0


def _instruct(query: _Query, line: str, setting: Setting) -> None:
    """Add one instruction to ``query``; those on how results look are checked and dropped."""
    if not line or _IGNORED.match(line) or _shows(line):
        return
    limit = _LIMIT.match(line)
    if limit and limit[1]:
        query.group_limit = int(limit[2])
    elif limit:
        query.limit = int(limit[2])
    elif sorting := read_sort(line, setting):
        query.sorts.append(sorting)
    elif grouping := read_group(line, setting):
        query.groups.append(grouping)
    elif view := _VIEW.match(line):
        query.columns = _view(view[1].strip(), setting)
    elif keep := _filter(line, setting):
        query.filters.append(keep)
    else:
        raise InstructionError("do not understand query")


def _filter(line: str, setting: Setting) -> Filter | None:
    found = read_filter(line, setting)
    return found or read_boolean(line, lambda inner: _filter(inner, setting))


def _shows(line: str) -> bool:
    shown = _SHOW.match(line)
    if shown and not shown[1].lower().startswith(_SHOWN):
        raise InstructionError("do not understand hide/show option")
    return bool(shown)


def _view(line: str, setting: Setting) -> Grouping | None:
    """Read ``view columns by ...``, which groups before all else; ``view list`` gives None."""
    mode, _, rest = line.partition(" ")
    if (mode.lower(), rest) == ("list", ""):
        return None
    columns = read_group(f"group {rest.strip()}", setting) if mode.lower() == "columns" else None
    if columns is None:
        raise InstructionError("do not understand view mode: it is 'list' or 'columns by ...'")
    return columns


def _grouped(query: _Query, tasks: list[Task]) -> Iterator[Bunch | Hit]:
    """Give the tasks under their headings, which go by name at each level."""
    groups = [*([query.columns] if query.columns else []), *query.groups]
    if not groups:
        yield from (_hit(task) for task in tasks)
        return
    yield from _level(tasks, groups, query.group_limit)


def _level(tasks: list[Task], groups: Sequence[Grouping], limit: int | None) -> Iterator[Bunch]:
    first, rest = groups[0], groups[1:]
    named: dict[str, list[Task]] = {}
    for task in tasks:
        for name in first.names(task) or ("",):
            named.setdefault(name, []).append(task)
    order: Callable[[str], object] = numeric_key
    for name in sorted(named, key=order, reverse=first.reverse):  # type: ignore[arg-type] # tuples
        below = _level(named[name], rest, limit) if rest else map(_hit, named[name][:limit])
        yield Bunch(name, tuple(below))


def _hit(task: Task) -> Hit:
    place = Place(task.path, task.line, task.end_line)
    return Hit(place, task.text, task.task.status.symbol)
