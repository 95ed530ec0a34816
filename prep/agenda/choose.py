"""Which days are asked for, and which of their meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from prep.agenda.event import Event, Window
from prep.dates import find_days
from prep.names import fold
from prep.patterns import lazy
from prep.problems import UsageError

AHEAD = 14
"""How many days ``next`` looks ahead."""

_CLOCK = lazy(r"\s*(\d{1,2})(?:[:.h](\d\d))?\s*([ap])?\.?m?\.?\s*", re.IGNORECASE)


def window(asked: str | None, as_of: str, zone: tzinfo, language: str = "en") -> Window:
    """The days that a request names: "", "tomorrow", "friday", "2025-11-07", "week", "next".

    Nothing means the day itself, ``week`` seven days from it, ``next`` the coming fourteen. What
    is over by then ("monday" on a Wednesday) means the one to come.

    Raises:
        UsageError: that is no day; the sentence says how to write one.
    """
    today = date.fromisoformat(as_of)
    spans = {"": 0, "today": 0, "week": 6, "next": AHEAD - 1}
    phrase = (asked or "").strip().lower()
    if phrase in spans:
        return Window(today, today + timedelta(days=spans[phrase]), zone)
    # behind "on" a short weekday in small letters counts too
    found = find_days(f"on {phrase}", base=as_of, language=language, prefer="future")
    if len(found) == 1 and len(found[0].raw) >= len(phrase):
        first, last = (date.fromisoformat(day) for day in (found[0].day, found[0].end_day))
        return Window(first, last, zone)
    raise UsageError(
        f"agenda {asked}: is no day; write today, tomorrow, friday, week, next week or {as_of}"
    )


def following(events: Sequence[Event], moment: datetime) -> Event | None:
    """The first meeting with a time that begins at or after a moment, or is still running then;
    where there is none, the first all-day event of a day that is not over.
    """
    for event in events:
        if not event.all_day and datetime.fromisoformat(event.end) > moment:
            return event
    day = moment.date().isoformat()
    return next((event for event in events if event.all_day and event.end > day), None)


def at(events: Sequence[Event], asked: str) -> tuple[Event, ...]:
    """The meetings that a time ("14:00", "2pm", "9") or words of a title mean.

    By a time those that begin then, else those that are running then; by words those whose title
    or whose people hold them all.
    """
    clock = _CLOCK.fullmatch(asked)
    if clock is None:
        return tuple(event for event in events if _named(event, asked))
    sought = _four_figures(clock)
    begin = tuple(event for event in events if event.clock == sought)
    return begin or tuple(
        event
        for event in events
        if not event.all_day and event.clock <= sought and _until(event) > sought
    )


def _until(event: Event) -> str:
    return event.end[11:16] if event.end[:10] == event.day else "24:00"


def _four_figures(clock: re.Match[str]) -> str:
    hour = int(clock[1])
    half = (clock[3] or "").lower()
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{clock[2] or '00'}"


def _named(event: Event, asked: str) -> bool:
    people = (f"{one.name} {one.email}" for one in event.attendees)
    text = f" {fold(' '.join([event.title, *people]))} "
    return all(f" {word}" in text for word in fold(asked).split())
