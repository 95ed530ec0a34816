"""Initials: which short forms may stand for a full name, and whether one does."""

from __future__ import annotations

import re
from functools import lru_cache

from prep.names.fold import fold, tokens
from prep.patterns import lazy

_SHAPE = lazy(r"[A-Za-zÀ-ÿ](?:\.?[A-Za-zÀ-ÿ]){0,4}\.?")


@lru_cache(maxsize=8192)
def is_initials(text: str) -> bool:
    """Is a written form initials by its shape? One to five letters, one of them a capital.

    ``HZ``, ``eP``, ``MdJ``, ``J.S.`` are; ``Tim`` (a capital, then small letters) is not, and
    neither is ``ep``: what nobody wrote with a capital is taken by declaration only.
    """
    if not _SHAPE.fullmatch(text):
        return False
    letters = text.replace(".", "")
    capitals = sum(c.isupper() for c in letters)
    if len(letters) == 1 or capitals == len(letters):
        return capitals > 0
    return len(letters) <= 4 and capitals >= 1 and not letters.istitle()


@lru_cache(maxsize=32768)
def short_forms(full: str) -> frozenset[str]:
    """Folded initials that may stand for a full name.

    Of ``Jean-Paul Vasseur``: ``jpv``, ``jp`` (its given names), ``jv``. Of ``Maria van Dijk``:
    ``mvd``, ``md``. One word gives none but its first letter.
    """
    words = tokens(full)
    if not words:
        return frozenset()
    firsts = "".join(w[0] for w in words)
    given = fold(re.split(r"\s+", full.strip())[0]).split()
    forms = {firsts, words[0][0] + words[-1][0], words[0][0]} if len(words) > 1 else {words[0][0]}
    if len(given) > 1:
        forms.add("".join(w[0] for w in given))
    return frozenset(forms)


def fits_initials(short: str, full: str) -> bool:
    """May this form, declared beside a full name as its initials, stand for it?

    Registers give three letters when two would be alike, so more than first letters is taken: a
    middle initial that the name leaves out (``DMC`` for ``Dana Cole``), letters of the last word
    in order (``SHK`` for ``Sara Huck``), the beginning of a word (``BEL`` for ``Ada Belk``).
    """
    key = fold(short).replace(" ", "")
    words = tokens(full)
    if not key or not words:
        return False
    if key in short_forms(full):
        return True
    if len(key) >= 3 and any(w.startswith(key) for w in words):
        return True
    if len(key) < 3 or len(words) < 2 or key[0] != words[0][0]:
        return False
    return key[-1] == words[-1][0] or _within(key[1:], words[-1]) or _in_order(key, "".join(words))


def _within(letters: str, word: str) -> bool:
    """Do the letters stand in the word in this order, the first of them at its head?"""
    return letters[0] == word[0] and _in_order(letters, word)


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(c in rest for c in letters)
