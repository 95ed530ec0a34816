"""What closes a matter: a later line of the right party, the action's number, a running list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from prep.claims.threads import Told, day_of
from prep.model.claim import Claim, Placed, State
from prep.words import content, cover, likeness

CARRIED = 2
"""Actions that a list must take over from an earlier one to be its running continuation."""
WITHIN = 120
"""Days within which a delivery is still taken for the answer to a promise."""
DELIVERED = 0.5
"""Share of the shorter wording's content words that a delivery must hold."""


SOON = 30
"""Days within which two shared words are enough for a proposal."""
RARE = 0.02
"""Share of all matters that may hold a word that still tells one from another."""
RIVAL = 0.34
"""Likeness from which two decisions are about one thing."""
_FEW = 6
_THREE = 3
_TWO = 2


class Closer(NamedTuple):
    """A line that closes, answers or supersedes a matter, and why in words."""

    state: State
    path: str
    line: int
    end_line: int
    words: str
    why: str


class Shelf(NamedTuple):
    """Claims in their order, found by the words that they share with a wording."""

    rows: tuple[Placed, ...]
    by_word: Mapping[str, Sequence[int]]

    def sharing(self, words: Iterable[str], least: int) -> Iterator[Placed]:
        """Those that hold at least so many of these words, in their order."""
        counts: Counter[int] = Counter()
        for word in words:
            counts.update(self.by_word.get(word, ()))
        return (self.rows[at] for at in sorted(counts) if counts[at] >= least)


def shelf(rows: Iterable[Placed]) -> Shelf:
    """These claims, ready to be looked up."""
    held = tuple(rows)
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, placed in enumerate(held):
        for word in content(placed.claim.text):
            by_word[word].append(at)
    return Shelf(held, by_word)


class Record(NamedTuple):
    """What the closers are looked up in: the notes of the lists, the deliveries, the days."""

    lists: tuple[tuple[str, str, frozenset[int]], ...]
    delivered: Shelf
    decided: Shelf
    first_decided: Shelf
    days: Mapping[str, str | None]
    counts: Mapping[str, int]
    size: int

    def is_rare(self, word: str) -> bool:
        """Whether few of the matters followed hold this word."""
        return self.counts.get(word, 0) <= max(_FEW, self.size * RARE)


def record(groups: Sequence[Told], days: Mapping[str, str | None]) -> Record:
    """The running lists among the notes, as (day, path, indices of the groups they hold)."""
    held: dict[str, set[int]] = defaultdict(set)
    for index, told in enumerate(groups):
        for placed in told:
            if is_listed(placed.claim):
                held[placed.path].add(index)
    lists = sorted((days.get(path) or "", path, frozenset(ids)) for path, ids in held.items())
    delivered = (p for told in groups for p in told if p.claim.attribute == "delivered")
    counts = Counter(word for told in groups for word in content(told[-1].claim.text))
    decisions = [told for told in groups if told[0].claim.kind == "decision"]
    return Record(
        tuple(lists),
        shelf(delivered),
        shelf(p for told in decisions for p in told),
        shelf(told[0] for told in decisions),
        days,
        counts,
        len(groups),
    )


def is_listed(claim: Claim) -> bool:
    """Whether a claim stands in minutes' list of actions, and not in somebody's speech."""
    return claim.kind == "commitment" and claim.rule in (
        "action.marked",
        "action.listed",
        "action.table",
    )


def by_own_word(told: Told) -> Closer | None:
    """The state that the newest telling's own file gives it."""
    newest = told[-1]
    claim = newest.claim
    if claim.state == "open":
        return None
    line, end = claim.closer or (claim.line, claim.end_line)
    return Closer(claim.state, newest.path, line, end, "", _WHY.get(claim.state, ""))


_WHY: dict[str, str] = {
    "closed": "closed in the note",
    "answered": "answered below the question",
    "proposed_answered": "the next to speak may have answered",
    "proposed_closed": "its owner reports on it below",
}


def by_running_list(index: int, told: Told, held: Record) -> Closer | None:
    """A later list that goes on with the list of the last telling, and has dropped this one."""
    newest = told[-1]
    if not is_listed(newest.claim):
        return None
    own = next((entry for entry in held.lists if entry[1] == newest.path), None)
    if own is None or not own[0]:
        return None
    for day, path, ids in held.lists:
        if day > own[0] and index not in ids and len(ids & own[2]) >= CARRIED:
            return Closer(
                "closed", path, 0, 0, "",
                f"no longer in the list of {day}, which goes on with that of {own[0]}",
            )  # fmt: skip
    return None


def by_delivery(told: Told, held: Record) -> Closer | None:
    """A later report by the same party that shares the promise's words: only proposed.

    Two words at least, one of them rare in these notes ("issue" and "created" say nothing); soon
    after the promise that is enough, later the report must hold half of the shorter wording.
    """
    newest = told[-1]
    wanted = content(newest.claim.text) - content(newest.claim.party)
    for report in held.delivered.sharing(wanted, _TWO):
        if not _after(report, newest, held.days) or not _same_party(report.claim, newest.claim):
            continue
        words = content(report.claim.text)
        shared = wanted & words
        gap = apart(day_of(newest, held.days), day_of(report, held.days)) or 0
        close = gap <= SOON or cover(wanted, words) >= DELIVERED
        if len(shared) >= _TWO and close and any(held.is_rare(w) for w in shared):
            return Closer(
                "proposed_closed", report.path, report.claim.line, report.claim.end_line,
                report.claim.text, "a later line may report it as done",
            )  # fmt: skip
    return None


def by_answer(told: Told, held: Record) -> Closer | None:
    """A later decision or fact on the question's words: only proposed."""
    newest = told[-1]
    wanted = content(newest.claim.text)
    if len(wanted) < 3:
        return None
    for placed in held.decided.sharing(wanted, 3):
        if placed.claim.planned or not _after(placed, newest, held.days):
            continue
        if (
            len(wanted & content(placed.claim.text)) >= 3
            and cover(wanted, content(placed.claim.text)) >= 0.6
        ):
            return Closer(
                "proposed_answered", placed.path, placed.claim.line, placed.claim.end_line,
                placed.claim.text, "a later line may answer it",
            )  # fmt: skip
    return None


def by_later_decision(told: Told, held: Record) -> Closer | None:
    """A newer decision on the same words; one that takes another back need share but a rare one."""
    newest = told[-1]
    wanted = content(newest.claim.text) - content(newest.claim.cue)
    for first in held.first_decided.sharing(wanted, 1):
        claim = first.claim
        elsewhere = first.path != newest.path or claim.day != newest.claim.day
        if claim.planned or not elsewhere or not _after(first, newest, held.days):
            continue
        shared = (wanted & content(claim.text)) - content(claim.cue)
        reverses = claim.attribute == "reverses" and any(held.is_rare(w) for w in shared)
        if reverses or (len(shared) >= _THREE and likeness(wanted, content(claim.text)) >= RIVAL):
            return Closer(
                "superseded", first.path, claim.line, claim.end_line, claim.text,
                "a newer decision on the same",
            )  # fmt: skip
    return None


def apart(one: str | None, other: str | None) -> int | None:
    """Days from one ISO day to another; None where either is unknown."""
    if not one or not other:
        return None
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _after(later: Placed, earlier: Placed, days: Mapping[str, str | None]) -> bool:
    gap = apart(day_of(earlier, days), day_of(later, days))
    if gap is None or not 0 <= gap <= WITHIN:
        return False
    return gap > 0 or (later.path == earlier.path and later.claim.line > earlier.claim.line)


def _same_party(report: Claim, promise: Claim) -> bool:
    owners = {p.strip().casefold() for p in promise.party.split(",") if p.strip()}
    who = report.party.casefold()
    return bool(owners) and (
        who in owners or (bool(who) and who.split()[0] in {o.split()[0] for o in owners})
    )
