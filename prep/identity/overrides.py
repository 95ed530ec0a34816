"""The owner's word on who is who: a plain YAML file in the vault, honoured for ever.

One list a verb; a dated entry may say why (``why``, ``date`` are kept for the reader)::

    same: [[Ann Lee, A. Lee], [Bo Ek, People/Bo Ek.md]]
    not_same: [[Chris Kim, Chris Kimball]]
    alias: {oai: OpenAI, Bobby: Robert Hill}
    never_match: [Victor]
    account: {Ann Lee: Nordlicht GmbH}
    private: [People/Doctor.md, Therapy]
    not_a_task: ["Daily/2025-05-05.md:12"]
    answered: ["What is the budget?"]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from prep.names import fold
from prep.problems import Problem

PAIRS = ("same", "not_same")
MAPPINGS = ("alias", "account")
LISTS = ("never_match", "private", "not_a_task", "answered")
VERBS = (*PAIRS, *MAPPINGS, *LISTS)


class Said(NamedTuple):
    """One entry: the names or texts that it is about, and its line in the file."""

    verb: str
    names: tuple[str, ...]
    line: int


class Overrides(NamedTuple):
    """What the owner said, verb by verb; every name as written. ``path``: the file it stands in."""

    path: str = ""
    same: tuple[Said, ...] = ()
    not_same: tuple[Said, ...] = ()
    alias: tuple[Said, ...] = ()
    never_match: tuple[Said, ...] = ()
    account: tuple[Said, ...] = ()
    private: tuple[Said, ...] = ()
    not_a_task: tuple[Said, ...] = ()
    answered: tuple[Said, ...] = ()

    def apart(self, a: str, b: str) -> bool:
        """Did the owner say that these two names are two people?"""
        pair = {fold(a), fold(b)}
        return any(pair <= {fold(n) for n in said.names} for said in self.not_same)

    def together(self, key: str) -> tuple[tuple[str, Said], ...]:
        """The other names that the owner joined to a folded name, by ``same`` or ``alias``."""
        found = []
        for said in (*self.same, *self.alias):
            if key in {fold(n) for n in said.names}:
                found += [(n, said) for n in said.names if fold(n) != key]
        return tuple(found)

    def meant_by(self, key: str) -> tuple[str, Said] | None:
        """What a folded alias stands for, by the owner's word."""
        for said in self.alias:
            if fold(said.names[0]) == key:
                return said.names[1], said
        return None

    def silent(self, key: str) -> Said | None:
        """Is this folded name never to be matched to anybody?"""
        return next((s for s in self.never_match if fold(s.names[0]) == key), None)

    def account_of(self, keys: frozenset[str]) -> tuple[str, Said] | None:
        """The account that the owner gave to one of these folded names."""
        for said in self.account:
            if fold(said.names[0]) in keys:
                return said.names[1], said
        return None


NONE = Overrides()


def parse(values: object, text: str, path: str) -> tuple[Overrides, tuple[Problem, ...]]:
    """The overrides of a file that is already parsed; ``text`` gives the lines.

    What is not understood is a problem with its line, and the rest is honoured.
    """
    if values is None:
        return NONE._replace(path=path), ()
    if not isinstance(values, Mapping):
        hint = f"write verbs such as {', '.join(VERBS[:4])} with their names"
        return NONE, (Problem(path, 1, "holds no verbs", hint),)
    lines = text.split("\n")
    problems: list[Problem] = []
    found: dict[str, list[Said]] = {verb: [] for verb in VERBS}
    for raw, entries in values.items():
        verb = str(raw).replace("-", "_").replace(" ", "_")
        line = _line_of(lines, str(raw), 0)
        if verb not in VERBS:
            problems.append(_no_verb(path, line, str(raw), verb))
            continue
        for names in _entries(verb, entries):
            least = 2 if verb in (*PAIRS, *MAPPINGS) else 1
            if len(names) < least:
                at = _line_of(lines, names[0], line - 1) if names else line
                problems.append(_short(path, at, verb))
            else:
                found[verb].append(Said(verb, names, _line_of(lines, names[0], line - 1)))
    return Overrides(path, *(tuple(found[verb]) for verb in Overrides._fields[1:])), tuple(problems)


def _no_verb(path: str, line: int, raw: str, verb: str) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(verb, VERBS, 1)
    hint = f"did you mean {near[0]}" if near else f"the verbs are {', '.join(VERBS)}"
    return Problem(path, line, f"{raw} is no verb of the overrides file", hint)


def _short(path: str, line: int, verb: str) -> Problem:
    remedy = "write two names" if verb in (*PAIRS, *MAPPINGS) else "write a name"
    return Problem(path, line, f"an entry of {verb} names too few", remedy)


def _entries(verb: str, entries: object) -> Iterator[tuple[str, ...]]:
    """The entries of one verb as tuples of text, whichever of YAML's shapes they have."""
    if isinstance(entries, Mapping) and verb in MAPPINGS:
        for name, value in entries.items():
            yield _texts([name, value])
    elif isinstance(entries, (list, tuple)):
        for entry in entries:
            yield from _entry(verb, entry)
    else:
        yield _texts([entries])


def _entry(verb: str, entry: object) -> Iterator[tuple[str, ...]]:
    if isinstance(entry, Mapping):
        told = {k: v for k, v in entry.items() if str(k) not in ("why", "date", "note")}
        names = told.get("names") or told.get("name") or told.get("line")
        if names is not None:
            yield _texts(names if isinstance(names, (list, tuple)) else [names])
        else:
            for name, value in told.items():
                yield _texts([name, value])
    else:
        yield _texts(entry if isinstance(entry, (list, tuple)) and verb else [entry])


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, (list, tuple)):
        values = [values]
    return tuple(str(v).strip() for v in values if v is not None and str(v).strip())


def _line_of(lines: list[str], word: str, start: int) -> int:
    """The first line at or after ``start`` that holds the word; 1 where none does."""
    for at in range(max(0, start), len(lines)):
        if word in lines[at]:
            return at + 1
    return start + 1
