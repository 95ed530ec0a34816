"""A note as the rules see it: lines of thought, with who speaks and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from prep.claims import guards
from prep.claims.cues import Cues
from prep.claims.heard import Heard, Lexicon
from prep.claims.line import Line
from prep.claims.outline import Outline
from prep.claims.voices import Voices
from prep.model.note import Block, Note
from prep.names import fold, is_known_first_name
from prep.patterns import lazy
from prep.words import plain, tokens

if TYPE_CHECKING:
    from prep.claims.uses import Use

_CONTINUED = lazy(r"^(?:\.{2,}|…)\s*:?\s*")
_LABEL = lazy(r"^(?P<label>[^\s:][^:.?!;]{0,38}?)\s*:(?!//)\s*(?P<body>.*)$", re.DOTALL)
_WRAPPED = 60  # a line this long, unfinished and going on in lower case, was wrapped by an editor
_MARKS = "action_label|decision_label|status_label|proposal_label"
_MARKER = rf"^{{{_MARKS}}}(?:\s*:|\s+#?\d[\d.]*)"


class Page:
    """One note with what its rules ask for.

    ``people``, ``is_spoken``, ``is_minutes``: see ``Voices``. ``uses``: the auxiliaries of a line
    by its text, once the rules of promises have read it.
    """

    __slots__ = (
        "_days", "_heard", "_known", "_lexicon", "_lines", "cues", "is_minutes", "is_spoken",
        "note", "outline", "people", "uses", "voices",
    )  # fmt: skip

    def __init__(self, note: Note, lexicon: Lexicon) -> None:
        self.note = note
        self.cues = lexicon.cues
        self.outline = Outline(note, lexicon.cues)
        self.voices = Voices(note, lexicon.cues, self.outline)
        self.people = self.voices.people
        self.is_spoken = self.voices.spoken
        self.is_minutes = self.voices.minutes
        self._known: frozenset[str] | None = None
        self._lexicon = lexicon
        self._heard: dict[str, Heard] = {}
        self._days = tuple(episode.day or note.day for episode in note.episodes)
        self.uses: dict[str, tuple[tuple[str, Use], ...]] = {}
        self._lines: dict[int, tuple[Line, ...]] = {}

    @property
    def known(self) -> frozenset[str]:
        """Folded words by which the note knows people: those of its people, links and calls."""
        if self._known is None:
            self._known = frozenset(_known(self.note, self.people))
        return self._known

    def hear(self, text: str) -> Heard:
        """Which cue words may stand in a text of this note, found out once."""
        heard = self._heard.get(text)
        if heard is None:
            heard = self._heard[text] = self._lexicon.hear(text)
        return heard

    def overhear(self, part: str, text: str) -> None:
        """What was heard in a text holds for a part of it, cut where words end."""
        at = text.find(part) if part != text else -1
        end = at + len(part)
        if at < 0 or (at and text[at - 1 : at + 1].isalnum()):
            return
        if end == len(text) or not text[end - 1 : end + 1].isalnum():
            self._heard[part] = self.hear(text)

    def lines(self, index: int) -> tuple[Line, ...]:
        """The lines of one block."""
        held = self._lines.get(index)
        if held is None:
            held = self._lines[index] = tuple(_lines(self, index))
        return held

    def following(self, line: Line, limit: int) -> Iterator[Line]:
        """The lines after this one, at most ``limit`` blocks on; headings end the search."""
        own = self.lines(line.block)
        yield from own[own.index(line) + 1 :]
        blocks = self.note.blocks
        for index in range(line.block + 1, min(len(blocks), line.block + 1 + limit)):
            if blocks[index].kind == "heading":
                return
            yield from self.lines(index)

    def sections_of(self, block: Block) -> tuple[str, ...]:
        """The kinds of what a block stands under: headings, and items such as ``Actions:``."""
        return self.outline.of(block)

    def day(self, block: Block) -> str | None:
        """The day on which a block's words were said: its episode's, else the note's."""
        return self._days[block.episode] if block.episode < len(self._days) else self.note.day

    def other_side(self, line: Line) -> str:
        """Who an unnamed "they" is: the one name of the call that the line stands in, or "they"."""
        episodes = self.note.episodes
        names = episodes[line.episode].names if line.episode < len(episodes) else ()
        return names[0] if len(names) == 1 else "they"

    def is_status(self, line: Line) -> bool:
        """Whether a line is a labelled status."""
        return self.cues.is_one("status_label", line.label)

    def opens_matter(self, line: Line) -> bool:
        """Whether a line is the scribe's next action or decision."""
        return is_marker(line.text, self.cues) and not self.is_status(line)

    def under_matter(self, line: Line, limit: int) -> bool:
        """Whether a marked action or decision stands above a line, under the same heading."""
        blocks = self.note.blocks
        for index in range(line.block - 1, max(-1, line.block - 1 - limit), -1):
            if blocks[index].kind == "heading":
                return is_marker(plain(blocks[index].text), self.cues)
            if any(self.opens_matter(other) for other in self.lines(index)):
                return True
        return False


def _known(note: Note, people: frozenset[str]) -> Iterator[str]:
    yield from people
    named = [name for episode in note.episodes for name in episode.names]
    named += [
        display for link in note.links if link.wiki and (display := link.display or link.target)
    ]
    if note.kind == "person":
        named.append(note.title)
    for name in named:
        words = name.rsplit("/", 1)[-1].split()
        if len(words) in (2, 3) and all(word[:1].isupper() for word in words):
            yield from (fold(name), fold(words[0]))
    yield from (key for word in note.title.split() if is_known_first_name(key := fold(word)))


def _lines(page: Page, index: int) -> Iterator[Line]:
    block = page.note.blocks[index]
    if block.kind in ("heading", "code", "comment", "html", "rule"):
        return
    sections = page.sections_of(block)
    speaker = ""
    for number, end, raw in _pieces(block):
        text = page.voices.plain(raw)
        if not text or guards.is_hint(raw):
            continue
        speaker, text = _speaker(page, index, text, speaker)
        label, body = _label(text)
        planned = not speaker and ("agenda" in sections or "ask" in sections)
        quoted = block.quoted or block.kind == "quote"
        yield Line(
            text, number, end, index, block.episode, speaker, label, body, sections, planned,
            quoted, block.kind, page.note.kind, page.day(block),
        )  # fmt: skip


def _pieces(block: Block) -> Iterator[tuple[int, int, str]]:
    """The physical lines of a block; a line wrapped by an editor is put together again."""
    if "\n" not in block.text:
        if only := block.text.strip():
            yield block.line, block.line, only
        return
    held = ""
    start = block.line
    for offset, raw in enumerate(block.text.split("\n")):
        number = block.line + offset
        if (
            held
            and len(held.rsplit("\n", maxsplit=1)[-1]) >= _WRAPPED
            and raw[:1].islower()
            and held[-1] not in ".:;?!"
        ):
            held += " " + raw.strip()
            continue
        if held:
            yield start, number - 1, held
        held, start = raw.strip(), number
    if held:
        yield start, block.line + block.text.count("\n"), held


def _speaker(page: Page, index: int, text: str, before: str) -> tuple[str, str]:
    """Who says the line, and the line without that name."""
    continued = _CONTINUED.match(text) if text[0] in ".…" else None
    if continued and len(text) > continued.end():
        return before or _speaker_before(page, index), text[continued.end() :]
    found = page.voices.before_colon(text) if ":" in text[:60] else None
    if found and page.voices.is_speaker(found["who"]):
        return found["who"], found["rest"]
    if is_marker(text, page.cues):
        return "", text
    if not before and _speaks_on(page, index, text):
        return _speaker_before(page, index), text
    parent = page.note.blocks[index].parent
    if not before and parent is not None and page.note.blocks[parent].kind == "item":
        above = page.lines(parent)
        before = above[-1].speaker if above else ""
    return before, text


def _speaks_on(page: Page, index: int, text: str) -> bool:
    """A paragraph of minutes in the first person goes on with the speech before it."""
    if page.note.blocks[index].kind != "paragraph" or not page.is_minutes:
        return False
    return page.hear(text).has("me", text)


def is_marker(text: str, cues: Cues) -> bool:
    """Whether a line is the scribe's own: ``ACTION: …``, ``Decision 4: …``, ``Status: …``."""
    return cues.may_open(_MARKS, text) and cues.compile(_MARKER).match(text) is not None


def _speaker_before(page: Page, index: int) -> str:
    for earlier in range(index - 1, max(-1, index - 30), -1):
        if page.note.blocks[earlier].kind == "heading":
            return ""
        lines = page.lines(earlier)
        if lines and lines[-1].speaker:
            return lines[-1].speaker
    return ""


def _label(text: str) -> tuple[str, str]:
    found = _LABEL.match(text) if ":" in text[:42] else None
    if not found or len(tokens(found["label"])) > 5:
        return "", text
    return found["label"].casefold().strip(" *_-"), found["body"].strip()
