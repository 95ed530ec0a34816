"""What differs between the vault as it was and as it is, file by file."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from prep.index.links import LINKED
from prep.index.walk import NOTHING, STATS, Listing, Seen, key_of
from prep.problems import Problem

_WIDTH = 8 * STATS
RACY = 2_000_000_000
"""Nanoseconds: the coarsest clock of a common file system ticks every 2 s (FAT)."""
_UNSURE = -1


@dataclass(slots=True)
class Folder:
    """A folder that differs: what the index holds of it, and what stands there now.

    Both by name; a stat is its numbers as bytes. ``held`` follows the work, name by name, so that
    an interrupted sync has stored exactly what it did.
    """

    key: str
    held: dict[str, bytes]
    now: dict[str, bytes]

    def path(self, name: str) -> str:
        """The path, in the index, of a name of this folder."""
        return name if self.key == LINKED else key_of(self.key, name)

    def listing(self) -> Listing:
        """What the index holds, in the order in which the folder gives its names."""
        names = [name for name in self.now if name in self.held]
        names += [name for name in self.held if name not in self.now]
        return Listing(os.fsencode("\0".join(names)), b"".join(self.held[name] for name in names))


@dataclass(slots=True)
class Changes:
    """All that differs. ``wanted``: what is to be read, as (folder, name); ``removed`` alike."""

    folders: list[Folder] = field(default_factory=list)
    wanted: list[tuple[Folder, str]] = field(default_factory=list)
    removed: list[tuple[Folder, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.folders)


def compare(
    known: Iterable[str], seen: Mapping[str, Seen], held: Callable[[str], Listing], *, trust: bool
) -> Changes:
    """The differences, in the order of paths. ``trust`` False: every file is read again.

    ``known``: the folders that the index holds; ``held``: what it holds of one, asked only of
    those that differ.
    """
    changes = Changes()
    for key in sorted({*known, *seen}):
        one = seen.get(key, Seen(key, NOTHING))
        if one.error:
            changes.problems.append(Problem(key, 0, f"folder could not be listed: {one.error}"))
        if one.listing is None and trust:
            continue
        was = held(key)
        now = was if one.listing is None else one.listing
        if now != was or not trust:
            _differ(Folder(key, _by_name(was), _by_name(now)), changes, trust=trust)
    return changes


def stored_stat(stat: bytes, now: int) -> bytes:
    """The stat as it is kept, ``now`` being the file system's clock (ns) before the walk.

    A file whose stamp is as young as the walk may be written again within the same tick, unseen:
    its size is kept as impossible, so that the next sync reads it again (git's "racily clean").
    On Windows, where the ctime is the creation, the mtime is the stamp.
    """
    numbers = array("q", stat)
    mtime, _, ctime, _ = numbers
    if (mtime if os.name == "nt" else ctime) >= now - RACY:
        numbers[1] = _UNSURE
    return numbers.tobytes()


def _differ(folder: Folder, changes: Changes, *, trust: bool) -> None:
    for name in sorted(name for name in folder.now if not _storable(name)):
        del folder.now[name]
        path = os.fsencode(folder.path(name)).decode(errors="replace")
        problem = Problem(path, 0, "file name is not UTF-8, so it is not read", "rename the file")
        changes.problems.append(problem)
    changes.folders.append(folder)
    changes.removed += ((folder, name) for name in folder.held if name not in folder.now)
    changes.wanted += (
        (folder, name)
        for name, stat in sorted(folder.now.items())
        if not trust or folder.held.get(name) != stat
    )


def _by_name(listing: Listing) -> dict[str, bytes]:
    names = _names(listing)
    stats = listing.stats
    return {name: stats[at * _WIDTH : (at + 1) * _WIDTH] for at, name in enumerate(names)}


def _names(listing: Listing) -> Iterable[str]:
    return os.fsdecode(listing.names).split("\0") if listing.names else ()


def _storable(name: str) -> bool:
    return name.isascii() or not any("\udc80" <= char <= "\udcff" for char in name)
