"""Outside news: the sentences of a clipped article that tell what changed, never more than two."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.evidence import NoteEvidence
from prep.brief.lowered import lowered
from prep.model.claim import Claim
from prep.patterns import lazy
from prep.words import plain, sentences, tokens

SENTENCES = 2
_VERBS = (
    "appoint", "hire", "promot", "resign", "stepping down", "step down", "steps down", "depart",
    "acquir", "merg", "raises", "raised", "fund", "invest", "launch", "announc", "restructur",
    "reorganis", "reorganiz", "split", "clos", "expand", "lay off", "laid off", "layoff", "partner",
    "sign", "approv", "delay", "cancel", "shift", "rename", "replac", "lost", "won ",
    "will run", "will build", "will start", "will take", "will become", "will move",
)  # fmt: skip
CHANGE = lazy(rf"\b(?:{'|'.join(_VERBS)})")
"""Verbs of change, in lower case: what a reader of the trade press is told for."""
FEWEST, MOST = 7, 45


def news(note: NoteEvidence, names: Sequence[str]) -> tuple[Claim, ...]:
    """At most two sentences of an article that tell of a change, those that name it first.

    ``names``: the subject's and its account's.
    """
    if note.note.kind != "clipping":
        return ()
    title = tokens(note.note.title)
    sought = [set(tokens(name)) for name in names if name]
    found = [
        (any(name <= set(words) for name in sought), -index, text)
        for index, block in enumerate(note.note.blocks)
        if block.kind in ("paragraph", "item", "quote")
        for text in _sentences(block.text)
        if CHANGE.search(lowered(text)) and (words := tokens(text)) != title
    ]
    best = sorted(found, reverse=True)[:SENTENCES]
    return tuple(_claim(note, -index, text) for _, index, text in best)


def _sentences(text: str) -> list[str]:
    flat = plain(text)
    return [s.text for s in sentences(flat) if FEWEST <= len(s.text.split()) <= MOST]


def _claim(note: NoteEvidence, index: int, text: str) -> Claim:
    block = note.note.blocks[index]
    return Claim(
        "fact", text.strip(), block.line, block.end_line, index, block.episode, "clip.sentence",
        day=note.day_of(block.episode),
    )  # fmt: skip
