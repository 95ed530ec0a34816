"""What bears on a subject although no rule took it: its own turns, and lines that name it.

In minutes a large part of what matters stands in plain turns ("I cannot champion it") that are no
promise, question or decision. They enter as facts, ranked by their kind of bearing and their day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.brief.evidence import NoteEvidence
from prep.model.claim import Claim, ClaimKind
from prep.model.note import Block
from prep.words import plain

BEARING = ("turn", "named", "addressed", "owner", "about")
LEAST_WORDS = 5
MOST_WORDS = 60
HINT = re.compile(r"^([_*]).*\1$|^\{\{", re.DOTALL)
"""A template's hint in whole-line emphasis, never filled in."""
HISTORY = re.compile(r"^(?:unknown|\d{4}-\d{2}-\d{2}):?\s*(?:\[\[|-)")
"""A line of a person's list of meetings: it points to a note, and tells nothing by itself."""
SKIPPED_KINDS = ("clipping", "transcript", "template", "index")


def statements(note: NoteEvidence, taken: Sequence[Claim]) -> tuple[Claim, ...]:
    """Blocks that bear on the subject and that no claim stands on, as facts in their own words."""
    if note.note.kind in SKIPPED_KINDS:
        return ()
    covered = {line for claim in taken for line in range(claim.line, claim.end_line + 1)}
    covered |= {field.line for field in note.note.fields}
    found = []
    for bearing in note.standing.bearings:
        block = note.note.blocks[bearing.block]
        if not bearing.certain or bearing.how not in BEARING or block.line in covered:
            continue
        claim = _statement(note, block, bearing.block, bearing.how)
        if claim:
            found.append(claim)
    return tuple(found)


def _statement(note: NoteEvidence, block: Block, index: int, how: str) -> Claim | None:
    if block.kind in ("heading", "code", "comment", "html", "rule"):
        return None
    if HINT.match(block.text.strip()) or HISTORY.match(block.text):
        return None
    text = plain(block.text)
    words = re.findall(r"\w+", text)
    if not LEAST_WORDS <= len(words) <= MOST_WORDS:
        return None
    kind: ClaimKind = "fact"
    return Claim(
        kind, text, block.line, block.end_line, index, block.episode, f"said.{how}",
        day=note.day_of(block.episode),
    )  # fmt: skip
