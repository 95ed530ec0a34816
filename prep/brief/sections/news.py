"""Outside news: clipped articles, with their own date, never as facts about a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prep.brief.entries import quoted
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry

PER_ARTICLE = 2


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """At most two lines an article, under the article's title; "undated" where it has no date."""
    taken: dict[str, int] = {}
    found = []
    for item in ranked:
        path = item.placed.path
        taken[path] = taken.get(path, 0) + 1
        entry = quoted(evidence, item) if taken[path] <= PER_ARTICLE else None
        note = evidence.note(path)
        if entry and note:
            day = item.placed.claim.day or "undated"
            found.append(replace(entry, kind="news", label=note.note.title, why=f"{day}, clipped"))
    return tuple(found)
