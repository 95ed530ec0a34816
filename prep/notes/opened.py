"""Blocks that are still open: containers, a paragraph, and what is not looked into."""

from __future__ import annotations

from collections.abc import Sequence

from prep.model.note import BlockKind


class Frame:
    """An open container: a block quote, or a list item with its width and the index of its row.

    ``empty``: an item whose marker stands alone; a blank line closes it.
    """

    __slots__ = ("empty", "quote", "row", "width")

    def __init__(self, width: int, *, quote: bool = False, empty: bool = False) -> None:
        self.width = width
        self.quote = quote
        self.empty = empty
        self.row: int | None = None


def only_items(frames: Sequence[Frame]) -> bool:
    """Whether the open containers are list items that hold something."""
    return not frames or not any(frame.quote or frame.empty for frame in frames)


class Paragraph:
    """Lines of text not yet cut into rows; ``item``: they begin a list item at line ``start``."""

    __slots__ = ("box", "item", "lazy", "lines", "numbers", "ordered", "start")

    def __init__(self, start: int, *, item: bool = False) -> None:
        self.lines: list[str] = []
        self.numbers: list[int] = []
        self.lazy: list[bool] = []
        self.item = item
        self.start = start
        self.box: str | None = None
        self.ordered = False

    def add(self, text: str, number: int, *, lazy: bool = False) -> None:
        """Take a line; ``lazy``: it is not indented as the item that it goes on with."""
        self.lines.append(text)
        self.numbers.append(number)
        self.lazy.append(lazy)


class Opaque:
    """An open code block, comment or HTML block; ``start`` is the index of its first line."""

    __slots__ = ("_close", "_indent", "_lines", "kind", "start")

    def __init__(self, kind: BlockKind, start: int, close: str, indent: int = 0) -> None:
        self.kind = kind
        self.start = start
        self._close = close
        self._indent = indent
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """The block's lines; of a fence the info string is the first."""
        return "\n".join(self._lines)

    @property
    def until_blank(self) -> bool:
        """Whether a blank line ends it."""
        return not self._close

    def add(self, text: str) -> None:
        """Take a line as it is."""
        self._lines.append(text)

    def feed(self, text: str) -> bool:
        """Take the next line; True: it was the last one."""
        if self.kind != "code":
            self._lines.append(text)
            return bool(self._close) and self._close in text.lower()
        bare = text.strip()
        if bare.startswith(self._close) and not bare.strip(self._close[0]):
            return True
        self._lines.append(text[min(self._indent, len(text) - len(text.lstrip(" "))) :])
        return False
