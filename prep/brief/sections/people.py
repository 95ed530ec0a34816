"""People and who stands where: reporting lines and relations, each with its source."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.entries import composed, quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Edge, Entry

EDGES = 8


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """The edges of the stakeholder tree in words, then relations that are no edge."""
    drawn = [_edge(edge) for edge in evidence.tree[:EDGES]]
    lines = {(s.path, s.line) for edge in evidence.tree for s in edge.sources}
    rest = [
        quoted(evidence, item, label=_whose(evidence, item))
        for item in ranked
        if (item.placed.path, item.placed.claim.line) not in lines
    ]
    return tuple(drawn) + tuple(e for e in rest if e)


def _whose(evidence: Evidence, item: Ranked) -> str:
    """Whom a role is told of: as the line says, else the one whose own note it stands in."""
    note = evidence.note(item.placed.path)
    own = note.note.title if note and note.note.kind == "person" else ""
    subject = item.placed.claim.subject
    return own if subject.casefold() in ("", "i", "he", "she", "they") else subject


def _edge(edge: Edge) -> Entry:
    return composed("relation", "tree.edge", f"{edge.above} → {edge.below}", edge.sources)
