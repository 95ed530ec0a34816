"""Who is who within one file: the people it names in full, and which of them a short form means.

A bare first name, initials or a nickname is decided by the one file in which it stands: it means
the one attendee who fits, and nobody where two fit. Nothing here looks at another file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from prep.model.naming import Naming, Rung
from prep.names import compare, fold, is_initials, nickname_of, short_forms

PRESENT = ("attendee", "participant")
_FULL_PLACES = frozenset(
    ["attendee", "participant", "absent", "note", "owner", "speaker", "link", "field", "role_list",
     "text", "heading", "addressed", "email"]
)  # fmt: skip
_LIKE = ("nested", "spelling", "spacing", "turned", "initial")
"""Likenesses by which a name in the text is an attendee's, when it is exactly one attendee's."""


class Meant(NamedTuple):
    """Whom a form means in this file: index of the member, by which rung, and how surely."""

    member: int
    rung: Rung
    certain: bool = True


@dataclass(slots=True)
class Member:
    """One person of the file. ``keys``: folded forms that the file's own words declare for them.

    ``present``: an attendance list names them, or they speak. ``firm``: the file says that this is
    a person; the rest are runs of capitalised words, which may be anything. ``lettered``: the file
    declares their initials, so that no others are theirs.
    """

    name: str
    key: str
    present: bool = False
    firm: bool = False
    lettered: bool = False
    keys: set[str] = field(default_factory=set)
    episodes: set[int] = field(default_factory=set)


class Cast:
    """The people of one file. Built from its namings; asked for what a form means."""

    def __init__(self, namings: Iterable[Naming]) -> None:
        """Takes the namings of one file, in any order that is the file's own."""
        self.members: list[Member] = []
        self._by_key: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._bare_speakers: set[str] = set()
        self._shorts: dict[str, list[int]] | None = None
        declared: list[Naming] = []
        for naming in namings:
            if naming.place in ("alias", "handle") and naming.full:
                declared.append(naming)
            elif naming.place in _FULL_PLACES and naming.kind not in ("account", "topic"):
                self._add(naming)
        self._declare(declared)
        self._join_variants()

    def _add(self, naming: Naming) -> None:
        if naming.place == "speaker":
            self._bare_speakers.add(naming.key)
        lone = " " not in naming.key
        if not naming.key or (
            lone and naming.place not in (*PRESENT, "absent", "role_list", "note")
        ):
            return
        at = self._member(naming.name, naming.key)
        member = self.members[at]
        member.present |= naming.place in PRESENT or (naming.place == "speaker" and not lone)
        member.firm |= naming.kind == "person" or naming.place == "link"
        member.episodes.add(naming.episode)
        for form in (naming.email, naming.handle):
            if form:
                self._form(fold(form), at)

    def _member(self, name: str, key: str) -> int:
        known = self._by_key.get(key)
        if known:
            return known[0]
        self.members.append(Member(name, key))
        at = len(self.members) - 1
        self._form(key, at)
        words = key.split()
        for word in {words[0], words[-1]}:
            self._by_word.setdefault(word, []).append(at)
        return at

    def _form(self, key: str, at: int) -> None:
        holders = self._by_key.setdefault(key, [])
        if at not in holders:
            holders.append(at)
        self.members[at].keys.add(key)

    def _declare(self, declared: list[Naming]) -> None:
        for naming in declared:
            at = self._member(naming.full, fold(naming.full))
            lone = self._by_key.get(naming.key)
            if lone and lone[0] != at and " " not in naming.key:
                self._absorb(lone[0], at)
            for other in list(self._by_key.get(naming.key, ())):
                if other != at and self._alike(other, at):
                    self._absorb(other, at)
            self._form(naming.key, at)
            self.members[at].firm = True
            self.members[at].lettered |= naming.place == "alias" and is_initials(naming.name)
            self.members[at].episodes.add(naming.episode)

    def _alike(self, a: int, b: int) -> bool:
        """Two names that share declared initials: one person's, when the names are alike."""
        return compare(self.members[a].name, self.members[b].name).kind != "none"

    def _join_variants(self) -> None:
        """A name that is a variant of exactly one attendee's is that attendee's."""
        for at, member in enumerate(self.members):
            if member.present and " " in member.key:
                continue
            words = member.key.split()
            near = {i for word in {words[0], words[-1]} for i in self._by_word.get(word, ())}
            if " " not in member.key:
                fits = [i for i in sorted(near) if i != at and self._fuller(i, member.key)]
            else:
                fits = [
                    i for i in sorted(near)
                    if i != at and self.members[i].present
                    and compare(member.name, self.members[i].name).kind in _LIKE
                ]  # fmt: skip
            if len(fits) == 1:
                self._absorb(at, fits[0])

    def _fuller(self, at: int, first: str) -> bool:
        return self.members[at].key.startswith(f"{first} ")

    def _absorb(self, at: int, into: int) -> None:
        """Let the one member be a form of the other."""
        target = self.members[into]
        target.present |= self.members[at].present
        target.firm |= self.members[at].firm
        target.lettered |= self.members[at].lettered
        target.episodes |= self.members[at].episodes
        for key in sorted(self.members[at].keys):
            self._by_key[key] = [into]
            target.keys.add(key)
        for holders in self._by_word.values():
            if at in holders:
                holders.remove(at)

    def who(self, form: str, *, speaking: bool = False) -> Meant | None:
        """Whom a written form means, or None where nobody or more than one fits.

        ``speaking``: the form stands where only one who is present can stand.
        """
        key = fold(form)
        if not key:
            return None
        exact = self._by_key.get(key)
        if exact:
            rung: Rung = "exact" if self.members[exact[0]].key == key else "alias"
            return Meant(exact[0], rung) if len(exact) == 1 else None
        if is_initials(form) or (speaking and len(key) <= 4 and form.isalpha()):
            found = self._initials(key.replace(" ", ""))
            if found or form.isupper():
                return found
        if " " in key:
            return self._variant(form, key) or self._given(key, speaking=speaking)
        return self._given(key, speaking=speaking)

    def fitting(self, form: str) -> list[int]:
        """All members whom a first name or a surname may mean."""
        key = fold(form)
        return (
            [i for i in self._by_word.get(key.split(maxsplit=1)[0], ()) if self._bears(i, key)]
            if key
            else []
        )

    def _initials(self, key: str) -> Meant | None:
        fits = self._by_short().get(key, ())
        if len(fits) == 1 and _alive(self, fits[0]):
            return Meant(fits[0], "initials", certain=len(key) > 1)
        exact = [i for i in fits if "".join(w[0] for w in self.members[i].key.split()) == key]
        return Meant(exact[0], "initials", certain=len(key) > 1) if len(exact) == 1 else None

    def _by_short(self) -> dict[str, list[int]]:
        if self._shorts is None:
            self._shorts = {}
            for i, member in enumerate(self.members):
                if member.present and not member.lettered:
                    for short in short_forms(member.name):
                        self._shorts.setdefault(short, []).append(i)
        return self._shorts

    def _given(self, key: str, *, speaking: bool) -> Meant | None:
        bearing = [
            i for i in self._by_word.get(key.split(maxsplit=1)[0], ()) if self._bears(i, key)
        ]
        present = [i for i in bearing if self.members[i].present]
        if len(present) == 1:
            return Meant(present[0], "first_name", certain=speaking or len(bearing) == 1)
        if present or len(bearing) > 1:
            return None
        if bearing:
            return None if speaking else Meant(bearing[0], "first_name")
        return self._nickname(key)

    def _bears(self, at: int, key: str) -> bool:
        """Is the form the member's given name (both halves of a double one), or the surname?"""
        own = self.members[at].key
        return own.startswith(f"{key} ") or (len(key) > 2 and own.endswith(f" {key}"))

    def _nickname(self, key: str) -> Meant | None:
        if len(key) < 2 or " " in key:
            return None
        fits = [
            i for i, m in enumerate(self.members)
            if m.present and _alive(self, i) and nickname_of(key, m.key.split(maxsplit=1)[0])
        ]  # fmt: skip
        if len(fits) != 1:
            return None
        used = self.members[fits[0]].key.split(maxsplit=1)[0] in self._bare_speakers
        return None if used else Meant(fits[0], "nickname")

    def _variant(self, form: str, key: str) -> Meant | None:
        words = key.split()
        near = {i for word in {words[0], words[-1]} for i in self._by_word.get(word, ())}
        fits = [
            i for i in sorted(near)
            if self.members[i].present and compare(form, self.members[i].name).kind in _LIKE
        ]  # fmt: skip
        return Meant(fits[0], "spelling") if len(fits) == 1 else None


def _alive(cast: Cast, at: int) -> bool:
    """Is the member still its own, not absorbed by a fuller name?"""
    return cast._by_key.get(cast.members[at].key) == [at]  # noqa: SLF001
