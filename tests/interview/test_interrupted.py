"""Practice and debrief at a real terminal, killed at each prompt: what was said stays."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

# Imported here, so that the forked children need not import them one by one.
from prep import claims, identity, notes
from prep.app import gathering, interviewing, session
from prep.cli import debrief, drilling, practice
from prep.interview.practice.attempt import from_row
from prep.interview.practice.log import Log

IMPORTED = (claims, identity, notes, gathering, interviewing, session, debrief, drilling, practice)
STORY = """# Stories

## Story: The ferry timetable
shows: deliver, lead_people
S: The timetable was late by 6 weeks and the captains threatened to quit.
T: I owned it.
A: I cut two routes, told the captains the same day and drew the rest.
R: It ran from the 1st of May.
"""
DAY = """# 2026-02-20

ines roth call:
- I will send Ines the rollout plan by Friday
- Ines: who signs the order?
"""
TYPED = (
    "In 2024 our timetable was late by six weeks and I owned it. I cut two routes, told the "
    "captains the same day and drew the rest. In the end it ran from May, and complaints fell "
    "from 300 to 12."
)
PRACTICE = (
    ("transcript's path:", TYPED),
    ("(Enter: no rating)?", "3"),
    ("Enter keeps it", ""),
    ("transcript's path:", ""),
    ("(Enter: no rating)?", "2"),
)
ROWS = (0, 1, 1, 1, 2, 2)
"""Rows of the log after a stop at each prompt: a probe begins when the answer is in."""
DEBRIEF = (
    ("stays with you?", "They want it by May"),
    ("stays with you?", ""),
    ("did they ask?", "Why us?"),
    ("How did it go", "3"),
    ("Which story", "The ferry timetable"),
    ("did they ask?", ""),
    ("did you promise", "send the plan"),
    ("did you promise", ""),
    ("promise?", ""),
    ("surprised you?", ""),
    ("Done?", "y"),
    ("The answer", "Her boss"),
)


def _stops(prompts: int, first: int) -> list[tuple[int, signal.Signals]]:
    """A kill at each prompt, and Ctrl-C at the first and in the middle."""
    kills = [(at, signal.SIGKILL) for at in range(first, prompts)]
    return [*kills, (first, signal.SIGINT), (prompts // 2, signal.SIGINT)]


class Terminal:
    """A command under a pseudo-terminal, in a forked child of this very process."""

    def __init__(self, vault: Path, *arguments: str) -> None:
        self.pid, self.handle = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child
            sys.argv = ["prep", "--vault", str(vault), "--as-of", "2026-03-01", *arguments]
            os.environ["PREP_CACHE"] = str(vault.parent / "cache")
            os.chdir(vault.parent)
            for stream in ("stdin", "stdout", "stderr"):
                number = {"stdin": 0, "stdout": 1, "stderr": 2}[stream]
                setattr(sys, stream, open(number, "r" if number == 0 else "w", closefd=False))  # noqa: SIM115
            try:
                from prep.cli import main

                main()
            except SystemExit as stop:
                sys.stdout.flush()
                os._exit(int(stop.code or 0))
            os._exit(99)
        self.seen = ""
        self._ended = False

    def until(self, prompt: str) -> None:
        """Read until the prompt stands there; a busy machine is given its time."""
        start = len(self.seen)
        end = time.monotonic() + 60
        while prompt not in self.seen[start:]:
            if time.monotonic() > end or self._ended:
                raise AssertionError(f"no {prompt!r} in {self.seen!r}")
            self._read(1.0)

    def _read(self, patience: float) -> None:
        ready, _, _ = select.select([self.handle], [], [], patience)
        if not ready:
            return
        try:
            data = os.read(self.handle, 4096)
        except OSError:
            data = b""
        self._ended = not data
        self.seen += data.decode("utf-8", "replace")

    def type(self, text: str) -> None:
        os.write(self.handle, text.encode() + b"\n")

    def end(self, stop: signal.Signals | None = None) -> int:
        """Stop it, or let it run out; the exit code, or minus the signal.

        A Ctrl-C in the moment before the terminal waits for a line is lost to Python's readline;
        whoever sits there presses it again, and so does this.
        """
        if stop not in (None, signal.SIGINT):
            os.kill(self.pid, stop)
        limit, again = time.monotonic() + 60, 0.0
        while (status := self._status()) is None and time.monotonic() < limit:
            if stop is signal.SIGINT and time.monotonic() >= again:
                os.write(self.handle, b"\x03")
                again = time.monotonic() + 2
            self._read(0.02)
        if status is None:
            os.kill(self.pid, signal.SIGKILL)
            _, status = os.waitpid(self.pid, 0)
        os.close(self.handle)
        return os.waitstatus_to_exitcode(status)

    def _status(self) -> int | None:
        found, status = os.waitpid(self.pid, os.WNOHANG)
        return status if found else None


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault with one story and one call."""
    folder = tmp_path / "vault"
    (folder / "Stories").mkdir(parents=True)
    (folder / "Stories" / "ferry.md").write_text(STORY, "utf-8")
    (folder / "2026-02-20.md").write_text(DAY, "utf-8")
    return folder


def _whole(vault: Path) -> int:
    """Rows of the log; every line of table and twin is whole."""
    path = vault / "Practice log.md"
    if not path.exists():
        return 0
    lines = path.read_text("utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| 2026")]
    assert all(from_row(line) is not None for line in rows)
    twin = (vault / ".prep" / "practice.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["question"] for line in twin] == [
        attempt.question for attempt in Log(vault).attempts()
    ]
    return len(rows)


@pytest.mark.parametrize(("at", "stop"), _stops(len(PRACTICE), 0))
def test_practice_stopped_at_a_prompt(vault: Path, at: int, stop: signal.Signals) -> None:
    terminal = Terminal(vault, "practice", "--drill", "answer", "--minutes", "2")
    for prompt, answer in PRACTICE[:at]:
        terminal.until(prompt)
        terminal.type(answer)
    terminal.until(PRACTICE[at][0])
    code = terminal.end(stop)
    assert code == (130 if stop is signal.SIGINT else -signal.SIGKILL)
    assert _whole(vault) <= ROWS[at]
    Log(vault).recover()
    assert _whole(vault) == ROWS[at]
    assert Log(vault).recover() is None


def test_practice_to_its_end(vault: Path) -> None:
    terminal = Terminal(vault, "practice", "--drill", "answer", "--minutes", "2")
    for prompt, answer in PRACTICE:
        terminal.until(prompt)
        terminal.type(answer)
    assert terminal.end() == 0
    first, second = Log(vault).attempts()
    assert (first.drill, first.own, first.grade, first.how) == ("answer", 3, "good", "typed")
    assert (second.drill, second.own, second.grade) == ("probe", 2, "")
    assert "Landed" in terminal.seen


@pytest.mark.parametrize(("at", "stop"), _stops(len(DEBRIEF), 1))
def test_debrief_stopped_at_a_prompt(vault: Path, at: int, stop: signal.Signals) -> None:
    terminal = Terminal(vault, "debrief", "ines roth")
    for prompt, answer in DEBRIEF[:at]:
        terminal.until(prompt)
        terminal.type(answer)
    terminal.until(DEBRIEF[at][0])
    code = terminal.end(stop)
    assert code == (130 if stop is signal.SIGINT else -signal.SIGKILL)
    text = (vault / "Meetings" / "2026-03-01 Ines Roth debrief.md").read_text("utf-8")
    kept = [a for p, a in DEBRIEF[:at] if len(a) > 1 and not (p == "Which story" and at < 5)]
    assert all(answer in text for answer in kept)
    assert text.startswith("---\ndate: 2026-03-01\n")
    assert text.endswith("\n")


def test_a_debrief_is_known_to_the_next_sheet(vault: Path, prep: Callable[..., object]) -> None:
    terminal = Terminal(vault, "debrief", "last")
    for prompt, answer in DEBRIEF:
        terminal.until(prompt)
        terminal.type(answer)
    assert terminal.end() == 0
    ran = prep("interview", "Ines Roth", "-f", "json", "--side", "candidate", vault=vault,
               as_of="2026-03-02")  # fmt: skip
    made = json.loads(ran.stdout)  # type: ignore[attr-defined]
    rows = next(s for s in made["sections"] if s["key"] == "they_may_ask")["entries"]
    assert rows[0]["text"] == "Why us?"
    asked = next(s for s in made["sections"] if s["key"] == "ask_them")["entries"]
    assert [row["state"] for row in asked if "signs" in row["text"]] == ["answered"]
