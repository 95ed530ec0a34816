"""Blocks of the tree as HTML: one small function a kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from prep.markdown.tree import (
    Answer,
    Block,
    Callout,
    CodeBlock,
    Definitions,
    Diagram,
    Figure,
    Heading,
    Inline,
    Item,
    Items,
    Page,
    Paragraph,
    Quote,
    Rule,
    Table,
    plain,
)
from prep.render.callouts import STATUSES, heading_of, look_of
from prep.render.direction import runs_right_to_left
from prep.render.html.lines import Lines, escaped
from prep.render.options import PageOptions

_SIDES = {"l": "left", "r": "right", "c": "center"}


class Writer:
    """Writes blocks in reading order."""

    def __init__(self, tree: Page, options: PageOptions) -> None:
        """``tree``: the whole page."""
        self._tree = tree
        self._lines = Lines(tree, options)
        self.line = self._lines.line

    def blocks(self, blocks: Iterable[Block]) -> str:
        """All of them, one after the other."""
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
            for time in range(1, self._lines.cited[number] + 1)
        )

    def heading(self, block: Heading) -> str:
        """A heading that links can go to."""
        inner = self.line(block.children)
        return f'<h{block.level} id="{escaped(block.anchor)}">{inner}</h{block.level}>\n'

    def paragraph(self, block: Paragraph) -> str:
        """A paragraph that runs the way its first letter does."""
        return f'<p dir="auto">{self.line(block.children)}</p>\n'

    def quote(self, block: Quote) -> str:
        """A quote, with whatever is in it."""
        return f"<blockquote>\n{self.blocks(block.blocks)}</blockquote>\n"

    def callout(self, block: Callout) -> str:
        """A box that says its kind in words."""
        title = self.line(heading_of(block.kind, block.title))
        look = look_of(block.kind).lower()
        return (
            f'<aside class="callout {look}">\n<p class="callout-title">{title}</p>\n'
            f"{self.blocks(block.blocks)}</aside>\n"
        )

    def items(self, block: Items) -> str:
        """A list."""
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
        said = f"({escaped(words)}) " if words else ""
        first = item.blocks[0] if item.blocks else None
        label = plain(first.children) if isinstance(first, Paragraph) else "Task"
        checked = " checked" if item.status in "xX" else ""
        box = f'<input type="checkbox" aria-label="{escaped(label)}"{checked}>'
        return f'<li class="task">{box} {said}{inner}</li>\n'

    def code(self, block: CodeBlock) -> str:
        """Code as it is."""
        named = f' class="language-{escaped(block.language)}"' if block.language else ""
        return f"<pre><code{named}>{escaped(block.text)}\n</code></pre>\n"

    def table(self, block: Table) -> str:
        """A table; without a header, the first column names the rows."""
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
        """A picture and its caption."""
        caption = self.line(block.caption)
        return f"<figure>{self.line((block.image,))}<figcaption>{caption}</figcaption></figure>\n"

    def definitions(self, block: Definitions) -> str:
        """Terms and what they mean."""
        rows: list[str] = []
        for entry in block.entries:
            rows.append(f"<dt>{self.line(entry.term)}</dt>\n")
            rows += (f"<dd>{self.blocks(meant)}</dd>\n" for meant in entry.definitions)
        return f"<dl>\n{''.join(rows)}</dl>\n"

    def rule(self, _: Rule) -> str:
        """A line."""
        return "<hr>\n"

    def answer(self, block: Answer) -> str:
        """A field to write in."""
        label = escaped(block.label or "Your answer")
        return (
            f'<textarea class="answer" rows="{block.lines}" aria-label="{label}" '
            f'placeholder="Write your answer here">{escaped(block.text)}</textarea>\n'
        )

    def diagram(self, block: Diagram) -> str:
        """A drawing whose title says it in words."""
        from prep.render.diagram import svg

        return f"<figure>{svg(block)}</figure>\n"


_BLOCKS: dict[type[Any], Callable[[Writer, Any], str]] = {
    Heading: Writer.heading,
    Figure: Writer.figure,
    Paragraph: Writer.paragraph,
    Quote: Writer.quote,
    Callout: Writer.callout,
    Items: Writer.items,
    CodeBlock: Writer.code,
    Table: Writer.table,
    Definitions: Writer.definitions,
    Rule: Writer.rule,
    Answer: Writer.answer,
    Diagram: Writer.diagram,
}
