"""The use case: which lines of a brief its audience may see."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from prep import audience
from prep.app.session import Session
from prep.brief.evidence import Evidence, NoteEvidence
from prep.model.brief import Brief
from prep.names import fold
from prep.patterns import lazy
from prep.words import plain

CONTACT = ("attended", "spoke", "addressed")
ACCOUNT_FIELDS = ("account", "customer", "company", "client")
NAME = lazy(r"(?<![\w'’])[^\W\d_][\w&.'’-]*(?:[ ][A-Z0-9&][\w&.'’-]*){0,3}")
"""A word, and the capitalised words that follow it: what a company's name can be."""


def for_audience(session: Session, evidence: Evidence, made: Brief) -> Brief:
    """``made`` without what its audience may not see."""
    met = {n.note.path for n in evidence.notes if _met(n)}
    own = {n.note.path for n in evidence.notes if _own(evidence, n)}
    marked = {n.note.path for n in evidence.notes if n.note.private or _tagged(session, n)}
    shared = met if made.audience == "external" else met | own
    rules = audience.Rules(
        private=_private(session, marked),
        private_tags=tuple(session.settings.config.private.tags),
        others=_others(session, evidence),
        met=lambda path: path in shared,
    )
    return audience.apply(made, rules)


def _tagged(session: Session, note: NoteEvidence) -> bool:
    """Whether the front matter bears one of the owner's private tags."""
    own = {tag.casefold() for tag in session.settings.config.private.tags}
    fields = (f for f in note.note.fields if f.key in ("tags", "tag") and f.place == "front")
    return any(value.strip("#").casefold() in own for f in fields for value in f.values)


def _met(note: NoteEvidence) -> bool:
    """A meeting of its own file that the subject took part in: both sides know what was said.

    A page of one's day is no such thing, whoever called on it: it speaks of others too.
    """
    return note.standing.presence in CONTACT and note.note.kind in ("meeting", "transcript")


def _own(evidence: Evidence, note: NoteEvidence) -> bool:
    """The subject's own note, one filed under its account, or a clipped article."""
    subject = evidence.subject
    keys = {fold(name) for name in (subject.name, subject.account, *subject.aliases) if name}
    labels = [v for f in note.note.fields if f.key in ACCOUNT_FIELDS for v in f.values]
    filed = any(fold(plain(label)) in keys for label in labels)
    return note.note.path == subject.path or note.note.kind == "clipping" or filed


def _private(session: Session, marked: set[str]) -> Callable[[str], bool]:
    own = [name for said in session.overrides.private for name in said.names]
    named = [*session.settings.config.private.folders, *own]
    folders = tuple(f"{name.strip('/')}/" for name in named)
    files = {*marked, *own}
    return lambda path: (
        path in files or any(path.startswith(folder) or f"/{folder}" in path for folder in folders)
    )


def _others(session: Session, evidence: Evidence) -> Callable[[str], tuple[str, ...]]:
    """Accounts named in a text that are neither the subject's own nor the owner's."""
    subject = evidence.subject
    own = {fold(name) for name in (subject.name, subject.account, subject.parent, *subject.aliases)}
    own |= {fold(name) for name in session.settings.config.company}

    @lru_cache(maxsize=10_000)
    def account(key: str) -> bool:
        return session.index.declares(key, "account", ("note", "alias", "tag", "field"))

    def others(text: str) -> tuple[str, ...]:
        keys = dict.fromkeys(key for match in NAME.finditer(text) for key in _spans(match.group()))
        return tuple(key for key in keys if key and key not in own and account(key))

    return others


def _spans(name: str) -> list[str]:
    """Every run of words of a stretch: "for Globex Ltd" holds the name without its "for"."""
    words = name.split(" ")
    starts = range(len(words))
    return [
        fold(" ".join(words[start:end]))
        for start in starts
        for end in range(start + 1, len(words) + 1)
    ]
