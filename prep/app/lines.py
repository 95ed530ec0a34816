"""A note's lines as on disk, read when one of them is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

from prep.app.session import Session
from prep.notes import raw_lines


class Lines(Sequence[str]):
    """The lines of one note. Of many notes that are looked through few lines are shown.

    Raises:
        PrepError: when a line is asked for and the note can no longer be read.
    """

    def __init__(self, session: Session, path: str) -> None:
        self._session = session
        self._path = path

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return raw_lines(self._session.index.raw(self._path))

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        return self._lines[at]

    def __len__(self) -> int:
        return len(self._lines)
