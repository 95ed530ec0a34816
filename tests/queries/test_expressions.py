"""Expressions: their values are those that Dataview 0.5.70's own code gives, its clock at 9 UTC."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.problems import PrepError
from prep.queries.encoding import encode_value
from prep.queries.errors import QueryError, RowError
from prep.queries.evaluate import Context
from prep.queries.functions import FUNCTIONS
from prep.queries.statement import parse_field

NOW = datetime(2025, 5, 5, 9)  # noqa: DTZ001 -- local time has no zone

CASES: list[tuple[str, str, object]] = [
    ("arithmetic", "7 - 2 * 3", 1),
    ("arithmetic", "(7 - 2) * 3", 15),
    ("arithmetic", '2 + 3 + "x"', "5x"),
    ("arithmetic", '"x" + 2 + 3', "x23"),
    ("arithmetic", "-3 % 2", -1),
    ("arithmetic", "7 / 2", 3.5),
    ("arithmetic", "1 / 0", None),
    ("arithmetic", '"ab" * 3', "ababab"),
    ("arithmetic", '3 * "ab"', "ababab"),
    ("arithmetic", '"ab" * -1', ""),
    ("arithmetic", '[1] + [2, "c"]', [1, 2, "c"]),
    ("arithmetic", "{a: 1} + {a: 2, b: 3}", {"a": 2, "b": 3}),
    ("arithmetic", "null + null", None),
    ("arithmetic", "null + 1", RowError),
    ("arithmetic", "true + 1", RowError),
    ("arithmetic", "0.1 + 0.2", 0.30000000000000004),
    ("arithmetic", '"n: " + null', "n: \\-"),
    ("arithmetic", '"d: " + date(2025-03-09)', "d: March 09, 2025"),
    ("arithmetic", '"t: " + date(2025-03-09T14:05:00)', "t: 2:05 PM - March 09, 2025"),
    ("arithmetic", '"l: " + [1, ["a", null]]', "l: 1, [a, \\-]"),
    ("arithmetic", '"o: " + {k: "v"}', "o: { k: v }"),
    ("arithmetic", '"u: " + dur(90 minutes)', "u: 1 hour, 30 minutes"),
    ("arithmetic", '"b: " + true', "b: true"),
    ("arithmetic", '"lk: " + [[Folder/Note.md]]', "lk: [[Folder/Note.md|Note]]"),
    ("arithmetic", '"lk: " + [[Note#Part|shown]]', "lk: [[Note#Part|shown]]"),
    ("and and or bind alike, to the left", "true or false and false", False),
    ("and and or bind alike, to the left", "true | false & false", False),
    ("and and or bind alike, to the left", "false and true or true", True),
    ("and and or bind alike, to the left", '1 and "x"', True),
    ("and and or bind alike, to the left", "0 or null", False),
    ("and and or bind alike, to the left", "[] or {}", False),
    ("and and or bind alike, to the left", "!null", True),
    ("and and or bind alike, to the left", '!"x"', False),
    ("and and or bind alike, to the left", "1 = 1 and 2 = 3 or true", True),
    ("comparison", "null < date(2025-01-01)", True),
    ("comparison", "null < 0", True),
    ("comparison", "null = null", True),
    ("comparison", '"a" < "B"', True),
    ("comparison", '"a" < "A"', True),
    ("comparison", '"A" < "b"', True),
    ("comparison", '"e" < "é"', True),
    ("comparison", '"é" < "f"', True),
    ("comparison", '"a" = "A"', False),
    ("comparison", '"item 10" < "item 9"', True),
    ("comparison", '"_x" < "-x"', True),
    ("comparison", '"-x" < "a"', True),
    ("comparison", '1 < "a"', True),
    ("comparison", '"z" < [1]', False),
    ("comparison", "true > false", True),
    ("comparison", 'date(2025-01-01) < "a"', True),
    ("comparison", "[1, 2] < [1, 3]", True),
    ("comparison", "[1, 2] < [1]", False),
    ("comparison", "{a: 1} = {a: 1}", True),
    ("comparison", "{a: 1} < {b: 0}", True),
    ("comparison", "dur(1 day) = dur(24 hours)", False),
    ("comparison", "dur(2 hours) < dur(1 day)", True),
    ("comparison", "[[A]] = [[A|other words]]", True),
    ("comparison", "[[A]] = [[A#part]]", False),
    ("comparison", "[[A]] != [[B]]", True),
    ("comparison", 'due = "2025-01-02"', False),
    ("comparison", "1 = 1.0", True),
    ("comparison", '"2" = 2', False),
    ("dates and durations", "date(2025-05)", {"$date": "2025-05-01"}),
    ("dates and durations", "date(2025-02-30)", {"$date": "2025-03-02"}),
    ("dates and durations", "date(2025-05-01T25:10)", {"$date": "2025-05-02T01:10:00"}),
    ("dates and durations", "date(2025-05-01T10:00:00Z).hour", 10),
    ("dates and durations", 'date("2025-13-01")', None),
    ("dates and durations", 'date("next Friday")', None),
    ("dates and durations", "date(tomorrow) - date(yesterday)", {"$dur": {"days": 2}}),
    ("dates and durations", "date(2025-03-31) + dur(1 month)", {"$date": "2025-04-30"}),
    ("dates and durations", "date(2024-02-29) - dur(1 year)", {"$date": "2023-02-28"}),
    (
        "dates and durations",
        "date(2025-05-10T14:30) - date(2025-05-08)",
        {"$dur": {"days": 2, "hours": 14, "minutes": 30}},
    ),
    ("dates and durations", "date(2025-01-01) - date(2025-05-01)", {"$dur": {"months": -4}}),
    ("dates and durations", "dur(1 week, 2 days) * 2", {"$dur": {"weeks": 2, "days": 4}}),
    ("dates and durations", "dur(10 days) / 4", {"$dur": {"days": 2, "hours": 12}}),
    ("dates and durations", "dur(3 days) - dur(5 days)", {"$dur": {"days": -2}}),
    ("dates and durations", "date(sow)", {"$date": "2025-05-05"}),
    ("dates and durations", "date(eom)", {"$date": "2025-05-31T23:59:59.999"}),
    ("dates and durations", "date(som)", {"$date": "2025-05-01"}),
    ("dates and durations", "date(soy)", {"$date": "2025-01-01"}),
    ("dates and durations", "date(2025-05-05).week", 1),
    ("dates and durations", "date(2025-05-05).weekyear", 19),
    ("dates and durations", "date(2025-05-05).weekday", 1),
    ("dates and durations", "dur(90 minutes).hours", 1.5),
    ("dates and durations", "dur(2 hours).minutes", 120),
    ("dates and durations", "dur(36 hours) + dur(0 hours)", {"$dur": {"days": 1, "hours": 12}}),
    ("dates and durations", "date([[2025-06-07]])", {"$date": "2025-06-07"}),
    ("dates and durations", "date([[Note|2025-06-07]])", {"$date": "2025-06-07"}),
    ("dates and durations", 'dur("7 hrs 5 min")', {"$dur": {"hours": 7, "minutes": 5}}),
    ("dates and durations", 'dur("soon")', None),
    ("dates and durations", "date(2025-05-05) + null", None),
    ("dates and durations", "date(2025-05-05) * 2", RowError),
    ("dates and durations", "striptime(date(2025-05-05T10:11))", {"$date": "2025-05-05"}),
    (
        "dates and durations",
        'dateformat(date(2025-05-05T09:07:03), "yyyy-MM-dd HH:mm:ss")',
        "2025-05-05 09:07:03",
    ),
    (
        "dates and durations",
        "dateformat(date(2025-12-31), \"cccc, d MMMM yy, 'week' W\")",
        "Wednesday, 31 December 25, week 1",
    ),
    ("dates and durations", 'dateformat(date(2025-05-05T21:04), "h:mm a")', "9:04 PM"),
    ("dates and durations", 'dateformat(null, "yyyy")', None),
    ("dates and durations", "durationformat(dur(3 days, 5 hours), \"h 'hours'\")", "77 hours"),
    ("dates and durations", 'date("31.12.2024", "dd.MM.yyyy")', {"$date": "2024-12-31"}),
    ("dates and durations", 'date("5 Mar 2025", "d MMM yyyy")', {"$date": "2025-03-05"}),
    ("dates and durations", 'date("nope", "dd.MM.yyyy")', RowError),
    ("look-up", "{a: {b: 2}}.a.b", 2),
    ("look-up", "[{a: 1}, {a: 2}].a", [1, 2]),
    ("look-up", "[10, 20][1]", 20),
    ("look-up", "[10][5]", None),
    ("look-up", "[10][-1]", None),
    ("look-up", '"text"[1]', "e"),
    ("look-up", '"text".length', RowError),
    ("look-up", "null.a.b", None),
    ("look-up", "missing.field", None),
    ("look-up", "row.missing", None),
    ("look-up", "{a: 1}[0]", RowError),
    ("look-up", "[[Nowhere]].field", None),
    ("look-up", "[1, 2].a", [None, None]),
    ("look-up", "true.a", None),
    ("lambdas", "map([1, 2], (x) => x * x)", [1, 4]),
    ("lambdas", 'filter(["a", "bb"], (s) => length(s) > 1)', ["bb"]),
    ("lambdas", "reduce([1, 2, 3], (a, b) => a * b)", 6),
    ("lambdas", "((x) => (y) => x - y)(5)(2)", 3),
    ("lambdas", 'sort(["b", "A", "c"], (s) => lower(s))', ["A", "b", "c"]),
    ("lambdas", "any([1, 2], (n) => n > 1)", True),
    ("lambdas", "all([1, 2], (n) => n > 1)", False),
    ("lambdas", "none([1, 2], (n) => n > 2)", True),
    ("lambdas", 'minby(["ccc", "a"], (s) => length(s))', "a"),
    ("lambdas", 'maxby(["ccc", "a"], (s) => length(s))', "ccc"),
    ("lambdas", "map([1, 2], (x) => foo(x))", RowError),
    ("lists", 'contains(["lead", "leader"], "ead")', True),
    ("lists", 'contains("Lead", "lead")', False),
    ("lists", 'icontains("Lead", "lead")', True),
    ("lists", 'contains([["deep"]], "eep")', False),
    ("lists", 'econtains(["lead"], "ead")', False),
    ("lists", 'contains("abc", ["a", "x"])', [True, False]),
    ("lists", 'contains({a: 1}, "a")', True),
    ("lists", 'contains(null, "a")', False),
    ("lists", "contains(5, 5)", True),
    ("lists", 'containsword("re-read it", "read")', True),
    ("lists", 'containsword("reread it", "read")', False),
    ("lists", 'length("four")', 4),
    ("lists", "length({a: 1, b: 2})", 2),
    ("lists", "length(null)", 0),
    ("lists", "length(5)", RowError),
    ("lists", "sum([1, null])", RowError),
    ("lists", "sum([])", None),
    ("lists", "sum([[1], [2]])", [1, 2]),
    ("lists", "average([1, 2])", 1.5),
    ("lists", "product([2, 3, 4])", 24),
    ("lists", 'min("b", "a", "c")', "a"),
    ("lists", "max(date(2025-01-01), date(2024-01-01))", {"$date": "2025-01-01"}),
    ("lists", 'unique(["b", "a", "b", "A"])', ["a", "A", "b"]),
    ("lists", "flat([1, [2, [3]]])", [1, 2, [3]]),
    ("lists", "flat([1, [2, [3]]], 5)", [1, 2, 3]),
    ("lists", "slice([1, 2, 3, 4], 1, 3)", [2, 3]),
    ("lists", 'reverse("abc")', "cba"),
    ("lists", 'sort([3, null, "x", 1])', [None, 1, 3, "x"]),
    ("lists", 'nonnull([1, null, ""])', [1, ""]),
    ("lists", 'firstvalue([null, "b"])', "b"),
    ("lists", 'join(["a", 1, null])', "a, 1, \\-"),
    ("lists", 'join(["a", "b"], " / ")', "a / b"),
    ("lists", 'extract({a: 1, b: 2}, "a", "c")', {"a": 1, "c": None}),
    ("lists", "list(1, [2])", [1, [2]]),
    ("lists", 'object("k", [1])', {"k": [1]}),
    ("lists", 'object("k")', RowError),
    ("text", 'lower("Été")', "été"),
    ("text", 'split("a, b,c", ",\\s*")', ["a", "b", "c"]),
    ("text", 'split("abc", "")', ["a", "b", "c"]),
    ("text", 'replace("a.b.c", ".", "-")', "a-b-c"),
    ("text", 'regexreplace("2025-05-06", "(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1")', "06.05.2025"),
    ("text", 'regextest("^\\d{4}", "2025 x")', True),
    ("text", 'regexmatch("\\d{4}", "2025 x")', False),
    ("text", 'regextest("[", "x")', RowError),
    ("text", 'regextest("(a+)+b", null)', False),
    ("text", 'startswith("Plan", "P")', True),
    ("text", 'padleft("7", 3, "0")', "007"),
    ("text", 'substring("abcdef", 4, 2)', "cd"),
    ("text", 'truncate("a long sentence", 9)', "a long..."),
    ("text", 'truncate("short", 9)', "short"),
    ("text", "string(dur(25 hours))", "1 day, 1 hour"),
    ("text", "string(1/3)", "0.3333333333333333"),
    ("text", "string(100000000000000000000000)", "1e+23"),
    ("text", 'number("took 3.5 h")', 3.5),
    ("text", 'number("none")', None),
    ("text", 'display("see [[Note|that **one**]]")', "see that one"),
    ("text", 'currencyformat(1234.5, "EUR")', "€1,234.50"),
    ("text", 'currencyformat(3, "JPY")', "¥3"),
    ("text", 'hash("seed", "text")', 5527096208375726),
    ("text", "typeof(date(2025-01-01))", "date"),
    ("text", "typeof((x) => x)", "function"),
    ("text", "typeof([[A]])", "link"),
    ("text", "round(2.5)", 3),
    ("text", "round(-2.5)", -2),
    ("text", "round(1.005, 2)", 1),
    ("text", "trunc(-1.7)", -1),
    ("text", "floor(-1.2)", -2),
    ("text", "ceil(1.2)", 2),
    (
        "links",
        'link("Note", "shown")',
        {
            "$link": {
                "path": "Note",
                "type": "file",
                "subpath": None,
                "display": "shown",
                "embed": False,
            }
        },
    ),
    (
        "links",
        'link("Note")',
        {
            "$link": {
                "path": "Note",
                "type": "file",
                "subpath": None,
                "display": None,
                "embed": False,
            }
        },
    ),
    (
        "links",
        "embed([[Note]])",
        {
            "$link": {
                "path": "Note",
                "type": "file",
                "subpath": None,
                "display": None,
                "embed": True,
            }
        },
    ),
    ("links", "meta([[Note#Part|x]]).subpath", "Part"),
    ("links", "meta([[Note#^b1]]).type", "block"),
    ("links", 'elink("https://example.org", "home")', "[home](https://example.org)"),
    ("links", "string(embed([[Note]]))", "![[Note|Note]]"),
    ("links", "link(null)", None),
    ("defaults", 'default(null, "x")', "x"),
    ("defaults", 'default(0, "x")', 0),
    ("defaults", "default([1, null], 9)", [1, 9]),
    ("defaults", "ldefault([1, null], 9)", [1, None]),
    ("defaults", 'choice(1 > 2, "a", "b")', "b"),
    ("defaults", "choice([true, false], 1, 2)", [1, 2]),
    ("defaults", "default(missing, choice(null, 1, 2))", 2),
]


def value(text: str) -> object:
    found = Context(NOW).evaluate(parse_field(text, NOW), {})
    return json.loads(json.dumps(encode_value(found)))


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_value(title: str, text: str, expected: object) -> None:
    if isinstance(expected, type):
        with pytest.raises(expected):
            value(text)
    else:
        assert value(text) == expected


@given(st.text())
def test_any_text_is_an_expression_or_refused(text: str) -> None:
    with suppress(PrepError):
        parse_field(text, NOW)


_ATOMS = st.sampled_from([
    "1", "-2.5", '"text"', "null", "true", "[1, [2]]", "{a: 1}", "date(2025-02-30)", "[[Note#a]]",
    "dur(3 days)", "(x) => x", "missing", "this",
])  # fmt: skip
_EXPRESSIONS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/%=<>&|"), inner).map(" ".join),
        st.tuples(st.sampled_from(sorted(FUNCTIONS)), st.lists(inner, max_size=3)).map(
            lambda call: f"{call[0]}({', '.join(call[1])})"
        ),
        inner.map(lambda text: f"({text}).a"),
    ),
    max_leaves=6,
)


@given(_EXPRESSIONS)
def test_evaluation_gives_json_or_a_reason(text: str) -> None:
    with suppress(RowError, QueryError):
        json.dumps(value(text), allow_nan=False)


def test_a_lambda_sees_the_row_around_it() -> None:
    node = parse_field("map([1, 2], (n) => n + bonus)", NOW)
    assert Context(NOW).evaluate(node, {"bonus": 10}) == [11, 12]


def test_this_is_the_note_of_the_query() -> None:
    node = parse_field("this.file.name = name", NOW)
    context = Context(NOW, {"file": {"name": "Plan"}})
    assert context.evaluate(node, {"name": "Plan"}) is True
