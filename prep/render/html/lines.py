"""Lines of text as HTML: words, links, pictures, citations."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from html import escape

from prep.markdown.tree import (
    Blank,
    Block,
    Break,
    Callout,
    CodeBlock,
    CodeSpan,
    Heading,
    Image,
    Inline,
    Items,
    Link,
    NoteRef,
    Page,
    Paragraph,
    Quote,
    Styled,
    Text,
    WikiLink,
    anchor_key,
    plain,
)
from prep.render.options import PageOptions

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
# What a browser shows as a picture, by the first bytes; SVG could hold a script and is left out.
_MAGIC = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"RIFF", "webp"),
)


def escaped(words: str) -> str:
    """Safe in an element and in a quoted attribute; what UTF-8 cannot hold is replaced."""
    return escape("".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in words))


class Lines:
    """Writes inline nodes; one a page, because it counts citations."""

    def __init__(self, tree: Page, options: PageOptions) -> None:
        """``tree``: the whole page, for its notes and its anchors."""
        self._tree = tree
        self._options = options
        self.cited: Counter[int] = Counter()

    def line(self, children: tuple[Inline, ...]) -> str:
        """The nodes of a line."""
        return "".join(map(self._inline, children))

    def _inline(self, node: Inline) -> str:
        match node:
            case Text(words):
                return escaped(words)
            case CodeSpan(words):
                return f"<code>{escaped(words)}</code>"
            case Styled(style, children):
                return f"<{_TAGS[style]}>{self.line(children)}</{_TAGS[style]}>"
            case NoteRef(note):
                return self._cite(note)
            case Image():
                return self._image(node)
            case Link() | WikiLink():
                return self._link(node)
            case _:
                return _mark(node)

    def _link(self, node: Link | WikiLink) -> str:
        if isinstance(node, Link):
            inner, title = self.line(node.children), node.title
            address = self._inside(node.href[1:]) if node.href.startswith("#") else node.href
        else:
            inner, title = escaped(node.label), ""
            address = self._wiki_address(node)
        tip = f' title="{escaped(title)}"' if title else ""
        if not address or "<a " in inner:  # HTML knows no link in a link
            return inner
        return f'<a href="{escaped(address)}"{tip}>{inner}</a>'

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
            return f'<span class="missing">[Picture: {escaped(words)}]</span>'
        width = f' width="{node.width}"' if node.width else ""
        source = f"data:image/{kind};base64,{b64encode(data).decode()}"
        tip = f' title="{escaped(node.title)}"' if node.title else ""
        return f'<img src="{source}" alt="{escaped(node.alt)}"{width}{tip}>'

    def _cite(self, note: int) -> str:
        self.cited[note] += 1
        time = self.cited[note]
        words = " ".join(" ".join(map(_words, self._tree.notes[note])).split())
        number = note + 1
        return (
            f'<sup class="cite"><a href="#fn-{number}" id="fnref-{number}-{time}">{number}</a>'
            f'<span class="source" role="note">{escaped(words)}</span></sup>'
        )


def _mark(node: Break | Blank) -> str:
    if isinstance(node, Break):
        return "<br>\n" if node.hard else "\n"
    name = escaped(node.label or "Your answer")
    return f'<input class="blank" aria-label="{name}" placeholder="Write here">'


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
