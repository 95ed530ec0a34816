"""What makes Word complain or lose something, and what validators do not see.

Ten invariants, each a small function from the parsed parts to sentences. They are those of 34
injected defects that the Open XML SDK, openxml-audit and the ECMA schemas all let pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from lxml import etree

from prep.patterns import lazy
from prep.problems import PrepError
from prep.render.docx.opening import read_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TEXTS = {f"{_W}{name}" for name in ("document", "footnotes", "endnotes", "hdr", "ftr")}
_DATE = lazy(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$")
_NOTEREF = lazy(r"\s*(?:NOTEREF|PAGEREF|REF)\s+(\S+)")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


class Parts(NamedTuple):
    """The parts that hold text, by name, and the core properties."""

    texts: dict[str, Any]
    core: Any


def check(data: bytes) -> tuple[str, ...]:
    """A sentence for each broken invariant; none for a sound document.

    Raises PrepError where the bytes are no Word document.
    """
    raw = read_parts(data, "the document")
    roots = {
        name: _parsed(name, xml)
        for name, xml in raw.items()
        if name.startswith("word/") and name.endswith(".xml")
    }
    parts = Parts(
        {name: root for name, root in roots.items() if root.tag in _TEXTS},
        _parsed("docProps/core.xml", raw["docProps/core.xml"])
        if "docProps/core.xml" in raw
        else None,
    )
    return tuple(sentence for rule in RULES for sentence in rule(parts))


def _parsed(name: str, xml: bytes) -> Any:
    try:
        return etree.fromstring(xml, _PARSER)
    except etree.XMLSyntaxError as error:
        raise PrepError(f"{name} in the document is not XML: {error.msg}") from error


def duplicate_ids(parts: Parts) -> Iterator[str]:
    """Content controls and drawings are told apart by their ids, over the whole document."""
    for kind, tag in (("content control", f"{_W}sdtPr/{_W}id"), ("drawing", _DRAWING)):
        found = Counter(
            node.get(f"{_W}val") or node.get("id")
            for root in parts.texts.values()
            for node in root.iterfind(f".//{tag}")
        )
        for number, times in found.items():
            if times > 1:
                yield f"{times} {kind}s have the id {number}"


def unpaired_bookmarks(parts: Parts) -> Iterator[str]:
    """A bookmark ends in the part in which it starts."""
    for name, root in parts.texts.items():
        starts = Counter(node.get(f"{_W}id") for node in root.iter(f"{_W}bookmarkStart"))
        ends = Counter(node.get(f"{_W}id") for node in root.iter(f"{_W}bookmarkEnd"))
        for number in starts | ends:
            times = starts[number], ends[number]
            if times != (1, 1):
                yield f"bookmark {number} in {name} starts {times[0]} and ends {times[1]} times"


def duplicate_bookmarks(parts: Parts) -> Iterator[str]:
    """Word keeps the first bookmark of a name and drops the others."""
    for name, times in Counter(_bookmarks(parts)).items():
        if times > 1:
            yield f"{times} bookmarks are named {name}"


def _bookmarks(parts: Parts) -> Iterator[str]:
    for root in parts.texts.values():
        for node in root.iter(f"{_W}bookmarkStart"):
            yield str(node.get(f"{_W}name"))


def nested_links(parts: Parts) -> Iterator[str]:
    """A link inside a link makes the file unreadable."""
    for name, root in parts.texts.items():
        if root.find(f".//{_W}hyperlink//{_W}hyperlink") is not None:
            yield f"a link in {name} stands inside another link"


def surplus_cells(parts: Parts) -> Iterator[str]:
    """A row has no more cells than its table has columns, and no cell is empty."""
    for name, root in parts.texts.items():
        for number, table in enumerate(root.iter(f"{_W}tbl"), 1):
            columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
            widest = max((len(row.findall(f"{_W}tc")) for row in table.iter(f"{_W}tr")), default=0)
            if widest > columns:
                yield f"table {number} in {name} has {columns} columns and a row of {widest} cells"
            if any(cell.find(f"{_W}p") is None for cell in table.iter(f"{_W}tc")):
                yield f"table {number} in {name} has a cell without a paragraph"


def open_fields(parts: Parts) -> Iterator[str]:
    """Each field that begins ends."""
    for name, root in parts.texts.items():
        kinds = Counter(node.get(f"{_W}fldCharType") for node in root.iter(f"{_W}fldChar"))
        if kinds["begin"] != kinds["end"]:
            yield f"{kinds['begin']} fields begin and {kinds['end']} end in {name}"


def wrong_dates(parts: Parts) -> Iterator[str]:
    """Word refuses a file whose dates are not W3CDTF."""
    for node in parts.core if parts.core is not None else ():
        name = etree.QName(node).localname
        if name in {"created", "modified"} and not _DATE.match(node.text or ""):
            yield f"the property {name} is not a date: {node.text}"


def duplicate_properties(parts: Parts) -> Iterator[str]:
    """Word refuses a file with a core property given twice."""
    for tag, times in Counter(
        node.tag for node in (() if parts.core is None else parts.core)
    ).items():
        if times > 1:
            yield f"the property {etree.QName(tag).localname} is there {times} times"


def dead_anchors(parts: Parts) -> Iterator[str]:
    """A link or a reference goes to a bookmark that is there."""
    names = {*_bookmarks(parts), "_top"}
    for root in parts.texts.values():
        for node in root.iter(f"{_W}hyperlink"):
            anchor = node.get(f"{_W}anchor")
            if anchor and anchor not in names:
                yield f"a link goes to {anchor}, which is nowhere"
        for node in root.iter(f"{_W}instrText"):
            found = _NOTEREF.match(node.text or "")
            if found and found[1] not in names:
                yield f"a reference goes to {found[1]}, which is nowhere"


def missing_descriptions(parts: Parts) -> Iterator[str]:
    """A picture has alternative text, or says that it is decoration."""
    for root in parts.texts.values():
        for node in root.iter(_DRAWING):
            decorative = any("decorative" in str(child.tag) for child in node.iter())
            if not node.get("descr") and not decorative:
                yield f"{node.get('name') or 'a picture'} has no alternative text"


RULES: tuple[Callable[[Parts], Iterator[str]], ...] = (
    duplicate_ids,
    unpaired_bookmarks,
    duplicate_bookmarks,
    nested_links,
    surplus_cells,
    open_fields,
    wrong_dates,
    duplicate_properties,
    dead_anchors,
    missing_descriptions,
)
