"""Whose a commitment is, seen from the owner of the notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from prep.model.claim import Claim
from prep.model.naming import Subject

Direction = Literal["mine", "theirs", "unclear"]

_FIRST = frozenset({"i", "me", "my", "myself"})
_WE = frozenset({"we", "us", "our"})


def direction(claim: Claim, me: Sequence[str], subject: Subject) -> Direction:
    """Whose a commitment is: the owner's of the notes, somebody else's, or not to be told.

    ``me``: the owner's names. "We" in somebody's speech, a passive, and a missing subject stay
    unclear; a name that is not the owner's is theirs, the subject's own before all others.
    """
    party = claim.party.casefold().strip()
    mine = {m.casefold() for m in me}
    if party in _FIRST or party in mine:
        return "mine"
    if party in _WE:
        return "mine" if claim.to else "unclear"
    if not party:
        return "unclear"
    owners = {p.strip() for p in party.split(",")}
    if owners & {f.casefold() for f in (subject.name, *subject.forms, *subject.first)}:
        return "theirs"
    return "mine" if owners & mine else "theirs"
