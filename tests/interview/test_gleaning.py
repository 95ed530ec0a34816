"""Messy notes into drawers. The docstring of a case is the note that it reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep import notes
from prep.interview import Bank, Material, sheet
from prep.interview.asking import ask_them
from prep.interview.gleaning import glean
from prep.interview.labels import bare_label, drawer_of, labelled, quoted, tidy
from prep.interview.questions import read
from prep.model.naming import Subject

Make = Callable[..., Material]

CALL = """# 2026-02-02

ines roth call:
she heard of me from ola

Background on me:
- ran the port office
- nine years at sea
built the pilot school
* - "How would you describe your way of leading the team?"
- "What does this role have to fix first?"*
- way of leading
	- walks the quay every morning
- career goals
	- a fleet of my own
- abroad

- demotivates me - meetings about meetings
- superpower: calm

buy milk

your team is right for me, for these reasons:
1. salt water
2. a boat

what i look forward to:
- the winter run

questions:
ines whats ur plan for the ice
where can i help first

they asked
- "Why did you leave?"

likely questions:
- how do you deal with fog
"""


def _items(material: Make) -> list[tuple[str, str, str]]:
    found = glean([material(CALL)], ["Ines Roth"])
    return [(item.drawer, item.label, item.words) for item in found]


@pytest.mark.parametrize(
    "expected",
    [
        ("context", "ines roth call", "she heard of me from ola"),
        ("background", "Background on me", "ran the port office"),
        ("background", "Background on me", "built the pilot school"),
        ("i_ask", "", "How would you describe your way of leading the team?"),
        ("i_ask", "", "What does this role have to fix first?"),
        ("goals", "career goals", "a fleet of my own"),
        ("drains", "demotivates me", "meetings about meetings"),
        ("claims", "superpower", "calm"),
        ("i_ask", "", "whats ur plan for the ice"),
        ("i_ask", "", "where can i help first"),
        ("asked", "", "Why did you leave?"),
        ("they_ask", "", "how do you deal with fog"),
    ],
)
def test_drawers(expected: tuple[str, str, str], material: Make) -> None:
    assert expected in _items(material)


def test_a_line_behind_a_list_belongs_to_no_section(material: Make) -> None:
    assert ("context", "", "buy milk") in _items(material)


def test_reasons_before_a_numbered_list_open_a_drawer(material: Make) -> None:
    drawers = {words: drawer for drawer, _, words in _items(material)}
    assert (drawers["salt water"], drawers["a boat"]) == ("why_them", "why_them")
    assert drawers["the winter run"] == "why_them"


def test_every_item_has_its_own_line_as_source(material: Make) -> None:
    lines = CALL.splitlines()
    for item in glean([material(CALL)], ["Ines Roth"]):
        assert item.source.text == lines[item.source.line - 1]


def test_a_note_that_bears_on_nobody_gives_nothing(material: Make) -> None:
    assert glean([material(CALL, bears=False)], ["Ines Roth"]) == ()


@pytest.mark.parametrize(
    ("line", "drawer", "run", "direction"),
    [
        ("they asked: why us", None, (), "asked"),
        ("they may ask: why us", None, (), "they_ask"),
        ("they asked for an example of a failure", None, (), "asked"),
        ("ask: who decides", None, (), "i_ask"),
        ('"Tell me about a failure."', None, (), "they_ask"),
        ('"What would success in this role look like?"', None, (), "i_ask"),
        ('"How do you lead?"', None, ("What is this role for?",), "i_ask"),
        ('"How do you lead?"', None, (), "they_ask"),
        ("tell me about a conflict", None, (), "they_ask"),
        ("tell me about a conflict", "i_ask", (), "i_ask"),
        ("where should i start", None, (), "i_ask"),
        ("ines: when is the audit", None, (), "i_ask"),
        ("is the budget safe?", None, (), "unknown"),
    ],
)
def test_directions(line: str, drawer: str | None, run: tuple[str, ...], direction: str) -> None:
    found = read(line, drawer, ["Ines Roth"], run=run)  # type: ignore[arg-type]
    assert found is not None
    assert found.direction == direction


@pytest.mark.parametrize(
    "line",
    ["what we did then", "buy milk", "valuing her opinion", "ask Ola about the crane",
     "how we did it last year", "who knows"],
)  # fmt: skip
def test_lines_that_ask_nothing(line: str) -> None:
    assert read(line, None, ["Ines Roth"]) is None


@pytest.mark.parametrize(
    ("line", "label", "value", "drawer"),
    [
        (
            "management style - quiet leadership",
            "management style",
            "quiet leadership",
            "claims",
        ),
        ("- **Career goals:** a fleet", "Career goals", "a fleet", "goals"),
        ("managment style — calm", "managment style", "calm", "claims"),
        ("Concerns: budget", "Concerns", "budget", "concerns"),
    ],
)
def test_labels_with_a_value(line: str, label: str, value: str, drawer: str) -> None:
    found = labelled(line)
    assert found is not None
    assert (found.label, found.value, found.drawer) == (label, value, drawer)


@pytest.mark.parametrize(
    "line", ["the harbour: a poem", "12:30 call", "what now: nothing", "goals"]
)
def test_lines_without_a_known_label_and_value(line: str) -> None:
    assert labelled(line) is None


def test_bare_labels() -> None:
    assert bare_label("**Likely questions:**") == "they_ask"
    assert bare_label("Questions?") is None
    assert drawer_of("a label of many more words than five") is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("what is ur plan", "What is your plan?"), ("whats next?", "What's next?"), ("", "")],
)
def test_tidying_is_for_display(typed: str, shown: str) -> None:
    assert tidy(typed) == shown


@pytest.mark.parametrize(
    ("line", "words"),
    [('- "Why?"*', "Why?"), ("“Why?”", "Why?"), ('he said "why" twice', None), ("Why?", None)],
)
def test_quoted_lines(line: str, words: str | None) -> None:
    assert quoted(line) == words


@given(st.text(max_size=200))
def test_any_note_is_gleaned_and_made_a_sheet(text: str) -> None:
    note = notes.read("Daily/2026-02-02.md", text.encode("utf-8", "replace"))
    given_note = Material(note, notes.raw_lines(text.encode("utf-8", "replace")))
    assert glean([given_note], ["Ines Roth"]) == ()


def _answers(material: Make, bank: Bank, text: str) -> dict[str, tuple[str | None, str]]:
    made = material(text)
    items = glean([made], ["Ines Roth"])
    rows = ask_them(items, [made], bank, "manager")
    return {r.text: (r.state, dict(r.columns)["In your notes"]) for r in rows if r.label != "bank"}


def test_what_the_notes_answer(material: Make, bank: Bank) -> None:
    """
    - "What is this role for?"
        - the winter run
    - "How would you describe your management style and how do you spend the day?"
    - management style - walks the quay
    - "Who decides on your team?"
    """
    text = "\n".join(line[4:] for line in (test_what_the_notes_answer.__doc__ or "").split("\n"))
    rows = _answers(material, bank, text)
    assert rows["What is this role for?"] == ("answered", "answered: the winter run")
    state, words = rows[
        "How would you describe your management style and how do you spend the day?"
    ]
    assert state == "partly answered"
    assert words.startswith("partly answered: walks the quay. Open: do you spend the day")
    assert rows["Who decides on your team?"] == ("open", "open")


def test_a_question_asked_twice_is_one_row_with_its_later_answer(
    material: Make, bank: Bank
) -> None:
    text = "ask: who signs\n\nmore\n\n- who signs?\n    - the harbour master\n"
    rows = _answers(material, bank, text)
    assert rows == {"Who signs?": ("answered", "answered: the harbour master")}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("## Ines\ncareer goals: a boat", "candidate"),
        ("## Ines\nscorecard for the port office", "interviewer"),
        ("## Ines\ndiscovery call on tides", "discovery"),
        ("## Ines\nnothing", "candidate"),
    ],
)
def test_the_side_is_guessed_and_said(text: str, side: str, material: Make, bank: Bank) -> None:
    subject = Subject("Ines Roth", "person", None, "")
    facts = dict(sheet(subject, [material(text)], bank=bank, as_of="2026-02-03").facts)
    assert facts["side"] == side
    assert facts["side_why"]
