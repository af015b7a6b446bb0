"""Tables of a web page given as text with bars: merged cells leave no cell behind, and blanks at the end instead.

Case: | 产出指标 | 质量指标 | 合格率 | ≥ | 95 | | | | | below a head that begins with 单位名称 | 项目名称 | 预算数:
the row begins where its cells fit the head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from drafter.reading.align import looks_like_number, looks_like_sign, looks_like_value, misfit
from drafter.reading.columns import Header
from drafter.reading.content import Cell
from drafter.reading.headers import indicator_header
from drafter.reading.levels import Style
from drafter.reading.rows import Row
from drafter.reading.words import compact

_LEVELS = ("level1", "level2")
_HARD = 8
_MOST_ROWS, _WIDEST = 2_000, 60
_TYPED = ("sign", "unit", "weight")
_Cells = tuple[Cell, ...]


def realigned(rows: Sequence[_Cells], *, bare: bool) -> list[_Cells]:
    """The rows of a table with bars, those below the head of indicators moved to the columns they fit.

    Args:
        rows: The rows.
        bare: Their lines begin without a bar, as in no table of Markdown: a row may have lost its first cells.
    """
    if len(rows) > _MOST_ROWS:
        return list(rows)
    style = Style.of("".join(compact(cell.text) for row in rows for cell in row))
    kinds: dict[int, str] = {}
    width, halved = 0, False
    found: list[_Cells] = []
    for row, below in zip_longest(rows, rows[1:], fillvalue=()):
        filled = tuple(cell for cell in row if cell.text.strip())
        header = indicator_header(Row(filled, len(row))) if len(filled) > 1 else None
        if header is not None and len(row) <= _WIDEST:
            if bare and (second := header.column("level2")) and _has_more(filled, below, header, style):
                # 二级指标 over two columns: the second one, of the names, left no cell in the head.
                row = tuple(cell._replace(column=cell.column + (cell.column > second.start)) for cell in filled)
                filled = row
                header = indicator_header(Row(filled, len(row) + 1)) or header
            kinds = {column.start: column.kind for column in header.columns}
            width, halved = max(cell.column for cell in filled) + 1, header.halved
        elif halved and bare and filled and max(cell.column for cell in filled) + 1 < width:
            # Of two halves both may have lost cells: nothing tells where the second begins.
            row = tuple(cell._replace(lost=bool(cell.text.strip())) for cell in row)
        elif kinds and filled and filled[0].column == 0:
            row = _moved(row, filled[-1].column + 1, kinds, style, bare=bare)
        found.append(row)
    return found


def _has_more(head: _Cells, below: _Cells, header: Header, style: Style) -> bool:
    """Whether a row below a head without names begins with both levels and has one cell more than the head."""
    first = header.column("level1")
    if first is None or header.column("name") is not None or header.column("value") is None:
        return False
    cells = [cell for cell in below if cell.text.strip()]
    levels = len(cells) > 1 and "level1" in style.roles(cells[0].text) and "level2" in style.roles(cells[1].text)
    return levels and len(cells) == sum(cell.column >= first.start for cell in head) + 1


def _moved(row: _Cells, printed: int, kinds: Mapping[int, str], style: Style, *, bare: bool) -> _Cells:
    # Behind the head's last column nothing is printed, so that no row reaches there.
    cells = row[:printed]
    most = max(max(kinds) + 1 - len(cells), 0)
    costs = [_cost(cells, shift, kinds, style) for shift in range(most + 1)]
    best = min(range(most + 1), key=lambda shift: costs[shift])
    if not best or not (bare or costs[0] - costs[best] >= _HARD):
        return row
    blanks = tuple(row[0]._replace(text="", column=at) for at in range(best))
    return (*blanks, *(cell._replace(column=cell.column + best) for cell in cells))


def _cost(cells: Sequence[Cell], shift: int, kinds: Mapping[int, str], style: Style) -> int:
    cost = 0
    for cell in cells:
        if not cell.text.strip():
            continue
        kind, roles = kinds.get(cell.column + shift, ""), style.roles(cell.text)
        number = looks_like_value(cell.text) or looks_like_sign(cell.text)
        if roles:
            cost += 0 if kind in roles else _HARD
        elif number and kind in (*_LEVELS, "name"):
            cost += _HARD
        elif kind in _LEVELS:
            cost += 2
        elif kind in _TYPED:
            cost += min(misfit(kind, cell.text), 2)
        elif kind == "value":
            cost += 0 if number or looks_like_number(cell.text) else 1
    return cost
