"""The values of Dataview expressions: kinds, truth and text (its ``data-model/value.ts``).

``None``, ``bool``, numbers (``int`` and ``float`` are one kind), ``str``, :class:`datetime` (a
date; without a zone it is local time, which is UTC here), :class:`Duration`, :class:`Link`,
``list``, ``Mapping`` (an object), any callable (a function), and two widgets that only ``LIST``
and ``elink`` make.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from prep.queries.durations import Duration, duration_text

NULL_TEXT = "\\-"
"""What Dataview prints for null by default, and so what ``"a" + null`` holds."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A link as a value: compared by path, kind and subpath, never by what it displays."""

    path: str
    kind: Literal["file", "header", "block"] = "file"
    subpath: str | None = None
    display: str | None = None
    embed: bool = False

    def markdown(self) -> str:
        """Give the link as Obsidian would write it, always with a display text."""
        target = self.path.replace("|", "\\|")
        if self.subpath is not None and self.kind != "file":
            mark = "#" if self.kind == "header" else "#^"
            target += mark + self.subpath.replace("|", "\\|")
        shown = self.display
        if not shown:
            shown = title_of(self.path)
            if self.kind != "file":
                shown += f" > {self.subpath}"
        return f"{'!' if self.embed else ''}[[{target}|{shown}]]"


@dataclass(frozen=True, slots=True)
class Pair:
    """The row of a ``LIST`` with an expression: the row's id and the value."""

    key: Value
    value: Value


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """What ``elink()`` makes."""

    url: str
    display: str


Value: TypeAlias = (
    "bool | int | float | str | datetime | Duration | Link | list[Value] "
    "| Mapping[str, Value] | Callable[..., Value] | Pair | ExternalLink | None"
)

_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "boolean"), ((int, float), "number"), (str, "string"), (Duration, "duration"),
    (datetime, "date"), ((Pair, ExternalLink), "widget"), (list, "array"), (Link, "link"),
)  # fmt: skip


def kind_of(value: Value) -> str:
    """Name the kind of ``value`` as ``typeof`` does: ``array``, ``null``, ``object`` and so on."""
    if value is None:
        return "null"
    for types, name in _KINDS:
        if isinstance(value, types):
            return name
    return "function" if callable(value) else "object"


def truthy(value: Value) -> bool:
    """Tell whether ``value`` counts as true: null, 0, "", [], {} and the epoch do not."""
    if isinstance(value, Link):
        return bool(value.path)
    if isinstance(value, datetime):
        return value.replace(tzinfo=value.tzinfo or UTC).timestamp() != 0
    if isinstance(value, Duration):
        return value.millis() != 0
    return bool(value)


def number_text(value: float) -> str:
    """Give a number as JavaScript prints it."""
    if isinstance(value, int):
        return str(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    # the shortest digits that give the number back; an exponent from 1e21 on and below 1e-6
    shortest = Decimal(repr(value))
    power = shortest.adjusted()
    if value == 0 or -7 < power < 21:
        plain = f"{shortest:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    digits = "".join(map(str, shortest.as_tuple().digits)).rstrip("0")
    fraction = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{'-' * (value < 0)}{digits[0]}{fraction}e{'+' if power > 0 else ''}{power}"


def date_text(value: datetime) -> str:
    """Give a date in Dataview's default formats, "May 05, 2025" or "2:30 PM - May 05, 2025"."""
    day = f"{MONTHS[value.month - 1]} {value.day:02}, {value.year}"
    if not (value.hour or value.minute or value.second):
        return day
    half = "PM" if value.hour >= 12 else "AM"
    return f"{value.hour % 12 or 12}:{value.minute:02} {half} - {day}"


def text_of(value: Value, *, inner: bool = False) -> str:
    """Give ``value`` as ``string()`` and string addition do; ``inner``: inside a list."""
    if isinstance(value, list):
        joined = ", ".join(text_of(each, inner=True) for each in value)
        return f"[{joined}]" if inner else joined
    if isinstance(value, Mapping):
        parts = ", ".join(f"{k}: {text_of(v, inner=True)}" for k, v in value.items())
        return f"{{ {parts} }}"
    write = _TEXTS.get(kind_of(value))
    return write(value) if write else "<function>"


def _widget_text(value: Pair | ExternalLink) -> str:
    if isinstance(value, Pair):
        return f"{text_of(value.key)}: {text_of(value.value)}"
    return f"[{value.display}]({value.url})"


_TEXTS: dict[str, Callable[..., str]] = {
    "null": lambda _: NULL_TEXT,
    "boolean": lambda flag: "true" if flag else "false",
    "number": number_text,
    "string": str,
    "link": Link.markdown,
    "date": date_text,
    "duration": duration_text,
    "widget": _widget_text,
}


def title_of(path: str) -> str:
    """Give the file's name in ``path``, without folders and ``.md``."""
    return path.rpartition("/")[2].removesuffix(".md")
