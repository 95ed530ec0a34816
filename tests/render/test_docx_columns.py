"""Widths of a table's columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.render.docx.tables import Spread, columns, fitted
from prep.render.widths import ems, longest_word

ROOM = 9638
CELL = st.builds(
    lambda longest, more: Spread(longest, longest + more),
    st.floats(0, 12),
    st.floats(0, 400),
)


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[Spread, ...]]:
    width = draw(st.integers(1, 9))
    row = st.tuples(*[CELL] * width)
    return draw(st.lists(row, min_size=1, max_size=6))


@given(tables())
def test_columns_fit_the_page_and_break_no_word_that_fits(rows: list[tuple[Spread, ...]]) -> None:
    widths, em = fitted(rows, ROOM)
    assert all(width > 0 for width in widths)
    assert sum(widths) <= ROOM + len(widths)
    least = [max(cell.longest for cell in column) * em for column in zip(*rows, strict=True)]
    if sum(least) + 200 * len(least) <= ROOM:
        assert all(width + 1 >= word for width, word in zip(widths, least, strict=True))


@given(tables())
def test_more_room_makes_no_table_narrower(rows: list[tuple[Spread, ...]]) -> None:
    assert sum(columns(rows, ROOM, 190)) <= sum(columns(rows, 2 * ROOM, 190)) + len(rows[0])


@pytest.mark.parametrize(
    ("words", "longest"),
    [
        ("a bcd", "bcd"),
        ("2026-03-09", "2026-03-09"),
        ("follow-up", "follow-up"),
        ("Pneumonoultramicroscopic-silico", "Pneumonoultramicroscopic-"),
        ("https://example.org/a/b", "https://"),
        ("", ""),
    ],
)
def test_longest_word(words: str, longest: str) -> None:
    assert longest_word(words) == pytest.approx(ems(longest), abs=3.5 if "/" in words else 0)


def test_chinese_may_break_anywhere() -> None:
    assert longest_word("日本語の質問") == 1.0
