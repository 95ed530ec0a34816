"""Which given names may be short for which: English, from the ``nicknames`` package (Apache-2.0).

It is used to widen what is asked about, never to merge: a nickname stands for several names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

TABLE = "names.csv"
HEAD = "name1,relationship,name2"
RELATED = "has_nickname"


@cache
def _table() -> Mapping[str, set[str]]:
    """Given name to its short forms and to the names it is short for.

    The package's own table, without the package's code: importing that, with what it needs to
    tell its version, takes twenty times as long as reading the table, and every brief asks.
    """
    found = find_spec("nicknames")
    assert found is not None  # noqa: S101 (a dependency of ours)
    assert found.origin is not None  # noqa: S101
    head, *rows = Path(found.origin).with_name(TABLE).read_text("utf-8").splitlines()
    assert head == HEAD, f"{found.origin}: {TABLE} has another form"  # noqa: S101
    related: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        name, relation, nickname = row.split(",")
        if relation == RELATED:
            related[name].add(nickname)
            related[nickname].add(name)
    return related


@lru_cache(maxsize=8192)
def related_first_names(name: str) -> frozenset[str]:
    """Folded given names that a folded given name may be short for, or be shortened to."""
    return frozenset(_table().get(name, ()))


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
