"""A measured value, what a measure sees, and what a measure is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from prep.interview.bank import Bank
from prep.interview.talk import Answer, Talk

Level = Literal["good", "note", "flag", "shown", "not measurable"]
WORDS_A_MINUTE = 140


class Measured(NamedTuple):
    """One value: its level, what was seen in words, and the number behind it.

    ``estimated``: computed from words, not from times; never joined with timed points in a plot.
    """

    level: Level
    words: str
    value: float | None = None
    estimated: bool = False


class Asked(NamedTuple):
    """What a measure sees: the talk, one answer of it (talk-wide measures ignore it), the bank."""

    talk: Talk
    answer: Answer
    bank: Bank
    side: str = "candidate"
    language: str = "en"


class Measure(NamedTuple):
    """A measure with its threshold in words and the source of the threshold."""

    key: str
    title: str
    per: Literal["answer", "talk"]
    threshold: str
    source: str
    run: Callable[[Asked], Measured]


def not_measurable(why: str) -> Measured:
    """No value, and why."""
    return Measured("not measurable", f"not measurable: {why}")


def above(value: float, note: float, flag: float) -> Level:
    """The level of a value that is better the lower it is."""
    return "flag" if value >= flag else "note" if value > note else "good"
