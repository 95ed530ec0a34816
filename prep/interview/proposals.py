"""Stretches of daily notes that look like a story: proposed, never promoted silently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prep.interview import telling
from prep.interview.labels import plain
from prep.interview.material import Material
from prep.interview.stories import Part, Said, Story, stories
from prep.interview.wording import figures
from prep.model.note import Block
from prep.patterns import lazy

_UNDERTAKING = lazy(
    r"\b(?:the|our|my|an?)\s+(?P<name>(?:[\w()/+.-]+\s+){0,3}?(?:initiative|project"
    r"|migration|roll-?out|launch|redesign|rewrite|program(?:me)?|pilot|cutover|campaign|turnaround))\b",
    re.IGNORECASE,
)
_FIRST = lazy(r"\b(?:i|we|my|our|us|i've|we've|i'd)\b", re.IGNORECASE)
_SUBJECTLESS = lazy(
    r"^(?:led|built|cut|moved|fixed|wrote|ran|set up|saved|reduced|launched|shipped|won|closed"
    r"|negotiated|migrated|designed|started|hired|trained|rebuilt|convinced|automated|cleared)\b",
    re.IGNORECASE,
)
_BEFORE = lazy(
    r"\b(?:in the past|until then|used to|before that|originally|at the time"
    r"|(?:things|it) (?:break|broke)|was down"
    r"|limits|bottleneck\w*|problem was|totally new)\b",
    re.IGNORECASE,
)
_AIM = lazy(
    r"\b(?:(?:a|the) (?:key )?ask|ha[sd] to|was asked|needs? (?:it )?to|so that|every \w+ to)\b",
    re.IGNORECASE,
)
_DOING = lazy(
    r"\b(?:collect|driv(?:e|ing)|work(?:ed|ing) with|interview|build|gather|measure|set up|roll out"
    r"|coordinat\w+|negotiat\w+)\b",
    re.IGNORECASE,
)
_PLANNED = lazy(r"\b(?:would|will|goal|aims?|plan(?:s|ned)?|going to)\b", re.IGNORECASE)
_GENERAL = lazy(r"\b(?:overall goal|is based (?:off|on)|think of it|as we've)\b", re.IGNORECASE)
MIN_LINES = 3


def propose(material: Sequence[Material]) -> tuple[Story, ...]:
    """Stretches under one heading that tell of an undertaking of one's own; single lines of an act
    with an outcome. What is written as a story already is left out.
    """
    found = []
    for given in material:
        if given.note.kind in {"daily", "meeting", "project", "other", "account", "person"}:
            taken = [s for story in stories([given]) for s in story.sources]
            lines = {n for s in taken for n in range(s.line, s.end_line + 1)}
            found += [*_stretches(given, lines), *_lines(given, lines)]
    return tuple(found)


def _stretches(given: Material, taken: set[int]) -> Iterator[Story]:
    for blocks in _by_heading(given.note.blocks):
        said = [b for b in blocks if b.kind in {"item", "paragraph"} and b.line not in taken]
        text = " ".join(plain(b.text) for b in said)
        named = next((m for b in said if (m := _UNDERTAKING.search(plain(b.text)))), None)
        if named is None or len(said) < MIN_LINES or not _FIRST.search(text):
            continue
        parts = _told(given, said)
        if {"situation", "task", "action"} & {p.part for p in parts}:
            whole = given.source(blocks[0].line, said[-1].end_line, said[-1].episode)
            yield Story(named["name"].strip(), parts, (whole,), proposed=True)


def _told(given: Material, said: Sequence[Block]) -> tuple[Said, ...]:
    """The lines with a role; what only names the stakes stands in for a missing situation."""
    roles = [(_role(b), b) for b in said]
    if sum(role == "situation" for role, _ in roles) < 2:
        roles = [(role or _stakes(b), b) for role, b in roles]
    return tuple(Said(role, plain(b.text), given.source_of(b)) for role, b in roles if role)


def _stakes(block: Block) -> Part | None:
    text = plain(block.text)
    return "situation" if telling.has_stakes(text) and not _PLANNED.search(text) else None


def _by_heading(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    start = 0
    for number in range(1, len(blocks) + 1):
        if number == len(blocks) or blocks[number].kind == "heading":
            yield blocks[start:number]
            start = number


def _role(block: Block) -> Part | None:
    """What a line of the stretch tells; general explanation tells none of it."""
    text = plain(block.text)
    if _GENERAL.search(text) and not _AIM.search(text):
        return None
    planned = _PLANNED.search(text) is not None
    if not planned and telling.has_result(text) and (telling.acts(text) or figures(text)):
        return "result"
    if _BEFORE.search(text):
        return "situation"
    if _AIM.search(text):
        return "task"
    return "action" if _FIRST.search(text) and _DOING.search(text) else None


def _lines(given: Material, taken: set[int]) -> Iterator[Story]:
    for number, block in enumerate(given.note.blocks):
        text = plain(block.text)
        if block.kind != "item" or block.line in taken or block.status not in {None, "x"}:
            continue
        own = telling.acts(text) > 0 or _SUBJECTLESS.match(text)
        if not own or not (figures(text) and telling.has_result(text)) or len(text.split()) < 5:
            continue
        below = [b for b in given.note.blocks if b.parent == number and plain(b.text)]
        parts: list[Said] = [Said("action", text, given.source_of(block))]
        parts += [Said("result", plain(b.text), given.source_of(b)) for b in below]
        end = max([block.end_line, *(b.end_line for b in below)])
        source = given.source(block.line, end, block.episode)
        yield Story(_short(text), tuple(parts), (source,), proposed=True)


def _short(text: str) -> str:
    words = text.split()
    title = " ".join(words[:8]).rstrip(",;:.")
    return title + (" …" if len(words) > 8 else "")
