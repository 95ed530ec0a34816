"""Inline fields: ``[key:: value]``, ``(key:: value)``, ``Key:: value`` lines, and task emoji.

After Dataview's ``data-import/inline-field.ts``, quirks included: a bracket field that begins
exactly where the one before it ended is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prep.patterns import lazy
from prep.queries.literals import EMOJI

_CLOSING = {"[": "]", "(": ")"}
_EMOJI_FIELDS = tuple(
    (re.compile(marks + r"\s*(\d{4}-\d{2}-\d{2})", re.ASCII), key)
    for marks, key in (
        ("\u2795", "created"),
        ("\U0001f6eb", "start"),
        ("[\u23f3\u231b]", "scheduled"),
        ("(?:\U0001f4c5|\U0001f4c6|\U0001f5d3\ufe0f?)", "due"),
        ("\u2705", "completion"),
    )
)
EMOJI_MARKS = "\u2795\U0001f6eb\u23f3\u231b\U0001f4c5\U0001f4c6\U0001f5d3\u2705"
"""The marks after which Dataview reads dates, wherever they stand in a list item."""

_ANY_EMOJI = lazy(f"[{EMOJI_MARKS}]")
_FULL_KEY = lazy(rf"[^\w]*((?:{EMOJI}|[\w\s/-])*)[_*~`]*")
_LONGEST_LINE = 32_768


class InlineField(NamedTuple):
    """One field as written: where it stands in its line, and the bracket about it, if any."""

    key: str
    value: str
    start: int
    end: int
    wrapping: str = ""


def inline_fields(line: str, *, emoji: bool = False) -> list[InlineField]:
    """Find the bracketed fields of ``line``, and with ``emoji`` the dates of task emoji."""
    found: list[InlineField] = []
    if "::" in line:
        for bracket in _CLOSING:
            found.extend(_bracketed(line, bracket))
    if emoji and _ANY_EMOJI.search(line):
        found.extend(_emoji_fields(line))
    found.sort(key=lambda each: each.start)
    kept: list[InlineField] = []
    for each in found:
        if not kept or kept[-1].end < each.start:
            kept.append(each)
    return kept


def full_line_field(line: str) -> InlineField | None:
    """Read a whole line as ``Key:: value``, or None."""
    key, mark, value = line.partition("::")
    named = _FULL_KEY.fullmatch(key.strip()) if mark else None
    if named is None:
        return None
    return InlineField(named[1], value.strip(), 0, len(line))


def line_fields(line: str) -> list[InlineField]:
    """Find the fields of a line that is no list item: bracketed ones, else the whole line."""
    if "::" not in line or len(line) > _LONGEST_LINE:
        return []
    line = line.strip()
    whole = None if (found := inline_fields(line)) else full_line_field(line)
    return [whole] if whole else found


def _bracketed(line: str, bracket: str) -> Iterator[InlineField]:
    at = line.find(bracket)
    while at >= 0:
        found = _field_at(line, at)
        if found:
            yield found
        at = line.find(bracket, found.end if found else at + 1)


def _field_at(line: str, start: int) -> InlineField | None:
    mark = line.find("::", start + 1)
    key = line[start + 1 : mark].strip()
    if mark < 0 or any(bracket in key for bracket in "[]()"):
        return None
    end = _closing(line, mark + 2, line[start])
    if end is None:
        return None
    return InlineField(key, line[mark + 2 : end].strip(), start, end + 1, line[start])


def _closing(line: str, start: int, bracket: str) -> int | None:
    r"""Find the bracket that closes ``bracket``, passing nested pairs and ``\\`` escapes."""
    depth, escaped = 0, False
    for at in range(start, len(line)):
        char = line[at]
        if char == "\\":
            escaped = not escaped
            continue
        if escaped:
            escaped = False
            continue
        depth += (char == bracket) - (char == _CLOSING[bracket])
        if depth < 0:
            return at
    return None


def _emoji_fields(line: str) -> Iterator[InlineField]:
    for pattern, key in _EMOJI_FIELDS:
        found = pattern.search(line)
        if found:
            yield InlineField(key, found[1], found.start(), found.end(), "emoji-shorthand")
