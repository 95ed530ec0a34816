"""What Dataview's task view shows: matches with all that stands below them.

A match whose parent is shown is not repeated; everything below a match is shown, done or not, tasks
or plain bullets (``nestItems`` in its ``task-view.tsx``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from prep.queries.page import Page
from prep.queries.result import Bunch, Hit, Place


def nested(rows: Sequence[Bunch | Hit], pages: Mapping[str, Page]) -> tuple[Bunch | Hit, ...]:
    """Give ``rows`` as Dataview shows them; ``pages`` by their paths."""
    bunches = [row for row in rows if isinstance(row, Bunch)]
    if bunches:
        return tuple(replace(bunch, rows=nested(bunch.rows, pages)) for bunch in bunches)
    hits = [row for row in rows if isinstance(row, Hit)]
    shown = {each for hit in hits for each in _lines(hit, pages[hit.place.path])}
    roots = [hit for hit in hits if (hit.place.path, hit.parent) not in shown]
    return tuple(_with_children(hit, pages[hit.place.path]) for hit in roots)


def _lines(hit: Hit, page: Page) -> set[tuple[str, int]]:
    """Give the lines of ``hit`` and of all items below it."""
    found: set[tuple[str, int]] = set()
    waiting = [hit.place.line]
    while waiting:
        line = waiting.pop()
        if line in page.items and (page.path, line) not in found:
            found.add((page.path, line))
            waiting.extend(page.items[line].item.children)
    return found


def _with_children(hit: Hit, page: Page) -> Hit:
    below = page.items[hit.place.line].item.children
    children = (_child(page, line) for line in below if line in page.items)
    return replace(hit, children=tuple(_with_children(child, page) for child in children))


def _child(page: Page, line: int) -> Hit:
    item = page.items[line].item
    return Hit(Place(page.path, line, item.end_line), item.text, item.status, item.parent)
