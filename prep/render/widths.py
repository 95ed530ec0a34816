"""How wide words are, near enough to share out a table's columns and to size a diagram's boxes."""

from __future__ import annotations

import re
from functools import lru_cache

# Ems of Calibri, measured on Carlito, its metric twin: mean of each class of letters.
_NARROW, _LOWER, _UPPER, _WIDE, _FULL = 0.27, 0.5, 0.62, 0.85, 1.0
_CLASSES = {
    **dict.fromkeys("iljtfrI.,:;'|!()[]{}`- /\\\u2019\u2018", _NARROW),
    **dict.fromkeys("mwMW@%&—…", _WIDE),
}
_EAST_ASIAN = re.compile("[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
_UNBROKEN = re.compile(r"[^\s\u200b]+")
# Longer words may be broken where Word does it: after a hyphen or a slash, not within a date.
_LONG = 12
_BREAK = re.compile(r"(?<=[^\W\d]-)|(?<=[/\u2013\u2014])(?!/)")


@lru_cache(maxsize=1024)
def _char(char: str) -> float:
    if known := _CLASSES.get(char):
        return known
    if _EAST_ASIAN.match(char) or ord(char) > 0x1F000:
        return _FULL
    if "\u0590" <= char <= "\u08ff":
        return _UPPER
    return _UPPER if char.isupper() else _LOWER


def ems(text: str) -> float:
    """Width of a line of text in ems of its font size."""
    return sum(map(_char, text))


def longest_word(text: str) -> float:
    """Width in ems of the longest stretch that no line should end in; CJK ends anywhere."""
    words = _UNBROKEN.findall(_EAST_ASIAN.sub(" ", text))
    pieces = (piece for word in words for piece in _pieces(word))
    return max(map(ems, pieces), default=_FULL if text else 0.0)


def _pieces(word: str) -> list[str]:
    return _BREAK.split(word) if len(word) > _LONG else [word]
