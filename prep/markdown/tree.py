"""The tree that Word and HTML are made from: plain rows, no knowledge of either format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

Style = Literal[
    "strong", "emphasis", "strike", "mark", "superscript", "subscript", "underline", "keyboard"
]


class Text(NamedTuple):
    """Words as they are to be read; entities and escapes are undone."""

    text: str


class CodeSpan(NamedTuple):
    """Code, or math left as its source, in a line of text."""

    text: str


class Styled(NamedTuple):
    """Words set apart."""

    style: Style
    children: tuple[Inline, ...]


class Link(NamedTuple):
    """A link by address; ``href`` is percent-encoded as CommonMark says, ``#x`` points inside."""

    href: str
    title: str
    children: tuple[Inline, ...]


class WikiLink(NamedTuple):
    """``[[target#heading|label]]``; ``target`` is empty for a link inside the page."""

    target: str
    heading: str
    label: str


class Image(NamedTuple):
    """A picture. An empty ``alt`` says that it is decoration; ``width`` is in CSS pixels."""

    source: str
    alt: str
    title: str = ""
    width: int | None = None


class NoteRef(NamedTuple):
    """A citation of ``Page.notes[note]``."""

    note: int


class Blank(NamedTuple):
    """Room for a few words in a line or a cell: ``<!-- answer: label -->``."""

    label: str


class Break(NamedTuple):
    """The end of a line: a ``hard`` one is kept, a soft one is a space."""

    hard: bool


Inline: TypeAlias = Text | CodeSpan | Styled | Link | WikiLink | Image | NoteRef | Break | Blank


class Heading(NamedTuple):
    """``anchor`` is unique in the page, in GitHub's form (lower case, hyphens)."""

    level: int
    children: tuple[Inline, ...]
    anchor: str


class Paragraph(NamedTuple):
    """Words that belong together."""

    children: tuple[Inline, ...]


class Quote(NamedTuple):
    """A block quote."""

    blocks: tuple[Block, ...]


class Callout(NamedTuple):
    """An Obsidian callout or a GitHub alert; ``kind`` in lower case as written."""

    kind: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]


class Item(NamedTuple):
    """An item of a list. ``status`` is the character in a task's brackets, None for no task."""

    status: str | None
    blocks: tuple[Block, ...]


class Items(NamedTuple):
    """A list; ``start`` is the first number of an ordered one."""

    ordered: bool
    start: int
    tight: bool
    items: tuple[Item, ...]


class CodeBlock(NamedTuple):
    """Lines of code; ``language`` is the first word after the fence."""

    language: str
    text: str


class Answer(NamedTuple):
    """Room to write in: a fence ``answer label``; ``lines`` is its height, ``text`` its words."""

    label: str
    text: str
    lines: int


class Edge(NamedTuple):
    """An arrow between two nodes, by their places in ``Diagram.nodes``."""

    tail: int
    head: int
    label: str


class Diagram(NamedTuple):
    """A graph of simple nodes: a fence ``mermaid`` with ``graph TD``, or a fence ``tree``."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]
    sideways: bool


class Table(NamedTuple):
    """``aligns`` has a letter a column (``l``, ``r``, ``c`` or empty); rows are as wide as it."""

    aligns: tuple[str, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    caption: tuple[Inline, ...] = ()


class Figure(NamedTuple):
    """A picture with a caption: a paragraph "Figure: words" after an image on its own."""

    image: Image
    caption: tuple[Inline, ...]


class Entry(NamedTuple):
    """A term and its definitions."""

    term: tuple[Inline, ...]
    definitions: tuple[tuple[Block, ...], ...]


class Definitions(NamedTuple):
    """A definition list."""

    entries: tuple[Entry, ...]


class Rule(NamedTuple):
    """A thematic break; ``mark`` as written."""

    mark: str


Block: TypeAlias = (
    Heading
    | Paragraph
    | Quote
    | Callout
    | Items
    | CodeBlock
    | Answer
    | Diagram
    | Table
    | Figure
    | Definitions
    | Rule
)


class Page(NamedTuple):
    """A whole page.

    ``front``: the plain values of its front matter (see ``front.properties``). ``notes``: the
    footnotes in the order of their first citation. ``notes_title``: the heading that held nothing
    but footnotes, taken out of ``blocks``. ``anchors``: a folded heading (see ``anchor_key``) to
    the anchor of the first heading that has it.
    """

    front: Mapping[str, str]
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...]
    notes_title: tuple[Inline, ...]
    anchors: Mapping[str, str]


def anchor_key(heading: str) -> str:
    """A heading as links name it, be it by GitHub's anchor or by Obsidian's text: folded."""
    return "".join(char for char in heading.casefold() if char.isalnum())


def starts_with_title(page: Page) -> bool:
    """Whether the page's first block is a heading of the first level."""
    first = page.blocks[0] if page.blocks else None
    return isinstance(first, Heading) and first.level == 1


def first_heading(page: Page) -> str:
    """The words of the page's first heading, or nothing."""
    headings = (block for block in page.blocks if isinstance(block, Heading))
    return next((plain(heading.children) for heading in headings), "")


def plain(children: tuple[Inline, ...]) -> str:
    """The words of a line without their markup, citations left out."""
    return "".join(map(_words, children))


def _words(node: Inline) -> str:
    match node:
        case Text(text) | CodeSpan(text):
            return text
        case Styled(_, children) | Link(_, _, children):
            return plain(children)
        case WikiLink(_, _, label):
            return label
        case Image(_, alt):
            return alt
        case Break():
            return " "
        case _:
            return ""
