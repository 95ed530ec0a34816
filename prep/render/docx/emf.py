"""A drawing as an Enhanced Metafile: the vector picture that every Word and LibreOffice can show.

Record numbers and layouts: [MS-EMF], the open specification. Word 2016 and later show the SVG that
lies beside it; this is what the others fall back to, in place of a bitmap that would be coarse in
print and need a font of its own.
"""

from __future__ import annotations

import struct

from prep.render.diagram import EDGE, FIRST_LINE, FONT, LINE, Box, Drawing
from prep.render.widths import ems

# Logical units: a twentieth of a point.
_UNIT = 20
_HEADER, _EOF = 1, 14
_TEXT_ALIGN, _TEXT_COLOR, _BACKGROUND_MODE, _MAP_MODE = 22, 24, 18, 17
_WINDOW_EXTENT, _VIEWPORT_EXTENT, _WINDOW_ORIGIN = 9, 11, 10
_SELECT, _PEN, _BRUSH, _FONT_RECORD = 37, 38, 39, 82
_ROUND_RECTANGLE, _POLYGON, _POLYLINE, _TEXT = 44, 3, 4, 84
_EDGE_PEN, _BOX_PEN, _BOX_BRUSH, _TIP_BRUSH, _FACE = range(1, 6)
_NOWHERE = (0, 0, -1, -1)
# Where the text of a text record starts, from the start of the record.
_TEXT_AT = 76


def emf(drawing: Drawing) -> bytes:
    """The metafile; one logical unit is a twentieth of a point."""
    records = [*_set_up(drawing)]
    for arrow in drawing.arrows:
        records += [_select(_EDGE_PEN), _points(_POLYLINE, arrow.points)]
        records += [_select(_TIP_BRUSH), _points(_POLYGON, arrow.tip)]
        records += _words(*arrow.label_at, arrow.label) if arrow.label else []
    records += [_select(_BOX_PEN), _select(_BOX_BRUSH)]
    for box in drawing.boxes:
        records += _box(box)
    records.append(_record(_EOF, struct.pack("<III", 0, 16, 20)))
    return _header(drawing, records) + b"".join(records)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<II", kind, len(data) + 8) + data


def _header(drawing: Drawing, records: list[bytes]) -> bytes:
    wide, high = _pixels(drawing)
    frame = [round(points / 72 * 2540) for points in _size(drawing)]
    size = 108 + sum(map(len, records))
    fields = struct.pack(
        "<4i4i4sIIIHHIII2i2iIII2i",
        *(0, 0, wide, high),
        *(0, 0, *frame),
        *(b" EMF", 0x10000, size, len(records) + 1, 6, 0, 0, 0, 0),
        *(1920, 1080, 508, 286),
        *(0, 0, 0),
        *(508000, 285750),
    )
    return _record(_HEADER, fields)


def _pixels(drawing: Drawing) -> tuple[int, int]:
    wide, high = _size(drawing)
    return round(wide / 72 * 96), round(high / 72 * 96)


def _size(drawing: Drawing) -> tuple[float, float]:
    return drawing.width + 2 * EDGE, drawing.height + 2 * EDGE


def _set_up(drawing: Drawing) -> list[bytes]:
    window = map(_unit, _size(drawing))
    return [
        _record(_MAP_MODE, struct.pack("<I", 8)),
        _record(_WINDOW_ORIGIN, struct.pack("<2i", _unit(-EDGE), _unit(-EDGE))),
        _record(_WINDOW_EXTENT, struct.pack("<2i", *window)),
        _record(_VIEWPORT_EXTENT, struct.pack("<2i", *_pixels(drawing))),
        _record(_BACKGROUND_MODE, struct.pack("<I", 1)),
        _record(_TEXT_ALIGN, struct.pack("<I", 6 | 24)),  # centred on the baseline
        _record(_TEXT_COLOR, struct.pack("<I", 0x241F1B)),
        _pen(_EDGE_PEN, 0x595959),
        _pen(_BOX_PEN, 0x96542F),
        _brush(_BOX_BRUSH, 0xFBF1EA),
        _brush(_TIP_BRUSH, 0x595959),
        _font(),
        _select(_FACE),
    ]


def _unit(points: float) -> int:
    return round(points * _UNIT)


def _select(handle: int) -> bytes:
    return _record(_SELECT, struct.pack("<I", handle))


def _pen(handle: int, bgr: int) -> bytes:
    return _record(_PEN, struct.pack("<IIiiI", handle, 0, 15, 0, bgr))


def _brush(handle: int, bgr: int) -> bytes:
    return _record(_BRUSH, struct.pack("<IIII", handle, 0, bgr, 0))


def _font() -> bytes:
    face = "Calibri".encode("utf-16-le").ljust(64, b"\0")
    plain = struct.pack("<5i8B", -_unit(FONT), 0, 0, 0, 400, 0, 0, 0, 1, 0, 0, 0, 0)
    return _record(_FONT_RECORD, struct.pack("<I", _FACE) + (plain + face).ljust(320, b"\0"))


def _points(kind: int, points: tuple[tuple[float, float], ...]) -> bytes:
    flat = [_unit(value) for point in points for value in point]
    return _record(kind, struct.pack(f"<4iI{len(flat)}i", *_NOWHERE, len(points), *flat))


def _box(box: Box) -> list[bytes]:
    edges = box.x, box.y, box.x + box.width, box.y + box.height
    frame = struct.pack("<6i", *map(_unit, edges), _unit(6), _unit(6))
    found = [_record(_ROUND_RECTANGLE, frame)]
    for number, line in enumerate(box.lines):
        middle = box.x + box.width / 2
        found += _words(middle, box.y + FIRST_LINE + number * LINE, line)
    return found


def _words(x: float, y: float, words: str) -> list[bytes]:
    encoded = words.encode("utf-16-le", "replace")
    padded = encoded + b"\0" * (-len(encoded) % 4)
    advances = [advance for char in words for advance in _advances(char)]
    fields = struct.pack(
        "<4iIff2iIII4iI",
        *_NOWHERE,
        *(1, 1.0, 1.0),
        *(_unit(x), _unit(y)),
        *(len(advances), _TEXT_AT, 0),
        *_NOWHERE,
        _TEXT_AT + len(padded),
    )
    return [_record(_TEXT, fields + padded + struct.pack(f"<{len(advances)}I", *advances))]


def _advances(char: str) -> list[int]:
    """Widths of a character's UTF-16 units: of a pair, the first takes all."""
    width = _unit(ems(char) * FONT)
    return [width, 0] if ord(char) > 0xFFFF else [width]
