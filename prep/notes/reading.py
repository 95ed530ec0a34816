"""One file's bytes to one ``Note``: a pure function of the bytes and the path, for any bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prep.model.note import Block, Field, Link, Note, NoteKind
from prep.notes import (
    boilerplate,
    days,
    decode,
    episodes,
    event,
    frontmatter,
    inline,
    kinds,
    outline,
    tasks,
    turns,
    values,
)
from prep.notes.fields import body_fields
from prep.notes.row import Row
from prep.notes.scanner import Scanner
from prep.notes.signals import DEFAULT, KindRules
from prep.problems import Problem

_TEXT = frozenset({"heading", "paragraph", "item", "row", "quote"})
_LINES = frozenset({"item", "paragraph"})
_TAG_KEYS = frozenset({"tags", "tag", "keywords"})
_TASKLESS: frozenset[NoteKind] = frozenset({"clipping", "template", "transcript"})
"""Kinds whose check boxes are nobody's tasks: someone else's text, a form, a talk."""
_ALIAS_KEYS = frozenset({"aliases", "alias", "nickname"})


def read(path: str, data: bytes, *, rules: KindRules = DEFAULT) -> Note:
    """Read a note of any bytes; what is wrong with it is in its ``problems``.

    ``path`` is relative to the vault, with ``/``. Never raises.
    """
    decoded = decode.decode(path, data)
    lines = decoded.lines
    front = frontmatter.read(path, lines)
    rows = Scanner(lines).run(front.body)
    fields = (*frontmatter.fields(front), *body_fields(rows))
    tags = _tags(fields, rows)
    kind = kinds.tell(path, fields, tags, rows, rules)
    rows = _fitting(kind.kind, rows, lines, front.body)
    outline.shape_headings(rows, kind.kind)
    dayfirst = rules.dayfirst or days.is_dayfirst(row.text for row in rows if row.kind == "heading")
    day, doubts = event.of_note(path, kind.kind, fields, rows, dayfirst=dayfirst)
    title = _title(path, fields, rows)
    span = (min(front.body + 1, max(len(lines), 1)), max(len(lines), 1))
    cutting = episodes.Cutting(rows, kind.kind, title, day, dayfirst=dayfirst)
    due = next(
        (days.day_in(f.value) for f in fields if f.key == "due" and f.place == "front"), None
    )
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
        aliases=_listed(fields, _ALIAS_KEYS),
        blocks=_blocks(rows, cutting.of_rows()),
        links=_links(fields, rows),
        tasks=() if kind.kind in _TASKLESS else tasks.of_rows(rows, page_due=due),
        episodes=cutting.episodes(*span),
        private=_private(fields, tags),
        language=_language(fields),
        problems=decoded.problems
        + front.problems
        + tuple(_unfilled(path, kind.kind, fields))
        + doubts
        + tuple(cutting.problems(path)),
    )


def _fitting(kind: NoteKind, rows: list[Row], lines: Sequence[str], first: int) -> list[Row]:
    """Return the rows that a kind of note has: an article without furniture, a talk's turns."""
    if kind == "clipping":
        return boilerplate.drop(rows)
    return turns.rows(lines, first) if kind == "transcript" else rows


def _blocks(rows: Sequence[Row], of_row: Sequence[int]) -> tuple[Block, ...]:
    return tuple(
        Block(
            row.kind, row.text, row.line, row.end, row.level, row.parent, heading, episode,
            row.status, row.marked, row.ordered, row.quoted,
            event.of_line(row.text) if row.kind in _LINES else None,
        )
        for row, heading, episode in zip(rows, outline.headings(rows), of_row, strict=True)
    )  # fmt: skip


def _listed(fields: Sequence[Field], keys: frozenset[str]) -> tuple[str, ...]:
    """Return what fields of these keys list; ``a, b`` in one value is two, as Dataview has it."""
    found = (
        part.strip().strip("[]")
        for field in fields
        if field.key in keys
        for value in field.values
        for part in value.split(",")
    )
    return tuple(dict.fromkeys(part for part in found if part))


def _tags(fields: Sequence[Field], rows: Sequence[Row]) -> tuple[str, ...]:
    own = (
        part.lstrip("#")
        for field in fields
        if field.key in _TAG_KEYS and field.place != "table"
        for value in field.values
        for part in value.replace(",", " ").split()
    )
    body = (
        tag
        for row in rows
        if row.kind in _TEXT and "#" in row.text
        for tag in inline.tags(row.text)
    )
    return tuple(dict.fromkeys([*(tag for tag in own if tag), *body]))


def _links(fields: Sequence[Field], rows: Sequence[Row]) -> tuple[Link, ...]:
    found: list[Link] = []
    for field in fields:
        if field.place == "front" and "[" in field.value:
            for text in field.values:
                found.extend(inline.links(text, field.line))
    for row in rows:
        if row.kind in _TEXT and "[" in row.text:
            found.extend(inline.links(row.text, row.line))
    return tuple(found)


def _title(path: str, fields: Sequence[Field], rows: Sequence[Row]) -> str:
    """Return what people call the note: ``title``, the first heading, the folder or file name."""
    for field in fields:
        if field.place == "front" and field.key in ("title", "name", "fullname") and field.values:
            return field.values[0]
    for row in rows[:10]:
        if row.kind == "heading" and row.level == 1 and row.text:
            return row.text
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    if stem.lower() in ("readme", "index", "_index") and folder:
        return folder.rpartition("/")[2]
    return stem


def _unfilled(path: str, kind: NoteKind, fields: Sequence[Field]) -> Iterator[Problem]:
    """Give the placeholders that a note was left with; a template is made of them."""
    if kind == "template":
        return
    for field in fields:
        if field.place == "front" and values.placeholder(field.value):
            what = f"`{field.raw}` still holds a template's placeholder"
            yield Problem(path, field.line, what, "fill it in, or remove it")


def _private(fields: Sequence[Field], tags: Sequence[str]) -> bool:
    if any(tag.lower() in ("private", "confidential") for tag in tags):
        return True
    return any(
        f.place == "front"
        and f.key in ("private", "confidential")
        and f.value.lower() in ("true", "yes")
        for f in fields
    )


def _language(fields: Sequence[Field]) -> str:
    said = next(
        (f.value for f in fields if f.key in ("lang", "language") and f.place == "front"), ""
    )
    return said[:2].lower() if said[:2].isalpha() and not values.missing(said) else ""
