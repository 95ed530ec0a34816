"""Short ways of the ranking: they never say other than the long ones would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.brief.assemble import _Line, _repeats, _Seen
from prep.brief.lowered import lowered
from prep.brief.rank import _STANCES, takes_a_stand
from prep.brief.returning import FATES, Fate
from prep.words import content, tokens

LONG_WAY = re.compile(
    rf"\b(?:I|we|he|she|they|\w+s?)\s+(?:\w+\s+)?(?:{'|'.join(_STANCES)})\w*\b"
    r"|\b(?:candida|elect|appoint|nominat|chair|editor|champion|step(?:s|ped|ping)? (?:down|into)"
    r"|in charge|responsib|maintain|represent)\w*",
    re.IGNORECASE,
)
WORDS = st.lists(
    st.sampled_from((
        "We", "NL:", "think", "reports", "stepped", "down", "in", "charge", "no", "updates", "—",
        "Kept", "ſtill", "OPEN", "İ", "ask", "the", "chair", "(want", "mis-", "like", "\n", "  ",
    ))
).map(" ".join)  # fmt: skip


@given(WORDS | st.text())
def test_a_stand_is_taken_by_either_way(text: str) -> None:
    assert takes_a_stand(text) == bool(LONG_WAY.search(text))


@pytest.mark.parametrize("fate", FATES, ids=[str(fate.points) for fate in FATES])
def test_what_tells_a_fate_holds_a_needle(fate: Fate) -> None:
    @given(st.from_regex(re.compile(fate.words.pattern, re.ASCII)))
    def held(text: str) -> None:
        assert any(needle in text for needle in fate.needles)

    held()


@given(st.text() | WORDS)
def test_lowered_as_patterns_compare(text: str) -> None:
    low = lowered(text)
    assert len(low) == len(text)
    for letter in "abcdefghijklmnopqrstuvwxyz":
        found = [match.start() for match in re.finditer(letter, text, re.IGNORECASE)]
        assert found == [at for at, character in enumerate(low) if character == letter]


LINES = st.lists(
    st.tuples(
        st.sampled_from(("tasks", "commitments", "profile")),
        st.lists(
            st.sampled_from(
                ["draft", "statutes", "board", "the", "venue", "by", "7", "letter", "US", "it"]
            )
        ),
    ),
    max_size=10,
)


@given(LINES)
def test_the_first_that_says_it_is_found(lines: list[tuple[str, list[str]]]) -> None:
    seen, before = _Seen(), []
    for at, (key, words) in enumerate(lines):
        text = " ".join(words)
        line = _Line(frozenset(tokens(text)), content(text), key, at)
        first = next((other for other in before if _repeats(line, other)), None)
        assert seen.first_that_says(line) == first
        seen.add(line)
        before.append(line)
