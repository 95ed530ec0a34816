from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from prep.index.codec import pack, unpack
from prep.model.reading import Reading


@settings(max_examples=60, deadline=None)
@given(st.from_type(Reading))
def test_what_is_packed_is_unpacked(reading: Reading) -> None:
    again = unpack(pack(reading))
    assert again == reading
    assert _types(again) == _types(reading)


def _types(value: object) -> object:
    """The shape in types: a named tuple equals a bare one, but is none."""
    if isinstance(value, tuple):
        return (type(value), *map(_types, value))
    return type(value)
