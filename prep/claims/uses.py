"""Where a sentence says that somebody will: its subject, the auxiliary, and the verb."""

from __future__ import annotations

from typing import NamedTuple

from prep.claims.cues import Cues
from prep.claims.heard import Heard
from prep.claims.parties import subject_before

_THEM = r"(?P<who>{them})\s*$"
_BEFORE = "pronoun|before_verb|adverb|opener|us|them"
_WORD = 40  # letters that the word before an auxiliary may have
_AUXILIARIES = "will|ought|wish"
_BETWEEN = " ,.;-–"


class Use(NamedTuple):
    """One auxiliary in a sentence.

    ``subject``: names or a pronoun before it, "" where there is none; ``bare``: it comes first.
    ``strength``: the cue group it is of; ``verb``: the word after it, adverbs passed over;
    ``deed``: whether that is something to do; ``at``: where the verb stands; ``rest``: the words
    behind it.
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


def uses(text: str, heard: Heard, cues: Cues) -> tuple[Use, ...]:
    """The auxiliaries of a sentence of the line heard, in order: those that somebody may be bound
    by, with a subject or right at the head.
    """
    found = (_use(text, m.start(), m.end(), heard, cues) for m in heard.every(_AUXILIARIES, text))
    return tuple(use for use in found if use)


def _strength(modal: str, cues: Cues) -> str:
    if cues.is_one("will", modal):
        return "will"
    return "ought" if cues.is_one("ought", modal) else "wish"


def _only_opens(before: str, heard: Heard, cues: Cues) -> bool:
    """Whether nothing stands there but ``ok, so``."""
    words = before.lstrip(_BETWEEN)
    if words and not cues.may_open("opener", words):
        return False
    return not heard.blank("opener", before).strip(_BETWEEN)


def _subject(before: str, heard: Heard, cues: Cues) -> str:
    them = None
    subject = subject_before(before, cues)
    if not subject:
        them = heard.search(cues.compile(_THEM, "them"), before)
    return them.group("who") if them else subject


def _may_have_subject(text: str, start: int, cues: Cues) -> bool:
    """A quick look at the one word before: a capital, a pronoun, an adverb, or nothing."""
    words = text[max(0, start - _WORD) : start].rsplit(None, 1)
    last = words[-1].strip("(),.") if words else ""
    return last != last.lower() or last in cues.last_words(_BEFORE)


def _use(text: str, start: int, end: int, heard: Heard, cues: Cues) -> Use | None:
    if not _may_have_subject(text, start, cues):
        return None
    before = text[:start]
    bare = not before or _only_opens(before, heard, cues)
    subject = "" if bare else _subject(before, heard, cues)
    if not (bare or subject):
        return None
    modal = text[start:end].replace("’", "'")
    words = text[end:].split()
    while words and cues.is_one("adverb", words[0].strip(",")):
        words.pop(0)
    if not words:
        return None
    verb = words[0].strip(".,;:!?()\"'”")
    pair = f"{verb} {words[1].strip('.,;:!?')}" if len(words) > 1 else verb
    deed = cues.is_one("deed", verb) or cues.is_one("deed", pair)
    strength = _strength(modal, cues)
    return Use(
        subject, bare, strength, modal, verb.lower(), deed, start,
        text.find(words[0], end), " ".join(words[1:]),
    )  # fmt: skip
