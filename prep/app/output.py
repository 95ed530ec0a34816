"""Documents to bytes, and bytes to files: whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from prep.app.pages import Page
from prep.files import write_whole
from prep.problems import PrepError

if TYPE_CHECKING:
    from prep.model.brief import Brief

FORMATS = ("md", "docx", "html", "json")


class Target(NamedTuple):
    """What a renderer needs to know beside the document itself."""

    templates: tuple[Path, ...]
    cache_folder: Path | None
    vaults: tuple[Path, ...] = ()
    page_size: Literal["a4", "letter"] = "a4"
    editor: str = "obsidian"
    language: str = "en"
    reference_doc: bytes | None = None


def rendered(brief: Brief, form: str, target: Target) -> bytes:
    """``brief`` in one of ``FORMATS``."""
    return finished(page_of(brief, form, target), form, target)


def page_of(brief: Brief, form: str, target: Target) -> Page:
    """The page from which ``brief`` is made in one of ``FORMATS``."""
    return Page(
        _encoded(brief) if form == "json" else _printed(brief, target),
        brief.title,
        brief.as_of,
        brief.audience,
        brief.facts,
        tuple(map(str, brief.problems)),
        tuple(f"{row.path}:{row.line}: {row.reason}: {row.text}" for row in brief.withheld),
    )


def finished(page: Page, form: str, target: Target) -> bytes:
    """``page`` in one of ``FORMATS``; every one but JSON comes from the one markdown page."""
    if form in ("md", "json"):
        return page.data
    if page.audience == "external":  # a link would give the vault's name away
        target = target._replace(editor="none")
    return converted(page.data.decode(), form, target, title=page.title, created=page.as_of)


def _encoded(brief: Brief) -> bytes:
    from prep.render import json

    return json.encode(brief).encode()


def _printed(brief: Brief, target: Target) -> bytes:
    from prep.render import page

    return page.render(brief, target.templates, target.cache_folder).encode()


def converted(
    markdown: str,
    form: str,
    target: Target,
    *,
    title: str,
    created: str,
    folder: Path | None = None,
) -> bytes:
    """A markdown page as Word or HTML."""
    from prep.app.links import image_finder, link_maker, note_finder
    from prep.render.options import DocxOptions, PageOptions

    resolve = link_maker(target.vaults, target.editor)
    images, notes = image_finder(target.vaults, folder), note_finder(target.vaults)
    if form == "html":
        from prep.render import html

        options = PageOptions(
            title=title, created=created, language=target.language,
            resolve=resolve, images=images, notes=notes,
        )  # fmt: skip
        return html.page(markdown, options).encode()
    from prep.render import docx

    return docx.document(
        markdown,
        DocxOptions(
            title=title, created=created, language=target.language, resolve=resolve,
            images=images, notes=notes,
            page_size=target.page_size, reference_doc=target.reference_doc,
        ),
    )  # fmt: skip


def file_name(as_of: str, subject: str, form: str) -> str:
    """``2026-01-05 Jane Doe.md``; what a file name cannot hold becomes a dash."""
    safe = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "-", subject).strip(" .-") or "brief"
    return f"{as_of} {safe[:120]}.{form}"


def write(path: Path, data: bytes) -> None:
    """Write a whole file or leave what stood there untouched; readable by its owner only.

    Raises:
        PrepError: the folder cannot be made or the file not be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PrepError(
            f"{path} cannot be written ({reason}); name another place by -o FILE"
        ) from error
