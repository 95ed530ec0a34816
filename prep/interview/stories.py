"""Stories written by hand, in any of the forms that people use.

STAR, CAR, PAR, SOAR and their words in full; as labelled lines, sub-headings, a table, a callout
or front matter; under a heading that begins with Story, in a note of that kind, or tagged #story.
Case, bold, order and missing parts do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from prep.interview.labels import plain
from prep.interview.material import Material
from prep.interview.telling import telling
from prep.model.brief import Source
from prep.model.note import Block
from prep.patterns import lazy

Part = Literal[
    "situation", "task", "action", "result", "lesson", "number", "shows", "used", "provenance"
]

_WORDS: dict[Part, str] = {
    "situation": "s|situation|context|background|setting",
    "task": "t|task|goal|problem|challenge|obstacle|p|o|my part|my job",
    "action": "a|action|actions|what i did|approach|steps",
    "result": "r|result|results|outcome|impact|effect",
    "lesson": "l|lesson|lessons|learned|learnt|what i learned|reflection|takeaway",
    "number": "number|numbers|figure|figures|metric|metrics",
    "shows": "shows|tests|competency|competencies|skills",
    "used": "used|told|told at",
    "provenance": "provenance|proof|source|where from",
}
_PART = {word: part for part, words in _WORDS.items() for word in words.split("|")}
_TOLD = frozenset({"situation", "task", "action", "result"})
_ROLE: dict[str, Part] = {"S": "situation", "T": "task", "A": "action", "R": "result"}
_LABEL = lazy(r"^(?P<label>[A-Za-z][A-Za-z ]{0,17}?)\s*(?::|\s[-–—]\s)\s*(?P<value>.*)$", re.DOTALL)
_TITLE = lazy(
    r"^(?:story|star|car|soar|par)\b\s*(?:\d+\s*)?[:–—-]?\s*(?P<title>.*)$", re.IGNORECASE
)
_CALLOUT = lazy(r"^\[!story\][+-]?\s*(?P<title>.*)$", re.IGNORECASE)
_STORY_TAG = lazy(r"(?<!\w)#(?:story|star)\b", re.IGNORECASE)
_DAY = lazy(r"\d{4}-\d\d-\d\d")


class Said(NamedTuple):
    """One part of a story: its words and where they stand."""

    part: Part
    words: str
    source: Source


class Story(NamedTuple):
    """A story. ``proposed``: found in daily notes, not written as one, and so never used silently.

    ``shows`` holds the tags as written; ``sources`` all of its lines.
    """

    title: str
    parts: tuple[Said, ...]
    sources: tuple[Source, ...]
    proposed: bool = False

    def of(self, part: Part) -> str:
        """The words of a part, joined; "" where it is missing."""
        return " ".join(said.words for said in self.parts if said.part == part)

    @property
    def shows(self) -> str:
        """The competencies that the owner says it shows, as written."""
        return ", ".join(said.words for said in self.parts if said.part == "shows")

    @property
    def text(self) -> str:
        """Title and narrative, for matching."""
        told = ("situation", "task", "action", "result", "lesson", "number")
        return " ".join([self.title, *(s.words for s in self.parts if s.part in told)])

    @property
    def used(self) -> tuple[tuple[str, str], ...]:
        """When and where it was told, as (day, the rest of the line)."""
        return tuple(
            (day.group(0), said.words.replace(day.group(0), "").strip(" ,;"))
            for said in self.parts
            if said.part == "used" and (day := _DAY.search(said.words))
        )

    @property
    def path(self) -> str:
        """The note that it stands in."""
        return self.sources[0].path


def stories(material: Sequence[Material]) -> tuple[Story, ...]:
    """All stories that the owner wrote down, in the order of the notes."""
    return tuple(story for given in material for story in _of_note(given))


def part_of(label: str) -> Part | None:
    """The part that a label names, or None."""
    return _PART.get(re.sub(r"[^a-z ]", "", label.lower()).strip())


def _of_note(given: Material) -> Iterator[Story]:
    note = given.note
    starts = [(n, t) for n, b in enumerate(note.blocks) if (t := _title(b)) is not None]
    if not starts and _is_story(given):
        yield from _made(given, note.title, range(len(note.blocks)), front=True)
        return
    for number, title in starts:
        # A note's properties are those of its story where it tells one only.
        yield from _made(given, title, _extent(note.blocks, number), front=len(starts) == 1)
    yield from _rows(given)


def _is_story(given: Material) -> bool:
    note = given.note
    folders = note.path.lower().split("/")[:-1]
    return note.kind == "story" or "stories" in folders or "story" in {t.lower() for t in note.tags}


def _title(block: Block) -> str | None:
    text = plain(block.text)
    if match := _CALLOUT.match(text):
        return match["title"].split("\n")[0].strip() or "Story"
    if block.kind != "heading":
        return None
    if _STORY_TAG.search(block.text):
        return _STORY_TAG.sub("", text).strip()
    match = _TITLE.match(text)
    return match["title"].strip() or text if match else None


def _extent(blocks: Sequence[Block], start: int) -> range:
    """The blocks of the story that begins at ``start``: a callout's, or all below its heading."""
    first = blocks[start]
    end = start + 1
    while end < len(blocks):
        block = blocks[end]
        if first.kind == "heading":
            if block.kind == "heading" and block.level <= first.level:
                break
        elif not block.quoted or _CALLOUT.match(block.text):
            break
        end += 1
    return range(start, end)


def _made(given: Material, title: str, extent: range, *, front: bool) -> Iterator[Story]:
    parts = [*(_front(given) if front else ()), *_parts(given, extent)]
    blocks = [given.note.blocks[n] for n in extent]
    if not any(said.part in _TOLD for said in parts):
        parts += _prose(given, blocks)
    if not any(said.part in _TOLD for said in parts):
        return
    whole = given.source(blocks[0].line, max(b.end_line for b in blocks), blocks[0].episode)
    yield Story(title, tuple(parts), (whole,))


def _prose(given: Material, blocks: Sequence[Block]) -> Iterator[Said]:
    """A story told without labels: each sentence in the role that its words show."""
    told = [b for b in blocks if b.kind in {"paragraph", "item"} and len(b.text.split()) > 3]
    roles = telling(" ".join(plain(b.text) for b in told)).roles
    for role, sentence in roles:
        block = next((b for b in told if sentence[:30] in plain(b.text)), told[0])
        yield Said(_ROLE[role], sentence, given.source_of(block))


def _front(given: Material) -> Iterator[Said]:
    for field in given.note.fields:
        part = part_of(field.raw)
        if part and field.place == "front" and field.values:
            source = given.source(field.line, field.end_line)
            yield Said(part, ", ".join(field.values), source)


def _parts(given: Material, extent: range) -> Iterator[Said]:
    """Labelled lines open a part; lines without a label continue the one that is open."""
    current: Part | None = None
    for number in extent:
        block = given.note.blocks[number]
        lines = block.text.split("\n")
        for offset, line in enumerate(lines):
            part, words = _line(block, line, current)
            if part is not None:
                current = part
            if current and words:
                place = min(block.line + offset, block.end_line)
                yield Said(current, words, given.source(place, place, block.episode))


def _line(block: Block, line: str, current: Part | None) -> tuple[Part | None, str]:
    text = plain(line)
    if _CALLOUT.match(text) or (block.kind == "heading" and _title(block) is not None):
        return None, ""
    if block.kind == "row":
        label, _, rest = text.partition(" | ")
        part = part_of(label)
        return part, rest.strip() if part else ""
    match = _LABEL.match(text)
    if match and (part := part_of(match["label"])):
        return part, match["value"].strip()
    if block.kind == "heading":
        return part_of(text.rstrip(":")), ""
    bare = part_of(text.rstrip(":")) if len(text) > 1 else None
    return (bare, "") if bare else (None, text if current else "")


def _rows(given: Material) -> Iterator[Story]:
    """A table with a row a story: its head names the parts."""
    head: list[tuple[int, Part]] = []
    for block in given.note.blocks:
        if block.kind != "row":
            head = []
            continue
        cells = [plain(cell) for cell in block.text.split(" | ")]
        named = [(n, part) for n, cell in enumerate(cells) if (part := part_of(cell))]
        if len(named) >= 2 and not head:
            head = named
        elif head and cells and max(n for n, _ in head) < len(cells):
            source = given.source_of(block)
            parts = [Said(part, cells[n], source) for n, part in head if cells[n]]
            yield Story(cells[0] or "Story", tuple(parts), (source,))
