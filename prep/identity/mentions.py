"""Names in running text, by shape: several capitalised words, brackets, handles, addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from prep.identity.capitals import STARTERS, UPPER
from prep.identity.units import Unit
from prep.model.naming import Naming, Place
from prep.model.note import Note
from prep.names import fits_initials, fold, is_initials, looks_like_name, read_name
from prep.patterns import lazy

_CAP = rf"(?:[{UPPER}]\.|[{UPPER}][\w'’]+(?:-\w+)*)"
_PARTICLES = "(?:[ ](?:van|von|der|den|de|del|della|di|da|la|le|el|al|bin|ten|ter|zu)){0,2}"
_FULL = lazy(rf"{_CAP}{_PARTICLES}(?:[ ]{_CAP}){{1,3}}(?![\w@])")
_REST = r"(?:\.|[\w'’]++(?:-\w++)*+)"
_CAPITALS = lazy(
    rf"[{UPPER}](?:{_REST}{_PARTICLES}(?:[ ][{UPPER}]{_REST}){{1,3}}(?!\w)"
    rf"|([{UPPER}]{{1,5}}[- #]?\d{{2,6}}(?!\w)))"
)
"""What ``_FULL`` finds where no word ends before ``@``, and else (group 1) an identifier; at half
the cost, for no word is tried twice."""
_BEHIND = 8
"""Characters of an identifier that may stand behind its letters, and the one that ends it."""
_FIGURES = lazy(r"\d\d")
_BRACKET = lazy(r"\(([^()\n]{2,60})\)")
_LONE = lazy(r"(?<![\w(])([^\W\d_][\w-]{1,20}) $")
_NAME = lazy(rf"{_CAP}(?: {_CAP}){{1,2}}")
_NAME_BEFORE = lazy(rf"({_CAP}(?: {_CAP}){{1,3}}) $")
_AKA = lazy(rf"({_CAP}(?: {_CAP}){{0,2}}),? (?:a\.?k\.?a\.?|alias|known as) ({_CAP}|@?[\w-]+)")
_AKA_CUES = (" aka ", " a.k.a", " alias ", "known as ")
_MAIL = lazy(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = lazy(r"@([A-Za-z][\w-]{1,38})(?!\.?\w)")
_NUMBERED = lazy(rf"([{UPPER}]{{2,6}})[- #]?(\d{{2,6}})(?!\w)")
_NO_NUMBERS = frozenset(
    ["action", "decision", "todo", "option", "phase", "level", "item", "issue", "step", "part",
     "utc", "gmt", "cet", "est", "pst", "iso", "usd", "eur", "gbp", "fy", "am", "pm", "line"]
)  # fmt: skip
_LISTED = lazy(
    rf"(?:^|[:;,]\s+)([{UPPER}][^():;,]{{0,40}}?)\s*\(([^()]{{3,160}})\)(?=\s*(?:[;,.]|$))"
)
_AWAY = lazy(
    r"(?<!\w)(?:"
    r"not (?:here|available|on the call|online|present|attending|able to (?:attend|join))|"
    r"unable to (?:attend|join)|absent|on (?:vacation|leave|holiday)|out (?:sick|of office)|away|"
    r"missing today|(?:can['’]?t|cannot|could(?:n['’]t| not)|won['’]t|will not) "
    r"(?:make it|attend|join|be here)|who(?:['’]s| is) (?:in|at|on|away|out|travell?ing)|"
    r"sends? (?:regrets|apologies))\b"
)
_AWAY_WORDS = ("unable to", "absent", "away", "missing today", "regrets", "apologies")
_AWAY_SIGNS = tuple(map(re.compile, (
    "not (?:here|available|on the call|online|present|attending|able to)",
    "t (?:make it|attend|join|be here)", "on (?:vacation|leave|holiday)", "who(?:['?]s| is) ",
    "out (?:sick|of office)",
)))  # fmt: skip
"""One of these stands wherever ``_AWAY`` fits, in a text with ``?`` for what is not ASCII. They are
few and begin with letters, so that a text is searched in a third of the time of the cues."""
_AWAY_CUES = (
    "not here", "not available", "not on the call", "not online", "not present", "not attending",
    "not able to", "unable to", "absent", "on vacation", "on leave", "on holiday", "out sick",
    "out of office", " away", "missing today", " make it", "'t attend", "’t attend", "not attend",
    "'t join", "’t join", "not join", " be here", "who's ", "who’s ", "who is ", "regrets",
    "apologies",
)  # fmt: skip
_MET = frozenset(["meeting", "daily", "transcript", "other"])
_IS = lazy(r"(?:['’]s|,| is| are| was| were| had to be)?\s*$")
_BEFORE = lazy(rf"({_CAP}(?: {_CAP}){{0,3}}(?:(?:, | and | & ){_CAP}(?: {_CAP}){{0,2}})*)$")


_new = tuple.__new__
_PLAIN = tuple(Naming("", "", "text", 0))[5:]
"""What a naming holds of which nothing but its name is declared."""


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Identifiers such as ``EIP-1962``: as written, and as key (``eip 1962``)."""
    for found in _NUMBERED.finditer(text):
        if found[1].lower() not in _NO_NUMBERS and not _glued(text, found.start()):
            yield found[0], f"{found[1].lower()} {found[2]}"


def _glued(text: str, start: int) -> bool:
    """Is the match the tail of a word, a handle, a path? (A lookbehind would slow every letter.)"""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_@#/.-[")


class _Sheet:
    """The lines of a note as one text, so that each pattern runs once; and back to the line.

    ``ascii``: the same text with ``?`` for all other characters: a sign such as 📅 makes a text
    four times as wide, and three times as slow to search for words.
    """

    def __init__(self, note: Note, lines: list[Unit]) -> None:
        self.note = note
        self.lines = lines
        texts = [unit.text for unit in lines]
        self.text = "\n".join(texts)
        self.ascii = self.text
        if not self.text.isascii():
            self.ascii = self.text.encode("ascii", "replace").decode("ascii")
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def unit(self, position: int) -> Unit:
        """The line that holds a position of the text."""
        return self.lines[bisect_right(self._starts, position) - 1]

    def holding(self, words: Iterable[str], patterns: Iterable[re.Pattern[str]]) -> list[Unit]:
        """The lines in which some words stand or a pattern begins, in order."""
        found = [one.start() for pattern in patterns for one in pattern.finditer(self.ascii)]
        for word in words:
            at = self.ascii.find(word)
            while at >= 0:
                found.append(at)
                at = self.ascii.find(word, at + 1)
        return [self.lines[i] for i in sorted({bisect_right(self._starts, at) - 1 for at in found})]

    def naming(self, name: str, place: Place, unit: Unit, **more: str) -> Naming:
        """A naming at a line of the note."""
        episode = self.note.blocks[unit.block].episode
        if more:
            return Naming(name, fold(name), place, unit.line, episode, **more)  # type: ignore[arg-type]
        return _new(Naming, (name, fold(name), place, unit.line, episode, *_PLAIN))


def mentions(note: Note, lines: list[Unit], listed: set[int]) -> Iterator[Naming]:
    """Namings from running text, but for the ``listed`` lines, which attendance has read.

    Nobody is said to be present by them.
    """
    sheet = _Sheet(note, [u for u in lines if len(u.text) > 3 and u.line not in listed])
    runs, numbered = capitals(sheet.text)
    yield from _full(sheet, runs)
    yield from _declared(sheet)
    if "@" in sheet.text:
        yield from _addresses(sheet)
    for found in numbered:
        if found[1].lower() not in _NO_NUMBERS and not _glued(sheet.text, found.start()):
            key = f"{found[1].lower()} {found[2]}"
            named = sheet.naming(found[0], "text", sheet.unit(found.start()), kind="topic")
            yield named._replace(key=key)
    if note.kind in _MET:
        yield from _away(sheet)


def capitals(text: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """All runs of capitalised words, and all identifiers (``EIP-1962``), in one search."""
    if _addressed(text):
        return list(_FULL.finditer(text)), list(_NUMBERED.finditer(text))
    runs: list[re.Match[str]] = []
    numbered: list[re.Match[str]] = []
    for found in _CAPITALS.finditer(text):
        start, end = found.span()
        if found[1] is None:
            runs.append(found)
            if not _FIGURES.search(text, start, end + 3):
                continue
        within = _NUMBERED.finditer(text, start, end + _BEHIND)
        numbered += (one for one in within if one.start() < end)
    return runs, numbered


def _addressed(text: str) -> bool:
    """Does a word end before ``@``, as in an address?"""
    at = text.find("@")
    while at >= 0:
        if at and (text[at - 1].isalnum() or text[at - 1] in "_.'’"):
            return True
        at = text.find("@", at + 1)
    return False


def _full(sheet: _Sheet, runs: list[re.Match[str]]) -> Iterator[Naming]:
    """Runs of two and more capitalised words, without the word that only begins the sentence."""
    seen = set()
    for found in runs:
        run = found[0]
        if run in seen or _glued(sheet.text, found.start()):
            continue
        seen.add(run)
        name = _without_starters(run)
        if not name:
            continue
        unit = sheet.unit(found.start())
        if unit.title and _capitals(name, unit.text):
            continue
        yield sheet.naming(name, "text", unit)


@lru_cache(maxsize=8192)
def _without_starters(run: str) -> str:
    """The name that a run of capitalised words is, "" where not two of them are left."""
    words = run.rstrip(".").split(" ")
    while words and words[0].lower() in STARTERS:
        words.pop(0)
    return " ".join(words).removesuffix("'s").removesuffix("’s") if len(words) > 1 else ""


def _capitals(name: str, heading: str) -> bool:
    """Are the capitals a heading's own? Then every longer word of it has one."""
    return name.isupper() or not any(w[0].islower() for w in heading.split() if len(w) > 3)


def _declared(sheet: _Sheet) -> Iterator[Naming]:
    """``Axo (Alma Birk)``, ``Alma Birk (AB)``, ``Alma Birk aka Axo``, and lists of roles."""
    crowded: dict[int, Unit] = {}
    for found in _BRACKET.finditer(sheet.text) if "(" in sheet.text else ():
        unit = sheet.unit(found.start())
        if unit.line in crowded or unit.text.count("(") > 1:
            crowded[unit.line] = unit
        yield from _bracket(sheet, found, unit)
    for unit in crowded.values():
        yield from _roles(sheet, unit)
    if any(cue in sheet.ascii for cue in _AKA_CUES):
        for found in _AKA.finditer(sheet.text):
            yield sheet.naming(found[2], "alias", sheet.unit(found.start()), full=found[1])


def _bracket(sheet: _Sheet, found: re.Match[str], unit: Unit) -> Iterator[Naming]:
    inside = found[1]
    before = sheet.text[max(0, found.start() - 70) : found.start()]
    if len(inside) <= 5 and is_initials(inside):
        name = _NAME_BEFORE.search(before)
        if name and fits_initials(inside, name[1]):
            yield sheet.naming(inside, "alias", unit, full=name[1])
    elif _NAME.fullmatch(inside):
        lone = _LONE.search(before)
        if (
            lone
            and lone[1].lower() not in STARTERS
            and read_name(f"{lone[1]} ({inside})").name == inside
        ):
            yield sheet.naming(lone[1], "alias", unit, full=inside)
            yield sheet.naming(inside, "text", unit)


def _roles(sheet: _Sheet, unit: Unit) -> Iterator[Naming]:
    """``Stakeholders: Ann Lee (buys); Bo (her boss)``: two names with brackets, or more."""
    listed = [(name.strip(" *_"), role.strip()) for name, role in _LISTED.findall(unit.text)]
    if len(listed) > 1:
        for name, role in listed:
            if looks_like_name(name.replace("/", " ")):
                yield sheet.naming(name, "role_list", unit, kind="person", role=role)


def _addresses(sheet: _Sheet) -> Iterator[Naming]:
    at = sheet.text.find("@")
    while at >= 0:
        unit = sheet.unit(at)
        start = at
        while start and (sheet.text[start - 1].isalnum() or sheet.text[start - 1] in "._+%-"):
            start -= 1
        mail = _MAIL.match(sheet.text, start) if start < at else None
        handle = (
            _HANDLE.match(sheet.text, at) if start == at and not _glued(sheet.text, at) else None
        )
        if mail:
            name = read_name(mail[0]).name
            yield sheet.naming(name, "email", unit, kind="person", email=mail[0])
        elif handle:
            yield sheet.naming(handle[0], "handle", unit, handle=handle[1])
        at = sheet.text.find("@", at + 1)


def _away(sheet: _Sheet) -> Iterator[Naming]:
    """``Bo is not here``, ``Bo and Cy can't make it``, ``Abe, who's in Germany``."""
    for unit in sheet.holding(_AWAY_WORDS, _AWAY_SIGNS):
        if not any(cue in unit.text for cue in _AWAY_CUES):
            continue
        for found in _AWAY.finditer(unit.text):
            before = _BEFORE.search(_IS.sub("", unit.text[: found.start()]))
            for name in re.split(r", | and | & ", before[1]) if before else ():
                words = [w for w in name.split() if w.lower() not in STARTERS]
                if words:
                    yield sheet.naming(" ".join(words), "absent", unit, kind="person")
