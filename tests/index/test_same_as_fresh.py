"""Whatever happens to a vault, the index ends like one made from nothing."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prep.index import Index, readers, sync
from prep.index.rows import Read
from prep.index.spots import spots_of

PATHS = ("a.md", "b.md", "Sub/a.md", "Sub/c.txt", "Sub/Deep/d.md", "Other/a.md", "out/e.md")
LINES = (
    "day: 2025-01-02", "day: 2025-11-30", "@Sara Lund", "@Sara Lund <sara@lund.example>", "@Lund",
    "@Far Lund", "[ ] send it", "!odd", "plain words of the note", "plain words of a note",
)  # fmt: skip
contents = st.lists(st.sampled_from(LINES), max_size=5).map("\n".join)
paths = st.sampled_from(PATHS)
events = st.one_of(
    st.tuples(st.just("write"), paths, contents),
    st.tuples(st.just("unseen"), paths, contents),
    st.tuples(st.just("delete"), paths),
    st.tuples(st.just("rename"), paths, paths),
    st.tuples(st.just("move folder"), st.sampled_from(("Sub", "Other", "Sub/Deep"))),
    st.tuples(st.just("touch"), paths),
    st.tuples(st.just("sync")),
    st.tuples(st.just("interrupted"), st.integers(1, 4)),
)


def write(home: Path, path: str, text: str) -> None:
    (home / path).parent.mkdir(parents=True, exist_ok=True)
    (home / path).write_text(text)


def unseen(home: Path, path: str, text: str) -> None:
    """An edit that leaves size and mtime as they were."""
    file = home / path
    if file.is_file():
        stat = file.stat()
        file.write_text(text.ljust(stat.st_size)[: stat.st_size])
        os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def delete(home: Path, path: str) -> None:
    (home / path).unlink(missing_ok=True)


def rename(home: Path, old: str, new: str) -> None:
    if (home / old).is_file():
        (home / new).parent.mkdir(parents=True, exist_ok=True)
        (home / old).replace(home / new)


def move_folder(home: Path, folder: str) -> None:
    with contextlib.suppress(OSError):
        (home / folder).rename(home / "Moved")


def touch(home: Path, path: str) -> None:
    if (home / path).is_file():
        os.utime(home / path, (1_700_000_000, 1_700_000_000))


ACTIONS: dict[str, Callable[..., None]] = {
    "write": write, "unseen": unseen, "delete": delete, "rename": rename,
    "move folder": move_folder, "touch": touch,
}  # fmt: skip


class Stop(BaseException):
    """As a key press does, from outside."""


def stop_after(files: int) -> Callable[[int, int], None]:
    def progress(done: int, _: int) -> None:
        if done >= files:
            raise Stop

    return progress


def act(index: Index, home: Path, event: tuple[Any, ...]) -> None:
    name, *rest = event
    if name == "sync":
        index.sync()
    elif name == "interrupted":
        with contextlib.suppress(Stop):
            index.sync(stop_after(rest[0]))
    else:
        ACTIONS[name](home, *rest)


def contents_of(index: Index) -> dict[str, list[Any]]:
    """All that can be asked of an index, without the numbers that it gives its rows."""
    fetch = index.connection.execute
    fetch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, words, instance)")
    paths = dict(fetch("SELECT id, path FROM note").fetchall())
    form = "form.name, form.key, form.kind, full, email, handle, org, role"
    return {
        "readings": list(index.readings()),
        "notes": fetch("SELECT path, digest, day, kind, tasks, problems FROM note ORDER BY 1").fetchall(),
        "namings": sorted(
            (paths.get(note), line, place, episode, *said)
            for part, spots, wide, place, *said in fetch(
                f"SELECT part, spots, wide, place, {form} FROM naming LEFT JOIN form ON form.id = form"
            )
            for note, line, episode in spots_of(part, spots, wide)
        ),
        "forms": fetch(f"SELECT {form} FROM form ORDER BY {form}").fetchall(),
        "sought": fetch(f"SELECT s.key, {form} FROM sought s LEFT JOIN form ON id = form ORDER BY s.key, {form}").fetchall(),
        "tokens": fetch(f"SELECT word, {form} FROM token LEFT JOIN form ON id = form ORDER BY word, {form}").fetchall(),
        "words": fetch("SELECT term, path, offset FROM terms LEFT JOIN note ON id = doc ORDER BY 1, 2, 3").fetchall(),
        "folders": [(path, names) for path, names in fetch("SELECT path, names FROM folder ORDER BY 1")],
    }  # fmt: skip


@pytest.fixture(scope="module")
def many_batches() -> Iterator[None]:
    """Batches of two notes and a report at each, so that an interruption falls between."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sync, "BATCH", 2)
        patch.setattr(sync, "STEP", 1)
        yield


def check(steps: list[tuple[Any, ...]], read: Read) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "vault"
        home.mkdir()
        (Path(folder) / "outside").mkdir()
        (home / "out").symlink_to(Path(folder) / "outside")
        with Index([home], Path(folder) / "cache", "1", read) as index:
            for step in steps:
                act(index, home, step)
            index.sync()
            with Index([home], Path(folder) / "fresh", "1", read) as fresh:
                fresh.sync()
                assert contents_of(index) == contents_of(fresh)


@pytest.mark.usefixtures("many_batches")
@settings(
    max_examples=70, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(events, max_size=14))
def test_any_history_ends_like_a_fresh_index(steps: list[tuple[Any, ...]], read: Read) -> None:
    check(steps, read)


@pytest.mark.usefixtures("many_batches")
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(events, min_size=3, max_size=8))
def test_the_same_with_processes(
    steps: list[tuple[Any, ...]], read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "PARALLEL_ABOVE", 0)
    monkeypatch.setattr("prep.index.look.FORK_ABOVE", 0)
    check(steps, read)
