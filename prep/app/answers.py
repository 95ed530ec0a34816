"""The queries of the subject's own note, answered in place; its links that lead nowhere."""

from __future__ import annotations

import re

from prep.app.session import Session
from prep.brief.evidence import Answer, Evidence
from prep.dates import parse_day
from prep.names import fold

DATED = re.compile(r"^\d{4}-\d{2}-\d{2}[\s_-]*")


def of(session: Session, evidence: Evidence) -> tuple[Answer, ...]:
    """Each dataview or tasks block of the subject's own note with its rows."""
    from prep.app import querying

    own = evidence.note(evidence.subject.path or "")
    if own is None or not any(b.kind == "code" for b in own.note.blocks):
        return ()
    return querying.answered(session, own)


def missing_links(session: Session, evidence: Evidence) -> tuple[str, ...]:
    """Targets that the subject's own note links to and that no note stands for."""
    own = evidence.note(evidence.subject.path or "")
    if own is None:
        return ()
    targets = dict.fromkeys(
        link.target for link in own.note.links if link.wiki and not link.embed and link.target
    )
    return tuple(t for t in targets if not _known(session, t))


def _known(session: Session, target: str) -> bool:
    """Whether a note stands for a link: by its name, its title, or as the page of a day."""
    name = target.rsplit("/", 1)[-1].removesuffix(".md")
    if parse_day(name):
        return True
    keys = {fold(name), fold(DATED.sub("", name))}
    places = ("note", "alias")
    return any(f.naming.place in places for key in keys for f in session.index.named(key))
