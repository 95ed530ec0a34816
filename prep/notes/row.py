"""A block in the making: what the scanner leaves, and the outline turns into a ``Block``."""

from __future__ import annotations

from prep.model.note import BlockKind


class Row:
    """A ``Block`` whose heading and episode are not known yet; lines count from 1.

    ``gap``: blank lines stand before it. ``bare``: it is a whole paragraph, or its first line.
    """

    __slots__ = (
        "bare", "end", "gap", "kind", "level", "line", "marked", "ordered", "parent", "quoted",
        "status", "text",
    )  # fmt: skip

    def __init__(self, kind: BlockKind, text: str, line: int, end: int, level: int = 0) -> None:
        self.kind: BlockKind = kind
        self.text = text
        self.line = line
        self.end = end
        self.level = level
        self.parent: int | None = None
        self.status: str | None = None
        self.marked = True
        self.ordered = False
        self.quoted = False
        self.gap = 0
        self.bare = True
