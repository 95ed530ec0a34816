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

STOOD, HALF_LIFE = 100, 1.0
"""Points for standing in the last meeting, and the meetings in which they halve: at one, a matter
that stood the last time outranks any that only stood before."""
OFTEN = 10
"""Points for each doubling of the meetings it stood in."""
AT_LENGTH = 15
"""Points for each doubling of the lines that named it, an older meeting's lines fading."""
KEPT, SETTLED = 20, -30
"""Points for words by which a matter stays open, or is taken off."""
LONG = 1500
"""Characters beyond which a passage is a debate, whose words tell nothing of one matter's fate."""

_STAYS = re.compile(
    r"\b(?:next (?:week|meeting|call|time)|tracking issue|in progress|working on|ongoing|still"
    r"|(?:leav|keep|stay|left)\w*\b[^.\n]{0,20}\bagenda|no (?:\w+ )?updates?|this week"
    r"|not discussed|defer|skip|postpon|tabled|to be discussed|needs? (?:more|further)|continu)",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\b(?:(?:remov|tak|drop)\w*\b[^.\n]{0,40}\b(?:agenda|tag|label)\b"
    r"|(?:off|from) (?:the )?agenda\b|removed\b|clos(?:ed?|ing)\b|resolved\b|landed\b|merged\b"
    r"|approved\b|passed\b|done\b|completed?\b|no objections?\b|rejected\b|withdrawn\b)",
    re.IGNORECASE,
)


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

    Points compare matters of one series on one day; they are no probability.
    """
    if not sightings:
        return ()
    newest = min(sightings, key=lambda s: s.ago)
    stood = sum(_fading(s) for s in sightings)
    length = sum(s.lines * _fading(s) for s in sightings)
    found = (
        ("stood lately", round(STOOD * stood)),
        ("stood often", round(OFTEN * math.log2(len(sightings)))),
        ("at length", round(AT_LENGTH * math.log2(1 + length))),
        ("wording", fate(newest.words)),
    )
    return tuple(part for part in found if part[1])


def fate(words: str) -> int:
    """Points for what the words say will become of a matter: kept, settled, both or neither."""
    if len(words) > LONG:
        return 0
    return KEPT * bool(_STAYS.search(words)) + SETTLED * bool(_GOES.search(words))


def _fading(sighting: Sighting) -> float:
    return float(0.5 ** (sighting.ago / HALF_LIFE))
