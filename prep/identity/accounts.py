"""An account in one note: the lines that name it, and those of its people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.identity.party import Party, Sense
from prep.identity.presence import presence_of
from prep.identity.scene import Scene, made, scene_of
from prep.identity.units import heading_chain
from prep.model.naming import Bearing, Naming, Presence, Standing, Subject
from prep.model.note import Note
from prep.names import account_key, domain_of, fold

_CONTACT = ("attendee", "participant")


def stand_account(
    subject: Subject, note: Note, namings: Sequence[Naming], owner: tuple[str, ...] = ()
) -> Standing | None:
    """What of a note bears on an account: its own notes, its name, its people's lines."""
    own = _is_own(subject, note, namings)
    pattern = _pattern((subject.name, *subject.forms, *subject.aliases))
    people = Subject("", "person", None, "", forms=_people_here(subject, namings))
    party = Party(people, note, namings)
    scene = scene_of(note, party)
    named = {at for at, unit in enumerate(scene.lines) if pattern.search(unit.text)}
    if not (own or named or party.mine):
        return None
    heads = {scene.lines[at].block for at in named if scene.lines[at].title}
    found = [
        b for b in (_bearing(scene, at, named, heads, own) for at in range(len(scene.lines))) if b
    ]
    if not found:
        return None
    presence, line, end_line = _presence(scene, namings, found, owner)
    return Standing(presence, line, end_line, tuple(found))


def _bearing(scene: Scene, at: int, named: set[int], heads: set[int], own: bool) -> Bearing | None:
    unit, turn = scene.lines[at], scene.turns[at]
    if at in named:
        return made(unit, "named", Sense("exact"))
    if own:
        return made(unit, "about", Sense("path"))
    spoken = scene.party.sense(turn.who, speaking=True) if turn.who else None
    sense = spoken or (scene.named[at][1] if at in scene.named else None)
    if sense:
        return made(unit, "account", sense)
    under = any(h in heads for h in heading_chain(scene.note, unit.block))
    return made(unit, "under", Sense("exact")) if under else None


def _presence(
    scene: Scene, namings: Sequence[Naming], found: list[Bearing], owner: tuple[str, ...]
) -> tuple[Presence, int, int]:
    """Present by one of its people; or the meeting is filed under it and others were there."""
    if scene.party.mine:
        return presence_of(scene.party, scene.note, namings, found)
    own = {fold(o) for o in owner}
    there = next((n for n in namings if n.place in _CONTACT and n.key not in own), None)
    if scene.note.kind == "meeting" and there and any(b.how == "about" for b in found):
        return "attended", there.line, there.line
    return "mentioned", found[0].line, found[0].end_line


def _is_own(subject: Subject, note: Note, namings: Sequence[Naming]) -> bool:
    """Is the note the account's: its own note, or a meeting, a person, a project filed under it?

    An employer beside an attendee's name (which carries the person in ``full``) files nothing.
    """
    if note.path == subject.path:
        return True
    keys = {account_key(n) for n in (subject.name, *subject.forms, *subject.aliases)}
    return any(
        n.kind == "account" and n.place in ("field", "tag") and not n.role
        and (not n.full or note.kind == "person") and account_key(n.name) in keys
        for n in namings
    )  # fmt: skip


def _people_here(subject: Subject, namings: Sequence[Naming]) -> tuple[str, ...]:
    """The account's known people, and those whom this very note gives to it or to its domain."""
    keys = {account_key(n) for n in (subject.name, *subject.forms, *subject.aliases)}
    found = dict.fromkeys(subject.people)
    domains = {domain_of(e) for e in subject.emails} - {""}
    for naming in namings:
        if (
            naming.kind == "person"
            and naming.place != "note"
            and (
                (naming.org and account_key(naming.org) in keys)
                or (naming.email and domain_of(naming.email) in domains)
            )
        ):
            found[naming.name] = None
    return tuple(found)


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """The account's names as written, whole words; a name that is a common word needs its case."""
    bodies = [re.escape(f) for f in sorted(dict.fromkeys(forms), key=lambda f: (-len(f), f)) if f]
    return re.compile(rf"(?<![\w@])(?:{'|'.join(bodies)})(?!\w)" if bodies else r"(?!)")
