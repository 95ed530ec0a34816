"""The index as the application holds it: opened for a set of vaults, synced, asked."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self, cast

from prep.index.lookup import DAMAGE, Lookup, stem_of
from prep.index.rows import Read, read_bytes
from prep.index.store import Store
from prep.index.sync import Progress, Syncer, SyncReport
from prep.index.trace import Recorder, Trace, answered_alike
from prep.index.walk import Ignored, Roots
from prep.problems import PrepError

_COUNTS = (
    "SELECT (SELECT count(*) FROM note), (SELECT count(DISTINCT key) FROM form),"
    " (SELECT coalesce(sum(length(spots) / iif(wide, 8, 4)), 0) FROM naming)"
)


class State(NamedTuple):
    """What ``prep index`` shows. ``size`` in bytes on the disk; ``kinds``: (kind, notes)."""

    file: Path
    notes: int
    names: int
    namings: int
    size: int
    kinds: tuple[tuple[str, int], ...]


class Index(Lookup):
    """The cache of one set of vaults; a ``Directory``.

    ``cache_folder``: where the file is kept (made if need be). ``version_key``: whatever changes
    what ``read`` returns for the same bytes; where it differs the index is built anew. ``read``:
    a file's path (in the index) and bytes to its ``Reading``; a pure function that never raises.
    ``ignored``: folders passed over, a bare name anywhere or a path within a vault.
    """

    def __init__(
        self,
        vaults: Sequence[Path],
        cache_folder: Path,
        version_key: str,
        read: Read,
        *,
        ignored: Sequence[str] = (),
    ) -> None:
        super().__init__()
        homes = [vault.expanduser().absolute() for vault in vaults]
        named = "\0".join(map(str, homes)).encode()
        file = cache_folder / f"{zlib.crc32(named):08x}{zlib.adler32(named):08x}.sqlite"
        self._store = Store(file, "|".join((version_key, *map(str, homes), *sorted(ignored))))
        self._roots = Roots(homes)
        passed = Ignored(self._roots.paths_of(ignored))
        self._syncer = Syncer(self._store, self._roots, passed, read)
        self._recorder: Recorder | None = None
        self._adopt()

    def sync(self, progress: Progress | None = None) -> SyncReport:
        """Check every file and take in what changed. ``progress``: (files done, files to do)."""
        return self._synced(progress, trust=True)

    def verify(self, progress: Progress | None = None) -> SyncReport:
        """Read and hash every file; what differs from the index is taken in and counted."""
        return self._synced(progress, trust=False)

    def rebuild(self, progress: Progress | None = None, why: str = "") -> SyncReport:
        """Throw the index away and build it anew; ``why`` becomes the report's message."""
        with self._store.writing():
            self._store.renew(why)
        return self._synced(progress, trust=True)

    def raw(self, path: str) -> bytes:
        """A note's bytes as they are on the disk now.

        Raises:
            PrepError: it is no note of the vault (a path out of it never is), or cannot be read.
        """
        if not self.digest_of([path])[0]:
            raise PrepError(f"{path}: no such note in the vault")
        try:
            return read_bytes(self._roots.locate(path))
        except OSError as error:
            raise PrepError(f"{path}: could not be read: {error.strerror or error}") from error

    def generation(self) -> str:
        """Another string after every sync that stored, removed or re-read other content.

        The same as long as nothing changed; another one in an index that was made anew.
        """
        return str(self._rows("SELECT value FROM meta WHERE key = 'generation'")[0][0])

    def digest_of(self, paths: Sequence[str]) -> tuple[bytes, ...]:
        """The digests of these notes' bytes as they were last read; b"" for an unknown path."""
        sql = "SELECT digest FROM note WHERE path = ?"
        return tuple(row[0][0] if (row := self._rows(sql, path)) else b"" for path in paths)

    @contextmanager
    def recorded(self) -> Iterator[Recorder]:
        """All that is asked inside is written down; of a note's ``raw`` bytes, their digest."""
        recorder = self._recorder = Recorder(self.connection)
        self._answers.clear()  # what was asked before is asked again, and so written down
        self.connection = cast("sqlite3.Connection", recorder)
        try:
            yield recorder
        finally:
            self._recorder = None
            self.connection = self._store.connection

    def looked_outside(self) -> None:
        """Say that what is made now depends on more than this index: a file's times, say."""
        if self._recorder is not None:
            self._recorder.outside = True

    def stands(self, trace: Trace) -> bool:
        """Whether this index would give all the answers of ``trace`` again."""
        if trace.generation == self.generation():
            return True
        try:
            return answered_alike(self.connection, trace)
        except DAMAGE:
            return False  # whoever asks next is told of the damage

    def state(self) -> State:
        """What the index holds now."""
        notes, names, namings = self._rows(_COUNTS)[0]
        kinds = Counter(dict(self._rows("SELECT kind, count(*) FROM note GROUP BY kind")))
        size = self._store.size()
        return State(self._store.file, notes, names, namings, size, tuple(kinds.most_common()))

    def close(self) -> None:
        """Let go of the file."""
        self._store.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _synced(self, progress: Progress | None, *, trust: bool) -> SyncReport:
        try:
            return self._syncer.sync(progress, trust=trust)
        except DAMAGE as error:
            if isinstance(error, sqlite3.OperationalError):
                raise PrepError(f"{self._store.file}: {error}; free the disk, run again") from error
            return self.rebuild(progress, f"the index was damaged ({error}); it was built anew")
        finally:
            self._adopt()

    def _adopt(self) -> None:
        """Ask the file that there is now: a sync may have made it anew."""
        self.connection = self._store.connection
        self.connection.create_function("stem", 1, stem_of, deterministic=True)
        self._answers.clear()
        self.codec = self._store.codec()
