"""The owner's calendars and the notes' own meetings, for a stretch of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from prep.agenda import Event, Window, events
from prep.app.session import Session
from prep.config import Settings
from prep.problems import Problem, UsageError


def zone(settings: Settings) -> tzinfo:
    """The zone in which days begin and times are shown: the settings' or this machine's.

    Raises:
        UsageError: the settings name a zone that there is not.
    """
    name = settings.config.timezone
    if not name:
        import tzlocal

        return tzlocal.get_localzone()
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            f"{settings.path}: timezone {name} is unknown; write one such as Europe/Oslo"
        ) from error


def coming(session: Session, window: Window) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The meetings of a window from calendars and notes, and what could not be read."""
    config = session.settings.config
    files, missing = files_of(session.settings, config.calendars, ".ics")
    read, unreadable = contents(files)
    paths = session.index.of_days(window.first.isoformat(), window.last.isoformat())
    notes = [reading.note for reading in session.index.load(paths)]
    found, problems = events(read, notes, window, session.owner)
    return tuple(_verbatim(session, event) for event in found), (*missing, *unreadable, *problems)


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


def _verbatim(session: Session, event: Event) -> Event:
    """A note's meeting with its lines as they are on disk: a block's text has lost its marks."""
    if not event.uid.startswith(f"{event.path}:"):
        return event
    from prep.notes import raw_lines

    lines = raw_lines(session.index.raw(event.path))
    return event._replace(words="\n".join(lines[event.line - 1 : event.end_line]))
