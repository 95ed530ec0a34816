"""When to practise what again: FSRS without fuzz, bent to the day of the interview.

FSRS was fitted to flashcards, not to spoken answers; the page says so. Days, not hours: an attempt
counts as made at noon UTC, so that a schedule does not depend on the time of day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from prep.interview.practice.attempt import Attempt, Drill, Grade, card_key

BUDGET = 6
"""Cards a day: enough for a quarter of an hour. Our own cut."""
RETENTION = 0.9
"""Higher costs two or three more passes before an interview and gains little."""

_RATING = {"again": 1, "hard": 2, "good": 3, "easy": 4}


class Card(NamedTuple):
    """Something to practise. ``critical``: no story covers it and the role asks for it."""

    drill: Drill
    question: str
    story: str = ""
    competency: str = ""
    critical: bool = False

    @property
    def key(self) -> str:
        """The key of the card, the same as that of its attempts."""
        return card_key(self.drill, self.question)


def card_number(key: str) -> int:
    """A stable number of a card; the library's own default is made from the clock."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6])


def due(passes: Sequence[tuple[str, Grade]], key: str = "") -> str | None:
    """The day on which FSRS wants a card again, after passes of (day, grade); None before any."""
    from fsrs import Card as Memory
    from fsrs import Rating, Scheduler

    scheduler = Scheduler(
        desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    card: Any = Memory(card_id=card_number(key))
    rated = [(day, grade) for day, grade in passes if grade]
    for day, grade in rated:
        card, _ = scheduler.review_card(card, Rating(_RATING[grade]), _noon(day))
    return str(card.due.date()) if rated else None


def next_pass(
    passes: Sequence[tuple[str, Grade]], interview: str | None, key: str = ""
) -> str | None:
    """The day of the next pass: FSRS's, but no later than the day before the interview.

    The day before always has a pass; on the day itself and after it there is none.
    """
    wanted = due(passes, key)
    if interview is None or wanted is None:
        return wanted
    eve = str(date.fromisoformat(interview) - timedelta(days=1))
    if passes[-1][0] >= eve:
        return None
    return min(wanted, eve)


def today(
    cards: Sequence[Card], attempts: Sequence[Attempt], as_of: str, interview: str | None = None,
    budget: int = BUDGET,
) -> tuple[Card, ...]:  # fmt: skip
    """What to practise on a day: critical gaps, then what is due, then new, in the deck's order.

    On the eve of the interview everything that was ever practised is due. After it, nothing is.
    """
    if interview is not None and as_of >= interview:
        return ()
    rows = []
    for place, card in enumerate(cards):
        passes = history(card, attempts)
        if passes and passes[-1][0] >= as_of and passes[-1][1] != "again":
            continue
        wanted = next_pass(passes, interview, card.key) if passes else None
        if passes and (wanted is None or wanted > as_of):
            continue
        rank = 0 if card.critical else 1 if passes else 2
        rows.append(((rank, wanted or as_of, place), card))
    return tuple(card for _, card in sorted(rows, key=lambda row: row[0])[:budget])


def history(card: Card, attempts: Sequence[Attempt]) -> tuple[tuple[str, Grade], ...]:
    """The graded passes of a card, oldest first."""
    return tuple((a.day, a.counts) for a in attempts if a.card == card.key and a.counts)


def _noon(day: str) -> datetime:
    found = date.fromisoformat(day)
    return datetime(found.year, found.month, found.day, 12, tzinfo=UTC)
