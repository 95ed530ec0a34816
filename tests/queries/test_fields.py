"""Inline fields, front matter values, days, tags and links of a page."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep import queries
from prep.queries.durations import Duration
from prep.queries.inline import item_tags
from prep.queries.inline_fields import full_line_field, inline_fields, line_fields
from prep.queries.literals import canonical_key, header_for_link, read_value
from prep.queries.values import Link, Value


def day(year: int, month: int, number: int, hour: int = 0) -> datetime:
    return datetime(year, month, number, hour)  # noqa: DTZ001 -- local time has no zone


BRACKETED: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("square and round", "x [a:: 1] (b:: two) y", [("a", "1"), ("b", "two")]),
    ("nested brackets", "[a:: [[Note]] and (more)]", [("a", "[[Note]] and (more)")]),
    ("an escaped bracket", r"[a:: one \] two]", [("a", r"one \] two")]),
    ("one straight after another is lost", "[a:: 1][b:: 2] [c:: 3]", [("a", "1"), ("c", "3")]),
    ("no bracket in a key", "[a(b:: 1]", []),
    ("never closed", "[a:: 1", []),
    ("empty", "[a::]", [("a", "")]),
    ("one colon", "[a: 1]", []),
    ("due emoji", "call 📅 2025-05-01", [("due", "2025-05-01")]),
    ("anywhere, with or without a blank", "✅2025-05-02 call ➕ 2025-05-01 now", [
        ("completion", "2025-05-02"), ("created", "2025-05-01")]),
    ("the first of a kind", "📅 2025-05-01 📆 2025-05-02", [("due", "2025-05-01")]),
    ("no cancelled, no priority", "❌ 2025-05-01 ⏫", []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "line", "expected"), BRACKETED)
def test_inline_fields(title: str, line: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.key, f.value) for f in inline_fields(line, emoji=True)] == expected


WHOLE_LINES = [
    ("plain", "Role:: Buyer", ("Role", "Buyer")),
    ("styled key", "**Role**:: Buyer", ("Role", "Buyer")),
    ("leading markup; an underscore is of the key", "> - _Key_:: v", ("_Key_", "v")),
    ("words in the key", "Due Date:: 2025-06-01", ("Due Date", "2025-06-01")),
    ("code that looks like one", "use std::vector here", ("use std", "vector here")),
    ("one colon", "**Role**: Buyer", None),
    ("marks in the key", "a, b:: c", None),
    ("emoji key", "📅:: today", ("", "today")),
]


@pytest.mark.parametrize(("title", "line", "expected"), WHOLE_LINES)
def test_full_line_field(title: str, line: str, expected: tuple[str, str] | None) -> None:
    found = full_line_field(line)
    assert (found and (found.key, found.value)) == expected


def test_brackets_come_before_the_whole_line() -> None:
    assert [f.key for f in line_fields("  Key:: [a:: 1]")] == ["a"]
    assert [f.key for f in line_fields("  Key:: v")] == ["Key"]
    assert line_fields("no field") == []


VALUES: list[tuple[str, Value]] = [
    ("", None),
    ("12", 12),
    ("-1.5", -1.5),
    ("true", True),
    ("null", None),
    ("2025-05", day(2025, 5, 1)),
    ("2025-05-05T10", day(2025, 5, 5, 10)),
    ("2025-05-05 10:00", "2025-05-05 10:00"),
    ("2025-02-30", day(2025, 3, 2)),
    ("2025-13-01", "2025-13-01"),
    ("3 hours", Duration(hours=3)),
    ("90 min", Duration(hours=1, minutes=30)),
    ('"quoted, text"', "quoted, text"),
    ("#tag", "#tag"),
    ("[[A]], [[B|c]]", [Link("A"), Link("B", display="c")]),
    ("![[pic.png]]", Link("pic.png", embed=True)),
    ("1, 2", [1, 2]),
    ("1,234", [1, 234]),
    ("1,", [1]),
    ("1, two", "1, two"),
    ("Ann, Bea", "Ann, Bea"),
    ("12 people", "12 people"),
    ("[[A]] and more", "[[A]] and more"),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_value(text: str, expected: Value) -> None:
    assert read_value(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Due Date", "due-date"),
        ("A  B", "a-b"),
        ("It's!", "its"),
        ("Größe_2", "größe_2"),
        ("📷", "📷"),
    ],
)
def test_canonical_key(name: str, expected: str) -> None:
    assert canonical_key(name) == expected


def test_headings_as_links_name_them() -> None:
    assert header_for_link("The **plan**: [[Note]] - 2!") == "The plan Note - 2"


def test_item_tags() -> None:
    assert item_tags("#a/b, (#c) x#d #a/b #1 #e#f") == ["#a/b", "#c", "#d", "#1"]


def page(
    text: str, front: dict[str, object] | None = None, path: str = "A/Note.md"
) -> queries.Page:
    return queries.page(path, text, front or {})


def test_front_matter_values() -> None:
    front: dict[str, object] = {
        "when": "2025-05-01", "who": "[[Ann]]", "long": "2 days", "words": "unknown", "n": 3,
        "yes": True, "none": None, "list": ["2025-05-01", ["x"]], "map": {"a": "[[B]]"},
    }  # fmt: skip
    assert page("", front).fields == {
        "when": day(2025, 5, 1),
        "who": Link("Ann"),
        "long": Duration(days=2),
        "words": "unknown",
        "n": 3,
        "yes": True,
        "none": None,
        "list": [day(2025, 5, 1), ["x"]],
        "map": {"a": Link("B")},
    }


def test_keys_are_there_as_written_and_canonical() -> None:
    found = page("Due Date:: 1\n\n- Due Date:: 2\n- [ ] [Due Date:: 3]\n", {"Due Date": 0}).fields
    assert found == {"Due Date": [0, 2, 1], "due-date": [0, 2, 1]}


def test_a_written_key_keeps_its_name_to_itself() -> None:
    assert page("Size:: 1\nsize:: 2\n").fields == {"Size": 1, "size": 2}


def test_fields_in_code_count_as_they_do_in_dataview() -> None:
    assert page("```\nkey:: v\n```\n").fields == {"key": "v"}


DAYS: list[tuple[str, dict[str, object], str, datetime | None]] = [
    ("a date field", {"date": "2025-05-01"}, "A/2024-01-01.md", day(2025, 5, 1)),
    ("any case", {"Day": "2025-05-01"}, "A.md", day(2025, 5, 1)),
    ("a field that is no date", {"date": "soon"}, "A/2024-01-01 x.md", day(2024, 1, 1)),
    ("eight digits", {}, "20240102 call.md", day(2024, 1, 2)),
    ("dashes before digits", {}, "20240102 2025-05-01.md", day(2025, 5, 1)),
    ("no such day", {}, "2025-02-30.md", None),
    ("in the folder's name only", {}, "2025-05-01/Note.md", None),
]


@pytest.mark.parametrize(("title", "front", "path", "expected"), DAYS)
def test_day(title: str, front: dict[str, object], path: str, expected: datetime | None) -> None:
    assert page("", front, path).day == expected


def test_tags_and_aliases() -> None:
    text = "---\nx: y\n---\n#top and #a/b-c, #12 `#code`\n\n```\n#fenced\n```\n(#round) x#y\n"
    found = page(
        text, {"tags": "one, #two", "Tag": ["three four"], "aliases": " A , B", "alias": [5]}
    )
    assert found.tags == ["#top", "#a/b-c", "#one", "#two", "#three", "#four"]
    assert found.aliases == ["A", "B", "5"]


def test_links() -> None:
    text = (
        "[[A]] `[[code]]` ![[pic.png|50]] [[B#Part|b]] [c](My%20Note.md) [d](https://example.org)\n"
        "```\n[[fenced]]\n```\n%% [[hidden]] %%\n<!-- [[gone]] -->\n"
    )
    found = [each.link for each in page(text, {"up": "[[Up]]", "no": "x [[Y]]"}).links]
    assert found == [
        Link("Up", display="Up"),
        Link("A", display="A"),
        Link("B", "header", "Part", "b"),
        Link("My Note.md", display="c"),
        Link("hidden", display="hidden"),
        Link("pic.png", display="50", embed=True),
    ]


def test_front_matter_may_be_given_late() -> None:
    asked: list[int] = []

    def front() -> dict[str, object]:
        asked.append(1)
        return {"a": 1}

    late = queries.page("N.md", "- [ ] x", front)
    assert late.items[1].item.status == " "
    assert (asked, late.fields, late.front, asked) == ([1], {"a": 1}, {"a": 1}, [1])


@given(st.text(max_size=80), st.text(alphabet=st.sampled_from("[](): :\\#|\n-x1"), max_size=60))
def test_any_text_is_read(first: str, second: str) -> None:
    found = page(f"{first}\n{second}", {"a": first, "b": [second]})
    assert found.fields["a"] is not None or not first.strip() or first == "null"
    assert all(tag.startswith("#") for tag in found.tags)
    assert all(link.line >= 0 for link in found.links)
