"""A transcript's lines to one row a speaker's turn; its times, numbers and tags are dropped.

Shapes: WebVTT of Zoom (``Name: text``) and Teams (``<v Name>text</v>``), SubRip, Otter (``Name``,
two blanks, a time; the text below), ``**Name** (00:12): text``, ``[00:12] text``, ``Name: text``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from prep.notes.row import Row
from prep.patterns import lazy

_TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_ARROW = lazy(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_HEADER = lazy(
    rf"(?:>\s*)?(?:\*\*|__)?([^\W\d_][^:*\[\]()|]{{0,48}}?)(?:\*\*|__)?(?:\s{{2,}}|\s*[|–,-]\s*|\s*[\[(])"
    rf"({_TIME})[\])]?\s*(?:[ap]m)?\s*:?\s*(.*)$",
    re.IGNORECASE,
)
_LEAD = lazy(rf"(?:>\s*)?[\[(]?({_TIME})[\])]?\s*[-–|]?\s*(.*)$")
_VOICE = lazy(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = lazy(r"</?[a-zA-Z][^>]*>|<\d[\d:.]*>")
_NAMED = lazy(r"(?:\*\*|__)?([^\W_][\w.'’ -]{0,40}?)\s*(?::(?:\*\*|__)?|(?:\*\*|__):)(?:\s+|$)")
_FOOTER = lazy(r"\s*(?:transcribed by|WEBVTT|NOTE\b|STYLE\b|Kind:|Language:)", re.IGNORECASE)
CUE = lazy(
    rf"[\[(]?(?P<time>{_TIME})(?:[\])]|\s)|"
    rf"(?:\*\*)?[^\W\d_][^:\n]{{0,48}}?[\s(\[](?P<after>{_TIME})[\])]?:?(?:\s|$)"
)
"""How a paragraph of a talk begins: by a time, or by a name and a time."""


def seconds(cue: re.Match[str]) -> int:
    """Return how far into the talk a cue stands, by ``mm:ss`` or ``h:mm:ss``."""
    total = 0
    for part in re.split("[.,]", cue["time"] or cue["after"])[0].split(":"):
        total = total * 60 + int(part)
    return total


class _Turns:
    """The rows made so far, and the turn that goes on."""

    __slots__ = ("_words", "rows", "speaker")

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.speaker = ""
        self._words: list[str] = []

    def begin(self, speaker: str, words: str, line: int) -> None:
        """Begin a turn, or go on with that of the same speaker."""
        if self.rows and self.speaker == speaker and speaker and self.rows[-1].kind == "paragraph":
            self.add(words, line)
            return
        self.close()
        self.speaker = speaker
        self.rows.append(Row("paragraph", "", line, line))
        self._words = [words] if words else []

    def add(self, words: str, line: int) -> None:
        """Add words to the open turn."""
        self.rows[-1].end = line
        if words:
            self._words.append(words)

    def close(self) -> None:
        """Give the open turn its text."""
        if self.rows and self.rows[-1].kind == "paragraph" and not self.rows[-1].text:
            said = " ".join(self._words)
            self.rows[-1].text = f"{self.speaker}: {said}" if self.speaker else said
            if not said:
                self.rows.pop()
        self._words = []


def rows(lines: Sequence[str], first: int) -> list[Row]:
    """Cut the lines from index ``first`` on into turns and headings."""
    turns = _Turns()
    for index in range(first, len(lines)):
        _take(turns, lines[index], index + 1)
    turns.close()
    return turns.rows


def _take(turns: _Turns, line: str, number: int) -> None:
    bare = line.strip()
    if not bare or bare.isdecimal() or _FOOTER.match(bare) or bare.startswith(("```", "---")):
        return
    if bare.startswith("#"):
        turns.close()
        turns.speaker = ""
        text = bare.lstrip("#").strip()
        turns.rows.append(
            Row("heading", text, number, number, min(len(bare) - len(bare.lstrip("#")), 6))
        )
        return
    if _ARROW.match(bare):
        return
    header = _HEADER.match(bare)
    if header:
        turns.begin(header[1].strip(), _clean(header[3]), number)
        return
    lead = _LEAD.match(bare)
    words = lead[2] if lead else bare
    _spoken(turns, words, number, cued=lead is not None)


def _spoken(turns: _Turns, words: str, number: int, *, cued: bool) -> None:
    """Take what was said, with the name before it if there is one."""
    voice = _VOICE.search(words)
    clean = _clean(words)
    named = None if voice else _NAMED.match(clean)
    if voice:
        turns.begin(html.unescape(voice[1]).strip(), clean, number)
    elif named:
        turns.begin(named[1].strip(), clean[named.end() :], number)
    elif cued or not turns.rows or turns.rows[-1].kind == "heading":
        turns.begin("", clean, number)
    else:
        turns.add(clean, number)


def _clean(words: str) -> str:
    return html.unescape(_TAG.sub("", words)).strip()
