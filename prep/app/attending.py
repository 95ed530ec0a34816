"""Who of a meeting's people the notes know: by address, by name, by the title's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from prep.agenda import Attendee, Event, is_one_of
from prep.app.session import Session
from prep.app.subject import match_name
from prep.model.naming import Subject
from prep.names import fold
from prep.patterns import lazy

_PIECES = lazy(
    r"\s*(?:[/|,;:&+()\[\]–—]|<>|<->|\s-\s|\b(?:x|and|with|und|mit|re|about|w/|vs)\b)\s*",
    re.IGNORECASE,
)
_NAME = lazy(r"[A-Z0-9][\w.'’&-]*(?:\s+[A-Z0-9][\w.'’&-]*)*")
_TRIES = 12
"""Most runs of words of one title that are looked up."""


class People(NamedTuple):
    """The subjects of a meeting, each once, and the names of those whom the notes do not know."""

    known: tuple[Subject, ...]
    strangers: tuple[str, ...]


def people(session: Session, event: Event) -> People:
    """Who attends, the owner left out. Without known attendees the title is asked for one."""
    known: list[Subject] = []
    strangers: list[str] = []
    for attendee in event.attendees:
        if is_one_of(attendee, session.owner):
            continue
        subject = _attendee(session, attendee)
        if subject is None:
            strangers.append(attendee.name or attendee.email)
        elif subject not in known:
            known.append(subject)
    if not known:
        known += _of_title(session, event.title)
    return People(tuple(known), tuple(dict.fromkeys(strangers)))


def _attendee(session: Session, attendee: Attendee) -> Subject | None:
    for form in (attendee.email, attendee.name):
        subject = _one(session, form) if form else None
        if subject is not None:
            return subject
    return None


def _one(session: Session, form: str) -> Subject | None:
    """The person or account that a form means, where there is one and no doubt."""
    match = match_name(session, form)
    subject = match.subject
    if match.outcome != "one" or subject is None or match.rung == "spelling":
        return None
    return subject if subject.kind in {"person", "account"} else None


def _of_title(session: Session, title: str) -> list[Subject]:
    owner = {fold(name) for name in session.owner}
    found: list[Subject] = []
    for count, form in enumerate(_forms(title)):
        if count >= _TRIES:
            break
        subject = None if fold(form) in owner else _one(session, form)
        if subject is not None and subject not in found:
            found.append(subject)
    return found


def _forms(title: str) -> Iterator[str]:
    """Runs of capitalised words of a title's pieces, the longest of each piece first."""
    for piece in _PIECES.split(title):
        for run in _NAME.findall(piece):
            words = run.split()
            for length in range(len(words), 0, -1):
                for start in range(len(words) - length + 1):
                    yield " ".join(words[start : start + length])
