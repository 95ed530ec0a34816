"""Fields in a note's body: ``**Role**: x``, ``Date: x``, ``| Role | x |``, ``key:: x``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from prep.model.note import Field, FieldPlace
from prep.notes import values
from prep.notes.row import Row
from prep.patterns import lazy

_BOLD = lazy(
    r"(?:\*\*|__)([^*_\n:]{1,40}?)\s*(:{1,2})?\s*(?:\*\*|__)\s*(:{0,2})\s*(.*)$", re.DOTALL
)
_INLINE = lazy(r"[*_~`]*([\w][\w /-]{0,40}?)[*_~`]*\s?::(?!\S*::)(?:\s+(.*))?$")
_BRACKET = lazy(r"[\[(]([^\[\]():\n]{1,40})::\s*((?:\[\[[^\]]*\]\]|[^\[\]()\n])*)[\])]")
_PLAIN = lazy(r"([A-Z][\w /-]{1,24}|[a-z][\w-]{1,16}):\s+(\S.*)$", re.DOTALL)
_KEY_END = 25
"""Where the colon behind such a key stands at the latest."""
_HEADER = frozenset({"", "value", "details", "detail", "info", "information", "description"})
"""Second column's titles of a table that lists one thing's properties."""

KNOWN = frozenset(
    {"name", "fullname", "title", "role", "roles", "jobtitle", "position", "company",
     "companyteam", "org", "organization", "organisation", "employer", "work", "account", "team",
     "customer", "client", "email", "emails", "phone", "location", "city", "birthday", "linkedin",
     "twitter", "timezone", "relationship", "relation", "relations", "reportsto", "manager",
     "manages", "directreports", "background", "expertise", "interests", "previousroles",
     "lastcontact", "nextcontact", "nextstep", "nextsteps", "contactstyle", "preferences",
     "attendees", "participants", "present", "absent", "regrets", "apologies", "members",
     "visitors", "remoteattendees", "inpersonattendees", "invitees", "guests", "people", "date",
     "meetingdate", "meetingdatetime", "datetime", "time", "when", "where", "who", "duration",
     "organizer", "organiser", "chair", "chairs", "scribe", "scribes", "notetaker", "moderator",
     "facilitator", "notes", "status", "stage", "priority", "owner", "due", "deadline", "source",
     "urlsource", "publishedtime",
     "project", "product", "renewal", "contract", "aliases", "alias", "tags", "type", "scope"}
)  # fmt: skip
"""Keys that are fields wherever a bold label has them (formats reference, §9.2)."""
LISTS = frozenset(
    {"attendees", "participants", "present", "absent", "regrets", "apologies", "members",
     "visitors", "remoteattendees", "inpersonattendees", "invitees", "guests"}
)  # fmt: skip
"""Keys that list people; they stand anywhere in minutes, with or without markup."""
_LONGEST = 160
"""Characters of a value under an unknown label; a longer one is somebody's speech."""
_HEAD = 30
"""Rows at the head of a note in which labels that need no markup, or are unknown, are fields."""


def body_fields(rows: Sequence[Row]) -> tuple[Field, ...]:
    """Find the fields of a body, in the order of their lines.

    A bold label that is no known key is a field where it stands once and its value is short: in
    minutes the bold labels are the speakers.
    """
    found = list(_found(rows))
    if not found:
        return ()
    seen = Counter(field.key for field in found if field.place == "bold")
    return tuple(
        field
        for field in found
        if field.place != "bold" or field.key in KNOWN or (seen[field.key] == 1 and field.value)
    )


def _found(rows: Sequence[Row]) -> Iterator[Field]:
    names: list[str] = []
    head = _head(rows)
    for index in [n for n, row in enumerate(rows) if ":" in row.text or row.kind == "row"]:
        row = rows[index]
        text = row.text
        if row.kind == "row":
            cells = text.split(" | ")
            names = cells if row.level == 0 else names
            if len(cells) == 2:
                yield from _table(cells, row, names)
        elif row.kind in ("code", "comment", "html"):
            continue
        elif "::" in text:
            yield from _inline(row)
        elif text.startswith(("**", "__")):
            yield from _bold(rows, index)
        else:
            yield from _plain(row, head=index < head)


def _head(rows: Sequence[Row]) -> int:
    """Return the index of the row before which a note's head ends: a heading below its title."""
    return next(
        (
            index
            for index, row in enumerate(rows[:_HEAD])
            if row.kind == "heading" and row.level > 1 and ":" not in row.text
        ),
        _HEAD,
    )


def _bold(rows: Sequence[Row], index: int) -> Iterator[Field]:
    found = _BOLD.match(rows[index].text)
    if not found or not (found[2] or found[3]):
        return
    known = values.key(found[1]) in KNOWN
    if not known and (index >= _HEAD or len(found[4]) > _LONGEST):
        return
    made = _field(found[1], found[4], rows[index], "bold")
    yield made if made.value else _with_list(made, rows, index)


def _with_list(field: Field, rows: Sequence[Row], index: int) -> Field:
    """Give a label without a value the items that stand right below it."""
    items: list[Row] = []
    for row in rows[index + 1 :]:
        if row.kind != "item" or (not items and row.gap > 1):
            break
        items.append(row)
    if not items:
        return field
    texts = tuple(row.text for row in items if not row.level and not values.missing(row.text))
    return field._replace(value="; ".join(texts), values=texts, end_line=items[-1].end)


def _plain(row: Row, *, head: bool) -> Iterator[Field]:
    found = _PLAIN.match(row.text) if 1 < row.text.find(":") <= _KEY_END else None
    if not found:
        return
    key = values.key(found[1].replace("/", ""))
    if key in LISTS or (head and key in KNOWN):
        yield _field(found[1].replace("/", " "), found[2], row, "bold")


def _inline(row: Row) -> Iterator[Field]:
    """Give Dataview's fields: in brackets anywhere, else a whole line of one that is no task."""
    brackets = list(_BRACKET.finditer(row.text))
    for found in brackets:
        yield _field(found[1].strip("*_ "), found[2], row, "inline")
    if brackets or row.status is not None:
        return
    for offset, line in enumerate(row.text.split("\n")):
        whole = _INLINE.match(line)
        if whole:
            said = (whole[2] or "").strip()
            at = row.line + offset
            yield Field(values.key(whole[1]), whole[1], said, values.split(said), at, at, "inline")


def _table(cells: Sequence[str], row: Row, names: Sequence[str]) -> Iterator[Field]:
    """Two cells are ``| Role | x |`` where the label is bold or the header names no records."""
    properties = len(names) == 2 and values.key(names[1]) in _HEADER
    if row.level and cells[0] and (properties or cells[0].startswith("**")):
        yield _field(cells[0].strip("*_: "), cells[1], row, "table")


def _field(raw: str, value: str, row: Row, place: FieldPlace) -> Field:
    text = value.strip()
    return Field(values.key(raw), raw.strip(), text, values.split(text), row.line, row.end, place)
