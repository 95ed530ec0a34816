"""Functions on text: regular expressions, case, cutting and padding."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from prep.queries.errors import RowError
from prep.queries.functions.overloads import Function, nothing, nulls
from prep.queries.operators import repeat
from prep.queries.regex import compiled, replacement
from prep.queries.values import Value

if TYPE_CHECKING:
    from prep.queries.evaluate import Context


def _false(_context: Context, *_arguments: Value) -> Value:
    return False


def _regex_test(_context: Context, pattern: str, text: str) -> Value:
    return compiled(pattern).search(text) is not None


def _regex_match(_context: Context, pattern: str, text: str) -> Value:
    if not pattern.startswith("^") and not pattern.endswith("$"):
        pattern = f"^{pattern}$"
    return compiled(pattern).search(text) is not None


def _regex_replace(_context: Context, text: str, pattern: str, template: str) -> Value:
    return compiled(pattern).sub(lambda found: replacement(template, found), text)


def _replace(_context: Context, text: str, part: str, by: str) -> Value:
    if part:
        return text.replace(part, by)
    return by.join(text)


def _split(_context: Context, text: str, pattern: str, limit: float | None = None) -> Value:
    """Split as JavaScript does: groups are kept, matches of nothing cut between characters."""
    delimiter = compiled(pattern)
    parts: list[Value] = []
    if not text:
        parts = [] if delimiter.match("") else [""]
    else:
        last = at = 0
        while at < len(text):
            found = delimiter.match(text, at)
            if found is None or found.end() == last or found.end() > len(text):
                at += 1
                continue
            parts += [text[last:at], *(group or "" for group in found.groups())]
            last = found.end()
            at = max(last, at + 1) if found.end() == at else last
        parts.append(text[last:])
    return parts if limit is None else parts[: int(limit) % 2**32]


def _padding(text: str, length: float, mark: str) -> str:
    missing = int(length) - len(text) if math.isfinite(length) else 1 << 30
    if missing <= 0 or not mark:
        return ""
    return repeat(mark, missing // len(mark) + 1)[:missing]


def _pad_left(_context: Context, text: str, length: float, mark: str = " ") -> Value:
    return _padding(text, length, mark) + text


def _pad_right(_context: Context, text: str, length: float, mark: str = " ") -> Value:
    return text + _padding(text, length, mark)


def _substring(_context: Context, text: str, start: float, end: float | None = None) -> Value:
    first = _within(text, start)
    last = len(text) if end is None else _within(text, end)
    return text[min(first, last) : max(first, last)]


def _within(text: str, at: float) -> int:
    if math.isnan(at):
        return 0
    return int(max(0, min(at, len(text))))


def _truncate(_context: Context, text: str, length: float, mark: str = "...") -> Value:
    if not math.isfinite(length):
        raise RowError("truncate() wants a finite length")
    kept = int(length - len(mark))
    return text[: max(0, kept)] + mark if len(text) > kept else text


TEXT: dict[str, Callable[..., Value]] = {
    "regextest": Function(
        "regextest", ("string string", _regex_test), ("null *", _false), ("* null", _false),
        spread={2: (0, 1)},
    ),
    "regexmatch": Function(
        "regexmatch", ("string string", _regex_match), ("null *", _false), ("* null", _false),
        spread={2: (0, 1)},
    ),
    "regexreplace": Function(
        "regexreplace", ("string string string", _regex_replace), *nulls(3), spread={3: (0, 1, 2)}
    ),
    "replace": Function(
        "replace", ("string string string", _replace), *nulls(3), spread={3: (0, 1, 2)}
    ),
    "lower": Function(
        "lower", ("string", lambda _, text: text.lower()), ("null", nothing), spread={1: (0,)}
    ),
    "upper": Function(
        "upper", ("string", lambda _, text: text.upper()), ("null", nothing), spread={1: (0,)}
    ),
    "split": Function(
        "split", ("string string", _split), ("string string number", _split), *nulls(2), *nulls(3)
    ),
    "startswith": Function(
        "startswith", ("string string", lambda _, text, part: text.startswith(part)), *nulls(2),
        spread={2: (0, 1)},
    ),
    "endswith": Function(
        "endswith", ("string string", lambda _, text, part: text.endswith(part)), *nulls(2),
        spread={2: (0, 1)},
    ),
    "padleft": Function(
        "padleft", ("string number", _pad_left), ("string number string", _pad_left), *nulls(2),
        *nulls(3), spread={2: (0, 1), 3: (0, 1, 2)},
    ),
    "padright": Function(
        "padright", ("string number", _pad_right), ("string number string", _pad_right), *nulls(2),
        *nulls(3), spread={2: (0, 1), 3: (0, 1, 2)},
    ),
    "substring": Function(
        "substring", ("string number", _substring), ("string number number", _substring), *nulls(2),
        *nulls(3), spread={2: (0, 1), 3: (0, 1, 2)},
    ),
    "truncate": Function(
        "truncate", ("string number string", _truncate), ("string number", _truncate), *nulls(2),
        *nulls(3), spread={2: (0, 1), 3: (0, 1, 2)},
    ),
}  # fmt: skip
