"""Notes into the tables and out of them again, so that nothing of an old one stays behind."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable

from prep.index.codec import Codec
from prep.index.rows import Form, Row, namings_of, sought_of, tokens_of, words_of
from prep.index.spots import PART, numbers_of, packed, placed, without
from prep.index.store import NEW_GENERATION
from prep.index.walk import Listing, mark_of

_SAME_FORM = """
SELECT id FROM sought JOIN form ON id = form WHERE sought.key=?
AND name=? AND form.key=? AND kind=? AND full=? AND email=? AND handle=? AND org=? AND role=?
"""
_SPOTS = "SELECT spots FROM naming WHERE form=? AND place=? AND part=? AND wide=?"
_REMEMBERED = 50_000


class Writer:
    """Writes within the transactions that its caller opens; ``end`` is called last in each."""

    def __init__(self, connection: sqlite3.Connection, codec: Codec) -> None:
        self._codec = codec
        self._sql = connection.execute
        self._many = connection.executemany
        self._forms: dict[Form, int] = {}
        self._spots: dict[tuple[int, int, int, int], list[int]] = {}
        self._loosened: set[int] = set()
        self._changed = False
        (self._next,) = self._sql("SELECT coalesce(max(id), -1) + 1 FROM note").fetchone()
        self._last_part = (self._next - 1) >> PART

    def put(self, row: Row) -> None:
        """Store a read file in place of what was stored of it."""
        self.drop(row.path)
        self._changed = True
        note = self._next
        self._next += 1
        self._sql(
            "INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?)",
            (note, row.path, row.digest, row.day, row.kind, row.tasks, row.problems),
        )
        self._sql("INSERT INTO reading VALUES (?, ?)", (note, row.data))
        self._sql("INSERT INTO words(rowid, text) VALUES (?, ?)", (note, row.words))
        for form, place, wide, numbers in row.namings:
            self._of_part(form, place, note, wide).extend(placed(note, numbers, wide))

    def drop(self, path: str) -> None:
        """Take a note out, if it is there."""
        found = self._sql(
            "SELECT id, data FROM note JOIN reading ON note = id WHERE path = ?", (path,)
        ).fetchone()
        if not found:
            return
        self._changed = True
        note, data = found
        reading = self._codec.unpack(data)
        for form, place, wide, _ in namings_of(reading):
            numbers = self._of_part(form, place, note, wide)
            numbers[:] = without(note, numbers, wide)
            self._loosened.add(self._form(form))
        self._sql(
            "INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)",
            (note, words_of(reading)),
        )
        self._sql("DELETE FROM reading WHERE note = ?", (note,))
        self._sql("DELETE FROM note WHERE id = ?", (note,))

    def folder(self, path: str, listing: Listing) -> None:
        """Store what is known of a folder; a folder without notes is not kept."""
        if listing.names:
            row = (path, *mark_of(listing), *listing)
            self._sql("INSERT OR REPLACE INTO folder VALUES (?, ?, ?, ?, ?)", row)
        else:
            self._sql("DELETE FROM folder WHERE path = ?", (path,))

    def end(self) -> None:
        """Forget the forms that no note writes any more, and tell that notes have changed.

        Last in a transaction, so that a generation and what it stands for are stored together.
        """
        self._store_spots()
        for number in self._loosened:
            if not self._sql("SELECT 1 FROM naming WHERE form=? LIMIT 1", (number,)).fetchone():
                self._forget(number)
        self._loosened.clear()
        if self._changed:
            self._sql(NEW_GENERATION, (os.urandom(8).hex(),))
            self._changed = False

    def _of_part(self, form: Form, place: int, note: int, wide: int) -> list[int]:
        """The spots of the row that holds this note's; what is done to them, ``end`` stores."""
        key = (self._form(form), place, note >> PART, wide)
        spots = self._spots.get(key)
        if spots is None:
            new = key[2] > self._last_part
            found = None if new else self._sql(_SPOTS, key).fetchone()
            spots = self._spots[key] = numbers_of(found[0], wide) if found else []
        return spots

    def _store_spots(self) -> None:
        """In the order of the rows: each page is then written once in a transaction."""
        rows = [(*key, packed(spots, key[3])) for key, spots in sorted(self._spots.items())]
        self._many(
            "INSERT OR REPLACE INTO naming VALUES (?, ?, ?, ?, ?)", (r for r in rows if r[4])
        )
        self._many(
            "DELETE FROM naming WHERE form=? AND place=? AND part=? AND wide=?",
            (row[:4] for row in rows if not row[4]),
        )
        self._spots.clear()
        self._last_part = (self._next - 1) >> PART

    def _form(self, form: Form) -> int:
        known = self._forms.get(form)
        if known is None:
            if len(self._forms) >= _REMEMBERED:
                self._forms.clear()
            known = self._forms[form] = self._stored_form(form)
        return known

    def _stored_form(self, form: Form) -> int:
        found = self._sql(_SAME_FORM, (form[1], *form)).fetchone()
        if found:
            return int(found[0])
        number = self._sql(
            "INSERT INTO form(name, key, kind, full, email, handle, org, role)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            form,
        ).lastrowid
        assert number is not None  # noqa: S101 - an insert has one
        self._words("sought", sought_of(form), number)
        self._words("token", tokens_of(form), number)
        return number

    def _forget(self, number: int) -> None:
        form = self._sql(
            "SELECT name, key, kind, full, email, handle, org, role FROM form WHERE id=?", (number,)
        ).fetchone()
        self._sql("DELETE FROM form WHERE id=?", (number,))
        self._forms.clear()
        sought = [(word, number) for word in sought_of(form)]
        tokens = [(word, number) for word in tokens_of(form)]
        self._many("DELETE FROM sought WHERE key=? AND form=?", sought)
        self._many("DELETE FROM token WHERE word=? AND form=?", tokens)

    def _words(self, table: str, words: Iterable[str], form: int) -> None:
        rows = [(word, form) for word in sorted(words)]
        self._many(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608 - own names
