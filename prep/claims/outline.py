"""What a block stands under: the kinds of its headings, and of items such as ``Actions:``."""

from __future__ import annotations

from prep.claims.cues import Cues
from prep.model.note import Block, Note
from prep.words import plain

_HEAD_ITEM = 3  # words: "career goals" above nested items is a heading without its colon
_HEADING_WORDS = 6  # longer ones are sentences
_BY_SHAPE = frozenset(
    {"action", "agenda", "ask", "question", "decision", "closed", "point", "idea"}
)
"""Sections that a line may open by its shape alone; the others need a marked heading."""
_NEVER = 1 << 62  # a line that no note has


class Outline:
    """The sections of one note, each worked out once."""

    __slots__ = ("_cues", "_ends", "_items", "_note", "_sections")

    def __init__(self, note: Note, cues: Cues) -> None:
        self._note = note
        self._cues = cues
        self._sections: dict[int, tuple[str, ...]] = {}
        self._items: dict[int, tuple[str, ...]] = {}
        self._ends: dict[int, int] = {}

    def sections(self, index: int | None) -> tuple[str, ...]:
        """The kinds of a heading and of those above it, nearest first; () above the first."""
        if index is None:
            return ()
        if index not in self._sections:
            block = self._note.blocks[index]
            own = heading_kinds(block.text, self._cues)
            if not block.marked:
                own = tuple(kind for kind in own if kind in _BY_SHAPE)
            above = self.sections(block.heading) if block.heading != index else ()
            self._sections[index] = own + above
        return self._sections[index]

    def of(self, block: Block) -> tuple[str, ...]:
        """The kinds of what a block stands under, nearest first."""
        under = self.sections(block.heading)
        if under and block.heading is not None and self._end(block.heading) <= block.line:
            under = ()
        return self._under_items(block.parent) + under if block.parent is not None else under

    def _under_items(self, parent: int | None) -> tuple[str, ...]:
        """An item such as ``Action items:`` is a heading to the items below it."""
        if parent is None:
            return ()
        if parent not in self._items:
            above = self._note.blocks[parent]
            own: tuple[str, ...] = ()
            if above.text.rstrip(" *_").endswith(":") or len(above.text.split()) <= _HEAD_ITEM:
                own = heading_kinds(above.text, self._cues)
            self._items[parent] = own + self._under_items(above.parent)
        return self._items[parent]

    def _end(self, heading: int) -> int:
        """The line at which a heading by shape alone (``todo``) ends: at prose after a gap."""
        if heading not in self._ends:
            self._ends[heading] = _end(self._note, heading)
        return self._ends[heading]


def heading_kinds(text: str, cues: Cues) -> tuple[str, ...]:
    """What kind of section a heading opens; () for a heading that is a topic of its own."""
    words = plain(text).strip(" :*#")
    return cues.headings(words) if len(words.split()) <= _HEADING_WORDS else ()


def _end(note: Note, heading: int) -> int:
    last = note.blocks[heading]
    if last.marked:
        return _NEVER
    for other in note.blocks[heading + 1 :]:
        if other.kind == "paragraph" and other.line > last.end_line + 1 and last.kind == "item":
            return other.line
        last = other
    return _NEVER
