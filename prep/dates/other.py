"""Written-out dates in languages that we have no table for: the only door to dateparser.

Our own pattern says what has the shape of a date ("22 octobre 2025", "3 de marzo"); dateparser
sees that phrase alone, in the note's language, against the note's day, and has to find a day and a
month in it. Left to search in prose it takes every "we" and "may" for a date.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from prep.dates.absolute import near
from prep.dates.atoms import Reading, Rule, Setting, rule
from prep.dates.found import single

OWN = frozenset({"en", "de", ""})

_WORD = r"[^\W\d_]{3,}\.?"
_OF = r"(?:\s+(?:de|di|do|d['’]))?\s+"
_YEAR = r"(?:19|20)\d\d"
_SHAPE = rf"(?<![\w.,/-])\d\d?(?:er|º|°|ª|\.|e|\.º)?{_OF}{_WORD}(?:{_OF}(?P<y>{_YEAR}))?(?![\w/-])"


@lru_cache(maxsize=4096)
def _parsed(phrase: str, base: str, language: str) -> str | None:
    from dateparser import parse
    from dateparser.conf import SettingValidationError

    settings: dict[str, Any] = {
        "RELATIVE_BASE": datetime.fromisoformat(base),
        "REQUIRE_PARTS": ["day", "month"],
    }
    try:
        found = parse(phrase, languages=[language], settings=settings)
    except (ValueError, SettingValidationError, OverflowError):
        return None  # a language that dateparser does not know either
    return found.date().isoformat() if found else None


def _foreign(match: re.Match[str], where: Setting) -> Reading | None:
    if where.base is None and not match["y"]:
        return None
    base = where.base.isoformat() if where.base else f"{match['y']}-01-01"
    parsed = _parsed(match[0], base, where.language)
    if parsed is None:
        return None
    day = date.fromisoformat(parsed)
    found = day if match["y"] else near(day.month, day.day, where)
    return Reading(single(found), loose=not match["y"]) if found else None


def rules(language: str) -> tuple[Rule, ...]:
    """The rule for a language without a table of ours; none for those with one."""
    if language[:2].lower() in OWN:
        return ()
    return (rule("foreign", "figure", "day", _SHAPE, _foreign),)
