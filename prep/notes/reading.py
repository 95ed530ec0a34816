"""One file's bytes to one ``Note``: a pure function of the bytes and the path, for any bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from prep.model.note import Block, Episode, Field, Note, NoteKind
from prep.notes import (
    about,
    boilerplate,
    days,
    decode,
    episodes,
    event,
    filenames,
    frontmatter,
    kinds,
    outline,
    running,
    tasks,
    turns,
)
from prep.notes.days import Manner
from prep.notes.event import OPENING_MARKS, OPENING_NAMES, Day
from prep.notes.fields import body_fields
from prep.notes.filenames import Named
from prep.notes.kinds import Kind
from prep.notes.row import Row
from prep.notes.scanner import Scanner
from prep.notes.signals import DEFAULT, KindRules
from prep.problems import Problem

_LINES = frozenset({"item", "paragraph"})
"""Kinds of rows that may begin with a day of their own."""
_new = tuple.__new__
"""Makes a named tuple of its values at half the cost of ``_make``; there are forty a note."""
_TASKLESS: frozenset[NoteKind] = frozenset({"clipping", "template", "transcript"})
"""Kinds whose check boxes are nobody's tasks: someone else's text, a form, a talk."""


class _Page(NamedTuple):
    """What stands in a file, and what kind of note that makes it; ``last``: its last line."""

    path: str
    rows: list[Row]
    fields: tuple[Field, ...]
    tags: tuple[str, ...]
    kind: Kind
    named: Named
    manner: Manner
    body: int
    last: int
    problems: tuple[Problem, ...]


class _Course(NamedTuple):
    """When what is told happened, and in which parts; ``of_row``: each row's part."""

    day: Day | None
    episodes: tuple[Episode, ...]
    of_row: Sequence[int]
    problems: tuple[Problem, ...]


def read(path: str, data: bytes, *, rules: KindRules = DEFAULT) -> Note:
    """Read a note of any bytes; what is wrong with it is in its ``problems``.

    ``path`` is relative to the vault, with ``/``. Never raises.
    """
    page = _page(path, data, rules)
    rows, fields, kind = page.rows, page.fields, page.kind
    title = about.title(path, fields, rows)
    course = _course(page, title)
    headings, day = outline.headings(rows), course.day
    around = tasks.Surroundings(
        rows, headings, course.of_row, course.episodes, about.due(fields), page.manner
    )
    return Note(
        path=path,
        title=title,
        kind=kind.kind,
        kind_why=kind.why,
        day=day.day if day else None,
        day_source=day.source if day else None,
        day_line=day.line if day else 0,
        body_line=page.body + 1,
        fields=fields,
        tags=page.tags,
        aliases=about.aliases(fields),
        blocks=_blocks(rows, headings, course.of_row),
        links=about.links(fields, rows),
        tasks=() if kind.kind in _TASKLESS else tasks.found(around),
        episodes=course.episodes,
        private=about.private(fields),
        language=about.language(fields),
        problems=page.problems + course.problems,
    )


def _page(path: str, data: bytes, rules: KindRules) -> _Page:
    lines, doubts = decode.decode(path, data)
    front = frontmatter.read(path, lines)
    scanner = Scanner(lines)
    rows = scanner.run(front.body)
    fields = (*frontmatter.fields(front), *body_fields(rows))
    tags = about.tags(fields, rows)
    named = filenames.named(path, days.Manner(rules.dayfirst, rules.language))
    kind = kinds.tell(path, fields, tags, rows, named, rules)
    rows = _fitting(kind.kind, rows, lines, front.body)
    outline.shape_headings(rows, kind.kind)
    dayfirst = rules.dayfirst or days.is_dayfirst(
        [row.text for row in rows if row.kind == "heading"]
    )
    manner = days.Manner(dayfirst, about.language(fields) or rules.language)
    problems = (
        *doubts,
        *front.problems,
        *about.unclosed(path, scanner.unclosed),
        *about.unfilled(path, kind.kind, fields),
    )
    last = max(len(lines), 1)
    return _Page(path, rows, fields, tags, kind, named, manner, front.body, last, problems)


def _course(page: _Page, title: str) -> _Course:
    kind = page.kind.kind
    dated = running.dated(page.rows, kind, page.manner)
    day, doubts = event.of_note(
        page.path, kind, page.fields, page.rows, page.named, page.manner, listed=bool(dated)
    )
    cutting = episodes.Cutting(page.rows, kind, title, day, dated, page.manner)
    made = cutting.episodes(min(page.body + 1, page.last), page.last)
    problems = (*doubts, *cutting.problems(page.path))
    return _Course(day or running.latest(made), made, cutting.of_rows(), problems)


def _fitting(kind: NoteKind, rows: list[Row], lines: Sequence[str], first: int) -> list[Row]:
    """Return the rows that a kind of note has: an article without furniture, a talk's turns."""
    if kind == "clipping":
        return boilerplate.drop(rows)
    return turns.rows(lines, first) if kind == "transcript" else rows


def _blocks(
    rows: Sequence[Row], headings: Sequence[int | None], of_row: Sequence[int]
) -> tuple[Block, ...]:
    return tuple(
        _new(Block, (
            row.kind, text := row.text, row.line, row.end, row.level, row.parent, heading, episode,
            row.status, row.marked, row.ordered, row.quoted,
            event.of_line(text)
            if (text[:3] in OPENING_NAMES or text[:1] in OPENING_MARKS) and row.kind in _LINES
            else None,
        ))
        for row, heading, episode in zip(rows, headings, of_row, strict=True)
    )  # fmt: skip
