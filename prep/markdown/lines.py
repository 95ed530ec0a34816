"""markdown-it's flat run of inline tokens to the tree, and who cites which footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.token import Token

from prep.markdown import html
from prep.markdown.tree import (
    Blank,
    Block,
    Break,
    CodeSpan,
    Image,
    Inline,
    Link,
    NoteRef,
    Paragraph,
    Style,
    Styled,
    Text,
    WikiLink,
    plain,
)
from prep.patterns import lazy

_STYLES: dict[str, Style] = {
    "strong_open": "strong",
    "em_open": "emphasis",
    "s_open": "strike",
    "mark_open": "mark",
}
_IDEOGRAPHS = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_NO_SPACE = lazy(f"[{_IDEOGRAPHS}]{{2}}")
_WIDTH = lazy(r"(\d{1,4})(?:x\d+)?$")
_PICTURE = lazy(r"\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf|avif|heic)$", re.IGNORECASE)


Blocks = tuple[Block, ...]


class Citations:
    """Numbers footnotes in reading order."""

    def __init__(self, env: Mapping[str, Any]) -> None:
        """``env``: markdown-it's, in which the footnote plugin keeps its lists."""
        self._listed: Mapping[int, Any] = env.get("footnotes", {}).get("list", {})
        self._order: dict[int, int] = {}

    def cite(self, number: int) -> NoteRef:
        """A citation of the plugin's footnote ``number``."""
        return NoteRef(self._order.setdefault(number, len(self._order)))

    def collect(
        self, definitions: Mapping[str, tuple[Block, ...]]
    ) -> tuple[tuple[Block, ...], ...]:
        """The footnotes' blocks in that order; ``definitions`` are those with a label."""
        notes: list[Blocks] = []
        while len(notes) < len(self._order):  # a footnote in place may cite another
            number = list(self._order)[len(notes)]
            listed = self._listed[number]
            if "tokens" in listed:
                notes.append((Paragraph(inlines(listed["tokens"], self)),))
            else:
                notes.append(definitions.get(listed["label"], ()))
        return tuple(notes)


def inlines(tokens: list[Token], citations: Citations) -> tuple[Inline, ...]:
    """The tokens of one line, as a tree."""
    return _Line(tokens, citations).until("")


class _Line:
    def __init__(self, tokens: list[Token], citations: Citations) -> None:
        self._tokens = iter(tokens)
        self._citations = citations

    def until(self, closing: str) -> tuple[Inline, ...]:
        """Nodes up to the token (or, for HTML, the tag) named ``closing``, which is read too."""
        found: list[Inline] = []
        for token in self._tokens:
            kind = token.type
            if kind == "text":
                _add_words(found, token.content)
            elif kind == closing:
                break
            elif kind == "html_inline":
                named = html.tag(token.content)
                if named == (closing, True):
                    break
                found += self._tagged(named, token.content)
            else:
                found += self._node(token)
        return tuple(found)

    def _node(self, token: Token) -> Iterator[Inline]:
        kind = token.type
        if style := _STYLES.get(kind):
            yield Styled(style, self.until(kind.replace("open", "close")))
        elif kind in {"code_inline", "math"}:
            yield CodeSpan(token.content) if kind == "code_inline" else Text(token.content)
        elif kind == "link_open":
            href, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
            yield Link(href, title, self.until("link_close"))
        elif kind == "footnote_ref":
            yield self._citations.cite(token.meta["id"])
        elif kind in {"softbreak", "hardbreak"}:
            yield Break(kind == "hardbreak")
        elif kind == "image":
            yield _image(token, self._citations)
        elif kind == "wikilink":
            yield _wikilink(**token.meta)

    def _tagged(self, named: tuple[str, bool] | None, written: str) -> Iterator[Inline]:
        if named is None:
            label = html.answer(written)
            if label is not None:
                yield Blank(label)
            return
        name, closes = named
        if name == "br":
            yield Break(hard=True)
        elif name in html.TAGS and not closes:
            yield Styled(html.TAGS[name], self.until(name))


def _add_words(line: list[Inline], words: str) -> None:
    """Between Chinese or Japanese letters the end of a line is no space, and goes."""
    if not words:
        return
    if len(line) > 1 and line[-1] == Break(hard=False):
        before = line[-2]
        if isinstance(before, Text) and _NO_SPACE.match(before.text[-1] + words[0]):
            line.pop()
    line.append(Text(words))


def _image(token: Token, citations: Citations) -> Image:
    alt = plain(inlines(token.children or [], citations))
    words, _, size = alt.rpartition("|")
    if size and (found := _WIDTH.match(size)):
        alt, width = words, int(found[1])
        return Image(str(token.attrs["src"]), alt, str(token.attrs.get("title", "")), width)
    return Image(str(token.attrs["src"]), alt, str(token.attrs.get("title", "")))


def _wikilink(*, embed: bool, target: str, heading: str, label: str) -> Inline:
    if embed and _PICTURE.search(target):
        width = _WIDTH.match(label)
        words = "" if width else label
        stem = target.rpartition("/")[2].rpartition(".")[0]
        return Image(target, words or stem, "", int(width[1]) if width else None)
    shown = label or " › ".join(filter(None, (target, *heading.lstrip("^").split("#"))))
    return WikiLink(target, heading, shown)
