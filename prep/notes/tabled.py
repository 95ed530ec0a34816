"""Tables of actions: which column holds what, by the words of the header."""

from __future__ import annotations

from typing import NamedTuple

from prep.notes import values
from prep.patterns import lazy

_ACTION = frozenset(
    {"action", "actions", "actionitem", "actionitems", "task", "tasks", "commitment", "todo",
     "nextstep", "nextsteps", "followup", "followups", "deliverable"}
)  # fmt: skip
_OWNER = frozenset(
    {"owner", "owners", "who", "responsible", "assignee", "assigned", "assignedto", "lead", "dri",
     "person", "name"}
)  # fmt: skip
_DUE = frozenset(
    {"due", "duedate", "dueby", "bywhen", "deadline", "when", "date", "targetdate", "eta"}
)
_STATUS = frozenset({"status", "state", "done", "progress"})
_OWNERS = lazy(r"\s*(?:,|;|&|/|\band\b)\s*")


class Columns(NamedTuple):
    """Where the columns of a table of actions stand, -1 for one it does not have."""

    action: int
    owner: int
    due: int
    status: int
    width: int


class Cells(NamedTuple):
    """One action of a table."""

    action: str
    owners: tuple[str, ...]
    due: str
    status: str


def columns(header: str) -> Columns | None:
    """Read a header, its cells joined by `` | ``; None where it lists no actions.

    A column of actions alone does not make one: there must be an owner or a day beside it.
    """
    names = [values.key(name) for name in header.split(" | ")]
    action, owner, due, status = (
        next((index for index, name in enumerate(names) if name in words), -1)
        for words in (_ACTION, _OWNER, _DUE, _STATUS)
    )
    if action < 0 or (owner < 0 and due < 0):
        return None
    return Columns(action, owner, due, status, len(names))


def cells(row: str, names: Columns) -> Cells | None:
    """Read a row below such a header; None where it has other columns or no action."""
    parts = row.split(" | ")
    if len(parts) != names.width or values.missing(parts[names.action]):
        return None
    owner, due, status = (
        parts[index] if index >= 0 and not values.missing(parts[index]) else ""
        for index in (names.owner, names.due, names.status)
    )
    owners = tuple(name.strip("@[]* ") for name in _OWNERS.split(owner) if name.strip("@[]* "))
    return Cells(parts[names.action], owners, due.strip("[]*"), status.strip("*_ "))
