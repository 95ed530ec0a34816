"""Lines to rows: the block structure of a note's body, as CommonMark and Obsidian see it.

A line-based scanner, because markdown-it's token stream costs some ten times the time that a vault
of 100,000 notes leaves; ``bench/notes_on_vaults.py`` holds it to markdown-it's list items and tasks
on whole vaults, and the tests do on cases. It departs from CommonMark where notes do: each
deliberate line of a paragraph is a row of its own (``wrap``), ``%%`` opens a comment, and a long
line above ``---`` is no heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from prep.model.note import BlockKind
from prep.notes import syntax, wrap
from prep.notes.opened import Frame, Opaque, Paragraph, only_items
from prep.notes.plain import DEEPEST, Plain
from prep.notes.row import Row
from prep.notes.rows import Rows

_INTERRUPTING = frozenset(("-", "*", "+", "1.", "1)"))
"""Markers that begin a list in the middle of a paragraph."""
_NOT_PLAIN = syntax.STARTERS | frozenset(" \t\r\x0b\x0c\xa0\u2003")
"""First characters of an item's text that may hold another block, or none."""


class Scanner:
    """Feeds on the body's lines, one at a time.

    ``unclosed``: line of a fence or comment that goes on to the end of the file, or 0.
    """

    __slots__ = ("_frames", "_lines", "_made", "_opaque", "_para", "unclosed")

    def __init__(self, lines: Sequence[str]) -> None:
        self._made = Rows()
        self._lines = lines
        self._frames: list[Frame] = []
        self._para: Paragraph | None = None
        self._opaque: Opaque | None = None
        self.unclosed = 0

    def run(self, first: int) -> list[Row]:
        """Scan from the line with index ``first``; lines in rows count from 1."""
        self._made.first = first
        plain = Plain(self._made, self._lines, self._frames)
        index, last = first, len(self._lines)
        while index < last:
            if self._para is None and self._opaque is None and only_items(self._frames):
                index = plain.take(index)
                if index == last:
                    break
            self._feed(index, self._lines[index])
            index += 1
        self._flush()
        if self._opaque is not None and not self._opaque.until_blank:
            self.unclosed = self._opaque.start + 1
        self._end_opaque(len(self._lines))
        return self._made.rows

    def _feed(self, index: int, line: str) -> None:
        if self._opaque is None and self._plain(index, line):
            return
        if "\t" in line:
            line = syntax.expanded(line)
        at = matched = 0
        if self._frames:
            at, matched = self._match(line)
        if self._opaque is not None and self._feed_opaque(index, line[at:], matched):
            return
        rest = line[at:].lstrip(" ")
        if not rest or rest.isspace():
            self._blank(matched)
        elif rest[0] in syntax.STARTERS:
            self._open(index, line, at, matched)
        else:
            self._text(index, rest, len(line) - at - len(rest), matched)

    def _plain(self, index: int, line: str) -> bool:
        """Take what nearly all lines are, without the general way: nothing, text, a bullet."""
        if not line:
            self._blank(0)
            return True
        first = line[0]
        if first not in syntax.STARTERS:
            if self._frames or first.isspace():
                return False
            if self._para is None:
                self._para = Paragraph(index + 1)
            self._para.add(line.rstrip(), index + 1)
            return True
        if first == "#":
            return self._heading(index, line, 0)
        text = line[2:]
        if first not in "-*+" or line[1:2] != " " or not text or text[0] in _NOT_PLAIN:
            return False
        self._cut(0)
        self._frames.append(Frame(2))
        self._para = para = Paragraph(index + 1, item=True)
        para.box = syntax.box(text)
        para.add((text if para.box is None else text[3:].lstrip()).rstrip(), index + 1)
        return True

    def _match(self, line: str) -> tuple[int, int]:
        """Return where the content begins after the open containers, and how many go on."""
        at = matched = 0
        for frame in self._frames:
            if frame.quote:
                mark = at + len(line[at : at + 3]) - len(line[at : at + 3].lstrip(" "))
                if line[mark : mark + 1] != ">":
                    break
                at = mark + (2 if line[mark + 1 : mark + 2] == " " else 1)
            elif len(line) >= at + frame.width and line[at : at + frame.width].isspace():
                at += frame.width
            elif frame.empty or line[at:].strip():
                break
            matched += 1
        return at, matched

    def _blank(self, matched: int) -> None:
        self._flush()
        for number, frame in enumerate(self._frames):
            if frame.empty or (frame.quote and number >= matched):
                del self._frames[number:]
                break

    def _open(self, index: int, line: str, at: int, matched: int) -> None:
        """Take a line that may be more than text: the containers it opens, then its leaf."""
        opened = False
        while True:
            rest = line[at:].lstrip(" ")
            indent = len(line) - at - len(rest)
            if indent >= 4 or not rest or rest[0] not in syntax.STARTERS:
                break
            step = self._container(index, rest, matched, opened=opened)
            if step == 0:
                if self._leaf(index, rest, indent, matched, opened=opened):
                    return
                break
            if self._frames[-1].quote is False:
                self._frames[-1].width += indent
            at, opened, matched = at + indent + step, True, len(self._frames)
        self._text(index, rest, indent, matched)

    def _container(self, index: int, rest: str, matched: int, *, opened: bool) -> int:
        """Open a quote or an item where one begins; return how wide its mark is, 0 for none."""
        if len(self._frames) >= DEEPEST:
            return 0
        if rest[0] == ">":
            self._cut(matched)
            self._frames.append(Frame(0, quote=True))
            return 2 if rest[1:2] == " " else 1
        marker = syntax.marker(rest)
        if not marker:
            return 0
        text = rest[len(marker) :].lstrip(" ")
        inside = matched == len(self._frames) and not opened
        if inside and self._para is not None and self._para.lines:
            interrupts = text.strip() and marker.lstrip("0") in _INTERRUPTING
            if not interrupts:
                return 0
        self._cut(matched)
        return self._item(index, marker, text, len(rest) - len(marker) - len(text))

    def _item(self, index: int, marker: str, text: str, gap: int) -> int:
        blank = not text.strip()
        width = len(marker) + (1 if blank or gap > 4 else gap)
        self._frames.append(Frame(width, empty=blank))
        self._para = Paragraph(index + 1, item=True)
        self._para.ordered = len(marker) > 1
        self._para.box = syntax.box(text)
        return width

    def _leaf(self, index: int, rest: str, indent: int, matched: int, *, opened: bool) -> bool:
        """Take a heading, rule, fence, comment or HTML; False: it is text."""
        mark = rest[0]
        if mark == "#":
            return self._heading(index, rest, matched)
        if mark in "-=" and not opened and self._underline(index, rest, matched):
            return True
        if mark in "-*_" and syntax.is_rule(rest):
            self._cut(matched)
            self._add("rule", "", index + 1, index + 1)
            return True
        if mark in "`~":
            return self._fence(index, rest, indent, matched)
        if mark == "<":
            return self._html(index, rest, matched, lone=self._para is None or opened)
        return mark == "%" and self._comment(index, rest, matched)

    def _heading(self, index: int, rest: str, matched: int) -> bool:
        found = syntax.heading(rest)
        if found is None:
            return False
        self._cut(matched)
        self._add("heading", found[1], index + 1, index + 1, level=found[0])
        return True

    def _underline(self, index: int, rest: str, matched: int) -> bool:
        para = self._para
        if para is None or para.item or matched < len(self._frames):
            return False
        if not syntax.is_underline(rest) or any(para.lazy):
            return False
        if rest[0] == "-" and not wrap.titular(para.lines):
            return False
        self._para = None
        level = 1 if rest[0] == "=" else 2
        self._add("heading", "\n".join(para.lines), para.numbers[0], index + 1, level=level)
        return True

    def _fence(self, index: int, rest: str, indent: int, matched: int) -> bool:
        found = syntax.fence(rest)
        if found is None:
            return False
        self._cut(matched)
        self._opaque = Opaque("code", index, found[0], indent)
        self._opaque.add(found[1])
        return True

    def _html(self, index: int, rest: str, matched: int, *, lone: bool) -> bool:
        found = syntax.html(rest, lone=lone)
        if found is None:
            return False
        self._cut(matched)
        self._opaque = Opaque(found[0], index, found[1])
        if self._opaque.feed(rest):
            self._end_opaque(index + 1)
        return True

    def _comment(self, index: int, rest: str, matched: int) -> bool:
        """Take Obsidian's ``%%`` block."""
        if not rest.startswith("%%") or "%%" in rest[2:]:
            return False
        self._cut(matched)
        self._opaque = Opaque("comment", index, "%%")
        self._opaque.add(rest)
        return True

    def _feed_opaque(self, index: int, text: str, matched: int) -> bool:
        """Take a line into the open block; False: the block ended before this line."""
        opaque = self._opaque
        if opaque is None:
            return False
        if matched < len(self._frames) or (opaque.until_blank and not text.strip()):
            self._end_opaque(index)
            return False
        if opaque.feed(text):
            self._end_opaque(index + 1)
        return True

    def _end_opaque(self, end: int) -> None:
        opaque, self._opaque = self._opaque, None
        if opaque is not None:
            start = opaque.start + 1
            self._add(opaque.kind, opaque.text, start, max(end, start))

    def _text(self, index: int, rest: str, indent: int, matched: int) -> None:
        """Take a line of text: it goes on, begins a paragraph, or is indented code.

        A bullet with nothing behind it, which may not begin a list here, says nothing.
        """
        para = self._para
        whole = matched == len(self._frames)
        if para is not None and rest.rstrip() in _INTERRUPTING:
            return
        if para is None or not (para.lines or whole):
            self._cut(matched)
            if indent >= 4:
                self._made.code(index, " " * (indent - 4) + rest, self._frames)
                return
            para, whole = Paragraph(index + 1), True
            self._para = para
        elif para.box is not None and not para.lines:
            rest = rest[3:].lstrip()
        para.add(rest.rstrip(), index + 1, lazy=not whole)
        if whole and matched:
            self._frames[-1].empty = False

    def _cut(self, matched: int) -> None:
        """Close the paragraph, and the containers that this line does not go on with."""
        if self._para is not None:
            self._flush()
        frames = self._frames
        if matched < len(frames):
            del frames[matched:]
        if matched:
            frames[-1].empty = False

    def _flush(self) -> None:
        """Turn the open paragraph into rows; the containers are still those of its lines."""
        para, self._para = self._para, None
        if para is not None:
            self._made.text(para, self._frames)

    def _add(self, kind: BlockKind, text: str, line: int, end: int, level: int = 0) -> None:
        self._made.add(Row(kind, text, line, end, level), self._frames)
