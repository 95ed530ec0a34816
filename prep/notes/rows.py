"""Rows as they are made: each below the innermost list item that has a row of its own."""

from __future__ import annotations

from collections.abc import Sequence

from prep.notes import wrap
from prep.notes.opened import Frame, Paragraph
from prep.notes.row import Row

_RAW = frozenset({"code", "comment", "html"})
_BULLETS = ("- ", "* ", "+ ", "• ")


class Rows:
    """The rows made so far; ``first`` is the index of the body's first line."""

    __slots__ = ("first", "rows")

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.first = 0

    def plain(self, row: Row, parent: int | None = None) -> None:
        """Append a row that stands in no block quote, below an item's row or none."""
        if "%%" in row.text or "<!--" in row.text:
            _hide(row)
        row.parent = parent
        rows = self.rows
        row.gap = row.line - (rows[-1].end if rows else self.first) - 1
        rows.append(row)

    def item(self, row: Row, frames: Sequence[Frame]) -> None:
        """Append the row of the innermost of items that all have rows but it."""
        above: int | None = None
        if len(frames) > 1:
            rows = (frame.row for frame in reversed(frames))
            above = next((row for row in rows if row is not None), None)
        if above is not None:
            row.level = self.rows[above].level + 1
        frames[-1].row = len(self.rows)
        self.plain(row, above)

    def add(self, row: Row, frames: Sequence[Frame]) -> None:
        """Append a row that stands in these containers; comments within its text are hidden."""
        if ("%%" in row.text or "<!--" in row.text) and row.kind not in _RAW:
            _hide(row)
        for frame in frames:
            if frame.quote:
                row.quoted = True
            elif frame.row is not None:
                row.parent = frame.row
        if row.quoted and row.kind == "paragraph":
            row.kind = "quote"
        last = self.rows[-1].end if self.rows else self.first
        row.gap = row.line - last - 1
        self.rows.append(row)

    def text(self, para: Paragraph, frames: Sequence[Frame]) -> None:
        """Turn a paragraph, or an item's first one, into rows."""
        if len(para.lines) == 1 and para.lines[0][:1].isascii():
            self._line(para, para.lines[0], para.numbers[0], frames)
            return
        if not para.lines:
            self._item(para, "", para.start, frames)
            return
        pieces = wrap.pieces(para.lines, para.numbers, para.lazy, item=para.item)
        if para.item:
            self._item(para, pieces[0].text, pieces[0].end, frames)
            del pieces[0]
        for piece in pieces:
            row = Row(piece.kind, piece.text, piece.line, piece.end, piece.level)
            row.bare = piece.bare
            row.marked = piece.kind != "item"
            self.add(row, () if piece.lazy else frames)
            if not row.marked and row.parent is not None:
                row.level = self.rows[row.parent].level + 1

    def code(self, index: int, text: str, frames: Sequence[Frame]) -> None:
        """Take a line of indented code; a bullet after a blank line was meant as a bullet."""
        last = self.rows[-1] if self.rows else None
        bare = text.lstrip(" ")
        if bare.startswith(_BULLETS):
            row = Row("item", bare[2:].strip(), index + 1, index + 1)
            row.marked = False
            self.add(row, frames)
        elif last is not None and last.kind == "code" and last.end == index and last.level == 4:
            last.text += "\n" + text
            last.end = index + 1
        else:
            self.add(Row("code", text, index + 1, index + 1, 4), frames)

    def _line(self, para: Paragraph, text: str, number: int, frames: Sequence[Frame]) -> None:
        if para.item:
            self._item(para, text, number, frames)
        else:
            self.add(Row("paragraph", text, number, number), frames)

    def _item(self, para: Paragraph, text: str, end: int, frames: Sequence[Frame]) -> None:
        """Add an item's row; containers that had none, as in ``* - x``, share it."""
        if not text and para.box is None:
            return
        row = Row("item", text, para.start, end)
        row.status = para.box
        row.ordered = para.ordered
        self.add(row, frames)
        row.level = self.rows[row.parent].level + 1 if row.parent is not None else 0
        for frame in frames:
            if frame.row is None:
                frame.row = len(self.rows) - 1


def _hide(row: Row) -> None:
    """Cut the comments out of a row's text; one of nothing else is a comment itself."""
    shown = _without(_without(row.text, "%%", "%%"), "<!--", "-->").strip()
    if shown or row.status is not None:
        row.text = shown
    else:
        row.kind = "comment"


def _without(text: str, mark: str, end: str) -> str:
    """Cut out what stands between a mark and its end, both included."""
    at, parts = 0, []
    while (start := text.find(mark, at)) >= 0:
        stop = text.find(end, start + len(mark))
        if stop < 0:
            break
        parts.append(text[at:start])
        at = stop + len(end)
    return "".join((*parts, text[at:]))
