"""A user's Word document as the style document: its styles and page, ours where it has none.

Opened by python-docx, which knows packages and relationships; what is kept is read out and written
anew, so that nothing of its text, comments, macros or properties comes along.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from lxml import etree

from prep.patterns import lazy
from prep.problems import PrepError
from prep.render.docx.numberings import joined
from prep.render.docx.opening import read_parts
from prep.render.docx.package import Part, Relation, relation_kind
from prep.render.docx.reference import Reference

_NAME = "the reference document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Of the page's settings, those that say how it looks; in the schema's order.
_PAGE = ("pgSz", "pgMar", "pgBorders", "pgNumType", "titlePg", "bidi", "docGrid")
_STYLE_LINKS = ("basedOn", "next", "link")
# Settings that headers and text depend on; they stand before w:characterSpacingControl.
_KEPT_SETTINGS = ("autoHyphenation", "evenAndOddHeaders")
_ID = lazy(rb'<(?:wp:docPr|w:bookmarkStart|w:id)\b[^>]*?\b(?:id|w:id|w:val)="(\d+)"')
_FAR = 1_000_000
_EMBEDDED = lazy(rb"<w:embed\w+\b[^>]*?/>")
_NAMESPACE = lazy(r' xmlns:\w+="[^"]*"')


def merged(data: bytes, ours: Reference) -> Reference:
    """Theirs, with what ours has and theirs has not.

    Raises PrepError with one sentence for a template, a document with macros, an encrypted,
    damaged or oversized one, and for what is no Word document.
    """
    read_parts(data, _NAME)
    try:
        return _merge(_opened(data), ours)
    except PrepError:
        raise
    except Exception as error:  # python-docx and lxml raise whatever a broken part makes them
        raise PrepError(f"{_NAME} is damaged ({error}); save it again in Word") from error


def _opened(data: bytes) -> Any:
    import docx

    return docx.Document(io.BytesIO(data))


def _merge(document: Any, ours: Reference) -> Reference:
    numbering = joined(_numbering(document), document.styles.element, ours)
    styles, names = _styles(document.styles.element, ours, numbering.offset)
    kept = _Kept()
    section = document.element.body.sectPr
    marks, page, width = _section(section, document.part, kept)
    parts = {part.name: part for part in ours.parts}
    for name in ("word/theme/theme1.xml", "word/fontTable.xml"):
        found = _part_of_kind(document.part, relation_kind(name))
        if found is not None and (data := _alone(found)):
            _put(parts, name, data)
    _put(parts, "word/styles.xml", styles)
    _put(parts, "word/numbering.xml", numbering.xml)
    _put(parts, "word/settings.xml", _settings(parts["word/settings.xml"].data, document))
    return Reference(
        (*parts.values(), *kept.parts),
        names,
        numbering.plain,
        numbering.boxed,
        numbering.last_number,
        marks,
        page,
        tuple(kept.relations),
        width,
        _footer_stops(document.styles.element),
        max((number for part in kept.parts for number in _ids(part)), default=0),
    )


def _alone(part: Any) -> bytes:
    """A part without what it takes from others: fonts in files go, a theme with pictures too."""
    if not part.rels:
        return bytes(part.blob)
    return _EMBEDDED.sub(b"", part.blob) if str(part.partname).endswith("fontTable.xml") else b""


def _ids(part: Part) -> Iterable[int]:
    """Ids of drawings, controls and bookmarks; Word's own random ones are far above ours."""
    found = (int(number) for number in _ID.findall(part.data)) if part.name.endswith(".xml") else ()
    return (number for number in found if number < _FAR)


def _footer_stops(styles: Any) -> tuple[int, ...]:
    for style in styles.iterfind(f"{_W}style"):
        if _name(style) == "footer":
            stops = style.iterfind(f"{_W}pPr/{_W}tabs/{_W}tab")
            return tuple(int(stop.get(f"{_W}pos")) for stop in stops)
    return (9638,)  # ours is taken then


def _put(parts: dict[str, Part], name: str, data: bytes) -> None:
    parts[name] = parts[name]._replace(data=data)


def _numbering(document: Any) -> Any:
    found = _part_of_kind(document.part, "numbering")
    return etree.fromstring(found.blob) if found is not None else None


def _part_of_kind(part: Any, kind: str) -> Any:
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.rpartition("/")[2] == kind:
            return relation.target_part
    return None


def _styles(theirs: Any, ours: Reference, offset: int) -> tuple[bytes, dict[str, str]]:
    """Their styles and those of ours whose names they lack; names in lower case to ids."""
    root = deepcopy(theirs)
    names = {_name(style): style.get(f"{_W}styleId") for style in root.iterfind(f"{_W}style")}
    kinds = {_name(style): style.get(f"{_W}type") for style in root.iterfind(f"{_W}style")}
    missing = []
    renamed: dict[str, str] = {}
    own: Any = etree.fromstring(ours.part("word/styles.xml"))
    for style in own.iterfind(f"{_W}style"):
        name, old = _name(style), style.get(f"{_W}styleId")
        if kinds.get(name) != style.get(f"{_W}type"):
            missing.append(style)
            names[name] = _fresh(old, names.values())
        renamed[old] = names[name]
    for style in missing:
        root.append(_adapted(style, renamed, offset))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), names


def _name(style: Any) -> str:
    return str(style.find(f"{_W}name").get(f"{_W}val")).lower()


def _fresh(wanted: str, taken: Iterable[str]) -> str:
    used = set(taken)
    return wanted if wanted not in used else _fresh(f"{wanted}Prep", used)


def _adapted(style: Any, renamed: dict[str, str], offset: int) -> Any:
    """Our style under their ids; never the default of its type, which is theirs."""
    style.set(f"{_W}styleId", renamed[style.get(f"{_W}styleId")])
    style.attrib.pop(f"{_W}default", None)
    for name in _STYLE_LINKS:
        link = style.find(f"{_W}{name}")
        if link is not None:
            link.set(f"{_W}val", renamed.get(link.get(f"{_W}val"), link.get(f"{_W}val")))
    number = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    if number is not None and number.get(f"{_W}val") != "0":
        number.set(f"{_W}val", str(int(number.get(f"{_W}val")) + offset))
    return style


class _Kept:
    """Headers and footers with their pictures, under names that nothing of ours has."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.relations: list[Relation] = []

    def keep(self, part: Any, kind: str) -> str:
        """Keep a header or a footer; the id by which the main document names it."""
        number = len(self.parts) + 1
        name = f"word/reference{number}.xml"
        place = len(self.parts)
        self.parts.append(Part(name, part.content_type, part.blob))
        inner = tuple(self._picture(relation) for relation in part.rels.values())
        self.parts[place] = self.parts[place]._replace(relations=inner)
        self.relations.append(Relation(f"rIdRef{number}", kind, name.removeprefix("word/")))
        return self.relations[-1].id

    def _picture(self, relation: Any) -> Relation:
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external:
            return Relation(relation.rId, kind, relation.target_ref, external=True)
        part = relation.target_part
        extension = str(part.partname).rpartition(".")[2].lower()
        name = f"word/media/reference{len(self.parts) + 1}.{extension}"
        self.parts.append(Part(name, part.content_type, part.blob))
        return Relation(relation.rId, kind, name.removeprefix("word/"))


def _section(section: Any, part: Any, kept: _Kept) -> tuple[str, str, int]:
    """References to headers and footers, the page's settings, and the width of its text."""
    if section is None:
        return "", "", 0
    marks = []
    for mark in section:
        kind = etree.QName(mark).localname
        if kind in {"headerReference", "footerReference"}:
            target = part.rels[mark.get(_R_ID)].target_part
            mark.set(_R_ID, kept.keep(target, kind.removesuffix("Reference")))
            marks.append(_plain(mark))
    found = (section.find(f"{_W}{name}") for name in _PAGE)
    page = "".join(_plain(node) for node in found if node is not None)
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    if size is None or margins is None:
        return "".join(marks), "", 0
    sides = (int(margins.get(f"{_W}{side}", "0")) for side in ("left", "right", "gutter"))
    return "".join(marks), page, int(size.get(f"{_W}w")) - sum(sides)


def _plain(node: Any) -> str:
    """An element as text; its prefixes are declared on our roots."""
    return _NAMESPACE.sub("", etree.tostring(node, encoding="unicode", with_tail=False))


def _settings(ours: bytes, document: Any) -> bytes:
    theirs = document.settings.element
    found = (theirs.find(f"{_W}{name}") for name in _KEPT_SETTINGS)
    kept = "".join(_plain(node) for node in found if node is not None)
    mark = b"<w:characterSpacingControl"
    return ours.replace(mark, kept.encode() + mark)
