from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from prep.index import Index
from prep.index.look import _halves
from prep.index.rows import Read
from prep.model.reading import Reading
from prep.problems import PrepError

Open = Callable[..., Any]


def put(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"words of {path}\n")


def test_notes_and_transcripts_are_read_and_nothing_else(vault: Path, opened: Open) -> None:
    put(vault, "a.md", "B.MD", "c.markdown", "d/e.vtt", "d/f.srt", "d/g.txt")
    put(vault, "h.png", "i", "j.canvas", ".hidden.md", "._a.md", "k.md/inside.md")
    index = opened()
    index.sync()
    expected = ["B.MD", "a.md", "c.markdown", "d/e.vtt", "d/f.srt", "d/g.txt", "k.md/inside.md"]
    assert index.all_paths() == expected


def test_ignored_folders(vault: Path, opened: Open) -> None:
    put(vault, ".obsidian/a.md", ".git/a.md", ".trash/a.md", "x/node_modules/y/a.md")
    put(vault, "Old/a.md", "Deep/Old/a.md", "Work/Drafts/a.md", "Drafts/kept.md")
    index = opened(ignored=("Old", "Work/Drafts"))
    index.sync()
    assert index.all_paths() == ["Drafts/kept.md"]


def test_ignored_folders_of_several_vaults(tmp_path: Path, opened: Open) -> None:
    homes = (tmp_path / "Notes", tmp_path / "Work")
    for home in homes:
        put(home, "a.md", "x/drafts/b.md", "y/drafts/c.md")
    index = opened(*homes, ignored=("x/drafts/",))
    index.sync()
    assert index.all_paths() == ["Notes/a.md", "Notes/y/drafts/c.md", "Work/a.md", "Work/y/drafts/c.md"]  # fmt: skip


def test_a_folder_that_becomes_ignored_leaves_the_index(vault: Path, opened: Open) -> None:
    put(vault, "Old/a.md", "b.md")
    opened().sync()
    index = opened(ignored=("Old",))
    index.sync()
    assert index.all_paths() == ["b.md"]


def test_links_are_followed_once_and_never_in_a_loop(
    vault: Path, tmp_path: Path, opened: Open
) -> None:
    put(vault, "a.md", "sub/b.md")
    put(tmp_path / "outside", "c.md", "deep/d.md", "Other/e.md")
    (vault / "loop").symlink_to(vault)
    (vault / "sub" / "up").symlink_to(vault / "sub")
    (vault / "same.md").symlink_to(vault / "a.md")
    (vault / "first").symlink_to(tmp_path / "outside")
    (vault / "second").symlink_to(tmp_path / "outside")
    (vault / "one.md").symlink_to(tmp_path / "outside" / "c.md")
    (tmp_path / "outside" / "round").symlink_to(tmp_path / "outside")
    (tmp_path / "outside" / "home").symlink_to(vault)
    (vault / "dangling.md").symlink_to(tmp_path / "nowhere.md")
    index = opened()
    index.sync()
    shown = ["a.md", "first/Other/e.md", "first/c.md", "first/deep/d.md", "sub/b.md"]
    assert index.all_paths() == shown
    assert index.raw("first/deep/d.md") == b"words of deep/d.md\n"


def test_a_change_behind_a_link_is_seen(vault: Path, tmp_path: Path, opened: Open) -> None:
    put(tmp_path / "outside", "c.md")
    (vault / "link").symlink_to(tmp_path / "outside")
    index = opened()
    index.sync()
    (tmp_path / "outside" / "c.md").write_text("other words\n")
    assert index.sync().modified == 1
    (vault / "link").unlink()
    assert index.sync().removed == 1


def test_several_vaults_are_told_apart_by_their_folders(tmp_path: Path, opened: Open) -> None:
    homes = (tmp_path / "x" / "Notes", tmp_path / "y" / "Notes", tmp_path / "Work")
    for home in homes:
        put(home, "a.md", "sub/b.md")
    index = opened(*homes)
    index.sync()
    labels = ("Notes", "Notes-2", "Work")
    expected = [f"{label}/{path}" for label in labels for path in ("a.md", "sub/b.md")]
    assert index.all_paths() == sorted(expected)
    (homes[1] / "a.md").write_text("second")
    assert index.raw("Notes-2/a.md") == b"second"


def test_a_name_that_is_not_utf8_is_a_problem(vault: Path, opened: Open) -> None:
    put(vault, "a.md")
    (vault / os.fsdecode(b"caf\xe9.md")).write_text("x")
    index = opened()
    for _ in range(2):
        report = index.sync()
        assert [problem.message for problem in report.problems] == [
            "file name is not UTF-8, so it is not read"
        ]
    assert index.all_paths() == ["a.md"]


def refuse(*_: object) -> NoReturn:
    raise PermissionError(13, "Permission denied")


def test_a_file_that_cannot_be_opened_is_a_problem_until_it_can(
    vault: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(vault, "a.md")
    index = opened()
    with monkeypatch.context() as patch:
        patch.setattr("prep.index.rows.read_bytes", refuse)
        report = index.sync()
    assert [str(one) for one in report.problems] == [
        "a.md:0: file could not be read: Permission denied"
    ]
    assert index.all_paths() == []
    assert index.sync().problems == ()
    assert index.all_paths() == ["a.md"]


def test_a_folder_that_cannot_be_listed_is_a_problem_until_it_can(
    vault: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(vault, "a.md", "sub/b.md")
    listed = os.scandir
    index = opened()
    with monkeypatch.context() as patch:
        patch.setattr(
            "prep.index.walk.os.scandir",
            lambda disk: refuse() if disk.endswith("sub") else listed(disk),
        )
        report = index.sync()
    assert [str(one) for one in report.problems] == [
        "sub:0: folder could not be listed: Permission denied"
    ]
    assert index.all_paths() == ["a.md"]
    assert index.sync().problems == ()
    assert index.all_paths() == ["a.md", "sub/b.md"]


def test_a_file_larger_than_any_note_is_a_problem(
    vault: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(vault, "a.md", "log.txt")
    (vault / "log.txt").write_text("x" * 101)
    monkeypatch.setattr("prep.index.rows.LIMIT", 100)
    index = opened()
    assert [one.path for one in index.sync().problems] == ["log.txt"]
    assert index.all_paths() == ["a.md"]


def test_a_note_that_trips_the_reader_is_a_problem(vault: Path, tmp_path: Path, read: Read) -> None:
    def stumble(path: str, data: bytes) -> Reading:
        return read(path, data) if path == "a.md" else read(path, data[: 1 // 0])

    put(vault, "a.md", "b.md")
    with Index([vault], tmp_path / "cache", "1", stumble) as index:
        assert "ZeroDivisionError" in index.sync().problems[0].message
        assert index.all_paths() == ["a.md"]


def test_a_vault_that_is_not_there_is_said(tmp_path: Path, opened: Open) -> None:
    with pytest.raises(PrepError, match="there is no such folder"):
        opened(tmp_path / "nowhere").sync()


def test_folders_are_shared_out_evenly() -> None:
    mine, theirs = _halves({"a": 10, "b": 4, "c": 3, "d": 3})
    assert (sorted(mine), sorted(theirs)) == (["a"], ["b", "c", "d"])
