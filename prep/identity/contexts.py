"""What a note belongs to: an account, a series of meetings, in which first names may be known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from prep.model.naming import Naming
from prep.names import account_key
from prep.patterns import lazy

_CHANGING = lazy(
    r"\d{4}-\d\d-\d\d(?:[T_ ][\d_:h-]+Z?)?|\d+(?:st|nd|rd|th)?|"
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
OWN_PAGES = "own:days"
"""The pages that are called by a day alone: there the owner writes first names, and means whom the
notes know by them."""
SERIES_SIZE = 3
"""From three people present on, a run of minutes counts as a series with a circle of its own."""


@lru_cache(maxsize=16384)
def series_of(path: str) -> str:
    """The series that a path belongs to: what stays of it without numbers and months.

    ``Board/Minutes 2024-03-02.md`` and ``Board/Minutes 2024-04-06.md`` are one, and so are
    ``minutes/2024-03/march-2.md`` and ``minutes/2024-04/april-6.md``.
    """
    parts = path.lower().removesuffix(".md").split("/")
    kept = (" ".join(re.sub(r"[\W_]+", " ", _CHANGING.sub(" ", part)).split()) for part in parts)
    return "series:" + "/".join(kept)


def account_context(name: str) -> str:
    """The context of an account, by its key."""
    return f"account:{account_key(name)}"


def contexts_of(path: str, namings: Iterable[Naming]) -> frozenset[str]:
    """The contexts of one note: the accounts that it is filed under, its series where it has one.

    An employer beside a name on a list is that person's, not the note's.
    """
    found = set()
    rows = list(namings)
    present = {n.key for n in rows if n.place in ("attendee", "participant", "speaker")}
    listed = {n.line for n in rows if n.place in ("attendee", "participant", "absent")}
    for naming in rows:
        employer = naming.full and naming.line in listed
        if naming.kind == "account" and naming.place in ("field", "tag", "note") and not employer:
            found.add(account_context(naming.name))
    if len(present) >= SERIES_SIZE:
        found.add(series_of(path))
    elif series_of(path).endswith(("/", ":")):
        found.add(OWN_PAGES)
    return frozenset(found)
