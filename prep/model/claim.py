"""What a note states: claims of one file, and threads of claims followed across files."""

from __future__ import annotations

from typing import Literal, NamedTuple

ClaimKind = Literal[
    "commitment", "open_question", "decision", "status", "sensitivity", "priority", "criterion",
    "goal", "reason", "personal", "vocabulary", "role", "relation", "fact", "summary",
    "talking_point", "preference", "event",
]  # fmt: skip

State = Literal[
    "open", "overdue", "stale", "carried", "proposed_closed", "closed", "answered",
    "proposed_answered", "superseded",
]  # fmt: skip


class Claim(NamedTuple):
    """Something one note states, by its own words.

    ``text``: the verbatim words, markup folded away, ``…`` where something was left out.
    ``rule``: id of the rule that took it; ``cue``: the words that fired it.
    ``party``: whose it is as written: "I", "we", a name, or "" (unclear, passive). Of a
    commitment the one who owes; of a question the one who asks; of a sensitivity whose it is.
    ``to``: whom it is owed to or asked, as written, or "".
    ``day``: day of the event in which it was said, ISO or None. ``due``: ISO or None, with the raw
    words in ``due_raw``.
    ``state``: what this very file says became of it (open, closed, answered, superseded);
    ``closer``: the lines that say so, as (line, end_line), or None.
    ``planned``: stands under Agenda, Questions to ask: not said yet.
    ``subject``, ``attribute``, ``value``: of a role, relation, status or measurable fact, for the
    comparison across notes ("Milo Brandt", "reports_to", "Ines Vale").
    """

    kind: ClaimKind
    text: str
    line: int
    end_line: int
    block: int
    episode: int
    rule: str
    cue: str = ""
    party: str = ""
    to: str = ""
    day: str | None = None
    due: str | None = None
    due_raw: str = ""
    state: State = "open"
    closer: tuple[int, int] | None = None
    planned: bool = False
    subject: str = ""
    attribute: str = ""
    value: str = ""
    priority: str = ""


class Placed(NamedTuple):
    """A claim with the note it stands in."""

    path: str
    claim: Claim


class Thread(NamedTuple):
    """One claim followed through time.

    ``claim`` is the newest telling, ``tellings`` all of them, oldest first (same fact in two notes:
    one thread, two tellings). ``state`` as of the day asked. ``closers``: lines that close, answer
    or supersede it, as (path, line, end_line, words). ``why``: the state's reason in words
    ("carried 3 times since 2025-05-04"). ``since``: first day told.
    """

    claim: Placed
    tellings: tuple[Placed, ...]
    state: State
    closers: tuple[tuple[str, int, int, str], ...] = ()
    why: str = ""
    since: str | None = None


class Contradiction(NamedTuple):
    """Two values for the same subject and attribute: changed over time, or in conflict."""

    verdict: Literal["changed", "conflict"]
    older: Placed
    newer: Placed
