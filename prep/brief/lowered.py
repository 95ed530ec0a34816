"""Lower case for patterns of English words: as ``re.IGNORECASE`` would compare, and faster."""

from __future__ import annotations

_LIKE_ASCII = str.maketrans("İıſ", "iis")
"""Letters that ``re.IGNORECASE`` takes for ASCII ones, and ``str.lower`` does not."""


def lowered(text: str) -> str:
    """``text`` in lower case, letter by letter: of the same length, with the same words."""
    return (text if text.isascii() else text.translate(_LIKE_ASCII)).lower()
