"""Sources counted through a document, in the order in which its lines cite them."""

from __future__ import annotations

from collections.abc import Iterator

from prep.model.brief import Brief, Entry, Source


def number(brief: Brief) -> dict[Source, int]:
    """Each source once, numbered from 1 in the order of printing."""
    numbers: dict[Source, int] = {}
    for source in _cited(brief):
        numbers.setdefault(source, len(numbers) + 1)
    return numbers


def _cited(brief: Brief) -> Iterator[Source]:
    for section in brief.sections:
        for entry in section.entries:
            yield from _of(entry)
    for contact in (brief.last_contact, brief.last_mention):
        if contact:
            yield from contact.sources


def _of(entry: Entry) -> Iterator[Source]:
    yield from entry.sources
    for child in entry.children:
        yield from _of(child)
