"""What closes a matter: a later line of the right party, the action's number, a running list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from prep.claims.threads import Told, day_of
from prep.model.claim import Claim, Placed, State
from prep.shelf import Shelf
from prep.words import content, cover, likeness

CARRIED = 2
"""Actions that a list must take over from an earlier one to be its running continuation."""
WITHIN = 120
"""Days within which a delivery is still taken for the answer to a promise."""
DELIVERED = 0.5
"""Share of the shorter wording's content words that a delivery must hold."""
ANSWERED = 0.6
"""The same for an answer."""
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


class Lines(NamedTuple):
    """Tellings in their order, each with its day and its words, found by the words they share."""

    rows: tuple[Placed, ...]
    days: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    shelf: Shelf

    def sharing(
        self, words: frozenset[str], least: int, day: str | None
    ) -> Iterator[tuple[Placed, frozenset[str]]]:
        """Those of ``WITHIN`` days from a day on that share so many words, with the shared ones."""
        if not day:
            return
        last = _last(day)
        for row in sorted(self.shelf.near(words, least)):
            if day <= self.days[row] <= last and len(shared := words & self.words[row]) >= least:
                yield self.rows[row], shared


def lines(rows: Iterable[Placed], days: Mapping[str, str | None]) -> Lines:
    """These tellings, ready to be looked up."""
    held = tuple(rows)
    words = tuple(content(placed.claim.text) for placed in held)
    shelf = Shelf()
    for row, told in enumerate(words):
        shelf.put(row, told)
    return Lines(held, tuple(day_of(placed, days) or "" for placed in held), words, shelf)


class List(NamedTuple):
    """Minutes' list of actions: its note, the note's day, and the matters that stand there."""

    day: str
    path: str
    matters: frozenset[int]


class Record(NamedTuple):
    """What the closers are looked up in: the lists, the deliveries, the decisions, the days."""

    lists: Mapping[str, List]
    delivered: Lines
    decided: Lines
    first_decided: Lines
    reversing: Shelf
    days: Mapping[str, str | None]
    counts: Mapping[str, int]
    size: int

    def is_rare(self, word: str) -> bool:
        """Whether few of the matters followed hold this word."""
        return self.counts.get(word, 0) <= max(_FEW, self.size * RARE)

    def decided_after(self, words: frozenset[str], day: str | None) -> Iterator[Placed]:
        """Decisions first told ``WITHIN`` days from a day on that may overturn these words.

        They share three words or more, or are reversals and share one. Matters are ordered by the
        day of their first telling, so those days are one stretch of the rows.
        """
        if not day:
            return
        days, shelf = self.first_decided.days, self.first_decided.shelf
        stretch = bisect_left(days, day), bisect_right(days, _last(day))
        near = shelf.near(words, _THREE, *stretch) | self.reversing.near(words, 1, *stretch)
        yield from (self.first_decided.rows[row] for row in sorted(near))


def record(groups: Sequence[Told], days: Mapping[str, str | None]) -> Record:
    """What the matters are held against, made once for all of them."""
    held: dict[str, set[int]] = defaultdict(set)
    for index, told in enumerate(groups):
        for placed in told:
            if is_listed(placed.claim):
                held[placed.path].add(index)
    lists = sorted(List(days.get(path) or "", path, frozenset(ids)) for path, ids in held.items())
    decisions = [told for told in groups if told[0].claim.kind == "decision"]
    first = lines((told[0] for told in decisions), days)
    reversing = Shelf()
    for row, placed in enumerate(first.rows):
        if placed.claim.attribute == "reverses":
            reversing.put(row, first.words[row])
    return Record(
        {found.path: found for found in lists},
        lines((p for told in groups for p in told if p.claim.attribute == "delivered"), days),
        lines((p for told in decisions for p in told), days),
        first,
        reversing,
        days,
        Counter(chain.from_iterable(content(told[-1].claim.text) for told in groups)),
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
    own = held.lists[newest.path]
    if not own.day:
        return None
    for day, path, matters in held.lists.values():
        if day > own.day and index not in matters and len(matters & own.matters) >= CARRIED:
            return Closer(
                "closed", path, 0, 0, "",
                f"no longer in the list of {day}, which goes on with that of {own.day}",
            )  # fmt: skip
    return None


def by_delivery(told: Told, held: Record) -> Closer | None:
    """A later report by the same party that shares the promise's words: only proposed.

    Two words at least, one of them rare in these notes ("issue" and "created" say nothing); soon
    after the promise that is enough, later the report must hold half of the shorter wording.
    """
    newest = told[-1]
    wanted = content(newest.claim.text) - content(newest.claim.party)
    day = day_of(newest, held.days)
    for report, shared in held.delivered.sharing(wanted, _TWO, day):
        if not _after(report, newest, held.days) or not _same_party(report.claim, newest.claim):
            continue
        gap = apart(day, day_of(report, held.days)) or 0
        close = gap <= SOON or cover(wanted, content(report.claim.text)) >= DELIVERED
        if close and any(held.is_rare(w) for w in shared):
            return Closer(
                "proposed_closed", report.path, report.claim.line, report.claim.end_line,
                report.claim.text, "a later line may report it as done",
            )  # fmt: skip
    return None


def by_answer(told: Told, held: Record) -> Closer | None:
    """A later decision or fact on the question's words: only proposed."""
    newest = told[-1]
    wanted = content(newest.claim.text)
    for placed, _ in held.decided.sharing(wanted, _THREE, day_of(newest, held.days)):
        if placed.claim.planned or not _after(placed, newest, held.days):
            continue
        if cover(wanted, content(placed.claim.text)) >= ANSWERED:
            return Closer(
                "proposed_answered", placed.path, placed.claim.line, placed.claim.end_line,
                placed.claim.text, "a later line may answer it",
            )  # fmt: skip
    return None


def by_later_decision(told: Told, held: Record) -> Closer | None:
    """A newer decision on the same words; one that takes another back need share but a rare one."""
    newest = told[-1]
    wanted = content(newest.claim.text) - content(newest.claim.cue)
    for first in held.decided_after(wanted, day_of(newest, held.days)):
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


def _last(day: str) -> str:
    """The last day on which a line can still close what was told on ``day``."""
    last = date.fromisoformat(day).toordinal() + WITHIN
    return date.fromordinal(min(last, date.max.toordinal())).isoformat()


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
