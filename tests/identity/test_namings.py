"""What one note's names are, and where they stand."""

from __future__ import annotations

import pytest

from prep import notes
from prep.identity import namings
from prep.identity.labels import label_of, list_kind
from prep.identity.owning import owners_of
from prep.model.naming import Naming


def read(text: str, path: str = "Meetings/x.md") -> tuple[Naming, ...]:
    return namings(notes.read(path, text.encode()))


def of(found: tuple[Naming, ...], place: str) -> list[str]:
    return [n.name for n in found if n.place == place]


LISTS = [
    ("a heading and items", "## Attendees\n- Bo Ek\n- Cy Dunn (he/him)\n\nText\n", ["Bo Ek", "Cy Dunn"]),
    ("numbers", "# Attendees\n1. Bo Ek\n2. Cy Dunn\n", ["Bo Ek", "Cy Dunn"]),
    ("a label and a line", "Present: Bo Ek, Cy Dunn (Vela) and Mia Sand\n", ["Bo Ek", "Cy Dunn", "Mia Sand"]),
    ("a bold label", "**Attendees**: Bo Ek; Dunn, Cy\n", ["Bo Ek", "Cy Dunn"]),
    ("a label above a list", "**Remote and in person attendees:**\n\n- Bo Ek\n- Cy Dunn\n", ["Bo Ek", "Cy Dunn"]),
    ("a table", "## Present\n\n| Name | Abbreviation | Organization |\n|---|---|---|\n| Bo Ek | BEK | Vela |\n", ["Bo Ek"]),
    ("a table in a fence", "## Present\n\n```\n| Name | Abbreviation |\n|---|---|\n| Bo Ek | BEK |\n```\n", ["Bo Ek"]),
    ("front matter", "---\nparticipants: [Bo Ek, '[[Cy Dunn]]']\ndate: 2025-01-02\n---\n# Call\n", []),
    ("groups", "## Attendees\n- Vela: Bo Ek, Cy Dunn\n", ["Bo Ek", "Cy Dunn"]),
    ("a chair", "### Moderator: Mia Sand\n", ["Mia Sand"]),
    ("a list ends at the rule", "## Present\n- Bo Ek\n\n---\n\n- Cy Dunn\n", ["Bo Ek"]),
    ("a heading that only sounds like one", "## Present state of the plan\n- Bo Ek is on it\n", []),
    ("placeholders", "## Attendees\n- none\n- TBD\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "names"), LISTS, ids=[c[0] for c in LISTS])
def test_attendance(title: str, text: str, names: list[str]) -> None:
    assert of(read(text), "attendee") == names


def test_participants_of_the_front_matter() -> None:
    found = read("---\nparticipants: [Bo Ek, '[[Cy Dunn]]', mia@vela.example]\n---\n# Call\n")
    assert of(found, "participant") == ["Bo Ek", "Cy Dunn", "mia@vela.example"]


def test_a_row_declares_initials_and_employer() -> None:
    found = read(
        "## Present\n\n| Name | Abbreviation | Organization |\n|---|---|---|\n| Bo Ek | XBY | Vela |\n"
    )
    attendee = next(n for n in found if n.place == "attendee")
    assert attendee.org == "Vela"
    assert [(n.name, n.full) for n in found if n.place == "alias"] == [("XBY", "Bo Ek")]
    assert [(n.name, n.full) for n in found if n.kind == "account"] == [("Vela", "Bo Ek")]


def test_a_bracket_is_initials_where_the_file_has_them_speak() -> None:
    found = read("Presenter: Bo Ek (QZT)\n\nQZT: I begin.\n\nQZT: I end.\n")
    assert [n.org for n in found if n.place == "attendee"] == [""]
    assert ("QZT", "Bo Ek") in {(n.name, n.full) for n in found}


ABSENT = [
    ("regrets", "## Present\n- Bo Ek\n\n### Regrets\n* Cy Dunn\n", ["Cy Dunn"]),
    ("a sentence", "Mia: Cy Dunn is not here today.\n", ["Cy Dunn"]),
    ("two of them", "Bo and Cy can't make it.\n", ["Bo", "Cy"]),
    ("somewhere else", "Can we get Abe, who's in Germany, on the call?\n", ["Abe"]),
    ("a list in one line", "Attendees: Bo Ek. Regrets: Cy Dunn\n", ["Cy Dunn"]),
    ("a thing that is not here", "The plan is not here yet.\n", []),
    ("the end of a word", "Mia: Rob is away. We met at the Hideaway.\n", ["Rob"]),
]


@pytest.mark.parametrize(("title", "text", "names"), ABSENT, ids=[c[0] for c in ABSENT])
def test_said_to_be_absent(title: str, text: str, names: list[str]) -> None:
    assert of(read(text), "absent") == names


def test_speakers_carry_the_one_attendee_they_mean() -> None:
    text = "# Call\n## Present\n- Bo Ek\n- Bea Ek\n- Cy Dunn\n\n## Notes\nCD: one\n\nBo: two\n\nBE: three\n\nBE: four\n\nNote: five\n"
    found = {n.name: n.full for n in read(text) if n.place == "speaker"}
    assert found == {"CD": "Cy Dunn", "Bo": "Bo Ek", "BE": ""}


def test_roles_in_brackets() -> None:
    found = read("- Stakeholders: Ann Lee (buys); Bo (Ann's boss); Cy/Di (data)\n")
    assert [(n.name, n.role) for n in found if n.place == "role_list"] == [
        ("Ann Lee", "buys"), ("Bo", "Ann's boss"), ("Cy/Di", "data"),
    ]  # fmt: skip


def test_a_persons_own_note() -> None:
    text = "---\ntype: person\naliases: [Bobo]\nemail: bo@vela.example\ncompany: '[[Vela]]'\nrole: CTO\n---\n# Bo Ek\n"
    own = next(n for n in read(text, "People/Bo Ek.md") if n.place == "note")
    assert (own.name, own.email, own.org, own.role) == ("Bo Ek", "bo@vela.example", "Vela", "CTO")


def test_tags_of_accounts_and_people() -> None:
    found = read("---\ntags: [company/big-sky, person/bo-ek, urgent, type/meeting]\n---\n# Call\n")
    assert [(n.name, n.kind) for n in found if n.place == "tag"] == [
        ("big sky", "account"), ("bo ek", "person"), ("#urgent", "topic"),
    ]  # fmt: skip


def test_addresses_handles_and_numbers_in_text() -> None:
    found = read(
        "Write to bo.ek@vela.example or @boek about RFC-77, see https://x.example/@nobody/RFC-88\n"
    )
    assert of(found, "email") == ["Bo Ek"]
    assert of(found, "handle") == ["@boek"]
    assert [n.key for n in found if n.kind == "topic"] == ["rfc 77"]


def test_full_names_in_text_without_the_word_that_begins_the_sentence() -> None:
    assert of(read("The Big Sky team met. Thanks Mia Sand. Then Bo left. See J. Ek.\n"), "text") == [
        "Big Sky", "Mia Sand", "J. Ek",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "who"),
    [("HZ: yes", "HZ"), ("**Tim** : ok", "Tim"), ("**Team A - Bo:** well", "Bo"), ("Ted (chat): no", "Ted"),
     ("... and so on", ""), ("[00:12] Bo Ek: hi", "Bo Ek"), ("A) **Bo:** hi", "Bo"), ("**Bo Ek** said", "Bo Ek"),
     ("12:30 lunch", None), ("https://example.org", None), ("no label here", None)],
)  # fmt: skip
def test_label_of(line: str, who: str | None) -> None:
    label = label_of(line)
    assert (label.who if label else None) == who


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Attendees", "attendee"), ("Remote attendees (12)", "attendee"), ("**Not present**", "absent"),
     ("Scribes", "serving"), ("Apologies regarding the agenda", ""), ("", "")],
)  # fmt: skip
def test_list_kind(words: str, kind: str) -> None:
    assert list_kind(words) == kind


@pytest.mark.parametrize(
    ("line", "owners"),
    [("ACTION 3: Bo Ek and Cy to write", ("Bo Ek", "Cy")), ("ACTION: eP to check", ("eP",)),
     ("**ACTION 6** Bo Ek to call", ("Bo Ek",)), ("ACTION: next week to vote", ()), ("Bo wrote", ())],
)  # fmt: skip
def test_owners_of(line: str, owners: tuple[str, ...]) -> None:
    assert owners_of(line) == owners
