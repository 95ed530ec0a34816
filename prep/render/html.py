"""A page's tree to one HTML file: no outside resource, no script, printable, dark and light.

All that comes from the page is escaped; the file's own policy forbids whatever it does not hold.
A citation carries its footnote's words, shown on hover and on focus.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from prep.markdown.document import parse
from prep.markdown.embeds import expand
from prep.markdown.tree import (
    Answer,
    Block,
    Break,
    Callout,
    CodeBlock,
    CodeSpan,
    Definitions,
    Diagram,
    Figure,
    Heading,
    Image,
    Inline,
    Item,
    Items,
    Link,
    NoteRef,
    Page,
    Paragraph,
    Quote,
    Rule,
    Styled,
    Table,
    Text,
    WikiLink,
    anchor_key,
    plain,
    starts_with_title,
)
from prep.render.callouts import STATUSES, heading_of, look_of
from prep.render.direction import runs_right_to_left
from prep.render.options import PageOptions
from prep.render.stylesheet import CSS

_TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "strike": "s",
    "mark": "mark",
    "superscript": "sup",
    "subscript": "sub",
    "underline": "u",
    "keyboard": "kbd",
}
_SIDES = {"l": "left", "r": "right", "c": "center"}
# What a browser shows as a picture, by the first bytes; SVG could hold a script and is left out.
_MAGIC = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"RIFF", "webp"),
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(markdown: str, options: PageOptions) -> str:
    """The page as HTML, the same bytes for the same words and options."""
    tree = parse(expand(markdown, options.notes) if options.notes else markdown)
    writer = _Writer(tree, options)
    body = writer.blocks(tree.blocks)
    notes = writer.notes()
    title = options.title or tree.front.get("title", "") or writer.first_heading or "Page"
    author = options.author or tree.front.get("author", "")
    named = f'<meta name="author" content="{escape(author)}">\n' if author else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(options.language)}">\n<head>\n<meta charset="utf-8">'
        f'\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{named}'
        f'<meta name="color-scheme" content="light dark">\n<title>{_text(title)}</title>\n'
        f"<style>{CSS}</style>\n</head>\n<body>\n<main>\n{_printed_title(tree)}{body}</main>\n"
        f"{notes}</body>\n</html>\n"
    )


def _printed_title(tree: Page) -> str:
    """As in Word: only where the page does not begin with its own."""
    title = tree.front.get("title", "")
    if not title or starts_with_title(tree):
        return ""
    return f'<p class="title">{_text(title)}</p>\n'


def _text(words: str) -> str:
    return escape("".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in words))


class _Writer:
    def __init__(self, tree: Page, options: PageOptions) -> None:
        self._tree = tree
        self._options = options
        self._cited: dict[int, int] = {}
        self._tables = 0
        self.first_heading = ""

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        written: str = _BLOCKS[type(block)](self, block)
        return written

    def notes(self) -> str:
        """The footnotes under the heading that the page gave them."""
        rows = "".join(
            f'<li id="fn-{number + 1}">{self.blocks(blocks)}{self._backs(number)}</li>\n'
            for number, blocks in enumerate(self._tree.notes)
        )
        if not rows:
            return ""
        title = self.line(self._tree.notes_title) or "Sources"
        return f'<section class="notes">\n<h2>{title}</h2>\n<ol>\n{rows}</ol>\n</section>\n'

    def _backs(self, number: int) -> str:
        return "".join(
            f' <a class="back" href="#fnref-{number + 1}-{time}" '
            f'aria-label="Back to the text">↩</a>'
            for time in range(1, self._cited.get(number, 0) + 1)
        )

    def line(self, children: tuple[Inline, ...]) -> str:
        return "".join(map(self._inline, children))

    def _inline(self, node: Inline) -> str:
        match node:
            case Text(words):
                return _text(words)
            case CodeSpan(words):
                return f"<code>{_text(words)}</code>"
            case Styled(style, children):
                return f"<{_TAGS[style]}>{self.line(children)}</{_TAGS[style]}>"
            case Break(hard):
                return "<br>\n" if hard else "\n"
            case NoteRef(note):
                return self._cite(note)
            case Image():
                return self._image(node)
            case Link() | WikiLink():
                return self._link(node)

    def _link(self, node: Link | WikiLink) -> str:
        if isinstance(node, Link):
            inner, title = self.line(node.children), node.title
            address = self._inside(node.href[1:]) if node.href.startswith("#") else node.href
        else:
            inner, title = _text(node.label), ""
            address = self._wiki_address(node)
        tip = f' title="{_text(title)}"' if title else ""
        return f'<a href="{_text(address)}"{tip}>{inner}</a>' if address else inner

    def _wiki_address(self, node: WikiLink) -> str:
        if not node.target:
            return self._inside(node.heading)
        name = f"{node.target}#{node.heading}" if node.heading else node.target
        return (self._options.resolve(name) or "") if self._options.resolve else ""

    def _inside(self, heading: str) -> str:
        from urllib.parse import unquote

        anchor = self._tree.anchors.get(anchor_key(unquote(heading)))
        return f"#{anchor}" if anchor else ""

    def _image(self, node: Image) -> str:
        data = self._options.images(node.source) if self._options.images else None
        kind = next((kind for magic, kind in _MAGIC if data and data.startswith(magic)), "")
        if not data or not kind:
            words = node.alt or node.source.rpartition("/")[2]
            return f'<span class="missing">[Picture: {_text(words)}]</span>'
        width = f' width="{node.width}"' if node.width else ""
        source = f"data:image/{kind};base64,{b64encode(data).decode()}"
        tip = f' title="{_text(node.title)}"' if node.title else ""
        return f'<img src="{source}" alt="{_text(node.alt)}"{width}{tip}>'

    def _cite(self, note: int) -> str:
        time = self._cited[note] = self._cited.get(note, 0) + 1
        words = " ".join(" ".join(map(_words, self._tree.notes[note])).split())
        number = note + 1
        return (
            f'<sup class="cite"><a href="#fn-{number}" id="fnref-{number}-{time}">{number}</a>'
            f'<span class="source" role="note">{_text(words)}</span></sup>'
        )

    def heading(self, block: Heading) -> str:
        inner = self.line(block.children)
        self.first_heading = self.first_heading or plain(block.children)
        return f'<h{block.level} id="{_text(block.anchor)}">{inner}</h{block.level}>\n'

    def paragraph(self, block: Paragraph) -> str:
        return f'<p dir="auto">{self.line(block.children)}</p>\n'

    def quote(self, block: Quote) -> str:
        return f"<blockquote>\n{self.blocks(block.blocks)}</blockquote>\n"

    def callout(self, block: Callout) -> str:
        title = self.line(heading_of(block.kind, block.title))
        look = look_of(block.kind).lower()
        return (
            f'<aside class="callout {look}">\n<p class="callout-title">{title}</p>\n'
            f"{self.blocks(block.blocks)}</aside>\n"
        )

    def items(self, block: Items) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        rows = "".join(self._item(item, tight=block.tight) for item in block.items)
        return f"<{tag}{start}>\n{rows}</{tag}>\n"

    def _item(self, item: Item, *, tight: bool) -> str:
        inner = "".join(
            f"{self.line(block.children)}\n"
            if tight and isinstance(block, Paragraph)
            else self._block(block)
            for block in item.blocks
        )
        if item.status is None:
            return f"<li>{inner}</li>\n"
        words = "" if item.status in " xX" else STATUSES.get(item.status, item.status)
        said = f"({_text(words)}) " if words else ""
        first = item.blocks[0] if item.blocks else None
        label = plain(first.children) if isinstance(first, Paragraph) else "Task"
        checked = " checked" if item.status in "xX" else ""
        box = f'<input type="checkbox" aria-label="{_text(label)}"{checked}>'
        return f'<li class="task">{box} {said}{inner}</li>\n'

    def code(self, block: CodeBlock) -> str:
        named = f' class="language-{_text(block.language)}"' if block.language else ""
        return f"<pre><code{named}>{_text(block.text)}\n</code></pre>\n"

    def table(self, block: Table) -> str:
        headed = any(plain(cell).strip() for cell in block.head)
        head = self._row(block, block.head, "th") if headed else ""
        first = "td" if headed else "th"
        rows = "".join(self._row(block, row, "td", first) for row in block.rows)
        caption = f"<caption>{self.line(block.caption)}</caption>\n" if block.caption else ""
        top = f"<thead>\n{head}</thead>\n" if head else ""
        kind = "" if headed else ' class="pairs"'
        words = " ".join(map(plain, block.head if headed else block.rows[0] if block.rows else ()))
        way = ' dir="rtl"' if runs_right_to_left(words) else ""
        return f"<table{kind}{way}>\n{caption}{top}<tbody>\n{rows}</tbody>\n</table>\n"

    def _row(
        self, block: Table, cells: tuple[tuple[Inline, ...], ...], tag: str, first: str = ""
    ) -> str:
        written: list[str] = []
        for column, (cell, align) in enumerate(zip(cells, block.aligns, strict=True)):
            name = first if first and column == 0 else tag
            scope = f' scope="{"col" if tag == "th" else "row"}"' if name == "th" else ""
            side = f' style="text-align:{_SIDES[align]}"' if align else ""
            written.append(f'<{name}{scope}{side} dir="auto">{self.line(cell)}</{name}>')
        return f"<tr>{''.join(written)}</tr>\n"

    def figure(self, block: Figure) -> str:
        caption = self.line(block.caption)
        return f"<figure>{self._image(block.image)}<figcaption>{caption}</figcaption></figure>\n"

    def definitions(self, block: Definitions) -> str:
        rows: list[str] = []
        for entry in block.entries:
            rows.append(f"<dt>{self.line(entry.term)}</dt>\n")
            rows += (f"<dd>{self.blocks(meant)}</dd>\n" for meant in entry.definitions)
        return f"<dl>\n{''.join(rows)}</dl>\n"

    def rule(self, _: Rule) -> str:
        return "<hr>\n"

    def answer(self, block: Answer) -> str:
        label = _text(block.label or "Your answer")
        return (
            f'<textarea class="answer" rows="{block.lines}" aria-label="{label}" '
            f'placeholder="Write your answer here">{_text(block.text)}</textarea>\n'
        )

    def diagram(self, block: Diagram) -> str:
        from prep.render.diagram import svg

        return f"<figure>{svg(block)}</figure>\n"


_BLOCKS: dict[type[Any], Callable[[_Writer, Any], str]] = {
    Heading: _Writer.heading,
    Figure: _Writer.figure,
    Paragraph: _Writer.paragraph,
    Quote: _Writer.quote,
    Callout: _Writer.callout,
    Items: _Writer.items,
    CodeBlock: _Writer.code,
    Table: _Writer.table,
    Definitions: _Writer.definitions,
    Rule: _Writer.rule,
    Answer: _Writer.answer,
    Diagram: _Writer.diagram,
}


def _words(block: Block) -> str:
    """The words of a footnote's block, for the hover."""
    match block:
        case Paragraph(children) | Heading(_, children):
            return plain(children)
        case Items(items=items):
            return " ".join(" ".join(map(_words, item.blocks)) for item in items)
        case CodeBlock(_, words):
            return words
        case Quote(blocks) | Callout(_, _, blocks):
            return " ".join(map(_words, blocks))
        case _:
            return ""
