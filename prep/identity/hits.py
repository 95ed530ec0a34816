"""Finding a subject's forms in a line: whole words, no part of somebody else's name."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from prep.identity.capitals import STARTERS, UPPER
from prep.identity.layout import Layout
from prep.names import fold
from prep.patterns import lazy

_NEXT = lazy(rf"^[ ]([{UPPER}][\w'’-]+)")
_PREVIOUS = lazy(rf"([{UPPER}][\w'’-]+)[ ]$")
_TARGET = lazy(r"\]\(([^)\s]*)\)?")


class Hit(NamedTuple):
    """A form found in a line."""

    start: int
    end: int
    form: str


def shapes(forms: Iterable[str]) -> tuple[str, ...]:
    """Forms as they may be encoded, each once. Those without a letter or digit are dropped."""
    found: dict[str, None] = {}
    for form in forms:
        found[form] = None
        if not form.isascii():
            found[unicodedata.normalize("NFC", form)] = None
            found[unicodedata.normalize("NFD", form)] = None
    return tuple(form for form in found if fold(form))


class Finder:
    """Where written forms stand in one note, as whole words.

    The note's text is searched once a form. A pattern of all forms would find the same, but most
    notes have names of their own, and to compile one takes longer than to read a note.
    """

    def __init__(
        self, forms: Iterable[str], layout: Layout, barred: Set[str] = frozenset("_@/")
    ) -> None:
        """Takes forms as they may be written. Behind a letter or a ``barred`` mark it is none."""
        self.stands = False
        self._places: dict[int, list[tuple[int, int, str]]] = {}
        text, starts, ends = layout.text, layout.starts, layout.ends
        for form in forms:
            for place in _places(form, text, barred):
                self.stands = True
                line = bisect_right(starts, place) - 1
                if line >= 0 and place + len(form) <= ends[line]:
                    found = (place - starts[line], -len(form), form)
                    self._places.setdefault(line, []).append(found)

    @property
    def lines(self) -> list[int]:
        """The lines that hold any form, by their index, in order."""
        return sorted(self._places)

    def hits(self, line: int, start: int = 0) -> Iterator[Hit]:
        """Every form in a line from ``start`` on; of those that overlap the first, the longest."""
        for at, _, form in sorted(self._places.get(line, ())):
            if at >= start:
                start = at + len(form)
                yield Hit(at, start, form)


def _places(form: str, text: str, barred: Set[str]) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or after.isalnum() or before in barred or after == "_"):
            yield at
        at = text.find(form, at + 1)


def whole(text: str, hit: Hit) -> str:
    """The run of capitalised words that a form stands in: the longer name it may be a part of."""
    run = hit.form
    after = _NEXT.match(text[hit.end : hit.end + 40])
    if after and not _plain(after[1]):
        run = f"{run} {after[1]}"
    before = _PREVIOUS.search(text[max(0, hit.start - 40) : hit.start])
    if before and not _plain(before[1]) and " " not in hit.form:
        run = f"{before[1]} {run}"
    return run.removesuffix("'s").removesuffix("’s")


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
