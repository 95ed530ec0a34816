"""The smallest date phrases of a text, found by a table of rules.

A rule is a pattern and a small function from its match to a reading. What an atom means together
with the words around it ("end of next month", "Tuesday of that week") is ``compose``'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import IntEnum
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
    """One kind of atom. ``needs``: groups of words without which the pattern cannot match."""

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    compute: Compute


def rule(name: str, needs: str, pattern: str, compute: Compute) -> Rule:
    """A rule from its written form; patterns ignore case.

    Runs of blanks are bounded: two of them side by side would take quadratic time on a long one.
    """
    bounded = pattern.replace(r"\s+", r"\s{1,8}").replace(r"\s*", r"\s{0,8}")
    return Rule(name, frozenset(needs.split()), re.compile(bounded, re.IGNORECASE), compute)


def setting(base: str | None, language: str, prefer: Prefer, *, dayfirst: bool) -> Setting:
    """The setting of a call: an ISO day or moment, or None; two letters of a language.

    A base at the ends of the calendar, which somebody wrote for "never", is none.
    """
    day = date.fromisoformat(base[:10]) if base else None
    if day is not None and not 100 < day.year < 9900:
        day = None
    return Setting(day, prefer, dayfirst, lexicon(language), language[:2].lower())


def read(text: str, rules: Sequence[Rule], groups: set[str], where: Setting) -> list[Atom]:
    """The atoms of a text in its order; where two overlap, the first and then the longest."""
    found = _all(text, rules, groups, where)
    kept: list[Atom] = []
    for atom in sorted(found, key=lambda atom: (atom.start, -atom.end, atom.standing)):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
        elif atom.end > kept[-1].end and kept[-1].standing > atom.standing:
            kept[-1] = atom
    return kept


def _all(text: str, rules: Sequence[Rule], groups: set[str], where: Setting) -> Iterator[Atom]:
    for one in rules:
        if not one.needs <= groups:
            continue
        for match in one.pattern.finditer(text):
            try:
                reading = one.compute(match, where)
            except (ValueError, OverflowError):
                continue  # 30 February, the 54th week, the year 10000: no date
            if reading is not None:
                yield Atom(match.start(), match.end(), reading.span, one.name, *reading[1:])
