"""What a document hands out while it is written: ids, relationships, list numbers, pictures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from prep.markdown.tree import Page, anchor_key
from prep.render.docx.package import Part, Relation
from prep.render.docx.reference import Reference
from prep.render.options import DocxOptions

# Word refuses bookmark names that are longer.
_LONGEST_NAME = 40


class Relations:
    """The relationships of one part; the same target gets the same id."""

    def __init__(self, prefix: str = "rId") -> None:
        """Ids are ``prefix`` and a number."""
        self._prefix = prefix
        self._known: dict[tuple[str, str], Relation] = {}

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id to name the target by."""
        fresh = Relation(f"{self._prefix}{len(self._known) + 1}", kind, target, external)
        return self._known.setdefault((kind, target), fresh).id

    def all(self) -> tuple[Relation, ...]:
        """In the order in which they were added."""
        return tuple(self._known.values())


@dataclass(slots=True)
class Ledger:
    """One a document; ids run from 1 in the order of writing, so the bytes never change."""

    page: Page
    options: DocxOptions
    reference: Reference
    body: Relations = field(default_factory=Relations)
    notes: Relations = field(default_factory=Relations)
    in_notes: bool = False
    cited: set[int] = field(default_factory=set)
    numberings: list[str] = field(default_factory=list)
    media: dict[bytes, Part] = field(default_factory=dict)
    heading: str = ""
    _ids: Counter[str] = field(default_factory=Counter)

    def number(self, kind: str) -> int:
        """The next id of a bookmark, control or drawing; the next number of a Figure or Table."""
        self._ids[kind] += 1
        first = 0 if kind in {"Figure", "Table"} else self.reference.taken
        return first + self._ids[kind]

    def style(self, name: str) -> str:
        """The id of the style of this name."""
        return self.reference.styles[name.lower()]

    @property
    def relations(self) -> Relations:
        """Those of the part that is being written."""
        return self.notes if self.in_notes else self.body

    def bookmark(self, inner: str, name: str) -> str:
        """``inner`` between the marks of a bookmark."""
        number = self.number("bookmark")
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def anchor(self, heading: str) -> str | None:
        """The bookmark that a link to ``heading`` goes to, or None where there is no such one."""
        found = self.page.anchors.get(anchor_key(heading))
        return bookmark_name(found) if found is not None else None

    def numbering(self, abstract: int, level: int, start: int | None) -> int:
        """A new list: the id of its ``w:num``; ``start`` None for bullets."""
        number = self.reference.last_number + len(self.numberings) + 1
        override = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            if start is not None
            else ""
        )
        self.numberings.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
        )
        return number

    def picture(self, data: bytes, extension: str, kind: str) -> str:
        """Store a picture once; the relationship's id in the part that is being written."""
        if data not in self.media:
            name = f"word/media/picture{len(self.media) + 1}.{extension}"
            self.media[data] = Part(name, kind, data)
        return self.relations.add("image", self.media[data].name.removeprefix("word/"))


def bookmark_name(anchor: str) -> str:
    """A name that Word takes: a letter first, letters, digits and ``_``, 40 at most, unique."""
    plain = "".join(char if char.isascii() and char.isalnum() else "_" for char in anchor)
    if plain == anchor.replace("-", "_") and 0 < len(plain) <= _LONGEST_NAME - 2:
        return f"h_{plain}"
    from hashlib import sha256  # 3 ms that a page of short headings in English saves

    return f"h_{plain[:20]}_{sha256(anchor.encode()).hexdigest()[:12]}"
