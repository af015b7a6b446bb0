"""Cells to columns. On an exact grid by overlap; elsewhere by order, distance and what a value looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from drafter.language.patterns import lazy
from drafter.reading.columns import Column
from drafter.reading.content import Cell
from drafter.reading.words import compact

# 1.防火装备储备数 is a numbered name, whatever its length.
_VALUE = lazy(
    r"^(?!\d{1,2}[.、．](?!\d))(?:[≥≤><=＝＞＜≧≦~±]|[-－]?\d[\d,.]*\s*(?:[%％]|[(（]|$|[^\d\s.,、:：]{1,6}$))"
)
_NUMBER = lazy(r"^[-－]?[\d,，]+(?:\.\d+)?[%％]?$")
_COUNT = lazy(r"^[\d,，]+(?:\.\d+)?\(?[^\d\s()]{0,6}\)?$")
_SIGN = lazy(
    r"^(?:[≥≤><=＝＞＜≧≦]{1,2}|定性|定量|(?:大于|小于|等于|不低于|不高于|不少于|不超过)(?:等于|或等于)?|正向|反向)$"
)
_KINDS = frozenset(("定性", "定量", "正向", "反向"))
_DROPPED = 6
_MOST = 60
_COST_OF_SHIFT = 1


def looks_like_value(text: str) -> bool:
    """Whether a text is a number with its sign and unit (``≥90(%)``, ``286人次``), not words."""
    return _VALUE.match(compact(text)) is not None


def looks_like_number(text: str) -> bool:
    """Whether a text is a bare number (``80,000.00``)."""
    return _NUMBER.match(compact(text)) is not None


def looks_like_sign(text: str) -> bool:
    """Whether a text compares (``≥``, ``不低于``), so that a number stands behind it."""
    return _SIGN.match(word := compact(text)) is not None and word not in _KINDS


def misfit(kind: str, text: str) -> int:
    """How badly a text fits a column of a kind; 0 where it fits."""
    word = compact(text)
    if kind == "sign":
        return 0 if _SIGN.match(word) else 5
    if kind == "quantity":
        return 0 if _COUNT.match(word) else 5
    if kind in ("weight", "amount", "unit_price"):
        return 0 if _NUMBER.match(word) else 5
    if kind == "unit":
        return 0 if len(word) <= 6 and not looks_like_value(word) else 5
    if kind in ("note", "name", "basis", "item", "content"):
        return 3 if looks_like_value(word) else 0
    return 0


def by_overlap(cells: Sequence[Cell], columns: Sequence[Column]) -> dict[int, Cell]:
    """Cells by the position of the column they overlap most; cells under no known column are left out."""
    placed: dict[int, Cell] = {}
    for cell in cells:
        best, width = -1, 0
        for position, column in enumerate(columns):
            shared = min(cell.column + cell.colspan, column.end) - max(cell.column, column.start)
            if shared > width:
                best, width = position, shared
        if best >= 0 and best not in placed:
            placed[best] = cell
    return placed


def by_kind(placed: Mapping[int, Cell], columns: Sequence[Column]) -> dict[str, Cell]:
    """Cells by what their columns hold; of two columns of signs (指标性质 正向 | 指标方向 ≥) the one that compares."""
    found: dict[str, Cell] = {}
    for position, cell in placed.items():
        kind = columns[position].kind
        told = found.get(kind) if kind == "sign" else None
        if told is None or looks_like_sign(cell.text) or not looks_like_sign(told.text):
            found[kind] = cell
    return found


def by_order(
    cells: Sequence[Cell],
    columns: Sequence[Column],
    shift: int,
    fit: Callable[[str, str], int] = misfit,
) -> dict[int, Cell]:
    """Cells by column position, order kept, for rows whose cells may stand some columns off.

    Args:
        cells: The cells to place, left to right.
        columns: The columns they may go to, left to right.
        shift: How many columns the row as a whole stands right of its head.
        fit: Cost of a text in a column of a kind.
    """
    cells = cells[:_MOST]
    # cost[i][j]: the first i cells placed within the first j columns.
    rows, width = len(cells) + 1, len(columns) + 1
    cost = [[0] * width for _ in range(rows)]
    choice = [[0] * width for _ in range(rows)]
    for i in range(1, rows):
        cell = cells[i - 1]
        for j in range(width):
            best, how = cost[i - 1][j] + _DROPPED, 0
            if j:
                if cost[i][j - 1] < best:
                    best, how = cost[i][j - 1], 1
                column = columns[j - 1]
                off = abs(cell.column - shift - column.start) * _COST_OF_SHIFT
                taken = cost[i - 1][j - 1] + min(off, 4) + fit(column.kind, cell.text)
                if taken <= best:
                    best, how = taken, 2
            cost[i][j], choice[i][j] = best, how
    placed: dict[int, Cell] = {}
    i, j = rows - 1, width - 1
    while i:
        how = choice[i][j]
        if how == 2:
            placed[j - 1] = cells[i - 1]
            i, j = i - 1, j - 1
        elif how == 1:
            j -= 1
        else:
            i -= 1
    return placed
