"""A gate never shuts out what its pattern takes, and the short ways find what the long ones find."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.identity import attendance, labels, mentions, units
from prep.model.note import Block
from prep.names import split_names
from prep.patterns import compiled

PIECES = (
    "Bo", "Ek", "Ann Lee", "Lee's", "O’Hara-Bo", "J.", "van der", "de", "EIP", "EIP-1962", "1962",
    "#12", "12", "FY24", "@", "@bo", "bo@ek.org", "x-y@z.org", "'", "’", "-", ".", ",", " ", " ",
    " ", "\n", "iPhone", "McCoy", "the", "The", "É", "Ж", "ſ", "(", "A", "ABCDEFGH", "_", "[",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
FEW = settings(max_examples=600, deadline=None)


@settings(max_examples=2000, deadline=None)
@given(TEXTS)
def test_runs_of_capitals_are_those_of_the_full_pattern(text: str) -> None:
    runs, numbered = mentions.capitals(text)
    assert [run.span() for run in runs] == [run.span() for run in mentions._FULL.finditer(text)]
    assert [one.span() for one in numbered] == [
        one.span() for one in mentions._NUMBERED.finditer(text)
    ]


@FEW
@given(st.from_regex(compiled(mentions._AWAY)))
def test_who_is_away_is_never_shut_out(text: str) -> None:
    text = text.encode("ascii", "replace").decode("ascii")
    signs = (*mentions._AWAY_WORDS, *(sign.pattern for sign in mentions._AWAY_SIGNS))
    assert any(re.search(sign, text) for sign in signs)


@pytest.mark.parametrize(
    "pattern",
    [labels._ATTEND, labels._ABSENT, labels._SERVING],
    ids=["attend", "absent", "serving"],
)
@FEW
@given(data=st.data())
def test_what_announces_a_list_is_never_shut_out(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(compiled(pattern)))
    around = data.draw(st.sampled_from(("", "**", "_", "# ", "  ", "\u2003", "**\u2003", ": ")))
    assert attendance.may_announce(f"{around}{text}{around}")


WHO = re.compile(
    rf"^{labels._LEAD}(?P<open>\[\[|\[|[*_]{{1,3}})?\s*(?P<who>@?[^\W\d_][^:*_\[\]()\n|]{{0,48}}?)"
    r"(?:\]\]|\]\([^)\s]*\))?\s*(?P<said>\([^)\n]{1,30}\))?\s*"
    r"(?P<close>[*_]{1,3}\s*:|:[*_]{1,3}|:(?=\s|[A-Z]|$)|[*_]{1,3}(?=\s+[^\W\d_]))\s*"
)
"""A label as it is told: its words are tried letter by letter."""
SIGNS = (
    "Bo", " ", ":", "**", "_", "[[", "]]", "](u)", "(x)", "@", "1.", "A.", "12:30", "\n", "|", ",",
    "x" * 24, "x" * 23, "  ", "\u2003", "É", "(", ")",
)  # fmt: skip


@settings(max_examples=3000, deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(SIGNS), max_size=8).map("".join), st.from_regex(compiled(WHO))
    )
)
def test_a_label_is_as_it_is_told(text: str) -> None:
    found, told = labels._LABEL.match(text), WHO.match(text)
    if found and len(found["who"].lstrip("@")) > labels._WIDEST:
        found = None
    assert (found and (found.span(), found.groupdict())) == (
        told and (told.span(), told.groupdict())
    )


@FEW
@given(st.one_of(st.from_regex(compiled(labels.ACT)), st.from_regex(compiled(labels.STATUS))))
def test_actions_and_statuses_are_never_shut_out(text: str) -> None:
    unit = units._unit(0, 1, 1, text, title=False)
    if not text.lstrip("*_# ")[:1].isascii():
        return
    status = bool(labels.STATUS.match(text)) and text[:1] in "*_SsUuOoRrAa"
    assert unit.status == status
    letters = "aAdDtTiIsSpPrRnNfFcC"
    acts = not status and text.lstrip("*_# ")[:1] in letters and bool(labels.ACT.match(text))
    assert unit.act == (acts and text.lstrip("*_# ") != "")


def test_blocks_without_marks_are_units_as_they_stand() -> None:
    block = Block("paragraph", "Ada asked how long the audit takes", 3, 3)
    assert units._units_of(0, block).__next__() == units.Unit(
        0, 3, 3, block.text, None, False, False, False
    )


def by_signs(text: str) -> tuple[str, ...]:
    """``split_names`` sign by sign, as it is told."""
    parts: list[str] = []
    depth = start = 0
    marks = ";" if ";" in text else ","
    for at, mark in enumerate(text):
        depth += (mark in "([<") - (mark in ")]>")
        if mark in marks and depth <= 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    names = (n for part in parts for n in re.split(r"\s+(?:and|und|&|\+)\s+(?![^(]*\))", part))
    return tuple(n for n in (n.strip(" \t.") for n in names) if n)


@FEW
@given(st.text("ab ,;()[]<>&+.nd", max_size=24))
def test_names_are_parted_sign_by_sign(text: str) -> None:
    assert split_names(text) == by_signs(text)
