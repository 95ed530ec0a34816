"""Constructors: ``date()``, ``dur()``, ``link()``, ``list()`` and so on."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from prep.patterns import lazy
from prep.queries import literals
from prep.queries.dateformat import parse_date
from prep.queries.errors import RowError
from prep.queries.functions.overloads import Function, nothing, nulls
from prep.queries.operators import tidy
from prep.queries.values import ExternalLink, Link, Value, kind_of, text_of

if TYPE_CHECKING:
    from prep.queries.evaluate import Context

_NUMBER = lazy(literals.NUMBER)
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 -- local time has no zone here


def _list(_context: Context, *items: Value) -> Value:
    return list(items)


def _object(_context: Context, *pairs: Value) -> Value:
    if len(pairs) % 2:
        raise RowError("object() requires an even number of arguments")
    made: dict[str, Value] = {}
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        if not isinstance(key, str):
            raise RowError("keys should be of type string for object(key1, value1, ...)")
        made[key] = value
    return made


def _number(_context: Context, text: str) -> Value:
    found = _NUMBER.search(text)
    return literals.number_of(found[0]) if found else None


def _date(context: Context, text: str) -> Value:
    found = literals.read_shorthand(text, 0, context.now) or literals.read_date(text, 0)
    return found[0] if found and found[1] == len(text) else None


def _date_of_link(context: Context, link: Link) -> Value:
    for text in (link.display, link.path):
        found = literals.read_date(text, 0) if text else None
        if found and text and found[1] == len(text):
            return found[0]
    file = context.look_up(link, "file")
    return None if file is None else context.look_up(file, "day")


def _date_by_format(context: Context, text: str, form: str) -> Value:
    if form not in {"x", "X"}:
        return parse_date(text, form, context.now)
    found = _NUMBER.search(text)
    if not found:
        raise RowError(f"not a number for format ({form}): {text}")
    try:
        return _EPOCH + timedelta(milliseconds=int(float(found[0])) * (1000 if form == "X" else 1))
    except OverflowError:
        raise RowError(f"no date: {text}") from None


def _duration(_context: Context, text: str) -> Value:
    text = text.strip()
    found = literals.read_duration(text, 0)
    return found[0] if found and found[1] == len(text) else None


def _same(_context: Context, value: Value) -> Value:
    return value


def _link(context: Context, path: str, display: str | None = None, embed: bool = False) -> Value:
    return Link(context.full_path(path), display=display, embed=embed)


def _shown_link(_context: Context, link: Link, display: str) -> Value:
    return replace(link, display=display)


def _embed(_context: Context, link: Link, embed: bool = True) -> Value:
    return replace(link, embed=embed)


def _external(_context: Context, url: str, display: str | None = None) -> Value:
    return ExternalLink(url, url if display is None else display)


def rounded(number: float, digits: float = 0) -> float:
    """Round half up; to ``digits`` places by the number's exact value, as ``toFixed`` does."""
    from decimal import ROUND_HALF_UP, Context, Decimal

    if not math.isfinite(number):
        return number
    if digits <= 0:
        return math.floor(number + 0.5)
    places = Decimal(1).scaleb(-min(int(digits), 100))
    exact = Decimal(number)
    if exact.adjusted() > 20:
        return number
    return tidy(float(exact.quantize(places, ROUND_HALF_UP, Context(prec=200))))


def _link_alone(context: Context, target: Value, _display: None) -> Value:
    return LINK(context, target)


LINK: Function = Function(
    "link",
    ("string", _link),
    ("link", _same),
    ("null", nothing),
    ("string string", _link),
    ("string string boolean", _link),
    ("link string", _shown_link),
    ("null *", nothing),
    ("* null", _link_alone),
    spread={1: (0,), 2: (0, 1)},
)

CONSTRUCTORS: dict[str, Callable[..., Value]] = {
    "object": _object,
    "list": _list,
    "array": _list,
    "date": Function(
        "date", ("string", _date), ("date", _same), ("link", _date_of_link),
        ("string string", _date_by_format), ("null string", nothing), ("null", nothing),
        spread={1: (0,)},
    ),
    "dur": Function(
        "dur", ("string", _duration), ("duration", _same), ("null", _same), spread={1: (0,)}
    ),
    "number": Function(
        "number", ("number", _same), ("string", _number), ("null", nothing), spread={1: (0,)}
    ),
    "string": Function("string", ("*", lambda _, value: text_of(value))),
    "link": LINK,
    "embed": Function(
        "embed", ("link", _embed), ("link boolean", _embed), ("null", nothing), *nulls(2),
        spread={1: (0,), 2: (0, 1)},
    ),
    "elink": Function(
        "elink", ("string string", _external), ("string null", lambda c, url, _: _external(c, url)),
        ("null *", nothing), ("string", _external), ("null", nothing), spread={1: (0,), 2: (0,)},
    ),
    "typeof": Function("type", ("*", lambda _, value: kind_of(value))),
}  # fmt: skip
