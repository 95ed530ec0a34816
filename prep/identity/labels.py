"""What stands before a colon: a speaker's turn, an action, a status, an attendance list.

Only the shape is read here; whether a label is a person's is decided by the cast of the file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from prep.patterns import lazy

_LEAD = r"(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s*|[A-Z0-9][.)]\s+)?"
_LABEL = lazy(
    rf"^{_LEAD}(?P<open>\[\[|\[|[*_]{{1,3}})?\s*"
    r"(?P<who>@?[^\W\d_](?:[^\s:*_\[\]()|]|[^\S\n]+(?=[^\s:*_\[()|]))*+)"
    r"(?:\]\]|\]\([^)\s]*\))?\s*(?P<said>\([^)\n]{1,30}\))?\s*"
    r"(?P<close>[*_]{1,3}\s*:|:[*_]{1,3}|:(?=\s|[A-Z]|$)|[*_]{1,3}(?=\s+[^\W\d_]))\s*"
)
_WIDEST = 49
"""Characters of a label's words; longer ones are a sentence that holds a colon."""
_DASHED = lazy(r"^([^\W\d_a-z][\w'’.]*(?: [^\W\d_a-z][\w'’.-]*){0,2})\s?[-–—]\s+(?=\S)")
_GO_ON = lazy(r"^[*_]*(?:\.{2,3}|…)\s*:?\s")
ACT = lazy(
    r"^[*_#\s]*(?:action(?: item| point)?|decision|todo|to-do|issue|suggestion|proposal|"
    r"resolution|resolved|agreed|next steps?|follow[- ]?up|commitment|ai)s?\b"
    r"(?:\s*#?\s*\d[\w.]*)?[*_\s]*(?::|\))[*_\s]*"
    r"|^[*_#\s]*(?-i:ACTION|DECISION)(?:\s+\d[\w.]*)?[*_\s]+",
    re.IGNORECASE,
)
STATUS = lazy(r"^[*_\s]*(?:status|update|outcome|result|answer)\b[*_\s]*:[*_\s]*", re.IGNORECASE)
_NOT_WHO_WORDS = """status note notes nb decision decisions action actions todo todos url urls
date goal goals question questions q a answer answers summary agenda topic topics update updates
resolution resolved proposal proposed suggestion suggestions conclusion conclusions next link
links background context minutes timestamp ps example examples warning tip pros cons pro con
issue issues risk risks owner due deadline time where when who what why how pr fixme fyi re aob
discussion outcome outcomes purpose http https source sources tags tag type title role account
email phone company team key location priority attachments reference references see also call
chat repository repo ask asks plan problem problems solution idea ideas context definition
motivation scope option options step steps day days week today tomorrow yesterday monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august
september october november december result results reason reasons cost price budget timeline
version versions first second third everyone everybody all group audience chair recording video
audio duration announcement announcements introduction introductions moderator host facilitator
scribe scribes attendees present regrets absent participants questions challenge challenges
requirement requirements need needs concern concerns feedback highlights lowlights blockers
blocker item items"""
_NOT_WHO = frozenset(_NOT_WHO_WORDS.split())


class Label(NamedTuple):
    """The words before the colon, and where the words after it begin.

    ``who`` is as written, "" for the mark that a speaker goes on (``...``). Without a ``colon``
    (bold, or before a dash) only a known name is a label.
    """

    who: str
    end: int
    bold: bool
    colon: bool


def label_of(text: str) -> Label | None:
    """The label that a line begins with, or None.

    Takes ``HZ: yes``, ``**Tim** : ok``, ``**Team A - Bo:** well``, ``Ted (chat): no``,
    ``Bo - well`` and ``... and so on``; refuses ``12:30 lunch``, ``https://example.org`` and
    late colons.
    """
    if text[:1] in ".…*_" and (on := _GO_ON.match(text)):
        return Label("", on.end(), bold=False, colon=True)
    marked = ":" in text[:96] or text[:1] in "*_"
    found = _LABEL.match(text) if marked else None
    if not found or len(found["who"].lstrip("@")) > _WIDEST:
        near = text[:40]
        dashed = _DASHED.match(text) if "- " in near or "–" in near or "—" in near else None
        return Label(dashed[1], dashed.end(), bold=False, colon=False) if dashed else None
    colon = ":" in found["close"]
    bold = (found["open"] or "")[:1] in ("*", "_")
    if not colon and not bold:
        return None
    who = found["who"].rpartition(" - ")[2].strip(" ,.")
    return Label(who, found.end(), bold, colon) if who else None


@lru_cache(maxsize=8192)
def may_be_who(who: str) -> bool:
    """Could these words be a speaker's name by their shape? No sentence, no heading word."""
    words = who.split()
    if not 1 <= len(words) <= 4 or words[0].lower().strip("@") in _NOT_WHO:
        return False
    return any(c.isupper() for c in who) or who.startswith("@") or len(words) == 1


_ATTEND_WORDS = (
    r"attendees?|attendance|attending|present|presence|participants?|participating|in attendance|"
    r"who(?: was there|'s here)?|people|members?|visitors?|guests?|observers?|invited guests|"
    r"invitees|teilnehmer(?:innen)?|anwesend|roll call|voting members|panel(?:ists)?|"
    r"interviewers?|attendee list|attendance list|in the room|on the call"
)
_ATTEND_KINDS = (
    r"remote|in[- ]?person|local|virtual|online|key|meeting|other|external|internal|and|&|or|"
    r"on[- ]?site|additional|list of|zoom|phone"
)
_ATTEND = lazy(
    rf"^(?:(?:{_ATTEND_KINDS})[\s/,]+){{0,5}}(?:{_ATTEND_WORDS})(?:\s+(?:and|&)\s+\w+)?"
    r"(?:\s*\([^)]*\)|\s*\[[^\]]*\])?$",
    re.IGNORECASE,
)
_ABSENT = lazy(
    r"^(?:regrets?|absent(?:ees?)?|apologies|not (?:present|attending|in attendance)|excused|"
    r"entschuldigt|abwesend|declined|could not (?:attend|make it))(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
_SERVING = lazy(
    r"^(?:(?:note[- ]?takers?|minutes|notes|minute[- ]?takers?|moderators?|(?:co-?)?chairs?|hosts?|"
    r"facilitators?|scribes?|presenters?|speakers?|led)(?: by| taken by)?)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def list_kind(words: str) -> str:
    """What a label announces: "attendee", "absent", "serving" (a chair, a scribe) or ""."""
    text = words.strip(" *_:#").strip()
    if not text or len(text) > 48:
        return ""
    if _ATTEND.match(text):
        return "attendee"
    if _ABSENT.match(text):
        return "absent"
    return "serving" if _SERVING.match(text) else ""
