"""Evidence to a brief: rank once, give each claim one home, cap, and put the sharpest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from prep.brief.evidence import Evidence
from prep.brief.home import home
from prep.brief.rank import Ranked, rank
from prep.brief.sections import TABLE, summary
from prep.brief.wording import title
from prep.model.brief import Brief, Contact, Empty, Entry, Section
from prep.shelf import Shelf
from prep.words import content, cover, likeness, tokens, told_apart

CAPS = {
    "since_last": 3, "commitments": 9, "tasks": 8, "open_questions": 7, "talking_points": 6,
    "sensitivities": 4, "decisions": 4, "people": 6, "profile": 7, "recent_context": 18,
    "news": 3, "gaps": 6,
}  # fmt: skip
FIRST = {
    "decision": ("decisions",), "delivery": ("commitments", "tasks"),
    "commercial": ("sensitivities",), "one-to-one": ("commitments",),
}  # fmt: skip
"""Sections that a kind of meeting puts ahead of the rest."""
PROMISES = ("commitments", "tasks")
SAME_DEED, DEED = 0.66, 3
"""Two promises are one when two thirds of the shorter one's telling words, and three at least,
are shared: minutes tell a deed in prose and again in the list of actions."""
FACTS = ("profile", "sensitivities", "decisions")
"""A repeated line stays in these sections rather than in those before them on the page."""
SAME_WORDS = 0.75
"""Shared over all words; the measure of the project counts a repetition above .8."""
QUOTED = ("open_questions",)
"""Sections whose lines stand as they are written: a part of one, asked apart, is said twice."""
SUBSET, FEWEST = 0.9, 5
"""A shorter wording repeats a longer one when nine tenths of its telling words stand there, and it
has at least five: short lines share words by chance."""


class Style(NamedTuple):
    """What the owner may set of a brief's shape."""

    language: str = "en"
    order: tuple[str, ...] = ()
    headings: Mapping[str, str] = {}
    entries: int = 40
    words: int = 600
    section: int | None = None


def assemble(evidence: Evidence, style: Style) -> Brief:
    """The brief on ``evidence``; the same evidence gives the same brief."""
    pools = _pools(evidence)
    made = {key: make(evidence, pools.get(key, ())) for key, make in TABLE.items()}
    distinct = _distinct(made)
    kept = _within(distinct, style)
    sections = {key: _section(evidence, key, distinct[key], kept[key], style) for key in TABLE}
    first = summary.entries(evidence, sections, style.language)
    lead = Section("summary", title("summary", style.language, style.headings), first)
    order = _order(evidence, style)
    return Brief(
        kind="brief",
        title=evidence.subject.name,
        subject=evidence.subject,
        as_of=evidence.as_of,
        audience=evidence.audience,
        sections=(lead, *(sections[key] for key in order)),
        last_contact=evidence.last_contact or Contact(None),
        last_mention=evidence.last_mention or Contact(None),
        tree=evidence.tree,
        withheld=evidence.withheld,
        problems=evidence.problems,
        language=style.language,
        meeting_kind=evidence.meeting_kind,
    )


def _pools(evidence: Evidence) -> dict[str, list[Ranked]]:
    pools: dict[str, list[Ranked]] = {}
    for item in rank(evidence):
        pools.setdefault(home(evidence, item), []).append(item)
    return pools


def _distinct(made: Mapping[str, Sequence[Entry]]) -> dict[str, list[Entry]]:
    """No entry says again what one before it says; what repeats lends its sources and its day."""
    seen = _Seen()
    kept: dict[str, list[Entry]] = {}
    for key in sorted(made, key=lambda k: k not in FACTS):
        kept[key] = []
        for entry in made[key]:
            line = _line(entry, key, len(kept[key]))
            same = seen.first_that_says(line)
            whole = _whole_of(entry, line, kept[key]) if same is None and key in QUOTED else None
            if whole is not None:
                kept[key][whole] = _with_part(kept[key][whole], entry)
            elif same is None:
                seen.add(line)
                kept[key].append(entry)
            elif key in PROMISES and same.key in PROMISES:
                first = kept[same.key][same.at]
                kept[same.key][same.at] = _absorbed(first, entry)
    return kept


class _Line(NamedTuple):
    """A line of the page: its words, the stems of those that say what it is about, its place.

    ``side``: mine or theirs, where it is a promise; ``box``: the note of a check box.
    """

    words: frozenset[str]
    stems: frozenset[str]
    key: str
    at: int
    text: str = ""
    who: str = ""
    side: str = ""
    box: str = ""

    @property
    def telling(self) -> frozenset[str]:
        """The stems; of a line that has none, its words."""
        return self.stems or self.words


def _line(entry: Entry, key: str, at: int) -> _Line:
    side = entry.direction if entry.direction in ("mine", "theirs") else ""
    box = entry.sources[0].path if entry.rule.startswith("task.") and entry.sources else ""
    words = frozenset(tokens(entry.text))
    return _Line(words, content(entry.text), key, at, entry.text, entry.who or "", side or "", box)


class _Seen:
    """The lines taken so far, found by their words, by their stems, and promises apart."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []
        self._words, self._stems, self._promised = Shelf(), Shelf(), Shelf()

    def add(self, line: _Line) -> None:
        row = len(self._lines)
        self._lines.append(line)
        self._words.put(row, line.words)
        self._stems.put(row, line.stems)
        if line.key in PROMISES:
            self._promised.put(row, line.stems)

    def first_that_says(self, line: _Line) -> _Line | None:
        """The first line that says what this one says, or None (see ``_repeats``)."""
        near = self._words.near(line.words, int(SAME_WORDS * len(line.words)) + 1)
        if len(line.stems) >= FEWEST:
            near |= self._stems.near(line.stems, ceil(round(SUBSET * len(line.stems), 6)))
        if line.key in PROMISES:
            near |= self._promised.near(line.stems, DEED)
        lines = (self._lines[row] for row in sorted(near))
        return next((seen for seen in lines if _repeats(line, seen)), None)


def _whole_of(entry: Entry, line: _Line, before: Sequence[Entry]) -> int | None:
    """Which entry before it quotes the very line that this one is a part of."""
    places = {(source.path, source.line) for source in entry.sources}
    for at, first in enumerate(before):
        told = {(source.path, source.line) for source in first.sources}
        if first.quote and not told.isdisjoint(places) and line.stems <= content(first.text):
            return at
    return None


def _with_part(first: Entry, part: Entry) -> Entry:
    """A line with where else a part of it stands, and since when that is open."""
    sources = tuple(dict.fromkeys((*first.sources, *part.sources)))
    return replace(first, sources=sources, why=first.why or part.why)


def _absorbed(first: Entry, again: Entry) -> Entry:
    """A promise and the task that repeats it are one, with both places and the day that is due."""
    overdue = "overdue" in (first.state, again.state)
    return replace(
        first,
        sources=tuple(dict.fromkeys((*first.sources, *again.sources))),
        due=first.due or again.due,
        state="overdue" if overdue else first.state,
    )


def _repeats(line: _Line, seen: _Line) -> bool:
    """Whether a line says again what another says; a promise and a task need fewer words."""
    if line.key in PROMISES and seen.key in PROMISES:
        if _are_two(line, seen):
            return line.words == seen.words and line.side == seen.side
        shared = len(line.stems & seen.stems)
        if shared >= DEED and cover(line.stems, seen.stems) >= SAME_DEED:
            return True
    return _says_again(line, seen)


def _are_two(line: _Line, seen: _Line) -> bool:
    """Promises of two parties, boxes of one list, or of a differing name or number."""
    parties = bool(line.side and seen.side and line.side != seen.side)
    boxes = bool(line.box) and line.box == seen.box
    return parties or boxes or told_apart(line.text, seen.text, f"{line.who} {seen.who}")


def _says_again(new: _Line, old: _Line) -> bool:
    """Near the same words, some that tell among them; or nothing that the other does not say."""
    if likeness(new.words, old.words) > SAME_WORDS:
        return not new.telling.isdisjoint(old.telling)
    within = FEWEST <= len(new.stems) <= len(old.stems)
    return within and cover(new.stems, old.stems) >= SUBSET


def _within(made: Mapping[str, Sequence[Entry]], style: Style) -> dict[str, list[Entry]]:
    """Each section under its cap; then the weakest of all go until the whole fits."""
    cut = {key: list(found[: style.section or CAPS[key]]) for key, found in made.items()}
    everything = sorted(
        ((entry.score, key, entry) for key, found in cut.items() for entry in found if entry.score),
        key=lambda row: (row[0], row[1], row[2].id),
    )
    count = sum(len(found) for found in cut.values())
    size = sum(_length(entry) for found in cut.values() for entry in found)
    for _, key, entry in everything:
        if count <= style.entries and size <= style.words:
            break
        cut[key].remove(entry)
        count, size = count - 1, size - _length(entry)
    return cut


def _length(entry: Entry) -> int:
    return len(entry.text.split())


def _section(
    evidence: Evidence, key: str, made: Sequence[Entry], kept: Sequence[Entry], style: Style
) -> Section:
    empty: Empty | None = None
    if not kept:
        empty = (
            "could not be read"
            if not made and evidence.problems and not evidence.notes
            else "none found"
        )
    more = len(made) - len(kept)
    where = f"prep brief {evidence.subject.name!r} --limit {len(made)}" if more else ""
    return Section(key, title(key, style.language, style.headings), tuple(kept), empty, more, where)


def _order(evidence: Evidence, style: Style) -> list[str]:
    asked = [key for key in style.order if key in TABLE]
    ahead = [key for key in FIRST.get(evidence.meeting_kind, ()) if not asked]
    rest = [key for key in TABLE if key not in asked and key not in ahead]
    return [*asked, *ahead, *rest] if not asked else [*asked, *rest]
