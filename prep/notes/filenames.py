"""The day that a file's name tells."""

from __future__ import annotations

import re
from typing import NamedTuple

from prep.dates import parse_day
from prep.notes import days
from prep.notes.days import ENGLISH, Manner
from prep.patterns import lazy

_DIGIT = lazy(r"\d")
_BESIDE = lazy(
    r"(?:[\W_]|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?)*$",
    re.IGNORECASE,
)
_SHORT = lazy(r"(?:[^\W\d_]{3,9}[-_ .])?\d{1,2}(?:st|nd|rd|th)?$")
_YEAR = lazy(r"(?:^|/)[^/]*?((?:19|20)\d{2})(?:[-_ ]?(0[1-9]|1[0-2]))?(?!\d)")
_MONTH = lazy(r"(0?[1-9]|1[0-2])(?!\d)")
_DAY = lazy(r"(0?[1-9]|[12]\d|3[01])(?!\d)(?!.*\d)")


class Named(NamedTuple):
    """The day in a file's name, None where there is none. ``alone``: the name is nothing else."""

    day: str | None
    alone: bool = False


def named(path: str, manner: Manner = ENGLISH) -> Named:
    """Read the day in a file's name; the folders above give the year that the name leaves out.

    ``2026-01/january-20.md`` and ``2026/01/20.md`` are days; ``2025-W03.md`` and ``2025-10.md``
    are not.
    """
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    if not _DIGIT.search(stem):
        return Named(None)
    found = days.phrase_in(stem, manner)
    if found:
        return Named(found.day, bool(_BESIDE.match(f"{stem[: found.start]} {stem[found.end :]}")))
    above = list(_YEAR.finditer(folders)) if folders and not _YEAR.match(stem) else []
    day = _under(stem, folders, above[-1]) if above else None
    return Named(day, day is not None and bool(_SHORT.match(stem)))


def _under(stem: str, folders: str, above: re.Match[str]) -> str | None:
    """Read a name that leaves out the year, or year and month, below folders that say them."""
    words = f"{re.sub(r'[-_]', ' ', stem)}, {above[1]}"
    if stem[:1].isalpha():
        return parse_day(words)
    month = above[2]
    if month is None:
        later = _MONTH.match(folders[above.end() :].lstrip("/ -_"))
        month = later[1] if later else None
    only = _DAY.match(stem)
    if month and only:
        return days.iso(above[1], month, only[1])
    return parse_day(words)
