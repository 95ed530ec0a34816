"""How likely a matter that stood in past meetings stands in the next one.

Pure arithmetic on where it stood and by which words: nothing is learnt, nothing is stored. The
weights were set on public minutes of the years before 2022 and measured on those after
(``bench/forward.md``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from prep.brief.lowered import lowered

STOOD, HALF_LIFE = 100, 0.8
"""Points for standing in the last meeting, and the meetings in which they halve: below one, a
matter that stood the last time outranks, words aside, any that only stood before."""
AT_LENGTH = 90
"""Points for each doubling of the lines that named it, an older meeting's lines fading alike."""
LONG = 1500
"""Characters beyond which a passage is a debate, whose words tell nothing of one matter's fate."""
_OFF = (
    r"(?:remov|tak|drop)\w*\b[^.\n]{0,40}\b(?:agenda|tag|label)\b"
    r"|(?:off|from) (?:the )?(?:\w+-)?agenda\b|agenda (?:tag|label)"
    r"|(?:no|not) (?:need|require)\w*(?: further| more)? discuss"
)
_SETTLED = (
    r"(?:removed|closed|closing|resolved|landed|merged|rejected|withdrawn|fixed|onboarded)\b"
    r"|no objections?\b"
)
_KEPT = (
    r"next (?:week|meeting|call|time)\b|this week\b|tracking issue\b|no (?:\w+ )?updates?\b"
    r"|(?:leav|keep|stay|left)\w*\b[^.\n]{0,20}\bagenda\b|leav\w+ (?:it )?(?:on|open)\b"
    r"|not discussed\b|defer|skip|tabled\b|needs? (?:more|further)\b|still\b"
)
_GOES_ON = r"wait|progress|continu|discussion|soon\b|remind|to be discussed\b|pending\b|last week\b"


class Fate(NamedTuple):
    """Points for words by which a matter's fate is told.

    ``needles``: some of them stands in every text that ``words`` finds anything in, and is looked
    for first: few texts hold one.
    """

    points: int
    words: re.Pattern[str]
    needles: tuple[str, ...]


FATES = tuple(
    Fate(points, re.compile(rf"\b(?:{words})"), needles)
    for points, words, needles in (
        (-90, _OFF, ("agenda", "tag", "label", "discuss")),
        (-15, _SETTLED, (
            "clos", "removed", "resolved", "landed", "merged", "rejected", "withdrawn", "fixed",
            "onboarded", "no objection",
        )),
        (30, _KEPT, (
            "next ", "this week", "tracking issue", "update", "agenda", "leav", "not discussed",
            "defer", "skip", "tabled", "need", "still",
        )),
        (20, _GOES_ON, (
            "wait", "progress", "continu", "discuss", "soon", "remind", "pending", "last week",
        )),
    )
)  # fmt: skip
"""The words by which a matter is taken off, is settled, is kept, or goes on; in lower case."""


class Sighting(NamedTuple):
    """A matter in one meeting.

    ``ago``: 0 for the last meeting, 1 for the one before. ``lines``: how many named it.
    ``words``: what was said of it there: its line with what stands below.
    """

    ago: int
    lines: int
    words: str


def parts(sightings: Sequence[Sighting]) -> tuple[tuple[str, int], ...]:
    """The points by which a matter is expected again, by name; their sum orders matters.

    Points compare the matters of one series on one day; they are no probability.
    """
    if not sightings:
        return ()
    newest = min(sightings, key=lambda sighting: sighting.ago)
    stood = sum(_fading(sighting) for sighting in sightings)
    length = sum(sighting.lines * _fading(sighting) for sighting in sightings)
    found = (
        ("stood lately", round(STOOD * stood)),
        ("at length", round(AT_LENGTH * math.log2(1 + length))),
        ("wording", fate(newest.words)),
    )
    return tuple(part for part in found if part[1])


def fate(words: str) -> int:
    """Points for what the words say will become of a matter; 0 where they say nothing."""
    if len(words) > LONG:
        return 0
    low = lowered(words)
    return sum(
        fate.points
        for fate in FATES
        if any(map(low.__contains__, fate.needles)) and fate.words.search(low)
    )


def _fading(sighting: Sighting) -> float:
    return float(0.5 ** (sighting.ago / HALF_LIFE))
