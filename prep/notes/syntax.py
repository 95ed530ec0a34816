"""Which block a line begins, by CommonMark's rules and Obsidian's: one function a construct."""

from __future__ import annotations

import re

from prep.model.note import BlockKind
from prep.patterns import lazy

STARTERS = frozenset("#>`~<-*+_=%0123456789")
"""Characters by which a line may be something other than text."""

_PREFIX = lazy(r"[\s>\-*+\d.)]*")
_HEADING = lazy(r"(#{1,6})(?:[ \t]|$)")
_FENCE = lazy(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
_NUMBER = lazy(r"\d{1,9}[.)](?= |$)")
_RULE = lazy(r"(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_UNDERLINE = lazy(r"(?:=+|-+) *$")
_RAW_TAG = lazy(r"<(script|pre|style|textarea)(?:[\s>]|$)", re.IGNORECASE)
_BLOCK_TAG = lazy(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|"
    r"details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|"
    r"head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|"
    r"p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|/?>|$)",
    re.IGNORECASE,
)
_ATTRIBUTE = r"\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?"
_LONE_TAG = lazy(
    rf"(?:<[a-z][a-z0-9-]*(?:{_ATTRIBUTE})*\s*/?>|</[a-z][a-z0-9-]*\s*>)\s*$", re.IGNORECASE
)
_LONGEST_TAG = 500
"""Characters of a tag that are looked at; a longer one is no line of a note."""


def expanded(line: str) -> str:
    """Turn the tabs before a line's text into blanks up to the next column of four."""
    prefix = _PREFIX.match(line)
    return prefix[0].expandtabs(4) + line[prefix.end() :] if prefix else line


def marker(rest: str) -> str:
    """Return the bullet or number that begins a list item, or nothing."""
    first = rest[0]
    if first in "-*+":
        return "" if rest[1:2] not in ("", " ") or is_rule(rest) else first
    if not first.isdigit():
        return ""
    found = _NUMBER.match(rest)
    return found[0] if found else ""


def box(text: str) -> str | None:
    """Return the character of the check box that begins an item's text."""
    if text[:1] == "[" and text[2:3] == "]" and (len(text) == 3 or text[3].isspace()):
        return text[1]
    return None


def is_rule(rest: str) -> bool:
    """Whether a line is a thematic break."""
    return rest[0] in "-*_" and rest.rstrip()[-1] == rest[0] and bool(_RULE.match(rest.rstrip()))


def is_underline(rest: str) -> bool:
    """Whether a line may underline a heading."""
    return bool(_UNDERLINE.match(rest))


def heading(rest: str) -> tuple[int, str] | None:
    """Return the level and the text of a ``#`` heading."""
    found = _HEADING.match(rest)
    if not found:
        return None
    text = rest[found.end() :].strip()
    bare = text.rstrip("#")
    return len(found[1]), bare.rstrip() if not bare or bare[-1] in " \t" else text


def fence(rest: str) -> tuple[str, str] | None:
    """Return the fence that a line opens, and its info string."""
    found = _FENCE.match(rest)
    return (found[1] or found[3], (found[2] or found[4] or "").strip()) if found else None


def html(rest: str, *, lone: bool) -> tuple[BlockKind, str] | None:
    """Return the kind of HTML block that a line opens, and what closes it ("": a blank line).

    ``lone``: no paragraph is open, so that any complete tag alone on its line opens one.
    """
    if rest.startswith("<!--"):
        return "comment", "-->"
    raw = _RAW_TAG.match(rest)
    if raw:
        return "html", f"</{raw[1].lower()}>"
    if _BLOCK_TAG.match(rest):
        return "html", ""
    return ("html", "") if lone and len(rest) < _LONGEST_TAG and _LONE_TAG.match(rest) else None
