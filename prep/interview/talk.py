"""Who said what: turns of a transcript, and questions paired with my answers.

Who is me is said by the caller, never inferred: transcribers swap labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from prep.interview.terms import tokens
from prep.interview.transcript import Cue, Transcript
from prep.patterns import lazy
from prep.problems import PrepError

BACK_CHANNEL = 3
"""A turn of up to so many words inside an answer ("mm-hm", "right, okay") parts nothing."""

_ASKS = lazy(
    r"^(?:so |and |okay,? |great,? |now,? |well,? )*(?:tell me|walk me|talk me|describe|give me"
    r"|share|explain|take me|can you|could you|how|what|when|where|which|who|why)\b",
    re.IGNORECASE,
)
_QUESTION_WORDS = frozenset({"how", "what", "when", "where", "which", "who", "why"})
_SENTENCE = lazy(r"(?<=[.!?…])\s+")


class Turn(NamedTuple):
    """What one person says until another speaks."""

    speaker: str
    cues: tuple[Cue, ...]

    @property
    def text(self) -> str:
        """All that is said in the turn."""
        return " ".join(cue.text for cue in self.cues)

    @property
    def line(self) -> int:
        """The line of the file that the turn begins on."""
        return self.cues[0].line


class Answer(NamedTuple):
    """A question and all that I said until the next one."""

    question: str
    asked: Turn
    cues: tuple[Cue, ...]

    @property
    def text(self) -> str:
        """My words."""
        return " ".join(cue.text for cue in self.cues)

    @property
    def seconds(self) -> float | None:
        """How long I spoke: the sum of my cues; None where a time is missing."""
        times = [cue.seconds for cue in self.cues]
        return None if None in times else sum(t for t in times if t is not None)


class Talk(NamedTuple):
    """A transcript seen from one side."""

    me: str
    transcript: Transcript
    turns: tuple[Turn, ...]
    answers: tuple[Answer, ...]


def turns(cues: Sequence[Cue]) -> tuple[Turn, ...]:
    """Consecutive cues of one speaker as one turn."""
    found: list[Turn] = []
    for cue in cues:
        if found and found[-1].speaker == cue.speaker:
            found[-1] = found[-1]._replace(cues=(*found[-1].cues, cue))
        else:
            found.append(Turn(cue.speaker, (cue,)))
    return tuple(found)


def sentences(text: str) -> tuple[str, ...]:
    """A text cut behind its full stops, question and exclamation marks."""
    return tuple(part for part in _SENTENCE.split(text.strip()) if part)


def asking(turn: Turn) -> str:
    """The last question of a turn, or ""; without punctuation the opening words decide."""
    asked = [s for s in sentences(turn.text) if s.rstrip().endswith("?") or _ASKS.match(s)]
    return asked[-1] if asked else ""


def pick_me(transcript: Transcript, names: Sequence[str]) -> str:
    """The speaker who carries one of these names.

    Raises:
        PrepError: the talk has no speakers' names, or none or several of them fit.
    """
    speakers = transcript.speakers
    if not speakers:
        raise PrepError(
            "the transcript names no speakers, so nothing is measured; "
            "write Name: before each line, or export it with names"
        )
    fits = [s for s in speakers if any(_same(s, name) for name in names)]
    if len(fits) == 1:
        return fits[0]
    raise PrepError(
        f"which speaker are you? The transcript has {', '.join(speakers)}; say it with --me NAME"
    )


def _same(speaker: str, name: str) -> bool:
    one, other = tokens(speaker), tokens(name)
    size = min(len(one), len(other))
    return size > 0 and one[:size] == other[:size]


def look_swapped(talk: Talk) -> bool:
    """Whether "me" looks like the other side: asks most of the questions and says the least.

    Only a reason to ask again; both must hold, since candidates ask questions too.
    """
    asked = {True: 0, False: 0}
    said = {True: 0, False: 0}
    for turn in talk.turns:
        mine = turn.speaker == talk.me
        asked[mine] += bool(asking(turn))
        said[mine] += len(tokens(turn.text))
    return asked[True] > 2 * asked[False] and said[True] < said[False]


def see(transcript: Transcript, me: str) -> Talk:
    """Pair what the others ask with what ``me`` answers."""
    spoken = turns(transcript.cues)
    return Talk(me, transcript, spoken, tuple(_answers(spoken, me)))


def _answers(spoken: Sequence[Turn], me: str) -> list[Answer]:
    found: list[Answer] = []
    for turn in spoken:
        if turn.speaker == me:
            if found:
                found[-1] = found[-1]._replace(cues=(*found[-1].cues, *turn.cues))
        elif turn.speaker and (question := asking(turn)) and not _aside(turn, found):
            found.append(Answer(question, turn, ()))
    return [answer for answer in found if answer.cues]


def _aside(turn: Turn, found: Sequence[Answer]) -> bool:
    """A word or two thrown into an answer ("really?", "and then?") is no new question."""
    words = tokens(turn.text)
    thrown_in = len(words) <= BACK_CHANNEL and not _QUESTION_WORDS & {*words}
    return bool(found and found[-1].cues) and thrown_in
