"""A vault in memory: what the index does for identity, small enough to see through."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from prep import notes
from prep.identity import namings
from prep.identity.overrides import NONE, Overrides
from prep.model.naming import Located, Match, Standing
from prep.model.reading import Reading
from prep.names import fold


class Memory:
    """The ``Directory`` of a few notes."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = {reading.note.path: reading for reading in readings}
        self._days = {path: r.note.day or "" for path, r in self.readings.items()}
        found = [
            Located(path, r.note.day, r.note.kind, naming)
            for path, r in sorted(self.readings.items())
            for naming in r.namings
        ]
        self._all = sorted(found, key=lambda f: f.day or "", reverse=True)
        self._texts = {
            path: f" {fold(' '.join(b.text for b in r.note.blocks))} "
            for path, r in self.readings.items()
        }

    def named(self, key: str) -> Sequence[Located]:
        return [
            f
            for f in self._all
            if key in (f.naming.key, fold(f.naming.email), fold(f.naming.handle)) and key
        ]

    def holding(self, token: str) -> Sequence[Located]:
        found = [
            f
            for f in self._all
            if token in f.naming.key.split() or token in fold(f.naming.full).split()
        ]
        return list({(f.path, f.naming.key, f.naming.place): f for f in reversed(found)}.values())

    def declared(self) -> Sequence[Located]:
        return [f for f in self._all if f.naming.place != "text"]

    def near(self, text: str, limit: int) -> Sequence[str]:
        first = fold(text)[:2]
        return list(dict.fromkeys(f.naming.name for f in self._all if f.naming.key[:2] == first))[
            :limit
        ]

    def notes_of(self, keys: Sequence[str], limit: int) -> Sequence[str]:
        paths = [
            path
            for path, text in self._texts.items()
            if any(f" {key} " in text for key in keys)
            or any(f.path == path and f.naming.key in keys for f in self._all)
        ]
        return sorted(paths, key=lambda p: (self._days[p], p), reverse=True)[:limit]


class Vault:
    """Notes given as text, and what identity says of them."""

    def __init__(self, texts: Mapping[str, str], overrides: Overrides = NONE) -> None:
        self.overrides = overrides
        self.texts = dict(texts)
        self.readings = [self._read(path, text) for path, text in self.texts.items()]
        self.directory = Memory(self.readings)

    @staticmethod
    def _read(path: str, text: str) -> Reading:
        note = notes.read(path, text.encode())
        return Reading(note, namings(note))

    def match(self, query: str, *, owner: tuple[str, ...] = ("Nora Lind",)) -> Match:
        from prep.identity import resolve

        return resolve(query, self.directory, owner=owner, overrides=self.overrides)

    def standings(self, query: str) -> dict[str, Standing]:
        from prep.identity import stand

        subject = self.match(query).subject
        assert subject is not None, f"{query} resolves to nobody"
        found = {r.note.path: stand(subject, r.note, r.namings) for r in self.readings}
        return {path: standing for path, standing in found.items() if standing}

    def lines(self, query: str) -> set[str]:
        """The words of every line that surely bears on the subject, but for ``attended``."""
        found = set()
        for path, standing in self.standings(query).items():
            text = self.texts[path].split("\n")
            for bearing in standing.bearings:
                if bearing.certain and bearing.how != "attended":
                    found |= {
                        text[n - 1].strip() for n in range(bearing.line, bearing.end_line + 1)
                    }
        return found

    def presence(self, query: str) -> dict[str, str]:
        return {path: s.presence for path, s in self.standings(query).items()}


@pytest.fixture
def vault() -> Callable[..., Vault]:
    return Vault
