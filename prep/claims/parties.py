"""Who a sentence speaks of: the names at its head, and whose a claim is."""

from __future__ import annotations

import re

from prep.claims.cues import NAME_WORD, Cues
from prep.claims.line import Line
from prep.claims.page import Page
from prep.names import fold, is_known_first_name
from prep.patterns import lazy

_AND = r"\s*(?:,|/|&|\+|\band\b|\bor\b)\s*"
NAMES = (
    r"(?P<who>{name}(?:\s*\([^)]{1,30}\))?"
    r"(?:\s*(?:,|/|&|\+|\band\b|\bor\b)+\s*{name}(?:\s*\([^)]{1,30}\))?){0,4})"
)
_INITIALS = lazy(r"(?:[A-Z]{2,4}|[A-Z][a-z]?[A-Z]{1,2}|[a-z]{1,2}[A-Z])")
_AT_END = r"(?:^|[,.;(–-])\s*\(?(?P<who>@[\w.-]+|{name}(?:,\s*{name}){0,3})\)?[.\s]*$"
_NAME = lazy(NAME_WORD.replace("(?-i:", "(?:"))
_LONGEST = 8  # words of a list of names
JOINTS = frozenset(["and", "or", "&", "/", "+", "de", "van", "der", "von", "da", "di", "la", "del"])


def is_name(words: str, page: Page) -> bool:
    """Whether capitalised words are somebody: a handle, initials, known here, or no common word."""
    text = words.strip()
    if text.startswith("@") or text.casefold() in page.people:
        return True
    first = text.split()[0]
    if page.cues.is_one("not_a_name", first) or any(c.isdigit() for c in first):
        return False
    return first.casefold() in page.people or not first.endswith(("ing", "ed", "ly"))


def subject_before(text: str, cues: Cues) -> str:
    """The subject whose verb comes next: names, a pronoun, or "" where there is none.

    Auxiliaries and adverbs before the verb are passed over (``Nora has already``); a name behind
    an article or a preposition is no subject (``the board of Nora``).
    """
    words = text.replace("(", " ").replace(")", " ").split()
    while words and cues.is_one("before_verb", words[-1].strip(",")):
        words.pop()
    if not words:
        return ""
    if cues.is_one("pronoun", words[-1].replace("’", "'")):
        return words[-1]
    first = len(words)
    while first > 0 and _belongs(words, first):
        first -= 1
    found = " ".join(words[first:]).strip(" ,;&/+")
    if words[-1].endswith(","):
        return ""
    if not found or (first > 0 and cues.is_one("no_subject_after", words[first - 1])):
        return ""
    return re.sub(r"^(?:and|or)\s+", "", found)


def _belongs(words: list[str], first: int) -> bool:
    """Whether the word before this place goes on with the names that end there."""
    word = words[first - 1]
    inside = first < len(words)
    if inside and word[-1] in ".:;?!" and len(word) > 2:
        return False
    if _NAME.fullmatch(word.rstrip(",")):
        return len(words) - first < _LONGEST
    return inside and word.lower() in JOINTS


def is_known(words: str, page: Page) -> bool:
    """Whether the note itself shows that this is a person: attendance, a speaker, initials."""
    text = words.strip()
    first = text.split()[0]
    if page.cues.is_one("not_a_name", first):
        return False
    return (
        text.startswith("@")
        or text.casefold() in page.people
        or first.casefold() in page.people
        or (page.is_minutes and _INITIALS.fullmatch(first) is not None)
    )


def is_somebody(word: str, page: Page) -> bool:
    """Whether one word is surely a person's: a handle, known to the note, or a given name.

    A word in lower case counts only where the note itself knows somebody by it.
    """
    key = fold(word)
    if word.startswith("@") or key in page.known:
        return True
    if not word[:1].isupper() or page.cues.is_one("not_a_name", word):
        return False
    return (page.is_minutes and _INITIALS.fullmatch(word) is not None) or is_known_first_name(key)


def is_person(who: str, line: Line, page: Page) -> bool:
    """Whether it is the speaker of the line, or a name."""
    return who == line.speaker or is_name(who, page)


def is_attending(words: str, page: Page) -> bool:
    """Whether the note's attendance or speeches hold every one of these names."""
    names = [n for n in listed(words).split(", ") if n]
    return bool(names) and all(
        n.casefold() in page.people or n.split()[0].casefold() in page.people for n in names
    )


def listed(who: str) -> str:
    """Names as written, joined by a comma: ``KK, SC`` of ``KK and SC``."""
    bare = re.sub(r"\(([^)]*)\)", r" \1", who)
    parts = (p.strip().lstrip("@") for p in re.split(_AND, bare))
    return ", ".join(p for p in parts if p)


def owner_at_head(body: str, page: Page) -> str:
    """The owners with which an action begins: ``KK, SC to merge``, ``eP: ask``, ``@nora book``."""
    pattern = page.cues.compile(
        r"^(?:\[.\]\s*)?"
        + NAMES
        + r"(?:\s*:\s|\s+[–—-]\s+|\s+(?:to|will|should|shall|can|must|would|(?:is|are|has)\s+to)\b"
        + r"|\s+{deed+}\w{0,2}(?!\w)|[.\s]*$)"
    )
    found = pattern.match(body)
    return listed(found["who"]) if found and is_name(found["who"], page) else ""


def owner_at_end(body: str, page: Page) -> str:
    """The owners that stand behind an action: ``… (@nora)``, ``… follow up. KK, SC.``"""
    found = page.cues.compile(_AT_END).search(body)
    if not found:
        return ""
    who = found["who"]
    return listed(who) if who.startswith("@") or is_known(who, page) else ""
