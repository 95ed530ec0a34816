"""Role, employer, reporting lines: from fields, attendance lists and claims, as sourced values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from prep.brief.evidence import Attribute, Evidence, NoteEvidence
from prep.model.brief import Edge, Source
from prep.model.claim import Placed
from prep.model.note import Field
from prep.model.reading import Reading
from prep.names import fold
from prep.words import plain, tokens

if TYPE_CHECKING:
    from prep.identity.relations import Fact, Value

SHOWN_FIELDS = {
    "role": "role", "jobtitle": "role", "position": "role", "roles": "role",
    "company": "company", "organization": "company", "organisation": "company",
    "employer": "company", "team": "team", "relationship": "relationship",
    "relation": "relationship", "location": "location", "city": "location",
    "birthday": "birthday", "email": "email", "phone": "phone", "reportsto": "reports_to",
    "manager": "reports_to", "metat": "met_at", "cadence": "cadence", "industry": "industry",
    "website": "website", "interests": "interests", "status": "status",
}  # fmt: skip
TOLD = {"role": "role", "employer": "company", "team": "team"}
PRONOUNS = ("he", "she", "they", "i", "we", "him", "her", "them", "it", "you")
DUTIES = ("scribe", "scribes", "scribing", "note taker", "notetaker", "minutes", "facilitator")
"""Duties of one meeting, which lists of those present give beside a name: no role of a person."""
VALUES = 2
"""Most values of one attribute beside those of the subject's own note, newest first."""


def of(
    evidence: Evidence, placed: Sequence[Placed], readings: Sequence[Reading]
) -> tuple[tuple[Attribute, ...], tuple[Edge, ...]]:
    """The subject's attributes, its own note's first, and the tree of who stands where."""
    from prep import identity

    own = evidence.note(evidence.subject.path or "")
    fields = [_field(own, field) for field in own.note.fields if _shown(field)] if own else []
    facts = _without_pronouns(evidence, identity.facts_of(placed, readings))
    told = _told(evidence, identity.values_of(facts, evidence.subject), fields)
    ties = identity.tree(facts, evidence.subject) if evidence.subject.kind != "topic" else ()
    edges = [Edge(tie.above, tie.below, _sources(evidence, tie.told)) for tie in ties]
    return tuple(dict.fromkeys((*fields, *told))), tuple(edge for edge in edges if edge.sources)


def _without_pronouns(evidence: Evidence, facts: Sequence[Fact]) -> list[Fact]:
    """A "he" in somebody's own note is that person; elsewhere nobody says who it is."""
    found = []
    for fact in facts:
        note = evidence.note(fact.path)
        owner = note.note.title if note and note.note.kind == "person" else ""
        person = owner if fact.person.casefold() in PRONOUNS else fact.person
        value = owner if fact.value.casefold() in PRONOUNS else fact.value
        if person and value:
            found.append(fact._replace(person=person, value=value))
    return found


def _shown(field: Field) -> bool:
    return field.key in SHOWN_FIELDS and bool(field.values)


def _field(note: NoteEvidence, field: Field) -> Attribute:
    value = plain(field.value.strip("\"'"))
    source = note.source(field.line, field.end_line)
    return Attribute(SHOWN_FIELDS[field.key], value, None, (source,))


def _told(
    evidence: Evidence, values: Sequence[Value], fields: Sequence[Attribute]
) -> list[Attribute]:
    lines = {(s.path, s.line) for attribute in fields for s in attribute.sources}
    found: list[Attribute] = []
    for value in values:
        name = TOLD.get(value.attribute)
        taken = sum(1 for attribute in found if attribute.name == name)
        sources = _sources(evidence, value.told)
        known = bool(fields) and fold(value.value) == fold(evidence.subject.account)
        duty = fold(value.value) in DUTIES
        if not name or not value.current or not sources or taken >= VALUES or known or duty:
            continue
        if all((s.path, s.line) in lines for s in sources):
            continue
        quote = _stands(value.value, sources)
        found.append(
            Attribute(name, value.value, value.day, sources, conflict=value.conflict, quote=quote)
        )
    return found


def _stands(value: str, sources: Sequence[Source]) -> bool:
    """Whether a value is the notes' own words, line by line."""
    sought = " ".join(tokens(value))
    return any(sought in " ".join(tokens(plain(source.text))) for source in sources)


def _sources(evidence: Evidence, told: Sequence[Fact]) -> tuple[Source, ...]:
    found = []
    for fact in told[:3]:
        note = evidence.note(fact.path)
        if note and fact.line:
            found.append(note.source(fact.line, fact.end_line))
    return tuple(dict.fromkeys(found))
