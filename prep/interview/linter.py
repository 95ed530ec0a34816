"""What is wrong with a question that one plans to ask: pure rules, each with a repair.

Rules: OPM and Google re:Work on structured interviewing (closed, leading, double, brain-teasers),
Fitzpatrick on discovery (no hypotheticals), EEOC guidance on protected topics.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from prep.patterns import lazy

MAX_WORDS = 30


class Lint(NamedTuple):
    """One finding: the rule, the words that fired it, what to do instead."""

    rule: str
    words: str
    hint: str


class _Rule(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    hint: str


def _rule(name: str, hint: str, *patterns: str) -> _Rule:
    return _Rule(name, re.compile("|".join(patterns), re.IGNORECASE), hint)


_PROTECTED = (
    "leave it out: the law protects this topic, and the rules differ by country; "
    "ask only what the work needs"
)

RULES = (
    _rule(
        "leading",
        "it holds its own answer; ask what happened, without the verdict",
        r"\b(?:do|did|would|is|are|should|have)n'?t (?:you|it|we|they|that)\b",
        r"\bhow (?:much|often) do you (?:love|like|enjoy|hate)\b",
        r"\b(?:surely|obviously|of course) you\b",
        r"\b(?:right|correct|agreed)\?\s*$",
    ),
    _rule(
        "closed",
        "yes or no will do; begin with how, what or when",
        r"^(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should)\b",
    ),
    _rule(
        "hypothetical",
        "people foresee themselves badly; ask when it last happened and what they did",
        r"\bwould you\b",
        r"\bif (?:we|i) (?:built|build|made|had|offered)\b",
        r"\b(?:imagine|suppose)\b",
    ),
    _rule(
        "brain-teaser",
        "it predicts nothing about the work; ask for a problem that they solved",
        r"\bhow many (?:golf|tennis) balls\b",
        r"\bhow many (?:ping[- ]?pong|piano tuners|windows|(?:petrol|gas) stations)\b",
        r"\bmanhole covers?\b",
        r"\bif you were (?:an? )?(?:animal|tree|colou?r|fruit)\b",
    ),
    _rule(
        "age",
        _PROTECTED,
        r"\bhow old\b|\byour age\b|\bdate of birth\b|\bretir(?:e|ing|ement)\b",
        r"\bwhat (?:year|age) (?:were you born|did you (?:graduate|finish school))",
    ),
    _rule(
        "family",
        _PROTECTED,
        r"\b(?:married|single|husband|wife|spouse|divorced|children|kids|childcare)\b",
        r"\bfamily plans?\b|\bstart(?:ing)? a family\b",
    ),
    _rule("pregnancy", _PROTECTED, r"\bpregnan\w*|\bmaternity\b|\bexpecting a (?:baby|child)\b"),
    _rule("religion", _PROTECTED, r"\breligio\w+|\b(?:church|mosque|synagogue|pray|faith)\b"),
    _rule(
        "origin",
        _PROTECTED,
        r"\bwhere are you (?:really |originally )?from\b|\bwhere were you born\b",
        r"\bnative (?:language|tongue|speaker)\b|\byour accent\b",
        r"\bnationality\b|\bcitizen(?:ship)?\b|\bethnic\w*",
    ),
    _rule(
        "disability",
        _PROTECTED,
        r"\bdisab\w+|\bhandicap\w*|\billness\w*|\byour health\b",
        r"\bsick(?:ness)? (?:days?|leave)\b|\bmedical (?:condition|history)\b",
    ),
    _rule(
        "union",
        _PROTECTED,
        r"\bunion (?:member\w*|activit\w*)\b",
        r"\b(?:in|join\w*|of) (?:a|the) (?:trade |labou?r )?union\b",
    ),
    _rule(
        "salary history",
        _PROTECTED,
        r"\b(?:current|present|last|previous) (?:salary|pay|compensation|wage)\b",
        r"\bhow much (?:do|did) you (?:earn|make)\b",
    ),
)

_CLAUSE = lazy(
    r"\b(?:and|or|,)\s+(?:also\s+)?(?:how|what|when|where|which|who|whom|why)\b", re.IGNORECASE
)
_OPENING = lazy(r"\b(?:how|what|when|where|which|who|whom|why)\b", re.IGNORECASE)


def lint(question: str) -> tuple[Lint, ...]:
    """What a question would be criticised for, in the order of the rules; nothing for a good one.

    A question that is leading or hypothetical is not called closed as well: one repair mends both.
    """
    text = question.strip().strip('"“”')
    found = [
        Lint(rule.name, match.group(0).strip(), rule.hint)
        for rule in RULES
        if (match := rule.pattern.search(text))
    ]
    if any(lint.rule in {"leading", "hypothetical"} for lint in found):
        found = [lint for lint in found if lint.rule != "closed"]
    return (*found, *_double(text), *_long(text))


def _double(text: str) -> tuple[Lint, ...]:
    clause = _CLAUSE.search(text)
    second = clause is not None and _OPENING.search(text[: clause.start()]) is not None
    if text.count("?") < 2 and not second:
        return ()
    words = clause.group(0) if clause else "? … ?"
    return (
        Lint(
            "double",
            words,
            "two questions get half an answer each; ask one, keep the other as a probe",
        ),
    )


def _long(text: str) -> tuple[Lint, ...]:
    count = len(text.split())
    if count <= MAX_WORDS:
        return ()
    return (Lint("long", f"{count} words", f"say it in {MAX_WORDS} words or fewer"),)
