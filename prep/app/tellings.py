"""What bears on a subject although no rule took it: its own turns, and lines that name it.

In minutes a large part of what matters stands in plain turns ("I cannot champion it") that are no
promise, question or decision. They enter as facts, ranked by their kind of bearing and their day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.brief.evidence import NoteEvidence
from prep.brief.rank import takes_a_stand
from prep.model.claim import Claim
from prep.model.naming import Bearing
from prep.model.note import Block
from prep.patterns import lazy
from prep.words import plain, sentences, tokens

WORD = lazy(r"\w+")
BEARING = ("turn", "named", "addressed", "owner", "about")
LEAST_WORDS = 5
MOST_WORDS, GIST = 40, 2
HINT = lazy(r"^([_*]).*\1$|^\{\{", re.DOTALL)
"""A template's hint in whole-line emphasis, never filled in."""
MARKER = lazy(r"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?:\[.\]\s+)?")
PRESENT = lazy(
    r"\b(?:attend|present\b|participants|regrets|observers|guests|invited|apologies)", re.IGNORECASE
)
"""Headings of lists of those who were there: they say who, not what."""
HISTORY = lazy(r"^(?:unknown|\d{4}-\d{2}-\d{2}):?\s*(?:\[\[|-)")
"""A line of a person's list of meetings: it points to a note, and tells nothing by itself."""
SKIPPED_KINDS = ("clipping", "transcript", "template", "index")


def statements(
    note: NoteEvidence, taken: Sequence[Claim], names: Sequence[str]
) -> tuple[Claim, ...]:
    """Blocks that bear on the subject and that no claim stands on, as facts in their own words."""
    if note.note.kind in SKIPPED_KINDS:
        return ()
    covered = {line for claim in taken for line in range(claim.line, claim.end_line + 1)}
    covered |= {field.line for field in note.note.fields}
    blocks = note.note.blocks
    rows = [
        (blocks[bearing.block], bearing)
        for bearing in note.standing.bearings
        if bearing.certain and bearing.how in BEARING
    ]
    headings = {block.heading for block, _ in rows if block.heading is not None}
    present = {heading for heading in headings if PRESENT.search(blocks[heading].text)}
    found = (
        _statement(note, block, bearing, names)
        for block, bearing in rows
        if block.line not in covered and block.heading not in present
    )
    return tuple(claim for claim in found if claim)


def _statement(
    note: NoteEvidence, block: Block, bearing: Bearing, names: Sequence[str]
) -> Claim | None:
    if block.kind in ("heading", "code", "comment", "html", "rule"):
        return None
    if HINT.match(block.text.strip()) or HISTORY.match(block.text):
        return None
    text = _gist(plain(_words(note, block, bearing)), names if bearing.how == "named" else ())
    if len(WORD.findall(text)) < LEAST_WORDS:
        return None
    return Claim(
        "fact", text, bearing.line, bearing.end_line, bearing.block, block.episode,
        f"said.{bearing.how}",
        day=note.day_of(block.episode),
    )  # fmt: skip


def _words(note: NoteEvidence, block: Block, bearing: Bearing) -> str:
    """The words that bear: of a block that holds several turns, the subject's lines alone."""
    if (bearing.line, bearing.end_line) == (block.line, block.end_line):
        return block.text
    return MARKER.sub("", "\n".join(note.lines[bearing.line - 1 : bearing.end_line]))


def _gist(text: str, names: Sequence[str]) -> str:
    """A long turn's telling sentences in their order, ``…`` where others were left out."""
    if len(text.split()) <= MOST_WORDS:
        return text
    told = [s.text.strip() for s in sentences(text)]
    sought = {word for name in names for word in tokens(name)}

    def weight(n: int) -> tuple[bool, bool, int]:
        unnamed = not sought or sought.isdisjoint(tokens(told[n]))
        return unnamed, not takes_a_stand(told[n]), n

    best = sorted(range(len(told)), key=weight)[:GIST]
    kept = [told[n] for n in sorted(best)]
    return " … ".join(kept) if len(kept) < len(told) else text
