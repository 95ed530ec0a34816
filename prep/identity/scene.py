"""A note laid out for one subject: its lines, whose turn each is, and which lines name it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from prep.identity.party import Party, Sense
from prep.identity.turns import Turn, turns
from prep.identity.units import Unit, units
from prep.model.naming import Bearing
from prep.model.note import Note
from prep.names import fold

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


def scene_of(note: Note, party: Party) -> Scene:
    """Lay a note out.

    ``named`` maps a unit to where it names the subject; ``blocks`` the blocks that name it to how.
    """
    lines = units(note)
    known = _speakers_of(party, lines)
    spoken = turns(note, lines, lambda who: who in known)
    named: dict[int, tuple[int, Sense]] = {}
    blocks: dict[int, Sense] = {}
    for at, unit in enumerate(lines):
        start = unit.label.end if unit.label and unit.label.who in known else 0
        for hit, sense in party.hits(unit.text, start):
            named[at] = (hit.start, sense)
            if sense.certain:
                blocks.setdefault(unit.block, sense)
            break
    own = bool(party.own_path and note.path == party.own_path)
    return Scene(note, party, lines, spoken, named, blocks, own)


def _speakers_of(party: Party, lines: Sequence[Unit]) -> set[str]:
    """The labels that are speakers here: a member of the cast, the subject, or one that returns."""
    found = set()
    for unit in lines:
        if unit.label and unit.label.who and unit.label.who not in found:
            who = unit.label.who
            if fold(who) in party.speakers or party.sense(who, speaking=True):
                found.add(who)
    return found
