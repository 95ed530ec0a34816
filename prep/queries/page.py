"""A note as the queries see it: fields, list items, links, tags, each computed when first asked.

After Dataview's ``data-import/markdown-file.ts``. Building a :class:`Page` costs nothing; its
outline is the costly part, and many queries never need it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from prep.markdown.items import ListItem, Outline, front_matter_end, outline
from prep.patterns import lazy
from prep.queries.inline import (
    PlacedLink,
    front_links,
    item_tags,
    links_of,
    tags_of,
    verbatim_lines,
)  # fmt: skip
from prep.queries.inline_fields import (
    EMOJI_MARKS,
    InlineField,
    full_line_field,
    inline_fields,
    line_fields,
)
from prep.queries.literals import canonical_key, read_value, whole_literal
from prep.queries.values import Value, title_of

Fields = dict[str, list[Value]]
"""Values by key as written; a key that is written twice has two."""

_BOX = lazy(r"\[.\]")
_ISO_DAY = lazy(r"(\d{4})-(\d{2})-(\d{2})|(\d{4})(\d{2})(\d{2})", re.ASCII)
# what can hold code or HTML: indented lines count where no item or paragraph goes on with them
_HIDES = lazy(r"```|~~~|<|(?:\A|\n[ \t]*\n|(?:\A|\n) {0,3}#.*\n)(?: {4}| {0,3}\t)")
_COMMA = lazy(r",")
_COMMA_OR_SPACE = lazy(r"[,\s]+")


class Item(NamedTuple):
    """A list item with its own inline fields and tags, and whether all tasks below it are done."""

    item: ListItem
    fields: Fields
    tags: list[str]
    all_done: bool


class Page:
    """One note. ``path`` is relative to the vault, ``text`` the whole file, front matter included.

    ``front``: the parsed front matter, or a function that gives it, called once when first needed.
    ``created``, ``modified``: the file's times in local time, None where not known.
    """

    def __init__(
        self,
        path: str,
        text: str,
        front: Mapping[str, object] | Callable[[], Mapping[str, object]],
        *,
        created: datetime | None = None,
        modified: datetime | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.created = created
        self.modified = modified
        self._front = front

    @property
    def may_have_tasks(self) -> bool:
        """Tell whether anything here looks like a check box, at the price of one text search."""
        return _BOX.search(self.text) is not None

    @cached_property
    def front(self) -> Mapping[str, object]:
        """The front matter."""
        return self._front() if callable(self._front) else self._front

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines without their ends."""
        return self.text.replace("\r\n", "\n").replace("\r", " ").split("\n")

    @cached_property
    def body_line(self) -> int:
        """The first line, from 1, below the front matter."""
        return front_matter_end(self.lines) + 1

    @cached_property
    def first_line(self) -> int:
        """The line, from 1, on which the page's own words begin: what stands for it as a whole."""
        numbered = enumerate(self.lines[self.body_line - 1 :], self.body_line)
        return next((number for number, line in numbered if line.strip()), 1)

    @cached_property
    def outline(self) -> Outline:
        """The file's list items, headings and verbatim stretches."""
        return outline(self.text)

    @cached_property
    def items(self) -> dict[int, Item]:
        """The list items by their line, from 1."""
        found = {item.line: item for item in self.outline.items}
        undone = _undone(found)
        return {line: _read_item(item, line not in undone) for line, item in found.items()}

    @cached_property
    def _hidden(self) -> set[int]:
        return verbatim_lines(self.outline) if _HIDES.search(self.text) else set()

    @cached_property
    def links(self) -> list[PlacedLink]:
        """The outgoing links: front matter's, then the body's, then embeds."""
        front = [PlacedLink(0, link) for link in front_links(self.front)]
        if "[[" not in self.text and "](" not in self.text:
            return front
        return front + links_of(self.lines, self.body_line, self._hidden)

    @cached_property
    def tags(self) -> list[str]:
        """The tags as written, each once: the body's, then the front matter's."""
        body = tags_of(self.lines, self.body_line, self._hidden) if "#" in self.text else ()
        return list(dict.fromkeys([*body, *front_tags(self.front)]))

    @cached_property
    def aliases(self) -> list[str]:
        """The aliases that the front matter gives."""
        found: list[str] = []
        for key, value in self.front.items():
            if key.lower() not in {"alias", "aliases"} or not value:
                continue
            if isinstance(value, list | tuple):
                found += [str(each).strip() for each in value]
            else:
                found += _split(value, _COMMA)
        return list(dict.fromkeys(found))

    @cached_property
    def written(self) -> Fields:
        """The page's fields by the keys as written: front matter, then lists, then other lines."""
        fields: Fields = {key: [front_value(value)] for key, value in self.front.items()}
        fields.pop("position", None)
        if "::" not in self.text and not _has_emoji(self.text):
            return fields
        for item in self.items.values():
            if item.item.status is None:
                _merge(fields, item.fields.items())
        for found in self._loose_fields():
            fields.setdefault(found.key, []).append(read_value(found.value))
        return fields

    def _loose_fields(self) -> Iterable[InlineField]:
        """Find the fields outside lists; Dataview looks into front matter and code too."""
        outline = self.outline
        skipped = {line for item in outline.items for line in range(item.line, item.end_line + 1)}
        for start, end in (*outline.lists, *outline.rules):
            skipped.update(range(start, end + 1))
        for number, line in enumerate(self.lines, 1):
            if number not in skipped:
                yield from line_fields(line)

    @cached_property
    def fields(self) -> dict[str, Value]:
        """The page's fields by the keys as written and by the canonical keys."""
        canonical: Fields = {}
        for key, values in self.written.items():
            name = canonical_key(key)
            if name and name not in self.written:
                canonical[name] = [*canonical.get(name, ()), *values]
        both = {**self.written, **canonical}
        return {key: values[0] if len(values) == 1 else values for key, values in both.items()}

    @cached_property
    def day(self) -> datetime | None:
        """The day that the page is about: its ``date`` or ``day`` field, else its name's."""
        for key, values in self.written.items():
            if key.lower() in {"date", "day"} and values and isinstance(values[0], datetime):
                return values[0]
        return day_in(title_of(self.path))


def day_in(text: str) -> datetime | None:
    """Give the first ``YYYY-MM-DD``, else the first eight digits, as a date; None if it is none."""
    found = list(_ISO_DAY.finditer(text))
    best = next((each for each in found if each[1]), found[0] if found else None)
    if best is None:
        return None
    try:
        return datetime(*(int(part) for part in best.groups() if part))  # type: ignore[arg-type] # noqa: DTZ001 -- local
    except ValueError:
        return None


def front_tags(front: Mapping[str, object]) -> list[str]:
    """Give the tags of ``tags`` and ``tag``, split at commas and blanks, with ``#``."""
    found = [
        tag
        for key, value in front.items()
        if key.lower() in {"tags", "tag"}
        for tag in _split(value, _COMMA_OR_SPACE)
    ]
    return [tag if tag.startswith("#") else f"#{tag}" for tag in found]


def front_value(value: object) -> Value:
    """Give a front matter value as expressions have it: texts may be dates, durations or links."""
    if isinstance(value, str):
        return whole_literal(value)
    if value is None or isinstance(value, bool | int | float | datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 -- local
    if isinstance(value, Mapping):
        return {str(key): front_value(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [front_value(each) for each in value]
    return None


def _split(value: object, on: re.Pattern[str]) -> list[str]:
    if value is None:
        return []
    if isinstance(value, list | tuple):
        return [part for each in value if each for part in _split(each, on)]
    return [part.strip() for part in on.split(str(value)) if part.strip()]


def _has_emoji(text: str) -> bool:
    return any(mark in text for mark in EMOJI_MARKS)


def _undone(items: Mapping[int, ListItem]) -> set[int]:
    """Give the lines of the items that are not done themselves, or have such a task below them."""
    undone: set[int] = set()
    for item in items.values():
        if item.status is None or item.status in "xX":
            continue
        line: int | None = item.line
        while line is not None and line not in undone:
            undone.add(line)
            above = items.get(line)
            line = above.parent if above else None
    return undone


def _read_item(item: ListItem, all_done: bool) -> Item:
    line = item.text.replace("\n", " ")
    fields: Fields = {}
    for found in inline_fields(line, emoji=True):
        fields.setdefault(found.key, []).append(read_value(found.value))
    if item.status is None and not fields:
        whole = full_line_field(line)
        if whole:
            fields[whole.key] = [read_value(whole.value)]
    return Item(item, fields, item_tags(line) if "#" in line else [], all_done)


def _merge(target: Fields, source: Iterable[tuple[str, list[Value]]]) -> None:
    for key, values in source:
        target[key] = [*target.get(key, ()), *values]
