"""A note laid out for one subject: its lines, whose turn each is, and which lines name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from prep.identity.layout import Layout
from prep.identity.party import Party, Sense
from prep.identity.turns import Turn, turns
from prep.identity.units import Unit, heading_chain, parent_chain
from prep.model.naming import Bearing
from prep.model.note import Note
from prep.names import fold

Held = TypeVar("Held")
How = Literal["named", "turn", "addressed", "owner", "under", "about", "attended", "account"]


def made(unit: Unit, how: How, sense: Sense) -> Bearing:
    """The bearing of a line."""
    return Bearing(unit.block, unit.line, unit.end_line, how, sense.rung, sense.certain)


class Scene(NamedTuple):
    """A note laid out for one subject: its lines, whose turn each is, and which lines name it."""

    note: Note
    party: Party
    lines: list[Unit]
    turns: list[Turn]
    named: dict[int, tuple[int, Sense]]
    blocks: dict[int, Sense]
    own: bool


def scene_of(layout: Layout, party: Party) -> Scene:
    """Lay a note out.

    ``named`` maps a unit to where it names the subject; ``blocks`` the blocks that name it to how.
    """
    note, lines = layout.note, layout.lines
    known = _speakers_of(party, lines)
    named: dict[int, tuple[int, Sense]] = {}
    blocks: dict[int, Sense] = {}
    spoken = turns(note, lines, known.__contains__)
    for at, start, sense in party.named(lambda unit: _start(unit, known)):
        named[at] = (start, sense)
        if sense.certain:
            blocks.setdefault(lines[at].block, sense)
    return Scene(note, party, lines, spoken, named, blocks, party.is_own_note)


def _start(unit: Unit, known: set[str]) -> int:
    return unit.label.end if unit.label and unit.label.who in known else 0


def _speakers_of(party: Party, lines: Sequence[Unit]) -> set[str]:
    """The labels that are speakers here: a member of the cast, the subject, or one that returns."""
    labels = {unit.label.who for unit in lines if unit.label}
    return {
        who for who in labels
        if who and (fold(who) in party.speakers or party.sense(who, speaking=True))
    }  # fmt: skip


def held_by(note: Note, holders: Mapping[int, Held]) -> dict[int, Held]:
    """The blocks that stand in one of these items or under one of these headings, with its value.

    An item counts before a heading, the inner one before the outer one; a heading holds itself.
    """
    if not holders:
        return {}
    parents = {block.parent for block in note.blocks}
    inside = {
        at: _first(holders, (at, *parent_chain(note, at))) for at in parents if at is not None
    }
    starts = [n if b.kind == "heading" else b.heading for n, b in enumerate(note.blocks)]
    under = {at: _first(holders, heading_chain(note, at)) for at in set(starts) if at is not None}
    found = {}
    for index, (block, start) in enumerate(zip(note.blocks, starts, strict=True)):
        held = inside[block.parent] if block.parent is not None else None
        if held is None and start is not None:
            held = under[start]
        if held is not None:
            found[index] = held
    return found


def _first(holders: Mapping[int, Held], chain: Iterable[int]) -> Held | None:
    return next((holders[at] for at in chain if at in holders), None)
