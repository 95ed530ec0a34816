"""Groups of phrases found in a text: first by its set of words, then by their places.

Most lines hold no phrase of a group. A look at the set of a line's words tells that in half a
microsecond, where a pattern of a hundred alternatives takes ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from prep.patterns import lazy

STEM = 4
"""Letters by which a phrase with a star is looked up: what stands before the star has as many."""
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’–—…"
"""What ends a word, besides blanks."""
_WORD = lazy(rf"[^\s{re.escape(PUNCTUATION)}]+")
_BLANKED = bytes(32 if chr(c) in PUNCTUATION else c for c in range(256))


class Hit(NamedTuple):
    """A phrase where it stands; read like a match of ``re``."""

    first: int
    after: int
    words: str

    def start(self) -> int:
        """Where the phrase begins."""
        return self.first

    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.after

    def group(self) -> str:
        """The words as written."""
        return self.words


class Phrase(NamedTuple):
    """A phrase as it is sought: its folded text, and where it must begin and end a word.

    ``star``: its last word may go on.
    """

    body: str
    left: bool
    right: bool
    star: bool


def phrase_of(written: str) -> Phrase:
    """The phrase of a cue file's words, in lower case."""
    body = written.removesuffix("*")
    star = written.endswith("*")
    return Phrase(body, body[0].isalnum(), not star and body[-1].isalnum(), star)


class Phrases:
    """Words and phrases of one or more cue groups, in any case, as whole words."""

    __slots__ = ("_bare", "_by_key", "_starred", "_stems", "keys", "singles", "stems")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_key: dict[str, list[tuple[frozenset[str], Phrase]]] = {}
        self._bare: list[Phrase] = []
        self._starred: list[Phrase] = []
        for phrase in dict.fromkeys(p.lower() for p in phrases):
            words = split_words(phrase.removesuffix("*"))
            if not words:
                self._bare.append(phrase_of(phrase))
            elif phrase.endswith("*"):
                self._starred.append(phrase_of(phrase))
            else:
                key = max(words, key=len)
                self._by_key.setdefault(key, []).append((frozenset(words), phrase_of(phrase)))
        self.keys = frozenset(self._by_key)
        """Words of which one stands in every text that holds a phrase without a star."""
        self._stems = tuple(split_words(p.body)[-1] for p in self._starred)
        self.stems = frozenset(stem[:STEM] for stem in self._stems)
        """The same for phrases with a star: first letters of a word."""

    def may(self, words: frozenset[str]) -> bool:
        """Whether all the words of some phrase are among these."""
        if self._bare:
            return True
        if not self.keys.isdisjoint(words):
            for key in self.keys & words:
                for wanted, _ in self._by_key[key]:
                    if wanted <= words:
                        return True
        return bool(self._stems) and any(self._started(words))

    def search(self, text: str) -> Hit | None:
        """The first phrase in the text; of two at one place the longer."""
        words = words_of(text)
        if not self.may(words):
            return None
        return first_of(self._candidates(words), text)

    def every(self, text: str) -> list[Hit]:
        """All phrases in order, none inside another."""
        words = words_of(text)
        if not self.may(words):
            return []
        return every_of(self._candidates(words), text)

    def blank(self, text: str) -> str:
        """The text with every phrase blanked, of the same length."""
        return blanked(text, self.every(text))

    def _candidates(self, words: frozenset[str]) -> Iterator[Phrase]:
        yield from self._bare
        for key in self.keys & words:
            for wanted, phrase in self._by_key[key]:
                if wanted <= words:
                    yield phrase
        if self._stems:
            yield from self._started(words)

    def _started(self, words: frozenset[str]) -> Iterator[Phrase]:
        """The phrases with a star of which a word begins so."""
        if self.stems.isdisjoint(starts_of(words)):
            return
        for stem, phrase in zip(self._stems, self._starred, strict=True):
            if any(word.startswith(stem) for word in words):
                yield phrase


def split_words(text: str) -> list[str]:
    """The words of a text: lower case, punctuation dropped, cheap."""
    lower = text.lower()
    if not lower.isascii():
        return _WORD.findall(lower)
    return lower.encode().translate(_BLANKED).decode().split()


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The set of ``split_words``; kept, since every rule asks for it."""
    return frozenset(split_words(text))


@lru_cache(maxsize=4096)
def starts_of(words: frozenset[str]) -> frozenset[str]:
    """The first letters of the words, as many as a phrase with a star is looked up by."""
    return frozenset(word[:STEM] for word in words)


@lru_cache(maxsize=2048)
def _folded(text: str) -> str:
    """Lower case with plain apostrophes, letter for letter as long as the text."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.replace("’", "'")


def first_of(phrases: Iterable[Phrase], text: str) -> Hit | None:
    """The first of these phrases that stands in the text; of two at one place the longer."""
    folded = _folded(text)
    best: tuple[int, int] | None = None
    for phrase in phrases:
        place = _place(folded, phrase, 0)
        if place and (best is None or place < best):
            best = place
    return Hit(best[0], -best[1], text[best[0] : -best[1]]) if best else None


def every_of(phrases: Iterable[Phrase], text: str) -> list[Hit]:
    """All of these phrases in the text in order, none inside another."""
    folded = _folded(text)
    places: list[tuple[int, int]] = []
    for phrase in phrases:
        place = _place(folded, phrase, 0)
        while place:
            places.append(place)
            place = _place(folded, phrase, -place[1])
    kept: list[Hit] = []
    for first, after in sorted(places):
        if not kept or first >= kept[-1].after:
            kept.append(Hit(first, -after, text[first:-after]))
    return kept


def blanked(text: str, hits: Iterable[Hit]) -> str:
    """The text with these places blanked, of the same length."""
    for hit in hits:
        text = text[: hit.first] + " " * (hit.after - hit.first) + text[hit.after :]
    return text


def _place(folded: str, phrase: Phrase, start: int) -> tuple[int, int] | None:
    """The next place of the phrase as whole words; a star lets its last word go on.

    As ``(start, -end)``, so that of two places the lesser comes first, or is the longer.
    """
    body, left, right, star = phrase
    at = folded.find(body, start)
    while at >= 0:
        after = at + len(body)
        if not (left and at and ((c := folded[at - 1]).isalnum() or c == "_")):
            going_on = after < len(folded) and ((c := folded[after]).isalnum() or c == "_")
            if not (right and going_on):
                return at, -(_word_end(folded, after) if star else after)
        at = folded.find(body, at + 1)
    return None


def _word_end(folded: str, after: int) -> int:
    while after < len(folded) and (folded[after].isalnum() or folded[after] == "_"):
        after += 1
    return after
