"""The use case: open tasks and commitments, of one subject or of the whole vault."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from prep.app.relevance import may_end, settled_by_owner
from prep.app.session import Session
from prep.brief.home import OPEN
from prep.model.claim import Placed, Thread
from prep.model.note import Note, Task

SKIPPED = ("template", "clipping", "transcript", "index")
LARGE = 5_000
"""Notes beyond which promises are not followed across the whole vault: name a subject then."""
WORDED = ("label", "section")
"""Dialects without a box: what of them is an action, the claims tell."""


class Row(NamedTuple):
    """One open task or commitment."""

    path: str
    line: int
    text: str
    who: str
    due: str | None
    state: str


def open_tasks(session: Session, subject: str | None) -> tuple[Row, ...]:
    """Overdue first, then by due day, undated last; ties by path and line."""
    rows = _all(session) if subject is None else _of(session, subject)
    return tuple(sorted(rows, key=lambda r: (r.due or "9999", r.path, r.line)))


def as_text(rows: tuple[Row, ...]) -> str:
    """A line a task: where, what, who, due."""
    if not rows:
        return "no open tasks found"
    return "\n".join(_line(row) for row in rows)


def as_json(rows: tuple[Row, ...]) -> str:
    """All rows as a JSON array."""
    return json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1)


def _line(row: Row) -> str:
    state = row.state.replace("_", " ") if row.state != "open" else ""
    marks = ", ".join(part for part in (f"due {row.due}" if row.due else "", state) if part)
    who = f"{row.who}: " if row.who else ""
    return f"{row.path}:{row.line}: {who}{row.text}{f' ({marks})' if marks else ''}"


def _all(session: Session) -> list[Row]:
    """Every open task of the vault: followed across notes, or in a huge vault note by note."""
    if session.index.larger_than(LARGE):
        return _by_note(session)
    from prep import claims

    placed, days = [], {}
    for reading in session.index.readings():
        if reading.note.kind not in SKIPPED:
            days[reading.note.path] = reading.note.day
            placed += [Placed(reading.note.path, c) for c in reading.claims if may_end(c)]
    mine = tuple(claims.owner_names(session.owner))
    threads = claims.follow(placed, as_of=session.as_of, days=days, me=mine)
    kept = [t for t in threads if not settled_by_owner(session.overrides, *t.claim)]
    return _rows(kept)


def _by_note(session: Session) -> list[Row]:
    found = []
    for reading in session.index.readings_with_tasks():
        if reading.note.kind not in SKIPPED:
            tasks = (t for t in reading.note.tasks if t.dialect not in WORDED and not t.done)
            found += [_task(reading.note, task, session.as_of) for task in tasks]
            found += [
                Row(reading.note.path, c.line, c.text, c.party, c.due, _state(c.due, session.as_of))
                for c in reading.claims
                if c.rule.startswith("action.") and c.state == "open"
            ]
    return found


def _rows(threads: Sequence[Thread]) -> list[Row]:
    """The open promises among threads; what is only planned is none yet."""
    return [
        Row(t.claim.path, c.line, c.text, c.party, c.due, t.state)
        for t in threads
        if (c := t.claim.claim).kind == "commitment" and t.state in OPEN and not c.planned
    ]


def _task(note: Note, task: Task, as_of: str) -> Row:
    from prep.words import plain

    state = "proposed" if task.proposed else _state(task.due, as_of)
    return Row(note.path, task.line, plain(task.text), ", ".join(task.owners), task.due, state)


def _state(due: str | None, as_of: str) -> str:
    return "overdue" if due is not None and due < as_of else "open"


def _of(session: Session, subject: str) -> list[Row]:
    from prep.app.gathering import gather
    from prep.app.subject import resolve

    return _rows(gather(session, resolve(session, subject)).threads)
