"""Who is in the room: the subject in the notes' own words, what they care about, what is owed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prep.interview.asking import shown_name
from prep.interview.gleaning import Item, of
from prep.interview.material import Material
from prep.interview.rows import entry
from prep.model.brief import Entry, Source
from prep.model.naming import Subject
from prep.patterns import lazy

MOST = 6
_CARES = frozenset({"priority", "goal", "criterion", "reason", "sensitivity"})
_FOR = lazy(
    r"\b(?:charter|mission|scope is|respons\w*|owns?|in charge of|purpose|runs?"
    r"|exists? (?:so|to)|(?:is|are) there to)\b",
    re.IGNORECASE,
)


def people(
    subject: Subject, material: Sequence[Material], items: Sequence[Item]
) -> tuple[Entry, ...]:
    """One row for the subject, with background, charge, concerns and promises below it."""
    where = _where(material)
    if where is None:
        return ()
    said = tuple(_background(items))
    told = {source for line in said for source in line.sources}
    lines = (*said, *(c for c in _claims(material) if not told & {*c.sources}))
    row = entry(
        "person", shown_name(subject.name), (where, *(s for line in lines for s in line.sources)),
        quote=False, rule="people.subject", who=shown_name(subject.name), why=subject.account,
        columns=(("Name", shown_name(subject.name)), ("Account", subject.account)),
        children=tuple(lines),
    )  # fmt: skip
    return (row,)


def charge(items: Sequence[Item]) -> tuple[Item, ...]:
    """What their team is for, in the notes' words."""
    return tuple(i for i in of(items, "context") if i.question is None and _FOR.search(i.words))


def _where(material: Sequence[Material]) -> Source | None:
    for given in material:
        if given.standing is not None:
            return given.source(given.standing.line, given.standing.end_line)
    return None


def _background(items: Sequence[Item]) -> Iterator[Entry]:
    for item in of(items, "background")[:MOST]:
        yield entry("background", item.words, (item.source,), quote=True, rule="people.background",
                    label=item.label or "Background")  # fmt: skip
    for item in charge(items)[:3]:
        yield entry("charge", item.words, (item.source,), quote=True, rule="people.charge",
                    label="Their charge")  # fmt: skip


def _claims(material: Sequence[Material]) -> Iterator[Entry]:
    """What they care about and what was promised, as the claims of their notes have it."""
    count = 0
    for given in material:
        bearing = {number for number, _ in given.bearing()}
        for claim in given.claims:
            if claim.block not in bearing or count >= MOST:
                continue
            label = "Cares about" if claim.kind in _CARES else "Promised"
            if claim.kind in _CARES or claim.kind == "commitment":
                count += 1
                source = given.source(claim.line, claim.end_line, claim.episode)
                yield entry(claim.kind, claim.text, (source,), quote=True, rule=claim.rule,
                            label=label, who=claim.party or None)  # fmt: skip
