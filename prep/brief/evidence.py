"""What a brief is made of: everything that the notes say on one subject, and nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Literal, NamedTuple

from prep.model.brief import Audience, Contact, Edge, Source, Withheld
from prep.model.claim import Contradiction, Placed, Thread
from prep.model.naming import Bearing, Standing, Subject
from prep.model.note import Block, Note
from prep.problems import Problem

MeetingKind = Literal[
    "first", "recurring", "decision", "delivery", "commercial", "one-to-one", "interview", "unknown"
]


Direction = Literal["mine", "theirs", "unclear"]


class NoteEvidence(NamedTuple):
    """One note that bears on the subject: the note, its lines as on disk, and how it stands.

    ``beside``: the note is about the subject's account only, and does not speak of the subject.
    """

    note: Note
    lines: Sequence[str]
    standing: Standing
    beside: bool = False

    def day_of(self, episode: int) -> str | None:
        """The day of an episode; the note's own day where the episode has none."""
        own = self.note.episodes[episode].day if episode < len(self.note.episodes) else None
        return own or self.note.day

    def source(self, line: int, end_line: int, episode: int = 0) -> Source:
        """The lines ``line`` to ``end_line`` as a source, verbatim."""
        heading = _heading_above(self.note.blocks, line)
        text = "\n".join(self.lines[line - 1 : end_line])
        return Source(self.note.path, line, end_line, text, self.day_of(episode), heading)

    def bearing_of(self, block: int) -> Bearing | None:
        """What makes a block bear on the subject, or None."""
        return next((b for b in self.standing.bearings if b.block == block), None)


class Answer(NamedTuple):
    """A query of the subject's own note, answered in place.

    ``rows`` are (path, line, text); ``message`` says why there is no answer, when there is none.
    """

    query: str
    line: int
    end_line: int
    heading: str
    rows: tuple[tuple[str, int, str], ...]
    message: str = ""


class Attribute(NamedTuple):
    """A current or former value of a role, an employer or the like, with where it stands."""

    name: str
    value: str
    day: str | None
    sources: tuple[Source, ...]
    current: bool = True
    conflict: bool = False
    quote: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a section may see. Notes stand newest first."""

    subject: Subject
    as_of: str
    owner: tuple[str, ...]
    notes: tuple[NoteEvidence, ...]
    threads: tuple[Thread, ...]
    contradictions: tuple[Contradiction, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    tree: tuple[Edge, ...] = ()
    answers: tuple[Answer, ...] = ()
    unknown: tuple[str, ...] = ()
    directions: Mapping[Placed, Direction] = field(default_factory=dict)
    missing_links: tuple[str, ...] = ()
    last_contact: Contact | None = None
    last_mention: Contact | None = None
    since: str | None = None
    audience: Audience = "me"
    meeting_kind: MeetingKind = "unknown"
    problems: tuple[Problem, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    _by_path: dict[str, NoteEvidence] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_path = {evidence.note.path: evidence for evidence in reversed(self.notes)}
        object.__setattr__(self, "_by_path", by_path)

    def note(self, path: str) -> NoteEvidence | None:
        """The evidence of one note, or None."""
        return self._by_path.get(path)

    def direction_of(self, placed: Placed) -> Direction:
        """Whose a promise or a question is, as the claims craft decided; unclear by default."""
        return self.directions.get(placed, "unclear")

    def age(self, day: str | None) -> int | None:
        """Whole days from ``day`` to the brief's own; None where the day is not known."""
        if day is None:
            return None
        return (date.fromisoformat(self.as_of) - date.fromisoformat(day)).days


def _heading_above(blocks: tuple[Block, ...], line: int) -> str:
    """The newest heading up to a line; blocks stand in the order of their lines."""
    above = bisect_right(blocks, line, key=_LINE)
    text = next((b.text for b in reversed(blocks[:above]) if b.kind == "heading"), "")
    return text.strip().rstrip(":").strip("* ")


_LINE = attrgetter("line")
