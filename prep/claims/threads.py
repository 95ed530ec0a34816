"""Claims told in several notes as one thread: near-same wording, oldest telling first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from prep.model.claim import Claim, Placed
from prep.words import content, cover, likeness, tokens

Told = tuple[Placed, ...]
Key = tuple[str, str]
Index = dict[Key, dict[int, None]]

SAME = 0.6
"""Shared words over all words from which two wordings are one matter: read off pairs of carried
actions, where a name or a link is added or a clause is dropped; at 0.5 two meetings with the same
people were taken for one."""
DECIDED = 0.85
"""The same for decisions, where one more word may be another outcome."""
SUBSET = 4
"""Words a wording must hold to be found again inside a longer one."""
_NUMBERED = ("action", "decision")
_WORDS = 2  # content words below which only the very same wording is the same


def grouped(claims: Iterable[Placed], days: Mapping[str, str | None]) -> list[Told]:
    """The tellings of each matter, in order of day; undated ones first.

    One kind never joins another. An action's number joins its tellings whatever their wording.
    """
    groups: list[list[Placed]] = []
    index: Index = defaultdict(dict)
    for placed in sorted(claims, key=lambda p: order(p, days)):
        home = _home(placed, index, groups)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(placed)
        for key in _keys(placed.claim):
            index[key][home] = None
    return [tuple(group) for group in groups]


def order(placed: Placed, days: Mapping[str, str | None]) -> tuple[str, str, int, str]:
    """Where a telling stands in time: its own day, else its note's; then path and line."""
    return (day_of(placed, days) or "", placed.path, placed.claim.line, placed.claim.text)


def day_of(placed: Placed, days: Mapping[str, str | None]) -> str | None:
    """The day on which it was said: the claim's episode's, else its note's, else None."""
    return placed.claim.day or days.get(placed.path)


def same_matter(one: Claim, other: Claim) -> bool:
    """Whether two claims of one kind say the same: by number, by words, or one inside the other."""
    if one.kind != other.kind:
        return False
    numbered = one.attribute in _NUMBERED and one.attribute == other.attribute
    if numbered and one.value and other.value:
        return one.value == other.value and _shares(one, other)
    words, others = content(one.text), content(other.text)
    if min(len(words), len(others)) < _WORDS:
        return tokens(one.text) == tokens(other.text)
    if one.kind == "decision":
        return likeness(words, others) >= DECIDED
    if likeness(words, others) >= SAME:
        return True
    return min(len(words), len(others)) >= SUBSET and cover(words, others) == 1.0


def _shares(one: Claim, other: Claim) -> bool:
    """A number that is used for two matters by mistake does not join them."""
    if one.attribute == "action":
        return True
    return likeness(content(one.text), content(other.text)) >= SAME / 2


def _keys(claim: Claim) -> list[Key]:
    return [*_number(claim), *((claim.kind, word) for word in content(claim.text))]


def _number(claim: Claim) -> list[Key]:
    if claim.value and claim.attribute in _NUMBERED:
        return [(claim.kind, f"{claim.attribute} {claim.value}")]
    return []


def _home(placed: Placed, index: Index, groups: Sequence[Sequence[Placed]]) -> int | None:
    """The first group whose newest or oldest telling says the same; most shared words first."""
    counts = _candidates(placed.claim, index)
    for group in sorted(counts, key=lambda g: (-counts[g], g)):
        members = groups[group]
        if any(same_matter(placed.claim, told.claim) for told in (members[-1], members[0])):
            return group
    return None


def _candidates(claim: Claim, index: Index) -> dict[int, int]:
    """The groups that can say the same, of its number or with enough of its words: how many each.

    Who shares at least k of n words holds one of any n - k + 1 of them: the rarest are looked up.
    """
    nowhere: dict[int, None] = {}
    held = sorted((index.get((claim.kind, w), nowhere) for w in content(claim.text)), key=len)
    least = _least(claim.kind, len(held))
    near = {group for groups in held[: len(held) - least + 1] for group in groups}
    counts = {group: sum(group in groups for groups in held) for group in near}
    found = {group: count for group, count in counts.items() if count >= least}
    for number in _number(claim):
        for group in index.get(number, nowhere):
            found[group] = 1 + sum(group in groups for groups in held)
    return found


def _least(kind: str, words: int) -> int:
    """How many of its words any wording of the same matter holds (see ``same_matter``)."""
    if words < _WORDS:
        return max(1, words)
    if kind == "decision":
        return ceil(DECIDED * words)
    return min(ceil(SAME * words), SUBSET)
