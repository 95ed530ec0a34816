"""Who is there in a note: names before colons, and the people it knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from prep.claims.cues import Cues
from prep.claims.outline import Outline
from prep.model.note import Note
from prep.patterns import lazy
from prep.words import plain

TURNS = 2
"""So often a name stands before a colon that is a speaker's, and no label."""
_SPEAKER = (
    r"^(?P<who>{name}(?:\s*[,/&+]\s*{name}){0,4})\s*(?:\([^)]{1,40}\)\s*)?:(?!//)\s+(?P<rest>\S.*)$"
)
_INITIALS = lazy(r"[A-Z][A-Z]{1,3}|[A-Z][a-z]?[A-Z]{1,2}|[a-z]{1,2}[A-Z]")
_JOINED = lazy(r"\s*[,/&+]\s*")
_ATTENDANCE = frozenset({"attendees", "participants", "present", "people", "with"})
_APART = lazy(r"[,|;(\n]|\s[-–]\s|\s//\s")
_NAME_WORDS = 4


class Voices:
    """The speakers and people of one note.

    ``speakers``: how often each name stands before a colon at the start of a line. ``people``:
    folded names by attendance and speeches; also first names. ``spoken``: names before colons say
    whose words these are. ``minutes``: so, or a meeting's; no notes of one's own.
    """

    __slots__ = ("_cues", "_plain", "_said", "minutes", "people", "speakers", "spoken")

    def __init__(self, note: Note, cues: Cues, outline: Outline) -> None:
        self._cues = cues
        self._plain: dict[str, str] = {}
        self._said: dict[str, re.Match[str] | None] = {}
        self.speakers = Counter(self._names(note))
        self.spoken = any(turns >= TURNS for turns in self.speakers.values())
        self.minutes = self.spoken or note.kind == "meeting"
        self.people = frozenset(_people(note, outline, self.speakers))

    def plain(self, raw: str) -> str:
        """The plain words of a line of the note, folded once."""
        if raw not in self._plain:
            self._plain[raw] = plain(raw)
        return self._plain[raw]

    def before_colon(self, text: str) -> re.Match[str] | None:
        """The names before a colon at the start of a line, and the rest; no label of the cues."""
        if text not in self._said:
            found = self._cues.compile(_SPEAKER).match(text)
            self._said[text] = None if found and self._cues.is_label(found["who"]) else found
        return self._said[text]

    def is_speaker(self, name: str) -> bool:
        """Whether a name before a colon is somebody speaking: twice so, known, or initials."""
        first = _JOINED.split(name, 1)[0]
        if self.speakers.get(first, 0) >= TURNS or first.casefold() in self.people:
            return True
        return self.minutes and _INITIALS.fullmatch(first) is not None

    def _names(self, note: Note) -> Iterator[str]:
        for block in note.blocks:
            if ":" not in block.text or block.kind not in ("item", "paragraph"):
                continue
            for raw in block.text.split("\n"):
                found = self.before_colon(self.plain(raw.strip())) if ":" in raw else None
                if found:
                    yield _JOINED.split(found["who"], 1)[0]


def _people(note: Note, outline: Outline, speakers: Counter[str]) -> Iterator[str]:
    for field in note.fields:
        if field.key in _ATTENDANCE:
            yield from _forms(", ".join(field.values))
    for block in note.blocks:
        if block.kind in ("item", "row") and "people" in outline.sections(block.heading):
            yield from _forms(plain(block.text))
    for name, turns in speakers.items():
        if turns >= TURNS:
            yield from _forms(name)


def _forms(text: str) -> Iterator[str]:
    for part in _APART.split(text):
        words = part.strip(" *@[]").casefold().split()
        if 0 < len(words) <= _NAME_WORDS:
            yield " ".join(words)
            yield words[0]
