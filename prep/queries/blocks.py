"""The queries that a note holds: its ``dataview`` and ``tasks`` fences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prep.patterns import lazy

_FENCE = lazy(r"^(?P<indent>[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?)(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")
_PREFIX = lazy(r"^[\s>]*")
LANGUAGES = frozenset({"dataview", "dataviewjs", "tasks"})


class Block(NamedTuple):
    """A query where it stands: lines of its fences, from 1 in the text given, both inclusive.

    ``language``: ``dataview``, ``tasks``, or ``dataviewjs``, which is refused when run.
    ``text``: the query, without what indents it or quotes it.
    """

    language: str
    text: str
    line: int
    end_line: int


def blocks(text: str) -> tuple[Block, ...]:
    """Find the queries in a note's ``text``, in order; an open fence ends with the note."""
    return tuple(block for block in _fences(text.splitlines()) if block.language in LANGUAGES)


def _fences(lines: list[str]) -> Iterator[Block]:
    start, language, mark = 0, "", ""
    inside: list[str] = []
    for number, line in enumerate(lines, 1):
        found = _FENCE.match(line)
        if not start and found:
            start, mark, inside = number, found["mark"], []
            language = found["info"].strip().partition(" ")[0].lower()
        elif start and found and found["mark"].startswith(mark) and not found["info"].strip():
            yield Block(language, "\n".join(inside), start, number)
            start = 0
        elif start:
            inside.append(_PREFIX.sub("", line))
    if start:
        yield Block(language, "\n".join(inside), start, len(lines))
