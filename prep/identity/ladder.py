"""From a name as typed to one subject, or the candidates, or nobody: the ladder, rung by rung.

A rung that finds one ends the climb; one that finds several asks, with a pin for each, and never
picks. Spelling variants are the last resort and only ever proposed.
"""

from __future__ import annotations

from collections.abc import Sequence

from prep.identity import subjects
from prep.identity.choices import Vault, accounts_in, candidate, is_person, people, several
from prep.identity.overrides import Overrides
from prep.identity.personas import Persona, personas_of, pool_of
from prep.model.directory import Directory
from prep.model.naming import Located, Match, Rung, Subject
from prep.names import (
    account_key,
    compare,
    fold,
    is_initials,
    nickname_of,
    read_name,
    related_first_names,
    same_account,
)

NOBODY = Match("none", None, None, "nobody and nothing by that name")
PROPOSED = 5


def resolve(
    query: str, directory: Directory, *, owner: tuple[str, ...], overrides: Overrides
) -> Match:
    """Whom or what a name means.

    ``owner``: the vault owner's names; the company that they are of is nobody's account, so that
    a brief on a colleague is not one on a customer. Deterministic: the answer depends on the
    namings of the vault and the overrides alone.
    """
    climb = _Climb(query.strip(), Vault(directory, overrides))
    said = overrides.silent(fold(climb.query))
    if said:
        why = f"{overrides.path}:{said.line} says never to match {said.names[0]}"
        return NOBODY._replace(why=why)
    for rung in (
        climb.by_address, climb.by_path, climb.by_override, climb.by_exact, climb.by_alias,
        climb.by_turned, climb.by_initials, climb.by_account, climb.by_short, climb.by_topic,
    ):  # fmt: skip
        match = rung()
        if match is not None:
            return _not_own(match, climb.vault, owner)
    return climb.by_likeness()


def _not_own(match: Match, vault: Vault, owner: tuple[str, ...]) -> Match:
    """The match, without an account that is the owner's own company."""
    subject = match.subject
    if subject is None or not subject.account or not owner:
        return match
    own = {account_key(a) for name in owner for a in vault.accounts_of(fold(name))}
    if account_key(subject.account) not in own:
        return match
    if subject.kind == "account":
        return match._replace(why=f"{match.why}; your own company")
    return match._replace(subject=subject._replace(account=""))


class _Climb:
    """One query on its way up; each rung gives a match, or None to go on."""

    def __init__(self, query: str, vault: Vault) -> None:
        self.linked = query.startswith("[[")
        self.query = query[2:].removesuffix("]]").partition("|")[0] if self.linked else query
        self.key = fold(self.query)
        self.vault = vault
        self.found = [f for f in vault.directory.named(self.key) if f.naming.key == self.key]

    def _people(self, found: Sequence[Persona], rung: Rung, why: str) -> Match | None:
        return people(self.vault, found, rung, self.query, why)

    def by_address(self) -> Match | None:
        """An e-mail address or a handle that a note, a list or a line gives."""
        if "@" not in self.query:
            return None
        given = [
            f for f in self.vault.directory.named(self.key)
            if self.key in (f.naming.email.casefold(), fold(f.naming.handle))
        ]  # fmt: skip
        rung: Rung = "handle" if self.query.startswith("@") else "email"
        found = self.vault.by_address(given, self.key)
        return self._people(found, rung, f"{self.query} is given for this person")

    def by_path(self) -> Match | None:
        """A note's path, with or without ``.md``: what the note is about."""
        if not (self.query.endswith(".md") or "/" in self.query):
            return None
        path = f"{self.query.removesuffix('.md')}.md"
        pool = pool_of(self.vault.directory, [fold(path.rpartition("/")[2].removesuffix(".md"))])
        own = next((f.naming for f in pool if f.path == path and f.naming.place == "note"), None)
        why = f"{path} is the note on this"
        if own is None:
            return None
        if own.kind == "person":
            return self._people([p for p in personas_of(pool) if p.note == path], "path", why)
        if own.kind == "account":
            return _one(self.vault.account(own.name), "path", why)
        return _one(subjects.topic(own.name, path), "path", why)

    def by_override(self) -> Match | None:
        """An alias by the owner's word."""
        overrides = self.vault.overrides
        meant = overrides.meant_by(self.key)
        if meant is None:
            return None
        name, said = meant
        rest = overrides._replace(alias=tuple(s for s in overrides.alias if s is not said))
        match = resolve(name, self.vault.directory, owner=(), overrides=rest)
        why = f"{overrides.path}:{said.line} says that {self.query} is {name}"
        return match._replace(rung="override", why=why) if match.outcome == "one" else match

    def by_exact(self) -> Match | None:
        """The very name: of a person, or of an account's or a project's note."""
        persons = [p for p in personas_of(self.found) if is_person(p) and self._stands(p)]
        accounts = accounts_in(f for f in self.found if f.naming.place != "alias")
        projects = [
            f for f in self.found if f.naming.place == "note" and f.naming.kind == "topic"
        ]  # fmt: skip
        rung: Rung = "link" if self.linked else "exact"
        why = f"the notes write {self.query}"
        if accounts or projects:
            persons = [p for p in persons if p.firm]  # a mere mention makes no second bearer
        if persons and (accounts or projects):
            return several(self.vault, persons, accounts, projects, rung, self.query)
        if persons:
            return self._people(persons, rung, why)
        if projects:
            return _one(subjects.topic(projects[0].naming.name, projects[0].path), rung, why)
        return _one(self.vault.account(accounts[0]), rung, why) if accounts else None

    def _stands(self, persona: Persona) -> bool:
        """A lone first name is a person of its own only where nobody is known by more."""
        return " " in persona.key or persona.note is not None or not self._bearers()

    def by_alias(self) -> Match | None:
        """An alias that a note or a list declares, when one bears it."""
        if is_initials(self.query):
            return None
        forms = [f for f in self.found if f.naming.full and f.naming.place in ("alias", "handle")]
        return self._declared(forms, "alias", "declares it as another name")

    def by_turned(self) -> Match | None:
        """The name in another order, with a title, a bracket, a remark."""
        stripped = fold(read_name(self.query).name)
        if stripped not in (self.key, ""):
            match = self._people(
                [p for p in self.vault.by_key(stripped) if is_person(p)], "turned",
                "the name without its title, its brackets, its comma",
            )  # fmt: skip
            if match:
                return match
        if " " not in self.key:
            return None
        near = self.vault.near(self.key)
        turned = [p for p in near if compare(p.name, self.query).kind == "turned"]
        return self._people(turned, "turned", "the same words in another order")

    def by_initials(self) -> Match | None:
        """Initials that a file declares, or that mean one attendee there."""
        if not is_initials(self.query):
            return None
        forms = [f for f in self.found if f.naming.full]
        return self._declared(forms, "initials", "has these initials stand for one who was there")

    def _declared(self, forms: Sequence[Located], rung: Rung, says: str) -> Match | None:
        if not forms:
            return None
        accounts = accounts_in(forms)
        keys = dict.fromkeys(fold(f.naming.full) for f in forms if f.naming.kind != "account")
        persons = [p for key in keys for p in self.vault.by_key(key)]
        why = f"{forms[0].path}:{forms[0].naming.line} {says}"
        if accounts and (persons or len(accounts) > 1):
            return several(self.vault, persons, accounts, [], rung, self.query)
        if accounts:
            return _one(self.vault.account(accounts[0]), rung, why)
        return self._people(persons, rung, why)

    def by_account(self) -> Match | None:
        """An account by its name without the legal form."""
        pool = pool_of(self.vault.directory, [account_key(self.query)])
        names = [f for f in pool if same_account(f.naming.name, self.query)]
        found = accounts_in(names)
        if not found:
            return None
        why = "the same company, its legal form aside"
        return _one(self.vault.account(found[0]), "exact", why)

    def by_short(self) -> Match | None:
        """A first name, a surname, a nickname: one person, or the question which."""
        bearers = self._bearers()
        if bearers or " " in self.key or len(self.key) < 2:
            return self._people(bearers, "first_name", "nobody else in the notes is called so")
        pool = pool_of(self.vault.directory, sorted(related_first_names(self.key)))
        found = [
            p for p in personas_of(pool)
            if p.firm and " " in p.key and nickname_of(self.key, p.key.split(maxsplit=1)[0])
        ]  # fmt: skip
        return self._people(found, "nickname", f"{self.query} may be short for it")

    def _bearers(self) -> list[Persona]:
        """The people whose given name or surname the query is."""
        ends = f" {self.key}" if len(self.key) > 2 else "\0"
        return [
            p for p in self.vault.near(self.key)
            if p.firm and (p.key.startswith(f"{self.key} ") or p.key.endswith(ends))
        ]  # fmt: skip

    def by_topic(self) -> Match | None:
        """A tag, a link, a number, a heading's words, or words that the notes hold."""
        if not self.key or not (self.found or self.vault.directory.notes_of((self.key,), 1)):
            return None
        rung: Rung = "link" if any(f.naming.place == "link" for f in self.found) else "exact"
        subject = subjects.topic(self.query, None, _identifiers(self.query))
        return _one(subject, rung, "the notes hold these words")

    def by_likeness(self) -> Match:
        """Nobody; those whose names are written nearly so are proposed."""
        near = [
            p for p in self.vault.near(self.key)
            if p.firm and compare(p.name, self.query).kind not in ("none", "first_name")
        ]  # fmt: skip
        if not near:
            names = self.vault.directory.near(self.query, PROPOSED)
            near = [p for n in names for p in self.vault.by_key(fold(n)) if p.firm]
        found = tuple(candidate(self.vault, p, "spelling") for p in near[:PROPOSED])
        return NOBODY._replace(candidates=found)


def _one(subject: Subject, rung: Rung, why: str) -> Match:
    return Match("one", subject, rung, why)


def _identifiers(query: str) -> list[str]:
    """The one word of a phrase that is an identifier (letters and digits), as a form of its own."""
    words = [w.strip(".,;:()") for w in query.split()]
    marked = [w for w in words if any(c.isdigit() for c in w) and any(c.isalpha() for c in w)]
    return marked if len(marked) == 1 and len(words) > 1 else []
