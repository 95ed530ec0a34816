"""Profile: role, employer, relationship and personal details, the newest value first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prep.brief.entries import identity, quoted
from prep.brief.evidence import Attribute, Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Current attributes, then what the notes tell of role and person in their own words."""
    own = [_attribute(a) for a in evidence.attributes if a.current]
    lines = {(s.path, s.line) for a in evidence.attributes for s in a.sources}
    told = [
        quoted(evidence, item)
        for item in ranked
        if (item.placed.path, item.placed.claim.line) not in lines
    ]
    return tuple(own) + tuple(e for e in told if e)


def _attribute(attribute: Attribute) -> Entry:
    why = "the notes disagree on this day" if attribute.conflict else ""
    first = attribute.sources[0]
    entry = Entry(
        id=identity("profile", f"{attribute.name}: {attribute.value}", first),
        text=attribute.value,
        quote=attribute.quote,
        kind="profile",
        rule=f"profile.{attribute.name}",
        sources=attribute.sources,
        date=attribute.day,
        why=why,
    )
    return replace(entry, label=attribute.name.replace("_", " ").capitalize())
