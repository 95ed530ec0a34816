"""Links and tags in a note's text, as Obsidian's cache lists them.

What stands in code, fences or HTML blocks is no link and no tag; what stands in ``%%`` comments is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from prep.markdown.items import Outline
from prep.patterns import lazy
from prep.queries.literals import infer_link
from prep.queries.values import Link, title_of

_CODE = lazy(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_WIKI = lazy(r"(!?)\[\[((?:[^\[\]]|\](?!\]))+)\]\]")
_MARKDOWN = lazy(
    r"(!?)\[((?:[^\[\]\\]|\\.)*)\]\((?:<([^>]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))\)"
)
_SCHEME = lazy(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TAG = lazy(r"(?:^|(?<=\s))#([^\u2000-\u206F\u2E00-\u2E7F'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\\s]+)")
_ITEM_TAG = lazy(r"#[^\s,;.:!?'\"`()\[\]{}]+")
_BAD_IN_TAG = lazy(r"[\u2000-\u206F\u2E00-\u2E7F#$%&*+<=>@^|~\\]")
_WHOLE_LINK = lazy(r"\s*(!?)\[\[([^\[\]]+)\]\]\s*")


class PlacedLink(NamedTuple):
    """A link and the line that it stands on, from 1; 0 in front matter."""

    line: int
    link: Link


def verbatim_lines(outline: Outline) -> set[int]:
    """Give the lines, from 1, of code and HTML blocks."""
    return {line for start, end in outline.verbatim for line in range(start, end + 1)}


def links_of(lines: list[str], first: int, hidden: set[int]) -> list[PlacedLink]:
    """Find the links of ``lines`` from line ``first`` on: plain links first, then embeds."""
    found = [
        PlacedLink(number, link)
        for number, line in enumerate(lines[first - 1 :], first)
        if number not in hidden and ("[[" in line or "](" in line)
        for link in _links(_uncoded(line))
    ]
    return [each for each in found if not each.link.embed] + [
        each for each in found if each.link.embed
    ]


def tags_of(lines: list[str], first: int, hidden: set[int]) -> Iterator[str]:
    """Find the ``#tags`` of ``lines`` from line ``first`` on, in order, repeats included."""
    for number, line in enumerate(lines[first - 1 :], first):
        if "#" in line and number not in hidden:
            for found in _TAG.finditer(_uncoded(line)):
                if not found[1].isdigit():
                    yield f"#{found[1]}"


def item_tags(text: str) -> list[str]:
    """Find the tags in a list item's text by Dataview's own, looser rule; each once."""
    found = (match[0] for match in _ITEM_TAG.finditer(text) if not _BAD_IN_TAG.search(match[0][1:]))
    return list(dict.fromkeys(found))


def front_links(front: Mapping[str, object]) -> Iterator[Link]:
    """Find the front matter values that are a link as a whole."""
    for value in front.values():
        yield from _value_links(value)


def _value_links(value: object) -> Iterator[Link]:
    if isinstance(value, str):
        found = _WHOLE_LINK.fullmatch(value)
        if found:
            yield _wiki(found[2], embed=False)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _value_links(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _value_links(each)


def _links(line: str) -> list[Link]:
    found = [(m.start(), _wiki(m[2], embed=bool(m[1]))) for m in _WIKI.finditer(line)]
    if "](" in line:
        found += [
            (m.start(), _plain(m))
            for m in _MARKDOWN.finditer(line)
            if not _SCHEME.match(m[3] or m[4] or "")
        ]
        found.sort(key=lambda each: each[0])
    return [link for _, link in found]


def _uncoded(line: str) -> str:
    """Blank out code spans, keeping the columns."""
    return _CODE.sub(lambda code: " " * len(code[0]), line) if "`" in line else line


def _wiki(inner: str, *, embed: bool) -> Link:
    target, bar, shown = inner.replace("\\|", "|").partition("|")
    return infer_link(target.strip(), display=shown if bar else _shown(target), embed=embed)


def _plain(found: re.Match[str]) -> Link:
    target = unquote(found[3] or found[4] or "")
    return infer_link(target, display=found[2], embed=bool(found[1]))


def _shown(target: str) -> str:
    """Give what Obsidian displays for a link without display text."""
    return " > ".join(part for part in target.strip().split("#") if part) or title_of(target)
