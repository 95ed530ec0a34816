"""Tables: columns as wide as their words ask for, a header row that repeats, rows that hold."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from prep.markdown.tree import CodeSpan, Inline, NoteRef, Styled, Table, plain
from prep.render.direction import runs_right_to_left
from prep.render.docx.ledger import Ledger
from prep.render.docx.place import Place, properties
from prep.render.docx.runs import Format, Runs
from prep.render.docx.xml import attribute
from prep.render.widths import ems, longest_word

# Table Text is 9.5 pt, Table Text Small 8: an em in twentieths of a point; and the cell margins
# with some air. Bold runs wider than the measure.
_EM, _SMALL_EM, _MARGINS = 190, 160, 200
_BOLD_WIDER = 1.07
# Ems of a letter of code: Consolas has .55, what stands in for it elsewhere .6.
_CODE = 0.6
# Ems of a citation: two raised digits and what divides it from the next one.
_MARK = 0.9
# Where the longest words alone take so much of the width, the small text is taken.
_CROWDED = 0.85
# Beyond this a column's wish counts only by its root: prose may wrap, words may not.
_COMFORTABLE = 18.0
# Lines of a table that is kept on one page: a quarter of it. A longer one breaks between rows.
_SMALL = 14
# In a callout: from the middle of the bar to the indent of the text, and from the margin to it.
_TO_TEXT, _TO_BAR = 190, 30
_ALIGN = {"l": "left", "r": "right", "c": "center"}

Cells = tuple[tuple[Inline, ...], ...]


_FIRST_IN_BOX = f'<w:tcMar><w:left w:w="{_TO_TEXT + 85}" w:type="dxa"/></w:tcMar>'


class _Form(NamedTuple):
    """What all cells of a table have in common."""

    aligns: tuple[str, ...]
    widths: list[int]
    style: str
    keep: bool
    tint: str


def write(table: Table, place: Place, runs: Runs, ledger: Ledger) -> str:
    """``w:tbl``. A header row without words is left out; the first column names the rows then."""
    headed = any(plain(cell).strip() for cell in table.head)
    rows = (table.head, *table.rows) if headed or not table.rows else table.rows
    measured = [tuple(map(_measured, row)) for row in rows]
    if headed:
        measured[0] = tuple(cell.times(_BOLD_WIDER) for cell in measured[0])
    widths, em = fitted(measured, place.room)
    tint, bar = _box_colors(place.box)
    if place.box:  # as wide as the box, and its words where the box's are
        widths[-1] += place.room - sum(widths)
        widths[0] += _TO_TEXT
    lines = sum(_lines(row, widths, em) for row in measured)
    style = "Table Text" if em == _EM else "Table Text Small"
    form = _Form(table.aligns, widths, style, lines <= _SMALL, tint)
    writer = _Rows(form, runs, ledger)
    body = "".join(
        writer.row(row, header=headed and number == 0, last=number == len(rows) - 1)
        for number, row in enumerate(rows)
    )
    rtl = runs_right_to_left(" ".join(plain(cell) for cell in rows[0]))
    left = _TO_BAR if place.box else place.left
    frame = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{left}" w:type="dxa"/>{bar}'
    look = _properties(table, ledger, frame, headed=headed, rtl=rtl)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _measured(cell: tuple[Inline, ...]) -> Spread:
    words = plain(cell)
    factor = _BOLD_WIDER if any(isinstance(node, Styled) for node in cell) else 1.0
    code = [node.text for node in cell if isinstance(node, CodeSpan)]
    longest = max((len(word) * _CODE for text in code for word in text.split()), default=0.0)
    marks = _MARK * sum(isinstance(node, NoteRef) for node in cell)
    return Spread(max(longest_word(words) * factor, longest) + marks, ems(words) * factor + marks)


def _lines(row: tuple[Spread, ...], widths: list[int], em: int) -> int:
    pairs = zip(row, widths, strict=True)
    return max(ceil(cell.whole * em / max(width - _MARGINS, em)) for cell, width in pairs)


def _box_colors(box: str) -> tuple[str, str]:
    """Tint of the cells and bar of a table in a callout, where a paragraph's border cannot be."""
    if not box:
        return "", ""
    from prep.render.docx.styles import CALLOUTS  # the styles' script; rarely needed here

    fill, line, _ = CALLOUTS[box.removeprefix("Callout ")]
    bar = f'<w:left w:val="single" w:sz="24" w:space="0" w:color="{line}"/>'
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return tint, f"<w:tblBorders>{bar}</w:tblBorders>"


def _properties(table: Table, ledger: Ledger, frame: str, *, headed: bool, rtl: bool) -> str:
    title = plain(table.caption) or ledger.heading or "Table"
    columns = ", ".join(filter(None, (plain(cell).strip() for cell in table.head)))
    size = f"{len(table.rows)} rows, {len(table.head)} columns"
    described = f"{size}: {columns}" if columns else size
    first, column = int(headed), int(not headed)
    look = f"{0x20 * first + 0x80 * column + 0x0600:04X}"
    return (
        f'<w:tblPr><w:tblStyle w:val="{ledger.style("Brief Table")}"/>'
        f"{'<w:bidiVisual/>' if rtl else ''}{frame}"
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" w:firstRow="{first}" '
        f'w:lastRow="0" w:firstColumn="{column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(title)}"/>'
        f'<w:tblDescription w:val="{attribute(described)}"/></w:tblPr>'
    )


class _Rows:
    def __init__(self, form: _Form, runs: Runs, ledger: Ledger) -> None:
        self._form, self._runs, self._ledger = form, runs, ledger

    def row(self, cells: Cells, *, header: bool, last: bool) -> str:
        keep = header or (self._form.keep and not last)
        written = "".join(
            self._cell(cell, column, keep=keep, header=header) for column, cell in enumerate(cells)
        )
        mark = "<w:tblHeader/>" if header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{written}</w:tr>"

    def _cell(self, cell: tuple[Inline, ...], column: int, *, keep: bool, header: bool) -> str:
        form = self._form
        align = _ALIGN.get(form.aligns[column], "")
        side = f'<w:jc w:val="{align}"/>' if align and align != "left" else ""
        rtl = runs_right_to_left(plain(cell))
        ppr = properties(self._ledger, form.style, keep=keep, indent=side, rtl=rtl)
        tint = form.tint if not header else ""
        margin = _FIRST_IN_BOX if form.tint and column == 0 else ""
        room = max(form.widths[column] - _MARGINS, _EM)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{form.widths[column]}" w:type="dxa"/>{tint}{margin}'
            f"</w:tcPr><w:p>{ppr}{self._runs.line(cell, Format(room=room))}</w:p></w:tc>"
        )


class Spread(NamedTuple):
    """A cell's longest word and its whole length on one line, in ems."""

    longest: float
    whole: float

    def times(self, factor: float) -> Spread:
        """In letters that are wider by this factor."""
        return Spread(self.longest * factor, self.whole * factor)


def fitted(rows: list[tuple[Spread, ...]], room: int) -> tuple[list[int], int]:
    """Widths of the columns and the em that they were worked out for: the small one if need be."""
    longest = [max(cell.longest for cell in column) for column in zip(*rows, strict=True)]
    em = _EM if sum(word * _EM + _MARGINS for word in longest) <= room * _CROWDED else _SMALL_EM
    return columns(rows, room, em), em


def columns(rows: list[tuple[Spread, ...]], room: int, em: int) -> list[int]:
    """Widths in twentieths of a point: no word broken where that is possible, prose shares.

    Every column gets its longest word; what is left of ``room`` is shared by how much more each
    one would like, long prose by the root of its length only.
    """
    least: list[float] = []
    wished: list[float] = []
    for column in zip(*rows, strict=True):
        least.append(max(cell.longest for cell in column) * em + _MARGINS)
        wished.append(max(max(cell.whole for cell in column) * em + _MARGINS, least[-1]))
    if sum(wished) <= room:
        return [round(width) for width in wished]
    if sum(least) >= room:
        return _shrunk(least, room)
    eased = [max(_eased(width), low) for width, low in zip(wished, least, strict=True)]
    spare = (room - sum(least)) / max(sum(eased) - sum(least), 1)
    return [int(low + (high - low) * spare) for low, high in zip(least, eased, strict=True)]


def _eased(width: float) -> float:
    over = width / _EM - _COMFORTABLE
    return width if over <= 0 else (_COMFORTABLE + 3 * over**0.5) * _EM


def _shrunk(least: list[float], room: int) -> list[int]:
    """Too many long words: the widest columns give way first, so that short ones stay whole."""
    limit = max(least)
    while sum(min(width, limit) for width in least) > room and limit > 1:
        limit *= 0.95
    return [max(int(min(width, limit)), 1) for width in least]
