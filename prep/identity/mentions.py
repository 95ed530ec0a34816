"""Names in running text, by shape: several capitalised words, brackets, handles, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prep.identity.units import Unit
from prep.model.naming import Naming
from prep.model.note import Note
from prep.names import fold, is_initials, looks_like_name, read_name, short_forms

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in range(0x100, 0x250) if chr(c).isupper())
_CAP = rf"(?:[{UPPER}]\.|[{UPPER}][\w'’]+(?:-\w+)*)"
_FULL = re.compile(
    rf"(?<![\w@#/.\[-])({_CAP}(?:[ ](?:van|von|der|den|de|del|della|di|da|la|le|el|al|bin|ten|ter|zu))"
    rf"{{0,2}}(?:[ ]{_CAP}){{1,3}})(?![\w@])"
)
_BOTH = re.compile(rf"(?<![\w(])([^\W\d_][\w-]{{1,20}}) \(({_CAP}(?: {_CAP}){{1,2}})\)")
_SHORT = re.compile(rf"({_CAP}(?: {_CAP}){{1,3}}) \(([A-Za-z.]{{2,5}})\)")
_AKA = re.compile(rf"({_CAP}(?: {_CAP}){{0,2}}),? (?:a\.?k\.?a\.?|alias|known as) ({_CAP}|@?[\w-]+)")
_MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<![\w/.])@([A-Za-z][\w-]{1,38})")
_NUMBERED = re.compile(rf"\b([{UPPER}]{{2,6}})[- #]?(\d{{2,6}})\b")
_NO_NUMBERS = frozenset(
    ["action", "decision", "todo", "option", "phase", "level", "item", "issue", "step", "part", "utc",
     "gmt", "cet", "est", "pst", "iso", "usd", "eur", "gbp", "fy", "am", "pm", "line", "page", "nr", "no"]
)  # fmt: skip
_LISTED = re.compile(rf"(?:^|[:;,]\s+)([{UPPER}][^():;,]{{0,40}}?)\s*\(([^()]{{3,160}})\)(?=\s*(?:[;,.]|$))")
_STARTERS_WORDS = """the a an in on for if i we and but so to as at this that it is there when what why
how who not no yes would should could can will our my his her their its he she they you your from of
with by or then thanks thank hi hello ok okay great also just maybe perhaps please let see once was
are do does did has have had be been all any some each every both more most other another next last
first after before since while because although though however new old now today tomorrow dear re
per via about into over under action decision status note date regarding including both monday
tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december meeting"""
STARTERS = frozenset(_STARTERS_WORDS.split())
_AWAY = re.compile(
    r"(?:['’]s|\bis|\bare|\bwas|\bwere)? ?\b(?:not (?:here|available|on the call|online|present|"
    r"attending|able to (?:attend|join))|unable to (?:attend|join)|absent|on (?:vacation|leave|holiday)|"
    r"out (?:sick|of office)|away|missing today)\b"
    r"|\b(?:can['’]?t|cannot|could(?:n['’]t| not)|won['’]t|will not) (?:make it|attend|join|be here)\b"
    r"|, who(?:['’]s| is) (?:in|at|on|away|out|travell?ing)\b|\bsends? (?:regrets|apologies)\b"
)
_BEFORE = re.compile(rf"({_CAP}(?: {_CAP}){{0,3}}(?:(?:, | and | & ){_CAP}(?: {_CAP}){{0,2}})*)$")


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Identifiers such as ``EIP-1962``: as written, and as key (``eip 1962``)."""
    for found in _NUMBERED.finditer(text):
        if found[1].lower() not in _NO_NUMBERS:
            yield found[0], f"{found[1].lower()} {found[2]}"


def mentions(note: Note, lines: list[Unit], listed: set[int]) -> Iterator[Naming]:
    """Namings from running text, but for the ``listed`` lines, which attendance has read.

    Nobody is said to be present by them.
    """
    for unit in lines:
        text = unit.text
        if len(text) < 4 or unit.line in listed:
            continue
        episode = note.blocks[unit.block].episode
        heading = note.blocks[unit.block].kind == "heading"
        for name in full_names(text):
            if not (heading and _is_title(name, text)):
                yield Naming(name, fold(name), "text", unit.line, episode)
        if "(" in text:
            yield from _declared(text, unit.line, episode)
        if "@" in text:
            yield from _addresses(text, unit.line, episode)
        for raw, key in numbers(text):
            yield Naming(raw, key, "text", unit.line, episode, "topic")
        yield from _away(text, unit.line, episode)


def full_names(text: str) -> Iterator[str]:
    """Runs of two and more capitalised words, without the word that only begins the sentence."""
    for found in _FULL.finditer(text):
        words = found[1].rstrip(".").split()
        while words and words[0].lower() in STARTERS:
            words.pop(0)
        if len(words) > 1:
            yield " ".join(words).removesuffix("'s").removesuffix("’s")


def _is_title(name: str, heading: str) -> bool:
    """Are the capitals a heading's own? Then every longer word of it has one."""
    return name.isupper() or not any(w[0].islower() for w in heading.split() if len(w) > 3)


def _declared(text: str, line: int, episode: int) -> Iterator[Naming]:
    for found in _BOTH.finditer(text):
        lone, full = found[1], found[2]
        if read_name(f"{lone} ({full})").name == full and lone.lower() not in STARTERS:
            yield Naming(lone, fold(lone), "alias", line, episode, "unknown", full=full)
            yield Naming(full, fold(full), "text", line, episode, "unknown")
    for found in _SHORT.finditer(text):
        if is_initials(found[2]) and fold(found[2]) in short_forms(found[1]):
            yield Naming(found[2], fold(found[2]), "alias", line, episode, "unknown", full=found[1])
    for found in _AKA.finditer(text):
        yield Naming(found[2], fold(found[2]), "alias", line, episode, "unknown", full=found[1])
    yield from _roles(text, line, episode)


def _roles(text: str, line: int, episode: int) -> Iterator[Naming]:
    """``Stakeholders: Ann Lee (buys); Bo (her boss)``: two names with brackets, or more."""
    listed = [(name.strip(" *_"), role.strip()) for name, role in _LISTED.findall(text)]
    if len(listed) > 1:
        for name, role in listed:
            if looks_like_name(name.replace("/", " ")):
                yield Naming(name, fold(name), "role_list", line, episode, "person", role=role)


def _addresses(text: str, line: int, episode: int) -> Iterator[Naming]:
    for mail in _MAIL.findall(text):
        name = read_name(mail).name
        yield Naming(name, fold(name), "email", line, episode, "person", email=mail)
    for handle in _HANDLE.findall(_MAIL.sub(" ", text)):
        yield Naming(f"@{handle}", fold(handle), "handle", line, episode, "unknown", handle=handle)


def _away(text: str, line: int, episode: int) -> Iterator[Naming]:
    """``Bo is not here``, ``Bo and Cy can't make it``, ``Abe, who's in Germany``."""
    for found in _AWAY.finditer(text):
        before = _BEFORE.search(text[: found.start()].rstrip())
        for name in re.split(r", | and | & ", before[1]) if before else ():
            words = [w for w in name.split() if w.lower() not in STARTERS]
            if words:
                who = " ".join(words)
                yield Naming(who, fold(who), "absent", line, episode, "person")
