"""How a subject stands in one note: what bears on it, and whether it was there."""

from __future__ import annotations

from collections.abc import Sequence

from prep.identity.accounts import stand_account
from prep.identity.owning import owners_of
from prep.identity.party import Party, Sense
from prep.identity.presence import episodes_of, presence_of, via_of
from prep.identity.scene import How, Scene, made, scene_of
from prep.identity.topics import stand_topic
from prep.identity.units import Unit, heading_chain, parent_chain
from prep.model.naming import Bearing, Naming, Rung, Standing, Subject
from prep.model.note import Note


def stand(
    subject: Subject, note: Note, namings: Sequence[Naming], owner: tuple[str, ...] = ()
) -> Standing | None:
    """Which blocks of a note bear on the subject, and how it was present; None: not at all.

    ``namings`` are the note's own. ``owner``: the vault owner's names, which are never whom one
    heard through. A pure function of its arguments. One bearing a line; where a line bears in
    several ways, the strongest: turn, owner, addressed, named, about, under, attended.
    """
    if subject.kind == "topic":
        return stand_topic(subject, note, namings)
    if subject.kind == "account":
        return stand_account(subject, note, namings, owner)
    return _stand_person(subject, note, namings, owner)


def _stand_person(
    subject: Subject, note: Note, namings: Sequence[Naming], owner: tuple[str, ...]
) -> Standing | None:
    party = Party(subject, note, namings)
    if not party.known or not _touches(party, subject, note):
        return None
    scene = scene_of(note, party)
    found = [b for b in (_bearing(scene, at) for at in range(len(scene.lines))) if b]
    if not found:
        return None
    presence, line, end_line = presence_of(party, note, namings, found)
    if presence in ("attended", "spoke"):
        there = episodes_of(party, note, namings, found)
        more = _attended(scene, {b.line for b in found})
        more = [b for b in more if note.blocks[b.block].episode in there]
        found = sorted([*found, *more], key=lambda b: b.line)
    via = "" if presence in ("attended", "spoke") else via_of(note, namings, found, party, owner)
    return Standing(presence, line, end_line, tuple(found), via)


def _touches(party: Party, subject: Subject, note: Note) -> bool:
    """A cheap look before the long one: is there a form, or is the note the subject's own?"""
    if note.path == subject.path or party.mine:
        return True
    return any(party.finder.finds(block.text) for block in note.blocks)


def _bearing(scene: Scene, at: int) -> Bearing | None:
    unit, turn = scene.lines[at], scene.turns[at]
    spoken = scene.party.sense(turn.who, speaking=True) if turn.who else None
    if spoken:
        return made(unit, "turn", spoken)
    if at in scene.named:
        start, sense = scene.named[at]
        return made(unit, _named_how(scene, at, start), sense)
    if scene.own:
        return made(unit, "about", Sense("path"))
    over = _over(scene, at)
    return made(unit, "under", over) if over else None


_ASKS = (
    "ask",
    "ping",
    "remind",
    "tell",
    "check with",
    "talk to",
    "follow up with",
    "email",
    "call",
)


def _named_how(scene: Scene, at: int, start: int) -> How:
    unit = scene.lines[at]
    if _owned(scene, unit):
        return "owner"
    before = unit.text[:start].rstrip(" *_[@").lower()
    begins = not before or (unit.label is not None and start <= unit.label.end + 2)
    name, comma, _ = unit.text[start:].partition(",")
    if (begins and comma and len(name.split()) <= 3) or before.endswith(_ASKS):
        return "addressed"
    return "named"


def _owned(scene: Scene, unit: Unit) -> bool:
    """Is the line a task of the subject's, by its owner mark or by ``NAME to do``?"""
    owners = [
        owner.lstrip("@") for task in scene.note.tasks
        if task.line <= unit.line <= task.end_line for owner in task.owners
    ]  # fmt: skip
    if unit.act or scene.note.blocks[unit.block].status is not None:
        owners += owners_of(unit.text)
    return any(scene.party.sense(name) for name in owners)


def _over(scene: Scene, at: int) -> Sense | None:
    """The sense in which the line stands under the subject, unless it is another's own line."""
    unit, turn = scene.lines[at], scene.turns[at]
    if turn.who or unit.act:
        return None
    if 0 <= scene.party.names_other(unit.text) < 12:
        return None
    if turn.act is not None and turn.act in scene.named:
        return scene.named[turn.act][1]
    holders = (*parent_chain(scene.note, unit.block), *heading_chain(scene.note, unit.block))
    return next((scene.blocks[b] for b in holders if b in scene.blocks), None)


def _attended(scene: Scene, taken: set[int]) -> list[Bearing]:
    """The lines of a meeting that it took part in, which name nobody else and are nobody's turn."""
    rung: Rung = "exact"
    found = []
    for unit, turn in zip(scene.lines, scene.turns, strict=True):
        if unit.line in taken or turn.who or unit.title:
            continue
        if scene.party.names_other(unit.text) < 0:
            found.append(Bearing(unit.block, unit.line, unit.end_line, "attended", rung))
    return found
