"""markdown-it's flat run of block tokens to the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markdown_it.token import Token

from prep.markdown import diagram, html
from prep.markdown.lines import Citations, inlines
from prep.markdown.tree import (
    Answer,
    Block,
    Callout,
    CodeBlock,
    Definitions,
    Entry,
    Figure,
    Heading,
    Image,
    Inline,
    Item,
    Items,
    Page,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
    anchor_key,
    plain,
)
from prep.patterns import lazy

_NOT_IN_ANCHOR = lazy(r"[^\w\- ]")
_ALIGN = {"text-align:left": "l", "text-align:right": "r", "text-align:center": "c"}


class Builder:
    """Reads the tokens once, from left to right; each maker reads up to its own closing token."""

    def __init__(self, tokens: list[Token], env: Mapping[str, Any]) -> None:
        """``env`` is what markdown-it filled while it made ``tokens``."""
        self._tokens = iter(tokens)
        self._citations = Citations(env)
        self._anchors: dict[str, str] = {}
        self._taken: dict[str, int] = {}
        self._definitions: dict[str, tuple[Block, ...]] = {}
        self._after_last_heading = False

    def page(self, front: Mapping[str, str]) -> Page:
        """The whole tree; the front matter's values pass through."""
        blocks = with_captions(self.blocks(""))
        notes = self._citations.collect(self._definitions)
        title: tuple[Inline, ...] = ()
        if notes and blocks and self._after_last_heading and isinstance(blocks[-1], Heading):
            title = blocks[-1].children
            blocks = blocks[:-1]
        return Page(front, blocks, notes, title, self._anchors)

    def blocks(self, closing: str) -> tuple[Block, ...]:
        """Blocks up to the token of type ``closing``, which is read too."""
        found: list[Block] = []
        for token in self._tokens:
            if token.type == closing:
                break
            if token.type == "footnote_reference_open":
                self._define(token)
            elif make := _MAKERS.get(token.type):
                found += make(self, token)
                self._after_last_heading = False
        return tuple(found)

    def _define(self, token: Token) -> None:
        label = str(token.meta["label"])
        self._definitions.setdefault(label, self.blocks("footnote_reference_close"))
        self._after_last_heading = True

    def _line(self) -> tuple[Inline, ...]:
        """The words of a block that holds one inline token, which must come next."""
        return inlines(next(self._tokens).children or [], self._citations)

    def _heading(self, token: Token) -> Iterable[Block]:
        children = self._line()
        next(self._tokens)
        words = plain(children)
        anchor = self._unique(_NOT_IN_ANCHOR.sub("", words.lower()).replace(" ", "-"))
        self._anchors.setdefault(anchor_key(words), anchor)
        self._anchors.setdefault(anchor_key(anchor), anchor)
        yield Heading(int(token.tag[1]), children, anchor)

    def _unique(self, anchor: str) -> str:
        """GitHub's rule: the second "notes" is "notes-1"."""
        seen = self._taken.get(anchor, 0)
        self._taken[anchor] = seen + 1
        return self._unique(f"{anchor}-{seen}") if seen else anchor

    def _paragraph(self, _: Token) -> Iterable[Block]:
        children = self._line()
        next(self._tokens)
        yield Paragraph(children)

    def _quote(self, token: Token) -> Iterable[Block]:
        if token.meta and "callout" in token.meta:
            title = self._line()
            yield Callout(token.meta["callout"], title, self.blocks("blockquote_close"))
        else:
            yield Quote(with_captions(self.blocks("blockquote_close")))

    def _items(self, token: Token) -> Iterable[Block]:
        items: list[Item] = []
        tight = True
        closing = token.type.replace("open", "close")
        for inner in self._tokens:
            if inner.type == closing:
                break
            status = inner.meta.get("status") if inner.meta else None
            tight, blocks = self._item(tight)
            items.append(Item(status, blocks))
        start = int(token.attrs.get("start", 1))
        yield Items(token.type == "ordered_list_open", start, tight, tuple(items))

    def _item(self, tight: bool) -> tuple[bool, tuple[Block, ...]]:
        """markdown-it hides the paragraphs of a tight list; one that shows makes it loose."""
        blocks: list[Block] = []
        for token in self._tokens:
            if token.type == "list_item_close":
                break
            if token.type == "paragraph_open" and not token.hidden:
                tight = False
            if token.type == "footnote_reference_open":
                self._define(token)
            elif make := _MAKERS.get(token.type):
                blocks += make(self, token)
        return tight, tuple(blocks)

    def _fence(self, token: Token) -> Iterable[Block]:
        language, _, rest = token.info.strip().partition(" ")
        if language == "answer":
            lines = max(token.content.count("\n"), 2)
            yield Answer(rest.strip(), token.content.strip(), lines)
            return
        reader = _DIAGRAMS.get(language)
        graph = reader(token.content) if reader else None
        yield graph or CodeBlock(language, token.content.removesuffix("\n"))

    def _html(self, token: Token) -> Iterable[Block]:
        label = html.answer(token.content)
        if label is not None:
            return [Answer(label, "", 3)]
        return [Paragraph((Text(words),)) for words in html.paragraphs(token.content)]

    def _table(self, _: Token) -> Iterable[Block]:
        aligns: list[str] = []
        rows: list[tuple[tuple[Inline, ...], ...]] = []
        cells: list[tuple[Inline, ...]] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type == "th_open":
                aligns.append(_ALIGN.get(str(token.attrs.get("style", "")), ""))
            if token.type in {"th_open", "td_open"}:
                cells.append(self._line())
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells.clear()
        yield Table(tuple(aligns), rows[0], tuple(rows[1:]))

    def _definition_list(self, _: Token) -> Iterable[Block]:
        entries: list[Entry] = []
        for token in self._tokens:
            if token.type == "dl_close":
                break
            if token.type == "dt_open":
                entries.append(Entry(self._line(), ()))
            elif token.type == "dd_open":
                meant = with_captions(self.blocks("dd_close"))
                entries[-1] = Entry(entries[-1].term, (*entries[-1].definitions, meant))
        yield Definitions(tuple(entries))

    def _rule(self, token: Token) -> Iterable[Block]:
        yield Rule(token.markup)

    makers: Mapping[str, Callable[[Builder, Token], Iterable[Block]]] = {
        "heading_open": _heading,
        "paragraph_open": _paragraph,
        "blockquote_open": _quote,
        "bullet_list_open": _items,
        "ordered_list_open": _items,
        "fence": _fence,
        "code_block": _fence,
        "html_block": _html,
        "table_open": _table,
        "dl_open": _definition_list,
        "hr": _rule,
    }


_MAKERS = Builder.makers
_DIAGRAMS = {"mermaid": diagram.read_mermaid, "tree": diagram.read_tree}


def with_captions(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Captions put where they belong.

    A paragraph "Table: words" right before or after a table is its caption (pandoc's rule), and a
    paragraph "Figure: words" right after an image that stands alone is that image's.
    """
    found: list[Block] = []
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        last = found[-1] if found else None
        if isinstance(block, Table) and last is not None and (words := _caption(last, "Table")):
            found[-1] = block._replace(caption=words)
        elif (
            isinstance(last, Table)
            and not last.caption
            and not isinstance(after, Table)
            and (words := _caption(block, "Table"))
        ):
            found[-1] = last._replace(caption=words)
        elif (image := _lone_image(last)) and (words := _caption(block, "Figure")):
            found[-1] = Figure(image, words)
        else:
            found.append(block)
    return tuple(found)


def _lone_image(block: Block | None) -> Image | None:
    if not isinstance(block, Paragraph) or len(block.children) != 1:
        return None
    return block.children[0] if isinstance(block.children[0], Image) else None


def _caption(block: Block, label: str) -> tuple[Inline, ...]:
    if not isinstance(block, Paragraph) or not block.children:
        return ()
    first = block.children[0]
    if not isinstance(first, Text) or not first.text.startswith(f"{label}: "):
        return ()
    return (Text(first.text.removeprefix(f"{label}: ").lstrip()), *block.children[1:])
