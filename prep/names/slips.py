"""How a pen slips in a long name: two letters change places, one is lost, one is written again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from prep.names.nicknames import is_known_first_name

LEAST = 7
"""Letters that a name must have: in a shorter one a slip is soon another name (``Mara``)."""


def slips_of(word: str, held: Callable[[Sequence[str]], Sequence[str]]) -> tuple[str, ...]:
    """The folded words that one slip makes of a folded word, first and last letter kept.

    No other letter comes in (``katarina`` and ``katerina`` are two names), and what is a given
    name by itself is left out (``nicolas``). () for short words. ``held`` tells which of some words
    the notes hold: few are, and to look that up is quicker than to load the table of given names.
    """
    found = held(_made(word))
    return tuple(w for w in found if not is_known_first_name(w))


@lru_cache(maxsize=1024)
def _made(word: str) -> tuple[str, ...]:
    if len(word) < LEAST or not word.isalpha():
        return ()
    inner = range(1, len(word) - 1)
    found = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in inner if i + 2 < len(word)]
    found += [word[:i] + word[i + 1 :] for i in inner]
    letters = sorted(set(word))
    found += [word[:i] + c + word[i:] for i in range(1, len(word)) for c in letters]
    return tuple(w for w in dict.fromkeys(found) if w != word)
