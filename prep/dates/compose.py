"""What atoms mean together with the words around them, and which of them count at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from prep.dates.absolute import number_of_day
from prep.dates.atoms import Atom, Setting, Standing
from prep.dates.found import Span, month_of, nth_weekday, shift, single, week_of
from prep.dates.join import join, tie
from prep.dates.lexicon import Lexicon, key, oneof
from prep.dates.relative import edge_of, moved, span_of_words
from prep.dates.starts import last_word, words_in

_REACH = 48  # how far to the left of an atom its company may begin, in characters


class Around(NamedTuple):
    """The words around atoms, as expressions in one language; the first five look back.

    ``last``: the words that what makes an atom wider may end with, ``repeats``: those of "every".
    """

    edge: re.Pattern[str]
    week_of: re.Pattern[str]
    distance: re.Pattern[str]
    position: re.Pattern[str]
    every: re.Pattern[str]
    vouching: re.Pattern[str]
    dating: re.Pattern[str]
    following: re.Pattern[str]
    timed: re.Pattern[str]
    habit: re.Pattern[str]
    last: frozenset[str]
    repeats: frozenset[str]


@lru_cache(maxsize=8)
def around(words: Lexicon) -> Around:
    """The table of these expressions in a language."""
    the = rf"(?:[\s-]+(?:{words.article}))?"
    nth = rf"(?P<nth>\d\d?(?:{words.ordinal_mark})|{oneof(words.ordinals)}|{words.last})"
    what = rf"(?:(?P<unit>{oneof(words.units)})|(?P<wd>{oneof(words.weekdays)}))"
    part = rf"(?:\s+(?:{words.part_of_day}))?"

    def back(body: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{body})[\s-]*$", re.IGNORECASE)

    def ahead(body: str) -> re.Pattern[str]:
        return re.compile(body, re.IGNORECASE)

    return Around(
        edge=back(rf"(?:(?:{words.article})\s+)?(?P<edge>{oneof(words.edges)}){the}"),
        week_of=back(rf"(?:(?:{words.article})\s+)?(?:{words.week_of}){the}"),
        distance=back(rf"{span_of_words(words)}\s+(?:(?P<after>{words.after})|{words.before}){the}"),
        position=back(
            rf"(?:(?:{words.article})\s+)?{nth}\s+(?:(?P<n>\d|{oneof(words.numbers)})\s+)?"
            rf"{what}{part}\s+(?:{words.of}){the}"
        ),
        every=back(words.every),
        vouching=back(rf"(?:{words.vouching}){the}"),
        dating=back(rf"(?:{words.dating}){the}"),
        following=ahead(
            rf"\s*(?:$|[^\w\s-]|[-–—](?!\w)|(?-i:[A-Z])|\d\d?(?::\d\d|\s?[ap]m)|"
            rf"(?:{words.following})\b)"
        ),
        timed=ahead(rf"\s+(?:at\s+\d|{words.part_of_day})"),
        habit=ahead(rf"\s+(?:{words.part_of_day})s(?!\w)"),
        last=words_in(
            *words.edges, words.week_of, words.after, words.before, words.of, words.article
        ),
        repeats=words_in(words.every),
    )  # fmt: skip


def compose(text: str, atoms: list[Atom], where: Setting) -> list[Atom]:
    """Atoms made one where they belong together, the doubtful ones still among them."""
    words = around(where.words)
    out: list[Atom] = []
    for atom in atoms:
        phrase = _widen(text, atom, out, where, words)
        both = join(text, out[-1], phrase, where) if out else None
        if both is not None:
            out.pop()
            phrase = _widen(text, both, out, where, words)
        elif out and (ends := tie(text, out[-1], phrase, where)):
            out[-1], phrase = _vouched(text, *ends, words)
        out.append(phrase)
    return out


def counts(text: str, atom: Atom, where: Setting) -> bool:
    """Whether the text around an atom vouches for it: it is a date, and one day's, not a habit."""
    return _counts(text, atom, around(where.words))


def _widen(text: str, atom: Atom, out: list[Atom], where: Setting, words: Around) -> Atom:
    """The atom with what stands to its left: "three days after the end of" May.

    Atoms that this takes in ("Monday" of "the first Monday of") are dropped from ``out``.
    """
    for _ in range(3):
        head = text[max(0, atom.start - _REACH) : atom.start]
        found = _wider(head, atom, where, words) if last_word(head) in words.last else None
        if found is None:
            return atom
        rule, begin, span = found
        atom = Atom(atom.start - len(head) + begin, atom.end, span, rule)
        while out and out[-1].end > atom.start:
            out.pop()
    return atom


_Wider = tuple[int, Span] | None


def _wider(head: str, atom: Atom, where: Setting, words: Around) -> tuple[str, int, Span] | None:
    for rule, widening in _WIDENINGS:
        try:
            found = widening(head, atom, where, words)
        except (ValueError, OverflowError):
            continue  # "999 years and 999 years before": no day of the calendar
        if found is not None:
            return rule, *found
    return None


def _edge(head: str, atom: Atom, where: Setting, words: Around) -> _Wider:
    found = words.edge.search(head)
    if found is None:
        return None
    span = edge_of(where.words.edges[key(found["edge"])], atom.span)
    return (found.start(), span) if span else None


def _week_of(head: str, atom: Atom, _: Setting, words: Around) -> _Wider:
    if atom.span.grain != "day" or atom.rule == "relative":
        return None
    found = words.week_of.search(head)
    return (found.start(), week_of(atom.span.first)) if found else None


def _distance(head: str, atom: Atom, where: Setting, words: Around) -> _Wider:
    if atom.span.grain != "day" or atom.standing == Standing.JOINED:
        return None
    found = words.distance.search(head)
    if found is None:
        return None
    sign, day = 1 if found["after"] else -1, atom.span.first
    if atom.rule == "weekday" and atom.loose and where.base and sign > 0 and day < where.base:
        day += timedelta(days=7)  # one counts on from the weekday that comes
    return found.start(), single(moved(day, found["span"], sign, where.words))


def _position(head: str, atom: Atom, where: Setting, words: Around) -> _Wider:
    """``the first Monday of``, ``the last two weeks of``, ``the 9th month of`` a span."""
    if atom.span.grain == "day":
        return None
    found = words.position.search(head)
    if found is None:
        return None
    last = re.fullmatch(where.words.last, found["nth"], re.IGNORECASE)
    nth = -1 if last else number_of_day(found["nth"], where.words)
    count = number_of_day(found["n"], where.words) if found["n"] else 1
    try:
        if found["wd"]:
            weekday = where.words.weekdays[found["wd"].lower()]
            return found.start(), single(nth_weekday(atom.span, weekday, nth))
        part = _part(atom.span, where.words.units[key(found["unit"])], nth, count)
    except ValueError:
        return None
    return (found.start(), part) if part else None


def _part(whole: Span, unit: str, nth: int, count: int) -> Span | None:
    """The nth day, week or month of a span, and ``count - 1`` more.

    A week belongs to the month or year that holds its Thursday (ISO 8601).
    """
    if unit == "day":
        day = whole.first + timedelta(days=nth - 1) if nth > 0 else whole.last
        return single(day) if whole.first <= day <= whole.last else None
    more = count - 1
    if unit == "week":
        back = more if nth < 0 else 0
        monday = nth_weekday(whole, 3, nth) - timedelta(days=3 + 7 * back)
        return Span(monday, monday + timedelta(days=6 + 7 * more), "week")
    if unit == "month" and whole.grain == "year":
        first = whole.first.replace(month=nth if nth > 0 else 12 - more)
        final = shift(first, more, "month")
        return Span(first, month_of(final.year, final.month).last, "month")
    return None


_WIDENINGS: tuple[tuple[str, Callable[[str, Atom, Setting, Around], _Wider]], ...] = (
    ("edge", _edge),
    ("week of", _week_of),
    ("distance", _distance),
    ("position", _position),
)


def _vouched(text: str, left: Atom, right: Atom, words: Around) -> tuple[Atom, Atom]:
    """Of a stretch, the end that counts vouches for the other."""
    if _counts(text, left, words) and not text[right.start].islower():
        return left, right._replace(standing=Standing.ALONE)
    if right.standing == Standing.ALONE and not text[left.start].islower():
        return left._replace(standing=Standing.ALONE), right
    return left, right


def _counts(text: str, atom: Atom, words: Around) -> bool:
    head = text[max(0, atom.start - _REACH) : atom.start]
    if last_word(head) in words.repeats and words.every.search(head):
        return False
    if words.habit.match(text, atom.end):
        return False
    if atom.standing == Standing.ALONE:
        return True
    if atom.standing == Standing.JOINED:
        return False
    if atom.rule == "weekday" and words.timed.match(text, atom.end):
        return True
    before = words.vouching if atom.standing == Standing.DATED else words.dating
    return bool(before.search(head) and words.following.match(text, atom.end))
