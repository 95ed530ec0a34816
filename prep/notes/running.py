"""Running lists: one file that holds many meetings, or days, under dated headings."""

from __future__ import annotations

from collections.abc import Sequence

from prep.model.note import Episode, NoteKind
from prep.notes import days
from prep.notes.days import Manner
from prep.notes.event import Day
from prep.notes.row import Row

WHOLE: frozenset[NoteKind] = frozenset({"clipping", "template", "transcript", "index"})
"""Kinds of note that are one piece whatever their headings say."""
_BESIDE = 40
"""Characters that a dated heading may hold beside its day."""


def dated(rows: Sequence[Row], kind: NoteKind, manner: Manner) -> list[int]:
    """Return the dated headings of a running list, and those of their rank beside them.

    A list has two of one level at least; a heading is dated where the day is most of it.
    """
    if kind in WHOLE or not days.may_be_dated([r.text for r in rows if r.kind == "heading"]):
        return []
    levels: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        found = days.phrase_in(row.text, manner) if row.kind == "heading" else None
        if found and len(row.text) - (found.end - found.start) <= _BESIDE:
            levels.setdefault(row.level, []).append(index)
    if not levels:
        return []
    level, indexes = max(levels.items(), key=lambda pair: (len(pair[1]), -pair[0]))
    if len({days.day_in(rows[index].text, manner) for index in indexes}) < 2:
        return []
    return [
        index
        for index, row in enumerate(rows)
        if row.kind == "heading" and row.level <= level and index >= indexes[0]
    ]


def latest(episodes: Sequence[Episode]) -> Day | None:
    """Return the last day that a list's episodes have: the note itself has none of its own."""
    days_ = [Day(e.day, e.day_source, e.day_line) for e in episodes if e.day and e.day_source]
    return max(days_, key=lambda day: day.day, default=None)
