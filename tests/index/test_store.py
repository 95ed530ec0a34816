from __future__ import annotations

import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from prep.index import Index, SyncReport, store
from prep.problems import PrepError

Open = Callable[..., Any]


@pytest.fixture
def note(vault: Path) -> Path:
    (vault / "a.md").write_text("@Sara Lund\nwords of the note")
    return vault / "a.md"


def file_of(cache: Path) -> Path:
    (file,) = cache.glob("*.sqlite")
    return file


@pytest.mark.usefixtures("note")
def test_the_file_is_its_owners_alone(tmp_path: Path, opened: Open) -> None:
    opened().sync()
    modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "cache").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700


def test_one_file_for_each_set_of_vaults(vault: Path, tmp_path: Path, opened: Open) -> None:
    (tmp_path / "other").mkdir()
    for vaults in ((vault,), (tmp_path / "other",), (vault, tmp_path / "other"), (vault,)):
        opened(*vaults).sync()
    assert len(list((tmp_path / "cache").glob("*.sqlite"))) == 3


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda file: file.write_bytes(b"not a database at all, but long enough" * 40), "damaged"),
        (lambda file: file.write_bytes(b""), ""),
        (lambda file: file.write_bytes(file.read_bytes()[:5000]), "damaged"),
        (lambda file: file.unlink(), ""),
        (lambda file: spoil(file, "DROP TABLE meta"), "could not be read"),
        (lambda file: spoil(file, "DELETE FROM meta"), "another version"),
    ],
)
def test_a_file_that_cannot_be_used_is_made_anew(
    tmp_path: Path, opened: Open, damage: Callable[[Path], Any], message: str
) -> None:
    with opened() as index:
        index.sync()
    damage(file_of(tmp_path / "cache"))
    index = opened()
    report = index.sync()
    assert report.added == 1
    assert message in report.message
    assert bool(message) == bool(report.message)
    assert index.all_paths() == ["a.md"]


def spoil(file: Path, sql: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(sql)
    connection.close()


@pytest.mark.usefixtures("note")
def test_another_version_key_builds_anew_and_says_so(opened: Open, read: Any) -> None:
    with opened(version="1") as index:
        index.sync()
    with opened(version="2") as index:
        report = index.sync()
    assert report.added == 1
    assert "another version" in report.message
    assert read.paths == ["a.md", "a.md"]


@pytest.mark.usefixtures("note")
def test_rebuild(opened: Open, read: Any) -> None:
    index = opened()
    index.sync()
    assert index.rebuild().added == 1
    assert read.paths == ["a.md", "a.md"]
    assert [found.naming.name for found in index.named("sara lund")] == ["Sara Lund"]


def test_a_run_waits_for_the_one_that_writes(
    note: Path, vault: Path, tmp_path: Path, opened: Open, read: Any
) -> None:
    """The second run finds the work to do itself, says that it waited, and nothing is lost."""
    first = opened()
    reports: list[SyncReport] = []
    started = threading.Event()

    def second() -> None:
        with Index([vault], tmp_path / "cache", "1", read) as index:
            started.set()
            reports.append(index.sync())

    thread = threading.Thread(target=second)
    with first._store.writing():
        thread.start()
        started.wait(5)
        thread.join(0.2)
        assert not reports
    thread.join(10)
    assert (reports[0].added, reports[0].message[:6]) == (1, "waited")
    assert first.sync().added == 0


def test_what_another_run_did_meanwhile_is_not_done_again(
    note: Path, opened: Open, read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = opened(), opened()
    taken = first._store._take

    def overtaken(lock: sqlite3.Connection) -> None:
        second.sync()
        taken(lock)

    monkeypatch.setattr(first._store, "_take", overtaken)
    assert first.sync().added == 0
    assert read.paths == ["a.md"]


@pytest.mark.parametrize("sql", ["UPDATE reading SET data = x'00'", "DROP TABLE naming"])
def test_damage_met_later_is_said_and_mended(note: Path, opened: Open, sql: str) -> None:
    index = opened()
    index.sync()
    index.connection.execute(sql)
    with pytest.raises(PrepError, match="run prep index --rebuild"):
        _ = index.load(["a.md"]), index.named("sara lund")
    index.rebuild()
    assert index.named("sara lund")


def test_damage_met_by_a_sync_is_mended(note: Path, opened: Open) -> None:
    index = opened()
    index.sync()
    index.connection.execute("UPDATE reading SET data = x'00'")
    note.write_text("other words")
    report = index.sync()
    assert (report.added, "damaged" in report.message) == (1, True)


def test_a_cache_folder_that_cannot_be_made_is_said(vault: Path, tmp_path: Path, read: Any) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PrepError, match="XDG_CACHE_HOME"):
        Index([vault], tmp_path / "file" / "cache", "1", read)


def test_a_lock_held_too_long_is_said(
    note: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened()
    monkeypatch.setattr(store, "WAIT", 0.05)
    second = opened()
    with first._store.writing(), pytest.raises(PrepError, match="another run"):
        second.sync()
