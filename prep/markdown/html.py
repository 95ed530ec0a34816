"""Raw HTML in markdown: comments dropped, a few tags with a meaning, the words of the rest."""

from __future__ import annotations

import re
from html import unescape

from prep.markdown.tree import Style
from prep.patterns import lazy

TAGS: dict[str, Style] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "s": "strike",
    "del": "strike",
    "mark": "mark",
    "sup": "superscript",
    "sub": "subscript",
    "u": "underline",
    "kbd": "keyboard",
}
_COMMENT = lazy(r"<!--.*?-->|<!--.*\Z|<(script|style)\b.*?(</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = lazy(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^>]*>", re.DOTALL)
_END_OF_BLOCK = lazy(r"</?(?:p|div|li|tr|h[1-6]|summary|details|br)\b[^>]*>|\n\s*\n", re.IGNORECASE)
_ANSWER = lazy(r"<!--\s*answer(?:\s*:\s*(.*?))?\s*-->", re.DOTALL | re.IGNORECASE)
_ANY_TAG = lazy(r"<[/!?]?[A-Za-z][^>]*>", re.DOTALL)


def paragraphs(block: str) -> list[str]:
    """The words of a block of HTML, a string a paragraph; scripts and styles are no words."""
    pieces = _END_OF_BLOCK.split(_COMMENT.sub("", block))
    words = (" ".join(unescape(_ANY_TAG.sub("", piece)).split()) for piece in pieces)
    return [piece for piece in words if piece]


def answer(comment: str) -> str | None:
    """The label of ``<!-- answer: label -->``, which may be empty; None for any other comment."""
    found = _ANSWER.fullmatch(comment.strip())
    return found[1] or "" if found else None


def tag(written: str) -> tuple[str, bool] | None:
    """Name in lower case and whether it closes; None for a comment or a declaration."""
    found = _TAG.match(written)
    return (found[2].lower(), bool(found[1])) if found else None
