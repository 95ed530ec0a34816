"""The style document that a Word file is made on: ours, or the one that the user names."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from prep.render.docx.package import Part, Relation
from prep.resources import template_folder

_STYLE = re.compile(r'w:styleId="([^"]+)"[^>]*><w:name w:val="([^"]+)"')
_TYPE = re.compile(r'PartName="/([^"]+)" ContentType="([^"]+)"')


class Lists(NamedTuple):
    """Ids of the abstract numberings of bullets, numbers and tasks."""

    bullets: int
    numbers: int
    tasks: int


class Reference(NamedTuple):
    """``parts``: all but the main document. ``styles``: names in lower case to ids.

    ``section``: the inner XML of ``w:sectPr`` that stands before ours (footers and headers of a
    user's document), with the relations it names; ``page``: its size and margins, or empty.
    ``width``: between the margins, in twentieths of a point; 0 where the page size decides.
    """

    parts: tuple[Part, ...]
    styles: Mapping[str, str]
    plain: Lists
    boxed: Lists
    last_number: int
    section: str = ""
    page: str = ""
    relations: tuple[Relation, ...] = ()
    width: int = 0

    def part(self, name: str) -> bytes:
        """The part of this name, which must be there."""
        return next(part.data for part in self.parts if part.name == name)


@cache
def own() -> Reference:
    """Ours. Its ids and its form are known, so it needs no XML parser."""
    return read_own((template_folder() / "word.docx").read_bytes())


def read_own(data: bytes) -> Reference:
    """A document that ``template`` made."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = dict(_TYPE.findall(package.read("[Content_Types].xml").decode()))
        parts = tuple(
            Part(name, types[name], package.read(name))
            for name in package.namelist()
            if name in types and name != "word/document.xml"
        )
    reference = Reference(parts, {}, Lists(1, 2, 3), Lists(4, 5, 6), 6)
    styles = _STYLE.findall(reference.part("word/styles.xml").decode())
    return reference._replace(styles={name.lower(): ident for ident, name in styles})
