"""A worksheet as printed: merged cells once, nothing hidden, blank cells of the used grid included."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from drafter.reading.content import Cell, Note, Table
from drafter.reading.limits import MAX_CELLS, too_large
from drafter.reading.unread import hidden_cells, lost_cells


class Printed(NamedTuple):
    """What a cell prints, whether its value was lost (a formula never calculated, an error, ####), and by a formula."""

    text: str
    lost: bool = False
    formula: bool = False


class Span(NamedTuple):
    """A merged range: first and last row and column, from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int


def _no_cells() -> dict[tuple[int, int], Printed]:
    return {}


def _no_spans() -> list[Span]:
    return []


@dataclass(slots=True)
class Sheet:
    """One worksheet before printing. Rows and columns count from 0.

    Attributes:
        name: Its tab.
        cells: Cells with a value or a lost one, by (row, column).
        merged: Merged ranges.
        hidden_rows: Rows not shown, and those of height 0.
        hidden_columns: Columns not shown.
    """

    name: str
    cells: dict[tuple[int, int], Printed] = field(default_factory=_no_cells)
    merged: list[Span] = field(default_factory=_no_spans)
    hidden_rows: Collection[int] = ()
    hidden_columns: Collection[int] = ()


def column_letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def printed_table(sheet: Sheet, carrier: str) -> Table | None:
    """The sheet's used grid as a table; None where it prints nothing.

    Blank rows are kept only inside merged cells and up to two in a row elsewhere, so that a stray value far below does
    not make a table of a million rows.

    Raises:
        UnreadableError: The used grid has too many cells.
    """
    heads, covered = _merges(sheet)
    cells = {place: printed for place, printed in sheet.cells.items() if place not in covered or place in heads}
    shown = [
        place for place in cells if place[0] not in sheet.hidden_rows and place[1] not in sheet.hidden_columns
    ]  # fmt: skip
    if not shown:
        return None
    columns = _span([column for _, column in shown], sheet.hidden_columns)
    rows = _rows({row for row, _ in shown}, heads, sheet.hidden_rows)
    if len(rows) * len(columns) > MAX_CELLS:
        raise too_large(f"工作表“{sheet.name}”的单元格数量", f"Number of cells of sheet {sheet.name!r}", MAX_CELLS)
    blank = Printed("")
    table: list[tuple[Cell, ...]] = []
    for row in rows:
        line: list[Cell] = []
        for column in columns:
            place = (row, column)
            if place in covered and place not in heads:
                continue
            text, lost, _ = cells.get(place, blank)
            top, left, bottom, right = heads.get(place, (row, column, row, column))
            name = f"{column_letters(left)}{top + 1}"
            location, anchor = f"{sheet.name}!{name}", (carrier, sheet.name, name)
            line.append(Cell(text, row, column, bottom - row + 1, right - column + 1, location, anchor, lost))
        table.append(tuple(line))
    return Table(tuple(table), exact=True, location=f"工作表 {sheet.name}")


def forget_zeros(sheets: Iterable[Sheet]) -> None:
    """Mark the zeros of a workbook whose formulas all give nothing as lost: no program calculated them.

    Case: XlsxWriter and POI store 0 with every formula and leave the sum to the program that opens the file.
    """
    found = list(sheets)
    formulas = [printed for sheet in found for printed in sheet.cells.values() if printed.formula]
    if not formulas or any(not _is_nothing(printed.text) for printed in formulas):
        return
    for sheet in found:
        for place, printed in sheet.cells.items():
            if printed.formula:
                sheet.cells[place] = Printed("", True)


def _is_nothing(text: str) -> bool:
    return all(char in "0.,%-¥￥ " for char in text)


def hidden_notes(sheet: Sheet) -> list[Note]:
    """What the hidden rows and columns of a sheet hold was not read; none where they are blank."""
    rows = {row for row, _ in sheet.cells if row in sheet.hidden_rows}
    columns = {column for row, column in sheet.cells if column in sheet.hidden_columns and row not in rows}
    return [hidden_cells(sheet.name, len(rows), len(columns))] if rows or columns else []


def lost_notes(sheet: Sheet) -> list[Note]:
    """Which visible cells gave no value although they hold a formula or print an error."""
    lost = sorted(
        (row, column)
        for (row, column), printed in sheet.cells.items()
        if printed.lost and row not in sheet.hidden_rows and column not in sheet.hidden_columns
    )
    if lost and sheet.merged:
        heads, covered = _merges(sheet)
        lost = [place for place in lost if place not in covered or place in heads]
    return [lost_cells(sheet.name, [f"{column_letters(column)}{row + 1}" for row, column in lost])] if lost else []


def _merges(sheet: Sheet) -> tuple[Mapping[tuple[int, int], Span], Collection[tuple[int, int]]]:
    """Merged ranges by the place where they are first visible, and every place they cover."""
    last_row = max((row for row, _ in sheet.cells), default=0)
    last_column = max((column for _, column in sheet.cells), default=0)
    heads: dict[tuple[int, int], Span] = {}
    covered: set[tuple[int, int]] = set()
    budget = MAX_CELLS
    for span in sheet.merged:
        bottom, right = min(span.bottom, max(last_row, span.top)), min(span.right, max(last_column, span.left))
        budget -= (bottom - span.top + 1) * (right - span.left + 1)
        if budget < 0:
            raise too_large(f"工作表“{sheet.name}”的合并单元格", f"Merged cells of sheet {sheet.name!r}", MAX_CELLS)
        top = next((row for row in range(span.top, bottom + 1) if row not in sheet.hidden_rows), None)
        left = next((column for column in range(span.left, right + 1) if column not in sheet.hidden_columns), None)
        if top is None or left is None or span.top > last_row or span.left > last_column:
            continue
        covered.update((row, column) for row in range(span.top, bottom + 1) for column in range(span.left, right + 1))
        heads[top, left] = Span(span.top, span.left, bottom, right)
        head = sheet.cells.get((span.top, span.left))
        if head is not None and (top, left) != (span.top, span.left):
            sheet.cells[top, left] = head
    return heads, covered


def _span(used: list[int], hidden: Collection[int]) -> list[int]:
    return [index for index in range(min(used), max(used) + 1) if index not in hidden]


def _rows(used: set[int], heads: Mapping[tuple[int, int], Span], hidden: Collection[int]) -> list[int]:
    kept = set(used)
    for place, span in heads.items():
        if place[0] in used:
            kept.update(range(span.top, span.bottom + 1))
    ordered = sorted(used)
    for above, below in pairwise(ordered):
        if below - above <= 3:
            kept.update(range(above, below))
    return sorted(row for row in kept if row not in hidden)
