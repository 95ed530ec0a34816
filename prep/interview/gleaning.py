"""From messy notes to drawers: background, goals, claims, concerns, questions in both directions.

Only blocks that bear on the subject are read. A section ends at the next heading, at the next
label, and at the first line behind a list and a blank line: else "buy milk" becomes a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prep.interview.labels import Drawer, bare_label, labelled, plain, quoted
from prep.interview.material import Material
from prep.interview.questions import Question, read
from prep.model.brief import Source
from prep.model.note import Block
from prep.patterns import lazy

_LEADS_LIST = lazy(r"\b(goals|reasons|strengths|concerns|priorities)\b", re.IGNORECASE)
_TOWARDS = lazy(
    r"\b(?:your|this|his|her|their) (?:team|role|company|group)\b|\bhere\b", re.IGNORECASE
)
_CONCERN = lazy(
    r"\bmy (?:fear|worry|concern)s?\b|\bi(?:'m| am|m) (?:afraid|worried|concerned)\b|\bfriction\b"
    r"|\bhind?n?er\w* my\b|\bholding me back\b",
    re.IGNORECASE,
)
_DRAIN = lazy(
    r"^(?:what )?(?:demotivates?|drains?|frustrates?|annoys?) me\b\W*(?P<what>.*)$", re.IGNORECASE
)


class Item(NamedTuple):
    """One line of the notes in its drawer. ``words`` is the line, or the value behind its label."""

    drawer: Drawer
    words: str
    source: Source
    label: str = ""
    question: Question | None = None
    answers: tuple[Item, ...] = ()
    claim_rule: str = ""


class _State(NamedTuple):
    drawer: Drawer | None
    label: str
    last: Block | None
    last_list: bool


def glean(material: Sequence[Material], names: Sequence[str]) -> tuple[Item, ...]:
    """Every bearing line of the notes in its drawer, in the order of the notes.

    ``names``: the people concerned, full names first.
    """
    items = [item for given in material for item in _note(given, names)]
    return tuple(items)


def of(items: Sequence[Item], *drawers: Drawer) -> tuple[Item, ...]:
    """The items of some drawers."""
    return tuple(item for item in items if item.drawer in drawers)


def _note(given: Material, names: Sequence[str]) -> Iterator[Item]:
    blocks = given.bearing()
    runs = _quoted_runs(blocks)
    state = _State(None, "", None, last_list=False)
    for place, (number, block) in enumerate(blocks):
        state, item = _step(given, state, block, names, runs.get(number, ()))
        after = blocks[place + 1][1] if place + 1 < len(blocks) else None
        state = _lead_in(state, block, after)
        if item is not None:
            yield item._replace(answers=_below(given, number, item))


def _step(
    given: Material, state: _State, block: Block, names: Sequence[str], run: Sequence[str]
) -> tuple[_State, Item | None]:
    text = block.text
    listed = block.kind == "item"
    if block.kind == "heading":
        return _State(bare_label(text), plain(text).rstrip(":"), block, last_list=False), None
    if block.kind not in {"item", "paragraph"} or block.status is not None or not plain(text):
        return state._replace(last=block, last_list=listed), None
    if _section_over(state, block):
        state = state._replace(drawer=None, label="")
    drawer = state.drawer
    after = state._replace(last=block, last_list=listed)
    source = given.source_of(block)
    if question := read(text, drawer, names, run=run):
        return after, _asked(question, source)
    if value := labelled(text):
        return after, Item(value.drawer, value.value, source, value.label)
    if opened := bare_label(text):
        return after._replace(drawer=opened, label=plain(text).rstrip(":")), None
    return after, _said(text, drawer, state.label, source)


def _asked(question: Question, source: Source) -> Item:
    drawer: Drawer = "context" if question.direction == "unknown" else question.direction
    return Item(drawer, question.words, source, question=question)


def _said(text: str, drawer: Drawer | None, label: str, source: Source) -> Item:
    line = plain(text)
    if drain := _DRAIN.match(line):
        return Item("drains", drain["what"].strip(" -:") or line, source, "demotivates me")
    if drawer != "concerns" and _CONCERN.search(line):
        return Item("concerns", line, source)
    if drawer is None or drawer in {"i_ask", "they_ask", "asked"}:
        return Item("context", line, source, label)
    return Item(drawer, line, source, label)


def _section_over(state: _State, block: Block) -> bool:
    """A line behind a list and a blank line belongs to no section."""
    return (
        state.last is not None
        and state.last_list
        and block.kind == "paragraph"
        and block.line > state.last.end_line + 1
    )


def _lead_in(state: _State, block: Block, after: Block | None) -> _State:
    """``for two reasons`` before a numbered list opens a section for it."""
    found = _LEADS_LIST.search(block.text)
    if found is None or after is None or not after.ordered or block.ordered:
        return state
    word = found.group(1).lower()
    drawer: Drawer = "goals"
    if _TOWARDS.search(block.text) or word == "reasons":
        drawer = "why_them"
    elif word in {"strengths", "concerns"}:
        drawer = "claims" if word == "strengths" else "concerns"
    return state._replace(drawer=drawer, label=plain(block.text))


def _quoted_runs(blocks: Sequence[tuple[int, Block]]) -> dict[int, tuple[str, ...]]:
    """For each quoted line the quoted lines that stand with it without another line between."""
    runs: dict[int, tuple[str, ...]] = {}
    current: list[tuple[int, str]] = []
    for number, block in (*blocks, (-1, Block("rule", "", 0, 0))):
        words = quoted(block.text) if block.kind in {"item", "paragraph"} else None
        if words:
            current.append((number, words))
            continue
        runs.update({n: tuple(w for _, w in current) for n, _ in current})
        current = []
    return runs


def _below(given: Material, number: int, item: Item) -> tuple[Item, ...]:
    """What stands indented below a question: its answer, as far as the notes hold it."""
    if item.question is None:
        return ()
    return tuple(
        Item(item.drawer, plain(block.text), given.source_of(block))
        for block in given.note.blocks
        if block.parent == number and plain(block.text) and not plain(block.text).endswith("?")
    )
