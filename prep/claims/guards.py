"""What a sentence is not: a wish, a refusal, a report of the past, a quotation, a blank form."""

from __future__ import annotations

import re

from prep.claims.cues import Cues

_QUOTED = re.compile(r"^[\"“„«].*[\"”“»][.,;]?$")
_INNER_QUOTE = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]")
_MARKS = re.compile(r"[\"“„«]")
_PLACEHOLDER = re.compile(
    r"\{\{.*?\}\}|<%.*?%>|\$\{.*?\}|^<[^>]+>$|\bTBD\b.*\bTBD\b|\[\s*(?:name|date|owner|text|item)\s*\]",
    re.IGNORECASE,
)
_ITALIC_HINT = re.compile(r"^(?:_[^_]+_|\*[^*]+\*)$")
_MONTH = re.compile(r"(?<=[\w,] )May\b")  # in the middle of a sentence the capital is a month's
_NEAR = 5  # words before a verb in which a "not" still belongs to it


def is_hint(raw: str) -> bool:
    """A template's line: a placeholder, or all in italics and trailing off (``_Interests..._``)."""
    text = raw.strip()
    if _PLACEHOLDER.search(text):
        return True
    return bool(_ITALIC_HINT.match(text)) and text.rstrip("_*").endswith(("...", "…"))


def is_quotation(text: str) -> bool:
    """Wholly between quotation marks: somebody's words, not the note's."""
    return _QUOTED.match(text.strip()) is not None


def outside_quotes(text: str) -> str:
    """The text with quoted stretches blanked, of the same length, so that places stay."""
    if not _MARKS.search(text):
        return text
    return _INNER_QUOTE.sub(lambda m: " " * len(m.group()), text)


def is_hypothetical(text: str, cues: Cues) -> bool:
    """``might``, ``if we``, ``should we``; a polite ``I'd like to`` is not."""
    return cues.has("hypothetical", _MONTH.sub(" ", cues.find("soft").blank(text)))


def is_negated(before: str, cues: Cues) -> bool:
    """Whether a "not" stands close before the place up to which ``before`` reaches."""
    return cues.has("negated", " ".join(before.split()[-_NEAR:]))


def is_past(text: str, cues: Cues) -> bool:
    """``I was going to``, ``had to``: a report, no promise."""
    return cues.has("past_report", text)


def is_question(text: str) -> bool:
    """Ends in a question mark, perhaps behind a quote or a bracket."""
    return text.rstrip(" \"'”’)]*_").endswith("?")
