"""Open tasks: check boxes of any dialect, and the queries of the subject's own note, answered."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.entries import composed
from prep.brief.evidence import Answer, Evidence
from prep.brief.rank import Ranked
from prep.brief.sections import commitments
from prep.model.brief import Entry


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Open tasks best first, then what a query of the subject's note could not tell."""
    found = commitments.entries(evidence, ranked)
    silent = (_unanswered(evidence, answer) for answer in evidence.answers)
    return found + tuple(entry for entry in silent if entry)


def _unanswered(evidence: Evidence, answer: Answer) -> Entry | None:
    own = evidence.note(evidence.subject.path or "")
    if answer.rows or own is None:
        return None
    source = own.source(answer.line, answer.end_line)
    text = answer.message or "The query in this note finds no open task."
    return composed("query", "query.empty", text, [source], label=answer.heading)
