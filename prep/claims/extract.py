"""One note to its claims: the lines that a cheap check picks, through the rules, then settled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prep.claims.cues import STEM, Cues, split_words, words_of
from prep.claims.page import Line, Page
from prep.claims.rules import RULES, Rule, record
from prep.claims.settle import settle
from prep.claims.tasks import task_claims
from prep.dates import find_due
from prep.model.claim import Claim
from prep.model.note import Block, Note

_SILENT = frozenset({"template", "transcript", "story", "role", "index"})
_OUTSIDE = "clipping"
_SPOKEN = ("item", "paragraph", "row", "quote")


class _Net(NamedTuple):
    """Which rules want to see a text: by its words, its characters, its section, its kind."""

    words: dict[str, int]
    stems: dict[str, int]
    marks: dict[str, int]
    sections: dict[str, int]
    rows: int
    heads: int
    plain: int
    head_words: frozenset[str]


def extract(note: Note, cues: Cues) -> tuple[Claim, ...]:
    """What a note states, in the order of its lines.

    A pure function of the note and the cue words. Templates, transcripts, stories and job
    descriptions state nothing; a clipped article only gives events, as news from outside.
    """
    if note.kind in _SILENT or not note.blocks:
        return ()
    page = Page(note, cues)
    if note.kind == _OUTSIDE:
        return tuple(_outside(page))
    found = [*_by_rules(page), *task_claims(page)]
    return tuple(_dated(claim, page) for claim in settle(found, page))


def _by_rules(page: Page) -> Iterator[Claim]:
    net = _net(page.cues)
    for index, block in enumerate(page.note.blocks):
        if block.kind not in _SPOKEN or block.status is not None:
            continue
        wanted = _wanted(block, net, page)
        if wanted:
            for line in page.lines(index):
                yield from _take(line, _chosen(wanted), page)
    yield from _headings(page, net)


def _take(line: Line, rules: tuple[Rule, ...], page: Page) -> Iterator[Claim]:
    words = words_of(line.text)
    for rule in rules:
        if not rule.words or rule.sections or rule.marks or page.cues.gate(*rule.words).may(words):
            yield from rule.take(line, page)


def _headings(page: Page, net: _Net) -> Iterator[Claim]:
    """A heading may tell a move: ``Ines stepping down as chair``."""
    for index, block in enumerate(page.note.blocks):
        if block.kind == "heading" and " " in block.text and _by_words(block.text, net):
            line = Line(
                block.text, block.line, block.end_line, index, block.episode, kind="heading",
                note_kind=page.note.kind, body=block.text, day=page.day(block),
            )  # fmt: skip
            yield from _MOVES.take(line, page)


def _outside(page: Page) -> Iterator[Claim]:
    for index, block in enumerate(page.note.blocks):
        if block.kind in _SPOKEN:
            for line in page.lines(index):
                for claim in record.event(line, page):
                    yield claim._replace(rule="clip." + claim.rule)


def _wanted(block: Block, net: _Net, page: Page) -> int:
    wanted = _by_words(block.text, net)
    for mark, bits in net.marks.items():
        if mark in block.text:
            wanted |= bits
    if block.heading is not None or block.parent is not None:
        for section in page.sections_of(block):
            wanted |= net.sections.get(section, 0)
    if block.kind == "row":
        return wanted | net.rows
    return wanted | net.plain if block.kind == "paragraph" else wanted


def _by_words(text: str, net: _Net) -> int:
    words = split_words(text)
    wanted = net.heads if words and words[0] in net.head_words else 0
    get, stems = net.words.get, net.stems.get
    for word in words:
        wanted |= get(word, 0) | stems(word[:STEM], 0)
    return wanted


@lru_cache(maxsize=4096)
def _chosen(wanted: int) -> tuple[Rule, ...]:
    return tuple(rule for bit, rule in enumerate(RULES) if wanted >> bit & 1)


@lru_cache(maxsize=8)
def _net(cues: Cues) -> _Net:
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    marks: dict[str, int] = {}
    sections: dict[str, int] = {}
    rows = heads = plain = 0
    for bit, rule in enumerate(RULES):
        for word in cues.gate(*rule.words).keys:
            words[word] = words.get(word, 0) | 1 << bit
        for stem in cues.gate(*rule.words).stems:
            stems[stem] = stems.get(stem, 0) | 1 << bit
        for mark in rule.marks:
            marks[mark] = marks.get(mark, 0) | 1 << bit
        for section in rule.sections:
            sections[section] = sections.get(section, 0) | 1 << bit
        rows |= rule.rows << bit
        heads |= rule.heads << bit
        plain |= rule.plain << bit
    return _Net(words, stems, marks, sections, rows, heads, plain, _head_words(cues))


def _head_words(cues: Cues) -> frozenset[str]:
    phrases = (*cues.group("deed"), *cues.group("messy_start"), "please")
    return frozenset(split_words(p)[0] for p in phrases)


def _dated(claim: Claim, page: Page) -> Claim:
    """The due day in a commitment's words, against the day on which they were said."""
    if claim.kind not in ("commitment", "event") or claim.due or claim.state == "closed":
        return claim
    found = find_due(claim.text, base=claim.day, language=page.note.language or "en")
    return claim._replace(due=found.day, due_raw=found.raw) if found else claim


_MOVES = next(rule for rule in RULES if rule.take.__name__ == "moves")
