"""The money of a form: which column or branch a printed amount belongs to, and in which unit it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.builder import FilingBuilder
from drafter.reading.content import Cell
from drafter.reading.labels import Label
from drafter.reading.money_cells import read_money
from drafter.reading.words import compact, tidy

_LEFT = {"fiscal": "fiscal_total", "other": "project_other"}
_RIGHT = {"fiscal": "current_appropriation", "other": "other"}
_RANKS = ("ranked_province", "ranked_city", "ranked_county")
_BLANK = lazy(r"[-—－/]*|无")


class _Entry(NamedTuple):
    label: Label
    cell: Cell
    row: int
    value: str | None
    value_cell: Cell
    unit: str


def _no_entries() -> list[_Entry]:
    return []


@dataclass(slots=True)
class FundingReader:
    """Collects amounts in printed order; which column they stand in is known when all of them were seen.

    Attributes:
        unit: The money unit in force (元, 万元), as the sheet says it.
    """

    unit: str = "元"
    entries: list[_Entry] = field(default_factory=_no_entries)
    rows: int = 0
    blocks: dict[int, str | None] = field(default_factory=dict[int, str | None])

    def take(self, amounts: Sequence[tuple[Label, Cell, str | None, Cell]]) -> None:
        """Take the amounts of one row: label, its cell, the printed amount or None, and where that is printed."""
        self.rows += 1
        for label, cell, value, value_cell in amounts:
            blank = value is None or _BLANK.fullmatch(compact(value)) is not None
            unit = label.unit or self.unit
            self.entries.append(_Entry(label, cell, self.rows, None if blank else value, value_cell, unit))

    def finish(self, builder: FilingBuilder) -> None:
        """Give the amounts to the filing."""
        paths = {entry.label.path for entry in self.entries}
        total = "project_total" if "annual_total" in paths else "annual_total"
        self._settle_blocks(total)
        project = self._head("project_total", total)
        year = self._head("annual_total", total)
        own = _own_rank(builder)
        for entry in self.entries:
            path: str | None = entry.label.path
            if path == "either_total":
                path = total
            elif path == "block_total":
                path = None
            elif path in _LEFT and entry.row in self.blocks:
                sides = {"project_total": _LEFT, "annual_total": _RIGHT}
                side = sides.get(self.blocks[entry.row] or "")
                path = side[path] if side else None
            elif path in _LEFT:
                path = (_RIGHT if self._is_year(entry, project, year) else _LEFT)[path]
            elif path in _RANKS:
                path = self._level(path, own)
            if path is not None:
                _put(builder, path, entry)

    def _settle_blocks(self, total: str) -> None:
        """Say which total the 合计 of a block of sources repeats; the parts below it are the parts of that one."""
        amounts = {
            entry.label.path: _amount(entry)
            for entry in reversed(self.entries)
            if entry.label.path in ("project_total", "annual_total", "either_total") and entry.value is not None
        }
        if "either_total" in amounts:
            amounts.setdefault(total, amounts["either_total"])
        block: str | None = None
        inside = False
        for at, entry in enumerate(self.entries):
            if entry.label.path in ("project_total", "annual_total", "either_total"):
                inside = False
            elif entry.label.path == "block_total":
                inside = True
                if not amounts:
                    block = total
                    self.entries[at] = entry._replace(label=entry.label._replace(path=total))
                else:
                    same = [path for path in ("annual_total", "project_total") if amounts.get(path) == _amount(entry)]
                    block = same[0] if same and entry.value is not None else None
            if inside:
                self.blocks[entry.row] = block

    def _head(self, path: str, total: str) -> _Entry | None:
        paths = (path, "either_total") if path == total else (path,)
        return next((entry for entry in self.entries if entry.label.path in paths), None)

    def _is_year(self, entry: _Entry, project: _Entry | None, year: _Entry | None) -> bool:
        twins = [other for other in self.entries if other.label.path == entry.label.path]
        if len(twins) == 2 and project is not None and year is not None:
            return entry is twins[1]
        if entry.label.path == "fiscal" and any(one.label.path == "current_appropriation" for one in self.entries):
            return False
        if project is None or year is None:
            return year is not None or project is None
        if project.row != year.row:
            # A tree: 项目总预算 first, then 当年预算 with its parts below.
            return year.row <= entry.row if year.row > project.row else entry.row < project.row
        return abs(entry.cell.column - year.cell.column) <= abs(entry.cell.column - project.cell.column)

    def _level(self, path: str, own: int | None) -> str | None:
        """省级, 市级, 区级 seen from the office that files: above it, its own, below it. None where not sure."""
        if own is None:
            return None
        rank = _RANKS.index(path)
        if rank == own:
            return "own_level"
        same_side = {entry.label.path for entry in self.entries if entry.label.path in _RANKS}
        others = [other for other in same_side if other != path and (_RANKS.index(other) < own) == (rank < own)]
        others = [other for other in others if _RANKS.index(other) != own]
        if others or (rank < own and any(entry.label.path == "upper_level" for entry in self.entries)):
            return None
        return "upper_level" if rank < own else "lower_level"


def _amount(entry: _Entry) -> Decimal | None:
    money = None if entry.value is None or entry.value_cell.lost else read_money(tidy(entry.value), entry.unit)
    return money[0] if money else None


def _own_rank(builder: FilingBuilder) -> int | None:
    office = str(builder.values.get("implementer") or builder.values.get("department") or "")
    if re.search(r"[一-鿿][区县旗]", office):
        return 2
    if re.search(r"[一-鿿]市", office):
        return 1
    return 0 if re.search(r"[一-鿿]省|自治区", office) else None


def _put(builder: FilingBuilder, path: str, entry: _Entry) -> None:
    if entry.value is None:
        return
    path, text = f"funding.{path}", tidy(entry.value)
    money = None if entry.value_cell.lost else read_money(text, entry.unit)
    if money is None:
        builder.misread(path, entry.value_cell, text)
    else:
        builder.put(path, money[0], entry.value_cell, text=text, printed=money[1])
