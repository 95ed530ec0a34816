"""Headings of calls, and the names in them."""

from __future__ import annotations

import re

from prep.notes import days
from prep.patterns import lazy

_WORD = (
    r"(?:call|meeting|mtg|1\s?[:/-]\s?1|1on1|one[- ]on[- ]one|sync(?:-up)?|catch[- ]?up|chat|"
    r"interview|stand-?up|coffee|lunch|dinner|debrief|kick-?off|check-?in|zoom|phone screen)"
)
_CALL = lazy(rf"(?<!\w){_WORD}(?!\w)", re.IGNORECASE)
_WITH = lazy(rf"(?<!\w){_WORD}\s*(?:with|w/?|:|-|–)\s+(.+)$", re.IGNORECASE)
_BEFORE = lazy(rf"^(.+?)\s+(?:-\s+|–\s+)?{_WORD}(?!\w)", re.IGNORECASE)
_AFTER = lazy(rf"^{_WORD}\s+(.+)$", re.IGNORECASE)
_SPOKE = lazy(r"^(?:met|spoke|talked|talk)\s+(?:with|to|w/?)\s+(.+)$", re.IGNORECASE)
_TRANSCRIPT = lazy(
    r"[*_ ]*(?:full |raw |auto(?:matic)? )?transcript(?:ion)?\b[^.]{0,24}$", re.IGNORECASE
)
_LINKED = lazy(r"\[\[([^\]|#]+)(?:[#|][^\]]*)?\]\]")
_PARTS = lazy(r"\s*(?:,|&|\+|/|<>|\band\b)\s*")
_BESIDE = lazy(r"\([^)]*\)|\bre\b.*$|\babout\b.*$|\bon\b.*$|@.*$|[-–|].*$", re.IGNORECASE)
_NOT_NAMES = frozenset(
    ("weekly", "daily", "monthly", "quarterly", "biweekly", "team", "staff", "status", "the", "a",
     "my", "our", "intro", "kickoff", "planning", "review", "project", "call", "meeting", "sync",
     "all", "hands", "customer", "internal", "external", "prep", "phone", "video", "zoom", "notes",
     "agenda", "questions", "next", "last", "first", "final", "morning", "afternoon", "quick",
     "follow", "up", "with", "summary", "to", "for", "from", "standup", "1:1", "todo", "todos")
)  # fmt: skip
_CLOCK = lazy(r"^\d{1,2}(?::\d\d)?\s*(?:am|pm)?\s*[-–—:|]?\s+", re.IGNORECASE)
_LONGEST = 4


def is_call(text: str) -> bool:
    """Whether a heading's words name a call or a meeting: ``john lee call:``, ``Met with Ada``."""
    return len(text) <= 90 and bool(_CALL.search(text) or _SPOKE.match(text.strip("*_ :")))


def opens(text: str) -> bool:
    """Whether a line without a colon stands above a call: it names the call and people in it.

    ``Call with Mira``, ``Mira Stone sync``; but not ``call mira``, which is something to do.
    """
    if not is_call(text):
        return False
    if text[0].isalpha() and _AFTER.match(text) and not _WITH.search(text):
        return False
    names = names_in(text)
    return bool(names) and all(name[0].isupper() for name in names)


def is_transcript(text: str) -> bool:
    """Whether a heading stands above a transcript."""
    return text.lstrip("*_ ")[:4].lower() in ("tran", "full", "raw ", "auto") and bool(
        _TRANSCRIPT.match(text)
    )


def names_in(title: str) -> tuple[str, ...]:
    """Return the names in a call's heading, as written; days and words of routine are none."""
    linked = [name for name in _LINKED.findall(title) if not days.day_in(name)]
    if linked:
        return tuple(linked)
    bare = _CLOCK.sub("", title.strip("*_ :"))
    dated = days.phrase_in(bare)
    if dated:
        bare = f"{bare[: dated.start]} {bare[dated.end :]}".strip("*_ :-–()")
    for pattern in (_SPOKE, _WITH, _BEFORE, _AFTER):
        found = pattern.search(bare)
        names = _names(found[1]) if found else ()
        if names:
            return names
    return ()


def _names(text: str) -> tuple[str, ...]:
    bare = _BESIDE.sub("", text)
    parts = (part.strip(" .:–-'\"") for part in _PARTS.split(bare))
    return tuple(part for part in parts if _may_name(part))


def _may_name(part: str) -> bool:
    words = part.lower().split()
    if not 0 < len(words) <= _LONGEST or _NOT_NAMES.intersection(words):
        return False
    return part[0].isalpha() and not any(char.isdigit() for char in part)
