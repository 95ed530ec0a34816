"""A note's lines in order, each with its speaker's label and with what it stands under.

A unit is one line of a block: minutes often carry an action on the line after a turn, within one
list item, and what the one says is not what the other says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prep.identity.labels import ACT, STATUS, Label, label_of
from prep.model.note import Block, Note
from prep.patterns import lazy
from prep.words import spellings

_SILENT = frozenset(["code", "comment", "rule", "html"])
_MARKS = frozenset("*_.…[")
_ACT_WORDS = "act dec tod to- iss sug pro res agr nex fol com ai"
_ACT_BEGINS = frozenset(w for w in spellings(*_ACT_WORDS.split()) if w[0].isascii())
_STATUS_BEGINS = frozenset(
    w for w in spellings("sta", "upd", "out", "res", "ans") if w[0].isascii()
)
"""How a line begins that ``ACT`` or ``STATUS`` may fit."""
_new = tuple.__new__
"""Makes a named tuple of its values at half the cost of its own; there are forty a note."""
_SEPARATOR = lazy(r"^[\s*_\-=]*$")
_TIME_MARK = lazy(r"^\W*time\s?stamp\b", re.IGNORECASE)


class Unit(NamedTuple):
    """``act``: the line opens an action, a decision or the like. ``status``: it tells of one.

    ``title``: the line is a heading. A line that only looks like one (no ``#``, a list below it)
    is none where it is a turn or an action.
    """

    block: int
    line: int
    end_line: int
    text: str
    label: Label | None
    act: bool
    status: bool
    title: bool


def units(note: Note) -> list[Unit]:
    """The lines of all blocks that carry words, in order; code, comments and rules are left out."""
    found: list[Unit] = []
    for index, block in enumerate(note.blocks):
        if block.kind in _SILENT:
            continue
        text = block.text
        if ":" in text or "\n" in text or text[:1] in _MARKS or _is_marked(text[:40]):
            found += _units_of(index, block)
        else:
            title = block.kind == "heading"
            found.append(
                _new(Unit, (index, block.line, block.end_line, text, None, False, False, title))
            )
    return found


def _is_marked(near: str) -> bool:
    """May a line without a colon be a turn or an action? Few are, so that patterns run on few."""
    if "- " in near or near[:3] in ("ACT", "DEC"):
        return True
    return not near.isascii() and ("–" in near or "—" in near)


def _units_of(index: int, block: Block) -> Iterator[Unit]:
    text = block.text
    title = is_title(block)
    lines = text.split("\n") if "\n" in text else ()
    if len(lines) != block.end_line - block.line + 1:
        yield _unit(index, block.line, block.end_line, text, title)
        return
    for at, line in enumerate(lines):
        yield _unit(index, block.line + at, block.line + at, line.strip(), title)


def is_title(block: Block) -> bool:
    """Is the block a heading: marked as one, or by its shape and neither a turn nor an action?"""
    if block.kind != "heading" or block.marked:
        return block.kind == "heading"
    label = label_of(block.text)
    return not (label and label.end < len(block.text)) and not ACT.match(block.text)


def _unit(index: int, line: int, end_line: int, text: str, title: bool) -> Unit:
    act = STATUS.match(text) if text[:3] in _STATUS_BEGINS or text[:1] in "*_" else None
    status = act is not None
    bare = text.lstrip("*_# ")
    acts = not status and (bare[:3] in _ACT_BEGINS or bare[:2] in _ACT_BEGINS)
    opens = ACT.match(text) if acts else None
    label = None
    if status and act:
        inner = label_of(text[act.end() :])
        label = inner._replace(end=inner.end + act.end()) if inner else None
    elif not opens:
        label = label_of(text)
    return Unit(index, line, end_line, text, label, opens is not None, status, title)


def is_separator(text: str) -> bool:
    """A line of nothing but marks, as minutes set decisions apart with."""
    return bool(_SEPARATOR.match(text))


def is_time_mark(text: str) -> bool:
    """``[Timestamp: 3:15](…)``: neither a turn nor a statement."""
    return bool(_TIME_MARK.match(text))


def heading_chain(note: Note, index: int) -> Iterator[int]:
    """The headings above a block, innermost first; for a heading, itself first."""
    at = index if note.blocks[index].kind == "heading" else note.blocks[index].heading
    while at is not None:
        if is_title(note.blocks[at]):
            yield at
        at = note.blocks[at].heading


def parent_chain(note: Note, index: int) -> Iterator[int]:
    """The items that hold a block, innermost first."""
    at = note.blocks[index].parent
    while at is not None:
        yield at
        at = note.blocks[at].parent
