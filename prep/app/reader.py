"""What is done with one file's bytes: read, name, claim. Pure, so cached and run in parallel."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from prep import __version__
from prep.app.stamps import stamp_of, tree_stamp
from prep.model.reading import Reading

if TYPE_CHECKING:
    from prep.claims import Cues
    from prep.notes import KindRules


READING = ("notes", "identity", "claims", "dates", "names", "markdown", "model")
"""Packages on which a stored reading depends, next to the single modules beside them: an edit of
theirs makes the index anew."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one note wholly. Small and picklable: worker processes get a copy.

    ``templates`` are the folders in which cue words are looked up, the package's first;
    ``language`` and ``dayfirst`` hold for notes that say nothing else. ``cache_folder`` is where
    the cue words are kept as read; "" keeps none.
    """

    templates: tuple[str, ...]
    language: str
    dayfirst: bool = False
    cache_folder: str = ""

    def __call__(self, path: str, data: bytes) -> Reading:
        """The note of ``data`` with its namings and claims; never raises on any bytes."""
        from prep import claims, identity, notes

        note = notes.read(path, data, rules=_rules(self))
        return Reading(note, identity.namings(note), claims.extract(note, _cues(self)))

    def version(self) -> str:
        """Changes whenever a stored reading could: with the code's version and the cue words."""
        cues = [file.read_bytes() for file in cue_files(self)]
        package = Path(__file__).parents[1]
        code = [tree_stamp(package / folder, ".py") for folder in READING]
        single = [stamp_of(file) for file in sorted(package.glob("*.py"))]
        text = repr((__version__, self.language, self.dayfirst, cues, code, single)).encode()
        return f"{zlib.crc32(text):08x}{zlib.adler32(text):08x}"


def cue_files(reader: Reader) -> list[Path]:
    """The cue-word files that hold for a reader: the package's, then one's own of that language."""
    names = dict.fromkeys(("en", reader.language))
    found = [Path(folder, "cues", f"{name}.yaml") for folder in reader.templates for name in names]
    return [file for file in found if file.is_file()]


@cache
def _rules(reader: Reader) -> KindRules:
    from prep import notes

    return notes.KindRules(dayfirst=reader.dayfirst, language=reader.language)


@cache
def _cues(reader: Reader) -> Cues:
    from prep import claims
    from prep.config import kept_yaml

    texts = (file.read_text("utf-8") for file in cue_files(reader))
    folder = Path(reader.cache_folder) if reader.cache_folder else None
    return claims.cues_from([kept_yaml(text, folder) for text in texts])
