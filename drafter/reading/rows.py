"""A document as one sequence of rows: paragraphs are rows of one cell, merged cells reach into the rows below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from drafter.reading.content import Cell, Content, Paragraph, Table
from drafter.reading.words import compact


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        cells: Printed cells that hold text, in order.
        width: Number of cells the row has, empty ones included.
        exact: The grid is the carrier's own.
        above: Cells of earlier rows that reach into this one (merged cells; exact tables only).
        table: Running number of the table, -1 for a paragraph.
    """

    cells: tuple[Cell, ...]
    width: int
    exact: bool = False
    above: tuple[Cell, ...] = ()
    table: int = -1

    @property
    def is_paragraph(self) -> bool:
        """A line outside any table."""
        return self.table < 0

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Compacted texts of the cells."""
        return tuple(compact(cell.text) for cell in self.cells)


def rows_of(content: Content) -> list[Row]:
    """Every row of the document in order, rows without text left out."""
    rows: list[Row] = []
    for number, block in enumerate(content.blocks):
        if isinstance(block, Paragraph):
            if block.text.strip():
                line = block.anchor[1] if block.anchor[:1] == ("line",) else number
                cell = Cell(block.text, int(line), 0, location=block.location, anchor=block.anchor)
                rows.append(Row((cell,), 1))
        else:
            rows.extend(_table_rows(block, number))
    return rows


def _table_rows(table: Table, number: int) -> Iterable[Row]:
    open_cells: list[Cell] = []
    for cells in table.rows:
        at = cells[0].row if cells else None
        if at is not None and open_cells:
            open_cells = [cell for cell in open_cells if cell.row + cell.rowspan > at]
        filled = tuple(cell for cell in cells if cell.text.strip() or cell.lost)
        width = max((cell.column + cell.colspan for cell in cells), default=0)
        if filled:
            yield Row(filled, width, table.exact, tuple(open_cells), number)
        if table.exact:
            open_cells.extend(cell for cell in cells if cell.rowspan > 1)
