"""What stands inside a line: links and tags, outside of code."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from prep.model.note import Link
from prep.patterns import lazy

_WIKI = lazy(r"\[\[((?:[^\[\]\n]++|\](?!\])|\[(?!\[))+?)\]\]")
"""A wiki link behind its ``!``, if it has one: a pattern that begins with two letters is fast."""
_EMBED = lazy(rf"!?{_WIKI.pattern}")
_MARKDOWN = lazy(
    r"\[((?:[^\[\]\n\\]|\\.|\[[^\[\]\n]*\])*)\]\((<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+[\"'][^\"'\n]*[\"'])?\)"
)
_PICTURE = lazy(rf"!?{_MARKDOWN.pattern}")
_new = tuple.__new__
_TICKS = lazy(r"`+")
_NOT_END = lazy(r"[^\n]")
_TAG = lazy(r"(?<![^\s(])#([\w/-]*[^\W\d][\w/-]*)")
_MULTI_TAG = lazy(r"(?<!\S)#\[\[([^\[\]\n]+)\]\]")


def uncoded(text: str) -> str:
    """Blank out code spans, keeping every position and line end.

    A span goes from a run of backticks to the next run of the same length.
    """
    if "`" not in text:
        return text
    runs = [found.span() for found in _TICKS.finditer(text)]
    closing: dict[int, list[int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        closing.setdefault(runs[number][1] - runs[number][0], []).append(number)
    parts, at, number = [], 0, 0
    while number < len(runs):
        start, end = runs[number]
        alike = closing[end - start]
        while alike and alike[-1] <= number:
            alike.pop()
        if alike:
            number = alike[-1]
            parts += [text[at:start], _NOT_END.sub(" ", text[start : runs[number][1]])]
            at = runs[number][1]
        number += 1
    return "".join((*parts, text[at:]))


def links(text: str, line: int) -> list[Link]:
    """Return the links of a text whose first line is ``line``, in their order."""
    if "[" not in text or ("[[" not in text and "](" not in text):
        return []
    text = uncoded(text)
    found: list[tuple[int, Link]] = []
    for match in _WIKI.finditer(text):
        start = match.start()
        at = line + text.count("\n", 0, start)
        embed = text[start - 1 : start] == "!"
        found.append((start - embed, wiki(match[1], at, embed=embed)))
    if "](" in text:
        for match in _MARKDOWN.finditer(text):
            at = line + text.count("\n", 0, match.start())
            embed = text[match.start() - 1 : match.start()] == "!"
            found.append((match.start() - embed, _markdown(match, at, embed=embed)))
        found.sort(key=lambda pair: pair[0])
    return [link for _, link in found]


def wiki(inner: str, line: int, *, embed: bool = False) -> Link:
    r"""Read ``target#sub|display``: split at the first ``|``, which a table writes ``\|``."""
    return _new(Link, (*_parts(inner), embed, line, True))


@lru_cache(maxsize=4096)
def _parts(inner: str) -> tuple[str, str, str]:
    """Return target, sub and display of a link's words, which are the same all over a vault."""
    target, _, display = inner.partition("|")
    target = target.removesuffix("\\")
    name, _, sub = target.partition("#")
    return name.strip(), sub.strip(), display.strip()


def tags(text: str) -> list[str]:
    """Return the tags of a text, without ``#``; one needs a character that is no digit."""
    if "#" not in text:
        return []
    text = uncoded(text)
    if "](" in text or "[[" in text:
        multi = [found.strip() for found in _MULTI_TAG.findall(text)]
        text = _PICTURE.sub(" ", _EMBED.sub(" ", text))
        return [*multi, *_TAG.findall(text)]
    return [str(found) for found in _TAG.findall(text)]


def _markdown(match: re.Match[str], line: int, *, embed: bool) -> Link:
    target = match[2].strip("<>")
    if "://" in target or target.startswith("mailto:"):
        return Link(target, "", match[1], embed, line, wiki=False)
    name, _, sub = target.partition("#")
    return Link(unquote(name), unquote(sub), match[1], embed, line, wiki=False)
