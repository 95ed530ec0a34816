"""Blocks of the tree to WordprocessingML: one small function a kind of block."""

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
    Image,
    Inline,
    Item,
    Items,
    Paragraph,
    Quote,
    Rule,
    Styled,
    Table,
    plain,
)
from prep.render.callouts import STATUSES, heading_of, look_of
from prep.render.direction import runs_right_to_left
from prep.render.docx import controls, pictures, tables
from prep.render.docx.ledger import Ledger, bookmark_name
from prep.render.docx.place import (
    DEEPEST_LIST,
    Place,
    block_properties,
    properties,
    starts_with_tab,
    text_properties,
)
from prep.render.docx.runs import Format, Runs, field

_TAB = "<w:r><w:tab/></w:r>"
_RULE = (
    '<w:r><w:pict><v:rect style="width:0;height:1pt" o:hralign="center" o:hrstd="t" '
    'o:hrnoshade="t" o:hr="t" fillcolor="#a6a6a6" stroked="f"/></w:pict></w:r>'
)


class Writer:
    """Writes blocks in reading order, so that ids and footnotes are numbered in that order."""

    def __init__(self, ledger: Ledger) -> None:
        """``ledger``: the document's."""
        self.ledger = ledger
        self.runs = Runs(ledger)

    def blocks(self, blocks: Iterable[Block], place: Place) -> str:
        """All blocks, those after a list's introduction or before a table kept together."""
        row = tuple(blocks)
        following = (*row[1:], None)
        return "".join(
            self.block(block, after, place) for block, after in zip(row, following, strict=False)
        )

    def block(self, block: Block, after: Block | None, place: Place) -> str:
        """One block; ``after`` is the next one in the same place."""
        if isinstance(block, Paragraph):
            return self.paragraph(block.children, place, keep=_introduces(block, after))
        if isinstance(block, Table):
            joined = place.box and after is not None and not isinstance(after, Table)
            table = self.table(block, place)
            return table if joined or isinstance(after, Heading) else table + self._gap()
        written: str = _WRITERS[type(block)](self, block, place)
        if isinstance(block, Callout) and not isinstance(after, Heading):
            return written + self._gap()
        return written + self._gap() if type(block) is type(after) is Answer else written

    def paragraph(
        self, children: tuple[Inline, ...], place: Place, *, keep: bool = False, lead: str = ""
    ) -> str:
        """A paragraph of text; ``lead`` are runs that stand before it."""
        rtl = runs_right_to_left(plain(children))
        ppr = text_properties(place, self.ledger, keep=keep, rtl=rtl)
        tab = _TAB if starts_with_tab(place) else ""
        picture = self._picture(children, place)
        form = Format(sized=place.note)
        return picture or f"<w:p>{ppr}{tab}{lead}{self.runs.line(children, form)}</w:p>"

    def _picture(self, children: tuple[Inline, ...], place: Place) -> str:
        """A picture alone in its paragraph may be as wide as the text."""
        if len(children) != 1 or not isinstance(children[0], Image) or place.marker:
            return ""
        drawing = pictures.inline(children[0], self.ledger, room=place.room)
        ppr = block_properties(place, self.ledger, "Figure")
        return f"<w:p>{ppr}{drawing}</w:p>" if drawing else ""

    def figure(self, block: Figure, place: Place) -> str:
        """A picture and its caption, which stay together."""
        inside = place._replace(marker="")
        ppr = block_properties(inside, self.ledger, "Figure", keep=True)
        drawing = pictures.inline(block.image, self.ledger, room=place.room)
        shown = drawing or self.runs.line((block.image,))
        return f"<w:p>{ppr}{shown}</w:p>{self.caption('Figure', block.caption, inside)}"

    def caption(self, label: str, words: tuple[Inline, ...], place: Place) -> str:
        """A numbered caption; Word makes lists of figures and tables from these."""
        style = "Table Caption" if label == "Table" else "caption"
        number = field(f" SEQ {label} \\* ARABIC ", str(self.ledger.number(label)))
        ppr = block_properties(place, self.ledger, style)
        lead = self.runs.words(f"{label} ")
        return f"<w:p>{ppr}{lead}{number}{self.runs.words(': ')}{self.runs.line(words)}</w:p>"

    def heading(self, block: Heading, place: Place) -> str:
        """A heading with a bookmark around its words."""
        self.ledger.heading = plain(block.children)
        inner = self.runs.line(block.children, Format(sized=True))
        if not self.ledger.in_notes:
            inner = self.ledger.bookmark(inner, bookmark_name(block.anchor))
        rtl = runs_right_to_left(self.ledger.heading)
        name = f"heading {block.level}"
        ppr = properties(self.ledger, name, numbering=place.marker, rtl=rtl)
        return f"<w:p>{ppr}{inner}</w:p>"

    def quote(self, block: Quote, place: Place) -> str:
        """A quote, one deeper than what is around it."""
        return self.blocks(block.blocks, place._replace(quote=place.quote + 1, marker=""))

    def callout(self, block: Callout, place: Place) -> str:
        """A box: every paragraph in it has the kind's style, so that its bar and tint join up."""
        box = f"Callout {look_of(block.kind)}"
        inner = place._replace(box=box, depth=0, quote=0, marker="", inside=False)
        ppr = properties(self.ledger, f"{box} Title")
        title = self.runs.line(heading_of(block.kind, block.title))
        return f"<w:p>{ppr}{title}</w:p>{self.blocks(block.blocks, inner)}"

    def code(self, block: CodeBlock, place: Place) -> str:
        """Code in one paragraph, its lines kept apart by breaks."""
        if place.box:
            ppr = text_properties(place, self.ledger)
            tab = _TAB if starts_with_tab(place) else ""
            return f"<w:p>{ppr}{tab}{self.runs.words(block.text, Format(code=True))}</w:p>"
        ppr = block_properties(place, self.ledger, "Source Code")
        return f"<w:p>{ppr}{self.runs.words(block.text, Format(style='Verbatim Char'))}</w:p>"

    def items(self, block: Items, place: Place) -> str:
        """A list with its own numbering, so that it starts anew."""
        lists = self.ledger.reference.boxed if place.box else self.ledger.reference.plain
        level = min(place.depth, DEEPEST_LIST)
        abstract = lists.numbers if block.ordered else lists.bullets
        start = block.start if block.ordered else None
        number = self.ledger.numbering(abstract, level, start)
        tasks = 0
        if any(item.status is not None for item in block.items) and not block.ordered:
            tasks = self.ledger.numbering(lists.tasks, level, None)
        written: list[str] = []
        for place_of, item in enumerate(block.items, 1):
            task = item.status is not None and not block.ordered
            name = "Task List" if task else "List Number" if block.ordered else "List Bullet"
            mark = f'<w:ilvl w:val="{level}"/><w:numId w:val="{tasks if task else number}"/>'
            inner = place._replace(
                marker=f"<w:numPr>{mark}</w:numPr>",
                style=name if block.tight else f"{name} Spaced",
                tight=block.tight,
                last=place_of == len(block.items) and (place.last or not place.depth),
                quote=0,
            )
            written.append(self._item(item, inner))
        return "".join(written)

    def _item(self, item: Item, place: Place) -> str:
        """The first block carries the marker; the others follow it, indented."""
        rest = place._replace(marker="", inside=True, depth=place.depth + 1)
        first = item.blocks[0] if item.blocks else Paragraph(())
        alone = len(item.blocks) < 2 and isinstance(first, Paragraph)
        if alone and place.last and place.tight:
            place = place._replace(style=f"{place.style} Last")
        if isinstance(first, Paragraph):
            following = item.blocks[1] if len(item.blocks) > 1 else None
            lead, children = self._task(item.status, first.children)
            keep = isinstance(following, (Items, CodeBlock, Table))
            head = self.paragraph(children, place, keep=keep, lead=lead)
            return head + self.blocks(item.blocks[1:], rest)
        if isinstance(first, (CodeBlock, Heading)) and not place.box:
            return self.block(first, None, place) + self.blocks(item.blocks[1:], rest)
        return self.paragraph((), place) + self.blocks(item.blocks, rest)

    def _task(
        self, status: str | None, children: tuple[Inline, ...]
    ) -> tuple[str, tuple[Inline, ...]]:
        if status is None:
            return "", children
        box = controls.check_box(self.ledger, done=status in "xX", label=plain(children))
        words = "" if status in " xX" else f"({STATUSES.get(status, status)}) "
        return f"{box}{_TAB}{self.runs.words(words) if words else ''}", children

    def table(self, block: Table, place: Place) -> str:
        """A table and its caption."""
        caption = self.caption("Table", block.caption, place) if block.caption else ""
        return caption + tables.write(block, place, self.runs, self.ledger)

    def _gap(self) -> str:
        """Word joins tables and boxes that touch, and a body may not end in a table."""
        return f"<w:p>{properties(self.ledger, 'Gap')}</w:p>"

    def definitions(self, block: Definitions, place: Place) -> str:
        """Terms and what they mean."""
        written: list[str] = []
        for entry in block.entries:
            ppr = block_properties(place._replace(marker=""), self.ledger, "Definition Term")
            written.append(f"<w:p>{ppr}{self.runs.line(entry.term)}</w:p>")
            written += (self._meaning(meant, place) for meant in entry.definitions)
        return "".join(written)

    def _meaning(self, blocks: tuple[Block, ...], place: Place) -> str:
        deeper = place._replace(depth=place.depth + 1, inside=True, marker="")
        ppr = block_properties(deeper, self.ledger, "Definition") if place.depth else ""
        written: list[str] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                own = ppr or properties(self.ledger, "Definition")
                written.append(f"<w:p>{own}{self.runs.line(block.children)}</w:p>")
            else:
                written.append(self.block(block, None, deeper))
        return "".join(written)

    def rule(self, _: Rule, __: Place) -> str:
        """Word's own horizontal line; it has no style, or pandoc would not read it as a line."""
        return f"<w:p>{_RULE}</w:p>"

    def answer(self, block: Answer, place: Place) -> str:
        """Room to write in."""
        ppr = block_properties(place._replace(marker=""), self.ledger, "Answer")
        form = Format() if block.text else Format(style="Placeholder Text")
        words = self.runs.words(block.text or controls.PROMPT, form)
        return controls.answer(block, ppr, self.ledger, words)

    def diagram(self, block: Diagram, place: Place) -> str:
        """A drawing with its words as the alternative text."""
        ppr = block_properties(place._replace(marker=""), self.ledger, "Figure")
        return f"<w:p>{ppr}{pictures.diagram(block, self.ledger, place.room)}</w:p>"


def _introduces(block: Paragraph, after: Block | None) -> bool:
    """A question stays with its answer; "They asked:" or **You owe** with what it introduces."""
    if isinstance(after, Answer):
        return True
    if not isinstance(after, (Items, Table, CodeBlock)):
        return False
    bold = all(isinstance(node, Styled) and node.style == "strong" for node in block.children)
    return bold or plain(block.children).rstrip().endswith((":", "："))


_WRITERS: dict[type[Any], Callable[[Writer, Any, Place], str]] = {
    Heading: Writer.heading,
    Figure: Writer.figure,
    Quote: Writer.quote,
    Callout: Writer.callout,
    CodeBlock: Writer.code,
    Items: Writer.items,
    Definitions: Writer.definitions,
    Rule: Writer.rule,
    Answer: Writer.answer,
    Diagram: Writer.diagram,
}
