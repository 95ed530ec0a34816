"""Cue words: the data of the rules, made into patterns.

A group is a list of words and phrases (``templates/cues/en.yaml`` says how they are written).
Rules name groups in their patterns as ``{group}``; ``compile`` puts the alternatives in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

NAME_WORD = r"(?-i:@?[A-Z][\w.'’/-]*(?<![.'’/-])|[a-z]{1,2}[A-Z]\w*|@[a-z][\w.-]*\w)"
"""One word of a name: capitalised, initials such as ``eP``, or a handle."""

_HEADING = r"^[\W\d]*{{{}}}(?:\W*$|\s+(?:for|from|of|on|by)\b|\s*[(:/–-])"
_TRIGGER = re.compile(r"[^\W_]+")
_PUNCTUATION = {ord(c): " " for c in "\t\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’–—…"}


class Cues:
    """The cue words of one language, with the patterns made of them (made once, when asked for)."""

    __slots__ = ("_groups", "compile", "find", "headings", "key", "labels")

    def __init__(self, groups: Mapping[str, tuple[str, ...]]) -> None:
        self._groups = dict(groups)
        self.key = repr(sorted(self._groups.items()))
        self.compile = lru_cache(maxsize=None)(self._compile)
        self.find = lru_cache(maxsize=None)(self._find)
        self.headings = lru_cache(maxsize=4096)(self._headings)
        self.labels = frozenset(
            p.casefold() for name, all_ in self._groups.items() if name.endswith("_label") for p in all_
        )

    def group(self, name: str) -> tuple[str, ...]:
        """The phrases of a group, in their written order; empty where the language has none."""
        return self._groups.get(name, ())

    def has(self, name: str, text: str) -> bool:
        """Whether a phrase of the group stands in the text."""
        return self.find(name).search(text) is not None

    def first_words(self, names: Iterable[str]) -> frozenset[str]:
        """Words of which one stands in every text that holds a phrase of these groups.

        Of each phrase its longest word: a text without any of them need not be searched.
        """
        phrases = (p for name in names for p in self.group(name))
        words = (_TRIGGER.findall(p.lower().removesuffix("*")) for p in phrases)
        return frozenset(max(found, key=len) for found in words if found)

    def is_label(self, name: str) -> bool:
        """Whether these words before a colon are a label of the cue lists, numbered or not."""
        return name.rstrip(" .#0123456789").casefold() in self.labels

    def _headings(self, words: str) -> tuple[str, ...]:
        """The kinds of section that these words of a heading open (groups ``section_*``)."""
        return tuple(
            name.removeprefix("section_")
            for name in self._groups
            if name.startswith("section_") and self.compile(_HEADING.format(name)).search(words)
        )

    def _find(self, name: str) -> re.Pattern[str]:
        return self._compile("{" + name + "}")

    def _compile(self, template: str) -> re.Pattern[str]:
        def fill(match: re.Match[str]) -> str:
            if match.group(1) == "name":
                return _name(self.group("name_particle"))
            return alternatives(self.group(match.group(1)))

        return re.compile(re.sub(r"\{([a-z_]+)\}", fill, template), re.IGNORECASE)


def alternatives(phrases: Sequence[str]) -> str:
    """A pattern for any of these phrases as whole words, the longest first."""
    if not phrases:
        return r"(?!)"
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(_phrase(p) for p in ordered) + ")"


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
    star = phrase.endswith("*")
    body = r"\s+".join(re.escape(w) for w in phrase.removesuffix("*").split())
    body = body.replace("'", "['’]")
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    if star:
        return before + body + r"\w*"
    return before + body + (r"(?!\w)" if phrase[-1].isalnum() else "")


def _name(particles: tuple[str, ...]) -> str:
    between = r"(?-i:(?:" + "|".join(re.escape(p) for p in particles) + r")\s+){0,2}"
    return rf"(?:{NAME_WORD}(?:\s+{between}{NAME_WORD}){{0,3}})"


def split_words(text: str) -> list[str]:
    """The words of a text for the pre-check: lower case, punctuation dropped, cheap."""
    return text.lower().translate(_PUNCTUATION).split()
