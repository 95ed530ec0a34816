"""Which given names may be short for which: English, from the ``nicknames`` package (Apache-2.0).

It is used to widen what is asked about, never to merge: a nickname stands for several names.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Protocol


class _Lookup(Protocol):
    def nicknames_of(self, name: str) -> set[str]: ...
    def canonicals_of(self, name: str) -> set[str]: ...


@cache
def _lookup() -> _Lookup:
    from nicknames import NickNamer

    lookup: _Lookup = NickNamer()
    return lookup


@lru_cache(maxsize=8192)
def related_first_names(name: str) -> frozenset[str]:
    """Folded given names that a folded given name may be short for, or be shortened to."""
    lookup = _lookup()
    return frozenset(lookup.nicknames_of(name) | lookup.canonicals_of(name))


@lru_cache(maxsize=8192)
def is_known_first_name(name: str) -> bool:
    """Is a folded word a given name that the table knows? Then it is hardly a slip of the pen."""
    return bool(related_first_names(name))


def nickname_of(a: str, b: str) -> bool:
    """May one of two folded given names be short for the other?

    ``steve`` and ``stephen``, ``josh`` and ``joshua``; also two short forms of one name
    (``liz`` and ``beth``) are not taken: only the direct pair.
    """
    return a != b and b in related_first_names(a)
