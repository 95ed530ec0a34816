"""Which rules want to see a line: told by its words, marks, section, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from prep.claims.cues import Cues
from prep.claims.heard import Heard, Lexicon
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.phrases import split_words
from prep.claims.rules import RULES, Rule
from prep.model.note import Block

_MANY = 4  # characters that are rather sought by a pattern than one by one
_ASKED = (
    "became", "before_verb", "below", "decided", "dont", "event", "expects", "hypothetical", "me",
    "narrative", "negated", "open_cue", "open_weak", "opener", "ought", "past_report", "promised",
    "recipient", "rhetorical", "soft", "supersede", "them", "undecided", "waits", "wants", "will",
    "wish",
)  # fmt: skip
"""Groups that the rules and their guards ask a line for, besides those of the table."""


STANDING = (
    "quoted", "planned", "boilerplate", "speech", "label", "item", "paragraph", "spoken", "minutes"
)  # fmt: skip
"""Quoted; planned; under boilerplate; said by somebody; labelled; an item, a paragraph; in notes
that tell who says what; in these or in a meeting's."""


class Net:
    """The table of the rules with the cue words of a language, as bits in its order."""

    __slots__ = (
        "_also",
        "_heads",
        "_marks",
        "_names",
        "_of_marks",
        "_plain",
        "_rows",
        "_sections",
        "_worded",
        "lexicon",
        "words",
    )

    def __init__(self, cues: Cues) -> None:
        words: dict[str, int] = {}
        marks: dict[str, int] = {}
        self._sections: dict[str, int] = {}
        for bit, rule in enumerate(RULES):
            for table, keys in ((words, rule.words), (self._sections, rule.sections)):
                for key in keys:
                    table[key] = table.get(key, 0) | 1 << bit
            if rule.marks:
                marks[rule.marks] = marks.get(rule.marks, 0) | 1 << bit
        also = [(need, 1 << bit) for bit, rule in enumerate(RULES) for need in rule.also]
        asked = (name for need, _ in also for name in need.split("|"))
        groups = tuple(dict.fromkeys((*words, *asked, *_ASKED)))
        self.lexicon = Lexicon(cues, groups, words, len(RULES))
        self._also = tuple((self.lexicon.of[need], rules) for need, rules in also)
        self._marks = tuple((c, b) for m, b in marks.items() if len(m) < _MANY for c in m)
        self._of_marks = tuple(
            (re.compile(f"[{re.escape(m)}]").search, b) for m, b in marks.items() if len(m) >= _MANY
        )
        self._rows, self._plain, self._names = _bits("rows"), _bits("plain"), _bits("names")
        self._heads = dict.fromkeys(_head_words(cues), _bits("heads"))
        self._worded = sum(1 << bit for bit, rule in enumerate(RULES) if _only_words(rule))

    def of_block(
        self, block: Block, heard: Heard, sections: tuple[str, ...], known: frozenset[str]
    ) -> int:
        """The rules that want to see a block with these words, under these kinds of section.

        ``known``: the words by which the note knows its people.
        """
        wanted = heard.rules(_ALL) | self._heads.get(_first_word(block.text), 0)
        wanted |= self._of_text(block.text)
        if known and not known.isdisjoint(split_words(block.text)):
            wanted |= self._names
        for section in sections:
            if section in self._sections:
                wanted |= self._sections[section]
        if block.kind == "row":
            return wanted | self._rows
        return wanted | self._plain if block.kind == "paragraph" else wanted

    def _of_text(self, text: str) -> int:
        """The rules that ask for a mark which stands in the text."""
        wanted = 0
        for mark, bits in self._marks:
            if mark in text:
                wanted |= bits
        for search, bits in self._of_marks:
            if search(text):
                wanted |= bits
        return wanted

    def lacking(self, heard: Heard) -> int:
        """The rules that need a phrase besides, which a line does not hold."""
        found = 0
        for need, rules in self._also:
            if not heard.bits & need:
                found |= rules
        return found

    def of_line(self, text: str, heard: Heard) -> int:
        """Of several lines in a block each is only shown to the rules that it has the words for."""
        return heard.rules(_ALL) | self._heads.get(_first_word(text), 0) | ~self._worded


@lru_cache(maxsize=8)
def net(cues: Cues) -> Net:
    """The net of a language's cue words."""
    return Net(cues)


def bits_of(rules: int) -> Iterator[int]:
    """The places in the table of these rules, in order."""
    while rules:
        last = rules & -rules
        yield last.bit_length() - 1
        rules ^= last


def standing(line: Line, page: Page) -> int:
    """How a line stands, as bits in the order of ``STANDING``."""
    return (
        line.quoted
        | line.planned << 1
        | ("boilerplate" in line.sections) << 2
        | (line.speaker != "") << 3
        | (line.label != "") << 4
        | (line.kind == "item") << 5
        | (line.kind == "paragraph") << 6
        | page.is_spoken << 7
        | page.is_minutes << 8
    )


@lru_cache(maxsize=512)
def open_to(standing: int) -> int:
    """The rules that may see a line that stands so, as bits in the order of the table."""
    here = {name for bit, name in enumerate(STANDING) if standing >> bit & 1}
    return sum(
        1 << bit
        for bit, rule in enumerate(RULES)
        if here.issuperset(rule.only.split()) and here.isdisjoint(rule.unless.split())
    )


def _first_word(text: str) -> str:
    first = text.split(None, 1)[:1]
    return first[0].lower().strip("*_.,:;!?()\"'`") if first else ""


def _only_words(rule: Rule) -> bool:
    return bool(rule.words) and not (rule.sections or rule.marks or rule.heads)


def _bits(flag: str) -> int:
    return sum(1 << bit for bit, rule in enumerate(RULES) if getattr(rule, flag))


def _head_words(cues: Cues) -> frozenset[str]:
    phrases = (*cues.group("deed"), *cues.group("messy_start"), "please")
    return frozenset(split_words(p)[0] for p in phrases)


_ALL = (1 << len(RULES)) - 1
