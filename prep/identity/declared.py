"""What a note declares by its head: its own name, accounts, people, tags, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from prep.model.naming import Naming, Place, SubjectKind
from prep.model.note import Field, Note
from prep.names import Written, fold, read_name
from prep.patterns import lazy

_SUBJECTS: Final[dict[str, SubjectKind]] = {
    "person": "person",
    "account": "account",
    "project": "topic",
}
ACCOUNT_KEYS = frozenset(
    ["company", "org", "organization", "organisation", "organizations", "organisations", "employer",
     "account", "customer", "client", "work", "companyteam"]
)  # fmt: skip
PERSON_KEYS = frozenset(
    ["reportsto", "manager", "boss", "owner", "relatedpeople", "contact", "lead"]
)
PARENT_KEYS = frozenset(["parent", "parentcompany", "parentaccount", "partof", "ultimateparent"])
ACCOUNT_TAGS = frozenset(
    ["company", "account", "customer", "client", "org", "organisation", "organization"]
)
PERSON_TAGS = frozenset(["person", "people", "contact", "1on1", "with"])
NOT_TAGS = frozenset(["type", "status", "kind", "file"])
_FOUND_IN = lazy(
    r"(?:^|/)(?:customers?|accounts?|clients?|companies|organi[sz]ations?)/([^/]+)/", re.IGNORECASE
)
_DAY = lazy(r"^\W*(?:\d{4}-\d\d|\w{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-W\d\d)")


def declared(note: Note) -> Iterator[Naming]:
    """The namings of a note's name, fields, tags and links, each with its own line."""
    yield from _own_name(note)
    yield from _fields(note)
    yield from _tags(note)
    yield from _links(note)


def _own_name(note: Note) -> Iterator[Naming]:
    """The note's own name and aliases, with the address and the employer that it gives."""
    if note.kind not in _SUBJECTS:
        return
    kind = _SUBJECTS[note.kind]
    who = read_name(note.title) if kind == "person" else Written(note.title.lstrip("@!# "))
    told = {field.key: field for field in reversed(note.fields) if field.values}
    emails = [
        v for k in ("email", "emails", "emailaddress", "mail") if k in told for v in told[k].values
    ]
    org = _employer(note)
    handle = next((told[k].values[0] for k in ("github", "handle", "twitter") if k in told), "")
    line = _title_line(note)
    yield Naming(
        who.name, fold(who.name), "note", line, 0, kind,
        email=emails[0] if emails else who.email, handle=handle.lstrip("@"), org=org or who.org,
        role=", ".join(told["role"].values) if "role" in told else who.role,
    )  # fmt: skip
    for mail in emails[1:]:
        yield Naming(who.name, fold(who.name), "email", line, 0, "person", email=mail)
    names = dict.fromkeys(
        (*note.aliases, *who.aliases, *([note.title] if note.title != who.name else []))
    )
    for alias in names:
        yield Naming(alias, fold(alias), "alias", line, 0, kind, full=who.name)


def _employer(note: Note) -> str:
    """The account that a note gives for itself: by field, else by tag."""
    for field in note.fields:
        if field.key in ACCOUNT_KEYS and field.values:
            return read_account(field.values[0])
    for tag in note.tags:
        head, slash, rest = tag.partition("/")
        if slash and head.lower() in ACCOUNT_TAGS:
            return rest.replace("-", " ").replace("_", " ")
    inside = _FOUND_IN.search(note.path)
    return inside[1] if inside else ""


def read_account(text: str) -> str:
    """The account of a field's value: a link's words, ``Organisation - X`` cut to X."""
    name = read_name(text).name if "[" in text else text.strip()
    return re.sub(r"^(?:Organi[sz]ation|Company|Account|Customer) - ", "", name).lstrip("@!# ")


def _fields(note: Note) -> Iterator[Naming]:
    person = read_name(note.title).name if note.kind == "person" else ""
    for field in note.fields:
        place: Place = "field"
        if field.key in ACCOUNT_KEYS or field.key in PARENT_KEYS:
            for value in field.values:
                name = read_account(value)
                if field.key in PARENT_KEYS:
                    whose, role = note.title, "parent"
                else:
                    whose, role = person, ""
                yield Naming(name, fold(name), place, field.line, 0, "account", whose, role=role)
        elif field.key in PERSON_KEYS:
            yield from _people_of(field)
    inside = _FOUND_IN.search(note.path)
    if inside and not inside[1].startswith("."):
        yield Naming(inside[1], fold(inside[1]), "field", 1, 0, "account", person)


def _people_of(field: Field) -> Iterator[Naming]:
    for value in field.values:
        who = read_name(value)
        if len(who.name.split()) <= 4 and any(c.isupper() for c in who.name):
            yield Naming(
                who.name, fold(who.name), "field", field.line, 0, "person",
                email=who.email, handle=who.handle, role=field.key,
            )  # fmt: skip


def _title_line(note: Note) -> int:
    """The line that gives the note its name: a field, its heading; 1 where the file's name does."""
    key = fold(note.title)
    for field in note.fields:
        if field.key in ("title", "name", "fullname") and fold(field.value.strip("\"'")) == key:
            return field.line
    return next((b.line for b in note.blocks if b.kind == "heading" and fold(b.text) == key), 1)


def _tags(note: Note) -> Iterator[Naming]:
    person = read_name(note.title).name if note.kind == "person" else ""
    for tag in note.tags:
        head, slash, rest = tag.partition("/")
        head, line = head.lower(), _tag_line(note, tag)
        name = rest.replace("-", " ").replace("_", " ")
        if slash and head in ACCOUNT_TAGS:
            yield Naming(name, fold(name), "tag", line, 0, "account", person)
        elif slash and head in PERSON_TAGS:
            yield Naming(name, fold(name), "tag", line, 0, "person")
        elif head not in NOT_TAGS:
            yield Naming(f"#{tag}", fold(tag), "tag", line, 0, "topic")


def _tag_line(note: Note, tag: str) -> int:
    """Where a tag stands: its line in the front matter's list, the field's, the text's."""
    for field in note.fields:
        if field.key in ("tags", "tag", "keywords") and tag in field.values:
            listed = field.end_line - field.line == len(field.values)
            return field.line + 1 + field.values.index(tag) if listed else field.line
    return next((b.line for b in note.blocks if f"#{tag}" in b.text), 1)


def _links(note: Note) -> Iterator[Naming]:
    for link in note.links:
        if not link.wiki or not link.target or _DAY.match(link.target):
            continue
        name = link.target.rpartition("/")[2].removesuffix(".md").lstrip("@!")
        if "." in name[-5:] and link.embed:
            continue
        yield Naming(name, fold(name), "link", link.line, 0)
        shown = link.display.strip()
        if shown and fold(shown) != fold(name) and len(shown) <= 40:
            yield Naming(shown, fold(shown), "alias", link.line, 0, full=name)
