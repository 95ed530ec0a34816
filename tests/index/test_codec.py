from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.index.codec import Codec, DamagedError, dictionary_of
from prep.model.note import Block, Note
from prep.model.reading import Reading

BLOCKS = tuple(Block("paragraph", f"word {at} of the note", at, at) for at in range(20))
READING = Reading(Note("a.md", "a", "other", "", None, None, 0, 1, (), (), (), BLOCKS, (), (), ()))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.from_type(Reading), min_size=1, max_size=3))
def test_what_is_packed_is_unpacked(readings: list[Reading]) -> None:
    for codec in (Codec(), Codec(dictionary_of(readings))):
        for reading in readings:
            again = codec.unpack(codec.pack(reading))
            assert again == reading
            assert _types(again) == _types(reading)


@pytest.mark.parametrize("data", [b"", b"no bytes of ours", Codec().pack(READING)[:-9]])
def test_broken_bytes_are_told(data: bytes) -> None:
    with pytest.raises(DamagedError):
        Codec().unpack(data)


def test_a_dictionary_makes_readings_like_its_own_smaller() -> None:
    codec = Codec(dictionary_of([READING]))
    assert len(codec.pack(READING)) < len(Codec().pack(READING)) / 2


def _types(value: object) -> object:
    """The shape in types: a named tuple equals a bare one, but is none."""
    if isinstance(value, tuple):
        return (type(value), *map(_types, value))
    return type(value)
