"""Which claims of a note are about a subject, by how the line bears on it.

What stands in a meeting that somebody attended is not all theirs: in a call of three nearly
everything is, in minutes of twenty hardly anything but the decisions.
"""

from __future__ import annotations

from typing import NamedTuple

from prep.app.beside import KINDS
from prep.identity.overrides import Overrides
from prep.model.claim import Claim
from prep.model.reading import Reading
from prep.names import fold

SMALL_ROOM = 6
"""People up to whom what is said in a room is said to each; beyond, only decisions are."""
IN_LARGE_ROOM = ("decision",)
PERSONAL = ("commitment", "open_question", "preference", "personal", "role", "fact")
"""Kinds that are somebody's own: another's are not the subject's for having been there."""
THERE = ("attendee", "participant", "speaker")
ENDING = ("commitment", "open_question", "decision", "status")
FEWEST = 3
"""Words of a status: "Closed." and "No update." tell nothing by themselves."""


class Room(NamedTuple):
    """Where a claim was made: in a large room or a small one, and whose names are the owner's."""

    large: bool
    mine: set[str]


def large(reading: Reading) -> bool:
    """Whether more people were there than a talk can have."""
    there = {n.full or n.key for n in reading.namings if n.place in THERE}
    return len(there) > SMALL_ROOM


def counts(claim: Claim, how: str | None, room: Room) -> bool:
    """Whether a claim on a line that bears on the subject in this way is about the subject."""
    if how is None or (claim.kind == "status" and len(claim.text.split()) < FEWEST):
        return False
    if how == "account":
        return claim.kind in KINDS or claim.rule.startswith("clip.")
    if how != "attended":
        return True
    if claim.kind in PERSONAL and fold(claim.party) not in room.mine:
        return False
    return claim.kind in IN_LARGE_ROOM if room.large else True


def may_end(claim: Claim) -> bool:
    """Whether a claim on a line about somebody else can close, answer or overturn another."""
    return claim.kind in ENDING or claim.rule.startswith("report.")


def settled_by_owner(overrides: Overrides, path: str, claim: Claim) -> bool:
    """Whether the owner's word takes a claim out: a line that is no task, a question answered."""
    if claim.kind == "commitment":
        places = {name for said in overrides.not_a_task for name in said.names}
        return f"{path}:{claim.line}" in places
    if claim.kind == "open_question":
        words = fold(claim.text)
        return any(fold(name) in words for said in overrides.answered for name in said.names)
    return False
