"""Recent context: what was said at the last meetings, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence, NoteEvidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Best first; each under the title of its note."""
    found = []
    for item in ranked:
        entry = quoted(evidence, item)
        note = evidence.note(item.placed.path)
        if entry and note:
            found.append(replace(entry, label=_title(note, item.placed.claim.episode)))
    return tuple(found)


def _title(note: NoteEvidence, episode: int) -> str:
    """The note's title; of a page of one's day the call or the matter that the line stands in."""
    if note.note.kind != "daily" or episode >= len(note.note.episodes):
        return note.note.title
    return note.note.episodes[episode].title or note.note.title
