"""What to take from a recorded talk: two things that landed, one to change, one probe to rehearse.

Everything quoted stands in the transcript. There is no total score.
"""

from __future__ import annotations

from typing import NamedTuple

from prep.interview import wording
from prep.interview.bank import Bank
from prep.interview.evidence import too_little
from prep.interview.measures import MEASURES, Asked, Measured, is_past
from prep.interview.talk import Answer, Talk, look_swapped, pick_me, see, sentences
from prep.interview.telling import acts, has_lesson, has_result, telling
from prep.interview.terms import content
from prep.interview.transcript import parse
from prep.problems import PrepError

PROBES = (
    ("own part", "What was your own part in it?"),
    ("result", "How did it end?"),
    ("number", "What did it change, in numbers?"),
    ("lesson", "Knowing the end, what would you drop?"),
)


class Reviewed(NamedTuple):
    """One answer, looked at. ``too_little`` says why nothing is said of it; then the rest is empty.

    ``landed`` are sentences of the answer, verbatim; ``line`` and ``end_line`` its place in the
    file; ``measured`` pairs the key of each measure with its value.
    """

    question: str
    line: int
    end_line: int
    too_little: str
    landed: tuple[str, ...]
    change: str
    probe: str
    measured: tuple[tuple[str, Measured], ...]
    asked_line: int = 1


class Planned(NamedTuple):
    """A question that was planned, and what became of it: asked, not asked, not answered."""

    question: str
    state: str
    line: int


class Review(NamedTuple):
    """A whole talk, looked at."""

    me: str
    answers: tuple[Reviewed, ...]
    overall: tuple[tuple[str, Measured], ...]
    ambiguous: tuple[int, ...]
    talk: Talk


def review(
    text: str, *, me: tuple[str, ...], bank: Bank, side: str = "candidate", language: str = "en",
    sure: bool = False,
) -> Review:  # fmt: skip
    """Read a transcript and measure what one speaker says.

    ``me`` are that speaker's names; ``sure``: measured even when the labels look swapped.

    Raises:
        PrepError: nothing was said, nobody is named, it is not clear who ``me`` is, the labels
            look swapped, or no question was answered.
    """
    transcript = parse(text)
    if not transcript.cues:
        raise PrepError("the transcript holds nothing that was said; is it the right file?")
    talk = see(transcript, pick_me(transcript, me))
    if side == "candidate" and not sure and look_swapped(talk):
        raise PrepError(
            f"{talk.me} asks most of the questions and says the least: are the labels swapped? "
            "Say --me with the other name, --side interviewer, or --sure"
        )
    if not talk.answers:
        raise PrepError(f"no question is followed by an answer of {talk.me}; check --me")
    asked = Asked(talk, talk.answers[0], bank, side, language)
    overall = tuple((m.key, m.run(asked)) for m in MEASURES if m.per == "talk")
    answers = tuple(_look(asked._replace(answer=answer)) for answer in talk.answers)
    unclear = tuple(cue.line for cue in transcript.cues if cue.ambiguous)
    return Review(talk.me, answers, overall, unclear, talk)


def _look(asked: Asked) -> Reviewed:
    answer = asked.answer
    first, last, line = answer.cues[0].line, answer.cues[-1].line, answer.asked.cues[-1].line
    little = too_little(answer.text, answer.seconds, asked.language)
    if little:
        return Reviewed(answer.question, first, last, little, (), "", "", (), line)
    measured = tuple((m.key, m.run(asked)) for m in MEASURES if m.per == "answer")
    return Reviewed(
        answer.question, first, last, "", landed(answer.text), change(answer, dict(measured)),
        probe(answer.text), measured, line,
    )  # fmt: skip


def landed(text: str) -> tuple[str, ...]:
    """The up to two sentences that a listener takes along, in the order in which they were said.

    A result counts most, then a number, an act of one's own, a lesson; a sentence without any of
    these is never praised.
    """
    rows = [(_strength(s, n), n, s) for n, s in enumerate(sentences(text))]
    best = sorted((row for row in rows if row[0] >= 2), key=lambda row: (-row[0], row[1]))[:2]
    return tuple(s for _, _, s in sorted(best, key=lambda row: row[1]))


def _strength(sentence: str, place: int) -> int:
    result = has_result(sentence) and place > 0
    return (
        3 * result
        + bool(wording.figures(sentence))
        + 2 * (acts(sentence) > 0)
        + 2 * has_lesson(sentence)
        - wording.hedges(sentence)
    )


def missing(text: str) -> tuple[str, ...]:
    """Which of own part, result, number, lesson an answer lacks, in that order."""
    told = telling(text)
    first, plural = wording.pronouns(told.of("A"))
    result = " ".join(told.of("R"))
    lacks = {
        "own part": first == 0 or first < plural / 2,
        "result": not result,
        "number": not wording.figures(result),
        "lesson": not has_lesson(text),
    }
    return tuple(name for name, lacking in lacks.items() if lacking)


def probe(text: str) -> str:
    """The question that asks for the first missing element; one on the lesson when all is there."""
    lacks = missing(text)
    return next((words for name, words in PROBES if name in lacks), PROBES[-1][1])


def change(answer: Answer, measured: dict[str, Measured]) -> str:
    """The one thing to change: the first that holds, the costliest first.

    Not a story, no end, no part of one's own, too long or short, a situation that crowds out the
    rest, a speed. Figures stand in the measures, not here.
    """
    lacks = missing(answer.text)
    length, tempo = measured["length"], measured["pace"]
    past = is_past(answer.question)
    checks = (
        (past and measured["story"].level == "flag",
         f"Tell one occasion: I found no story here but {_article(measured['story'].words)}."),
        (past and "result" in lacks, "Say how it ended: I could not find a result."),
        (past and "own part" in lacks, "Say your own part once, clearly."),
        (length.level == "flag", "Mind the length: one to two minutes carry."),
        (telling(answer.text).share("S") > 0.4, "Shorten the situation; begin with what you did."),
        (past and "number" in lacks, "Give the result a number, or name who noticed."),
        (tempo.level == "flag", "Mind the pace: the table has it."),
        (wording.opens_with_hedge(answer.text), "Open without a hedge."),
    )  # fmt: skip
    return next((words for holds, words in checks if holds), "Nothing that the words show.")


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def planned(questions: tuple[str, ...], talk: Talk, language: str = "en") -> tuple[Planned, ...]:
    """What became of the questions that were planned, by the words they share with what was said.

    Half of a question's content words in one turn of mine make it asked; without an answer of
    another speaker behind it, it is not answered.
    """
    rows = []
    for question in questions:
        stems = {*content(question, language)}
        turn = next(
            (n for n, t in enumerate(talk.turns) if t.speaker == talk.me and stems
             and len(stems & {*content(t.text, language)}) * 2 >= len(stems)),
            None,
        )  # fmt: skip
        if turn is None:
            rows.append(Planned(question, "not asked", 0))
            continue
        answered = turn + 1 < len(talk.turns)
        state = "asked" if answered else "not answered"
        rows.append(Planned(question, state, talk.turns[turn].line))
    return tuple(rows)
