"""What atoms mean together with the words around them, and which weak ones count at all."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from prep.dates.atoms import Atom, Setting, end_of, key, oneof
from prep.dates.found import Span, shift, single, week_of
from prep.dates.lexicon import Lexicon

_REACH = 40  # how far to the left of an atom its company may begin, in characters


class Patterns(NamedTuple):
    """The words around atoms, as expressions in one language."""

    edge: re.Pattern[str]
    week_of: re.Pattern[str]
    distance: re.Pattern[str]
    preposition: re.Pattern[str]
    follower: re.Pattern[str]
    every: re.Pattern[str]
    between: re.Pattern[str]


@lru_cache(maxsize=8)
def patterns(words: Lexicon) -> Patterns:
    """The table of expressions in a language; all but ``follower`` and ``between`` look back."""
    number = rf"(?P<n>\d{{1,3}}|{oneof(words.numbers)})"
    definite = rf"(?:[\s-]+(?:{words.definite}))?"

    def back(body: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{body})[\s-]*$", re.IGNORECASE)

    return Patterns(
        edge=back(rf"(?P<edge>{oneof(words.edges)}){definite}"),
        week_of=back(words.week_of + definite),
        distance=back(
            rf"{number}\s+(?P<unit>{oneof(words.units)})\s+"
            rf"(?:(?P<after>{words.after})|(?:{words.before}))"
        ),
        preposition=back(rf"(?:{words.prepositions}){definite}"),
        follower=re.compile(
            rf"\s*(?:$|[^\w\s-]|[-–—](?!\w)|(?:{words.followers})\b|\d)", re.IGNORECASE
        ),
        every=back(words.every),
        between=re.compile(
            rf"\s*[,(/-]?\s*(?:(?:{words.of}|on|am)\s+)?(?:(?:{words.definite})\s+)?", re.IGNORECASE
        ),
    )


def compose(text: str, atoms: list[Atom], setting: Setting) -> list[Atom]:
    """Atoms joined to phrases, with the weak ones that nothing vouches for left out."""
    words = patterns(setting.words)
    joined = _join(text, atoms, setting, words)
    widened = (_widen(text, atom, setting, words) for atom in joined)
    return [atom for atom in widened if atom is not None]


def _join(text: str, atoms: list[Atom], setting: Setting, words: Patterns) -> list[Atom]:
    out: list[Atom] = []
    for atom in atoms:
        gap = text[out[-1].end : atom.start] if out else ""
        both = None
        if out and len(gap) < 12 and words.between.fullmatch(gap):
            both = _pair(out[-1], atom, setting)
        if both is None:
            out.append(atom)
        else:
            closing = "(" in gap and text[both.end : both.end + 1] == ")"
            out[-1] = both._replace(end=both.end + closing)
    return out


def _pair(left: Atom, right: Atom, setting: Setting) -> Atom | None:
    """``Tuesday`` beside ``March 7`` or ``next week`` is one phrase; all else stays two."""
    weekday, other = (left, right) if left.rule == "weekday" else (right, left)
    if weekday.rule != "weekday" or other.rule == "weekday":
        return None
    number = weekday.span.first.weekday()
    if other.span.grain == "week":
        day = other.span.first + timedelta(days=number)
    elif other.span.grain != "day" or other.rule in {"offset", "relative", "turned unit"}:
        return None
    else:
        day = _fitting(number, other, setting)
    return Atom(left.start, right.end, single(day), other.rule)


def _fitting(number: int, atom: Atom, setting: Setting) -> date:
    """The day itself, or the same day of the year before or after where its weekday fits."""
    day = atom.span.first
    if not atom.loose or day.weekday() == number:
        return day
    if atom.rule == "ordinal":
        steps = [("month", step) for step in (1, -1, 2, -2, 3, -3)]
    else:
        steps = [("year", step) for step in (1, -1)]
    moved = (shift(day, step, unit) for unit, step in steps)
    return next((other for other in moved if other.weekday() == number), day)


def _widen(text: str, atom: Atom, setting: Setting, words: Patterns) -> Atom | None:
    head = text[max(0, atom.start - _REACH) : atom.start]
    if words.every.search(head):
        return None
    wider = _edge(head, atom, setting, words) or _distance(head, atom, words)
    if wider is None and words.week_of.search(head) and atom.span.grain == "day":
        found = words.week_of.search(head)
        start = atom.start - len(head) + (found.start() if found else 0)
        return Atom(start, atom.end, week_of(atom.span.first), "week of")
    if wider is not None:
        return wider
    if not atom.weak:
        return atom
    vouched = words.preposition.search(head) and words.follower.match(text, atom.end)
    return atom if vouched else None


def _edge(head: str, atom: Atom, setting: Setting, words: Patterns) -> Atom | None:
    found = words.edge.search(head)
    if found is None:
        return None
    span = edge_of(setting.words.edges[key(found["edge"])], atom.span)
    if span is None:
        return None
    start = atom.start - len(head) + found.start()
    return Atom(start, atom.end, span, "edge")


def edge_of(edge: str, span: Span) -> Span | None:
    """The start, end, early, mid or late part of a span; its own end of a single day.

    Months in thirds (1-10, 11-20, 21-end), years in quarters of a year, weeks by half.
    """
    first, last, grain = span
    if edge == "end":
        return end_of("week", first) if grain == "week" else single(last)
    if edge == "start":
        return single(first)
    if edge == "first":
        return week_of(first)
    if edge == "week":
        return week_of(last)
    if grain == "day":
        return None
    third = (last - first + timedelta(days=1)) // 3
    cut = {"early": (first, first + third), "mid": (first + third, last - third),
           "late": (last - third, last)}[edge]  # fmt: skip
    return Span(*cut, grain)


def _distance(head: str, atom: Atom, words: Patterns) -> Atom | None:
    """``three days after 12 January``."""
    found = words.distance.search(head)
    if found is None or atom.span.grain != "day":
        return None
    return None
