"""What became of a claim: in its own note, across notes, and when notes come and go."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.claims import contradictions, follow
from prep.model.claim import Thread
from tests.claims.claims_vault import AS_OF, placed, states, threads

HEAD = "# Weekly call\n\n## Present\n- Nora Lind (NL)\n- Milo Brandt (MB)\n\n## Topics\n\n"
ONE = "Meetings/2026-02-02 call.md"
TWO = "Meetings/2026-02-09 call.md"
THREE = "Meetings/2026-02-16 call.md"

IN_ONE_NOTE = [
    ("an open action", "ACTION: NL to send the draft", "send the draft", "open"),
    ("status done", "ACTION: NL to send the draft\nStatus: Done", "send the draft", "closed"),
    ("bold status below", "**ACTION 7**: NL to send the draft\n\n- **Status:** Completed. Milo has it.", "send the draft", "closed"),
    ("status not yet", "ACTION: NL to send the draft\nStatus: once merged it will be complete", "send the draft", "open"),
    ("status of the next", "ACTION: NL to send the draft\n\nACTION: MB to book\nStatus: Done", "send the draft", "open"),
    ("heading closed", "### Closed\n\nACTION: NL to send the draft", "send the draft", "closed"),
    ("its owner reports", "ACTION: NL to send the draft\n\n* NL: I sent it on Monday", "send the draft", "proposed_closed"),
    ("another reports", "ACTION: NL to send the draft\n\n* MB: I sent mine on Monday", "send the draft", "open"),
    ("a bare address", "ACTION: NL to make a poll\nhttps://poll.example/7", "make a poll", "proposed_closed"),
    ("a ticked box", "- [x] send the draft", "send the draft", "closed"),
    ("a cancelled box", "- [-] send the draft", "send the draft", "closed"),
    ("an overdue box", "- [ ] send the draft 📅 2026-02-20", "send the draft", "overdue"),
    ("due in words", "ACTION: NL to send the draft by 20 February 2026", "send the draft", "overdue"),
    ("asked and answered", "* NL: Who pays for the venue?\n* MB: The board does.", "Who pays", "proposed_answered"),
    ("asked back", "* NL: Who pays for the venue?\n* MB: Is it not the board?", "Who pays", "open"),
    ("asked and went on", "* NL: Who pays for the venue?\n* NL: And who books it?", "Who pays", "open"),
    ("nobody answers", "* NL: Who pays for the venue?\n\n## Next topic\n\n* MB: Fine.", "Who pays", "open"),
    ("Q and A", "Q: Who pays for the venue?\nA: The board.", "Who pays", "answered"),
    ("answer below", "- Who pays for the venue?\n\t- the board", "Who pays", "answered"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "body", "words", "state"), IN_ONE_NOTE, ids=[t for t, *_ in IN_ONE_NOTE]
)
def test_in_its_own_note(title: str, body: str, words: str, state: str) -> None:
    assert states({ONE: HEAD + body + "\n"}, words) == [state], title


def test_a_question_is_taken_up_by_a_heading_item_below() -> None:
    body = (
        '- "How would you describe your way of leading a team?"\n- "How do you grow people?"\n'
        "- leading a team\n\t- by example\n"
    )
    note = {"Daily/2026-02-02.md": body}
    assert states(note, "way of leading") == ["answered"]
    assert states(note, "grow people") == ["open"]


ACTION_7 = "ACTION 7: Nora to send the draft of the statutes"
ACROSS = [
    ("carried", {ONE: ACTION_7, TWO: ACTION_7}, ["carried"]),
    ("another wording", {ONE: "- [ ] send Milo the draft statutes", TWO: "- [ ] send Milo the draft of the statutes"}, ["carried"]),
    ("a name added", {ONE: "- [ ] send the draft statutes to the board", TWO: "- [ ] send the draft statutes to the board of Northwind by post"}, ["carried"]),
    ("done later", {ONE: ACTION_7, TWO: ACTION_7 + "\nStatus: Done"}, ["closed"]),
    ("reopened", {ONE: ACTION_7 + "\nStatus: Done", TWO: ACTION_7}, ["carried"]),
    ("reported later", {ONE: "ACTION: NL to send the draft statutes to Ines", TWO: "* NL: I sent the draft statutes to Ines on Monday"}, ["proposed_closed"]),
    ("reported by another", {ONE: "ACTION: NL to send the draft statutes to Ines", TWO: "* MB: I sent the draft statutes to Ines on Monday"}, ["open"]),
    ("something else reported", {ONE: "ACTION: NL to send the draft statutes to Ines", TWO: "* NL: I sent a card to my aunt"}, ["open"]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "notes", "state"), ACROSS, ids=[t for t, *_ in ACROSS])
def test_across_notes(title: str, notes: dict[str, str], state: list[str]) -> None:
    assert states({path: HEAD + body + "\n" for path, body in notes.items()}, "draft") == state, (
        title
    )


def test_carried_says_how_often_and_since_when() -> None:
    notes = dict.fromkeys((ONE, TWO, THREE), HEAD + ACTION_7 + "\n")
    thread = next(t for t in threads(notes) if "draft" in t.claim.claim.text)
    assert thread.why == "carried 2 times since 2026-02-02"
    assert thread.since == "2026-02-02"
    assert [p.path for p in thread.tellings] == [ONE, TWO, THREE]


LISTS = {
    ONE: "ACTION 1: NL to send the draft\n\nACTION 2: MB to book the barn\n\nACTION 3: NL to call Ines",
    TWO: "ACTION 1: NL to send the draft\n\nACTION 2: MB to book the barn\n\nACTION 4: MB to print it",
}


def test_what_the_running_list_drops_is_closed() -> None:
    notes = {path: HEAD + body for path, body in LISTS.items()}
    assert states(notes, "call Ines") == ["closed"]
    thread = next(t for t in threads(notes) if "call Ines" in t.claim.claim.text)
    assert (
        thread.why == "no longer in the list of 2026-02-09, which goes on with that of 2026-02-02"
    )


def test_a_list_of_its_own_closes_nothing() -> None:
    notes = {ONE: HEAD + LISTS[ONE], TWO: HEAD + "ACTION 9: MB to print it"}
    assert states(notes, "call Ines") == ["open"]


def test_a_newer_decision_supersedes() -> None:
    notes = {
        ONE: HEAD + "Decision: The spring meeting takes place in the barn",
        TWO: HEAD + "Decision: The spring meeting takes place online, no longer in the barn",
    }
    old, new = (t for t in threads(notes) if t.claim.claim.kind == "decision")
    assert (old.state, new.state) == ("superseded", "open")
    assert old.closers[0][0] == TWO


def test_a_later_decision_is_proposed_as_the_answer() -> None:
    notes = {
        ONE: HEAD + "* NL: Who pays for the venue of the spring meeting?\n",
        TWO: HEAD + "Decision: The board pays for the venue of the spring meeting\n",
    }
    assert states(notes, "Who pays") == ["proposed_answered"]


def test_statuses_grow_stale() -> None:
    notes = {ONE: HEAD + "Status: pilot on hold, waiting for the board's approval\n"}
    assert [t.state for t in threads(notes) if t.claim.claim.kind == "status"] == ["open"]
    old = [t for t in threads(notes, as_of="2026-08-01") if t.claim.claim.kind == "status"]
    assert [t.state for t in old] == ["stale"]
    assert "180 days old" in old[0].why
    assert "the board's approval" in old[0].why


def test_what_is_said_later_than_the_day_asked_is_not_known_yet() -> None:
    notes = {ONE: HEAD + ACTION_7, TWO: HEAD + ACTION_7 + "\nStatus: Done"}
    assert states(notes, "draft", as_of="2026-02-05") == ["open"]


# --- notes come and go -------------------------------------------------------------------------


def test_without_the_closing_note_the_task_is_open_again() -> None:
    notes = {ONE: HEAD + ACTION_7, TWO: HEAD + ACTION_7 + "\nStatus: Done"}
    assert states(notes, "draft") == ["closed"]
    del notes[TWO]
    assert states(notes, "draft") == ["open"]


UNRELATED = st.lists(
    st.sampled_from([
        "Milo will water the garden", "ACTION: MB to paint the fence", "* NL: Is it raining?",
        "Decision: the fence is green", "- [ ] buy seeds", "Status: roses in bloom",
    ]),
    max_size=4,
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(UNRELATED)
def test_unrelated_notes_change_no_line(lines: list[str]) -> None:
    notes = {ONE: HEAD + LISTS[ONE], TWO: HEAD + LISTS[TWO]}
    before = list(threads(notes))
    garden = {
        f"Garden/2026-02-0{n} notes.md": f"# Garden\n\n{line}\n" for n, line in enumerate(lines, 3)
    }
    after = [t for t in threads({**notes, **garden}) if not t.claim.path.startswith("Garden/")]
    assert after == before


def test_splitting_a_note_changes_no_day_and_no_state() -> None:
    body = "## 2026-02-02\n\nACTION 1: NL to send the draft\n\n## 2026-02-09\n\nACTION 1: NL to send the draft\nStatus: Done\n"
    whole = {"Meetings/2026-02 calls.md": "# Weekly call\n\n" + body}
    first, second = body.split("## 2026-02-09")
    split = {
        "Meetings/2026-02-02.md": "# Weekly call\n\n" + first,
        "Meetings/2026-02-09.md": "# Weekly call\n\n## 2026-02-09" + second,
    }
    assert [_story(t) for t in threads(whole)] == [_story(t) for t in threads(split)]


def _story(thread: Thread) -> tuple[object, ...]:
    days = tuple(p.claim.day for p in thread.tellings)
    return thread.claim.claim.text, thread.state, thread.since, days


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_notes_does_not_matter(rng: object) -> None:
    notes = {path: HEAD + body for path, body in {**LISTS, THREE: ACTION_7}.items()}
    claims, days = placed(notes)
    shuffled = list(claims)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    assert follow(shuffled, as_of=AS_OF, days=days) == follow(claims, as_of=AS_OF, days=days)


# --- contradictions ----------------------------------------------------------------------------

VALUES = [
    ("changed", {"A/2026-01-05 a.md": "Budget: 40k", "A/2026-02-05 b.md": "Budget: 60k"}, ["changed"]),
    ("same day", {"A/2026-01-05 a.md": "Budget: 40k", "A/2026-01-05 b.md": "Budget: 60k"}, ["conflict"]),
    ("undated", {"A/a.md": "Budget: 40k", "A/b.md": "Budget: 60k"}, ["conflict"]),
    ("the same", {"A/2026-01-05 a.md": "Budget: 40k", "A/2026-02-05 b.md": "Budget: 40k"}, []),
    ("another account", {"A/2026-01-05 a.md": "Budget: 40k", "B/2026-02-05 b.md": "Budget: 60k"}, []),
    ("boss", {"A/2026-01-05 a.md": "Ines reports to Milo.", "A/2026-02-05 b.md": "Ines reports to Nora."}, ["changed"]),
    ("says more", {"A/2026-01-05 a.md": "Ines Falk is head of sales.", "A/2026-02-05 b.md": "Ines Falk is head of sales for Europe."}, []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "notes", "verdicts"), VALUES, ids=[t for t, *_ in VALUES])
def test_contradictions(title: str, notes: dict[str, str], verdicts: list[str]) -> None:
    found = contradictions(threads({path: f"# Notes\n\n{body}\n" for path, body in notes.items()}))
    assert [c.verdict for c in found] == verdicts, title


APART = [
    ("- [ ] call Otto\n- [ ] call Greta", "two people"),
    (
        "- [ ] send the Q1 report to the board\n- [ ] send the Q2 report to the board",
        "two quarters",
    ),
    ("- [ ] review chapter 3 of the book\n- [ ] review chapter 4 of the book", "two numbers"),
    (
        "- [ ] Send the offer to Ada by Friday\n- [ ] Send the contract to Ada by Friday",
        "two things",
    ),
    ("- [ ] deep clean one\n- [ ] deep clean two", "two number words"),
    ("- [ ] Zahlen an Otto schicken\n- [ ] Zahlen an Greta schicken", "two people in German"),
]


@pytest.mark.parametrize("body", [b for b, _ in APART], ids=[t for _, t in APART])
def test_boxes_that_differ_are_two(body: str) -> None:
    """In one list, and also where each stands in a note of its own."""
    one, two = body.split("\n")
    assert len(threads({ONE: HEAD + body + "\n"})) == 2
    assert len(threads({ONE: HEAD + one + "\n", TWO: HEAD + two + "\n"})) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("- [ ] send the plan by 2 March", "- [ ] send the plan by 9 March"),
        ("- [ ] call Otto on the contract", "- [ ] call Otto on the new contract"),
        ("ACTION: NL to send the draft", "ACTION: NL to send the draft to Milo"),
    ],
)
def test_a_box_told_again_is_one(one: str, two: str) -> None:
    assert len(threads({ONE: HEAD + one + "\n", TWO: HEAD + two + "\n"})) == 1
