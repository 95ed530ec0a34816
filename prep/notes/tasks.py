"""Tasks of a note, in every dialect, as one record.

Check boxes with the fields of the Tasks plugin (emoji) and of Dataview (brackets), Logseq's markers
and stamps, ``TODO:`` and ``ACTION 12.1:`` lines, and the plain bullets under a heading that says
they are actions. Unlike the plugins, which must agree with their own displays, fields are read
wherever in the line they stand, for both formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from prep.dates import find_due
from prep.model.note import Episode, Task
from prep.notes import days, tabled, taskwords
from prep.notes.days import Manner
from prep.notes.inline import tags as tags_of
from prep.notes.row import Row
from prep.notes.tabled import Columns
from prep.notes.taskwords import Marks
from prep.patterns import lazy

_MARKER = lazy(
    r"(TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|IN-PROGRESS|CANCELLED|CANCELED)(?:\s+|$)"
    r"(?:\[#([ABC])\]\s*)?"
)
_ACTION = lazy(
    r"(?:\*\*|__)?(?:TODO|TO-DO|ACTION(?: ITEM)?|ACTIONS?|AI|FIXME)(?:\s+#?[\d.-]+)?"
    r"(?:\*\*|__)?\s*:(?:\*\*|__)?\s*(?=\S)"
)
_SECTION = lazy(
    r"(?:new |open |joint |key |outstanding |next )*"
    r"(?:action items?|actions(?: required)?|to[- ]?dos?|tasks|follow[- ]?ups?|next steps?"
    r"|commitments)(?: (?:for|from) [^:]*| \([^)]*\))?\s*:?$",
    re.IGNORECASE,
)
_TURN = lazy(r"[^\s:][^:\n]{0,30}:\s")
_CLOSED = lazy(
    r"(?:closed|done|completed?|resolved|finished)(?:\s+(?:actions?|items?|tasks))?:?$",
    re.IGNORECASE,
)
_STATUS = lazy(
    r"\bstatus\s*:\**\s*(?:is\s+)?(?:closed|done|completed?|resolved|finished)\b", re.IGNORECASE
)
_FOR = lazy(r"\(for ([^)]{2,30})\)")
_NOTHING = lazy(r"(?:_|\*)?\(?(?:none|n/?a|nothing|tbd|no action items?)\b", re.IGNORECASE)
_LOGSEQ = {
    "TODO": " ", "LATER": " ", "NOW": "/", "DOING": "/", "IN-PROGRESS": "/", "WAIT": "?",
    "WAITING": "?", "DONE": "x", "CANCELED": "-", "CANCELLED": "-",
}  # fmt: skip
_LETTER = {"A": "high", "B": "medium", "C": "low"}
_OPENERS = frozenset(("TO", "DO", "LA", "NO", "WA", "IN", "CA", "AC", "AI", "FI", "**", "__"))
"""How a line begins that a marker or a label may make a task: looked at before any pattern."""
_DUE_WITHIN = 300
"""Characters of a task in which the day it is due is looked for."""
_DONE = frozenset("xX-")
_BOXLESS = frozenset({"label", "section", "table"})
_LONGEST = 40
"""Characters of a heading that says that its bullets are actions; a longer one is a sentence."""


class Surroundings(NamedTuple):
    """A note's rows, with what their tasks take from around them.

    ``heading`` and ``episode``: for each row the heading above it, and the number of its episode,
    whose day is the one from which "by Friday" is read. ``due``: the page's own due day.
    """

    rows: Sequence[Row]
    heading: Sequence[int | None]
    episode: Sequence[int]
    episodes: Sequence[Episode]
    due: str | None = None
    manner: Manner = days.ENGLISH


class _Turns:
    """Whether a line is somebody speaking: the same name stands before a colon elsewhere too."""

    __slots__ = ("_around", "_headings")

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._headings: dict[str, set[int | None]] | None = None

    def elsewhere(self, text: str, here: int | None) -> bool:
        """Whether the label of ``text``, if it has one, begins a line below another heading."""
        found_ = _TURN.match(text)
        if not found_:
            return False
        if self._headings is None:
            self._headings = {}
            for row, heading in zip(self._around.rows, self._around.heading, strict=True):
                label = _TURN.match(row.text)
                if label:
                    self._headings.setdefault(label[0], set()).add(heading)
        return bool(self._headings.get(found_[0], set()) - {here})


def found(around: Surroundings) -> tuple[Task, ...]:
    """Find the tasks of a note, in the order of their lines."""
    return tuple(_tasks(around))


def _tasks(around: Surroundings) -> Iterator[Task]:
    names: Columns | None = None
    turns = _Turns(around)
    sections = _sections(around)
    for index, row in enumerate(around.rows):
        kind = row.kind
        if row.status is not None:
            yield _task(index, row.text, row.status, "box", around)
        elif kind == "row":
            names = tabled.columns(row.text) if row.level == 0 else names
            if row.level and names is not None:
                yield from _tabled(index, names, around)
        elif kind == "item":
            if around.heading[index] in sections or row.text[:2] in _OPENERS:
                yield from _boxless(index, around, turns, sections)
        elif kind == "paragraph" and row.text[:2] in _OPENERS:
            yield from _boxless(index, around, turns, sections)


def _boxless(
    index: int, around: Surroundings, turns: _Turns, sections: Mapping[int | None, str]
) -> Iterator[Task]:
    """Give the task of a line without a check box; in a transcript there is none."""
    if around.episodes[around.episode[index]].kind == "transcript":
        return
    task = _marked(index, around)
    row, heading = around.rows[index], around.heading[index]
    if task is None and row.kind == "item" and not row.level and heading in sections:
        task = _listed(index, around, turns, sections[heading])
    if task is not None:
        yield task


def _marked(index: int, around: Surroundings) -> Task | None:
    """Return the task of a line that a marker or a label makes one."""
    row = around.rows[index]
    if row.text[:2] not in _OPENERS:
        return None
    marker = _MARKER.match(row.text) if row.kind == "item" else None
    if marker:
        task = _task(index, row.text[marker.end() :], _LOGSEQ[marker[1]], "logseq", around)
        return task._replace(priority=_LETTER[marker[2]]) if marker[2] else task
    action = _ACTION.match(row.text)
    return _task(index, row.text[action.end() :], " ", "label", around) if action else None


def _sections(around: Surroundings) -> dict[int | None, str]:
    """Return the headings whose plain bullets are tasks, with the owner that they name.

    A label between the two (``**Otto:**``) and ``(for Otto)`` in the heading name it.
    """
    found_: dict[int | None, str] = {}
    for above, row in enumerate(around.rows):
        if row.kind != "heading":
            continue
        heading, owner = row.text.strip("*_ "), ""
        if not row.marked and not _SECTION.match(heading):
            owner, heading = heading.rstrip(":* "), _heading(around.heading[above], around)
        if len(heading) <= _LONGEST and _SECTION.match(heading):
            named = _FOR.search(heading)
            found_[above] = owner or (named[1] if named else "")
    return found_


def _listed(index: int, around: Surroundings, turns: _Turns, owner: str) -> Task | None:
    """Return the task of a plain bullet under a heading that says so."""
    text = around.rows[index].text
    if len(text) < 4 or _NOTHING.match(text) or turns.elsewhere(text, around.heading[index]):
        return None
    task = _task(index, text, " ", "section", around)
    return task._replace(owners=(owner,)) if owner and not task.owners else task


def _tabled(index: int, names: Columns, around: Surroundings) -> Iterator[Task]:
    """Give the task of a row below a header ``| Action | Owner | Due |``."""
    cells = tabled.cells(around.rows[index].text, names)
    if cells is None or _NOTHING.match(cells.action):
        return
    due = f" [due:: {cells.due}]" if cells.due else ""
    task = _task(index, f"{cells.action}{due}", " ", "table", around)
    owners = cells.owners or task.owners
    yield task._replace(owners=owners, done=task.done or bool(_CLOSED.match(cells.status)))


def _heading(above: int | None, around: Surroundings) -> str:
    return around.rows[above].text.strip("*_ ") if above is not None else ""


def _task(index: int, text: str, status: str, dialect: str, around: Surroundings) -> Task:
    row = around.rows[index]
    rest, marks = taskwords.cut(text)
    done = status in _DONE or (dialect in _BOXLESS and _is_closed(index, around))
    due, due_raw = days.day_in(marks.get("due", "")), marks.get("due", "")
    if not due and not done:
        due, due_raw = _due(index, rest, due_raw, around)
    words, owners = taskwords.owners(rest, marks)
    return Task(
        block=index,
        line=row.line,
        end_line=row.end,
        text=taskwords.tidy(words),
        status=status,
        done=done,
        proposed=status == "?",
        owners=owners,
        due=due,
        due_raw=due_raw,
        scheduled=_day(marks, "scheduled"),
        start=_day(marks, "start"),
        completed=_day(marks, "completed") or _day(marks, "cancelled"),
        priority=marks.get("priority", ""),
        recurrence=marks.get("recurrence", ""),
        tags=tuple(tags_of(rest)),
        dialect=dialect,
    )


def _due(index: int, text: str, raw: str, around: Surroundings) -> tuple[str | None, str]:
    """Return the due day that a field's words or the task's own say, else the page's."""
    base = around.episodes[around.episode[index]].day
    due = find_due(
        raw or days.unaddressed(text[:_DUE_WITHIN]),
        base=base,
        language=around.manner.language,
        dayfirst=around.manner.dayfirst,
    )
    if due:
        return due.day, raw or due.raw
    return (None, raw) if raw else (around.due, "")


def _is_closed(index: int, around: Surroundings) -> bool:
    """Whether a task without a box is closed by its own words, or by the heading above it."""
    text = around.rows[index].text
    struck = text.startswith("~~") and text.rstrip().endswith("~~")
    return struck or bool(
        _STATUS.search(text) or _CLOSED.match(_heading(around.heading[index], around))
    )


def _day(marks: Marks, name: str) -> str | None:
    return days.day_in(marks[name]) if name in marks else None
