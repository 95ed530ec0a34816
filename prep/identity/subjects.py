"""From a persona, an account or a phrase to the ``Subject`` that a brief is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prep.identity.contexts import OWN_PAGES, account_context, series_of
from prep.identity.overrides import Overrides
from prep.identity.personas import Joined, Persona, personas_of, pool_of
from prep.model.directory import Directory
from prep.model.naming import Located, Subject
from prep.names import account_key, fold, is_initials, slips_of

_ALSO_WORDS = """will may mark bill rose art sue pat guy grace hope faith joy june april august
dawn eve ivy lily olive penny ray rich rob jack nick max drew chase grant miles page reed stone
wade young dean major lance victor frank ernest earnest sonny sandy rusty misty summer autumn
pearl ruby jade amber iris robin drake cliff glen heath brook"""
COMMON_WORDS = frozenset(_ALSO_WORDS.split())
"""First names that are words as well: on a page of small letters they may be just that."""


def person(told: Joined, directory: Directory, overrides: Overrides) -> Subject:
    """The subject of a persona with all that is joined to it."""
    names = dict.fromkeys([told.main.name, *(p.name for p in told.also)])
    written = dict.fromkeys(f.naming.name for f in told.found if f.naming.key in told.keys)
    emails = tuple(dict.fromkeys(e for p in (told.main, *told.also) for e in p.emails))
    handles = tuple(dict.fromkeys(h for p in (told.main, *told.also) for h in p.handles))
    joined = [n for n, _ in overrides.together(told.main.key)]
    barred = {fold(n) for s in overrides.never_match for n in s.names}
    stays = {f for f in told.forms if _is_global(f, told)}
    aliases = dict.fromkeys(
        f.naming.name for f in told.forms if f in stays and f.naming.place == "alias"
    )
    aliases.update(dict.fromkeys(joined))
    account = account_of(told, directory, overrides)
    reach = _reach(told, directory, account, barred)
    own = {fold(n) for n in (*handles, *joined, told.main.name)}
    every = [n for n in (*names, *written) if " " in fold(n) or fold(n) in own]
    every += [f.naming.name for f in told.forms if f in stays]
    local = [(f.path, f.naming.name) for f in told.forms if f not in stays]
    local += [(f.path, f.naming.name) for p in told.also if " " not in p.key for f in p.found]
    forms = tuple(dict.fromkeys(n for n in every if n and fold(n) not in barred))
    firsts = tuple(dict.fromkeys(n.split()[0] for n in names if fold(n.split()[0]) not in barred))
    keys = (*forms, *aliases, *emails, *handles, *(form for _, form in (*reach, *local)))
    return Subject(
        told.main.name, "person", told.main.note, account, tuple(aliases), emails, handles,
        forms, firsts, tuple(dict.fromkeys(local)), _unique(map(fold, keys)), reach=reach,
    )  # fmt: skip


def _is_global(form: Located, told: Joined) -> bool:
    """May a declared form stand for the person in any note?

    A handle and an alias may, and so may another full name; initials and a part of the name may
    not, wherever they are declared: elsewhere they are somebody else's.
    """
    naming = form.naming
    if is_initials(naming.name):
        return False
    if " " in naming.key:
        return True
    parts = {w for p in (told.main, *told.also) for w in p.key.split()}
    return naming.place in ("alias", "handle") and naming.key not in parts


def _unique(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k for k in keys if k))


def account_of(told: Joined, directory: Directory, overrides: Overrides) -> str:
    """The account: by the owner's word, its own note, the newest list that gives one."""
    said = overrides.account_of(told.keys)
    if said:
        return said[0]
    own = next((f.naming.org for f in told.found if f.naming.place == "note" and f.naming.org), "")
    dated = sorted(
        (f for f in told.found if f.naming.org), key=lambda f: (f.day or "", f.path), reverse=True
    )
    name = own or next((f.naming.org for f in dated), "")
    return account_name(name, directory) if name else ""


def account_name(name: str, directory: Directory) -> str:
    """The account as its own note writes it, else as a field or list does; ``name`` otherwise."""
    key = account_key(name)
    found = [f.naming for f in pool_of(directory, [key]) if f.naming.kind == "account"]
    alike = [n for n in found if account_key(n.name) == key]
    own = next((n.name for n in alike if n.place == "note"), "")
    alias = next((n.full for n in alike if n.place == "alias" and n.full), "")
    return own or alias or next((n.name for n in alike if any(c.isupper() for c in n.name)), name)


def _reach(
    told: Joined, directory: Directory, account: str, barred: set[str]
) -> tuple[tuple[str, str], ...]:
    """Short forms with the contexts in which nobody else known bears them."""
    contexts = list(dict.fromkeys(c for p in (told.main, *told.also) for c in sorted(p.series())))
    if account:
        contexts.append(account_context(account))
    found: list[tuple[str, str]] = []
    for key, form in _shorts(told).items():
        if key not in barred and not key.isdigit():
            taken = _taken(key, form, told, directory)
            free = [c for c in contexts if c not in taken]
            if not taken and _is_first(key, told) and key not in COMMON_WORDS:
                free.append(OWN_PAGES)
            found += [(c, form) for c in free]
            if free:
                found += [(c, slip) for slip in _slipped(key, directory) for c in free]
    return tuple(found)


def _is_first(key: str, told: Joined) -> bool:
    """Is it the first name of a person that the notes declare, not only mention?"""
    return told.main.firm and len(key) > 2 and told.main.key.split()[0] == key


def _slipped(key: str, directory: Directory) -> list[str]:
    """Slips of the pen in a name that the notes hold, and that are nobody's name.

    They mean the one who bears the name in the same contexts as the name itself does: there
    nobody else bears it, and nobody at all bears the slip.
    """

    def held(words: Sequence[str]) -> list[str]:
        if not words or not directory.notes_of(words, 1):
            return []
        return [word for word in words if directory.notes_of((word,), 1)]

    return [slip.capitalize() for slip in slips_of(key, held) if not _is_borne(slip, directory)]


def _is_borne(key: str, directory: Directory) -> bool:
    return any(_bears(persona, key) for persona in personas_of(pool_of(directory, [key])))


def _shorts(told: Joined) -> dict[str, str]:
    """Given names, surnames, and the initials and short names that minutes use, by key."""
    shorts: dict[str, str] = {}
    for persona in (told.main, *told.also):
        first, *rest = persona.name.split()
        if rest or persona is not told.main:
            shorts.setdefault(fold(first), first)
        if rest and len(rest[-1]) > 3 and persona.firm:
            shorts.setdefault(fold(rest[-1]), rest[-1])
    for located in told.forms:
        if located.naming.place in ("speaker", "owner") and len(located.naming.key) > 1:
            shorts.setdefault(located.naming.key, located.naming.name)
    return shorts


def _taken(key: str, form: str, told: Joined, directory: Directory) -> set[str]:
    """Contexts in which another person bears the short form.

    A run of capitalised words counts as a person's name here, to be on the safe side, but not
    after initials: ``MM`` begins many a sentence of minutes.
    """
    taken: set[str] = set()
    mine = told.keys | {p.key for p in told.proposed}
    pool = pool_of(directory, [key])
    for located in pool:
        full = fold(located.naming.full)
        if full and located.naming.key == key and full not in mine:
            taken |= _contexts(located)
    lettered = is_initials(form)
    for rival in personas_of(pool):
        if rival.key not in mine and _bears(rival, key) and (rival.firm or not lettered):
            for located in rival.found:
                taken |= _contexts(located)
    return taken


def _bears(rival: Persona, key: str) -> bool:
    if " " not in rival.key:
        return False
    words = rival.key.split()
    return words[0] == key.split(maxsplit=1)[0] or (rival.firm and words[-1] == key)


def _contexts(located: Located) -> set[str]:
    found = {series_of(located.path)}
    if located.naming.org:
        found.add(account_context(located.naming.org))
    return found


def account(name: str, directory: Directory, overrides: Overrides) -> Subject:
    """The subject of an account: its forms, its people, its parent."""
    key = account_key(name)
    pool = [f for f in pool_of(directory, [key]) if f.naming.kind == "account"]
    own = [f for f in pool if account_key(f.naming.name) == key and f.naming.place != "alias"]
    filed = [f for f in own if f.naming.role != "parent"]
    aliases = [f for f in pool if f.naming.place == "alias" and account_key(f.naming.full) == key]
    joined = [n for n, _ in (*overrides.together(fold(name)), *overrides.together(key))]
    pool_also = [f for n in joined for f in directory.named(fold(n)) if f.naming.kind == "account"]
    note = next((f.path for f in own if f.naming.place == "note"), None)
    title = account_name(name, directory)
    forms = dict.fromkeys(
        [title, *(f.naming.name for f in own), *(f.naming.name for f in aliases), *joined]
    )
    forms.setdefault(_without_suffix(title), None)
    people = dict.fromkeys(f.naming.full for f in (*filed, *pool_also) if f.naming.full)
    people.update({s.names[0]: None for s in overrides.account if account_key(s.names[1]) == key})
    parent = next(
        (
            f.naming.name
            for f in pool
            if f.naming.role == "parent" and account_key(f.naming.full) == key
        ),
        "",
    )
    emails = tuple(dict.fromkeys(f.naming.email for f in own if f.naming.email))
    names = tuple(f for f in forms if f)
    return Subject(
        title, "account", note, title, tuple(f.naming.name for f in aliases), emails, (), names,
        keys=_unique((*map(fold, names), *map(fold, people))), people=tuple(people), parent=parent,
    )  # fmt: skip


def _without_suffix(name: str) -> str:
    """The account's name without its legal form, as running text writes it."""
    size = len(account_key(name).split())
    words = name.split()
    return " ".join(words[:size]).rstrip(",") if size < len(words) else name


def topic(name: str, path: str | None, forms: Iterable[str] = ()) -> Subject:
    """The subject of a project, a link, a tag, a number or the words of a heading."""
    from prep.identity.topics import topic_keys

    plain = name.lstrip("#")
    every = tuple(dict.fromkeys((plain, *forms)))
    keys = [key for form in every for key in topic_keys(form)]
    return Subject(plain, "topic", path, "", forms=every, keys=_unique(keys))
