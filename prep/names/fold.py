"""One key for one name, however it is typed: case, accents, scripts, apostrophes, hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from prep.patterns import lazy

_MAIL = lazy(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹ`´ʻ′"), None)
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss",
        "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ə": "e",
    }
)  # fmt: skip
"""Letters that NFKD does not take apart. Enough for the Latin script, so that the transliteration
table of ``anyascii`` (20 ms to import) is loaded for other scripts only."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The key of a name: lower-case ASCII words between single blanks.

    Apostrophes are dropped (``O'Brien`` is ``obrien``), hyphens and dots part words
    (``Anne-Marie`` is ``anne marie``), ``@`` before a handle is dropped. An e-mail address keeps
    its shape. Total and idempotent: any text gives a key, "" for text without letters or digits.
    """
    text = text.strip()
    if _MAIL.fullmatch(text):
        return text.casefold()
    plain = text.lower() if text.isascii() else _to_ascii(text)
    plain = plain.translate(_APOSTROPHES)
    if plain.isalnum():
        return plain
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def _to_ascii(text: str) -> str:
    marks = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(c for c in marks if not unicodedata.combining(c)).translate(_LETTERS)
    bare = bare.translate(_APOSTROPHES)
    if bare.isascii():
        return bare
    from anyascii import anyascii

    return str(anyascii(bare)).lower()


def tokens(text: str) -> tuple[str, ...]:
    """The words of the key, in order."""
    return tuple(fold(text).split())


def squash(text: str) -> str:
    """The key without blanks: ``SongYang`` and ``Song Yang`` meet here."""
    return fold(text).replace(" ", "")
