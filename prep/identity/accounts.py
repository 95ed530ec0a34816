"""An account in one note: the lines that name it, and those of its people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prep.identity.turns import turns
from prep.identity.units import heading_chain, units
from prep.model.naming import Bearing, Naming, Standing, Subject
from prep.model.note import Note
from prep.names import account_key, domain_of, fold

_CONTACT = ("attendee", "participant")


def stand_account(
    subject: Subject, note: Note, namings: Sequence[Naming], owner: tuple[str, ...] = ()
) -> Standing | None:
    """What of a note bears on an account: ``about`` its own notes, ``named``, else by its people."""
    from prep.identity.party import Party
    from prep.identity.standing import scene_of

    lines = list(units(note))
    own = _is_own(subject, note, namings)
    pattern = _pattern((subject.name, *subject.forms, *subject.aliases))
    people = Subject("", "person", None, "", forms=_people_here(subject, namings))
    party = Party(people, note, namings)
    named = {u.line for u in lines if pattern.search(u.text)}
    if not (own or named or party.mine):
        return None
    scene = scene_of(note, party)
    spoken = turns(note, scene.lines, lambda who: fold(who) in party.speakers)
    heads = {u.block for u in lines if u.line in named and note.blocks[u.block].kind == "heading"}
    found = []
    for at, unit in enumerate(lines):
        by = party.sense(spoken[at].who, speaking=True) if spoken[at].who else None
        sense = by or (scene.named[at][1] if at in scene.named else None)
        if unit.line in named:
            found.append(Bearing(unit.block, unit.line, unit.end_line, "named", "exact"))
        elif own:
            found.append(Bearing(unit.block, unit.line, unit.end_line, "about", "path"))
        elif sense:
            found.append(
                Bearing(unit.block, unit.line, unit.end_line, "account", sense.rung, sense.certain)
            )
        elif any(h in heads for h in heading_chain(note, unit.block)):
            found.append(Bearing(unit.block, unit.line, unit.end_line, "under", "exact"))
    return _standing(note, namings, party.mine, found, owner, party) if found else None


def _standing(
    note: Note,
    namings: Sequence[Naming],
    mine: frozenset[int],
    found: list[Bearing],
    owner: tuple[str, ...],
    party: object,
) -> Standing:
    from prep.identity.party import Party
    from prep.identity.presence import presence_of

    assert isinstance(party, Party)
    if mine:
        presence, line, end_line = presence_of(party, note, namings, found)
        return Standing(presence, line, end_line, tuple(found))
    there = [n for n in namings if n.place in _CONTACT and n.key not in {fold(o) for o in owner}]
    if note.kind == "meeting" and there and any(b.how == "about" for b in found):
        return Standing("attended", there[0].line, there[0].line, tuple(found))
    return Standing("mentioned", found[0].line, found[0].end_line, tuple(found))


def _is_own(subject: Subject, note: Note, namings: Sequence[Naming]) -> bool:
    """Is the note the account's: its own note, or a meeting, a person, a project filed under it?"""
    if note.path == subject.path:
        return True
    keys = {account_key(n) for n in (subject.name, *subject.forms, *subject.aliases)}
    filed = [
        n for n in namings if n.kind == "account" and n.place in ("field", "tag") and not n.role
    ]
    declared = [n for n in filed if not _of_attendee(n, namings)]
    return any(account_key(n.name) in keys for n in declared)


def _of_attendee(naming: Naming, namings: Sequence[Naming]) -> bool:
    """Is it only somebody's employer in a list, not what the note is filed under?"""
    return any(
        n.org == naming.name and n.line == naming.line and n.place in (*_CONTACT, "absent")
        for n in namings
    )


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
