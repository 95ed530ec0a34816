"""May two written names be one person's? The evidence, never the verdict.

Equal keys are one name. Everything else is a likeness, which is proposed and never merged on the
names alone: the thresholds were chosen so that of 571 pairs of different people in public
attendance lists none counts as the same name, and at least 17 of 20 true variants are proposed
(``bench/names.py`` prints both).
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Literal, NamedTuple

from prep.names.fold import fold
from prep.names.nicknames import is_known_first_name, nickname_of
from prep.names.written import read_name

Kind = Literal[
    "same", "spacing", "turned", "nested", "initial", "nickname", "spelling", "first_name", "none"
]


class Likeness(NamedTuple):
    """``kind`` of evidence, and in words ``why``. "same": equal keys; "none": two people."""

    kind: Kind
    why: str = ""


_NONE = Likeness("none")


@lru_cache(maxsize=65536)
def compare(a: str, b: str) -> Likeness:
    """The evidence that two written names are one person's. Symmetric.

    ``Dr.`` and brackets are stripped first; ``Surname, First`` is turned.
    """
    return compare_words(_words(a), _words(b))


def compare_words(left: tuple[str, ...], right: tuple[str, ...]) -> Likeness:
    """``compare`` for names that are keys already, as their words; for many pairs at once."""
    if not left or not right:
        return _NONE
    if left == right:
        return Likeness("same")
    if len(right) < len(left) or (len(left) == len(right) and right < left):
        left, right = right, left
    return _same_letters(left, right) or _by_words(left, right) or _NONE


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(read_name(name).name or name).split())


def _same_letters(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness | None:
    if "".join(short) == "".join(long):
        return Likeness("spacing", "the same letters, other blanks")
    if len(short) > 1 and sorted(short) == sorted(long):
        return Likeness("turned", "the same words in another order")
    if _glued(short, long) and _near("".join(short), "".join(long), least=9):
        return Likeness("spelling", "one letter and a blank differ")
    return None


def _glued(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Were two words run together, and one of them mistyped?"""
    return len(short) == 1 and len(long) > 1


def _by_words(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness | None:
    if len(short) == 1:
        return Likeness("first_name", "a given name alone") if short[0] == long[0] else None
    last = _rest(short[1:], long[1:])  # before the given names, whose table is slow to load
    first = _first(short[0], long[0]) if last else None
    if last is None or first is None or (first.kind == "spelling" and last.kind != "same"):
        return None
    if first.kind in ("initial", "nickname") and last.kind not in ("same", "nested"):
        return None
    return last if first.kind == "same" else first


def _first(a: str, b: str) -> Likeness | None:
    """The given names: equal, initial, nickname, or a slip in a name that is not a known one."""
    if a == b:
        return Likeness("same")
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return Likeness("initial", f"{min(a, b, key=len)} may stand for {max(a, b, key=len)}")
    if nickname_of(a, b) or _cut_short(*sorted((a, b), key=len)):
        return Likeness("nickname", f"{a} and {b} are forms of one given name")
    if _near(a, b, least=5) and not (is_known_first_name(a) and is_known_first_name(b)):
        return Likeness("spelling", f"{a} and {b} differ by one letter")
    return None


def _cut_short(short: str, long: str) -> bool:
    """``leo`` of ``leonardo``. Two letters at least must go: ``erica`` is no ``eric``."""
    return len(short) >= 3 and len(long) - len(short) >= 2 and long.startswith(short)


def _rest(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness | None:
    """What follows the given name: equal, nested, or with a slip in the last word."""
    if short == long:
        return Likeness("same")
    if _nested(short, long):
        return Likeness("nested", "the same name with a word or an initial more")
    if _abbreviated(short, long):
        return Likeness("initial", "a surname cut to its initial")
    slip = _slip(short, long)
    if slip:
        return Likeness("spelling", f"{slip[0]} and {slip[1]} differ by a letter or two")
    if "".join(short) == "".join(long):
        return Likeness("spacing", "the same letters, other blanks")
    return None


def _slip(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[str, str] | None:
    """The one pair of words that a slip of the pen parts, when all others agree."""
    if _near(short[-1], long[-1], least=5) and _in_order(short[:-1], long[:-1]):
        return short[-1], long[-1]
    if len(short) != len(long):
        return None
    differ = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
    return differ[0] if len(differ) == 1 and _near(*differ[0], least=5) else None


def _nested(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Do the shorter's words stand in the longer in order, an initial counting for its word?"""
    if len(short) >= len(long) and not any(len(w) == 1 for w in (*short, *long)):
        return False
    whole = any(len(w) > 1 for w in short) and any(len(w) > 1 for w in long)
    return whole and _in_order(short, long)


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(_stands_for(word, other) for other in rest) for word in short)


def _stands_for(a: str, b: str) -> bool:
    return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0])


def _abbreviated(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """``Rita H.`` of ``Rita Hezar``: the surname's first letter stands for it."""
    a, b = sorted((short, long), key=lambda words: len(words[0]))
    return len(a) == len(b) == 1 and len(a[0]) == 1 and a[0] == b[0][0]


def _near(a: str, b: str, *, least: int) -> bool:
    """One slip in ``least`` letters, two in nine and more, with the same first letter."""
    size = min(len(a), len(b))
    if size < least or a[0] != b[0]:
        return False
    allowed = 2 if size >= 9 else 1
    return _same_but(a, b, allowed) and slips_between(a, b) <= allowed


def _same_but(a: str, b: str, allowed: int) -> bool:
    """Are the letters of two words the same, whatever their order, but for so many?

    A slip changes one letter at most, so words that fail here are more slips apart.
    """
    if abs(len(a) - len(b)) > allowed:
        return False
    one, other = Counter(a), Counter(b)
    return max((one - other).total(), (other - one).total()) <= allowed


def slips_between(a: str, b: str) -> int:
    """By how many slips two words differ: a letter more, less, another, or two that changed places.

    As ``rapidfuzz.distance.OSA`` counts, which takes longer to import than a brief has such pairs.
    """
    older: list[int] = []
    last = list(range(len(b) + 1))
    for i, one in enumerate(a, start=1):
        row = [i]
        for j, other in enumerate(b, start=1):
            least = min(last[j] + 1, row[-1] + 1, last[j - 1] + (one != other))
            if i > 1 and j > 1 and one == b[j - 2] and other == a[i - 2]:
                least = min(least, older[j - 2] + 1)
            row.append(least)
        older, last = last, row
    return last[-1]
