"""The use case: what is coming up, with whom, and a brief for each meeting."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from prep.agenda import Event, Known, Meeting, Window, assemble, window
from prep.app import output
from prep.app.attending import People, people
from prep.app.briefing import style
from prep.app.calendars import coming, zone
from prep.app.editions import for_audience
from prep.app.gathering import gather
from prep.app.session import Session
from prep.app.together import together
from prep.brief.assemble import assemble as brief_of
from prep.brief.evidence import Evidence
from prep.model.brief import Audience, Brief, Entry
from prep.model.naming import Subject
from prep.problems import Problem

OPEN = frozenset({"open", "overdue", "stale", "carried", None})
RECORD = ".prep-agenda.json"
"""In the folder of briefs: a hash of each file as it was written, to tell what was edited since."""


class Planned(NamedTuple):
    """The meetings of a window with their people, and what could not be read."""

    window: Window
    meetings: tuple[tuple[Event, People], ...]
    problems: tuple[Problem, ...]


class Written(NamedTuple):
    """A brief's file, and whether it is "new", "renewed", "unchanged" or stands "beside" one that
    was edited by hand (``edited``).
    """

    path: Path
    what: str
    edited: Path | None = None


def planned(session: Session, asked: str | None) -> Planned:
    """The meetings of the days asked for ("tomorrow", "week", a date; None: the day itself).

    Raises:
        UsageError: that is no day, or the settings' zone is unknown.
    """
    days = window(asked, session.as_of, zone(session.settings), session.settings.config.language)
    events, problems = coming(session, days)
    return Planned(days, tuple((event, people(session, event)) for event in events), problems)


def next_day(plan: Planned) -> Planned:
    """Of a plan, the first day with a meeting."""
    if not plan.meetings:
        return plan
    day = max(plan.meetings[0][0].day, plan.window.first.isoformat())
    first = date.fromisoformat(day)
    kept = tuple(pair for pair in plan.meetings if pair[0].day <= day)
    return plan._replace(window=plan.window._replace(first=first, last=first), meetings=kept)


def agenda(
    session: Session, plan: Planned, *, audience: Audience = "me", limit: int | None = None
) -> Brief:
    """What is coming: with whom, since when last met, what is owed, what is unknown.

    ``limit``: most meetings of a day.
    """
    told: dict[Subject, Known] = {}
    meetings = []
    for event, who in plan.meetings:
        for subject in who.known:
            if subject not in told:
                told[subject] = _known(session, subject, audience)
        known = tuple(told[subject] for subject in who.known)
        meetings.append(Meeting(event, known, who.strangers))
    return assemble(
        meetings, plan.window, as_of=session.as_of, audience=audience,
        language=session.settings.config.language, limit=limit, problems=plan.problems,
    )  # fmt: skip


def meeting_brief(
    session: Session, event: Event, subjects: Sequence[Subject], *, audience: Audience = "me",
    since: str | None = None, limit: int | None = None,
) -> Brief:  # fmt: skip
    """One brief on all known who attend a meeting; of a single one just theirs.

    ``subjects`` must not be empty; its first is the one whose brief gives the frame.
    """
    briefs = [
        _brief(session, gather(session, subject, audience=audience, since=since), limit)
        for subject in subjects
    ]
    return briefs[0] if len(briefs) == 1 else together(briefs, event.title)


def write(
    session: Session, plan: Planned, form: str, target: output.Target, *, audience: Audience = "me"
) -> list[Written]:
    """A file in the folder of briefs for each meeting with someone in the notes.

    A file that was edited since, or that we did not write, is left alone: the new one is written
    beside it.
    """
    folder = session.settings.resolve(session.settings.config.briefs)
    record = _read(folder / RECORD)
    done = []
    for event, who in plan.meetings:
        if who.known:
            made = meeting_brief(session, event, who.known, audience=audience)
            data = output.rendered(made, form, target)
            done.append(_write(folder / name_of(event, form), data, record))
    if done:
        output.write(folder / RECORD, json.dumps(record, indent=1, sort_keys=True).encode())
    return done


def name_of(event: Event, form: str) -> str:
    """``2025-11-05 1400 Pricing round.md``: the same meeting, the same file."""
    return output.file_name(
        event.day, f"{event.clock.replace(':', '')} {event.title}".strip(), form
    )


def _brief(session: Session, evidence: Evidence, limit: int | None) -> Brief:
    return for_audience(session, evidence, brief_of(evidence, style(session, limit)))


def _known(session: Session, subject: Subject, audience: Audience) -> Known:
    evidence = gather(session, subject, audience=audience)
    made = _brief(session, evidence, None)
    owed = tuple(entry for s in made.sections if s.key == "commitments" for entry in s.entries)
    return Known(subject, made.last_contact, tuple(filter(_is_open, owed)), evidence.unknown)


def _is_open(entry: Entry) -> bool:
    return entry.state in OPEN


def _write(path: Path, data: bytes, record: dict[str, str]) -> Written:
    digest = hashlib.sha256(data).hexdigest()
    there = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    if there == digest:
        record[path.name] = digest
        return Written(path, "unchanged")
    if there and there != record.get(path.name):
        return _write(_beside(path), data, record)._replace(what="beside", edited=path)
    output.write(path, data)
    record[path.name] = digest
    return Written(path, "renewed" if there else "new")


def _beside(path: Path) -> Path:
    """``x (new).md`` of ``x.md``, and ``x (new) (new).md`` of that."""
    return path.with_name(f"{path.stem} (new){path.suffix}")


def _read(path: Path) -> dict[str, str]:
    """The record of an earlier run; without one, or with a broken one, every file counts as
    edited.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
