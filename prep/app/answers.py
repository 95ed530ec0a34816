"""The queries of the subject's own note, answered in place; its links that lead nowhere."""

from __future__ import annotations

from prep.app.session import Session
from prep.brief.evidence import Answer, Evidence
from prep.names import fold

LARGE = 5_000
"""Notes beyond which the links of one note are not looked up: that asks for every path there is."""


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
    if own is None or session.index.larger_than(LARGE):
        return ()
    targets = dict.fromkeys(
        link.target for link in own.note.links if link.wiki and not link.embed and link.target
    )
    unnamed = {t: fold(_name(t)) for t in targets if not _stood_for(session, _name(t))}
    files = session.index.files_called(tuple(dict.fromkeys(unnamed.values())))
    return tuple(target for target, key in unnamed.items() if key not in files)


def _name(target: str) -> str:
    return target.rsplit("/", 1)[-1].removesuffix(".md")


def _stood_for(session: Session, name: str) -> bool:
    """Whether a note goes by this name, by its title or another, or is the page of that day."""
    if any(f.naming.place in ("note", "alias") for f in session.index.named(fold(name))):
        return True
    if not any(character.isdigit() for character in name):
        return False
    from prep.dates import parse_day

    return parse_day(name) is not None
