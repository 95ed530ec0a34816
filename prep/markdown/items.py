r"""List items, headings and list sections of a file, as Obsidian's metadata cache sees them.

Structure comes from markdown-it's CommonMark block rules; on 89 caches exported from Obsidian by
the tests of obsidian-tasks they give the same parent, check box and line for every item of 88
files (the other one has two items on one line). Plain notes take a short way past the parser
(``plain_lists``). On top of CommonMark:

* front matter and ``%%`` comments hold no items (HTML comments, code and fences hold none anyway);
* a check box is ``[c]`` with one character, before white space or the line's end;
* an item's own text ends where its first child item begins;
* an item's words are those of its raw lines, trimmed and joined by ``\n``, a ``>`` of a
  continuation line included: so Dataview takes them (``LIST_ITEM_REGEX`` in its
  ``markdown-file.ts``), and queries on ``text`` depend on it.

Lines count from 1 in the text given, front matter included.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from prep.markdown.plain_lists import Plain, Span, scan
from prep.patterns import lazy

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ITEM = lazy(r"^[\s>]*(\d+\.|\d+\)|\*|-|\+)\s*(\[.?\])?\s*(.*)$")
_BOX = lazy(r"^[\s>]*(?:\d+[.)]|[*+-])[ \t]+\[(.)\](?:\s|$)")
_BLOCK_ID = lazy(r"(?:^|\s)\^([A-Za-z0-9-]+)$")
_FENCE = lazy(r"^[\s>]*(?:(?:[*+-]|\d+[.)])\s+)*(`{3,}|~{3,})")
_LIST_TOKENS = frozenset({"bullet_list_open", "ordered_list_open"})
_VERBATIM = frozenset({"fence", "code_block", "html_block"})
# CommonMark sets no limit; this one keeps hostile files from exhausting the stack, and is far
# above the twenty of markdown-it's preset, which loses items below the tenth level.
_MAX_NESTING = 100


class ListItem(NamedTuple):
    """One list item with its own lines, without those of its children.

    ``marker``: ``-``, ``*``, ``+``, ``1.``, ``1)``. ``status``: the character in the check box,
    None where there is none. ``parent``: line of the item that holds this one, None at the root;
    ``children``: the lines of its child items. ``list_line``: first line of the top-level list it
    stands in, None inside a quote or callout. ``section``: text of the heading above it, None
    before the first. ``block_id``: of a closing `` ^id``. ``indent``: column of the marker.
    """

    line: int
    end_line: int
    indent: int
    marker: str
    status: str | None
    text: str
    parent: int | None = None
    children: tuple[int, ...] = ()
    list_line: int | None = None
    section: str | None = None
    block_id: str | None = None


class Heading(NamedTuple):
    """A heading outside quotes: its line, its level from 1 and its words, markup kept."""

    line: int
    level: int
    text: str


class Outline(NamedTuple):
    """A file's items and headings, and line spans (inclusive).

    ``lists`` and ``rules``: at the root. ``verbatim``: code, fences and HTML blocks at any depth.
    """

    items: tuple[ListItem, ...]
    headings: tuple[Heading, ...]
    lists: tuple[tuple[int, int], ...]
    rules: tuple[tuple[int, int], ...]
    verbatim: tuple[tuple[int, int], ...] = ()


def list_items(text: str) -> tuple[ListItem, ...]:
    """Give every list item of ``text`` in the order of its lines; never raises."""
    return outline(text).items


def outline(text: str) -> Outline:
    """Parse ``text`` (a whole file, any line ends) once and give all that lists need."""
    lines = text.replace("\r\n", "\n").replace("\r", " ").split("\n")
    masked = _masked(lines)
    plain = scan(masked)
    return _parsed(lines, masked) if plain is None else _plain(plain, lines, masked)


def parsed_outline(text: str) -> Outline:
    """Give what :func:`outline` gives by the parser alone, to hold the short way against."""
    lines = text.replace("\r\n", "\n").replace("\r", " ").split("\n")
    return _parsed(lines, _masked(lines))


def _plain(found: Plain, lines: list[str], masked: list[str]) -> Outline:
    headings = tuple(Heading(line + 1, level, words) for line, level, words in found.headings)
    lists, rules, verbatim = (
        tuple((start + 1, end) for start, end in spans)
        for spans in (found.lists, found.rules, found.verbatim)
    )
    return Outline(_items(found.items, lines, masked, headings), headings, lists, rules, verbatim)


def _parsed(lines: list[str], masked: list[str]) -> Outline:
    tokens = _parser().parse("\n".join(masked))
    headings = tuple(_headings(tokens))
    return Outline(
        _items(tuple(_spans(tokens)), lines, masked, headings),
        headings,
        tuple(_root_spans(tokens, _LIST_TOKENS, masked)),
        tuple(_root_spans(tokens, frozenset({"hr"}), masked)),
        tuple((t.map[0] + 1, t.map[1]) for t in tokens if t.type in _VERBATIM and t.map),
    )


def front_matter_end(lines: list[str]) -> int:
    """Give how many of ``lines`` are front matter, both ``---`` lines included; 0 for none."""
    if not lines or lines[0].lstrip("\ufeff").rstrip() != "---":
        return 0
    closing = (n for n, line in enumerate(lines[1:], 2) if line.rstrip() == "---")
    return next(closing, 0)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING})
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _masked(lines: list[str]) -> list[str]:
    """Blank out what holds no items though CommonMark would see some there."""
    front = front_matter_end(lines)
    masked = [""] * front + lines[front:]
    if not any("%%" in line for line in masked):
        return masked
    fence, comment = "", False
    for number in range(front, len(masked)):
        line = masked[number]
        if comment:
            comment, masked[number] = "%%" not in line, ""
            continue
        fence = _fence_after(line, fence)
        opens = not fence and line.lstrip(" \t>").startswith("%%")
        if opens and line.count("%%") == 1:
            comment, masked[number] = True, ""
    return masked


def _fence_after(line: str, fence: str) -> str:
    """Give the fence that is open after ``line``, given the one open before it ("" for none)."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    if not fence:
        return found[1]
    closes = found[1][0] == fence[0] and len(found[1]) >= len(fence)
    return "" if closes else fence


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    quotes = 0
    for index, token in enumerate(tokens):
        if token.type in {"blockquote_open", "blockquote_close"}:
            quotes += token.nesting
        elif token.type == "heading_open" and not quotes and token.map:
            yield Heading(token.map[0] + 1, int(token.tag[1:]), tokens[index + 1].content)


def _root_spans(
    tokens: list[Token], kinds: frozenset[str], masked: list[str]
) -> Iterator[tuple[int, int]]:
    for token in tokens:
        if token.level == 0 and token.type in kinds and token.map:
            start, end = token.map
            while end > start + 1 and not masked[end - 1].strip(" \t"):
                end -= 1
            yield start + 1, end


def _spans(tokens: list[Token]) -> Iterator[Span]:
    """Find the items in the token stream; of items on one line the first one counts."""
    open_items: list[int] = []
    list_start: int | None = None
    seen: set[int] = set()
    for token in tokens:
        if token.level == 0:
            list_start = token.map[0] if token.type in _LIST_TOKENS and token.map else None
        if token.type == "list_item_close":
            open_items.pop()
        elif token.type == "list_item_open" and token.map:
            start, end = token.map
            if start not in seen:
                seen.add(start)
                yield Span(start, end, open_items[-1] if open_items else None, list_start)
            open_items.append(start)


def _items(
    spans: tuple[Span, ...],
    lines: list[str],
    masked: list[str],
    headings: tuple[Heading, ...],
) -> tuple[ListItem, ...]:
    children: dict[int, list[int]] = {}
    for span in spans:
        if span.parent is not None:
            children.setdefault(span.parent, []).append(span.start + 1)
    above = iter(headings)
    coming = next(above, None)
    section: str | None = None
    items: list[ListItem] = []
    for span in spans:
        while coming is not None and coming.line <= span.start + 1:
            section, coming = coming.text, next(above, None)
        below = tuple(children.get(span.start, ()))
        item = _item(span, lines, _own_end(span, masked, below), below)
        if item is not None:
            items.append(item._replace(section=section))
    return tuple(items)


def _own_end(span: Span, masked: list[str], children: tuple[int, ...]) -> int:
    end = min((span.end, *(line - 1 for line in children)))
    while end > span.start + 1 and not masked[end - 1].strip(" \t>"):
        end -= 1
    return end


def _item(span: Span, lines: list[str], end: int, children: tuple[int, ...]) -> ListItem | None:
    first = lines[span.start]
    found = _ITEM.match(first)
    if found is None:
        return None
    own = [found[3].strip(), *(line.strip() for line in lines[span.start + 1 : end])]
    box = _BOX.match(first)
    named = _BLOCK_ID.search(own[-1])
    return ListItem(
        line=span.start + 1,
        end_line=end,
        indent=found.start(1),
        marker=found[1],
        status=box[1] if box else None,
        text="\n".join(own),
        parent=None if span.parent is None else span.parent + 1,
        children=children,
        list_line=None if span.list_start is None else span.list_start + 1,
        block_id=named[1] if named else None,
    )
