"""What we owe, what they owe, and what is unclear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prep.brief.entries import quoted
from prep.brief.evidence import Direction, Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry

ORDER = {"mine": 0, "theirs": 1, "unclear": 2}


def _directed(entry: Entry, direction: Direction) -> Entry:
    """What the owner owes and is late with is what the other side is likely to ask for."""
    expected = direction == "mine" and entry.state == "overdue"
    why = " · ".join(part for part in (entry.why, "they may ask for it") if part)
    return replace(entry, direction=direction, why=why if expected else entry.why)


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Open promises in prose and minutes: mine, theirs, unclear; each group best first."""
    found = []
    for item in ranked:
        entry = quoted(evidence, item)
        if entry:
            found.append(_directed(entry, evidence.direction_of(item.placed)))
    return tuple(sorted(found, key=lambda e: ORDER[e.direction or "unclear"]))
