"""The SQLite file: its schema, how it is opened, and when it is thrown away."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from prep.index.codec import Codec
from prep.index.rows import PLACES
from prep.problems import PrepError

SCHEMA_VERSION = 9
WAIT = 600.0
"""Seconds to wait for another run: a cold index of a very large vault takes minutes."""
PAGE = 32_768
"""Bytes. A packed reading is 1 to 4 KB: of SQLite's own pages of 4 KB a third would lie empty."""
CACHE = 8_000
"""KB: of SQLite's own 2 MB, what a batch changes spills over and is written twice."""
NEW_GENERATION = "INSERT OR REPLACE INTO meta VALUES ('generation', ?)"
"""Random, not counted: an index that is made anew must not begin at an old number again."""
SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value NOT NULL);
CREATE TABLE folder(path TEXT PRIMARY KEY, notes INTEGER NOT NULL, sums TEXT NOT NULL,
    names BLOB NOT NULL, stats BLOB NOT NULL);
CREATE TABLE note(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, digest BLOB NOT NULL,
    day TEXT, kind TEXT NOT NULL, tasks INTEGER NOT NULL, problems INTEGER NOT NULL);
CREATE INDEX note_tasks ON note(id) WHERE tasks > 0;
CREATE INDEX note_problems ON note(id) WHERE problems > 0;
CREATE TABLE reading(note INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE form(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL,
    kind TEXT NOT NULL, full TEXT NOT NULL, email TEXT NOT NULL, handle TEXT NOT NULL,
    org TEXT NOT NULL, role TEXT NOT NULL);
CREATE TABLE sought(key TEXT, form INTEGER, PRIMARY KEY(key, form)) WITHOUT ROWID;
CREATE TABLE token(word TEXT, form INTEGER, PRIMARY KEY(word, form)) WITHOUT ROWID;
CREATE TABLE naming(form INTEGER, place INTEGER, part INTEGER, wide INTEGER, spots BLOB NOT NULL,
    PRIMARY KEY(form, place, part, wide)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0,
    detail=none, tokenize='ascii');
INSERT INTO words(words, rank) VALUES ('automerge', 8);
"""


class Store:
    """One index file, private to its owner (mode 0600).

    ``message`` says in one line why it was made anew, or is empty. Safe with several runs at
    once: whoever writes holds ``writing()``; readers see the last finished batch.
    """

    def __init__(self, file: Path, version_key: str) -> None:
        self.file = file
        self.message = ""
        self.version = "|".join(
            (str(SCHEMA_VERSION), str(sys.implementation.cache_tag), *PLACES, version_key)
        )
        self.lock = file.with_suffix(".lock")
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _touch(self.lock)
            self.connection = self._open()
        except (OSError, sqlite3.OperationalError) as error:
            raise PrepError(
                f"{file.parent}: the index cannot be kept there ({error}); set XDG_CACHE_HOME"
            ) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Alone among all runs; waits for the one that writes. Freed when its process ends.

        Raises:
            PrepError: the other run did not end in ten minutes.
        """
        lock = sqlite3.connect(self.lock, timeout=0, isolation_level=None)
        try:
            self._take(lock)
            yield
        finally:
            lock.close()

    def _take(self, lock: sqlite3.Connection) -> None:
        with suppress(sqlite3.OperationalError):
            lock.execute("BEGIN EXCLUSIVE")
            return
        self.message = "waited for another run that was writing the index"
        lock.execute(f"PRAGMA busy_timeout = {int(WAIT * 1000)}")
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise PrepError(f"{self.file}: another run has kept it locked; try again") from error

    def renew(self, why: str) -> None:
        """Throw the file away and begin an empty one. The caller holds ``writing()``."""
        self.message = why
        self.connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.file}{suffix}").unlink(missing_ok=True)
        self.connection = _connect(self.file)
        self.connection.executescript(f"BEGIN; {SCHEMA}")
        self.connection.execute("INSERT INTO meta VALUES ('version', ?)", (self.version,))
        self.connection.execute(NEW_GENERATION, (os.urandom(8).hex(),))
        self.connection.commit()

    def size(self) -> int:
        """Bytes on the disk, what is not yet merged into the file included."""
        files = (Path(f"{self.file}{suffix}") for suffix in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def codec(self) -> Codec:
        """How the readings of this file are packed."""
        sql = "SELECT value FROM meta WHERE key = 'dictionary'"
        row = self.connection.execute(sql).fetchone()
        return Codec(row[0] if row else b"")

    def learn(self, dictionary: bytes) -> None:
        """Pack what is stored from now on with this dictionary. Only while no note is stored."""
        sql = "INSERT OR REPLACE INTO meta VALUES ('dictionary', ?)"
        self.connection.execute(sql, (dictionary,))

    def _open(self) -> sqlite3.Connection:
        self.connection = _connect(self.file)
        if self._trouble() is not None:
            with self.writing():
                self.connection.close()
                self.connection = _connect(self.file)
                if (why := self._trouble()) is not None:
                    self.renew(why)
        return self.connection

    def _trouble(self) -> str | None:
        """Why the file can't be used as it is ("" where it is new), or None."""
        try:
            if not self.connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                return ""
            row = self.connection.execute("SELECT value FROM meta WHERE key='version'").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise
            return f"the index could not be read ({error}); it is built anew"
        except sqlite3.DatabaseError as error:
            return f"the index was damaged ({error}); it is built anew"
        if row is None or row[0] != self.version:
            return "the index was made by another version or with other settings; it is built anew"
        return None


def _connect(file: Path) -> sqlite3.Connection:
    _touch(file)
    connection = sqlite3.connect(file, timeout=WAIT, isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size={PAGE}")
        connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.DatabaseError:
        return connection  # what is wrong with it is told by the first look at its tables
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"PRAGMA cache_size=-{CACHE}")
    return connection


def _touch(file: Path) -> None:
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
