"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from prep.files import write_whole


@pytest.mark.parametrize("safe", [True, False])
def test_what_stood_there_is_replaced(tmp_path: Path, safe: bool) -> None:
    file = tmp_path / "a.md"
    for data in (b"one", b"two"):
        write_whole(file, data, safe=safe)
        assert file.read_bytes() == data
    assert file.stat().st_mode & 0o777 == 0o600
    write_whole(file, b"three", mode=0o644)
    assert file.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"old")
    (tmp_path / "a.md").symlink_to("b.md")
    write_whole(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "b.md").read_bytes() == b"new"


def test_a_failure_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")

    def fails(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="no space"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"new")


def test_what_a_killed_process_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    left, young = tmp_path / ".a.md.77.0123abcd", tmp_path / ".a.md.78.0123abcd"
    others = [tmp_path / name for name in (".b.md.77.0123abcd", ".a.md.note", "a.md.77.0123abcd")]
    for file in (left, young, *others):
        file.write_bytes(b"x")
    for file in (left, *others):
        os.utime(file, (0, 0))
    write_whole(tmp_path / "a.md", b"new")
    assert not left.exists()
    assert young.exists()
    assert all(file.exists() for file in others)
