"""Lists of many projects in layout text: the cells of a project stand in the middle of the rows of its indicators.

So the last row of a page and the middle of the last project tell where that one begins, and so on upwards. Where that
does not come out in one way only, with every row of the page in one project, the projects are given without any rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.reading.align import looks_like_number
from drafter.reading.columns import project_column
from drafter.reading.content import Cell, Table
from drafter.reading.layout_heads import Head, is_same_head
from drafter.reading.layout_pieces import Line, Piece
from drafter.reading.layout_rows import joined
from drafter.reading.layout_tables import GridRow, head_rows, read_rows
from drafter.reading.words import compact

_ABOVE = 2
_MOST_WAYS = 50
_OFF = 1.5
"""Lines of the document by which a project may stand off the middle of its rows."""


class Listed(NamedTuple):
    """One project: its cells beside the indicators, and the rows of these; None where they cannot be told apart."""

    cells: tuple[tuple[int, Piece], ...]
    rows: list[GridRow] | None


class ProjectList(NamedTuple):
    """A list, over several pages where its head is printed again on each: its heads, its projects, its table."""

    beside: ListHead
    head: Head
    projects: list[Listed]
    table: Table

    @classmethod
    def of(cls, beside: ListHead, head: Head, projects: list[Listed]) -> ProjectList:
        """The list of some projects."""
        return cls(beside, head, projects, Table(tuple(list_rows(beside, head, projects)), exact=True))

    def goes_on(self, beside: ListHead, head: Head) -> bool:
        """Whether heads are those of this list."""
        return self.beside.is_same(beside) and is_same_head(self.head, head)


class ListHead(NamedTuple):
    """The heads of a list that stand beside those of its indicators, and the line the first of them stands on."""

    first: int
    cells: tuple[Piece, ...]
    name: int

    def is_same(self, other: ListHead) -> bool:
        """Whether the heads are printed again, on the next page."""
        return [compact(cell.text) for cell in self.cells] == [compact(cell.text) for cell in other.cells]


def list_head(lines: Sequence[Line], head: Head) -> ListHead | None:
    """The heads of the projects left of an indicator table, on its lines or right above; None where it is no list."""
    edge = head.cells[0].start
    for first in range(max(0, head.first - _ABOVE), head.last + 1):
        cells = tuple(piece for piece in lines[first] if piece.end <= edge and piece not in head.cells)
        kinds = [project_column(piece.text) for piece in cells]
        if kinds.count("project_name") == 1 and sum(kind is not None for kind in kinds) > 1:
            if first and all(piece.start >= edge and len(line) == 1 for line in [lines[first - 1]] for piece in line):
                first -= 1  # 绩效指标 over 一级指标 and what follows it.
            return ListHead(first, cells, kinds.index("project_name"))
    return None


def read_list(beside: ListHead, head: Head, body: Sequence[Line]) -> list[Listed]:
    """The projects of one page, in order."""
    edge = head.cells[0].start
    left = [[piece for piece in line if piece.end <= edge] for line in body]
    right = [tuple(piece for piece in line if piece.end > edge) for line in body]
    named = [at for at, pieces in enumerate(left) if _names_project(pieces, beside)]
    filled = [at for at, line in enumerate(right) if line]
    ways: list[list[tuple[int, int, list[GridRow]]]] = [[]]
    for at in reversed(named):
        ways = [
            [(start, end, rows), *way]
            for way in ways
            for end in [max((one for one in filled if not way or one < way[0][0]), default=-1)]
            for start in _starts(body, right, at, end)
            if (rows := _rows(head, right[start : end + 1])) is not None
        ][:_MOST_WAYS]
    ways = [way for way in ways if way and way[0][0] == filled[0]]
    if len(ways) != 1:
        return [Listed(_own(left[at], beside), None) for at in named]
    # What stands beside the indicators above the first project is the sum of their office.
    return [Listed(_cells(left[start : end + 1], beside), rows) for start, end, rows in ways[0]]


def _rows(head: Head, lines: Sequence[Line]) -> list[GridRow] | None:
    """The rows of one project, in which no first level is printed twice: that of the next one would be."""
    rows = read_rows(head, [line for line in lines if line])
    at = next((at for at, kind in enumerate(head.kinds) if kind == "level1"), None)
    if rows is None or at is None:
        return rows
    levels = [compact(piece.text) for row in rows for column, piece, _ in row.cells if column == at]
    return rows if len(set(levels)) == len(levels) else None


def _names_project(pieces: Sequence[Piece], beside: ListHead) -> bool:
    columns = [_column(piece, beside) for piece in pieces]
    return beside.name in columns and any(
        looks_like_number(piece.text) for piece, column in zip(pieces, columns, strict=True) if column > beside.name
    )


def _column(piece: Piece, beside: ListHead) -> int:
    return min(
        range(len(beside.cells)),
        key=lambda at: abs(beside.cells[at].start + beside.cells[at].end - piece.start - piece.end),
    )


def _starts(body: Sequence[Line], right: Sequence[Line], at: int, end: int) -> list[int]:
    """The lines with which the rows in whose middle a project stands may begin."""
    if end < at:
        return []
    middle, last = body[at][0].number, body[end][0].number
    return [
        start for start in range(at + 1) if right[start] and abs(body[start][0].number + last - 2 * middle) <= 2 * _OFF
    ]


def _own(pieces: Sequence[Piece], beside: ListHead) -> tuple[tuple[int, Piece], ...]:
    """What stands on the line of a project itself, without its goal, of which more lines may belong to it."""
    return tuple(
        (column, piece)
        for piece in pieces
        if (column := _column(piece, beside)) == beside.name or looks_like_number(piece.text)
    )


def _cells(lines: Sequence[Sequence[Piece]], beside: ListHead) -> tuple[tuple[int, Piece], ...]:
    columns: dict[int, list[Piece]] = {}
    for line in lines:
        for piece in line:
            columns.setdefault(_column(piece, beside), []).append(piece)
    return tuple((column, joined(pieces)) for column, pieces in sorted(columns.items()))


def list_rows(beside: ListHead, head: Head, found: Sequence[Listed]) -> list[tuple[Cell, ...]]:
    """A list as cells of a table, the projects' own ones merged over the rows of their indicators."""
    shift = len(beside.cells)
    above = head_rows(head)
    own = tuple(_cell(piece, 0, at, len(above)) for at, piece in enumerate(beside.cells))
    result = [
        ((*own, *row) if at == 0 else row)
        for at, row in enumerate([tuple(one._replace(column=one.column + shift) for one in line) for line in above])
    ]
    for project in found:
        first, rows = len(result), project.rows or [GridRow(())]
        for number, row in enumerate(rows, first):
            cells = [_cell(piece, number, at, len(rows)) for at, piece in project.cells] if number == first else []
            cells += [_cell(piece, number, at + shift, covered) for at, piece, covered in row.cells]
            result.append(tuple(cells))
    return result


def _cell(piece: Piece, row: int, column: int, rowspan: int) -> Cell:
    anchor = ("line", piece.number, column)
    return Cell(piece.text, row, column, rowspan, 1, f"第{piece.number}行第{column + 1}列", anchor)
