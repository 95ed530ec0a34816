"""Which forms mean the subject in one note: the cast's answer, then the vault's, then nobody's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from prep.identity.cast import Meant
from prep.identity.contexts import OWN_PAGES
from prep.identity.hits import Finder, shapes, whole
from prep.identity.layout import Layout
from prep.identity.sought import Sought
from prep.identity.units import Unit
from prep.model.naming import Rung
from prep.names import fold, is_initials, short_forms


class Sense(NamedTuple):
    """How a form means the subject, and how surely."""

    rung: Rung
    certain: bool = True


class Party:
    """One subject in one note: the members of the cast that it is, and its forms."""

    def __init__(self, sought: Sought, layout: Layout) -> None:
        self.cast = layout.cast
        self.speakers = layout.speakers
        self._sought = sought
        self._layout = layout
        self._local = sought.local(layout.note.path)
        self._reach = sought.reach(layout)
        self._reached = frozenset(map(fold, self._reach))
        self._is_own_page = bool(sought.subject.reach) and OWN_PAGES in layout.contexts
        self.is_own_note = sought.subject.path == layout.note.path
        self._barred = sought.strangers(layout)
        here = self._local | self._reached if self._is_own_page else self._local
        wanted = sought.wanted | here if here else sought.wanted
        self.mine = frozenset(
            i for i, m in enumerate(self.cast.members)
            if not wanted.isdisjoint(m.keys) and m.key not in self._barred
        )  # fmt: skip

    @cached_property
    def _finder(self) -> Finder:
        return Finder(shapes(self._surfaces()), self._layout)

    @cached_property
    def _others(self) -> Finder:
        """Finds the rest of the cast; built only where a line's other names matter."""
        return Finder(shapes(self._other_surfaces()), self._layout)

    @property
    def known(self) -> bool:
        """Is the subject in the cast, or may a form of it be known here?"""
        return bool(self.mine) or not self._barred

    @property
    def touched(self) -> bool:
        """A cheap look before the long one: is there a form, or is the note the subject's own?"""
        return self.is_own_note or bool(self.mine) or self._finder.stands

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
        return Sense("first_name" if key in self._sought.words else "spelling")

    def _sense_of(self, meant: Meant, key: str) -> Sense:
        another = meant.rung == "exact" and key != self._sought.own
        return Sense("alias" if another else meant.rung, meant.certain)

    def _known_forms(self, form: str) -> tuple[tuple[AbstractSet[str], Rung], ...]:
        address: Rung = "email" if "@" in form[1:] else "handle"
        local: Rung = "initials" if is_initials(form) else "alias"
        sought = self._sought
        own = frozenset((sought.own,))
        return (
            (sought.addresses, address), (own, "exact"), (sought.keys, "alias"),
            (self._local, local),
        )  # fmt: skip

    def named(self, starts: Callable[[Unit], int]) -> Iterator[tuple[int, int, Sense]]:
        """The lines that name the subject, each with where and how it does so first.

        Forms that are a part of another name are left out. ``starts`` gives where the words of a
        line begin, behind a speaker's label.
        """
        lines = self._layout.lines
        for at in self._finder.lines:
            unit = lines[at]
            for hit in self._finder.hits(at, starts(unit)):
                run = whole(unit.text, hit)
                if run != hit.form and self._elses(hit.form, run):
                    continue
                sense = self.sense(hit.form)
                if sense:
                    yield at, hit.start, sense
                    break

    def _elses(self, form: str, run: str) -> bool:
        """Is the longer run of words somebody else's name?"""
        meant = self.cast.who(run)
        if meant:
            return meant.member not in self.mine
        if fold(run) in self._sought.keys:
            return False
        return " " not in form and run.startswith(form)

    def names_other(self, line: int) -> int:
        """Where a line first names another person of the cast; -1 where it names none."""
        hits = self._others.hits(line)
        return next((hit.start for hit in hits if self._is_other(hit.form)), -1)

    def _is_other(self, form: str) -> bool:
        meant = self.cast.who(form)
        if meant is None:
            return bool(self.cast.fitting(form)) and self.sense(form) is None
        return meant.member not in self.mine

    def _surfaces(self) -> list[str]:
        found = self._sought.forms(self._reach, own_page=self._is_own_page)
        if not self.mine:
            return found
        members = [self.cast.members[i] for i in sorted(self.mine)]
        keys = {key for member in members for key in member.keys}
        for member in members:
            found += _parts(member.name, present=member.present)
        for naming in self._layout.namings:
            if naming.key in keys or (naming.full and fold(naming.full) in keys):
                found.append(naming.name)
        return found

    def _other_surfaces(self) -> list[str]:
        keys: set[str] = set()
        found: list[str] = []
        for i, member in enumerate(self.cast.members):
            if i not in self.mine and member.firm:
                keys |= member.keys
                found += [member.name, *_parts(member.name, present=member.present)]
        for naming in self._layout.namings:
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
