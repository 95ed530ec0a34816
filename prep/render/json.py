"""A brief as JSON, schema ``prep.brief/1`` (``interface.md`` of the project's promises)."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from prep.model.brief import Brief, Contact, Entry, Section, Source
from prep.render.numbering import number

SCHEMAS = {"brief": "prep.brief/1", "interview": "prep.brief/1"}
"""A brief and an interview sheet share one promised schema; ``kind`` says which one it is."""


def encode(brief: Brief) -> str:
    """The document as JSON text; the same brief gives the same bytes."""
    return json.dumps(_brief(brief), ensure_ascii=False, indent=1) + "\n"


def _brief(brief: Brief) -> dict[str, Any]:
    numbers = number(brief)
    subject = brief.subject
    return {
        "schema": SCHEMAS.get(brief.kind, f"prep.{brief.kind}/1"),
        "kind": brief.kind,
        "subject": {
            "name": subject.name,
            "kind": subject.kind,
            "path": subject.path,
            "account": subject.account or None,
            "aliases": list(subject.aliases),
        },
        "as_of": brief.as_of,
        "audience": brief.audience,
        "last_contact": _contact(brief.last_contact, numbers),
        "last_mention": _contact(brief.last_mention, numbers, via=True),
        "sections": [_section(section, numbers) for section in brief.sections],
        "sources": [_source(source, n) for source, n in numbers.items()],
        "withheld": [
            {"reason": reason, "count": count}
            for reason, count in sorted(Counter(w.reason for w in brief.withheld).items())
        ],
        "problems": [
            {"path": p.path, "line": p.line, "message": p.message} for p in brief.problems
        ],
        **dict(brief.facts),
    }


def _contact(
    contact: Contact | None, numbers: dict[Source, int], *, via: bool = False
) -> dict[str, Any] | None:
    if contact is None or not (contact.date or contact.sources):
        return None
    found: dict[str, Any] = {"date": contact.date}
    if via:
        found["via"] = contact.via or None
    return found | {"sources": [numbers[s] for s in contact.sources]}


def _section(section: Section, numbers: dict[Source, int]) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "empty": section.empty,
        "more": section.more,
        "entries": [_entry(entry, numbers) for entry in section.entries],
    }


def _entry(entry: Entry, numbers: dict[Source, int]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": entry.id,
        "text": entry.text,
        "quote": entry.quote,
        "kind": entry.kind,
        "who": entry.who,
        "direction": entry.direction,
        "date": entry.date,
        "due": entry.due,
        "state": entry.state,
        "rule": entry.rule,
        "score": entry.score,
        "sources": [numbers[s] for s in entry.sources],
    }
    extra = {
        "why": entry.why,
        "label": entry.label,
        "parts": dict(entry.parts),
        "columns": dict(entry.columns),
        "children": [_entry(child, numbers) for child in entry.children],
    }
    return found | {key: value for key, value in extra.items() if value}


def _source(source: Source, number_: int) -> dict[str, Any]:
    return {
        "id": number_,
        "path": source.path,
        "line": source.line,
        "end_line": source.end_line,
        "text": source.text,
        "date": source.day,
    }
