"""What is expected to come up again: standing, length, words, and their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.brief.returning import LONG, Sighting, fate, parts


def _points(*sightings: Sighting) -> int:
    return sum(points for _, points in parts(sightings))


STANDING = [
    ("the last meeting before the one before", (0,), (1,)),
    ("the last meeting before any two earlier", (0,), (1, 2)),
    ("the last two before the last", (0, 1), (0,)),
    ("two in a row before two with a gap", (0, 1), (0, 3)),
]


@pytest.mark.parametrize(("title", "more", "less"), STANDING, ids=[c[0] for c in STANDING])
def test_where_it_stood(title: str, more: tuple[int, ...], less: tuple[int, ...]) -> None:
    def stood(ago: tuple[int, ...]) -> int:
        return _points(*(Sighting(a, 1, "the bridge") for a in ago))

    assert stood(more) > stood(less)


WORDS = [
    ("kept", "Leave on agenda until Ivo is back", "up"),
    ("put off", "Deferred to next meeting", "up"),
    ("nothing new", "No further updates", "up"),
    ("goes on", "Waiting for the printer", "up"),
    ("a debate without end", "Needs more work", "up"),
    ("taken off", "Removed from the agenda", "down"),
    ("its tag is taken off", "Mara will drop the agenda label", "down"),
    ("settled", "Merged on Monday", "down"),
    ("agreed", "No objections", "down"),
    ("nothing left to discuss", "Does not need further discussion", "down"),
    ("says nothing", "The bridge is blue", ""),
    ("only within others", "They disclosed the forestill", ""),
]


@pytest.mark.parametrize(("title", "words", "way"), WORDS, ids=[c[0] for c in WORDS])
def test_what_the_words_say(title: str, words: str, way: str) -> None:
    assert {"up": fate(words) > 0, "down": fate(words) < 0, "": fate(words) == 0}[way]


def test_off_outweighs_kept() -> None:
    assert fate("No updates, taken off the agenda") < 0


def test_a_long_debate_says_nothing_of_one_matter() -> None:
    told = "Removed from the agenda. "
    assert fate(told * (LONG // len(told) + 1)) == 0


def test_parts_are_published_and_only_those_that_count() -> None:
    assert dict(parts([Sighting(0, 1, "The bridge")])) == {"stood lately": 100, "at length": 90}
    assert dict(parts([Sighting(0, 1, "Merged")]))["wording"] == -15
    assert parts([]) == ()


def test_the_newest_words_count() -> None:
    older, newer = Sighting(1, 1, "Leave on agenda"), Sighting(0, 1, "Closed")
    assert dict(parts([older, newer]))["wording"] < 0


SIGHTINGS = st.lists(
    st.builds(
        Sighting,
        st.integers(0, 30),
        st.integers(1, 50),
        st.sampled_from([words for _, words, _ in WORDS]),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda sighting: sighting.ago,
)


@given(SIGHTINGS, st.randoms(use_true_random=False))
def test_the_order_of_sightings_is_no_matter(sightings: list[Sighting], random: object) -> None:
    shuffled = list(sightings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert parts(shuffled) == parts(sightings)


@given(SIGHTINGS)
def test_one_more_earlier_sighting_never_counts_against(sightings: list[Sighting]) -> None:
    """Up to the rounding of two parts."""
    earlier = Sighting(max(s.ago for s in sightings) + 1, 1, "")
    assert _points(*sightings, earlier) >= _points(*sightings) - 2
