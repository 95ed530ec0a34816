"""Paragraph lines to pieces: which line ends were meant, and which an editor's wrapping made.

Notes are typed a thought a line, minutes a turn a line, with no blank line between; CommonMark
joins them all. A line end is taken as wrapping only where the lines fill a column the way an
editor fills it: the next line's first word would not have fitted any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from prep.model.note import BlockKind
from prep.patterns import lazy

NARROWEST, WIDEST = 66, 100
"""Columns at which editors and mail programs wrap (72 to 80 mostly); outside, ends are meant."""

LABEL = lazy(
    r"(?:\*\*|__)?[\w@\[(][^:*_\n`|]{0,40}?(?:\*\*|__)?:(?:\*\*|__|\s|$)|\*\*[^*\n]{1,60}\*\*\s*:"
)
"""``HZ: text``, ``**Lane** : text``, ``**Role:** x``, ``scribe: x``: a turn or a labelled line."""

_DELIMITER = lazy(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$|\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+$")
_CELL = lazy(r"(?<!\\)\|")
_SHAPE_BULLET = lazy(r"\s*[-*+•◦▪‣·●○–—]\s+(?=\S)")
"""Bullets that are none to Markdown: of other kinds, or indented as code would be."""
_STOP = ".!?;:"


class Piece(NamedTuple):
    """One row of a paragraph: its words and its lines. ``kind``: paragraph, item or row."""

    kind: BlockKind
    text: str
    line: int
    end: int
    lazy: bool = False
    level: int = 0
    bare: bool = True


def pieces(
    lines: Sequence[str], numbers: Sequence[int], lazy: Sequence[bool], *, item: bool = False
) -> list[Piece]:
    """Cut a paragraph's lines into the stretches that were meant as one.

    ``lazy``: which lines are not indented as the list item that they fall to; ``item``: the first
    line is a list item's, so that what is indented below it goes on with it.
    """
    if len(lines) == 1:
        return [_piece(lines, numbers, 0, 1, lazy[0], bare=True)]
    for index in range(1, len(lines)):
        if "-" in lines[index] and "|" in lines[index - 1] and _is_table(lines, index):
            return [
                *(
                    pieces(lines[: index - 1], numbers[: index - 1], lazy[: index - 1])
                    if index > 1
                    else ()
                ),
                *_table(lines[index - 1 :], numbers[index - 1 :]),
            ]
    found: list[Piece] = []
    start = 0
    for end in _stretches(lines, _indented(lazy) if item else 1):
        for stop in _stops(lines, lazy, start, end, item=item and start == 0):
            found.append(_piece(lines, numbers, start, stop, lazy[start], bare=start == 0))
            start = stop
    return found


def titular(lines: Sequence[str]) -> bool:
    """Whether a paragraph may be an underlined heading's text: one short line, no full stop."""
    return len(lines) == 1 and len(lines[0]) <= 80 and lines[0][-1:] not in ".;,"


def _indented(lazy: Sequence[bool]) -> int:
    """Return how many lines from the first on are an item's own, by their indent."""
    return next((index for index in range(1, len(lazy)) if lazy[index]), len(lazy))


def _stretches(lines: Sequence[str], first: int) -> list[int]:
    """Return the ends of stretches: before a label, a shape of bullet, and after a hard break.

    Lines before the index ``first`` go on with the first one whatever label they begin with.
    """
    ends = []
    for index in range(1, len(lines)):
        if _SHAPE_BULLET.match(lines[index]):
            ends.append(index)
        elif index >= first:
            hard = lines[index - 1].endswith(("\\", "<br>"))
            if hard or LABEL.match(lines[index]):
                ends.append(index)
    ends.append(len(lines))
    return ends


def _stops(
    lines: Sequence[str], lazy: Sequence[bool], start: int, end: int, *, item: bool
) -> Sequence[int]:
    """Return where the pieces of a stretch end: one if it is wrapped, else one a line."""
    if end - start == 1 or _filled(lines[start:end]):
        return (end,)
    first = start + 1
    while item and first < end and not lazy[first]:
        first += 1
    return range(first, end + 1)


def _filled(lines: Sequence[str]) -> bool:
    """Whether every line was filled until the next word did not fit."""
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return False
    if len(lines) == 2 and lines[0][-1:] in _STOP and lines[1][:1].isupper():
        return False
    return all(
        len(before) + 1 + len(after.split(" ", 1)[0]) > width for before, after in pairwise(lines)
    )


def _piece(
    lines: Sequence[str], numbers: Sequence[int], start: int, end: int, lazy: bool, *, bare: bool
) -> Piece:
    text = lines[start] if end == start + 1 else "\n".join(lines[start:end])
    bullet = _SHAPE_BULLET.match(text)
    if bullet and (start or text[0] not in "-*+"):
        return Piece("item", text[bullet.end() :], numbers[start], numbers[end - 1], lazy, 0, bare)
    return Piece("paragraph", text, numbers[start], numbers[end - 1], lazy, 0, bare)


def _is_table(lines: Sequence[str], index: int) -> bool:
    if not _DELIMITER.match(lines[index]):
        return False
    return len(cells(lines[index - 1])) == len(cells(lines[index]))


def _table(lines: Sequence[str], numbers: Sequence[int]) -> list[Piece]:
    rows: list[Piece] = []
    for index, line in enumerate(lines):
        if index == 1:
            continue
        kind: BlockKind = "row" if index == 0 or "|" in line else "paragraph"
        text = " | ".join(cells(line)) if kind == "row" else line
        rows.append(Piece(kind, text, numbers[index], numbers[index], False, min(index, 1)))
    return rows


def cells(line: str) -> list[str]:
    r"""Return a table line's cells, trimmed; ``\|`` does not part them."""
    inner = line.strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip() for cell in _CELL.split(inner)]
