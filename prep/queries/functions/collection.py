"""Functions on lists and objects, and the three kinds of ``contains``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cmp_to_key
from typing import TYPE_CHECKING

from prep.queries.collate import compare
from prep.queries.errors import RowError
from prep.queries.functions.overloads import Function, nothing, nulls
from prep.queries.regex import compiled
from prep.queries.values import Value, text_of, truthy

if TYPE_CHECKING:
    from prep.queries.evaluate import Context


def _equal(context: Context, one: Value, two: Value) -> bool:
    return compare(one, two, context.full_path) == 0


def _has_key(_context: Context, target: Mapping[str, Value], key: str) -> Value:
    return key in target


def _contains(name: str, inside: Callable[[str, str], bool]) -> Function:
    """Make a ``contains`` that looks into lists, and into lists in lists."""

    def in_list(context: Context, items: list[Value], wanted: Value) -> Value:
        return any(truthy(contained(context, item, wanted)) for item in items)

    contained: Function = Function(
        name,
        ("array *", in_list),
        ("string string", lambda _, text, part: inside(text, part)),
        ("object string", _has_key),
        ("* *", _equal),
        spread={2: (1,)},
    )
    return contained


def _exactly(context: Context, items: list[Value], wanted: Value) -> Value:
    return any(_equal(context, wanted, item) for item in items)


def _contains_word(_context: Context, text: str, word: str) -> Value:
    from re import escape

    return compiled(rf"\b{escape(word)}\b", "i").search(text) is not None


def _extract(context: Context, *arguments: Value) -> Value:
    if not arguments:
        return "extract(object, key1, ...) requires at least 1 argument"
    target, keys = arguments[0], arguments[1:]
    if isinstance(target, list):
        return [_extract(context, item, *keys) for item in target]
    taken: dict[str, Value] = {}
    for key in keys:
        if not isinstance(key, str):
            raise RowError("extract(object, key1, ...) must be called with string keys")
        taken[key] = context.look_up(target, key)
    return taken


def _sorted_by(context: Context, items: list[Value], key: Callable[..., Value]) -> Value:
    keyed = [(key(context, item), item) for item in items]

    def order(one: tuple[Value, Value], two: tuple[Value, Value]) -> int:
        return compare(one[0], two[0], context.full_path)

    return [item for _, item in sorted(keyed, key=cmp_to_key(order))]


def _sorted(context: Context, items: list[Value]) -> Value:
    return _sorted_by(context, items, lambda _, item: item)


def _unique(context: Context, items: list[Value]) -> Value:
    ordered = _sorted(context, items)
    kept: list[Value] = []
    for item in ordered if isinstance(ordered, list) else []:
        if not kept or compare(kept[-1], item):
            kept.append(item)
    return kept


def _flat(_context: Context, items: list[Value], depth: float = 1) -> Value:
    if depth < 1:
        return list(items)
    flat: list[Value] = []
    for item in items:
        if isinstance(item, list):
            inner = _flat(_context, item, min(depth, 50) - 1)
            flat.extend(inner if isinstance(inner, list) else [inner])
        else:
            flat.append(item)
    return flat


def _sliced(
    _context: Context, items: list[Value], start: float = 0, end: float | None = None
) -> Value:
    return items[int(start) : None if end is None else int(end)]


def _join(_context: Context, items: list[Value], mark: str | None = None) -> Value:
    return (", " if mark is None else mark).join(text_of(item) for item in items)


def _test(name: str, judge: Callable[[list[bool]], bool]) -> Function:
    """Make ``any``, ``all`` or ``none``: of one list, of a list by a function, or of all given."""

    def by(context: Context, items: list[Value], test: Callable[..., Value]) -> Value:
        return judge([truthy(test(context, item)) for item in items])

    return Function(
        name,
        ("array", lambda _, items: judge([truthy(item) for item in items])),
        ("array function", by),
        ("...", lambda _, *items: judge([truthy(item) for item in items])),
    )


def _filtered(context: Context, items: list[Value], test: Callable[..., Value]) -> Value:
    return [item for item in items if truthy(test(context, item))]


def _mapped(context: Context, items: list[Value], change: Callable[..., Value]) -> Value:
    return [change(context, item) for item in items]


def _non_null(_context: Context, *items: Value) -> Value:
    return [item for item in items if item is not None]


def _first_value(_context: Context, items: list[Value]) -> Value:
    return next((item for item in items if item is not None), None)


def _itself(_context: Context, value: Value) -> Value:
    return value


def _length(_context: Context, value: list[Value] | Mapping[str, Value] | str) -> Value:
    return len(value)


COLLECTION: dict[str, Callable[..., Value]] = {
    "contains": _contains("contains", lambda text, part: part in text),
    "icontains": _contains("icontains", lambda text, part: part.lower() in text.lower()),
    "econtains": Function(
        "econtains", ("array *", _exactly), ("string string", lambda _, text, part: part in text),
        ("object string", _has_key), ("* *", _equal), spread={2: (1,)},
    ),
    "containsword": Function(
        "containsword", ("string string", _contains_word), *nulls(2), spread={2: (0, 1)}
    ),
    "extract": _extract,
    "sort": Function("sort", ("array", _sorted), ("array function", _sorted_by), ("*", _itself)),
    "reverse": Function(
        "reverse", ("array", lambda _, items: items[::-1]), ("string", lambda _, text: text[::-1]),
        ("*", _itself),
    ),
    "length": Function(
        "length", ("array", _length), ("object", _length), ("string", _length),
        ("null", lambda _, __: 0),
    ),
    "nonnull": Function(
        "nonnull", ("array", lambda context, items: _non_null(context, *items)), ("...", _non_null)
    ),
    "firstvalue": Function("firstvalue", ("array", _first_value), ("null", nothing)),
    "all": _test("all", all),
    "any": _test("any", any),
    "none": _test("all", lambda found: not any(found)),
    "join": Function(
        "join", ("array string", _join), ("array null", lambda c, items, _: _join(c, items)),
        ("* string", lambda _, item, __: text_of(item)), ("array", _join),
        ("*", lambda _, item: text_of(item)), spread={2: (1,)},
    ),
    "filter": Function("filter", ("array function", _filtered), ("null *", nothing)),
    "map": Function("map", ("array function", _mapped), ("null *", nothing)),
    "flat": Function("flat", ("array", _flat), ("array number", _flat), ("null", nothing)),
    "slice": Function(
        "slice", ("array", _sliced), ("array number", _sliced), ("array number number", _sliced),
        ("null", nothing),
    ),
    "unique": Function("unique", ("array", _unique), ("null", nothing)),
}  # fmt: skip
