"""What is coming: one occurrence of a meeting, whoever announced it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from prep.names import fold


class Attendee(NamedTuple):
    """Somebody invited: the name given name first ("" where only an address is known), the address
    in small letters ("" where none is).
    """

    name: str
    email: str = ""


class Event(NamedTuple):
    """One meeting to come, in the local zone of the window it was asked for.

    ``start`` and ``end`` are ISO with the zone's offset ("2025-11-05T14:00+01:00"), of an all-day
    event days; ``end`` is the first moment, or day, after it. ``path``, ``line`` and ``end_line``
    tell where it stands, ``words`` are those lines verbatim. ``uid`` is the calendar's own, of a
    note's meeting its path and line.
    """

    start: str
    end: str
    all_day: bool
    title: str
    attendees: tuple[Attendee, ...]
    location: str
    path: str
    line: int
    end_line: int
    words: str
    uid: str = ""

    @property
    def day(self) -> str:
        """The local day on which it begins."""
        return self.start[:10]

    @property
    def clock(self) -> str:
        """The local time of its start, "14:00"; "" of an all-day event."""
        return "" if self.all_day else self.start[11:16]


class Window(NamedTuple):
    """The days asked for, both inside, and the zone in which they are days."""

    first: date
    last: date
    zone: tzinfo

    def opening(self) -> datetime:
        """Its first moment."""
        return datetime.combine(self.first, time(), self.zone)

    def closing(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + timedelta(days=1), time(), self.zone)


def in_order(event: Event) -> tuple[str, bool, float, str, str, int]:
    """Sort key: day by day, the all-day ones first, then by the instant."""
    moment = datetime.fromisoformat(event.start)
    instant = moment.timestamp() if moment.tzinfo else 0.0
    return (event.day, not event.all_day, instant, event.title, event.path, event.line)


def is_one_of(attendee: Attendee, names: tuple[str, ...]) -> bool:
    """Whether an attendee is one of these people, each given by a name or an address."""
    keys = {fold(name) for name in names} - {""}
    return fold(attendee.name) in keys or bool(attendee.email and fold(attendee.email) in keys)
