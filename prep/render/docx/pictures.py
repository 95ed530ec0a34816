"""Pictures in a line of text, with alternative text, no wider than the text."""

from __future__ import annotations

from prep.markdown.tree import Diagram, Image
from prep.render.diagram import EDGE, described, layout, svg
from prep.render.docx.emf import emf
from prep.render.docx.ledger import Ledger
from prep.render.docx.xml import attribute

# English metric units in a CSS pixel, in a twentieth of a point and in a point.
_PIXEL, _TWIP, _POINT = 9525, 635, 12700
# Twentieths of a point: the width of a page's text.
PAGE = 9600
# A picture keeps off the page's last quarter, so that its caption fits under it.
_TALLEST = 12000 * _TWIP
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp"}
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)


def inline(image: Image, ledger: Ledger, *, room: int = PAGE) -> str:
    """The run that shows the picture, or nothing where there is none that Word can show."""
    data = ledger.options.images(image.source) if ledger.options.images else None
    size = _size(data) if data else None
    if data is None or size is None:
        return ""
    width, height, extension = size
    if image.width:
        width, height = image.width * _PIXEL, height * image.width * _PIXEL // max(width, 1)
    wide, high = _fitted(width, height, room)
    relation = ledger.picture(data, extension, _TYPES[extension])
    return drawing(ledger, relation, (wide, high), image.alt, title=image.title)


def drawing(
    ledger: Ledger,
    relation: str,
    size: tuple[int, int],
    alt: str,
    *,
    title: str = "",
    blip: str = "",
) -> str:
    """A run with an inline picture; without words it is marked as decoration."""
    number = ledger.number("drawing")
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    named = f'id="{number}" name="Picture {number}" descr="{attribute(alt)}"'
    named += f' title="{attribute(title)}"' if title else ""
    props = f"<wp:docPr {named}/>" if alt else f"<wp:docPr {named}>{_DECORATIVE}</wp:docPr>"
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'{props}<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{picture}"><pic:pic><pic:nvPicPr>'
        f"<pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relation}">{blip}</a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _size(data: bytes) -> tuple[int, int, str] | None:
    """Natural size and extension, by python-docx; None where it knows no such picture."""
    from docx.image.image import Image as Picture

    try:
        picture = Picture.from_blob(data) if data else None
        if picture is None or picture.ext not in _TYPES:
            return None
        return int(picture.width), int(picture.height), picture.ext
    except Exception:  # noqa: BLE001 - its parsers raise whatever a broken header makes them
        return None


def _fitted(width: int, height: int, room: int) -> tuple[int, int]:
    scale = min(1.0, room * _TWIP / max(width, 1), _TALLEST / max(height, 1))
    return max(int(width * scale), 1), max(int(height * scale), 1)


_SVG = "image/svg+xml"
# Colours of the theme; Word shows the SVG by itself, without a page's style sheet.
_SVG_STYLE = (
    "<style>.node{fill:#EAF1FB;stroke:#2F5496}.edge{stroke:#595959;fill:none}"
    ".tip-of-edge{fill:#595959}.node-text{fill:#1B1F24;font:10px Calibri,Carlito,sans-serif}"
    "</style>"
)


def diagram(block: Diagram, ledger: Ledger, room: int) -> str:
    """The drawing of a graph, its arrows in words as the alternative text."""
    plan = layout(block)
    vector = ledger.picture(svg(block, style=_SVG_STYLE).encode(), "svg", _SVG)
    relation = ledger.picture(emf(plan), "emf", "image/x-emf")
    blip = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{vector}"/></a:ext></a:extLst>'
    )
    wide, high = (round((side + 2 * EDGE) * _POINT) for side in (plan.width, plan.height))
    size = _fitted(wide, high, room)
    return drawing(ledger, relation, size, described(block), blip=blip)
