"""Matters are found by few words of theirs: the same as if each were held against all."""

from __future__ import annotations

from math import ceil

from hypothesis import given, settings
from hypothesis import strategies as st

from prep.claims.threads import DECIDED, SAME, SUBSET, Said, grouped, order, same_matter
from prep.model.claim import Claim, Placed
from prep.words import content, cover, likeness, tokens

VOCABULARY = (
    "draft", "statutes", "board", "venue", "minutes", "budget", "letter", "Milo", "7", "DID",
    "did", "it", "US", "us",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join)


def _claim(kind: str, text: str, number: tuple[str, str]) -> Claim:
    return Claim(kind, text, 1, 1, 0, 0, "rule", attribute=number[0], value=number[1])  # type: ignore[arg-type]


CLAIMS = st.builds(
    _claim,
    st.sampled_from(("commitment", "decision")),
    TEXTS,
    st.sampled_from(
        (("", ""), ("action", ""), ("action", "1"), ("action", "2"), ("decision", "1"))
    ),
)


def _same(one: Claim, other: Claim) -> bool:
    """The rule in its plain words."""
    words, others = content(one.text), content(other.text)
    if one.attribute and one.attribute == other.attribute and one.value and other.value:
        shares = one.attribute == "action" or likeness(words, others) >= SAME / 2
        return one.value == other.value and shares
    shorter = min(len(words), len(others))
    if shorter < 2:
        return tokens(one.text) == tokens(other.text)
    if one.kind == "decision":
        return likeness(words, others) >= DECIDED
    inside = shorter >= SUBSET and cover(words, others) == 1.0
    return likeness(words, others) >= SAME or inside


def _enough(claim: Claim) -> int:
    """Words that a matter must share to be looked at."""
    count = len(content(claim.text))
    if count < 2:
        return max(1, count)
    return ceil(DECIDED * count) if claim.kind == "decision" else min(ceil(SAME * count), SUBSET)


def _slowly(claims: list[Placed]) -> list[tuple[Placed, ...]]:
    """Each claim held against every matter before it, the one that shares most words first."""
    groups: list[list[Placed]] = []
    for placed in sorted(claims, key=lambda p: order(p, {})):
        claim, near = placed.claim, []
        for row, group in enumerate(groups):
            kin = [p.claim for p in group if p.claim.kind == claim.kind]
            shared = len(content(claim.text) & frozenset().union(*(content(k.text) for k in kin)))
            number = (claim.attribute, claim.value)
            numbered = bool(claim.value) and number in {(k.attribute, k.value) for k in kin}
            if kin and (numbered or shared >= _enough(claim)):
                near.append((-shared - numbered, row))
        fits = (
            row
            for _, row in sorted(near)
            if _same(claim, groups[row][-1].claim) or _same(claim, groups[row][0].claim)
        )
        home = next(fits, None)
        if home is None:
            groups.append([placed])
        else:
            groups[home].append(placed)
    return [tuple(group) for group in groups]


@settings(max_examples=300)
@given(st.lists(CLAIMS, max_size=14))
def test_found_by_few_words_as_by_all(claims: list[Claim]) -> None:
    told = [Placed(f"{at:02}.md", claim) for at, claim in enumerate(claims)]
    assert grouped(told, {}) == _slowly(told)


@given(CLAIMS, CLAIMS)
def test_one_matter_or_two(one: Claim, other: Claim) -> None:
    other = other._replace(kind=one.kind)
    pair = (Said(claim, content(claim.text)) for claim in (one, other))
    assert same_matter(*pair) == _same(one, other)
