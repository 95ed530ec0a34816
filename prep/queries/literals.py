"""Literals of the expression language: dates, durations, links, tags, identifiers, numbers.

Each ``read_…`` looks at one place of a text and gives the value with the place after it, or None.
The shapes are those of Dataview's ``expression/parse.ts``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from prep.patterns import lazy
from prep.queries.durations import Duration, total
from prep.queries.values import Link, Value

EMOJI = (
    r"(?:[\U0001F1E6-\U0001F1FF]{2}|[0-9#*]\uFE0F?\u20E3|"
    r"[\u00A9\u00AE\u203C\u2049\u2122\u2139\u2194-\u21AA\u231A-\u23FF\u24C2\u25AA-\u25FE"
    r"\u2600-\u27BF\u2934\u2935\u2B05-\u2B55\u3030\u303D\u3297\u3299\U0001F004-\U0001FAFF]"
    r"\uFE0F?[\U0001F3FB-\U0001F3FF]?(?:\u200D[\u2600-\u27BF\U0001F300-\U0001FAFF]\uFE0F?"
    r"[\U0001F3FB-\U0001F3FF]?)*)"
)
LETTER = r"[^\W\d_]"
IDENTIFIER = rf"(?:{LETTER}|{EMOJI})(?:[0-9_-]|{LETTER}|{EMOJI})*"
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
LINK = r"\[\[([^\[\]]*?)\]\]"
TAG = r"#[^\u2000-\u206F\u2E00-\u2E7F'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\\s]*"
BOOLEAN = "true|false|True|False"
STRING = r'"(?:\\[\s\S]|[^"\\])*"'

_DATE = lazy(
    r"(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{3}))?"
    r"(?:([+-]\d{1,2}(?::\d{2})?)|(Z)|\[([0-9A-Za-z+,\-./]+)\])?)?)?)?)?",
    re.ASCII,
)
_UNIT_NAMES = {
    "years": "year years yr yrs", "months": "month months mo mos", "weeks": "week weeks wk wks w",
    "days": "day days d", "hours": "hour hours hr hrs h", "minutes": "minute minutes min mins m",
    "seconds": "second seconds sec secs s",
}  # fmt: skip
_UNITS = {name: unit for unit, names in _UNIT_NAMES.items() for name in names.split()}
_LONGEST_FIRST = "|".join(sorted(_UNITS, key=len, reverse=True))
_AMOUNT = lazy(rf"({NUMBER})\s*({_LONGEST_FIRST})")
_GAP = lazy(r"\s*,\s*|\s*")
_COMMA = lazy(r"\s*,\s*")
_ESCAPE = lazy(r"\\([\s\S])")
_SHORTHANDS: dict[str, tuple[str, int]] = {
    "now": ("now", 0), "today": ("day", 0), "yesterday": ("day", -1), "tomorrow": ("day", 1),
    "sow": ("week", 0), "start-of-week": ("week", 0), "eow": ("week", 1),
    "end-of-week": ("week", 1),
    "som": ("month", 0), "start-of-month": ("month", 0), "eom": ("month", 1),
    "end-of-month": ("month", 1), "soy": ("year", 0), "start-of-year": ("year", 0),
    "eoy": ("year", 1), "end-of-year": ("year", 1),
}  # fmt: skip


def number_of(text: str) -> float:
    """Give the number that ``text`` writes, whole ones as ``int``."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def read_date(text: str, at: int) -> tuple[datetime, int] | None:
    """Read ``YYYY-MM[-DD[THH[:mm[:ss[.SSS][zone]]]]]``.

    A day or an hour too many rolls over into the next (30 February is 2 March); a month does not.
    """
    found = _DATE.match(text, at)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    if not (1 <= month <= 12 and year):
        return None
    day, hour, minute, second, milli = (int(found[n] or 0) for n in range(3, 8))
    past = timedelta(
        days=day - 1 if found[3] else 0, hours=hour, minutes=minute, seconds=second,
        milliseconds=milli,
    )  # fmt: skip
    try:
        zone = _zone(found)
        return (datetime(year, month, 1) + past).replace(tzinfo=zone), found.end()  # noqa: DTZ001 -- local time has no zone here
    except (OverflowError, ValueError, LookupError):
        return None


def _zone(found: re.Match[str]) -> tzinfo | None:
    """Give the zone written after a time, None for local time."""
    if found[8]:
        hours, _, minutes = found[8].partition(":")
        sign = -1 if hours.startswith("-") else 1
        return timezone(timedelta(hours=int(hours), minutes=sign * int(minutes or 0)))
    if found[10]:
        from zoneinfo import ZoneInfo

        return ZoneInfo(found[10])
    return UTC if found[9] else None


def read_shorthand(text: str, at: int, now: datetime) -> tuple[datetime, int] | None:
    """Read ``today``, ``sow``, ``end-of-month`` and so on, relative to ``now``."""
    for name in sorted(_SHORTHANDS, key=len, reverse=True):
        if text.startswith(name, at):
            grain, steps = _SHORTHANDS[name]
            return _relative(now, grain, steps), at + len(name)
    return None


def _relative(now: datetime, grain: str, steps: int) -> datetime:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    instant_before = timedelta(milliseconds=-1)
    match grain:
        case "now":
            return now
        case "day":
            return midnight + timedelta(days=steps)
        case "week":
            monday = midnight - timedelta(days=midnight.weekday())
            return monday + timedelta(days=7) + instant_before if steps else monday
        case "month":
            first = midnight.replace(day=1)
            following = (first + timedelta(days=32)).replace(day=1)
        case _:
            first = midnight.replace(month=1, day=1)
            following = first.replace(year=first.year + 1)
    return following + instant_before if steps else first


def read_duration(text: str, at: int) -> tuple[Duration, int] | None:
    """Read ``4hr 2min``, ``2 days, 6 minutes``: amounts with units, not normalized."""
    parts: list[Duration] = []
    end, start = at, at
    while found := _AMOUNT.match(text, start):
        parts.append(Duration({_UNITS[found[2]]: number_of(found[1])}))
        end = found.end()
        gap = _GAP.match(text, end)
        start = gap.end() if gap else end
    return (total(parts), end) if parts else None


def unescape(quoted: str) -> str:
    r"""Give the text of a quoted string: ``\"`` and ``\\`` are undone, other ``\x`` stay."""
    return _ESCAPE.sub(lambda m: m[1] if m[1] in '"\\' else m[0], quoted[1:-1])


def link_of(inner: str, *, embed: bool = False) -> Link:
    r"""Give the link whose inside is ``inner``: ``path#sub|display``, ``\|`` for a plain pipe."""
    pipe = inner.find("|")
    while pipe > 0 and inner[pipe - 1] == "\\":
        pipe = inner.find("|", pipe + 1)
    if pipe < 0:
        return infer_link(inner.replace("\\|", "|"), embed=embed)
    return infer_link(inner[:pipe].replace("\\|", "|"), display=inner[pipe + 1 :], embed=embed)


def infer_link(target: str, *, display: str | None = None, embed: bool = False) -> Link:
    """Give the link to ``target``, which may name a heading (``#``) or a block (``#^``)."""
    if "#^" in target:
        path, block = target.split("#^")[:2]
        return Link(path, "block", block, display, embed)
    if "#" in target:
        path, heading = target.split("#")[:2]
        return Link(path, "header", header_for_link(heading), display, embed)
    return Link(target, "file", None, display, embed)


def header_for_link(heading: str) -> str:
    """Give a heading's words as links name it: letters, digits, ``_`` and ``-``, single blanks."""
    kept = re.findall(rf"{EMOJI}|[\w-]+|[\s\S]", heading)
    spaced = "".join(part if _kept(part) else " " for part in kept)
    return " ".join(spaced.split())


def canonical_key(name: str) -> str:
    """Give the name under which queries can always reach a field: ``Due Date`` is ``due-date``."""
    parts = re.findall(rf"{EMOJI}|[\w-]+|\s+|[\s\S]", name)
    return "".join("-" if part.isspace() else part.lower() for part in parts if _keyed(part))


def _kept(part: str) -> bool:
    return bool(re.fullmatch(rf"{EMOJI}|[\w-]+", part))


def _keyed(part: str) -> bool:
    return part.isspace() or _kept(part)


def read_value(text: str) -> Value:
    """Give what an inline field's text means: the literal that it is as a whole, else the text.

    Literals with commas between them are a list.
    """
    if not text.strip():
        return None
    first = _read_atom(text, 0)
    if first is None:
        return text
    values, end = [first[0]], first[1]
    while comma := _COMMA.match(text, end):
        following = _read_atom(text, comma.end())
        if following is None:
            # one value with a comma after it, and nothing more, is a list of one
            return values if len(values) == 1 and comma.end() == len(text) else text
        values.append(following[0])
        end = following[1]
    if end != len(text):
        return text
    return values if len(values) > 1 else values[0]


def _read_atom(text: str, at: int) -> tuple[Value, int] | None:
    date = read_date(text, at)
    if date:
        return date
    duration = read_duration(text, at)
    if duration:
        return duration[0].normal(), duration[1]
    for pattern, value in _ATOMS:
        found = pattern.match(text, at)
        if found:
            return value(found), found.end()
    return None


def embed_or_link(found: re.Match[str]) -> Link:
    """Give the link of a match of ``(!?)[[…]]``."""
    return link_of(found[2], embed=bool(found[1]))


_ATOMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Value]], ...] = (
    (re.compile(STRING), lambda m: unescape(m[0])),
    (re.compile(TAG), lambda m: m[0]),
    (re.compile(rf"(!?){LINK}"), embed_or_link),
    (re.compile(BOOLEAN), lambda m: m[0].lower() == "true"),
    (re.compile(NUMBER), lambda m: number_of(m[0])),
    (re.compile("null"), lambda _: None),
)


def whole_literal(text: str) -> Value:
    """Give a front matter text as the date, duration or link that it is as a whole, else itself."""
    for read in (read_date, read_duration):
        found = read(text, 0)
        if found and found[1] == len(text):
            return found[0]
    link = re.fullmatch(rf"(!?){LINK}", text)
    return embed_or_link(link) if link else text
