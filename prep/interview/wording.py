"""What an answer's words show: fillers, hedges, pronouns, specifics, repeated phrases.

Words are matched as tokens. Counting letters inside words ("er" in "her") finds nine "fillers" in
a hundred words of clean prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from prep.interview.terms import content, tokens
from prep.patterns import lazy

SOUNDS = {
    "en": frozenset({"um", "umm", "uh", "uhh", "uhm", "uhum", "er", "erm", "hmm", "mm"}),
    "de": frozenset({"äh", "ähm", "öh", "hm", "mhm"}),
}
"""By language: German "um" is a preposition and "er" a pronoun, so neither is ever a filler."""

_PAIRED = ("like", "you know", "i mean", "kind of", "sort of", "basically", "actually", "literally",
           "right", "well", "so yeah", "you see")  # fmt: skip
_OPENERS = ("like", "you know", "i mean", "so yeah")
_FILLER = lazy(
    rf"(?P<before>^|[,;:.!?…—–-]\s*|\b(?:was|and|just|um|uh)\s+)\b(?P<word>{'|'.join(_PAIRED)})\b"
    r"(?=\s*[,;…—–])",
    re.IGNORECASE,
)
_MARK = lazy(r"[.,;:!?…]")
_HEDGE = lazy(
    r"\b(?:maybe|perhaps|kind of|sort of|i think|i guess|i suppose|probably|possibly|a bit"
    r"|somewhat|i feel like|more or less|or something|hopefully)\b",
    re.IGNORECASE,
)
_NUMBER = lazy(
    r"(?<!\w\()(?<![\w.])[$€£]?\d+(?:[.,]\d+)*(?:\s?%|\s?(?:k|m|bn|x)\b)?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|hundred|thousand|million|half|double[d]?|tripled?)\b",
    re.IGNORECASE,
)
_DATE = lazy(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:19|20)\d{2}"
    r"|(?:last|that|the next) (?:spring|summer|autumn|fall|winter|year|month|week))\b",
    re.IGNORECASE,
)
_NAME = lazy(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][\w’'-]+")
_STOP_PHRASE = frozenset(
    "and the|in the|of the|to the|it was|that was|we had|i was|i had|and then|and i|so i|on the"  # noqa: SIM905
    "|at the|for the|with the|that i|and we|was a|to be|we were|from the|in a|had to|i think"
    "|one of|out of|a lot|one of the|a lot of".split("|")
)  # fmt: skip


def filler_sounds(text: str, language: str = "en") -> int:
    """How many filler sounds (um, uh) a text holds, by the list of its language."""
    known = SOUNDS.get(language, frozenset())
    return sum(word in known for word in tokens(text))


def filler_words(text: str, language: str = "en") -> int | None:
    """How many filler words (like, you know) are set off by punctuation; English only.

    None: the text has no punctuation or another language, so it cannot be told.
    """
    if language != "en" or not _MARK.search(text):
        return None
    count, place = 0, 0
    while match := _FILLER.search(text, place):
        word, before = match.group("word").lower(), match.group("before").strip()
        # "Well, we left" and "Basically, it works" open a sentence; only inside one they fill.
        count += before not in {"", ".", "!", "?"} or word in _OPENERS
        place = match.end()
    return count


def hedges(text: str) -> int:
    """How many hedges (maybe, kind of, I think) a text holds."""
    return len(_HEDGE.findall(text))


def opens_with_hedge(text: str) -> bool:
    """Whether one stands in the first six words."""
    return bool(_HEDGE.search(" ".join(text.split()[:6])))


def figures(text: str) -> tuple[str, ...]:
    """Numbers as said, "half" and "doubled" among them."""
    return tuple(match.group(0) for match in _NUMBER.finditer(text))


def specifics(text: str) -> tuple[str, ...]:
    """Numbers, days and names, as said."""
    found = [m.group(0) for pattern in (_NUMBER, _DATE, _NAME) for m in pattern.finditer(text)]
    return tuple(dict.fromkeys(found))


def pronouns(sentences: Sequence[str]) -> tuple[int, int]:
    """(I and my, we and our) over sentences."""
    words = Counter(word.split("'")[0] for s in sentences for word in tokens(s))
    return words["i"] + words["my"], words["we"] + words["our"]


def crutches(answers: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Phrases of two to four words that come back, as (phrase, times), the most frequent first.

    A phrase inside a longer one of the same count is left out.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for answer in answers:
        words = tokens(answer)
        for size in (2, 3, 4):
            seen.update(words[n : n + size] for n in range(len(words) - size + 1))
    often = {p: n for p, n in seen.items() if n >= 3 and " ".join(p) not in _STOP_PHRASE}
    kept = [
        (" ".join(p), n)
        for p, n in often.items()
        if not any(len(q) > len(p) and often[q] >= n and _inside(p, q) for q in often)
        and content(" ".join(p))
    ]
    return tuple(sorted(kept, key=lambda row: (-row[1], row[0])))


def _inside(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[n : n + len(part)] == part for n in range(len(whole) - len(part) + 1))
