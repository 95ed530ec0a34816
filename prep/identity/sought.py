"""A subject's forms, made ready once and sought in many notes."""

from __future__ import annotations

from functools import cached_property

from prep.identity.hits import shapes
from prep.identity.layout import Layout
from prep.model.naming import Naming, Subject
from prep.names import fold


class Sought:
    """The forms of a person, or of an account's people, with what of them holds where."""

    def __init__(self, subject: Subject) -> None:
        """Takes the subject as ``resolve`` gave it."""
        self.subject = subject
        self.own = fold(subject.name)
        self.addresses = frozenset(map(fold, (*subject.emails, *subject.handles)))
        known = {self.own, *map(fold, (*subject.forms, *subject.aliases))}
        self.keys = frozenset(known - {""})
        self.wanted = self.keys | self.addresses
        self.words = frozenset(w for key in self.keys for w in (key, *key.split()))
        self._names = frozenset((self.own, *map(fold, subject.forms)))
        self._emails = frozenset(email.casefold() for email in subject.emails)
        self._local: dict[str, set[str]] = {}
        for path, form in subject.local:
            self._local.setdefault(path, set()).add(fold(form))
        self._reach: dict[str, list[str]] = {}
        for context, form in subject.reach:
            self._reach.setdefault(context, []).append(form)

    def local(self, path: str) -> set[str]:
        """Keys of the forms that hold in one note only."""
        return self._local.get(path, set())

    def reach(self, layout: Layout) -> tuple[str, ...]:
        """The short forms that mean the subject for what a note belongs to."""
        here = layout.contexts if self._reach else ()
        return tuple(
            form for context, forms in self._reach.items() if context in here for form in forms
        )

    def forms(self, reach: tuple[str, ...], *, own_page: bool) -> list[str]:
        """The forms that may stand for the subject in a note, as written."""
        subject = self.subject
        found = [subject.name, *subject.forms, *subject.aliases, *subject.emails]
        found += [handle for handle in subject.handles if len(handle) > 2]
        found += [f"@{handle}" for handle in subject.handles]
        found += reach
        if own_page:  # typed during a call: names in small letters
            found += [form.lower() for form in (subject.name, *subject.forms, *reach)]
        return found

    def strangers(self, layout: Layout) -> frozenset[str]:
        """Keys that here are somebody else's of the same name: another's note, another address."""
        found = set()
        note, path = layout.note, self.subject.path
        if note.kind == "person" and path and note.path != path:
            found |= {n.key for n in layout.namings if n.place == "note" and n.key in self._names}
        if self._emails:
            found |= {n.key for n in layout.namings if self._is_strange(n)}
        return frozenset(found)

    def _is_strange(self, naming: Naming) -> bool:
        mail = naming.email
        return bool(mail) and naming.key in self._names and mail.casefold() not in self._emails

    def may_stand_in(self, layout: Layout) -> bool:
        """A cheap look before the long one: does a naming or a line hold any form at all?"""
        if layout.note.path == self.subject.path or not layout.keys.isdisjoint(self._every_key):
            return True
        if not layout.keys.isdisjoint(self.local(layout.note.path)):
            return True
        text = layout.text
        return any(form in text for form in self._every_shape)

    @cached_property
    def _every_key(self) -> frozenset[str]:
        return self.wanted.union(fold(form) for _, form in self.subject.reach)

    @cached_property
    def _every_shape(self) -> tuple[str, ...]:
        """All that can be looked for in any note: whatever it belongs to."""
        reach = tuple(dict.fromkeys(form for _, form in self.subject.reach))
        return shapes(self.forms(reach, own_page=bool(self._reach)))
