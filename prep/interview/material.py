"""What a sheet is made from: notes with their lines, their claims, and how the subject stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from prep.model.brief import Source
from prep.model.claim import Claim
from prep.model.naming import Standing
from prep.model.note import Block, Note

_LOOSE = frozenset({"attended", "account"})


class Material(NamedTuple):
    """One note. ``lines`` are its lines as on disk; ``standing`` is None for a note that does not
    bear on the subject and is given for its stories only.
    """

    note: Note
    lines: tuple[str, ...]
    claims: tuple[Claim, ...] = ()
    standing: Standing | None = None

    def day_of(self, episode: int) -> str | None:
        """The day of an episode; the note's own where the episode has none."""
        own = self.note.episodes[episode].day if episode < len(self.note.episodes) else None
        return own or self.note.day

    def source(self, line: int, end_line: int, episode: int = 0) -> Source:
        """The lines ``line`` to ``end_line``, verbatim."""
        heading = next(
            (b.text for b in reversed(self.note.blocks) if b.kind == "heading" and b.line <= line),
            "",
        )
        text = "\n".join(self.lines[line - 1 : end_line])
        day = self.day_of(episode)
        return Source(self.note.path, line, end_line, text, day, heading.strip("* :"))

    def source_of(self, block: Block) -> Source:
        """The lines of one block."""
        return self.source(block.line, block.end_line, block.episode)

    def bearing(self) -> tuple[tuple[int, Block], ...]:
        """The blocks that certainly bear on the subject, with their numbers.

        A heading above such a block is taken along: it says what the lines below it are.
        """
        if self.standing is None:
            return ()
        blocks = self.note.blocks
        certain = {b.block for b in self.standing.bearings if b.certain}
        if self.note.kind == "daily":
            # One was there for a call, not for the whole day: its other episodes are not about it.
            close = {blocks[b.block].episode for b in self.standing.bearings if b.how not in _LOOSE}
            certain = {n for n in certain if not close or blocks[n].episode in close}
        above = {blocks[n].heading for n in certain if n < len(blocks)}
        return tuple((n, b) for n, b in enumerate(blocks) if n in certain or n in above)


def figure_places(material: Sequence[Material]) -> Mapping[str, frozenset[str]]:
    """For every number in the notes the paths that hold it, to tell what stands in one only."""
    from prep.interview.wording import figures

    found: dict[str, set[str]] = {}
    for given in material:
        for line in given.lines:
            for figure in figures(line):
                found.setdefault(figure.lower(), set()).add(given.note.path)
    return {figure: frozenset(paths) for figure, paths in found.items()}
