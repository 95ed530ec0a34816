"""Values and results as JSON, in the encoding that `prep query -f json` promises.

``{"$date": …}`` an ISO date, or date and time without offset; ``{"$dur": …}`` the units that are
not zero; ``{"$link": …}``; ``{"$pair": [key, value]}``. Numbers that JSON does not have are null.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from prep.queries.durations import Duration
from prep.queries.result import Hit, Result
from prep.queries.values import ExternalLink, Link, Pair, Value, kind_of, text_of

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_MAX_DEPTH = 20
"""A task's children and their parents' page may hold each other's whole pages; no deeper."""


def encode_value(value: Value, depth: int = 0) -> Json:
    """Give ``value`` as JSON data."""
    if depth > _MAX_DEPTH:
        return None
    if isinstance(value, list):
        return [encode_value(item, depth + 1) for item in value]
    if isinstance(value, Mapping):
        return {key: encode_value(value[key], depth + 1) for key in value}
    encode = _ENCODERS.get(kind_of(value))
    return encode(value) if encode else "<function>"


def _number(value: float) -> Json:
    return value if math.isfinite(value) else None


def _date(value: datetime) -> Json:
    form = "%Y-%m-%dT%H:%M:%S" if value.time() != datetime.min.time() else "%Y-%m-%d"
    text = value.strftime(form).zfill(10)
    milli = value.microsecond // 1000
    return {"$date": f"{text}.{milli:03}" if milli else text}


def _duration(value: Duration) -> Json:
    return {"$dur": dict(value.items())}


def _link(value: Link) -> Json:
    return {
        "$link": {
            "path": value.path,
            "type": value.kind,
            "subpath": value.subpath,
            "display": value.display,
            "embed": value.embed,
        }
    }


def _widget(value: Pair | ExternalLink) -> Json:
    if isinstance(value, Pair):
        return {"$pair": [encode_value(value.key), encode_value(value.value)]}
    return text_of(value)


def _same(value: Json) -> Json:
    return value


_ENCODERS: dict[str, Callable[..., Json]] = {
    "null": _same,
    "boolean": _same,
    "number": _number,
    "string": _same,
    "date": _date,
    "duration": _duration,
    "link": _link,
    "widget": _widget,
}


def encode_result(result: Result) -> list[Json]:
    """Give the rows of ``prep query -f json``, in the query's order and without its groups.

    A task is ``{"path", "line", "text", "status"}``, its line from 1 in the file on disk; a LIST
    row its value, or ``{"key", "value"}`` where the query names a value beside the row's id; a
    TABLE row an object keyed by the headers.
    """
    if result.kind in {"task", "tasks"}:
        return [_hit(hit) for hit in result.hits]
    if result.kind == "list":
        return [_row(line.values[0]) for line in result.lines]
    return [
        {name: encode_value(value) for name, value in zip(result.names, line.values, strict=True)}
        for line in result.lines
    ]


def _hit(hit: Hit) -> Json:
    return {
        "path": hit.place.path,
        "line": hit.place.line,
        "text": hit.text,
        "status": hit.status,
    }


def _row(value: Value) -> Json:
    if isinstance(value, Pair):
        return {"key": encode_value(value.key), "value": encode_value(value.value)}
    return encode_value(value)
