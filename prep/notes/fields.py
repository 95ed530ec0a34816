"""Fields in a note's body: ``**Role**: x``, ``Date: x``, ``| Role | x |``, ``key:: x``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prep.model.note import Field, FieldPlace
from prep.notes import values
from prep.notes.row import Row

_BOLD = re.compile(
    r"(?:\*\*|__)([^*_\n:]{1,40}?)\s*(:{1,2})?\s*(?:\*\*|__)\s*(:{0,2})\s*(.*)$", re.DOTALL
)
_INLINE = re.compile(r"[*_~`]*([\w][\w /-]{0,40}?)[*_~`]*\s?::(?!\S*::)(?:\s+(.*))?$")
_BRACKET = re.compile(r"[\[(]([^\[\]():\n]{1,40})::\s*((?:\[\[[^\]]*\]\]|[^\[\]()\n])*)[\])]")
_PLAIN = re.compile(r"([A-Z][\w ]{1,24}|[a-z][\w-]{1,16}):\s+(\S.*)$")
PLAIN_KEYS = frozenset(
    {"date", "attendees", "participants", "present", "absent", "regrets", "apologies", "role",
     "title", "company", "account", "customer", "email", "location", "reportsto", "manager",
     "status", "organizer", "organiser", "chair", "scribe", "scribes", "moderator", "notes", "team",
     "meetingdatetime", "meetingdate", "when", "where", "who"}
)  # fmt: skip
"""Keys that a ``Label: value`` line without markup may have; other labels are speech."""


def body_fields(rows: Sequence[Row]) -> Iterator[Field]:
    """Find the fields of a body, in the order of their lines."""
    table: list[str] | None = None
    for row in rows:
        if row.kind == "row":
            cells = row.text.split(" | ")
            if row.level == 0:
                table = cells
            if len(cells) == 2:
                yield from _table(cells, row, header=row.level == 0, names=table or [])
        elif row.kind in ("paragraph", "item", "heading", "quote") and ":" in row.text:
            yield from _line(row)


def _line(row: Row) -> Iterator[Field]:
    text = row.text
    if "::" in text:
        yield from _inline(row)
    elif text.startswith(("**", "__")):
        found = _BOLD.match(text)
        if found and (found[2] or found[3]):
            yield _field(found[1], found[4], row, "bold")
    else:
        found = _PLAIN.match(text)
        if found and values.key(found[1]) in PLAIN_KEYS:
            yield _field(found[1], found[2], row, "bold")


def _inline(row: Row) -> Iterator[Field]:
    brackets = list(_BRACKET.finditer(row.text))
    for found in brackets:
        yield _field(found[1].strip("*_ "), found[2], row, "inline")
    if brackets or row.status is not None:
        return
    for offset, line in enumerate(row.text.split("\n")):
        whole = _INLINE.match(line)
        if whole:
            at = row.line + offset
            yield Field(
                values.key(whole[1]),
                whole[1],
                whole[2] or "",
                values.split(whole[2] or ""),
                at,
                at,
                "inline",
            )


def _table(cells: list[str], row: Row, *, header: bool, names: list[str]) -> Iterator[Field]:
    """Two-cell rows are ``| Role | x |`` unless the header names two columns of records."""
    if (
        header
        or len(names) != 2
        or (names[0] and values.key(names[1]) not in ("value", "", "details"))
    ):
        marked = cells[0].startswith("**")
        if not marked:
            return
    if cells[0]:
        yield _field(cells[0].strip("*_: "), cells[1], row, "table")


def _field(raw: str, value: str, row: Row, place: FieldPlace) -> Field:
    text = value.strip()
    return Field(values.key(raw), raw.strip(), text, values.split(text), row.line, row.end, place)
