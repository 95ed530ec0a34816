"""The style document that a Word file is made on: ours, or the one that the user names."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from prep.patterns import lazy
from prep.render.docx.package import Part, Relation
from prep.render.docx.xml import attribute
from prep.resources import template_folder

_STYLE = lazy(r'w:styleId="([^"]+)"[^>]*><w:name w:val="([^"]+)"')
_TYPE = lazy(r'PartName="/([^"]+)" ContentType="([^"]+)"')


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
    ``footer_stops``: the tab stops of the style "footer". ``taken``: ids up to this one stand in
    headers and footers.
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
    footer_stops: tuple[int, ...] = (9638,)
    taken: int = 0

    def part(self, name: str) -> bytes:
        """The part of this name, which must be there."""
        return next(part.data for part in self.parts if part.name == name)


# Word wants a region; of a language without one, the usual.
_REGIONS = {
    "ar": "SA",
    "da": "DK",
    "en": "US",
    "he": "IL",
    "ja": "JP",
    "ko": "KR",
    "nb": "NO",
    "sv": "SE",
    "zh": "CN",
}
_SLOTS = {"ja": "eastAsia", "ko": "eastAsia", "zh": "eastAsia", "ar": "bidi", "he": "bidi"}
_LANGUAGE = lazy(r"(<w:(?:lang|themeFontLang) )w:val=\"en-US\"([^>]*>)")


def language_tag(language: str) -> str:
    """A BCP 47 tag with a region: ``de`` is ``de-DE``, ``en`` ``en-US``."""
    if "-" in language or not language:
        return language or "en-US"
    return f"{language}-{_REGIONS.get(language, language.upper())}"


@cache
def own(language: str = "en-US") -> Reference:
    """Ours, for text in ``language``. Its ids and form are known: it needs no XML parser."""
    reference = read_own((template_folder() / "word.docx").read_bytes())
    if language == "en-US":
        return reference
    parts = tuple(part._replace(data=_in_language(part.data, language)) for part in reference.parts)
    return reference._replace(parts=parts)


def _in_language(xml: bytes, language: str) -> bytes:
    tag = attribute(language)
    slot = _SLOTS.get(language[:2])

    def put(found: re.Match[str]) -> str:
        rest = found[2]
        if slot:
            rest = re.sub(rf'w:{slot}="[^"]*"', f'w:{slot}="{tag}"', rest)
            return f'{found[1]}w:val="en-US"{rest}'
        return f'{found[1]}w:val="{tag}"{rest}'

    return _LANGUAGE.sub(put, xml.decode()).encode()


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
