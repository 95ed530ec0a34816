"""Days and ranges in Tasks queries: what chrono 2.3.9 and the plugin make of them on 5 May 2025."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.queries.tasks.when import Range, parse_day, parse_range

MONDAY = date(2025, 5, 5)

RANGES: list[tuple[str, str | None]] = [
    ("today", "2025-05-05"), ("tomorrow", "2025-05-06"), ("tmr", "2025-05-06"),
    ("yesterday", "2025-05-04"), ("tonight", "2025-05-05"), ("2025-05-07", "2025-05-07"),
    ("2025-5-7", "2025-05-07"), ("2025-02-30", None), ("20250506", None), ("soon", None),
    ("this week", "2025-05-05/2025-05-11"), ("last week", "2025-04-28/2025-05-04"),
    ("next month", "2025-06-01/2025-06-30"), ("last quarter", "2025-01-01/2025-03-31"),
    ("this year", "2025-01-01/2025-12-31"), ("2025-W01", "2024-12-30/2025-01-05"),
    ("2024-02", "2024-02-01/2024-02-29"), ("2025-Q4", "2025-10-01/2025-12-31"),
    ("2023", "2023-01-01/2023-12-31"), ("2025-W60", None), ("2025-13", None),
    ("2025-05-12 2025-05-01", "2025-05-01/2025-05-12"), ("2025-05-05 to 2025-05-09", "2025-05-05"),
    ("17 August 2013 19 August 2013", "2013-08-17/2013-08-19"), ("monday", "2025-05-05"),
    ("friday", "2025-05-02"), ("this friday", "2025-05-09"), ("next friday", "2025-05-16"),
    ("last monday", "2025-04-28"), ("friday next week", "2025-05-12/2025-05-18"),
    ("in two weeks", "2025-05-19"), ("two weeks", None), ("2 weeks ago", "2025-04-21"),
    ("in a couple of weeks", "2025-05-19"), ("a few days ago", "2025-05-02"),
    ("3 days from now", "2025-05-08"), ("+3 days", "2025-05-08"), ("-2 weeks", "2025-04-21"),
    ("last 7 days", "2025-04-28"), ("next 2 weeks", "2025-05-19"), ("1 month ago", "2025-04-05"),
    ("1 year from now", "2026-05-05"), ("6 October 2025", "2025-10-06"), ("6th Oct", "2025-10-06"),
    ("Oct 6", "2025-10-06"), ("October 6, 2025", "2025-10-06"), ("October 2025", "2025-10-01"),
    ("October", "2025-10-01"), ("december 31", "2024-12-31"), ("06/07/2025", "2025-06-07"),
    ("30/11/2025", "2025-11-30"), ("2025/06/07", "2025-06-07"), ("the 5th of June", "2025-06-05"),
]  # fmt: skip


def shown(found: Range | None) -> str | None:
    if found is None:
        return None
    start, end = found.start.isoformat(), found.end.isoformat()
    return start if start == end else f"{start}/{end}"


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_range(text: str, expected: str | None) -> None:
    assert shown(parse_range(text, MONDAY)) == expected


def test_one_day_of_a_phrase() -> None:
    assert parse_day("two weeks", MONDAY) is None
    assert parse_day("in two weeks or tomorrow", MONDAY) == date(2025, 5, 19)


@given(st.text(max_size=40), st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_any_text_on_any_day(text: str, today: date) -> None:
    found = parse_range(text, today)
    assert found is None or found.start <= found.end


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)))
def test_an_iso_day_is_itself(day: date) -> None:
    assert parse_range(day.isoformat(), MONDAY) == Range(day, day)
