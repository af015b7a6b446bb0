"""Tables that hold tables, made into the flat sequence of tables and paragraphs that form recognition reads.

Word and HTML forms are often set inside a layout table, or hold the indicators as a table inside a cell. A table of at
least two rows and two columns becomes a table of its own in reading order, and the one around it is cut after that row;
a smaller one is decoration and its text stays in the cell. No text is lost either way.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.reading.content import Anchor, Block, Cell, Paragraph, Table
from drafter.reading.limits import MAX_CELLS, MAX_DEPTH, too_large
from drafter.reading.printed import clean, is_lost
from drafter.reading.xmltree import too_deep


class RawCell:
    """A cell with what it holds in order: lines of text and tables."""

    __slots__ = ("anchor", "colspan", "column", "items", "row", "rowspan")

    def __init__(self, row: int, column: int, rowspan: int = 1, colspan: int = 1, anchor: Anchor = ()) -> None:
        self.row, self.column, self.rowspan, self.colspan, self.anchor = row, column, rowspan, colspan, anchor
        self.items: list[str | RawTable] = []


class RawTable:
    """A table before nesting is resolved; `number` counts tables in document order from 1."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.rows: list[list[RawCell]] = []


def flatten(items: list[RawTable | Paragraph]) -> tuple[Block, ...]:
    """Tables and paragraphs of a document in reading order, nesting resolved.

    Raises:
        UnreadableError: Too many cells, or tables nested too deeply.
    """
    blocks: list[Block] = []
    for item in items:
        blocks.extend([item] if isinstance(item, Paragraph) else _blocks(item, 0))
    if sum(len(row) for block in blocks if isinstance(block, Table) for row in block.rows) > MAX_CELLS:
        raise too_large("单元格数量", "Number of cells", MAX_CELLS)
    return tuple(blocks)


def _blocks(table: RawTable, depth: int) -> Iterator[Block]:
    if depth > MAX_DEPTH:
        raise too_deep()
    location = f"表{table.number}"
    is_layout = all(len(row) <= 1 for row in table.rows)
    if is_layout and any(_inner(cell) for row in table.rows for cell in row):
        for row in table.rows:
            for cell in row:
                yield from _unwrapped(cell, location, depth)
        return
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        rows.append(tuple(_cell(cell, location) for cell in row))
        inner = [item for cell in row for item in _inner(cell)]
        if inner:
            yield Table(tuple(rows), exact=True, location=location)
            rows = []
            for item in inner:
                yield from _blocks(item, depth + 1)
    if rows:
        yield Table(tuple(rows), exact=True, location=location)


def _unwrapped(cell: RawCell, location: str, depth: int) -> Iterator[Block]:
    for item in cell.items:
        if isinstance(item, str):
            for line in item.splitlines():
                if text := clean(line):
                    yield Paragraph(text, location, cell.anchor)
        else:
            yield from _blocks(item, depth + 1)


def _is_table(item: str | RawTable) -> bool:
    return not isinstance(item, str) and len(item.rows) > 1 and max(map(len, item.rows)) > 1


def _inner(cell: RawCell) -> list[RawTable]:
    """The tables in a cell that are tables of their own; a one-cell frame around such a table counts as well."""
    found: list[RawTable] = []
    for item in cell.items:
        if isinstance(item, RawTable) and (_is_table(item) or any(_inner(inner) for row in item.rows for inner in row)):
            found.append(item)
    return found


def _cell(cell: RawCell, location: str) -> Cell:
    if len(cell.items) == 1 and isinstance(cell.items[0], str):
        text = clean(cell.items[0])
    else:
        own = _inner(cell)
        text = clean("\n".join(_text(item) for item in cell.items if not (isinstance(item, RawTable) and item in own)))
    return Cell(
        text,
        cell.row,
        cell.column,
        cell.rowspan,
        cell.colspan,
        f"{location} 第{cell.row + 1}行第{cell.column + 1}列",
        cell.anchor,
        is_lost(text),
    )


def _text(item: str | RawTable) -> str:
    if isinstance(item, str):
        return item
    return "\n".join("\t".join("\n".join(map(_text, cell.items)) for cell in row) for row in item.rows)
