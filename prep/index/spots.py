"""Where a name stands, as numbers: many of them in one row, so that a thousand are read at once.

A spot is a note, a line and an episode. A row of the table ``naming`` holds the spots of one form,
at one kind of place, in the notes of one part (1,024 notes by their numbers), as an array in
order: half of the rows that a row a naming would take, and a third less room for them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

PART = 10
"""Bits of a note's number that are kept within a part."""
_LAYOUTS = (("I", 14, 8), ("Q", 28, 26))
"""Type of the array, bits of the line, bits of the episode. The second is for the few spots beyond
line 16,383 or episode 255; it holds all that a file of 16 MB can have."""
_EPISODES = 1 << _LAYOUTS[0][2]
_LINES = 1 << _LAYOUTS[0][1]


def is_wide(line: int, episode: int) -> int:
    """Which layout this line and episode need."""
    return int(line >= _LINES or episode >= _EPISODES)


def number_of(line: int, episode: int, wide: int) -> int:
    """The spot but for its note."""
    return line << _LAYOUTS[wide][2] | episode


def placed(note: int, numbers: Iterable[int], wide: int) -> list[int]:
    """These spots, in this note."""
    _, lines, episodes = _LAYOUTS[wide]
    base = (note & (1 << PART) - 1) << lines + episodes
    return [base | number for number in numbers]


def without(note: int, numbers: Iterable[int], wide: int) -> list[int]:
    """These spots, but for those in this note."""
    _, lines, episodes = _LAYOUTS[wide]
    within = note & (1 << PART) - 1
    return [number for number in numbers if number >> lines + episodes != within]


def packed(numbers: Iterable[int], wide: int) -> bytes:
    """A row's spots as bytes."""
    return array(_LAYOUTS[wide][0], sorted(numbers)).tobytes()


def numbers_of(data: bytes, wide: int) -> list[int]:
    """A row's spots, as they were packed."""
    return array(_LAYOUTS[wide][0], data).tolist()


def spots_of(part: int, data: bytes, wide: int) -> Iterator[tuple[int, int, int]]:
    """A row's spots, each as note, line and episode."""
    kind, lines, episodes = _LAYOUTS[wide]
    base = part << PART
    above, of_line, of_episode = lines + episodes, (1 << lines) - 1, (1 << episodes) - 1
    return (
        (base + (number >> above), number >> episodes & of_line, number & of_episode)
        for number in array(kind, data)
    )
