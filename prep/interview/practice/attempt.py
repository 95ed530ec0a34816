"""One attempt at a drill, as a row that people can read and the tool reads back."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Drill = Literal["decode", "recall", "answer", "probe", "ladder", "ask"]
Grade = Literal["again", "hard", "good", "easy", ""]
How = Literal["timed", "typed", "transcript", "self"]

DRILLS: tuple[Drill, ...] = ("decode", "recall", "answer", "probe", "ladder", "ask")
GRADES: tuple[Grade, ...] = ("again", "hard", "good", "easy")

HEADER = """# Practice log

One row an attempt, added by `prep practice`; nothing is ever rewritten. Grades come from fixed
rules; `self` is your own rating from 1 to 4, given before any feedback.

| date | drill | question | story | seconds | words | self | grade | yours | flags | measured |
|---|---|---|---|---|---|---|---|---|---|---|
"""


class Attempt(NamedTuple):
    """What was practised and how it went.

    ``own`` is the self-rating, 1 to 4; ``grade`` what the rules say ("" when there was too little
    to grade); ``override`` the owner's own grade, kept beside it. ``seconds`` and ``words`` are
    None where they were not measured; ``how`` says by what they were.
    """

    day: str
    drill: Drill
    question: str
    story: str = ""
    seconds: float | None = None
    words: int | None = None
    own: int | None = None
    grade: Grade = ""
    override: Grade = ""
    flags: tuple[str, ...] = ()
    how: How = "self"

    @property
    def counts(self) -> Grade:
        """The grade that the schedule goes by."""
        return self.override or self.grade

    @property
    def card(self) -> str:
        """What was practised, as one key: the drill and the folded question."""
        return card_key(self.drill, self.question)


def card_key(drill: str, question: str) -> str:
    """The key of a card; spacing, case and closing marks do not make another card."""
    return f"{drill}:{' '.join(question.lower().split()).rstrip('?.! ')}"


def to_row(attempt: Attempt) -> str:
    """The attempt as a line of the log's table, with its line break."""
    cells = (
        attempt.day, attempt.drill, attempt.question, attempt.story,
        "" if attempt.seconds is None else f"{attempt.seconds:.1f}",
        "" if attempt.words is None else str(attempt.words),
        "" if attempt.own is None else str(attempt.own),
        attempt.grade, attempt.override, ", ".join(attempt.flags), attempt.how,
    )  # fmt: skip
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"


def from_row(line: str) -> Attempt | None:
    """The attempt of a table row; None for any other line, also for a torn one."""
    text = line.strip()
    if not (text.startswith("|") and text.endswith("|")):
        return None
    cells = [_plain(cell) for cell in re.split(r"(?<!\\)\|", text[1:-1])]
    if len(cells) != 11 or not re.fullmatch(r"\d{4}-\d\d-\d\d", cells[0]):
        return None
    drill = next((d for d in DRILLS if d == cells[1]), None)
    how = next((h for h in _HOWS if h == cells[10]), None)
    if drill is None or how is None:
        return None
    return Attempt(
        cells[0], drill, cells[2], cells[3], _number(cells[4]), _whole(cells[5]), _whole(cells[6]),
        _grade(cells[7]), _grade(cells[8]), tuple(f for f in cells[9].split(", ") if f), how,
    )  # fmt: skip


_HOWS: tuple[How, ...] = ("timed", "typed", "transcript", "self")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")


def _plain(cell: str) -> str:
    return cell.strip().replace("\\|", "|").replace("\\\\", "\\")


def _number(cell: str) -> float | None:
    return float(cell) if re.fullmatch(r"\d+(\.\d+)?", cell) else None


def _whole(cell: str) -> int | None:
    return int(cell) if cell.isdecimal() else None


def _grade(cell: str) -> Grade:
    return next((g for g in GRADES if g == cell), "")
