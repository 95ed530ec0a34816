"""Words of a text: markup folded away, words and sentences cut, likeness of two wordings.

Pure functions of their arguments; no file, no clock, no locale.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from prep.patterns import lazy

_LINK = lazy(r"!?\[([^\]\[]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_WIKI = lazy(r"!?\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]")
_MARKS = (r"\*\*\*", r"\*\*", r"\*", "~~", "==")
_STRONG = lazy(
    "|".join(rf"{m}(?<!\w{m})(?=\S)" for m in _MARKS)
    + "|"
    + "|".join(rf"{m}(?<=\S{m})(?!\w)" for m in _MARKS)
)
"""A mark of emphasis that opens or closes; what stands before it is looked at behind the mark, so
that a search goes from mark to mark."""
_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)?")
_BLANKED = "".join(chr(c) if chr(c).isalnum() else " " for c in range(128))
_SENTENCE = lazy(
    r"[.!?…](?:[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\da-z_]|[\"'“‘(\[]?\d)|(?<=\?)\s+(?=[a-z→]|->))"
)
_SHORT = "etc|vs|cf|approx|dr|mr|mrs|ms|prof|no|st|inc|ltd|resp|incl|dept"
_ABBREVIATED = lazy(rf"(?:\b(?:e\.g|i\.e|{_SHORT})|\b[A-Z])\.$", re.IGNORECASE)
_ABBREVIATION = 9  # characters: the longest, its stop and what stands before it

_STOP = """a about above after again all also am an and any are as at be because been before being
    but by can could did do does doing done down each few for from further get go going had has have
    he her here him his how i if in into is it its just let like may me might more most must my
    need needs no nor not now of off on once one only or other our out over own per please same
    shall she should so some still such than that the their them then there these they this those
    to too under until up upon us very via was we were what when where whether which while who
    whom why will with would yes yet you your ll re ve d s t m don isn im ill etc"""
STOP = frozenset(_STOP.split())
"""Words that say nothing about the matter: left out where two wordings are compared."""


_LIKE = {"s": "ſ", "k": "\u212a", "i": "ıİ"}
"""Letters beyond ASCII that a pattern takes for these when it ignores case."""


def spellings(*beginnings: str) -> frozenset[str]:
    """All that a pattern which ignores case takes for these beginnings (ASCII, in lower case).

    ``text[:3] in spellings("jan", "feb")`` tells at a tenth of a pattern's cost that none fits.
    """
    return frozenset(
        "".join(letters)
        for word in beginnings
        for letters in product(*(c + c.upper() + _LIKE.get(c, "") for c in word))
    )


_ENDINGS = (("ing", 4), ("ied", 3), ("ies", 3), ("ed", 4), ("es", 4), ("s", 3))
"""Endings of English words, and the letters that have to stand before them."""


_SHORT_ENDS = spellings(*(word[-2:] for word in _SHORT.split("|")))
"""The last two letters of an abbreviation of more than one."""


class Sentence(NamedTuple):
    """A stretch of a text: its words and where they begin in it."""

    text: str
    start: int


def plain(text: str) -> str:
    """The words as a reader sees them: links by their display text, emphasis marks dropped.

    Everything else stays as written, so that the result can be found again in the source.
    Underscores inside stay (they belong to names as often as to emphasis), at both ends they go.
    """
    if "[[" in text:
        text = _WIKI.sub(lambda m: m.group(2) or m.group(1), text)
    if "](" in text:
        text = _LINK.sub(lambda m: m[1], text)
    if "*" in text or "~~" in text or "==" in text:
        text = _STRONG.sub("", text)
    if "  " in text or not text.isprintable() or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())  # no other blank is printable
    if len(text) > 2 and text[0] == text[-1] == "_":
        text = text.strip("_")
    return text


def tokens(text: str) -> tuple[str, ...]:
    """The words in lower case, in order, without punctuation."""
    return tuple(_cut(text.lower().replace("’", "'")))


def _cut(text: str) -> list[str]:
    """The words as they are written; a text of ASCII without an apostrophe needs no pattern."""
    if text.isascii() and "'" not in text:
        return text.translate(_BLANKED).split()
    return _WORD.findall(text)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Cuts at an end mark followed by a capital, a quote or a figure; not after ``e.g.``.

    Behind a question mark any word begins anew: ``who pays? we do``, ``who pays? -> we do``.
    """
    found: list[Sentence] = []
    start = 0
    inside = text[:-1]
    if not ("." in inside or "?" in inside or "!" in inside or "…" in inside):
        whole = text.strip()
        return (Sentence(whole, 0),) if whole else ()
    for mark in _SENTENCE.finditer(text):
        cut = mark.start() + 1
        if text[cut - 1] == "." and _is_abbreviated(text, start, cut):
            continue
        found.append(Sentence(text[start : mark.end()].strip(), start))
        start = mark.end()
    if text[start:].strip():
        found.append(Sentence(text[start:].strip(), start))
    return tuple(found)


def _is_abbreviated(text: str, start: int, cut: int) -> bool:
    """Whether the stop before ``cut`` ends an abbreviation, or a letter that stands alone."""
    ends = text[cut - 3 : cut - 1] in _SHORT_ENDS or not text[cut - 3 : cut - 2].isalnum()
    return ends and bool(_ABBREVIATED.search(text[max(start, cut - _ABBREVIATION) : cut]))


def stem(word: str) -> str:
    """A word without its English ending: ``reviewing``, ``reviewed`` and ``reviews`` are one.

    Deliberately coarse (six endings, and an email is a mail): it only serves to compare wordings.
    """
    word = word.removesuffix("'s")
    word = "mail" + word[5:] if word.startswith("email") else word
    if word[-1:] in "gds" and not word.endswith("ss"):
        for ending, least in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
                break
    return word.removesuffix("e") if len(word) > 4 else word


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """The stems of the words that say what a text is about; figures count as words."""
    return frozenset(filter(None, map(_telling, _cut(text))))


@lru_cache(maxsize=50_000)
def _telling(word: str) -> str:
    """The stem of a word that says something, else "".

    A stop word says nothing, but for one in capitals: ``DID`` is a name where ``did`` is none.
    """
    if len(word) == 1:
        return word if word.isdigit() else ""
    lower = word.lower().replace("’", "'")
    return stem(lower) if lower not in STOP or word.isupper() else ""


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words over all words (Jaccard), 0.0 to 1.0."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def cover(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words over the words of the shorter one, 0.0 to 1.0: 1.0 is a subset."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


_NAMED = lazy(r"\w+")
_NUMBERS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first",
     "second", "third", "fourth", "fifth", "last", "next", "eins", "zwei", "drei", "vier", "fünf",
     "erste", "ersten", "erster", "zweite", "zweiten", "zweiter", "dritte", "dritten", "dritter")
)  # fmt: skip


_WEEKDAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag",
     "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
)  # fmt: skip


_SAME_FOR_ALL = STOP | _WEEKDAYS


def told_apart(text: str, other: str, besides: str = "") -> bool:
    """Whether each of two wordings names somebody, a number or a quarter that the other does not.

    ``besides``: names that tell nothing apart, since they are those who owe; nor do weekdays.

    ``call Otto`` and ``call Greta``, ``Q1 report`` and ``Q2 report``, ``chapter 3`` and
    ``chapter 4`` are two matters, however many words they share.
    """
    owners = frozenset(tokens(besides))
    ours, theirs = _distinguishing(text) - owners, _distinguishing(other) - owners
    return not ours <= theirs and not theirs <= ours


@lru_cache(maxsize=4096)
def _distinguishing(text: str) -> frozenset[str]:
    """The words that tell one thing from its like: figures, ordinals, names inside a sentence."""
    return frozenset(
        word.lower()
        for at, word in enumerate(_NAMED.findall(text))
        if word.lower() in _NUMBERS
        or any(c.isdigit() for c in word)
        or (at and word[:1].isupper() and word.lower() not in _SAME_FOR_ALL)
    )
