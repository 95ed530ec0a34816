"""Words of a text: markup folded, sentences cut, wordings compared."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.words import (
    _ABBREVIATED,
    _STRONG,
    _WORD,
    _is_abbreviated,
    content,
    cover,
    likeness,
    plain,
    sentences,
    stem,
    tokens,
)

PLAIN = [
    ("a link by its display", "see [the plan](https://a.example/x_(y))", "see the plan"),
    ("a wiki link", "[[Ines Falk]] and [[Milo Brandt|Milo]]", "Ines Falk and Milo"),
    ("a heading in a link", "[[Plan#Dates]]", "Plan"),
    ("emphasis", "**Status**: *late* and ~~gone~~ ==now==", "Status: late and gone now"),
    ("a star between words stays", "2*3*4", "2*3*4"),
    ("underscores inside stay", "the _really_ old snake_case", "the _really_ old snake_case"),
    ("underscores around go", "_Career history_", "Career history"),
    ("blanks are one", "  a \t b  ", "a b"),
]


@pytest.mark.parametrize(("title", "text", "expected"), PLAIN, ids=[t for t, *_ in PLAIN])
def test_plain(title: str, text: str, expected: str) -> None:
    assert plain(text) == expected, title


EMPHASIS = re.compile(r"(?<!\w)(?:\*{1,3}|~~|==)(?=\S)|(?<=\S)(?:\*{1,3}|~~|==)(?!\w)")
MARKED = st.text(alphabet="aB *~=_.é", max_size=14)


@given(MARKED)
def test_emphasis(text: str) -> None:
    """The pattern that begins with its marks finds what the plain one finds."""
    assert _STRONG.sub("", text) == EMPHASIS.sub("", text)


ENDS = re.compile(
    r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W\da-z_]|[\"'“‘(\[]?\d)|(?<=\?)\s+(?=[a-z→]|->)"
)


@given(
    st.lists(st.sampled_from([*"aA1 .?!…\"”')]([->→\né_“", ". ", "? ", "e.g. ", " etc. B"])).map(
        "".join
    )
)
def test_ends_of_sentences(text: str) -> None:
    found = [text[s.start :].lstrip()[: len(s.text)] for s in sentences(text)]
    assert found == [s.text for s in sentences(text)]
    cuts = {m.end() for m in ENDS.finditer(text)}
    assert {s.start for s in sentences(text)} - {0} <= cuts
    kept = {c for c in cuts if not re.search(r"(?i)(?:e\.g|etc|\b[A-Z])\.\W*$", text[:c])}
    assert kept <= {s.start for s in sentences(text)} | {len(text.rstrip()), len(text)}


CUT = [
    ("two sentences", "We met. Ines pays.", ["We met.", "Ines pays."]),
    ("no capital, no cut", "We met. and left", ["We met. and left"]),
    ("an abbreviation", "Bring e.g. Milo. Or Ines.", ["Bring e.g. Milo.", "Or Ines."]),
    ("a question", "Who pays? Nobody.", ["Who pays?", "Nobody."]),
    ("a figure", "It costs 3.50 euros.", ["It costs 3.50 euros."]),
]


@pytest.mark.parametrize(("title", "text", "expected"), CUT, ids=[t for t, *_ in CUT])
def test_sentences(title: str, text: str, expected: list[str]) -> None:
    assert [s.text for s in sentences(text)] == expected, title


@given(st.text(max_size=120))
def test_sentences_stand_where_they_say(text: str) -> None:
    for sentence in sentences(text):
        assert text[sentence.start :].lstrip().startswith(sentence.text)


def test_stems_join_the_forms_of_a_word() -> None:
    assert {stem(w) for w in ("review", "reviews", "reviewed", "reviewing")} == {"review"}
    assert stem("email") == stem("mail")
    assert stem("process") == "process"


def test_content_keeps_names_that_look_like_stop_words() -> None:
    assert "did" in content("post it to DID")
    assert "did" not in content("what did they post")
    assert tokens("It’s Milo's") == ("it's", "milo's")


def test_likeness_and_cover() -> None:
    short, long = content("send the draft"), content("send the draft of the statutes to Ines")
    assert cover(short, long) == 1.0
    assert 0 < likeness(short, long) < 1.0
    assert likeness(frozenset(), long) == cover(frozenset(), long) == 0.0


RAW = st.text(alphabet="aBsdgei İıſ'’_-.1²ß\t\n\u00a0\u2003\u200b\xad", max_size=14)


@given(st.one_of(RAW, st.text(max_size=14)))
def test_words_are_what_the_pattern_finds(text: str) -> None:
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    assert tokens(text) == tuple(words)


@given(st.one_of(RAW, st.text(max_size=14)))
def test_blanks_are_one_whichever_they_are(text: str) -> None:
    unmarked = text.translate(dict.fromkeys(map(ord, "[]*~=_")))
    assert plain(unmarked) == " ".join(unmarked.split())


def test_no_blank_but_the_common_one_is_printable() -> None:
    blanks = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    assert [blank for blank in blanks if blank.isprintable()] == [" "]


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_likeness_is_shared_over_all(one: frozenset[int], other: frozenset[int]) -> None:
    words, others = frozenset(map(str, one)), frozenset(map(str, other))
    every = len(words | others) or 1
    assert likeness(words, others) == len(words & others) / every


SHORT = st.lists(
    st.sampled_from(
        [
            "etc",
            "VS",
            "Prof",
            "ſt",
            "e.g",
            "i.e",
            "A",
            "é",
            "I",
            "K",
            "_x",
            "9",
            "no",
            "works",
            "",
            " ",
            ".",
        ]
    ),
    max_size=4,
).map("".join)


@given(SHORT)
def test_an_abbreviation_ends_as_one(text: str) -> None:
    stopped = f"{text}."
    cut = len(stopped)
    found = _ABBREVIATED.search(stopped[max(0, cut - 9) : cut])
    assert _is_abbreviated(stopped, 0, cut) == bool(found)
