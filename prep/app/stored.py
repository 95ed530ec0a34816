"""An earlier brief as it was written: read back from its JSON or from its markdown page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from prep.problems import PrepError
from prep.render.stamp import unstamp, words_hash


class StoredSource(NamedTuple):
    """Where a line stood, and the hash of its words then."""

    id: int
    path: str
    line: int
    end_line: int
    hash: str


class StoredEntry(NamedTuple):
    """One line of an earlier brief."""

    section: str
    id: str
    text: str
    rule: str
    state: str | None
    sources: tuple[int, ...]


class StoredBrief(NamedTuple):
    """An earlier brief: whose, of which day, its lines and their sources."""

    subject: str
    as_of: str
    audience: str
    entries: tuple[StoredEntry, ...]
    sources: tuple[StoredSource, ...]


def load(file: Path) -> StoredBrief:
    """Read a brief back.

    Raises:
        PrepError: the file cannot be read, or was not written by prep as markdown or JSON.
    """
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PrepError(f"{file} cannot be read; give a brief as markdown or JSON") from error
    try:
        return _from_json(json.loads(text)) if text.startswith("{") else _from_page(text)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise PrepError(
            f"{file} is no brief of prep, or its stamp was edited; make it anew"
        ) from error


def _from_json(data: dict[str, Any]) -> StoredBrief:
    entries = [
        StoredEntry(section["key"], e["id"], e["text"], e["rule"], e["state"], tuple(e["sources"]))
        for section in data["sections"]
        for e in _flat(section["entries"])
    ]
    sources = [
        StoredSource(s["id"], s["path"], s["line"], s["end_line"], words_hash(s["text"]))
        for s in data["sources"]
    ]
    subject = data["subject"]
    return StoredBrief(
        subject["path"] or subject["name"],
        data["as_of"],
        data["audience"],
        tuple(entries),
        tuple(sources),
    )


def _flat(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [e for entry in entries for e in (entry, *_flat(entry.get("children", [])))]


def _from_page(text: str) -> StoredBrief:
    data = unstamp(text)
    if data is None:
        raise ValueError("no stamp")
    entries = [
        StoredEntry(row[0], row[1], row[2], row[3], row[4], tuple(row[5]))
        for row in data["entries"]
    ]
    sources = [StoredSource(*row) for row in data["sources"]]
    return StoredBrief(
        data["subject"], data["as_of"], data["audience"], tuple(entries), tuple(sources)
    )
