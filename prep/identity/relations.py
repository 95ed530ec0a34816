"""Who is what, where, and under whom: every value with its day and place, the newest standing.

Values come from claims of kind ``role`` and ``relation`` (attributes ``role``, ``employer``,
``reports_to``, ``manages``, ``replaced``, ``left``, ``team``) and from the places that give them
beside a name: a person's own note, an attendance list, a list of roles in brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from prep.identity.cast import Cast
from prep.model.claim import Placed
from prep.model.naming import Naming, Subject
from prep.model.reading import Reading
from prep.names import account_key, fold

SINGLE = ("employer", "reports_to", "team")
"""Attributes of which a person has one at a time: a newer value makes the older one history."""
_TOLD_AT = ("attendee", "participant", "role_list", "absent")
_ROLE_KEYS = ("role", "roles", "jobtitle", "position")


class Fact(NamedTuple):
    """One value of one attribute, told at one place. ``own``: in the person's own note.

    ``person`` and, of ``reports_to`` and ``manages``, ``value`` are full names as far as that very
    file tells whom a short form means. ``day`` is ISO, or None where no day is known.
    """

    person: str
    attribute: str
    value: str
    day: str | None
    path: str
    line: int
    end_line: int
    rule: str = ""
    own: bool = False


class Value(NamedTuple):
    """A value with every place that tells it, newest first.

    ``current``: it stands; else it is history. ``conflict``: another value of the same day, or an
    undated one in the person's own note, says otherwise: both are shown, none is picked.
    """

    attribute: str
    value: str
    day: str | None
    told: tuple[Fact, ...]
    current: bool = True
    conflict: bool = False


def facts_of(placed: Iterable[Placed], readings: Sequence[Reading]) -> tuple[Fact, ...]:
    """All values that the notes give of anybody, in the order of the readings.

    ``placed`` are claims of any kind, of which only roles and relations count. A claim of a note
    that is not among ``readings`` is left out: nothing says whom its short names mean.
    """
    known = {reading.note.path: reading for reading in readings}
    names = {path: names_in(reading.namings) for path, reading in known.items()}
    found = [
        _claimed(place, known[place.path].note.day, names[place.path])
        for place in placed
        if place.claim.kind in ("role", "relation") and place.path in known and place.claim.value
    ]
    for reading in readings:
        found += _given(reading, names[reading.note.path])
    return tuple(dict.fromkeys(found))


def names_in(namings: Iterable[Naming]) -> Callable[[str], str]:
    """What a short name means in one file: the full name, or the form itself where none is sure.

    A name of several words stays as it is written: which of a person's names it is, the subject
    knows.
    """

    @cache
    def cast() -> Cast:
        return Cast(namings)

    def full(form: str) -> str:
        if " " in fold(form):
            return form
        meant = cast().who(form)
        return cast().members[meant.member].name if meant and meant.certain else form

    return full


def _claimed(place: Placed, day: str | None, full: Callable[[str], str]) -> Fact:
    claim = place.claim
    person = full(claim.subject or claim.party)
    value = (
        full(claim.value)
        if claim.attribute in ("reports_to", "manages", "replaced")
        else claim.value
    )
    return Fact(
        person, claim.attribute, value, claim.day or day, place.path, claim.line, claim.end_line,
        claim.rule,
    )  # fmt: skip


def _given(reading: Reading, full: Callable[[str], str]) -> list[Fact]:
    """The employers and roles that stand beside names."""
    note = reading.note
    own = note.kind == "person"
    found = []
    for naming in reading.namings:
        day = note.episodes[naming.episode].day if naming.episode < len(note.episodes) else None
        if naming.kind == "account" and naming.full and naming.role != "parent":
            told = (naming.full, "employer", naming.name)
        elif naming.kind == "person" and naming.role and naming.place in _TOLD_AT:
            told = (naming.name, "role", naming.role)
        else:
            continue
        person, attribute, value = told
        rule, line = f"{naming.place}.{attribute}", naming.line
        found.append(
            Fact(full(person), attribute, value, day or note.day, note.path, line, line, rule, own)
        )
    return found + (_own_roles(reading) if own else [])


def _own_roles(reading: Reading) -> list[Fact]:
    """The roles that a person's own note gives, each with its own line."""
    note = reading.note
    name = next((n.name for n in reading.namings if n.place == "note"), note.title)
    return [
        Fact(name, "role", ", ".join(field.values), note.day, note.path, field.line,
             field.end_line, "note.role", own=True)
        for field in note.fields if field.key in _ROLE_KEYS and field.values
    ]  # fmt: skip


def values_of(facts: Iterable[Fact], subject: Subject) -> tuple[Value, ...]:
    """What the facts say of one person, by attribute; current values first, then history."""
    keys = {fold(n) for n in (subject.name, *subject.forms, *subject.aliases)}
    own = [f for f in facts if fold(f.person) in keys]
    told_by_others = [f for f in facts if f.attribute == "replaced" and fold(f.value) in keys]
    found: list[Value] = []
    for attribute in dict.fromkeys(f.attribute for f in own):
        group = [f for f in own if f.attribute == attribute]
        found += _single(attribute, group) if attribute in SINGLE else _several(attribute, group)
    ended = _ended(found, [f for f in own if f.attribute == "left"], told_by_others)
    return tuple(sorted(ended, key=lambda v: (v.attribute, not v.current, _newest_first(v.day))))


def _grouped(attribute: str, facts: Sequence[Fact]) -> list[Value]:
    """Values that are the same value, with all their tellings; newest first."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        key = account_key(fact.value) if attribute == "employer" else fold(fact.value)
        groups.setdefault(key, []).append(fact)
    values = []
    for group in groups.values():
        group.sort(key=lambda f: (_newest_first(f.day), f.path, f.line, f.value))
        words = next((f.value for f in group if any(c.isupper() for c in f.value)), group[0].value)
        values.append(Value(attribute, words, group[0].day, tuple(group)))
    return sorted(
        values, key=lambda v: (_newest_first(v.day), v.told[0].path, v.told[0].line, v.value)
    )


def _newest_first(day: str | None) -> tuple[bool, str]:
    """A key that puts the newest day first and the unknown last."""
    return (day is None, "".join(chr(0x10FFFF - ord(c)) for c in day or ""))


def _single(attribute: str, facts: Sequence[Fact]) -> list[Value]:
    """One stands: the newest; two of the newest day, or an undated own note, are in conflict."""
    values = _grouped(attribute, facts)
    newest = values[0].day
    standing = [v for v in values if v.day == newest]
    undated = [v for v in values if v.day is None and any(f.own for f in v.told)]
    rivals = {v.value for v in (*standing, *undated)}
    return [
        v._replace(current=v.value in rivals, conflict=v.value in rivals and len(rivals) > 1)
        for v in values
    ]


def _several(attribute: str, facts: Sequence[Fact]) -> list[Value]:
    """Roles go side by side until something ends them; the same role in fewer words is one role."""
    kept: list[Value] = []
    for value in _grouped(attribute, facts):
        words = set(fold(value.value).split())
        at = next(
            (i for i, v in enumerate(kept) if _same_role(words, set(fold(v.value).split()))), None
        )
        if at is None:
            kept.append(value)
        else:
            kept[at] = kept[at]._replace(told=(*kept[at].told, *value.told))
    return kept


def _same_role(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and (a <= b or b <= a)


def _ended(values: list[Value], left: Sequence[Fact], replaced: Sequence[Fact]) -> list[Value]:
    """Close what a later line says was left or handed over, and roles at a former employer."""
    current = [v for v in values if v.attribute == "employer" and v.current and v.day]
    moved = min((f.day for v in current for f in v.told if f.day), default=None)
    before = any(v.attribute == "employer" and not v.current for v in values)
    found = []
    for value in values:
        over = (
            value.current
            and value.attribute in ("role", "team", "employer")
            and (
                any(_ends(fact, value) for fact in left)
                or (value.attribute == "role" and any(_after(f.day, value.day) for f in replaced))
                or (value.attribute == "role" and before and _after(moved, value.day))
            )
        )
        found.append(value._replace(current=False, conflict=False) if over else value)
    return found


def _ends(fact: Fact, value: Value) -> bool:
    """Does this leaving concern the value, and is it no older than its last telling?"""
    words = set(fold(fact.value).split())
    told = set(fold(value.value).split())
    return bool(words & told) and (fact.day or "") >= (value.day or "")


def _after(day: str | None, other: str | None) -> bool:
    return day is not None and other is not None and day > other
