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
    def _parts(self) -> dict[str, Value]:
        parts = _item_parts(self)
        settle = self._vault.settled
        fields = {
            key: [settle(value, self.page.path) for value in values]
            for key, values in self.item.fields.items()
        }
        for key, values in fields.items():
            parts.setdefault(key, values[0] if len(values) == 1 else values)
        if self.item.item.status is not None:
            parts |= _task_parts(self.item)
            parts |= _dates(fields)
        return parts

    def __getitem__(self, name: str) -> Value:
        quick = _QUICK_PARTS.get(name)
        if quick and self.item.item.status is not None:
            return quick(self.item)
        return self._parts[name]

    def __contains__(self, name: object) -> bool:
        if name in _QUICK_PARTS:
            return name == "text" or self.item.item.status is not None
        return name in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


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


_QUICK_PARTS: dict[str, Callable[[Item], Value]] = {
    "text": lambda each: each.item.text,
    "status": lambda each: each.item.status,
    "checked": lambda each: each.item.status not in {None, "", " "},
    "completed": lambda each: each.item.status in {"x", "X"},
    "fullyCompleted": lambda each: each.all_done,
}


def _task_parts(each: Item) -> dict[str, Value]:
    return {name: part(each) for name, part in _QUICK_PARTS.items() if name != "text"}


def _dates(fields: Mapping[str, list[Value]]) -> dict[str, Value]:
    """Give the dates that tasks have under several names: the first one written counts."""
    found: dict[str, Value] = {}
    for name, keys in _DATES.items():
        key = next((key for key in keys if key in fields), None)
        if key and fields[key][0]:
            found[name] = fields[key][0]
    return found


def _item_parts(row: ItemRow) -> dict[str, Value]:
    each, page = row.item, row.page
    item = each.item
    section = Link(page.path)
    if item.section is not None:
        section = Link(page.path, "header", header_for_link(item.section))
    link = Link(page.path, "block", item.block_id) if item.block_id else section
    children: list[Value] = [*row.children]
    # as upstream, an item's links keep the path as written; comparison resolves it
    by_line = sorted(page.links, key=lambda placed: placed.line)
    on_line: list[Value] = [
        placed.link for placed in by_line if item.line <= placed.line <= item.end_line
    ]
    is_task = item.status is not None
    parts: dict[str, Value] = {
        "symbol": item.marker, "link": link, "section": section, "text": item.text,
        "tags": [*each.tags], "line": item.line - 1, "lineCount": item.end_line - item.line + 1,
        "list": -1 if item.list_line is None else item.list_line - 1, "outlinks": on_line,
        "path": page.path, "children": children, "task": is_task, "annotated": bool(each.fields),
        "position": _position(item.line, item.end_line, item.indent), "subtasks": children,
        "real": is_task, "header": section,
    }  # fmt: skip
    if item.parent is not None:
        parts["parent"] = item.parent - 1
    if item.block_id:
        parts["blockId"] = item.block_id
    return parts


def _position(line: int, end_line: int, column: int) -> Value:
    return {"start": {"line": line - 1, "col": column}, "end": {"line": end_line - 1}}
