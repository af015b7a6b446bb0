"""Blocks of money with a column a year: 上年度预算安排 | 上年度实际执行 | 本年度申请金额 over 合计, 财政拨款."""

from __future__ import annotations

from dataclasses import replace

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number
from drafter.reading.content import Cell
from drafter.reading.funding import FundingReader
from drafter.reading.labels import Label
from drafter.reading.rows import Row
from drafter.reading.words import compact

_PAST = lazy(r"(?:上|去|前)(?:一)?年")
_NOW = lazy(r"本年|当年|年度申请|申请金额")
_MONEY = lazy(r"预算|金额|执行|安排|资金|申请|决算|支出")
_LONGEST, _LONGEST_PRINT = 14, 40
_TOTALS = frozenset(("合计", "总计", "小计", "总额", "资金总额"))


class MoneyYears:
    """The columns of a block of money in force, and which of them is this year's."""

    def __init__(self) -> None:
        self.table = -1
        self.now: Cell | None = None
        self.past: list[Cell] = []

    def without_heads(self, row: Row) -> Row:
        """Take the heads of the years off a row; any other row as it is."""
        now = [cell for cell in row.cells if year_of_head(cell.text) == "now"]
        past = [cell for cell in row.cells if year_of_head(cell.text) == "past"]
        if len(now) != 1 or not past or row.is_paragraph:
            return row
        self.table, self.now, self.past = row.table, now[0], past
        return replace(row, cells=tuple(cell for cell in row.cells if cell not in (*now, *past)))

    def of_this_year(self, row: Row, funding: FundingReader) -> Row:
        """A row of amounts with that of this year alone; last year's total goes to its own field."""
        if self.now is None or row.table != self.table:
            return row
        amounts = [cell for cell in row.cells if looks_like_number(cell.text)]
        placed = [cell for cell in amounts if any(_share(cell, head) for head in (self.now, *self.past))]
        if len(placed) < len(amounts):
            self.now = None
        if not placed or self.now is None:
            return row
        if _TOTALS & set(row.texts):
            for head in self.past:
                path = "last_year_execution" if "执行" in head.text or "决算" in head.text else "last_year_budget"
                label = Label("funding", path, compact(head.text))
                funding.take([(label, head, cell.text, cell) for cell in placed if _share(cell, head)])
        kept = tuple(cell for cell in row.cells if cell not in placed or _share(cell, self.now))
        return replace(row, cells=kept)


def year_of_head(text: str) -> str | None:
    """Which year's amounts a column with this head holds: `now` or `past`; None where the text is no such head."""
    word = compact(text[:_LONGEST_PRINT])
    if len(word) > _LONGEST or any(char.isdigit() for char in word) or _MONEY.search(word) is None:
        return None
    if _PAST.search(word):
        return "past"
    return "now" if _NOW.search(word) else None


def _share(cell: Cell, head: Cell) -> bool:
    return cell.column < head.column + head.colspan and head.column < cell.column + cell.colspan
