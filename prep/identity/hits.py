"""Finding a subject's forms in a line: whole words, no part of somebody else's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from prep.identity.capitals import STARTERS, UPPER
from prep.names import fold

_NEXT = re.compile(rf"^[ ]([{UPPER}][\w'’-]+)")
_PREVIOUS = re.compile(rf"([{UPPER}][\w'’-]+)[ ]$")
_TARGET = re.compile(r"\]\(([^)\s]*)\)?")


@lru_cache(maxsize=2048)
def _pattern(body: str) -> re.Pattern[str]:
    """The forms of one subject are mostly the same from note to note, and costly to compile."""
    return re.compile(rf"(?<![\w@/])(?:{body})(?!\w)")


class Hit(NamedTuple):
    """A form found in a line. ``whole``: the run of capitalised words that it stands in."""

    start: int
    end: int
    form: str
    whole: str


class Finder:
    """Finds written forms in lines; built once a note and subject."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Takes forms as they may be written. Forms without a letter or digit are dropped."""
        written: dict[str, None] = {}
        for form in forms:
            for shape in (
                form,
                unicodedata.normalize("NFC", form),
                unicodedata.normalize("NFD", form),
            ):
                if fold(shape):
                    written[shape] = None
        longest = sorted(written, key=lambda f: (-len(f), f))
        body = "|".join(re.escape(f).replace(r"\\ ", r"[ \-]") for f in longest)
        self._pattern = _pattern(body) if body else None

    def finds(self, text: str) -> bool:
        """Does the line hold any form at all?"""
        return self._pattern is not None and self._pattern.search(text) is not None

    def hits(self, text: str, start: int = 0) -> Iterator[Hit]:
        """Every form from ``start`` on, with the longer name that it may be a part of."""
        if self._pattern is None:
            return
        for found in self._pattern.finditer(text, start):
            yield Hit(found.start(), found.end(), found[0], _whole(text, found))


def _whole(text: str, found: re.Match[str]) -> str:
    """The found words with the capitalised words around them that may be the name's."""
    whole = found[0]
    after = _NEXT.match(text[found.end() : found.end() + 40])
    if after and not _plain(after[1]):
        whole = f"{whole} {after[1]}"
    before = _PREVIOUS.search(text[max(0, found.start() - 40) : found.start()])
    if before and not _plain(before[1]) and " " not in found[0]:
        whole = f"{before[1]} {whole}"
    return whole.removesuffix("'s").removesuffix("’s")


def _plain(word: str) -> bool:
    """Capitalised for its place or its kind, not as a name: a starter, an acronym."""
    return word.lower() in STARTERS or word.isupper() or not word[1:].islower()


def link_target(text: str, end: int) -> str:
    """The target of the markdown link whose words hold this position, or ""."""
    close = text.find("]", end)
    if close < 0 or text.rfind("[", 0, end) <= text.rfind("]", 0, end):
        return ""
    found = _TARGET.match(text[close:])
    return found[1] if found else ""
