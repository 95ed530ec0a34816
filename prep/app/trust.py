"""The use cases of trust: does a line still stand, what changed between two briefs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from prep.app.session import Session
from prep.app.stored import StoredBrief, StoredEntry, StoredSource
from prep.problems import PrepError
from prep.render.stamp import words_hash

Verdict = Literal["stands", "moved", "changed", "gone", "not said"]


class Checked(NamedTuple):
    """One source of an earlier brief, and what became of it. ``line`` is where it stands now."""

    entry: StoredEntry
    source: StoredSource
    verdict: Verdict
    line: int = 0


class Difference(NamedTuple):
    """One line that is new, closed or changed between two briefs."""

    what: Literal["new", "gone", "changed"]
    section: str
    text: str
    before: str = ""


def verify(session: Session, stored: StoredBrief) -> tuple[Checked, ...]:
    """Every source of every line of an earlier brief, held against the notes as they are now."""
    lines: dict[str, tuple[str, ...] | None] = {}
    sources = {source.id: source for source in stored.sources}
    found = []
    for entry in stored.entries:
        for number in entry.sources:
            source = sources[number]
            if source.path not in lines:
                lines[source.path] = _lines(session, source.path)
            found.append(_checked(entry, source, lines[source.path]))
    return tuple(found)


def difference(old: StoredBrief, new: StoredBrief) -> tuple[Difference, ...]:
    """What is new, gone or changed from ``old`` to ``new``, by the lines' ids and states."""
    before = {entry.id: entry for entry in old.entries if entry.section != "summary"}
    after = {entry.id: entry for entry in new.entries if entry.section != "summary"}
    found = [
        Difference("new", entry.section, entry.text)
        for key, entry in after.items()
        if key not in before
    ]
    found += [
        Difference("changed", entry.section, entry.text, before[key].state or "")
        for key, entry in after.items()
        if key in before and before[key].state != entry.state
    ]
    found += [
        Difference("gone", entry.section, entry.text)
        for key, entry in before.items()
        if key not in after
    ]
    return tuple(found)


def _lines(session: Session, path: str) -> tuple[str, ...] | None:
    from prep import notes

    try:
        return notes.raw_lines(session.index.raw(path)) if path else None
    except PrepError:
        return None


def _checked(entry: StoredEntry, source: StoredSource, lines: Sequence[str] | None) -> Checked:
    if not source.path:
        return Checked(entry, source, "not said")
    if lines is None:
        return Checked(entry, source, "gone")
    height = source.end_line - source.line + 1
    if _hash(lines, source.line, height) == source.hash:
        return Checked(entry, source, "stands", source.line)
    for line in range(1, len(lines) - height + 2):
        if _hash(lines, line, height) == source.hash:
            return Checked(entry, source, "moved", line)
    return Checked(entry, source, "changed" if source.line <= len(lines) else "gone")


def _hash(lines: Sequence[str], line: int, height: int) -> str:
    return words_hash("\n".join(lines[line - 1 : line - 1 + height]))
