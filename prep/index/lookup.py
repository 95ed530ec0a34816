"""Look-ups: rows fetched by subject, in one fixed order, never the whole."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from prep.index.codec import Codec, DamagedError
from prep.index.rows import PLACES, Form, naming_of, text_of
from prep.index.spots import spots_of
from prep.model.naming import Located, Place
from prep.model.reading import Reading
from prep.names import fold
from prep.patterns import lazy
from prep.problems import PrepError

DAMAGE = (sqlite3.DatabaseError, DamagedError)
"""What reading a damaged file raises."""
_LOCATED = (
    "SELECT part, spots, wide, place, name, form.key, form.kind, full, email, handle, org, role"
    " FROM naming JOIN form ON form.id = form WHERE "
)
_NOTES = """
SELECT id, path, day, kind FROM note WHERE id IN (SELECT value FROM json_each(?))
ORDER BY day IS NULL, day DESC, path
"""
"""Asked with a list of numbers as Python writes it: that is JSON, and of any length."""
_NOTES_OF = """
SELECT path, note.id, max(sure) FROM (
    SELECT value AS hit, 1 AS sure FROM json_each(?)
    UNION ALL SELECT rowid, 1 FROM words WHERE words MATCH ?
    UNION ALL SELECT rowid, 0 FROM words WHERE words MATCH ?
) JOIN note ON note.id = hit GROUP BY note.id ORDER BY day IS NULL, day DESC, path
"""
_BESIDE = """
SELECT path FROM note WHERE path >= ? AND path < ? AND instr(substr(path, ?), '/') = 0
AND day >= ? ORDER BY day DESC, path LIMIT ?
"""
_SLIP = 3
"""Letters by which a misspelt name may be shorter or longer than the right one."""
_LIKE = 60
"""Likeness in percent below which a name is no help to who looks for another."""
_WORD = lazy("[a-z0-9]+")
_DECLARING = tuple(
    PLACES.index(place)
    for place in ("note", "alias", "attendee", "participant", "absent", "role_list")
)
_Told = tuple[int, int, int, Form]
"""A naming within a note, in the order of what is told: line, place, episode, form."""
_Chosen = Callable[[list[_Told]], Iterable[_Told]]
_SAID = "full || email || handle || org || role != ''"


class Lookup:
    """The ``Directory`` of a vault, and its notes by path. Reads; never writes."""

    connection: sqlite3.Connection
    codec: Codec

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], list[Located]] = {}

    def named(self, key: str) -> Sequence[Located]:
        """All namings with this very key; also those that declare this address or handle."""
        return self._asked("form.id IN (SELECT form FROM sought WHERE key = ?)", key, _all)

    def declares(self, key: str, kind: str, places: Sequence[Place]) -> bool:
        """Whether a naming with this key is of this kind and stands in one of these places."""
        marks = ", ".join(str(PLACES.index(place)) for place in places)
        sql = (
            "SELECT 1 FROM sought JOIN form ON id = sought.form JOIN naming ON naming.form = id"  # noqa: S608 - numbers only
            f" WHERE sought.key = ? AND kind = ? AND place IN ({marks}) LIMIT 1"
        )
        return bool(self._rows(sql, key, kind))

    def holding(self, token: str) -> Sequence[Located]:
        """Namings whose key or full name holds this word: the first of each path, key, place."""
        where = "form.id IN (SELECT form FROM token WHERE word = ?)"
        return self._asked(where, token, _firsts)

    def declared(self) -> Sequence[Located]:
        """Namings that a file declares: the first of each path, key and place."""
        places = ", ".join(map(str, _DECLARING))
        return self._located(f"naming.place IN ({places}) OR {_SAID}", (), _firsts)

    def near(self, text: str, limit: int) -> Sequence[str]:
        """The nearest known names as written, best first."""
        from rapidfuzz import fuzz, process

        key = fold(text)
        sql = "SELECT DISTINCT key FROM sought WHERE length(key) BETWEEN ? AND ? ORDER BY key"
        keys = [row[0] for row in self._rows(sql, len(key) - _SLIP, len(key) + _SLIP)]
        found = process.extract(key, keys, scorer=fuzz.ratio, limit=limit, score_cutoff=_LIKE)
        return [self._written(near) for near, _, _ in found]

    def _written(self, key: str) -> str:
        sql = "SELECT min(name) FROM sought JOIN form ON id = form WHERE sought.key = ?"
        return str(self._rows(sql, key)[0][0])

    def notes_of(self, keys: Sequence[str], limit: int) -> Sequence[str]:
        """Paths of notes that name any of these keys or hold these words, newest first."""
        sought = [key for key in map(fold, keys) if key]
        singles = " OR ".join(f'"{key}"' for key in sought if key.isalnum())
        phrases = [words for key in sought if len(words := _WORD.findall(key)) > 1]
        together = " OR ".join(
            "(" + " AND ".join(f'"{word}"' for word in words) + ")" for words in phrases
        )
        named = str(self._naming(sought))
        with _damage_said():
            rows = self.connection.execute(_NOTES_OF, (named, singles or '""', together or '""'))
            texts = [" " + " ".join(words) + " " for words in phrases]
            found = (path for path, note, sure in rows if sure or self._holds(note, texts))
            return list(islice(found, limit))

    def _naming(self, keys: Sequence[str]) -> list[int]:
        """The numbers of the notes that name one of these keys."""
        marks = ", ".join("?" * len(keys))
        sql = (
            "SELECT part, spots, wide FROM naming"  # noqa: S608 - marks only
            f" WHERE form IN (SELECT form FROM sought WHERE key IN ({marks}))"
        )
        rows = self._rows(sql, *keys)
        return sorted({note for row in rows for note, _, _ in spots_of(*row)})

    def _holds(self, note: int, phrases: Sequence[str]) -> bool:
        """Whether one of the phrases stands in the note's text; the word search has no order."""
        (data,) = self._rows("SELECT data FROM reading WHERE note = ?", note)[0]
        words = map(fold, text_of(self.codec.unpack(data)).split())
        text = " " + " ".join(_WORD.findall(" ".join(words))) + " "
        return any(phrase in text for phrase in phrases)

    def beside(self, folder: str, since: str, limit: int) -> Sequence[str]:
        """Paths of dated notes in this very folder (ending in ``/``) since a day, newest first."""
        last = folder[:-1] + "0" if folder else "\U0010ffff"  # "0" follows "/"
        rows = self._rows(_BESIDE, folder, last, len(folder) + 1, since, limit)
        return [path for (path,) in rows]

    def story_paths(self, since: str, until: str) -> Sequence[str]:
        """Paths of all stories, and of the daily notes of a stretch of days, in order."""
        rows = self._rows(
            "SELECT path FROM note WHERE kind = 'story' OR path LIKE 'Stories/%'"
            " OR path LIKE '%/Stories/%' OR (kind = 'daily' AND day BETWEEN ? AND ?)"
            " ORDER BY path",
            since,
            until,
        )
        return [path for (path,) in rows]

    def of_days(self, first: str, last: str) -> Sequence[str]:
        """Paths of the notes of a stretch of days, both inside, oldest first."""
        sql = "SELECT path FROM note WHERE day BETWEEN ? AND ? ORDER BY day, path"
        rows = self._rows(sql, first, last)
        return [path for (path,) in rows]

    def load(self, paths: Sequence[str]) -> tuple[Reading, ...]:
        """The readings of these notes, in this order; paths that are not known are left out."""
        sql = "SELECT data FROM reading WHERE note = (SELECT id FROM note WHERE path = ?)"
        with _damage_said():
            found = [self.connection.execute(sql, (path,)).fetchone() for path in paths]
            return tuple(self.codec.unpack(row[0]) for row in found if row)

    def larger_than(self, notes: int) -> bool:
        """Whether the vault holds more notes than this."""
        return bool(self._rows("SELECT coalesce(sum(notes), 0) > ? FROM folder", notes)[0][0])

    def files_called(self, keys: Sequence[str]) -> frozenset[str]:
        """Which of these folded names are file names of notes. Looks at every note's path."""
        if not keys:
            return frozenset()
        marks = ", ".join("?" * len(keys))
        sql = f"SELECT DISTINCT stem(path) FROM note WHERE stem(path) IN ({marks})"  # noqa: S608 - marks only
        return frozenset(key for (key,) in self._rows(sql, *keys))

    def all_paths(self) -> list[str]:
        """Every note's path, in order."""
        return [path for (path,) in self._rows("SELECT path FROM note ORDER BY path")]

    def readings(self) -> Iterator[Reading]:
        """Every reading in the order of paths, one at a time."""
        return self._stream("1")

    def readings_with_tasks(self) -> Iterator[Reading]:
        """The readings that hold a task or a commitment, likewise."""
        return self._stream("tasks > 0")

    def readings_with_problems(self) -> Iterator[Reading]:
        """The readings that hold a problem, likewise."""
        return self._stream("problems > 0")

    def _stream(self, where: str) -> Iterator[Reading]:
        sql = f"SELECT data FROM note JOIN reading ON note = id WHERE {where} ORDER BY path"  # noqa: S608 - our own
        with _damage_said():
            for (data,) in self.connection.execute(sql):
                yield self.codec.unpack(data)

    def _asked(self, where: str, value: str, chosen: _Chosen) -> list[Located]:
        """Asked once a run: a brief asks the same of a name for every line that holds it."""
        if (where, value) not in self._answers:
            self._answers[where, value] = self._located(where, (value,), chosen)
        return self._answers[where, value]

    def _located(self, where: str, values: tuple[str, ...], chosen: _Chosen) -> list[Located]:
        told: defaultdict[int, list[_Told]] = defaultdict(list)
        for part, spots, wide, place, *rest in self._rows(_LOCATED + where, *values):
            form: Form = tuple(rest)  # as it was stored
            for note, line, episode in spots_of(part, spots, wide):
                told[note].append((line, place, episode, form))
        return [
            Located(path, day, kind, naming_of(form, line, place, episode))
            for note, path, day, kind in self._rows(_NOTES, str(list(told)))
            for line, place, episode, form in chosen(sorted(told[note]))
        ]

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        with _damage_said():
            return self.connection.execute(sql, values).fetchall()


def stem_of(path: str) -> str:
    """The folded file name of a note, as links write it."""
    return fold(path.rpartition("/")[2].removesuffix(".md"))


@contextmanager
def _damage_said() -> Iterator[None]:
    try:
        yield
    except DAMAGE as error:
        raise PrepError(f"the index is damaged ({error}); run prep index --rebuild") from error


def _all(told: list[_Told]) -> Iterable[_Told]:
    return told


def _firsts(told: list[_Told]) -> Iterable[_Told]:
    """The first of each key and place."""
    if len(told) == 1:
        return told
    found: dict[tuple[str, int], _Told] = {}
    for one in told:
        found.setdefault((one[3][1], one[1]), one)
    return found.values()
