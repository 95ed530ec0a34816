"""A promise as the rules of promises see it: neither asked, wished, denied nor told of the past."""

from __future__ import annotations

from prep.claims import guards
from prep.claims.line import Line
from prep.claims.page import Page


def speaks(line: Line) -> bool:
    """Somebody's own words in the note: no quotation, no plan, no boilerplate."""
    return not line.quoted and not line.planned and "boilerplate" not in line.sections


def is_said(text: str, before: str, page: Page) -> bool:
    """Neither asked, wished, denied, nor told of the past; the condition must stand before it."""
    words = before.split()
    clause = " ".join(words[-3:-1]) if len(words) > 1 else ""
    return not (
        guards.is_question(text)
        or guards.is_hypothetical(before, page.cues)
        or guards.is_negated(before, page.cues)
        or guards.is_past(before, page.cues)
        or guards.is_hint(text)
        or any(page.cues.is_one("relative", w.strip(",")) for w in clause.split())
    )
