"""A ``Reading`` as bytes and back: columns by marshal, made small by zlib with a dictionary.

marshal is read back many times faster than JSON or pickle and makes plain values only; its format
belongs to one version of Python, which the index's version names. The dictionary is made of a few
of the vault's own readings: a note of 4 KB is too short for zlib to learn the vault's words from.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable
from itertools import repeat
from typing import Any

from prep.index.columns import rows_of, table_of
from prep.model.claim import Claim
from prep.model.naming import Naming
from prep.model.note import Block, Episode, Field, Link, Note, Task
from prep.model.reading import Reading
from prep.problems import Problem

DICTIONARY_SIZE = 32_000
"""Bytes: all that zlib looks back on. Half as many cost 6 % in size."""
_LEVEL = 4
"""Level 1 is a third faster and 13 % larger, level 5 half as slow again and 4 % smaller."""
_RAW = -15
_ROWS: dict[str, Any] = {
    "fields": Field,
    "blocks": Block,
    "links": Link,
    "tasks": Task,
    "episodes": Episode,
    "problems": Problem,
}
_PLACES = tuple((Note._fields.index(name), row) for name, row in _ROWS.items())


class DamagedError(Exception):
    """What is stored of a reading cannot be read back."""


class Codec:
    """Packs and unpacks readings with one dictionary (b"": none)."""

    def __init__(self, dictionary: bytes = b"") -> None:
        self.dictionary = dictionary
        self._packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=dictionary)

    def pack(self, reading: Reading) -> bytes:
        """The reading as bytes. Its values are str, int, bool, None and tuples of these."""
        packer = self._packer.copy()  # a fifth faster than taking the dictionary in each time
        return packer.compress(_plain(reading)) + packer.flush()

    def unpack(self, data: bytes) -> Reading:
        """The reading that was packed, equal in every value.

        Raises:
            DamagedError: these are not the bytes of a reading.
        """
        try:
            plain = zlib.decompressobj(_RAW, self.dictionary).decompress(data)
            note, namings, claims = marshal.loads(plain)  # noqa: S302 - our own file
        except (zlib.error, ValueError, EOFError, TypeError) as error:
            raise DamagedError(str(error)) from error
        for place, row in _PLACES:
            note[place] = _rows(row, note[place])
        return Reading(
            Note._make(note),
            _rows(Naming, namings),
            _rows(Claim, claims),
        )


def dictionary_of(readings: Iterable[Reading]) -> bytes:
    """A dictionary for readings like these: their bytes, an equal part of each."""
    plain = [_plain(reading) for reading in readings]
    share = DICTIONARY_SIZE // max(1, len(plain))
    return b"".join(one[:share] for one in plain)


def _rows(row: Any, table: Any) -> tuple[Any, ...]:
    """The rows of a table; ``_make`` would count the values of each once more."""
    return tuple(map(tuple.__new__, repeat(row), rows_of(table, row._fields)))


def _plain(reading: Reading) -> bytes:
    note: list[Any] = list(reading.note)
    for place, row in _PLACES:
        note[place] = table_of(note[place], row._fields)
    namings = table_of(reading.namings, Naming._fields)
    claims = table_of(reading.claims, Claim._fields)
    return marshal.dumps([note, namings, claims], 2)
