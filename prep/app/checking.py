"""The use case: what in the notes could not be read or trusted, and what was not understood."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from prep.app.session import Session
from prep.model.reading import Reading
from prep.problems import PrepError, Problem

NAMING_PLACES = ("attendee", "speaker", "owner", "link", "addressed", "text", "role_list")


class Coverage(NamedTuple):
    """One note: how it was taken, and how much of it."""

    path: str
    kind: str
    why: str
    claims: int
    tasks: int


class Report(NamedTuple):
    """Every note read, its problems, and lines that name a person but that no rule understood."""

    notes: tuple[Coverage, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]


def vault(session: Session, *, unread: bool = False) -> Report:
    """Look at every note of the vault."""
    notes, problems, silent = [], list(session.problems), []
    for reading in session.index.readings():
        note = reading.note
        notes.append(
            Coverage(note.path, note.kind, note.kind_why, len(reading.claims), len(note.tasks))
        )
        problems += note.problems
        if unread:
            silent += _silent(reading)
    return Report(tuple(notes), tuple(dict.fromkeys(problems)), tuple(silent))


def document(file: Path) -> tuple[str, ...]:
    """What breaks the invariants of a Word file.

    Raises:
        PrepError: the file cannot be read.
    """
    from prep.render import docx

    try:
        return docx.check(file.read_bytes())
    except OSError as error:
        raise PrepError(f"{file} cannot be read ({error.strerror})") from error


def as_text(report: Report, *, kinds: bool) -> str:
    """``path:line: message`` a line, then the counts."""
    lines = [str(problem) for problem in report.problems]
    lines += [f"{p.path}:{p.line}: {p.message}" for p in report.unread]
    if kinds:
        lines += [f"{n.path}: {n.kind} ({n.why})" for n in report.notes]
    counts = Counter(note.kind for note in report.notes)
    shown = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    lines.append(f"{len(report.notes)} notes read ({shown}); {len(report.problems)} problems")
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """The whole report as JSON."""
    return json.dumps(
        {
            "notes": [note._asdict() for note in report.notes],
            "problems": [problem._asdict() for problem in report.problems],
            "unread": [problem._asdict() for problem in report.unread],
        },
        ensure_ascii=False,
        indent=1,
    )


def _silent(reading: Reading) -> list[Problem]:
    """Lines that name somebody and on which no claim stands."""
    taken = {n for c in reading.claims for n in range(c.line, c.end_line + 1)}
    named = {
        naming.line: naming.name
        for naming in reading.namings
        if naming.place in NAMING_PLACES and naming.line not in taken
    }
    return [
        Problem(reading.note.path, line, f"names {name}, and no rule understood it")
        for line, name in sorted(named.items())
    ]
