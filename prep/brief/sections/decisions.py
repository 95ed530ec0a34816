"""Decisions in force."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Decisions that nothing later overturned, best first."""
    return tuple(e for item in ranked if (e := quoted(evidence, item)))
