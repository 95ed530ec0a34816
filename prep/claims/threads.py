"""Claims told in several notes as one thread: near-same wording, oldest telling first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import chain
from math import ceil
from typing import NamedTuple

from prep.model.claim import Claim, Placed
from prep.patterns import lazy
from prep.words import content, likeness, tokens, told_apart

Told = tuple[Placed, ...]

SAME = 0.6
"""Shared words over all words from which two wordings are one matter: read off pairs of carried
actions, where a name or a link is added or a clause is dropped; at 0.5 two meetings with the same
people were taken for one."""
DECIDED = 0.85
"""The same for decisions, where one more word may be another outcome."""
SUBSET = 4
"""Words a wording must hold to be found again inside a longer one."""
FEWEST = 4
"""Words that two wordings share at least where each has one of its own: "send Ada the offer" and
"send Ada the contract" are two."""
_QUARTER = lazy(r"(?i)\b[qh]\s?[1-4]\b")
_NUMBERED = ("action", "decision")
_WORDS = 2  # content words below which only the very same wording is the same


class Said(NamedTuple):
    """A claim with the words that say what it is about."""

    claim: Claim
    words: frozenset[str]
    path: str = ""


def grouped(claims: Iterable[Placed], days: Mapping[str, str | None]) -> list[Told]:
    """The tellings of each matter, in order of day; undated ones first.

    One kind never joins another. An action's number joins its tellings whatever their wording.
    """
    ordered = sorted(claims, key=lambda p: order(p, days))
    told = [Said(placed.claim, content(placed.claim.text), placed.path) for placed in ordered]
    often = Counter(chain.from_iterable(said.words for said in told))
    kinds = {said.claim.kind: _Kind(often) for said in told}
    groups: list[list[Placed]] = []
    for placed, said in zip(ordered, told, strict=True):
        matters = kinds[said.claim.kind]
        home = matters.home(said)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(placed)
        matters.add(home, said)
    return [tuple(group) for group in groups]


def order(placed: Placed, days: Mapping[str, str | None]) -> tuple[str, str, int, str]:
    """Where a telling stands in time: its own day, else its note's; then path and line."""
    return (day_of(placed, days) or "", placed.path, placed.claim.line, placed.claim.text)


def day_of(placed: Placed, days: Mapping[str, str | None]) -> str | None:
    """The day on which it was said: the claim's episode's, else its note's, else None."""
    return placed.claim.day or days.get(placed.path)


def same_matter(one: Said, other: Said) -> bool:
    """Whether two claims of one kind say the same: by number, by words, or one inside the other."""
    (claim, words, _), (told, others, _) = one, other
    if _is_numbered(claim) and told.value and claim.attribute == told.attribute:
        return claim.value == told.value and _shares(one, other)
    if len(words) < _WORDS or len(others) < _WORDS:
        return tokens(claim.text) == tokens(told.text)
    if _listed_together(one, other) or _apart(claim, told):
        return tokens(claim.text) == tokens(told.text)
    shared = len(words & others)
    if shared < FEWEST and _each_has_its_own(claim, told):
        return False
    return shared >= least_shared(claim.kind == "decision", len(words), len(others))


def _listed_together(one: Said, other: Said) -> bool:
    """Boxes of one list are as many tasks as there are boxes."""
    claim, told = one.claim, other.claim
    boxes = claim.rule == told.rule and claim.rule.startswith("task.")
    return boxes and one.path == other.path and claim.day == told.day


def _each_has_its_own(claim: Claim, told: Claim) -> bool:
    ours, theirs = content(_undated(claim)), content(_undated(told))
    return not ours <= theirs and not theirs <= ours


def _apart(claim: Claim, told: Claim) -> bool:
    return told_apart(_undated(claim), _undated(told), f"{claim.party} {told.party}")


def _undated(claim: Claim) -> str:
    """The words without the due day, which may be moved; but a quarter names a thing."""
    moved = claim.due_raw and not _QUARTER.search(claim.due_raw)
    return claim.text.replace(claim.due_raw, " ") if moved else claim.text


def _shares(one: Said, other: Said) -> bool:
    """A number that is used for two matters by mistake does not join them."""
    return one.claim.attribute == "action" or likeness(one.words, other.words) >= SAME / 2


@lru_cache(maxsize=4096)
def least_shared(decided: bool, one: int, other: int) -> int:
    """How many words two wordings of so many words share at least if they are one matter.

    More than there are, where their lengths alone tell them apart.
    """
    shorter = min(one, other)
    if shorter < _WORDS:
        return 1
    share = DECIDED if decided else SAME
    if shorter / max(one, other) >= share:
        return next(n for n in range(shorter + 1) if n / (one + other - n) >= share)
    inside = shorter >= SUBSET and not decided
    return shorter if inside else one + other


class _Matter:
    """One matter so far: its first and newest telling, and the words of them all."""

    __slots__ = ("first", "newest", "short", "words")

    def __init__(self, said: Said) -> None:
        self.first = self.newest = said
        self.words = said.words
        self.short = len(said.words) < _WORDS

    def add(self, said: Said) -> None:
        self.newest = said
        self.words |= said.words
        self.short = self.short or len(said.words) < _WORDS

    def tells(self, said: Said) -> bool:
        """Whether its newest or its oldest telling says the same."""
        if same_matter(said, self.newest):
            return True
        return self.first is not self.newest and same_matter(said, self.first)


class _Kind:
    """The matters of one kind, found by number and by the words and the lengths of tellings."""

    def __init__(self, often: Mapping[str, int]) -> None:
        self._often = often
        self._matters: dict[int, _Matter] = {}
        self._holding: dict[str, dict[int, list[int]]] = defaultdict(dict)
        self._short: dict[str, list[int]] = defaultdict(list)
        self._numbered: dict[tuple[str, str], set[int]] = defaultdict(set)

    def add(self, row: int, said: Said) -> None:
        """Let a matter, known or new, hold one more telling."""
        matter = self._matters.get(row)
        if matter is None:
            matter = self._matters[row] = _Matter(said)
        else:
            matter.add(said)
        for word in matter.words if matter.short else ():
            self._short[word].append(row)
        for word in said.words:
            if self._often[word] > 1:
                self._holding[word].setdefault(len(said.words), []).append(row)
        if _is_numbered(said.claim):
            self._numbered[said.claim.attribute, said.claim.value].add(row)

    def home(self, said: Said) -> int | None:
        """The first matter that says the same; most shared words first, a number as one more."""
        least = _least(said.claim.kind, len(said.words))
        near = self._near(said, least)
        numbered: Collection[int] = ()
        if _is_numbered(said.claim):
            numbered = self._numbered[said.claim.attribute, said.claim.value]
            near.update(numbered)
        best: list[tuple[int, int]] = []
        for row in near:
            matter = self._matters[row]
            shared = len(said.words & matter.words)
            if (shared >= least or row in numbered) and matter.tells(said):
                best.append((-shared - (row in numbered), row))
        return min(best)[1] if best else None

    def _near(self, said: Said, least: int) -> set[int]:
        """Matters with a telling that can share as many words as its length asks for, and others.

        Who shares k of n words holds one of any n - k + 1 of them: the rarest are looked up.
        """
        near: set[int] = set()
        words, holding = said.words, self._holding
        if not self._short.keys().isdisjoint(words):
            near.update(*(self._short[word] for word in words if word in self._short))
        decided, count = said.claim.kind == "decision", len(words)
        for at, word in enumerate(sorted(words, key=self._often.__getitem__)[: count - least + 1]):
            if word in holding:
                for length, rows in holding[word].items():
                    if at + least_shared(decided, count, length) <= count:
                        near.update(rows)
        return near


def _is_numbered(claim: Claim) -> bool:
    return bool(claim.value) and claim.attribute in _NUMBERED


def _least(kind: str, words: int) -> int:
    """How many of its words any wording of the same matter holds (see ``same_matter``)."""
    if words < _WORDS:
        return max(1, words)
    if kind == "decision":
        return ceil(DECIDED * words)
    return min(ceil(SAME * words), SUBSET)
