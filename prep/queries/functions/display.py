"""Functions that choose, display and format."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from prep.patterns import lazy
from prep.queries.collate import instant
from prep.queries.dateformat import format_date, format_duration
from prep.queries.durations import Duration
from prep.queries.errors import RowError
from prep.queries.functions.construct import rounded
from prep.queries.functions.overloads import Function, nothing
from prep.queries.values import Link, Value, text_of, truthy

if TYPE_CHECKING:
    from prep.queries.evaluate import Context

_SYMBOLS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "CNY": "CN¥", "KRW": "₩",
    "BRL": "R$", "CAD": "CA$", "AUD": "A$", "MXN": "MX$", "NZD": "NZ$", "ILS": "₪", "VND": "₫",
    "TWD": "NT$", "HKD": "HK$", "PHP": "₱",
}  # fmt: skip
_WHOLE = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "UGX", "PYG", "XAF", "XOF", "XPF"})
# remove-markdown 0.5.5, whose outcome Dataview's display() shows, in its order
_MARKUP = tuple(
    (re.compile(pattern, re.MULTILINE if lines else re.NOFLAG), by)
    for pattern, by, lines in (
        (r"^(-\s*?|\*\s*?|_\s*?){3,}\s*", "", 1),
        (r"^([\s\t]*)([*\-+]|\d+\.)\s+", r"\1", 1),
        (r"\n={2,}", "\n", 0),
        (r"~{3}.*\n", "", 0),
        (r"~~", "", 0),
        (r"`{3}.*\n", "", 0),
        (r"<[^>]*>", "", 0),
        (r"^[=\-]{2,}\s*\Z", "", 0),
        (r"\[\^.+?\](: .*?\Z)?", "", 0),
        (r"\s{0,2}\[.*?\]: .*?\Z", "", 0),
        (r"!\[(.*?)\][\[(].*?[\])]", r"\1", 0),
        (r"\[([^\]]*?)\][\[(].*?[\])]", r"\1", 0),
        (r"^(\n)?\s{0,3}>\s?", r"\1", 1),
        (r"^(\n)?\s*#{1,6}\s*( (.+))? +#+$|^(\n)?\s*#{1,6}\s*( (.+))?$", r"\1\3\4\6", 1),
        (r"(\*+)(\S)(.*?\S)??\1", r"\2\3", 0),
        (r"(^|\W)(_+)(\S)(.*?\S)??\2($|\W)", r"\1\3\4\5", 0),
        (r"(`{3,})(.*?)\1", r"\2", 1),
        (r"`(.+?)`", r"\1", 0),
        (r"~(.*?)~", r"\1", 0),
    )
)
_LINK = lazy(r"\[\[([^|]*?)\]\]")
_SHOWN_LINK = lazy(r"\[\[.*?\|(.*?)\]\]")


def plain(text: str) -> str:
    """Give ``text`` without Markdown's marks and with links as their display."""
    # upstream replaces only the first link that has a display; the rule for links takes the others
    text = _SHOWN_LINK.sub(r"\1", _LINK.sub(r"\1", text), count=1)
    for pattern, by in _MARKUP:
        text = pattern.sub(by, text)
    return text


def display(_context: Context, value: Value) -> str:
    """Give ``value`` as Dataview would show it, as text."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(display(_context, item) for item in value)
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Link):
        if value.display:
            return plain(value.display)
        return re.sub(r"\[\[.*\|(.*)\]\]", r"\1", text_of(value), count=1)
    return text_of(value)


def _default(_context: Context, value: Value, otherwise: Value) -> Value:
    return otherwise if value is None else value


def _choice(_context: Context, test: Value, left: Value, right: Value) -> Value:
    return left if truthy(test) else right


def _strip_time(_context: Context, day: datetime) -> Value:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- local time has no zone here


def _local(_context: Context, day: datetime) -> Value:
    return instant(day)


def _date_format(_context: Context, day: datetime, form: str) -> Value:
    return format_date(day, form)


def _duration_format(_context: Context, amount: Duration, form: str) -> Value:
    return format_duration(amount, form)


def _currency(_context: Context, number: float, code: str = "USD") -> Value:
    code = code.upper()
    if len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise RowError(f"invalid currency code: {code}")
    digits = 0 if code in _WHOLE else 2
    shown = f"{abs(rounded(number, digits)):,.{digits}f}"
    sign = "-" if number < 0 else ""
    return f"{sign}{_SYMBOLS.get(code, code + chr(0xA0))}{shown}"


def _hash(_context: Context, seed: str, *rest: str | float) -> Value:
    """Give cyrb53, a 53-bit hash, of the texts joined; a number last is the variant."""
    words = seed + "".join(part for part in rest if isinstance(part, str))
    variant = next((int(part) for part in rest if not isinstance(part, str)), 0)
    one, two = 0xDEADBEEF ^ variant, 0x41C6CE57 ^ variant
    data = words.encode("utf-16-le", "surrogatepass")
    for low, high in zip(data[::2], data[1::2], strict=True):
        unit = low | high << 8
        one = (one ^ unit) * 2654435761 & 0xFFFFFFFF
        two = (two ^ unit) * 1597334677 & 0xFFFFFFFF
    one = (one ^ one >> 16) * 2246822507 & 0xFFFFFFFF
    one ^= (two ^ two >> 13) * 3266489909 & 0xFFFFFFFF
    two = (two ^ two >> 16) * 2246822507 & 0xFFFFFFFF
    two ^= (one ^ one >> 13) * 3266489909 & 0xFFFFFFFF
    return 4294967296 * (2097151 & two) + one


def _meta(_context: Context, link: Link) -> Value:
    return {
        "display": link.display,
        "embed": link.embed,
        "path": link.path,
        "subpath": link.subpath,
        "type": link.kind,
    }


DISPLAY: dict[str, Callable[..., Value]] = {
    "default": Function("default", ("* *", _default), spread={2: (0, 1)}),
    "ldefault": Function("ldefault", ("* *", _default)),
    "display": Function("display", ("*", display)),
    "choice": Function("choice", ("* * *", _choice), spread={3: (0,)}),
    "striptime": Function("striptime", ("date", _strip_time), ("null", nothing), spread={1: (0,)}),
    "dateformat": Function(
        "dateformat", ("date string", _date_format), ("null string", nothing), spread={2: (0,)}
    ),
    "durationformat": Function(
        "durationformat", ("duration string", _duration_format), ("null string", nothing),
        spread={2: (0,)},
    ),
    "currencyformat": Function(
        "currencyformat", ("number string", _currency), ("null string", nothing),
        ("number", _currency), ("null", nothing), spread={2: (0,)},
    ),
    "localtime": Function("localtime", ("date", _local), ("null", nothing), spread={1: (0,)}),
    "hash": Function(
        "hash", ("string number", _hash), ("string string", _hash), ("string string number", _hash)
    ),
    "meta": Function("meta", ("link", _meta)),
}  # fmt: skip
