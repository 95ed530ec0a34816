"""Lines of messy notes: what is a label, what is its value, and how a question is tidied."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from prep.patterns import lazy

Drawer = Literal[
    "background", "goals", "claims", "drains", "concerns", "why_them", "logistics", "i_ask",
    "they_ask", "asked", "promises", "story", "context",
]  # fmt: skip
"""What a stretch of notes is about. ``context``: none of the others."""

FUZZY = 0.82
"""Least likeness of a label to a known one (share of letters kept, as difflib's ratio)."""
LABEL_WORDS = 5

_KNOWN: dict[Drawer, tuple[str, ...]] = {
    "background": ("background", "background on me", "background on him", "background on her",
                   "background on them", "about me", "about him", "about her", "my background",
                   "bio", "career history", "who he is", "who she is", "who they are"),
    "goals": ("goals", "career goals", "my goals", "what i want", "ambitions",
              "where i want to be"),
    "claims": ("management style", "leadership style", "work style", "working style", "my style",
               "communication style", "strengths", "my strengths", "superpower", "what i bring",
               "advantage", "known for", "skills", "values"),
    "drains": ("demotivate me", "demotivates me", "what demotivates me", "what drains me", "drains",
               "dislikes", "frustrations", "what i dont want", "pet peeves", "wears me down",
               "what wears me down", "what tires me"),
    "concerns": ("concerns", "my concerns", "worries", "fears", "my fear", "risks", "weaknesses",
                 "my weaknesses", "gaps", "red flags", "short tenure"),
    "why_them": ("why them", "why us", "why this team", "why this role", "why here", "motivation",
                 "looking forward to", "what i look forward to", "what attracts me",
                 "what excites me", "why now", "what pulls me there", "what draws me",
                 "what i like there"),
    "logistics": ("logistics", "practical", "practicalities", "salary", "compensation", "notice",
                  "notice period", "start date", "visa"),
    "i_ask": ("questions", "questions to ask", "questions for them", "questions for him",
              "questions for her", "ask", "ask them", "ask him", "ask her", "to ask",
              "my questions", "i want to know"),
    "they_ask": ("likely questions", "they may ask", "they might ask", "they will ask",
                 "possible questions", "questions they may ask", "expected questions", "they ask",
                 "interview questions", "prep questions", "questions to prepare"),
    "asked": ("they asked", "asked me", "he asked", "she asked", "questions asked",
              "questions i got", "was asked", "they asked me"),
    "promises": ("next steps", "follow up", "follow ups", "promised", "i promised", "action items"),
    "story": ("story", "star", "my story"),
}  # fmt: skip
_DRAWER = {label: drawer for drawer, labels in _KNOWN.items() for label in labels}
_LABELS = tuple(_DRAWER)
_VALUE = lazy(r"^(?P<label>[^:–—?\"“]{2,40}?)\s*(?::|\s-\s|\s?[–—]\s?)\s*(?P<value>\S.*)$")
_SHORT = {"ur": "your", "u": "you", "r": "are", "whats": "what's", "hows": "how's", "w": "with",
          "wheres": "where's", "whos": "who's", "ppl": "people", "im": "I'm", "i": "I",
          "dont": "don't", "pls": "please", "yr": "year", "bc": "because"}  # fmt: skip
_QUOTED = lazy(r"^[\"“„«](?P<words>.+?)[\"”“»]\s*[*.]*$", re.DOTALL)
_LEADING = lazy(r"^(?:\s*(?:[-*+•–]|\d+[.)]|\[.\]|#{1,6}|>))+\s+")


class Labelled(NamedTuple):
    """``label - value`` of one line, and the drawer that the label opens."""

    label: str
    value: str
    drawer: Drawer


def plain(text: str) -> str:
    """A line without bullets, numbers, boxes, heading marks, quote marks of markdown, bold."""
    bare = _LEADING.sub("", text.strip())
    return re.sub(r"\*\*|__|==|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)", "", bare).strip()


@lru_cache(maxsize=4096)
def drawer_of(label: str) -> Drawer | None:
    """The drawer that a label opens; fuzzy, since labels are typed in a hurry."""
    key = re.sub(r"[^\w ]", "", label.lower()).strip()
    if not key or len(key.split()) > LABEL_WORDS:
        return None
    if key in _DRAWER:
        return _DRAWER[key]
    from rapidfuzz import fuzz, process

    near = process.extractOne(key, _LABELS, scorer=fuzz.ratio, score_cutoff=100 * FUZZY)
    return _DRAWER[near[0]] if near else None


def labelled(text: str) -> Labelled | None:
    """``management style - quiet`` as label and value; None for anything else.

    Looked for before a bare label: a line that carries its value opens no section.
    """
    match = _VALUE.match(plain(text))
    if match is None:
        return None
    drawer = drawer_of(match["label"])
    return Labelled(match["label"].strip(), match["value"].strip(), drawer) if drawer else None


def bare_label(text: str) -> Drawer | None:
    """The drawer of a line that is nothing but a label."""
    line = plain(text).rstrip(":").strip()
    return None if line.endswith(("?", ".")) else drawer_of(line)


def quoted(text: str) -> str | None:
    """What stands between the quotation marks of a line that is quoted as a whole."""
    match = _QUOTED.match(plain(text))
    return match["words"].strip() if match else None


def tidy(question: str) -> str:
    """A question as one would write it: abbreviations spelled out, a capital, a question mark.

    For display only; the source keeps the line as it was typed.
    """
    words = [_SHORT.get(word.lower(), word) for word in question.split()]
    text = " ".join(words).rstrip(" .")
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text.endswith(("?", "!")) else f"{text}?"
