"""In one minute: the sharpest three or four lines, each with why now.

The one section that may repeat another's line, since it is what is read when nothing else is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from prep.brief.entries import composed
from prep.brief.evidence import Evidence
from prep.brief.wording import words
from prep.model.brief import Entry, Section, Source

LONG_AGO = 90
"""Days without contact after which that leads the page (issue of the brief; no study found)."""


def entries(
    evidence: Evidence, sections: Mapping[str, Section], language: str
) -> tuple[Entry, ...]:
    """Contact first, then what is owed, where it stands, what to be careful with, what to ask."""
    found = [_contact(evidence, language)]
    for label, key, fits in PICKS:
        entry = (
            next((e for e in sections[key].entries if fits(e)), None) if key in sections else None
        )
        if entry:
            found.append(replace(entry, label=words(label, language), columns=()))
    return tuple(e for e in found if e)[:5]


PICKS = (
    ("owe", "commitments", lambda e: e.direction == "mine"),
    ("owed", "commitments", lambda e: e.direction == "theirs"),
    ("stands", "recent_context", lambda e: e.kind == "status"),
    ("care", "sensitivities", lambda _: True),
    ("ask", "open_questions", lambda e: e.kind != "gap"),
)


def _contact(evidence: Evidence, language: str) -> Entry | None:
    contact, mention = evidence.last_contact, evidence.last_mention
    if contact and contact.date and contact.sources:
        age = evidence.age(contact.date)
        key = "long_ago" if age is not None and age > LONG_AGO else "last_contact"
        return _line(words(key, language, date=contact.date), contact.sources, language)
    if mention and mention.sources:
        parts = [words("no_contact", language, name=evidence.subject.name)]
        if mention.date and mention.via:
            parts.append(words("heard", language, date=mention.date, via=mention.via))
        elif mention.date:
            parts.append(words("heard_of", language, date=mention.date))
        return _line(" ".join(parts), mention.sources, language)
    return None


def _line(text: str, sources: tuple[Source, ...], language: str) -> Entry:
    label = words("contact", language)
    return composed("contact", "contact", text, sources, label=label)
