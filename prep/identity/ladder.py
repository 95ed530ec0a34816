"""From a name as typed to one subject, or the candidates, or nobody: the ladder, rung by rung.

A rung that finds one ends the climb; one that finds several asks, with a pin for each, and never
picks. Spelling variants are the last resort and only ever proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prep.identity import subjects
from prep.identity.overrides import Overrides
from prep.identity.personas import Joined, Persona, joined, personas_of, pool_of
from prep.model.directory import Directory
from prep.model.naming import Candidate, Located, Match, Rung, Subject
from prep.names import account_key, compare, fold, is_initials, nickname_of, read_name, same_account

NOBODY = Match("none", None, None, "nobody and nothing by that name")
PROPOSED = 5
_KINDS = {"person": "person", "account": "account", "project": "topic"}


def resolve(
    query: str, directory: Directory, *, owner: tuple[str, ...], overrides: Overrides
) -> Match:
    """Whom or what a name means. ``owner``: the vault owner's names, for the account they are of.

    Deterministic: the answer depends on the namings of the vault and the overrides alone.
    """
    climb = _Climb(query.strip(), directory, owner, overrides)
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
            return match
    return climb.by_likeness()


class _Climb:
    def __init__(
        self, query: str, directory: Directory, owner: tuple[str, ...], overrides: Overrides
    ) -> None:
        self.query = query.removeprefix("[[").removesuffix("]]").partition("|")[0] if query.startswith("[[") else query
        self.linked = query.startswith("[[")
        self.directory = directory
        self.owner = frozenset(fold(o) for o in owner)
        self.overrides = overrides
        self.key = fold(self.query)

    # each rung: a match, or None to go on

    def by_address(self) -> Match | None:
        """An e-mail address or a handle that a note, a list or a line gives."""
        if "@" not in self.query:
            return None
        form = self.key
        given = [
            f for f in self.directory.named(form)
            if form in (f.naming.email.casefold(), fold(f.naming.handle))
        ]  # fmt: skip
        rung: Rung = "handle" if self.query.startswith("@") else "email"
        people = [p for p in _whole(self.directory, given, form) if form in (*map(fold, p.emails), *map(fold, p.handles))]
        return self._people(people, rung, f"{self.query} is given for this person")

    def by_path(self) -> Match | None:
        """A note's path, with or without ``.md``; what the note is about."""
        if not (self.query.endswith(".md") or "/" in self.query):
            return None
        path = self.query if self.query.endswith(".md") else f"{self.query}.md"
        stem = path.rpartition("/")[2].removesuffix(".md")
        pool = [*self.directory.named(fold(stem)), *pool_of(self.directory, [fold(stem)])]
        own = [f for f in pool if f.path == path and f.naming.place == "note"]
        if not own:
            return None
        naming = own[0].naming
        if naming.kind == "person":
            people = [p for p in personas_of(pool) if p.note == path]
            return self._people(people, "path", f"{path} is the note of this person")
        if naming.kind == "account":
            return self._one(subjects.account(naming.name, self.directory, self.overrides), "path", path)
        return self._one(subjects.topic(naming.name, path), "path", f"{path} is the note on it")

    def by_override(self) -> Match | None:
        """An alias by the owner's word."""
        meant = self.overrides.meant_by(self.key)
        if meant is None:
            return None
        name, said = meant
        match = resolve(
            name, self.directory, owner=tuple(self.owner),
            overrides=self.overrides._replace(alias=tuple(s for s in self.overrides.alias if s is not said)),
        )  # fmt: skip
        why = f"{self.overrides.path}:{said.line} says that {self.query} is {name}"
        return match._replace(rung="override", why=why) if match.outcome == "one" else match

    def by_exact(self) -> Match | None:
        """The very name: of a person, an account's or a project's note."""
        found = [f for f in self.directory.named(self.key) if f.naming.key == self.key]
        people = [p for p in personas_of(found) if _is_person(p) and self._stands_alone(p)]
        accounts = _accounts(found)
        projects = [f for f in found if f.naming.place == "note" and f.naming.kind == "topic"]
        rung: Rung = "link" if self.linked else "exact"
        why = f"the notes write {self.query}"
        if len(people) + bool(accounts) + len(projects) > 1 and people:
            return self._several(people, accounts, projects, rung)
        if people:
            return self._people(people, rung, why)
        if projects:
            return self._one(subjects.topic(projects[0].naming.name, projects[0].path), rung, why)
        if accounts:
            return self._one(subjects.account(accounts[0], self.directory, self.overrides), rung, why)
        return None

    def _stands_alone(self, persona: Persona) -> bool:
        """A lone first name is a person of its own only where nobody is known by more."""
        return " " in persona.key or persona.note is not None or not self._bearers()

    def by_alias(self) -> Match | None:
        """An alias that a note or a list declares, when one bears it."""
        forms = [
            f for f in self.directory.named(self.key)
            if f.naming.key == self.key and f.naming.full and f.naming.place in ("alias", "handle")
            and not is_initials(self.query)
        ]  # fmt: skip
        return self._fulls(forms, "alias", "declares it as another name")

    def _fulls(self, forms: list[Located], rung: Rung, says: str) -> Match | None:
        if not forms:
            return None
        accounts = dict.fromkeys(f.naming.full for f in forms if f.naming.kind == "account")
        fulls = dict.fromkeys(fold(f.naming.full) for f in forms if f.naming.kind != "account")
        people = [p for key in fulls for p in self._by_key(key)]
        first = forms[0]
        why = f"{first.path}:{first.naming.line} {says}"
        if len(accounts) == 1 and not people:
            name = next(iter(accounts))
            return self._one(subjects.account(name, self.directory, self.overrides), rung, why)
        if accounts and people:
            return self._several(people, list(accounts), [], rung)
        return self._people(people, rung, why)

    def by_turned(self) -> Match | None:
        """The name in another order, with a title, a bracket, a remark."""
        stripped = read_name(self.query).name
        if fold(stripped) not in (self.key, ""):
            people = [p for p in self._by_key(fold(stripped)) if _is_person(p)]
            match = self._people(people, "turned", f"read as {stripped}")
            if match:
                return match
        words = self.key.split()
        if len(words) < 2:
            return None
        turned = [p for p in self._near() if compare(p.name, self.query).kind == "turned"]
        return self._people(turned, "turned", "the same words in another order")

    def by_initials(self) -> Match | None:
        """Initials that a file declares, or that mean one attendee there."""
        if not is_initials(self.query):
            return None
        forms = [f for f in self.directory.named(self.key) if f.naming.key == self.key and f.naming.full]
        return self._fulls(forms, "initials", "has these initials stand for one who was there")

    def by_account(self) -> Match | None:
        """An account by its name without the legal form, or by the domain of an address."""
        key = account_key(self.query)
        pool = pool_of(self.directory, [key]) if key else []
        names = dict.fromkeys(
            f.naming.full if f.naming.place == "alias" else f.naming.name
            for f in pool if f.naming.kind == "account" and same_account(f.naming.name, self.query)
        )  # fmt: skip
        if not names:
            return None
        subject = subjects.account(next(iter(names)), self.directory, self.overrides)
        return self._one(subject, "exact", "the same company, its legal form aside")

    def by_short(self) -> Match | None:
        """A first name, a surname, a nickname: one person, or the question which."""
        bearers = self._bearers()
        if bearers:
            return self._people(bearers, "first_name", "nobody else in the notes is called so")
        if " " in self.key or len(self.key) < 2:
            return None
        from prep.names import related_first_names

        pool = pool_of(self.directory, sorted(related_first_names(self.key)))
        people = [
            p for p in personas_of(pool)
            if p.firm and " " in p.key and nickname_of(self.key, p.key.split()[0])
        ]  # fmt: skip
        return self._people(_merged(people, self), "nickname", f"{self.query} may be short for it")

    def _bearers(self) -> list[Persona]:
        """The people whose given name or surname the query is."""
        people = [
            p for p in self._near()
            if p.firm and (p.key.startswith(f"{self.key} ") or (p.key.endswith(f" {self.key}") and len(self.key) > 2))
        ]  # fmt: skip
        return _merged(people, self)

    def by_topic(self) -> Match | None:
        """A tag, a link, a number, a heading's words, or words that the notes hold."""
        found = [f for f in self.directory.named(self.key) if f.naming.key == self.key]
        if found or self.directory.notes_of((self.key,), 1):
            forms = _identifiers(self.query)
            rung: Rung = "link" if any(f.naming.place == "link" for f in found) else "exact"
            return self._one(subjects.topic(self.query, None, forms), rung, "the notes hold these words")
        return None

    def by_likeness(self) -> Match:
        """Nobody; those whose names are written nearly so are proposed."""
        near = [
            p for p in self._near()
            if p.firm and compare(p.name, self.query).kind not in ("none", "first_name")
        ]  # fmt: skip
        if not near:
            names = self.directory.near(self.query, PROPOSED)
            near = [p for n in names for p in self._by_key(fold(n)) if p.firm]
        return NOBODY._replace(
            candidates=tuple(self._candidate(p, "spelling") for p in near[:PROPOSED])
        )

    # helpers of the rungs

    def _by_key(self, key: str) -> list[Persona]:
        found = [f for f in self.directory.named(key) if f.naming.key == key]
        return personas_of(found)

    def _near(self) -> list[Persona]:
        return personas_of(pool_of(self.directory, [self.key]))

    def _people(self, people: list[Persona], rung: Rung, why: str) -> Match | None:
        people = _merged(people, self)
        if not people:
            return None
        if len(people) > 1:
            return self._several(people, [], [], rung)
        told = joined(people[0], self.directory, self.overrides)
        return self._one(subjects.person(told, self.directory, self.overrides), rung, why)

    def _one(self, subject: Subject, rung: Rung, why: str) -> Match:
        return Match("one", subject, rung, why)

    def _several(
        self, people: list[Persona], accounts: list[str], projects: list[Located], rung: Rung
    ) -> Match:
        found = [self._candidate(p, rung) for p in people]
        for name in accounts[:1]:
            subject = subjects.account(name, self.directory, self.overrides)
            found.append(Candidate(name, "account", subject.path, "", subject.path or name, rung, "an account"))
        found += [
            Candidate(f.naming.name, "topic", f.path, "", f.path, rung, "a project") for f in projects
        ]
        found.sort(key=lambda c: (c.name, c.pin))
        return Match("several", None, rung, f"{self.query} fits {len(found)}", tuple(found))

    def _candidate(self, persona: Persona, rung: Rung) -> Candidate:
        told = Joined(persona)
        account = subjects.person(told, self.directory, self.overrides).account
        lone = len(self._by_key(persona.key)) == 1
        pin = persona.note or (persona.name if lone else persona.email or persona.name)
        first = persona.found[0]
        why = f"{first.path}:{first.naming.line}"
        return Candidate(persona.name, "person", persona.note, account, pin, rung, why)


def _whole(directory: Directory, given: Iterable[Located], form: str) -> list[Persona]:
    """The personas, with all their places, of namings found by an address."""
    keys = dict.fromkeys(
        fold(f.naming.full) if f.naming.place in ("handle", "alias") and f.naming.full else f.naming.key
        for f in given
    )
    found = []
    for key in keys:
        found += personas_of([f for f in directory.named(key) if f.naming.key == key])
    fuller = [p for p in found if p.key != form]
    return fuller or found


def _is_person(persona: Persona) -> bool:
    """A person by the place of one naming, or a linked name of a person's shape."""
    if persona.firm:
        return True
    linked = any(f.naming.place == "link" for f in persona.found)
    from prep.names import is_known_first_name

    words = persona.key.split()
    return 2 <= len(words) <= 4 and (is_known_first_name(words[0]) or (linked and len(words) == 2 and _shaped(persona)))


def _shaped(persona: Persona) -> bool:
    from prep.names import looks_like_name

    return looks_like_name(persona.name) and not persona.name.isupper()


def _accounts(found: Iterable[Located]) -> list[str]:
    """The accounts among namings: declared ones, aliases by what they stand for."""
    names = {}
    for f in found:
        if f.naming.kind == "account":
            name = f.naming.full if f.naming.place == "alias" and f.naming.full else f.naming.name
            names.setdefault(account_key(name), name)
    return list(names.values())


def _merged(people: list[Persona], climb: _Climb) -> list[Persona]:
    """One for each person: personas that are joined to an earlier, fuller one are left out."""
    ordered = sorted(people, key=lambda p: (p.note is None, -subjects.listed_in(p.found), -len(p.found), p.key))
    kept: list[Persona] = []
    taken: set[str] = set()
    for persona in ordered:
        if persona.key in taken and persona.key not in {k.key for k in kept}:
            continue
        kept.append(persona)
        if len(ordered) > 1:
            taken |= joined(persona, climb.directory, climb.overrides).keys
    return kept


def _identifiers(query: str) -> list[str]:
    """The one word of a phrase that is an identifier (letters and digits), as a form of its own."""
    words = [w.strip(".,;:()") for w in query.split()]
    marked = [w for w in words if any(c.isdigit() for c in w) and any(c.isalpha() for c in w)]
    return marked if len(marked) == 1 and len(words) > 1 else []


_Rung = Callable[[], Match | None]
