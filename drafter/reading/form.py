"""The rows of one segment become one filing, or several where the projects stand in a column of one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number
from drafter.reading.broken_labels import with_whole_labels
from drafter.reading.budget import read_budget
from drafter.reading.builder import FilingBuilder
from drafter.reading.columns import Column, Header
from drafter.reading.content import Cell
from drafter.reading.fields import FieldReader
from drafter.reading.flat import read_flat
from drafter.reading.headers import budget_header, indicator_header, left_half, refine
from drafter.reading.heads_of_two import with_joined_heads
from drafter.reading.indicators import has_values_elsewhere, read_indicators, without_value
from drafter.reading.labels import Label, find_label
from drafter.reading.levels import Style
from drafter.reading.outline import find_outline, unread_outline
from drafter.reading.rows import Row
from drafter.reading.segments import Segment
from drafter.reading.sideways import is_sideways, upright
from drafter.reading.sources import Entry, print_of
from drafter.reading.targets import FoundIndicator
from drafter.reading.tasks import is_tasks, refine_tasks, task_totals
from drafter.reading.unglue import are_glued, unglued, unglued_lines
from drafter.reading.words import compact

if TYPE_CHECKING:
    from drafter.reading.halves import Half

_PERIOD = lazy(r".{0,6}(?:长期|中期|实施期|总目标|总体)(?:绩效)?(?:指标|目标表).{0,4}")
_YEAR_PART = lazy(r"(?:\d{4}年)?(?:年度|当年|本年度?)绩效(?:指标|目标)表?")
_SMALL = lazy(r"[\d,]{1,7}(?:\.\d{1,2})?(?:人|名|元|万元)?")
LIST = "多个项目的清单（一格一行，分不清各栏，请用原件）"
_TASKS = "年度主要任务"
_VALUES = "指标值（表头没有“指标值”一栏，各栏分不清）"
_HALVES = "左右两栏的指标（分不清哪一栏是年度的，请用原件）"
_COLUMNS_OF_MONEY = 2
_ENDS = frozenset(("field", "funding", "narrative", "personal", "ignored"))


class _Table:
    def __init__(self, kind: str, header: Header, rows: list[Row] | None = None) -> None:
        self.kind, self.header = kind, header
        self.rows: list[Row] = [] if rows is None else rows
        self.head: Cell | None = None
        self.left: Header | None = None
        self.half: Half | None = None


def read_segment(segment: Segment) -> tuple[list[FilingBuilder], bool]:
    """The filings of a segment, and whether it reports on what was achieved instead of declaring."""
    skipped: list[tuple[str, Cell]] = []
    rows = with_joined_heads(with_whole_labels(_arranged(segment.rows, skipped)))
    builder = FilingBuilder()
    builder.skipped.extend(skipped)
    if segment.title and segment.title_cell:
        builder.put("form", segment.title, segment.title_cell)
    if segment.rows and not rows and not skipped:
        builder.skipped.append((LIST, segment.rows[0].cells[0]))
    fields = FieldReader(builder, segment.year)
    fields.funding.unit = segment.unit or fields.funding.unit
    tables = _split(rows, fields)
    if any(table.header.achieved for table in tables):
        return [], True
    for table in tables:
        if table.kind == "budget" and is_tasks(table.header):
            _settle_tasks(table, fields)
    fields.finish()
    if segment.title_cell:
        builder.put("year", segment.year, segment.title_cell)
    lines = all(len(row.cells) == 1 for row in segment.rows)
    tables = [half for table in tables for half in _of_the_year(table, builder, lines=lines)]
    flat = [table for table in (_upright(table) for table in tables) if table.header.flat]
    if flat:
        return [filing for table in flat for filing in read_flat(table.header, table.rows, builder, fields.unit)], False
    found: dict[bool, list[FoundIndicator]] = {False: [], True: []}
    for table in tables:
        if table.kind == "indicators":
            rows = read_indicators(table.header, table.rows)
            if table.head is not None and has_values_elsewhere(table.header, table.rows):
                builder.skipped.append((_VALUES, table.head))
                rows = [without_value(one) for one in rows]
            found[table.header.period].extend(rows)
        elif table.kind == "budget":
            builder.lines.extend(read_budget(table.header, table.rows, fields.unit))
            builder.labels.update(text for row in table.rows for text in row.texts[:1] if find_label(text))
    # Where a form prints the indicators of the whole period and those of the year, the filing is about the year.
    builder.indicators.extend(found[False] or found[True])
    return [builder], False


def _settle_tasks(table: _Table, fields: FieldReader) -> None:
    """The money of all tasks of a department where the form prints it nowhere else; tasks of other money are named.

    Tasks that cost less than the department has are what it does besides its running costs, no breakdown of its budget.
    """
    totals = list(task_totals(table.header, table.rows))
    printed = [entry for entry in fields.funding.entries if entry.label.path.endswith("_total") and entry.amount]
    if totals and not printed:
        fields.funding.take(totals)
        if table.head is not None and not _is_breakdown(table, totals, fields.unit):
            fields.builder.skipped.append((_TASKS, table.head))
            table.rows.clear()
            return
    elif totals:
        label, cell, value, value_cell = totals[0]
        total = Entry(label, cell, 0, value, value_cell, label.unit or fields.unit)
        if all(entry.amount != total.amount for entry in printed):
            fields.builder.skipped.append((f"{_TASKS}（合计 {next(print_of((total,))).split()[-1]}）", value_cell))
            table.rows.clear()
            return
    if table.head is not None and not read_budget(table.header, table.rows, fields.unit):
        fields.builder.skipped.append((_TASKS, table.head))


def _is_breakdown(table: _Table, totals: Sequence[tuple[Label, Cell, str | None, Cell]], unit: str) -> bool:
    """Whether tasks make up the total below them: 金额合计 says so, 年度部门整体支出预算 is of all that is done."""
    if find_label(totals[0][1].text) is None:
        return True
    amounts = [found.line.amount for found in read_budget(table.header, table.rows, unit)]
    label, cell, value, value_cell = totals[0]
    total = Entry(label, cell, 0, value, value_cell, label.unit or unit).amount
    return None not in amounts and sum(amount for amount in amounts if amount is not None) == total


def _arranged(rows: Sequence[Row], skipped: list[tuple[str, Cell]]) -> Sequence[Row]:
    """Rows with what was given as lines put back into rows; an outline of indicators as a table."""
    lines = not any(len(row.cells) > 1 for row in rows)
    if are_glued(rows):
        rows = unglued_lines(rows) if lines else [row if row.exact else unglued(row) for row in rows]
    if lines:
        from drafter.reading.apart import APART, labels_apart

        if (apart := labels_apart(rows)) is not None:
            skipped.append((APART, apart))
            return []
    headed = any(indicator_header(row) or is_sideways(row) for row in rows)
    outline = None if headed else find_outline(rows)
    if outline is None and lines and (unread := unread_outline(rows)) is not None:
        start, end = unread
        head = rows[start].cells[0]
        skipped.append(("绩效指标", head))
        # Their head stays, so that the goal above ends there.
        rows = [*rows[:start], Row((head._replace(text="绩效指标："),), 1), *rows[end:]]
    parts = [rows] if outline is None else [rows[: outline.start], rows[outline.end :]]
    if lines:
        # Half of this room is for text with one cell a line; a table loads none of it.
        from drafter.reading.reflow import reflow

        parts = [reflow(part) for part in parts]
    return parts[0] if outline is None else [*parts[0], *outline.rows, *parts[1]]


def _of_the_year(table: _Table, builder: FilingBuilder, *, lines: bool) -> list[_Table]:
    """The halves of a table that are the year's, where indicators stand in two columns; every other table as it is."""
    if table.left is None or table.head is None:
        return [table]
    from drafter.reading.halves import Half

    left = _Table(table.kind, table.left, list(table.rows))
    if (lines and not table.rows) or table.half is Half.unknown:
        builder.skipped.append((_HALVES, table.head))
        table.rows = [replace(row, cells=tuple(cell._replace(lost=True) for cell in row.cells)) for row in table.rows]
    elif not lines and table.half is not Half.right:
        return [left, table] if table.half is Half.both else [left]
    return [table]


def _upright(table: _Table) -> _Table:
    """A table of side-by-side levels as a list of projects; every other table as it is."""
    if table.kind != "sideways":
        return table
    turned = upright(table.rows[0], table.rows[1:])
    return _Table("indicators", turned[0], rows=turned[1]) if turned is not None else table


def _split(rows: Sequence[Row], fields: FieldReader) -> list[_Table]:
    """The tables of a form; every other row goes to the fields."""
    tables: list[_Table] = []
    current: _Table | None = None
    period = False
    style = Style.of("".join(text for row in rows for text in row.texts))
    above: list[str] = []
    for row in rows:
        opened = _open(row, style if current is None and not tables else None)
        if opened is not None:
            fields.builder.labels.update(row.texts)
            if current is None or current.kind != opened.kind or not _same(current.header, opened.header):
                header = opened.header._replace(period=opened.header.period or period)
                current = _Table(opened.kind, header, opened.rows)
                current.head = row.cells[0]
                if header.halved:
                    from drafter.reading.halves import year_half

                    current.left, current.half = left_half(row), year_half(row, above)
                tables.append(current)
            period = False
        elif current is not None and current.kind == "sideways":
            current.rows.append(row)
        elif current is not None and not current.rows and _counts_columns(row):
            continue
        elif current is not None and not current.rows and (finer := _refined(current, row)) is not None:
            current.header = finer
        elif current is not None and not _ends_table(row, current.kind, tasks=is_tasks(current.header)):
            if not _is_beside(row, current):
                current.rows.append(row)
        else:
            current = None
            fields.builder.skipped.extend(
                ("年度主要任务", cell) for cell in row.cells if compact(cell.text) == "任务名称"
            )
            if len(row.cells) == 1 and (_PERIOD.fullmatch(row.texts[0]) or _YEAR_PART.fullmatch(row.texts[0])):
                # Below 长期绩效目标表 the goal of the period stands first, then its indicators.
                period = _PERIOD.fullmatch(row.texts[0]) is not None
            above.extend(row.texts)
            fields.read(row)
    return tables


def _counts_columns(row: Row) -> bool:
    """Whether a row below a head only numbers the columns: 1 | 2 | 3 | 4."""
    return len(row.cells) > 2 and list(row.texts) == [str(number) for number in range(1, len(row.cells) + 1)]


def _is_beside(row: Row, table: _Table) -> bool:
    """Whether a line stands outside a table and between two of its pages or behind it (附件3, 第 2 页).

    A line right below a table's line may be the second line of its last cell.
    """
    if not row.is_paragraph or table.header.table < 0 or not table.rows:
        return False
    above = table.rows[-1]
    return above.exact or (not above.is_paragraph and row.cells[0].row > above.cells[0].row + 1)


def _refined(table: _Table, row: Row) -> Header | None:
    return refine_tasks(table.header, row) if table.kind == "budget" else refine(table.header, row)


def _open(row: Row, style: Style | None) -> _Table | None:
    if header := indicator_header(row):
        return _Table("indicators", header)
    if is_sideways(row):
        return _Table("sideways", Header((), row.width, row.table), rows=[row])
    if header := budget_header(row):
        return _Table("budget", header)
    if style is not None and (header := _headless(row, style)):
        return _Table("indicators", header, rows=[row])
    return None


def _headless(row: Row, style: Style) -> Header | None:
    """The columns of an indicator table that prints no head, from its first row: 产出指标 | 数量指标 | name | value."""
    roles = [style.roles(cell.text) for cell in row.cells]
    at = next((at for at in range(len(roles) - 2) if "level1" in roles[at] and "level2" in roles[at + 1]), None)
    if at is None or at > 1 or len(row.cells) < at + 3:
        return None
    kinds = ("level1", "level2", "name", "value", "note")
    columns = tuple(
        Column(kind, cell.column, cell.column + cell.colspan) for kind, cell in zip(kinds, row.cells[at:], strict=False)
    )
    return Header(columns, row.width, row.table)


def _same(header: Header, other: Header) -> bool:
    kinds = [[column.kind for column in one.columns] for one in (header, other)]
    return kinds[0] == kinds[1] and header.period == other.period


def _counts_people(row: Row) -> bool:
    """Whether a row that begins like a field for people is a budget line: 联络员 | 12000.00 | 2000.00 | 6."""
    return len(row.cells) > 2 and all(_SMALL.fullmatch(compact(text)) for text in row.texts[1:3])


def _ends_table(row: Row, kind: str, *, tasks: bool) -> bool:
    first = row.cells[0]
    label = find_label(first.text)
    if label is not None and label.kind == "personal" and label.inline is None and _counts_people(row):
        return False
    if kind == "budget" and label is not None and label.kind == "goal":
        return True
    if kind == "budget" and tasks and label is not None and label.path == "annual_total":
        # 年度部门整体支出预算 | 资金总额 | 14,906.30 | 14,706.30 | 200.00 closes the tasks of a department.
        return sum(looks_like_number(cell.text) for cell in row.cells) < _COLUMNS_OF_MONEY
    if label is None or label.kind not in _ENDS or label.path == "structure":
        part = len(row.cells) == 1 and (_PERIOD.fullmatch(row.texts[0]) or _YEAR_PART.fullmatch(row.texts[0]))
        return bool(part)
    return first.column == 0 or label.inline is not None
