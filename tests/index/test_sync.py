from __future__ import annotations

import os
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from prep.index import SyncReport, changes, forked, readers, sync, walk
from prep.index.changes import stored_stat
from prep.index.rows import Read

Open = Callable[..., Any]
SECOND = 1_000_000_000


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file's stamp counts as old, as on the day after."""
    monkeypatch.setattr(changes, "RACY", -(10**19) // 2)


@pytest.fixture
def notes(vault: Path) -> Path:
    for path in ("a.md", "b.md", "sub/c.md"):
        (vault / path).parent.mkdir(exist_ok=True)
        (vault / path).write_text(f"words of {path}")
    return vault


@pytest.mark.usefixtures("settled", "notes")
def test_nothing_changed_nothing_is_opened_or_written(opened: Open, read: Any) -> None:
    opened().sync()
    index = opened()
    before = index.connection.total_changes
    assert index.sync() == SyncReport()
    assert index.connection.total_changes == before
    assert read.paths == ["a.md", "b.md", "sub/c.md"]


@pytest.mark.usefixtures("settled")
def test_one_edit_one_file_is_read(notes: Path, opened: Open, read: Any) -> None:
    index = opened()
    index.sync()
    read.paths.clear()
    (notes / "b.md").write_text("other words")
    assert index.sync() == SyncReport(modified=1, read=1)
    assert read.paths == ["b.md"]
    assert index.load(["b.md"])[0].note.blocks[0].text == "other words"


@pytest.mark.usefixtures("settled")
def test_counts_of_a_sync(notes: Path, opened: Open) -> None:
    index = opened()
    assert index.sync().added == 3
    (notes / "a.md").unlink()
    (notes / "b.md").rename(notes / "sub" / "b.md")
    (notes / "sub" / "c.md").write_text("more")
    (notes / "d.md").write_text("new")
    assert index.sync() == SyncReport(added=2, modified=1, removed=2, read=3)


@pytest.mark.usefixtures("settled")
def test_same_bytes_are_not_parsed_again(notes: Path, opened: Open, read: Any) -> None:
    index = opened()
    index.sync()
    read.paths.clear()
    for name in ("a.md", "b.md"):
        os.utime(notes / name, (1_000_000_000, 1_000_000_000))
    assert index.sync() == SyncReport(touched=2, read=2)
    assert index.sync() == SyncReport()
    assert read.paths == []


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("text", ["words of B.md", "short", ""])
def test_an_edit_whose_mtime_is_set_back_is_seen(notes: Path, opened: Open, text: str) -> None:
    index = opened()
    index.sync()
    stat = (notes / "b.md").stat()
    (notes / "b.md").write_text(text)
    os.utime(notes / "b.md", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert index.sync().modified == 1


@pytest.mark.usefixtures("settled")
def test_a_file_put_in_anothers_place_is_seen(notes: Path, opened: Open) -> None:
    index = opened()
    index.sync()
    stat = (notes / "b.md").stat()
    (notes / "new").write_text("words of B.md")
    os.utime(notes / "new", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    (notes / "new").replace(notes / "b.md")
    assert index.sync().modified == 1


def test_an_edit_within_one_tick_of_the_clock_is_seen(
    notes: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stats as a clock without ticks would give them: the same before and after the edit."""
    frozen: dict[str, walk.Seen] = {}

    def scan(folder: str, *rest: Any) -> walk.Seen:
        return frozen.setdefault(folder, real(folder, *rest))

    real = walk.scan
    monkeypatch.setattr(walk, "scan", scan)
    index = opened()
    index.sync()
    (notes / "b.md").write_text("words of B.md")
    assert index.sync().modified == 1


@pytest.mark.parametrize(
    ("age", "size"), [(-5 * SECOND, -1), (0, -1), (1 * SECOND, -1), (3 * SECOND, 7)]
)
def test_a_young_stat_is_not_trusted(age: int, size: int) -> None:
    now = 1_800_000_000 * SECOND
    stat = array("q", (5, 7, now - age, 99)).tobytes()
    assert array("q", stored_stat(stat, now)).tolist() == [5, size, now - age, 99]


@pytest.mark.usefixtures("settled")
def test_verify_reads_every_file_and_mends_the_index(
    notes: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = opened()
    index.sync()
    assert index.verify() == SyncReport(touched=3, read=3)
    index.connection.execute("UPDATE note SET digest = x'00' WHERE path = 'b.md'")
    assert index.sync() == SyncReport()
    assert index.verify() == SyncReport(modified=1, touched=2, read=3)


@pytest.mark.usefixtures("settled")
def test_an_interrupted_sync_goes_on_where_it_stopped(
    vault: Path, opened: Open, read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "BATCH", 10)
    for number in range(35):
        (vault / f"{number:02}.md").write_text("words")

    def stop(done: int, _: int) -> None:
        if done == 35:
            raise KeyboardInterrupt

    index = opened()
    with pytest.raises(KeyboardInterrupt):
        index.sync(stop)
    assert len(index.all_paths()) == 30
    read.paths.clear()
    assert index.sync() == SyncReport(added=5, read=5)
    assert read.paths == [f"{number}.md" for number in range(30, 35)]


@pytest.mark.usefixtures("settled")
def test_the_generation_tells_other_content(notes: Path, opened: Open) -> None:
    index = opened()
    told = [index.generation()]

    def changes(act: Callable[[], object]) -> bool:
        act()
        told.append(opened().generation())
        return told[-1] not in told[:-1]

    assert changes(index.sync)
    (notes / "b.md").touch()
    assert not changes(index.sync)
    assert not changes(index.verify)
    (notes / "b.md").write_text("other words")
    assert changes(index.sync)
    (notes / "b.md").unlink()
    assert changes(index.sync)
    assert changes(index.rebuild)
    assert index.generation() == told[-1]


@pytest.mark.usefixtures("settled")
def test_an_interrupted_sync_changes_the_generation(
    notes: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "BATCH", 2)
    monkeypatch.setattr(sync, "STEP", 1)

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    index = opened()
    before = index.generation()
    with pytest.raises(KeyboardInterrupt):
        index.sync(stop)
    assert len(index.all_paths()) == 2
    assert index.generation() != before


def test_digests_of_notes(notes: Path, opened: Open) -> None:
    index = opened()
    index.sync()
    (notes / "copy.md").write_bytes((notes / "b.md").read_bytes())
    index.sync()
    copy, none, b, a = index.digest_of(["copy.md", "../b.md", "b.md", "a.md"])
    assert copy == b != a
    assert none == b""


def test_progress_counts_to_the_end(vault: Path, opened: Open) -> None:
    for number in range(250):
        (vault / f"{number}.md").write_text("words")
    told: list[tuple[int, int]] = []
    opened().sync(lambda done, of: told.append((done, of)))
    assert told == [(100, 250), (200, 250), (250, 250)]


def test_processes_give_what_one_process_gives(
    vault: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(300):
        (vault / f"{number}.md").write_text(f"@Person {number % 7}\nwords\n" * (number % 50))
    alone = opened(cache="alone")
    with monkeypatch.context() as patch:
        patch.setattr(forked, "processors", lambda: 1)
        alone.sync()
    together = opened(cache="together")
    with monkeypatch.context() as patch:
        patch.setattr(forked, "processors", lambda: 3)
        together.sync()
    assert list(together.readings()) == list(alone.readings())
    assert together.named("person 3") == alone.named("person 3")


def test_a_reading_process_that_is_killed_is_said(
    vault: Path, tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prep.index import Index
    from prep.problems import PrepError

    def die(path: str, data: bytes) -> Any:
        return os._exit(9) if path == "c.md" else read(path, data)

    monkeypatch.setattr(readers, "PARALLEL_ABOVE", 0)
    monkeypatch.setattr(forked, "processors", lambda: 2)
    for name in ("a", "b", "c"):
        (vault / f"{name}.md").write_text("words")
    with (
        Index([vault], tmp_path / "cache", "1", die) as index,
        pytest.raises(PrepError, match="run again: it goes on where it stopped"),
    ):
        index.sync()
