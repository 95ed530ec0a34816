"""The ladder: a name as typed to one subject, the question which, or nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from prep.identity.overrides import NONE, Said

TEXTS = {
    "People/Nora Lind.md": "---\ntype: person\ncompany: Homebase\n---\n# Nora Lind\n",
    "People/Sara Brand.md": "---\ntype: person\nemail: sara@vela.example\ncompany: Vela\naliases: [Sasa]\n---\n# Sara Brand\n",
    "People/Old/Sara Brand.md": "---\ntype: person\nemail: sb@moss.example\ncompany: Moss\naliases: [Sasa]\n---\n# Sara Brand\n",
    "People/Lukasz Wrona.md": "---\ntype: person\ncompany: Vela GmbH\n---\n# Łukasz Wrona\n",
    "Customers/Vela.md": "---\ntype: company\naliases: [vl]\nparent: Big Sky\n---\n# Vela GmbH\n",
    "Call 1.md": (
        "# Call 1\n## Attendees\n* Robert Hill @rhill (Vela)\n* Katherine Moor\n* Mia Sand\n* Peer Colleague (Homebase)\n\n"
        "**Robert**: hello\n\nRH: well\n\nRH: more\n\nSee [[Project Kite]] and RFC-77.\n\nDana Cole (DMC) wrote.\n"
    ),
    "Call 2.md": "# Call 2\n## Attendees\n* Robert Hill\n* Katherine Moor\n* Mia Sand\n* Chris Kim\n* Chris Kimball\n\nTalk to Victor Hale and to Victor Roos.\n\nStakeholders: Victor Hale (buys); Victor Roos (builds)\n",
}  # fmt: skip

ONE = [
    ("an address", "sara@vela.example", "Sara Brand", "email"),
    ("a handle", "@rhill", "Robert Hill", "handle"),
    ("a path", "People/Old/Sara Brand.md", "Sara Brand", "path"),
    ("a path without its ending", "People/Old/Sara Brand", "Sara Brand", "path"),
    ("the very name", "Robert Hill", "Robert Hill", "exact"),
    ("another case", "robert hill", "Robert Hill", "exact"),
    ("without its accents", "Lukasz Wrona", "Łukasz Wrona", "exact"),
    ("a link", "[[Robert Hill]]", "Robert Hill", "link"),
    ("an account by its legal name", "Vela GmbH", "Vela GmbH", "exact"),
    ("an account by a field's spelling", "Vela", "Vela GmbH", "exact"),
    ("an account with another legal form", "Vela Inc.", "Vela GmbH", "exact"),
    ("an account's alias", "vl", "Vela GmbH", "alias"),
    ("surname first", "Hill, Robert", "Robert Hill", "turned"),
    ("in another order", "Hill Robert", "Robert Hill", "turned"),
    ("with a title and a bracket", "Dr. Robert Hill (Vela)", "Robert Hill", "turned"),
    ("initials that one attendee fits", "RH", "Robert Hill", "initials"),
    ("initials in a bracket", "DMC", "Dana Cole", "initials"),
    ("a first name that one bears", "Mia", "Mia Sand", "first_name"),
    ("a surname that one bears", "Moor", "Katherine Moor", "first_name"),
    ("a nickname that one can have", "Bob", "Robert Hill", "nickname"),
    ("a link without a note", "Project Kite", "Project Kite", "link"),
    ("a number", "RFC-77", "RFC-77", "exact"),
    ("Kim is not Kimball", "Chris Kim", "Chris Kim", "exact"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "query", "name", "rung"), ONE, ids=[c[0] for c in ONE])
def test_one(vault: Callable[..., Any], title: str, query: str, name: str, rung: str) -> None:
    match = vault(TEXTS).match(query)
    assert match.outcome == "one"
    assert (match.subject.name, match.rung) == (name, rung)
    assert match.why


SEVERAL = [
    ("two notes of one name", "Sara Brand", ["People/Old/Sara Brand.md", "People/Sara Brand.md"]),
    ("an alias that two claim", "Sasa", ["People/Old/Sara Brand.md", "People/Sara Brand.md"]),
    ("a first name that two bear", "Victor", ["Victor Hale", "Victor Roos"]),
    (
        "a first name whose longer form is another's surname",
        "Chris",
        ["Chris Kim", "Chris Kimball"],
    ),
]


@pytest.mark.parametrize(("title", "query", "pins"), SEVERAL, ids=[c[0] for c in SEVERAL])
def test_several_are_asked_with_pins_that_work(
    vault: Callable[..., Any], title: str, query: str, pins: list[str]
) -> None:
    known = vault(TEXTS)
    match = known.match(query)
    assert match.outcome == "several"
    assert match.subject is None
    assert [c.pin for c in match.candidates] == pins
    assert [known.match(pin).outcome for pin in pins] == ["one"] * len(pins)


def test_one_name_with_two_addresses_is_two_people(vault: Callable[..., Any]) -> None:
    texts = {"a.md": "# A\nAttendees: Jo Park <jo@vela.example>, Mia Sand\n",
             "b.md": "# B\nAttendees: Jo Park <jo@nord.example>, Mia Sand\n"}  # fmt: skip
    match = vault(texts).match("Jo Park")
    assert [c.pin for c in match.candidates] == ["jo@nord.example", "jo@vela.example"]


def test_nobody_gets_the_names_that_are_nearly_so(vault: Callable[..., Any]) -> None:
    match = vault(TEXTS).match("Robert Hil")
    assert match.outcome == "none"
    assert [c.name for c in match.candidates] == ["Robert Hill"]


def test_a_name_that_nothing_holds(vault: Callable[..., Any]) -> None:
    assert vault(TEXTS).match("Zyx Qwv").outcome == "none"


def test_the_account_of_a_person_and_the_people_of_an_account(vault: Callable[..., Any]) -> None:
    known = vault(TEXTS)
    assert known.match("Robert Hill").subject.account == "Vela GmbH"
    account = known.match("Vela").subject
    assert {"Robert Hill", "Sara Brand", "Łukasz Wrona"} <= set(account.people)
    assert "Katherine Moor" not in account.people
    assert account.parent == "Big Sky"


def test_the_owners_own_company_is_no_customer(vault: Callable[..., Any]) -> None:
    known = vault(TEXTS)
    assert known.match("Peer Colleague").subject.account == ""
    assert "your own company" in known.match("Homebase").why
    assert known.match("Peer Colleague", owner=("Somebody Else",)).subject.account == "Homebase"


@pytest.mark.parametrize(
    ("said", "query", "outcome", "name"),
    [
        (NONE._replace(alias=(Said("alias", ("Bossy", "Mia Sand"), 3),)), "Bossy", "one", "Mia Sand"),
        (NONE._replace(never_match=(Said("never_match", ("Mia",), 1),)), "Mia", "none", None),
        (NONE._replace(same=(Said("same", ("Katherine Moor", "Kay Summer"), 1),)), "Katherine Moor", "one", "Katherine Moor"),
    ],
)  # fmt: skip
def test_the_owners_word(
    vault: Callable[..., Any], said: Any, query: str, outcome: str, name: str | None
) -> None:
    texts = {**TEXTS, "x.md": "# X\nAttendees: Kay Summer, Bo Ek\n"}
    match = vault(texts, said).match(query)
    assert match.outcome == outcome
    assert (match.subject.name if match.subject else None) == name
    if said.same:
        assert "Kay Summer" in match.subject.forms
    if said.alias:
        assert match.rung == "override"


def test_not_same_keeps_a_likeness_apart(vault: Callable[..., Any]) -> None:
    texts = {f"Call {n}.md": f"# Call {n}\n## Attendees\n* {who}\n* Bo Ek\n* Cy Dunn\n"
             for n, who in ((1, "Martin Holm"), (2, "Martin Holm Sande"))}  # fmt: skip
    assert "Martin Holm" in vault(texts).match("Martin Holm Sande").subject.forms
    apart = NONE._replace(not_same=(Said("not_same", ("Martin Holm", "Martin Holm Sande"), 1),))
    assert vault(texts, apart).match("Martin Holm Sande").subject.forms == ("Martin Holm Sande",)


def test_two_on_one_list_are_never_one(vault: Callable[..., Any]) -> None:
    texts = {"Call 1.md": "# Call 1\n## Attendees\n* Martin Holm\n* Martin Holm Sande\n* Bo Ek\n"}
    assert vault(texts).match("Martin Holm Sande").subject.forms == ("Martin Holm Sande",)


def test_an_alias_in_another_file_is_carried_by_one_only(vault: Callable[..., Any]) -> None:
    texts = {"a.md": "# A\n\nAxo (Alma Birk) wrote.\n\nAttendees: Alma Birk, Bo Ek\n",
             "b.md": "# B\n\nAxo (Cora Dell) wrote.\n\nAttendees: Cora Dell, Bo Ek\n"}  # fmt: skip
    known = vault(texts)
    assert known.match("Axo").outcome == "several"
    assert "Axo" not in known.match("Alma Birk").subject.aliases


LETTERED = {
    f"minutes/2024-0{n}/may-{n}.md": (
        f"# Call\n## Attendees\n\n| Name | Abbreviation |\n|---|---|\n| {who} | SYX |\n| Bo Ek | BEK |\n| Cy Dunn | CDN |\n\n"
        "## Notes\nSYX: yes\n\nSYX: no\n"
    )
    for n, who in ((1, "Siu-yan Xu"), (2, "Siu"), (3, "Peer Holm"))
}  # fmt: skip


def test_the_same_declared_initials_join_names_that_are_alike_only(
    vault: Callable[..., Any],
) -> None:
    assert vault(LETTERED).presence("Siu-yan Xu") == {
        "minutes/2024-01/may-1.md": "attended", "minutes/2024-02/may-2.md": "attended",
    }  # fmt: skip


def test_declared_initials_reach_where_their_bearer_is_on_no_list(
    vault: Callable[..., Any],
) -> None:
    texts = {
        "c 1.md": LETTERED["minutes/2024-01/may-1.md"],
        "c 2.md": "# Call\n## Attendees\n- Bo Ek\n- Cy Dunn\n- Mia Sand\n\n## Notes\nSYX: late\n\nSYX: sorry\n",
    }
    assert vault(texts).presence("Siu-yan Xu")["c 2.md"] == "spoke"


def slipped(*more: str) -> dict[str, str]:
    texts = [
        "* Virginia Bals\n* Bo Ek\n* Cy Dunn\n",
        "* Bo Ek\n* Cy Dunn\n* Mia Sand\n\n## Notes\nBo asks Viriginia again.\n",
    ]
    return {
        f"Call {n}.md": f"# Call {n}\n## Attendees\n{text}"
        for n, text in enumerate([*texts, *more])
    }


def test_a_slip_of_the_pen_in_a_long_first_name_is_read(vault: Callable[..., Any]) -> None:
    assert "Bo asks Viriginia again." in vault(slipped()).lines("Virginia Bals")


def test_a_slip_that_is_somebodys_name_is_not(vault: Callable[..., Any]) -> None:
    known = vault(slipped("* Viriginia Holm\n* Bo Ek\n* Cy Dunn\n"))
    assert "Bo asks Viriginia again." not in known.lines("Virginia Bals")


def test_a_name_written_small_is_shown_as_typed(vault: Callable[..., Any]) -> None:
    texts = {"Daily/2025-05-05.md": "- [ ] tea\n\nbo ek call:\ntalked about the plan\n"}
    assert vault(texts).match("Bo Ek").subject.name == "Bo Ek"


def test_names_that_are_only_like_it_are_proposed_with_the_evidence(
    vault: Callable[..., Any],
) -> None:
    texts = {f"{folder}/Call.md": f"# Call\n## Attendees\n* {who}\n* Bo Ek\n"
             for folder, who in (("a", "Samira Hussan"), ("b", "Samira Hussain"))}  # fmt: skip
    match = vault(texts).match("Samira Hussan")
    assert match.subject.forms == ("Samira Hussan",)
    assert [(c.name, c.rung, bool(c.why)) for c in match.candidates] == [
        ("Samira Hussain", "spelling", True)
    ]
