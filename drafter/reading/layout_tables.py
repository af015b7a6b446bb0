"""An indicator table in layout text as a table with a grid: its columns, its rows, its merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.columns import budget_column, indicator_column, project_column
from drafter.reading.content import Cell
from drafter.reading.labels import find_label
from drafter.reading.layout_heads import Head, columns_of
from drafter.reading.layout_order import in_order
from drafter.reading.layout_pieces import Line, Piece
from drafter.reading.layout_rows import Band, bands
from drafter.reading.layout_spans import Span, merged
from drafter.reading.layout_top import may_be_one, top_bands, top_spans
from drafter.reading.levels import Style, level1_kind, level2_parents
from drafter.reading.words import compact

_TITLE = lazy(r".{0,50}绩效(?:目标|指标).{0,12}表.{0,24}", needs=("绩效",))
_TEMPLATE = lazy(r"[….·\s]+")
_ENDS = frozenset(("field", "funding", "goal", "narrative", "personal", "ignored"))
_LEVELS = ("level1", "level2")
_ACROSS = 3
_SIDE = 4


class GridRow(NamedTuple):
    """A row of cells with their columns; a merged cell stands in its first row."""

    cells: tuple[tuple[int, Piece, int], ...]
    """Column, cell, rows covered."""


def read_rows(head: Head, body: Sequence[Line]) -> list[GridRow] | None:
    """The rows below a head; None where the cells cannot be told apart."""
    kinds = head.kinds
    first = next((at for at, kind in enumerate(kinds) if kind in (*_LEVELS, "name")), None)
    if first is None or any(project_column(cell.text) == "project_name" for cell in head.cells):
        return None
    ways: list[list[tuple[int, Piece]]] = []
    for columns, words in columns_of(head, body):
        left = columns[first][0]
        placed = [
            (next(at for at, (_, until) in enumerate(columns) if word.start < until), word)
            for word in words
            if word.start >= left and not _TEMPLATE.fullmatch(word.text)
        ]
        if placed not in ways:
            ways.append(placed)
    if not any(found := (_first(ways, kinds, top=False), _first(ways, kinds, top=True))):
        ways = list(_in_order(head, body, first))
        found = (_first(ways, kinds, top=False), _first(ways, kinds, top=True))
    centred, top = found
    return centred or top if None in (centred, top) or _texts(centred) == _texts(top) else None


def _first(
    ways: Sequence[Sequence[tuple[int, Piece]]], kinds: Sequence[str | None], *, top: bool
) -> list[GridRow] | None:
    return next((rows for placed in ways if (rows := _read(placed, kinds, top=top)) is not None), None)


def _texts(rows: Sequence[GridRow] | None) -> list[list[tuple[int, str, int]]]:
    return [[(at, piece.text, covered) for at, piece, covered in row.cells] for row in rows or ()]


def _in_order(head: Head, body: Sequence[Line], first: int) -> Iterator[list[tuple[int, Piece]]]:
    left = head.cells[first].start
    lines = [tuple(piece for piece in line if piece.end >= left or len(piece.text) > _SIDE) for line in body]
    if (placed := in_order(head, [line for line in lines if line])) is not None:
        yield [(at, piece) for at, piece in placed if at >= first and not _TEMPLATE.fullmatch(piece.text)]


def _read(placed: Sequence[tuple[int, Piece]], kinds: Sequence[str | None], *, top: bool) -> list[GridRow] | None:
    """The rows where the cells of a row stand about its middle, or where all of them begin at its `top`."""
    levels = [at for at, kind in enumerate(kinds) if kind in _LEVELS]
    needed = _needed(kinds)
    others = [(at, piece) for at, piece in placed if at not in levels]
    rows = (top_bands if top and all(needed) else bands)(others, needed)
    if rows is None or (not top and may_be_one(others, rows, needed)):
        return None
    spans = _levels(placed, rows, kinds, levels, top=top)
    return None if spans is None else _rows(rows, spans)


def _needed(kinds: Sequence[str | None]) -> list[frozenset[int]]:
    """A row holds a name and a value, of whichever half."""
    return [
        frozenset(at for at, kind in enumerate(kinds) if kind in wanted) for wanted in (("name",), ("value", "sign"))
    ]


def end_of(lines: Sequence[Line], head: Head, stop: int, *, start: int | None = None) -> int:
    """The first line, `stop` at the latest, that is no part of the table below a head, or from `start` on."""
    for at in range(head.last + 1 if start is None else start, stop):
        if _ends_table(lines[at], head):
            return at
    return stop


def _ends_table(line: Line, head: Head) -> bool:
    first = line[0]
    if len(line) == 1 and _TITLE.fullmatch(compact(first.text)):
        return True
    if len(line) == 1 and sum(first.meets(cell) for cell in head.cells) >= (_ACROSS if len(first.words) > 1 else 2):
        return True
    if sum(budget_column(piece.text) is not None for piece in line) >= _ACROSS and indicator_column(first.text) is None:
        return True
    label = find_label(first.text)
    beside = first.end <= next(cell.start for cell, kind in zip(head.cells, head.kinds, strict=True) if kind)
    return label is not None and label.kind in _ENDS and (beside or label.inline is not None)


def _levels(
    placed: Sequence[tuple[int, Piece]],
    rows: Sequence[Band],
    kinds: Sequence[str | None],
    levels: Sequence[int],
    *,
    top: bool,
) -> dict[int, list[Span]] | None:
    """The merged cells of the columns of levels: a first level ends where a second one ends."""
    style = Style.of("".join(compact(piece.text) for _, piece in placed))
    result: dict[int, list[Span]] = {}
    heights = [row.height for row in rows]
    below: list[Span] = []
    for at in sorted(levels, key=lambda one: kinds[one] == "level1"):
        role = str(kinds[at])
        pieces = _by_line([piece for column, piece in placed if column == at])
        fits = partial(_stands_over, tuple(below) if role == "level1" else ())
        known = partial(_has_role, style, role)
        spans = top_spans(pieces, rows, known) if top else merged(pieces, rows, heights, known, fits)
        if top and spans is not None and not all(fits(one.cell.text, one.first, one.last) for one in spans):
            return None
        if spans is None or _are_misplaced(style, role, [span.cell.text for span in spans]):
            return None
        result[at] = spans
        for span in spans:
            if span.first == span.last:
                heights[span.first] = max(heights[span.first], span.lines)
        if role == "level2" and not below:
            below = spans
    return result


def _stands_over(below: Sequence[Span], text: str, first: int, last: int) -> bool:
    """Whether a first level may cover some rows: it ends where a second one ends, and all that it covers belong to it.

    Words that no list names are taken as they stand.
    """
    kind = level1_kind(text)
    for span in below:
        if span.last < first or span.first > last:
            continue
        parents = level2_parents(span.cell.text)
        if span.first < first or span.last > last or (parents and kind is not None and kind not in parents):
            return False
    return True


def _has_role(style: Style, role: str, text: str) -> bool:
    return role in style.roles(text)


def _are_misplaced(style: Style, role: str, texts: Sequence[str]) -> bool:
    """Whether texts say that they stand in another column: a side label, second levels alone among the first ones."""
    roles = [style.roles(text) for text in texts]
    return ("side",) in roles or (role == "level1" and all(one == ("level2",) for one in roles))


def _by_line(pieces: Sequence[Piece]) -> list[Piece]:
    lines: dict[int, Piece] = {}
    for piece in pieces:
        before = lines.get(piece.line)
        lines[piece.line] = piece if before is None else before._replace(text=f"{before.text} {piece.text}")
    return list(lines.values())


def _rows(rows: Sequence[Band], spans: dict[int, list[Span]]) -> list[GridRow]:
    result: list[GridRow] = []
    for number, row in enumerate(rows):
        cells = [(at, piece, 1) for at, piece in row.cells.items()]
        cells += [
            (at, one.cell, one.last - one.first + 1)
            for at, found in spans.items()
            for one in found
            if one.first == number
        ]
        result.append(GridRow(tuple(sorted(cells, key=lambda cell: cell[0]))))
    return result


def table_rows(head: Head, rows: Sequence[GridRow]) -> list[tuple[Cell, ...]]:
    """A head and its rows as cells of a table."""
    result = head_rows(head)
    for number, row in enumerate(rows, len(result)):
        result.append(tuple(_cell(piece, number, at, rowspan=covered) for at, piece, covered in row.cells))
    return result


def head_rows(head: Head) -> list[tuple[Cell, ...]]:
    """A head as cells of a table, on two rows where some of its cells stand over others."""
    if not head.groups:
        return [tuple(_cell(piece, 0, at) for at, piece in enumerate(head.cells))]
    below = {at for _, under in head.groups for at in under}
    upper = [_cell(piece, 0, at, rowspan=2) for at, piece in enumerate(head.cells) if at not in below]
    upper += [_cell(group, 0, under[0], colspan=len(under)) for group, under in head.groups]
    lower = [_cell(head.cells[at], 1, at) for at in sorted(below)]
    return [tuple(sorted(upper, key=lambda cell: cell.column)), tuple(lower)]


def _cell(piece: Piece, row: int, column: int, *, rowspan: int = 1, colspan: int = 1) -> Cell:
    anchor = ("line", piece.number, column)
    return Cell(piece.text, row, column, rowspan, colspan, f"第{piece.number}行第{column + 1}列", anchor)
