"""Short cuts say what the long way says: each is held against the rule that it spares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from prep import notes
from prep.identity import Layout, namings
from prep.identity.hits import Finder, shapes
from prep.identity.party import Party
from prep.identity.scene import held_by
from prep.identity.sought import Sought
from prep.identity.standing import stand
from prep.identity.turns import _NOBODY, Turn, _next, turns
from prep.identity.units import heading_chain, parent_chain
from prep.model.naming import Subject

NAMES = ("Bo", "Bo Ek", "Ek", "Björn", "Mia Sand", "Sand", "BE", "@bo", "bo", "Ann-Bo", "Bo Ekman")
NEAR = ("", " ", "/", "@", "_", "'s", "’s", ",", "-", "x", "…", ".")
WORDS = st.tuples(st.sampled_from(NEAR), st.sampled_from((*NAMES, "tea")), st.sampled_from(NEAR))
LINES = st.lists(WORDS.map("".join), max_size=5).map(" ".join)
HEADS = (
    "",
    "# ",
    "## ",
    "- ",
    "  - ",
    "    ",
    "Bo: ",
    "Mia: ",
    "ACTION: ",
    "Status: ",
    "...",
    "> ",
)
BODIES = st.lists(st.tuples(st.sampled_from(HEADS), LINES).map("".join), max_size=12)
TOP = "# Call 2025-05-05\nAttendees: Mia Sand, Bo Ek\n\n"
BO = Subject(
    "Bo Ek", "person", "People/Bo Ek.md", "", emails=("bo@vela.example",), handles=("bo",),
    forms=("Bo Ek", "Björn"), first=("Bo",), local=(("m.md", "BE"),),
    reach=(("series:m", "Bo"), ("own:days", "Bo")),
)  # fmt: skip


def layouts() -> st.SearchStrategy[Layout]:
    def layout(top: str, lines: list[str], path: str) -> Layout:
        note = notes.read(path, (top + "\n".join(lines)).encode())
        return Layout(note, namings(note))

    return st.builds(
        layout,
        st.sampled_from(("", TOP)),
        BODIES,
        st.sampled_from(("m.md", "2025-05-05.md", "People/Bo Ek.md")),
    )


def by_pattern(forms: tuple[str, ...], text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where one pattern of all forms finds them, the longest first."""
    body = "|".join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f))))
    for found in re.compile(rf"(?<![\w@/])(?:{body})(?!\w)").finditer(text, start):
        yield found.span()


@given(layouts(), st.lists(st.sampled_from(NAMES), min_size=1, unique=True), st.integers(0, 9))
def test_forms_are_found_as_by_one_pattern(layout: Layout, names: list[str], start: int) -> None:
    forms = shapes(names)
    finder = Finder(forms, layout)
    for at, unit in enumerate(layout.lines):
        found = [(hit.start, hit.end) for hit in finder.hits(at, start)]
        assert found == list(by_pattern(forms, unit.text, start))
    assert finder.lines == [
        at for at, unit in enumerate(layout.lines) if list(by_pattern(forms, unit.text, 0))
    ]
    anywhere = any(list(by_pattern(forms, block.text, 0)) for block in layout.note.blocks)
    assert finder.stands == anywhere


@given(layouts())
def test_a_note_passed_over_holds_nothing_of_the_subject(layout: Layout) -> None:
    sought = Sought(BO)
    if not sought.may_stand_in(layout):
        party = Party(sought, layout)
        assert not party.mine
        assert not party.touched
        assert stand(BO, layout.note, layout.namings) is None


@given(layouts(), st.sets(st.sampled_from(("Bo", "Mia", "Status"))))
def test_lines_at_which_nothing_begins_are_passed_over(layout: Layout, known: set[str]) -> None:
    speaks = known.__contains__
    state = _NOBODY
    found = []
    for at, unit in enumerate(layout.lines):
        state = _next(layout.note, layout.lines, at, state, speaks)
        who = "" if unit.act or unit.title else state.who
        found.append(Turn(who, state.opened, state.act if state.act != at else None))
    assert turns(layout.note, layout.lines, speaks) == found


@given(layouts(), st.sets(st.integers(0, 12)))
def test_what_holds_a_block_is_the_first_of_its_chains(layout: Layout, holders: set[int]) -> None:
    note = layout.note
    held = held_by(note, {at: at for at in holders})
    for at in range(len(note.blocks)):
        chain = [h for h in (*parent_chain(note, at), *heading_chain(note, at)) if h in holders]
        assert held.get(at) == (chain[0] if chain else None)
