"""The use case: Dataview and Tasks queries, over the vault or in place of a note's own blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from prep.app.pages import PLUGIN
from prep.app.session import Session
from prep.brief.evidence import Answer, NoteEvidence
from prep.patterns import lazy
from prep.problems import PrepError

if TYPE_CHECKING:
    from prep.queries import Needed, Page, Result, Settings

LARGE = 5_000
"""Notes from which on a brief's own queries ask the word index first; below it every note is
looked at, so that even a part of a word is found as the plugin finds it."""
NOTES = 2_000
_TIMES = lazy(r"\b[cm](?:time|day)\b|\bfile\b(?!\.)", re.IGNORECASE)
"""A query that may ask when a file was made or changed: no note says that."""


def run(
    session: Session, text: str, *, language: str | None = None, origin: str | None = None
) -> Result:
    """Answer a query over the whole vault; ``origin`` is the note that holds it.

    Raises:
        QueryError: the plugin would refuse it, or it is not supported; with its place.
        PrepError: there is no such note.
    """
    from prep import queries

    every = pages(session, session.index.all_paths())
    this = _origin(every, origin) if origin else None
    return queries.run(
        text,
        language=language or queries.guess_language(text),
        pages=every,
        this=this,
        as_of=session.as_of,
        settings=tasks_settings(session),
    )


def answered(session: Session, own: NoteEvidence) -> tuple[Answer, ...]:
    """The queries of a note with their rows; what cannot be answered says why."""
    from prep import queries

    found = queries.blocks("\n".join(own.lines))
    return tuple(_answer(session, own, block) for block in found)


def as_json(result: Result) -> str:
    """One array in the query's order, as the interface promises it."""
    from prep import queries

    return json.dumps(queries.encode(result), ensure_ascii=False, indent=1)


def as_text(result: Result) -> str:
    """A line a row: tasks with their place, values, or a table's cells between bars."""
    if result.kind in ("task", "tasks"):
        lines = [
            f"{hit.place.path}:{hit.place.line}: [{hit.status or ' '}] {' '.join(hit.text.split())}"
            for hit in result.hits
        ]
    else:
        from prep import queries

        rows = queries.encode(result)
        lines = [" | ".join(result.names)] if result.names else []
        lines += [_row(row) for row in rows]
    return "\n".join(lines) if lines else "nothing found"


def pages(session: Session, paths: Sequence[str]) -> list[Page]:
    """The pages of these notes; nothing of a page is parsed before a query asks."""
    return [_page(session, path) for path in paths if path.lower().endswith((".md", ".markdown"))]


def tasks_settings(session: Session) -> Settings:
    """The settings of the Tasks plugin in the first vault that has any."""
    from prep import queries

    for vault in session.vaults:
        try:
            return queries.read_settings(json.loads((vault / PLUGIN).read_text("utf-8")))
        except (OSError, ValueError):
            continue
    return queries.Settings()


def _answer(session: Session, own: NoteEvidence, block: object) -> Answer:
    from prep import queries

    assert isinstance(block, queries.Block)  # noqa: S101 (typed loosely to keep the import late)
    heading = own.source(block.line, block.line).heading
    if _TIMES.search(block.text):
        session.index.looked_outside()
    try:
        need = queries.needed(block.text, language=block.language)
        chosen = pages(session, _candidates(session, need, own.note.path))
        result = queries.run(
            block.text, language=block.language, pages=chosen,
            this=_origin(chosen, own.note.path), as_of=session.as_of,
            settings=tasks_settings(session),
        )  # fmt: skip
    except PrepError as error:
        message = f"The query could not be answered: {error}"
        return Answer(block.text, block.line, block.end_line, heading, (), message)
    rows = tuple((hit.place.path, hit.place.line, hit.text) for hit in result.hits)
    return Answer(block.text, block.line, block.end_line, heading, rows, "; ".join(result.warnings))


def _candidates(session: Session, need: Needed, own: str) -> list[str]:
    if not session.index.larger_than(LARGE - 1) or not need.words:
        return session.index.all_paths()
    found = session.index.notes_of([word for word, _ in need.words], NOTES)
    return sorted({own, *found})


def _page(session: Session, path: str) -> Page:
    from prep import notes, queries
    from prep.notes import frontmatter

    text = "\n".join(notes.raw_lines(session.index.raw(path)))
    made, modified = _times(session, path)
    return queries.page(
        path, text, lambda: frontmatter.front_values(text)[0], created=made, modified=modified
    )


def _origin(every: Sequence[Page], origin: str) -> Page:
    for page in every:
        if origin in (page.path, page.path.removesuffix(".md")):
            return page
    raise PrepError(f"{origin}: no such note in the vault; name one by its path in the vault")


def _row(row: object) -> str:
    if isinstance(row, dict):
        return " | ".join(_cell(value) for value in row.values())
    return _cell(row)


def _cell(value: object) -> str:
    if isinstance(value, dict) and "$link" in value:
        link = value["$link"]
        return str(link.get("display") or link.get("path")) if isinstance(link, dict) else str(link)
    if isinstance(value, dict) and len(value) == 1:
        return _cell(next(iter(value.values())))
    if isinstance(value, list):
        return ", ".join(_cell(part) for part in value)
    return "" if value is None else str(value)


def _times(session: Session, path: str) -> tuple[datetime | None, datetime | None]:
    """Created and modified, in local time without a zone, as the plugin shows them."""
    for vault in session.vaults:
        for file in (vault / path, vault.parent / path):
            if file.is_file():
                return _file_times(file)
    return None, None


def _file_times(file: Path) -> tuple[datetime, datetime]:
    stat = file.stat()
    made = datetime.fromtimestamp(stat.st_ctime)  # noqa: DTZ006 (local time is what is shown)
    return made, datetime.fromtimestamp(stat.st_mtime)  # noqa: DTZ006
