"""Any bytes become a note; what a person wrote stands in it with its line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prep.notes import raw_lines, read

DAY = """\
---
title: "2026-03-02"
---

Errands
- [ ] renew the pass

mira stone call:
has run the platform team for six years
- wants fewer tools
bg in networks

**Plans:**

- one more rack
"""


def test_a_messy_day_is_cut_at_its_calls() -> None:
    note = read("Daily/2026-03-02.md", DAY.encode())
    assert note.kind == "daily"
    assert note.day == "2026-03-02"
    assert [(e.title, e.kind, e.line, e.end_line, e.names) for e in note.episodes] == [
        ("Errands", "daily", 5, 7, ()),
        ("mira stone call", "meeting", 8, 12, ("mira stone",)),
        ("Plans", "daily", 13, 15, ()),
    ]
    assert [(t.line, t.text, t.status) for t in note.tasks] == [(6, "renew the pass", " ")]


def test_every_block_stands_on_its_own_lines() -> None:
    note = read("Daily/2026-03-02.md", DAY.encode())
    lines = raw_lines(DAY.encode())
    for block in note.blocks:
        words = " ".join(lines[block.line - 1 : block.end_line])
        assert block.text.split("\n")[0] in words


@given(st.binary(max_size=400))
def test_any_bytes_give_a_note(data: bytes) -> None:
    note = read("a/b.md", data)
    count = len(raw_lines(data))
    assert note.episodes
    for block in note.blocks:
        assert 1 <= block.line <= block.end_line <= count
        assert block.heading is None or block.heading < len(note.blocks)
        assert 0 <= block.episode < len(note.episodes)


@given(st.text(alphabet="-*>#`~%<!=| \t\n[]()1.:x_\"'{}&@", max_size=300))
def test_any_markup_gives_a_note(text: str) -> None:
    data = text.encode()
    count = len(raw_lines(data))
    note = read("a/b.md", data)
    last = 0
    for block in note.blocks:
        assert last <= block.line <= block.end_line <= count
        last = block.line


@given(st.text(alphabet="ab:-[]{}'\" \n\t#&*|>!%@,?", max_size=200))
def test_any_front_matter_gives_a_note_and_keeps_its_body(text: str) -> None:
    note = read("a/b.md", f"---\n{text}\n---\nbody words\n".encode())
    assert any("body words" in block.text for block in note.blocks)
