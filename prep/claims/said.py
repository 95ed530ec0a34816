"""A promise as the rules of promises see it: neither asked, wished, denied nor told of the past."""

from __future__ import annotations

from prep.claims import guards
from prep.claims.heard import Heard
from prep.claims.page import Page


def is_said(text: str, before: str, heard: Heard, page: Page) -> bool:
    """Neither asked, wished, denied, nor told of the past; the condition must stand before it."""
    words = before.split()
    clause = " ".join(words[-3:-1]) if len(words) > 1 else ""
    return not (
        guards.is_question(text)
        or guards.is_hypothetical(before, heard)
        or guards.is_negated(before, heard)
        or guards.is_past(before, heard)
        or guards.is_hint(text)
        or any(page.cues.is_one("relative", w.strip(",")) for w in clause.split())
    )
