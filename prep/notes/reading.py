"""One file's bytes to one ``Note``: a pure function of the bytes and the path, for any bytes."""

from __future__ import annotations

from collections.abc import Sequence

from prep.model.note import Block, Note, NoteKind
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
from prep.notes.fields import body_fields
from prep.notes.row import Row
from prep.notes.scanner import Scanner
from prep.notes.signals import DEFAULT, KindRules

_LINES = frozenset({"item", "paragraph"})
"""Kinds of rows that may begin with a day of their own."""
_OPENERS = frozenset("0123456789*_[(ADFJMNOSTUWadfjmnostuw")
"""Characters by which such a line begins: a figure, a mark, a month, a weekday, ``unknown``."""
_TASKLESS: frozenset[NoteKind] = frozenset({"clipping", "template", "transcript"})
"""Kinds whose check boxes are nobody's tasks: someone else's text, a form, a talk."""


def read(path: str, data: bytes, *, rules: KindRules = DEFAULT) -> Note:
    """Read a note of any bytes; what is wrong with it is in its ``problems``.

    ``path`` is relative to the vault, with ``/``. Never raises.
    """
    decoded = decode.decode(path, data)
    front = frontmatter.read(path, decoded.lines)
    scanner = Scanner(decoded.lines)
    rows = scanner.run(front.body)
    fields = (*frontmatter.fields(front), *body_fields(rows))
    tags = about.tags(fields, rows)
    named = filenames.named(path, days.Manner(rules.dayfirst, rules.language))
    kind = kinds.tell(path, fields, tags, rows, named, rules)
    rows = _fitting(kind.kind, rows, decoded.lines, front.body)
    outline.shape_headings(rows, kind.kind)
    language = about.language(fields) or rules.language
    dayfirst = rules.dayfirst or days.is_dayfirst(row.text for row in rows if row.kind == "heading")
    manner = days.Manner(dayfirst, language)
    dated = running.dated(rows, kind.kind, manner)
    day, doubts = event.of_note(path, kind.kind, fields, rows, named, manner, listed=bool(dated))
    title = about.title(path, fields, rows)
    cutting = episodes.Cutting(rows, kind.kind, title, day, dated, manner)
    last = max(len(decoded.lines), 1)
    made = cutting.episodes(min(front.body + 1, last), last)
    day = day or running.latest(made)
    of_row, headings = cutting.of_rows(), outline.headings(rows)
    around = tasks.Surroundings(rows, headings, of_row, made, about.due(fields), manner)
    return Note(
        path=path,
        title=title,
        kind=kind.kind,
        kind_why=kind.why,
        day=day.day if day else None,
        day_source=day.source if day else None,
        day_line=day.line if day else 0,
        body_line=front.body + 1,
        fields=fields,
        tags=tags,
        aliases=about.aliases(fields),
        blocks=_blocks(rows, headings, of_row),
        links=about.links(fields, rows),
        tasks=() if kind.kind in _TASKLESS else tasks.found(around),
        episodes=made,
        private=about.private(fields),
        language=about.language(fields),
        problems=(
            *decoded.problems,
            *front.problems,
            *about.unclosed(path, scanner.unclosed),
            *about.unfilled(path, kind.kind, fields),
            *doubts,
            *cutting.problems(path),
        ),
    )


def _fitting(kind: NoteKind, rows: list[Row], lines: Sequence[str], first: int) -> list[Row]:
    """Return the rows that a kind of note has: an article without furniture, a talk's turns."""
    if kind == "clipping":
        return boilerplate.drop(rows)
    return turns.rows(lines, first) if kind == "transcript" else rows


def _blocks(
    rows: Sequence[Row], headings: Sequence[int | None], of_row: Sequence[int]
) -> tuple[Block, ...]:
    return tuple(
        Block._make((
            row.kind, row.text, row.line, row.end, row.level, row.parent, heading, episode,
            row.status, row.marked, row.ordered, row.quoted,
            event.of_line(row.text) if row.text[:1] in _OPENERS and row.kind in _LINES else None,
        ))
        for row, heading, episode in zip(rows, headings, of_row, strict=True)
    )  # fmt: skip
