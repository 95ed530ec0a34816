"""Calendars as Google, Outlook and Apple export them; all people are invented."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.agenda import Attendee, Event, Window, events
from prep.problems import Problem

OSLO = ZoneInfo("Europe/Oslo")
AUTUMN = Window(date(2025, 10, 20), date(2025, 11, 9), OSLO)  # summer time ends on 26 October
ME = ("Nora Lind", "nora@fjordsoft.example")


def calendar(*lines: str, head: str = "") -> bytes:
    frame = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *head.splitlines()]
    return "\r\n".join([*frame, *lines, "END:VCALENDAR", ""]).encode()


def event(*lines: str, uid: str = "a1", title: str = "Sync") -> list[str]:
    return ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT"]


def read(data: bytes, window: Window = AUTUMN) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    return events([("work.ics", data)], (), window, ME)


def starts(data: bytes, window: Window = AUTUMN) -> list[str]:
    found, problems = read(data, window)
    assert problems == ()
    return [one.start for one in found]


SHAPES = [
    ("google: utc", ["DTSTART:20251105T130000Z", "DTEND:20251105T140000Z"], ["2025-11-05T14:00+01:00"]),
    ("apple: olson zone", ["DTSTART;TZID=America/New_York:20251105T090000"], ["2025-11-05T15:00+01:00"]),
    ("outlook: windows zone", ["DTSTART;TZID=Eastern Standard Time:20251105T090000"], ["2025-11-05T15:00+01:00"]),
    ("outlook: quoted zone", ['DTSTART;TZID="W. Europe Standard Time":20251105T090000'], ["2025-11-05T09:00+01:00"]),
    ("floating is local", ["DTSTART:20251105T090000"], ["2025-11-05T09:00+01:00"]),
    ("all day", ["DTSTART;VALUE=DATE:20251105", "DTEND;VALUE=DATE:20251106"], ["2025-11-05"]),
    ("begun before the window", ["DTSTART;VALUE=DATE:20251018", "DTEND;VALUE=DATE:20251022"], ["2025-10-18"]),
    ("over before the window", ["DTSTART:20251018T090000Z", "DTEND:20251018T100000Z"], []),
    ("weekly over the change keeps its local time",
     ["DTSTART;TZID=Europe/Oslo:20251020T140000", "RRULE:FREQ=WEEKLY;COUNT=3"],
     ["2025-10-20T14:00+02:00", "2025-10-27T14:00+01:00", "2025-11-03T14:00+01:00"]),
    ("weekly in utc moves with it",
     ["DTSTART:20251020T120000Z", "RRULE:FREQ=WEEKLY;COUNT=2"],
     ["2025-10-20T14:00+02:00", "2025-10-27T13:00+01:00"]),
    ("new york changes a week later",
     ["DTSTART;TZID=America/New_York:20251022T090000", "RRULE:FREQ=WEEKLY;COUNT=3"],
     ["2025-10-22T15:00+02:00", "2025-10-29T14:00+01:00", "2025-11-05T15:00+01:00"]),
    ("left out once",
     ["DTSTART:20251103T090000Z", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20251104T090000Z"],
     ["2025-11-03T10:00+01:00", "2025-11-05T10:00+01:00"]),
    ("by duration", ["DTSTART:20251105T090000Z", "DURATION:PT30M"], ["2025-11-05T10:00+01:00"]),
    ("endless", ["DTSTART:20200106T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO"],
     ["2025-10-20T11:00+02:00", "2025-10-27T10:00+01:00", "2025-11-03T10:00+01:00"]),
    ("cancelled", ["DTSTART:20251105T090000Z", "STATUS:CANCELLED"], []),
    ("tentative stays", ["DTSTART:20251105T090000Z", "STATUS:TENTATIVE"], ["2025-11-05T10:00+01:00"]),
    ("declined by the owner",
     ["DTSTART:20251105T090000Z", "ATTENDEE;PARTSTAT=DECLINED:MAILTO:Nora@fjordsoft.example"], []),
    ("declined under the owner's name",
     ["DTSTART:20251105T090000Z", 'ATTENDEE;CN="Lind, Nora";PARTSTAT=DECLINED:invalid:nomail'], []),
    ("declined by another", ["DTSTART:20251105T090000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:ola@x.example"],
     ["2025-11-05T10:00+01:00"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [pytest.param(*s[1:], id=s[0]) for s in SHAPES])
def test_when(lines: list[str], expected: list[str]) -> None:
    assert starts(calendar(*event(*lines))) == expected


@pytest.mark.parametrize("title", ["Canceled: Sync", "Cancelled: Sync", "Abgesagt: Sync"])
def test_outlook_writes_off_in_the_title(title: str) -> None:
    assert starts(calendar(*event("DTSTART:20251105T090000Z", title=title))) == []


def test_a_cancelling_calendar() -> None:
    data = calendar(*event("DTSTART:20251105T090000Z"), head="METHOD:CANCEL")
    assert starts(data) == []


def test_a_moved_and_a_cancelled_instance() -> None:
    series = event("DTSTART:20251103T090000Z", "RRULE:FREQ=DAILY;COUNT=4")
    moved = event("DTSTART:20251106T150000Z", "RECURRENCE-ID:20251104T090000Z", title="Sync, later")
    off = event("DTSTART:20251105T090000Z", "RECURRENCE-ID:20251105T090000Z", "STATUS:CANCELLED")
    found, _ = read(calendar(*series, *moved, *off))
    assert [(one.start, one.title, one.line) for one in found] == [
        ("2025-11-03T10:00+01:00", "Sync", 4),
        ("2025-11-06T10:00+01:00", "Sync", 4),
        ("2025-11-06T16:00+01:00", "Sync, later", 10),
    ]


def test_the_zone_of_a_calendar() -> None:
    data = calendar(*event("DTSTART:20251105T090000"), head="X-WR-TIMEZONE:America/New_York")
    assert starts(data) == ["2025-11-05T15:00+01:00"]


def test_a_zone_of_the_files_own() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Customized\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        "TZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE"
    )
    data = calendar(*event("DTSTART;TZID=Customized:20251105T133000"), head=zone)
    assert starts(data) == ["2025-11-05T09:00+01:00"]


PEOPLE = [
    ("google", 'ATTENDEE;CUTYPE=INDIVIDUAL;CN=Ola Vik;X-NUM-GUESTS=0:mailto:ola@nordlys.example',
     Attendee("Ola Vik", "ola@nordlys.example")),
    ("turned", 'ATTENDEE;CN="Vik, Ola":MAILTO:Ola.Vik@Nordlys.example', Attendee("Ola Vik", "ola.vik@nordlys.example")),
    ("turned with a remark", 'ATTENDEE;CN="Vik, Ola (Nordlys)":mailto:o@n.example', Attendee("Ola Vik", "o@n.example")),
    ("no name", "ATTENDEE:mailto:ola@nordlys.example", Attendee("", "ola@nordlys.example")),
    ("the address as name", "ATTENDEE;CN=ola@nordlys.example:mailto:ola@nordlys.example",
     Attendee("", "ola@nordlys.example")),
    ("single quotes", "ATTENDEE;CN='Ola Vik':mailto:ola@nordlys.example", Attendee("Ola Vik", "ola@nordlys.example")),
    ("apple without an address", "ATTENDEE;CN=Ola Vik:invalid:nomail", Attendee("Ola Vik")),
    ("percent", "ATTENDEE;CN=Ola Vik:mailto:ola%40nordlys.example", Attendee("Ola Vik", "ola@nordlys.example")),
    ("organiser", "ORGANIZER;CN=Ola Vik:mailto:ola@nordlys.example", Attendee("Ola Vik", "ola@nordlys.example")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), [pytest.param(*p[1:], id=p[0]) for p in PEOPLE])
def test_who(line: str, expected: Attendee) -> None:
    found, _ = read(calendar(*event("DTSTART:20251105T090000Z", line)))
    assert found[0].attendees == (expected,)


def test_each_person_once_and_no_rooms() -> None:
    people = (
        "ORGANIZER;CN=Ola Vik:mailto:ola@nordlys.example",
        "ATTENDEE;CN=Ola Vik:mailto:ola@nordlys.example",
        "ATTENDEE;CN=Mia Holm:mailto:mia@nordlys.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Fjord 3:mailto:fjord3@nordlys.example",
    )
    found, _ = read(calendar(*event("DTSTART:20251105T090000Z", *people)))
    assert [one.name for one in found[0].attendees] == ["Ola Vik", "Mia Holm"]


def test_where_it_stands() -> None:
    lines = event(
        "DTSTART:20251105T090000Z", "LOCATION:Room\\, 3rd floor", title="Pricing\\, round"
    )
    found, _ = read(calendar(*lines))
    assert (found[0].title, found[0].location) == ("Pricing, round", "Room, 3rd floor")
    assert (found[0].path, found[0].line, found[0].end_line) == ("work.ics", 4, 9)
    assert found[0].words.splitlines() == lines


BROKEN = [
    ("no such day", event("DTSTART:2025banana")),
    ("no start", event()),
    ("no such rule", event("DTSTART:20251105T090000Z", "RRULE:FREQ=SOMETIMES")),
    ("every second", event("DTSTART:20251105T090000Z", "RRULE:FREQ=SECONDLY")),
    ("no colon", ["BEGIN:VEVENT", "UID:x", "SUMMARY", "DTSTART:20251105T090000Z", "END:VEVENT"]),
]


@pytest.mark.parametrize("broken", [pytest.param(b[1], id=b[0]) for b in BROKEN])
def test_a_broken_event_is_a_problem_and_the_rest_is_read(broken: list[str]) -> None:
    good = event("DTSTART:20251105T100000Z", uid="good", title="Good")
    found, problems = read(calendar(*good, *broken))
    assert "Good" in [one.title for one in found]
    assert [(one.path, one.line) for one in problems] == [("work.ics", 9)]


def test_one_meeting_in_two_calendars_is_there_once() -> None:
    mine = calendar(*event("DTSTART:20251105T090000Z", "ATTENDEE:mailto:ola@n.example"))
    yours = calendar(*event("DTSTART:20251105T090000Z", "ATTENDEE:mailto:mia@n.example"))
    found, _ = events([("a.ics", mine), ("b.ics", yours)], (), AUTUMN, ME)
    assert [[a.email for a in one.attendees] for one in found] == [
        ["ola@n.example", "mia@n.example"]
    ]


def test_in_order_all_day_first() -> None:
    late = event("DTSTART:20251105T150000Z", title="late", uid="1")
    early = event("DTSTART;TZID=Asia/Tokyo:20251105T170000", title="early", uid="2")
    whole = event("DTSTART;VALUE=DATE:20251105", title="whole", uid="3")
    found, _ = read(calendar(*late, *early, *whole))
    assert [one.title for one in found] == ["whole", "early", "late"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"no calendar", calendar()])
def test_no_events(data: bytes) -> None:
    found, problems = read(data)
    assert found == ()
    assert all(one.path == "work.ics" for one in problems)


GOOD = event("DTSTART:20251105T100000Z", uid="good", title="Good")
DAMAGED = [
    ("a stray line", calendar("nonsense", *GOOD), []),
    ("cut off after an event", calendar(*GOOD).replace(b"END:VCALENDAR", b""), []),
    ("cut off within an event", calendar(*GOOD, *GOOD[:2]).replace(b"END:VCALENDAR", b""), [9]),
    ("no calendar around it", "\r\n".join(GOOD).encode(), []),
    (
        "unix line ends and a byte-order mark",
        b"\xef\xbb\xbf" + calendar(*GOOD).replace(b"\r", b""),
        [],
    ),
]


@pytest.mark.parametrize(("data", "lines"), [pytest.param(*d[1:], id=d[0]) for d in DAMAGED])
def test_a_damaged_file_gives_what_it_holds(data: bytes, lines: list[int]) -> None:
    found, problems = read(data)
    assert [one.title for one in found] == ["Good"]
    assert [one.line for one in problems] == lines


LINES = st.sampled_from(
    [
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "UID:1", "SUMMARY:x",
        "DTSTART:20251105T090000Z", "DTSTART;VALUE=DATE:20251105", "DTSTART:0", "DTEND:20251101",
        "RRULE:FREQ=WEEKLY", "RRULE:FREQ=YEARLY;BYDAY=9MO", "EXDATE:x", "RECURRENCE-ID:20251105",
        "ATTENDEE;CN=:mailto:", "BEGIN:VTIMEZONE", " folded", "DURATION:-P1D", "TZID:;;",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=60), st.lists(LINES, max_size=14).map(lambda a: "\n".join(a).encode())
    )
)
def test_no_bytes_raise(data: bytes) -> None:
    found, _ = read(data)
    for one in found:
        assert datetime.fromisoformat(one.start)
        assert one.end >= one.start or one.end[:10] >= one.start[:10]
