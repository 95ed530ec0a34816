"""Which way a paragraph or a table runs."""

from __future__ import annotations

from unicodedata import bidirectional


def runs_right_to_left(text: str) -> bool:
    """By the first letter with a direction, as the Unicode bidirectional algorithm says (P2)."""
    if text.isascii():
        return False
    strong = (bidirectional(char) for char in text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)
