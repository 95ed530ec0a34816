"""The calendars and address books that the settings name: files, and those of folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from prep.config import Settings
from prep.problems import Problem


def files_of(
    settings: Settings, named: Sequence[str], suffix: str
) -> tuple[list[tuple[str, Path]], list[Problem]]:
    """Files by their name as the settings write it, those of folders too, in order."""
    found: list[tuple[str, Path]] = []
    problems = []
    for name in named:
        place = settings.resolve(name)
        if place.is_dir():
            below = sorted(p for p in place.rglob("*") if p.suffix.lower() == suffix)
            found += [(f"{name}/{p.relative_to(place).as_posix()}", p) for p in below]
        elif place.is_file():
            found.append((name, place))
        else:
            problems.append(Problem(name, 0, "is not there", "name it anew in config.yaml"))
    return found, problems


def contents(
    files: Sequence[tuple[str, Path]],
) -> tuple[list[tuple[str, bytes]], list[Problem]]:
    """The bytes of files, and those that cannot be read."""
    read: list[tuple[str, bytes]] = []
    problems = []
    for name, path in files:
        try:
            read.append((name, path.read_bytes()))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problems.append(Problem(name, 0, f"cannot be read ({reason})"))
    return read, problems
