"""A recorded talk as cues: WebVTT, SubRip and plain text, told apart by their content.

Read are Teams' ``<v Name>``, Zoom's ``Name:``, two voices in a cue, SRT under any file name, text
without a header, and text with names before or above what was said. A cue without a name in a talk
that has names is marked ambiguous and attributed to nobody: guessing would measure the wrong
person.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prep.patterns import lazy

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_TIMES = lazy(rf"^\s*{_STAMP}\s*-->\s*{_STAMP}")
_VOICE = lazy(r"<v(?:\.[^\s>]*)?\s+([^>]+)>", re.IGNORECASE)
_TAG = lazy(r"</?[a-zA-Z][^>]*>|<\d[\d:.]*>")
_NAME = r"[^\W_][\w.'’()&/-]*(?: [\w.'’()&/-]+){0,4}"
_LABEL = lazy(
    r"^(?:[-–—]\s*)?(?:\*\*|__)?([^\W_][^:*\n]{0,79}?)\s*(?::(?:\*\*|__)?|(?:\*\*|__):)(?:\s+|$)"
)
_BRACKETS = lazy(r"\((?:[^()]|\([^()]*\))*\)")
NAME_WORDS = 5
_LEAD = lazy(rf"^\s*(?:>\s*)?(?:[-*+]\s+)?[\[(]?{_STAMP}[\])]?\s*[-–—|]?\s*(?=\S)")
_ABOVE = lazy(rf"^\s*(?:\*\*|__)?({_NAME}?)(?:\*\*|__)?\s*[,|–—-]?\s*[\[(]?{_STAMP}[\])]?\s*$")
_NUMBERED = lazy(r"(?:speaker|voice|person) ?\d+", re.IGNORECASE)
_DASH = lazy(r"^\s*[-–—]\s*\S")


class Cue(NamedTuple):
    """One stretch by one voice. Times are seconds from the start, None where the file has none.

    ``speaker`` is the name as written, "" where none stands; ``ambiguous``: it stands without a
    name in a talk that has names.
    """

    speaker: str
    text: str
    line: int
    start: float | None = None
    end: float | None = None
    ambiguous: bool = False

    @property
    def seconds(self) -> float | None:
        """How long it lasted; None where that is not known."""
        if self.start is None or self.end is None:
            return None
        return max(0.0, self.end - self.start)


class Transcript(NamedTuple):
    """A talk. ``timed``: every cue has a start and an end."""

    cues: tuple[Cue, ...]
    timed: bool

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names in the order in which they first speak."""
        return tuple(dict.fromkeys(c.speaker for c in self.cues if c.speaker))


class _Raw(NamedTuple):
    lines: tuple[tuple[int, str], ...]
    start: float | None
    end: float | None
    heading: str = ""


def decode(data: bytes) -> str:
    """The text of a transcript file: UTF-8 or UTF-16 by its mark, else Windows' Western code."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def parse(text: str) -> Transcript:
    """Read a transcript of any of the known shapes; no cue where nothing was said."""
    lines = text.lstrip("\ufeff").splitlines()
    timed = any(_TIMES.match(line) for line in lines)
    raw = tuple(_timed(lines) if timed else _plain(lines))
    names = _accepted(raw)
    cues = [cue for cut in raw for cue in _voices(cut, names)]
    named = any(cue.speaker for cue in cues)
    marked = tuple(c._replace(ambiguous=named and not c.speaker) for c in cues)
    return Transcript(marked, timed and bool(marked))


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> float:
    part = float(f"0.{fraction}") if fraction else 0.0
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + part


def _timed(lines: Sequence[str]) -> Iterator[_Raw]:
    starts = [n for n, line in enumerate(lines) if _TIMES.match(line)]
    for place, first in enumerate(starts):
        match = _TIMES.match(lines[first])
        last = starts[place + 1] if place + 1 < len(starts) else len(lines)
        body = _payload(lines, first + 1, last, more=place + 1 < len(starts))
        if match and body:
            parts = match.groups()
            yield _Raw(body, _seconds(*parts[:4]), _seconds(*parts[4:]))


def _payload(
    lines: Sequence[str], first: int, last: int, *, more: bool
) -> tuple[tuple[int, str], ...]:
    body = []
    for number in range(first, last):
        if not lines[number].strip():
            break
        body.append((number + 1, lines[number].strip()))
    # Files without blank lines between cues: the last line before the next times is its number.
    if more and body and body[-1][0] == last and body[-1][1].isdecimal():
        body.pop()
    return tuple(body)


def _plain(lines: Sequence[str]) -> Iterator[_Raw]:
    """Text without times of cues: each run of lines without a blank one between is one stretch."""
    heading, start = "", None
    body: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        above = _ABOVE.match(line)
        lead = None if above else _LEAD.match(line)
        ends = not line.strip() or line.startswith(("#", "---", "WEBVTT"))
        if body and (ends or above or lead):
            yield _Raw(tuple(body), start, None, heading)
            body = []
        if above:
            heading, start = above.group(1).strip("*_ "), _seconds(*above.groups()[1:])
        elif not ends:
            start = _seconds(*lead.groups()) if lead else start
            body.append((number, line[lead.end() if lead else 0 :].lstrip("> ").strip()))
    if body:
        yield _Raw(tuple(body), start, None, heading)


def _label(line: str) -> tuple[str, str] | None:
    """The name before a colon and what is said; a title in brackets belongs to the name."""
    match = _LABEL.match(line)
    if match is None:
        return None
    name = match.group(1).strip()
    words = _BRACKETS.sub(" ", name).split()
    capital = all(w[0].isupper() or not w[0].isalpha() for w in words)
    if not 0 < len(words) <= NAME_WORDS:
        return None
    if len(words) > 1 and not capital and not _NUMBERED.fullmatch(name):
        return None
    return name, line[match.end() :]


def _accepted(raw: Sequence[_Raw]) -> frozenset[str]:
    """Names before a colon that are speakers: in bold, said twice, or where most lines have one."""
    lines = [_untag(line) for cut in raw for _, line in cut.lines]
    seen: Counter[str] = Counter(found[0] for line in lines if (found := _label(line)))
    bold = {m.group(1) for line in lines if "**" in line and (m := _LABEL.match(line))}
    most = sum(seen.values()) >= 0.6 * len(lines)
    return frozenset(name for name, count in seen.items() if most or count > 1 or name in bold)


def _untag(line: str) -> str:
    return html.unescape(_TAG.sub("", line)).strip()


def _voices(raw: _Raw, names: frozenset[str]) -> Iterator[Cue]:
    """The cues of one stretch: its time is shared among its voices by their words."""
    voices: list[tuple[str, list[str], int]] = []
    for number, line in raw.lines:
        for speaker, words, fresh in _spoken(line, names):
            if voices and not fresh:
                voices[-1][1].append(words)
            else:
                voices.append((speaker or raw.heading, [words], number))
    parts = [(s, " ".join(w for w in words if w), n) for s, words, n in voices]
    yield from _shared([p for p in parts if p[1]], raw)


def _shared(parts: Sequence[tuple[str, str, int]], raw: _Raw) -> Iterator[Cue]:
    total = sum(len(text.split()) for _, text, _ in parts) or 1
    said = 0
    for speaker, text, number in parts:
        start, end = raw.start, raw.end
        if len(parts) > 1 and start is not None and end is not None:
            length = end - start
            start = raw.start + length * said / total if raw.start is not None else None
            said += len(text.split())
            end = raw.start + length * said / total if raw.start is not None else None
        yield Cue(speaker, text, number, start, end)


def _spoken(line: str, names: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """(speaker, words, begins a new voice) for each voice of a line."""
    marks = list(_VOICE.finditer(line))
    if marks:
        if before := _untag(line[: marks[0].start()]):
            yield "", before, False
        for place, mark in enumerate(marks):
            end = marks[place + 1].start() if place + 1 < len(marks) else len(line)
            yield html.unescape(mark.group(1).strip()), _untag(line[mark.end() : end]), True
        return
    plain = _untag(line)
    found = _label(plain)
    if found and found[0] in names:
        yield found[0], found[1], True
    else:
        yield "", plain.lstrip("-–— ") if _DASH.match(plain) else plain, bool(_DASH.match(plain))
