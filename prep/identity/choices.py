"""What a rung of the ladder found, as a match: one, or the question which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from prep.identity import subjects
from prep.identity.overrides import Overrides
from prep.identity.personas import Joined, Persona, joined, personas_of, pool_of
from prep.model.directory import Directory
from prep.model.naming import Candidate, Located, Match, Rung, Subject
from prep.names import account_key, compare_words, fold, is_known_first_name, looks_like_name

_THINGS = """project plan roadmap strategy meeting meetings notes review launch migration budget
cluster poc pilot program programme initiative design spec guide list index home board team
group company capital labs lab platform system service services process policy template weekly
daily monthly sync call calls interview prep research product sales marketing engineering
infrastructure data report"""
_NO_ONES = frozenset(_THINGS.split())
"""Words of linked titles that no person is called by."""


class Vault(NamedTuple):
    """What every rung asks: the namings of the vault, and the owner's word."""

    directory: Directory
    overrides: Overrides

    def by_key(self, key: str) -> list[Persona]:
        """The personas of one very key."""
        return personas_of(f for f in self.directory.named(key) if f.naming.key == key)

    def near(self, key: str) -> list[Persona]:
        """The personas that share a word with a key."""
        return personas_of(pool_of(self.directory, [key]))

    def accounts_of(self, key: str) -> frozenset[str]:
        """The accounts that the notes give a person of this key, as written."""
        return frozenset(f.naming.org for p in self.by_key(key) for f in p.found if f.naming.org)

    def account(self, name: str) -> Subject:
        """The subject of an account."""
        return subjects.account(name, self.directory, self.overrides)

    def by_address(self, given: Iterable[Located], form: str) -> list[Persona]:
        """The personas, with all their places, of namings found by an address or a handle."""
        keys = dict.fromkeys(
            fold(f.naming.full) if f.naming.place in ("handle", "alias") and f.naming.full
            else f.naming.key
            for f in given
        )  # fmt: skip
        found = [p for key in keys for p in self.by_key(key)]
        fitting = [p for p in found if form in {fold(a) for a in (*p.emails, *p.handles)}]
        return [p for p in fitting if p.key != form] or fitting


def people(
    vault: Vault, found: Sequence[Persona], rung: Rung, query: str, why: str
) -> Match | None:
    """One person, or the question which of them; None for nobody.

    The candidates of one person are names that may be its own too: proposed, with the evidence.
    """
    distinct = merged(vault, found)
    if not distinct:
        return None
    if len(distinct) > 1:
        return several(vault, distinct, [], [], rung, query)
    told = joined(distinct[0], vault.directory, vault.overrides)
    subject = subjects.person(told, vault.directory, vault.overrides)
    if subject.name.islower() and fold(query) == fold(subject.name):
        subject = subject._replace(name=query)
    also = [
        candidate(vault, p, "spelling")._replace(why=told.why[p.key])
        for p in told.proposed
        if p.firm
    ]
    return Match("one", subject, rung, why, tuple(sorted(also)))


def several(
    vault: Vault,
    found: Sequence[Persona],
    accounts: Sequence[str],
    projects: Sequence[Located],
    rung: Rung,
    query: str,
) -> Match:
    """The question which: every candidate with a pin that means it alone."""
    candidates = [candidate(vault, p, rung) for p in found]
    for name in accounts:
        path = vault.account(name).path
        candidates.append(Candidate(name, "account", path, "", path or name, rung, "an account"))
    candidates += [
        Candidate(f.naming.name, "topic", f.path, "", f.path, rung, "a project") for f in projects
    ]
    candidates.sort(key=lambda c: (c.name, c.pin))
    why = f"{query} fits {len(candidates)}"
    return Match("several", None, rung, why, tuple(candidates))


def candidate(vault: Vault, persona: Persona, rung: Rung) -> Candidate:
    """A persona as a candidate: pinned by its note, its full name or its address."""
    account = subjects.account_of(Joined(persona), vault.directory, vault.overrides)
    lone = len(vault.by_key(persona.key)) == 1
    pin = persona.note or (persona.name if lone else persona.email or persona.name)
    first = persona.found[0]
    why = f"{first.path}:{first.naming.line}"
    return Candidate(persona.name, "person", persona.note, account, pin, rung, why)


def merged(vault: Vault, found: Sequence[Persona]) -> list[Persona]:
    """One for each person: a persona that is joined to another, fuller one is left out."""
    ordered = sorted(found, key=_fullest_first)
    if len(ordered) < 2:
        return ordered
    kept: list[Persona] = []
    taken: set[str] = set()
    for persona in ordered:
        if persona.key not in taken:
            kept.append(persona)
            if any(_alike(persona, other) for other in ordered):
                keys = joined(persona, vault.directory, vault.overrides).keys
                taken |= keys - {persona.key}
    return kept


def _alike(a: Persona, b: Persona) -> bool:
    """May the vault have joined the two? A cheap look before the long one."""
    if a.key == b.key:
        return False
    likeness = compare_words(tuple(a.key.split()), tuple(b.key.split()))
    return likeness.kind not in ("none", "first_name") or bool(
        set(a.emails) & set(b.emails) or set(a.handles) & set(b.handles)
    )


def _fullest_first(persona: Persona) -> tuple[bool, int, int, str, str]:
    listed = len(persona.listed())
    return (
        persona.note is None,
        -listed,
        -len(persona.found),
        persona.key,
        persona.note or persona.email,
    )


def is_person(persona: Persona) -> bool:
    """A person by the place of one naming, by a known given name, or as a linked name."""
    if persona.firm:
        return True
    words = persona.key.split()
    if not 2 <= len(words) <= 4:
        return False
    if is_known_first_name(words[0]):
        return True
    linked = any(f.naming.place == "link" for f in persona.found)
    shaped = looks_like_name(persona.name) and not persona.name.isupper()
    return linked and shaped and len(words) == 2 and not _NO_ONES.intersection(words)


def accounts_in(found: Iterable[Located]) -> list[str]:
    """The accounts among namings: declared ones, aliases by what they stand for."""
    names: dict[str, str] = {}
    for f in found:
        if f.naming.kind == "account":
            aliased = f.naming.place == "alias" and f.naming.full
            name = f.naming.full if aliased else f.naming.name
            names.setdefault(account_key(name), name)
    return list(names.values())
