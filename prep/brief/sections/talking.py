"""Talking points are moves: a verb, the evidence, why now; from claims only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry

VOCABULARY = 4
COLLECTED = r"^#[\w/-]+\s+(?:[\w. '-]{2,40}:\s+)?"
"""The mark of a collected point, ``#tp Jane Doe:``: it says where the line belongs, not what."""
MOVE = {
    "priority": "Lead with", "criterion": "Speak to their criteria", "goal": "Tie it to the goal",
    "reason": "Their reason to move now", "vocabulary": "Use their words",
    "talking_point": "Raise", "commitment": "Raise", "status": "Ask where it stands",
}  # fmt: skip


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Each point is a move with the note's own words behind it."""
    found = [quoted(evidence, item, label=MOVE.get(item.placed.claim.kind, "")) for item in ranked]
    return _together(tuple(replace(e, text=re.sub(COLLECTED, "", e.text)) for e in found if e))


def _together(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Their vocabulary as one line: words are used together."""
    words = [entry for entry in entries if entry.kind == "vocabulary"][:VOCABULARY]
    if len(words) < 2:
        return entries
    sources = tuple(dict.fromkeys(s for entry in words for s in entry.sources))
    text = " … ".join(entry.text.strip(" .;") for entry in words)
    one = replace(words[0], text=text, sources=sources)
    rest = tuple(entry for entry in entries if entry.kind != "vocabulary")
    at = sum(1 for entry in rest if entry.score >= one.score)
    return (*rest[:at], one, *rest[at:])
