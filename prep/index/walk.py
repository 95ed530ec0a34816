"""Every file looked at, none opened: names and stats of the notes, folder by folder."""

from __future__ import annotations

import os
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (".md", ".markdown", ".vtt", ".srt", ".txt")
IGNORED = frozenset({"node_modules"})
INODE = 0x7FFF_FFFF_FFFF_FFFF
STATS = 4
"""Numbers kept of each file: mtime in ns, size, ctime in ns, inode. The last two catch a write
that sets the mtime back (``rsync -a``, ``cp -p``) and a file put in another's place."""


class Listing(NamedTuple):
    """What one folder holds: note names joined by NUL, and ``STATS`` int64 a name, in its order."""

    names: bytes
    stats: bytes


class Mark(NamedTuple):
    """What a listing is known by: how many notes it holds, and a sum of it all."""

    notes: int
    sums: str


class Seen(NamedTuple):
    """One folder, scanned. ``listing`` is None where it equals what was known of it.

    ``folders``: keys of its sub-folders; ``links``: names of its symlinks; ``error``: why it
    could not be listed, else "".
    """

    folder: str
    listing: Listing | None
    folders: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    error: str = ""


NOTHING = Listing(b"", b"")


def mark_of(listing: Listing) -> Mark:
    """The mark of a listing. Two sums of 32 bits: quick, and both alike by chance is not to fear.

    Loading 100,000 names and stats only to compare them takes ten times as long.
    """
    names, stats = listing
    crc, adler = (add(stats, add(names)) for add in (zlib.crc32, zlib.adler32))
    return Mark(len(stats) // (8 * STATS), f"{crc:08x}{adler:08x}")


EMPTY = mark_of(NOTHING)


def key_of(folder: str, name: str) -> str:
    """The path, in the index, of what has this name in this folder."""
    return f"{folder}/{name}" if folder else name


class Roots:
    """Where the vaults are, and how a file's path in the index is found on the disk.

    One vault: paths are relative to it. Several: they begin with the vault folder's name (with
    ``-2`` for a second of that name).
    """

    def __init__(self, vaults: Sequence[Path]) -> None:
        self.by_label: dict[str, str] = {}
        for vault in vaults:
            label = vault.name if len(vaults) > 1 else ""
            count = 2
            while label in self.by_label:
                label = f"{vault.name}-{count}"
                count += 1
            self.by_label[label] = os.fspath(vault)

    def paths_of(self, folders: Iterable[str]) -> list[str]:
        """These names of folders; each path with ``/`` as it is called in every vault."""
        labels = [label for label in self.by_label if label]
        given = [folder.strip("/") for folder in folders]
        below = [key_of(label, path) for label in labels for path in given if "/" in path]
        return [*given, *below]

    def locate(self, path: str) -> str:
        """The file or folder on the disk that ``path`` of the index stands for."""
        if "" in self.by_label:
            return f"{self.by_label['']}/{path}" if path else self.by_label[""]
        label, _, rest = path.partition("/")
        return f"{self.by_label[label]}/{rest}" if rest else self.by_label[label]


class Ignored:
    """Which folders are passed over.

    Whatever begins with a dot (as Obsidian does: ``.obsidian``, ``.git``, ``.trash``),
    ``node_modules``, and the config's own: a bare name anywhere, or a path with ``/``.
    """

    def __init__(self, folders: Iterable[str] = ()) -> None:
        given = {folder.strip("/") for folder in folders}
        self.names = IGNORED | {folder for folder in given if "/" not in folder}
        self.paths = frozenset(folder for folder in given if "/" in folder)

    def folder(self, name: str, key: str) -> bool:
        """Whether the folder of this name and key is passed over."""
        return name.startswith(".") or name in self.names or key in self.paths


def is_note(name: str) -> bool:
    """Whether a file of this name is read: notes and transcripts, none that are hidden."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def scan(folder: str, disk: str, ignored: Ignored, known: Mapping[str, Mark]) -> Seen:
    """One folder's notes, sub-folders and links. A folder that cannot be listed says why."""
    try:
        return _scan(folder, disk, ignored, known.get(folder))
    except OSError as error:
        return Seen(folder, NOTHING, error=error.strerror or str(error))


def _scan(folder: str, disk: str, ignored: Ignored, known: Mark | None) -> Seen:
    names: list[str] = []
    stats: list[int] = []
    folders: list[str] = []
    links: list[str] = []
    with os.scandir(disk) as entries:
        for entry in entries:
            name = entry.name
            if entry.is_file(follow_symlinks=False):
                if name.endswith(SUFFIXES) or is_note(name):
                    if name[0] == ".":
                        continue
                    stat = entry.stat(follow_symlinks=False)
                    names.append(name)
                    stats += stat.st_mtime_ns, stat.st_size, stat.st_ctime_ns, stat.st_ino & INODE
            elif entry.is_symlink():
                links.append(name)
            elif entry.is_dir() and not ignored.folder(name, key := key_of(folder, name)):
                folders.append(key)
    listing = Listing(os.fsencode("\0".join(names)), array("q", stats).tobytes())
    same = mark_of(listing) == known
    return Seen(folder, None if same else listing, tuple(folders), tuple(links))


def walk(
    folders: Iterable[str],
    locate: Callable[[str], str],
    ignored: Ignored,
    known: Mapping[str, Mark],
) -> list[Seen]:
    """These folders and, below them, all that are not yet known (those have their own turn)."""
    found: list[Seen] = []
    waiting = list(folders)
    while waiting:
        seen = scan(key := waiting.pop(), locate(key), ignored, known)
        found.append(seen)
        waiting += (below for below in seen.folders if below not in known)
    return found
