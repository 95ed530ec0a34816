"""All namings that may be one person's, gathered from the whole vault, and what joins them.

A persona is one name (or one note, or one address) with every place that writes it. Two personas
are joined on declarations: an alias, a shared address or handle, the owner's word, or minutes that
name the one where the other is on the list. A likeness of the names joins them only where the
minutes of one series make it plain: both are on its lists, never on the same list, and no third
name there is like either. Everything else is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from prep.identity.contexts import series_of
from prep.identity.labels import list_kind
from prep.identity.overrides import Overrides
from prep.model.directory import Directory
from prep.model.naming import Located
from prep.names import compare, fold, is_initials

LISTED = ("attendee", "participant")
FIRM = ("attendee", "participant", "speaker", "owner", "absent", "role_list", "note", "email")
PLAIN = ("nested", "spelling", "spacing", "turned")
"""Likenesses that a series of minutes can make plain; initials and nicknames stay proposals."""


@dataclass(slots=True)
class Persona:
    """One name in the vault. ``note``: the path of its own note, or None."""

    key: str
    note: str | None = None
    email: str = ""
    found: list[Located] = field(default_factory=list)

    @property
    def name(self) -> str:
        """As its own note writes it, else as it is written most often, the newest first."""
        own = next((f.naming.name for f in self.found if f.naming.place == "note"), "")
        if own:
            return own
        times: dict[str, int] = {}
        for f in self.found:
            if f.naming.key == self.key:
                times[f.naming.name] = times.get(f.naming.name, 0) + 1
        return max(times, key=lambda n: (times[n], -list(times).index(n)), default=self.key)

    @property
    def firm(self) -> bool:
        """Does a place say that this is a person, not only capital letters?"""
        return any(f.naming.kind == "person" or f.naming.place in FIRM for f in self.found)

    @property
    def emails(self) -> tuple[str, ...]:
        """Its addresses, in the order found."""
        return tuple(dict.fromkeys(f.naming.email.casefold() for f in self.found if f.naming.email))

    @property
    def handles(self) -> tuple[str, ...]:
        """Its handles, in the order found."""
        return tuple(dict.fromkeys(f.naming.handle for f in self.found if f.naming.handle))

    def listed(self) -> frozenset[str]:
        """Paths where an attendance list names it; a chair or a presenter is named beside it."""
        return frozenset(
            f.path for f in self.found
            if f.naming.place in LISTED and list_kind(f.naming.role) != "serving"
        )  # fmt: skip

    def series(self) -> frozenset[str]:
        """The series in whose minutes it is listed or speaks."""
        return frozenset(
            series_of(f.path) for f in self.found if f.naming.place in (*LISTED, "speaker")
        )


def personas_of(pool: Iterable[Located]) -> list[Persona]:
    """The personas of a pool of namings: one a key, or one a note or address of the same key."""
    by_key: dict[str, list[Located]] = {}
    for located in pool:
        naming = located.naming
        if naming.kind not in ("account", "topic") and naming.key and not _is_form(located):
            by_key.setdefault(naming.key, []).append(located)
    found: list[Persona] = []
    for key, group in by_key.items():
        found += _parted(key, group)
    return found


def _is_form(located: Located) -> bool:
    """Is the naming another name's form, declared as such?"""
    return bool(located.naming.full) and located.naming.place in (
        "alias",
        "handle",
        "speaker",
        "owner",
    )


def _parted(key: str, group: list[Located]) -> list[Persona]:
    """One persona a note; without notes, one an address; else one for all.

    An address that a note does not give is another's. Places that carry neither belong to the
    only persona there is, and to none where there are several: which one they mean is not said.
    """
    notes = dict.fromkeys(f.path for f in group if f.naming.place == "note")
    own = {path: _addresses(f for f in group if f.path == path) for path in notes}
    told = {mail for mails in own.values() for mail in mails}
    strange = [m for m in _addresses(group) if m not in told and (told or len(notes) != 1)]
    if len(notes) + len(strange) < 2:
        return [Persona(key, next(iter(notes), None), "", group)]
    lone = len(notes) == 1
    found = [
        Persona(
            key,
            path,
            next(iter(own[path]), ""),
            [f for f in group if _belongs(f, path, own[path], lone)],
        )
        for path in notes
    ]
    return found + [
        Persona(key, None, mail, [f for f in group if f.naming.email.casefold() == mail])
        for mail in strange
    ]


def _addresses(group: Iterable[Located]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.naming.email.casefold() for f in group if f.naming.email))


def _belongs(located: Located, path: str, mails: Sequence[str], lone: bool) -> bool:
    """Is the place the note's own, by its address, or by there being no other note?"""
    if located.path == path:
        return True
    mail = located.naming.email.casefold()
    return mail in mails if mail else lone


@dataclass(slots=True)
class Joined:
    """A persona with those that are joined to it, and those that are only proposed.

    ``why``: for each joined or proposed key, the evidence in words.
    """

    main: Persona
    also: list[Persona] = field(default_factory=list)
    proposed: list[Persona] = field(default_factory=list)
    forms: list[Located] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all that is joined."""
        return frozenset(p.key for p in (self.main, *self.also))

    @property
    def found(self) -> list[Located]:
        """Every place that names it."""
        return [f for p in (self.main, *self.also) for f in p.found]


def pool_of(directory: Directory, keys: Iterable[str]) -> list[Located]:
    """All namings that share a word with any of the keys, each once."""
    found: dict[Located, None] = {}
    words = dict.fromkeys(w for key in keys for w in (key, *key.split()) if len(w) > 1)
    for word in words:
        for located in (*directory.named(word), *directory.holding(word)):
            found[located] = None
    return list(found)


def joined(main: Persona, directory: Directory, overrides: Overrides) -> Joined:
    """Everything in the vault that is this persona, by declaration or made plain by minutes."""
    pool = pool_of(directory, [main.key])
    told = Joined(main)
    aliases = [f for f in pool if _is_form(f) and fold(f.naming.full) == main.key]
    told.forms = [f for f in aliases if not _claimed(f, directory, main.key)]
    extra = [key for form, _ in overrides.together(main.key) for key in [fold(form)]]
    pool += [f for key in extra for f in pool_of(directory, [key])]
    pool += [f for form in (*main.emails, *main.handles) for f in directory.named(fold(form))]
    lettered = _same_initials(told.forms, main, directory)
    pool += [f for key in lettered for f in directory.named(key)]
    others = [p for p in personas_of(dict.fromkeys(pool)) if p.key != main.key]
    named = {f.naming.key for f in told.forms if " " in f.naming.key}
    for other in others:
        if not _apart(told, other, overrides):
            _judge(told, other, others, overrides, named, lettered)
    for other in told.also:
        told.forms += [
            f
            for f in pool
            if _is_form(f) and fold(f.naming.full) == other.key and f not in told.forms
        ]
    return told


def _claimed(form: Located, directory: Directory, key: str) -> bool:
    """Do others claim the same alias? Initials and first names hold in their own file only."""
    naming = form.naming
    if naming.place != "alias" or naming.key in key.split() or is_initials(naming.name):
        return False
    others = {fold(f.naming.full) for f in directory.named(naming.key) if f.naming.full}
    return len(others) > 1 and any(compare(o, key).kind in ("none", "first_name") for o in others)


def _same_initials(forms: Sequence[Located], main: Persona, directory: Directory) -> dict[str, str]:
    """Keys of other names for whom lists of the same series declare the same initials, and which.

    Three letters and more: two are soon shared, while a register gives three to one person.
    """
    declared = {
        f.naming.key: f.naming.name for f in forms
        if f.naming.place == "alias" and len(f.naming.key) > 2 and is_initials(f.naming.name)
    }  # fmt: skip
    series = main.series()
    return {
        fold(f.naming.full): name
        for key, name in declared.items()
        for f in directory.named(key)
        if f.naming.place == "alias" and f.naming.full and series_of(f.path) in series
    }


def _apart(told: Joined, other: Persona, overrides: Overrides) -> bool:
    """Does the owner, or a note of its own for each, say that these are two?"""
    main = told.main
    if overrides.apart(main.name, other.name) or overrides.apart(main.key, other.key):
        return True
    if not (other.note and main.note and other.note != main.note):
        return False
    if set(main.emails) & set(other.emails):
        told.proposed.append(other)
        told.why[other.key] = "the same address in two notes"
    return True


def _judge(
    told: Joined,
    other: Persona,
    others: Sequence[Persona],
    overrides: Overrides,
    named: set[str],
    lettered: Mapping[str, str],
) -> None:
    main = told.main
    shared = set(main.emails) & set(other.emails) or set(main.handles) & set(other.handles)
    if other.key in {fold(n) for n, _ in overrides.together(main.key)}:
        told.also.append(other)
        told.why[other.key] = "the overrides file says so"
    elif shared:
        told.also.append(other)
        told.why[other.key] = f"{min(shared)} is given for both"
    elif other.key in lettered:
        alike = compare(main.name, other.name).kind != "none"
        (told.also if alike else told.proposed).append(other)
        told.why[other.key] = f"the lists give {lettered[other.key]} for both"
    else:
        _liken(told, other, others, named)


def _liken(told: Joined, other: Persona, others: Sequence[Persona], named: set[str]) -> None:
    likeness = compare(told.main.name, other.name)
    if likeness.kind in ("none", "first_name") or told.main.listed() & other.listed():
        return
    plain = likeness.kind == "same" or (
        likeness.kind in PLAIN and (other.key in named or _made_plain(told.main, other, others))
    )
    (told.also if plain else told.proposed).append(other)
    told.why[other.key] = likeness.why


def _made_plain(main: Persona, other: Persona, others: Sequence[Persona]) -> bool:
    """Do the lists of one series show that the two names are one person's?"""
    if not main.series() & other.series():
        return False
    return not any(
        p is not other and p.firm and _like(p, other) and not _like(p, main) for p in others
    )


def _like(a: Persona, b: Persona) -> bool:
    return compare(a.name, b.name).kind not in ("none", "same", "first_name")
