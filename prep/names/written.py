"""A name as it is written in lists, invitations and addresses, taken apart.

Nothing is guessed from a dictionary of names: only the marks around the words are read (brackets,
``@``, commas, dashes, links, titles).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from prep.names.fold import fold
from prep.names.initials import fits_initials, is_initials
from prep.patterns import lazy


class Written(NamedTuple):
    """One written person, taken apart; "" and () for what the text does not say.

    ``name`` is in the order given name first, without title, bracket and remark. ``aliases`` are
    other names that this very text declares for the same person (``Axo (Alma Birk)``).
    ``short``: initials it declares. ``remark``: what says neither who nor what (``10' late``).
    """

    name: str
    aliases: tuple[str, ...] = ()
    email: str = ""
    handle: str = ""
    org: str = ""
    role: str = ""
    short: str = ""
    remark: str = ""


_LINK = lazy(r"!?\[([^\[\]]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_WIKI = lazy(r"!?\[\[([^\]|#\n]+)(?:#[^\]|\n]*)?(?:\\?\|([^\]\n]*))?\]\]")
_MAIL = lazy(r"<?\b([\w.+%-]+@[\w-]+(?:\.[\w-]+)+)\b>?")
_HANDLE = lazy(r"(?<![\w/])@([A-Za-z0-9][\w-]*(?:\.[\w-]+)*)")
_FORGE = lazy(r"https?://(?:www\.)?(?:github|gitlab|codeberg)\.(?:com|org)/([\w-]+)/?$")
_BRACKET = lazy(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_INSIDE = lazy(r"(?<=\w )[(\"“]([A-Z]\w+)[)\"”](?= [A-Z])")
_MARKUP = lazy(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}")
_DASH = lazy(r"\s+[-–—|:]\s+|\s+[-–—]$")
_ALSO = lazy(r"\s*//\s*|(?<=\w)/(?=\w)|\s+(?:aka|a\.k\.a\.)\s+", re.IGNORECASE)
_TITLE = lazy(
    r"^(?:(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|herr|frau|mag|dipl|ing|rev|hon)\b\.?[\s-]*)+"
    r"(?=\S)",
    re.IGNORECASE,
)
_AFTER = lazy(r"[,\s]+(?:ph\.?\s?d|m\.?d|mba|esq|jr|sr|cpa|pmp)\.?$", re.IGNORECASE)
_VIA = lazy(r"\s+via\s+\S.*$", re.IGNORECASE)
_SLUG = lazy(r"^[a-z0-9]+(?:-[a-z0-9]+)+$")
_SLUG_ROLE = lazy(
    r"-(?:speaker-?\d+|tech-lead|team-lead|lead|pm|em|cto|ceo|vp|manager|engineer|dev|designer)$"
)
_REMARK = lazy(
    r"\b(?:late|left|joined|joins|until|till|since|from \d|half|he/|she/|they/|him|minutes?|"
    r"remote(?:ly)?|dial-?in|phone|part(?:ly|ial)?|tentative|optional|utc|\d+['’]|if possible|"
    r"regrets|absent|present)",
    re.IGNORECASE,
)
_ROLE = lazy(
    r"\b(?:lead(?:er|s)?|manager|management|director|head|(?:co-?)?chair\w*|[sev]?vp|c[etfoip]o|"
    r"ciso|president|engineer\w*|developer|architect|editor|owner|owns|(?:co-?)?founder|product|"
    r"sales|marketing|design(?:er)?|analyst|consultant|counsel|legal|secretary|moderator|scribe|"
    r"host|facilitator|intern|research(?:er)?|scientist|officer|partner|principal|senior|junior|"
    r"chief|boss|coordinator|observer|guest|invited|member|maintainer|champion|notetaker|notes|"
    r"student|professor|recruiter|buyer|procurement|pm|em|hr|qa|tsc|admin\w*|assistant|operations|"
    r"reports to|manages|above|below|under)\b",
    re.IGNORECASE,
)
_PARTICLE_WORDS = "van von der den de del della di da dos du la le el al bin ibn ten ter zu"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())


@lru_cache(maxsize=16384)
def read_name(text: str) -> Written:
    """Takes a written person apart. Any text gives a ``Written``; without a name it holds "".

    >>> read_name("Chen, Sarah (VP Sales)")
    Written(name='Sarah Chen', aliases=(), email='', handle='', org='', role='VP Sales', ...)
    """
    text, handle, aliases = _unlink(text)
    email, text = _take(_MAIL, text)
    mark, text = _take(_HANDLE, text)
    aliases += _INSIDE.findall(text)
    said = [a or b for a, b in _BRACKET.findall(_INSIDE.sub(" ", text))]
    text = _VIA.sub("", _BRACKET.sub(" ", _INSIDE.sub(" ", text)))
    text, *tail = _DASH.split(" ".join(text.split()), maxsplit=1)
    name, after = _by_comma(text.strip(" \t,;:|"))
    names = [_bare(part) for part in _ALSO.split(name)]
    names = [n for n in names if n]
    told = _told([*said, *after, *tail], names[0] if names else "")
    if not names:
        names = [_from_address(email)] if email else [mark or handle]
    every = tuple(dict.fromkeys((*names, *aliases, *told.aliases)))
    main = _fullest(every)
    return Written(
        main,
        tuple(n for n in every if n != main),
        email,
        mark or told.handle or handle,
        told.org,
        told.role,
        told.short,
        told.remark,
    )


def _fullest(names: tuple[str, ...]) -> str:
    """The first of the names, or the first of several words where that is a lone word."""
    if len(names[0].split()) > 1:
        return names[0]
    return next((n for n in names if len(n.split()) > 1 and looks_like_name(n)), names[0])


def _unlink(text: str) -> tuple[str, str, list[str]]:
    """Links to their words; a handle from a forge's address; the display of a wiki link."""
    aliases: list[str] = []
    handle = ""
    if "[[" in text:
        for target, display in _WIKI.findall(text):
            if display and fold(display) != fold(target.rpartition("/")[2]):
                aliases.append(display.strip())
        text = _WIKI.sub(lambda m: m[1].rpartition("/")[2].removesuffix(".md"), text)
    if "](" in text:
        first = _LINK.search(text)
        forge = (
            _FORGE.match(first[2]) if first and not text[: first.start()].strip("*- \t") else None
        )
        handle = forge[1] if forge else ""
        text = _LINK.sub(r"\1", text)
    return _MARKUP.sub("", text).strip().lstrip("-*+•!").strip(), handle, aliases


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    if not found:
        return "", text
    return found[1], f"{text[: found.start()]} {text[found.end() :]}"


def _by_comma(text: str) -> tuple[str, list[str]]:
    """``Chen, Sarah`` is a turned name; ``Erik Brand, Stony College`` a name and what it is of."""
    head, comma, tail = (part.strip() for part in text.partition(","))
    if not comma or not tail:
        return text.strip(" ,"), []
    if _AFTER.search(text) and "," not in tail:
        return head, []
    surname, given = head.split(), tail.split()
    lone = len(surname) == 1 or (len(surname) <= 3 and surname[0].lower() in _PARTICLES)
    if lone and len(given) <= 2 and not _ROLE.search(tail) and all(w[0].isalpha() for w in given):
        return f"{tail} {head}", []
    return head, [tail]


_OF = lazy(r"^(?:from|of|at|with|for)\s+(?=[A-Z])")


class _Told(NamedTuple):
    org: str = ""
    role: str = ""
    short: str = ""
    handle: str = ""
    remark: str = ""
    aliases: tuple[str, ...] = ()


def _told(parts: list[str], name: str) -> _Told:
    """What brackets, commas and dashes say of the name, the first of each sort."""
    told = _Told()
    for part in (_OF.sub("", p.strip(" \t,;")) for p in parts):
        if part:
            told = _tell(told, part, name)
    return told


def _tell(told: _Told, part: str, name: str) -> _Told:
    if _REMARK.search(part):
        return told if told.remark else told._replace(remark=part)
    if is_initials(part) and fits_initials(part, name):
        return told._replace(short=told.short or part)
    if _same_person(part, name):
        return told._replace(aliases=(*told.aliases, part))
    if re.fullmatch(r"[a-z0-9][\w-]*", part) and not _ROLE.search(part):
        return told._replace(handle=told.handle or part)
    first, slash, second = part.partition("/")
    if slash and _ROLE.search(second) and not _ROLE.search(first):
        return told._replace(org=told.org or first.strip(), role=told.role or second.strip())
    if _ROLE.search(part):
        return told if told.role else told._replace(role=part)
    return told if told.org else told._replace(org=part)


def _same_person(part: str, name: str) -> bool:
    """Does a bracket hold another name of the same person, not what it is of?

    A lone word before it and two or more capitalised words inside, of which none is a word of an
    organisation (``Axo (Alma Birk)``); or a bracket that is the given name's short form
    (``Robert (Rob) Hill``) or shares a word with the name.
    """
    words = part.split()
    if not looks_like_name(part):
        return False
    if set(fold(part).split()) & set(fold(name).split()):
        return True
    lone = len(name.split()) == 1
    return lone and 2 <= len(words) <= 3 and not _ORG.search(part)


_ORG = lazy(
    r"\b(?:team|group|labs?|capital|software|systems|foundation|university|college|institute|inc|"
    r"gmbh|ltd|llc|corp\w*|bank|company|consulting|partners|networks?|media|digital|herders?|"
    r"council|community|project|department|ministry|research|technolog\w+|solutions|services|"
    r"fellowship|agency|studios?|ventures|holdings?|magicians|client|core)\b",
    re.IGNORECASE,
)


def _bare(name: str) -> str:
    """The name without title, degree, prefix of a file name and role suffix of a slug."""
    name = _AFTER.sub("", _TITLE.sub("", name.strip().lstrip("@!#").strip(" .,;:"))).strip(" ,;:")
    if _SLUG.match(name):
        while (cut := _SLUG_ROLE.sub("", name)) != name:
            name = cut
    return name


def _from_address(email: str) -> str:
    """``jane.doe@…`` gives ``Jane Doe``; any other address stands for itself."""
    words = re.split(r"[._]", email.partition("@")[0])
    if len(words) > 1 and all(w.isalpha() and len(w) > 1 for w in words):
        return " ".join(w.capitalize() for w in words)
    return email


_WORD = lazy(r"[^\W\d_][\w'’.-]*")


def looks_like_name(text: str) -> bool:
    """Could this be a person's name by its shape: one to five words, capitalised or a particle?"""
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 60:
        return False
    if not all(_WORD.fullmatch(w) for w in words):
        return False
    return words[0][0].isupper() and all(
        w[0].isupper() or w.lower() in _PARTICLES or not w[0].isascii() for w in words[1:]
    )


_SIGNS = lazy(r"[,;()\[\]<>]")
_AND = lazy(r"\s+(?:and|und|&|\+)\s+(?![^(]*\))")


def split_names(text: str) -> tuple[str, ...]:
    """The persons of one line: parted at commas, semicolons, ``and``, ``&``, outside brackets.

    ``Ann Lee (Acme, Berlin), Bo Ek and Cy Dunn`` gives three. Where
    semicolons part them commas do not, so that ``Chen, Sarah; Ek, Bo`` stays two turned names.
    """
    parts: list[str] = []
    depth = start = 0
    comma = ";" if ";" in text else ","
    for found in _SIGNS.finditer(text):
        mark = found[0]
        if mark == comma:
            if depth <= 0:
                parts.append(text[start : found.start()])
                start = found.end()
        elif mark not in ",;":
            depth += 1 if mark in "([<" else -1
    parts.append(text[start:])
    names = (n for part in parts for n in _AND.split(part))
    return tuple(n for n in (n.strip(" \t.") for n in names) if n)
