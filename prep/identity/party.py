"""Which forms mean the subject in one note: the cast's answer, then the vault's, then nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from prep.identity.cast import Cast, Meant
from prep.identity.contexts import OWN_PAGES, contexts_of
from prep.identity.hits import Finder, Hit
from prep.model.naming import Naming, Rung, Subject
from prep.model.note import Note
from prep.names import fold, is_initials, short_forms


class Sense(NamedTuple):
    """How a form means the subject, and how surely."""

    rung: Rung
    certain: bool = True


class Party:
    """One subject in one note: the members of the cast that it is, and its forms."""

    def __init__(self, subject: Subject, note: Note, namings: Sequence[Naming]) -> None:
        """Takes the note's own namings; the subject as ``resolve`` gave it."""
        self.cast = Cast(namings)
        self._own = fold(subject.name)
        self.own_path = subject.path
        self.speakers = frozenset(n.key for n in namings if n.place == "speaker")
        self._addresses = {fold(a) for a in (*subject.emails, *subject.handles)}
        self._keys = {self._own, *(fold(f) for f in (*subject.forms, *subject.aliases))} - {""}
        self._local = {fold(form) for path, form in subject.local if path == note.path}
        here = contexts_of(note.path, namings) if subject.reach else frozenset()
        self._reach = tuple(form for context, form in subject.reach if context in here)
        self._reached = frozenset(map(fold, self._reach))
        self._is_own_page = OWN_PAGES in here
        own_days = self._reached if self._is_own_page else frozenset()
        self._words = frozenset(w for key in self._keys for w in (key, *key.split()))
        apart = _strangers(subject, note, namings)
        self.mine = frozenset(
            i for i, m in enumerate(self.cast.members)
            if (m.keys & (self._keys | self._addresses | self._local | own_days))
            and m.key not in apart
        )  # fmt: skip
        self._barred = apart
        self.finder = Finder(self._surfaces(subject, namings))
        self._namings = namings

    @cached_property
    def _others(self) -> Finder:
        """Finds the rest of the cast; built only where a line's other names matter."""
        return Finder(self._other_surfaces(self._namings))

    @property
    def known(self) -> bool:
        """Is the subject in the cast, or may a form of it be known here?"""
        return bool(self.mine) or not self._barred

    def sense(self, form: str, *, speaking: bool = False) -> Sense | None:
        """How a form means the subject here; None where it means another, or nobody surely."""
        key = fold(form.lstrip("@"))
        meant = self.cast.who(form, speaking=speaking)
        if meant:
            return self._sense_of(meant, key) if meant.member in self.mine else None
        if key in self._barred:
            return None
        for known, rung in self._known_forms(form):
            if key in known:
                return Sense(rung)
        if self.cast.fitting(form) or key not in self._reached:
            return None
        if is_initials(form):
            return Sense("initials")
        return Sense("first_name" if key in self._words else "spelling")

    def _sense_of(self, meant: Meant, key: str) -> Sense:
        another = meant.rung == "exact" and key != self._own
        return Sense("alias" if another else meant.rung, meant.certain)

    def _known_forms(self, form: str) -> tuple[tuple[AbstractSet[str], Rung], ...]:
        address: Rung = "email" if "@" in form[1:] else "handle"
        local: Rung = "initials" if is_initials(form) else "alias"
        own = frozenset((self._own,))
        return (
            (self._addresses, address), (own, "exact"), (self._keys, "alias"), (self._local, local)
        )  # fmt: skip

    def hits(self, text: str, start: int) -> Iterable[tuple[Hit, Sense]]:
        """Where a line names the subject, forms that are a part of another name left out."""
        for hit in self.finder.hits(text, start):
            if hit.whole != hit.form and self._elses(hit):
                continue
            sense = self.sense(hit.form)
            if sense:
                yield hit, sense

    def _elses(self, hit: Hit) -> bool:
        """Is the longer run of words somebody else's name?"""
        meant = self.cast.who(hit.whole)
        if meant:
            return meant.member not in self.mine
        if fold(hit.whole) in self._keys:
            return False
        return " " not in hit.form and hit.whole.startswith(hit.form)

    def names_other(self, text: str) -> int:
        """Where a line first names another person of the cast; -1 where it names none."""
        return next((hit.start for hit in self._others.hits(text) if self._is_other(hit.form)), -1)

    def _is_other(self, form: str) -> bool:
        meant = self.cast.who(form)
        if meant is None:
            return bool(self.cast.fitting(form)) and self.sense(form) is None
        return meant.member not in self.mine

    def _surfaces(self, subject: Subject, namings: Sequence[Naming]) -> list[str]:
        found = [subject.name, *subject.forms, *subject.aliases, *subject.emails]
        found += [f for f in subject.handles if len(f) > 2]
        found += [f"@{handle}" for handle in subject.handles]
        found += self._reach
        if self._is_own_page:  # typed during a call: names in small letters
            found += [form.lower() for form in (subject.name, *subject.forms, *self._reach)]
        keys = {k for i in self.mine for k in self.cast.members[i].keys}
        for i in sorted(self.mine):
            found += _parts(self.cast.members[i].name, present=self.cast.members[i].present)
        for naming in namings:
            if naming.key in keys or (naming.full and fold(naming.full) in keys):
                found.append(naming.name)
        return found

    def _other_surfaces(self, namings: Sequence[Naming]) -> list[str]:
        keys: set[str] = set()
        found: list[str] = []
        for i, member in enumerate(self.cast.members):
            if i not in self.mine and member.firm:
                keys |= member.keys
                found += [member.name, *_parts(member.name, present=member.present)]
        for naming in namings:
            if naming.full and fold(naming.full) in keys:
                found.append(naming.name)
        return found


def _parts(name: str, *, present: bool) -> list[str]:
    """Short forms of a full name, as written: given name, surname, initials of one present."""
    words = name.split()
    if len(words) < 2:
        return [name]
    found = [words[0]] + ([words[-1]] if len(words[-1]) > 3 and words[-1][0].isupper() else [])
    if present:
        found += sorted(s.upper() for s in short_forms(name) if len(s) > 1)
    return found


def _strangers(subject: Subject, note: Note, namings: Sequence[Naming]) -> frozenset[str]:
    """Keys that here are somebody else's of the same name: another's note, another address."""
    found = set()
    own = {fold(subject.name), *map(fold, subject.forms)}
    emails = {e.casefold() for e in subject.emails}
    if note.kind == "person" and subject.path and note.path != subject.path:
        found |= {n.key for n in namings if n.place == "note" and n.key in own}
    for naming in namings:
        if naming.email and emails and naming.key in own and naming.email.casefold() not in emails:
            found.add(naming.key)
    return frozenset(found)
