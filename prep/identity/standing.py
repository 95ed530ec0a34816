"""How a subject stands in one note: what bears on it, and whether it was there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from prep.identity.layout import Layout
from prep.identity.party import Party, Sense
from prep.identity.presence import episodes_of, presence_of, via_of
from prep.identity.scene import How, Scene, held_by, made, scene_of
from prep.identity.sought import Sought
from prep.identity.units import Unit
from prep.model.naming import Bearing, Naming, Rung, Standing, Subject
from prep.model.note import Note

Stands = Callable[[Layout], Standing | None]
"""How one subject stands in a note; None: not at all."""


def stand(
    subject: Subject, note: Note, namings: Sequence[Naming], owner: tuple[str, ...] = ()
) -> Standing | None:
    """Which blocks of a note bear on the subject, and how it was present; None: not at all.

    ``namings`` are the note's own. ``owner``: the vault owner's names, which are never whom one
    heard through. A pure function of its arguments. One bearing a line; where a line bears in
    several ways, the strongest: turn, owner, addressed, named, about, under, attended.
    """
    return standing_of(subject, owner)(Layout(note, namings))


def standing_of(subject: Subject, owner: tuple[str, ...] = ()) -> Stands:
    """``stand`` for many notes: what is made of the subject alone is made once."""
    if subject.kind == "topic":
        from prep.identity.topics import topic_standing

        return topic_standing(subject)
    if subject.kind == "account":
        from prep.identity.accounts import account_standing

        return account_standing(subject, owner)
    return partial(_stand_person, Sought(subject), owner)


def _stand_person(sought: Sought, owner: tuple[str, ...], layout: Layout) -> Standing | None:
    if not sought.may_stand_in(layout):
        return None
    note, namings = layout.note, layout.namings
    party = Party(sought, layout)
    if not party.known or not party.touched:
        return None
    scene = scene_of(layout, party)
    found = _bearings(scene)
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


def _bearings(scene: Scene) -> list[Bearing]:
    """What bears of all lines; those that cannot are passed over at a glance."""
    held = held_by(scene.note, scene.blocks)
    named = scene.named
    found = []
    for at, (unit, turn) in enumerate(zip(scene.lines, scene.turns, strict=True)):
        if turn.who or at in named or scene.own or unit.block in held or turn.act in named:
            bearing = _bearing(scene, at, held)
            if bearing:
                found.append(bearing)
    return found


def _bearing(scene: Scene, at: int, held: Mapping[int, Sense]) -> Bearing | None:
    unit, turn = scene.lines[at], scene.turns[at]
    spoken = scene.party.sense(turn.who, speaking=True) if turn.who else None
    if spoken:
        return made(unit, "turn", spoken)
    if at in scene.named:
        start, sense = scene.named[at]
        return made(unit, _named_how(scene, at, start), sense)
    if scene.own:
        return made(unit, "about", Sense("path"))
    over = _over(scene, at, held)
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
        from prep.identity.owning import owners_of

        owners += owners_of(unit.text)
    return any(scene.party.sense(name) for name in owners)


def _over(scene: Scene, at: int, held: Mapping[int, Sense]) -> Sense | None:
    """The sense in which the line stands under the subject, unless it is another's own line."""
    unit, turn = scene.lines[at], scene.turns[at]
    if turn.who or unit.act:
        return None
    acted = None if turn.act is None else scene.named.get(turn.act)
    sense = acted[1] if acted else held.get(unit.block)
    return None if sense and 0 <= scene.party.names_other(at) < 12 else sense


def _attended(scene: Scene, taken: set[int]) -> list[Bearing]:
    """The lines of a meeting that it took part in, which name nobody else and are nobody's turn."""
    rung: Rung = "exact"
    found = []
    for at, (unit, turn) in enumerate(zip(scene.lines, scene.turns, strict=True)):
        if unit.line in taken or turn.who or unit.title:
            continue
        if scene.party.names_other(at) < 0:
            found.append(Bearing(unit.block, unit.line, unit.end_line, "attended", rung))
    return found
