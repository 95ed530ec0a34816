"""All pages together: which note a link means, who links where, who has which tag.

Links resolve as Obsidian resolves them: by path from the vault's root, else the note of that name
in the linking note's own folder, else the one with the shortest path; case does not count, and
aliases and folder notes are no targets.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from prep.queries.item_row import ItemRow
from prep.queries.page import Page
from prep.queries.rows import PageRow, full_tags
from prep.queries.values import Link, Value


class Vault:
    """The pages that a query runs over, in the order of their paths."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = {page.path: page for page in sorted(pages, key=lambda each: each.path)}
        self._rows: dict[str, PageRow] = {}
        self._items: dict[tuple[str, int], ItemRow] = {}

    def row(self, page: Page) -> PageRow:
        """Give the one row of ``page``."""
        if page.path not in self._rows:
            self._rows[page.path] = PageRow(page, self)
        return self._rows[page.path]

    def item_row(self, page: Page, line: int) -> ItemRow:
        """Give the one row of the list item of ``page`` at ``line``."""
        key = page.path, line
        if key not in self._items:
            self._items[key] = ItemRow(page, line, self)
        return self._items[key]

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """Full paths by folded name, shortest first."""
        named: dict[str, list[str]] = {}
        for path in sorted(self.pages, key=lambda each: (len(each), each)):
            named.setdefault(_folded(path).rpartition("/")[2], []).append(path)
        return named

    def resolve(self, target: str, source: str) -> str | None:
        """Give the path of the note that ``target``, written in ``source``, means, or None."""
        folder = source.rpartition("/")[0]
        if not target:
            return source or None
        if target.startswith(("./", "../")):
            target = posixpath.normpath(posixpath.join(folder, target))
            found = self._fitting(_folded(target), exact=True)
            return found[0] if found else None
        wanted = _folded(target.lstrip("/"))
        found = self._fitting(wanted, exact=False)
        exact = [path for path in found if _folded(path) == wanted]
        own = [path for path in found if path.rpartition("/")[0] == folder]
        return next(iter([*exact, *own, *found]), None)

    def _fitting(self, wanted: str, *, exact: bool) -> list[str]:
        named = self._by_name.get(wanted.rpartition("/")[2], [])
        return [
            path
            for path in named
            if _folded(path) == wanted or (not exact and _folded(path).endswith(f"/{wanted}"))
        ]

    def settled(self, value: Value, source: str) -> Value:
        """Give ``value`` with each link's path made the full one, where there is such a note."""
        if isinstance(value, Link):
            path = self.resolve(value.path, source)
            return replace(value, path=path) if path else value
        if isinstance(value, list):
            return [self.settled(each, source) for each in value]
        if isinstance(value, dict):
            return {key: self.settled(each, source) for key, each in value.items()}
        return value

    @cached_property
    def _links(self) -> dict[str, dict[str, None]]:
        """Each page's targets, full paths where resolved, in order."""
        return {
            path: dict.fromkeys(
                self.resolve(each.link.path, path) or each.link.path for each in page.links
            )
            for path, page in self.pages.items()
        }

    @cached_property
    def _linking(self) -> dict[str, list[str]]:
        inverse: dict[str, list[str]] = {}
        for path, targets in self._links.items():
            for target in targets:
                inverse.setdefault(target, []).append(path)
        return inverse

    def linking_to(self, target: str) -> list[str]:
        """Give the paths of the pages that link to ``target``, a full path or an unresolved one."""
        return self._linking.get(target, [])

    def linked_from(self, path: str) -> list[str]:
        """Give the paths of the pages that the page at ``path`` links to."""
        return [target for target in self._links.get(path, ()) if target in self.pages]

    @cached_property
    def _tagged(self) -> dict[str, list[str]]:
        inverse: dict[str, list[str]] = {}
        for path, page in self.pages.items():
            for tag in dict.fromkeys(tag.lower() for tag in full_tags(page.tags)):
                inverse.setdefault(tag, []).append(path)
        return inverse

    def tagged(self, tag: str) -> list[str]:
        """Give the paths of the pages that have ``tag`` or one below it; case does not count."""
        return self._tagged.get(tag.lower(), [])


class Seen:
    """The vault as seen from one note, for expressions (``evaluate.Pages``)."""

    def __init__(self, vault: Vault, source: str) -> None:
        self._vault = vault
        self._source = source

    def resolve(self, path: str) -> str | None:
        """Give the full path of the note that ``path`` means, or None."""
        return self._vault.resolve(path, self._source)

    def fields(self, path: str) -> Mapping[str, Value] | None:
        """Give the fields of the note at a full path, or None."""
        page = self._vault.pages.get(path)
        return self._vault.row(page) if page else None


def _folded(path: str) -> str:
    folded = unicodedata.normalize("NFC", path).casefold()
    return folded.removesuffix(".md")
