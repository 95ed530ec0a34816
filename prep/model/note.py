"""What one file says: a note, its blocks, fields, links, tasks and episodes.

These records are rows: thousands are made and stored a second, so they are named tuples of plain
values (``str``, ``int``, ``None``, tuples), which the index stores without a mapping layer.
Days are ISO strings ("2025-10-22"). Lines count from 1 in the file as it is on disk, front matter
included; ``end_line`` is inclusive.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from prep.problems import Problem

NoteKind = Literal[
    "person", "account", "meeting", "daily", "project", "clipping", "story", "role",
    "transcript", "template", "index", "other",
]  # fmt: skip
BlockKind = Literal[
    "heading", "paragraph", "item", "row", "quote", "code", "comment", "html", "rule"
]
DaySource = Literal["heading", "name", "front", "body", "link"]
FieldPlace = Literal["front", "bold", "table", "inline"]


class Block(NamedTuple):
    r"""One stretch of a note's body.

    ``text`` is the note's own words with inline markup kept; the block's marker (bullet, number,
    check box, ``#``, ``>``) is cut off, continuation lines are joined by ``\\n``. A table row is
    its cells joined by `` | ``.
    ``level``: of a heading 1 to 6 (7: a heading that only its shape tells, ``marked`` False;
    8: one of those that stands below another); of an item its depth from 0; of a table row 0 for
    the header, 1 for the body.
    ``parent``: index in ``Note.blocks`` of the item that holds this block; None at the root.
    ``heading``: index of the heading that this block stands under (for a heading: the one above
    it in the outline); None before the first.
    ``status``: the character in the check box; None where there is none.
    ``marked`` False of an item: its bullet is none to Markdown (``•``). ``quoted``: stands in a
    block quote or callout. ``day``: the day by which the line itself begins
    (``2025-04-30: …``, ``unknown: [[Oct 22nd, 2025]] - …``), else None.
    """

    kind: BlockKind
    text: str
    line: int
    end_line: int
    level: int = 0
    parent: int | None = None
    heading: int | None = None
    episode: int = 0
    status: str | None = None
    marked: bool = True
    ordered: bool = False
    quoted: bool = False
    day: str | None = None


class Field(NamedTuple):
    """A named value, in any of the spellings: front matter, ``**Role**: x``, table, ``key:: x``.

    ``key`` is lower-cased with blanks, ``_``, ``-`` and ``:`` dropped; ``raw`` as written.
    ``values`` are the elements as text (one for a scalar); missing-value words (``unknown``,
    ``TBD``, ``{{..}}``, ...) leave it empty. ``value`` is the text as written.
    """

    key: str
    raw: str
    value: str
    values: tuple[str, ...]
    line: int
    end_line: int
    place: FieldPlace


class Link(NamedTuple):
    """A link as written: ``[[target#sub|display]]`` or ``[display](target#sub)``."""

    target: str
    sub: str
    display: str
    embed: bool
    line: int
    wiki: bool = True


class Task(NamedTuple):
    """A check box, a ``TODO`` marker or an action line, in any dialect.

    ``text`` is the description with dates, priority, owner marks and ids cut off, markup kept.
    ``status``: the box's character, or the character that stands for a Logseq marker.
    ``done``: completed or cancelled; ``proposed``: ``[?]``. ``owners``: names as written.
    Days are ISO strings or None; ``priority``: highest, high, medium, low, lowest or "".
    """

    block: int
    line: int
    end_line: int
    text: str
    status: str
    done: bool
    proposed: bool
    owners: tuple[str, ...] = ()
    due: str | None = None
    due_raw: str = ""
    scheduled: str | None = None
    start: str | None = None
    completed: str | None = None
    priority: str = ""
    recurrence: str = ""
    tags: tuple[str, ...] = ()
    dialect: str = "box"


class Episode(NamedTuple):
    """A stretch of a note about one thing: a call, a topic, one dated meeting of a running list.

    Every note has at least one, which then spans it all. ``kind`` is what the stretch is (a call
    in a daily note is a meeting). ``day`` is the event's own day by the note's words, or None.
    ``names``: names as written in its heading ("john lee" of ``john lee call:``).
    """

    title: str
    kind: NoteKind
    line: int
    end_line: int
    day: str | None
    day_source: DaySource | None
    day_line: int
    names: tuple[str, ...] = ()


class Note(NamedTuple):
    """One file, read. ``path`` is relative to its vault, with ``/``.

    ``kind_why`` says in words which signals decided the kind. ``planned`` marks a note whose
    content is planned, not said. ``private`` is the note's own mark (front matter or tag).
    ``language``: two letters, or "" when the note does not say.
    """

    path: str
    title: str
    kind: NoteKind
    kind_why: str
    day: str | None
    day_source: DaySource | None
    day_line: int
    body_line: int
    fields: tuple[Field, ...]
    tags: tuple[str, ...]
    aliases: tuple[str, ...]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    tasks: tuple[Task, ...]
    episodes: tuple[Episode, ...]
    private: bool = False
    language: str = ""
    problems: tuple[Problem, ...] = ()
