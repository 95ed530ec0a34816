"""Who and what the notes name, and whom a brief is about."""

from __future__ import annotations

from typing import Literal, NamedTuple

SubjectKind = Literal["person", "account", "topic"]

Place = Literal[
    "note", "alias", "attendee", "participant", "absent", "speaker", "owner", "addressed",
    "heading", "link", "tag", "email", "handle", "role_list", "field", "text",
]  # fmt: skip
"""Where a name stands: the note is about it, an attendance list, a participants field, said to be
absent, before a colon, a task's owner, ``ask Sarah:``, a heading, a link, a tag, an address, a
handle, a stakeholder list, another field (reports_to, account), running text."""

Presence = Literal["attended", "spoke", "addressed", "mentioned", "absent"]
"""Only the first three are contact."""

Rung = Literal[
    "email", "handle", "path", "link", "exact", "alias", "turned", "initials", "nickname",
    "first_name", "override", "spelling",
]  # fmt: skip


class Naming(NamedTuple):
    """A name as one file writes it, with what the same place declares about it.

    ``key`` is ``names.fold(name)``. ``full``: the name that this form stands for by that very
    file's own words (initials of an attendance table), else "". ``org``, ``role``, ``email``,
    ``handle``: as declared at that place, else "".
    """

    name: str
    key: str
    place: Place
    line: int
    episode: int = 0
    kind: SubjectKind | Literal["unknown"] = "unknown"
    full: str = ""
    email: str = ""
    handle: str = ""
    org: str = ""
    role: str = ""


class Located(NamedTuple):
    """A naming with the note it stands in, as the index returns it."""

    path: str
    day: str | None
    note_kind: str
    naming: Naming


class Subject(NamedTuple):
    """A person, an account or a topic, resolved.

    ``forms`` are the names that may stand for it in any note; ``local`` the forms that hold in one
    file only, as (path, form). ``first``: first names and nicknames that may stand for it where
    only one person of the account or the note can be meant. ``keys``: folded forms by which the
    index finds its notes. ``people``: of an account, its known people. ``parent``: of an account.
    ``reach``: short forms that mean it wherever a note belongs to a context (an account, a series
    of meetings), as (context, form): nobody else known there bears them.
    """

    name: str
    kind: SubjectKind
    path: str | None
    account: str
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    local: tuple[tuple[str, str], ...] = ()
    keys: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    parent: str = ""
    reach: tuple[tuple[str, str], ...] = ()


class Candidate(NamedTuple):
    """One that a name can mean, and how to pin it (a path, an address, a full name)."""

    name: str
    kind: SubjectKind
    path: str | None
    account: str
    pin: str
    rung: Rung
    why: str


class Match(NamedTuple):
    """What a name turned out to be: one, several (asked, never picked) or none (nearest names)."""

    outcome: Literal["one", "several", "none"]
    subject: Subject | None
    rung: Rung | None
    why: str
    candidates: tuple[Candidate, ...] = ()


class Bearing(NamedTuple):
    """One block of a note that bears on a subject, and by what.

    ``how``: named (the block names it) · turn (it speaks) · addressed · owner · under (stands
    under a heading or item about it) · about (the note is about it) · attended (the note is a
    meeting in which it took part; the block itself does not name it) · account (names its
    account). ``certain`` False: only proposed.
    """

    block: int
    line: int
    end_line: int
    how: Literal["named", "turn", "addressed", "owner", "under", "about", "attended", "account"]
    rung: Rung
    certain: bool = True


class Standing(NamedTuple):
    """How a subject stands in one note: presence, the line that says so, and what bears on it.

    ``via``: through whom it was heard of, when it was not there itself.
    """

    presence: Presence
    line: int
    end_line: int
    bearings: tuple[Bearing, ...]
    via: str = ""
