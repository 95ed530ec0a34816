"""By when, which one day, which weekday; other languages; and what holds for any text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.dates import find_days, find_due, parse_day, weekday_of

BASE = "2025-11-05"  # a Wednesday

DUE = [
    ("by a weekday", "Send the offer by Friday", "by Friday", "2025-11-07"),
    ("by the base's weekday", "Send it by Wednesday", "by Wednesday", "2025-11-12"),
    ("before", "before 12 December", "before 12 December", "2025-12-12"),
    ("end of a quarter", "done by end of Q3", "by end of Q3", "2026-09-30"),
    ("end of the week", "EOW", "EOW", "2025-11-07"),
    ("end of next week", "by the end of next week", "by the end of next week", "2025-11-14"),
    ("end of the day", "by the end of the day", "by the end of the day", "2025-11-05"),
    ("in weeks", "come back in two weeks", "in two weeks", "2025-11-19"),
    ("tomorrow", "call her tomorrow", "tomorrow", "2025-11-06"),
    ("a whole month is in time to its end", "by March", "by March", "2026-03-31"),
    ("a whole month", "sometime next month", "next month", "2025-12-31"),
    ("lately passed", "due 1 November", "due 1 November", "2025-11-01"),
    ("with a colon", "Due: 2025-11-20", "Due: 2025-11-20", "2025-11-20"),
    ("close of business", "by COB Friday", "by COB Friday", "2025-11-07"),
    ("the first that is to come", "since Monday; ready by Friday", "by Friday", "2025-11-07"),
]


@pytest.mark.parametrize(("text", "raw", "day"), [pytest.param(*row[1:], id=row[0]) for row in DUE])
def test_due(text: str, raw: str, day: str) -> None:
    found = find_due(text, base=BASE)
    assert found is not None
    assert (found.raw, found.day, found.end_day) == (raw, day, day)
    assert text[found.start : found.end] == raw


@pytest.mark.parametrize("text", ["We met on 2025-10-01.", "3 weeks ago", "no date", "may do so"])
def test_what_is_over_is_not_due(text: str) -> None:
    assert find_due(text, base=BASE) is None


WHOLE = [
    ("2025-10-22", "2025-10-22"),
    ("2025-10-22 14:00", "2025-10-22"),
    ("[[Oct 22nd, 2025]]", "2025-10-22"),
    ("29-08-2022", "2022-08-29"),
    ("Wednesday, 22 October 2025", "2025-10-22"),
    ("10/31", "2025-10-31"),
    ("Oct 22", "2025-10-22"),
    ("next Tuesday", "2025-11-11"),
    ("20251022", "2025-10-22"),
    ("2025-02-30", None),
    ("October 2025", None),
    ("2025-W43", None),
    ("call on 22 October 2025", None),
    ("unknown", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "day"), WHOLE)
def test_one_whole_phrase(text: str, day: str | None) -> None:
    assert parse_day(text, base=BASE) == day


@pytest.mark.parametrize("text", ["Oct 22", "tomorrow", "Friday", "10/31", "the 5th"])
def test_nothing_is_guessed_without_a_base(text: str) -> None:
    assert parse_day(text) is None


GERMAN = [
    ("bis Freitag", "Freitag", "2025-10-31"),
    ("am 3. Dezember 2025", "3. Dezember 2025", "2025-12-03"),
    ("seit dem 22.10.", "22.10.", "2025-10-22"),
    ("nächsten Dienstag", "nächsten Dienstag", "2025-11-11"),
    ("Ende des Monats", "Ende des Monats", "2025-11-30"),
    ("vor drei Tagen", "vor drei Tagen", "2025-11-02"),
    ("in zwei Wochen", "in zwei Wochen", "2025-11-19"),
    ("Fr 14.11.2025", "Fr 14.11.2025", "2025-11-14"),
    ("vorgestern gesprochen", "vorgestern", "2025-11-03"),
    ("Ostermontag 2026", "Ostermontag 2026", "2026-04-06"),
]


@pytest.mark.parametrize(("text", "raw", "day"), GERMAN)
def test_german(text: str, raw: str, day: str) -> None:
    assert [(one.raw, one.day) for one in find_days(text, base=BASE, language="de")] == [(raw, day)]


def test_german_morning_and_short_words_are_no_dates() -> None:
    text = "Guten Morgen, das hat er mir so gesagt, die do it fr"
    assert find_days(text, base=BASE, language="de") == ()


OTHERS = [
    ("fr", "rendez-vous le 22 octobre 2025 à Lyon", "22 octobre 2025", "2025-10-22"),
    ("es", "el 3 de marzo de 2026", "3 de marzo de 2026", "2026-03-03"),
    ("it", "entro il 12 dicembre", "12 dicembre", "2025-12-12"),
]


@pytest.mark.parametrize(("language", "text", "raw", "day"), OTHERS)
def test_other_languages(language: str, text: str, raw: str, day: str) -> None:
    found = find_days(text, base=BASE, language=language)
    assert [(one.raw, one.day) for one in found] == [(raw, day)]


@pytest.mark.parametrize("language", ["fr", "xx"])
def test_what_only_looks_like_a_date(language: str) -> None:
    assert find_days("3 personnes pour 12 tables", base=BASE, language=language) == ()


@pytest.mark.parametrize(
    ("text", "number"), [("Tue, 4 Nov", 1), ("on Sunday", 6), ("sunny", None), ("", None)]
)
def test_weekday(text: str, number: int | None) -> None:
    assert weekday_of(text) == number


PIECES = (
    "999 years H2 fortnight days after of Sunday the a 5 5th 31 2025 99 / - . , of in by end May march Friday sat next last week weeks month "
    "day two first Q3 ago 2025-10-22 12/31 to EOD Christmas ( ) every from before 02 30"
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(st.sampled_from(PIECES.split()), max_size=9).map(" ".join)
    )
)
def test_any_text_gives_parts_of_itself(text: str) -> None:
    end = 0
    for found in find_days(text, base=BASE):
        assert found.start >= end
        assert text[found.start : found.end] == found.raw
        assert date.fromisoformat(found.day) <= date.fromisoformat(found.end_day)
        end = found.end
    due = find_due(text, base=BASE)
    assert due is None or text[due.start : due.end] == due.raw


FORMS = ["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y", "%d-%b-%Y", "%m/%d/%Y", "%Y%m%d"]


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(FORMS))
def test_what_is_written_is_read_back(day: date, form: str) -> None:
    assert parse_day(day.strftime(form)) == day.isoformat()


@given(st.dates(date(2001, 1, 1), date(2060, 12, 31)), st.integers(1, 60))
def test_counting_on_and_back(base: date, count: int) -> None:
    ahead = parse_day(f"in {count} days", base=base.isoformat())
    assert ahead == (base + timedelta(days=count)).isoformat()
    assert parse_day(f"{count} days ago", base=ahead) == base.isoformat()
