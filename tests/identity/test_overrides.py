"""The owner's word, and the proposals that ask for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from prep.identity import duplicates
from prep.identity.overrides import NONE, VERBS, Overrides, Said, parse


def read(text: str) -> tuple[Overrides, list[tuple[int, str]]]:
    found, problems = parse(yaml.safe_load(text), text, "overrides.yaml")
    return found, [(p.line, p.message) for p in problems]


ENTRIES = [
    ("same:\n- [Ann Lee, A. Lee]\n", "same", ("Ann Lee", "A. Lee"), 2),
    ("not_same:\n- names: [Chris Kim, Chris Kimball]\n  why: two people\n", "not_same", ("Chris Kim", "Chris Kimball"), 2),
    ("not-same:\n- [Chris Kim, Chris Kimball]\n", "not_same", ("Chris Kim", "Chris Kimball"), 2),
    ("alias: {oai: OpenMind}\n", "alias", ("oai", "OpenMind"), 1),
    ("alias:\n- oai: OpenMind\n", "alias", ("oai", "OpenMind"), 2),
    ("never_match: [Victor]\n", "never_match", ("Victor",), 1),
    ("never_match: Victor\n", "never_match", ("Victor",), 1),
    ("account:\n  Ann Lee: Vela\n", "account", ("Ann Lee", "Vela"), 2),
    ("private:\n- People/Doctor.md\n", "private", ("People/Doctor.md",), 2),
    ("not_a_task:\n- line: 'Daily/x.md:12'\n  date: 2025-01-02\n", "not_a_task", ("Daily/x.md:12",), 2),
    ("answered:\n- What is the budget?\n", "answered", ("What is the budget?",), 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "names", "line"), ENTRIES)
def test_every_verb(text: str, verb: str, names: tuple[str, ...], line: int) -> None:
    found, problems = read(text)
    assert problems == []
    assert getattr(found, verb) == (Said(verb, names, line),)


def test_every_verb_has_a_case() -> None:
    assert {verb for _, verb, _, _ in ENTRIES} == set(VERBS)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("sam:\n- [a, b]\n", 1, "no verb"),
        ("same:\n- [Ann Lee]\n", 2, "too few"),
        ("- Ann Lee\n", 1, "holds no verbs"),
    ],
)
def test_what_is_not_understood_is_a_problem_and_the_rest_holds(
    text: str, line: int, says: str
) -> None:
    _, problems = read(text)
    assert [(n, says in message) for n, message in problems] == [(line, True)]


def test_an_empty_file_says_nothing() -> None:
    assert parse(None, "", "o.yaml") == (NONE._replace(path="o.yaml"), ())


LISTS = {
    f"Call {n}.md": f"# Call {n}\n## Attendees\n* {who}\n* Mia Sand\n"
    for n, who in enumerate(
        ["Samira Hussan", "Samira Hussain", "quinn", "quinn-tech-lead", "Josh Weller", "Joshua Weller",
         "Chris Kim", "Chris Kimball", "Tim Moss", "Tom Moss"]
    )
}  # fmt: skip


def test_duplicates_are_proposed_with_their_evidence(vault: Callable[..., Any]) -> None:
    found = duplicates(vault(LISTS).directory, NONE)
    assert [(p.a, p.b) for p in found] == [
        ("Josh Weller", "Joshua Weller"),
        ("Samira Hussain", "Samira Hussan"),
    ]
    assert all("Call" in p.why for p in found)


def test_one_address_in_two_notes_is_proposed(vault: Callable[..., Any]) -> None:
    texts = {"People/A.md": "---\ntype: person\nemail: x@vela.example\n---\n# Ann Lee\n",
             "People/B.md": "---\ntype: person\nemail: x@vela.example\n---\n# Anna Leeson\n"}  # fmt: skip
    found = duplicates(vault(texts).directory, NONE)
    assert [(p.a, p.b) for p in found] == [("People/A.md", "People/B.md")]
    assert "x@vela.example" in found[0].why


def test_two_on_one_list_and_two_that_the_owner_keeps_apart_are_not_proposed(
    vault: Callable[..., Any],
) -> None:
    one_list = {"m.md": "# Call\n## Attendees\n* Samira Hussan\n* Samira Hussain\n"}
    assert duplicates(vault(one_list).directory, NONE) == ()
    apart = NONE._replace(
        not_same=(
            Said("not_same", ("Samira Hussan", "Samira Hussain"), 1),
            Said("not_same", ("Josh Weller", "Joshua Weller"), 2),
        )
    )
    assert duplicates(vault(LISTS).directory, apart) == ()
