"""Roles, employers and reporting lines over time; the tree of stakeholders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from prep.identity import facts_of, tree, values_of
from prep.identity.relations import Fact, names_in
from prep.model.claim import Claim, Placed
from prep.model.naming import Subject

BO = Subject("Bo Ek", "person", None, "")


def fact(
    attribute: str,
    value: str,
    day: str | None,
    *,
    person: str = "Bo Ek",
    line: int = 1,
    own: bool = False,
) -> Fact:
    return Fact(person, attribute, value, day, f"{day or 'own'}.md", line, line, "", own)


def shown(*facts: Fact) -> list[tuple[str, str, bool, bool]]:
    return [(v.attribute, v.value, v.current, v.conflict) for v in values_of(facts, BO)]


VALUES = [
    ("the newest employer stands, the older is history",
     [fact("employer", "Vela", "2024-01-01"), fact("employer", "Nord", "2025-01-01")],
     [("employer", "Nord", True, False), ("employer", "Vela", False, False)]),
    ("a legal form makes no second employer",
     [fact("employer", "Vela", "2024-01-01"), fact("employer", "Vela GmbH", "2025-01-01")],
     [("employer", "Vela GmbH", True, False)]),
    ("two of one day are a conflict",
     [fact("employer", "Vela", "2025-01-01"), fact("employer", "Nord", "2025-01-01")],
     [("employer", "Nord", True, True), ("employer", "Vela", True, True)]),
    ("the undated own note against a dated line is a conflict",
     [fact("employer", "Vela", None, own=True), fact("employer", "Nord", "2025-01-01")],
     [("employer", "Nord", True, True), ("employer", "Vela", True, True)]),
    ("roles go side by side",
     [fact("role", "editor", "2024-01-01"), fact("role", "co-chair", "2025-01-01")],
     [("role", "co-chair", True, False), ("role", "editor", True, False)]),
    ("a role in fewer words is the same role",
     [fact("role", "chair", "2025-02-01"), fact("role", "chair of the board", "2025-01-01")],
     [("role", "chair", True, False)]),
    ("what was left is history",
     [fact("role", "co-chair of the board", "2025-01-01"), fact("left", "co-chair", "2025-03-01")],
     [("left", "co-chair", True, False), ("role", "co-chair of the board", False, False)]),
    ("what was left before it was told again stands",
     [fact("role", "co-chair", "2025-04-01"), fact("left", "co-chair", "2025-03-01")],
     [("left", "co-chair", True, False), ("role", "co-chair", True, False)]),
    ("a successor ends the role",
     [fact("role", "chair", "2025-01-01"), fact("replaced", "Bo Ek", "2025-03-01", person="Cy Dunn")],
     [("role", "chair", False, False)]),
    ("a new employer ends the roles at the old one",
     [fact("employer", "Vela", "2024-01-01"), fact("role", "CTO", "2024-01-01"), fact("employer", "Nord", "2025-01-01")],
     [("employer", "Nord", True, False), ("employer", "Vela", False, False), ("role", "CTO", False, False)]),
    ("another person's facts are not his",
     [fact("employer", "Vela", "2024-01-01", person="Bo Holm")], []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "facts", "expected"), VALUES, ids=[c[0] for c in VALUES])
def test_values(title: str, facts: list[Fact], expected: list[tuple[str, str, bool, bool]]) -> None:
    assert shown(*facts) == expected
    assert shown(*reversed(facts)) == expected


def ties(*facts: Fact, subject: Subject = BO) -> list[str]:
    return [f"{t.above} > {t.below}{' ?' if t.conflict else ''}" for t in tree(facts, subject)]


def under(person: str, boss: str, day: str = "2025-01-01") -> Fact:
    return fact("reports_to", boss, day, person=person)


def over(person: str, other: str, day: str = "2025-01-01") -> Fact:
    return fact("manages", other, day, person=person)


TREES = [
    ("a line that others imply is left out",
     [over("Ude", "Sam Hop"), over("Ude", "Bo Ek"), over("Bo Ek", "Sam Hop"), under("Ude", "Greg Brook")],
     ["Greg Brook > Ude", "Ude > Bo Ek", "Bo Ek > Sam Hop"]),
    ("of two bosses the newer stands",
     [under("Bo Ek", "Cy Dunn", "2024-01-01"), under("Bo Ek", "Mia Sand", "2025-01-01")],
     ["Mia Sand > Bo Ek"]),
    ("two bosses of one day are shown and marked",
     [under("Bo Ek", "Cy Dunn"), under("Bo Ek", "Mia Sand")],
     ["Cy Dunn > Bo Ek ?", "Mia Sand > Bo Ek ?"]),
    ("people who hang on nothing of his are left out",
     [under("Bo Ek", "Cy Dunn"), under("Ann Lee", "Di Moss")],
     ["Cy Dunn > Bo Ek"]),
    ("a circle is marked", [over("Bo Ek", "Cy Dunn"), over("Cy Dunn", "Bo Ek")],
     ["Bo Ek > Cy Dunn ?", "Cy Dunn > Bo Ek ?"]),
    ("oneself is nobody's boss", [under("Bo Ek", "bo ek")], []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "facts", "expected"), TREES, ids=[c[0] for c in TREES])
def test_tree(title: str, facts: list[Fact], expected: list[str]) -> None:
    assert ties(*facts) == expected
    assert ties(*reversed(facts)) == expected


def test_the_tree_of_an_account_holds_its_people() -> None:
    account = Subject("Vela", "account", None, "Vela", people=("Bo Ek", "Ann Lee"))
    assert ties(under("Bo Ek", "Cy Dunn"), under("Ann Lee", "Di Moss"), subject=account) == [
        "Cy Dunn > Bo Ek", "Di Moss > Ann Lee",
    ]  # fmt: skip


def test_facts_name_people_in_full_as_their_own_file_does(vault: Callable[..., Any]) -> None:
    """A claim says "Sam's boss"; the file's list says which Sam."""
    known = vault({"m.md": "# Call\nAttendees: Sam Hop (Vela), Cy Dunn\n\nBo Ek is Sam's boss.\n"})
    claim = Claim(
        "relation",
        "Bo Ek is Sam's boss.",
        4,
        4,
        2,
        0,
        "r",
        subject="Bo Ek",
        attribute="manages",
        value="Sam",
    )
    facts = facts_of([Placed("m.md", claim)], known.readings)
    assert ("Bo Ek", "manages", "Sam Hop") in {(f.person, f.attribute, f.value) for f in facts}
    assert ("Sam Hop", "employer", "Vela") in {(f.person, f.attribute, f.value) for f in facts}


def test_a_short_name_that_two_bear_stays_as_written(vault: Callable[..., Any]) -> None:
    known = vault({"m.md": "# Call\nAttendees: Sam Hop, Sam Holm\n"})
    assert names_in(known.readings[0].namings)("Sam") == "Sam"


def test_a_claim_of_a_note_not_in_hand_is_left_out() -> None:
    claim = Claim("role", "x", 1, 1, 0, 0, "r", subject="Bo Ek", attribute="role", value="CTO")
    assert facts_of([Placed("gone.md", claim)], []) == ()


def test_what_an_own_note_tells_has_its_own_line(vault: Callable[..., Any]) -> None:
    text = "---\ntype: person\ntags:\n- x\n- company/big-sky\nrole: CTO\n---\n\n# Bo Ek\n"
    facts = facts_of((), vault({"People/Bo Ek.md": text}).readings)
    assert {(f.attribute, f.value, f.line, f.own) for f in facts} == {
        ("employer", "big sky", 5, True), ("role", "CTO", 6, True),
    }  # fmt: skip
