"""Lines that nearly all notes are made of: headings, paragraphs at the margin, list items.

Taken here they cost a third of what they cost in the scanner's general way, which looks at each
line for all that it may open. What may be more, or goes on with an item, is left to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from prep.notes import syntax
from prep.notes.opened import Frame, Paragraph
from prep.notes.row import Row
from prep.notes.rows import Rows
from prep.patterns import lazy

DEEPEST = 64
"""Nested containers that are followed; beyond that a line is text (no hand writes it)."""
_WORDS = (
    r"(?:[^\s#>`~<\-*+_=%0-9]|[*_]{1,2}[^\s\-*+_=]|[-+=][^\s\-*+_=]|`{1,2}[^`]|~{1,2}[^~]|%[^%]"
    r"|[0-9]+(?![\d.)]))"
)
"""How a text begins that opens no block, whatever comes after."""
_TEXT = lazy(_WORDS)
_ITEM = lazy(rf"(?:[-*+]|([0-9]{{1,9}})[.)]) {{1,4}}(?={_WORDS})")
_MARKS = frozenset("-*+0123456789 \t")
"""Characters by which the line of an item begins."""


class Plain:
    """Takes such lines from where nothing but list items (``frames``) is open.

    The frames are left as the general way would have left them.
    """

    __slots__ = ("_frames", "_lines", "_made", "_ordered", "_start", "_words")

    def __init__(self, made: Rows, lines: Sequence[str], frames: list[Frame]) -> None:
        self._made = made
        self._lines = lines
        self._frames = frames
        self._start = -1
        self._words = ""
        self._ordered = False

    def take(self, first: int) -> int:
        """Take rows from the line with index ``first`` on; return that of the line not taken."""
        lines = self._lines
        for index in range(first, len(lines)):
            line = lines[index]
            if not line:
                if self._start >= 0:
                    self._close(index)
            elif not self._took(index, line):
                return self._left(index)
        if self._start >= 0:
            self._close(len(lines))
        return len(lines)

    def _left(self, index: int) -> int:
        """Give up the row that is open, which the line at ``index`` may go on with."""
        start = self._start
        if start < 0:
            return index
        if self._words:
            self._frames.pop()
        self._start = -1
        return start

    def _took(self, index: int, line: str) -> bool:
        first = line[0]
        if first == "#":
            return self._heading(index, line)
        if first in _MARKS and self._item(index, line):
            return True
        if first in syntax.STARTERS:
            if "\t" in line or not _TEXT.match(line):
                return False
        elif first.isspace():
            return self._blank(index, line)
        if self._start >= 0:
            return not self._words
        self._frames.clear()
        self._start = index
        self._words = ""
        return True

    def _blank(self, index: int, line: str) -> bool:
        if not line.isspace():
            return False
        if self._start >= 0:
            self._close(index)
        return True

    def _heading(self, index: int, line: str) -> bool:
        text = line.lstrip("#")
        level = len(line) - len(text)
        if level > 6 or text[:1] != " ":
            return False
        text = text.strip()
        if not text or text[-1] == "#":
            return False
        if self._start >= 0:
            self._close(index)
        self._frames.clear()
        self._made.plain(Row("heading", text, index + 1, index + 1, level))
        return True

    def _item(self, index: int, line: str) -> bool:
        if "\t" in line:
            line = syntax.expanded(line)
        indent = len(line) - len(line.lstrip(" ")) if line[0] == " " else 0
        found = _ITEM.match(line, indent)
        frames = self._frames
        if not found or len(frames) >= DEEPEST:
            return False
        at = matched = 0
        for frame in frames if indent else ():
            if at + frame.width > indent:
                break
            at += frame.width
            matched += 1
        if indent - at > 3:
            return False
        number = found[1]
        if self._start >= 0:
            if number and matched == len(frames) and number.lstrip("0") != "1":
                return False
            self._close(index)
        del frames[matched:]
        frames.append(Frame(found.end() - at))
        self._start = index
        self._words = line[found.end() :]
        self._ordered = number is not None
        return True

    def _close(self, end: int) -> None:
        """Make the row, or the rows, of the lines from the open one's first to before ``end``."""
        start, self._start = self._start, -1
        words = self._words
        if words and words[0] != "[" and words[0].isascii():
            row = Row("item", words.rstrip(), end, end)
            row.ordered = self._ordered
            self._made.item(row, self._frames)
            return
        if not words and end == start + 1 and self._lines[start][0].isascii():
            self._made.plain(Row("paragraph", self._lines[start].rstrip(), end, end))
            return
        para = Paragraph(start + 1, item=bool(words))
        if words:
            para.box = syntax.box(words)
            para.ordered = self._ordered
            para.add((words if para.box is None else words[3:].lstrip()).rstrip(), end)
        else:
            for index in range(start, end):
                para.add(self._lines[index].rstrip(), index + 1)
        self._made.text(para, self._frames)
