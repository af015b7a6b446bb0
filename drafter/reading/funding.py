"""The money of a form: which column or branch a printed amount belongs to, and in which unit it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.language import parse_money
from drafter.reading.builder import FilingBuilder
from drafter.reading.content import Cell
from drafter.reading.labels import Label
from drafter.reading.words import compact, tidy

_LEFT = {"fiscal": "fiscal_total", "other": "project_other"}
_RIGHT = {"fiscal": "current_appropriation", "other": "other"}
_BLANK = frozenset(("", "-", "--", "----", "—", "——", "/", "无"))


@dataclass(slots=True)
class FundingReader:
    """Reads amounts in printed order.

    Attributes:
        builder: Where the amounts go.
        unit: The money unit in force (元, 万元), as the sheet says it.
    """

    builder: FilingBuilder
    unit: str = "元"
    project: Cell | None = None
    year: Cell | None = None
    row: int = 0

    def head(self, label: Label, cell: Cell) -> None:
        """Note where a project or a year column begins."""
        if label.path == "project_total":
            self.project = cell
        elif label.path == "annual_total":
            self.year = cell

    def put(self, label: Label, cell: Cell, value: str | None, value_cell: Cell, twin: int) -> None:
        """Take one amount.

        Args:
            label: Its label.
            cell: The label's cell.
            value: The printed amount, or None.
            value_cell: Where it is printed.
            twin: 0 for a label that stands once in its row, 1 and 2 for the left and right one of a pair.
        """
        if value is None or compact(value) in _BLANK:
            return
        path = f"funding.{self._path(label.path, cell, twin)}"
        unit = label.unit or self.unit
        money = parse_money(value, default_unit=unit)
        if money is None:
            self.builder.misread(path, value_cell, tidy(value))
            return
        printed = None
        if money.unit != "元":
            printed = tidy(value) if tidy(value).endswith(money.unit) else tidy(value) + money.unit
        self.builder.put(path, money.amount, value_cell, text=value.strip(), printed=printed)

    def _path(self, path: str, cell: Cell, twin: int) -> str:
        if path not in _LEFT:
            return path
        return (_RIGHT if self._is_year(cell, twin) else _LEFT)[path]

    def _side_by_side(self) -> bool:
        return self.project is not None and self.year is not None and self.project.row == self.year.row

    def _is_year(self, cell: Cell, twin: int) -> bool:
        if twin:
            return twin == 2
        if self.project is None or self.year is None:
            return self.year is not None or self.project is None
        if not self._side_by_side():
            return self.year.row > self.project.row
        return abs(cell.column - self.year.column) < abs(cell.column - self.project.column)


def twins(labels: list[Label]) -> list[int]:
    """For each label of a row: 0 if it stands once, else 1 for the left one and 2 for the right one of 其他资金."""
    paths = [label.path for label in labels]
    return [0 if paths.count(path) != 2 else 1 + (path in paths[:at]) for at, path in enumerate(paths)]
