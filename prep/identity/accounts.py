"""An account in one note: the lines that name it, and those of its people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from prep.identity.hits import Finder
from prep.identity.layout import Layout
from prep.identity.party import Party, Sense
from prep.identity.presence import presence_of
from prep.identity.scene import Scene, made, scene_of
from prep.identity.sought import Sought
from prep.identity.units import heading_chain
from prep.model.naming import Bearing, Naming, Presence, Standing, Subject
from prep.model.note import Note
from prep.names import account_key, domain_of, fold

_CONTACT = ("attendee", "participant")


def account_standing(
    subject: Subject, owner: tuple[str, ...] = ()
) -> Callable[[Layout], Standing | None]:
    """What of a note bears on an account: its own notes, its name, its people's lines."""
    return partial(_stand_account, _Account(subject), owner)


class _Account:
    """An account's names and people, made ready once for many notes."""

    def __init__(self, subject: Subject) -> None:
        names = frozenset((subject.name, *subject.forms, *subject.aliases)) - {""}
        self.subject = subject
        self.names = names  # whole words; a name that is a common word needs its case
        self.keys = {account_key(name) for name in names}
        self.domains = {domain_of(email) for email in subject.emails} - {""}
        self._people = Sought(_of(subject.people))

    def people_here(self, namings: Sequence[Naming]) -> Sought:
        """The known people, and those whom this very note gives to it or to its domain."""
        found = dict.fromkeys(self.subject.people)
        known = len(found)
        found.update((n.name, None) for n in namings if self._gives(n))
        return self._people if len(found) == known else Sought(_of(found))

    def _gives(self, naming: Naming) -> bool:
        if naming.kind != "person" or naming.place == "note":
            return False
        if naming.org and account_key(naming.org) in self.keys:
            return True
        return bool(naming.email) and domain_of(naming.email) in self.domains

    def owns(self, note: Note, namings: Sequence[Naming]) -> bool:
        """Is the note the account's: its own, or a meeting, a person, a project filed under it?

        An employer beside an attendee's name (which carries the person in ``full``) files nothing.
        """
        if note.path == self.subject.path:
            return True
        return any(
            n.kind == "account" and n.place in ("field", "tag") and not n.role
            and (not n.full or note.kind == "person") and account_key(n.name) in self.keys
            for n in namings
        )  # fmt: skip


def _of(people: Iterable[str]) -> Subject:
    return Subject("", "person", None, "", forms=tuple(people))


def _stand_account(account: _Account, owner: tuple[str, ...], layout: Layout) -> Standing | None:
    note, namings = layout.note, layout.namings
    own = account.owns(note, namings)
    called = any(name in layout.text for name in account.names)
    people = account.people_here(namings)
    if not (own or called or people.may_stand_in(layout)):
        return None
    party = Party(people, layout)
    named = set(Finder(account.names, layout, barred=frozenset("_@")).lines) if called else set()
    if not (own or named or party.mine):
        return None
    found = _own_lines(layout, named) if own else _lines(scene_of(layout, party), named)
    if not found:
        return None
    presence, line, end_line = _presence(party, layout, found, owner)
    return Standing(presence, line, end_line, tuple(found))


def _own_lines(layout: Layout, named: set[int]) -> list[Bearing]:
    """All lines of the account's own note, whoever speaks."""
    return [
        made(unit, "named", Sense("exact")) if at in named else made(unit, "about", Sense("path"))
        for at, unit in enumerate(layout.lines)
    ]


def _lines(scene: Scene, named: set[int]) -> list[Bearing]:
    heads = {scene.lines[at].block for at in named if scene.lines[at].title}
    found = (_bearing(scene, at, named, heads) for at in range(len(scene.lines)))
    return [bearing for bearing in found if bearing]


def _bearing(scene: Scene, at: int, named: set[int], heads: set[int]) -> Bearing | None:
    unit, turn = scene.lines[at], scene.turns[at]
    if at in named:
        return made(unit, "named", Sense("exact"))
    spoken = scene.party.sense(turn.who, speaking=True) if turn.who else None
    sense = spoken or (scene.named[at][1] if at in scene.named else None)
    if sense:
        return made(unit, "account", sense)
    under = bool(heads) and any(h in heads for h in heading_chain(scene.note, unit.block))
    return made(unit, "under", Sense("exact")) if under else None


def _presence(
    party: Party, layout: Layout, found: list[Bearing], owner: tuple[str, ...]
) -> tuple[Presence, int, int]:
    """Present by one of its people; or the meeting is filed under it and others were there."""
    namings = layout.namings
    if party.mine:
        return presence_of(party, layout.note, namings, found)
    own = {fold(o) for o in owner}
    there = next((n for n in namings if n.place in _CONTACT and n.key not in own), None)
    if layout.note.kind == "meeting" and there and any(b.how == "about" for b in found):
        return "attended", there.line, there.line
    return "mentioned", found[0].line, found[0].end_line
