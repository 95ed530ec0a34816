"""What a vault shows through symlinks: read once, never in a loop."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path

from prep.index.walk import INODE, Ignored, Listing, Roots, Seen, is_note, key_of, scan

LINKED = "/"
"""Key of the one listing that holds all that is reached through symlinks; no folder has it."""


def through_links(
    roots: Roots, ignored: Ignored, there: Mapping[str, Seen], known: Listing
) -> Seen:
    """What symlinks show that lies outside the vaults, each file and folder once.

    A link to what is inside a vault is passed over: that is read under its own path. Where two
    links show the same, the first by path counts.
    """
    names: list[str] = []
    stats = array("q")
    homes = [os.path.realpath(home) for home in roots.by_label.values()]
    visited: set[str] = set()
    waiting = _links(there.values())
    while waiting:
        key = waiting.pop()
        target = os.path.realpath(roots.locate(key))
        if target in visited or any(_inside(target, home) for home in homes):
            continue
        visited.add(target)
        for seen in _shown(key, target, ignored):
            _add(seen, names, stats)
            waiting += sorted((*_links([seen]), *seen.folders), reverse=True)
    listing = Listing(os.fsencode("\0".join(names)), stats.tobytes())
    return Seen(LINKED, None if listing == known else listing)


def _shown(key: str, target: str, ignored: Ignored) -> Iterable[Seen]:
    above, _, name = key.rpartition("/")
    there = Path(target)
    if there.is_dir():
        return () if ignored.folder(name, key) else (scan(key, target, ignored, {}),)
    if not is_note(name) or not there.is_file():
        return ()
    stat = there.stat()
    numbers = (stat.st_mtime_ns, stat.st_size, stat.st_ctime_ns, stat.st_ino & INODE)
    listing = Listing(os.fsencode(name), array("q", numbers).tobytes())
    return (Seen(above, listing),)


def _add(seen: Seen, names: list[str], stats: array[int]) -> None:
    if seen.listing and seen.listing.names:
        below = os.fsdecode(seen.listing.names).split("\0")
        names += (key_of(seen.folder, name) for name in below)
        stats.frombytes(seen.listing.stats)


def _links(folders: Iterable[Seen]) -> list[str]:
    """Keys of all links in these folders, the first by path last."""
    return sorted((key_of(seen.folder, n) for seen in folders for n in seen.links), reverse=True)


def _inside(target: str, home: str) -> bool:
    return target == home or target.startswith(home.rstrip("/") + "/")
