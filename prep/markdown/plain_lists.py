"""Lists of plain notes, found line by line: a short way past the CommonMark parser.

Most notes hold headings, paragraphs, lists, root-level fences and quotes without lists. For those
this gives what the parser gives, ten times as fast. At the first line that could mean anything else
(HTML, indented code, fences in items, setext underlines, reference definitions, lists in quotes) it
gives up, and the parser is asked. Tests hold the two against each other.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from prep.patterns import lazy

_MARKER = lazy(r"([-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_HEADING = lazy(r"(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
_RULE = lazy(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_UNDERLINE = lazy(r"(?:=+|-+)[ \t]*$")
_FENCE = lazy(r"(`{3,})[^`]*$|(~{3,})")
_ODD_QUOTE = lazy(
    r"[> \t]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|`{3}|~{3}|<)|(?:[ \t]*>)+(?: {5}| ?\t)"
)
_REFERENCE = lazy(r"\[[^\]]*(?:\]:|$)")
_STARTS_BLOCK = lazy(r"[<>#~`]|\[[^\]]*(?:\]:|$)|[-*_][ \t]*(?:[-*_][ \t]*){2}")


class Span(NamedTuple):
    """An item: lines from 0, end exclusive; the first lines of its parent and of its root list."""

    start: int
    end: int
    parent: int | None
    list_start: int | None


class Plain(NamedTuple):
    """What was found; heading as (line from 0, level, text), the rest as spans of lines from 0."""

    items: tuple[Span, ...]
    headings: tuple[tuple[int, int, str], ...]
    lists: tuple[tuple[int, int], ...]
    rules: tuple[tuple[int, int], ...]
    verbatim: tuple[tuple[int, int], ...]


class _NotPlainError(Exception):
    """A line that only the parser understands."""


class _Open:
    """An item that is still open: ``content`` is the column at which its content begins."""

    __slots__ = ("content", "last", "list_start", "parent", "start")

    def __init__(self, start: int, content: int, parent: int | None, list_start: int) -> None:
        self.start, self.content, self.parent = start, content, parent
        self.list_start, self.last = list_start, start


def scan(lines: list[str]) -> Plain | None:
    """Find the lists of ``lines``, or None where a line is not plain."""
    scanner = _Scanner(lines)
    try:
        scanner.run()
    except _NotPlainError:
        return None
    return scanner.found()


class _Scanner:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._stack: list[_Open] = []
        self._items: list[_Open] = []
        self._headings: list[tuple[int, int, str]] = []
        self._lists: list[tuple[int, int]] = []
        self._rules: list[tuple[int, int]] = []
        self._verbatim: list[tuple[int, int]] = []
        self._root: tuple[int, str] | None = None
        self._root_end = 0
        self._paragraph = False
        self._quote = False
        self._bare = False

    def run(self) -> None:
        number = 0
        while number < len(self._lines):
            line = self._lines[number]
            rest = line.lstrip(" \t")
            if rest:
                number = self._line(number, rest, _column(line[: len(line) - len(rest)]))
            elif self._bare:
                raise _NotPlainError
            else:
                self._paragraph = self._quote = False
            number += 1
        self._close_root()

    def found(self) -> Plain:
        items = tuple(Span(i.start, i.last + 1, i.parent, i.list_start) for i in self._items)
        return Plain(
            items,
            tuple(self._headings),
            tuple(self._lists),
            tuple(self._rules),
            tuple(self._verbatim),
        )

    def _line(self, number: int, rest: str, indent: int) -> int:
        """Read one line that is not blank; give the last line that belongs to it."""
        depth = self._matched(indent)
        base = self._stack[depth - 1].content if depth else 0
        self._bare = False
        if self._quote and (depth < len(self._stack) or indent - base >= 4):
            raise _NotPlainError
        if indent - base >= 4:
            if not self._paragraph or (depth < len(self._stack) and rest[0] in _CAN_START):
                raise _NotPlainError
            self._text(number, depth)
        elif rest[0] in _CAN_START:
            return self._block(number, rest, indent, depth)
        else:
            self._text(number, depth)
        return number

    def _matched(self, indent: int) -> int:
        """Count the open items that the line stands inside of, by its indent."""
        for depth, item in enumerate(self._stack):
            if indent < item.content:
                return depth
        return len(self._stack)

    def _block(self, number: int, rest: str, indent: int, depth: int) -> int:
        first = rest[0]
        if first in "`~" and _FENCE.match(rest):
            return self._fence(number, rest, depth)
        if first == "#" and (heading := _HEADING.match(rest)):
            self._descend(number, depth)
            self._headings.append((number, len(heading[1]), (heading[2] or "").strip(" \t")))
        elif first in "-=" and self._paragraph and _UNDERLINE.match(rest):
            raise _NotPlainError
        elif first in "-*_" and _RULE.match(rest):
            self._descend(number, depth)
            if not depth:
                self._rules.append((number, number + 1))
        elif first == "<" or (first == "[" and not self._paragraph and _REFERENCE.match(rest)):
            raise _NotPlainError
        else:
            self._item_or_text(number, rest, indent, depth)
        return number

    def _item_or_text(self, number: int, rest: str, indent: int, depth: int) -> None:
        marker = _MARKER.match(rest)
        if rest[0] == ">" and _ODD_QUOTE.match(rest):
            raise _NotPlainError
        if rest[0] == ">":
            # a quote ends the paragraph before it, and its own may go on without a mark
            self._descend(number, depth)
            self._paragraph = self._quote = True
        elif marker and self._may_start(marker[1], rest, depth):
            self._item(number, marker[1], rest[marker.end() :], indent, depth)
        else:
            self._text(number, depth)

    def _may_start(self, marker: str, rest: str, depth: int) -> bool:
        """Tell whether a marker starts an item where it may have to interrupt a paragraph."""
        if not self._paragraph or self._quote or depth < len(self._stack):
            return True
        if not rest[len(marker) :].strip(" \t"):
            raise _NotPlainError
        return not marker[0].isdigit() or marker[:-1] == "1"

    def _item(self, number: int, marker: str, after: str, indent: int, depth: int) -> None:
        content = after.lstrip(" \t")
        start = indent + len(marker)
        gap = _column(after[: len(after) - len(content)], start) - start
        if self._quote and not content:
            raise _NotPlainError
        if content and (gap > 4 or _STARTS_BLOCK.match(content) or _MARKER.match(content)):
            raise _NotPlainError
        if not depth:
            self._open_list(number, marker[-1])
        root = self._root[0] if self._root else number
        parent = self._stack[depth - 1].start if depth else None
        del self._stack[depth:]
        self._stack.append(_Open(number, start + (gap if content else 1), parent, root))
        self._items.append(self._stack[-1])
        self._touch(number)
        self._paragraph, self._bare, self._quote = bool(content), not content, False

    def _open_list(self, number: int, kind: str) -> None:
        """Go on with the root list, or begin one: another kind of marker is another list."""
        if self._root is None or self._root[1] != kind:
            self._close_root()
            self._root = (number, kind)

    def _close_root(self) -> None:
        if self._root is not None:
            self._lists.append((self._root[0], self._root_end + 1))
            self._root = None

    def _descend(self, number: int, depth: int) -> None:
        """Close the items that the line stands outside of; a block begins in the innermost left."""
        del self._stack[depth:]
        if not depth:
            self._close_root()
        self._touch(number)
        self._paragraph = self._quote = False

    def _text(self, number: int, depth: int) -> None:
        """Go on with an open paragraph, wherever the line stands, or begin one."""
        if self._quote:
            raise _NotPlainError
        if not self._paragraph:
            self._descend(number, depth)
            self._paragraph = True
        self._touch(number)

    def _touch(self, number: int) -> None:
        for item in self._stack:
            item.last = number
        if self._stack:
            self._root_end = number

    def _fence(self, number: int, rest: str, depth: int) -> int:
        if depth:
            raise _NotPlainError
        self._descend(number, 0)
        mark = rest[: len(rest) - len(rest.lstrip(rest[0]))]
        closing = re.compile(rf" {{0,3}}{re.escape(mark)}{re.escape(mark[0])}*[ \t]*$")
        last = number + 1
        while last < len(self._lines) and not closing.match(self._lines[last]):
            last += 1
        if last == len(self._lines):
            raise _NotPlainError
        self._verbatim.append((number, last + 1))
        return last


_CAN_START = frozenset("-*+_=#`~<>[0123456789")


def _column(blanks: str, start: int = 0) -> int:
    """Give the column after ``blanks`` that begin at ``start``; a tab goes to a multiple of 4."""
    if "\t" not in blanks:
        return start + len(blanks)
    for char in blanks:
        start += 4 - start % 4 if char == "\t" else 1
    return start
