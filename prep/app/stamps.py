"""Whether files are the ones they were, told without opening them."""

from __future__ import annotations

import os
from pathlib import Path


def stamp_of(path: Path) -> str:
    """Size, times and inode of one file; of one that isn't there, nothing."""
    try:
        return _told(path.stat())
    except OSError:
        return ""


def tree_stamp(folder: Path, suffix: str = "") -> tuple[tuple[str, str], ...]:
    """Path and stamp of each file below a folder whose name ends so, in the order of paths."""
    found: list[tuple[str, str]] = []
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    waiting.append(entry.path)
            elif entry.name.endswith(suffix):
                found.append((entry.path, _told(entry.stat())))
    return tuple(sorted(found))


def _told(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
