"""One note to its claims: the lines that a cheap check picks, through the rules, then settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prep.claims.cues import Cues
from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.phrases import split_words, starts_of, words_of
from prep.claims.rules import RULES, Rule, record
from prep.claims.settle import settle
from prep.claims.tasks import task_claims
from prep.dates import find_due
from prep.model.claim import Claim
from prep.model.note import Block, Note

_SILENT = frozenset({"template", "transcript", "story", "role", "index"})
_OUTSIDE = "clipping"
_NEWS_LENGTH = 300  # characters
_NEWS = ("event", "event_label")
_SPOKEN = ("item", "paragraph", "row", "quote")


class _Net(NamedTuple):
    """Which rules want to see a text, as bits: by its words, characters, section, kind.

    ``singles``: words that are phrases; ``longer``: by one word of a phrase, its words and bits;
    ``stems``: first letters of phrases with a star.
    """

    singles: dict[str, int]
    longer: dict[str, list[tuple[frozenset[str], int]]]
    stems: dict[str, int]
    keys: frozenset[str]
    starts: frozenset[str]
    marks: dict[str, int]
    sections: dict[str, int]
    rows: int
    heads: int
    plain: int
    head_words: frozenset[str]
    worded: int


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
    chatter = {n for n, e in enumerate(page.note.episodes) if e.kind in _SILENT}
    for index, block in enumerate(page.note.blocks):
        if block.kind not in _SPOKEN or block.status is not None or block.episode in chatter:
            continue
        wanted = _wanted(block, net, page)
        if not wanted:
            continue
        lines = page.lines(index)
        for line in lines:
            bits = wanted if len(lines) == 1 else wanted & _of_line(line, net)
            for rule in _chosen(bits):
                yield from rule.take(line, page)
    yield from _headings(page)


def _of_line(line: Line, net: _Net) -> int:
    """Of several lines in a block each is only shown to the rules that it has the words for."""
    return _by_words(line.text, net) | ~net.worded


def _headings(page: Page) -> Iterator[Claim]:
    """A heading may tell a move: ``Ines stepping down as chair``."""
    told = page.cues.find(*_MOVES.words)
    for index, block in enumerate(page.note.blocks):
        if block.kind == "heading" and told.may(words_of(block.text)):
            line = Line(
                block.text, block.line, block.end_line, index, block.episode, kind="heading",
                note_kind=page.note.kind, body=block.text, day=page.day(block),
            )  # fmt: skip
            yield from _MOVES.take(line, page)


def _outside(page: Page) -> Iterator[Claim]:
    for index, block in enumerate(page.note.blocks):
        if block.kind in _SPOKEN and _is_news(block.text, page):
            for line in page.lines(index):
                for claim in record.event(line, page):
                    yield claim._replace(rule="clip." + claim.rule)


def _is_news(text: str, page: Page) -> bool:
    """A short block of a clipping with the words of an event; the long ones are the article."""
    return len(text) <= _NEWS_LENGTH and page.cues.find(*_NEWS).may(words_of(text))


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
    some = words_of(text)
    wanted = net.heads if _first_word(text) in net.head_words else 0
    for key in net.keys & some:
        wanted |= net.singles.get(key, 0)
        for phrase, bits in net.longer.get(key, ()):
            if phrase <= some:
                wanted |= bits
    for start in net.starts & starts_of(some):
        wanted |= net.stems[start]
    return wanted


def _first_word(text: str) -> str:
    first = text.split(None, 1)[:1]
    return first[0].lower().strip("*_.,:;!?()\"'`") if first else ""


@lru_cache(maxsize=4096)
def _chosen(wanted: int) -> tuple[Rule, ...]:
    return tuple(rule for bit, rule in enumerate(RULES) if wanted >> bit & 1)


@lru_cache(maxsize=8)
def _net(cues: Cues) -> _Net:
    singles: dict[str, int] = defaultdict(int)
    stems: dict[str, int] = defaultdict(int)
    marks: dict[str, int] = defaultdict(int)
    sections: dict[str, int] = defaultdict(int)
    longer: dict[tuple[str, frozenset[str]], int] = defaultdict(int)
    for bit, rule in enumerate(RULES):
        phrases = cues.find(*rule.words)
        for table, keys in (
            (singles, phrases.singles), (stems, phrases.stems), (marks, rule.marks),
            (sections, rule.sections),
        ):  # fmt: skip
            for key in keys:
                table[key] |= 1 << bit
        for pair in phrases.longer():
            longer[pair] |= 1 << bit
    by_key: dict[str, list[tuple[frozenset[str], int]]] = defaultdict(list)
    for (key, words), bits in longer.items():
        by_key[key].append((words, bits))
    return _Net(
        dict(singles), dict(by_key), dict(stems), frozenset(singles) | frozenset(by_key),
        frozenset(stems), dict(marks), dict(sections), _bits("rows"), _bits("heads"),
        _bits("plain"), _head_words(cues), _bits("words"),
    )  # fmt: skip


def _bits(flag: str) -> int:
    """The rules of the table that have this flag, or only words to go by, as bits."""
    return sum(1 << bit for bit, rule in enumerate(RULES) if _has(rule, flag))


def _has(rule: Rule, flag: str) -> bool:
    if flag == "words":
        return bool(rule.words) and not (rule.sections or rule.marks or rule.heads)
    return bool(getattr(rule, flag))


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
