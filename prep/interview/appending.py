"""Adding to a file so that it is whole at every moment: the old bytes, or the old and the new."""

from __future__ import annotations

import stat
from pathlib import Path

from prep.files import write_whole
from prep.problems import PrepError


def append(path: Path, text: str, *, start: str = "") -> None:
    """Add ``text`` at the end of a file; a new file begins with ``start``.

    What stood there stays byte for byte: a missing last line break is added first, and line breaks
    follow the file's own. The whole is written beside the file and put in its place in one step,
    so a kill at any moment leaves no half line. A link is followed, modes are kept.

    Raises:
        PrepError: the file or its folder cannot be written; nothing is changed then.
    """
    target = path.resolve()
    try:
        old = target.read_bytes() if target.exists() else start.encode()
        new = text.encode()
        if b"\r\n" in old:
            new = new.replace(b"\n", b"\r\n")
        gap = b"" if not old or old.endswith(b"\n") else b"\r\n" if b"\r\n" in old else b"\n"
        replace(target, old + gap + new)
    except OSError as error:
        raise PrepError(
            f"{path}: cannot be written ({error.strerror}); nothing in it was changed"
        ) from error


def replace(target: Path, data: bytes) -> None:
    """Give a file new bytes in one step, written through to the disk first."""
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644
    write_whole(target, data, mode=mode)
