"""Word files read back for the tests: parts, outline, validity."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph
from lxml import etree

from prep.render.docx import DocxOptions, check, document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HARD = Path(__file__).parents[1] / "cases" / "hard.md"


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xc8\x3c\x3c" * width) * height)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


PICTURES = {"square.png": png(150, 90), "line.png": png(300, 4), "photo of Mira.png": png(400, 300)}


def hard(**options: Any) -> bytes:
    """The hard page with its pictures and links."""
    text = HARD.read_text(encoding="utf-8")

    def resolve(name: str) -> str:
        return "obsidian://open?file=" + name.replace(" ", "%20")

    return document(text, DocxOptions(images=PICTURES.get, resolve=resolve, **options))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


def body(markdown: str, **options: Any) -> Any:
    """The main document's root; the document must keep the ten invariants."""
    data = document(markdown, DocxOptions(**options))
    assert check(data) == ()
    return etree.fromstring(part(data, "word/document.xml").encode())


def outline(data: bytes) -> str:
    """A line a paragraph: style, place in a list, words; tables by row."""
    opened = docx.Document(io.BytesIO(data))
    lines: list[str] = []
    for node in opened.element.body.iter(f"{W}p"):
        paragraph = Paragraph(node, opened)
        number = node.find(f"{W}pPr/{W}numPr")
        level = number.find(f"{W}ilvl").get(f"{W}val") if number is not None else ""
        style = str(paragraph.style and paragraph.style.name)
        name, kept = style.removesuffix(" Kept"), " keep" if style.endswith(" Kept") else ""
        lines.append(f"{name}{f' @{level}' if level else ''}{kept}: {words(node)}")
    return "\n".join(lines) + "\n"


def words(node: Any) -> str:
    """The words of a paragraph; controls, pictures, fields and notes in brackets."""
    found: list[str] = []
    for inner in node.iter():
        name = etree.QName(inner).localname if isinstance(inner.tag, str) else ""
        if name == "t":
            found.append(inner.text or "")
        elif name in {"tab", "br"} and inner.getparent().tag == f"{W}r":
            found.append("\t" if name == "tab" else "⏎")
        elif name == "docPr":
            found.append(f"[picture: {inner.get('descr')}]")
        elif name == "footnoteReference":
            found.append(f"[note {inner.get(f'{W}id')}]")
        elif name == "instrText":
            found.append(f"[field{inner.text}]")
        elif name == "rect":
            found.append("[rule]")
    return "".join(found)
