"""Word files made from markdown pages, and checked."""

from __future__ import annotations

from prep.render.docx.writer import document
from prep.render.options import DocxOptions

__all__ = ["DocxOptions", "check", "document", "reference_document"]


def check(data: bytes) -> tuple[str, ...]:
    """A sentence for each of the ten invariants that a Word file breaks; none if it is sound.

    Raises PrepError where the bytes are no Word document.
    """
    from prep.render.docx.check import check as checked  # lxml: slow, and not for writing

    return checked(data)


def reference_document() -> bytes:
    """A Word document with a sample of every style, to restyle and pass as ``reference_doc``."""
    from prep.render.docx.sample import reference_document as made

    return made()
