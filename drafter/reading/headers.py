"""The head rows of the indicator table and of the cost breakdown: which column holds what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.reading.content import Cell
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row
from drafter.reading.words import compact

_UNIT = re.compile(r"\((?:单位:)?(元|万元|千元|亿元)\)")
_TAIL = re.compile(r"\([^()]{1,24}\)$")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: what it holds, the grid columns it covers, a unit in its head."""

    kind: str
    start: int
    end: int
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table in printed order, the width of its head row and the table it belongs to."""

    columns: tuple[Column, ...]
    width: int
    table: int

    def column(self, kind: str) -> Column | None:
        """The first column of a kind."""
        return next((column for column in self.columns if column.kind == kind), None)


def indicator_header(row: Row) -> Header | None:
    """The columns of an indicator table, if the row is its head (一级指标 二级指标 三级指标 指标值)."""
    if len(row.cells) < 2:
        return None
    columns = _columns(row, lexicon().indicator_header)
    kinds = {column.kind for column in columns}
    levels = len(kinds & {"level1", "level2"})
    if levels == 0 or (len(kinds & {"name", "value", "level2"}) < 2 and not (levels == 2 and len(columns) == 2)):
        return None
    return Header(_right_half(columns), row.width, row.table)


def budget_header(row: Row) -> Header | None:
    """The columns of a cost breakdown, if the row is its head (项目明细 明细金额 单价 数量)."""
    if len(row.cells) < 3:
        return None
    columns = _columns(row, lexicon().budget_header)
    kinds = {column.kind for column in columns}
    if "amount" not in kinds or not kinds & {"item", "content", "project"} or len(kinds) < 3:
        return None
    if indicator_header(row) is not None:
        return None
    return Header(columns, row.width, row.table)


def _columns(row: Row, names: Mapping[str, str]) -> tuple[Column, ...]:
    found: list[Column] = []
    for cell in row.cells:
        kind, unit = _kind(cell, names)
        if kind is not None:
            found.append(Column(kind, cell.column, cell.column + cell.colspan, unit))
    return tuple(found)


def _kind(cell: Cell, names: Mapping[str, str]) -> tuple[str | None, str | None]:
    if len(cell.text) > 60:
        return None, None
    text = compact(cell.text).rstrip(":")
    unit = match[1] if (match := _UNIT.search(text)) else None
    kind = names.get(text) or names.get(_TAIL.sub("", text))
    return kind, unit


def _right_half(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Of a head that prints the indicators of the period and of the year side by side, the columns of the year.

    Case: the declaration form of 财预〔2015〕88号, 二级指标 指标内容 指标值 twice in one row.
    """
    names = [position for position, column in enumerate(columns) if column.kind == "name"]
    values = [position for position, column in enumerate(columns) if column.kind == "value"]
    if len(names) < 2 or len(values) < 2 or not names[0] < values[0] < names[-1] < values[-1]:
        return columns
    right = columns[values[0] + 1 :]
    kinds = {column.kind for column in right}
    return tuple(column for column in columns[: names[0]] if column.kind not in kinds) + right
