"""Two values for one thing: changed over time, or in conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from prep.model.claim import Contradiction, Placed, Thread
from prep.words import content, cover, tokens

_SINGLE = frozenset({"employer", "reports_to", "role", "means"})
_LABELLED = ("fact.label", "event.label")
_SUBSET = 0.6


def contradictions(threads: Sequence[Thread]) -> tuple[Contradiction, ...]:
    """Pairs of tellings that give one subject and attribute different values.

    On different days the newer wins ("changed"); on the same day, or without one, it is a
    "conflict" to ask about. A value that only says more ("head of sales" and "head of sales,
    Europe") is no other value. Order: as the subjects are first told.
    """
    told: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for thread in threads:
        for placed in thread.tellings:
            key = _key(placed)
            if key:
                told[key].append(placed)
    return tuple(found for places in told.values() for found in _pairs(places))


def _key(placed: Placed) -> tuple[str, str] | None:
    claim = placed.claim
    if not claim.value:
        return None
    if claim.rule in _LABELLED:
        return placed.path.rsplit("/", 1)[0], claim.attribute
    if claim.attribute in _SINGLE and claim.subject:
        return " ".join(tokens(claim.subject)), claim.attribute
    return None


def _pairs(places: Sequence[Placed]) -> Iterator[Contradiction]:
    ordered = sorted(places, key=lambda p: (p.claim.day or "", p.path, p.claim.line))
    for older, newer in pairwise(ordered):
        if _differ(older.claim.value, newer.claim.value):
            dated = older.claim.day and newer.claim.day and older.claim.day != newer.claim.day
            yield Contradiction("changed" if dated else "conflict", older, newer)


def _differ(one: str, other: str) -> bool:
    words, others = content(one), content(other)
    if any(w.isdigit() for w in words ^ others):
        return True
    return bool(words) and bool(others) and cover(words, others) < _SUBSET
