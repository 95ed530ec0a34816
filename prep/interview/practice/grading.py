"""The grade of an attempt, by fixed rules that are printed with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from prep.interview.evidence import too_little
from prep.interview.practice.attempt import Grade
from prep.interview.review import missing
from prep.interview.telling import telling
from prep.interview.terms import tokens

ELEMENTS = ("situation", "task", "action", "result", "number", "lesson")
"""What one ticks after a spoken answer."""
STRONG_SECONDS, STUCK_SECONDS = 3.0, 7.0
"""Recall: to the first key. From noamseg/interview-coach-skill."""


class Graded(NamedTuple):
    """A grade, its reason in words, and what goes into the log's flags."""

    grade: Grade
    why: str
    flags: tuple[str, ...] = ()


def grade_decode(picked: Sequence[str], tested: Sequence[str]) -> Graded:
    """Two picks against what a question tests, the first of which weighs most."""
    if not picked:
        return Graded("again", "nothing picked")
    if tested[:1] and tested[0] in picked:
        return Graded("good", "the first competency is among your picks")
    if set(picked) & set(tested):
        return Graded("hard", "only the second competency is among your picks")
    return Graded("again", "neither pick is what it tests")


def grade_recall(seconds: float, *, right: bool) -> Graded:
    """Seconds to the first key, and whether the story is one that fits."""
    if not right:
        return Graded("again", "no story that fits", ("no story",))
    if seconds > STUCK_SECONDS:
        return Graded("again", f"stuck for {seconds:.0f} s", ("stuck",))
    if seconds > STRONG_SECONDS:
        return Graded("hard", f"hesitant, {seconds:.0f} s", ("hesitant",))
    return Graded("good", f"at once, {seconds:.1f} s")


def grade_typed(text: str, seconds: float | None, own: int | None, language: str = "en") -> Graded:
    """An answer whose words are known: typed, or from a transcript."""
    little = too_little(text, seconds, language)
    if little:
        return Graded("", little, (little,))
    if telling(text).kind != "story":
        return Graded("again", f"I found no story here but: {telling(text).kind}", ("no story",))
    lacks = set(missing(text)) - {"lesson", "number"}
    spent = len(tokens(text)) * 60 / 140 if seconds is None else seconds
    return _complete(lacks, spent, own, recalled=None)


def grade_ticked(ticks: Sequence[str], seconds: float, own: int | None) -> Graded:
    """A spoken answer without a transcript: only its time and one's own ticks are known."""
    if seconds < 10:
        return Graded("", "too short to say anything", ("too short",))
    if not {"situation", "action"} & set(ticks):
        return Graded("again", "no story by your own ticks", ("no story",))
    lacks = {name for name in ("task", "action", "result") if name not in ticks}
    return _complete(lacks, seconds, own, recalled=None)


def _complete(
    lacks: set[str], seconds: float, own: int | None, *, recalled: float | None
) -> Graded:
    if lacks:
        named = ", ".join(sorted(lacks))
        return Graded("hard", f"missing: {named}", tuple(f"no {name}" for name in sorted(lacks)))
    if seconds > 150:
        return Graded("hard", f"complete, but {seconds:.0f} s", ("long",))
    quick = seconds <= 120 and own == 4 and (recalled is None or recalled <= STRONG_SECONDS)
    return Graded("easy" if quick else "good", f"complete in {seconds:.0f} s")
