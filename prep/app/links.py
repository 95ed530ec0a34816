"""Where a source's link leads, and which image a page may show: inside the vault only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff")
LARGEST_IMAGE = 20_000_000
"""Bytes; a larger picture is left out of a document that is to be sent by mail."""


def link_maker(vaults: tuple[Path, ...], editor: str) -> Callable[[str], str | None]:
    """From a note's name to the address that opens it, or None where links are not wanted."""
    if not vaults or editor == "none":
        return lambda _: None
    vault = vaults[0].resolve()

    def obsidian(target: str) -> str | None:
        name, _, heading = target.partition("#")
        file = f"{name}#{heading}" if heading else name
        return f"obsidian://open?vault={quote(vault.name)}&file={quote(file)}"

    def file(target: str) -> str | None:
        name = target.partition("#")[0]
        found = next(iter(sorted(vault.rglob(f"{name.rsplit('/', 1)[-1]}.md"))), None)
        return found.as_uri() if found else None

    return obsidian if editor == "obsidian" else file


def note_finder(vaults: tuple[Path, ...]) -> Callable[[str], str | None]:
    """From an embedded note's target to its markdown; nothing outside the vaults."""

    def find(target: str) -> str | None:
        name = target.partition("#")[0].removesuffix(".md")
        if not name or any(mark in name for mark in "*?["):
            return None
        for vault in vaults:
            root = vault.resolve()
            exact = (root / f"{name}.md").resolve()
            found = [exact] if exact.is_file() else sorted(root.rglob(f"{name}.md"))
            inside = [file for file in found if file.resolve().is_relative_to(root)]
            if inside:
                return inside[0].read_text("utf-8", "replace")
        return None

    return find


def image_finder(vaults: tuple[Path, ...], folder: Path | None) -> Callable[[str], bytes | None]:
    """From an image's target to its bytes; nothing outside the vaults and the page's own folder."""
    roots = [root.resolve() for root in (*([folder] if folder else []), *vaults)]

    def find(target: str) -> bytes | None:
        if "://" in target or not target.lower().endswith(IMAGES):
            return None
        for root in roots:
            file = (root / target).resolve()
            if file.is_relative_to(root) and file.is_file():
                return file.read_bytes() if file.stat().st_size <= LARGEST_IMAGE else None
        return None

    return find
