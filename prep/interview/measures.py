"""The sixteen measures of a talk, with their thresholds and where each threshold comes from.

A measure says what was seen, never what somebody is, and there is no total: features of the words
explain a ninth of the overall impression (Muralidhar & Gatica-Perez 2018, R² = 0.11).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from prep.interview import wording
from prep.interview.bank import Bank
from prep.interview.competence import lexicon
from prep.interview.evidence import MIN_WORDS
from prep.interview.talk import Answer, Talk, asking
from prep.interview.telling import telling
from prep.interview.terms import content, tokens

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


def _none(why: str) -> Measured:
    return Measured("not measurable", f"not measurable: {why}")


def _above(value: float, note: float, flag: float) -> Level:
    return "flag" if value >= flag else "note" if value > note else "good"


def answer_length(asked: Asked) -> Measured:
    """Seconds of one answer; from its words at 140 a minute where there are no times."""
    count = len(tokens(asked.answer.text))
    if count < MIN_WORDS:
        return _none(f"fewer than {MIN_WORDS} words")
    seconds = asked.answer.seconds
    estimated = seconds is None
    value = count * 60 / WORDS_A_MINUTE if seconds is None else seconds
    level: Level = "note"
    if 60 <= value <= 120:
        level = "good"
    elif value < 30 or value > 180:
        level = "flag"
    words = f"{value:.0f} s" + (" (estimated from words)" if estimated else "")
    return Measured(level, words, value, estimated)


def pace(asked: Asked) -> Measured:
    """Words a minute of my own speaking time, over an answer of 30 seconds or more."""
    seconds = asked.answer.seconds
    if seconds is None:
        return _none("the file has no times")
    if seconds < 30:
        return _none("an answer under 30 s")
    value = len(tokens(asked.answer.text)) * 60 / seconds
    level: Level = "good" if 100 <= value <= 165 else "note" if 90 <= value <= 190 else "flag"
    return Measured(level, f"{value:.0f} words a minute", value)


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
    level = _above(rate, 5, 10)
    words = f"{count}, or {rate:.1f} a minute" + (" (estimated)" if estimated else "")
    return Measured(level, words, rate, estimated)


def filler_sounds(asked: Asked) -> Measured:
    """Um, uh and the like, a minute."""
    if asked.language not in wording.SOUNDS:
        return _none("no list of filler sounds for this language")
    text = " ".join(_mine(asked.talk))
    count = wording.filler_sounds(text, asked.language)
    if count == 0:
        long = len(tokens(text)) >= 300
        return _none("your transcriber removes them" if long else "none in a short text")
    return _rate(count, asked.talk)


def filler_words(asked: Asked) -> Measured:
    """Like, you know and the like, where punctuation sets them off, a minute."""
    count = wording.filler_words(" ".join(_mine(asked.talk)), asked.language)
    if count is None:
        return _none("no punctuation, or a language without a list")
    return _rate(count, asked.talk)


def crutch(asked: Asked) -> Measured:
    """The phrase of two to four words that comes back most often over the answers."""
    answers = [answer.text for answer in asked.talk.answers]
    if len(answers) < 3:
        return _none("fewer than three answers")
    found = wording.crutches(answers)
    if not found:
        return Measured("good", "none", 0)
    phrase, count = found[0]
    return Measured(_above(count, 2, 5), f"“{phrase}”, {count} times", count)


def hedging(asked: Asked) -> Measured:
    """Hedges a hundred words; answers that open with one are counted apart."""
    text = " ".join(_mine(asked.talk))
    count = len(tokens(text))
    if count < 100:
        return _none("fewer than 100 words")
    rate = wording.hedges(text) * 100 / count
    opens = sum(wording.opens_with_hedge(answer.text) for answer in asked.talk.answers)
    level: Level = "flag" if rate > 3 else "note" if rate > 1.5 else "good"
    words = f"{rate:.1f} in a hundred words; {opens} of {len(asked.talk.answers)} answers open so"
    return Measured(level, words, rate)


def is_past(question: str) -> bool:
    """Whether a question asks for something that happened."""
    low = question.lower()
    cues = ("a time", "example", "did you", "have you", "tell me about", "walk me", "describe",
            "last time", "when did", "when have", "were you", "biggest")  # fmt: skip
    return any(cue in low for cue in cues) and "yourself" not in low


def story(asked: Asked) -> Measured:
    """Which of the response types an answer to a question about the past is."""
    if not is_past(asked.answer.question):
        return _none("the question asks for no past event")
    kind = telling(asked.answer.text).kind
    return Measured("good" if kind == "story" else "flag", kind, 1.0 if kind == "story" else 0.0)


def star_cover(asked: Asked) -> Measured:
    """The share of the words on situation, task, action and result."""
    if len(tokens(asked.answer.text)) < 60:
        return _none("fewer than 60 words")
    told = telling(asked.answer.text)
    share = {"S": told.share("S"), "T": told.share("T"), "A": told.share("A"), "R": told.share("R")}
    words = " · ".join(f"{role} {part:.0%}" for role, part in share.items())
    if not share["R"]:
        return Measured("flag", f"{words}; I could not find a result", 0.0)
    good = share["S"] <= 0.3 and share["A"] == max(share.values())
    return Measured("good" if good else "note", words, share["A"])


def specifics(asked: Asked) -> Measured:
    """Numbers, days and names in an answer, and whether the result holds one."""
    found = wording.specifics(asked.answer.text)
    result = " ".join(telling(asked.answer.text).of("R"))
    if wording.specifics(result):
        return Measured("good", f"{len(found)}: {', '.join(found[:5])}", len(found))
    words = f"{len(found)}, none of them in the result" if found else "no number, day or name"
    return Measured("note", words, len(found))


def own_part(asked: Asked) -> Measured:
    """I against we, in the sentences of action only."""
    first, plural = wording.pronouns(telling(asked.answer.text).of("A"))
    if first + plural < 3:
        return _none("fewer than three pronouns")
    share = first / (first + plural)
    level: Level = "good" if share >= 0.5 else "note" if share >= 0.3 else "flag"
    return Measured(level, f"I {first}, we {plural}", share)


def on_question(asked: Asked) -> Measured:
    """Whether answer and question meet: by competency, or in two words. Never "no"."""
    words = lexicon(asked.bank, asked.language)
    wanted = words.rank(asked.answer.question)
    given = [ranked.key for ranked in words.rank(asked.answer.text)[:3]]
    shared = {*content(asked.answer.question, asked.language)} & {
        *content(asked.answer.text, asked.language)
    }
    if (wanted and wanted[0].key in given) or len(shared) >= 2:
        return Measured("good", "yes", 1.0)
    return Measured("note", "unclear", 0.0)


_SHARES = {"candidate": (0.5, 0.7), "interviewer": (0.2, 0.3), "discovery": (0.0, 0.4)}


def talk_share(asked: Asked) -> Measured:
    """My share of all words."""
    if len(asked.talk.transcript.speakers) < 2:
        return _none("one speaker")
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
        return _none("the file has no times")
    value = max(times)
    level: Level = "good" if value < 120 else "note" if value <= 180 else "flag"
    return Measured(level, f"{value:.0f} s", value)


def questions_asked(asked: Asked) -> Measured:
    """My questions, and how many of them open with a question word."""
    mine = [t for t in asked.talk.turns if t.speaker == asked.talk.me]
    if not any(mark in cue.text for cue in asked.talk.transcript.cues for mark in ".?!"):
        return _none("no punctuation")
    asks = [q for turn in mine if (q := asking(turn)).endswith("?")]
    opened = sum(tokens(q)[:1] in _OPEN or bool(_OPEN_INSIDE & {*tokens(q)}) for q in asks)
    level: Level = "shown" if asked.side != "candidate" else "good" if len(asks) >= 3 else "note"
    return Measured(level, f"{len(asks)}, {opened} of them open", len(asks))


_OPEN_INSIDE = frozenset({"how", "what", "when", "where", "which", "who", "why"})
_OPEN = frozenset((word,) for word in _OPEN_INSIDE)


def pause(asked: Asked) -> Measured:
    """Seconds between the end of the question and the first word of the answer."""
    end, start = asked.answer.asked.cues[-1].end, asked.answer.cues[0].start
    if end is None or start is None:
        return _none("the file has no times")
    if start < end:
        return _none("the voices overlap")
    return Measured("shown", f"{start - end:.1f} s", start - end)


def first_answer(asked: Asked) -> Measured:
    """Marks the first answer of the talk: its rating tracks the overall one."""
    first = asked.answer == asked.talk.answers[0]
    return Measured("shown", "first: it tracks the whole" if first else "a later answer")


MEASURES = (
    Measure("length", "Answer length", "answer", "60–120 s; note 30–60 or 120–180; flag outside",
            "convention of interview guides and recorded-interview tools; no experiment found",
            answer_length),
    Measure("pace", "Pace", "answer", "100–165 words a minute; flag under 90 or over 190",
            "Microsoft Speaker Coach", pace),
    Measure("sounds", "Filler sounds", "talk", "up to 5 a minute; flag from 10",
            "Laske & DiGennaro Reed 2024: 0, 2, 5 and 12 a minute compared", filler_sounds),
    Measure("fillers", "Filler words", "talk", "up to 5 a minute; flag from 10",
            "as filler sounds; “like” apart after Russell 2008", filler_words),
    Measure("crutch", "Phrase that comes back", "talk", "fewer than 3 times; flag from 5",
            "interview-coach rubric", crutch),
    Measure("hedging", "Hedging", "talk", "up to 1.5 in a hundred words; flag over 3",
            "our own cut; direction after Hosman 1989", hedging),
    Measure("story", "Is it a story?", "answer", "a story, where the question asks for the past",
            "Bangerter, Corvalan & Cavin 2014", story),
    Measure("star", "Situation, task, action, result", "answer",
            "action largest, situation up to 30 %, a result found",
            "Bangerter 2014: situations crowd out results", star_cover),
    Measure("specifics", "Specifics", "answer", "a number, day or name in the result",
            "interview-coach rubric, levels 3 to 4", specifics),
    Measure("own", "I and we", "answer", "I in half of the cases; flag under 30 %",
            "NIH guide; against it Naim 2015, where raters preferred “we”", own_part),
    Measure("answers", "Meets the question", "answer", "shares its competency or two words",
            "our own; weak, so never “no”", on_question),
    Measure("share", "Talk share", "talk",
            "candidate 50–70 %, interviewer 20–30 %, discovery up to 40 %",
            "vendors' figures (miniti, highmatch, Gong)", talk_share),
    Measure("turn", "Longest turn", "talk", "under 120 s; flag over 180", "interview-coach rubric",
            longest_turn),
    Measure("asked", "Questions I asked", "talk", "three or more as candidate", "convention",
            questions_asked),
    Measure("pause", "Pause before answering", "answer", "no threshold",
            "Zandan: two or three seconds are fine", pause),
    Measure("first", "First answer", "answer", "no threshold", "Naim 2015", first_answer),
)  # fmt: skip
