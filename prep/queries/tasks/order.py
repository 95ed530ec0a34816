"""``sort by`` and ``group by`` of Tasks queries."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from prep.patterns import lazy
from prep.queries.collate import numeric_key
from prep.queries.tasks.filters import InstructionError, Setting, described
from prep.queries.tasks.line import INVALID
from prep.queries.tasks.task import Task, urgency

Key: TypeAlias = "Callable[[Task], Any]"
Names: TypeAlias = "Callable[[Task], tuple[str, ...]]"


class Sorting(NamedTuple):
    """One ``sort by``: a key, and whether it goes the other way."""

    key: Key
    reverse: bool = False


class Grouping(NamedTuple):
    """One ``group by``: the headings that a task goes under, and whether they go backwards."""

    names: Names
    reverse: bool = False


_LEADING_LINK = lazy(r"^\[\[?([^\]]*)\]\]?")
_LEADING_STYLES = tuple(
    re.compile(pattern)
    for pattern in (
        r"^\*\*([^*]+)\*\*",
        r"^\*([^*]+)\*",
        r"^==([^=]+)==",
        r"^__([^_]+)__",
        r"^_([^_]+)_",
    )
)
_SORT = lazy(r"sort by (?P<rest>.*)", re.IGNORECASE)
_GROUP = lazy(r"group by (?P<field>.*?)(?P<reverse> reverse)?", re.IGNORECASE)


def _day_key(day: str | None) -> tuple[int, str]:
    """Give invalid days first, then days in order, then tasks without one."""
    if day is None:
        return 2, ""
    return (0, "") if day == INVALID else (1, day)


def _plain_start(text: str) -> str:
    """Give a description without the markup that it begins with."""
    link = _LEADING_LINK.match(text)
    if link:
        shown = link[1][link[1].find("|") + 1 :]
        text = shown + text[link.end() :]
    for style in _LEADING_STYLES:
        text = style.sub(r"\1", text, count=1)
    return text


def _random(description: str, today: date) -> int:
    """Give the plugin's order of the day: a hash of the day and the description."""
    value = 9
    text = f"{today.year}-{today.isoformat()[5:]} {description}"
    for unit in text.encode("utf-16-le", "surrogatepass")[::2]:
        value = (value ^ unit) * 9**9 & 0xFFFFFFFF
    value ^= value >> 9
    return value - (1 << 32) if value >> 31 else value


def _sort_keys(setting: Setting) -> dict[str, Key]:
    """Give the keys by the names that sort instructions begin with, in the plugin's order."""
    today = setting.today
    return {
        "status.name": lambda t: numeric_key(t.task.status.name),
        "status.type": lambda t: numeric_key(t.task.status.group),
        "status": lambda t: t.task.status.done,
        "recurring": lambda t: not t.task.recurrence,
        "priority": lambda t: t.priority,
        "happens": lambda t: _day_key(t.happens),
        "cancelled": lambda t: _day_key(t.task.cancelled),
        "created": lambda t: _day_key(t.task.created),
        "start": lambda t: _day_key(t.task.start),
        "scheduled": lambda t: _day_key(t.task.scheduled),
        "due": lambda t: _day_key(t.task.due),
        "done": lambda t: _day_key(t.task.done),
        "path": lambda t: numeric_key(t.path),
        "description": lambda t: numeric_key(_plain_start(described(t, setting.global_filter))),
        "heading": lambda t: numeric_key(t.heading),
        "filename": lambda t: numeric_key(t.filename),
        "urgency": lambda t: -urgency(t, today),
        "id": lambda t: numeric_key(t.task.id),
        "random": lambda t: _random(t.task.description, today),
    }


def read_sort(line: str, setting: Setting) -> Sorting | None:
    """Read a ``sort by`` line; what follows a field's name and ``reverse`` does not count.

    Raises:
        InstructionError: it asks for JavaScript.
    """
    found = _SORT.fullmatch(line)
    if found is None:
        return None
    rest = found["rest"].lower()
    if rest.startswith("function"):
        raise InstructionError("'sort by function' is not supported: it runs JavaScript")
    if rest.startswith("tag"):
        return _tag_sort(rest)
    for name, key in _sort_keys(setting).items():
        if rest.startswith(name):
            return Sorting(key, rest[len(name) :].startswith(" reverse"))
    return None


def _tag_sort(rest: str) -> Sorting:
    found = re.match(r"tag( reverse)?\s*(\d+)?", rest)
    number = int(found[2]) if found and found[2] else 1

    def key(task: Task) -> tuple[int, Any]:
        tags = task.task.tags
        if not tags:
            return 2, ()
        return (0, numeric_key(tags[number - 1])) if len(tags) >= number > 0 else (1, ())

    return Sorting(key, bool(found and found[1]))


def default_sorts(setting: Setting) -> tuple[Sorting, ...]:
    """Give what orders tasks after all that the query asks for."""
    keys = _sort_keys(setting)
    names = ("status.type", "urgency", "due", "priority", "path")
    return tuple(Sorting(keys[name]) for name in names)


def _day_names(field: str, read: Callable[[Task], str | None]) -> Names:
    def names(task: Task) -> tuple[str, ...]:
        day = read(task)
        if day is None:
            return (f"No {field} date",)
        if day == INVALID:
            return (f"%%0%% Invalid {field} date",)
        return (f"{day} {date.fromisoformat(day):%A}",)

    return names


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("_", "\\_")


def _backlink(task: Task) -> str:
    name = task.filename[:-3]
    if not task.heading:
        return f"[[{name}]]"
    return f"[[{name}#{task.heading}|{name} > {task.heading}]]"


def _group_names(setting: Setting) -> dict[str, Names]:
    return {
        "status.name": lambda t: (t.task.status.name,),
        "status.type": lambda t: (t.task.status.group,),
        "status": lambda t: ("Done" if t.task.status.done else "Todo",),
        "recurring": lambda t: ("Recurring" if t.task.recurrence else "Not Recurring",),
        "priority": lambda t: (f"%%{t.priority}%%{t.task.priority.title()} priority",),
        "happens": _day_names("happens", lambda t: t.happens),
        "cancelled": _day_names("cancelled", lambda t: t.task.cancelled),
        "created": _day_names("created", lambda t: t.task.created),
        "start": _day_names("start", lambda t: t.task.start),
        "scheduled": _day_names("scheduled", lambda t: t.task.scheduled),
        "due": _day_names("due", lambda t: t.task.due),
        "done": _day_names("done", lambda t: t.task.done),
        "path": lambda t: (_escaped(t.path.replace(".md", "", 1)),),
        "folder": lambda t: (_escaped(t.folder),),
        "root": lambda t: (_escaped(t.root),),
        "backlink": lambda t: (_backlink(t),),
        "tags": lambda t: t.task.tags or ("(No tags)",),
        "heading": lambda t: (t.heading or "(No heading)",),
        "filename": lambda t: (f"[[{t.filename[:-3]}]]",),
        "urgency": lambda t: (f"{urgency(t, setting.today):.2f}",),
        "recurrence": lambda t: (t.task.recurrence or "None",),
        "id": lambda t: (t.task.id,),
    }


def read_group(line: str, setting: Setting) -> Grouping | None:
    """Read a ``group by`` line.

    Raises:
        InstructionError: it asks for JavaScript.
    """
    found = _GROUP.fullmatch(line)
    if found is None:
        return None
    field = found["field"].lower()
    if field.startswith("function"):
        raise InstructionError("'group by function' is not supported: it runs JavaScript")
    names = _group_names(setting).get(field)
    if names is None:
        return None
    # the most urgent come first, though headings go upwards by name
    return Grouping(names, bool(found["reverse"]) != (field == "urgency"))
