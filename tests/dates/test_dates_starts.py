"""Where rules may begin: nothing that a search of the whole text would find is passed over."""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prep.dates import Found, find, find_days, find_due, parse_day
from prep.dates.compose import around
from prep.dates.lexicon import Lexicon, lexicon
from prep.dates.starts import evened, folded, last_word, places

LETTERS = string.ascii_lowercase + "äöüß"


def vocabulary(words: Lexicon) -> list[str]:
    """The forms of all tables and the words of all expressions of a language."""
    tables = (
        words.months, words.weekdays, words.numbers, words.ordinals, words.relative, words.units,
        words.turns, words.edges, words.ends, words.holidays,
    )  # fmt: skip
    expressions = (
        words.article, words.of, words.beside, words.within, words.ago, words.hence, words.vouching,
        words.after_next, words.after, words.before, words.through, words.conjunction, words.every,
        words.between, words.quarter, words.week_number, words.week_of, words.due, words.when,
        words.gone, words.following,
    )  # fmt: skip
    forms = [form for table in tables for form in table]
    return sorted({*forms, *re.findall(r"[^\W\d_]+", " ".join(expressions)), "Q", "H", "W", "w/c"})


FIGURES = "1 2 5 12 13 31 31st 3rd 5. 99 100 2025 1999 '26 ’24 20251022 2025-10-22 10/22 3/4/25 4.3.2025 2-3"
SIGNS = [
    "",
    ".",
    ",",
    "-",
    "/",
    ":",
    "(",
    ")",
    "_",
    "–",
    "—",
    "'",
    "’s",
    "$",
    "€",
    "é",
    "~",
    "\n",
    "\t",
]


def texts(language: str) -> st.SearchStrategy[str]:
    """Date words, figures and signs in a row, with and without blanks, some letters odd."""
    pieces = [*vocabulary(lexicon(language)), *FIGURES.split()]
    word = st.sampled_from(pieces)
    odd = word.map(lambda form: form.translate(str.maketrans("skiK", "ſ\u212aıK")))
    shown = st.one_of(word, word, word.map(str.title), word.map(str.upper), odd)
    gap = st.one_of(st.just(" "), st.just(" "), st.just(""), st.sampled_from(SIGNS))
    return st.lists(st.tuples(shown, gap), max_size=9).map(
        lambda parts: "".join(piece for part in parts for piece in part)
    )


def searched(text: str, language: str, called: frozenset[str]) -> list[tuple[int, int, int]]:
    """What a search of the whole text finds for each rule that is called."""
    return sorted(
        (number, *match.span())
        for number, rule in enumerate(find._rules(language))
        if rule.needs <= called
        for match in rule.pattern.finditer(text)
    )


def tried(text: str, language: str, hints: find._Hints) -> Iterator[tuple[int, int, int]]:
    ends: dict[int, int] = {}
    table = find._starts(language, hints.called)
    for at, rules in places(text, hints.lower, hints.words, table):
        for number, rule in rules:
            match = rule.pattern.match(text, at) if at >= ends.get(number, 0) else None
            if match:
                ends[number] = match.end()
                yield number, *match.span()


def same(text: str, language: str) -> None:
    text = evened(text)  # as every text is before it is looked at
    hints = find._hints(text, language)
    if hints is None:
        assert searched(text, language, frozenset()) == []
        return
    assert sorted(tried(text, language, hints)) == searched(text, language, hints.called)


@given(texts("en"))
def test_all_that_a_search_finds(text: str) -> None:
    same(text, "en")


@given(texts("de"))
def test_all_that_a_search_finds_in_german(text: str) -> None:
    same(text, "de")


@given(st.text(max_size=60))
def test_all_that_a_search_finds_in_any_text(text: str) -> None:
    same(text, "en")
    same(text, "fr")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mayfirst and May", "en"), ("firstmay, May", "en"), ("mayof 2024, may", "en"),
        ("the firsttothird May", "en"), ("week3 2025, weekend", "en"), ("q3'25", "en"),
        ("im übernächsten Monat", "de"), ("am 3.Mai", "de"), ("İn two weeks", "en"),
        ("NEXT MONDAY", "en"), ("the ſecond of May", "en"), ("twenty-firstMay, May", "en"),
    ],
)  # fmt: skip
def test_odd_ways_to_write(text: str, language: str) -> None:
    same(text, language)


def test_a_letter_folds_to_what_a_pattern_takes_it_for() -> None:
    letters = re.compile("|".join(f"({letter})" for letter in LETTERS), re.IGNORECASE)
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        fold = folded(letter)
        assert len(fold) == 1
        match = letters.match(letter)
        if match:
            assert fold == LETTERS[match.lastindex - 1]  # type: ignore[operator]


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_looks_back_ends_with_a_word_that_is_known(language: str) -> None:
    words = lexicon(language)

    @given(texts(language))
    @example("untilthe ")
    @example("bis:dem ")
    def ends_known(head: str) -> None:
        company = around(words)
        last = last_word(head)
        for pattern in (company.edge, company.week_of, company.distance, company.position):
            assert last in company.last or not pattern.search(head)
        assert last in company.repeats or not company.every.search(head)
        for mark in find._due_marks(words):
            assert last in mark.last or not mark.pattern.search(head)

    ends_known()


ODD = (
    "the ſecond week of May",
    "by the fi\u0307rſt of March",
    "Frıday",
    "in two weekſ",
    "AUGUſT 5",
)


@pytest.mark.parametrize("text", ODD)
def test_letters_that_only_patterns_take_for_others_are_read_as_these(text: str) -> None:
    """``ſ`` is an s to a pattern that ignores case, and in no table of words: this once raised."""
    plain = text.translate(str.maketrans("İıſ", "iis"))
    for asked in (find_due, find_days):
        found, expected = asked(text, base="2026-01-05"), asked(plain, base="2026-01-05")
        assert _spans(found) == _spans(expected)
    assert parse_day(text, base="2026-01-05") == parse_day(plain, base="2026-01-05")


def _spans(found: Found | tuple[Found, ...] | None) -> list[tuple[object, ...]]:
    every = found if isinstance(found, tuple) and not isinstance(found, Found) else (found,)
    return [(f.start, f.end, f.day, f.end_day) for f in every if isinstance(f, Found)]
