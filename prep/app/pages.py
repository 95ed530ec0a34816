"""Documents as they were made, kept until a note, a setting or the tool itself would change them.

A page follows from the answers that the index gave while it was made, from a few files beside the
notes, and from what was asked for. So it is kept together with all of these: asked for again, the
same page is handed out when each of them is the same, and made anew when one is not.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from prep import __version__
from prep.app.stamps import stamp_of, tree_stamp
from prep.files import write_whole
from prep.index import Trace

if TYPE_CHECKING:
    from prep.app.session import Session

FOLDER = "pages"
PLUGIN = ".obsidian/plugins/obsidian-tasks-plugin/data.json"
"""The settings of the Tasks plugin in a vault: queries in notes are answered by them."""
MOST = 400
"""Pages kept: some 20 MB. Beyond that the older half is thrown away."""


class Page(NamedTuple):
    """A document to be handed over.

    ``data``: its markdown or its JSON; ``facts``: what its maker found out, by name;
    ``problems``: what could not be read, as one reads it; ``withheld``: what was kept back, as
    ``path:line: reason: text``.
    """

    data: bytes
    title: str
    as_of: str
    audience: str
    facts: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()


class Asked(NamedTuple):
    """What a page is asked for by: its kind, its form, and all else that shapes it."""

    kind: str
    form: Literal["md", "json"]
    values: tuple[str | int | None, ...]


def kept(session: Session, asked: Asked, make: Callable[[Session], Page]) -> Page:
    """The page as it was made before, if it would be the same now; else made, and kept.

    ``make``: from a session to the page, by nothing but ``asked``, the session's index and
    settings, and the files that the settings name.
    """
    file = session.cache_folder / FOLDER / _key(session, asked)
    found = _load(file)
    generation = session.index.generation()
    if found is not None and session.index.stands(found[1]):
        page, trace = found
        if trace.generation != generation:
            _save(file, page, trace._replace(generation=generation))
        return page
    with session.index.recorded() as recorder:
        page = make(replace(session))  # nothing that was asked before recording is remembered
    written = session.index.generation() != generation  # by another run, in between
    if not written and not recorder.outside:
        _save(file, page, recorder.trace(generation))
    return page


def forget(cache_folder: Path) -> None:
    """Throw away all kept pages."""
    for file in _files(cache_folder / FOLDER):
        file.unlink(missing_ok=True)


def _key(session: Session, asked: Asked) -> str:
    """A file name for all that the page depends on, the notes left out."""
    settings = session.settings
    beside = [settings.resolve(name) for name in settings.config.contacts]
    word = session.overrides_file
    parts = (
        __version__, sys.version, tree_stamp(Path(__file__).parents[1], ".py"), _installed(),
        asked, session.as_of, session.vaults, settings.path, repr(settings.config),
        [(folder, tree_stamp(folder)) for folder in session.templates],
        [tree_stamp(path) if path.is_dir() else stamp_of(path) for path in beside],
        word and stamp_of(word), [stamp_of(vault / PLUGIN) for vault in session.vaults],
        session.report.problems,
    )  # fmt: skip
    return hashlib.blake2b(repr(parts).encode("utf-8", "replace"), digest_size=20).hexdigest()


def _installed() -> str:
    """Changes when a library is installed, renewed or removed beside the one that renders."""
    found = find_spec("jinja2")
    return stamp_of(Path(found.origin).parents[1]) if found and found.origin else ""


def _load(file: Path) -> tuple[Page, Trace] | None:
    try:
        page, trace = marshal.loads(file.read_bytes())  # noqa: S302 - our own file
        return Page._make(page), Trace._make(trace)
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _save(file: Path, page: Page, trace: Trace) -> None:
    """A cache that cannot be kept is none."""
    plain: Any = (tuple(page), tuple(trace))
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(file, marshal.dumps(plain), safe=False)
        _prune(file.parent)
    except OSError:
        return


def _prune(folder: Path) -> None:
    files = list(_files(folder))
    if len(files) > MOST:
        for file in sorted(files, key=_made)[: len(files) - MOST // 2]:
            file.unlink(missing_ok=True)


def _made(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _files(folder: Path) -> Iterable[Path]:
    try:
        return [Path(entry.path) for entry in os.scandir(folder)]
    except OSError:
        return []
