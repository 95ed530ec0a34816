"""Rows over pages and list items: objects whose parts are computed when an expression asks.

The names and their meanings are those of Dataview's ``serialize()`` functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from prep.queries.literals import header_for_link
from prep.queries.page import Item, Page
from prep.queries.values import Link, Value, title_of

if TYPE_CHECKING:
    from prep.queries.vault import Vault

_DATES = {
    "created": ("created", "ctime", "cday"),
    "due": ("due", "duetime", "dueday"),
    "completion": ("completed", "completion", "comptime", "compday"),
    "start": ("start",),
    "scheduled": ("scheduled",),
}


class FileRow(Mapping[str, Value]):
    """``file`` of a page."""

    def __init__(self, page: Page, vault: Vault) -> None:
        self._page = page
        self._vault = vault
        self._known: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._known:
            self._known[name] = _FILE_PARTS[name](self._page, self._vault)
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in _FILE_PARTS and (name != "day" or self._page.day is not None)

    def __iter__(self) -> Iterator[str]:
        return (name for name in _FILE_PARTS if name in self)

    def __len__(self) -> int:
        return len(list(iter(self)))


class PageRow(Mapping[str, Value]):
    """A page: ``file``, then its fields, which cannot take that name."""

    def __init__(self, page: Page, vault: Vault) -> None:
        self.page = page
        self._vault = vault
        self._file = FileRow(page, vault)

    @cached_property
    def _fields(self) -> dict[str, Value]:
        fields = self.page.fields
        return {key: self._vault.settled(value, self.page.path) for key, value in fields.items()}

    def __getitem__(self, name: str) -> Value:
        return self._file if name == "file" else self._fields[name]

    def __contains__(self, name: object) -> bool:
        return name == "file" or name in self._fields

    def __iter__(self) -> Iterator[str]:
        yield "file"
        yield from (name for name in self._fields if name != "file")

    def __len__(self) -> int:
        return len(list(iter(self)))


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


class TaskRow(Mapping[str, Value]):
    """A task as a TASK query's row: the item, and below it every field of its page."""

    def __init__(self, item: ItemRow, page: PageRow) -> None:
        self.item = item
        self._page = page

    def __getitem__(self, name: str) -> Value:
        return self.item[name] if name in self.item else self._page[name]

    def __contains__(self, name: object) -> bool:
        return name in self.item or name in self._page

    def __iter__(self) -> Iterator[str]:
        yield from self.item
        yield from (name for name in self._page if name not in self.item)

    def __len__(self) -> int:
        return len(list(iter(self)))


class Widened(Mapping[str, Value]):
    """A row with one more value, as FLATTEN makes it."""

    def __init__(self, row: Mapping[str, Value], name: str, value: Value) -> None:
        self.row = row
        self._name = name
        self.value = value

    def __getitem__(self, name: str) -> Value:
        return self.value if name == self._name else self.row[name]

    def __contains__(self, name: object) -> bool:
        return name == self._name or name in self.row

    def __iter__(self) -> Iterator[str]:
        yield from (name for name in self.row if name != self._name)
        yield self._name

    def __len__(self) -> int:
        return len(list(iter(self)))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _extension(path: str) -> str:
    return path.rpartition(".")[2] if "." in path else ""


def _strip_time(moment: datetime | None) -> Value:
    return moment and moment.replace(hour=0, minute=0, second=0, microsecond=0)


def full_tags(tags: list[str]) -> list[str]:
    """Give ``tags``, each followed by the tags above it: ``#a/b`` by ``#a``."""
    found: dict[str, None] = {}
    for tag in tags:
        found[tag] = None
        while "/" in tag:
            tag = tag.rpartition("/")[0]  # noqa: PLW2901 -- walks up the tag
            found[tag] = None
    return list(found)


_FILE_PARTS: dict[str, Callable[[Page, Vault], Value]] = {
    "path": lambda page, _: page.path,
    "folder": lambda page, _: _folder(page.path),
    "name": lambda page, _: title_of(page.path),
    "link": lambda page, _: Link(page.path),
    "outlinks": lambda page, vault: [vault.settled(each.link, page.path) for each in page.links],
    "inlinks": lambda page, vault: [Link(path) for path in vault.linking_to(page.path)],
    "etags": lambda page, _: [*page.tags],
    "tags": lambda page, _: [*full_tags(page.tags)],
    "aliases": lambda page, _: [*page.aliases],
    "lists": lambda page, vault: [vault.item_row(page, line) for line in page.items],
    "tasks": lambda page, vault: [
        vault.item_row(page, line)
        for line, each in page.items.items()
        if each.item.status is not None
    ],
    "ctime": lambda page, _: page.created,
    "cday": lambda page, _: _strip_time(page.created),
    "mtime": lambda page, _: page.modified,
    "mday": lambda page, _: _strip_time(page.modified),
    "size": lambda page, _: len(page.text.encode("utf-8", "surrogatepass")),
    "starred": lambda _, __: False,
    "frontmatter": lambda page, _: raw_front(page.front),
    "ext": lambda page, _: _extension(page.path),
    "day": lambda page, _: page.day,
}


def raw_front(value: object) -> Value:
    """Give front matter as it is written: texts stay texts."""
    if isinstance(value, Mapping):
        return {str(key): raw_front(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [raw_front(each) for each in value]
    if value is None or isinstance(value, bool | int | float | str | datetime):
        return value
    return str(value)


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
