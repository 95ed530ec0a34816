"""Calendars: the bytes of an ``.ics`` file to the events of a window.

A broken event is a problem, and the rest is read. Before the library sees the text, every event is
given the number of the line on which it begins, so that each occurrence can name its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from prep.agenda.attendees import attendees, declined
from prep.agenda.event import Event, Window
from prep.patterns import lazy
from prep.problems import Problem

_LINE = "X-PREP-LINE"
_BEGIN = lazy(r"BEGIN:VEVENT\s*", re.IGNORECASE)
_END = lazy(r"END:VEVENT\s*", re.IGNORECASE)
_OFF = lazy(r"(?:cancell?ed|declined|abgesagt|annulé)\s*:", re.IGNORECASE)
"""What Outlook writes before the title of a meeting that is off."""
_REST = "the rest of the calendar is read"
_TIMES = ("DTSTART", "DTEND", "RRULE", "RECURRENCE-ID", "EXDATE", "RDATE", "DURATION")
_RUNAWAY = ("SECONDLY", "MINUTELY")
"""No meeting recurs so often; a rule that says so would fill the memory."""


class Calendar(NamedTuple):
    """A calendar file at work: where it is, its lines, the window asked for, the owner's names."""

    path: str
    lines: tuple[str, ...]
    window: Window
    me: tuple[str, ...]


Read = tuple[list[Event], list[Problem]]


def events(path: str, data: bytes, window: Window, me: tuple[str, ...]) -> Read:
    """The events of a window, in no order, and what could not be read. Never raises.

    ``path`` is as it is to be shown; ``me`` are the owner's names and addresses: what they
    declined is left out, as is what was cancelled.
    """
    lines = tuple(re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", "replace")))
    calendar = Calendar(path, lines, window, me)
    parsed, problems = _parsed(calendar)
    found: list[Event] = []
    for one in parsed:
        more, wrong = _occurring(calendar, one)
        found += more
        problems += wrong
    return found, problems


def _parsed(calendar: Calendar) -> tuple[list[Any], list[Problem]]:
    """The file's calendars; where the whole cannot be parsed, one for each event that can."""
    import icalendar

    try:
        parsed = icalendar.Calendar.from_ical(_marked(calendar.lines), multiple=True)
    except Exception:  # noqa: BLE001 (any broken line raises; each event then stands alone)
        return _one_by_one(calendar)
    if not parsed or any(one.name != "VCALENDAR" for one in parsed):
        return _one_by_one(calendar)  # cut off, or events without their calendar
    return [one for one in parsed if str(one.get("METHOD", "")).upper() != "CANCEL"], []


def _marked(lines: Iterable[str]) -> str:
    out = []
    for number, line in enumerate(lines, start=1):
        out.append(line)
        if _BEGIN.fullmatch(line):
            out.append(f"{_LINE}:{number}")
    return "\r\n".join(out)


def _one_by_one(calendar: Calendar) -> tuple[list[Any], list[Problem]]:
    import icalendar

    frame = _frame(calendar.lines)
    good: list[Any] = []
    problems = []
    for first, last in _blocks(calendar.lines):
        block = [calendar.lines[first], f"{_LINE}:{first + 1}", *calendar.lines[first + 1 : last]]
        text = "\r\n".join([*frame, *block, "END:VCALENDAR"])
        try:
            good.append(icalendar.Calendar.from_ical(text))
        except Exception as error:  # noqa: BLE001 (the library's and Python's own kinds)
            problems.append(_problem(calendar, first + 1, error))
    problems += _unclosed(calendar)
    if not good and not problems and any(line.strip() for line in calendar.lines):
        problems.append(Problem(calendar.path, 0, "holds no calendar", "export it anew"))
    return _together(good), problems


def _unclosed(calendar: Calendar) -> list[Problem]:
    """The event in which a file that was cut off ends."""
    begun = [n for n, line in enumerate(calendar.lines, start=1) if _BEGIN.fullmatch(line)]
    if not begun or any(_END.fullmatch(line) for line in calendar.lines[begun[-1] :]):
        return []
    return [Problem(calendar.path, begun[-1], "the file ends within this event", "export it anew")]


def _together(calendars: list[Any]) -> list[Any]:
    """One calendar of them all: a series and its moved instances belong together."""
    for other in calendars[1:]:
        calendars[0].subcomponents += other.walk("VEVENT")
    return calendars[:1]


def _frame(lines: tuple[str, ...]) -> list[str]:
    """The calendar's own lines, as far as they are any: what stands before its first event."""
    first = next((i for i, line in enumerate(lines) if _BEGIN.fullmatch(line)), 0)
    head = [line for line in lines[:first] if ":" in line or line.startswith((" ", "\t"))]
    return head if head and head[0].upper() == "BEGIN:VCALENDAR" else ["BEGIN:VCALENDAR"]


def _blocks(lines: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    first = None
    for index, line in enumerate(lines):
        if _BEGIN.fullmatch(line):
            first = index
        elif _END.fullmatch(line) and first is not None:
            yield first, index + 1
            first = None


def _occurring(calendar: Calendar, parsed: Any) -> Read:
    problems = _dropped(calendar, parsed)
    try:
        occurrences = _between(parsed, calendar.window)
    except Exception:  # noqa: BLE001 (a bad rule raises of many kinds; find whose it is)
        occurrences, wrong = _by_series(calendar, parsed)
        problems += wrong
    found: list[Event] = []
    for occurrence in occurrences:
        try:
            event = _event(calendar, occurrence)
        except Exception as error:  # noqa: BLE001 (one odd event must not hide the others)
            problems.append(_problem(calendar, _line_of(occurrence), error))
        else:
            found += [event] if event else []
    return found, problems


def _between(parsed: Any, window: Window) -> list[Any]:
    import recurring_ical_events

    query = recurring_ical_events.of(parsed)
    return list(query.between(window.opening(), window.closing()))


def _dropped(calendar: Calendar, parsed: Any) -> list[Problem]:
    """What of the events cannot be read; those that have no time by it are taken out."""
    problems = []
    for component in list(parsed.walk("VEVENT")):
        timeless = _timeless(component)
        reasons = [timeless] if timeless else [str(message) for _, message in component.errors]
        title = str(component.get("SUMMARY", "an event"))
        problems += [
            Problem(calendar.path, _line_of(component), f"{title}: {reason}", _REST)
            for reason in reasons
        ]
        if timeless and component in parsed.subcomponents:
            parsed.subcomponents.remove(component)
    return problems


def _timeless(component: Any) -> str:
    """Why an event has no time that we could trust, or "" where it has one."""
    for name, message in component.errors:
        if name in _TIMES:
            return f"{name} cannot be read ({message})"
    rule = component.get("RRULE")
    frequencies = [] if rule is None or isinstance(rule, list) else rule.get("FREQ", [])
    if any(str(one).upper() in _RUNAWAY for one in frequencies):
        return "recurs every minute or second"
    return "" if component.get("DTSTART") else "has no start"


def _by_series(calendar: Calendar, parsed: Any) -> tuple[list[Any], list[Problem]]:
    import icalendar

    series: dict[str, list[Any]] = {}
    for component in parsed.walk("VEVENT"):
        series.setdefault(str(component.get("UID", id(component))), []).append(component)
    found: list[Any] = []
    problems = []
    for components in series.values():
        alone = icalendar.Calendar(parsed)
        alone.subcomponents = [*parsed.walk("VTIMEZONE"), *components]
        try:
            found += _between(alone, calendar.window)
        except Exception as error:  # noqa: BLE001 (as above; here it names its event)
            problems.append(_problem(calendar, _line_of(components[0]), error))
    return found, problems


def _event(calendar: Calendar, component: Any) -> Event | None:
    title = " ".join(str(component.get("SUMMARY", "")).split()) or "(no title)"
    status = str(component.get("STATUS", "")).upper()
    if status == "CANCELLED" or _OFF.match(title) or declined(component, calendar.me):
        return None
    start, end = _limits(component)
    zone, line = calendar.window, _line_of(component)
    end_line = _end_of(calendar.lines, line)
    return Event(
        start=_shown(start, zone),
        end=_shown(end, zone),
        all_day=not isinstance(start, datetime),
        title=title,
        attendees=attendees(component),
        location=" ".join(str(component.get("LOCATION", "")).split()),
        path=calendar.path,
        line=line,
        end_line=end_line,
        words="\n".join(calendar.lines[line - 1 : end_line]),
        uid=str(component.get("UID", "")),
    )


def _limits(component: Any) -> tuple[date, date]:
    start: date = component["DTSTART"].dt
    end: date = component["DTEND"].dt if component.get("DTEND") else component.end
    return start, max(start, end) if type(start) is type(end) else start


def _shown(moment: date, window: Window) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is None:
        return moment.replace(tzinfo=window.zone).isoformat(timespec="minutes")
    return moment.astimezone(window.zone).isoformat(timespec="minutes")


def _line_of(component: Any) -> int:
    """The line on which a component begins; a folded line below may have grown onto the mark."""
    digits = re.match(r"\d+", str(component.get(_LINE, 0)))
    return int(digits.group()) if digits else 0


def _end_of(lines: tuple[str, ...], line: int) -> int:
    numbered = enumerate(lines[line:], start=line + 1)
    return next((number for number, text in numbered if _END.fullmatch(text)), line)


def _problem(calendar: Calendar, line: int, error: Exception) -> Problem:
    reason = " ".join(str(error).split())[:120] or type(error).__name__
    return Problem(calendar.path, line, f"this event cannot be read ({reason})", _REST)
