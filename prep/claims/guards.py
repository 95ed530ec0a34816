"""What a sentence is not: a wish, a refusal, a report of the past, a quotation, a blank form."""

from __future__ import annotations

import re

from prep.claims.cues import Cues
from prep.claims.heard import Heard
from prep.patterns import lazy

_CITED = lazy(r"\w[^\w\s]*\s+[\"“„«][^\"”“»]*\?[\"”“»][.,;]?$")
_INNER_QUOTE = lazy(r"[\"“„«][^\"”“»]*[\"”“»]")
_MARKS = lazy(r"[\"“„«]")
_TAGS = (
    "b|i|u|s|p|a|br|li|ul|ol|em|hr|td|tr|th|sub|sup|del|kbd|div|img|span|code|mark|strong|summary"
)
_PLACEHOLDER = lazy(
    r"\{\{.*?\}\}|<%.*?%>|\$\{.*?\}|\[\s*(?:name|date|owner|text|item)\s*\]"
    rf"|<(?!/?(?:{_TAGS})\b)[a-z][a-z ]*>|^\[[^\]()|]+ [^\]()|]+\][.\s]*$",
    re.IGNORECASE,
)
_ITALIC_HINT = lazy(r"^(?:_[^_]+_|\*[^*]+\*)$")
_YEAR = lazy(r"\b((?:19|20)\d\d)\b")
_MONTH = lazy(r"(?<=[\w,] )May\b")  # in the middle of a sentence the capital is a month's
_NEAR = 5  # words before a verb in which a "not" still belongs to it


def is_hint(raw: str) -> bool:
    """A template's line: a placeholder, or all in italics and trailing off (``_Interests..._``)."""
    text = raw.strip()
    if ("[" in text or "{" in text or "<" in text) and _PLACEHOLDER.search(text):
        return True
    return (
        text[:1] in "_*"
        and bool(_ITALIC_HINT.match(text))
        and text.rstrip("_*").endswith(("...", "…", "?"))
    )


def says_nothing(body: str, cues: Cues) -> bool:
    """What stands behind a label is a blank: ``none``, ``TBD``, ``…``, a placeholder."""
    return cues.is_one("empty", body.strip(" .")) or not body.strip(" .…") or is_hint(body)


def is_old(text: str, day: str | None) -> bool:
    """Tells of a year gone by before the last, seen from the day it was said."""
    years = [int(y) for y in _YEAR.findall(text)]
    return bool(day and years) and max(years) < int((day or "0")[:4]) - 1


def is_cited(text: str) -> bool:
    """A question between quotation marks inside another sentence: ``It says "Why?"``."""
    return _CITED.search(text) is not None


def outside_quotes(text: str) -> str:
    """The text with quoted stretches blanked, of the same length, so that places stay."""
    if ('"' not in text and text.isascii()) or not _MARKS.search(text):
        return text
    return _INNER_QUOTE.sub(lambda m: " " * len(m.group()), text)


def is_hypothetical(text: str, heard: Cues | Heard) -> bool:
    """``might``, ``if we``, ``should we``; a polite ``I'd like to`` is not.

    ``heard``: the line that the text is a part of, or the cues where there is none.
    """
    return heard.may("hypothetical") and heard.has(
        "hypothetical", _MONTH.sub(" ", heard.blank("soft", text))
    )


def is_negated(before: str, heard: Cues | Heard) -> bool:
    """Whether a "not" stands close before the place up to which ``before`` reaches."""
    return heard.may("negated") and heard.has("negated", " ".join(before.split()[-_NEAR:]))


def is_past(text: str, heard: Cues | Heard) -> bool:
    """``I was going to``, ``had to``: a report, no promise."""
    return heard.has("past_report", text)


def is_question(text: str) -> bool:
    """Ends in a question mark, perhaps behind a quote or a bracket."""
    return text.rstrip(" \"'”’)]*_").endswith("?")
