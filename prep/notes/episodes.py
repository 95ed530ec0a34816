"""Stretches of a note about one thing: a call in a daily note, one meeting of a running list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prep.model.note import Episode, NoteKind
from prep.notes import calls, days, outline, running
from prep.notes.days import Manner
from prep.notes.event import Day
from prep.notes.row import Row
from prep.patterns import lazy
from prep.problems import Problem

_MESSY: frozenset[NoteKind] = frozenset({"daily", "other"})
_LISTS: frozenset[NoteKind] = frozenset({"meeting", "person", "account", "project"})
"""Kinds of note whose dated headings are meetings; elsewhere they are days of a journal."""

_FOLDED = lazy(r"\[![\w-]+\][+-]?\s*(?:full |raw |auto )?transcript", re.IGNORECASE)


class Cutting:
    """Cuts one note; ``starts`` are the rows at which an episode begins."""

    __slots__ = ("_day", "_kind", "_manner", "_rows", "_title", "starts")

    def __init__(
        self,
        rows: Sequence[Row],
        kind: NoteKind,
        title: str,
        day: Day | None,
        dated: Sequence[int],
        manner: Manner,
    ) -> None:
        self._rows = rows
        self._kind = kind
        self._title = title
        self._day = day
        self._manner = manner
        self.starts = [] if kind in running.WHOLE else sorted({*dated, *self._parts()})

    def episodes(self, first: int, last: int) -> tuple[Episode, ...]:
        """Return the episodes between the first and the last line of the body."""
        if not self.starts:
            return (_spanning(self._title, self._kind, first, last, self._day),)
        bounds = [self._rows[index].line for index in self.starts]
        made = [self._one(index) for index in self.starts]
        if self.starts[0] > 0:
            made.insert(0, _spanning(self._title, self._kind, first, last, self._day))
            bounds.insert(0, first)
        ends = [*(bound - 1 for bound in bounds[1:]), last]
        return tuple(
            episode._replace(line=start, end_line=max(start, end))
            for episode, start, end in zip(made, bounds, ends, strict=True)
        )

    def of_rows(self) -> list[int]:
        """Return for each row the number of its episode."""
        if not self.starts:
            return [0] * len(self._rows)
        found: list[int] = []
        number = -1 if self.starts[0] == 0 else 0
        begins = set(self.starts)
        for index in range(len(self._rows)):
            number += index in begins
            found.append(number)
        return found

    def problems(self, path: str) -> Iterator[Problem]:
        """Give the dated headings whose weekday is another one."""
        for index in self.starts:
            row = self._rows[index]
            found = days.phrase_in(row.text, self._manner)
            if row.kind == "heading" and found and found.wrong:
                yield days.weekday_problem(path, row.line, found.day, found.wrong)

    def _parts(self) -> Iterator[int]:
        """Give the parts of a messy day, and a transcript inside a note."""
        messy = self._kind in _MESSY
        top = self._top() if messy else 0
        inside = 0
        folded = False
        for index, row in enumerate(self._rows):
            if row.quoted != folded and (folded or _is_folded(row)):
                folded = not folded
                yield index
            if row.kind == "rule" and inside == outline.SHAPED and index + 1 < len(self._rows):
                inside = 0
                yield index + 1
            if row.kind != "heading" or row.level > outline.SHAPED:
                continue
            special = calls.is_transcript(row.text) or (messy and calls.is_call(row.text))
            if special or row.level <= inside or (messy and row.level in (top, outline.SHAPED)):
                inside = row.level if special else 0
                yield index

    def _top(self) -> int:
        """Return the level of the headings that part a day: the highest below its title."""
        if self._kind != "daily":
            return 0
        levels = [row.level for row in self._rows if row.kind == "heading" and row.marked]
        return min((level for level in levels if level > 1), default=0)

    def _one(self, index: int) -> Episode:
        row = self._rows[index]
        if _is_folded(row):
            return _spanning("Transcript", "transcript", row.line, row.end, self._day)
        if row.kind != "heading":
            return _spanning(self._title, self._kind, row.line, row.end, self._day)
        title = row.text.strip("*_ ").rstrip(":").strip()
        own = days.day_in(row.text, self._manner)
        day = Day(own, "heading", row.line) if own else self._day
        call = calls.is_call(title)
        kind: NoteKind = self._kind
        if calls.is_transcript(title):
            kind = "transcript"
        elif call or (own and self._kind in _LISTS):
            kind = "meeting"
        names = calls.names_in(title) if call or "[[" in title else ()
        return _spanning(title, kind, row.line, row.end, day)._replace(names=names)


def _is_folded(row: Row) -> bool:
    """Whether a row is the title of a callout that holds a transcript."""
    return row.quoted and bool(_FOLDED.match(row.text))


def _spanning(title: str, kind: NoteKind, first: int, last: int, day: Day | None) -> Episode:
    if day is None:
        return Episode(title, kind, first, last, None, None, 0)
    return Episode(title, kind, first, last, day.day, day.source, day.line)
