"""The carrier-independent shape of a printed form."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal["label", "text", "long", "number"]
"""label: printed words of the form; text: a short value; long: running text; number: right-aligned."""

PRINT_WIDTH = 172
"""Millimetres between the margins of an A4 page."""


class FormCell(NamedTuple):
    """One cell; a merged one appears once, at its head.

    Attributes:
        text: What is printed. Data, never markup or a formula.
        colspan: Grid columns covered.
        rowspan: Grid rows covered.
        kind: How it is set.
        number: The number behind `text`, where a spreadsheet should hold one.
    """

    text: str = ""
    colspan: int = 1
    rowspan: int = 1
    kind: Kind = "text"
    number: Decimal | None = None


class Grid(NamedTuple):
    """One table.

    Attributes:
        widths: Column widths in millimetres.
        rows: Heads of cells, row by row; columns covered from above are left out.
        header_rows: So many first rows are repeated on every page.
    """

    widths: tuple[int, ...]
    rows: tuple[tuple[FormCell, ...], ...]
    header_rows: int = 0


class FormPage(NamedTuple):
    """A sheet of the form that starts on a new page.

    Attributes:
        name: Short name, for a spreadsheet's tab.
        title: Title line.
        subtitle: Year line.
        left: Line above the table, at the left ("填报单位（盖章）：…").
        right: A second line, at the right ("金额单位：元").
        grids: The tables, one below the other without a gap.
        footer: Signature line below.
    """

    name: str
    title: str
    subtitle: str
    left: str
    right: str
    grids: tuple[Grid, ...]
    footer: str = ""


def label(text: str, colspan: int = 1, rowspan: int = 1) -> FormCell:
    """A cell with printed words of the form."""
    return FormCell(text, colspan, rowspan, "label")


def value(text: str | None, colspan: int = 1, rowspan: int = 1) -> FormCell:
    """A cell with a short value of the filing."""
    return FormCell(text or "", colspan, rowspan, "text")


def long_text(text: str | None, colspan: int = 1) -> FormCell:
    """A cell with running text."""
    return FormCell(text or "", colspan, 1, "long")


def placed(rows: Iterable[tuple[FormCell, ...]]) -> list[list[tuple[int, FormCell]]]:
    """The cells of each row with the grid column each starts at, merges from above taken into account."""
    busy: dict[int, int] = {}
    result: list[list[tuple[int, FormCell]]] = []
    for row in rows:
        taken = {column for column, left in busy.items() if left > 0}
        busy = {column: left - 1 for column, left in busy.items() if left > 1}
        line: list[tuple[int, FormCell]] = []
        column = 0
        for cell in row:
            while column in taken:
                column += 1
            line.append((column, cell))
            if cell.rowspan > 1:
                busy.update(dict.fromkeys(range(column, column + cell.colspan), cell.rowspan - 1))
            column += cell.colspan
        result.append(line)
    return result
