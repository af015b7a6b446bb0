"""The tasks of a whole department (年度主要任务): what is done, what it costs and who pays, a row a task.

Case: the declaration form for departments of 财预〔2015〕88号 and its descendants. A task is a budget line; the row
金额合计 is the money of the year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.reading.align import by_overlap, looks_like_number
from drafter.reading.columns import Column, Header
from drafter.reading.content import Cell
from drafter.reading.labels import Label, find_label, strip_numbering
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row
from drafter.reading.words import compact

WHOLE = frozenset(("总额", "合计", "小计", "资金总额", "金额", "预算总额", "总计", "预算数"))
_FEWEST = 2


def is_tasks(header: Header) -> bool:
    """Whether a head of a breakdown names tasks (任务名称 | 主要内容 | 预算金额)."""
    return any("任务" in column.head for column in header.columns if column.kind in ("item", "project"))


def refine_tasks(header: Header, row: Row) -> Header | None:
    """The header with its column of money divided, if the row is a second line of the head (总额 | 财政拨款)."""
    amount = header.column("amount")
    if amount is None or not is_tasks(header) or not row.cells:
        return None
    finer = [_part(cell, amount) for cell in row.cells]
    parts = [column for column in finer if column is not None]
    if len(parts) < len(finer) or len(parts) < _FEWEST:
        return None
    columns = sorted((*(one for one in header.columns if one is not amount), *parts), key=lambda column: column.start)
    return header._replace(columns=tuple(columns))


def _part(cell: Cell, amount: Column) -> Column | None:
    if compact(cell.text) in WHOLE:
        kind = "amount"
    elif (label := find_label(cell.text)) is not None and label.kind == "funding" and label.inline is None:
        kind = f"funding.{label.path}"
    else:
        return None
    return Column(kind, cell.column, cell.column + cell.colspan, amount.unit, compact(cell.text))


def is_whole(row: Row) -> bool:
    """Whether a row is the money of all tasks: 金额合计, or 年度部门整体支出预算 | 资金总额."""
    if any(strip_numbering(text.rstrip(":")) in lexicon().totals for text in row.texts[:2]):
        return True
    label = find_label(row.cells[0].text)
    return label is not None and label.path == "annual_total" and len(row.cells) > _FEWEST


def task_totals(header: Header, rows: Sequence[Row]) -> Iterator[tuple[Label, Cell, str | None, Cell]]:
    """The money of all tasks, from the row 金额合计: label, its cell, the print and where it stands."""
    for row in rows:
        if not is_whole(row):
            continue
        placed = {header.columns[at]: cell for at, cell in by_overlap(row.cells, header.columns).items()}
        for column, cell in placed.items():
            path = "either_total" if column.kind == "amount" else column.kind.removeprefix("funding.")
            if (column.kind == "amount" or column.kind.startswith("funding.")) and looks_like_number(cell.text):
                yield Label("funding", path, column.head, column.unit), row.cells[0], cell.text, cell
        return
