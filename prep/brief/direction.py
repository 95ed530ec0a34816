"""Who owes: the owner of the notes, the other side, or it cannot be told."""

from __future__ import annotations

from typing import Literal

from prep.brief.evidence import Evidence
from prep.model.claim import Claim
from prep.names import fold

FIRST_PERSON = ("i", "me", "we", "us", "my", "our")


def direction(evidence: Evidence, claim: Claim) -> Literal["mine", "theirs", "unclear"]:
    """By the party as written: the owner's names and first person are mine, others theirs.

    A first person inside a speaker's turn is that speaker's, which the claims craft has resolved
    in ``party`` already; a passive has no party and stays unclear.
    """
    party = fold(claim.party)
    if not party:
        return "unclear"
    if party in FIRST_PERSON or party in {fold(name) for name in evidence.owner}:
        return "mine"
    return "theirs"
