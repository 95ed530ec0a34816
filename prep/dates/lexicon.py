"""The words that dates are written with, a table a language.

Every key is in lower case, words of a phrase parted by one blank. What is spelled alike but is an
ordinary word too (``may``, ``march``, ``sun``) stands in ``doubtful`` and counts only in company:
beside an ordinal or a year, or after a preposition. ``names`` are weekdays that need company even
with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Turn = Literal["this", "next", "coming", "last", "past"]
Edge = Literal["start", "early", "mid", "late", "end"]
Unit = Literal[
    "minute", "hour", "day", "workday", "weekend", "week", "fortnight", "month", "quarter", "year"
]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """A language's date words: tables, and regular expressions where the word order differs.

    Two are never equal, so that what is compiled from one can be cached by it. ``within``, ``ago``
    and ``hence`` hold ``{span}`` where "two weeks" stands, ``after`` and ``before`` follow it.
    ``vouching`` are the words before a doubtful one that make it a date, ``dating`` those few that
    do so even for a bare "the 5th", ``following`` the words that may come after either. ``due``
    says by when, ``when`` only when, ``gone`` that it has begun.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    doubtful: frozenset[str]
    names: frozenset[str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_mark: str
    relative: Mapping[str, int]
    units: Mapping[str, Unit]
    turns: Mapping[str, Turn]
    edges: Mapping[str, Edge]
    ends: Mapping[str, Unit]
    holidays: Mapping[str, str]
    spelled_year: str
    article: str
    of: str
    beside: str
    within: str
    ago: str
    hence: str
    after_next: str
    after: str
    before: str
    through: str
    conjunction: str
    between: str
    quarter: str
    week_number: str
    week_of: str
    last: str
    part_of_day: str
    vouching: str
    dating: str
    following: str
    every: str
    due: str
    when: str
    gone: str


def stems(names: str, start: int = 1) -> dict[str, int]:
    """``"a/b c"`` -> ``{"a": 1, "b": 1, "c": 2}``."""
    return {
        form: number
        for number, forms in enumerate(names.split(), start)
        for form in forms.split("/")
    }


def oneof(words: Iterable[str]) -> str:
    """A regular expression for any of these words, the longest first, blanks stretchable.

    Of no words: one that never matches.
    """
    forms = sorted(words, key=len, reverse=True) or ["(?!)"]
    return "|".join(
        form if form == "(?!)" else re.escape(form).replace(r"\ ", r"[\s-]+") for form in forms
    )


def key(text: str) -> str:
    """A matched word as the tables hold it."""
    if text.isalpha():
        return text.lower()
    return re.sub(r"[\s-]+", " ", text).replace("’", "'").lower()


@lru_cache(maxsize=16)
def lexicon(language: str) -> Lexicon:
    """The words of a language by its two letters; English where we have no table of it."""
    from prep.dates.english import ENGLISH
    from prep.dates.german import GERMAN

    return GERMAN if language[:2].lower() == "de" else ENGLISH
