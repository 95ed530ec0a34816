"""Orders, regular expressions, formats, blocks and the JSON that rows become."""

from __future__ import annotations

import itertools
import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep import queries
from prep.queries.collate import compare, compare_text, numeric_key
from prep.queries.dateformat import format_date, parse_date
from prep.queries.durations import Duration, between, shift_date
from prep.queries.encoding import encode_value
from prep.queries.errors import RowError
from prep.queries.regex import PatternError, compiled, replacement
from prep.queries.values import ExternalLink, Link, Pair, Value, number_text, truthy


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number)  # noqa: DTZ001 -- local time has no zone


# each before the next in ICU's order for English
ORDERED = ["", " a", "_a", "-a", ",a", "(a", "@a", "#a", "$a", "1", "12", "2", "a", "A", "á", "ab", "Ab", "b", "ß", "st", "z", "я"]  # fmt: skip


def test_text_is_ordered_as_icu_orders_it() -> None:
    for one, two in itertools.pairwise(ORDERED):
        assert compare_text(one, two) < 0, (one, two)
        assert compare_text(two, one) > 0


def test_composed_and_not_are_equal() -> None:
    assert compare_text("caf\u00e9", "cafe\u0301") == 0


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_text_order_is_an_order(one: str, two: str, three: str) -> None:
    assert compare_text(one, two) == -compare_text(two, one)
    if compare_text(one, two) <= 0 and compare_text(two, three) <= 0:
        assert compare_text(one, three) <= 0


def test_numbers_in_names_by_value() -> None:
    names = ["Note 10", "Note 9", "note 9", "Note 010", "Note"]
    assert sorted(names, key=numeric_key) == ["Note", "note 9", "Note 9", "Note 10", "Note 010"]


_VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=3),
        st.builds(Link, st.text(max_size=2)), st.builds(Duration, st.just({"days": 1})),
        st.datetimes(min_value=day(2025, 1, 1), max_value=day(2025, 1, 3)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
    ),
    max_leaves=4,
)  # fmt: skip


@given(_VALUES, _VALUES)
def test_any_two_values_compare(one: Value, two: Value) -> None:
    sign = (compare(one, two) > 0) - (compare(one, two) < 0)
    assert sign == -((compare(two, one) > 0) - (compare(two, one) < 0))
    assert compare(one, one) == 0
    assert truthy(one) in {True, False}
    encode_value(one)


PATTERNS: list[tuple[str, str, str, bool]] = [
    (r"^\d+$", "", "12\n", False),
    (r"^\d+$", "", "١٢", False),
    (r"\bfin\b", "", "a fin.", True),
    (r"\bfin\b", "i", "La FIN", True),
    ("a.c", "", "a\nc", False),
    ("a.c", "s", "a\nc", True),
    ("^b", "m", "a\nb", True),
    (r"(?<year>\d{4})-\k<year>", "", "2025-2025", True),
    (r"[\w-]+@[^\s]+", "", "ann-x@example.org", True),
    (r"\u0041\x42", "", "AB", True),
    ("[^]", "", "\n", True),
    ("[]", "", "x", False),
    ("a{2}/", "", "aa/", True),
]


@pytest.mark.parametrize(("pattern", "flags", "text", "expected"), PATTERNS)
def test_javascript_patterns(pattern: str, flags: str, text: str, expected: bool) -> None:
    assert (compiled(pattern, flags).search(text) is not None) == expected


@pytest.mark.parametrize(
    "pattern", ["(", "[z-a]", "(a+)+", "((ab)*c)*", "a**", "(?<1>x)", "x" * 501]
)
def test_patterns_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compiled(pattern)


def test_unknown_flags_are_refused() -> None:
    with pytest.raises(PatternError, match="flags"):
        compiled("a", "q")


@given(st.text(alphabet=st.sampled_from("ab()[]{}*+?|^$\\d.-,1"), max_size=12))
def test_any_pattern_compiles_or_is_refused(pattern: str) -> None:
    try:
        found = compiled(pattern)
    except PatternError:
        return
    found.search("abab")


def test_replacements() -> None:
    found = compiled("(b)(?<n>c)?").search("abd")
    assert found is not None
    assert replacement("[$1|$2|$&|$`|$'|$$|$3|$<n>|$10]", found) == "[b||b|a|d|$|$3||b0]"


@given(
    st.datetimes(min_value=day(1900, 1, 1), max_value=day(2100, 1, 1)),
    st.datetimes(min_value=day(1900, 1, 1), max_value=day(2100, 1, 1)),
)
def test_differences_of_dates(one: datetime, two: datetime) -> None:
    one, two = one.replace(microsecond=0), two.replace(microsecond=0)
    assert between(one, two).millis() == -between(two, one).millis()
    assert (between(one, two).millis() > 0) == (one > two)


def test_months_end_where_they_end() -> None:
    assert shift_date(day(2025, 1, 31), Duration(months=1)) == day(2025, 2, 28)
    assert shift_date(day(2025, 3, 31), Duration(months=1), -1) == day(2025, 2, 28)
    assert shift_date(day(9999, 12, 31), Duration(days=1)) is None


def test_dates_in_formats() -> None:
    moment = datetime(2025, 5, 5, 0, 7, 3, 45_000, tzinfo=UTC)
    form = "yy yyyy M MM MMM MMMM d dd E EEE EEEE h hh H HH m mm s ss S SSS a o q W ZZ x 'at' [w]"
    assert format_date(moment, form) == (
        "25 2025 5 05 May May 5 05 1 Mon Monday 12 12 0 00 7 07 3 03 45 045 AM 125 2 19 +00:00 "
        "1746403623045 at [w]"
    )


def test_dates_by_formats() -> None:
    now = datetime(2025, 5, 5, 9, 30)  # noqa: DTZ001 -- local time has no zone
    assert parse_date("05/31", "MM/dd", now) == day(2025, 5, 31)
    assert parse_date("7:05 pm", "h:mm a", now) == datetime(2025, 5, 5, 19, 5)  # noqa: DTZ001
    assert parse_date("March 2024", "MMMM yyyy", now) == day(2024, 3, 1)
    assert parse_date("99 060", "yy ooo", now) == day(1999, 3, 1)
    with pytest.raises(RowError):
        parse_date("31.02.2025", "dd.MM.yyyy", now)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1.0, "1"), (0.1, "0.1"), (1e21, "1e+21"), (123456789012345680000.0, "123456789012345680000"),
     (1e-7, "1e-7"), (0.000001, "0.000001"), (math.inf, "Infinity"), (math.nan, "NaN"), (-3, "-3"), (-1.25e-9, "-1.25e-9"), (-0.5, "-0.5")],
)  # fmt: skip
def test_numbers_as_javascript_prints_them(number: float, expected: str) -> None:
    assert number_text(number) == expected


def test_json_of_each_kind() -> None:
    assert encode_value([None, True, 1.5, "x", math.nan, {"a": [day(2025, 1, 2)]}]) == [
        None, True, 1.5, "x", None, {"a": [{"$date": "2025-01-02"}]},
    ]  # fmt: skip
    assert encode_value(datetime(2025, 1, 2, 3, 4, 5, 6000, tzinfo=UTC)) == {
        "$date": "2025-01-02T03:04:05.006"
    }
    assert encode_value(Duration(days=1, hours=0)) == {"$dur": {"days": 1}}
    assert encode_value(Pair("k", Link("A", "block", "b1", embed=True))) == {
        "$pair": ["k", {"$link": {"path": "A", "type": "block", "subpath": "b1", "display": None, "embed": True}}]
    }  # fmt: skip
    assert (
        encode_value(ExternalLink("https://example.org", "home")) == "[home](https://example.org)"
    )
    assert encode_value(len) == "<function>"


NOTE = """# Note

```dataview
TASK FROM ""
```

- item
  ~~~tasks
  not done
  ~~~

> [!info] Callout
> ```dataview
> LIST
> ```

```python
print("```dataview")
```

````dataviewjs
dv.list()
```
````

```tasks
open to the end"""


def test_blocks_of_a_note() -> None:
    assert [tuple(block) for block in queries.blocks(NOTE)] == [
        ("dataview", 'TASK FROM ""', 3, 5),
        ("tasks", "not done", 8, 10),
        ("dataview", "LIST", 13, 15),
        ("dataviewjs", "dv.list()\n```", 21, 24),
        ("tasks", "open to the end", 26, 27),
    ]


@given(st.text(alphabet=st.sampled_from("`~> \ndataviewtasks"), max_size=80))
def test_blocks_lie_inside_the_note(note: str) -> None:
    last = 0
    for block in queries.blocks(note):
        assert last < block.line <= block.end_line <= len(note.splitlines())
        last = block.end_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TASK WHERE x", "dataview"),
        ("\n// words\n\nlist", "dataview"),
        ("not done", "tasks"),
        ("# comment\ndone", "tasks"),
        ("", "tasks"),
    ],
)
def test_guess_language(text: str, expected: str) -> None:
    assert queries.guess_language(text) == expected


def test_needed_tells_what_a_page_must_hold() -> None:
    query = 'TASK WHERE !completed AND contains(text, " Ann ") AND icontains(text, "Plan")'
    need = queries.needed(query, language="dataview")
    assert (need.tasks, sorted(need.words)) == (True, [("Ann", False), ("Plan", True)])
    assert need.fits(queries.page("N.md", "- [ ] Ann\nplan", {}))
    assert not need.fits(queries.page("N.md", "Ann's plan", {}))
    assert not need.fits(queries.page("N.md", "- [ ] ann plan", {}))
    for other in (
        'TASK WHERE contains(text, "a") OR due',
        "TASK SORT due",
        'LIST WHERE contains(text, "a")',
    ):
        assert queries.needed(other, language="dataview").words == ()
    assert queries.needed("not done", language="tasks").tasks
