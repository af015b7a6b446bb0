"""The money of a form: which column or branch a printed amount belongs to, and in which unit it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number
from drafter.reading.builder import FilingBuilder
from drafter.reading.content import Cell
from drafter.reading.labels import Label
from drafter.reading.rows import Row
from drafter.reading.settle_money import PARTS, put, settle_levels, settle_side
from drafter.reading.sources import Entry, print_of
from drafter.reading.words import compact

_YUAN = "元"
_LEFT = {"fiscal": "fiscal_total", "other": "project_other"}
_RIGHT = {"fiscal": "current_appropriation", "other": "other"}
_SOURCES = {"fiscal": "fiscal", "other": "other", **PARTS}
_RANKS = ("ranked_state", "ranked_province", "ranked_city", "ranked_county")
_TOTALS = ("project_total", "annual_total", "either_total")
_BLANK = lazy(r"[-—－/]*|无")


class FundingReader:
    """Collects amounts in printed order; which column they stand in is known when all of them were seen.

    Attributes:
        unit: The money unit in force (元, 万元), as the sheet says it.
        heads: Labels of the row above, which stand over their amounts.
        entries: The amounts whose labels are known.
        unknown: Amounts of the block whose labels nobody listed.
        rows: Rows taken so far.
        blocks: Row → the total that the block of sources it stands in is the breakdown of.
    """

    def __init__(self, unit: str = _YUAN) -> None:
        self.unit = unit
        self.entries: list[Entry] = []
        self.unknown: list[Entry] = []
        self.rows = 0
        self.blocks: dict[int, str | None] = {}
        self.heads: list[tuple[Label, Cell]] = []

    def take(self, amounts: Sequence[tuple[Label, Cell, str | None, Cell]]) -> None:
        """Take the amounts of one row: label, its cell, the printed amount or None, and where that is printed."""
        self.rows += 1
        for label, cell, value, value_cell in amounts:
            blank = value is None or _BLANK.fullmatch(compact(value)) is not None
            unit = label.unit or self.unit
            entry = Entry(label, cell, self.rows, None if blank else value, value_cell, unit)
            (self.entries if label.path else self.unknown).append(entry)

    def unit_below(self, unit: str) -> None:
        """Take a unit printed below amounts that have none: 项目资金 over （万元） beside the rows of the block."""
        if self.unit == _YUAN:
            self.unit = unit
            self.entries = [entry if entry.label.unit else entry._replace(unit=unit) for entry in self.entries]
            self.unknown = [entry if entry.label.unit else entry._replace(unit=unit) for entry in self.unknown]

    def below_heads(self, row: Row) -> bool:
        """Take a row of amounts that stand below their labels; False where no labels wait or the row is another."""
        heads, self.heads = self.heads, []
        if not heads or not all(looks_like_number(text) or _BLANK.fullmatch(text) for text in row.texts):
            return False
        told = [
            (label, head, cell.text, cell)
            for cell in row.cells
            for label, head in heads
            if head.column <= cell.column < head.column + head.colspan
        ]
        if len(told) < len(row.cells):
            return False
        self.take(told)
        return True

    def finish(self, builder: FilingBuilder) -> None:
        """Give the amounts to the filing."""
        paths = {entry.label.path for entry in self.entries}
        total = "project_total" if "annual_total" in paths else "annual_total"
        self._settle_blocks(total)
        own = _own_rank(builder)
        placed: dict[str, list[Entry]] = {}
        unread = [entry for entry in self.unknown if entry.amount]
        for entry in self.entries:
            if entry.value is None or entry.label.path == "block_total":
                continue
            if entry.label.path == "structure":
                # What the money is for (基本支出, 项目支出) is no source of it.
                builder.skipped.extend([(next(print_of((entry,))), entry.value_cell)] if entry.amount else [])
                continue
            path = self._path(entry, total, own)
            if path is None:
                unread.extend(() if entry.amount == 0 else (entry,))
            else:
                placed.setdefault(path, []).append(entry)
        _all_of_the_year(placed)
        for path in ("project_total", "annual_total", "last_year_budget", "last_year_execution"):
            for entry in placed.get(path, ()):
                put(builder, path, (entry,))
        for side in (settle_side("project_total", placed), settle_side("annual_total", placed), settle_levels(placed)):
            for path, reading in side.chosen.items():
                put(builder, path, reading.added)
            unread.extend(side.doubted)
        for entry in unread:
            builder.unread.append((next(print_of((entry,))), entry.value_cell))

    def _path(self, entry: Entry, total: str, own: int | None) -> str | None:
        """The field an amount belongs to; None where the form does not say which."""
        path = entry.label.path
        if path == "either_total":
            return total
        if path in _SOURCES and entry.row in self.blocks:
            side = {"project_total": _LEFT, "annual_total": _RIGHT}.get(self.blocks[entry.row] or "")
            return side[_SOURCES[path]] if side else None
        if path in _SOURCES:
            year = self._is_year(entry, self._head("project_total", total), self._head("annual_total", total))
            return (_RIGHT if year else _LEFT)[_SOURCES[path]]
        if path.startswith("ranked_"):
            return _level(path, own, {one.label.path for one in self.entries})
        return path

    def _settle_blocks(self, total: str) -> None:
        """Say which total the 合计 of a block of sources repeats; the parts below it are the parts of that one."""
        amounts = {
            entry.label.path: entry.amount
            for entry in reversed(self.entries)
            if entry.label.path in _TOTALS and entry.value is not None
        }
        if "either_total" in amounts:
            amounts.setdefault(total, amounts["either_total"])
        block: str | None = None
        inside = False
        for at, entry in enumerate(self.entries):
            if entry.label.path in _TOTALS:
                inside = False
            elif entry.label.path == "block_total":
                inside = True
                if not amounts:
                    block = total
                    self.entries[at] = entry._replace(label=entry.label._replace(path=total))
                else:
                    same = [path for path in ("annual_total", "project_total") if amounts.get(path) == entry.amount]
                    block = same[0] if same and entry.value is not None else None
            if inside:
                self.blocks[entry.row] = block

    def _head(self, path: str, total: str) -> Entry | None:
        paths = (path, "either_total") if path == total else (path,)
        return next((entry for entry in self.entries if entry.label.path in paths), None)

    def _is_year(self, entry: Entry, project: Entry | None, year: Entry | None) -> bool:
        twins = [other for other in self.entries if _twins(other.label, entry.label)]
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


def _all_of_the_year(placed: dict[str, list[Entry]]) -> None:
    """Put sources to the year where they add up to its money, and those below the project's money not to that.

    Case: 项目总预算 3600 | 项目当年预算 1180 over 其中：财政拨款 1050 | 其中：自筹资金 130, one row for both.
    """
    project, year = placed.get("project_total"), placed.get("annual_total")
    left = [entry for path in _LEFT.values() for entry in placed.get(path, ())]
    right = [entry for path in ("current_appropriation", "other", "carryover") for entry in placed.get(path, ())]
    if not project or not year or not left:
        return
    amounts = [entry.amount for entry in (*left, *right)]
    whole = sum((amount for amount in amounts if amount is not None), Decimal(0))
    own = sum((entry.amount or Decimal(0) for entry in left), Decimal(0))
    if None in amounts or whole != year[0].amount or own == project[0].amount:
        return
    for source, path in _LEFT.items():
        placed.setdefault(_RIGHT[source], []).extend(placed.pop(path, ()))


def _twins(one: Label, other: Label) -> bool:
    """Whether two labels say the same of two columns."""
    return one.path == other.path and (one.path not in PARTS or one.name == other.name)


def _level(path: str, own: int | None, paths: set[str]) -> str | None:
    """省级, 市级, 区级 seen from the office that files: above it, its own, below it. None where that is not known."""
    if path == "ranked_local":
        # 中央补助 | 地方资金 of a transfer: all that is not from above, unless its ranks are printed too.
        return None if paths & {*_RANKS[1:], "own_level", "lower_level"} else "own_level"
    rank = _RANKS.index(path)
    if own is None:
        return "upper_level" if rank == 0 else None  # Only a ministry has 中央 as its own level.
    return "own_level" if rank == own else "upper_level" if rank < own else "lower_level"


def _own_rank(builder: FilingBuilder) -> int | None:
    office = str(builder.values.get("implementer") or builder.values.get("department") or "")
    if re.search(r"[^\W\da-zA-Z_][区县旗]", office):
        return 3
    if re.search(r"[^\W\da-zA-Z_]市", office):
        return 2
    return 1 if re.search(r"[^\W\da-zA-Z_]省|自治区", office) else None
