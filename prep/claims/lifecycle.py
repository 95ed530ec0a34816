"""Claims of many notes to threads: what is open, overdue, carried, closed, answered, superseded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from prep.claims import closing
from prep.claims.closing import Closer, Record, apart
from prep.claims.threads import Told, day_of, grouped
from prep.model.claim import Placed, State, Thread

STALE = 60
"""Days after which a status, and an undated open matter, is no news any more (the sample brief
calls one of 75 days stale and one of 3 weeks not)."""
_FOLLOWED = ("commitment", "open_question", "decision", "status")


@dataclass(frozen=True, slots=True)
class _Times:
    as_of: str
    days: Mapping[str, str | None]
    held: Record


def follow(
    claims: Sequence[Placed],
    *,
    as_of: str,
    days: Mapping[str, str | None],
    me: tuple[str, ...] = (),
    of: Callable[[Placed], bool] | None = None,
) -> tuple[Thread, ...]:
    """Threads in order of their first telling; the same claims and day give the same threads.

    ``as_of``: ISO day; claims dated after it are left out. ``days``: the day of each note by path.
    ``me``: the owner's names, so that "I" and the owner's own name are one party. ``of``: threads
    that have a telling of these are given; None: all. What ends them is looked for in every claim.
    """
    own = frozenset(name.casefold() for name in me)
    named = (_named(p, own) for p in claims)
    known = [p for p in named if (day_of(p, days) or as_of) <= as_of]
    groups = grouped(known, days)
    times = _Times(as_of, days, closing.record(groups, days))
    asked = (row for row in enumerate(groups) if of is None or any(map(of, row[1])))
    return tuple(_thread(index, told, times) for index, told in asked)


def _named(placed: Placed, me: frozenset[str]) -> Placed:
    if me and placed.claim.party.casefold() in me:
        return placed._replace(claim=placed.claim._replace(party="I"))
    return placed


def _thread(index: int, told: Told, times: _Times) -> Thread:
    newest = told[-1]
    since = next((d for p in told if (d := day_of(p, times.days))), None)
    closer = _closer(index, told, times) if newest.claim.kind in _FOLLOWED else None
    if closer is not None:
        lines = ((closer.path, closer.line, closer.end_line, closer.words),) if closer.line else ()
        return Thread(newest, told, closer.state, lines, closer.why, since)
    state, why = _standing(told, since, times)
    return Thread(newest, told, state, (), why, since)


def _closer(index: int, told: Told, times: _Times) -> Closer | None:
    own = closing.by_own_word(told)
    kind = told[-1].claim.kind
    if own is not None and own.state in ("closed", "answered"):
        return own
    if kind == "commitment":
        listed = closing.by_running_list(index, told, times.held)
        return listed or own or closing.by_delivery(told, times.held)
    if kind == "open_question":
        return own or closing.by_answer(told, times.held)
    if kind == "decision":
        return own or closing.by_later_decision(told, times.held)
    return own


def _standing(told: Told, since: str | None, times: _Times) -> tuple[State, str]:
    """The state of what nothing closed, by its due day, its tellings and its age."""
    claim = told[-1].claim
    if claim.kind == "commitment" and claim.due and claim.due < times.as_of:
        return "overdue", f"due {claim.due}"
    notes = len({p.path for p in told})
    if claim.kind in ("commitment", "open_question") and notes > 1:
        return "carried", f"carried {notes - 1} time{'s' if notes > 2 else ''} since {since}"
    age = apart(day_of(told[-1], times.days), times.as_of)
    if claim.kind in _FOLLOWED and claim.kind != "decision" and age is not None and age > STALE:
        waits = f", waiting for {claim.value}" if claim.kind == "status" and claim.value else ""
        return "stale", f"{age} days old{waits}"
    if any(p.claim.state == "closed" for p in told[:-1]):
        return "open", "reopened"
    return "open", ""
