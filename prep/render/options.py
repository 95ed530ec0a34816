"""What the caller says about a page that the page's markdown does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Resolver = Callable[[str], str | None]
Pictures = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class PageOptions:
    """Properties and look-ups. What the page's own front matter says goes before what stands here.

    ``title`` is for a page that has neither a title nor a heading.
    ``created``: an ISO day, the only date that the output holds. ``language``: a BCP 47 tag.
    ``keywords``: joined by ", ". ``images``: an image's address as written to its bytes, or None;
    it is the caller's to stay inside the vault. ``resolve``: a wikilink's ``target#heading`` to an
    address, or None for no link. ``notes``: an embedded note's target to its markdown, or None; the
    same goes for it as for ``images``.
    """

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    language: str = "en"
    created: str = ""
    images: Pictures | None = None
    resolve: Resolver | None = None
    notes: Resolver | None = None


@dataclass(frozen=True, slots=True)
class DocxOptions(PageOptions):
    """``reference_doc``: a Word file whose styles, page and footers are taken instead of ours."""

    page_size: Literal["a4", "letter"] = "a4"
    reference_doc: bytes | None = None
