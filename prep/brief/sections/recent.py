"""Recent context: what was said at the last meetings, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence, NoteEvidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Best first; each under the title of its note."""
    found = []
    for item in ranked:
        note = evidence.note(item.placed.path)
        title = _title(note, item.placed.claim.episode) if note else ""
        entry = quoted(evidence, item, label=title) if note else None
        if entry:
            found.append(entry)
    return tuple(found)


def _title(note: NoteEvidence, episode: int) -> str:
    """The note's title; of a page of one's day the call or the matter that the line stands in."""
    if note.note.kind != "daily" or episode >= len(note.note.episodes):
        return note.note.title
    return note.note.episodes[episode].title or note.note.title
