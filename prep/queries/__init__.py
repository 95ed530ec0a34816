"""Dataview and Tasks queries over the notes, answered as the plugins would answer them.

An app makes a :class:`Page` of each note, which costs nothing until a query looks inside, and asks
:func:`run`. What the answer of a query can depend on beyond the notes is an argument: the day, the
note that holds the query, the Tasks plugin's settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from prep.queries.blocks import Block, blocks
from prep.queries.errors import QueryError
from prep.queries.nest import nested
from prep.queries.page import Page
from prep.queries.prefilter import Needed
from prep.queries.result import Bunch, Hit, Line, Place, Result
from prep.queries.tasks.settings import Settings, read_settings

__all__ = [
    "Block",
    "Bunch",
    "Hit",
    "Line",
    "Needed",
    "Page",
    "Place",
    "QueryError",
    "Result",
    "Settings",
    "blocks",
    "encode",
    "guess_language",
    "needed",
    "nested",
    "page",
    "read_settings",
    "run",
]

Language = Literal["dataview", "tasks", "dataviewjs"]


def page(
    path: str,
    text: str,
    front: Mapping[str, object] | Callable[[], Mapping[str, object]],
    *,
    created: datetime | None = None,
    modified: datetime | None = None,
) -> Page:
    """Make the page of a note for queries; nothing is read before a query asks.

    Args:
        path: relative to the vault, with ``/``.
        text: the whole file as decoded, front matter included.
        front: its front matter: texts, numbers, booleans, lists, mappings, None; or a function
            that gives it, called once at most.
        created: the file's times, in local time without a zone; None where not known.
        modified: as ``created``.
    """
    return Page(path, text, front, created=created, modified=modified)


def run(
    text: str,
    *,
    language: str,
    pages: Sequence[Page],
    this: Page | None,
    as_of: str,
    now: datetime | None = None,
    settings: Settings | None = None,
) -> Result:
    """Answer a query.

    Args:
        text: the query, without its fence.
        language: ``dataview`` or ``tasks``.
        pages: all notes of the vault; links and sources are looked up among them.
        this: the note that holds the query, or None.
        as_of: the ISO day that stands for today.
        now: the moment that ``date(now)`` means; midnight of ``as_of`` where not given.
        settings: of the Tasks plugin; those of a new vault where not given.

    Raises:
        QueryError: the plugin would refuse the query, or it is not supported; the error names
            line and column in ``text``.
    """
    try:
        return _answer(text, language, pages, this, date.fromisoformat(as_of), now, settings)
    except RecursionError:
        # no query by hand comes near: its chains of a.b.c and its brackets have a few links
        raise QueryError("the query nests too deeply") from None


def _answer(
    text: str,
    language: str,
    pages: Sequence[Page],
    this: Page | None,
    today: date,
    now: datetime | None,
    settings: Settings | None,
) -> Result:
    if language == "tasks":
        from prep.queries.tasks.query import answer as answer_tasks

        return answer_tasks(text, pages, this, today, settings or Settings())
    if language != "dataview":
        raise QueryError(f"{language} is not supported: only dataview and tasks queries are")
    from prep.queries.dataview import answer

    midnight = datetime(today.year, today.month, today.day)  # noqa: DTZ001 -- local time
    return answer(text, pages, this, now or midnight)


def needed(text: str, *, language: str) -> Needed:
    """Tell what a note's text must hold for the query to get rows from it.

    For an app that can ask its index for such notes. All notes still have to be given where links
    or ``this`` matter, for those are looked up among the pages given; only TASK and Tasks queries
    need less than everything.

    Raises:
        QueryError: as :func:`run`, for what parsing tells.
    """
    if language == "tasks":
        return Needed(tasks=True)
    from prep.queries import prefilter
    from prep.queries.statement import parse

    return prefilter.needed(parse(text, datetime(2000, 1, 1)))  # noqa: DTZ001 -- no date is used


def guess_language(text: str) -> Literal["dataview", "tasks"]:
    """Tell which language a query is in by its first word."""
    lines = (line.strip() for line in text.splitlines())
    words = next((line for line in lines if line and not line.startswith("//")), "").split()
    first = words[0].upper() if words else ""
    return "dataview" if first in {"TABLE", "LIST", "TASK", "CALENDAR"} else "tasks"


def encode(result: Result) -> list[object]:
    """Give the rows of ``prep query -f json``; see :mod:`prep.queries.encoding`."""
    from prep.queries.encoding import encode_result

    return [*encode_result(result)]
