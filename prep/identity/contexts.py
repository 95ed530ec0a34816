"""What a note belongs to: an account, a series of meetings, in which first names may be known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from prep.model.naming import Naming
from prep.names import account_key

_CHANGING = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T_ ][\d_:h-]+Z?)?|\d+(?:st|nd|rd|th)?|\b[A-Za-z]{3}\b(?=\s*\d)"
)
SERIES_SIZE = 3
"""From three people present on, a run of minutes counts as a series with a circle of its own."""


@lru_cache(maxsize=16384)
def series_of(path: str) -> str:
    """The series that a path belongs to: its folder and what stays of its name without numbers.

    ``Board/Minutes 2024-03-02.md`` and ``Board/Minutes 2024-04-06.md`` are one.
    """
    folder, _, name = path.rpartition("/")
    stem = " ".join(re.sub(r"[\W_]+", " ", _CHANGING.sub(" ", name.removesuffix(".md"))).split())
    return f"series:{folder.lower()}/{stem.lower()}"


def account_context(name: str) -> str:
    """The context of an account, by its key."""
    return f"account:{account_key(name)}"


def contexts_of(path: str, namings: Iterable[Naming]) -> frozenset[str]:
    """The contexts of one note: the accounts that it declares, and its series where it has one."""
    found = set()
    present = set()
    for naming in namings:
        if naming.kind == "account" and naming.place in ("field", "tag", "note"):
            found.add(account_context(naming.name))
        elif naming.place in ("attendee", "participant", "speaker"):
            present.add(naming.key)
    if len(present) >= SERIES_SIZE:
        found.add(series_of(path))
    return frozenset(found)
