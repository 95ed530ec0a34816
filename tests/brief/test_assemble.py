"""One claim one home, caps, order, empty sections."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from evidence_of import evidence_of, note_of, thread_of

from prep.brief.assemble import CAPS, Style, assemble
from prep.brief.rank import rank
from prep.model.brief import Entry, Section

LINES = 40
TEXT = "# Jane Doe\n\n" + "\n".join(f"- line {n}" for n in range(3, LINES + 3))
PATH = "Meetings/2026-01-02.md"

HOMES = [
    ("a promise of mine", "commitment", "I will send the deck", "open", "commitments"),
    ("a question of theirs", "open_question", "When is the launch?", "open", "open_questions"),
    ("an answered question is not open", "open_question", "Which colour?", "answered", ""),
    ("a closed promise is not open", "commitment", "Send the list", "closed", ""),
    ("a decision", "decision", "We go with blue", "open", "decisions"),
    ("an overturned decision is out of force", "decision", "We go with red", "superseded", ""),
    ("a caution", "sensitivity", "Do not mention the merger", "open", "sensitivities"),
    ("a fresh status", "status", "Pilot is running", "open", "recent_context"),
    ("a criterion", "criterion", "Success: ten users", "open", "talking_points"),
    ("a role", "role", "Head of sales", "open", "profile"),
]


def _sections(*threads: object, **style: object) -> dict[str, Section]:
    evidence = evidence_of(note_of(PATH, TEXT), threads=threads)  # type: ignore[arg-type]
    return {s.key: s for s in assemble(evidence, Style(**style)).sections}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "kind", "text", "state", "key"), HOMES, ids=[h[0] for h in HOMES]
)
def test_each_claim_has_one_home(title: str, kind: str, text: str, state: str, key: str) -> None:
    sections = _sections(thread_of(PATH, kind, text, 3, state=state))  # type: ignore[arg-type]
    homes = [
        k for k, s in sections.items() if k != "summary" and any(text in e.text for e in s.entries)
    ]
    assert homes == ([key] if key else [])


def test_a_status_of_long_ago_is_asked_again_in_its_own_words() -> None:
    old = thread_of(PATH, "status", "The pilot is on hold", 3, day="2025-10-01")
    entry = _sections(old)["open_questions"].entries[0]
    assert entry.text == "Is the pilot still on hold?"
    assert not entry.quote
    assert entry.why == "stale · 96 days"


def test_a_status_of_no_thing_is_asked_as_the_status() -> None:
    old = thread_of(PATH, "status", "is on hold since spring", 3, day="2025-10-01")
    entry = _sections(old)["open_questions"].entries[0]
    assert entry.text == "Is the status still on hold?"


def test_a_part_of_a_line_that_is_quoted_is_not_asked_apart() -> None:
    """It lends the line its day: asked back as well, the same would be said twice."""
    line = "Status is on hold due to audits; the new cluster is waiting for approval"
    whole = thread_of(PATH, "open_question", line, 3, day=None)
    part = thread_of(PATH, "status", "the new cluster is waiting for approval", 3, day="2025-10-01")
    other = thread_of(PATH, "status", "hiring is on hold", 4, day="2025-10-01")
    found = _sections(whole, part, other)["open_questions"].entries
    assert [e.text for e in found] == [line, "Is the hiring still on hold?"]
    assert found[0].why == "stale · 96 days"


def test_a_section_is_capped_and_says_how_many_more() -> None:
    many = [
        thread_of(PATH, "decision", f"Decision number {n} on topic {n * 7}", n + 3)
        for n in range(9)
    ]
    section = _sections(*many)["decisions"]
    assert len(section.entries) == CAPS["decisions"]
    assert section.more == 9 - CAPS["decisions"]
    assert "Jane Doe" in section.more_where


def test_the_whole_fits_its_entries_and_the_weakest_go() -> None:
    kinds = ("decision", "sensitivity", "commitment", "open_question", "preference")
    many = [
        thread_of(PATH, kinds[n % 5], f"{kinds[n % 5]} {n} about matter {n * 13}", n + 3)
        for n in range(30)
    ]
    sections = _sections(*many, entries=6)
    kept = [e for k, s in sections.items() if k not in ("summary", "gaps") for e in s.entries]
    assert len(kept) == 6
    assert {e.kind for e in kept} <= {"commitment", "open_question", "sensitivity"}


def test_nothing_is_said_twice() -> None:
    twice = [
        thread_of(PATH, "decision", "The pilot covers the coast region only", 3),
        thread_of(PATH, "priority", "The pilot covers the coast region only", 4),
    ]
    shown = [e for k, s in _sections(*twice).items() if k != "summary" for e in s.entries]
    assert sum("coast" in e.text for e in shown) == 1


def test_an_empty_section_says_why() -> None:
    sections = _sections()
    assert sections["decisions"].entries == ()
    assert sections["decisions"].empty == "none found"


def test_the_order_of_threads_does_not_matter() -> None:
    threads = [
        thread_of(PATH, "decision", f"Topic {n} goes ahead as planned {n}", n + 3) for n in range(8)
    ]
    shuffled = threads[:]
    random.Random(7).shuffle(shuffled)
    note = note_of(PATH, TEXT)
    assert rank(evidence_of(note, threads=tuple(threads))) == rank(
        evidence_of(note, threads=tuple(shuffled))
    )


def test_an_entry_without_a_source_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="without a source"):
        Entry("e-1", "words", quote=True, kind="fact", rule="r", sources=())


def test_mine_then_theirs_then_unclear() -> None:
    threads = [
        thread_of(PATH, "commitment", "Myself to send the deck", 3, party="Myself"),
        thread_of(PATH, "commitment", "Jane to send the logs", 4, party="Jane"),
        thread_of(PATH, "commitment", "The contract to be sent", 5),
    ]
    given = dict(zip((t.claim for t in threads), ("theirs", "mine", "unclear"), strict=True))
    evidence = evidence_of(note_of(PATH, TEXT), threads=tuple(threads))
    brief = assemble(replace(evidence, directions=given), Style())
    section = next(s for s in brief.sections if s.key == "commitments")
    assert [e.direction for e in section.entries] == ["mine", "theirs", "unclear"]
