"""``{{query.file.path}}`` and its kin, filled in from the note that holds the query."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from prep.patterns import lazy
from prep.queries.page import Page
from prep.queries.tasks.filters import InstructionError
from prep.queries.values import title_of

_PLACEHOLDER = lazy(r"\{\{(.*?)\}\}")
_PROPERTY = lazy(r"query\.file\.(property|hasProperty)\(\s*(['\"])(.*?)\2\s*\)")
_PASSES = 10

_PARTS: Mapping[str, Callable[[Page], str]] = {
    "query.file.path": lambda page: page.path,
    "query.file.pathWithoutExtension": lambda page: re.sub(r"\.md$", "", page.path),
    "query.file.root": lambda page: f"{page.path.split('/')[0]}/" if "/" in page.path else "/",
    "query.file.folder": lambda page: f"{page.path.rpartition('/')[0]}/",
    "query.file.filename": lambda page: f"{title_of(page.path)}.md",
    "query.file.filenameWithoutExtension": lambda page: title_of(page.path),
}


def expand(text: str, this: Page | None) -> str:
    """Fill in the placeholders of ``text``.

    Raises:
        InstructionError: no note holds the query, or there is no such value.
    """
    for _ in range(_PASSES):
        filled = _PLACEHOLDER.sub(lambda found: _value(found[1].strip(), this), text)
        if filled == text:
            break
        text = filled
    if this is not None and "{{" in text:
        raise InstructionError("a placeholder is not closed")
    return text


def _value(name: str, this: Page | None) -> str:
    """Give what stands for ``{{name}}``: of a comment, ``{{! words }}``, nothing."""
    if name.startswith("!"):
        return ""
    if this is None:
        raise InstructionError("the placeholder needs the note that holds the query: --from NOTE")
    if name in _PARTS:
        return _PARTS[name](this)
    asked = _PROPERTY.fullmatch(name)
    if asked is None:
        raise InstructionError(f"unknown property {name!r}")
    value = this.front.get(asked[3])
    if asked[1] == "hasProperty":
        return "true" if value is not None else "false"
    if value is None:
        raise InstructionError(f"the note has no property {asked[3]!r}")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
