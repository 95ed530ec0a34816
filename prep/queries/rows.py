"""Rows over pages and list items: objects whose parts are computed when an expression asks.

The names and their meanings are those of Dataview's ``serialize()`` functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from prep.queries.item_row import ItemRow
from prep.queries.page import Page
from prep.queries.values import Link, Value, title_of

if TYPE_CHECKING:
    from prep.queries.vault import Vault


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
