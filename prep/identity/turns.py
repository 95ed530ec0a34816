"""Whose turn a line is, and what it stands under."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from prep.identity.units import Unit, is_separator, is_time_mark
from prep.model.note import Note

Speaks = Callable[[str], bool]
"""Is a label a speaker's, in this file?"""


class Turn(NamedTuple):
    """Who speaks in a unit (as its label writes it, "" nobody), and the unit that opened the turn.

    ``act``: index of the unit with the action or decision whose status the unit tells, or None.
    """

    who: str
    opened: int
    act: int | None


class _State(NamedTuple):
    who: str = ""
    opened: int = -1
    act: int | None = None
    telling: bool = False


_NOBODY = _State()
_NOBODYS = Turn("", -1, None)


def turns(note: Note, lines: Sequence[Unit], speaks: Speaks) -> list[Turn]:
    """The turn of every unit, in the order of ``lines``.

    A turn goes on over ``...`` lines, lines of its own block, deeper items and, when it was opened
    by a paragraph, over unlabelled blocks, until a heading, another label, an action or a rule.
    An action goes on over the lines that touch it, and over everything that its status opens.
    """
    state = _NOBODY
    found: list[Turn] = []
    for at, unit in enumerate(lines):
        if state == _NOBODY and not (unit.label or unit.act or unit.status):
            found.append(_NOBODYS)  # nothing goes on, and nothing begins
            continue
        state = _next(note, lines, at, state, speaks)
        speaking = "" if unit.act or unit.title else state.who
        found.append(Turn(speaking, state.opened, state.act if state.act != at else None))
    return found


def _next(note: Note, lines: Sequence[Unit], at: int, state: _State, speaks: Speaks) -> _State:
    unit = lines[at]
    if unit.title:
        return _State(act=at if unit.act else None)
    if is_separator(unit.text):
        return _State()
    if unit.act:
        return _State(act=at)
    if is_time_mark(unit.text):
        return state
    if unit.status:
        who = unit.label.who if unit.label and speaks(unit.label.who) else ""
        return _State(who, at if who else -1, state.act, telling=True)
    if unit.label and unit.label.who and speaks(unit.label.who):
        act = state.act if _stays(note, lines, at, state) else None
        return _State(unit.label.who, at, act, state.telling and act is not None)
    act = state.act if _stays(note, lines, at, state) else None
    telling = state.telling and act is not None
    if state.who and (_continues(note, lines, at, state) or _goes_on(unit)):
        return _State(state.who, state.opened, act, telling)
    return _State(act=act, telling=telling)


def _goes_on(unit: Unit) -> bool:
    return unit.label is not None and not unit.label.who


def _continues(note: Note, lines: Sequence[Unit], at: int, state: _State) -> bool:
    unit, opener = lines[at], lines[state.opened]
    block, opened = note.blocks[unit.block], note.blocks[opener.block]
    if unit.block == opener.block:
        return not unit.status
    if unit.label and unit.label.bold and unit.label.colon:
        return False
    if opened.kind == "item":
        return block.kind == "item" and _within(note, unit.block, opener.block)
    return block.kind in ("paragraph", "item", "quote", "heading")


def _within(note: Note, block: int, holder: int) -> bool:
    parent = note.blocks[block].parent
    while parent is not None:
        if parent == holder:
            return True
        parent = note.blocks[parent].parent
    return False


def _stays(note: Note, lines: Sequence[Unit], at: int, state: _State) -> bool:
    """Does the unit still belong to the action above it?"""
    if state.act is None:
        return False
    unit, act = lines[at], lines[state.act]
    touching = unit.line <= lines[at - 1].end_line + 1
    if unit.block == act.block or _within(note, unit.block, act.block):
        return True
    kind = note.blocks[unit.block].kind
    if state.telling:
        return kind in ("item", "paragraph") and not (
            unit.label and unit.label.bold and not touching
        )
    return touching and kind == "item"
