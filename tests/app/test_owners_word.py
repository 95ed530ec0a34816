"""The overrides file: what the owner says of tasks, questions and privacy is honoured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
MEETING = """---
type: meeting
date: 2026-03-02
attendees: [Ada Moss, Myself]
---
# Call

- Ada asked what the licence costs.
- [ ] Ada Moss to send the list
- Ada prefers the blue one, she said so twice
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """One meeting with a question, a task and a preference."""
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "2026-03-02 call.md").write_text(MEETING)
    return folder


def _page(prep: Run, vault: Path, *options: str) -> str:
    done = prep("-q", "brief", "Ada Moss", "-o", "-", *options, vault=vault)
    assert done.returncode == 0, done.stderr
    return done.stdout


WORDS = [
    ("a line that is no task", 'not_a_task: ["2026-03-02 call.md:9"]', "to send the list", ()),
    ("a question that is answered", 'answered: ["what the licence costs"]', "licence costs", ()),
    ("a private note", 'private: ["2026-03-02 call.md"]', "the blue one", ("--audience", "team")),
]


@pytest.mark.parametrize(("title", "said", "words", "options"), WORDS, ids=[w[0] for w in WORDS])
def test_it_is_honoured(
    title: str, said: str, words: str, options: tuple[str, ...], prep: Run, vault: Path
) -> None:
    assert words in _page(prep, vault, *options)
    (vault / "prep-overrides.yaml").write_text(f"{said}\n")
    assert words not in _page(prep, vault, *options)
