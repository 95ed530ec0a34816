"""How a subject stands in a note: presence, by whom it was heard of, and by what each line bears."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = "# Call\nAttendees: Mia Sand, Cy Dunn, Myself\n\n"
KNOWN = {"People/Bo Ek.md": "---\ntype: person\ncompany: Vela\n---\n# Bo Ek\n\nLikes tea.\n"}

PRESENCE = [
    ("on the list", "# Call\nAttendees: Bo Ek, Mia Sand\n\nMia: fine\n", "attended"),
    ("not on the list, but speaks", HEAD + "Bo Ek: I was late\n\nBo Ek: and I left early\n", "spoke"),
    ("addressed", HEAD + "Mia: well\n\nBo Ek, can you send it?\n", "addressed"),
    ("only named", HEAD + "Mia: Bo Ek likes it\n", "mentioned"),
    ("said to be absent", HEAD + "Mia: Bo Ek is not here\n", "absent"),
    ("on the list of regrets", HEAD + "### Regrets\n- Bo Ek\n", "absent"),
    ("somewhere else", HEAD + "Mia: can we get Bo Ek, who's in Germany, on Zoom?\n", "absent"),
    ("a part of a daily note with its own heading", "- [ ] tea\n\nbo ek call:\ntalked about the plan\n", "attended"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "presence"), PRESENCE, ids=[c[0] for c in PRESENCE])
def test_presence(vault: Callable[..., Any], title: str, text: str, presence: str) -> None:
    path = "Daily/2025-05-05.md" if "daily" in title else "Meetings/2025-05-05 Call.md"
    assert vault({**KNOWN, path: text}).presence("Bo Ek")[path] == presence


def test_the_line_that_says_so_is_the_one_of_the_list(vault: Callable[..., Any]) -> None:
    text = "# Call\n\nBo Ek: hello\n\n## Attendees\n* Mia Sand\n* Bo Ek\n"
    standing = vault({**KNOWN, "m.md": text}).standings("Bo Ek")["m.md"]
    assert (standing.presence, standing.line) == ("attended", 7)


def test_through_whom_one_heard(vault: Callable[..., Any]) -> None:
    text = "# Call\nAttendees: Mia Sand, Myself\n\nBo Ek runs the data centre.\n"
    assert vault({**KNOWN, "m.md": text}).standings("Bo Ek")["m.md"].via == "Mia Sand"


def test_via_in_brackets_wins(vault: Callable[..., Any]) -> None:
    text = (
        "---\ntype: person\n---\n# Ann Lee\n\n- unknown: [[x]] - Bo Ek runs it... (via Mia Sand)\n"
    )
    assert (
        vault({**KNOWN, "People/Ann Lee.md": text}).standings("Bo Ek")["People/Ann Lee.md"].via
        == "Mia Sand"
    )


HOWS = [
    ("- [ ] Bo to send the deck", "owner"),
    ("ACTION: Bo Ek to send the deck", "owner"),
    ("ask Bo about the plan", "addressed"),
    ("Bo, what do you think?", "addressed"),
    ("**Bo**: I think so", "turn"),
    ("We met Bo in Rome", "named"),
]


@pytest.mark.parametrize(("line", "how"), HOWS)
def test_how_a_line_bears(vault: Callable[..., Any], line: str, how: str) -> None:
    text = f"# Call\nAttendees: Bo Ek, Mia Sand\n\n{line}\n"
    standing = vault({**KNOWN, "m.md": text}).standings("Bo Ek")["m.md"]
    assert next(b.how for b in standing.bearings if b.line == 4) == how


def test_a_note_of_its_own_is_about_it(vault: Callable[..., Any]) -> None:
    standing = vault(KNOWN).standings("Bo Ek")["People/Bo Ek.md"]
    assert {(b.line, b.how, b.rung) for b in standing.bearings} >= {(7, "about", "path")}


def test_attended_lines_are_nobody_elses(vault: Callable[..., Any]) -> None:
    text = "# Call\nAttendees: Bo Ek, Mia Sand\n\nWe decided to wait.\n\nMia: I agree\n\nMia Sand pays.\n"
    standing = vault({**KNOWN, "m.md": text}).standings("Bo Ek")["m.md"]
    assert [b.line for b in standing.bearings if b.how == "attended"] == [4]


def test_a_form_that_only_may_mean_it_is_not_certain(vault: Callable[..., Any]) -> None:
    text = "# Call\nAttendees: Bo Ek, Mia Sand\n\nBo Holm wrote.\n\nThen Bo answered.\n\nBo: yes\n"
    standing = vault({**KNOWN, "m.md": text}).standings("Bo Ek")["m.md"]
    assert {b.line: b.certain for b in standing.bearings if b.how != "attended"} == {
        2: True,
        6: False,
        8: True,
    }


def test_another_note_of_the_same_name_is_another_person(vault: Callable[..., Any]) -> None:
    texts = {**KNOWN, "People/Old/Bo Ek.md": "---\ntype: person\n---\n# Bo Ek\n\nLikes coffee.\n"}
    assert vault(texts).standings("People/Bo Ek.md").keys() == {"People/Bo Ek.md"}


def test_another_address_is_another_person(vault: Callable[..., Any]) -> None:
    texts = {
        "People/Bo Ek.md": "---\ntype: person\nemail: bo@vela.example\n---\n# Bo Ek\n",
        "a.md": "# A\nAttendees: Bo Ek <bo@vela.example>, Mia Sand\n",
        "b.md": "# B\nAttendees: Bo Ek <bo@nord.example>, Mia Sand\n",
    }
    assert "b.md" not in vault(texts).standings("People/Bo Ek.md")


ACCOUNT = {
    **KNOWN,
    "Customers/Vela.md": "---\ntype: company\n---\n# Vela\n\nMakes sails.\n",
    "Customers/Vela/2025-05-05 Call.md": "---\naccount: Vela\ndate: 2025-05-05\nparticipants: [Bo Ek]\n---\n# Call\n\nThey wait.\n",
    "Notes/2025-06-06.md": "# Two customers\n\nVela wants a price.\n\nNordlicht wants another.\n\nBo Ek called.\n",
}  # fmt: skip


def test_an_account_has_its_notes_its_name_and_its_people(vault: Callable[..., Any]) -> None:
    lines = vault(ACCOUNT).lines("Vela")
    assert {"Makes sails.", "They wait.", "Vela wants a price.", "Bo Ek called."} <= lines
    assert "Nordlicht wants another." not in lines


def test_an_employer_on_a_list_files_no_note_under_it(vault: Callable[..., Any]) -> None:
    texts = {
        **ACCOUNT,
        "m.md": "# Board\nAttendees: Bo Ek (Vela), Mia Sand (Nordlicht)\n\nTaxes are due.\n",
    }
    assert "Taxes are due." not in vault(texts).lines("Vela")


def test_contact_with_an_account_is_contact_with_its_people(vault: Callable[..., Any]) -> None:
    presence = vault(ACCOUNT).presence("Vela")
    assert presence["Customers/Vela/2025-05-05 Call.md"] == "attended"
    assert presence["Notes/2025-06-06.md"] == "mentioned"
