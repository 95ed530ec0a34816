"""Lines to rows: the block structure of a note's body, as CommonMark and Obsidian see it.

A line-based scanner, because markdown-it's token stream costs some ten times the time that a vault
of 100,000 notes leaves; the tests hold it to markdown-it's list items and tasks. It departs from
CommonMark where notes do: each deliberate line of a paragraph is a row of its own (``wrap``), and
``%%`` opens a comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.model.note import BlockKind
from prep.notes import wrap
from prep.notes.row import Row

_PREFIX = re.compile(r"[\s>\-*+\d.)]*")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]|$)")
_FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
_BULLET = re.compile(r"([-*+]|\d{1,9}[.)])( *)(.*)$", re.DOTALL)
_RULE = re.compile(r"(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
_BOX = re.compile(r"\[(.)\](?:[ \t]+|$)")
_RAW_TAG = re.compile(r"<(script|pre|style|textarea)(?:[\s>]|$)", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|"
    r"details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|"
    r"head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|"
    r"p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|/?>|$)",
    re.IGNORECASE,
)
_LONE_TAG = re.compile(
    r"(?:<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?>"
    r"|</[a-z][a-z0-9-]*\s*>)\s*$",
    re.IGNORECASE,
)
_INTERRUPTING = frozenset(("-", "*", "+", "1.", "1)"))
_STARTERS = frozenset("#>`~<-*+_=%0123456789")
DEEPEST = 64
"""Nested containers that are followed; beyond that a line is text (no hand writes it)."""


class _Frame:
    """An open container: a block quote, or a list item with its width and its row."""

    __slots__ = ("depth", "empty", "quote", "row", "width")

    def __init__(self, width: int, depth: int, *, quote: bool = False) -> None:
        self.width = width
        self.depth = depth
        self.quote = quote
        self.row: int | None = None
        self.empty = False


class _Pending:
    """Paragraph lines not yet cut into rows, and the item that they begin, if any."""

    __slots__ = ("box", "frames", "item", "lazy", "lines", "numbers", "ordered", "start")

    def __init__(self, frames: tuple[_Frame, ...]) -> None:
        self.lines: list[str] = []
        self.numbers: list[int] = []
        self.lazy: list[bool] = []
        self.frames = frames
        self.item: _Frame | None = None
        self.box: str | None = None
        self.ordered = False
        self.start = 0


class Scanner:
    """Feeds on the body's lines, one at a time, and leaves ``rows``."""

    __slots__ = (
        "_close",
        "_code",
        "_first",
        "_frames",
        "_kind",
        "_lines",
        "_para",
        "_start",
        "_strip",
        "rows",
    )

    def __init__(self, lines: Sequence[str]) -> None:
        self.rows: list[Row] = []
        self._lines = lines
        self._frames: list[_Frame] = []
        self._para: _Pending | None = None
        self._code: list[str] | None = None
        self._kind: BlockKind = "code"
        self._close = ""
        self._start = 0
        self._strip = 0
        self._first = 0

    def run(self, first: int) -> list[Row]:
        """Scan from the line with index ``first``; lines in rows count from 1."""
        self._first = first
        for index in range(first, len(self._lines)):
            self._feed(index, self._lines[index])
        self._flush()
        if self._code is not None:
            self._end_code(len(self._lines))
        return self.rows

    def _feed(self, index: int, line: str) -> None:
        if "\t" in line:
            prefix = _PREFIX.match(line)
            if prefix:
                line = prefix[0].expandtabs(4) + line[prefix.end() :]
        at, matched = self._match(line)
        whole = matched == len(self._frames)
        if self._code is not None:
            if whole and self._feed_code(index, line[at:]):
                return
            if not whole:
                self._end_code(index)
        rest = line[at:].lstrip(" ")
        if not rest or rest.isspace():
            self._blank(matched)
            return
        self._open(index, line, at, matched)

    def _match(self, line: str) -> tuple[int, int]:
        """Return where the content begins after the open containers, and how many go on."""
        at = matched = 0
        for frame in self._frames:
            if frame.quote:
                mark = at
                while mark < at + 3 and line[mark : mark + 1] == " ":
                    mark += 1
                if line[mark : mark + 1] != ">":
                    break
                at = mark + (2 if line[mark + 1 : mark + 2] == " " else 1)
            elif line[at : at + frame.width].isspace() and len(line) >= at + frame.width:
                at += frame.width
            elif line[at:].strip() or frame.empty:
                break
            matched += 1
        return at, matched

    def _blank(self, matched: int) -> None:
        self._flush()
        for number, frame in enumerate(self._frames):
            if (frame.quote and number >= matched) or (not frame.quote and frame.empty):
                del self._frames[number:]
                break

    def _open(self, index: int, line: str, at: int, matched: int) -> None:
        """Take a line that is not blank: the containers it opens, then the leaf it holds."""
        whole = matched == len(self._frames)
        opened = False
        while True:
            rest = line[at:].lstrip(" ")
            indent = len(line) - at - len(rest)
            if indent >= 4 or not rest or rest[0] not in _STARTERS:
                break
            paragraph = whole and not opened and self._para is not None and bool(self._para.lines)
            step = self._container(index, line, at, indent, paragraph=paragraph, matched=matched)
            if step is None:
                if self._leaf(index, rest, indent, matched, whole=whole, opened=opened):
                    return
                break
            at, opened, matched, whole = step, True, len(self._frames), True
        self._text(index, line, at, indent, rest, matched)

    def _container(
        self, index: int, line: str, at: int, indent: int, *, paragraph: bool, matched: int
    ) -> int | None:
        """Open a quote or an item where one begins; return where its content begins."""
        if len(self._frames) >= DEEPEST:
            return None
        rest = line[at + indent :]
        if rest[0] == ">":
            self._cut(matched)
            self._frames.append(_Frame(0, self._depth(), quote=True))
            start = at + indent + 1
            return start + 1 if line[start : start + 1] == " " else start
        found = _BULLET.match(rest)
        if not found or (found[3] and not found[2]) or _RULE.match(rest):
            return None
        if paragraph and not (found[3].strip() and found[1].lstrip("0") in _INTERRUPTING):
            return None
        self._cut(matched)
        return self._item(found, index, at + indent, indent)

    def _item(self, found: re.Match[str], index: int, start: int, indent: int) -> int:
        marker, gap, text = found[1], len(found[2]), found[3]
        blank = not text.strip()
        pad = 1 if blank or gap > 4 else gap
        frame = _Frame(indent + len(marker) + pad, self._depth())
        frame.empty = blank
        self._frames.append(frame)
        self._para = _Pending(tuple(self._frames))
        self._para.item = frame
        self._para.start = index + 1
        self._para.ordered = marker[0] not in "-*+"
        box = _BOX.match(text)
        if box and gap <= 4:
            self._para.box = box[1]
        return start + len(marker) + pad

    def _leaf(
        self, index: int, rest: str, indent: int, matched: int, *, whole: bool, opened: bool
    ) -> bool:
        """Take a heading, rule, fence, comment or HTML; False: it is text."""
        mark = rest[0]
        if mark == "#":
            return self._heading(index, rest, matched)
        if mark in "-=" and self._underline(index, rest, whole=whole, opened=opened):
            return True
        if mark in "-*_" and _RULE.match(rest.rstrip()):
            self._cut(matched)
            self._add("rule", "", index + 1, index + 1)
            return True
        if mark in "`~":
            return self._fence(index, rest, indent, matched)
        if mark == "<":
            return self._html(index, rest, matched, lone=self._para is None or opened)
        return mark == "%" and self._comment(index, rest, matched)

    def _heading(self, index: int, rest: str, matched: int) -> bool:
        found = _HEADING.match(rest)
        if not found:
            return False
        self._cut(matched)
        text = rest[found.end() :].strip()
        bare = text.rstrip("#")
        if not bare or bare[-1] in " \t":
            text = bare.rstrip()
        self._add("heading", text, index + 1, index + 1, level=len(found[1]))
        return True

    def _underline(self, index: int, rest: str, *, whole: bool, opened: bool) -> bool:
        para = self._para
        if para is None or para.item or not whole or opened or not _UNDERLINE.match(rest):
            return False
        if any(para.lazy) or (rest[0] == "-" and not wrap.titular(para.lines)):
            return False
        self._para = None
        level = 1 if rest[0] == "=" else 2
        self._add("heading", "\n".join(para.lines), para.numbers[0], index + 1, level=level)
        return True

    def _fence(self, index: int, rest: str, indent: int, matched: int) -> bool:
        found = _FENCE.match(rest)
        if not found:
            return False
        self._cut(matched)
        self._begin("code", index, found[1] or found[3], indent)
        self._code = [(found[2] or found[4] or "").strip()]
        return True

    def _html(self, index: int, rest: str, matched: int, *, lone: bool) -> bool:
        raw = _RAW_TAG.match(rest)
        if rest.startswith("<!--"):
            close, kind = "-->", "comment"
        elif raw:
            close, kind = f"</{raw[1].lower()}>", "html"
        elif _BLOCK_TAG.match(rest) or (lone and _LONE_TAG.match(rest)):
            close, kind = "", "html"
        else:
            return False
        self._cut(matched)
        self._begin("comment" if kind == "comment" else "html", index, close, 0)
        self._code = []
        self._feed_code(index, rest)
        return True

    def _comment(self, index: int, rest: str, matched: int) -> bool:
        if not rest.startswith("%%") or "%%" in rest[2:]:
            return False
        if not any("%%" in line for line in self._lines[index + 1 :]):
            return False
        self._cut(matched)
        self._begin("comment", index, "%%", 0)
        self._code = [rest]
        return True

    def _begin(self, kind: BlockKind, index: int, close: str, strip: int) -> None:
        self._kind, self._start, self._close, self._strip = kind, index, close, strip

    def _feed_code(self, index: int, text: str) -> bool:
        """Take a line into the open code, comment or HTML; False: that ended before this line."""
        code = self._code if self._code is not None else []
        if self._kind == "code":
            bare = text.strip()
            if bare.startswith(self._close) and not bare.strip(self._close[0]):
                self._end_code(index + 1)
            else:
                cut = min(self._strip, len(text) - len(text.lstrip(" ")))
                code.append(text[cut:])
            return True
        if not self._close:
            if text.strip():
                code.append(text)
                return True
            self._end_code(index)
            return False
        code.append(text)
        if self._close in text.lower():
            self._end_code(index + 1)
        return True

    def _end_code(self, end: int) -> None:
        code = self._code or []
        self._code = None
        self._add(self._kind, "\n".join(code), self._start + 1, max(end, self._start + 1))

    def _text(self, index: int, line: str, at: int, indent: int, rest: str, matched: int) -> None:
        """Take a line of text: it goes on, begins a paragraph, or is indented code."""
        para = self._para
        if para is not None and not para.lines and matched < len(self._frames):
            self._cut(matched)
            para = None
        if para is not None and not para.lines:
            self._begin_item(para, index, rest)
        elif para is not None:
            para.lines.append(rest.rstrip())
            para.numbers.append(index + 1)
            para.lazy.append(matched < len(self._frames))
        else:
            self._cut(matched)
            if indent >= 4:
                self._indented(index, line[at:])
                return
            self._para = _Pending(tuple(self._frames))
            self._para.lines.append(rest.rstrip())
            self._para.numbers.append(index + 1)
            self._para.lazy.append(False)
        for frame in self._frames:
            frame.empty = False

    def _begin_item(self, para: _Pending, index: int, rest: str) -> None:
        box = _BOX.match(rest) if para.box is not None else None
        para.lines.append(rest[box.end() :].rstrip() if box else rest.rstrip())
        para.numbers.append(index + 1)
        para.lazy.append(False)

    def _indented(self, index: int, text: str) -> None:
        last = self.rows[-1] if self.rows else None
        if last is not None and last.kind == "code" and last.end == index and last.level == 4:
            last.text += "\n" + text[4:]
            last.end = index + 1
            return
        self._add("code", text[4:], index + 1, index + 1, level=4)

    def _depth(self) -> int:
        return sum(not frame.quote for frame in self._frames)

    def _cut(self, matched: int) -> None:
        """Close the paragraph, and the containers that this line does not go on with."""
        self._flush()
        del self._frames[matched:]

    def _flush(self) -> None:
        para, self._para = self._para, None
        if para is None:
            return
        pieces = (
            wrap.pieces(para.lines, para.numbers, para.lazy, item=para.item is not None)
            if para.lines
            else []
        )
        if para.item is not None:
            self._add_item(para, pieces)
            pieces = pieces[1:]
        for piece in pieces:
            self._add_piece(piece, para.frames)

    def _add_item(self, para: _Pending, pieces: list[wrap.Piece]) -> None:
        text, end = (pieces[0].text, pieces[0].end) if pieces else ("", para.start)
        if not text and para.box is None:
            return
        parents = [frame.row for frame in para.frames if frame.row is not None]
        row = self._place(
            Row("item", text, para.start, end, len(dict.fromkeys(parents))), para.frames
        )
        row.status = para.box
        row.ordered = para.ordered
        for frame in para.frames:
            if frame.row is None and not frame.quote:
                frame.row = len(self.rows) - 1

    def _add_piece(self, piece: wrap.Piece, frames: tuple[_Frame, ...]) -> None:
        row = Row(piece.kind, piece.text, piece.line, piece.end, piece.level)
        row.bare = piece.bare
        row.marked = piece.kind != "item"
        self._place(row, () if piece.lazy else frames)

    def _add(self, kind: BlockKind, text: str, line: int, end: int, level: int = 0) -> None:
        self._place(Row(kind, text, line, end, level), tuple(self._frames))

    def _place(self, row: Row, frames: tuple[_Frame, ...]) -> Row:
        """Append a row below the innermost item that has one."""
        for frame in frames:
            if frame.quote:
                row.quoted = True
            elif frame.row is not None:
                row.parent = frame.row
        if row.quoted and row.kind == "paragraph":
            row.kind = "quote"
        last = self.rows[-1].end if self.rows else self._first
        row.gap = row.line - last - 1
        self.rows.append(row)
        return row
