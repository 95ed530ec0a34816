"""Our list numberings put beside a user's, whose own looks of lists win."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from prep.render.docx.reference import Lists, Reference

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ABSTRACT, _NUMBER = f"{_W}abstractNum", f"{_W}num"
# A list that is restyled by hand must know all nine levels, or nested items would lose theirs.
_LEVELS = 9


class Numbering(NamedTuple):
    """``offset``: what was added to the numbers of our own lists."""

    xml: bytes
    plain: Lists
    boxed: Lists
    last_number: int
    offset: int


def joined(theirs: Any, styles: Any, ours: Reference) -> Numbering:
    """``theirs``: the root of their numbering part, or None; ``styles``: that of their styles."""
    own = ours.part("word/numbering.xml")
    if theirs is None:
        return Numbering(own, ours.plain, ours.boxed, ours.last_number, 0)
    _drop_pictures(theirs)
    abstracts = _largest(theirs, _ABSTRACT, "abstractNumId")
    offset = max(_largest(theirs, _NUMBER, "numId"), 0)
    shift = abstracts + 1
    added: Any = etree.fromstring(own)
    first = theirs.find(_NUMBER)
    for node in added.findall(_ABSTRACT):
        node.set(f"{_W}abstractNumId", str(int(node.get(f"{_W}abstractNumId")) + shift))
        if first is None:
            theirs.append(node)
        else:
            first.addprevious(node)
    place = theirs.findall(_NUMBER)[-1] if first is not None else theirs[-1]
    for node in reversed(added.findall(_NUMBER)):
        link = node.find(f"{_W}abstractNumId")
        link.set(f"{_W}val", str(int(link.get(f"{_W}val")) + shift))
        node.set(f"{_W}numId", str(int(node.get(f"{_W}numId")) + offset))
        place.addnext(node)
    _drop_tail(theirs)
    plain = Lists(*(number + shift for number in ours.plain))
    bullets = _styled(theirs, styles, "list bullet")
    numbers = _styled(theirs, styles, "list number")
    return Numbering(
        etree.tostring(theirs, xml_declaration=True, encoding="UTF-8", standalone=True),
        plain._replace(bullets=bullets or plain.bullets, numbers=numbers or plain.numbers),
        Lists(*(number + shift for number in ours.boxed)),
        ours.last_number + offset,
        offset,
    )


def _largest(root: Any, tag: str, name: str) -> int:
    return max((int(node.get(f"{_W}{name}")) for node in root.findall(tag)), default=-1)


def _drop_tail(root: Any) -> None:
    """What may follow the numbers (a clean-up mark); new numbers go at the very end."""
    for node in root.findall(f"{_W}numIdMacAtCleanup"):
        root.remove(node)


def _drop_pictures(root: Any) -> None:
    """Bullets that are pictures fall back to their letters: the pictures stay behind."""
    for name in ("numPicBullet", "lvlPicBulletId"):
        for node in [*root.iter(f"{_W}{name}")]:
            node.getparent().remove(node)


def _styled(numbering: Any, styles: Any, name: str) -> int | None:
    """The abstract numbering that their style of this name is linked to, if it is complete."""
    for style in styles.iterfind(f"{_W}style"):
        if str(style.find(f"{_W}name").get(f"{_W}val")).lower() != name:
            continue
        link = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        number = _find(numbering, _NUMBER, "numId", link)
        found = _find(numbering, _ABSTRACT, "abstractNumId", _child(number, "abstractNumId"))
        if found is not None and len(found.findall(f"{_W}lvl")) == _LEVELS:
            return int(found.get(f"{_W}abstractNumId"))
    return None


def _child(node: Any, name: str) -> Any:
    return node.find(f"{_W}{name}") if node is not None else None


def _find(root: Any, tag: str, name: str, link: Any) -> Any:
    wanted = link.get(f"{_W}val") if link is not None else None
    return next((node for node in root.findall(tag) if node.get(f"{_W}{name}") == wanted), None)
