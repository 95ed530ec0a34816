"""Hand-made evidence: a note from its text, and threads from claims."""

from __future__ import annotations

from prep import notes
from prep.brief.evidence import Evidence, NoteEvidence
from prep.model.claim import Claim, Placed, State, Thread
from prep.model.naming import Bearing, Standing, Subject
from prep.model.note import Note

JANE = Subject("Jane Doe", "person", "People/Jane Doe.md", "Acme")


def note_of(path: str, text: str, *, presence: str = "attended") -> NoteEvidence:
    """The evidence of one note in which every block bears on the subject."""
    note: Note = notes.read(path, text.encode())
    bearings = tuple(
        Bearing(i, b.line, b.end_line, "named", "exact") for i, b in enumerate(note.blocks)
    )
    lines = notes.raw_lines(text.encode())
    return NoteEvidence(note, lines, Standing(presence, 1, 1, bearings))  # type: ignore[arg-type]


def thread_of(
    path: str, kind: str, text: str, line: int, *, state: State = "open", party: str = "",
    day: str | None = "2026-01-02", rule: str = "test.rule", due: str | None = None,
) -> Thread:  # fmt: skip
    """A thread of one telling."""
    claim = Claim(
        kind, text, line, line, 0, 0, rule, party=party, day=day, due=due, state=state  # type: ignore[arg-type]
    )  # fmt: skip
    placed = Placed(path, claim)
    return Thread(placed, (placed,), state)


def evidence_of(*notes_: NoteEvidence, threads: tuple[Thread, ...] = ()) -> Evidence:
    """Evidence on Jane Doe as of 5 January 2026."""
    return Evidence(JANE, "2026-01-05", ("Myself",), notes_, threads)
