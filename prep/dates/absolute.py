"""Dates that stand on the calendar: in figures and by the names of months."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from prep.dates.atoms import Reading, Rule, Setting, Standing, rule
from prep.dates.found import Span, month_of, single, year_of
from prep.dates.lexicon import Lexicon, key, oneof


def near(month: int, day: int, where: Setting) -> date | None:
    """The day whose year is not written, in the year that the base suggests.

    Notes speak of what was and what comes: looking back we allow for the coming three months,
    looking forward for the past one. 29 February waits for a leap year.
    """
    if where.base is None:
        return None
    latest = where.base + timedelta(days=92 if where.prefer == "past" else 334)
    for year in range(latest.year, latest.year - 9, -1):
        if day == 29 and month == 2 and year % 4:
            continue
        found = date(year, month, day)
        if found <= latest:
            return found
    return None


def full_year(text: str, where: Setting) -> int:
    """``'25`` -> 2025, ``74`` -> 1974.

    Two figures are the year at most 20 after the base, as in Java's SimpleDateFormat; without a
    base POSIX's hinge holds: 69 and up are the last century.
    """
    digits = text.lstrip("'’")
    if len(digits) > 2:
        return int(digits)
    latest = where.base.year + 20 if where.base else 2068
    return latest - (latest - int(digits)) % 100


def number_of_day(text: str, words: Lexicon) -> int:
    """``3``, ``3rd``, ``third``, ``twenty three`` -> 3, 3, 3, 23."""
    if text.isdecimal():
        return int(text)
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    return words.ordinals.get(key(text)) or words.numbers[key(text)]


def _iso(match: re.Match[str], _: Setting) -> Reading:
    return Reading(single(date(int(match["y"]), int(match["m"]), int(match["d"]))))


def _month_first(match: re.Match[str], *, dayfirst: bool) -> tuple[int, int]:
    """Month and day of two figures; the other order where only that one is a date."""
    a, b = int(match["a"]), int(match["b"])
    return (b, a) if (dayfirst and b <= 12) or a > 12 else (a, b)


def _numeric(match: re.Match[str], where: Setting) -> Reading:
    month, day = _month_first(match, dayfirst=where.dayfirst or match["s"] == ".")
    return Reading(single(date(full_year(match["y"], where), month, day)))


def _pair(match: re.Match[str], where: Setting) -> Reading | None:
    month, day = _month_first(match, dayfirst=where.dayfirst)
    found = near(month, day, where) if month <= 12 else None
    return Reading(single(found), Standing.NAMED, loose=True) if found else None


def _dotted(match: re.Match[str], where: Setting) -> Reading | None:
    found = near(int(match["b"]), int(match["a"]), where)
    return Reading(single(found), loose=True) if found else None


def _month_day(match: re.Match[str], where: Setting) -> Reading | None:
    words = where.words
    month, day = words.months[match["mon"].lower()], number_of_day(match["d"], words)
    if match["y"]:
        return Reading(single(date(full_year(match["y"], where), month, day)))
    found = near(month, day, where)
    if found is None:
        return None
    # "it may 5 of them": small-lettered and beside a plain figure, it needs company to be a month
    doubtful = match["mon"] in words.doubtful and match["d"].isdigit()
    return Reading(single(found), Standing.DATED if doubtful else Standing.ALONE, loose=True)


def _day_range(match: re.Match[str], where: Setting) -> Reading | None:
    words = where.words
    month, first = words.months[match["mon"].lower()], number_of_day(match["d"], words)
    if match["y"]:
        start: date | None = date(full_year(match["y"], where), month, first)
    else:
        start = near(month, first, where)
    last = number_of_day(match["e"], words)
    if start is None or last <= first:
        return None
    return Reading(Span(start, start.replace(day=last), "day"), loose=not match["y"])


def _month_year(match: re.Match[str], where: Setting) -> Reading:
    name = match["mon"].lower()
    month = int(name) if name.isdigit() else where.words.months[name]
    return Reading(month_of(full_year(match["y"], where), month))


def _month(match: re.Match[str], where: Setting) -> Reading | None:
    number = where.words.months[match["mon"].lower()]
    first = near(number, 1, where)
    if first is None or where.base is None:
        return None
    if not match["turn"]:
        return Reading(month_of(first.year, number), Standing.DATED, loose=True)
    if match["mon"] in where.words.doubtful:
        return None  # "this may take longer"
    turn = where.words.turns[key(match["turn"])]
    year = where.base.year
    if turn in {"next", "coming"}:
        year += number <= where.base.month
    elif turn in {"last", "past"}:
        year -= number >= where.base.month
    return Reading(month_of(year, number))


def _year(match: re.Match[str], _: Setting) -> Reading:
    return Reading(year_of(int(match["y"])), Standing.DATED)


def _years(match: re.Match[str], _: Setting) -> Reading | None:
    first, last = int(match["y"]), int(match["z"])
    return Reading(Span(date(first, 1, 1), date(last, 12, 31), "year")) if first < last else None


YEAR = r"(?P<y>(?:19|20)\d\d(?!\d)|['’]\d\d(?!\d))"
FREE = r"(?<![\w$€£])(?<![$€£]\s)"  # neither inside a word nor an amount of money


def _figures(words: Lexicon) -> list[Rule]:
    year = r"(?P<y>(?:19|20)\d\d)"
    table = [
        rule("iso", "figure", "year/", rf"(?<!\d)(?<!\d[-./]){year}(?P<s>[-/._])(?P<m>\d\d?)(?P=s)"
             r"(?P<d>\d\d?)(?!\d)(?![-./]\d{4})", _iso),
        rule("iso", "figure", "stamp", rf"(?<![\d.]){year}(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)", _iso),
        rule("numeric", "figure", "day/",
             r"(?<![\w.])(?<!\d[-/])(?P<a>\d\d?)(?P<s>[-/.])(?P<b>\d\d?)(?P=s)"
             rf"{year}(?!\w|-\d)", _numeric),
        rule("numeric", "figure", "day/", r"(?<![\w.])(?<!\d[-/])(?P<a>\d\d?)(?P<s>/)(?P<b>\d\d?)/"
             r"(?P<y>\d\d)(?![\w/])", _numeric),
        rule("pair", "figure", "day/",
             r"(?<![\w./$€£-])(?P<a>\d\d?)/(?P<b>\d\d?)(?![\w/%]|[.-]\d)", _pair),
        rule("month year", "figure", "year/",
             rf"(?<![\w/.-]){year}[-/](?P<mon>0?[1-9]|1[0-2])(?![\w/-])",
             _month_year),
        rule("month year", "figure", "day/",
             rf"(?<![\w/.-])(?P<mon>0?[1-9]|1[0-2])[-/]{year}(?![\w/-])",
             _month_year),
        rule("year", "figure", "year",
             rf"(?<![\w.,/$€£#-]){year}(?![\w/%-]|[.,:]\d|\s+b\.?c)", _year),
        rule("years", "figure", "year", rf"(?<![\w.,/$€£#-]){year}\s*(?:{words.through}|~)\s*"
             r"(?P<z>(?:19|20)\d\d)(?![\w/-])", _years),
    ]  # fmt: skip
    if words.ordinal_mark == r"\.":
        dotted = r"(?<![\w.])(?P<a>\d\d?)\.\s?(?P<b>\d\d?)\.(?!\d)"
        table.append(rule("dotted", "figure", "day/", dotted, _dotted))
    return table


def _names(words: Lexicon) -> list[Rule]:
    mark, month = words.ordinal_mark, rf"(?P<mon>{oneof(words.months)})"
    ordinal = rf"\d\d?(?:{mark})(?!\w)|{oneof(words.ordinals)}"
    spelled = oneof(word for word, number in words.numbers.items() if 20 < number <= 31)
    the = rf"(?:(?:{words.article})[\s-]+)?"
    day = rf"{the}(?P<d>{ordinal}|{spelled}|\d\d?(?!\d|[:.]\d))"
    last = rf"{the}(?P<e>{ordinal}|\d\d?(?!\d|[:./]\d))"
    of = rf"(?:\s+(?:day\s+)?(?:{words.of})\s+|\s*[,.]?\s*|[-/])"
    year = rf"(?:(?:\s*,?\s+(?:of\s+|in\s+)?|\s*[-/,]\s*){YEAR})?"
    alone = rf"(?!\w|\s+(?:{words.spelled_year}))"  # a year in words is not ours to compute
    short = rf"(?:[-/](?P<yy>\d\d)(?!\d)|{year}){alone}"
    through = rf"\s*(?:{words.through}|{words.conjunction})\s*"
    before = rf"{FREE}(?<!\d[-/:])"
    turns = rf"(?:(?P<turn>{oneof(words.turns)})\s+)?"
    return [
        rule("month day", "month", "month",
             rf"{FREE}{month}\.?\s*[,./-]?\s*{day}(?!\s*/){year}{alone}",
             _month_day),
        rule("month day", "month", "article ordinal spelled day",
             rf"{before}{day}{of}{month}(?!\w)\.?{short}",
             _day_month),
        rule("month day", "month figure", "year",
             rf"{FREE}(?P<y>(?:19|20)\d\d)[\s,/-]+{month}\.?[\s,/-]+"
             rf"{day}(?!\w)", _month_day),
        rule("day range", "month", "month", rf"{FREE}{month}\.?\s+{day}{through}{last}{year}(?!\w)",
             _day_range),
        rule("day range", "month", "article ordinal spelled day",
             rf"{before}{day}{through}{last}{of}{month}(?!\w){year}",
             _day_range),
        rule("month year", "month figure", "month",
             rf"{FREE}(?<!\d\s){month}\.?\s*[,/-]?\s*(?:of\s+|"
             rf"in\s+)?{YEAR}(?!\w|-\d)", _month_year),
        rule("month year", "month figure", "year",
             rf"{FREE}(?P<y>(?:19|20)\d\d)[\s/-]{month}(?!\w)",
             _month_year),
        rule("month", "month", "turn month", rf"{FREE}(?<!\d\s){turns}{month}(?!\w)", _month),
    ]  # fmt: skip


def _day_month(match: re.Match[str], where: Setting) -> Reading | None:
    if match["yy"]:
        month = where.words.months[match["mon"].lower()]
        year = full_year(match["yy"], where)
        return Reading(single(date(year, month, number_of_day(match["d"], where.words))))
    return _month_day(match, where)


@lru_cache(maxsize=8)
def rules(words: Lexicon) -> tuple[Rule, ...]:
    """The table of these rules in a language."""
    return (*_figures(words), *_names(words))
