"""Is it a story, and does it end? The role of each sentence: situation, task, action, result.

The types are Bangerter, Corvalan & Cavin's (2014): most people answer a question about the past
with an opinion or a habit, and spend the story that they do tell on its situation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from prep.interview.talk import sentences
from prep.interview.terms import tokens
from prep.patterns import lazy

Role = Literal["S", "T", "A", "R"]
Type = Literal["story", "habit", "opinion", "self-description"]

_VERBS = (  # noqa: SIM905 -- a paragraph of words reads better than a column
    "was were had did went made took came saw told asked gave found got kept let put ran sat said "
    "sent spent stood wrote won led built brought bought broke chose cut drew drove fell felt held "
    "knew left lost met paid read rang set spoke taught thought threw began became caught dealt "
    "fought grew hid rode rose sold sought shut split stuck swapped swam woke wound fed froze"
).split()  # fmt: skip
_PAST = rf"(?:{'|'.join(_VERBS)}|\w{{2,}}ed)"
_ACT = lazy(
    rf"\b(?:i|we)\s+(?:(?:then|also|first|just|finally|even|never|personally|quickly)\s+)?"
    rf"(?!was\b|were\b|had\b|felt\b|knew\b|thought\b|wanted\b|needed\b|used\b|learn){_PAST}\b",
    re.IGNORECASE,
)
_MORE = lazy(rf"(?:, (?:and )?|\band |; )(?:then |also )?{_PAST}\b", re.IGNORECASE)
_HABIT = lazy(
    r"\b(?:usually|always|normally|typically|generally|often|every time|whenever|tend to"
    r"|i (?:would|try to|like to|make sure|believe|prefer|value|am|'m)|i'm|people should"
    r"|it(?:'s| is) important)\b",
    re.IGNORECASE,
)
_SELF = lazy(
    r"\b(?:i am|i'm|i consider myself|i would say i|people (?:say|call) (?:that )?(?:i|me)|"
    r"my (?:strength|style|approach|philosophy)|i have (?:always been|a lot of|strong))\b",
    re.IGNORECASE,
)
_EPISODE = lazy(
    r"\b(?:in (?:19|20)\d{2}|last (?:year|month|week|spring|summer|autumn|fall|winter|quarter)"
    r"|(?:one|that|the next|the same) (?:day|morning|evening|night|week|month|year|time)"
    r"|(?:two|three|four|five|six|\d+) (?:years?|months?|weeks?|days?) (?:ago|before|later|earlier)"
    r"|when (?:i|we) (?:was|were|joined|started|took|ran|worked|had)|at my (?:last|previous|first)"
    r"|back (?:in|at|when)|once|on (?:a|the|one) \w+day|in (?:january|february|march|april|may"
    r"|june|july|august|september|october|november|december)"
    r"|before (?:the|christmas|easter|launch)|weeks? before)\b",
    re.IGNORECASE,
)
_RESULT = lazy(
    r"\b(?:as a result|in the end|the result|result(?:ed)?|outcome|since then|today|afterwards"
    r"|ended up|finally|eventually|which meant|that saved|saved|reduced|increased|grew|rose|fell"
    r"|dropped|went (?:from|up|down)|cut (?:\w+ ){0,3}(?:to|by|from)|doubled|halved|tripled|won"
    r"|signed|renewed|promoted|adopted|shipped|launched|delivered|on time|nobody|no one|not one"
    r"|still (?:in use|there|runs|use)|is now|are now|from \S+ (?:\w+ )?to \S+|by \d+)\b|\d ?%",
    re.IGNORECASE,
)
_TASK = lazy(
    r"\b(?:my (?:job|task|role|goal|part|responsibility|duty|call|name)|i (?:was|am) (?:asked"
    r"|responsible|in charge|answerable|head|told to|made)|(?:i|we) (?:had|needed|wanted|have|need)"
    r" to|i (?:owned|ran|needed|led)|(?:the|our|my|overall) (?:goal|aim|challenge|task|target)"
    r"|(?:a|the) (?:key )?ask\b|the idea was|in order to|was to|is to|mine to|was mine)\b",
    re.IGNORECASE,
)
_STAKES = lazy(
    r"\b(?:risk|lose|losing|lost|loss(?:es)?|deadline|angry|refused|against|opposed|opposition"
    r"|cancel\w*|fine[sd]?|penalt\w+|resign\w*|quit|bankrupt\w*|crisis|urgent|unhappy|afraid"
    r"|threat\w*|at stake|complain\w*|outage|down|failed|no time|walked (?:out|away)|blamed?"
    r"|disrupt\w*|interrupt\w*|sceptical|skeptical|half of|wrong)\b",
    re.IGNORECASE,
)
_LESSON = lazy(
    r"\b(?:i learn(?:ed|t)|(?:the|a|my) lesson|taught me|since then i|next time|looking back"
    r"|in hindsight|knowing (?:that|how)|i would (?:now|do it)|what i took)\b",
    re.IGNORECASE,
)


class Telling(NamedTuple):
    """What was found in an answer. ``roles`` pairs each sentence with its role."""

    kind: Type
    roles: tuple[tuple[Role, str], ...]
    acts: int
    episode: bool

    def share(self, role: Role) -> float:
        """The share of the words that sentences of this role hold."""
        total = sum(len(tokens(text)) for _, text in self.roles) or 1
        return sum(len(tokens(text)) for r, text in self.roles if r == role) / total

    def of(self, role: Role) -> tuple[str, ...]:
        """The sentences of this role."""
        return tuple(text for r, text in self.roles if r == role)


def telling(text: str) -> Telling:
    """Cut an answer into sentences, give each its role, and say what kind of answer it is."""
    parts = sentences(text)
    done = acts(text)
    episode = bool(_EPISODE.search(text))
    return Telling(_kind(text, done, episode=episode), _roles(parts), done, episode)


def _kind(text: str, done: int, *, episode: bool) -> Type:
    # Own cut after Bangerter's types: an anchor or three acts, and more acts than habits.
    habits = len(_HABIT.findall(text))
    if done > habits and (done >= 3 or (episode and done >= 2)):
        return "story"
    if done == 0 and _SELF.search(text):
        return "self-description"
    return "habit" if habits or done else "opinion"


def _roles(parts: Sequence[str]) -> tuple[tuple[Role, str], ...]:
    return tuple((_role(part, n / max(1, len(parts) - 1)), part) for n, part in enumerate(parts))


def _role(sentence: str, place: float) -> Role:
    """The role of one sentence; ``place`` is 0 for the first and 1 for the last.

    A result counts in the last 45 % only: before that, "fell" and "lost" describe the situation.
    """
    if place >= 0.55 and _RESULT.search(sentence):
        return "R"
    if place < 0.7 and _TASK.search(sentence) and not _ACT.search(sentence):
        return "T"
    if _ACT.search(sentence):
        return "A"
    if _TASK.search(sentence) and place < 0.7:
        return "T"
    return "S" if place < 0.5 else "A" if place < 0.8 else "R" if _LESSON.search(sentence) else "S"


def has_episode(text: str) -> bool:
    """Whether a place in time is named."""
    return bool(_EPISODE.search(text))


def has_stakes(text: str) -> bool:
    """Whether something could be lost or somebody stood against it."""
    return bool(_STAKES.search(text))


def has_lesson(text: str) -> bool:
    """Whether it says what was learnt."""
    return bool(_LESSON.search(text))


def has_result(text: str) -> bool:
    """Whether it holds a strong word for an outcome."""
    return bool(_RESULT.search(text))


def has_task(text: str) -> bool:
    """Whether a duty or an aim of one's own is named."""
    return bool(_TASK.search(text))


def acts(text: str) -> int:
    """How many things the teller did, in the first person and the past.

    "I cut the stage, told the choirs and borrowed risers" are three: the later verbs of a
    sentence share the subject of the first.
    """
    found = 0
    for sentence in sentences(text):
        first = _ACT.search(sentence)
        if first:
            found += len(_ACT.findall(sentence)) + len(_MORE.findall(sentence, first.end()))
    return found
