"""Headings that only their shape tells, and which heading each block stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.model.note import NoteKind
from prep.notes import calls
from prep.notes.row import Row
from prep.patterns import lazy

_BOLD = lazy(r"(\*\*|__)(?!\s)(?:(?!\1)[^\n]){1,90}(?<!\s)\1\s*:?$")
_LABEL = lazy(r"[^\s\d•|][^:\n|]{0,58}?\s?:$")
_VALUE = lazy(r":\s|:\*\*\s|\]\(|://")
"""What a title does not hold: a label's value, a link, an address."""
_VERBS = frozenset(
    ("is", "are", "was", "were", "be", "been", "have", "has", "had", "will", "would", "can",
     "could", "should", "may", "might", "must", "include", "includes", "following", "follows")
)  # fmt: skip
"""Words that make a line a sentence that leads into a list, not a title of it."""
_JOINTS = frozenset(
    ("the", "a", "an", "of", "to", "and", "or", "but", "with", "that", "which", "as")
)
_CLOCK = lazy(
    r"\d{1,2}(?::\d\d|[.h]\d\d)?\s*(?:am|pm|uhr|h)?\s*[-–—:|]?\s+(?=[^\W\d])", re.IGNORECASE
)
"""A time of day before a heading."""
_MESSY: frozenset[NoteKind] = frozenset({"daily", "other"})
_STOPS = frozenset(".!?;,")
_LONGEST, _SHORT = 9, 5
"""Words of a heading, and of a label that stands among other lines."""
SHAPED, BELOW = 7, 8
"""Levels of headings that only their shape tells: a topic, and a label below a topic."""


def shape_headings(rows: Sequence[Row], kind: NoteKind) -> None:
    """Turn paragraphs that stand as headings into headings, unmarked.

    A label (``questions:``) soon below a call is a part of it; a bold line, a title without a
    colon or a label after two blank lines is another topic.
    """
    under_call = False
    for index, row in enumerate(rows):
        if row.kind == "rule" or (row.kind == "heading" and row.marked):
            under_call = False
            continue
        text = row.text
        if row.kind != "paragraph" or row.parent is not None or row.quoted or len(text) > 100:
            continue
        bold = _BOLD.match(text) if text[:1] in "*_" else None
        if not bold and not _stands_alone(rows, index, kind):
            continue
        call = calls.is_call(text)
        row.kind, row.marked = "heading", False
        below = under_call and not bold and not call and row.gap < 2 and text.endswith(":")
        row.level = BELOW if below else SHAPED
        under_call = call or below
        row.text = bold[0] if bold else text


def _stands_alone(rows: Sequence[Row], index: int, kind: NoteKind) -> bool:
    """Whether a line without markup is a heading: a label, a call, or a title before a list."""
    row = rows[index]
    following = rows[index + 1] if index + 1 < len(rows) else None
    if following is None or row.text[-1:] in _STOPS:
        return False
    apart = row.bare and (row.gap > 0 or not index or rows[index - 1].kind in ("heading", "rule"))
    if not (apart or row.text.endswith(":")) or "\n" in row.text:
        return False
    text = _CLOCK.sub("", row.text)
    words = text.split()
    if not 0 < len(words) <= _LONGEST:
        return False
    listed = following.kind == "item" and following.gap == 0 and following.marked
    sentence = bool(_VERBS.intersection(word.strip(":").lower() for word in words))
    if _LABEL.match(text):
        close = len(words) <= _SHORT and (listed or calls.is_call(text))
        return not sentence and (apart or close)
    if not apart or words[-1].lower() in _JOINTS or _VALUE.search(text):
        return False
    if listed or (kind in _MESSY and following.gap < 2 and calls.opens(text)):
        return len(words) <= 7 and not sentence
    spaced = following.gap > 0 and (row.gap > 0 or not index)
    return kind == "clipping" and spaced and following.kind == "paragraph"


def headings(rows: Sequence[Row]) -> list[int | None]:
    """Return for each row the index of the heading above it in the outline."""
    open_: list[int] = []
    found: list[int | None] = []
    above: int | None = None
    for index, row in enumerate(rows):
        if row.kind != "heading":
            found.append(above)
            continue
        while open_ and rows[open_[-1]].level >= row.level:
            open_.pop()
        found.append(open_[-1] if open_ else None)
        open_.append(index)
        above = index
    return found
