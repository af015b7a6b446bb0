"""Heads of lists on two lines: 单位名称 and 整体绩效目标 reach down beside 年度预算申请 over 资金总额 | 基本支出."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.patterns import lazy
from drafter.reading.columns import project_column, unit_of
from drafter.reading.content import Cell
from drafter.reading.headers import indicator_header
from drafter.reading.rows import Row
from drafter.reading.words import compact

_FEWEST = 2
_TOTALS = frozenset(("合计", "总计", "小计", "总额"))
_MONEY = lazy(
    r"[^，。；]{0,12}(?:资金|预算|金额|经费|拨款)[^，。；]{0,8}", needs=("资金", "预算", "金额", "经费", "拨款")
)


def with_joined_heads(rows: Sequence[Row]) -> list[Row]:
    """Rows with the two lines of a list's head as one; everything else as it is."""
    result: list[Row] = []
    for row in rows:
        joined = _joined(result[-1], row) if result else None
        if joined is not None:
            result[-1] = joined
        else:
            result.append(row)
    return result


def _joined(upper: Row, row: Row) -> Row | None:
    if row.is_paragraph or upper.table != row.table or indicator_header(row) is None:
        return None
    at = row.cells[0].row
    beside = [cell for cell in upper.cells if not any(_share(cell, one) for one in row.cells)]
    if row.exact:
        beside = [cell for cell in beside if cell.row + cell.rowspan > at]
    # Text with tabs does not tell how far a cell reaches: one label beside the head may be a row of its own.
    if sum(project_column(cell.text) is not None for cell in beside) < (1 if row.exact else _FEWEST):
        return None
    below = _below_money(upper, row) if row.exact else row.cells
    cells = sorted((*below, *beside), key=lambda cell: cell.column)
    joined = replace(row, cells=tuple(cells), width=max(row.width, upper.width))
    header = indicator_header(joined)
    return joined if header is not None and header.flat else None


def _below_money(upper: Row, row: Row) -> list[Cell]:
    """The cells of the lower line with what the head of money over them says: 合计 and the unit of 项目资金（万元）."""
    groups = [cell for cell in upper.cells if cell.colspan > 1 and _MONEY.fullmatch(compact(cell.text))]
    result: list[Cell] = []
    for cell in row.cells:
        over = next((group for group in groups if group.column <= cell.column < group.column + group.colspan), None)
        if over is None:
            result.append(cell)
            continue
        text = "资金总额" if compact(cell.text) in _TOTALS else cell.text
        unit = unit_of(over)
        result.append(cell._replace(text=f"{text}（{unit}）" if unit and unit_of(cell) is None else text))
    return result


def _share(cell: Cell, other: Cell) -> bool:
    return other.column < cell.column + cell.colspan and cell.column < other.column + other.colspan
