"""Properties as nearly all are written: ``key: value``, and flat lists, one line at a time.

What is read here means the same in YAML; where YAML may see more in a line than its words (an
anchor, a block scalar, a nested list), nothing is returned and the whole is left to PyYAML, which
costs some ten times as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from prep.patterns import lazy

_KEY = lazy(r"([^\s#\-\[\]{}&*!|>'\"%@`,?:][^:#\t]*?)[ \t]*:(?:[ \t]+|$)")
_PART = r"""(?:"[^"\\]*"|'[^']*'|[^\W_](?:[\w .-]*[\w.])?)"""
_SAFE_PART = lazy(_PART)
_SAFE_FLOW = lazy(rf"\[ *{_PART}(?: *, *{_PART})* *\]")
_SAFE_LINK = lazy(r"\[\[[^\W_][\w .-]*\]\]")
_SAFE_ENTRY = lazy(r"([^\W_](?:[\w -]*\w)?):(?: +(.*?))? *$")
_SAFE_ITEM = lazy(r"( *)- +(.*?) *$")
"""Shapes that mean one thing only, whoever reads them: letters and figures, quotes that close."""
_WIDEST = 1000
"""Characters of a line beyond which PyYAML may take no key before a colon."""
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


def flows(block: Sequence[str]) -> tuple[Entry, ...] | None:
    """Read what ``simple`` refuses only for ``["[[A]]", "[[B]]"]`` and ``[[A]]``, as PyYAML does.

    The entries are those that PyYAML's nodes give, whose texts are without brackets and quotes;
    None where it may see anything else: the least doubt is its own.
    """
    entries: list[Entry] = []
    indent = -1
    for number, line in enumerate(block, 2):
        if len(line) > _WIDEST or not line.isprintable():
            return None
        found = _SAFE_ENTRY.match(line)
        if found:
            value = _nodes(found[2] or "")
            indent = -1 if found[2] else -2
            entries.append(Entry(found[1], _shown(value), value, number, number))
            if value is None:
                return None
            continue
        listed = _SAFE_ITEM.match(line)
        text = _scalar(listed[2]) if listed else None
        if not listed or not text or indent not in (-2, listed.end(1)):
            return None
        indent = listed.end(1)
        last = entries[-1]
        items = [*last.value, text] if isinstance(last.value, list) else [text]
        entries[-1] = Entry(last.key, _shown(items), items, last.line, number)
    return tuple(entries)


def _nodes(text: str) -> str | list[str] | None:
    """Return the value of a property as PyYAML's nodes give it."""
    if text[:1] != "[":
        return _scalar(text)
    if _SAFE_LINK.fullmatch(text):
        return text
    if not _SAFE_FLOW.fullmatch(text):
        return None
    return [Quoted(part[1:-1]) if part[0] in "\"'" else part for part in _SAFE_PART.findall(text)]


def _shown(value: str | list[str] | None) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


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
