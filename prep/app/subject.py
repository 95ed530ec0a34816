"""A name as typed to a subject, or the sentence that says why not."""

from __future__ import annotations

from prep.app.session import Session
from prep.model.naming import Candidate, Match, Subject
from prep.problems import AmbiguousError, NobodyError

NEAREST = 5


def resolve(session: Session, name: str) -> Subject:
    """The one subject that ``name`` means.

    Raises:
        NobodyError: nobody and nothing by that name; the nearest names are listed.
        AmbiguousError: it fits more than one; the candidates are listed with how to pin one.
    """
    match = match_name(session, name)
    if match.outcome == "one" and match.subject is not None:
        return match.subject
    if match.outcome == "several":
        raise AmbiguousError(_which(name, match.candidates))
    raise NobodyError(_nobody(session, name, match))


def match_name(session: Session, name: str) -> Match:
    """What ``name`` turns out to be, with the rung that decided."""
    from prep import identity

    return identity.resolve(name, session.index, owner=session.owner, overrides=session.overrides)


def _which(name: str, candidates: tuple[Candidate, ...]) -> str:
    lines = [f"{name} fits {len(candidates)}; name one by its path, address or full name:"]
    lines += [f'  prep brief "{c.pin}"    {c.name}{_place(c)}' for c in candidates]
    return "\n".join(lines)


def _place(candidate: Candidate) -> str:
    parts = [part for part in (candidate.account, candidate.path, candidate.why) if part]
    return f" ({'; '.join(parts)})" if parts else ""


def _nobody(session: Session, name: str, match: Match) -> str:
    nearest = [c.name for c in match.candidates] or list(session.index.near(name, NEAREST))
    shown = ", ".join(dict.fromkeys(nearest[:NEAREST]))
    hint = f"the nearest names are: {shown}" if shown else "prep who lists who is known"
    return f"nobody and nothing by the name of {name} in the notes; {hint}"
