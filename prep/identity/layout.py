"""A note laid out once, for every subject that is asked of it: its text, its lines, its cast."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from prep.identity.cast import Cast
from prep.identity.contexts import contexts_of
from prep.identity.units import Unit, units
from prep.model.naming import Naming
from prep.model.note import Note
from prep.names import fold


class Layout:
    """A note and its own namings; what is made of them is made when first asked for."""

    def __init__(self, note: Note, namings: Sequence[Naming]) -> None:
        self.note = note
        self.namings = namings

    @cached_property
    def text(self) -> str:
        """The words of all blocks: a form that is not in here is in no line."""
        return "\n".join([block.text for block in self.note.blocks])

    @cached_property
    def starts(self) -> list[int]:
        """Where in the text each line begins."""
        starts = []
        at = 0
        for unit in self.lines:
            at = self.text.index(unit.text, at)
            starts.append(at)
            at += len(unit.text)
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """Where in the text each line ends: between two lines may be a block that is none."""
        return [at + len(unit.text) for at, unit in zip(self.starts, self.lines, strict=True)]

    @cached_property
    def keys(self) -> frozenset[str]:
        """All keys by which the namings can name a member of the cast."""
        found = {naming.key for naming in self.namings}
        for naming in self.namings:
            for form in (naming.full, naming.email, naming.handle):
                if form:
                    found.add(fold(form))
        return frozenset(found)

    @cached_property
    def cast(self) -> Cast:
        """The people of the note."""
        return Cast(self.namings)

    @cached_property
    def lines(self) -> list[Unit]:
        """The lines that carry words."""
        return units(self.note)

    @cached_property
    def contexts(self) -> frozenset[str]:
        """The account, the series that the note belongs to."""
        return contexts_of(self.note.path, self.namings)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Keys of the names that stand before a colon."""
        return frozenset(naming.key for naming in self.namings if naming.place == "speaker")
