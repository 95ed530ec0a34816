"""The measures of a whole talk."""

from __future__ import annotations

from prep.interview import wording
from prep.interview.measured import (
    WORDS_A_MINUTE,
    Asked,
    Level,
    Measured,
    above,
    not_measurable,
)
from prep.interview.talk import Talk, asking
from prep.interview.terms import tokens


def _mine(talk: Talk) -> tuple[str, ...]:
    return tuple(turn.text for turn in talk.turns if turn.speaker == talk.me)


def _minutes(talk: Talk) -> tuple[float, bool]:
    """My speaking time in minutes, and whether it is estimated."""
    cues = [cue for turn in talk.turns if turn.speaker == talk.me for cue in turn.cues]
    times = [cue.seconds for cue in cues]
    if times and None not in times:
        return max(sum(t for t in times if t is not None) / 60, 1 / 60), False
    words = sum(len(tokens(cue.text)) for cue in cues)
    return max(words / WORDS_A_MINUTE, 1 / 60), True


def _rate(count: int, talk: Talk) -> Measured:
    minutes, estimated = _minutes(talk)
    rate = count / minutes
    level = above(rate, 5, 10)
    words = f"{count}, or {rate:.1f} a minute" + (" (estimated)" if estimated else "")
    return Measured(level, words, rate, estimated)


def filler_sounds(asked: Asked) -> Measured:
    """Um, uh and the like, a minute."""
    if asked.language not in wording.SOUNDS:
        return not_measurable("no list of filler sounds for this language")
    text = " ".join(_mine(asked.talk))
    count = wording.filler_sounds(text, asked.language)
    if count == 0:
        long = len(tokens(text)) >= 300
        return not_measurable("your transcriber removes them" if long else "none in a short text")
    return _rate(count, asked.talk)


def filler_words(asked: Asked) -> Measured:
    """Like, you know and the like, where punctuation sets them off, a minute."""
    count = wording.filler_words(" ".join(_mine(asked.talk)), asked.language)
    if count is None:
        return not_measurable("no punctuation, or a language without a list")
    return _rate(count, asked.talk)


def crutch(asked: Asked) -> Measured:
    """The phrase of two to four words that comes back most often over the answers."""
    answers = [answer.text for answer in asked.talk.answers]
    if len(answers) < 3:
        return not_measurable("fewer than three answers")
    found = wording.crutches(answers)
    if not found:
        return Measured("good", "none", 0)
    phrase, count = found[0]
    return Measured(above(count, 2, 5), f"“{phrase}”, {count} times", count)


def hedging(asked: Asked) -> Measured:
    """Hedges a hundred words; answers that open with one are counted apart."""
    text = " ".join(_mine(asked.talk))
    count = len(tokens(text))
    if count < 100:
        return not_measurable("fewer than 100 words")
    rate = wording.hedges(text) * 100 / count
    opens = sum(wording.opens_with_hedge(answer.text) for answer in asked.talk.answers)
    level: Level = "flag" if rate > 3 else "note" if rate > 1.5 else "good"
    words = f"{rate:.1f} in a hundred words; {opens} of {len(asked.talk.answers)} answers open so"
    return Measured(level, words, rate)


_SHARES = {"candidate": (0.5, 0.7), "interviewer": (0.2, 0.3), "discovery": (0.0, 0.4)}


def talk_share(asked: Asked) -> Measured:
    """My share of all words."""
    if len(asked.talk.transcript.speakers) < 2:
        return not_measurable("one speaker")
    total = sum(len(tokens(cue.text)) for cue in asked.talk.transcript.cues) or 1
    value = sum(len(tokens(text)) for text in _mine(asked.talk)) / total
    low, high = _SHARES[asked.side]
    return Measured("good" if low <= value <= high else "note", f"{value:.0%} of the words", value)


def longest_turn(asked: Asked) -> Measured:
    """The longest stretch that I spoke without another voice, in seconds."""
    times = [
        sum(cue.seconds or 0.0 for cue in turn.cues)
        for turn in asked.talk.turns
        if turn.speaker == asked.talk.me
    ]
    if not asked.talk.transcript.timed or not times:
        return not_measurable("the file has no times")
    value = max(times)
    level: Level = "good" if value < 120 else "note" if value <= 180 else "flag"
    return Measured(level, f"{value:.0f} s", value)


_OPEN_INSIDE = frozenset({"how", "what", "when", "where", "which", "who", "why"})


_OPEN = frozenset((word,) for word in _OPEN_INSIDE)


def questions_asked(asked: Asked) -> Measured:
    """My questions, and how many of them open with a question word."""
    mine = [t for t in asked.talk.turns if t.speaker == asked.talk.me]
    if not any(mark in cue.text for cue in asked.talk.transcript.cues for mark in ".?!"):
        return not_measurable("no punctuation")
    asks = [q for turn in mine if (q := asking(turn)).endswith("?")]
    opened = sum(tokens(q)[:1] in _OPEN or bool(_OPEN_INSIDE & {*tokens(q)}) for q in asks)
    level: Level = "shown" if asked.side != "candidate" else "good" if len(asks) >= 3 else "note"
    return Measured(level, f"{len(asks)}, {opened} of them open", len(asks))
