"""The labelled part of a form in layout text: which lines stand beside which label.

A label stands in the middle of what it is a label of, as every cell does. So the labels of the first column part the
lines into bands, each as far above its label as below it; that they come out even tells that they are right.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.reading.align import looks_like_number
from drafter.reading.labels import find_label
from drafter.reading.layout_pieces import Line, Piece, is_centred, spans
from drafter.reading.layout_rows import joined
from drafter.reading.words import join_lines

_LONGEST_LABEL = 12
_INDENT = 5
_MOST_PARTS = 5
_MOST_LINES = 30
_OFF = 0.5
_UNKNOWN = 0.4
_FEWEST_LABELS = 2
_NEVER = 1e9


class Part(NamedTuple):
    """One row of fields: its cells, the first of them in column 0 (a label) or 1."""

    cells: tuple[tuple[int, Piece], ...]


class _Step(NamedTuple):
    cost: float
    start: int = 0
    part: int = 0


def read_fields(lines: Sequence[Line]) -> list[Part] | None:
    """Rows of label and value; None where lines and labels do not come out even.

    The rows of a block of money that stand on the page before begin a page without their label.
    """
    loose = 0
    while loose < len(lines) and _is_amount(lines[loose]):
        loose += 1
    ways = [(way, count) for count in range(loose + 1) if (way := _beside_labels(lines[count:])) is not None]
    if not ways:
        return [Part(tuple(enumerate(line, 1))) for line in lines] if 0 < loose == len(lines) else None
    (_, found), count = min(ways, key=lambda way: (way[0][0], way[1]))
    return [*(Part(tuple(enumerate(line, 1))) for line in lines[:count]), *found]


def _is_amount(line: Line) -> bool:
    """Whether a line is a label of money and its amount, and nothing else."""
    label = find_label(line[0].text)
    return label is not None and label.kind == "funding" and len(line) == 2 and looks_like_number(line[1].text)


def _beside_labels(lines: Sequence[Line]) -> tuple[float, list[Part]] | None:
    edge = _edge(lines)
    if edge is None:
        return None
    first = [[piece for piece in line if _is_label(piece, edge)][:1] for line in lines]
    rest = [tuple(piece for piece in line if piece not in first[at]) for at, line in enumerate(lines)]
    labels = [(at, found[0]) for at, found in enumerate(first) if found]
    bands = _bands(labels, [_is_money(line) for line in rest])
    if bands is None:
        return None
    result: list[Part] = []
    for label, start, end in bands[1]:
        rows = _rows([line for line in rest[start:end] if line])
        if rows is None:
            return None
        columns = spans([piece for row in rows for piece in row])
        for at, row in enumerate(rows or [()]):
            head = ((0, label),) if at == 0 else ()
            result.append(Part((*head, *placed_below(row, columns))))
    return bands[0], result


def _is_money(line: Line) -> bool:
    """Whether a line ends with a label of money and its amount."""
    if len(line) < _FEWEST_LABELS:
        return False
    *_, head, amount = line
    label = find_label(head.text)
    return label is not None and label.kind == "funding" and looks_like_number(amount.text)


def placed_below(row: Sequence[Piece], columns: Sequence[tuple[int, int]]) -> list[tuple[int, Piece]]:
    """The cells of a row with their columns: those below each other on the rows beside one label, else their order."""
    at = [next(number for number, (_, end) in enumerate(columns, 1) if piece.start < end) for piece in row]
    return list(zip(at if len(set(at)) == len(at) else range(1, len(at) + 1), row, strict=True))


def _edge(lines: Sequence[Line]) -> int | None:
    """Where the column of labels ends: at the end of its longest one."""
    left = min((line[0].start for line in lines), default=0)
    first = [line[0] for line in lines if line[0].start <= left + _INDENT and len(line[0].text) <= _LONGEST_LABEL]
    ends = [piece.end for piece in first if find_label(piece.text)]
    # A label of two lines, the value beside their middle: 项目支出绩 over 效目标.
    ends += [max(one.end, two.end) for one, two in pairwise(first) if find_label(one.text + two.text)]
    return max(ends, default=None)


def _is_label(piece: Piece, edge: int) -> bool:
    return piece.end <= edge + 1


def _bands(
    labels: Sequence[tuple[int, Piece]], money: Sequence[bool]
) -> tuple[float, list[tuple[Piece, int, int]]] | None:
    """The label and the lines (from, up to) of each band, and how uneven they are; None where there is no way.

    Lines of `money` never stand beside a goal.
    """
    count = len(money)
    steps = [[_Step(_NEVER)] * (count + 1) for _ in range(len(labels) + 1)]
    steps[0][0] = _Step(0.0)
    for part in range(len(labels)):
        for taken in range(1, min(_MOST_PARTS, len(labels) - part) + 1):
            pieces = [piece for _, piece in labels[part : part + taken]]
            text = join_lines(piece.text for piece in pieces)
            top, low = labels[part][0], labels[part + taken - 1][0]
            head = find_label(text)
            extra = 0.0 if head is not None else _UNKNOWN * taken
            if head is None and sum(find_label(piece.text) is not None for piece in pieces) > 1:
                continue  # Two labels, not the lines of one.
            for start in range(max(0, low - _MOST_LINES), top + 1):
                before = steps[part][start].cost
                if before >= _NEVER:
                    continue
                for end in range(low + 1, min(count, start + _MOST_LINES) + 1):
                    if head is not None and head.kind == "goal" and any(money[start:end]):
                        continue
                    off = abs((start + end - 1) - (top + low)) / 2
                    cost = before + extra + off
                    if off <= _OFF and cost < steps[part + taken][end].cost:
                        steps[part + taken][end] = _Step(cost, start, part)
    at, end, found = len(labels), count, list[tuple[Piece, int, int]]()
    if steps[at][end].cost >= _NEVER:
        return None
    while at:
        step = steps[at][end]
        pieces = [piece for _, piece in labels[step.part : at]]
        found.append((joined(pieces), step.start, end))
        at, end = step.part, step.start
    return steps[len(labels)][count].cost, found[::-1]


def _rows(lines: Sequence[Line]) -> list[tuple[Piece, ...]] | None:
    """The rows beside one label."""
    if not lines:
        return []
    if len(lines) == 1:
        return [lines[0]]
    heads = [find_label(piece.text) for piece in lines[0]]
    if len(heads) > 1 and all(head is not None and head.kind == "goal" and head.inline is None for head in heads):
        texts = _one_row(lines[1:], even=False)
        return None if texts is None else [lines[0], texts]
    if whole := _one_row(lines, even=True):
        return [whole]
    found = _several(lines)
    if found is not None or (total := _beside_all(lines)) is None:
        return found
    below = _several([rest for line in lines if (rest := tuple(piece for piece in line if piece is not total))])
    return None if below is None else [(total,), *below]


def _beside_all(lines: Sequence[Line]) -> Piece | None:
    """The amount alone in its column, beside all rows of a block: 当年预算 90.00 of 本级 60.00 and 上级 30.00."""
    pieces = [piece for line in lines for piece in line]
    first = [piece for piece in pieces if piece.start < spans(pieces)[0][1]]
    return first[0] if len(first) == 1 and looks_like_number(first[0].text) else None


def _one_row(lines: Sequence[Line], *, even: bool) -> tuple[Piece, ...] | None:
    """The lines as one row of cells, each broken over some of them; None where they are not even about its middle."""
    columns = spans([piece for line in lines for piece in line], gap=2)
    cells: list[Piece] = []
    for start, end in columns:
        inside = [(at, piece) for at, line in enumerate(lines) for piece in line if start <= piece.start < end]
        if even and not is_centred(list(dict.fromkeys(at for at, _ in inside)), 0, len(lines) - 1):
            return None
        if len(inside) > 1 and not _is_one_cell([piece for _, piece in inside]):
            return None
        cells.append(joined([piece for _, piece in inside]))
    if even and len(cells) > 1 and all(len(line) == len(cells) for line in lines):
        return None  # As many rows as lines: every one of them has all cells.
    return tuple(cells)


def _is_one_cell(pieces: Sequence[Piece]) -> bool:
    """Whether pieces may be the lines of one cell: one on each line, no amounts, not two labels."""
    if len({piece.line for piece in pieces}) < len(pieces) or any(looks_like_number(piece.text) for piece in pieces):
        return False
    return sum(find_label(piece.text) is not None for piece in pieces) < _FEWEST_LABELS


def _several(lines: Sequence[Line]) -> list[tuple[Piece, ...]] | None:
    """The fewest lines that make a row each: a label and what stands beside it; the sum of them all alone."""
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(lines) + 1):
        ways = [
            (best[start][0] + 1, start)
            for start in range(max(0, end - _MOST_PARTS), end)
            if best[start][0] >= 0 and _is_row(lines[start:end])
        ]
        best.append(max(ways, default=(-1, 0)))
    if best[-1][0] < 0:
        return None
    rows: list[tuple[Piece, ...]] = []
    end = len(lines)
    while end:
        start = best[end][1]
        rows.append(lines[start] if end - start == 1 else (_one_row(lines[start:end], even=True) or ()))
        end = start
    rows.reverse()
    alone = [row for row in rows if len(row) == 1 and looks_like_number(row[0].text)]
    return [*alone, *(row for row in rows if row not in alone)]


def _is_row(lines: Sequence[Line]) -> bool:
    if len(lines) == 1:
        texts = [piece.text for piece in lines[0]]
        return len(texts) > 1 or looks_like_number(texts[0]) or find_label(texts[0]) is not None
    return _one_row(lines, even=True) is not None
