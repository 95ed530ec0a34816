"""Tables: columns as wide as their words ask for, a header row that repeats, rows that hold."""

from __future__ import annotations

from prep.markdown.tree import Inline, Table, plain
from prep.render.docx.ledger import Ledger
from prep.render.docx.place import Place, properties
from prep.render.docx.runs import Runs
from prep.render.docx.scripts import runs_right_to_left
from prep.render.docx.xml import attribute
from prep.render.widths import ems, longest_word

# Table Text is 9.5 pt: an em in twentieths of a point, and both cell margins with some air.
_EM, _MARGINS = 190, 200
# Beyond this a column's wish counts only by its root: prose may wrap, words may not.
_COMFORTABLE = 18.0
# Rows of a table that is kept on one page; a longer one may break, between rows.
_SMALL = 14
_ALIGN = {"l": "left", "r": "right", "c": "center"}

Cells = tuple[tuple[Inline, ...], ...]


def write(table: Table, place: Place, runs: Runs, ledger: Ledger) -> str:
    """``w:tbl``. A header row without words is left out; the first column names the rows then."""
    headed = any(plain(cell).strip() for cell in table.head)
    rows = (table.head, *table.rows) if headed or not table.rows else table.rows
    widths = columns([tuple(map(plain, row)) for row in rows], place.room)
    rtl = runs_right_to_left(" ".join(plain(cell) for cell in rows[0]))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    form = _Rows(table, runs, ledger, widths, keep=len(rows) <= _SMALL)
    body = "".join(
        form.row(row, header=headed and number == 0, last=number == len(rows) - 1)
        for number, row in enumerate(rows)
    )
    look = _properties(table, place, ledger, sum(widths), headed=headed, rtl=rtl)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _properties(
    table: Table, place: Place, ledger: Ledger, width: int, *, headed: bool, rtl: bool
) -> str:
    title = plain(table.caption) or ledger.heading or "Table"
    columns = ", ".join(filter(None, (plain(cell).strip() for cell in table.head)))
    size = f"{len(table.rows)} rows, {len(table.head)} columns"
    described = f"{size}: {columns}" if columns else size
    first, column = int(headed), int(not headed)
    look = f"{0x20 * first + 0x80 * column + 0x0600:04X}"
    return (
        f'<w:tblPr><w:tblStyle w:val="{ledger.style("Brief Table")}"/>'
        f'{"<w:bidiVisual/>" if rtl else ""}<w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblInd w:w="{place.left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="{column}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(title)}"/>'
        f'<w:tblDescription w:val="{attribute(described)}"/></w:tblPr>'
    )


class _Rows:
    def __init__(
        self, table: Table, runs: Runs, ledger: Ledger, widths: list[int], *, keep: bool
    ) -> None:
        self._table, self._runs, self._ledger = table, runs, ledger
        self._widths, self._keep = widths, keep

    def row(self, cells: Cells, *, header: bool, last: bool) -> str:
        keep = header or (self._keep and not last)
        written = "".join(self._cell(cell, column, keep=keep) for column, cell in enumerate(cells))
        mark = "<w:tblHeader/>" if header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{written}</w:tr>"

    def _cell(self, cell: tuple[Inline, ...], column: int, *, keep: bool) -> str:
        align = _ALIGN.get(self._table.aligns[column], "")
        side = f'<w:jc w:val="{align}"/>' if align and align != "left" else ""
        rtl = runs_right_to_left(plain(cell))
        ppr = properties(self._ledger, "Table Text", keep=keep, indent=side, rtl=rtl)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{self._widths[column]}" w:type="dxa"/></w:tcPr>'
            f"<w:p>{ppr}{self._runs.line(cell)}</w:p></w:tc>"
        )


def columns(rows: list[tuple[str, ...]], room: int) -> list[int]:
    """Widths in twentieths of a point: no word broken where that is possible, prose shares.

    Every column gets its longest word; what is left of ``room`` is shared by how much more each
    one would like, long prose by the root of its length only.
    """
    least: list[float] = []
    wished: list[float] = []
    for column in zip(*rows, strict=True):
        least.append(max(map(longest_word, column)) * _EM + _MARGINS)
        wished.append(max(max(map(ems, column)) * _EM + _MARGINS, least[-1]))
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
