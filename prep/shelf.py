"""Rows of words, found by the words that they share with a wording."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable


class Shelf:
    """Rows, numbered by the one who puts them there, and the words that each of them holds."""

    def __init__(self) -> None:
        self._holding: dict[str, list[int]] = defaultdict(list)

    def put(self, row: int, words: Iterable[str]) -> None:
        """Let a row hold these words, none of which it held before."""
        for word in words:
            self._holding[word].append(row)

    def near(
        self, words: Collection[str], least: int, start: int = 0, end: int | None = None
    ) -> set[int]:
        """The rows that can share at least so many of these words, and some that do not.

        Who shares k of n words holds one of any n - k + 1 of them: the rarest are looked up.
        ``start``, ``end``: the stretch of rows asked for, of a shelf that was filled in order.
        """
        held = self._rarest(words, least)
        if end is not None:
            held = [h[bisect_left(h, start) : bisect_left(h, end)] for h in held]
        return set().union(*held)

    def _rarest(self, words: Collection[str], least: int) -> list[list[int]]:
        if least > len(words):
            return []
        holding = self._holding
        held = [holding[word] for word in words if word in holding]
        unknown = len(words) - len(held)
        return sorted(held, key=len)[: max(0, len(words) - least + 1 - unknown)]
