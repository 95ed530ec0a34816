"""The plain values of a page's front matter that become a document's properties.

Not YAML: prep's own pages hold ``key: value`` and flat lists, and anything deeper is no property.
A note's front matter is read in full by ``prep.notes``, which also reports what is wrong in it.
"""

from __future__ import annotations

from prep.patterns import lazy

_PAIR = lazy(r"([A-Za-z_][\w -]*):(?:\s+(.*?))?\s*$")
_WIKILINK = lazy(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_ENTRY = lazy(r"\s*-\s+(.*?)\s*$")


def split(text: str) -> tuple[str, str]:
    """The front matter's lines and the body after it; no front matter is an empty string."""
    if not text.startswith("---"):
        return "", text
    lines = text.splitlines(keepends=True)
    if lines[0].rstrip() != "---":
        return "", text
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in {"---", "..."}:
            front = "".join(lines[1:number])
            # Without a key it is text between two rules.
            return (front, "".join(lines[number + 1 :])) if properties(front) else ("", text)
    return "", text


def properties(front: str) -> dict[str, str]:
    """Keys in lower case to their values in words; lists are joined by ", ", links flattened."""
    found: dict[str, str] = {}
    key = ""
    for line in front.splitlines():
        if pair := _PAIR.match(line):
            key = pair[1].strip().lower()
            found[key] = _value(pair[2] or "")
        elif key and (entry := _ENTRY.match(line)):
            found[key] = ", ".join(filter(None, (found[key], _value(entry[1]))))
    return found


def _value(written: str) -> str:
    if written.startswith("[") and not written.startswith("[["):
        parts = written.strip("[]").split(",")
        return ", ".join(filter(None, (_value(part.strip()) for part in parts)))
    quoted = len(written) > 1 and written[0] in "\"'" and written[-1] == written[0]
    words = _unescaped(written[1:-1], written[0]) if quoted else written
    return _WIKILINK.sub(r"\1", words)


def _unescaped(words: str, quote: str) -> str:
    if quote == "'":
        return words.replace("''", "'")
    return words.replace('\\"', '"').replace("\\\\", "\\")
