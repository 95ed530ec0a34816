"""Which bearing a claim's lines have: looked up by line, the same as asked of each in turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prep.app.gathering import _how, _rows
from prep.model.claim import Claim
from prep.model.naming import Bearing

HOW = st.sampled_from(("named", "turn", "about", "account"))
STRETCH = st.tuples(st.integers(1, 12), st.integers(0, 4))


@given(st.lists(st.tuples(STRETCH, HOW), max_size=8), STRETCH)
def test_the_first_that_holds_a_line(
    rows: list[tuple[tuple[int, int], str]], stretch: tuple[int, int]
) -> None:
    bearings = [
        Bearing(at, line, line + height, how, "exact")  # type: ignore[arg-type]
        for at, ((line, height), how) in enumerate(rows)
    ]
    line, end = stretch[0], sum(stretch)
    holding = (b.how for b in bearings if b.line <= end and line <= b.end_line)
    claim = Claim("fact", "words", line, end, 0, 0, "rule")
    assert _how(claim, bearings, _rows(bearings)) == next(holding, None)
