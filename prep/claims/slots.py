"""Whose a line is by its form: who stands at its end or at its head, and what joins them to it.

What is owed is any words; whose it is stands in few places: behind an arrow, in brackets at the
end, behind a dash or an ``@``, before a colon, or before a verb. The verbs are open.
"""

from __future__ import annotations

from typing import NamedTuple

from prep.claims.page import Page
from prep.claims.parties import JOINTS, is_name, is_somebody
from prep.dates import find_days, find_due
from prep.patterns import lazy

_TAIL = lazy(
    r"\s*(?P<arrow>[-=]+>|→|➔|➜|⇒)\s*(?P<to>[^→>\[\]()]{1,48})$"
    r"|\s+[\[(](?P<in>[^\[\]()]{1,48})[\])][.\s]*$"
    r"|\s+[-–—/|]+\s+(?P<after>[^–—/|()\[\]]{1,48})$"
    r"|(?:\s|^)\(?(?P<at>@[^\W\d_][\w.-]*\w)\)?[.\s]*$"
)
_FORMS = {"to": "arrow", "in": "bracket", "after": "dash", "at": "handle"}
_CUT = lazy(r"\s*[,;|:]\s*|\s+[-–—/]\s+")
_LONGEST = 3
"""Words of one name."""


class Slot(NamedTuple):
    """Who owes, as a claim names it: ``I``, ``we``, names joined by a comma.

    ``at``: where what is owed ends, or in words where the names end; ``form``: arrow, bracket,
    dash, handle or head; ``dated``: whether a day stands beside the name; ``known``: oneself, or
    people whom the note or the list of given names knows.
    """

    party: str
    at: int
    form: str
    dated: bool
    known: bool


def tail(text: str, page: Page) -> Slot | None:
    """Who stands behind a thing: ``plan -> me, by 20 Mar``, ``plan (Lena)``, ``plan @lena``."""
    found = _TAIL.search(text)
    if not found or found.lastgroup is None:
        return None
    group = found.lastgroup if found.lastgroup != "arrow" else "to"
    party: list[str] = []
    known, dated = True, False
    for piece in filter(None, _CUT.split(found[group].strip())):
        words = piece.split()
        who, size, sure = people(words, page)
        if who and _is_until(words[size:], page):
            party.append(who)
            known, dated = known and sure, dated or size < len(words)
        elif _is_until(words, page):
            dated = True
        else:
            return None
    return Slot(", ".join(party), found.start(), _FORMS[group], dated, known) if party else None


def gives(words: list[str], page: Page) -> bool:
    """Whether somebody is given a deed: ``Ada to find out``, ``me``, ``confirm it``."""
    who, size, _ = people(words, page)
    behind = words[size : size + 1]
    return bool(who) and (not behind or page.cues.is_one("given", behind[0].lower()))


def people(words: list[str], page: Page) -> tuple[str, int, bool]:
    """The people with whom these words begin, how many words they are, and whether all are known.

    A name in lower case must be known to the note; "me" is "I", "us" is "we".
    """
    found: list[str] = []
    at, known = 0, True
    while at < len(words):
        name, size, sure = _one(words, at, page)
        if not size:
            break
        found.append(name)
        known = known and sure
        at += size
        goes_on = words[at - 1].endswith(",") or (at < len(words) and words[at].lower() in JOINTS)
        if not goes_on or at + 1 >= len(words):
            break
        at += not words[at - 1].endswith(",")
    return ", ".join(found), at, known and bool(found)


def _one(words: list[str], at: int, page: Page) -> tuple[str, int, bool]:
    first = words[at].strip("[]()*,:")
    if page.cues.is_one("self", first):
        return "I", 1, True
    if page.cues.is_one("us", first):
        return "we", 1, True
    capital = first[:1].isupper() or first[:1] == "@"
    sure = is_somebody(first, page)
    if not sure and not (capital and is_name(first, page)):
        return "", 0, False
    size = 1
    while (
        size < _LONGEST and at + size < len(words) and words[at + size - 1][-1] not in ",:"
        and words[at + size - 1][-1] not in "])" and words[at + size][:1].isupper()
        and first[:1] != "@"
    ):  # fmt: skip
        size += 1
    return " ".join(words[at : at + size]).strip("[]()*,:@"), size, sure


def _is_until(words: list[str], page: Page) -> bool:
    """Whether nothing stands there but a day: ``by 20 Mar``, ``Friday``, ``bis 20.3.``"""
    if not words:
        return True
    text, base = " ".join(words), page.note.day
    language = page.note.language or "en"
    found = find_due(text, base=base, language=language)
    rest = text.replace(found.raw, "", 1) if found else text
    for day in find_days(rest, base=base, language=language):
        rest = rest.replace(day.raw, "", 1)
    left = [w for w in rest.split() if not page.cues.is_one("until", w.strip(".,"))]
    return len(left) < len(words) and not left
