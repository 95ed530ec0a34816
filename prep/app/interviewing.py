"""The use case: an interview sheet, and what practice and debrief need of the same notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from prep.app.gathering import gather
from prep.app.session import Session, template_folders
from prep.app.subject import resolve
from prep.config import Settings, load_yaml
from prep.interview import Bank, BankFile, Material, RoleText, SheetSettings, build
from prep.interview import sheet as make_sheet
from prep.model.brief import Brief, Source
from prep.model.naming import Subject

RECENT_DAYS = 90
"""Daily notes so old are still looked through for something that looks like a story."""
STORY_NOTES = 300
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def sheet(
    session: Session, name: str, *, side: str | None = None, role: str | None = None,
    stage: str = "", limit: int | None = None, minutes: int | None = None,
) -> Brief:  # fmt: skip
    """The interview sheet on the one whom ``name`` means.

    ``role`` is a note (path, or title) or the text of a job's description.
    """
    subject = resolve(session, name)
    wishes = SheetSettings(session.settings.config.language, limit=limit)
    return make_sheet(
        subject, materials(session, subject), side=side, role_text=_role(session, role),
        stage=stage, bank=bank(session.settings), as_of=session.as_of, owner=session.owner,
        settings=wishes._replace(minutes=minutes) if minutes else wishes,
    )  # fmt: skip


def bank(settings: Settings) -> Bank:
    """The question bank: the package's files, then one's own, which add to it or replace."""
    files = [
        file
        for folder in reversed(template_folders(settings))
        for file in sorted((folder / "questions").glob("*.yaml"))
    ]
    return build([_bank_file(file) for file in files])


def materials(session: Session, subject: Subject) -> tuple[Material, ...]:
    """The notes that bear on a subject, then those that may hold stories, each once."""
    evidence = gather(session, subject)
    paths = [given.note.path for given in evidence.notes]
    claims = {r.note.path: r.claims for r in session.index.load(paths)}
    bearing = tuple(
        Material(given.note, given.lines, claims.get(given.note.path, ()), given.standing)
        for given in evidence.notes
    )
    others = [path for path in _with_stories(session) if path not in claims]
    return (*bearing, *_read(session, others))


def story_materials(session: Session) -> tuple[Material, ...]:
    """The notes that may hold stories, for practice without a subject."""
    return tuple(_read(session, _with_stories(session)))


def _with_stories(session: Session) -> list[str]:
    """Notes in a folder of stories, notes that say "story", and the daily notes of late."""
    since = str(date.fromisoformat(session.as_of) - timedelta(days=RECENT_DAYS))
    told = [
        path
        for path in session.index.all_paths()
        if "stories" in path.lower().split("/")[:-1] or _within(path, since, session.as_of)
    ]
    return sorted({*told, *session.index.notes_of(("story",), STORY_NOTES)})


def _within(path: str, since: str, until: str) -> bool:
    day = _DAY.search(Path(path).stem)
    return day is not None and since <= day.group(0) <= until


def _read(session: Session, paths: Iterable[str]) -> Iterable[Material]:
    from prep import notes

    for reading in session.index.load(list(paths)):
        if reading.note.kind not in {"template", "index", "clipping", "transcript"}:
            lines = notes.raw_lines(session.index.raw(reading.note.path))
            yield Material(reading.note, lines, reading.claims)


def _role(session: Session, role: str | None) -> RoleText:
    """A note of the vault by its path or title; else the words themselves, without a source."""
    if not role:
        return RoleText()
    wanted = role.lower().removesuffix(".md")
    for path in session.index.all_paths():
        plain = path.lower().removesuffix(".md")
        if wanted in {plain, plain.rsplit("/", 1)[-1]}:
            from prep import notes

            lines = notes.raw_lines(session.index.raw(path))
            text = "\n".join(lines)
            return RoleText(text, Source(path, 1, max(1, len(lines)), text))
    return RoleText(role)


def _bank_file(file: Path) -> BankFile:
    text = file.read_text("utf-8")
    return BankFile(f"templates/questions/{file.name}", text, load_yaml(text) or {})
