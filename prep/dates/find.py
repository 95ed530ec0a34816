"""The three questions: which day is this, which days are in this line, by when is it due."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from prep.dates import absolute, holidays, other, periods, relative
from prep.dates.atoms import Atom, Rule, Setting, read, setting
from prep.dates.compose import compose, counts
from prep.dates.found import Found, Prefer
from prep.dates.lexicon import Lexicon, lexicon, oneof
from prep.dates.starts import Starts, evened, last_word, places, starts, words_in, words_of
from prep.patterns import lazy

_ISO = lazy(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d.*)?")
_REACH = 24  # how far before a date the word that says "by" may begin, in characters
_FIGURE = lazy(r"\d").search


class Triggers(NamedTuple):
    """Which words make a line worth a closer look, and which groups of rules each of them calls."""

    groups: dict[str, set[str]]
    words: frozenset[str]


def parse_day(
    text: str, *, base: str | None = None, language: str = "en", dayfirst: bool = False
) -> str | None:
    """The ISO day that one whole phrase names, or None where it names none or not one day.

    ``base``: the ISO day against which "tomorrow", "next Friday" and a date without its year are
    read; without it those are None. ``dayfirst``: 03/04/2025 is the third of April.
    """
    phrase = evened(text).strip().removeprefix("[[").removesuffix("]]").strip(" \t().,;")
    written = _ISO.fullmatch(phrase)
    if written:
        return _iso(written[1])
    where = setting(base, language, "past", dayfirst=dayfirst)
    hints = _hints(phrase, language)
    for atom in _atoms(phrase, hints, where) if hints else ():
        first, last, _ = atom.span
        around = phrase[: atom.start] + phrase[atom.end :]
        if first == last and (not around or _is_weekday(around, where.words)):
            return first.isoformat()
    return None


def _is_weekday(text: str, words: Lexicon) -> bool:
    return text.strip(" ,.()").lower() in words.weekdays


def _iso(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=16)
def triggers(language: str) -> Triggers:
    """The triggers of a language, made from its tables."""
    words = lexicon(language)
    tables = {
        "quarter": "q", "half": "h", "week": ("w", "kw", "cw", "wk", "week"),
        "month": words.months, "weekday": words.weekdays, "unit": words.units, "end": words.ends,
        "holiday": words.holidays, "relative": words.relative,
    }  # fmt: skip
    groups: dict[str, set[str]] = {}
    for group, forms in tables.items():
        for form in forms:
            groups.setdefault(words_of(form)[-1], set()).add(group)
    return Triggers(groups, frozenset(groups))


@lru_cache(maxsize=16)
def _rules(language: str) -> tuple[Rule, ...]:
    words = lexicon(language)
    own = [one.rules(words) for one in (absolute, periods, holidays, relative)]
    return (*chain.from_iterable(own), *other.rules(language))


def find_days(
    text: str,
    *,
    base: str | None,
    language: str = "en",
    prefer: Prefer = "past",
    dayfirst: bool = False,
) -> tuple[Found, ...]:
    """The date phrases of a text in order, not overlapping; the phrase only, without "by" or "on".

    ``base``: ISO day of the note, or None: then only what names its year is found. ``prefer``: to
    which side a date without a year and a bare weekday lean. A line without a date costs about
    two microseconds.
    """
    even = evened(text)
    hints = _hints(even, language)
    if hints is None:
        return ()
    where = setting(base, language, prefer, dayfirst=dayfirst)
    atoms = _atoms(even, hints, where)
    return tuple(_found(text, atom) for atom in atoms if counts(even, atom, where))


class _Hints(NamedTuple):
    """The text and its words, folded, and the groups of rules that they call."""

    lower: str
    words: set[str]
    called: frozenset[str]


def _hints(text: str, language: str) -> _Hints | None:
    """None where a text has neither a word nor a figure that a date could be made of."""
    groups, triggering = triggers(language)
    lower = text.lower()
    words = set(words_of(lower))
    found = words & triggering
    figure = _FIGURE(text)
    if not found and not figure:
        return None
    called = frozenset().union(*map(groups.__getitem__, found), ("figure",) if figure else ())
    return _Hints(lower, words, called)


def _atoms(text: str, hints: _Hints, where: Setting) -> list[Atom]:
    table = _starts(where.language, hints.called)
    found = places(text, hints.lower, hints.words, table)
    return compose(text, read(text, found, where), where) if found else []


@lru_cache(maxsize=256)
def _starts(language: str, called: frozenset[str]) -> Starts:
    return starts(_rules(language), called, lexicon(language))


def _found(text: str, atom: Atom) -> Found:
    first, last, grain = atom.span
    raw = text[atom.start : atom.end]
    return Found(atom.start, atom.end, raw, first.isoformat(), grain, last.isoformat())


def find_due(
    text: str, *, base: str | None, language: str = "en", dayfirst: bool = False
) -> Found | None:
    """By when something is due: "by Friday", "before 12 December", "end of Q3", "in two weeks".

    Of several dates the first with a word such as "by" before it, else the first to come. The span
    holds that word. ``day`` and ``end_day`` are both the last day on which it is still in time: "by
    March" is due on the 31st. A weekday that is the base's own is in a week.
    """
    even = evened(text)
    hints = _hints(even, language)
    if hints is None:
        return None
    where = setting(base, language, "future", dayfirst=dayfirst)
    atoms = [atom for atom in _atoms(even, hints, where) if counts(even, atom, where)]
    if not atoms:
        return None
    marks = _due_marks(where.words)
    heads = [last_word(even[max(0, atom.start - _REACH) : atom.start]) for atom in atoms]
    for atom, last in zip(atoms, heads, strict=True):
        start = marks.due.before(atom.start, even, last)
        if start is not None:
            return _due(text, start, atom, where)
    for atom, last in zip(atoms, heads, strict=True):
        over = where.base is not None and atom.span.last < where.base
        if not over and marks.gone.before(atom.start, even, last) is None:
            start = marks.when.before(atom.start, even, last)
            return _due(text, atom.start if start is None else start, atom, where)
    return None


class _Mark(NamedTuple):
    """Words right before a date; ``last``: those that they may end with."""

    pattern: re.Pattern[str]
    last: frozenset[str]

    def before(self, end: int, text: str, last: str) -> int | None:
        """Where they begin in the text that ends here with that word, or None."""
        if last not in self.last:
            return None
        found = self.pattern.search(text, max(0, end - _REACH), end)
        return found.start() if found else None


class DueMarks(NamedTuple):
    """Words right before a date: by when, when, since when."""

    due: _Mark
    when: _Mark
    gone: _Mark


@lru_cache(maxsize=8)
def _due_marks(words: Lexicon) -> DueMarks:
    tail = rf"[\s:]*(?:(?:{words.article})\s+)?$"
    return DueMarks(
        *(
            _Mark(re.compile(rf"(?<!\w)(?:{body}){tail}", re.IGNORECASE), _ends(body, words))
            for body in (words.due, words.when, words.gone)
        )
    )


def _ends(body: str, words: Lexicon) -> frozenset[str]:
    own, articles = words_in(body), words_in(words.article)
    glued = (f"{word}{article}" for word in own for article in articles)  # "untilthe 5th"
    return own.union(articles, glued)


def _due(text: str, start: int, atom: Atom, where: Setting) -> Found:
    first, last, grain = atom.span
    if atom.rule in {"edge", "end word"} and grain == "day":
        last = first  # work's week ends on its Friday
    if atom.rule == "weekday" and atom.loose and last == where.base:
        last += timedelta(days=7)
    day = last.isoformat()
    return Found(start, atom.end, text[start : atom.end], day, grain, day)


@lru_cache(maxsize=8)
def _weekday(words: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{oneof(words.weekdays)})(?!\w)", re.IGNORECASE)


def weekday_of(text: str, *, language: str = "en") -> int | None:
    """The first weekday that a text names, 0 for Monday to 6 for Sunday, or None."""
    words = lexicon(language)
    match = _weekday(words).search(evened(text))
    return words.weekdays[match[0].lower()] if match else None
