"""A ruled table of a PDF page: its cells with their lines, and what the page shows of text that was lost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.reading.content import Anchor, Cell, Table
from drafter.reading.lattice import SNAP, Lattice, Region
from drafter.reading.pdf_page import Glyph, Page
from drafter.reading.pdf_text import Line, join, lines_of, wraps
from drafter.reading.printed import clean, is_lost

_RUNNING = 30
"""Characters from which a cell holds sentences and no name."""
_FINAL = "。！？；;!?）)”》%％"


@dataclass(frozen=True, slots=True)
class PdfCell:
    """A cell on the page.

    Attributes:
        row: Within its table.
        x0: Left edge.
        x1: Right edge.
        room: Width that text may fill.
        first: Its first line.
        last: Its last line.
        is_full: There is no height left for more text.
    """

    text: str
    row: int
    rowspan: int
    x0: float
    x1: float
    room: float
    first: Line | None
    last: Line | None
    is_full: bool
    location: str
    anchor: Anchor
    lost: bool = False

    @property
    def end(self) -> int:
        """The row below."""
        return self.row + self.rowspan


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table, of one page or of several put together."""

    location: str
    last_page: int
    x0: float
    x1: float
    rows: int
    cells: tuple[PdfCell, ...]


def page_table(page: Page, lattice: Lattice, glyphs: Sequence[Glyph], number: int) -> PdfTable:
    """A table of one page with the text of the glyphs that lie in it."""
    owner: dict[tuple[int, int], int] = {}
    for index, region in enumerate(lattice.regions):
        for row in range(region.row, region.end_row):
            owner.update({(row, column): index for column in range(region.column, region.end_column)})
    inside: list[list[Glyph]] = [[] for _ in lattice.regions]
    for glyph in glyphs:
        inside[owner[lattice.cell_of((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)]].append(glyph)
    printed = [(region, lines_of(found)) for region, found in zip(lattice.regions, inside, strict=True)]
    margin = min((lines[0].x0 - lattice.xs[region.column] for region, lines in printed if lines), default=0.0)
    cut = {owner[lattice.cell_of(x, y)] for x, y in page.cut if lattice.contains(x, y)}
    table = _PageTable(
        page, lattice, f"第{page.number}页 表{number}", min(max(margin, 0.0), 6.0), _strips(lattice, printed)
    )
    cells = [table.cell(region, lines, index in cut) for index, (region, lines) in enumerate(printed)]
    return PdfTable(
        table.location,
        page.number,
        lattice.xs[0],
        lattice.xs[-1],
        table.row(len(lattice.ys) - 1),
        tuple(cell for cell in cells if cell.rowspan > 0),
    )


def _strips(lattice: Lattice, printed: Sequence[tuple[Region, list[Line]]]) -> list[int]:
    """Rows that only draw a gap: browsers set the border of a cell that goes on over a page apart from the others."""
    heights = sorted(line.height for _, lines in printed for line in lines)
    least = 1.2 * heights[len(heights) // 2] if heights else 0.0
    texts = [region for region, lines in printed if lines]
    blanks = {region.row for region, lines in printed if not lines and region.end_row == region.row + 1}
    strips: list[int] = []
    for row in sorted(blanks):
        if lattice.ys[row + 1] - lattice.ys[row] < least:
            # A cell with text keeps at least one row of its own.
            inside = [region for region in texts if region.row <= row < region.end_row]
            if all(region.end_row - region.row > 1 + _between(strips, region) for region in inside):
                strips.append(row)
    return strips


def _between(strips: Sequence[int], region: Region) -> int:
    return bisect_left(strips, region.end_row) - bisect_left(strips, region.row)


@dataclass(frozen=True, slots=True)
class _PageTable:
    page: Page
    lattice: Lattice
    location: str
    margin: float
    strips: Sequence[int]

    def row(self, row: int) -> int:
        """The number of a row, strips not counted."""
        return row - bisect_left(self.strips, row)

    def cell(self, region: Region, lines: Sequence[Line], is_cut: bool) -> PdfCell:
        xs, ys = self.lattice.xs, self.lattice.ys
        x0, x1, bottom = xs[region.column], xs[region.end_column], ys[region.end_row]
        room = x1 - x0 - 2 * self.margin
        text = clean(join(lines, room))
        row = self.row(region.row)
        off_page = x0 < 0 or x1 > self.page.view.width
        return PdfCell(
            text,
            row,
            self.row(region.end_row) - row,
            x0,
            x1,
            room,
            lines[0] if lines else None,
            lines[-1] if lines else None,
            _is_full(lines, bottom),
            f"{self.location} 第{row + 1}行第{region.column + 1}列",
            ("pdf", self.page.number, *self.page.view.user_box(x0, ys[region.row], x1, bottom)),
            is_cut or off_page or is_lost(text) or _is_clipped(lines, room, bottom),
        )


def _is_full(lines: Sequence[Line], bottom: float) -> bool:
    """Whether no further line fits. Programs that keep two lines together leave room for two before a break."""
    if len(lines) < 2:
        return bool(lines) and bottom - lines[-1].bottom < 0.9 * lines[-1].height
    return bottom - lines[-1].bottom < 2 * (lines[-1].top - lines[-2].top)


def _is_clipped(lines: Sequence[Line], room: float, bottom: float) -> bool:
    """The last line is full, there is no room for another, and the text stops where no text ends.

    That is a comma or an open bracket; a digit below other lines, which may be half a number (500 of 5000); and
    anything but a full stop in running text. LibreOffice prints the lines that fit a row of fixed height and leaves
    out the rest without a trace.
    """
    if not lines:
        return False
    end = lines[-1].text.rstrip()[-1:]
    running = len(lines) > 1 and sum(len(line.text) for line in lines) >= _RUNNING and end not in _FINAL
    if end not in "，、：（(《“" and not running and not (len(lines) > 1 and end.isdigit()):
        return False
    return wraps(lines[-1], lines[-1], room) and bottom - lines[-1].bottom < lines[-1].height


def as_table(table: PdfTable) -> Table:
    """The table on one grid whose columns are the edges of all its cells."""
    edges: list[float] = []
    for edge in sorted({cell.x0 for cell in table.cells} | {cell.x1 for cell in table.cells}):
        if not edges or edge - edges[-1] > SNAP + 1:
            edges.append(edge)
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.x0)):
        left, right = _nearest(edges, cell.x0), _nearest(edges, cell.x1)
        rows[cell.row].append(
            Cell(cell.text, cell.row, left, cell.rowspan, max(right - left, 1), cell.location, cell.anchor, cell.lost)
        )
    return Table(tuple(map(tuple, rows)), exact=True, location=table.location)


def _nearest(edges: list[float], at: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))
