"""Before you rely on this: what is unknown, old, in conflict, or could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from prep.brief.entries import composed
from prep.brief.evidence import Evidence
from prep.brief.rank import Ranked
from prep.model.brief import Entry
from prep.model.claim import Contradiction

MISSING_SHOWN = 5


def entries(evidence: Evidence, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:  # noqa: ARG001 (a maker's shape)
    """Values that were never filled in, conflicts, marks for review, links that lead nowhere."""
    makers = (_never_filled, _conflicts, _marks, _dead_links)
    return tuple(entry for make in makers for entry in make(evidence))


def _never_filled(evidence: Evidence) -> list[Entry]:
    own = evidence.note(evidence.subject.path or "")
    if own is None or evidence.subject.kind != "person":
        return []
    found: list[Entry] = []
    found += [
        composed(
            "gap", "gap.missing_value", f"{field.raw} is “{field.value}”.",
            [own.source(field.line, field.end_line)],
        )
        for field in own.note.fields
        if field.value and not field.values and field.place == "front"
    ]  # fmt: skip
    return found


def _conflicts(evidence: Evidence) -> list[Entry]:
    found = []
    for conflict in evidence.contradictions:
        entry = _conflict(evidence, conflict)
        if entry:
            found.append(entry)
    return found


def _conflict(evidence: Evidence, conflict: Contradiction) -> Entry | None:
    places = []
    for path, claim in (conflict.newer, conflict.older):
        note = evidence.note(path)
        if note:
            places.append(note.source(claim.line, claim.end_line, claim.episode))
    if len(places) < 2:
        return None
    newer, older = conflict.newer.claim, conflict.older.claim
    if newer.kind in ("role", "relation") or not newer.subject:
        return (
            None  # the profile tells of roles; of what nobody is named for, nothing is in conflict
        )
    verb = "changed from" if conflict.verdict == "changed" else "stands beside"
    text = f"{newer.subject} {newer.attribute}: “{newer.value}” {verb} “{older.value}”."
    return composed("gap", f"contradiction.{conflict.verdict}", text, places, date=newer.day)


def _marks(evidence: Evidence) -> list[Entry]:
    own = evidence.note(evidence.subject.path or "")
    if own is None or "needs-review" not in own.note.tags:
        return []
    line = next((n for n, text in enumerate(own.lines, 1) if "needs-review" in text), 1)
    return [
        composed("gap", "gap.review", "The note is tagged needs-review.", [own.source(line, line)])
    ]


def _dead_links(evidence: Evidence) -> list[Entry]:
    own = evidence.note(evidence.subject.path or "")
    if own is None or not evidence.missing_links:
        return []
    shown = evidence.missing_links[:MISSING_SHOWN]
    lines = [link for link in own.note.links if link.target in shown]
    if not lines:
        return []
    places = [own.source(link.line, link.line) for link in lines]
    names = ", ".join(dict.fromkeys(link.target for link in lines))
    text = f"No note in the vault for: {names}."
    return [composed("gap", "gap.dead_link", text, tuple(dict.fromkeys(places)))]
