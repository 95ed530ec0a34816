"""Was the subject there? Decided by where its name stands, never by how often."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.identity.party import Party
from prep.model.naming import Bearing, Naming, Presence
from prep.model.note import Note
from prep.names import fold
from prep.patterns import lazy

_VIA = lazy(r"\(via ([^()]+)\)")
_PLAN = lazy(
    r"[#\w/-]*\s*(?:ask|tell|remind|thank|invite|chase|e-?mail|call|ping)\b", re.IGNORECASE
)
_LISTS = ("attendee", "participant")


def presence_of(
    party: Party, note: Note, namings: Sequence[Naming], bearings: Sequence[Bearing]
) -> tuple[Presence, int, int]:
    """The presence in one note and the line that says so.

    An attendance list outranks a turn, a turn outranks being addressed; who is said to be absent
    and on no list is absent, and everybody else is only mentioned.
    """
    listed = [n for n in namings if n.place in _LISTS and _is_mine(party, n)]
    if listed and note.kind not in ("person", "account"):
        line = min(
            (n for n in listed), key=lambda n: (n.place != "attendee", bool(n.role), n.line)
        ).line
        return "attended", line, line
    spoke = next((b for b in bearings if b.how == "turn" and b.certain), None)
    if spoke:
        return "spoke", spoke.line, spoke.end_line
    called = _called(party, note, namings)
    if called:
        return "attended", called.line, called.line
    away = next((n for n in namings if n.place == "absent" and _is_mine(party, n)), None)
    if away:
        return "absent", away.line, away.line
    spoken_to = next((b for b in bearings if b.how == "addressed" and b.certain), None)
    if spoken_to and _said_to(note, spoken_to):
        return "addressed", spoken_to.line, spoken_to.end_line
    first = next((b for b in bearings if b.certain), bearings[0])
    return "mentioned", first.line, first.end_line


def _said_to(note: Note, bearing: Bearing) -> bool:
    """Whether a line was said to the subject there, and is no plan ("ask Ines whether ...")."""
    if note.kind not in ("meeting", "transcript"):
        return False
    return not _PLAN.match(note.blocks[bearing.block].text)


def _called(party: Party, note: Note, namings: Sequence[Naming]) -> Naming | None:
    """A stretch of a note that is a call or a meeting with the subject by its own heading."""
    for naming in namings:
        if naming.place == "heading" and naming.kind == "person" and _is_mine(party, naming):
            at = naming.episode
            if at < len(note.episodes) and note.episodes[at].kind == "meeting":
                return naming
    return None


def episodes_of(
    party: Party, note: Note, namings: Sequence[Naming], bearings: Sequence[Bearing]
) -> frozenset[int]:
    """The stretches of a note in which the subject was there: all, where there is only one.

    A page of one's day holds one call with it, a running list one meeting that it came to: the
    rest of the file is about others.
    """
    if len(note.episodes) < 2:
        return frozenset(range(len(note.episodes)))
    listed = {n.episode for n in namings if n.place in _LISTS and _is_mine(party, n)}
    called = {
        n.episode for n in namings
        if n.place == "heading" and n.kind == "person" and _is_mine(party, n)
    }  # fmt: skip
    spoke = {note.blocks[b.block].episode for b in bearings if b.how == "turn" and b.certain}
    return frozenset(listed | called | spoke)


def _is_mine(party: Party, naming: Naming) -> bool:
    sense = party.sense(naming.full or naming.name)
    return sense is not None and sense.certain


def via_of(
    note: Note,
    namings: Sequence[Naming],
    bearings: Sequence[Bearing],
    party: Party,
    owner: tuple[str, ...],
) -> str:
    """Through whom the subject was heard of: ``(via X)`` on the line, else who else was there."""
    lines = {b.block for b in bearings}
    for block in sorted(lines):
        told = _VIA.search(note.blocks[block].text)
        if told:
            return told[1].strip()
    own = {fold(name) for name in (*owner, "Myself", "me", "I")}
    there = [
        n.name for n in namings
        if n.place in _LISTS and n.key not in own and not _is_mine(party, n)
    ]  # fmt: skip
    people = list(dict.fromkeys(there))
    return people[0] if len(people) == 1 else ", ".join(people[:3])
