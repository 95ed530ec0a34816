"""When the event of a note was: what its own words say, in the order of trust.

The order is heading, file name, properties, a label in the body, a link to a day, the first lines.
Two things override it. Where several say a day, the one that most say wins. And a file that is
named by a day alone was made for that day, while its title is often copied with the last one's
text: in the minutes of nodejs/TSC and tc39/notes title and name differ in 9 of 660 files, several
times because the title is still that of the file before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prep.model.note import DaySource, Field, NoteKind
from prep.notes import days, inline
from prep.notes.days import Manner
from prep.notes.filenames import Named
from prep.notes.row import Row
from prep.patterns import lazy
from prep.problems import Problem
from prep.words import spellings

FIELD_KEYS = (
    "date", "meetingdate", "meetingdatetime", "datetime", "dateandtime", "day", "when", "start",
    "startdate", "starttime", "heldon", "date&time",
)  # fmt: skip
"""Keys that say when the event was."""
PUBLISHED_KEYS = ("published", "date", "datepublished", "publishedat", "clipped", "saved")
"""Keys that say when an article appeared, or was kept."""
MADE_KEYS = ("created", "createdat", "createddate", "creationdate", "datecreated")
"""Keys that say when the note was made: the event's day only where nothing else is said."""
TIMELESS: frozenset[NoteKind] = frozenset(
    {"person", "account", "project", "story", "role", "template", "index"}
)
"""Kinds of note that are about no event, and live on after they were made."""

_HEAD, _LABELLED = 40, 60
"""Rows in which a title, and a label with the day, are looked for."""
_FIRST = 12
"""Rows whose text may say the day where nothing else does (the first lines of minutes)."""
_OTHER_DAY = lazy(
    r"\b(?:next|previous|prior|last|follow[- ]?up|due|by|until|till|since|deadline|before|after|"
    r"upcoming|from|updated|re)\b[^\d]*$",
    re.IGNORECASE,
)
_DATE_LABEL = lazy(r"(?:meeting\s+)?(?:date|day|when|held|time)\b[^:\d]{0,20}:", re.IGNORECASE)
_OF_MEETING = lazy(r"\b(?:date|held|minutes|meeting|call|notes)\b", re.IGNORECASE)
_SHORT = 90
_BEGINS = lazy(
    r"[*_\[( ]*(?:\d{4}[-./_]?\d|\d{1,2}[-./]\d{1,2}[-./]\d|unknown\b|"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\d{1,2}(?:st|nd|rd|th)?\.? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)",
    re.IGNORECASE,
)
_DAYS = "unk mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec"
OPENING_NAMES = frozenset(name for name in spellings(*_DAYS.split()) if name[0].isascii())
OPENING_MARKS = frozenset("0123456789*_[(")
"""How a line begins that may begin with its own day: three letters of a name, a figure, a mark."""
_OPENING = 48
"""Characters of a line in which its own day is looked for."""
_INDENT = 14
"""Characters before a line's own day: ``unknown: [[``, or a weekday."""


class Day(NamedTuple):
    """A day, where it was read, and its line (0: the file's name)."""

    day: str
    source: DaySource
    line: int


class _Said(NamedTuple):
    day: str
    source: DaySource
    line: int
    what: str
    wrong: str = ""


def of_note(
    path: str,
    kind: NoteKind,
    fields: Sequence[Field],
    rows: Sequence[Row],
    named: Named,
    manner: Manner = days.ENGLISH,
    *,
    listed: bool = False,
) -> tuple[Day | None, tuple[Problem, ...]]:
    """Return the day of the event that a note is about, and what in the note speaks against it.

    ``listed``: its headings are dated as those of a running list; they date its parts, not it.
    """
    said = list(_said(named, kind, fields, rows, manner, listed=listed))
    if not said:
        late = _late(kind, fields, () if listed else rows, manner)
        said = [late] if late else []
    if not said:
        return None, ()
    best = _best(named, said)
    problems = [
        Problem(
            path,
            other.line or best.line,
            f"{other.what} says {other.day}, {best.what} {best.day}",
            f"{best.day} is taken; correct the other one",
        )
        for other in {entry.what: entry for entry in said}.values()
        if other.day != best.day
    ]
    problems.extend(
        days.weekday_problem(path, one.line, one.day, one.wrong) for one in said if one.wrong
    )
    return Day(best.day, best.source, best.line), tuple(dict.fromkeys(problems))


def of_line(text: str) -> str | None:
    """Return the day by which a line begins: ``2025-04-30: …``, ``unknown: [[Oct 22nd, 2025]]``.

    A line that says that its own date is unknown may still name a day by the note it links to; a
    date further on in the line is another matter.
    """
    if not _BEGINS.match(text):
        return None
    found = days.phrase_in(text[:_OPENING])
    return found.day if found and found.start <= _INDENT else None


def _best(named: Named, said: Sequence[_Said]) -> _Said:
    if len(said) == 1:
        return said[0]
    votes = Counter(one.day for one in {(one.day, one.line): one for one in said}.values())
    top = max(votes.values())
    leading = [one for one in said if votes[one.day] == top]
    if leading[0].source == "heading" and named.alone:
        return next((one for one in leading if one.source == "name"), leading[0])
    return leading[0]


def _said(
    named: Named,
    kind: NoteKind,
    fields: Sequence[Field],
    rows: Sequence[Row],
    manner: Manner,
    *,
    listed: bool,
) -> Iterator[_Said]:
    """Give what says the day of the event, the most trusted first."""
    if kind not in TIMELESS and not listed:
        yield from _headings(rows, manner)
    if named.day:
        yield _Said(named.day, "name", 0, "the file's name")
    keys: tuple[str, ...] = FIELD_KEYS
    if kind == "clipping":
        keys = tuple(key for key in PUBLISHED_KEYS if any(f.key == key for f in fields))[:1]
    for field in fields:
        if field.key not in keys or kind in TIMELESS or not field.value:
            continue
        front = field.place == "front"
        found = days.phrase_in(field.value, manner)
        if found and (front or field.line <= _LABELLED):
            source: DaySource = "front" if front else "link" if "[[" in field.value else "body"
            yield _Said(found.day, source, field.line, f"`{field.raw}`", found.wrong)


def _headings(rows: Sequence[Row], manner: Manner) -> Iterator[_Said]:
    """Give the day of a heading ``Date: …``, and that of the title or of a heading right below it.

    The label comes first: it is meant as the date, while a title is often copied.
    """
    labelled: _Said | None = None
    titled: _Said | None = None
    top = True
    for row in rows[:_LABELLED]:
        if row.kind != "heading":
            top = top and row.kind in ("rule", "html", "comment")
            continue
        label = _DATE_LABEL.match(row.text) if ":" in row.text else None
        found = days.phrase_in(row.text, manner) if top or label else None
        if found is None or _OTHER_DAY.search(row.text[: found.start]):
            continue
        said = _Said(found.day, "heading", row.line, f"the heading in line {row.line}", found.wrong)
        if label and labelled is None:
            labelled = said
        elif titled is None:
            titled = said
    yield from (said for said in (labelled, titled) if said)


def _late(
    kind: NoteKind, fields: Sequence[Field], rows: Sequence[Row], manner: Manner
) -> _Said | None:
    """Return the day by what is trusted least: a link, the first lines, when the note was made."""
    if kind in TIMELESS:
        return None
    if kind in ("meeting", "transcript"):
        for row in rows[:_FIRST]:
            found = _opening(row, manner)
            if found:
                return found
    for field in fields:
        if field.place == "front" and field.key in MADE_KEYS and (day := days.day_in(field.value)):
            return _Said(day, "front", field.line, field.raw)
    return None


def _opening(row: Row, manner: Manner) -> _Said | None:
    """Return the day of one of a meeting's first lines, where the line is little else."""
    if row.kind in ("code", "comment", "html") or len(row.text) > _SHORT:
        return None
    for link in inline.links(row.text, row.line):
        if link.wiki and (day := days.day_in(link.target)):
            return _Said(day, "link", link.line, f"the link [[{link.target}]]")
    found = days.phrase_in(row.text, manner)
    if not found or _OTHER_DAY.search(row.text[: found.start]):
        return None
    share = (found.end - found.start) / len(row.text)
    if share > 0.4 or _OF_MEETING.search(row.text[: found.start]):
        return _Said(found.day, "body", row.line, "the text", found.wrong)
    return None
