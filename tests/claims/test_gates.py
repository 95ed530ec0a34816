"""A gate never says no where what stands behind it would say yes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from prep.claims.cues import _HEADING
from tests.claims.claims_vault import english

SECTIONS = tuple(name for name in english()._groups if name.startswith("section_"))
PHRASES = tuple(dict.fromkeys(p for name in SECTIONS for p in english().group(name)))
HEADINGS = st.lists(
    st.one_of(
        st.sampled_from(PHRASES).flatmap(lambda p: st.sampled_from([p, p.title(), p.upper()])),
        st.sampled_from(["for", "of", "Nora", "1.", "12", "(", ":", "–", "→", "✅", "#", "_x", "ſ", "'s"]),
    ),
    max_size=4,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(HEADINGS, st.sampled_from([" ", "", "-", "  "]))
def test_first_words_of_headings(words: list[str], joint: str) -> None:
    text = joint.join(words)
    cues = english()
    kinds = [n for n in SECTIONS if cues.compile(_HEADING.format(n)).match(text)]
    assert list(cues.headings(text)) == [n.removeprefix("section_") for n in kinds]
