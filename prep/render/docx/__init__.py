"""Word files made from markdown pages, and checked."""

from __future__ import annotations

from prep.render.docx.writer import document
from prep.render.options import DocxOptions

__all__ = ["DocxOptions", "document"]
