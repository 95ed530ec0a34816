"""A topic in one note: a project, a link, a tag, a number, the words of a heading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from prep.identity.hits import link_target
from prep.identity.layout import Layout
from prep.identity.mentions import numbers
from prep.identity.turns import Turn, turns
from prep.identity.units import Unit, heading_chain, parent_chain
from prep.model.naming import Bearing, Rung, Standing, Subject
from prep.model.note import Note
from prep.names import fold
from prep.patterns import lazy

_IDENTIFIER = lazy(r"\b([A-Za-z]{2,6})[- #_/]?(\d{2,6})\b")


def forms_pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """Forms of a topic as they may be written: case, and blanks for hyphens, are let go."""
    bodies = []
    for form in sorted(dict.fromkeys(forms), key=lambda f: (-len(f), f)):
        words = re.findall(r"\w+", form.lstrip("#"))
        if words:
            bodies.append(r"[\s\-_/#]{0,2}".join(map(re.escape, words)))
    return (
        re.compile(rf"(?<![\w/.])(?:{'|'.join(bodies)})(?!\w)", re.IGNORECASE)
        if bodies
        else _NOTHING
    )


_NOTHING = lazy(r"(?!)")


def topic_standing(subject: Subject) -> Callable[[Layout], Standing | None]:
    """The lines that name a topic, and all that stands under a heading, action or item about it."""
    pattern = forms_pattern((subject.name, *subject.forms, *subject.aliases))
    return partial(_stand_topic, subject, pattern)


def _stand_topic(subject: Subject, pattern: re.Pattern[str], layout: Layout) -> Standing | None:
    note, lines = layout.note, layout.lines
    own = subject.path is not None and note.path == subject.path
    tagged = any(n.place == "tag" and n.key in subject.keys for n in layout.namings)
    named = {at for at, unit in enumerate(lines) if _names(pattern, unit.text)}
    if not (named or own or tagged):
        return None
    speakers = layout.speakers
    spoken = turns(note, lines, lambda who: fold(who) in speakers)
    titles = {lines[at].block for at in named}
    found = []
    for at, unit in enumerate(lines):
        how = _how(note, unit, spoken[at], at, named, titles)
        if how:
            found.append(_made(unit, how, "exact"))
        elif own or tagged:
            found.append(_made(unit, "about", "path" if own else "exact"))
    if not found:
        return None
    first = next((b for b in found if b.how == "named"), found[0])
    talked = note.kind in ("meeting", "daily", "transcript") and _is_item(lines, named)
    return Standing("spoke" if talked else "mentioned", first.line, first.end_line, tuple(found))


def _made(unit: Unit, how: str, rung: Rung) -> Bearing:
    return Bearing(unit.block, unit.line, unit.end_line, how, rung)  # type: ignore[arg-type]  # of _how


def _names(pattern: re.Pattern[str], text: str) -> bool:
    """Does the line name the topic? A link's words do not, where its target is another number."""
    return any(not _misleads(text, found) for found in pattern.finditer(text))


def _misleads(text: str, found: re.Match[str]) -> bool:
    target = link_target(text, found.end())
    said = _IDENTIFIER.fullmatch(found[0])
    if not target or not said:
        return False
    told = {(a.lower(), b) for a, b in _IDENTIFIER.findall(target) if a.lower() == said[1].lower()}
    return bool(told) and (said[1].lower(), said[2]) not in told


def _how(note: Note, unit: Unit, turn: Turn, at: int, named: set[int], titles: set[int]) -> str:
    if at in named:
        return "named"
    if turn.act is not None and turn.act in named:
        return "under"
    for holder in (*parent_chain(note, unit.block), *heading_chain(note, unit.block)):
        if holder in titles and holder != unit.block:
            return "under"
    return "under" if turn.opened >= 0 and turn.opened in named and turn.opened != at else ""


def _is_item(lines: Sequence[Unit], named: set[int]) -> bool:
    """Was it talked about, or only named in passing? A heading, an action or three lines say so."""
    return len(named) > 2 or any(lines[at].act or lines[at].title for at in named)


def topic_keys(name: str) -> tuple[str, ...]:
    """The folded keys by which the index finds a topic: the phrase, and the numbers in it."""
    return tuple(dict.fromkeys((fold(name), *(key for _, key in numbers(name.upper())))))
