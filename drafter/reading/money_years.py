"""Blocks of money with a column a year over 合计, 财政拨款: 上年度预算安排 | 本年度申请金额, or 2025年 | 2026年."""

from __future__ import annotations

from dataclasses import replace

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number
from drafter.reading.content import Cell
from drafter.reading.funding import FundingReader
from drafter.reading.labels import Label, find_label
from drafter.reading.rows import Row
from drafter.reading.words import compact

_PAST = lazy(r"(?:上|去|前)(?:一)?年")
_NOW = lazy(r"本年|当年|年度申请|申请金额")
_MONEY = lazy(r"预算|金额|执行|安排|资金|申请|决算|支出")
_BARE = lazy(
    r"\(?(20\d\d)年?度?(?:项目)?(?:预算|资金|金额|投入|安排|计划|支出)?(?:数|额|金额|安排)?(?:\((?:万元|元)\))?\)?",
    needs="2",
)
_FEWEST_YEARS = 2
_YEARS_OF_MONEY = "分年度资金"
_LONGEST, _LONGEST_PRINT = 14, 40
_TOTALS = frozenset(("合计", "总计", "小计", "总额", "资金总额"))


class MoneyYears:
    """The columns of a block of money in force, and which of them is this year's.

    Attributes:
        skipped: Heads of columns of which it is not known whose year they are, with what is said of them.
    """

    def __init__(self, skipped: list[tuple[str, Cell]]) -> None:
        self.table = -1
        self.now: Cell | None = None
        self.past: list[tuple[str, Cell]] = []  # columns whose total has a field, and others with ""
        self.skipped = skipped

    def without_heads(self, row: Row, year: int | None) -> Row:
        """Take the heads of the years off a row; any other row as it is.

        Args:
            row: The row.
            year: The year of the form, None where it did not say that yet.
        """
        if row.is_paragraph:
            return row
        if heads := _bare_years(row):
            return self._open(row, heads, year)
        now = [cell for cell in row.cells if year_of_head(cell.text) == "now"]
        past = [cell for cell in row.cells if year_of_head(cell.text) == "past"]
        if len(now) != 1 or not past:
            return row
        self.table, self.now, self.past = row.table, now[0], [(_last_year(head), head) for head in past]
        return _without(row, [*now, *past])

    def _open(self, row: Row, heads: dict[int, Cell], year: int | None) -> Row:
        totals = [cell for cell in row.cells if compact(cell.text) in _TOTALS]
        self.table, self.now = row.table, heads.get(year or 0)
        if self.now is None:
            self.skipped.append((f"{_YEARS_OF_MONEY}（看不出哪一年是本年）", next(iter(heads.values()))))
            return _without(row, list(heads.values()))
        # Amounts of years that are neither this one nor the last have no field.
        paths = {named: _last_year(head) if named + 1 == year else "" for named, head in heads.items()}
        self.past = [(paths[named], head) for named, head in heads.items() if head is not self.now]
        if totals:
            # 合计 beside it is of either, and says which only once both are known.
            self.past += [("annual_total", self.now), *(("project_total", head) for head in totals)]
        return _without(row, [*heads.values(), *totals])

    def of_this_year(self, row: Row, funding: FundingReader) -> Row:
        """A row of amounts with that of this year alone; last year's total goes to its own field."""
        if self.now is None or row.table != self.table:
            return row
        amounts = [cell for cell in row.cells if looks_like_number(cell.text)]
        placed = [cell for cell in amounts if any(_share(cell, head) for head in (self.now, *self._others()))]
        if len(placed) < len(amounts):
            self.now = None
        if not placed or self.now is None:
            return row
        if _TOTALS & set(row.texts):
            for path, head in self.past:
                label = Label("funding", path, compact(head.text))
                told = [(label, head, cell.text, cell) for cell in placed if _share(cell, head)]
                if path:
                    funding.take(told)
        kept = tuple(cell for cell in row.cells if cell not in placed or _share(cell, self.now))
        return replace(row, cells=kept)

    def _others(self) -> list[Cell]:
        return [head for _, head in self.past]


def _bare_years(row: Row) -> dict[int, Cell]:
    """Heads that are years and no more, side by side and not beside a label they would be the value of."""
    found = [(at, match) for at, text in enumerate(row.texts) if (match := _BARE.fullmatch(text))]
    years = {int(match[1]): row.cells[at] for at, match in found}
    places = [at for at, _ in found]
    if len(found) < _FEWEST_YEARS or len(years) < len(found) or places != list(range(places[0], places[-1] + 1)):
        return {}
    labels = [find_label(text) for text in row.texts]
    others = [label for label in labels if label is not None and label.kind in ("goal", "field", "narrative")]
    return {} if others else years


def _without(row: Row, heads: list[Cell]) -> Row:
    return replace(row, cells=tuple(cell for cell in row.cells if cell not in heads))


def _last_year(head: Cell) -> str:
    return "last_year_execution" if "执行" in head.text or "决算" in head.text else "last_year_budget"


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
