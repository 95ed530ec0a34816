"""Stretches of a note about one thing: a call in a daily note, one meeting of a running list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.model.note import Episode, NoteKind
from prep.notes import days, outline
from prep.notes.days import Day
from prep.notes.row import Row

_NAME = re.compile(
    r"(?:(?:call|meeting|mtg|sync|chat|catch[- ]?up|interview|coffee|lunch|debrief|1[:-]1|1on1)\s+(?:with|w/?)\s+)(.+)$"
    r"|^(.+?)\s+(?:call|meeting|mtg|sync|chat|catch[- ]?up|interview|coffee|lunch|debrief|1[:-]1|1on1)\b",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\[\[([^\]|#]+)(?:\|([^\]]+))?[^\]]*\]\]")
_NOT_NAMES = frozenset(
    ["weekly", "daily", "monthly", "quarterly", "team", "staff", "status", "the", "a", "my", "our", "intro", "kickoff", "planning", "review", "project", "call", "meeting", "sync", "all", "hands", "customer", "internal", "external", "prep", "phone", "video", "zoom"]
)
_PARTS = re.compile(r"\s*(?:,|&|\+|/|\band\b)\s*")


def cut(
    rows: Sequence[Row], kind: NoteKind, title: str, span: tuple[int, int], day: Day | None
) -> tuple[list[int], tuple[Episode, ...]]:
    """Cut a note into episodes; return each row's episode, and the episodes.

    ``span`` is the first and the last line of the body.
    """
    starts = _starts(rows, kind)
    if not starts:
        return [0] * len(rows), (_whole(kind, title, span, day),)
    of_row: list[int] = []
    made: list[Episode] = []
    bounds = [rows[index].line for index in starts]
    if starts[0] > 0:
        made.append(_whole(kind, title, (span[0], bounds[0] - 1), day))
    offset = len(made)
    for number, index in enumerate(starts):
        last = bounds[number + 1] - 1 if number + 1 < len(bounds) else span[1]
        made.append(_episode(rows[index], kind, last, day))
    number = -1
    for index in range(len(rows)):
        if number + 1 < len(starts) and index >= starts[number + 1]:
            number += 1
        of_row.append(max(0, number + offset))
    return of_row, tuple(made)


def _starts(rows: Sequence[Row], kind: NoteKind) -> list[int]:
    """Return the rows that begin an episode."""
    dated = [
        index
        for index, row in enumerate(rows)
        if row.kind == "heading" and row.marked and days.day_in(row.text)
    ]
    if len(dated) > 1:
        return dated
    if kind != "daily":
        return []
    top = min(
        (row.level for row in rows if row.kind == "heading" and row.marked and row.level > 1),
        default=9,
    )
    return [
        index
        for index, row in enumerate(rows)
        if row.kind == "heading"
        and (row.level == outline.SHAPED or (row.marked and row.level == top))
    ]


def _whole(kind: NoteKind, title: str, span: tuple[int, int], day: Day | None) -> Episode:
    return Episode(
        title, kind, span[0], span[1], day.day if day else None, day.source if day else None,
        day.line if day else 0,
    )  # fmt: skip


def _episode(row: Row, kind: NoteKind, last: int, day: Day | None) -> Episode:
    title = row.text.strip("*_ ").rstrip(":").strip()
    own = days.day_in(row.text)
    if own:
        day = Day(own, "heading", row.line)
    call = outline.is_call(row.text)
    return _whole("meeting" if call else kind, title, (row.line, last), day)._replace(
        names=names_in(title) if call or "[[" in title else ()
    )


def names_in(title: str) -> tuple[str, ...]:
    """Return the names in the heading of a call, as written."""
    linked = _LINKED.findall(title)
    if linked:
        return tuple(target for target, _ in linked if not days.day_in(target))
    found = _NAME.search(title)
    if not found:
        return ()
    text = (found[1] or found[2]).strip(" -–:")
    parts = (part.strip() for part in _PARTS.split(text))
    return tuple(
        p for p in parts if p and not _NOT_NAMES & set(p.lower().split()) and len(p.split()) < 5
    )
