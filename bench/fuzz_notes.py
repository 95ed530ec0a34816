"""Coverage-guided fuzzing of the note reader: ``python bench/fuzz_notes.py [OPTIONS] [CORPUS]``.

Needs atheris (``pip install atheris``; it is in no dependency list, because it compiles libFuzzer).
Each input's first byte picks the path it is read under, the rest are the file's bytes. What must
hold for any bytes is ``check``; an exception, a broken promise or an input that takes longer than
``-timeout`` seconds ends the run and is written to a file. Runs are noted in
``bench/fuzz_notes.md``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent))

with atheris.instrument_imports(include=["prep.notes", "prep.dates"]):
    from prep.model.note import Note
    from prep.notes import raw_lines, read
    from prep.notes.frontmatter import front_values
    from prep.notes.links import Resolver

PATHS = (
    "note.md",
    "Daily/2026-03-02.md",
    "People/Mira Stone/README.md",
    "Clippings/a.md",
    "talk.vtt",
    "Meetings/2026-01/march-3.md",
)


def check(note: Note, count: int) -> None:
    """Raise AssertionError where a note breaks what its model promises."""
    last = 0
    for index, block in enumerate(note.blocks):
        assert last <= block.line <= block.end_line <= count, block
        assert block.parent is None or block.parent < index, block
        assert block.heading is None or block.heading < index, block
        assert 0 <= block.episode < len(note.episodes), block
        last = block.line
    for task in note.tasks:
        assert note.blocks[task.block].line == task.line, task
    for field in note.fields:
        assert 1 <= field.line <= field.end_line <= max(count, 1), field
    for link in note.links:
        assert 1 <= link.line <= count, link
    for problem in note.problems:
        assert 0 <= problem.line <= max(count, 1), problem


def run(data: bytes) -> None:
    """Read one input under one of the paths, and check what came of it."""
    path = PATHS[data[0] % len(PATHS)] if data else PATHS[0]
    note = read(path, data[1:])
    check(note, len(raw_lines(data[1:])))
    front_values(data[1:].decode("utf-8", "replace"))
    resolver = Resolver((*PATHS, note.path), dict.fromkeys(note.aliases, note.path))
    for link in note.links:
        resolver.resolve(link.target, note.path)


if __name__ == "__main__":
    atheris.Setup(sys.argv, run)
    atheris.Fuzz()
