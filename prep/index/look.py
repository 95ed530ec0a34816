"""The whole vault looked at: every folder scanned, in two processes where that pays."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping

from prep.index import forked
from prep.index.links import LINKED, through_links
from prep.index.walk import EMPTY, Ignored, Listing, Mark, Roots, Seen, walk

FORK_ABOVE = 20_000
"""Notes above which a second process pays for its fork (measured: at 10,000 it does not)."""


def look(roots: Roots, ignored: Ignored, known: Mapping[str, Mark]) -> dict[str, Seen]:
    """Every folder as it is now, by key; a known folder that is gone is not among them."""
    start = {**dict.fromkeys(roots.by_label, EMPTY), **known}
    start.pop(LINKED, None)
    found = {seen.folder: seen for seen in _scan_all(roots, ignored, start)}
    there = _reachable(roots, found)
    linked = through_links(roots, ignored, there, known.get(LINKED, EMPTY))
    return {**there, LINKED: linked}


def _scan_all(roots: Roots, ignored: Ignored, start: Mapping[str, Mark]) -> Iterable[Seen]:
    weights = {folder: mark.notes for folder, mark in start.items()}
    if sum(weights.values()) < FORK_ABOVE or not forked.can_fork() or forked.processors() < 2:
        return walk(start, roots.locate, ignored, start)
    mine, theirs = _halves(weights)

    def work(send: forked.Send) -> None:
        seen = walk(theirs, roots.locate, ignored, start)
        send(marshal.dumps([(*one[:1], one[1] and tuple(one[1]), *one[2:]) for one in seen]))

    child = forked.start(work)
    try:
        ours = walk(mine, roots.locate, ignored, start)
        rows = marshal.loads(forked.receive(child))  # noqa: S302 - from our own child
    finally:
        forked.finish([child])
    return ours + [Seen(row[0], row[1] and Listing(*row[1]), *row[2:]) for row in rows]


def _halves(weights: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """Two lots of folders of about the same number of notes."""
    lots: tuple[list[str], list[str]] = ([], [])
    sizes = [0, 0]
    for folder in sorted(weights, key=lambda one: -weights[one]):
        lot = sizes.index(min(sizes))
        lots[lot].append(folder)
        sizes[lot] += weights[folder] + 1
    return lots


def _reachable(roots: Roots, found: Mapping[str, Seen]) -> dict[str, Seen]:
    """What hangs below the roots: a folder that moved or became ignored is left out."""
    there: dict[str, Seen] = {}
    waiting = list(roots.by_label)
    while waiting:
        key = waiting.pop()
        if key in found and key not in there:
            there[key] = found[key]
            waiting += found[key].folders
    return there
