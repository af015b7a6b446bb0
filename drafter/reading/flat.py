"""One table with many projects: project, money and goal stand in columns beside the indicators.

Case: the published lists of Sichuan and Yunnan departments, a row an indicator, a merged cell a project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.reading.align import by_overlap
from drafter.reading.builder import FilingBuilder
from drafter.reading.content import Cell
from drafter.reading.headers import Header
from drafter.reading.indicators import read_indicators
from drafter.reading.money_cells import read_money
from drafter.reading.nature import field_of, ticked
from drafter.reading.rows import Row
from drafter.reading.words import compact, tidy

_INDICATOR = frozenset(("level1", "level2", "name", "sign", "value", "unit", "weight", "note", "other"))
_TOTALS = frozenset(("合计", "总计", "小计"))
_OFFICE = ("局", "委", "办公室", "中心", "院", "学校", "政府", "部", "厅", "所", "站", "队", "会", "处")


def read_flat(header: Header, rows: Sequence[Row], common: FilingBuilder, unit: str) -> list[FilingBuilder]:
    """The filings of a table with a project column. What is printed above the table holds for all of them.

    Args:
        header: The head of the table.
        rows: Its rows.
        common: Title, year and office printed above.
        unit: The money unit of the sheet.
    """
    found: list[FilingBuilder] = []
    tables: list[list[Row]] = []
    office: Cell | None = None
    for row in rows:
        cells = {header.columns[at].kind: cell for at, cell in by_overlap(row.cells, header.columns).items()}
        name = cells.get("project_name")
        if name is not None and compact(name.text) in _TOTALS:
            continue
        if name is not None and _heads_its_projects(cells) and compact(name.text).endswith(_OFFICE):
            office = name
        elif name is not None and (not found or tidy(name.text) != found[-1].name):
            found.append(_begin(common, header, cells, office, unit))
            if found[1:]:
                _same_office(found[-2], found[-1])
            tables.append([])
        if found:
            _add(found[-1], header, cells, unit)
            tables[-1].append(_indicator_part(row, header))
    inner = header._replace(columns=tuple(column for column in header.columns if column.kind in _INDICATOR))
    for builder, part in zip(found, tables, strict=True):
        builder.indicators.extend(read_indicators(inner, [row for row in part if row.cells]))
    return found


def _heads_its_projects(cells: dict[str, Cell]) -> bool:
    """Whether a row names an office, with its sums at most, above the rows of its projects."""
    return all(kind == "project_name" or kind.startswith("funding.") for kind in cells)


def _begin(
    common: FilingBuilder, header: Header, cells: dict[str, Cell], office: Cell | None, unit: str
) -> FilingBuilder:
    builder = FilingBuilder(dict(common.values), dict(common.places), dict(common.printed), labels=common.labels)
    builder.personal |= common.personal
    if office is not None:
        builder.values.pop("implementer", None)
        builder.put("implementer", tidy(office.text), office)
    _add(builder, header, cells, unit)
    return builder


def _same_office(above: FilingBuilder, builder: FilingBuilder) -> None:
    """An office printed once holds for the projects below it."""
    for path in ("department", "implementer"):
        if builder.values.get(path) is None and above.values.get(path) is not None:
            builder.values[path], builder.places[path] = above.values[path], above.places[path]


def _add(builder: FilingBuilder, header: Header, cells: dict[str, Cell], unit: str) -> None:
    for kind, cell in cells.items():
        text = tidy(cell.text)
        if kind in _INDICATOR or not text:
            continue
        if kind.startswith("funding."):
            _money(builder, kind, cell, next(column.unit for column in header.columns if column.kind == kind) or unit)
        elif kind in ("nature", "category"):
            builder.put(field_of(kind, ticked(text)), ticked(text), cell)
        elif kind in ("project_name", "implementer", "department", "annual_goal", "overall_goal"):
            builder.put(kind, text, cell)


def _money(builder: FilingBuilder, path: str, cell: Cell, unit: str) -> None:
    name = path.removeprefix("funding.")
    name = {"either_total": "annual_total", "fiscal": "current_appropriation", "other": "other"}.get(name, name)
    money = read_money(cell.text, unit)
    if money is not None and not name.startswith("ranked"):
        builder.put(f"funding.{name}", money[0], cell, printed=money[1])


def _indicator_part(row: Row, header: Header) -> Row:
    """The row without the columns of its project, which are no part of the indicator table."""
    keep = tuple(
        cell
        for at, cell in sorted(by_overlap(row.cells, header.columns).items())
        if header.columns[at].kind in _INDICATOR
    )
    return replace(row, cells=keep)
