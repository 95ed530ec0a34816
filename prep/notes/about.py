"""What a note says of itself as a whole: title, tags, aliases, links, privacy, language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prep.model.note import Field, Link, NoteKind
from prep.notes import days, inline, values
from prep.notes.row import Row
from prep.problems import Problem

TEXT = frozenset({"heading", "paragraph", "item", "row", "quote"})
"""Kinds of rows whose text is the note's own words."""
_TAG_KEYS = frozenset({"tags", "tag", "keywords"})
_ALIAS_KEYS = frozenset({"aliases", "alias", "nickname"})
_TITLE_KEYS = frozenset({"title", "name", "fullname"})
_PRIVATE = frozenset({"private", "confidential"})
_SENSITIVE = frozenset({"tags", "tag", "sensitivity", "visibility", "classification"})
_FOLDER_NOTES = frozenset({"readme", "index", "_index"})


def title(path: str, fields: Sequence[Field], rows: Sequence[Row]) -> str:
    """Return what people call the note: ``title``, the first heading, the folder or file name.

    Obsidian knows a note by its file name alone; Foam, zk and Logseq, and people, by these.
    """
    for field in fields:
        if field.place == "front" and field.key in _TITLE_KEYS and field.values:
            return field.values[0]
    for row in rows[:10]:
        if row.kind == "heading" and row.level == 1 and row.text:
            return row.text
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    if stem.lower() in _FOLDER_NOTES and folder:
        return folder.rpartition("/")[2]
    return stem


def tags(fields: Sequence[Field], rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the tags of properties and body, without ``#``, each once.

    ``tags: a, b`` on one line is two tags, as Dataview has it; Obsidian has none.
    """
    own = [
        part.lstrip("#")
        for field in fields
        if field.key in _TAG_KEYS and field.place != "table"
        for value in field.values
        for part in value.replace(",", " ").split()
    ]
    body = [
        tag for row in rows if "#" in row.text and row.kind in TEXT for tag in inline.tags(row.text)
    ]
    return tuple(dict.fromkeys(tag for tag in own + body if tag))


def aliases(fields: Sequence[Field]) -> tuple[str, ...]:
    """Return the other names that the note declares; ``A, B`` in one value is two."""
    found = [
        part.strip().strip("[]")
        for field in fields
        if field.key in _ALIAS_KEYS
        for value in field.values
        for part in value.split(",")
    ]
    return tuple(dict.fromkeys(part for part in found if part))


def links(fields: Sequence[Field], rows: Sequence[Row]) -> tuple[Link, ...]:
    """Return the links of properties and body, in the order of their lines."""
    found: list[Link] = []
    for field in fields:
        if field.place == "front" and "[" in field.value:
            for text in field.values:
                found.extend(inline.links(text, field.line))
    for row in rows:
        if "[" in row.text and row.kind in TEXT:
            found.extend(inline.links(row.text, row.line))
    return tuple(found)


def due(fields: Sequence[Field]) -> str | None:
    """Return the page's own due day, which Dataview gives to each task without one."""
    for field in fields:
        if field.key == "due" and field.place == "front":
            return days.day_in(field.value)
    return None


def private(fields: Sequence[Field]) -> bool:
    """Whether the note marks itself as private, by a tag or a property of its front matter.

    A tag in the text marks its line, not the whole note.
    """
    return any(_private(field) for field in fields if field.place == "front")


def _private(field: Field) -> bool:
    values = {value.strip("#\"' ").lower() for value in field.values}
    if field.key in _PRIVATE:
        return bool(values & {"true", "yes"})
    return field.key in _SENSITIVE and bool(values & {*_PRIVATE, "restricted"})


def language(fields: Sequence[Field]) -> str:
    """Return the two letters of the language that the note's properties name, or nothing."""
    for field in fields:
        if field.key in ("lang", "language") and field.place == "front" and field.values:
            said = field.values[0][:2].lower()
            return said if len(said) == 2 and said.isalpha() and said.isascii() else ""
    return ""


def unclosed(path: str, line: int) -> Iterator[Problem]:
    """Say that a fence or comment hides the rest of the note, if one does."""
    if line:
        what = "a code fence or comment that is never closed: all below it is hidden"
        yield Problem(path, line, what, "close it")


def unfilled(path: str, kind: NoteKind, fields: Sequence[Field]) -> Iterator[Problem]:
    """Give the placeholders that a note was left with; a template is made of them."""
    if kind == "template":
        return
    for field in fields:
        if field.place == "front" and values.placeholder(field.value):
            what = f"`{field.raw}` still holds a template's placeholder"
            yield Problem(path, field.line, what, "fill it in, or remove it")
