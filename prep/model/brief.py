"""What is printed: briefs, interview sheets, agendas and scorecards are all a ``Brief``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from prep.model.naming import Subject
from prep.problems import Problem

Audience = Literal["me", "team", "external"]
Empty = Literal["none found", "not looked for", "could not be read"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry's words stand: ``text`` is those lines, verbatim."""

    path: str
    line: int
    end_line: int
    text: str
    day: str | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A printed line. Without a source it cannot be made.

    ``quote``: the note's own words; False: composed by the tool, and marked so on the page.
    ``why``: why now, in a few words. ``parts``: the score's published parts, (name, points).
    ``columns``: named cells where the section is a table; ``children``: lines below this one.
    """

    id: str
    text: str
    quote: bool
    kind: str
    rule: str
    sources: tuple[Source, ...]
    who: str | None = None
    direction: Literal["mine", "theirs", "unclear"] | None = None
    date: str | None = None
    due: str | None = None
    state: str | None = None
    score: int = 0
    why: str = ""
    parts: tuple[tuple[str, int], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    children: tuple[Entry, ...] = ()
    label: str = ""

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"entry without a source: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of entries. ``more``: how many were left out by the cap, and where to look."""

    key: str
    title: str
    entries: tuple[Entry, ...] = ()
    empty: Empty | None = None
    more: int = 0
    more_where: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The day of the last contact or mention, with its sources."""

    date: str | None
    sources: tuple[Source, ...] = ()
    via: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """One line kept from an audience, and the reason."""

    reason: str
    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of the stakeholder tree: ``above`` → ``below``, with its sources."""

    above: str
    below: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole document. ``kind``: brief, interview, agenda, scorecard, practice, review."""

    kind: str
    title: str
    subject: Subject
    as_of: str
    audience: Audience
    sections: tuple[Section, ...]
    last_contact: Contact | None = None
    last_mention: Contact | None = None
    tree: tuple[Edge, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    problems: tuple[Problem, ...] = ()
    facts: tuple[tuple[str, str], ...] = field(default=())
    language: str = "en"
    meeting_kind: str = ""
