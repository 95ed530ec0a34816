"""Contacts: the bytes of a ``.vcf`` file to people with their addresses and other names.

Reads vCard 2.1, 3.0 and 4.0 as phones, Outlook, Apple and Google write them; photos and all else
that a name needs not are passed over.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

from prep.names import fold, read_name
from prep.patterns import lazy
from prep.problems import Problem


class Contact(NamedTuple):
    """One card: a person, or a company where ``is_company``.

    ``name`` is the given name first; ``aliases`` are nicknames and the other forms that the card
    declares; ``line`` is that of its BEGIN, ``end_line`` that of its END.
    """

    name: str
    emails: tuple[str, ...]
    aliases: tuple[str, ...]
    org: str
    title: str
    is_company: bool
    path: str
    line: int
    end_line: int


class Property(NamedTuple):
    """One content line: its name in capitals without a group, its parameters, its value."""

    name: str
    parameters: str
    value: str


_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_CONTENT = lazy(r"(?:[\w-]+\.)?([\w-]+)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)", re.DOTALL)
_QUOTED = lazy(r"QUOTED-PRINTABLE", re.IGNORECASE)
_CHARSET = lazy(r"CHARSET=\"?([\w-]+)", re.IGNORECASE)
_ESCAPED = lazy(r"\\([\\,;:nN])")
_PARTS = lazy(r"(?<!\\);")
_LIST = lazy(r"(?<!\\)[,;]")
_READ = frozenset({"FN", "N", "EMAIL", "NICKNAME", "ORG", "TITLE", "KIND", "X-ABSHOWAS"})


def contacts(path: str, data: bytes) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """The cards of a file, and what could not be read. Never raises. A card without a name and
    without an address is a problem.
    """
    found: list[Contact] = []
    problems: list[Problem] = []
    for first, last, lines in _cards(data.decode("utf-8-sig", "replace").splitlines()):
        card = _contact(list(_properties(lines)), path, first, last)
        if card is not None:
            found.append(card)
        else:
            message = "this contact has neither a name nor an address"
            problems.append(Problem(path, first, message, "it is passed over"))
    if not found and not problems and data.strip():
        problems.append(Problem(path, 0, "holds no contacts", "export them as vCard"))
    return tuple(found), tuple(problems)


def _cards(lines: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    first = 0
    for number, line in enumerate(lines, start=1):
        if line.strip().upper() == _BEGIN:
            first = number
        elif line.strip().upper() == _END and first:
            yield first, number, lines[first : number - 1]
            first = 0


def _properties(lines: list[str]) -> Iterator[Property]:
    for line in _unfolded(lines):
        match = _CONTENT.fullmatch(line)
        if match and match[1].upper() in _READ:
            yield Property(match[1].upper(), match[2], _decoded(match[2], match[3]))


def _unfolded(lines: list[str]) -> list[str]:
    """Long lines made one: a blank leads the next (all versions), ``=`` ends the last (2.1)."""
    out: list[str] = []
    for line in lines:
        soft = out and out[-1].endswith("=") and _QUOTED.search(out[-1].partition(":")[0])
        if soft:
            out[-1] = out[-1][:-1] + line
        elif line[:1] in {" ", "\t"} and out:
            out[-1] += line[1:]
        else:
            out.append(line)
    return out


def _decoded(parameters: str, value: str) -> str:
    if not _QUOTED.search(parameters):
        return value
    charset = _CHARSET.search(parameters)
    try:
        return quopri.decodestring(value).decode(charset[1] if charset else "utf-8", "replace")
    except LookupError:
        return quopri.decodestring(value).decode("utf-8", "replace")


def _plain(value: str) -> str:
    text = _ESCAPED.sub(lambda m: " " if m[1] in "nN" else m[1], value)
    return " ".join(text.split())


def _contact(card: list[Property], path: str, first: int, last: int) -> Contact | None:
    def of(name: str) -> list[str]:
        return [one.value for one in card if one.name == name]

    emails = tuple(dict.fromkeys(_plain(value).lower() for value in of("EMAIL") if "@" in value))
    org = _plain(_PARTS.split((of("ORG") or [""])[0])[0])
    is_company = "ORG" in {v.strip().upper() for v in of("KIND")} or bool(of("X-ABSHOWAS"))
    names = _names(of("FN"), of("N"))
    name = org if is_company and org else (names[0] if names else "")
    if not name and not emails:
        return None
    nicknames = [_plain(one) for value in of("NICKNAME") for one in _LIST.split(value)]
    aliases = _others(name, [*names, *nicknames])
    title = _plain((of("TITLE") or [""])[0])
    return Contact(name, emails, aliases, org, title, is_company, path, first, last)


def _names(shown: list[str], structured: list[str]) -> list[str]:
    """The forms of the name: as shown, made of its parts, and turned ("Doe, Jane")."""
    found = [_plain(value) for value in shown]
    for value in structured:
        family, given = ([_plain(part) for part in _PARTS.split(value)] + ["", ""])[:2]
        if family and given:
            found += [f"{given} {family}", f"{family}, {given}"]
    first = read_name(found[0]).name if found else ""
    return [name for name in (first, *found) if name and "@" not in name]


def _others(name: str, forms: list[str]) -> tuple[str, ...]:
    others = {form: None for form in forms if form and form != name}
    return tuple(form for form in others if fold(form) != fold(name) or "," in form)
