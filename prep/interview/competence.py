"""Which competency a question tests: the words of the bank, matched on stems."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from prep.interview.bank import Bank
from prep.interview.terms import bm25, content, corpus, stems
from prep.patterns import lazy

PARTIAL = 0.6
"""What a word alone weighs against a word or phrase of the lexicon."""

_EXAMPLE = lazy(
    r"\b(?:a time|an? (?:\w+ )?(?:example|moment|situation|occasion)|have you (?:ever )?\w+"
    r"|(?:when|how|what|which \w+|who) (?:did|have) you|tell me about (?!yourself)|describe"
    r"|best|worst|biggest|hardest|toughest|proudest|most \w+|give an?)\b",
    re.IGNORECASE,
)
_TESTS = lazy(r"\(?\btests:\s*([\w ,-]+?)\)?\s*$", re.IGNORECASE)


class Ranked(NamedTuple):
    """A competency and how strongly a text points to it (0 to 1, the best is 1)."""

    key: str
    weight: float


class Lexicon:
    """The words of a bank's competencies, ready to be matched."""

    def __init__(self, bank: Bank, language: str = "en") -> None:
        self._bank = bank
        self._language = language
        self._order = {c.key: n for n, c in enumerate(bank.competencies)}
        self._phrases = _phrases(bank)
        self._single = _single(bank, language)
        texts = [
            " ".join([c.title, *(q.text for q in c.questions), *(p.text for p in c.probes),
                      c.situational.text if c.situational else ""])
            for c in bank.competencies
        ]  # fmt: skip
        self._texts = corpus(texts, language)

    def vector(self, text: str) -> dict[str, float]:
        """Weight by competency: a phrase counts more than a word, a rare word more than a common.

        A word that several competencies share is divided among them.
        """
        found = stems(text, self._language)
        weights: dict[str, float] = defaultdict(float)
        for start in range(len(found)):
            for size in (4, 3, 2, 1):
                for key, weight in self._phrases.get(found[start : start + size], ()):
                    weights[key] += weight
        for term in dict.fromkeys(content(text, self._language)):
            for key, weight in self._single.get(term, ()):
                weights[key] += weight
        return dict(weights)

    def rank(self, text: str) -> tuple[Ranked, ...]:
        """The competencies that a question points to, best first; ties in the bank's order.

        A trailing ``tests: conflict`` overrides: the owner's word comes first.
        """
        own = self.named(text)
        weights = self.vector(text)
        query = content(text, self._language)
        for key, place in self._order.items():
            near = bm25(query, self._texts, place)
            if near > 0:
                # The bank's own sentences only part what the words leave level.
                weights[key] = weights.get(key, 0.0) + 0.05 * near
        weights = self._told(text, weights)
        top = max(weights.values(), default=0.0) or 1.0
        rows = [Ranked(k, w / top) for k, w in weights.items() if k not in own]
        rows.sort(key=lambda r: (-r.weight, self._order[r.key]))
        return (*(Ranked(key, 1.0) for key in own), *rows)

    def _told(self, text: str, weights: dict[str, float]) -> dict[str, float]:
        """A question for an example asks for a story, so what needs none is left out."""
        if not _EXAMPLE.search(text):
            return weights
        plain = {c.key for c in self._bank.competencies if not c.needs_story}
        return {key: weight for key, weight in weights.items() if key not in plain}

    def named(self, text: str) -> tuple[str, ...]:
        """The competencies that ``tests: …`` at the end of a question names."""
        match = _TESTS.search(text)
        return self.tags(match.group(1)) if match else ()

    def tags(self, text: str) -> tuple[str, ...]:
        """Tags as people write them ("conflict, win support") as competency keys; others drop."""
        return tuple(dict.fromkeys(k for tag in re.split(r"[,;]", text) if (k := self._tag(tag))))

    def _tag(self, tag: str) -> str | None:
        plain = re.sub(r"[\s-]+", "_", tag.strip().strip("#[]").lower())
        if plain in self._order:
            return plain
        by_title = {c.title.lower().replace(" ", "_"): c.key for c in self._bank.competencies}
        if plain in by_title:
            return by_title[plain]
        vector = self.vector(plain.replace("_", " "))
        return min(vector, key=lambda k: (-vector[k], self._order[k])) if vector else None


def _phrases(bank: Bank) -> dict[tuple[str, ...], tuple[tuple[str, float], ...]]:
    rows: dict[tuple[str, ...], list[str]] = {}
    for competency in bank.competencies:
        for words in competency.words:
            rows.setdefault(stems(words), []).append(competency.key)
    return {
        phrase: tuple((key, _weight(phrase) / len(set(keys))) for key in sorted(set(keys)))
        for phrase, keys in rows.items()
    }


def _single(bank: Bank, language: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """What a single word of the bank's phrases and sentences says, where the phrase is not met.

    A word that one competency alone uses says most; one that all use says nothing (its entropy
    over the competencies is what is taken off).
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for competency in bank.competencies:
        said = [*competency.words, competency.title, *(q.text for q in competency.questions)]
        for text in said:
            for term in dict.fromkeys(content(text, language)):
                counts[term][competency.key] += 1
    return {term: _shares(found, len(bank.competencies)) for term, found in counts.items()}


def _shares(found: Counter[str], total: int) -> tuple[tuple[str, float], ...]:
    amount = sum(found.values())
    shares = {key: count / amount for key, count in found.items()}
    entropy = -sum(share * math.log(share) for share in shares.values())
    telling = 1.0 - entropy / math.log(total) if total > 1 else 1.0
    return tuple((key, PARTIAL * telling * share) for key, share in shares.items())


def _weight(phrase: tuple[str, ...]) -> float:
    return 1.0 + 0.5 * (len(phrase) - 1)


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two competency vectors are, 0 to 1."""
    dot = sum(weight * other.get(key, 0.0) for key, weight in one.items())
    norm = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return dot / norm if norm else 0.0


@lru_cache(maxsize=4)
def lexicon(bank: Bank, language: str = "en") -> Lexicon:
    """The lexicon of a bank, made once."""
    return Lexicon(bank, language)
