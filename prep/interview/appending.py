"""Adding to a file so that it is whole at every moment: the old bytes, or the old and the new."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prep.files import write_whole
from prep.problems import PrepError

WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""Encodings that a note tells by its first bytes; what is added must be in the same."""
TRIES = 5
"""How often a file that somebody puts another in the place of is opened anew."""


def append(path: Path, text: str, *, start: str = "") -> None:
    """Add ``text`` at the end of a file; a new file begins with ``start``.

    What stood there stays byte for byte: a missing last line break is added first, and line breaks
    and encoding follow the file's own. Several processes may add to one file at once: each takes
    its lock, and adds by one write behind what stands there then, so nothing is lost between
    reading and writing, and no second file ever stands beside it. A link is followed, modes are
    kept. A write that fails half-way (a full disk) is taken back.

    Raises:
        PrepError: the file or its folder cannot be written; nothing is changed then.
    """
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(TRIES):
            if _added(target, text, start):
                return
    except OSError as error:
        raise PrepError(
            f"{path}: cannot be written ({error.strerror}); nothing in it was changed"
        ) from error
    raise PrepError(f"{path}: another program keeps replacing it; nothing was added")


def _added(target: Path, text: str, start: str) -> bool:
    """Add once. False: another file was put in its place meanwhile, without the new words."""
    handle = os.open(target, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o644)
    with os.fdopen(handle, "r+b", buffering=0) as file, _locked(file.fileno()):
        if not _is(target, file.fileno()):
            return False
        old = file.read()
        new = _following(old, text, start)
        _write(file.fileno(), new, len(old))
        return _is(target, file.fileno()) or new in target.read_bytes()


def _following(old: bytes, text: str, start: str) -> bytes:
    """The bytes that add ``text`` behind ``old``."""
    coding = next((name for bom, name in WIDE if old.startswith(bom)), "utf-8")
    end, long_end = "\n".encode(coding), "\r\n".encode(coding)
    new = (text if old else start + text).encode(coding)
    if long_end in old:
        new, end = new.replace(end, long_end), long_end
    gap = b"" if not old or old.endswith("\n".encode(coding)) else end
    return gap + new


def _write(handle: int, new: bytes, size: int) -> None:
    """Write all of it behind ``size`` bytes, through to the disk, or none of it."""
    try:
        at = 0
        while at < len(new):
            at += os.write(handle, new[at:])
        os.fsync(handle)
    except BaseException:
        os.ftruncate(handle, size)
        raise


def _is(target: Path, handle: int) -> bool:
    """Does the path still lead to the file that is open?"""
    try:
        return os.path.samestat(target.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


@contextmanager
def _locked(handle: int) -> Iterator[None]:
    """Nobody else who asks adds to the file meanwhile; it waits for those who came before."""
    try:
        import fcntl
    except ImportError:  # Windows: the first byte stands for the file
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
        try:
            yield
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        return
    fcntl.flock(handle, fcntl.LOCK_EX)  # given back when the file is closed
    yield


_BINARY = getattr(os, "O_BINARY", 0)


def replace(target: Path, data: bytes) -> None:
    """Give a file new bytes in one step, written through to the disk first."""
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644
    write_whole(target, data, mode=mode)
