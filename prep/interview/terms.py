"""Text as comparable terms: tokens of any script, Snowball stems, BM25.

The stemmer follows the script (Cyrillic, Devanagari) and else the language that the caller names,
so that notes in several languages tokenise without a setting. (``prep.words`` has a lighter stem,
English only, for the likeness of two claims; the matching here was measured with Snowball's.)
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

_STEMMERS = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "nl": "dutch",
             "sv": "swedish", "no": "norwegian", "da": "danish", "it": "italian"}  # fmt: skip
_STOP = frozenset(  # a paragraph of words reads better than a column of quoted ones
    "a about above after again all am an and any are as at be because been before being between "  # noqa: SIM905
    "both but by can could d did do does doing done down each ever every few for from further get "
    "give had has have having he her here him his how i if in into is it its just ll let m made "
    "make me more most my no nor not now of off on once one only or other our out over own re s "
    "same she should so some someone somebody something such t tell than that the their them then "
    "there these they this those thing through time to too under up us very was we were what when "
    "where which while who whom whose why will with would you your example describe ve people "
    "person work worked job moment case situation happened happen lot really around even".split()
)


@cache
def _word_pattern() -> re.Pattern[str]:
    # Vowel signs of Indic scripts are marks, which \w leaves out: without them a word falls apart.
    marks = "".join(
        chr(c) for c in range(0x300, 0x1100) if unicodedata.category(chr(c)).startswith("M")
    )
    letter = rf"(?:[^\W_]|[{marks}])"
    return re.compile(rf"{letter}+(?:['’]{letter}+)*")


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, lower-cased; apostrophes inside a word stay, underscores part words."""
    return tuple(_word_pattern().findall(text.lower().replace("’", "'")))


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)


@cache
def stem(word: str, language: str = "en") -> str:
    """The Snowball stem of one lower-cased word."""
    first = ord(word[0])
    if 0x0400 <= first <= 0x04FF:
        name = "russian"
    elif 0x0900 <= first <= 0x097F:
        name = "hindi"
    else:
        name = _STEMMERS.get(language, "english")
    return str(_stemmer(name).stemWord(word.removesuffix("'s")))


def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """All stems of a text in order, function words included."""
    return tuple(stem(word, language) for word in tokens(text))


def content(text: str, language: str = "en") -> tuple[str, ...]:
    """The stems of a text without function words and single letters."""
    return tuple(
        stem(word, language)
        for word in tokens(text)
        if word not in _STOP and (len(word) > 1 or not word.isascii())
    )


class Corpus(NamedTuple):
    """Texts as counted stems, for BM25."""

    counts: tuple[Counter[str], ...]
    weights: dict[str, float]
    mean: float


def corpus(texts: Sequence[str], language: str = "en", *, beside: int = 0) -> Corpus:
    """Count the content stems of each text; ``weights`` are Robertson's smoothed idf.

    ``beside``: as if so many other texts stood there that share no word; else a word that all of
    two texts hold would weigh nothing.
    """
    counts = tuple(Counter(content(text, language)) for text in texts)
    seen: Counter[str] = Counter(term for count in counts for term in count)
    total = len(counts) + beside
    weights = {t: math.log(1 + (total - n + 0.5) / (n + 0.5)) for t, n in seen.items()}
    mean = sum(sum(count.values()) for count in counts) / len(counts) if counts else 0.0
    return Corpus(counts, weights, mean or 1.0)


def bm25(query: Sequence[str], texts: Corpus, index: int, k: float = 1.2, b: float = 0.75) -> float:
    """How well text ``index`` answers the stems of a query (Robertson & Zaragoza 2009, 0 = not)."""
    count = texts.counts[index]
    size = k * (1 - b + b * sum(count.values()) / texts.mean)
    return sum(
        texts.weights[term] * count[term] * (k + 1) / (count[term] + size)
        for term in dict.fromkeys(query)
        if term in count
    )
