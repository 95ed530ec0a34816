"""One line of thought of a note: its words, who says them, under what it stands."""

from __future__ import annotations

from typing import NamedTuple

from prep.model.claim import Claim, ClaimKind, State
from prep.words import Sentence, sentences


class Line(NamedTuple):
    """One line of thought: its plain words without speaker and bullet.

    ``label``: the folded words before a colon ("status"), or ""; ``body``: what follows it.
    ``sections``: the kinds of the headings above, nearest first ("action", "agenda", ...).
    ``planned``: stands under Agenda or Questions to ask and nobody is noted as saying it.
    """

    text: str
    line: int
    end_line: int
    block: int
    episode: int
    speaker: str = ""
    label: str = ""
    body: str = ""
    sections: tuple[str, ...] = ()
    planned: bool = False
    quoted: bool = False
    kind: str = "item"
    note_kind: str = "other"
    day: str | None = None

    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the line; of a labelled line those of its body."""
        return sentences(self.body if self.label else self.text)

    def claim(
        self,
        kind: ClaimKind,
        rule: str,
        text: str,
        *,
        cue: str = "",
        party: str = "",
        to: str = "",
        state: State = "open",
        subject: str = "",
        attribute: str = "",
        value: str = "",
    ) -> Claim:
        """A claim that stands on this line. ``text`` are words of the line."""
        return Claim(
            kind, text.strip().strip("_"), self.line, self.end_line, self.block, self.episode, rule,
            cue=cue, party=party, to=to, day=self.day, state=state, planned=self.planned,
            subject=subject, attribute=attribute, value=value,
        )  # fmt: skip
