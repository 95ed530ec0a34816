"""The table of speeds: lines against goals, the machine in words, and the report they go into."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pairs import Ratio

REPORT = Path(__file__).with_name("speed.md")


class Line(NamedTuple):
    """One line of the table. ``goal`` and ``value`` in words; ``met`` None: nothing to meet."""

    what: str
    goal: str
    value: str
    met: bool | None
    detail: str


def ratio_line(what: str, ratio: Ratio, goal: float | None, *, least: bool = False) -> Line:
    """A ratio that is to be at most (or, ``least``, at least) its goal, if it has one."""
    value = 1 / ratio.middle if least else ratio.middle
    met = None if goal is None else value >= goal if least else value <= goal
    spread = (
        f"{1 / ratio.high:.2f} to {1 / ratio.low:.2f}"
        if least
        else f"{ratio.low:.2f} to {ratio.high:.2f}"
    )
    goal_words = "" if goal is None else f"{goal:g} × as fast" if least else f"≤ {goal:g}"
    detail = f"{ratio.one * 1000:.0f} ms against {ratio.other * 1000:.0f} ms"
    return Line(what, goal_words, f"{value:.2f} ({spread})", met, detail)


def limit_line(what: str, value: float, goal: float, unit: str) -> Line:
    digits = 2 if value < 10 else 0
    return Line(
        what, f"≤ {goal:g} {unit}".strip(), f"{value:.{digits}f} {unit}".strip(), value <= goal, ""
    )


def table(lines: Sequence[Line]) -> str:
    """The lines as a markdown table."""
    marks = {True: "met", False: "missed", None: ""}
    rows = [
        f"| {line.what} | {line.goal} | {line.value} | {marks[line.met]} | {line.detail} |"
        for line in lines
    ]
    return "\n".join(("| what | goal | measured (quartiles) | | |", "|---|---|---|---|---|", *rows))


def machine() -> str:
    """The machine in words."""
    load = os.getloadavg()[0]
    rg = subprocess.run(
        ("rg", "--version"), capture_output=True, text=True, check=True
    ).stdout.split()[1]
    return (
        f"{os.cpu_count()} processors, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, ripgrep {rg}; "
        f"load {load:.1f} at the start."
    )


def write(about: str, lines: Sequence[Line]) -> None:
    """Put the table between its marks in the report."""
    text = REPORT.read_text("utf-8")
    fresh = f"<!-- measured -->\n{about}\n\n{table(lines)}\n<!-- /measured -->"
    marks = re.compile("<!-- measured -->.*<!-- /measured -->", re.DOTALL)
    REPORT.write_text(marks.sub(lambda _: fresh, text), "utf-8")
