"""Lines of text: runs, links, citations."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from prep.markdown.tree import (
    Blank,
    Break,
    CodeSpan,
    Image,
    Inline,
    Link,
    NoteRef,
    Style,
    Styled,
    Text,
    WikiLink,
    plain,
)
from prep.render.docx import controls, pictures, scripts
from prep.render.docx.ledger import Ledger
from prep.render.docx.xml import attribute, text

_MONO = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
_HOLLOW = '<w:t xml:space="preserve"></w:t>'
_NAMED = {
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "Strong Emphasis",
}


class Format(NamedTuple):
    """How a run looks; ``style`` names a character style that is laid over the rest.

    ``room``: the width of the table's cell that it stands in, in twentieths of a point, or 0.
    ``sized``: the paragraph's style has a size of its own, which code takes too.
    """

    style: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    mark: bool = False
    underline: bool = False
    code: bool = False
    vertical: str = ""
    linked: bool = False
    room: int = 0
    sized: bool = False


PLAIN = Format()
_LAID_OVER: dict[Style, Callable[[Format], Format]] = {
    "strong": lambda form: form._replace(bold=True),
    "emphasis": lambda form: form._replace(italic=True),
    "strike": lambda form: form._replace(strike=True),
    "mark": lambda form: form._replace(mark=True),
    "underline": lambda form: form._replace(underline=True),
    "keyboard": lambda form: form._replace(code=True),
    "superscript": lambda form: form._replace(vertical="superscript"),
    "subscript": lambda form: form._replace(vertical="subscript"),
}


class Runs:
    """Writes inline nodes; one a document, because it remembers properties and citations."""

    def __init__(self, ledger: Ledger) -> None:
        """``ledger``: the document's."""
        self._ledger = ledger
        self._properties: dict[Format, tuple[str, str]] = {}

    def line(self, children: tuple[Inline, ...], form: Format = PLAIN) -> str:
        """The runs of a line."""
        found: list[str] = []
        for place, node in enumerate(children):
            if isinstance(node, Text):
                found.append(self.words(node.text, form))
            elif isinstance(node, Break):
                found.append("<w:r><w:br/></w:r>" if node.hard else self.words(" ", form))
            else:
                if isinstance(node, NoteRef) and place and isinstance(children[place - 1], NoteRef):
                    # Two numbers side by side would read as one.
                    found.append(self.words(",\u202f", Format(style="footnote reference")))
                found.append(self._node(node, form))
        return "".join(found)

    def words(self, words: str, form: Format = PLAIN) -> str:
        """Runs of plain words, cut where the script changes."""
        before, after = self._wrap(form)
        if words.isascii():
            return _run(f"{before}{after}", words)
        return "".join(
            _run(_in_script(script, piece, before, after), piece)
            for script, piece in scripts.pieces(words)
        )

    def _wrap(self, form: Format) -> tuple[str, str]:
        """The properties before and after the place of fonts and languages, in schema order."""
        known = self._properties.get(form)
        if known is None:
            known = self._properties[form] = _properties(form, self._ledger)
        return known

    def _node(self, node: Inline, form: Format) -> str:
        match node:
            case Styled(style, children):
                return self.line(children, _LAID_OVER[style](form))
            case CodeSpan(code):
                return self.words(code, form._replace(code=True))
            case NoteRef(note):
                return self._cite(note)
            case Blank(label):
                return self._blank(label)
            case Image():
                room = form.room or pictures.PAGE
                return pictures.inline(node, self._ledger, room=room) or self._missing(node)
            case Link() | WikiLink():
                return self._link(node, form)
            case _:  # words and ends of lines, which ``line`` writes
                return ""

    def _blank(self, label: str) -> str:
        prompt = self.words("Write here", Format(style="Placeholder Text"))
        return controls.blank(self._ledger, label, prompt)

    def _missing(self, image: Image) -> str:
        """Words in the place of a picture that could not be had: nothing vanishes in silence."""
        words = image.alt or image.source.rpartition("/")[2]
        return self.words(f"[Picture: {words}]", Format(style="Missing"))

    def _link(self, node: Link | WikiLink, form: Format) -> str:
        children = node.children if isinstance(node, Link) else (Text(node.label),)
        target = "" if form.linked else self._target(node)
        if not target:
            return self.line(children, form)
        title = node.title if isinstance(node, Link) else ""
        tip = f' w:tooltip="{attribute(title)}"' if title else ""
        inner = self.line(children, form._replace(style="Hyperlink", linked=True))
        return f'<w:hyperlink {target}{tip} w:history="1">{inner}</w:hyperlink>'

    def _target(self, node: Link | WikiLink) -> str:
        """The attribute that says where a link goes, or nothing: dead links are plain words."""
        if isinstance(node, Link):
            address, inside = node.href, node.href[1:] if node.href.startswith("#") else ""
        else:
            name = f"{node.target}#{node.heading}" if node.heading else node.target
            inside = "" if node.target else node.heading
            resolve = self._ledger.options.resolve
            address = "" if inside or resolve is None else resolve(name) or ""
        if inside:
            anchor = self._ledger.anchor(_unquoted(inside))
            return f'w:anchor="{anchor}"' if anchor else ""
        if not address or address.startswith("#"):
            return ""
        return f'r:id="{self._ledger.relations.add("hyperlink", address, external=True)}"'

    def _cite(self, note: int) -> str:
        ledger = self._ledger
        before, after = self._wrap(Format(style="footnote reference"))
        properties = f"<w:rPr>{before}{after}</w:rPr>"
        name = f"_RefNote{note + 1}"
        if note in ledger.cited:
            return field(f" NOTEREF {name} \\f \\h ", str(note + 1), properties)
        if ledger.in_notes:  # Word has no footnotes of footnotes
            words = " ".join(map(plain_block, ledger.page.notes[note]))
            return self.words(f" ({words})") if words else ""
        ledger.cited.add(note)
        mark = f'<w:r>{properties}<w:footnoteReference w:id="{note + 1}"/></w:r>'
        return ledger.bookmark(mark, name)


def plain_block(block: object) -> str:
    """The words of a paragraph; of another block, nothing."""
    return plain(getattr(block, "children", ()))


def field(code: str, shown: str, properties: str = "") -> str:
    """A field with the text that stands until a program works it out again."""

    def mark(kind: str) -> str:
        return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f'{mark("begin")}<w:r>{properties}<w:instrText xml:space="preserve">{text(code)}'
        f"</w:instrText></w:r>{mark('separate')}<w:r>{properties}<w:t>{text(shown)}</w:t></w:r>"
        f"{mark('end')}"
    )


def _unquoted(fragment: str) -> str:
    from urllib.parse import unquote

    return unquote(fragment)


def _properties(form: Format, ledger: Ledger) -> tuple[str, str]:
    """``w:rPr``'s children, cut before ``w:noProof``'s place, where a script's own go in."""
    code = "Verbatim Char" if form.sized or form.room else "Verbatim Text"
    named = form.style or (code if form.code else "")
    direct = bool(named)
    if not named:
        named = _NAMED.get((form.bold, form.italic), "")
    before = f'<w:rStyle w:val="{ledger.style(named)}"/>' if named else ""
    if form.code and form.room:
        before += _MONO  # LibreOffice leaves the style's font out inside a styled table
    if direct:
        before += "<w:b/><w:bCs/>" * form.bold + "<w:i/><w:iCs/>" * form.italic
    before += "<w:strike/>" * form.strike
    after = '<w:highlight w:val="yellow"/>' * form.mark
    after += '<w:u w:val="single"/>' * (form.underline and not form.linked)
    if form.vertical:
        after += f'<w:vertAlign w:val="{form.vertical}"/>'
    return before, after


def _in_script(script: str, piece: str, before: str, after: str) -> str:
    if not script:
        return f"{before}{after}"
    style, rest = _split_style(before)
    mono = rest.removeprefix(_MONO)
    if script == "emoji":
        return f"{style}{scripts.EMOJI}{mono}<w:noProof/>{after}"
    if script == "east":
        hint = rest.replace("<w:rFonts ", '<w:rFonts w:hint="eastAsia" ', 1)
        fonts = hint if hint != rest else f'<w:rFonts w:hint="eastAsia"/>{rest}'
        return f"{style}{fonts}{after}{scripts.language(script, piece)}"
    return f"{before}{after}<w:rtl/>{scripts.language(script, piece)}"


def _split_style(before: str) -> tuple[str, str]:
    if not before.startswith("<w:rStyle"):
        return "", before
    end = before.index("/>") + 2
    return before[:end], before[end:]


def _run(properties: str, words: str) -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if "\t" not in words and "\n" not in words:
        return f'<w:r>{rpr}<w:t xml:space="preserve">{text(words)}</w:t></w:r>'
    inner = f'<w:t xml:space="preserve">{text(words)}</w:t>'.replace(
        "\n", '</w:t><w:br/><w:t xml:space="preserve">'
    ).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f"<w:r>{rpr}{inner.replace(_HOLLOW, '')}</w:r>"
