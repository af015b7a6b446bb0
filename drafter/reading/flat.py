"""One table with many projects: project, money and goal stand in columns beside the indicators.

Case: the published lists of Sichuan and Yunnan departments, a row an indicator, a merged cell a project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.patterns import lazy
from drafter.reading.align import by_kind, by_overlap, looks_like_number
from drafter.reading.builder import FilingBuilder
from drafter.reading.columns import Column, Header
from drafter.reading.content import Cell
from drafter.reading.funding import FundingReader
from drafter.reading.indicators import read_indicators
from drafter.reading.labels import Label
from drafter.reading.lexicon import lexicon
from drafter.reading.nature import field_of, ticked
from drafter.reading.rows import Row
from drafter.reading.sign_columns import with_sign_column
from drafter.reading.words import compact, tidy

_INDICATOR = frozenset(("level1", "level2", "name", "sign", "value", "unit", "weight", "note", "other"))
_BLANK = lazy(r"[-—－/、无]*")
_TOTALS = frozenset(("合计", "总计", "小计"))
_NAMELESS = "清单开头没有项目名称的指标行"
_CODES = ("代码", "编码", "编号", "序号")
OFFICE = ("局", "委", "办公室", "中心", "院", "学校", "政府", "部", "厅", "所", "站", "队", "会", "处", "本级", "机关")


def read_flat(header: Header, rows: Sequence[Row], common: FilingBuilder, unit: str) -> list[FilingBuilder]:
    """The filings of a table with a project column. What is printed above the table holds for all of them.

    Args:
        header: The head of the table.
        rows: Its rows.
        common: Title, year and office printed above.
        unit: The money unit of the sheet.
    """
    header = with_sign_column(header, rows)
    found: list[FilingBuilder] = []
    tables: list[list[Row]] = []
    amounts: list[list[Row]] = []
    office: Cell | None = None
    nameless: Cell | None = None
    key = header.key or "project_name"
    for row in rows:
        cells = by_kind(by_overlap(row.cells, header.columns), header.columns)
        name = cells.get(key)
        if name is not None and compact(name.text) in _TOTALS:
            continue
        of_office = key == "project_name" and name is not None and compact(name.text).endswith(OFFICE)
        if of_office and _heads_its_projects(cells):
            office = name
        elif name is not None and (not found or tidy(name.text) != found[-1].values.get(key)):
            found.append(_begin(common, cells, office))
            if found[1:]:
                _same_office(found[-2], found[-1])
            tables.append([])
            amounts.append([])
        if not found and "name" in cells:
            nameless = nameless or cells["name"]
        if found:
            _add(found[-1], cells)
            amounts[-1].extend(() if office is not None and name is office else (row,))
            tables[-1].append(_indicator_part(row, header))
    inner = header._replace(columns=tuple(column for column in header.columns if column.kind in _INDICATOR))
    if found and nameless is not None:
        found[0].skipped.append((_NAMELESS, nameless))
    for builder, part, whole in zip(found, tables, amounts, strict=True):
        _money(builder, header, whole, unit)
        builder.indicators.extend(read_indicators(inner, [row for row in part if row.cells]))
    return found


def _heads_its_projects(cells: dict[str, Cell]) -> bool:
    """Whether a row names an office, with its sums at most, above the rows of its projects."""
    return all(kind == "project_name" or kind.startswith("funding.") for kind in cells)


def _begin(common: FilingBuilder, cells: dict[str, Cell], office: Cell | None) -> FilingBuilder:
    builder = FilingBuilder()
    builder.values, builder.places, builder.printed = dict(common.values), dict(common.places), dict(common.printed)
    builder.labels = common.labels
    builder.personal |= common.personal
    if office is not None:
        builder.values.pop("implementer", None)
        builder.put("implementer", tidy(office.text), office)
    elif "implementer" in cells:
        # 部门名称 above the table, 单位名称 in a column of it: the column says whose project it is.
        builder.values.pop("implementer", None)
    _add(builder, cells)
    return builder


def _same_office(above: FilingBuilder, builder: FilingBuilder) -> None:
    """An office printed once holds for the projects below it."""
    for path in ("department", "implementer"):
        if builder.values.get(path) is None and above.values.get(path) is not None:
            builder.values[path], builder.places[path] = above.values[path], above.places[path]


def _add(builder: FilingBuilder, cells: dict[str, Cell]) -> None:
    for kind, cell in cells.items():
        text = tidy(cell.text)
        if kind in _INDICATOR or not text:
            continue
        if kind in ("nature", "category"):
            builder.put(field_of(kind, ticked(text)), ticked(text), cell)
        elif kind in ("project_name", "implementer", "department", "annual_goal", "overall_goal"):
            builder.put(kind, text, cell)


def _money(builder: FilingBuilder, header: Header, rows: Sequence[Row], unit: str) -> None:
    """The money of one project: columns of one kind of money (一般公共预算, 政府性基金) are sources of their own."""
    funding = FundingReader(unit)
    for row in rows:
        placed = sorted(by_overlap(row.cells, header.columns).items())
        told = [
            (_label(header, at), cell, cell.text, cell)
            for at, cell in placed
            if header.columns[at].kind.startswith("funding.")
        ]
        if told and not (funding.entries and funding.entries[0].value == told[0][2]):
            funding.take(told)
        for at, cell in placed:
            if header.columns[at].kind == "unknown" and cell.row + cell.rowspan > row.cells[0].row:
                _not_understood(builder, header.columns[at], cell, unit)
    funding.finish(builder)


def _not_understood(builder: FilingBuilder, column: Column, cell: Cell, unit: str) -> None:
    """A column nobody listed: an amount may be a source of the money, anything else is named."""
    if looks_like_number(cell.text):
        if column.head.endswith(_CODES) or not cell.text.strip().strip("0.,，"):
            return
        builder.unread.append((f"{column.head} {tidy(cell.text)}{'' if unit == '元' else unit}", cell))
    elif not _BLANK.fullmatch(cell.text.strip()):
        builder.skipped.append((column.head, cell))


def _label(header: Header, at: int) -> Label:
    """A column of money as a label; each column of a list is a source of its own."""
    column = header.columns[at]
    path = column.kind.removeprefix("funding.")
    known = lexicon().labels.items()
    name = next(name for name, (kind, of) in known if kind == "funding" and of == path)
    return Label("funding", path, f"{column.head or name}（第{at + 1}列）", column.unit)


def _indicator_part(row: Row, header: Header) -> Row:
    """The row without the columns of its project, which are no part of the indicator table."""
    keep = tuple(
        cell
        for at, cell in sorted(by_overlap(row.cells, header.columns).items())
        if header.columns[at].kind in _INDICATOR
    )
    return replace(row, cells=keep)
