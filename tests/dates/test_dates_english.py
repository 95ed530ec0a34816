"""What English phrases mean, read against Wednesday 5 November 2025."""

from __future__ import annotations

import pytest

from prep.dates import Found, find_days

BASE = "2025-11-05"


def days(text: str, **options: str) -> list[str]:
    """``phrase = day`` or ``phrase = first..last`` for each date found."""
    found = find_days(text, base=BASE, **options)  # type: ignore[arg-type]
    return [written(one) for one in found]


def written(one: Found) -> str:
    last = "" if one.day == one.end_day else f"..{one.end_day}"
    return f"{one.raw} = {one.day}{last}"


ABSOLUTE = [
    ("iso", "Kick-off 2025-10-22 went well", "2025-10-22 = 2025-10-22"),
    ("iso with a time", "2025-10-22T09:30 call", "2025-10-22 = 2025-10-22"),
    ("iso in a file name", "notes/2025_10_22-kickoff.md", "2025_10_22 = 2025-10-22"),
    ("compact", "export-20251022.csv", "20251022 = 2025-10-22"),
    ("month first", "signed 10/22/2025", "10/22/2025 = 2025-10-22"),
    ("only the other order is a date", "signed 22/10/2025", "22/10/2025 = 2025-10-22"),
    ("dots put the day first", "signed 4.3.2025", "4.3.2025 = 2025-03-04"),
    ("two figures of a year", "signed 10/22/25", "10/22/25 = 2025-10-22"),
    ("ordinal and comma", "Oct 22nd, 2025: kick-off", "Oct 22nd, 2025 = 2025-10-22"),
    ("day first", "on 22 October 2025 we met", "22 October 2025 = 2025-10-22"),
    ("of", "the 3rd of March, 2026", "the 3rd of March, 2026 = 2026-03-03"),
    ("hyphens", "22-Oct-2025", "22-Oct-2025 = 2025-10-22"),
    ("year first", "2025 Oct 22", "2025 Oct 22 = 2025-10-22"),
    ("in words", "May twenty first, 2026", "May twenty first, 2026 = 2026-05-21"),
    ("its weekday", "Wednesday, 22 October 2025", "Wednesday, 22 October 2025 = 2025-10-22"),
    ("its weekday in brackets", "3 Dec 2025 (Wed)", "3 Dec 2025 (Wed) = 2025-12-03"),
    ("month of a year", "since October 2024", "October 2024 = 2024-10-01..2024-10-31"),
    ("short year", "Oct '24", "Oct '24 = 2024-10-01..2024-10-31"),
    ("month in figures", "2025-10 figures", "2025-10 = 2025-10-01..2025-10-31"),
    ("stretch in a month", "away Nov 10–12", "Nov 10–12 = 2025-11-10..2025-11-12"),
    ("stretch, day first", "10 to 12 November", "10 to 12 November = 2025-11-10..2025-11-12"),
    ("quarter", "Q3 2026 target", "Q3 2026 = 2026-07-01..2026-09-30"),
    ("quarter in words", "third quarter of 2026", "third quarter of 2026 = 2026-07-01..2026-09-30"),
    ("half a year", "H2 2025 goals", "H2 2025 = 2025-07-01..2025-12-31"),
    ("running half", "by H2", "H2 = 2025-07-01..2025-12-31"),
    ("iso week", "plan for 2025-W43", "2025-W43 = 2025-10-20..2025-10-26"),
    ("week of a year", "week 43 of 2025", "week 43 of 2025 = 2025-10-20..2025-10-26"),
    ("year after a preposition", "founded in 2014.", "2014 = 2014-01-01..2014-12-31"),
    ("years", "2014-2018", "2014-2018 = 2014-01-01..2018-12-31"),
    ("easter moves", "Easter Monday 2026", "Easter Monday 2026 = 2026-04-06"),
    ("thanksgiving moves", "by Thanksgiving", "Thanksgiving = 2025-11-27"),
]  # fmt: skip

WITHOUT_YEAR = [
    ("this year's", "Oct 22: kick-off", "Oct 22 = 2025-10-22"),
    ("soon", "20 January workshop", "20 January = 2026-01-20"),
    ("long ago rather than far ahead", "12 March review", "12 March = 2025-03-12"),
    ("29 February waits for its year", "Feb 29 party", "Feb 29 = 2024-02-29"),
    ("the year in which the weekday fits", "Sat May 23", "Sat May 23 = 2026-05-23"),
    ("pair after a preposition", "due 11/20", "11/20 = 2025-11-20"),
    ("pair after a weekday", "Thu 11/20", "Thu 11/20 = 2025-11-20"),
    ("next year's month", "March next year", "March next year = 2026-03-01..2026-03-31"),
    ("last year's week", "week 27 of last year", "week 27 of last year = 2024-07-01..2024-07-07"),
]

RELATIVE = [
    ("today", "Seen today", "today = 2025-11-05"),
    ("day after tomorrow", "the day after tomorrow", "the day after tomorrow = 2025-11-07"),
    ("weekday looks back", "On Friday she said yes", "Friday = 2025-10-31"),
    ("the base's own weekday", "Wednesday", "Wednesday = 2025-11-05"),
    ("short weekday", "Call Wed", "Wed = 2025-11-05"),
    ("this", "this Friday", "this Friday = 2025-11-07"),
    ("next is of next week", "next Friday", "next Friday = 2025-11-14"),
    ("coming is the nearest", "this coming Friday", "this coming Friday = 2025-11-07"),
    ("last is of last week", "last Tuesday", "last Tuesday = 2025-10-28"),
    ("past is the nearest", "this past Tuesday", "this past Tuesday = 2025-11-04"),
    ("weekday of a week", "Thursday next week", "Thursday next week = 2025-11-13"),
    ("week's weekday", "next week on Tuesday", "next week on Tuesday = 2025-11-11"),
    ("next week", "let's talk next week", "next week = 2025-11-10..2025-11-16"),
    ("after next", "the week after next", "the week after next = 2025-11-17..2025-11-23"),
    ("last month", "last month's figures", "last month = 2025-10-01..2025-10-31"),
    ("next two weeks", "the next two weeks", "the next two weeks = 2025-11-06..2025-11-19"),
    ("weekend", "over this weekend", "this weekend = 2025-11-08..2025-11-09"),
    ("in weeks", "in two weeks", "in two weeks = 2025-11-19"),
    ("in a couple", "in a couple of days", "in a couple of days = 2025-11-07"),
    ("the longer of two", "in 2-3 weeks", "in 2-3 weeks = 2025-11-26"),
    ("fortnight", "in a fortnight", "in a fortnight = 2025-11-19"),
    ("months keep to their length", "in 3 months", "in 3 months = 2026-02-05"),
    ("workdays", "within 3 business days", "within 3 business days = 2025-11-10"),
    ("ago", "3 weeks ago", "3 weeks ago = 2025-10-15"),
    ("sum", "1 week and 2 days ago", "1 week and 2 days ago = 2025-10-27"),
    ("from now", "a month from now", "a month from now = 2025-12-05"),
    ("the 5th", "on the 5th", "the 5th = 2025-11-05"),
    ("friday the 14th", "Friday the 14th", "Friday the 14th = 2025-11-14"),
    ("weekday and figure", "Monday 24", "Monday 24 = 2025-11-24"),
    ("of next month", "the 20th of next month", "the 20th of next month = 2025-12-20"),
]  # fmt: skip

COMPOSED = [
    ("end of a month", "end of October", "end of October = 2025-10-31"),
    ("end of this month", "end of the month", "end of the month = 2025-11-30"),
    ("end of a week is its Friday", "end of next week", "end of next week = 2025-11-14..2025-11-16"),
    ("end of a quarter", "the end of Q1 2026", "the end of Q1 2026 = 2026-03-31"),
    ("eom", "EOM", "EOM = 2025-11-30"),
    ("eod of a day", "EOD Friday", "EOD Friday = 2025-10-31"),
    ("mid", "mid-May", "mid-May = 2025-05-11..2025-05-20"),
    ("early", "early June 2026", "early June 2026 = 2026-06-01..2026-06-10"),
    ("late", "late June 2026", "late June 2026 = 2026-06-21..2026-06-30"),
    ("week of", "the week of October 6", "the week of October 6 = 2025-10-06..2025-10-12"),
    ("week commencing", "w/c 10 Nov", "w/c 10 Nov = 2025-11-10..2025-11-16"),
    ("after", "three days after 12 January", "three days after 12 January = 2026-01-15"),
    ("before a feast", "2 weeks before Christmas", "2 weeks before Christmas = 2025-12-11"),
    ("first weekday", "first Monday of December", "first Monday of December = 2025-12-01"),
    ("last weekday", "the last Friday of the month", "the last Friday of the month = 2025-11-28"),
    ("first week by its Thursday", "first week of 2026", "first week of 2026 = 2025-12-29..2026-01-04"),
    ("last weeks", "the last 2 weeks of 2025", "the last 2 weeks of 2025 = 2025-12-15..2025-12-28"),
    ("last day", "last day of February", "last day of February = 2026-02-28"),
    ("month of a year", "the 9th month of next year", "the 9th month of next year = 2026-09-01..2026-09-30"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=title)
        for title, text, expected in [*ABSOLUTE, *WITHOUT_YEAR, *RELATIVE, *COMPOSED]
    ],
)
def test_a_phrase(text: str, expected: str) -> None:
    assert days(text) == [expected]


STRETCHES = [
    ("the year of the end", "from April to June 2024", ["April = 2024-04-01..2024-04-30", "June 2024 = 2024-06-01..2024-06-30"]),
    ("over new year", "from Nov to Feb 2024", ["Nov = 2023-11-01..2023-11-30", "Feb 2024 = 2024-02-01..2024-02-29"]),
    ("the end comes after", "next Monday to Thursday", ["next Monday = 2025-11-10", "Thursday = 2025-11-13"]),
    ("one end vouches for the other", "Jan-Feb 2024", ["Jan = 2024-01-01..2024-01-31", "Feb 2024 = 2024-02-01..2024-02-29"]),
    ("two in a line", "moved from 3 Dec 2025 to 10 Dec 2025", ["3 Dec 2025 = 2025-12-03", "10 Dec 2025 = 2025-12-10"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=title) for title, text, expected in STRETCHES],
)
def test_both_ends(text: str, expected: list[str]) -> None:
    assert days(text) == expected


NEVER = [
    "This may take longer than the march to the sun.",
    "May I ask why we sat down? They wed in haste.",
    "May the team rest; April said so, and so did June.",
    "Release 1.10, chapters 3-5, at 10:30 or 7pm, for 20 minutes.",
    "Costs $12 to €2025, 3/4 done, 24/7, 50/50, ratio 16/9.",
    "Serial 123-12-1234, phone +49 138-2010-2015, ISO 27001:2022.",
    "Not a day: 2025-02-30, 2025-13-01, 32-2015, 31 June 2025.",
    "Every Monday, each week, per quarter, Friday mornings, Tuesdays.",
    "At the end of the day it is the second round that counts.",
    "The 5th element is on the 5th floor of the 2nd building.",
    "Windows 2019 in room 2025 for 2000 people.",
    "Have a great week! Two weeks' work, half a year ago or so.",
    "One may ask, we will see, sun is out, mar the surface.",
    "An H1 above, <h2>below</h2>, from 3/4 of them.",
    "Week 3 of onboarding, Q5, and nothing of Q3 FY25.",
    "",
]


@pytest.mark.parametrize("text", NEVER)
def test_ordinary_words_and_figures_are_no_dates(text: str) -> None:
    assert days(text) == []


def test_without_a_base_only_what_names_its_year() -> None:
    line = "Friday, tomorrow, Oct 3, the 5th of May, next week, in 2 days, Q3, but 3 Oct 2025"
    assert [one.raw for one in find_days(line, base=None)] == ["3 Oct 2025"]


def test_leaning_to_the_future() -> None:
    assert days("Friday and 12 March and Q1", prefer="future") == [
        "Friday = 2025-11-07",
        "12 March = 2026-03-12",
        "Q1 = 2026-01-01..2026-03-31",
    ]


def test_day_first() -> None:
    found = find_days("3/4/2025 and 13/4/2025 and 4/13/2025", base=BASE, dayfirst=True)
    assert [one.day for one in found] == ["2025-04-03", "2025-04-13", "2025-04-13"]
