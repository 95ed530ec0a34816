"""One brief for a meeting of several people: their briefs laid into one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prep.model.brief import Brief, Entry, Section
from prep.names import fold

BY_NOTE = ("recent_context", "news")
"""Sections whose lines are led by the note they stand in: whom they are about, it says itself."""


def together(briefs: Sequence[Brief], title: str) -> Brief:
    """The briefs of those who attend as one, under the meeting's title.

    The first is the frame. Of the others comes what it does not say already (the same lines of the
    same notes), each line led by whom it is about. A section keeps as many lines as the longest of
    them had, taken in turn, so that nobody fills the page alone.
    """
    first, *others = briefs
    if not others:
        return replace(first, title=title)
    sections = tuple(
        _section([section, *(_like(other, section.key) for other in others)], briefs)
        for section in first.sections
    )
    return replace(
        first,
        title=title,
        sections=sections,
        tree=tuple(dict.fromkeys(edge for one in briefs for edge in one.tree)),
        withheld=tuple(dict.fromkeys(line for one in briefs for line in one.withheld)),
        problems=tuple(dict.fromkeys(problem for one in briefs for problem in one.problems)),
    )


def _like(brief: Brief, key: str) -> Section:
    return next((s for s in brief.sections if s.key == key), Section(key, ""))


def _section(sections: Sequence[Section], briefs: Sequence[Brief]) -> Section:
    longest = max(len(section.entries) for section in sections)
    frame = sections[0]
    queues = [
        [_led(entry, "" if frame.key in BY_NOTE else brief.subject.name) for entry in one.entries]
        for one, brief in zip(sections, briefs, strict=True)
    ]
    ranks = range(longest)
    in_turn = [queue[rank] for rank in ranks for queue in queues if rank < len(queue)]
    kept = list({(entry.sources, entry.text): entry for entry in reversed(in_turn)}.values())[::-1]
    shown = tuple(kept[: max(longest, len(sections))])
    more = sum(section.more for section in sections) + len(kept) - len(shown)
    return replace(
        frame,
        entries=shown,
        empty=None if kept else frame.empty,
        more=more,
        more_where=" · ".join(f'prep brief "{b.subject.name}"' for b in briefs) if more else "",
    )


def _led(entry: Entry, name: str) -> Entry:
    """An entry that says whom it is about, where it does not yet by any part of the name."""
    said = set(fold(f"{entry.who or ''} {entry.text} {entry.label}").split())
    if said & set(fold(name).split()) or not name:
        return entry
    return replace(entry, label=f"{name}, {entry.label}" if entry.label else name)
