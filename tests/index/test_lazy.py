"""Which modules a command may import: the largest part of a small vault's time is start-up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys, atexit
atexit.register(lambda: print("MODULES", *sys.modules, file=sys.stderr))
sys.argv = ["prep", *sys.argv[1:]]
from prep.cli import main
main()
"""
HEAVY = {
    "anyascii", "dateparser", "docx", "frontmatter", "fsrs", "icalendar", "lxml", "markdown_it",
    "multiprocessing", "recurring_ical_events", "rich", "snowballstemmer", "yaml",
}  # fmt: skip
READING = {"prep.notes.reading", "prep.notes.scanner", "prep.notes.frontmatter"}
ALL = HEAVY | READING | {"jinja2", "msgspec", "nicknames", "platformdirs", "rapidfuzz", "sqlite3"}
BRIEF = ("--as-of", "2026-01-05", "brief", "Sara Lund")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault of three notes, with its index."""
    folder = tmp_path_factory.mktemp("lazy")
    (folder / "vault" / "People").mkdir(parents=True)
    (folder / "vault" / "People" / "Sara Lund.md").write_text("---\ntype: person\n---\nBuyer.\n")
    for day in ("2025-11-03", "2025-12-01"):
        text = f"# {day}\n\nAttendees: Sara Lund, Milo Brandt\n\n- Sara Lund will send the plan.\n"
        (folder / "vault" / f"{day} call.md").write_text(text)
    modules(folder, *BRIEF, "-o", "cold.md")
    return folder


def modules(folder: Path, *words: str) -> set[str]:
    """The modules that a call of the command has imported when it ends."""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "XDG_CONFIG_HOME": str(folder)}
    ran = subprocess.run(
        (sys.executable, "-c", SCRIPT, "--vault", str(folder / "vault"), *words),
        capture_output=True, text=True, check=False, cwd=folder, env=env,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.rpartition("MODULES ")[2].split())


@pytest.mark.parametrize(
    ("words", "barred"),
    [
        pytest.param(("--help",), ALL | {"prep.app", "prep.index", "prep.config"}, id="help"),
        pytest.param((*BRIEF, "-o", "warm.md"), HEAVY | READING, id="warm brief"),
        pytest.param((*BRIEF, "-f", "json", "-o", "warm.json"), HEAVY | READING, id="json"),
        pytest.param(
            (*BRIEF, "-f", "docx", "-o", "warm.docx"), READING | {"dateparser"}, id="word"
        ),
    ],
)
def test_what_is_not_needed_is_not_imported(
    folder: Path, words: tuple[str, ...], barred: set[str]
) -> None:
    assert sorted(modules(folder, *words) & barred) == []


def test_one_changed_note_imports_the_grammar_and_no_more(folder: Path) -> None:
    note = folder / "vault" / "2025-12-01 call.md"
    note.write_text(note.read_text() + "- One line more.\n")
    found = modules(folder, *BRIEF, "-o", "changed.md")
    assert "prep.notes.reading" in found
    assert sorted(found & (HEAVY - {"yaml"})) == []
