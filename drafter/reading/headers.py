"""The head rows of the indicator table and of the cost breakdown: which column holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from drafter.language.patterns import lazy
from drafter.reading.columns import Column, Header, kind_of, project_column, unit_of, value_part
from drafter.reading.content import Cell
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row
from drafter.reading.words import compact

_MOST_COLUMNS = 60
_TWO = 2
_PERIOD = lazy(r"实施期|实施周期|中期|长期|总体|总目标|三年|整体")
_SIDE_PERIOD = lazy(r"(?:项目)?(?:实施期|中长期|中期|长期)(?:绩效)?目标\d{0,2}")
"""Beside the head of indicators: the goal they belong to (长期目标1)."""
_YEAR = lazy(r"年度|当年|本年|全年|今年")
_NAMES = lazy(r"^(?!.*(?:内容|描述)).")
_UNKNOWN = "unknown"


def indicator_header(row: Row) -> Header | None:
    """The columns of an indicator table, if the row is its head (一级指标 二级指标 三级指标 指标值)."""
    if not 2 <= len(row.cells) <= _MOST_COLUMNS:
        return None
    names = lexicon().indicator_header
    kinds = [kind for kind in (kind_of(cell.text, names) for cell in row.cells) if kind is not None]
    if not _is_head(kinds):
        return None
    columns, achieved = _columns(row, names)
    period = any(
        _PERIOD.search(text) and not _YEAR.search(text) for text in row.texts if "指标" in text or "目标表" in text
    )
    period = period or _SIDE_PERIOD.fullmatch(row.texts[0]) is not None
    columns = _with_names_below_level2(columns)
    right = _right_half(columns)
    return Header(_of_the_year(right), row.width, row.table, period, achieved, halved=right is not columns)


def _is_head(kinds: list[str]) -> bool:
    found = set(kinds)
    levels = len(found & {"level1", "level2"})
    if levels:
        return bool(found & {"name", "value"}) or levels == 2
    # A form without levels: 指标 | 权重 | 计量单位 | 指标性质 | 指标值.
    return {"name", "value"} <= found and len(found & {"sign", "unit", "weight"}) >= 2


def budget_header(row: Row) -> Header | None:
    """The columns of a cost breakdown, if the row is its head (项目明细 明细金额 单价 数量)."""
    if not 3 <= len(row.cells) <= _MOST_COLUMNS:
        return None
    found: list[Column] = []
    for cell in row.cells:
        kind = kind_of(cell.text, lexicon().budget_header)
        if kind is not None:
            found.append(Column(kind, cell.column, cell.column + cell.colspan, unit_of(cell), compact(cell.text)))
    kinds = {column.kind for column in found}
    if "amount" not in kinds or not kinds & {"item", "content", "project"} or len(kinds) < 3:
        return None
    if indicator_header(row) is not None:
        return None
    return Header(tuple(found), row.width, row.table)


def _columns(row: Row, names: Mapping[str, str]) -> tuple[tuple[Column, ...], int]:
    """Columns of the indicator table, those of its projects included, and how many tell what was achieved."""
    found: list[Column] = []
    achieved = 0
    for cell in row.cells:
        kind, text = kind_of(cell.text, names), compact(cell.text).rstrip(":")
        if kind is None:
            achieved += text in lexicon().achieved
            kind = project_column(cell.text) or _UNKNOWN
        found.append(Column(kind, cell.column, cell.column + cell.colspan, unit_of(cell), text))
    listed = any(column.kind == "project_name" or column.kind.startswith("funding.") for column in found)
    # Beside projects a column nobody listed may be a source of their money; beside levels it tells nothing we need.
    known = found if listed else [column for column in found if column.kind != _UNKNOWN]
    return _with_department(_told_apart(known)), achieved


def _with_department(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """预算部门 | 预算单位: of two offices the first is above the second."""
    offices = _at(columns, "implementer")
    if len(offices) < 2 or _at(columns, "department"):
        return columns
    return tuple(
        column._replace(kind="department") if at == offices[0] else column for at, column in enumerate(columns)
    )


def _told_apart(columns: list[Column]) -> tuple[Column, ...]:
    """指标类型 (定量, 定性) beside 一级指标 is no level."""
    if sum(column.kind == "level1" for column in columns) < 2:
        return tuple(columns)
    return tuple(
        column._replace(kind="other") if column.kind == "level1" and not column.head.startswith("一级") else column
        for column in columns
    )


def _with_names_below_level2(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """二级指标 merged over two columns, of a head that names no 三级指标: the second one holds the names.

    Case: a city's 一级指标 | 二级指标 (two columns) | 绩效标准 | 当年预期实现值.
    """
    levels, values = _at(columns, "level2"), _at(columns, "value")
    if len(levels) != 1 or _at(columns, "name") or not values or levels[0] > values[0]:
        return columns
    level = columns[levels[0]]
    if columns[levels[0] + 1].start - level.start != _TWO:
        return columns
    middle = level.start + 1
    parts = (level._replace(end=middle), Column("name", middle, middle + 1))
    return (*columns[: levels[0]], *parts, *columns[levels[0] + 1 :])


def _right_half(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Of a head that prints the indicators of the period and of the year side by side, the columns of the year.

    Case: the declaration form of 财预〔2015〕88号, 二级指标 指标内容 指标值 twice in one row.
    """
    names = _at(columns, "name")
    values = _at(columns, "value")
    if len(names) < 2 or len(values) < 2 or not names[0] < values[0] < names[-1] < values[-1]:
        return columns
    right = columns[_second_half(columns, values[0]) :]
    kinds = {column.kind for column in right}
    return tuple(column for column in columns[: names[0]] if column.kind not in kinds) + right


def left_half(row: Row) -> Header | None:
    """The columns of the left half of a head that prints names and values twice."""
    header = indicator_header(row)
    columns, _ = _columns(row, lexicon().indicator_header)
    values = _at(columns, "value")
    if header is None or not header.halved:
        return None
    return header._replace(columns=columns[: _second_half(columns, values[0])])


def _second_half(columns: Sequence[Column], value: int) -> int:
    """Where the second half of a head begins: at the next level or name behind its first value."""
    return next(at for at in range(value + 1, len(columns)) if columns[at].kind in ("level1", "level2", "name"))


def _of_the_year(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Of two value columns (实施周期指标值 | 年度指标值) the one of the year; of two names (三级 | 四级) the last.

    三级指标 | 绩效指标描述: what describes a name is none.
    """
    keep = columns
    for kind, mark in (("value", _YEAR), ("name", _NAMES)):
        at = _at(keep, kind)
        if len(at) > 1:
            told = [one for one in at if mark.search(keep[one].head)] or _plain(keep, at) or at[-1:]
            chosen = told[0] if kind == "value" else told[-1]
            keep = tuple(
                column._replace(kind="other") if position in at and position != chosen else column
                for position, column in enumerate(keep)
            )
    return keep


def _plain(columns: Sequence[Column], at: Sequence[int]) -> list[int]:
    """Of 指标值 | 度量单位 | 指标值内容 the first: what describes a value is none."""
    plain = [one for one in at if "内容" not in columns[one].head]
    return plain if len(plain) == 1 else []


def named_by_level2(header: Header) -> Header | None:
    """The header with 二级指标 as the names, if it prints 二级指标 | 指标内容; whether it is so is told by the rows."""
    name = header.column("name")
    if name is None or header.column("level2") is None or _NAMES.search(name.head):
        return None
    kinds = {"level2": "name", "name": "other"}
    return header._replace(columns=tuple(one._replace(kind=kinds.get(one.kind, one.kind)) for one in header.columns))


def _at(columns: Iterable[Column], kind: str) -> list[int]:
    return [position for position, column in enumerate(columns) if column.kind == kind]


def refine(header: Header, row: Row) -> Header | None:
    """The header with its value column divided, if the row is a second line of the head (符号 | 数值 | 单位)."""
    finer = _finer(header, row)
    if finer is None:
        return None
    kept = tuple(
        column
        for column in header.columns
        if not any(column.start <= fine.start and fine.end <= column.end for fine in finer)
    )
    columns = sorted((*kept, *finer), key=lambda column: column.start)
    return header._replace(columns=_of_the_year(tuple(columns)))


def _finer(header: Header, row: Row) -> list[Column] | None:
    """The columns that a second line of the head names; None if the row is no such line."""
    kinds = [_sub_kind(cell, header, row.exact) for cell in row.cells]
    if len(kinds) < 2 or not set(kinds) <= {"sign", "value", "unit", "weight", "note", "name", "other"}:
        return None
    return [
        Column(kind, cell.column, cell.column + cell.colspan, unit_of(cell), compact(cell.text))
        for kind, cell in zip(kinds, row.cells, strict=True)
        if kind is not None
    ]


def _sub_kind(cell: Cell, header: Header, exact: bool) -> str | None:
    kind = kind_of(cell.text, lexicon().indicator_header)
    if kind is not None:
        return kind
    value = header.column("value")
    if value is None or (exact and not (value.start <= cell.column and cell.column + cell.colspan <= value.end)):
        return None
    return value_part(cell.text)
