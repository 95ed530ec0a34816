"""What we owe, what they owe, and what is unclear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry

ORDER = {"mine": 0, "theirs": 1, "unclear": 2}


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Open promises in prose and minutes: mine, theirs, unclear; each group best first."""
    found = []
    for item in ranked:
        entry = quoted(evidence, item)
        if entry:
            found.append(replace(entry, direction=evidence.direction_of(item.placed)))
    return tuple(sorted(found, key=lambda e: ORDER[e.direction or "unclear"]))
