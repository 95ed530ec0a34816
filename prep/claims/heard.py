"""A line heard once: which phrases of all cue groups may stand in it, and where one stands.

A line is asked for the phrases of a dozen groups: those of the rules, and those of the guards
behind them. One look at the set of its words answers for all of them, a bit each; only the few
phrases whose words are all there are ever sought in the line, or in a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from prep.claims.cues import Cue, Cues
from prep.claims.phrases import (
    PUNCTUATION,
    Hit,
    Phrase,
    blanked,
    every_of,
    first_of,
    phrase_of,
    split_words,
)
from prep.patterns import lazy
from prep.words import STOP

_ODD = lazy(rf"[^\w\s{re.escape(PUNCTUATION)}]|[ſKıİΣ]")
"""Marks at which a pattern sees the end of a word and ``split_words`` does not, and letters that
are folded in more than one way: a line with one of them is heard the long way."""
_LETTERS = lazy(r"[^\W_]+")


class _Groups(dict[str, int]):
    """The bits of each group, and of several joined by ``|``."""

    def __missing__(self, groups: str) -> int:
        found = 0
        for name in groups.split("|"):
            if name not in self:
                raise KeyError(name)
            found |= self[name]
        self[groups] = found
        return found


class Lexicon:
    """The phrases of these groups, each found by a word of its own, then another, then the rest.

    ``rules``: of a group the bits that a line with one of its phrases gets, all below ``width``;
    above these each group has a bit of its own (``of``).
    """

    __slots__ = ("_by_word", "_open", "_starred", "_words", "cues", "of")

    def __init__(
        self, cues: Cues, groups: Sequence[str], rules: Mapping[str, int], width: int
    ) -> None:
        self.cues = cues
        self.of = _Groups({name: 1 << width + at for at, name in enumerate(groups)})
        self._by_word: dict[str, list[tuple[str, frozenset[str], tuple[Phrase, int]]]] = {}
        self._starred: list[tuple[str, Phrase, int]] = []
        self._open: list[tuple[Phrase, int]] = []
        phrases: dict[str, int] = {}
        for name, bit in self.of.items():
            for phrase in cues.group(name):
                low = phrase.lower()
                phrases[low] = phrases.get(low, 0) | bit | rules.get(name, 0)
        for phrase, bits in phrases.items():
            self._keep(phrase_of(phrase), bits)
        self._words = frozenset(self._by_word)

    def _keep(self, phrase: Phrase, bits: int) -> None:
        words = split_words(phrase.body)
        if not words:
            self._open.append((phrase, bits))
        elif phrase.star:
            self._starred.append((words[-1], phrase, bits))
        else:
            key, *others = sorted(words, key=lambda w: (w in STOP, -len(w)))
            rest = (others[0] if others else key, frozenset(others[1:]))
            self._by_word.setdefault(key, []).append((*rest, (phrase, bits)))

    def hear(self, text: str) -> Heard:
        """What may stand in a text."""
        words = frozenset(split_words(text))
        found = self._found(words)
        if self._starred:
            low = text.lower()
            for stem, phrase, bits in self._starred:
                if stem in low:
                    found.append((phrase, bits))
        if (text.isascii() and text.isprintable()) or not _ODD.search(text):
            return Heard(self, found)
        strict = Heard(self, found).bits
        return Heard(self, found + self._found(words.union(_LETTERS.findall(text.lower()))), strict)

    def _found(self, words: frozenset[str]) -> list[tuple[Phrase, int]]:
        """The phrases without a star all of whose words are among these."""
        found = self._open[:]
        for word in self._words & words:
            for other, rest, phrase in self._by_word[word]:
                if other in words and (not rest or rest <= words):
                    found.append(phrase)
        return found


class Heard:
    """What may stand in one line; asked about it and about parts of it, cut where words end.

    ``bits``: see ``Lexicon``. ``strict``: the same by ``split_words`` alone, where a line is odd.
    """

    __slots__ = ("_cues", "_kept", "_of", "_phrases", "bits", "strict")

    def __init__(
        self, lexicon: Lexicon, phrases: list[tuple[Phrase, int]], strict: int | None = None
    ) -> None:
        self._cues = lexicon.cues
        self._of = lexicon.of
        self._phrases = phrases
        self._kept: dict[int, list[Phrase]] | None = None
        self.strict = strict
        self.bits = 0
        for _, bits in phrases:
            self.bits |= bits

    def _sought(self, wanted: int) -> list[Phrase]:
        """Its phrases of these bits."""
        if self._kept is None:
            self._kept = {}
        sought = self._kept.get(wanted)
        if sought is None:
            sought = [phrase for phrase, bits in self._phrases if bits & wanted]
            self._kept[wanted] = sought
        return sought

    def rules(self, below: int) -> int:
        """Those of the first bits that are the rules'."""
        return (self.bits if self.strict is None else self.strict) & below

    def may(self, groups: str) -> bool:
        """Whether a phrase of the group, or of one of several joined by ``|``, may stand there."""
        return self.bits & self._of[groups] != 0

    def has(self, groups: str, part: str) -> bool:
        """Whether one stands in the part."""
        return self.first(groups, part) is not None

    def first(self, groups: str, part: str) -> Hit | None:
        """The first of these phrases in the part; of two at one place the longer."""
        wanted = self._of[groups]
        if not self.bits & wanted:
            return None
        if self.strict is not None:
            return self._cues.find(groups).search(part)
        return first_of(self._sought(wanted), part)

    def every(self, groups: str, part: str) -> list[Hit]:
        """All of them in order, none inside another."""
        wanted = self._of[groups]
        if not self.bits & wanted:
            return []
        if self.strict is not None:
            return self._cues.find(groups).every(part)
        return every_of(self._sought(wanted), part)

    def blank(self, groups: str, part: str) -> str:
        """The part with every one of them blanked, of the same length."""
        return blanked(part, self.every(groups, part))

    def search(self, cue: Cue, part: str) -> re.Match[str] | None:
        """The first place of a pattern in the part, sought only where it may have what it needs."""
        for need in cue.needs:
            if not self.bits & self._of[need]:
                return None
        return cue.pattern.search(part) if self.strict is None else cue.search(part)
