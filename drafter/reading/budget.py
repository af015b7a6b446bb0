"""The cost breakdown: one budget line a row, whatever columns the row slid to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.filing import BudgetLine
from drafter.language.interval import exact_product
from drafter.language.patterns import lazy
from drafter.reading.align import by_order, by_overlap, looks_like_number, misfit
from drafter.reading.columns import Column, Header
from drafter.reading.content import Cell
from drafter.reading.mend import is_rule
from drafter.reading.money_cells import read_money
from drafter.reading.rows import Row
from drafter.reading.tasks import is_tasks, is_whole
from drafter.reading.unpriced import is_grand_total, is_total, unpriced_rows
from drafter.reading.words import compact, tidy

_TEXT = ("item", "content", "project")
_MONEY = ("amount", "unit_price", "quantity")
_QUANTITY = lazy(r"^([\d,，]{1,20}(?:\.\d{1,12})?)\s*\(?([^\d\s()]{0,6})\)?$")


class FoundLine(NamedTuple):
    """A budget line, the cells it was printed in by field, and prints that differ in unit by field."""

    line: BudgetLine
    cells: dict[str, Cell]
    printed: dict[str, str]


def read_budget(header: Header, rows: Sequence[Row], unit: str) -> list[FoundLine]:
    """The lines below one head row; totals are left out. `unit` is the money unit of the sheet."""
    header = _with_price_unit(header, rows, unit)
    found: dict[int, FoundLine] = {}
    for at, row in enumerate(rows):
        if is_rule(row) or is_total(row) or (is_tasks(header) and is_whole(row)):
            continue
        line = _line(_placed(row, header), header, unit)
        if line is not None:
            found[at] = line
    # Tasks without any money are no breakdown; where the printed total is the sum, the rest costs nothing: headings.
    if not (is_tasks(header) and not found) and not _adds_up(header, rows, list(found.values()), unit):
        for at in unpriced_rows(header, rows, found.keys()):
            line = _line(_by_column(rows[at], header), header, unit, priced=False)
            if line is not None:
                found[at] = line
    return [found[at] for at in sorted(found)]


def _with_price_unit(header: Header, rows: Sequence[Row], unit: str) -> Header:
    """The head with the unit of prices that print none: 金额（元） | 单价 on a form in 万元.

    They are in the unit of the amounts beside them, unless another unit said of the form gives just those amounts.
    """
    price, amount = header.column("unit_price"), header.column("amount")
    if price is None or amount is None or price.unit:
        return header
    likely = dict.fromkeys((amount.unit or unit, unit, "元"))
    heads = [_of_unit(header, price, one) for one in likely]
    fits = {one: _products(one, rows, unit) for one in heads} if len(heads) > 1 else {}
    return max(heads, key=lambda one: fits.get(one, 0))


def _of_unit(header: Header, column: Column, unit: str) -> Header:
    columns = tuple(one._replace(unit=unit) if one is column else one for one in header.columns)
    return header._replace(columns=columns)


def _products(header: Header, rows: Sequence[Row], unit: str) -> int:
    """How many rows print price × quantity as amount."""
    lines = [_line(_placed(row, header), header, unit) for row in rows if not is_rule(row) and not is_total(row)]
    return sum(_multiplies(found.line) for found in lines if found is not None)


def _multiplies(line: BudgetLine) -> bool:
    if line.unit_price is None or line.quantity is None or line.amount is None:
        return False
    return exact_product(line.unit_price, line.quantity) == line.amount


def _placed(row: Row, header: Header) -> dict[str, Cell]:
    on_grid = row.table == header.table and (row.exact or _stands_below(row, header))
    return _by_column(row, header) if on_grid else _by_shape(row, header)


def _adds_up(header: Header, rows: Sequence[Row], lines: Sequence[FoundLine], unit: str) -> bool:
    """Whether the total that the breakdown prints is the sum of the lines that have numbers."""
    amounts = [found.line.amount for found in lines]
    known = [amount for amount in amounts if amount is not None]
    if not known or len(known) < len(amounts):
        return False
    column = header.column("amount")
    totals = [_by_column(row, header).get("amount") for row in rows if is_grand_total(row)]
    printed = [read_money(cell.text, (column and column.unit) or unit) for cell in totals if cell and not cell.lost]
    return any(money is not None and money[0] == sum(known) for money in printed)


def _stands_below(row: Row, header: Header) -> bool:
    """Whether a row of a printed grid did not slide: as wide as its head, each cell below a column that takes it.

    By its numbers alone a row without an amount cannot be told from one that slid to the right: in
    `| 道闸 | | | 12 | 套 |` the 12 is the quantity.
    """
    placed = by_overlap(row.cells, header.columns)
    below = [(header.columns[at].kind, cell) for at, cell in placed.items()]
    kinds = {kind for kind, _ in below}
    numbers = [cell for cell in row.cells if looks_like_number(cell.text)]
    return (
        row.width == header.width
        and bool(kinds & {"item", "content"})
        and bool(kinds & set(_MONEY))
        and all(cell in placed.values() for cell in numbers)
        and all(misfit(kind, cell.text) == 0 for kind, cell in below)
    )


def _by_column(row: Row, header: Header) -> dict[str, Cell]:
    placed: dict[str, Cell] = {}
    for cells in (row.cells, row.above):
        for at, cell in by_overlap(cells, header.columns).items():
            kind = header.columns[at].kind
            if cells is row.cells or kind in ("project", "content"):
                placed.setdefault(kind, cell)
    return placed


def _by_shape(row: Row, header: Header) -> dict[str, Cell]:
    """Text cells up to the first number end with the item; the numbers go to their columns in order."""
    first = next((at for at, cell in enumerate(row.cells) if at and looks_like_number(cell.text)), None)
    if first is None:
        return {}
    named = max((column.start for column in header.columns if column.kind in _TEXT), default=-1)
    amounts = [column for column in header.columns if column.start > named and column.kind != "note"] + [
        column for column in header.columns if column.kind == "note" and column.start > first_amount(header)
    ]
    amounts.sort(key=lambda column: column.start)
    if not amounts:
        return {}
    if header.column("note") is None:
        # A head that slid one column to the right lost its last one (备注); what stands there in the rows did not.
        last = amounts[-1].end
        amounts.append(Column("note", last, last + 1))
    shift = row.cells[first].column - amounts[0].start
    placed = {amounts[at].kind: cell for at, cell in by_order(row.cells[first:], amounts, shift).items()}
    noted = next((one.start for one in header.columns if one.kind == "note"), -1)
    if first > 1 and named < noted < amounts[-1].start and noted < first_amount(header):
        placed |= {"item": row.cells[first - 2], "note": row.cells[first - 1]}  # 任务名称 | 主要内容 | 预算金额
    else:
        placed["item"] = row.cells[first - 1]
    return placed


def first_amount(header: Header) -> int:
    """The column where the money of a breakdown begins."""
    return min((column.start for column in header.columns if column.kind in _MONEY), default=0)


def _line(cells: dict[str, Cell], header: Header, unit: str, *, priced: bool = True) -> FoundLine | None:
    """The line that cells make; with `priced` one that prints no number at all is none."""
    item = cells.get("item") or cells.get("content") or cells.get("project")
    if item is None or (priced and not {"amount", "unit_price", "quantity"} & cells.keys()):
        return None
    values: dict[str, Decimal | None] = {}
    printed: dict[str, str] = {}
    for kind in ("amount", "unit_price"):
        cell, column = cells.get(kind), header.column(kind)
        money = read_money(cell.text, (column and column.unit) or unit) if cell and not cell.lost else None
        values[kind] = money[0] if money else None
        if cell is not None and (money is None or money[1] is not None):
            printed[kind] = (money[1] if money else None) or tidy(cell.text)
    count = cells.get("quantity")
    counted = _QUANTITY.match(compact(count.text)) if count and not count.lost else None
    values["quantity"] = Decimal(re.sub("[,，]", "", counted[1])) if counted else None
    unit_cell, note = cells.get("unit"), cells.get("note")
    line = BudgetLine(
        item=tidy(item.text),
        **values,
        unit=tidy(unit_cell.text) if unit_cell else (counted[2] or None) if counted else None,
        note=tidy(note.text) if note else None,
    )
    lost = any(cell.lost for cell in cells.values())
    if priced and not lost and line.amount is None and line.unit_price is None and line.quantity is None:
        return None  # Perhaps a heading. A line whose numbers were clipped stays: without it the sum would seem wrong.
    return FoundLine(line, {"item": item, **{key: cells[key] for key in cells if key in vars(line)}}, printed)
