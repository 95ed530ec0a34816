"""Properties as nearly all are written: ``key: value``, and flat lists, one line at a time.

What is read here means the same in YAML; where YAML may see more in a line than its words (an
anchor, a block scalar, a nested list), nothing is returned and the whole is left to PyYAML, which
costs some ten times as much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_KEY = re.compile(r"([^\s#\-\[\]{}&*!|>'\"%@`,?:][^:#\t]*?)[ \t]*:(?:[ \t]+|$)")
_UNSAFE = frozenset("[]{}&*!|>%@`,?#\"'")


class Quoted(str):
    """A scalar that was quoted: it is text whatever it looks like."""

    __slots__ = ()


class Entry(NamedTuple):
    """One property: its key, its text as written, its value, and its lines (from 1, inclusive).

    ``value``: text, ``Quoted`` text, or lists and maps of them.
    """

    key: str
    text: str
    value: object
    line: int
    end_line: int


def looks_like_one(line: str) -> bool:
    """Whether a line may be a property."""
    return bool(_KEY.match(line))


def simple(block: Sequence[str]) -> tuple[Entry, ...] | None:
    """Read the lines between the ``---``; None where anything but simple properties stands."""
    entries: list[Entry] = []
    items: list[str] | None = None
    for number, line in enumerate(block, 2):
        bare = line.strip()
        if not bare:
            continue
        if items is not None and (bare == "-" or bare.startswith("- ")):
            value = _scalar(bare[2:].strip()) if line[0] in " -" else None
            if not value:
                return None
            items.append(value)
            entries[-1] = entries[-1]._replace(end_line=number)
            continue
        entry = _entry(line, number)
        if entry is None:
            return None
        entries.append(entry)
        items = entry.value if isinstance(entry.value, list) and not entry.text else None
    return tuple(_settled(entry) for entry in entries)


def _entry(line: str, number: int) -> Entry | None:
    found = _KEY.match(line)
    if not found:
        return None
    text = line[found.end() :].strip()
    if not text:
        return Entry(found[1], "", [], number, number)
    value = _flow(text) if text[0] == "[" else _scalar(text)
    return None if value is None else Entry(found[1], text, value, number, number)


def _settled(entry: Entry) -> Entry:
    """Turn a key with nothing below it into an empty value, and give a list its text."""
    if not isinstance(entry.value, list) or entry.text:
        return entry
    return entry._replace(text=", ".join(entry.value), value=entry.value or "")


def _scalar(text: str) -> str | None:
    """Return a scalar that means what it looks like; None where YAML may see more in it."""
    if not text:
        return ""
    first = text[0]
    if first in "\"'":
        inner = text[1:-1]
        if len(text) < 2 or text[-1] != first or first in inner or "\\" in inner:
            return None
        return Quoted(inner)
    if first in _UNSAFE or ": " in text or " #" in text or text[-1] == ":" or "\t" in text:
        return None
    return None if first == "-" and text[1:2] in ("", " ") else text


def _flow(text: str) -> list[str] | None:
    """Return the items of a simple ``[a, "b"]``."""
    inner = text[1:-1]
    if text[-1] != "]" or any(char in inner for char in "[]{}'#"):
        return None
    items = inner.split(",") if inner.strip() else []
    found = [value for item in items if (value := _scalar(item.strip()))]
    return found if len(found) == len(items) else None
