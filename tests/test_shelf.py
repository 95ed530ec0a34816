"""Rows found by shared words: none that shares enough is ever missed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prep.shelf import Shelf

WORDS = st.frozensets(st.sampled_from("abcdefghij"), max_size=7)


@given(st.lists(WORDS, max_size=12), WORDS, st.integers(1, 8))
def test_every_row_that_shares_enough_is_near(
    rows: list[frozenset[str]], words: frozenset[str], least: int
) -> None:
    shelf = Shelf()
    for row, held in enumerate(rows):
        shelf.put(row, held)
    sharing = {row for row, held in enumerate(rows) if len(held & words) >= least}
    assert sharing <= shelf.near(words, least)
    stretch = shelf.near(words, least, 2, 9)
    assert {row for row in sharing if 2 <= row < 9} <= stretch <= set(range(2, 9))


def test_a_shelf_of_few_words_tells_at_once() -> None:
    shelf = Shelf()
    shelf.put(0, ["board", "statute"])
    shelf.put(1, ["board", "venue"])
    assert shelf.near({"board", "statute"}, 2) == {0}
    assert shelf.near({"board", "statute"}, 1) == {0, 1}
    assert shelf.near({"board"}, 2) == set()
    assert shelf.near(set(), 1) == set()
