"""What is done with one file's bytes: read, name, claim. Pure, so cached and run in parallel."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from prep import __version__
from prep.model.reading import Reading

if TYPE_CHECKING:
    from prep.claims import Cues
    from prep.notes import KindRules


READING = ("notes", "identity", "claims", "dates", "names", "markdown", "model")
"""Packages on which a stored reading depends: an edit of theirs makes the index anew."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one note wholly. Small and picklable: worker processes get a copy.

    ``templates`` are the folders in which cue words are looked up, the package's first;
    ``language`` and ``dayfirst`` hold for notes that say nothing else.
    """

    templates: tuple[str, ...]
    language: str
    dayfirst: bool = False

    def __call__(self, path: str, data: bytes) -> Reading:
        """The note of ``data`` with its namings and claims; never raises on any bytes."""
        from prep import claims, identity, notes

        note = notes.read(path, data, rules=_rules(self))
        return Reading(note, identity.namings(note), claims.extract(note, _cues(self)))

    def version(self) -> str:
        """Changes whenever a stored reading could: with the code's version and the cue words."""
        digest = hashlib.sha256(__version__.encode())
        digest.update(f"{self.language}{self.dayfirst}".encode())
        for file in cue_files(self):
            digest.update(file.read_bytes())
        package = Path(__file__).parents[1]
        for folder in READING:
            for file in sorted((package / folder).glob("**/*.py")):
                stat = file.stat()
                digest.update(f"{file.name}{stat.st_size}{stat.st_mtime_ns}".encode())
        return digest.hexdigest()[:16]


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
    from prep.config import load_yaml

    return claims.cues_from([load_yaml(file.read_text("utf-8")) for file in cue_files(reader)])
