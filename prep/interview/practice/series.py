"""The measures of a practice log as series over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prep.interview.practice.attempt import Attempt
from prep.interview.practice.progress import Point, Series

_RANK = {"again": 1.0, "hard": 2.0, "good": 3.0, "easy": 4.0}


def series(attempts: Sequence[Attempt]) -> tuple[Series, ...]:
    """Length of answers, seconds to recall, self-rating and grade; empty ones are left out.

    An attempt that was too short to be graded is no point.
    """
    found = (
        Series("length", "Length of an answer", "s",
               _points(attempts, {"answer", "ladder"}, lambda a: a.seconds), (60.0, 120.0)),
        Series("recall", "Seconds to recall", "s",
               _points(attempts, {"recall"}, lambda a: a.seconds), (0.0, 3.0)),
        Series("own", "Your own rating", "of 4",
               _points(attempts, {"answer", "ladder"}, lambda a: a.own),
               lower_is_better=False),
        Series("grade", "Grade by the rules (1 again, 4 easy)", "of 4",
               _points(attempts, {"answer", "ladder"}, lambda a: _RANK.get(a.grade)),
               lower_is_better=False),
    )  # fmt: skip
    return tuple(s for s in found if s.points)


def gap(attempts: Sequence[Attempt]) -> str:
    """How one's own ratings sit beside the rules' grades, in words; "" where either is missing.

    Self-ratings of interviews are poor (interviewing.io), so both are kept and the gap is shown.
    """
    pairs = [(a.own, _RANK[a.grade]) for a in attempts if a.own is not None and a.grade]
    if not pairs:
        return ""
    mean = sum(own - ruled for own, ruled in pairs) / len(pairs)
    side = "as" if abs(mean) < 0.5 else "higher than" if mean > 0 else "lower than"
    end = " do" if side == "as" else ""
    return f"you rate yourself {side} the rules{end} ({len(pairs)} answers)"


def _points(
    attempts: Sequence[Attempt], drills: set[str], value: Callable[[Attempt], float | None]
) -> tuple[Point, ...]:
    return tuple(
        Point(a.day, float(v), a.how)
        for a in attempts
        if a.drill in drills and a.counts and (v := value(a)) is not None
    )
