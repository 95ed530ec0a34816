"""Questions in notes, and who asks whom: rules in order, with "unknown" as the last answer.

A line in quotes in a candidate's notes may be either: copied from a list of what they may ask, or
from a list of what to ask them. Quoted lines that follow one another are one list, so a single
line that only a candidate would say ("this role", "your team") decides for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from prep.interview.labels import Drawer, plain, quoted
from prep.patterns import lazy

Direction = Literal["they_ask", "i_ask", "asked", "unknown"]

LONGEST = 25
"""Words of a line that is a question as a whole; longer ones are thoughts that end in one."""

_ASK_WORD = r"(?:how|what|what's|whats|when|where|which|who|why)"
_INVERTED = lazy(
    rf"^{_ASK_WORD}(?:'s|\s+(?:(?!(?:i|we|you|they|he|she|it)\b)\w+\s+){{0,3}}?(?:is|are|was|were|do|does|did|can|could|should"
    r"|would|will|has|have))\b",
    re.IGNORECASE,
)
_BEHAVIOUR = lazy(
    r"^(?:tell me|walk me|talk me|describe (?:a|the|your)|give (?:me )?an? |share (?:a|an)"
    r"|why (?:do|did|are|should) (?:you|we)|what (?:are|is) your (?:\w+ )?(?:strength|weakness)"
    r"|where do you see|have you ever|how (?:did|have) you (?:handle|deal))",
    re.IGNORECASE,
)
_CANDIDATE = lazy(
    r"\b(?:this (?:role|position|job)|the (?:role|team|position) (?:is|are|has|you)|your team"
    r"|your (?:\w+ )?(?:management|leadership) style|team members|report(?:ing|s)? to you"
    r"|success (?:in|look)|day[- ]to[- ]day|next steps|the (?:company|team)'s"
    r"|your (?:vision|company)"
    r"|(?:can|could|should|will|would|do) i)\b",
    re.IGNORECASE,
)
_SAID_BY_THEM = lazy(
    r"^(?:they|he|she)?\s*(?:will |might |may )?(?:asked me|asked|ask me|asks?)\s*[:\-–]\s*"
    r"(?P<q>.+)$",
    re.IGNORECASE,
)
_TOLD_ASKED = lazy(
    r"^(?:they|he|she|we were|i was) asked (?:me )?(?:for|about|why|how|what|whether|if)\b",
    re.IGNORECASE,
)
_SAID_BY_ME = lazy(
    r"^(?:i (?:should |will |want to )?ask|ask(?: \w+)?|q for \w+)\s*[:\-–]\s*(?P<q>.+)$",
    re.IGNORECASE,
)


class Question(NamedTuple):
    """A question and its direction; ``to`` is the person addressed, as known, or ""."""

    words: str
    direction: Direction
    to: str = ""
    rule: str = ""
    quoted: bool = False


def is_question(text: str, drawer: Drawer | None = None) -> bool:
    """Whether a line asks something; without a question mark its word order must say so."""
    line = quoted(text) or plain(text)
    if _BEHAVIOUR.match(line) or _INVERTED.match(line):
        return True
    if line.endswith("?") and (drawer or len(line.split()) <= LONGEST):
        return True
    asking = drawer in {"i_ask", "they_ask", "asked"}
    return asking and re.match(rf"(?:\w+,? )?{_ASK_WORD}\b", line, re.IGNORECASE) is not None


def read(
    text: str, drawer: Drawer | None, names: Sequence[str], *, run: Sequence[str] = ()
) -> Question | None:
    """The question of a line, or None.

    Args:
        text: the line.
        drawer: the section that it stands in.
        names: full names of the people concerned; a first name before the question word addresses.
        run: the quoted lines that stand around this one, itself included.
    """
    line = plain(text)
    if match := _SAID_BY_ME.match(line):
        return Question(match["q"], "i_ask", rule="label.ask")
    if match := _SAID_BY_THEM.match(line):
        past = "asked" in line[: match.start("q")].lower()
        return Question(match["q"], "asked" if past else "they_ask", rule="label.asked")
    if _TOLD_ASKED.match(line):
        return Question(line, "asked", rule="told.asked")
    if addressed := _addressed(line, names):
        return addressed
    if not is_question(text, drawer):
        return None
    words = quoted(text)
    direction, rule = _direction(words or line, drawer, in_quotes=words is not None, run=run)
    return Question(words or line, direction, rule=rule, quoted=words is not None)


def _direction(
    words: str, drawer: Drawer | None, *, in_quotes: bool, run: Sequence[str]
) -> tuple[Direction, str]:
    if drawer == "asked":
        return "asked", "section.asked"
    if drawer == "they_ask":
        return "they_ask", "section.they_ask"
    if drawer == "i_ask":
        return "i_ask", "section.i_ask"
    if in_quotes:
        mine = any(_CANDIDATE.search(line) for line in (*run, words))
        return ("i_ask", "quoted.candidate") if mine else ("they_ask", "quoted")
    if _BEHAVIOUR.match(words):
        return "they_ask", "opener.behaviour"
    if _CANDIDATE.search(words):
        return "i_ask", "words.candidate"
    return "unknown", "unknown"


def _addressed(line: str, names: Sequence[str]) -> Question | None:
    for name in names:
        first = name.split()[0] if name.split() else ""
        match = first and re.match(
            rf"{re.escape(first)}[,:]?\s+(?P<q>{_ASK_WORD}\b.+)$", line, re.IGNORECASE
        )
        if match:
            return Question(match["q"], "i_ask", to=name, rule="name.question")
    return None
