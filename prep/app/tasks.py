"""The use case: open tasks and commitments, of one subject or of the whole vault."""

from __future__ import annotations

import json
from typing import NamedTuple

from prep.app.session import Session
from prep.model.note import Note, Task


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
    return [
        _task(reading.note, task, session.as_of)
        for reading in session.index.readings()
        if reading.note.kind not in skipped
        for task in reading.note.tasks
        if not task.done
    ]


def _task(note: Note, task: Task, as_of: str) -> Row:
    from prep.words import plain

    overdue = task.due is not None and task.due < as_of
    state = "overdue" if overdue else "proposed" if task.proposed else "open"
    return Row(note.path, task.line, plain(task.text), ", ".join(task.owners), task.due, state)


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
