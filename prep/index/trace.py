"""What was asked of an index and what it answered: enough to tell later whether all would be again.

A thing made from an index alone is still right while the index gives the same answers to the same
questions (a "verifying trace": Mokhov, Mitchell, Peyton Jones, *Build Systems à la Carte*, 2018).
"""

from __future__ import annotations

import hashlib
import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

Question = tuple[str, tuple[Any, ...]]


class Trace(NamedTuple):
    """``generation``: of the index that was asked; ``digest``: of all answers in their order."""

    generation: str
    asked: tuple[Question, ...]
    digest: bytes


class Answer:
    """The rows of one question, as a cursor gives them."""

    def __init__(self, rows: Sequence[Any]) -> None:
        self._rows = iter(rows)

    def fetchone(self) -> Any:
        """The next row, or None."""
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        """The rows that are left."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows


class Recorder:
    """Stands in for a connection: passes each question on and writes it down."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._asked: dict[Question, bytes] = {}
        self.outside = False
        """Whether something was looked at that no index can answer again."""

    def execute(self, sql: str, values: Iterable[Any] = ()) -> Answer:
        """As a connection's; the answer is fetched whole."""
        question = (sql, tuple(values))
        rows = self._connection.execute(*question).fetchall()
        self._asked[question] = _digest(rows)
        return Answer(rows)

    def trace(self, generation: str) -> Trace:
        """All that was asked, once each."""
        return Trace(generation, tuple(self._asked), _together(self._asked.values()))


def answered_alike(connection: sqlite3.Connection, trace: Trace) -> bool:
    """Whether every question of ``trace`` has the answer that it had."""
    answers = (_digest(connection.execute(*question).fetchall()) for question in trace.asked)
    return _together(answers) == trace.digest


def _digest(rows: list[Any]) -> bytes:
    # version 2 has no references to earlier objects: equal rows give equal bytes
    return hashlib.blake2b(marshal.dumps(rows, 2), digest_size=16).digest()


def _together(digests: Iterable[bytes]) -> bytes:
    return hashlib.blake2b(b"".join(digests), digest_size=16).digest()
