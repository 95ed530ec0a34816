"""What a page carries so that it can be checked later: its lines' ids, rules and source hashes.

The stamp stands in an Obsidian comment at the end of the markdown page, so nobody sees it and no
other format carries it. It holds the words that the page itself shows and, of the sources, only
path, lines and a hash: an edition for others gives away no more than its page does.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from prep.model.brief import Brief, Entry
from prep.render.numbering import number

OPENING = "%%prep.stamp/1 "
CLOSING = "%%"


def words_hash(text: str) -> str:
    """A hash of a source's words; white space at the ends of lines and between words is folded."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def stamp(brief: Brief) -> str:
    """The comment for the end of the page of ``brief``."""
    numbers = number(brief)
    shown = brief.audience != "external"
    data: dict[str, Any] = {
        "kind": brief.kind,
        "subject": brief.subject.path or brief.subject.name,
        "as_of": brief.as_of,
        "audience": brief.audience,
        "entries": [
            [
                section.key,
                entry.id,
                entry.text,
                entry.rule,
                entry.state,
                [numbers[s] for s in entry.sources],
            ]
            for section in brief.sections
            for entry in _all(section.entries)
        ],
        "sources": [
            [n, source.path if shown else "", source.line, source.end_line, words_hash(source.text)]
            for source, n in numbers.items()
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("%", "\\u0025")
    return f"{OPENING}{text}{CLOSING}"


def unstamp(page: str) -> dict[str, Any] | None:
    """The stamp of a markdown page, or None where it has none or a broken one."""
    start = page.rfind(OPENING)
    end = page.find(CLOSING, start + len(OPENING))
    if start < 0 or end < 0:
        return None
    try:
        found = json.loads(page[start + len(OPENING) : end])
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _all(entries: tuple[Entry, ...]) -> list[Entry]:
    return [e for entry in entries for e in (entry, *_all(entry.children))]
