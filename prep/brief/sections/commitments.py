"""What we owe, what they owe, and what is unclear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry

ORDER = {"mine": 0, "theirs": 1, "unclear": 2}


def _expected(entry: Entry) -> Entry:
    """What the owner owes and is late with is what the other side is likely to ask for."""
    if entry.direction != "mine" or entry.state != "overdue":
        return entry
    why = " · ".join(part for part in (entry.why, "they may ask for it") if part)
    return replace(entry, why=why)


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Open promises in prose and minutes: mine, theirs, unclear; each group best first."""
    made = (quoted(evidence, i, direction=evidence.direction_of(i.placed)) for i in ranked)
    found = [_expected(entry) for entry in made if entry]
    return tuple(sorted(found, key=lambda e: ORDER[e.direction or "unclear"]))
