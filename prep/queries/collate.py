"""Comparison as Dataview and Tasks make it: text by ICU's order for English, values by kind.

JavaScript's ``localeCompare`` weighs in turn: the letters without case and accents, the accents,
then lower before upper. Punctuation goes before symbols, symbols before digits, digits before
letters (CLDR's root order, to which English adds nothing).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from prep.patterns import lazy
from prep.queries.durations import Duration
from prep.queries.values import Link, Value, kind_of

# The order of CLDR 44's root collation for what notes hold; others of the same class follow.
_ORDER = (
    "\t\n\x0b\x0c\r\x85\u2028\u2029 _\u203f-\u2010\u2011\u2012\u2013\u2014\u2015,;:!\u00a1?\u00bf."
    "\u2026\u00b7'\u2018\u2019\u201a\u2039\u203a\"\u201c\u201d\u201e\u00ab\u00bb()[]{}\u00a7\u00b6@*"
    "/\\&#%\u2030\u2020\u2021\u2022`\u00b4^\u00af\u00a8\u00b0\u00a9\u00ae+\u00b1\u00f7\u00d7<=>|"
    "\u00a6~"
)
_RANKS = {char: rank for rank, char in enumerate(_ORDER)}
_CLASSES = {"Z": 1, "P": 2, "S": 3, "N": 5}
_DIGITS = lazy(r"(\d+)")

SortKey = tuple[tuple[tuple[int, int], ...], str, tuple[int, ...]]


@lru_cache(maxsize=20_000)
def text_key(text: str) -> SortKey:
    """Give the key by which ``text`` sorts; two texts are equal exactly where their keys are."""
    spread = unicodedata.normalize("NFKD", text)
    letters = [char for char in spread if not _ignored(char)]
    bases = [char for char in letters if not unicodedata.combining(char)]
    marks = "".join(char if unicodedata.combining(char) else " " for char in letters)
    primary = tuple(_weight(low) for char in bases for low in char.casefold())
    return primary, marks.rstrip(" "), tuple(int(char != char.lower()) for char in bases)


@lru_cache(maxsize=20_000)
def numeric_key(text: str) -> tuple[tuple[tuple[int, int], ...], SortKey]:
    """Give the key for ``localeCompare(…, {numeric: true})``: runs of digits go by value."""
    primary: list[tuple[int, int]] = []
    for part in _DIGITS.split(text):
        if part.isdecimal():
            primary.append((5, int(part[:300])))
        else:
            primary.extend(text_key(part)[0])
    return tuple(primary), text_key(_DIGITS.sub("0", text))


def _ignored(char: str) -> bool:
    return char not in _RANKS and unicodedata.category(char) in {"Cc", "Cf"}


def _weight(char: str) -> tuple[int, int]:
    rank = _RANKS.get(char)
    if rank is not None:
        return 0, rank
    category = unicodedata.category(char)
    if category == "Sc":
        return 4, ord(char)
    if category == "Nd":
        return 5, unicodedata.digit(char, 0)
    return _CLASSES.get(category[0], 6), ord(char)


def compare_text(first: str, second: str) -> int:
    """Give -1, 0 or 1 as ``localeCompare`` does."""
    if first == second:
        return 0
    one, two = text_key(first), text_key(second)
    return (one > two) - (one < two)


def compare(first: Value, second: Value, resolve: Callable[[str], str] = str) -> int:
    """Order any two values as Dataview does: null first, then by kind's name, then by value.

    ``resolve`` gives the full path that a link's path means. No value is coerced to another kind.
    """
    if first is None or second is None:
        return (first is not None) - (second is not None)
    kinds = kind_of(first), kind_of(second)
    if kinds[0] != kinds[1]:
        return 1 if kinds[0] > kinds[1] else -1
    if first is second:
        return 0
    if isinstance(first, Link) and isinstance(second, Link):
        return _compare_links(first, second, resolve)
    order = _ORDERS.get(kinds[0])
    return order(first, second) if order else 0


def _compare_links(first: Link, second: Link, resolve: Callable[[str], str]) -> int:
    by_path = compare_text(resolve(first.path), resolve(second.path))
    return (
        by_path
        or compare_text(first.kind, second.kind)
        or compare_text(first.subpath or "", second.subpath or "")
    )


def _compare_numbers(first: float, second: float) -> int:
    # NaN is neither below nor equal to anything, so JavaScript's chain ends at "above"
    return -1 if first < second else 0 if first == second else 1


def instant(day: datetime) -> datetime:
    """Give the moment of a date in UTC, which is also local time."""
    return day.astimezone(UTC).replace(tzinfo=None) if day.tzinfo else day


def _compare_dates(first: datetime, second: datetime) -> int:
    one, two = instant(first), instant(second)
    if one < two:
        return -1
    # luxon's equals() wants the same zone too
    return 0 if one == two and first.tzinfo == second.tzinfo else 1


def _compare_durations(first: Duration, second: Duration) -> int:
    # and the same units: 24 hours are not equal to 1 day, nor below it
    return -1 if first.millis() < second.millis() else 0 if first == second else 1


def _compare_lists(first: Sequence[Value], second: Sequence[Value]) -> int:
    for one, two in zip(first, second, strict=False):
        order = compare(one, two)
        if order:
            return order
    return len(first) - len(second)


def _compare_objects(first: Mapping[str, Value], second: Mapping[str, Value]) -> int:
    keys: list[Value] = [*sorted(first)]
    order = _compare_lists(keys, [*sorted(second)])
    if order:
        return order
    # keys can be equal to the collation and yet differ: then the other has none
    each = (compare(first.get(str(key)), second.get(str(key))) for key in keys)
    return next((found for found in each if found), 0)


def _compare_flags(first: bool, second: bool) -> int:
    return first - second


_ORDERS: dict[str, Callable[..., int]] = {
    "string": compare_text,
    "number": _compare_numbers,
    "boolean": _compare_flags,
    "date": _compare_dates,
    "duration": _compare_durations,
    "array": _compare_lists,
    "object": _compare_objects,
}
