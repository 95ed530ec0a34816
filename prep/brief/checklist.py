"""What one would need to know of a subject, and what the notes leave open of it."""

from __future__ import annotations

from typing import NamedTuple

from prep.brief.evidence import Evidence
from prep.model.note import Note
from prep.words import tokens

KNOWN_BY_CLAIM = {
    "criterion": "criteria", "goal": "goal", "priority": "priority", "role": "role",
    "personal": "background", "decision": "decision", "reason": "pressure", "status": "status",
    "sensitivity": "constraint",
}  # fmt: skip


class Item(NamedTuple):
    """One gap: its name, and the words of which any shows that the notes know it."""

    name: str
    words: tuple[str, ...]


def parse(text: str) -> tuple[Item, ...]:
    """The items of a checklist file: ``name = word, word`` a line, ``#`` for remarks."""
    items = []
    for line in text.splitlines():
        name, mark, words = line.partition("=")
        if mark and not line.startswith("#"):
            items.append(
                Item(name.strip(), tuple(w.strip() for w in words.split(",") if w.strip()))
            )
    return tuple(items)


def unknown(evidence: Evidence, items: tuple[Item, ...]) -> tuple[str, ...]:
    """Names of the items of which nothing in the evidence shows that they are known."""
    told = _told(evidence)
    return tuple(item.name for item in items if not any(_holds(told, word) for word in item.words))


def _holds(told: frozenset[tuple[str, ...]], word: str) -> bool:
    sought = tokens(word)
    return any(
        sought == label[start : start + len(sought)]
        for label in told
        for start in range(len(label) - len(sought) + 1)
    )


def _told(evidence: Evidence) -> frozenset[tuple[str, ...]]:
    """Labels under which the subject's own note, and claims on it, say something."""
    labels = {
        KNOWN_BY_CLAIM[t.claim.claim.kind]
        for t in evidence.threads
        if t.claim.claim.kind in KNOWN_BY_CLAIM
    }
    labels |= {a.name for a in evidence.attributes}
    if evidence.subject.emails:
        labels.add("email")
    own = evidence.note(evidence.subject.path or "")
    if own:
        labels |= _labels(own.note)
    return frozenset(tokens(label.replace("_", " ")) for label in labels)


def _labels(note: Note) -> set[str]:
    fields = {field.raw for field in note.fields if field.values}
    labels = {
        block.text.split(":")[0]
        for block in note.blocks
        if block.kind in ("item", "paragraph") and ":" in block.text and _filled(block.text)
    }
    return fields | labels


def _filled(text: str) -> bool:
    value = text.split(":", 1)[1].strip(" *_").casefold()
    return value not in ("", "unknown", "tbd", "n/a", "-", "?", "none")
