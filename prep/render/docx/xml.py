"""XML as text: escaping in one place, elements in the order in which they are given.

WordprocessingML is written as strings, not by python-docx or lxml: importing those costs 84 and
27 ms, as much as all of a brief, and python-docx has no writing interface for footnotes, links,
bookmarks, fields, list restarts or content controls anyway. What strings lose is a guard against
wrong XML; the tests parse and validate every kind of element. python-docx stays the door to
documents made elsewhere (``merge``) and to the sizes of pictures (``pictures``).
"""

from __future__ import annotations

from prep.patterns import lazy

# What XML 1.0 cannot hold: controls, lone surrogates, two non-characters.
_IMPOSSIBLE = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": " "})
_QUOTED = str.maketrans({"\n": " ", "\t": " "})
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    }.items()
)
# On the root of every part: readers resolve prefixes there, and Word insists on Ignorable.
ROOT = f'{NAMESPACES} mc:Ignorable="w14 w15"'


def clean(value: str) -> str:
    """The text with a replacement character for each character that XML cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", value)


def text(value: str) -> str:
    """Escaped for the inside of an element or of an attribute that may hold line ends."""
    return clean(value).translate(_ESCAPES)


def attribute(value: str) -> str:
    """Escaped for an attribute; line ends and tabs become spaces."""
    return text(value).translate(_QUOTED)
