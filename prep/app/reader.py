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


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one note wholly. Small and picklable: worker processes get a copy.

    ``templates`` are the folders in which cue words are looked up, the package's first.
    """

    templates: tuple[str, ...]
    language: str

    def __call__(self, path: str, data: bytes) -> Reading:
        """The note of ``data`` with its namings and claims; never raises on any bytes."""
        from prep import claims, identity, notes

        note = notes.read(path, data)
        return Reading(note, identity.namings(note), claims.extract(note, _cues(self)))

    def version(self) -> str:
        """Changes whenever a stored reading could: with the code's version and the cue words."""
        digest = hashlib.sha256(__version__.encode())
        digest.update(self.language.encode())
        for file in cue_files(self):
            digest.update(file.read_bytes())
        for file in sorted(Path(__file__).parents[1].rglob("*.py")):
            stat = file.stat()
            digest.update(f"{file.name}{stat.st_size}{stat.st_mtime_ns}".encode())
        return digest.hexdigest()[:16]


def cue_files(reader: Reader) -> list[Path]:
    """The cue-word files that hold for a reader: the package's, then one's own of that language."""
    names = dict.fromkeys(("en", reader.language))
    found = [Path(folder, "cues", f"{name}.yaml") for folder in reader.templates for name in names]
    return [file for file in found if file.is_file()]


@cache
def _cues(reader: Reader) -> Cues:
    from prep import claims
    from prep.config import load_yaml

    return claims.cues_from([load_yaml(file.read_text("utf-8")) for file in cue_files(reader)])
