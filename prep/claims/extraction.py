"""One note to its claims: the lines that a cheap check picks, through the rules, then settled."""

from __future__ import annotations

from collections.abc import Iterator

from prep.claims.cues import Cues
from prep.claims.line import Line
from prep.claims.net import Net, bits_of, net, open_to, standing
from prep.claims.page import Page
from prep.claims.phrases import Phrases, split_words, words_of
from prep.claims.rules import RULES, record
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


def extract(note: Note, cues: Cues) -> tuple[Claim, ...]:
    """What a note states, in the order of its lines.

    A pure function of the note and the cue words. Templates, transcripts, stories and job
    descriptions state nothing; a clipped article only gives events, as news from outside.
    """
    if note.kind in _SILENT or not note.blocks:
        return ()
    wants = net(cues)
    if note.kind == _OUTSIDE:
        return tuple(_outside(note, wants))
    page = Page(note, wants.lexicon)
    found = [*_by_rules(page, wants), *_headings(page), *task_claims(page)]
    return tuple(_dated(_own(claim, page), page) for claim in settle(found, page))


def _by_rules(page: Page, wants: Net) -> Iterator[Claim]:
    """What the rules find, rule by rule: what one reads and asks is at hand for its next line."""
    shown: dict[int, list[Line]] = {}
    for line, wanted in _wanted(page, wants):
        for bit in bits_of(wanted):
            shown.setdefault(bit, []).append(line)
    for bit in sorted(shown):
        take = RULES[bit].take
        for line in shown[bit]:
            yield from take(line, page)


def _wanted(page: Page, wants: Net) -> Iterator[tuple[Line, int]]:
    """The lines of the note that some rule wants to see, with the rules as bits."""
    chatter = {n for n, e in enumerate(page.note.episodes) if e.kind in _SILENT}
    spoken = [
        (index, block, page.hear(block.text))
        for index, block in enumerate(page.note.blocks)
        if block.kind in _SPOKEN and block.status is None and block.episode not in chatter
    ]
    for index, block, heard in spoken:
        wanted = wants.of_block(block, heard, page.sections_of(block), page.known)
        lines = page.lines(index) if wanted else ()
        for line in lines:
            bits = wanted & open_to(standing(line, page))
            if len(lines) > 1:
                bits &= wants.of_line(line.text, page.hear(line.text))
            else:
                page.overhear(line.text, block.text)
            yield line, bits & ~wants.lacking(page.hear(line.text))


def _headings(page: Page) -> Iterator[Claim]:
    """A heading may tell a move: ``Ines stepping down as chair``."""
    told = page.cues.find(*_MOVES.words)
    headings = [(n, block) for n, block in enumerate(page.note.blocks) if block.kind == "heading"]
    if not told.may(frozenset(split_words("\n".join(block.text for _, block in headings)))):
        return
    for index, block in headings:
        if told.may(words_of(block.text)):
            line = Line(
                block.text, block.line, block.end_line, index, block.episode, kind="heading",
                note_kind=page.note.kind, body=block.text, day=page.day(block),
            )  # fmt: skip
            yield from _MOVES.take(line, page)


def _outside(note: Note, wants: Net) -> Iterator[Claim]:
    told = wants.lexicon.cues.find(*_NEWS)
    news = [n for n, block in enumerate(note.blocks) if _is_news(block, told)]
    if not news:
        return
    page = Page(note, wants.lexicon)
    for line in (line for index in news for line in page.lines(index)):
        if open_to(standing(line, page)) >> _EVENT & 1:
            for claim in record.event(line, page):
                yield claim._replace(rule="clip." + claim.rule)


def _is_news(block: Block, told: Phrases) -> bool:
    """A short block of a clipping with the words of an event; the long ones are the article."""
    short = block.kind in _SPOKEN and len(block.text) <= _NEWS_LENGTH
    return short and told.may(words_of(block.text))


def _own(claim: Claim, page: Page) -> Claim:
    """A party called "me", "ich" or "myself" is "I", wherever it was read."""
    party = claim.party.replace("’", "'").split("'")[0]
    return claim._replace(party="I") if page.cues.is_one("self", party) else claim


def _dated(claim: Claim, page: Page) -> Claim:
    """The due day in a commitment's words, against the day on which they were said."""
    if claim.kind not in ("commitment", "event") or claim.due or claim.state == "closed":
        return claim
    found = find_due(claim.text, base=claim.day, language=page.note.language or "en")
    return claim._replace(due=found.day, due_raw=found.raw) if found else claim


_MOVES = next(rule for rule in RULES if rule.take.__name__ == "moves")
_EVENT = next(bit for bit, rule in enumerate(RULES) if rule.take is record.event)
