"""A ``Reading`` as bytes and back: plain tuples by marshal, made small by zlib's fastest level.

marshal is read back many times faster than JSON or pickle and makes plain values only; its format
belongs to one version of Python, which the index's version names.
"""

from __future__ import annotations

import marshal
import zlib
from typing import Any

from prep.model.claim import Claim
from prep.model.naming import Naming
from prep.model.note import Block, Episode, Field, Link, Note, Task
from prep.model.reading import Reading
from prep.problems import Problem

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


def pack(reading: Reading) -> bytes:
    """The reading as bytes. Its values are str, int, bool, None and tuples of these."""
    note: list[Any] = list(reading.note)
    for place, _ in _PLACES:
        note[place] = tuple(map(tuple, note[place]))
    plain = (
        tuple(note),
        tuple(map(tuple, reading.namings)),
        tuple(map(tuple, reading.claims)),
    )
    return zlib.compress(marshal.dumps(plain), 1)


def unpack(data: bytes) -> Reading:
    """The reading that was packed, equal in every value.

    Raises:
        DamagedError: these are not the bytes of a reading.
    """
    try:
        plain, namings, claims = marshal.loads(zlib.decompress(data))  # noqa: S302 - our own file
    except (zlib.error, ValueError, EOFError, TypeError) as error:
        raise DamagedError(str(error)) from error
    note = list(plain)
    for place, row in _PLACES:
        note[place] = tuple(map(row._make, note[place]))
    return Reading(
        Note._make(note), tuple(map(Naming._make, namings)), tuple(map(Claim._make, claims))
    )
