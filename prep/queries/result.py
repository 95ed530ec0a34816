"""What a query gives: tasks, values or a table, each row with the lines that it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from prep.queries.values import Value


class Place(NamedTuple):
    """Lines of a note, from 1 in the file as it is on disk, both inclusive."""

    path: str
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One task (or, below a task, one list item) with its own words.

    ``status``: the character in its box, None for a plain list item. ``children``: what Dataview
    shows below it, filled in by :func:`prep.queries.nest.nested` alone.
    """

    place: Place
    text: str
    status: str | None
    parent: int | None = None
    children: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Bunch:
    """The rows of one GROUP BY value, or of one Tasks heading."""

    key: Value
    rows: tuple[Bunch | Hit, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a LIST or TABLE: its values, and the lines of the notes or items that made it."""

    values: tuple[Value, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query.

    ``tasks`` (grouped or not) of a TASK or Tasks query; else ``lines``, and of a table ``names``.
    ``warnings``: what was read leniently or left out, in sentences.
    """

    kind: Literal["task", "list", "table", "tasks"]
    tasks: tuple[Bunch | Hit, ...] = ()
    lines: tuple[Line, ...] = ()
    names: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The tasks without their groups, in order."""
        return tuple(_hits(self.tasks))


def _hits(rows: tuple[Bunch | Hit, ...]) -> Iterator[Hit]:
    for row in rows:
        if isinstance(row, Bunch):
            yield from _hits(row.rows)
        else:
            yield row
