"""A list item as a row: its implicit parts, its inline fields, and of a task its dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from prep.queries.literals import header_for_link
from prep.queries.page import Item, Page
from prep.queries.values import Link, Value

if TYPE_CHECKING:
    from prep.queries.vault import Vault

_DATES = {
    "created": ("created", "ctime", "cday"),
    "due": ("due", "duetime", "dueday"),
    "completion": ("completed", "completion", "comptime", "compday"),
    "start": ("start",),
    "scheduled": ("scheduled",),
}


class ItemRow(Mapping[str, Value]):
    """A list item: its implicit parts, which fields cannot take the names of, and its fields."""

    def __init__(self, page: Page, line: int, vault: Vault) -> None:
        self.page = page
        self.line = line
        self._vault = vault

    @property
    def item(self) -> Item:
        """The item itself."""
        return self.page.items[self.line]

    @cached_property
    def children(self) -> list[ItemRow]:
        """The items below."""
        below = self.item.item.children
        return [self._vault.item_row(self.page, line) for line in below if line in self.page.items]

    @cached_property
    def _fields(self) -> dict[str, Value]:
        """The item's inline fields, and of a task its dates."""
        settle = self._vault.settled
        fields = {
            key: [settle(value, self.page.path) for value in values]
            for key, values in self.item.fields.items()
        }
        found: dict[str, Value] = {
            key: values[0] if len(values) == 1 else values for key, values in fields.items()
        }
        return found | _dates(fields) if self.item.item.status is not None else found

    def __getitem__(self, name: str) -> Value:
        return _ITEM_PARTS[name](self) if self._has_part(name) else self._fields[name]

    def _has_part(self, name: object) -> bool:
        if name not in _ITEM_PARTS:
            return False
        item = self.item.item
        if name in _TASK_PARTS:
            return item.status is not None
        return {"parent": item.parent, "blockId": item.block_id}.get(str(name), 0) is not None

    def __contains__(self, name: object) -> bool:
        return self._has_part(name) or name in self._fields

    def __iter__(self) -> Iterator[str]:
        yield from (name for name in _ITEM_PARTS if self._has_part(name))
        yield from (name for name in self._fields if not self._has_part(name))

    def __len__(self) -> int:
        return len(list(iter(self)))


def _dates(fields: Mapping[str, list[Value]]) -> dict[str, Value]:
    """Give the dates that tasks have under several names: the first one written counts."""
    found: dict[str, Value] = {}
    for name, keys in _DATES.items():
        key = next((key for key in keys if key in fields), None)
        if key and fields[key][0]:
            found[name] = fields[key][0]
    return found


def _section(row: ItemRow) -> Link:
    heading = row.item.item.section
    if heading is None:
        return Link(row.page.path)
    return Link(row.page.path, "header", header_for_link(heading))


def _closest(row: ItemRow) -> Link:
    block = row.item.item.block_id
    return Link(row.page.path, "block", block) if block else _section(row)


def _outlinks(row: ItemRow) -> Value:
    """Give the links on the item's lines; as upstream, with their paths as written."""
    item = row.item.item
    found = [each for each in row.page.links if item.line <= each.line <= item.end_line]
    return [each.link for each in sorted(found, key=lambda each: each.line)]


def _position(row: ItemRow) -> Value:
    item = row.item.item
    start: dict[str, Value] = {"line": item.line - 1, "col": item.indent}
    return {"start": start, "end": {"line": item.end_line - 1}}


def _children(row: ItemRow) -> Value:
    return [*row.children]


def _is_task(row: ItemRow) -> Value:
    return row.item.item.status is not None


def _list_line(row: ItemRow) -> Value:
    line = row.item.item.list_line
    return -1 if line is None else line - 1


_TASK_PARTS: dict[str, Callable[[ItemRow], Value]] = {
    "status": lambda row: row.item.item.status,
    "checked": lambda row: row.item.item.status not in {None, "", " "},
    "completed": lambda row: row.item.item.status in {"x", "X"},
    "fullyCompleted": lambda row: row.item.all_done,
}
_ITEM_PARTS: dict[str, Callable[[ItemRow], Value]] = {
    "symbol": lambda row: row.item.item.marker,
    "link": _closest,
    "section": _section,
    "text": lambda row: row.item.item.text,
    "tags": lambda row: [*row.item.tags],
    "line": lambda row: row.line - 1,
    "lineCount": lambda row: row.item.item.end_line - row.line + 1,
    "list": _list_line,
    "outlinks": _outlinks,
    "path": lambda row: row.page.path,
    "children": _children,
    "task": _is_task,
    "annotated": lambda row: bool(row.item.fields),
    "position": _position,
    "subtasks": _children,
    "real": _is_task,
    "header": _section,
    "parent": lambda row: (row.item.item.parent or 0) - 1,
    "blockId": lambda row: row.item.item.block_id,
    **_TASK_PARTS,
}
"""The parts of a list item that fields cannot take the names of; lines count from 0, as there."""
