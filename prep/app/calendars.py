"""The owner's calendars and the notes' own meetings, for a stretch of days."""

from __future__ import annotations

from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from prep.agenda import Event, Window, events
from prep.app.named import contents, files_of
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


def _verbatim(session: Session, event: Event) -> Event:
    """A note's meeting with its lines as they are on disk: a block's text has lost its marks."""
    if not event.uid.startswith(f"{event.path}:"):
        return event
    from prep.notes import raw_lines

    lines = raw_lines(session.index.raw(event.path))
    return event._replace(words="\n".join(lines[event.line - 1 : event.end_line]))
