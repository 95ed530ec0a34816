"""All that one file says, as one row: what the index stores and what a brief is gathered from."""

from __future__ import annotations

from typing import NamedTuple

from prep.model.claim import Claim
from prep.model.naming import Naming
from prep.model.note import Note


class Reading(NamedTuple):
    """One file, read: a pure function of its path and its bytes, so it can be cached."""

    note: Note
    namings: tuple[Naming, ...] = ()
    claims: tuple[Claim, ...] = ()
