"""Where a sentence says that somebody will: its subject, the auxiliary, and the verb."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from prep.claims.cues import Cues
from prep.claims.parties import subject_before

_THEM = r"(?P<who>{them})\s*$"
_STRENGTHS = ("will", "ought", "wish")


class Use(NamedTuple):
    """One auxiliary in a sentence.

    ``subject``: names or a pronoun before it, "" where there is none; ``bare``: it comes first.
    ``strength``: the cue group it is of; ``verb``: the word after it, adverbs passed over;
    ``deed``: whether that is something to do; ``at``: where the verb stands; ``rest``: what follows.
    """

    subject: str
    bare: bool
    strength: str
    modal: str
    verb: str
    deed: bool
    start: int
    at: int
    rest: str


@lru_cache(maxsize=2048)
def uses(text: str, cues: Cues) -> tuple[Use, ...]:
    """The auxiliaries of a sentence, in order; kept, since four rules ask for them."""
    found: dict[int, Use] = {}
    for strength in _STRENGTHS:
        for match in cues.find(strength).every(text):
            use = _use(text, match.start(), match.end(), strength, cues)
            if use and match.start() not in found:
                found[match.start()] = use
    return tuple(found[start] for start in sorted(found))


def _use(text: str, start: int, end: int, strength: str, cues: Cues) -> Use | None:
    before = text[:start]
    words = text[end:].split()
    while words and cues.is_one("adverb", words[0].strip(",")):
        words.pop(0)
    if not words:
        return None
    verb = words[0].strip(".,;:!?()\"'”")
    pair = f"{verb} {words[1].strip('.,;:!?')}" if len(words) > 1 else verb
    deed = cues.is_one("deed", verb) or cues.is_one("deed", pair)
    rest = " ".join(words[1:])
    bare = not cues.find("opener").blank(before).strip(" ,.;-–")
    subject = "" if bare else subject_before(before, cues)
    if not subject and not bare:
        them = cues.compile(_THEM, "them").search(before)
        subject = them.group("who") if them else ""
    return Use(
        subject, bare, strength, text[start:end], verb.lower(), deed, start,
        text.find(words[0], end), rest,
    )  # fmt: skip
