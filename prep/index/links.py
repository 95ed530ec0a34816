"""What a vault shows through symlinks: read once, never in a loop."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path

from prep.index.walk import (
    INODE,
    Ignored,
    Listing,
    Mark,
    Roots,
    Seen,
    is_note,
    key_of,
    mark_of,
    scan,
)

LINKED = "/"
"""Key of the one listing that holds all that is reached through symlinks; no folder has it."""


def through_links(roots: Roots, ignored: Ignored, there: Mapping[str, Seen], known: Mark) -> Seen:
    """What symlinks show that lies outside the vaults, each file and folder once.

    A link to what is inside a vault is passed over: that is read under its own path. Where two
    links show the same, the first by path counts.
    """
    links = sorted(key_of(seen.folder, name) for seen in there.values() for name in seen.links)
    shown = _Shown(roots, ignored)
    if links:
        shown.folders(links)
        shown.files()
    listing = Listing(os.fsencode("\0".join(shown.names)), shown.stats.tobytes())
    return Seen(LINKED, None if mark_of(listing) == known else listing)


class _Shown:
    """Files found behind links so far, and which folders and files those were."""

    def __init__(self, roots: Roots, ignored: Ignored) -> None:
        self.names: list[str] = []
        self.stats = array("q")
        self._roots = roots
        self._ignored = ignored
        self._homes = [os.path.realpath(home) for home in roots.by_label.values()]
        self._visited: set[str] = set()
        self._files: list[str] = []

    def folders(self, links: list[str]) -> None:
        """Go through the folders that these links show; links to files are kept for later."""
        waiting = links[::-1]
        while waiting:
            key = waiting.pop()
            target = os.path.realpath(self._roots.locate(key))
            if not Path(target).is_dir():
                self._files.append(key)
            elif self._is_new(target) and not self._ignored.folder(key.rpartition("/")[2], key):
                seen = scan(key, target, self._ignored, {})
                self._add(seen)
                below = (*seen.folders, *(key_of(key, name) for name in seen.links))
                waiting += sorted(below, reverse=True)

    def files(self) -> None:
        """Take the single files that links show, but for those of a folder gone through."""
        for key in sorted(self._files):
            target = Path(os.path.realpath(self._roots.locate(key)))
            above, _, name = key.rpartition("/")
            if not is_note(name) or not target.is_file() or str(target.parent) in self._visited:
                continue
            if self._is_new(str(target)):
                stat = target.stat()
                numbers = (stat.st_mtime_ns, stat.st_size, stat.st_ctime_ns, stat.st_ino & INODE)
                listing = Listing(os.fsencode(name), array("q", numbers).tobytes())
                self._add(Seen(above, listing))

    def _is_new(self, target: str) -> bool:
        new = target not in self._visited and not _inside(target, self._homes)
        self._visited.add(target)
        return new

    def _add(self, seen: Seen) -> None:
        if seen.listing and seen.listing.names:
            below = os.fsdecode(seen.listing.names).split("\0")
            self.names += (key_of(seen.folder, name) for name in below)
            self.stats.frombytes(seen.listing.stats)


def _inside(target: str, homes: Iterable[str]) -> bool:
    return any(target == home or target.startswith(home.rstrip("/") + "/") for home in homes)
