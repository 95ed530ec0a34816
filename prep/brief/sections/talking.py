"""Talking points are moves: a verb, the evidence, why now; from claims only."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry

MOVE = {
    "priority": "Lead with", "criterion": "Speak to their criteria", "goal": "Tie it to the goal",
    "reason": "Their reason to move now", "vocabulary": "Use their words",
    "talking_point": "Raise", "commitment": "Raise", "status": "Ask where it stands",
}  # fmt: skip


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Each point is a move with the note's own words behind it."""
    found = [quoted(evidence, item, label=MOVE.get(item.placed.claim.kind, "")) for item in ranked]
    return tuple(e for e in found if e)
