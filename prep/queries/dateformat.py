"""Dates and durations in luxon's format letters, for ``dateformat()`` and ``date(text, format)``.

English names, local time is UTC. ``'quoted'`` parts are literal.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache

from prep.patterns import lazy
from prep.queries.durations import Duration
from prep.queries.errors import RowError
from prep.queries.values import MONTHS

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_PART = lazy(r"'([^']*)'?|(\s+)|([A-Za-z])\3*|[\s\S]")


def _offset(day: datetime, mark: str, pad: bool) -> str:
    minutes = round((day.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    if not pad:
        return f"{sign}{hours}{f':{rest:02}' if rest else ''}"
    return f"{sign}{hours:02}{mark}{rest:02}"


def _stamp(day: datetime) -> int:
    return int(day.replace(tzinfo=day.tzinfo or UTC).timestamp() * 1000)


def _half(day: datetime) -> str:
    return "PM" if day.hour >= 12 else "AM"


def _month(day: datetime) -> str:
    return MONTHS[day.month - 1]


def _weekday(day: datetime) -> str:
    return DAYS[day.weekday()]


def _clock(day: datetime, *, seconds: bool = False, half: bool = True) -> str:
    tail = f":{day.minute:02}{f':{day.second:02}' if seconds else ''}"
    if not half:
        return f"{day.hour:02}{tail}"
    return f"{day.hour % 12 or 12}{tail} {_half(day)}"


def _short_day(day: datetime) -> str:
    return f"{day.month}/{day.day}/{day.year}"


def _medium_day(day: datetime) -> str:
    return f"{_month(day)[:3]} {day.day}, {day.year}"


_TOKENS: dict[str, Callable[[datetime], object]] = {
    "S": lambda d: d.microsecond // 1000, "u": lambda d: f"{d.microsecond // 1000:03}",
    "SSS": lambda d: f"{d.microsecond // 1000:03}", "uu": lambda d: f"{d.microsecond // 10000:02}",
    "uuu": lambda d: d.microsecond // 100000, "s": lambda d: d.second,
    "ss": lambda d: f"{d.second:02}", "m": lambda d: d.minute, "mm": lambda d: f"{d.minute:02}",
    "h": lambda d: d.hour % 12 or 12, "hh": lambda d: f"{d.hour % 12 or 12:02}",
    "H": lambda d: d.hour, "HH": lambda d: f"{d.hour:02}", "Z": lambda d: _offset(d, "", False),
    "ZZ": lambda d: _offset(d, ":", True), "ZZZ": lambda d: _offset(d, "", True),
    "ZZZZ": lambda d: "UTC" if not d.utcoffset() else f"GMT{_offset(d, '', False)}",
    "z": lambda d: "UTC" if not d.utcoffset() else f"UTC{_offset(d, '', False)}",
    "a": _half, "d": lambda d: d.day, "dd": lambda d: f"{d.day:02}", "c": datetime.isoweekday,
    "E": datetime.isoweekday, "ccc": lambda d: _weekday(d)[:3], "EEE": lambda d: _weekday(d)[:3],
    "cccc": _weekday, "EEEE": _weekday, "ccccc": lambda d: _weekday(d)[0],
    "EEEEE": lambda d: _weekday(d)[0], "L": lambda d: d.month, "M": lambda d: d.month,
    "LL": lambda d: f"{d.month:02}", "MM": lambda d: f"{d.month:02}",
    "LLL": lambda d: _month(d)[:3], "MMM": lambda d: _month(d)[:3], "LLLL": _month, "MMMM": _month,
    "LLLLL": lambda d: _month(d)[0], "MMMMM": lambda d: _month(d)[0], "y": lambda d: d.year,
    "yy": lambda d: f"{d.year % 100:02}", "yyyy": lambda d: f"{d.year:04}",
    "yyyyyy": lambda d: f"{d.year:06}", "G": lambda _: "AD", "GG": lambda _: "Anno Domini",
    "GGGGG": lambda _: "A", "kk": lambda d: f"{d.isocalendar().year % 100:02}",
    "kkkk": lambda d: f"{d.isocalendar().year:04}", "W": lambda d: d.isocalendar().week,
    "WW": lambda d: f"{d.isocalendar().week:02}", "o": lambda d: d.timetuple().tm_yday,
    "ooo": lambda d: f"{d.timetuple().tm_yday:03}", "q": lambda d: (d.month + 2) // 3,
    "qq": lambda d: f"{(d.month + 2) // 3:02}", "X": lambda d: _stamp(d) // 1000, "x": _stamp,
    "D": _short_day, "DD": _medium_day, "DDD": lambda d: f"{_month(d)} {d.day}, {d.year}",
    "DDDD": lambda d: f"{_weekday(d)}, {_month(d)} {d.day}, {d.year}", "t": _clock,
    "tt": lambda d: _clock(d, seconds=True), "T": lambda d: _clock(d, half=False),
    "TT": lambda d: _clock(d, seconds=True, half=False),
    "f": lambda d: f"{_short_day(d)}, {_clock(d)}",
    "ff": lambda d: f"{_medium_day(d)}, {_clock(d)}",
    "F": lambda d: f"{_short_day(d)}, {_clock(d, seconds=True)}",
    "FF": lambda d: f"{_medium_day(d)}, {_clock(d, seconds=True)}",
}  # fmt: skip

_DURATION_LETTERS = {
    "S": "milliseconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks",
    "M": "months", "y": "years",
}  # fmt: skip


def format_date(day: datetime, form: str) -> str:
    """Give ``day`` by luxon's letters; letters that mean nothing stay as they are."""
    return "".join(_written(part, _TOKENS, day) for part in _PART.finditer(form))


def _written(
    part: re.Match[str], tokens: dict[str, Callable[[datetime], object]], day: datetime
) -> str:
    if part[0].startswith("'"):
        return part[1]
    write = tokens.get(part[0])
    return str(write(day)) if write else part[0]


def format_duration(amount: Duration, form: str) -> str:
    """Give ``amount`` spread over the units that ``form`` names, each at its letters' width."""
    parts = list(_PART.finditer(form))
    units = [_DURATION_LETTERS.get(part[0][0]) for part in parts if not part[0].startswith("'")]
    named = [unit for unit in units if unit]
    spread = amount.shifted(*named) if named else amount

    def written(part: re.Match[str]) -> str:
        if part[0].startswith("'"):
            return part[1]
        unit = _DURATION_LETTERS.get(part[0][0])
        if not unit:
            return part[0]
        value = int(spread[unit] // 1)
        return f"{'-' if value < 0 else ''}{abs(value):0{len(part[0])}}"

    return "".join(written(part) for part in parts)


# pattern of each letter group when reading, and the part of the date that it gives
_READERS: dict[str, tuple[str, str]] = {
    "y": (r"\d{1,6}", "year"), "yy": (r"\d{2}", "short_year"), "yyyy": (r"\d{4}", "year"),
    "M": (r"\d{1,2}", "month"), "MM": (r"\d{2}", "month"), "L": (r"\d{1,2}", "month"),
    "LL": (r"\d{2}", "month"), "d": (r"\d{1,2}", "day"), "dd": (r"\d{2}", "day"),
    "h": (r"\d{1,2}", "hour"), "hh": (r"\d{2}", "hour"), "H": (r"\d{1,2}", "hour"),
    "HH": (r"\d{2}", "hour"), "m": (r"\d{1,2}", "minute"), "mm": (r"\d{2}", "minute"),
    "s": (r"\d{1,2}", "second"), "ss": (r"\d{2}", "second"), "S": (r"\d{1,3}", "milli"),
    "SSS": (r"\d{3}", "milli"), "a": (r"[ap]m", "half"), "o": (r"\d{1,3}", "ordinal"),
    "ooo": (r"\d{3}", "ordinal"),
    **{letters: ("|".join(m[:3] for m in MONTHS), "name") for letters in ("MMM", "LLL")},
    **{letters: ("|".join(MONTHS), "name") for letters in ("MMMM", "LLLL")},
    **{letters: ("|".join(d[:3] for d in DAYS), "") for letters in ("EEE", "ccc")},
    **{letters: ("|".join(DAYS), "") for letters in ("EEEE", "cccc")},
}  # fmt: skip


@cache
def _reader(form: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    pattern, names = "", []
    for part in _PART.finditer(form):
        if part[0] in _READERS:
            shape, name = _READERS[part[0]]
            pattern += f"({shape})"
            names.append(name)
        else:
            pattern += re.escape(part[1] if part[0].startswith("'") else part[0])
    return re.compile(pattern, re.IGNORECASE | re.ASCII), tuple(names)


def parse_date(text: str, form: str, now: datetime) -> datetime:
    """Read ``text`` by luxon's letters; what is larger than its largest part is that of ``now``.

    Raises:
        RowError: the text does not have that form, or there is no such day.
    """
    pattern, names = _reader(form)
    found = pattern.fullmatch(text)
    if found is None:
        raise RowError(f"can't handle format ({form}) on date string ({text})")
    parts = {name: value for name, value in zip(names, found.groups(), strict=True) if name}
    try:
        return _assembled(parts, now)
    except ValueError:
        raise RowError(f"can't handle format ({form}) on date string ({text})") from None


def _assembled(parts: dict[str, str], now: datetime) -> datetime:
    given = _numbers(parts)
    ordinal = given.pop("ordinal", None)
    larger = True
    numbers: list[int] = []
    for unit, least in _LEAST:
        larger = larger and unit not in given
        numbers.append(given.get(unit, _part(now, unit) if larger else least))
    if ordinal is None:
        return datetime(*numbers)  # type: ignore[arg-type] # noqa: DTZ001 -- local time
    if not 1 <= ordinal <= 365 + calendar.isleap(numbers[0]):
        raise ValueError("no such day of the year")
    return datetime(numbers[0], 1, 1) + timedelta(days=ordinal - 1)  # noqa: DTZ001 -- local time


_LEAST = (
    ("year", 1), ("month", 1), ("day", 1), ("hour", 0), ("minute", 0), ("second", 0),
    ("microsecond", 0),
)  # fmt: skip


def _part(day: datetime, unit: str) -> int:
    return int(getattr(day, unit))


def _numbers(parts: dict[str, str]) -> dict[str, int]:
    """Give the parts as numbers of the date's own units."""
    given = {name: int(value) for name, value in parts.items() if value.isdecimal()}
    if "short_year" in given:
        short = given.pop("short_year")
        # luxon's cutoff: up to 60 is this century
        given["year"] = short + (1900 if short > 60 else 2000)
    if "milli" in given:
        given["microsecond"] = given.pop("milli") * 1000
    if "name" in parts:
        given["month"] = [name[:3].lower() for name in MONTHS].index(parts["name"][:3].lower()) + 1
    if "half" in parts:
        given["hour"] = given.get("hour", 0) % 12 + (12 if parts["half"].lower() == "pm" else 0)
    return given
