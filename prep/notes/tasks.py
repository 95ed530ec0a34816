"""Tasks of a note, in every dialect, as one record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.model.note import Task
from prep.notes import days
from prep.notes.inline import tags as tags_of
from prep.notes.row import Row

_EMOJI = {
    "📅": "due", "📆": "due", "🗓": "due", "⏳": "scheduled", "⌛": "scheduled", "🛫": "start",
    "➕": "created", "✅": "completed", "❌": "cancelled", "🔁": "recurrence", "🏁": "oncompletion",
    "🆔": "id", "⛔": "dependson",
}  # fmt: skip
_PRIORITY = {"🔺": "highest", "⏫": "high", "🔼": "medium", "🔽": "low", "⏬": "lowest"}
_LETTER = {"A": "high", "B": "medium", "C": "low"}
_EMOJI_FIELD = re.compile(
    r"\s*(?:([📅📆🗓⏳⌛🛫➕✅❌])\ufe0f?\s*(\d{4}-\d{2}-\d{2})|(🔁)\ufe0f?\s*([\w, !]+)"
    r"|([🏁🆔⛔])\ufe0f?\s*([\w, -]+)|([🔺⏫🔼🔽⏬])\ufe0f?)"
)
_BRACKET = re.compile(r"\s*[\[(]([A-Za-z_ -]{1,24})::\s*([^\[\]()]*)[\])],?")
_MARKER = re.compile(
    r"(TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|IN-PROGRESS|CANCELLED|CANCELED)(?::\s*|\s+)(?:\[#([ABC])\]\s*)?"
)
_ACTION = re.compile(
    r"(?:\*\*|__)?(?:TODO|ACTION(?: ITEM)?|AI|FIXME)(?:\*\*|__)?\s*:(?:\*\*|__)?\s*"
)
_STAMP = re.compile(r"\n?\s*(SCHEDULED|DEADLINE):\s*<(\d{4}-\d{2}-\d{2})[^>]*>")
_OWNER = re.compile(r"(?<![\w@.])@([\w][\w.-]*\w|\w)")
_BLOCK_ID = re.compile(r"\s\^[A-Za-z0-9-]+$")
_STATES = {
    "TODO": " ", "LATER": " ", "NOW": "/", "DOING": "/", "IN-PROGRESS": "/", "WAIT": "?",
    "WAITING": "?", "DONE": "x", "CANCELED": "-", "CANCELLED": "-",
}  # fmt: skip
_NAMES = {
    "due": "due", "duetime": "due", "dueday": "due", "deadline": "due", "scheduled": "scheduled",
    "start": "start", "completion": "completed", "completed": "completed", "done": "completed",
    "cancelled": "cancelled", "repeat": "recurrence", "priority": "priority", "created": "created",
    "owner": "owner", "assignee": "owner", "who": "owner", "id": "id", "dependson": "dependson",
}  # fmt: skip
_DONE = frozenset("xX-")


def of_rows(rows: Sequence[Row], *, page_due: str | None = None) -> tuple[Task, ...]:
    """Find the tasks of a note; ``page_due`` is the due day of each that has none of its own."""
    found = []
    for index, row in enumerate(rows):
        task = _of_row(index, row)
        if task is not None:
            if page_due and not task.due and not task.done:
                task = task._replace(due=page_due)
            found.append(task)
    return tuple(found)


def _of_row(index: int, row: Row) -> Task | None:
    if row.status is not None:
        return _task(index, row, row.text, row.status, "box")
    if row.kind not in ("item", "paragraph"):
        return None
    text = row.text
    if not text[:1].isupper() and text[:1] not in "*_":
        return None
    marker = _MARKER.match(text) if row.kind == "item" else None
    if marker and ":" not in marker[0]:
        task = _task(index, row, text[marker.end() :], _STATES[marker[1]], "logseq")
        return task._replace(priority=_LETTER[marker[2]]) if marker[2] else task
    action = _ACTION.match(text)
    if action and len(text) > action.end():
        return _task(index, row, text[action.end() :], " ", "label")
    return None


def _task(index: int, row: Row, text: str, status: str, dialect: str) -> Task:
    values: dict[str, str] = {}
    rest = _BLOCK_ID.sub("", text)
    if not rest.isascii():
        rest = _EMOJI_FIELD.sub(lambda found: _emoji(found, values), rest)
    if "::" in rest:
        rest = _BRACKET.sub(lambda found: _bracket(found, values), rest)
    if ": <" in rest:
        rest = _STAMP.sub(lambda found: _stamp(found, values), rest)
    tags = tuple(tags_of(rest))
    owners = tuple(_OWNER.findall(rest)) if "@" in rest else ()
    if "owner" in values:
        owners = (*owners, values["owner"].strip("[]@ "))
    return Task(
        block=index,
        line=row.line,
        end_line=row.end,
        text=" ".join(rest.split()),
        status=status,
        done=status in _DONE,
        proposed=status == "?",
        owners=owners,
        due=days.day_in(values.get("due", "")),
        due_raw=values.get("due", ""),
        scheduled=days.day_in(values.get("scheduled", "")),
        start=days.day_in(values.get("start", "")),
        completed=days.day_in(values.get("completed", values.get("cancelled", ""))),
        priority=values.get("priority", ""),
        recurrence=values.get("recurrence", "").strip(),
        tags=tags,
        dialect=dialect,
    )


def _emoji(found: re.Match[str], values: dict[str, str]) -> str:
    if found[1]:
        values.setdefault(_EMOJI[found[1]], found[2])
    elif found[7]:
        values.setdefault("priority", _PRIORITY[found[7]])
    else:
        values.setdefault(_EMOJI[found[3] or found[5]], found[4] or found[6])
    return ""


def _bracket(found: re.Match[str], values: dict[str, str]) -> str:
    name = _NAMES.get(found[1].lower().replace(" ", "").replace("-", "").replace("_", ""))
    if name is None:
        return found[0]
    values.setdefault(name, found[2].strip())
    return ""


def _stamp(found: re.Match[str], values: dict[str, str]) -> str:
    values.setdefault("due" if found[1] == "DEADLINE" else "scheduled", found[2])
    return ""
