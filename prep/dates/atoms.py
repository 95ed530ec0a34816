"""The smallest date phrases: a written-out date, a weekday, "next week", "in three days", "Q3".

Each rule is a pattern and a small function from its match to a span. What an atom means together
with the words around it ("end of next month", "Tuesday of that week") is ``compose``'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from prep.dates.found import (
    Grain,
    Prefer,
    Span,
    holding,
    month_of,
    quarter_of,
    shift,
    single,
    week_of,
    year_of,
)
from prep.dates.lexicon import Lexicon, lexicon


class Setting(NamedTuple):
    """Against what a phrase is read: the note's day, the direction preferred, the language."""

    base: date | None
    prefer: Prefer
    dayfirst: bool
    words: Lexicon


class Atom(NamedTuple):
    """A recognised piece of text. ``weak``: counts only in company (preposition, other atom).

    ``loose``: its year was not written.
    """

    start: int
    end: int
    span: Span
    rule: str
    weak: bool = False
    loose: bool = False


class Reading(NamedTuple):
    """What a rule makes of a match."""

    span: Span
    weak: bool = False
    loose: bool = False


Compute = Callable[["re.Match[str]", Setting], Reading | None]


class Rule(NamedTuple):
    """One kind of atom."""

    name: str
    pattern: re.Pattern[str]
    compute: Compute


def oneof(words: object) -> str:
    """A regular expression for any of these words, the longest first, blanks stretchable."""
    forms = sorted((str(word) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(re.escape(form).replace(r"\ ", r"[\s-]+") for form in forms)


def key(text: str) -> str:
    """A matched word as the tables hold it."""
    return re.sub(r"[\s-]+", " ", text).lower()


def read(text: str, setting: Setting) -> list[Atom]:
    """All atoms of a text, the longest where two overlap, in the order of the text."""
    atoms = sorted(_all(text, setting), key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in atoms:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
        elif atom.end > kept[-1].end and kept[-1].weak:
            kept[-1] = atom
    return kept


def _all(text: str, setting: Setting) -> Iterator[Atom]:
    for rule in rules(setting.words):
        for match in rule.pattern.finditer(text):
            try:
                reading = rule.compute(match, setting)
            except (ValueError, OverflowError):
                continue  # the 30th of February, the year 10000: no date
            if reading is not None:
                yield Atom(match.start(), match.end(), *reading[:1], rule.name, *reading[1:])


def near(month: int, day: int, setting: Setting) -> date | None:
    """The day of a month whose year is not written, in the year that the base suggests.

    Notes speak of what was and what comes: looking back we allow for the coming three months,
    looking forward for the past one. 29 February waits for a leap year.
    """
    if setting.base is None:
        return None
    ahead = 92 if setting.prefer == "past" else 334
    latest = setting.base + timedelta(days=ahead)
    for year in range(latest.year, latest.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= latest:
            return found
    return None


def full_year(text: str) -> int:
    """``25`` or ``'25`` -> 2025, ``74`` -> 1974 (POSIX's hinge: 69 and up are the last century)."""
    digits = text.lstrip("'’")
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 69 else 1900)


def _iso(match: re.Match[str], _: Setting) -> Reading:
    return Reading(single(date(int(match["y"]), int(match["m"]), int(match["d"]))))


def _numeric(match: re.Match[str], setting: Setting) -> Reading:
    a, b, year = int(match["a"]), int(match["b"]), full_year(match["y"])
    day_first = setting.dayfirst or match["s"] == "."
    if (day_first and b <= 12) or a > 12:
        a, b = b, a
    return Reading(single(date(year, a, b)))


def _pair(match: re.Match[str], setting: Setting) -> Reading | None:
    a, b = int(match["a"]), int(match["b"])
    if (setting.dayfirst and b <= 12) or a > 12:
        a, b = b, a
    if a > 12:
        return None
    day = near(a, b, setting)
    return None if day is None else Reading(single(day), weak=True, loose=True)


def _dotted(match: re.Match[str], setting: Setting) -> Reading | None:
    day = near(int(match["b"]), int(match["a"]), setting)
    return None if day is None else Reading(single(day), loose=True)


def _number(text: str, words: Lexicon) -> int:
    if text.isdigit():
        return int(text)
    return words.numbers.get(key(text)) or words.ordinals[key(text)]


def _day_number(match: re.Match[str], words: Lexicon, group: str = "d") -> int:
    digits = re.match(r"\d+", match[group])
    return int(digits[0]) if digits else _spelled(key(match[group]), words)


def _spelled(text: str, words: Lexicon) -> int:
    if text in words.ordinals:
        return words.ordinals[text]
    tens, _, ones = text.rpartition(" ")
    return (words.numbers[tens] if tens else 0) + words.numbers[ones]


def _month_day(match: re.Match[str], setting: Setting) -> Reading | None:
    words = setting.words
    month, day = words.months[match["mon"].lower()], _day_number(match, words)
    if match["y"]:
        return Reading(single(date(full_year(match["y"]), month, day)))
    found = near(month, day, setting)
    if found is None:
        return None
    # "it may 5 of them": a small-lettered may or march needs an ordinal to be a month
    weak = match["mon"] in words.doubtful and match["d"].isdigit()
    return Reading(single(found), weak=weak, loose=True)


def _day_range(match: re.Match[str], setting: Setting) -> Reading | None:
    words = setting.words
    month, first = words.months[match["mon"].lower()], _day_number(match, words)
    last = _day_number(match, words, "e")
    start = date(full_year(match["y"]), month, first) if match["y"] else near(month, first, setting)
    if start is None or not first < last:
        return None
    return Reading(Span(start, start.replace(day=last), "day"), loose=not match["y"])


def _month_year(match: re.Match[str], setting: Setting) -> Reading:
    month = match["mon"]
    number = int(month) if month.isdigit() else setting.words.months[month.lower()]
    return Reading(month_of(full_year(match["y"]), number))


def _month(match: re.Match[str], setting: Setting) -> Reading | None:
    number = setting.words.months[match["mon"].lower()]
    turn = setting.words.turns.get(key(match["turn"] or "")) if match["turn"] else None
    first = near(number, 1, setting)
    if first is None or setting.base is None:
        return None
    if turn in {"next", "coming"}:
        year = setting.base.year + (number <= setting.base.month)
        return Reading(month_of(year, number))
    if turn in {"last", "past"}:
        year = setting.base.year - (number >= setting.base.month)
        return Reading(month_of(year, number))
    if turn == "this":
        return Reading(month_of(setting.base.year, number))
    return Reading(month_of(first.year, number), weak=True, loose=True)


def _weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    if setting.base is None:
        return None
    word = match["wd"]
    number = setting.words.weekdays[word.rstrip(".").lower()]
    turn = setting.words.turns[key(match["turn"])] if match["turn"] else ""
    short = len(word) < 5
    weak = short and not turn and (word.islower() or word.lower() in setting.words.doubtful)
    return Reading(single(turned_weekday(number, turn, setting)), weak=weak, loose=not turn)


def turned_weekday(number: int, turn: str, setting: Setting) -> date:
    """``Friday`` with ``this``, ``next``, ``last``, ``coming``, ``past`` or nothing before it.

    Next and last are those of the next and the last week, this is of this week; coming and past
    the nearest one after or before the base; alone it is the nearest in the preferred direction,
    and may be the base itself.
    """
    if setting.base is None:
        raise ValueError("a weekday without a day to count from")
    monday = setting.base - timedelta(days=setting.base.weekday())
    weeks = {"this": 0, "next": 1, "last": -1}
    if turn in weeks:
        return monday + timedelta(days=number + 7 * weeks[turn])
    if turn == "coming":
        return setting.base + timedelta(days=(number - setting.base.weekday() - 1) % 7 + 1)
    if turn == "past":
        return setting.base - timedelta(days=(setting.base.weekday() - number - 1) % 7 + 1)
    if setting.prefer == "future":
        return setting.base + timedelta(days=(number - setting.base.weekday()) % 7)
    return setting.base - timedelta(days=(setting.base.weekday() - number) % 7)


def _relative(match: re.Match[str], setting: Setting) -> Reading | None:
    if setting.base is None:
        return None
    days = setting.words.relative[key(match[0])]
    return Reading(single(setting.base + timedelta(days=days)))


def _turned_unit(match: re.Match[str], setting: Setting) -> Reading | None:
    if setting.base is None:
        return None
    unit = setting.words.units[key(match["unit"])]
    turn = setting.words.turns[key(match["turn"])]
    if match["n"]:
        return _stretch(_number(match["n"], setting.words), unit, turn, setting.base)
    if unit in {"day", "workday", "fortnight"}:
        return None
    move = {"this": 0, "next": 1, "coming": 1, "last": -1, "past": -1}[turn]
    return Reading(holding(_grain(unit), shift(setting.base, move, unit)))


def _stretch(count: int, unit: str, turn: str, base: date) -> Reading | None:
    """``the next two weeks``: from tomorrow on; ``the last two weeks``: up to yesterday."""
    grain = _grain(unit)
    if turn == "this":
        return None
    one = timedelta(days=1)
    if grain == "quarter":
        edge = holding("quarter", base)
        if turn in {"next", "coming"}:
            return Reading(Span(edge.last + one, shift(edge.first, count + 1, unit) - one, grain))
        return Reading(Span(shift(edge.first, -count, unit), edge.first - one, grain))
    if turn in {"next", "coming"}:
        return Reading(Span(base + one, shift(base, count, unit), grain))
    return Reading(Span(shift(base, -count, unit), base - one, grain))


def _grain(unit: str) -> Grain:
    table: dict[str, Grain] = {
        "day": "day", "workday": "day", "week": "week", "fortnight": "week", "month": "month",
        "quarter": "quarter", "year": "year",
    }  # fmt: skip
    return table[unit]


def _offset(sign: int) -> Compute:
    def compute(match: re.Match[str], setting: Setting) -> Reading | None:
        if setting.base is None:
            return None
        unit = setting.words.units[key(match["unit"])]
        count = _number(match["n"], setting.words)
        return Reading(single(shift(setting.base, sign * count, unit)))

    return compute


def _quarter(match: re.Match[str], setting: Setting) -> Reading | None:
    number = match["q"]
    quarter = int(number) if number.isdigit() else setting.words.ordinals[number.lower()]
    if not 1 <= quarter <= 4:
        return None
    if match["y"]:
        return Reading(quarter_of(full_year(match["y"]), quarter))
    month = near(3 * quarter - 2, 1, setting)
    if month is None or setting.base is None:
        return None
    if setting.prefer == "future" and quarter_of(setting.base.year, quarter).last >= setting.base:
        return Reading(quarter_of(setting.base.year, quarter), loose=True)
    return Reading(quarter_of(month.year, quarter), loose=True)


def _week_number(match: re.Match[str], setting: Setting) -> Reading | None:
    if match["y"]:
        year = full_year(match["y"])
    elif setting.base is not None:
        year = setting.base.isocalendar().year
    else:
        return None
    monday = date.fromisocalendar(year, int(match["w"]), 1)
    return Reading(week_of(monday), loose=not match["y"])


def _year(match: re.Match[str], _: Setting) -> Reading:
    return Reading(year_of(int(match["y"])), weak=True)


def _ordinal(match: re.Match[str], setting: Setting) -> Reading | None:
    if setting.base is None:
        return None
    day = _day_number(match, setting.words)
    for step in (0, 1, 2) if setting.prefer == "future" else (0, -1, -2):
        month = shift(setting.base.replace(day=1), step, "month")
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if (found >= setting.base) == (setting.prefer == "future") or found == setting.base:
            return Reading(single(found), weak=True, loose=True)
    return None


def _end_word(match: re.Match[str], setting: Setting) -> Reading | None:
    if setting.base is None:
        return None
    return Reading(end_of(setting.words.ends[match["end"].lower()], setting.base))


def end_of(unit: str, base: date) -> Span:
    """The last day of the week, month, quarter or year that holds the base.

    A week ends for work on Friday; said on a weekend it is the Friday that comes.
    """
    if unit != "week":
        return single(holding(_grain(unit), base).last)
    friday = week_of(base).first + timedelta(days=4)
    friday += timedelta(days=7 if friday < base else 0)
    return Span(friday, friday + timedelta(days=2), "day")


@lru_cache(maxsize=8)
def rules(words: Lexicon) -> tuple[Rule, ...]:
    """The table of rules in a language."""
    months, weekdays = oneof(words.months), oneof(words.weekdays)
    units, turns = oneof(words.units), oneof(words.turns)
    ordinal = rf"\d{{1,2}}(?:{words.ordinal_mark})(?!\w)|{oneof(words.ordinals)}"
    spelled = rf"twenty[\s-]+(?:{oneof(list(words.numbers)[4:13])})"
    day = rf"(?:the[\s-]+)?(?P<d>{ordinal}|{spelled}|\d{{1,2}}(?![\d:]|\.\d))"
    last = rf"(?:the[\s-]+)?(?P<e>{ordinal}|\d{{1,2}}(?![\d:]|[./]\d))"
    year = r"(?P<y>(?:19|20)\d\d(?!\d)|['’]\d\d(?!\d))"
    of = rf"(?:[\s]+(?:{words.of})[\s]+|\s*[,.]?\s*|[-/])"
    number = rf"(?P<n>\d{{1,3}}|{oneof(words.numbers)})"
    amount = {"n": number, "unit": rf"(?P<unit>{units})"}
    edge = r"(?<![\w])"
    table: list[tuple[str, str, Compute]] = [
        ("iso", r"(?<![\d])(?<!\d[-./])(?P<y>(?:19|20)\d\d)(?P<s>[-/._])(?P<m>\d{1,2})(?P=s)"
                r"(?P<d>\d{1,2})(?![\d])(?![-./]\d{4})", _iso),
        ("compact", r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?![\d])", _iso),
        ("numeric", r"(?<![\w.])(?<!\d[-/])(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)"
                    r"(?P<y>(?:19|20)\d\d)(?![\w])(?!-\d)", _numeric),
        ("numeric", r"(?<![\w.])(?<!\d[-/])(?P<a>\d{1,2})(?P<s>/)(?P<b>\d{1,2})/(?P<y>\d\d)"
                    r"(?![\w/])", _numeric),
        ("pair", r"(?<![\w./$€£-])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\w/%]|[-.]\d)", _pair),
        ("month day", rf"{edge}(?P<mon>{months})(?:\.?\s*[,./-]?\s*(?:the\s+)?){day}(?!\s*/)"
                      rf"(?:(?:\s*,?\s+(?:of\s+|in\s+)?|\s*[-/,]\s*){year})?(?!\w)", _month_day),
        ("day month", rf"{edge}{day}{of}(?:day\s+of\s+)?(?P<mon>{months})(?![^\W_])\.?"
                      rf"(?:(?:\s*,?\s+(?:of\s+|in\s+)?|\s*[-/,]\s*)"
                      rf"(?P<y>(?:19|20)\d\d|['’]?\d\d(?=\s*$|\s*[,.;)]))(?!\w|[:.]\d))?", _month_day),
        ("year month day", rf"{edge}(?P<y>(?:19|20)\d\d)[\s,/-]+(?P<mon>{months})\.?[\s,/-]+{day}"
                           r"(?!\w)", _month_day),
        ("day range", rf"{edge}(?P<mon>{months})\.?\s+{day}\s*(?:{words.through})\s*{last}"
                      rf"(?:\s*,?\s+(?:of\s+)?{year})?(?!\w)", _day_range),
        ("day range", rf"{edge}{day}\s*(?:{words.through})\s*{last}{of}(?P<mon>{months})(?!\w)"
                      rf"(?:\s*,?\s+(?:of\s+)?{year})?", _day_range),
        ("month year", rf"{edge}(?P<mon>{months})(?:\.?\s*[,/-]?\s*(?:of\s+|in\s+)?){year}(?!\w|-\d)",
         _month_year),
        ("month year", rf"{edge}(?P<y>(?:19|20)\d\d)[\s/-](?P<mon>{months})(?!\w)", _month_year),
        ("month year", r"(?<![\w/.-])(?P<y>(?:19|20)\d\d)[-/](?P<mon>0?[1-9]|1[0-2])(?![\w/-])",
         _month_year),
        ("month year", r"(?<![\w/.-])(?P<mon>0?[1-9]|1[0-2])[-/](?P<y>(?:19|20)\d\d)(?![\w/-])",
         _month_year),
        ("month", rf"{edge}(?:(?P<turn>{turns})\s+)?(?P<mon>{months})(?![\w])", _month),
        ("weekday", rf"{edge}(?:(?P<turn>{turns})\s+)?(?P<wd>{weekdays})(?![\w’'-])", _weekday),
        ("relative", rf"{edge}(?:{oneof(words.relative)})(?![\w])", _relative),
        ("turned unit", rf"{edge}(?P<turn>{turns})\s+(?:{number}\s+)?(?P<unit>{units})(?![\w])",
         _turned_unit),
        ("offset", rf"{edge}{words.within.format(**amount)}(?!\w)(?!\s+(?:ago|a))", _offset(1)),
        ("offset", rf"{edge}{words.hence.format(**amount)}(?!\w)", _offset(1)),
        ("offset", rf"{edge}{words.ago.format(**amount)}(?!\w)", _offset(-1)),
        ("quarter", rf"{edge}Q(?P<q>[1-4])(?:\s*[-/]?\s*(?:of\s+)?{year})?(?!\w)(?!\s*FY)", _quarter),
        ("quarter", rf"{edge}(?P<y>(?:19|20)\d\d)\s*[-/]?\s*Q(?P<q>[1-4])(?!\w)", _quarter),
        ("quarter", rf"{edge}(?P<q>[1-4](?=(?:{words.ordinal_mark}))|{oneof(list(words.ordinals)[:4])})"
                    rf"(?:{words.ordinal_mark})?\s+(?:{words.quarter})(?:\s+(?:of\s+)?{year})?(?!\w)",
         _quarter),
        ("week number", rf"{edge}(?P<y>(?:19|20)\d\d)-?W(?P<w>\d\d?)(?!\w)", _week_number),
        ("week number", rf"{edge}(?:{words.week_number})\s*(?P<w>\d\d?)\s*(?:of\s+|/|,?\s+){year}(?!\w)",
         _week_number),
        ("week number", rf"{edge}(?:KW|CW)\s*(?P<w>\d\d?)(?!\w)(?P<y>)", _week_number),
        ("year", r"(?<![\w.,/$€£#-])(?P<y>(?:19|20)\d\d)(?![\w/%]|[-.,:]\d)", _year),
        ("ordinal", rf"{edge}the[\s]+(?P<d>{ordinal})(?!\w)", _ordinal),
        ("end word", rf"{edge}(?P<end>{oneof(words.ends)})(?!\w)", _end_word),
    ]  # fmt: skip
    return tuple(
        Rule(name, re.compile(pattern, re.IGNORECASE), compute) for name, pattern, compute in table
    )


def setting(
    base: str | None, language: str, prefer: Prefer = "past", *, dayfirst: bool = False
) -> Setting:
    """The setting of a call: ISO base or None, two letters of a language."""
    day = date.fromisoformat(base[:10]) if base else None
    return Setting(day, prefer, dayfirst, lexicon(language))
