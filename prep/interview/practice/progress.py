"""How practice goes: trends that claim no more than they know, and a list of what is ready.

No trend before four sessions (rule of noamseg/interview-coach-skill), and points that were
measured differently are never joined.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from prep.interview.practice.attempt import How

_BARS = "▁▂▃▄▅▆▇█"
MIN_SESSIONS = 4
RECENT_DAYS = 14
TOLD_DAYS = 7


class Point(NamedTuple):
    """One value of a measure on one day, and by what it was measured."""

    day: str
    value: float
    how: How


class Series(NamedTuple):
    """A measure over time, oldest first. ``band``: the range that is fine, or None."""

    key: str
    title: str
    unit: str
    points: tuple[Point, ...]
    band: tuple[float, float] | None = None
    lower_is_better: bool = True


def sparkline(values: Sequence[float]) -> str:
    """Values as one bar each; the same height throughout where they are all alike."""
    if not values:
        return ""
    low, high = min(values), max(values)
    if high == low:
        return _BARS[3] * len(values)
    return "".join(_BARS[round((v - low) / (high - low) * (len(_BARS) - 1))] for v in values)


def runs(series: Series) -> tuple[tuple[Point, ...], ...]:
    """The points, cut wherever the way of measuring changes: only these may be joined."""
    found: list[tuple[Point, ...]] = []
    for point in series.points:
        if found and found[-1][-1].how == point.how:
            found[-1] = (*found[-1], point)
        else:
            found.append((point,))
    return tuple(found)


def trend(series: Series) -> str:
    """What may be said of a measure, in words.

    One session is a baseline, two or three a direction, from four the median of the last three
    against that of the first three; only sessions measured in the latest way count.
    """
    if not series.points:
        return "no session yet"
    how = series.points[-1].how
    by_day: dict[str, list[float]] = {}
    for point in series.points:
        if point.how == how:
            by_day.setdefault(point.day, []).append(point.value)
    values = [statistics.median(day) for day in by_day.values()]
    if len(values) == 1:
        return f"baseline: {values[0]:.0f} {series.unit}"
    if len(values) < MIN_SESSIONS:
        return f"{values[0]:.0f} → {values[-1]:.0f} {series.unit}: too early for a trend"
    first, last = statistics.median(values[:3]), statistics.median(values[-3:])
    return f"{_direction(first, last, series)}: {first:.0f} → {last:.0f} {series.unit}"


def _direction(first: float, last: float, series: Series) -> str:
    if abs(last - first) < 0.1 * max(abs(first), 1.0):
        return "level"
    return "better" if (last < first) == series.lower_is_better else "worse"


class Story(NamedTuple):
    """What readiness asks of an expected question: its story's fit and how it was last told."""

    question: str
    fit: str
    told: tuple[tuple[str, float | None], ...]
    failure: bool = False


class Ready(NamedTuple):
    """One line of the readiness list."""

    ready: bool
    text: str
    missing: tuple[str, ...] = ()


def readiness(
    expected: Sequence[Story], *, asks: int, concern_aloud: bool | None, as_of: str
) -> tuple[Ready, ...]:
    """What is ready and what is not; a list, never a number.

    ``asks``: questions ready to be asked. ``concern_aloud``: whether the concern was answered
    aloud, None where there is none.
    """
    uncovered = tuple(s.question for s in expected if s.fit not in {"strong", "workable", "plain"})
    stories = [s for s in expected if s.fit in {"strong", "workable"}]
    untold = tuple(s.question for s in stories if not _told(s, as_of))
    rows = [
        Ready(not uncovered, "every expected question has a strong or workable story", uncovered),
        Ready(
            bool(stories) and not untold,
            f"each of these stories was told within two minutes in the last {TOLD_DAYS} days",
            untold,
        ),
        Ready(any(s.failure and s in stories for s in expected), "one story of a failure"),
        Ready(asks >= 3, "three questions to ask"),
    ]
    if concern_aloud is not None:
        rows.append(Ready(concern_aloud, "the concern was answered aloud"))
    return tuple(rows)


def _told(story: Story, as_of: str) -> bool:
    return any(
        seconds is not None and seconds <= 120 and _age(day, as_of) <= TOLD_DAYS
        for day, seconds in story.told
    )


def _age(day: str, as_of: str) -> int:
    return (date.fromisoformat(as_of) - date.fromisoformat(day)).days


def coverage(expected: Sequence[tuple[str, str, str]], as_of: str) -> str:
    """Of the expected questions, as (fit, last day, last grade): the shares that are covered,
    practised in the last fortnight, and last graded good or better.
    """
    total = len(expected)
    if not total:
        return "no expected question"
    strong = sum(fit == "strong" for fit, _, _ in expected)
    recent = sum(bool(day) and _age(day, as_of) <= RECENT_DAYS for _, day, _ in expected)
    good = sum(grade in {"good", "easy"} for _, _, grade in expected)
    return (
        f"strong story {_bar(strong, total)} · practised in {RECENT_DAYS} days "
        f"{_bar(recent, total)} · last good {_bar(good, total)}"
    )


def _bar(part: int, total: int) -> str:
    return f"{'●' * part}{'○' * (total - part)} {part}/{total}"
