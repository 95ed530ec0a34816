"""The practice log in the vault: a table that people read, and a twin for machines.

The table is the truth. The twin and the half-finished attempt stand in ``.prep`` beside it; delete
them and no finished attempt is lost.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from prep.interview.appending import append, replace
from prep.interview.practice.attempt import HEADER, Attempt, from_row, to_row
from prep.problems import PrepError

LOG_NAME = "Practice log.md"


class Log:
    """The attempts of one vault.

    An attempt under way is kept in ``.prep/practice-open.json`` after each key that matters, so
    that even a kill between two prompts loses nothing: the next start adds it, marked interrupted.
    """

    def __init__(self, vault: Path) -> None:
        self.path = vault / LOG_NAME
        self._twin = vault / ".prep" / "practice.jsonl"
        self._open = vault / ".prep" / "practice-open.json"

    def attempts(self) -> tuple[Attempt, ...]:
        """All attempts in the order of the table; rows that somebody broke by hand are skipped."""
        if not self.path.exists():
            return ()
        lines = self.path.read_text("utf-8", errors="replace").splitlines()
        return tuple(found for line in lines if (found := from_row(line)))

    def add(self, attempt: Attempt) -> None:
        """Add one finished attempt: to the table, then to the twin."""
        append(self.path, to_row(attempt), start=HEADER)
        self._complete_twin()
        self._open.unlink(missing_ok=True)

    def hold(self, attempt: Attempt) -> None:
        """Keep an attempt that is under way."""
        row = {"after": len(self.attempts()), **attempt._asdict()}
        try:
            replace(self._open, json.dumps(row, ensure_ascii=False).encode())
        except OSError as error:
            raise PrepError(f"{self._open}: cannot be written ({error.strerror})") from error

    def recover(self) -> Attempt | None:
        """Add the attempt that was under way when the last session ended, if there is one.

        A kill between adding and forgetting leaves one that is in the table already: it carries
        the number of rows before it, and is dropped.
        """
        if not self._open.exists():
            return None
        try:
            row: dict[str, Any] = json.loads(self._open.read_bytes())
            held = row.pop("after") == len(self.attempts())
            attempt = Attempt(**{**row, "flags": (*row["flags"], "interrupted")})
        except (ValueError, TypeError, KeyError):
            held = False
        if not held:
            self._open.unlink(missing_ok=True)
            return None
        self.add(attempt)
        return attempt

    def _complete_twin(self) -> None:
        done = self._twin.read_bytes().count(b"\n") if self._twin.exists() else 0
        rows = self.attempts()[done:]
        text = "".join(json.dumps(row._asdict(), ensure_ascii=False) + "\n" for row in rows)
        append(self._twin, text)
