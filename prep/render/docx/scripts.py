"""Text cut where the script changes, because Word chooses fonts and directions by run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from prep.patterns import lazy

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_EAST = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff"
)
# One sequence of ZWJ, skin tone, flag or keycap stays in one run.
_PICTURE = (
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23f3]\ufe0f?"
    "[\U0001f3fb-\U0001f3ff]?|[0-9#*]\ufe0f?\u20e3)"
)
_KANA = lazy("[\u3040-\u30ff\uff66-\uff9d]")
_HANGUL = lazy("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_HEBREW = lazy("[\u0590-\u05ff\ufb1d-\ufb4f]")

EMOJI = (
    '<w:rFonts w:ascii="Segoe UI Emoji" w:hAnsi="Segoe UI Emoji" '
    'w:eastAsia="Segoe UI Emoji" w:cs="Segoe UI Emoji"/>'
)


@cache
def _cut() -> re.Pattern[str]:
    """Compiled when the first line needs it: plain English never does, and it takes 3 ms."""
    return re.compile(
        f"(?P<emoji>{_PICTURE}(?:\u200d{_PICTURE}|[\U000e0020-\U000e007f]|{_PICTURE})*)"
        f"|(?P<rtl>[{_RTL}](?:[\\W\\d]*[{_RTL}])*)"
        f"|(?P<east>[{_EAST}]+)"
    )


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Pieces of the text with their script: "" (the rest), ``emoji``, ``rtl`` or ``east``."""
    at = 0
    for found in _cut().finditer(text):
        if found.start() > at:
            yield "", text[at : found.start()]
        yield str(found.lastgroup), found[0]
        at = found.end()
    if at < len(text):
        yield "", text[at:]


def language(script: str, piece: str) -> str:
    """``w:lang`` of a piece: by the letters, since only they are known."""
    if script == "rtl":
        return f'<w:lang w:bidi="{"he-IL" if _HEBREW.search(piece) else "ar-SA"}"/>'
    if _HANGUL.search(piece):
        return '<w:lang w:eastAsia="ko-KR"/>'
    return f'<w:lang w:eastAsia="{"ja-JP" if _KANA.search(piece) else "zh-CN"}"/>'
