"""What several add to one note at once, and what goes wrong meanwhile."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from prep.interview import appending
from prep.interview.appending import append
from prep.problems import PrepError


def _answers(path: Path, who: int, count: int) -> None:
    for n in range(count):
        append(path, f"- answer {who}.{n}\n", start="# Debrief\n")


def test_four_at_once_lose_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=_answers, args=(path, who, 20)) for who in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    lines = path.read_text().splitlines()
    assert lines[0] == "# Debrief"
    assert sorted(lines[1:]) == sorted(f"- answer {w}.{n}" for w in range(4) for n in range(20))
    assert [p.name for p in tmp_path.iterdir()] == ["note.md"]


def test_a_full_disk_takes_the_half_line_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"old\n")
    write = os.write

    def fills(handle: int, data: bytes) -> int:
        if len(data) > 3:
            return write(handle, data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", fills)
    with pytest.raises(PrepError, match="No space left on device"):
        append(path, "six\n")
    assert path.read_bytes() == b"old\n"


def test_a_note_that_a_sync_tool_replaces_meanwhile_gets_the_line_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"old\n")
    locked, seen = appending._write, []

    def replaced(handle: int, new: bytes, size: int) -> None:
        if not seen:
            seen.append(1)
            (tmp_path / "other").write_bytes(b"newer\n")
            (tmp_path / "other").replace(path)
        locked(handle, new, size)

    monkeypatch.setattr(appending, "_write", replaced)
    append(path, "line\n")
    assert path.read_bytes() == b"newer\nline\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\xef\xbb\xbfa", b"\xef\xbb\xbfa\nb\n"),
        ("\ufeffa\n".encode("utf-16-le"), "\ufeffa\nb\n".encode("utf-16-le")),
        ("\ufeffa\r\n".encode("utf-16-be"), "\ufeffa\r\nb\r\n".encode("utf-16-be")),
        ("\ufeffa".encode("utf-16-le"), "\ufeffa\nb\n".encode("utf-16-le")),
        (b"a\r\nx", b"a\r\nx\r\nb\r\n"),
        (b"", b"b\n"),
    ],
)
def test_what_is_added_is_in_the_note_s_own_encoding(
    tmp_path: Path, old: bytes, new: bytes
) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(old)
    path.chmod(0o640)
    append(path, "b\n")
    assert path.read_bytes() == new
    assert path.stat().st_mode & 0o777 == 0o640
