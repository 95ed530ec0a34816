"""The use case: an interview sheet, from the notes, the stories and the question bank."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from prep.app.session import Session
from prep.app.subject import resolve
from prep.model.brief import Audience, Brief, Contact, Source
from prep.model.naming import Subject
from prep.model.reading import Reading

if TYPE_CHECKING:
    from prep.interview import Bank, Material, RoleText

NOTES = 200
MET = ("attended", "spoke", "addressed")
DAYS_FOR_STORIES = 90
"""Daily notes of the last quarter are looked at for what may be a story."""


def sheet(
    session: Session, name: str, *, side: str | None = None, role: str = "", stage: str = "",
    limit: int | None = None, audience: Audience = "me",
) -> Brief:  # fmt: skip
    """The question sheet for an interview with the one whom ``name`` means.

    Args:
        session: the notes, the day, the settings.
        name: a person, an account or a topic as the notes write it.
        side: candidate, interviewer or discovery; None: guessed from the notes, and said.
        role: a job note's name or path, or its text.
        stage: screen, manager, peer or panel.
        limit: most entries a section.
        audience: who will read it.
    """
    from dataclasses import replace

    from prep import interview

    subject = resolve(session, name)
    settings = interview.SheetSettings(session.settings.config.language, limit=limit)
    given = materials(session, subject)
    made = interview.sheet(
        subject, given, side=side, role_text=role_text(session, role),
        stage=stage, bank=bank(session), as_of=session.as_of, owner=session.owner,
        settings=settings,
    )  # fmt: skip
    problems = (*made.problems, *session.problems)
    met = _last(given, MET)
    named = _last(given, (*MET, "mentioned", "absent"))
    return replace(made, audience=audience, problems=problems, last_contact=met, last_mention=named)


def _last(given: Sequence[Material], presences: Sequence[str]) -> Contact | None:
    """The newest dated note in which the subject stands in one of these ways."""
    found = [m for m in given if m.standing and m.standing.presence in presences and m.note.day]
    if not found:
        return None
    newest = max(found, key=lambda m: (m.note.day or "", m.note.path))
    standing = newest.standing
    assert standing is not None  # noqa: S101 (asked for above)
    via = standing.via
    return Contact(newest.note.day, (newest.source(standing.line, standing.end_line),), via)


def bank(session: Session) -> Bank:
    """The question bank: the package's, then the owner's own files."""
    from prep import interview
    from prep.config import kept_yaml

    files = []
    for folder in reversed(session.templates):
        for file in sorted((folder / "questions").glob("*.yaml")):
            text = file.read_text("utf-8")
            name = f"templates/questions/{file.name}"
            files.append(interview.BankFile(name, text, kept_yaml(text, session.cache_folder)))
    return interview.build(files)


def materials(session: Session, subject: Subject) -> tuple[Material, ...]:
    """The notes that bear on a subject, all stories, and the days that may hold one."""
    from prep import identity

    found: dict[str, Material] = {}
    for reading in session.index.load(list(session.index.notes_of(subject.keys, NOTES))):
        note = reading.note
        if note.kind not in ("template", "index") and (note.day or "") <= session.as_of:
            standing = identity.stand(subject, note, reading.namings, session.owner)
            found[note.path] = _material(session, reading)._replace(standing=standing)
    for path in session.index.story_paths(_earliest(session.as_of), session.as_of):
        if path not in found:
            found[path] = _material(session, session.index.load([path])[0])
    return tuple(found[path] for path in sorted(found))


def role_text(session: Session, role: str) -> RoleText | None:
    """A job's text: of a note of the vault, of a file, or as typed."""
    from prep import notes
    from prep.interview import RoleText

    if not role:
        return None
    for path in (role, f"{role}.md"):
        if path in set(session.index.all_paths()):
            lines = notes.raw_lines(session.index.raw(path))
            return RoleText("\n".join(lines), Source(path, 1, len(lines), "\n".join(lines)))
    file = Path(role).expanduser()
    if len(role) < 1000 and file.is_file():
        return RoleText(file.read_text("utf-8", "replace"))
    return RoleText(role)


def _material(session: Session, reading: Reading) -> Material:
    from prep import notes
    from prep.interview import Material

    lines = notes.raw_lines(session.index.raw(reading.note.path))
    return Material(reading.note, lines, reading.claims)


def _earliest(as_of: str) -> str:
    from datetime import date, timedelta

    return (date.fromisoformat(as_of) - timedelta(days=DAYS_FOR_STORIES)).isoformat()
