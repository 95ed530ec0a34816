"""What one line says of its own end: an answer behind an arrow, ``done`` in a table's last cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from prep.app.reader import Reader
from prep.resources import template_folder

READER = Reader((str(template_folder()),), "en")
TABLE = "| Task | Who | When |\n|---|---|---|\n| Send the draft | Milo | {} |\n"
CASES = [
    ("an arrow answers", "- Do we need a venue? -> yes, Milo has it", "open_question", "answered"),
    ("a typed arrow too", "- who pays the venue? → the guild", "open_question", "answered"),
    ("words behind it do not", "- who pays the venue? he didn't know", "open_question", "open"),
    ("an arrow before it does not", "- venue -> who pays for it?", "open_question", "open"),
    ("done for a day", TABLE.format("done"), "commitment", "closed"),
    ("a day", TABLE.format("2026-03-20"), "commitment", "open"),
    ("nothing", TABLE.format(""), "commitment", "open"),
]


@pytest.mark.parametrize(("title", "text", "kind", "state"), CASES, ids=[c[0] for c in CASES])
def test_state(title: str, text: str, kind: str, state: str) -> None:
    note = f"---\ntype: meeting\ndate: 2026-03-04\n---\n\n# Guild\n\n{text}\n"
    claims = READER(str(Path("Guild.md")), note.encode()).claims
    assert [(c.kind, c.state) for c in claims if c.kind == kind] == [(kind, state)]
