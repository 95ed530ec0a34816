"""Cue words: the data of the rules, made into patterns.

A group is a list of words and phrases (``templates/cues/en.yaml`` says how they are written).
Rules name groups in their patterns as ``{group}``; ``compile`` puts the alternatives in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from prep.claims.phrases import Phrases, words_of
from prep.patterns import lazy

NAME_WORD = r"(?-i:@?[A-Z][\w.'’/-]*(?<![.'’/-])|[a-z]{1,2}[A-Z]\w*|@[a-z][\w.-]*\w)"
"""One word of a name: capitalised, initials such as ``eP``, or a handle."""

_HEADING = r"^[\W\d]*{{{}}}(?:\W*$|\s+(?:for|from|of|on|by)\b|\s*[(:/–-])"
_GROUP = lazy(r"\{([a-z_|]+)(\+?)\}")
_FIRST = lazy(r"[\W\d]*(\w+)")
_PLAIN_FIRST = lazy(r"(?!\d)\w+(?![\w*])")
_HEAD = lazy(r"\w+")
_ALL, _ANY = "*", "?"  # no words
_SECTION = "section_"


class Cue:
    """A pattern made of cue groups; it only searches a text that holds the phrases it needs.

    ``needs``: groups, or several joined by ``|``, of which a phrase stands in every text that the
    pattern can match.
    """

    __slots__ = ("_needed", "needs", "pattern")

    def __init__(
        self, pattern: re.Pattern[str], needs: Sequence[str], needed: Sequence[Phrases]
    ) -> None:
        self.pattern = pattern
        self.needs = needs
        self._needed = needed

    def search(self, text: str) -> re.Match[str] | None:
        """The first place anywhere in the text."""
        if self._needed:
            words = words_of(text)
            for phrases in self._needed:
                if not phrases.may(words):
                    return None
        return self.pattern.search(text)

    def every(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in the text."""
        if all(phrases.may(words_of(text)) for phrases in self._needed):
            yield from self.pattern.finditer(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The place at the beginning of the text."""
        return self.pattern.match(text)


class Cues:
    """The cue words of one language, with the patterns made of them (made once, when asked for)."""

    __slots__ = (
        "_groups",
        "_openers",
        "_sections",
        "_sets",
        "compile",
        "find",
        "headings",
        "labels",
    )

    def __init__(self, groups: Mapping[str, tuple[str, ...]]) -> None:
        self._groups = dict(groups)
        self._sets: dict[str, frozenset[str]] = {}
        self.compile = lru_cache(maxsize=None)(self._compile)
        self.find = lru_cache(maxsize=None)(self._find)
        self.headings = lru_cache(maxsize=4096)(self._headings)
        self._openers: dict[str, frozenset[str]] = {}
        self._sections = _by_first_word(self._groups)
        self.labels = frozenset(
            p.casefold()
            for name in self._groups
            if name.endswith("_label")
            for p in self._groups[name]
        )

    def group(self, name: str) -> tuple[str, ...]:
        """The phrases of a group, or of several joined by ``|``; () where the language has none."""
        if "|" in name:
            return tuple(p for one in name.split("|") for p in self.group(one))
        return self._groups.get(name, ())

    def has(self, name: str, text: str) -> bool:
        """Whether a phrase of the group stands in the text."""
        return self.find(name).search(text) is not None

    def may(self, name: str) -> bool:
        """Whether the group is worth a look: without a line of its own a text may hold anything."""
        return bool(self.group(name))

    def blank(self, name: str, text: str) -> str:
        """The text with every phrase of the group blanked, of the same length."""
        return self.find(name).blank(text)

    def is_one(self, name: str, text: str) -> bool:
        """Whether the text is a phrase of the group, in any case."""
        if name not in self._sets:
            self._sets[name] = frozenset(p.casefold() for p in self.group(name))
        return text.casefold() in self._sets[name]

    def may_open(self, name: str, text: str) -> bool:
        """Whether a text may begin with a phrase of the group, by its own first word."""
        openers = self._openers.get(name)
        if openers is None:
            openers = self._openers[name] = _openers(self.group(name))
        first = _HEAD.match(text)
        return not openers or (
            first is not None and (first[0].lower() in openers or not first[0].isascii())
        )

    def last_words(self, name: str) -> frozenset[str]:
        """The last word of each phrase of the groups, and the empty text."""
        key = f"last {name}"
        if key not in self._sets:
            self._sets[key] = frozenset(p.split()[-1].casefold() for p in self.group(name)) | {""}
        return self._sets[key]

    def is_label(self, name: str) -> bool:
        """Whether these words before a colon are a label of the cue lists, numbered or not."""
        return name.rstrip(" .#0123456789").casefold() in self.labels

    def _headings(self, words: str) -> tuple[str, ...]:
        """The kinds of section that these words of a heading open (groups ``section_*``)."""
        opening = _FIRST.match(words)
        first = opening[1].lower() if opening and words.isascii() else _ALL
        return tuple(
            name.removeprefix(_SECTION)
            for name in self._sections[first if first in self._sections else _ANY]
            if self.compile(_HEADING.format(name)).match(words)
        )

    def _find(self, *names: str) -> Phrases:
        return Phrases(phrase for name in names for phrase in self.group(name))

    def _compile(self, template: str, *needs: str) -> Cue:
        """A pattern from a template that names groups as ``{group}``, and ``{name}`` for a name.

        ``{group+}`` leaves the end of its phrases open, for an ending that the template adds.
        ``needs``: see ``Cue``.
        """

        def fill(match: re.Match[str]) -> str:
            if match.group(1) == "name":
                return _name(self.group("name_particle"))
            return alternatives(self.group(match.group(1)), inflected=bool(match.group(2)))

        pattern = re.compile(_GROUP.sub(fill, template), re.IGNORECASE)
        return Cue(pattern, needs, tuple(self.find(need) for need in needs))


def alternatives(phrases: Sequence[str], *, inflected: bool = False) -> str:
    """A pattern for any of these phrases as whole words, the longest first."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    whole = [_phrase(p) for p in ordered if p[0].isalnum() and p[-1].isalnum()]
    others = [_phrase(p) for p in ordered if not (p[0].isalnum() and p[-1].isalnum())]
    end = "" if inflected else r"(?!\w)"
    parts = [*others, r"(?<!\w)(?:" + "|".join(whole) + ")" + end] if whole else others
    return "(?:" + "|".join(parts) + ")" if parts else r"(?!)"


def _by_first_word(groups: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The kinds of section that a heading with this first word may open, in order.

    By ``_ALL`` all of them, by ``_ANY`` those that a heading with any first word may open.
    """
    openers = {name: _openers(groups[name]) for name in groups if name.startswith(_SECTION)}
    words = {_ANY}.union(*openers.values())
    found = {word: tuple(n for n, o in openers.items() if not o or word in o) for word in words}
    return {**found, _ALL: tuple(openers)}


def _openers(phrases: Sequence[str]) -> frozenset[str]:
    """The words that one of these phrases begins with; none where a phrase has no plain one.

    A heading in ASCII can only open a section by a phrase that begins with its own first word: what
    stands before that are marks and figures, of which no such phrase has any at its head.
    """
    first = [_PLAIN_FIRST.match(phrase.lower()) for phrase in phrases]
    return frozenset(f[0] for f in first if f) if all(first) else frozenset()


def cues_from(mappings: Iterable[Mapping[str, object]]) -> Cues:
    """Cues of parsed cue files: later files add words, ``-word`` takes one away again.

    Values that are no list of texts are left out: the reader of the file reports them.
    """
    groups: dict[str, list[str]] = {}
    for mapping in mappings:
        for name, values in mapping.items():
            words = groups.setdefault(name, [])
            for word in values if isinstance(values, list) else ():
                _merge(words, word)
    return Cues({name: tuple(words) for name, words in groups.items()})


def _merge(words: list[str], word: object) -> None:
    if not isinstance(word, str) or not word.strip():
        return
    if word.startswith("-"):
        words[:] = [w for w in words if w.casefold() != word[1:].strip().casefold()]
    elif word not in words:
        words.append(word)


def _phrase(phrase: str) -> str:
    body = r"\s+".join(re.escape(w) for w in phrase.removesuffix("*").split())
    body = body.replace("'", "['’]")
    if phrase[0].isalnum() and phrase[-1].isalnum():
        return body
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"\w*" if phrase[-1] == "*" else r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + body + after


def _name(particles: tuple[str, ...]) -> str:
    between = r"(?-i:(?:" + "|".join(re.escape(p) for p in particles) + r")\s+){0,2}"
    return rf"(?:{NAME_WORD}(?:\s+{between}{NAME_WORD}){{0,3}})"
