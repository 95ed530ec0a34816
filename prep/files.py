"""A file written whole or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path

STALE = 60
"""Seconds after which a half-written file beside a new one is of a process that was killed: it
takes milliseconds to write one."""


def write_whole(path: Path, data: bytes, *, mode: int = 0o600, safe: bool = True) -> None:
    """Put ``data`` in the place of whatever stands at ``path``; a symlink's target is replaced.

    ``mode``: who may read it; by default its owner only. ``safe``: through a loss of power as well
    (a cache needs none of that). What an earlier process that was killed left half-written beside
    it is swept away.

    Raises:
        OSError: it could not be written; what stood there stands untouched.
    """
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    fresh = path.with_name(f".{path.name[:40]}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            fresh.chmod(mode)  # opening took away what the user's mask forbids
            file.write(data)
            file.flush()
            if safe:
                os.fsync(file.fileno())
        _sweep(path, fresh)
        fresh.replace(path.resolve())
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _sweep(path: Path, fresh: Path) -> None:
    """Remove what killed processes left of writing ``path``; their age is told by ``fresh``."""
    left = re.compile(rf"\.{re.escape(path.name[:40])}\.\d+\.[0-9a-f]{{8}}")
    now = fresh.stat().st_mtime
    for entry in os.scandir(path.parent):
        if entry.name != fresh.name and left.fullmatch(entry.name):
            try:
                if now - entry.stat().st_mtime > STALE:
                    Path(entry.path).unlink()
            except OSError:  # somebody else swept it
                continue
