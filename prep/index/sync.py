"""The index brought up to date: what differs is read, what is gone is dropped."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple, overload

from prep.index.changes import Changes, Folder, compare, stored_stat
from prep.index.codec import Codec, dictionary_of
from prep.index.look import look
from prep.index.readers import rows, sample
from prep.index.rows import GONE, Job, Read, Row
from prep.index.spots import PART
from prep.index.store import Store
from prep.index.walk import NOTHING, Ignored, Listing, Mark, Roots
from prep.index.write import Writer
from prep.problems import PrepError, Problem

Progress = Callable[[int, int], None]
Source = Iterator[tuple[tuple[Folder, str], Row]]
BATCH = 1 << PART
"""Notes of one transaction: what an interrupted sync may lose, and what memory holds. As many as
share rows of spots, so that a first sync writes each of these once."""
LEARN_ABOVE = 200
"""Notes above which the index gets a dictionary; a smaller one is small anyway."""
STEP = 100


class SyncReport(NamedTuple):
    """What one sync did: counts of notes, problems with files, and one line for the reader.

    ``read``: files opened; ``touched``: opened, and found to hold the same bytes.
    """

    added: int = 0
    modified: int = 0
    removed: int = 0
    touched: int = 0
    read: int = 0
    problems: tuple[Problem, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Syncer:
    """What a sync needs to know."""

    store: Store
    roots: Roots
    ignored: Ignored
    read: Read

    def sync(self, progress: Progress | None, *, trust: bool = True) -> SyncReport:
        """Look at every file; read and store what differs. ``trust`` False: read them all.

        ``progress`` is called with (files done, files to do).

        Raises:
            PrepError: a vault is not there, or a reading process was killed.
        """
        self._check_vaults()
        now = _clock(self.store.lock)
        known = self._known()
        changes = self._changes(known, trust=trust)
        if not changes:
            return SyncReport(problems=tuple(changes.problems), message=self.store.message)
        with self.store.writing():
            if self._known() != known:  # another run has written since
                changes = self._changes(self._known(), trust=trust)
            return _Apply(self, changes, now).run(progress)

    def _changes(self, known: dict[str, Mark], *, trust: bool) -> Changes:
        return compare(known, look(self.roots, self.ignored, known), self._held, trust=trust)

    def _known(self) -> dict[str, Mark]:
        sql = "SELECT path, notes, sums FROM folder"
        return {path: Mark(*rest) for path, *rest in self.store.connection.execute(sql)}

    def _held(self, folder: str) -> Listing:
        sql = "SELECT names, stats FROM folder WHERE path = ?"
        found = self.store.connection.execute(sql, (folder,)).fetchone()
        return Listing(*found) if found else NOTHING

    def _check_vaults(self) -> None:
        for vault in self.roots.by_label.values():
            if not Path(vault).is_dir():
                raise PrepError(f"{vault}: there is no such folder; set vault in config.yaml")


@dataclass(slots=True)
class _Apply:
    """The changes, read and written batch by batch; each batch leaves a true index behind."""

    syncer: Syncer
    changes: Changes
    now: int
    added: int = 0
    modified: int = 0
    touched: int = 0
    problems: list[Problem] = field(default_factory=list)

    def run(self, progress: Progress | None) -> SyncReport:
        connection = self.syncer.store.connection
        wanted = self.changes.wanted
        jobs = _Jobs(wanted, self.syncer)
        codec = self._codec(jobs)
        with closing(rows(jobs, self.syncer.read, codec)) as read:
            source = zip(wanted, read, strict=True)
            writer = Writer(connection, codec)
            for done in range(0, len(wanted) or 1, BATCH):
                with connection:
                    connection.execute("BEGIN IMMEDIATE")
                    self._batch(writer, source, done, progress)
        return self._report()

    def _batch(self, writer: Writer, source: Source, done: int, progress: Progress | None) -> None:
        total = len(self.changes.wanted)
        folders = self._remove(writer) if done == 0 else {}
        for at, ((folder, name), row) in enumerate(islice(source, BATCH), done + 1):
            self._take(writer, folder, name, row)
            folders[folder.key] = folder
            if progress and (at % STEP == 0 or at == total):
                progress(at, total)
        for folder in folders.values():
            writer.folder(folder.key, folder.listing())
        writer.end()

    def _codec(self, jobs: Sequence[Job]) -> Codec:
        """The file's own; a first sync of many notes gives it a dictionary."""
        store = self.syncer.store
        empty = not store.connection.execute("SELECT 1 FROM note").fetchone()
        if empty and len(jobs) > LEARN_ABOVE:
            store.learn(dictionary_of(sample(jobs, self.syncer.read)))
        return store.codec()

    def _remove(self, writer: Writer) -> dict[str, Folder]:
        for folder, name in self.changes.removed:
            writer.drop(folder.path(name))
            del folder.held[name]
        return {folder.key: folder for folder in self.changes.folders}

    def _take(self, writer: Writer, folder: Folder, name: str, row: Row) -> None:
        if row.error:
            self._lose(writer, folder, name, row)
            return
        if row.data is None:
            self.touched += 1
        else:
            self.modified += name in folder.held
            self.added += name not in folder.held
            writer.put(row)
        folder.held[name] = stored_stat(folder.now[name], self.now)

    def _lose(self, writer: Writer, folder: Folder, name: str, row: Row) -> None:
        writer.drop(row.path)
        folder.held.pop(name, None)
        if row.error != GONE:
            self.problems.append(Problem(row.path, 0, f"file could not be read: {row.error}"))

    def _report(self) -> SyncReport:
        return SyncReport(
            self.added,
            self.modified,
            len(self.changes.removed),
            self.touched,
            len(self.changes.wanted),
            (*self.changes.problems, *self.problems),
            self.syncer.store.message,
        )


class _Jobs(Sequence[Job]):
    """What is to be read, each made when asked for: of 100,000 they would take 35 MB."""

    def __init__(self, wanted: Sequence[tuple[Folder, str]], syncer: Syncer) -> None:
        self._wanted = wanted
        self._locate = syncer.roots.locate
        fetch = syncer.store.connection.execute
        known = (folder.path(name) for folder, name in wanted if name in folder.held)
        sql = "SELECT digest FROM note WHERE path = ?"
        self._digests = {path: row[0] for path in known if (row := fetch(sql, (path,)).fetchone())}

    def __len__(self) -> int:
        return len(self._wanted)

    @overload
    def __getitem__(self, at: int) -> Job: ...
    @overload
    def __getitem__(self, at: slice) -> list[Job]: ...
    def __getitem__(self, at: int | slice) -> Job | list[Job]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        folder, name = self._wanted[at]
        path = folder.path(name)
        size = array("q", folder.now[name])[1]
        return Job(path, self._locate(path), size, self._digests.get(path))


def _clock(file: Path) -> int:
    """The file system's clock in ns: the time it gives a file that is touched now."""
    os.utime(file)
    return file.stat().st_mtime_ns
