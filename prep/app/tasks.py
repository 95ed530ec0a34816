"""The use case: open tasks and commitments, of one subject or of the whole vault."""

from __future__ import annotations

import json
from typing import NamedTuple

from prep.app.session import Session
from prep.model.note import Note, Task

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
    due = f" (due {row.due}{', overdue' if row.state == 'overdue' else ''})" if row.due else ""
    who = f"{row.who}: " if row.who else ""
    return f"{row.path}:{row.line}: {who}{row.text}{due}"


def _all(session: Session) -> list[Row]:
    skipped = ("template", "clipping", "transcript", "index")
    found = []
    for reading in session.index.readings():
        if reading.note.kind not in skipped:
            tasks = (t for t in reading.note.tasks if t.dialect not in WORDED and not t.done)
            found += [_task(reading.note, task, session.as_of) for task in tasks]
            found += [
                Row(reading.note.path, c.line, c.text, c.party, c.due, _state(c.due, session.as_of))
                for c in reading.claims
                if c.rule.startswith("action.") and c.state == "open"
            ]
    return found


def _task(note: Note, task: Task, as_of: str) -> Row:
    from prep.words import plain

    state = "proposed" if task.proposed else _state(task.due, as_of)
    return Row(note.path, task.line, plain(task.text), ", ".join(task.owners), task.due, state)


def _state(due: str | None, as_of: str) -> str:
    return "overdue" if due is not None and due < as_of else "open"


def _of(session: Session, subject: str) -> list[Row]:
    from prep.app.gathering import gather
    from prep.app.subject import resolve
    from prep.brief.home import OPEN

    evidence = gather(session, resolve(session, subject))
    return [
        Row(t.claim.path, c.line, c.text, c.party, c.due, t.state)
        for t in evidence.threads
        if (c := t.claim.claim).kind == "commitment" and t.state in OPEN
    ]
