"""The smallest date phrases of a text, found by a table of rules.

A rule is a pattern and a small function from its match to a reading. What an atom means together
with the words around it ("end of next month", "Tuesday of that week") is ``compose``'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from prep.dates.found import Prefer, Span
from prep.dates.lexicon import Lexicon, lexicon


class Standing(IntEnum):
    """What an atom needs around it to count.

    ALONE: nothing. DATED: a word like "in" or "since". NAMED: one of the few like "by" and "on".
    JOINED: another atom or an edge ("end of the month").
    """

    ALONE = 0
    DATED = 1
    NAMED = 2
    JOINED = 3


class Setting(NamedTuple):
    """Against what a phrase is read: the note's day, the direction preferred, the language."""

    base: date | None
    prefer: Prefer
    dayfirst: bool
    words: Lexicon
    language: str


class Reading(NamedTuple):
    """What a rule makes of a match. ``loose``: its year, month or week was not written."""

    span: Span
    standing: Standing = Standing.ALONE
    loose: bool = False


class Atom(NamedTuple):
    """A recognised piece of text."""

    start: int
    end: int
    span: Span
    rule: str
    standing: Standing = Standing.ALONE
    loose: bool = False


Compute = Callable[["re.Match[str]", Setting], Reading | None]


class Rule(NamedTuple):
    """One kind of atom. ``needs``: groups of words without which the pattern cannot match.

    ``begins``: groups of words and figures, one of which every match begins with (``starts``).
    """

    name: str
    needs: frozenset[str]
    begins: frozenset[str]
    pattern: re.Pattern[str]
    compute: Compute


def rule(name: str, needs: str, begins: str, pattern: str, compute: Compute) -> Rule:
    """A rule from its written form; patterns ignore case.

    Runs of blanks are bounded: two of them side by side would take quadratic time on a long one.
    """
    bounded = pattern.replace(r"\s+", r"\s{1,8}").replace(r"\s*", r"\s{0,8}")
    groups = frozenset(needs.split()), frozenset(begins.split())
    return Rule(name, *groups, re.compile(bounded, re.IGNORECASE), compute)


@lru_cache(maxsize=64)
def setting(base: str | None, language: str, prefer: Prefer, *, dayfirst: bool) -> Setting:
    """The setting of a call: an ISO day or moment, or None; two letters of a language.

    A base at the ends of the calendar, which somebody wrote for "never", is none.
    """
    day = date.fromisoformat(base[:10]) if base else None
    if day is not None and not 100 < day.year < 9900:
        day = None
    return Setting(day, prefer, dayfirst, lexicon(language), language[:2].lower())


Numbered = tuple[tuple[int, Rule], ...]
"""Rules and their numbers in the table."""


def read(text: str, places: Iterable[tuple[int, Numbered]], where: Setting) -> list[Atom]:
    """The atoms of a text in its order; where two overlap, the first and then the longest.

    ``places``: where which rules may match, in the text's order.
    """
    found = sorted(_all(text, places, where))
    kept: list[Atom] = []
    for *_, atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
        elif atom.end > kept[-1].end and kept[-1].standing > atom.standing:
            kept[-1] = atom
    return kept


def _all(
    text: str, places: Iterable[tuple[int, Numbered]], where: Setting
) -> Iterator[tuple[int, int, Standing, int, Atom]]:
    """What each rule finds, as it would in a search of the whole text, in the order it ranks."""
    ends: dict[int, int] = {}
    for at, rules in places:
        for number, one in rules:
            if at < ends.get(number, 0):
                continue
            match = one.pattern.match(text, at)
            if match is None:
                continue
            end = ends[number] = match.end()
            try:
                reading = one.compute(match, where)
            except (ValueError, OverflowError):
                continue  # 30 February, the 54th week, the year 10000: no date
            if reading is not None:
                atom = Atom(at, end, reading.span, one.name, *reading[1:])
                yield at, -end, atom.standing, number, atom
