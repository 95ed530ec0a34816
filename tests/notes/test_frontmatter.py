"""Front matter: values as written, typed for queries, recovered where YAML gives up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.notes import read
from prep.notes.frontmatter import front_values

TYPED = [
    ("time, no sexagesimal", "a: 12:30", {"a": "12:30"}),
    ("the word no", "a: No\nb: yes\nc: on", {"a": "No", "b": "yes", "c": "on"}),
    ("leading and trailing noughts", "a: 01234\nb: 1.10", {"a": "01234", "b": "1.10"}),
    ("a day that is none", "a: 2025-02-30\nb: 2026-01-03", {"a": "2025-02-30", "b": "2026-01-03"}),
    ("numbers", "a: 5\nb: -1.5\nc: 0", {"a": 5, "b": -1.5, "c": 0}),
    ("truth and nothing", "a: true\nb: False\nc: null\nd:\ne: ~", {"a": True, "b": False, "c": None, "d": None, "e": None}),
    ("quoted is text", "a: \"5\"\nb: 'true'\nc: ''", {"a": "5", "b": "true", "c": ""}),
    ("lists", "a: [x, \"y z\"]\nb:\n- p\n- q\nc: []", {"a": ["x", "y z"], "b": ["p", "q"], "c": []}),
    ("an unquoted link", "a: [[Mira]]\nb:\n  - [[Otto|O]]", {"a": "[[Mira]]", "b": ["[[Otto|O]]"]}),
    ("maps in a list", "a:\n  - org: Lab\n    role: lead\n  - org: Mill", {"a": [{"org": "Lab", "role": "lead"}, {"org": "Mill"}]}),
    ("a block of text", "a: |\n  one\n  two\nb: 1", {"a": "one\ntwo\n", "b": 1}),
    ("a comment", "a: x # why\n# whole\nb: y", {"a": "x", "b": "y"}),
    ("escapes in quotes", 'a: "x\\ty"', {"a": "x\ty"}),
    ("a placeholder", "a: {{date}}", {"a": "{{date}}"}),
    ("JSON", '{"a": 1, "b": ["c"]}', {"a": 1, "b": ["c"]}),
    ("an alias is not followed into itself", "a: &x [p]\nb: *x", {"a": ["p"], "b": ["p"]}),
    ("keys as written", "Last Contact: x\nlast_contact: y", {"Last Contact": "x", "last_contact": "y"}),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), TYPED)
def test_typed_values(title: str, text: str, expected: dict[str, object]) -> None:
    values, body, problems = front_values(f"---\n{text}\n---\nbody\n")
    assert (dict(values), problems) == (expected, ()), title
    assert body == text.count("\n") + 4


BROKEN = [
    ("two links, unquoted", "people: [[Mira]], [[Otto]]", ("[[Mira]]", "[[Otto]]"), 2, "links"),
    ("a second colon", "people: Mira: the plan", ("Mira: the plan",), 2, "colon"),
    ("a sign that YAML keeps", "people: @mira", ("@mira",), 2, "may not begin with `@`"),
    ("a percent sign", "a: 1\npeople: %mira", ("%mira",), 3, "may not begin with `%`"),
    ("a bracket that stays open", "people: [Mira, Otto", ("[Mira, Otto",), 1, "not valid YAML"),
    ("a tab", "a: 1\n\tb: 2\npeople: Mira", ("Mira",), 3, "no property"),
    ("a list after a broken line", "x: a: b\npeople:\n  - Mira\n  - Otto", ("Mira", "Otto"), 2, "colon"),
    ("twice the same key", "people: Mira\npeople: Otto", ("Otto",), 3, "stands twice"),
    ("a tag that is a comment", "people: Mira\ntags: #lab", ("Mira",), 3, "comment in YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "values", "line", "words"), BROKEN)
def test_what_yaml_refuses_is_read_and_said(
    title: str, text: str, values: tuple[str, ...], line: int, words: str
) -> None:
    note = read("a.md", f"---\n{text}\n---\nbody\n".encode())
    people = next(field for field in note.fields if field.key == "people")
    assert people.values == values, title
    assert [(p.line, words in p.message) for p in note.problems] == [(line, True)], title
    assert [block.text for block in note.blocks] == ["body"]


def test_the_rest_of_broken_front_matter_is_read() -> None:
    text = "x: a: b\none: [[Mira]]\nlist: [Mira, Otto]\nlong: a\n  and more\nlate: {{date}}\n"
    note = read("Templates/a.md", f"---\n{text}---\n".encode())
    assert {field.key: field.values for field in note.fields} == {
        "x": ("a: b",),
        "one": ("[[Mira]]",),
        "list": ("Mira", "Otto"),
        "long": ("a and more",),
        "late": (),
    }


def test_fields_know_their_lines() -> None:
    note = read(
        "a.md", b"---\ntype: people\ntags:\n- a\n- b\nwho:\n  - x: 1\n    y: 2\nz: 3\n---\n"
    )
    assert [(f.key, f.line, f.end_line) for f in note.fields] == [
        ("type", 2, 2),
        ("tags", 3, 5),
        ("who", 6, 8),
        ("z", 9, 9),
    ]


@pytest.mark.parametrize(
    "word", ["unknown", "_Unknown_", "TBD", "N/A", "-", '""', "[]", "{{x}}", "<% x %>", "null", "_How do you know them?_"]
)  # fmt: skip
def test_words_for_a_missing_value(word: str) -> None:
    note = read("Templates/a.md", f"---\nrole: {word}\n---\n**Company**: {word}\n".encode())
    assert [(field.key, field.values) for field in note.fields] == [("role", ()), ("company", ())]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\ntitle: a\nno end\n", ["front matter is never closed"]),
        ("---\n\nno property\n", []),
        ("\n---\ntitle: a\n---\n", []),
        ("---\ncreated: {{date}}\nkind: x\n---\n", []),
        ("---\nlast_contact: {{date}}\nkind: x\n---\n", ["`last_contact` still holds"]),
    ],
)
def test_front_matter_or_none(text: str, words: list[str]) -> None:
    problems = read("a.md", text.encode()).problems
    assert [p.message[: len(w)] for p, w in zip(problems, words, strict=True)] == words


@given(st.text(alphabet="ab:-[]{}'\" \n\t#&*|>!%@,?.1", max_size=120))
def test_any_properties_have_types_and_lines(text: str) -> None:
    values, body, problems = front_values(f"---\n{text}\n---\n")
    assert body >= 1
    assert all(isinstance(key, str) for key in values)
    assert all(problem.line <= text.count("\n") + 3 for problem in problems)
