"""Parts to a .docx: content types, relationships, properties and the zip, the same bytes each time.

Zip entries have a fixed date and order; [Content_Types].xml comes first, as Word writes it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from prep.render.docx.xml import DECLARATION, ROOT, attribute, text

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
MAIN = "word/document.xml"
CORE = "docProps/core.xml"
APP = "docProps/app.xml"
EMPTY_BODY = (
    f"{DECLARATION}<w:document {ROOT}><w:body><w:p/><w:sectPr>"
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
    'w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
)


class Relation(NamedTuple):
    """``kind`` is the last word of the relationship type; an external target is an address."""

    id: str
    kind: str
    target: str
    external: bool = False


class Part(NamedTuple):
    """A file of the package; ``relations`` are those that its XML names by id."""

    name: str
    type: str
    data: bytes
    relations: tuple[Relation, ...] = ()


def relation_kind(name: str) -> str:
    """What a part is to the main document, by its file name: ``word/theme/theme1.xml``, theme."""
    return name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")


def pack(parts: Sequence[Part], *, compressed: bool = True) -> bytes:
    """The package. Parts of ``word/`` that nothing relates to are related to the main document."""
    named = {f"{name.rpartition('/')[2]}" for part in parts for name in _targets(part)}
    loose = tuple(
        Relation(f"rIdDoc{number}", relation_kind(part.name), part.name.removeprefix("word/"))
        for number, part in enumerate(parts, 1)
        if part.name.startswith("word/")
        and part.name != MAIN
        and part.name.rpartition("/")[2] not in named
    )
    files = [("[Content_Types].xml", _types(parts)), ("_rels/.rels", _root_relations(parts))]
    for part in parts:
        relations = part.relations + loose if part.name == MAIN else part.relations
        files.append((part.name, part.data))
        if relations:
            folder, _, name = part.name.rpartition("/")
            files.append((f"{folder}/_rels/{name}.rels", _relations(relations)))
    return _zip(files, compressed=compressed)


def _targets(part: Part) -> Iterable[str]:
    return (relation.target for relation in part.relations if not relation.external)


def _types(parts: Sequence[Part]) -> bytes:
    media = {
        part.name.rpartition(".")[2]: part.type
        for part in parts
        if part.name.startswith("word/media/")
    }
    defaults = "".join(
        f'<Default Extension="{attribute(extension)}" ContentType="{attribute(kind)}"/>'
        for extension, kind in sorted({**_DEFAULTS, **media}.items())
    )
    overrides = "".join(
        f'<Override PartName="/{attribute(part.name)}" ContentType="{attribute(part.type)}"/>'
        for part in parts
        if part.name.rpartition(".")[2] not in media
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
    ).encode()


def _root_relations(parts: Sequence[Part]) -> bytes:
    present = {part.name for part in parts}
    relations = [Relation("rId1", "officeDocument", MAIN)]
    if CORE in present:
        relations.append(Relation("rId2", "core-properties", CORE))
    if APP in present:
        relations.append(Relation("rId3", "extended-properties", APP))
    return _relations(relations)


def _relations(relations: Iterable[Relation]) -> bytes:
    rows = "".join(map(_relation, relations))
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'
    ).encode()


def _relation(relation: Relation) -> str:
    mode = ' TargetMode="External"' if relation.external else ""
    return (
        f'<Relationship Id="{relation.id}" Type="{_kind(relation.kind)}" '
        f'Target="{attribute(relation.target)}"{mode}/>'
    )


def _kind(kind: str) -> str:
    if kind == "core-properties":
        return f"{_PACKAGE}/relationships/metadata/core-properties"
    return f"{_OFFICE}/{kind}"


def _zip(files: Iterable[tuple[str, bytes]], *, compressed: bool) -> bytes:
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as package:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = method
            entry.create_system = 0  # the same on every system
            package.writestr(entry, data, compresslevel=6)
    return target.getvalue()


def core(values: Sequence[tuple[str, str]]) -> bytes:
    """docProps/core.xml from element names (``dc:title``) and values, in the order given."""
    rows = "".join(_property(name, value) for name, value in values if value)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{rows}</cp:coreProperties>'
    ).encode()


def _property(name: str, value: str) -> str:
    typed = ' xsi:type="dcterms:W3CDTF"' if name.startswith("dcterms:") else ""
    return f"<{name}{typed}>{text(value)}</{name}>"


def app() -> bytes:
    """docProps/app.xml: who made the file, and nothing about whose machine it was."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>prep</Application></Properties>'
    ).encode()
