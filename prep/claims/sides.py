"""Whose a commitment is, seen from the owner of the notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from prep.model.claim import Claim
from prep.model.naming import Subject

Direction = Literal["mine", "theirs", "unclear"]

_FIRST = frozenset({"i", "me", "my", "myself", "ich", "mich", "mir"})
_WE = frozenset({"we", "us", "our", "wir", "uns"})


def owner_names(me: Sequence[str], subject: Subject | None = None) -> frozenset[str]:
    """The folded names that mean the owner: in full, and the first name and initials of each.

    What the subject goes by as well means the subject, so that nothing of theirs becomes mine.
    """
    full = {name.casefold() for name in me}
    short = {name.split()[0] for name in full if name}
    short |= {"".join(part[0] for part in name.split()) for name in full if " " in name}
    return frozenset(full | (short - _names_of(subject) if subject else short))


def direction(claim: Claim, me: Sequence[str], subject: Subject) -> Direction:
    """Whose a commitment is: the owner's of the notes, somebody else's, or not to be told.

    ``me``: the owner's names. "We" in somebody's speech, a passive, and a missing subject stay
    unclear; a name that is not the owner's is theirs, the subject's own before all others.
    """
    mine = owner_names(me, subject)
    owners = {p.strip().lstrip("@") for p in claim.party.casefold().split(",")} - {""}
    if not owners:
        return "unclear"
    if owners & _FIRST or (owners <= mine):
        return "mine"
    if owners <= _WE:
        return "mine" if claim.to else "unclear"
    if owners & _names_of(subject):
        return "theirs"
    return "mine" if owners & mine else "theirs"


def _names_of(subject: Subject) -> frozenset[str]:
    return frozenset(f.casefold() for f in (subject.name, *subject.forms, *subject.first))
