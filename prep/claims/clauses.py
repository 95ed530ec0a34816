"""A line cut into its clauses: at a dash, an arrow, a semicolon, a comma, the end of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prep.patterns import lazy

_CUT = lazy(
    r"\s+[-–—]+\s+|\s*(?P<arrow>[-=]+>|→|➔|⇒)\s*|;\s+|(?<=[.!?])\s+|,\s+(?:and\s+|und\s+|then\s+)?"
)


class Clause(NamedTuple):
    """One clause: its words, where it begins in the line, and whether it stands behind an arrow."""

    text: str
    at: int
    is_reply: bool


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a line in order."""
    start, reply = 0, False
    for cut in _CUT.finditer(text):
        if start < cut.start():
            yield Clause(text[start : cut.start()], start, reply)
        start, reply = cut.end(), cut["arrow"] is not None
    if start < len(text):
        yield Clause(text[start:], start, reply)
