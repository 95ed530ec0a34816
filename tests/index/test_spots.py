from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prep.index.spots import PART, is_wide, number_of, packed, placed, spots_of, without

LARGEST = 1 << 24
"""Bytes of the largest file that is read, so its lines and episodes are no more."""
spots = st.tuples(st.integers(0, 1 << 40), st.integers(0, LARGEST), st.integers(0, LARGEST))
near = st.tuples(st.integers(0, 1 << 40), st.integers(0, 16_383), st.integers(0, 255))


@given(st.lists(spots | near, max_size=20))
def test_what_is_packed_is_read(told: list[tuple[int, int, int]]) -> None:
    rows: dict[tuple[int, int], list[int]] = {}
    for note, line, episode in told:
        wide = is_wide(line, episode)
        row = rows.setdefault((note >> PART, wide), [])
        row += placed(note, [number_of(line, episode, wide)], wide)
    read = [
        spot
        for (part, wide), numbers in rows.items()
        for spot in spots_of(part, packed(numbers, wide), wide)
    ]
    assert sorted(read) == sorted(told)


@given(st.lists(near, max_size=20), st.integers(0, 30))
def test_a_note_is_taken_out(told: list[tuple[int, int, int]], gone: int) -> None:
    notes = [(note % 31, line, episode) for note, line, episode in told]
    numbers = [n for note, *at in notes for n in placed(note, [number_of(*at, 0)], 0)]
    left = spots_of(0, packed(without(gone, numbers, 0), 0), 0)
    assert list(left) == sorted(spot for spot in notes if spot[0] != gone)


def test_most_spots_take_four_bytes() -> None:
    assert not is_wide(16_383, 255)
    assert is_wide(16_384, 0)
    assert is_wide(0, 256)
