"""Values of fields: which words mean that nothing was said, how keys compare, how lists split."""

from __future__ import annotations

from functools import lru_cache

from prep.patterns import lazy

_DROPPED = str.maketrans("", "", " _-:\t")
_MISSING = frozenset(
    {"", "null", "~", "unknown", "tbd", "tbc", "tba", "n/a", "na", "none", "-", "–", "—", "?", "??",
     "[]", "{}", '""', "''", "not set", "not specified", "undefined", "(none)", "todo", "..."}
)  # fmt: skip
"""Words seen for a missing value in public vaults (formats reference, §1.1), compared folded."""
_AROUND = "*_\"'"
_LONGEST_MISSING = max(map(len, _MISSING))
"""Characters beyond which a value that no sign surrounds can be none of them."""

_PLACEHOLDERS = (("{{", "}}"), ("<%", "%>"), ("${", "}"))
_HINT = lazy(r"([_*])(?!\1)[^_*]+(?:\.\.\.|…|\?|:)?\1$")
_SIGNS = lazy(r"[,;\"()\[\]{}]")
_LINK = lazy(r"\[\[(?:[^\[\]]|\](?!\]))+\]\]")


@lru_cache(maxsize=4096)
def key(raw: str) -> str:
    """Fold a field's name for comparison: lower case, without blanks, ``_``, ``-`` and ``:``."""
    return raw.strip("*_` ").lower().translate(_DROPPED)


def missing(value: str) -> bool:
    """Whether a value says nothing: empty, ``unknown``, ``TBD``, a placeholder, an italic hint."""
    text = value.strip()
    if len(text) > _LONGEST_MISSING and text[0] not in _AROUND and text[-1] not in _AROUND:
        return placeholder(value)
    bare = text.strip(_AROUND).strip().lower()
    return bare in _MISSING or placeholder(value) or bool(_HINT.match(text))


def placeholder(value: str) -> bool:
    """Whether a value still is a template's: ``{{date}}``, ``<% tp.date.now() %>``."""
    if "{" not in value and "<%" not in value:
        return False
    return any(mark in value and end in value[value.index(mark) :] for mark, end in _PLACEHOLDERS)


def split(value: str) -> tuple[str, ...]:
    """Return the elements of a value written as text: ``A, B``, ``[A, B]``, ``[[A]], [[B]]``.

    Only commas and semicolons outside brackets and quotes part; missing-value words are dropped.
    """
    text = value.strip()
    if text.startswith("[") and text.endswith("]") and (text[1:2] != "[" or text[:3] == "[[["):
        text = text[1:-1]
    if "," not in text and ";" not in text:
        return () if missing(text) else (unquote(text),)
    return tuple(unquote(part) for part in _parts(text) if not missing(part))


def unquote(value: str) -> str:
    """Cut one pair of like quotes off a value."""
    text = value.strip()
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text


def links(value: str) -> tuple[str, ...]:
    """Return the ``[[links]]`` of a value, as written."""
    return tuple(_LINK.findall(value))


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    depth, quoted, start = 0, False, 0
    for found in _SIGNS.finditer(text):
        sign = found[0]
        if sign == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif sign in ",;":
            if not depth:
                parts.append(text[start : found.start()].strip())
                start = found.end()
        else:
            depth = depth + 1 if sign in "([{" else max(0, depth - 1)
    parts.append(text[start:].strip())
    return parts
