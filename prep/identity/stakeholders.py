"""The tree of stakeholders: who stands above whom, each line with its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from prep.identity.relations import Fact
from prep.model.naming import Subject
from prep.names import fold


class Tie(NamedTuple):
    """One line of the tree. ``told``: every fact that says so, newest first.

    ``conflict``: another line of the same day puts somebody else above.
    """

    above: str
    below: str
    told: tuple[Fact, ...]
    conflict: bool = False


def tree(facts: Iterable[Fact], subject: Subject) -> tuple[Tie, ...]:
    """The lines that connect the subject to the people above, beside and below it, top first.

    A line that others imply is left out: with ``A above B``, ``A above C`` and ``B above C``, A is
    above C through B. Of two different bosses the newer stands; of the same day both do, marked.
    """
    ties = _newest(_ties(facts))
    ties = [t for t in ties if not _implied(t, ties)]
    return tuple(_from_top(_connected(ties, subject)))


def _ties(facts: Iterable[Fact]) -> list[Tie]:
    told: dict[tuple[str, str], list[Fact]] = {}
    names: dict[str, str] = {}
    for fact in facts:
        if fact.attribute == "reports_to":
            above, below = fact.value, fact.person
        elif fact.attribute == "manages":
            above, below = fact.person, fact.value
        else:
            continue
        pair = (fold(above), fold(below))
        if all(pair) and pair[0] != pair[1]:
            names.setdefault(pair[0], above)
            names.setdefault(pair[1], below)
            told.setdefault(pair, []).append(fact)
    return [
        Tie(
            names[above],
            names[below],
            tuple(sorted(group, key=lambda f: f.day or "", reverse=True)),
        )
        for (above, below), group in told.items()
    ]


def _newest(ties: Sequence[Tie]) -> list[Tie]:
    """Of a person's bosses those of the newest day, and those above one of them; of two who are
    said to be each other's boss the newer line.
    """
    kept = []
    lines = _lines(ties)
    bosses: dict[str, list[Tie]] = defaultdict(list)
    pairs = {_pair(tie): tie for tie in ties}
    for (_, below), tie in pairs.items():
        bosses[below].append(tie)

    @cache
    def under(above: str) -> set[str]:
        return _under(above, lines)

    for (above, below), tie in pairs.items():
        others = ((fold(other.above), other) for other in bosses[below] if other is not tie)
        rivals = [t for key, t in others if above not in under(key) and key not in under(above)]
        rivals += [pairs[below, above]] if (below, above) in pairs else []
        if any(_day(t) > _day(tie) for t in rivals):
            continue
        kept.append(tie._replace(conflict=any(_day(t) == _day(tie) for t in rivals)))
    return kept


def _pair(tie: Tie) -> tuple[str, str]:
    return fold(tie.above), fold(tie.below)


def _day(tie: Tie) -> str:
    return tie.told[0].day or ""


def _lines(ties: Iterable[Tie]) -> Mapping[str, Sequence[str]]:
    """Who stands directly below whom, by key."""
    lines: dict[str, list[str]] = {}
    for tie in ties:
        lines.setdefault(fold(tie.above), []).append(fold(tie.below))
    return lines


def _under(above: str, lines: Mapping[str, Sequence[str]]) -> set[str]:
    """Everybody below the one, over any number of lines, and the one itself, by key."""
    seen: set[str] = set()
    front = [above]
    while front:
        at = front.pop()
        if at not in seen:
            seen.add(at)
            front += lines.get(at, ())
    return seen


def _implied(tie: Tie, ties: Sequence[Tie]) -> bool:
    """Does another way lead from the one to the other?"""
    rest = _lines(t for t in ties if t is not tie)
    return fold(tie.below) in _under(fold(tie.above), rest)


def _connected(ties: Sequence[Tie], subject: Subject) -> list[Tie]:
    """The lines that hang together with the subject; for an account, with any of its people."""
    keys = {fold(n) for n in (subject.name, *subject.forms, *subject.aliases, *subject.people)}
    found: list[Tie] = []
    grown = True
    while grown:
        grown = False
        for tie in ties:
            if tie not in found and {fold(tie.above), fold(tie.below)} & keys:
                found.append(tie)
                keys |= {fold(tie.above), fold(tie.below)}
                grown = True
    return found


def _from_top(ties: Sequence[Tie]) -> list[Tie]:
    """Top first, each person's own people after it, in the order of their names."""
    belows = {fold(t.below) for t in ties}
    ordered: list[Tie] = []
    front = sorted({fold(t.above) for t in ties if fold(t.above) not in belows})
    front = front or sorted({fold(t.above) for t in ties})[:1]
    seen: set[str] = set()
    while front:
        at = front.pop(0)
        if at in seen:
            continue
        seen.add(at)
        own = sorted((t for t in ties if fold(t.above) == at), key=lambda t: fold(t.below))
        ordered += [t for t in own if t not in ordered]
        front += [fold(t.below) for t in own]
    return ordered + [t for t in ties if t not in ordered]
