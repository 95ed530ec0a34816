"""Since last time: what was added, closed or answered since the newest past meeting."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry

WORDS = {"closed": "Closed", "answered": "Answered", "superseded": "Overturned"}


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Threads that ended since then, best first, each labelled by what became of it."""
    found = [quoted(evidence, r, label=WORDS.get(r.thread.state, "")) for r in ranked]
    return tuple(e for e in found if e)
