"""What a story has and what it lacks, as ticks: never a score, and never "you have no …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from prep.interview import telling
from prep.interview.stories import Story
from prep.interview.terms import tokens
from prep.interview.wording import figures

STRONG, WORKABLE = 6, 4
"""Ticks that make a story strong, and workable (specification 4.4)."""
USED_WARN, USED_STRONGLY = 3, 5


class Tick(NamedTuple):
    """One check: what it looks for, whether it was found, and what to add where it was not."""

    name: str
    found: bool
    advice: str


def ticks(story: Story) -> tuple[Tick, ...]:
    """The eight checks of a story, in the order in which it is told."""
    text = story.text
    action, result = story.of("action"), story.of("result")
    numbers = figures(f"{result} {story.of('number')}")
    length = len(tokens(text))
    return (
        Tick("episode", bool(story.of("situation")) or telling.has_episode(text),
             "when and where it was"),
        Tick("own task", bool(story.of("task")) or telling.has_task(text), "what was yours to do"),
        Tick("own actions", _acts(action) >= 2, "two things that you did yourself"),
        Tick("result", bool(result), "how it ended"),
        Tick("number", bool(numbers), "a number, or who noticed"),
        Tick("stakes", telling.has_stakes(text), "what could be lost, or who was against it"),
        Tick("lesson", bool(story.of("lesson")) or telling.has_lesson(text), "what you learnt"),
        Tick("length", length >= 40, "enough to tell for a minute"),
    )  # fmt: skip


def count(story: Story) -> int:
    """How many ticks are found."""
    return sum(tick.found for tick in ticks(story))


def missing(story: Story) -> tuple[str, ...]:
    """What to add, the weightiest first: the result, its number, one's own part, the rest."""
    order = ("result", "number", "own actions", "own task", "episode", "stakes", "lesson", "length")
    lacking = {tick.name: tick.advice for tick in ticks(story) if not tick.found}
    return tuple(name for name in order if name in lacking)


def advice(story: Story, name: str) -> str:
    """What to add for one missing tick."""
    return next((tick.advice for tick in ticks(story) if tick.name == name), name)


def only_here(story: Story, places: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Numbers of the story that no other note of the owner holds; ``places``: paths by number."""
    found = [f for f in figures(story.text) if any(c.isdigit() for c in f)]
    own = {story.path}
    return tuple(dict.fromkeys(f for f in found if not places.get(f.lower(), frozenset()) - own))


def worn(story: Story) -> str:
    """A warning about a story told too often in this search, or ""."""
    times = len(story.used)
    if times >= USED_STRONGLY:
        return f"told {times} times: take another"
    return f"told {times} times already" if times >= USED_WARN else ""


def _acts(action: str) -> int:
    """Acts in the first person; in the notes' short form a clause is an act without its "I"."""
    said = telling.acts(action)
    short: Sequence[str] = [c for c in action.replace(". ", "; ").split(";") if len(c.split()) >= 2]
    return max(said, len(short))
