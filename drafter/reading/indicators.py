"""The indicator table: rows to levels, names, targets, notes and weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.language.patterns import lazy
from drafter.reading.align import by_kind, by_overlap, looks_like_value
from drafter.reading.columns import Header
from drafter.reading.content import Cell
from drafter.reading.headers import named_by_level2
from drafter.reading.levels import Style, is_level2, level1_kind
from drafter.reading.mend import is_rule, mend_rows
from drafter.reading.rows import Row
from drafter.reading.shifted import ShiftedTable
from drafter.reading.sign_columns import with_sign_column
from drafter.reading.targets import FoundIndicator, make_indicator
from drafter.reading.words import label_text, unclosed

_BETWEEN = lazy(r"[/／\\>＞—-]{1,2}")


def read_indicators(header: Header, rows: Sequence[Row]) -> list[FoundIndicator]:
    """The indicators below one head row: by columns on an exact grid, by words elsewhere."""
    header = with_sign_column(_with_names(header, rows), rows)
    whole = header.halved and all(row.width <= header.width for row in rows)
    if whole or all(row.exact and (row.table == header.table or row.width == header.width) for row in rows):
        return _read_grid(header, rows)
    style = Style.of("".join(text for row in rows for text in row.texts))
    if _is_aligned(header, rows, style):
        return _read_grid(header, rows)
    mended = mend_rows(rows, style)
    table = ShiftedTable(header, style, mended)
    for row in mended:
        table.read(row)
    return table.found


def _with_names(header: Header, rows: Sequence[Row]) -> Header:
    """The header, its names told apart: where 二级指标 holds a word of its own in every row, and no level, they are it.

    Case: Guangxi's 一级指标 | 二级指标 | 指标内容 | 指标值 with 设备购置数量 | 当年购置设备台数 | 12台.
    """
    named, second = named_by_level2(header), header.column("level2")
    if named is None or second is None:
        return header
    style = Style.of("".join(text for row in rows for text in row.texts))
    names = [cell.text for row in rows for cell in row.cells if second.start <= cell.column < second.end]
    told = len(set(names)) == len(names) == len(rows) > 1 and not any(style.roles(text) for text in names)
    return named if told else header


def _is_aligned(header: Header, rows: Sequence[Row], style: Style) -> bool:
    """Whether every cell of a text's table stands below a column of its head that it fits: no row has slid.

    Then words that no list names are levels where they stand in the column of levels.
    """
    first, name = header.column("level1"), header.column("name")
    if first is None or name is None or not rows:
        return False
    kinds = {column.start: column.kind for column in header.columns}
    second = [cell.text for row in rows for cell in row.cells if kinds.get(cell.column) == "level2"]
    if all(style.roles(text) for text in second):
        return False  # Words that are known say more than the columns they stand in.
    for row in rows:
        placed = {kinds.get(cell.column): cell for cell in row.cells if cell.column >= first.start}
        if None in placed or "name" not in placed or row.width > header.width:
            return False
        for kind, cell in placed.items():
            if kind is None or not _fits(kind, cell, style):
                return False
    return "level1" in {kinds.get(cell.column) for cell in rows[0].cells}


def _fits(kind: str, cell: Cell, style: Style) -> bool:
    roles = style.roles(cell.text)
    if kind == "level1":
        return "level1" in roles or level1_kind(cell.text) is not None  # 满意度 below 产出指标 and 效益指标.
    if kind == "level2":
        return not looks_like_value(cell.text) and roles != ("level1",)
    if kind == "name":
        return not looks_like_value(cell.text) and not roles and not unclosed(cell.text)
    return not roles


def _read_grid(header: Header, rows: Sequence[Row]) -> list[FoundIndicator]:
    """Rows of an exact grid: a level holds for the rows its cell covers, and for blank cells below it."""
    found: list[FoundIndicator] = []
    levels: dict[str, Cell] = {}
    kinds = [column.kind for column in header.columns]
    for row in rows:
        if is_rule(row):
            continue
        cells = by_kind(by_overlap(row.cells, header.columns), header.columns)
        cells |= _merged_values(row, header, cells)
        if "level1" in cells:
            levels = {"level1": cells["level1"]}
        if "level2" in cells and "name" in kinds:
            levels["level2"] = cells["level2"]
        if "name" not in kinds and "level2" in cells:
            cells["name"] = cells["level2"]
        if "name" not in cells:
            continue
        printed = tuple(label_text(levels[key].text) if key in levels else None for key in ("level1", "level2"))
        if "level2" not in kinds and (both := _both_levels(printed[0])) is not None:
            printed = both
        elif "level2" not in kinds and is_level2(printed[0]):
            printed = (None, printed[0])  # 指标类型: 产出数量, 产出质量. One column of levels, and it holds the second.
        indicator = make_indicator(cells, header, (printed[0], printed[1]), levels, certain="level1" in levels)
        if indicator is not None:
            found.append(indicator)
    return found


def has_values_elsewhere(header: Header, rows: Sequence[Row]) -> bool:
    """Whether a table whose head names no column of values has them in columns nobody listed.

    Case: one column of values for each town that shares the money.
    """
    if header.column("value") is not None or header.column("sign") is not None or header.flat:
        return False
    last = max((column.end for column in header.columns), default=0)
    beyond = [cell for row in rows for cell in row.cells if cell.column >= last and looks_like_value(cell.text)]
    return len(beyond) >= len(rows) > 0


def without_value(found: FoundIndicator) -> FoundIndicator:
    """An indicator whose value is printed and was not read."""
    return found._replace(indicator=found.indicator.model_copy(update={"certain": False, "target": None}))


def _both_levels(text: str | None) -> tuple[str, str] | None:
    """The two levels of a cell that prints both: 产出指标/数量指标."""
    parts = _BETWEEN.split(text) if text else []
    return (parts[0], parts[1]) if len(parts) == 2 and level1_kind(parts[0]) and is_level2(parts[1]) else None


def _merged_values(row: Row, header: Header, cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Cells merged over the columns of the period and of the year (≥95% for both): the value of each of them."""
    return {
        column.kind: cell
        for column in header.columns
        if column.kind in ("value", "sign", "unit", "weight") and column.kind not in cells
        for cell in row.cells
        if cell.column <= column.start and column.end <= cell.column + cell.colspan and cell is cells.get("other")
    }
