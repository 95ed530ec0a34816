"""Where a block stands, and the properties that its paragraphs get from that."""

from __future__ import annotations

from typing import NamedTuple

from prep.render.docx.ledger import Ledger

# One level of a list; the same as in the numbering of ``template``.
STEP = 360
# Inside a callout: the text's indent.
BOX_INDENT = 220
# Word has nine levels of a list, and our quotes five.
DEEPEST_LIST, DEEPEST_QUOTE = 8, 5
# A border may be 31 pt from its text at most, so a box's bar stays straight for one level.
_DEEPEST_BOX = 2
# From the edge of a block of code to its words.
CODE_PAD = 80
_IN_ITEM = {"Source Code": "List Code"}


class Place(NamedTuple):
    """``depth``: lists around. ``quote``: quotes around. ``box``: the callout's style, or empty.

    ``inside`` says that the block follows the first one of a list item; ``tight``: of a tight
    list; ``last``: nothing of the list comes after. ``note``: in a footnote. ``marker``:
    ``w:numPr`` for the next paragraph, with its ``style``. ``width``: of the text, in twentieths
    of a point.
    """

    width: int
    depth: int = 0
    quote: int = 0
    box: str = ""
    inside: bool = False
    tight: bool = False
    note: bool = False
    marker: str = ""
    style: str = ""
    last: bool = False

    @property
    def left(self) -> int:
        """Indent of a block here."""
        level = min(self.depth, DEEPEST_LIST + 1)
        return BOX_INDENT + STEP * min(level, _DEEPEST_BOX) if self.box else STEP * level

    @property
    def room(self) -> int:
        """Width that is left for a table or a picture."""
        return max(self.width - self.left - STEP * min(self.quote, DEEPEST_QUOTE), 1440)


def text_properties(place: Place, ledger: Ledger, *, keep: bool = False, rtl: bool = False) -> str:
    """``w:pPr`` of a paragraph of text that stands here."""
    if place.box:
        return _boxed(place, ledger, keep=keep, rtl=rtl)
    if place.marker:
        style = "footnote text" if place.note else place.style
        keep = keep and not place.note
        return properties(ledger, style, keep=keep, numbering=place.marker, rtl=rtl)
    if place.quote:
        return _quoted(place, ledger, rtl=rtl)
    if place.note:
        return properties(ledger, "footnote text", rtl=rtl)
    if place.inside:
        level = min(place.depth, 5)
        indent = f'<w:ind w:left="{place.left}"/>' if place.depth > level else ""
        name = "List Continue" + (f" {level}" if level > 1 else "")
        return properties(ledger, name, keep=keep, indent=indent, rtl=rtl)
    return properties(ledger, "Body Text", keep=keep, rtl=rtl)


def block_properties(place: Place, ledger: Ledger, style: str, *, keep: bool = False) -> str:
    """``w:pPr`` of a block with a style of its own (code, a figure), moved to where it stands."""
    left = place.left + STEP * place.quote
    pad = CODE_PAD if style == "Source Code" else 0
    indent = f'<w:ind w:left="{left + pad}"/>' if left and not place.marker else ""
    name = _IN_ITEM.get(style, style) if place.inside and place.depth else style
    return properties(ledger, name, keep=keep, numbering=place.marker, indent=indent)


def starts_with_tab(place: Place) -> bool:
    """Whether the paragraph hangs, so that the bar of its box stays straight."""
    return bool(place.box and not place.marker and place.depth + place.quote >= _DEEPEST_BOX)


def properties(
    ledger: Ledger,
    style: str,
    *,
    keep: bool = False,
    numbering: str = "",
    indent: str = "",
    rtl: bool = False,
) -> str:
    """``w:pPr``, its children in the schema's order; ``keep``: on the page of what follows."""
    name = ledger.style(f"{style} Kept" if keep else style)
    return (
        f'<w:pPr><w:pStyle w:val="{name}"/>{numbering}{"<w:bidi/>" if rtl else ""}{indent}</w:pPr>'
    )


def _boxed(place: Place, ledger: Ledger, *, keep: bool, rtl: bool) -> str:
    level = place.depth + place.quote
    name = f"{place.box} Nested" if level else place.box
    if place.marker:
        return properties(ledger, name, keep=keep, numbering=place.marker, rtl=rtl)
    deep = f'<w:ind w:left="{BOX_INDENT + 2 * STEP}" w:hanging="{STEP}"/>'
    indent = deep if starts_with_tab(place) else ""
    return properties(ledger, name, keep=keep, indent=indent, rtl=rtl)


def _quoted(place: Place, ledger: Ledger, *, rtl: bool) -> str:
    level = min(place.quote, DEEPEST_QUOTE)
    name = "Quote" + (f" {level}" if level > 1 else "")
    if place.depth:
        name = "List Quote"
    indent = f'<w:ind w:left="{place.left + STEP * level}" w:right="360"/>' if place.depth else ""
    return properties(ledger, name, indent=indent, rtl=rtl)
