"""Lists whose first levels stand side by side: 成本指标 | 产出指标 | 效益指标, each with 三级指标 and 指标值 below it.

Case: the published lists of Henan departments, a row or a few a project. Turned upright, such a table is a list of
projects like any other, read by `drafter.reading.flat`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from drafter.reading.columns import Column, Header, indicator_column, project_column
from drafter.reading.content import Cell
from drafter.reading.levels import Style
from drafter.reading.rows import Row
from drafter.reading.sideways_cells import LevelCell, indicators_of, level_cells
from drafter.reading.words import compact

_FEWEST = 3
_KINDS = ("level1", "level2", "name", "value")
_STYLE = Style(level1_suffixed=True, level2_suffixed=True)


class _Group(NamedTuple):
    head: Cell
    name: Column
    value: Column | None


def is_sideways(row: Row) -> bool:
    """Whether a row heads columns with first levels (产出指标 | 效益指标 | 满意度指标) behind those of the project."""
    if not row.exact or len(row.cells) <= _FEWEST:
        return False
    levels = [at for at, cell in enumerate(row.cells) if _is_level(cell)]
    names = {compact(row.cells[at].text) for at in levels}
    return len(names) >= _FEWEST and levels[0] > 0 and any("项目" in text for text in row.texts[: levels[0]])


def _is_level(cell: Cell) -> bool:
    return "level1" in _STYLE.roles(cell.text)


def upright(head: Row, rows: Sequence[Row]) -> tuple[Header, list[Row]] | None:
    """The header and the rows of the list with one indicator a row; None where its second head row is not understood.

    Args:
        head: The row that `is_sideways`.
        rows: The rows below it, the second head row first.
    """
    if not rows:
        return None
    heads = [cell for cell in head.cells if _is_level(cell)]
    groups = [group for cell in heads if (group := _group(cell, rows[0])) is not None]
    columns_of_levels = level_cells(heads, rows[0]) if not groups else []
    if not groups and not columns_of_levels:
        return None
    outer = (cell for cell in head.cells if not _is_level(cell))
    inner = (cell for cell in rows[0].cells if cell.column < heads[0].column)
    columns: list[Column] = []
    for cell in (*inner, *outer):
        kind = project_column(cell.text)
        if kind is not None and kind not in {column.kind for column in columns} and not _overlaps(cell, columns):
            columns.append(Column(kind, cell.column, cell.column + cell.colspan))
    columns.sort(key=lambda column: column.start)
    at = max(head.width, rows[0].width)
    if columns_of_levels:
        kinds = (Column(kind, at + number, at + number + 1) for number, kind in enumerate(_KINDS))
        header = Header((*columns, *kinds), at + len(_KINDS), head.table)
        return header, [turned for row in rows[1:] for turned in _told(row, columns_of_levels, at)]
    levels = (Column("level1", at, at + 1), Column("name", at + 1, at + 2), Column("value", at + 2, at + 3))
    header = Header((*columns, *levels), at + 3, head.table)
    return header, [turned for row in rows[1:] for turned in _turn(row, groups, at)]


def _told(row: Row, columns: Sequence[LevelCell], at: int) -> Iterator[Row]:
    """The indicators printed in the cells of one row, the first of them together with the project's own columns."""
    own = tuple(cell for cell in row.cells if cell.column < columns[0].level1.column)
    found = list(indicators_of(row, columns, at)) or [()]
    for number, cells in enumerate(found):
        yield replace(row, cells=(*(own if number == 0 else ()), *cells), width=at + len(_KINDS))


def _overlaps(cell: Cell, columns: Sequence[Column]) -> bool:
    return any(cell.column < column.end and column.start < cell.column + cell.colspan for column in columns)


def _group(head: Cell, second: Row) -> _Group | None:
    inside = [cell for cell in second.cells if head.column <= cell.column < head.column + head.colspan]
    found = {indicator_column(cell.text): Column("", cell.column, cell.column + cell.colspan) for cell in inside}
    return _Group(head, found["name"], found.get("value")) if "name" in found else None


def _turn(row: Row, groups: Sequence[_Group], at: int) -> Iterator[Row]:
    """The indicators of one row, the first of them together with the project's own columns."""
    own = tuple(cell for cell in row.cells if cell.column < groups[0].head.column)
    rows: list[Row] = []
    for group in groups:
        name = _cell(row, group.name)
        if name is None:
            continue
        value = _cell(row, group.value) if group.value is not None else None
        cells = [group.head._replace(column=at, colspan=1, rowspan=1), name._replace(column=at + 1, colspan=1)]
        cells += [value._replace(column=at + 2, colspan=1)] if value is not None else []
        rows.append(replace(row, cells=tuple(cells), width=at + 3))
    if not rows:
        rows = [replace(row, cells=(), width=at + 3)]
    rows[0] = replace(rows[0], cells=(*own, *rows[0].cells))
    yield from rows


def _cell(row: Row, column: Column) -> Cell | None:
    return next((cell for cell in row.cells if column.start <= cell.column < column.end), None)
