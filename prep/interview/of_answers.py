"""The measures of one answer."""

from __future__ import annotations

from prep.interview import wording
from prep.interview.competence import lexicon
from prep.interview.evidence import MIN_WORDS
from prep.interview.measured import WORDS_A_MINUTE, Asked, Level, Measured, not_measurable
from prep.interview.telling import telling
from prep.interview.terms import content, tokens


def answer_length(asked: Asked) -> Measured:
    """Seconds of one answer; from its words at 140 a minute where there are no times."""
    count = len(tokens(asked.answer.text))
    if count < MIN_WORDS:
        return not_measurable(f"fewer than {MIN_WORDS} words")
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
        return not_measurable("the file has no times")
    if seconds < 30:
        return not_measurable("an answer under 30 s")
    value = len(tokens(asked.answer.text)) * 60 / seconds
    level: Level = "good" if 100 <= value <= 165 else "note" if 90 <= value <= 190 else "flag"
    return Measured(level, f"{value:.0f} words a minute", value)


def is_past(question: str) -> bool:
    """Whether a question asks for something that happened."""
    low = question.lower()
    cues = ("a time", "example", "did you", "have you", "tell me about", "walk me", "describe",
            "last time", "when did", "when have", "were you", "biggest")  # fmt: skip
    return any(cue in low for cue in cues) and "yourself" not in low


def story(asked: Asked) -> Measured:
    """Which of the response types an answer to a question about the past is."""
    if not is_past(asked.answer.question):
        return not_measurable("the question asks for no past event")
    kind = telling(asked.answer.text).kind
    return Measured("good" if kind == "story" else "flag", kind, 1.0 if kind == "story" else 0.0)


def star_cover(asked: Asked) -> Measured:
    """The share of the words on situation, task, action and result."""
    if len(tokens(asked.answer.text)) < 60:
        return not_measurable("fewer than 60 words")
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
        return not_measurable("fewer than three pronouns")
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


def pause(asked: Asked) -> Measured:
    """Seconds between the end of the question and the first word of the answer."""
    end, start = asked.answer.asked.cues[-1].end, asked.answer.cues[0].start
    if end is None or start is None:
        return not_measurable("the file has no times")
    if start < end:
        return not_measurable("the voices overlap")
    return Measured("shown", f"{start - end:.1f} s", start - end)


def first_answer(asked: Asked) -> Measured:
    """Marks the first answer of the talk: its rating tracks the overall one."""
    first = asked.answer == asked.talk.answers[0]
    return Measured("shown", "first: it tracks the whole" if first else "a later answer")
