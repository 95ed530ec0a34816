"""Role, employer, reporting lines: from fields, attendance lists and claims, as sourced values."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.evidence import Attribute, Evidence, NoteEvidence
from prep.model.brief import Edge
from prep.model.claim import Placed
from prep.model.note import Field

SHOWN_FIELDS = {
    "role": "role", "title": "role", "jobtitle": "role", "position": "role", "roles": "role",
    "company": "company", "organization": "company", "organisation": "company",
    "employer": "company",     "team": "team", "relationship": "relationship", "relation": "relationship",
    "location": "location", "city": "location", "birthday": "birthday", "email": "email",
    "phone": "phone", "reportsto": "reports_to", "manager": "reports_to", "metat": "met_at",
    "cadence": "cadence", "industry": "industry", "website": "website", "interests": "interests",
}  # fmt: skip
NOT_ROLE = ("title",)
"""``title:`` is the note's own name far more often than a job."""


def of(
    evidence: Evidence, placed: Sequence[Placed]
) -> tuple[tuple[Attribute, ...], tuple[Edge, ...]]:
    """The subject's attributes, current ones first, and the tree of who stands where."""
    own = evidence.note(evidence.subject.path or "")
    found = [_field(own, field) for field in own.note.fields if _shown(field)] if own else []
    return tuple(dict.fromkeys(found)), ()


def _shown(field: Field) -> bool:
    return field.key in SHOWN_FIELDS and field.key not in NOT_ROLE and bool(field.values)


def _field(note: NoteEvidence, field: Field) -> Attribute:
    from prep.words import plain

    value = plain(field.value.strip("\"'"))
    return Attribute(
        SHOWN_FIELDS[field.key], value, note.note.day,
        (note.source(field.line, field.end_line),),
    )  # fmt: skip
