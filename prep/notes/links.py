"""Where a link leads: as Obsidian resolves it, then as people mean it, and which of the two it was.

Obsidian's order is that of ``getFirstLinkpathDest`` (formats reference, §1.3): the exact path from
the vault's root, a note in the linking note's own folder, the match with the shortest path; case
never matters, aliases and folders never resolve. What follows after that (a folder's own note, an
alias, a page of a Logseq namespace, a day's note) goes beyond it, and says so by its ``how``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple
from unicodedata import normalize

from prep.notes import days, filenames
from prep.patterns import lazy

How = Literal[
    "self", "path", "folder", "shortest", "relative", "folder note", "alias", "namespace", "day",
    "several", "none", "url", "outside",
]  # fmt: skip
"""``several``: an alias that two notes have. ``outside``: the target is not in the vault and is
never opened."""

_FOLDER_NOTES = ("readme", "index", "_index")
_NOTE_ENDING = lazy(r"\.(?:md|markdown)$")
_FOREIGN = lazy(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)


class Resolved(NamedTuple):
    """The path of the note that a link leads to, or None, and by which rule."""

    path: str | None
    how: How


class Resolver:
    """Resolves links among the paths of one vault; it knows paths only and opens nothing."""

    __slots__ = ("_aliases", "_by_name", "_by_path", "_days", "_folder_notes")

    def __init__(
        self, paths: Iterable[str], aliases: Mapping[str, str | Sequence[str]] | None = None
    ) -> None:
        """Index the vault's paths. ``aliases``: an alias to the path or paths that declare it."""
        self._by_path: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._folder_notes: dict[str, list[str]] = {}
        self._days: dict[str, str] = {}
        for path in sorted(paths):
            self._index(path)
        self._aliases: dict[str, tuple[str, ...]] = {}
        for alias, found in (aliases or {}).items():
            owners = (found,) if isinstance(found, str) else tuple(found)
            key = _fold(alias)
            self._aliases[key] = tuple(dict.fromkeys((*self._aliases.get(key, ()), *owners)))

    def resolve(self, target: str, source: str) -> Resolved:
        """Resolve a link's target, as written, in the note at ``source``."""
        name = _fold(target.partition("#")[0].partition("|")[0].strip())
        if not name:
            return Resolved(source if "#" in target or not target else None, "self")
        if _FOREIGN.match(name) and name not in self._by_name:
            return Resolved(None, "url")
        if name.startswith(("./", "../")):
            return self._relative(name, source)
        name = _bare(name.lstrip("/"))
        folder = _fold(posixpath.dirname(source))
        return self._obsidian(name, folder) or self._meant(name, folder)

    def _index(self, path: str) -> None:
        folded = _fold(path)
        bare = _bare(folded)
        self._by_path.setdefault(bare, path)
        folder, _, name = bare.rpartition("/")
        self._by_name.setdefault(name, []).append(path)
        own = folder.rpartition("/")[2]
        if folder and (name in _FOLDER_NOTES or name == own):
            self._folder_notes.setdefault(own, []).append(path)
        day, alone = filenames.named(path)
        if day and alone:
            self._days.setdefault(day, path)

    def _relative(self, name: str, source: str) -> Resolved:
        joined = posixpath.normpath(posixpath.join(_fold(posixpath.dirname(source)), name))
        if joined.startswith(".."):
            return Resolved(None, "outside")
        path = self._by_path.get(_bare(joined))
        return Resolved(path, "relative" if path else "none")

    def _obsidian(self, name: str, folder: str) -> Resolved | None:
        if name in self._by_path:
            return Resolved(self._by_path[name], "path")
        beside = f"{folder}/{name}"
        if beside in self._by_path:
            return Resolved(self._by_path[beside], "folder")
        matches = [
            path
            for path in self._by_name.get(name.rpartition("/")[2], ())
            if _bare(_fold(path)).endswith(f"/{name}")
        ]
        return Resolved(min(matches, key=_shortness), "shortest") if matches else None

    def _meant(self, name: str, folder: str) -> Resolved:
        notes = [
            path
            for path in self._folder_notes.get(name.rpartition("/")[2], ())
            if f"/{_fold(posixpath.dirname(path))}".endswith(f"/{name}")
        ]
        if notes:
            near = [p for p in notes if _fold(posixpath.dirname(posixpath.dirname(p))) == folder]
            return Resolved(min(near or notes, key=_shortness), "folder note")
        owners = self._aliases.get(name, ())
        if owners:
            return Resolved(owners[0], "alias") if len(owners) == 1 else Resolved(None, "several")
        for written in (name.replace("/", "___"), name.replace("/", "%2f")):
            if written != name and written in self._by_name:
                return Resolved(min(self._by_name[written], key=_shortness), "namespace")
        day = days.day_in(name)
        if day in self._days and days.phrase_in(name) == (day, 0, len(name), ""):
            return Resolved(self._days[day], "day")
        return Resolved(None, "none")


def _fold(path: str) -> str:
    """Return a path as it compares: composed Unicode (macOS stores it decomposed), any case."""
    return path.lower() if path.isascii() else normalize("NFC", path).casefold()


def _bare(path: str) -> str:
    return _NOTE_ENDING.sub("", path)


def _shortness(path: str) -> tuple[int, str]:
    return len(path), path
