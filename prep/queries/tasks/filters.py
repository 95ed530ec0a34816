"""What one line of a Tasks query may keep: every filter but the boolean ones.

A filter is a function of a task and of all tasks. The fields are tried in the plugin's own order
(``FilterParser.ts``), for that decides what ``done today`` means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from prep.patterns import lazy
from prep.queries.regex import PatternError, compiled
from prep.queries.tasks.line import INVALID, PRIORITIES
from prep.queries.tasks.settings import TYPES
from prep.queries.tasks.task import Task
from prep.queries.tasks.when import Range, parse_day, parse_range

Filter: TypeAlias = "Callable[[Task, Sequence[Task]], bool]"


class InstructionError(ValueError):
    """A line that is an instruction of a known kind, but a wrong one; says what is wrong."""


class Setting(NamedTuple):
    """What filters need to know beside the task: today, and the tag that marks tasks."""

    today: date
    global_filter: str = ""


_TEXTS: dict[str, Callable[[Task], Sequence[str]]] = {
    r"status\.name": lambda t: (t.task.status.name,),
    "path": lambda t: (t.path,),
    "folder": lambda t: (t.folder,),
    "root": lambda t: (t.root,),
    "tag|tags": lambda t: t.task.tags,
    "heading": lambda t: (t.heading,),
    "filename": lambda t: (t.filename,),
    "recurrence": lambda t: (t.task.recurrence,),
    "id": lambda t: (t.task.id,),
}
_DATES: dict[str, Callable[[Task], Sequence[str | None]]] = {
    "happens": lambda t: (t.task.start, t.task.scheduled, t.task.due),
    "cancelled": lambda t: (t.task.cancelled,),
    "created": lambda t: (t.task.created,),
    "starts": lambda t: (t.task.start,),
    "scheduled": lambda t: (t.task.scheduled,),
    "due": lambda t: (t.task.due,),
    "done": lambda t: (t.task.done,),
}
_TEXT_OPERATORS = "includes|does not include|regex matches|regex does not match"
_PRIORITY = lazy(
    r"priority(?:\s+is)?(?:\s+(above|below|not))?\s+(lowest|low|none|medium|high|highest)",
    re.IGNORECASE,
)
_PATTERN = lazy(r"/(.+)/([^/]*)")
_TEMPLATES = ("<%", "YYYY-MM-DD")


def read_filter(line: str, setting: Setting) -> Filter | None:
    """Read ``line`` as a filter, or None where it is none.

    Raises:
        InstructionError: it begins as one and then goes wrong.
    """
    plain = _PLAIN.get(line.lower())
    if plain:
        return plain
    for read in (_status_type, _priority, _date, _text, _function):
        found = read(line, setting)
        if found:
            return found
    return None


def _blocking(task: Task, all_tasks: Sequence[Task]) -> bool:
    if not task.task.id or task.task.status.done:
        return False
    return any(
        task.task.id in other.task.depends_on for other in all_tasks if not other.task.status.done
    )


def _blocked(task: Task, all_tasks: Sequence[Task]) -> bool:
    wanted = task.task.depends_on
    if not wanted or task.task.status.done:
        return False
    return any(other.task.id in wanted for other in all_tasks if not other.task.status.done)


def _top_level(task: Task, _all: Sequence[Task]) -> bool:
    indentation = task.task.indentation
    if ">" not in indentation:
        return not indentation
    return indentation.rpartition(">")[2] in {"", " "}


def _not(test: Filter) -> Filter:
    return lambda task, all_tasks: not test(task, all_tasks)


def _has(read: Callable[[Task], Sequence[object]]) -> Filter:
    return lambda task, _: any(value not in (None, "") for value in read(task))


def _invalid(read: Callable[[Task], Sequence[object]]) -> Filter:
    return lambda task, _: INVALID in read(task)


def _plain_filters() -> Iterator[tuple[str, Filter]]:
    """Give the instructions that are words alone."""
    tests: dict[str, Filter] = {
        "done": lambda task, _: task.task.status.done,
        "is recurring": lambda task, _: bool(task.task.recurrence),
        "is blocking": _blocking,
        "is blocked": _blocked,
    }
    yield "done", tests["done"]
    yield "not done", _not(tests["done"])
    for words in ("is recurring", "is blocking", "is blocked"):
        yield words, tests[words]
        yield words.replace("is ", "is not "), _not(tests[words])
    yield "exclude sub-items", _top_level
    fields: dict[str, Callable[[Task], Sequence[object]]] = {
        "id": lambda task: (task.task.id,),
        "depends on": lambda task: task.task.depends_on,
        "tag": lambda task: task.task.tags,
        "tags": lambda task: task.task.tags,
    }
    for name, read in _DATES.items():
        field = "start" if name == "starts" else name
        fields[f"{field} date"] = read
        if name != "happens":
            yield f"{field} date is invalid", _invalid(read)
    for name, values in fields.items():
        yield f"has {name}", _has(values)
        yield f"no {name}", _not(_has(values))


_PLAIN: Mapping[str, Filter] = dict(_plain_filters())


def _status_type(line: str, _setting: Setting) -> Filter | None:
    if not re.match(r"status\.type", line, re.IGNORECASE):
        return None
    found = re.fullmatch(r"status\.type (is|is not) ([^ ]+)", line, re.IGNORECASE)
    kind = found[2].upper() if found else ""
    if found is None or kind not in TYPES:
        raise InstructionError(f"status.type takes 'is' or 'is not' and one of {' '.join(TYPES)}")
    wanted = found[1].lower() == "is"
    return lambda task, _: (task.task.status.type == kind) == wanted


def _priority(line: str, _setting: Setting) -> Filter | None:
    found = _PRIORITY.fullmatch(line)
    if found is None:
        return None
    relation = (found[1] or "").lower()
    rank = PRIORITIES.index(found[2].lower().replace("none", "normal"))
    tests: dict[str, Filter] = {
        "above": lambda task, _: task.priority < rank,
        "below": lambda task, _: task.priority > rank,
        "not": lambda task, _: task.priority != rank,
        "": lambda task, _: task.priority == rank,
    }
    return tests[relation]


def _date(line: str, setting: Setting) -> Filter | None:
    found = _DATE_LINE.match(line)
    if found is None:
        return None
    for mark in _TEMPLATES:
        if mark in line:
            raise InstructionError(f"the line holds template text that was not filled in: {mark}")
    name = found["field"].lower()
    span = parse_range(found["date"], setting.today)
    if span is None:
        day = parse_day(found["rest"], setting.today)
        span = Range(day, day) if day else None
    if span is None:
        raise InstructionError(f"do not understand {name} date")
    test = _in_range((found["relation"] or "").lower(), span)
    read, missing = _DATES[name], name == "starts"
    return lambda task, _: any(missing if day is None else test(day) for day in read(task))


_DATE_LINE = lazy(
    rf"(?P<field>{'|'.join(_DATES)}) (?P<rest>(?P<relation>(?:on|in) or before|before"
    r"|(?:on|in) or after|after|on|in)? ?(?P<date>.*))",
    re.IGNORECASE,
)


def _in_range(relation: str, span: Range) -> Callable[[str], bool]:
    """Make the test of an ISO day; an invalid date is in no relation to any day."""
    start, end = span.start.isoformat(), span.end.isoformat()
    tests: dict[str, Callable[[str], bool]] = {
        "before": lambda day: day < start,
        "after": lambda day: day > end,
        "or before": lambda day: day <= end,
        "or after": lambda day: day >= start,
    }
    test = tests.get(relation.partition(" ")[2] or relation)

    def in_range(day: str) -> bool:
        return day != INVALID and (test(day) if test else start <= day <= end)

    return in_range


def _text(line: str, setting: Setting) -> Filter | None:
    found = _TEXT_LINE.match(line)
    if found is None or (found["many"] and found["field"].lower() not in {"tag", "tags"}):
        return None
    operator = (found["operator"] or found["many"]).lower()
    test = _text_test(line, operator, found["value"])
    wanted = "not" not in operator
    read = _reader(found["field"].lower(), setting)
    return lambda task, _: any(test(value) for value in read(task)) == wanted


_TEXT_LINE = lazy(
    rf"(?P<field>{'|'.join(_TEXTS)}|description) "
    rf"(?:(?P<operator>{_TEXT_OPERATORS})|(?P<many>include|do not include)) (?P<value>.*)",
    re.IGNORECASE,
)


def _reader(name: str, setting: Setting) -> Callable[[Task], Sequence[str]]:
    if name == "description":
        return lambda task: (described(task, setting.global_filter),)
    return next(read for names, read in _TEXTS.items() if re.fullmatch(names, name))


def described(task: Task, global_filter: str) -> str:
    """Give the description without the tag that marks tasks."""
    return task.task.description.replace(global_filter, "", 1).strip()


def _text_test(line: str, operator: str, value: str) -> Callable[[str], bool]:
    if "include" in operator:
        needle = value.lower()
        return lambda text: needle in text.lower()
    pattern = _PATTERN.fullmatch(value)
    if pattern is None:
        raise InstructionError(f"a regular expression has to stand between slashes: {line!r}")
    try:
        expression = compiled(pattern[1], pattern[2])
    except PatternError as error:
        raise InstructionError(str(error)) from None
    return lambda text: expression.search(text) is not None


def _function(line: str, _setting: Setting) -> Filter | None:
    if re.match(r"filter by function ", line, re.IGNORECASE):
        raise InstructionError("'filter by function' is not supported: it runs JavaScript")
    return None
