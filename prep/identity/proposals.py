"""Who may be one and the same: proposals with their evidence. Nothing is merged here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from prep.identity.overrides import Overrides
from prep.identity.personas import Persona, personas_of
from prep.model.directory import Directory
from prep.names import compare_words, fold

CROWD = 400
"""Most names under one word that are compared with each other: a bound for vaults in which every
second person is called alike, far above what a notebook holds."""


class Proposal(NamedTuple):
    """Two names that may be one person's, and why."""

    a: str
    b: str
    why: str


def duplicates(directory: Directory, overrides: Overrides) -> tuple[Proposal, ...]:
    """Names in the whole vault that may be one person's, in alphabetical order.

    Two names on one attendance list are two people; so are two that the owner keeps apart.
    """
    known = [p for p in personas_of(directory.declared()) if p.firm]
    found: dict[tuple[str, str], Proposal] = {}
    for a, b in _pairs(known):
        first, second = sorted((a, b), key=_mark)
        why = _evidence(first, second)
        if why and not _apart(first, second, overrides):
            found.setdefault(
                (_mark(first), _mark(second)), Proposal(_shown(first), _shown(second), why)
            )
    return tuple(sorted(found.values()))


def _pairs(known: list[Persona]) -> Iterator[tuple[Persona, Persona]]:
    """Personas that share a word, their letters, an address or a handle."""
    buckets: dict[str, list[Persona]] = {}
    for persona in known:
        words = persona.key.split()
        marks = {words[0], words[-1], "".join(words), *persona.emails}
        marks |= {f"@{fold(h)}" for h in persona.handles}
        for mark in sorted(marks):
            buckets.setdefault(mark, []).append(persona)
    for bucket in buckets.values():
        yield from combinations(bucket[:CROWD], 2)


def _mark(persona: Persona) -> str:
    return f"{persona.key}\0{persona.note or persona.email}"


def _shown(persona: Persona) -> str:
    return persona.note or (f"{persona.name} <{persona.email}>" if persona.email else persona.name)


def _apart(a: Persona, b: Persona, overrides: Overrides) -> bool:
    return overrides.apart(a.name, b.name) or bool(a.listed() & b.listed())


def _evidence(a: Persona, b: Persona) -> str:
    mails = set(a.emails) & set(b.emails)
    handles = {fold(h) for h in a.handles} & {fold(h) for h in b.handles}
    if mails or handles:
        return f"both have {min(mails or handles)}"
    likeness = compare_words(tuple(a.key.split()), tuple(b.key.split()))
    if likeness.kind == "same":
        return "the same name in two notes, or with two addresses"
    if likeness.kind in ("none", "first_name"):
        return ""
    places = " and ".join(f"{p.found[0].path}:{p.found[0].naming.line}" for p in (a, b))
    return f"{likeness.why}; {places}"
