"""One line of a note as the Tasks plugin reads it, in its emoji or its Dataview format.

Fields are read from the line's end, over and over, until none is left there
(``TaskSerializer/DefaultTaskSerializer.ts``); what then remains is the description. A date that
has the shape of one but is none counts as an invalid date, not as missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from prep.patterns import lazy
from prep.queries.tasks.recurrence import canonical_rule
from prep.queries.tasks.settings import Settings, Status

INVALID = "Invalid date"
"""Stands where a line has something of a date's shape that is no day."""

PRIORITIES = ("highest", "high", "medium", "normal", "low", "lowest")
"""Most important first; a task without a priority is normal."""

_TASK = lazy(r"^([\s>]*)([-*+]|[0-9]+[.)]) +\[(.)\] *(.*)")
_BLOCK_LINK = lazy(r" \^[a-zA-Z0-9-]+$")
TAGS = lazy(r"(?:^|\s)#[^ !@#$%^&*(),.?\":{}|<>]+")
_LAST_TAG = lazy(TAGS.pattern + r"\Z")
_DAY = r"(\d{4}-\d{2}-\d{2})"
_ID = "[a-zA-Z0-9-_]+"
_IDS = rf"({_ID}(?: *, *{_ID} *)*)"
_RULE = "([a-zA-Z0-9, !]+)"
_PASSES = 21

_EMOJI_SHAPES = (
    ("priority", "(🔺|⏫|🔼|🔽|⏬)", ""), ("done", "✅", _DAY), ("cancelled", "❌", _DAY),
    ("due", "(?:📅|📆|🗓)", _DAY), ("scheduled", "(?:⏳|⌛)", _DAY), ("start", "🛫", _DAY),
    ("created", "➕", _DAY), ("recurrence", "🔁", _RULE), ("on_completion", "🏁", "([a-zA-Z]+)"),
    ("tag", "", ""), ("id", "🆔", f"({_ID})"), ("depends_on", "⛔", _IDS),
)  # fmt: skip
_DATAVIEW_SHAPES = (
    ("priority", "priority", "(highest|high|medium|low|lowest)"), ("done", "completion", _DAY),
    ("cancelled", "cancelled", _DAY), ("due", "due", _DAY), ("scheduled", "scheduled", _DAY),
    ("start", "start", _DAY), ("created", "created", _DAY), ("recurrence", "repeat", _RULE),
    ("on_completion", "onCompletion", "([a-zA-Z]+)"), ("tag", "", ""), ("id", "id", f"({_ID})"),
    ("depends_on", "dependsOn", _IDS),
)  # fmt: skip
_EMOJI_PRIORITY = {"🔺": "highest", "⏫": "high", "🔼": "medium", "🔽": "low", "⏬": "lowest"}


class TaskLine(NamedTuple):
    """A task by its own line. Days are ISO, :data:`INVALID` or None; texts are "" where missing."""

    indentation: str
    marker: str
    status: Status
    description: str
    priority: str = "normal"
    created: str | None = None
    start: str | None = None
    scheduled: str | None = None
    due: str | None = None
    done: str | None = None
    cancelled: str | None = None
    recurrence: str = ""
    on_completion: str = ""
    id: str = ""
    depends_on: tuple[str, ...] = ()
    block_link: str = ""
    tags: tuple[str, ...] = ()
    scheduled_inferred: bool = False


def parse_line(line: str, settings: Settings, fallback: str | None = None) -> TaskLine | None:
    """Read ``line``, or None where it is no task of this plugin.

    ``fallback``: the ISO day on which a task without any date is taken to be scheduled.
    """
    found = _TASK.match(line)
    if found is None:
        return None
    body = found[4].strip()
    link = _BLOCK_LINK.search(body)
    body = body[: link.start()].strip() if link else body
    if settings.global_filter not in body:
        return None
    fields, description = _taken_from_end(body, _PATTERNS[settings.format])
    inferred = fallback is not None and not fields.keys() & {"start", "scheduled", "due"}
    task = TaskLine(
        found[1], found[2], settings.status(found[3]), description,
        block_link=link[0] if link else "",
        tags=_tags(description, settings.global_filter),
        scheduled_inferred=inferred,
    )  # fmt: skip
    if inferred:
        fields["scheduled"] = fallback
    values = _values(fields)
    reference = values.get("due") or values.get("scheduled") or values.get("start")
    if reference == INVALID and not str(values.get("recurrence")).endswith(" when done"):
        # a rule counts from that day, and without it the plugin drops the rule
        values.pop("recurrence", None)
    return task._replace(**values)  # type: ignore[arg-type] # the keys are those of the shapes


def _tags(description: str, global_filter: str) -> tuple[str, ...]:
    found = (tag.strip() for tag in TAGS.findall(description))
    return tuple(tag for tag in found if tag != global_filter)


def _taken_from_end(
    body: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]
) -> tuple[dict[str, str | None], str]:
    """Cut fields off the end until none is left; tags are cut too, and put back in the end."""
    fields: dict[str, str | None] = {}
    tags: list[str] = []
    for _ in range(_PASSES):
        before = body
        for name, pattern in patterns:
            found = pattern.search(body)
            if found is None:
                continue
            body = body[: found.start()].strip()
            if name == "tag":
                tags.insert(0, found[0].strip())
            else:
                fields[name] = found[1]
        if body == before:
            break
    return fields, " ".join(part for part in (body, *tags) if part)


def _values(fields: Mapping[str, str | None]) -> dict[str, object]:
    return {
        name: _READERS.get(name, day_of)(raw) for name, raw in fields.items() if raw is not None
    }


def day_of(raw: str) -> str:
    """Give the ISO day, or :data:`INVALID` where there is no such day."""
    try:
        return date.fromisoformat(raw).isoformat()
    except ValueError:
        return INVALID


def _on_completion(raw: str) -> str:
    action = raw.strip().lower()
    return action if action in {"delete", "keep"} else ""


def _same(raw: str) -> str:
    return raw


def _ids(raw: str) -> tuple[str, ...]:
    return tuple(part for part in raw.replace(" ", "").split(",") if part)


_READERS: dict[str, Callable[[str], object]] = {
    "priority": lambda raw: _EMOJI_PRIORITY.get(raw, raw),
    "recurrence": lambda raw: canonical_rule(raw.strip()),
    "on_completion": _on_completion,
    "id": _same,
    "depends_on": _ids,
}


def _emoji_pattern(name: str, mark: str, value: str) -> tuple[str, re.Pattern[str]]:
    if name == "tag":
        return name, _LAST_TAG
    gap = " *" if value else ""
    return name, re.compile(rf"{mark}\uFE0F?{gap}{value}\Z", re.ASCII)


def _dataview_pattern(name: str, key: str, value: str) -> tuple[str, re.Pattern[str]]:
    if name == "tag":
        return name, _LAST_TAG
    bracket = r"(?:(?=[^\]]+\])\[|(?=[^)]+\))\()"
    return name, re.compile(rf"{bracket} *{key}:: *{value} *[)\]](?: *,)?\Z", re.ASCII)


_PATTERNS = {
    "emoji": tuple(_emoji_pattern(*shape) for shape in _EMOJI_SHAPES),
    "dataview": tuple(_dataview_pattern(*shape) for shape in _DATAVIEW_SHAPES),
}
