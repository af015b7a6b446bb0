"""Ruling lines of a page → tables of boxes. A merged cell is a region of the grid that no line crosses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.reading.pdf_page import Ruling

SNAP = 3.0
"""Lines nearer than this are one line: a double border, or the borders of two neighbouring cells."""
_GAP = 4.0
_OVERHANG = 8.0
_MAX_CROSSINGS = 1_000_000


class Region(NamedTuple):
    """A cell: grid rows and columns it covers, ends excluded."""

    row: int
    column: int
    end_row: int
    end_column: int


class Lattice(NamedTuple):
    """A ruled table: where its grid lines are, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def cell_of(self, x: float, y: float) -> tuple[int, int]:
        """Grid row and column of a point inside."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return row, column

    @property
    def area(self) -> float:
        """Square points covered."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def find_lattices(horizontal: Sequence[Ruling], vertical: Sequence[Ruling], snap: float = SNAP) -> list[Lattice]:
    """Every table of at least two cells, from top to bottom. No row or column is narrower than `snap`."""
    across, down = _joined(horizontal, snap), _joined(vertical, snap)
    if len(across) * len(down) > _MAX_CROSSINGS:
        return []
    lattices: list[Lattice] = []
    for rows, columns in _connected(across, down):
        lattice = _lattice(rows, columns, snap)
        if lattice is not None and len(lattice.regions) > 1:
            lattices.append(lattice)
    return sorted(lattices, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _joined(rulings: Iterable[Ruling], snap: float) -> list[Ruling]:
    """Lines at (nearly) the same place as one, and pieces of a line (dashes, one per cell) as one."""
    joined: list[Ruling] = []
    for group in _clusters(rulings, snap):
        at = sum(ruling.at for ruling in group) / len(group)
        start = end = None
        for ruling in sorted(group, key=lambda ruling: ruling.start):
            if start is None or end is None:
                start, end = ruling.start, ruling.end
            elif ruling.start <= end + _GAP:
                end = max(end, ruling.end)
            else:
                joined.append(Ruling(at, start, end))
                start, end = ruling.start, ruling.end
        if start is not None and end is not None:
            joined.append(Ruling(at, start, end))
    return [ruling for ruling in joined if ruling.end - ruling.start > _GAP]


def _clusters(rulings: Iterable[Ruling], snap: float) -> list[list[Ruling]]:
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if groups and ruling.at - groups[-1][0].at <= snap:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return groups


def _connected(across: list[Ruling], down: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines grouped by whether they touch."""
    parents = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    for number, line in enumerate(across):
        for offset, other in enumerate(down, len(across)):
            touches = (
                line.start - SNAP <= other.at <= line.end + SNAP and other.start - SNAP <= line.at <= other.end + SNAP
            )
            if touches:
                parents[root(offset)] = root(number)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for number, line in enumerate([*across, *down]):
        groups.setdefault(root(number), ([], []))[number >= len(across)].append(line)
    tables = [group for group in groups.values() if group[0] and group[1] and len(group[0]) + len(group[1]) > 2]
    lone = [group[1][0] for group in groups.values() if not group[0]]
    for _, lines in tables:
        lines.extend(line for line in lone if _is_side(line, lines))
    return tables


def _is_side(line: Ruling, lines: list[Ruling]) -> bool:
    """Whether a vertical line is the outer side of a table: as tall as the table, and touched by no other line.

    Seen where a label reaches over a whole page: its column has no line above, below or within.
    """
    top, bottom = min(other.start for other in lines), max(other.end for other in lines)
    return abs(line.start - top) <= _GAP and abs(line.end - bottom) <= _GAP


def _lattice(across: list[Ruling], down: list[Ruling], snap: float) -> Lattice | None:
    xs = _edges([line.at for line in down], [line.start for line in across], [line.end for line in across], snap)
    ys = _edges([line.at for line in across], [line.start for line in down], [line.end for line in down], snap)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > 20_000:
        return None
    # walls[row][column]: is there a line on the left of the cell; roofs: above it.
    walls = [[False] * columns + [True] for _ in range(rows)]
    roofs = [[False] * columns for _ in range(rows)] + [[True] * columns]
    for line in down:
        column = _nearest(xs, line.at)
        for row in _covered(ys, line):
            walls[row][column] = True
    for line in across:
        row = _nearest(ys, line.at)
        for column in _covered(xs, line):
            roofs[row][column] = True
    return Lattice(tuple(xs), tuple(ys), tuple(_regions(walls, roofs, rows, columns)))


def _edges(lines: list[float], starts: list[float], ends: list[float], snap: float) -> list[float]:
    """Grid lines; where the crossing lines reach beyond the outermost one, the table is open and ends with them."""
    edges: list[float] = []
    for at in sorted(lines):
        if not edges or at - edges[-1] > snap:
            edges.append(at)
    first, last = min(starts), max(ends)
    if edges[0] - first > max(snap, _OVERHANG):
        edges.insert(0, first)
    elif edges[0] - first > _OVERHANG:
        edges[0] = first
    if last - edges[-1] > max(snap, _OVERHANG):
        edges.append(last)
    elif last - edges[-1] > _OVERHANG:
        edges[-1] = last
    return edges


def _nearest(edges: list[float], at: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))


def _covered(edges: list[float], line: Ruling) -> list[int]:
    """The intervals between edges whose middle a line passes."""
    middles = ((before + after) / 2 for before, after in pairwise(edges))
    return [index for index, middle in enumerate(middles) if line.start - SNAP <= middle <= line.end + SNAP]


def _regions(walls: list[list[bool]], roofs: list[list[bool]], rows: int, columns: int) -> list[Region]:
    """Rectangles of cells without a line between them. A region that is no rectangle is cut into rows of cells."""
    seen = [[False] * columns for _ in range(rows)]
    found: list[Region] = []
    for row in range(rows):
        for column in range(columns):
            if not seen[row][column]:
                found.extend(_rectangles(_flood(row, column, walls, roofs, seen, rows)))
    return found


def _flood(
    row: int, column: int, walls: list[list[bool]], roofs: list[list[bool]], seen: list[list[bool]], rows: int
) -> list[tuple[int, int]]:
    seen[row][column] = True
    waiting, inside = [(row, column)], list[tuple[int, int]]()
    while waiting:
        at, across = waiting.pop()
        inside.append((at, across))
        beside = [
            (at, across - 1, walls[at][across] or across == 0),
            (at, across + 1, walls[at][across + 1]),
            (at - 1, across, roofs[at][across] or at == 0),
            (at + 1, across, at + 1 == rows or roofs[at + 1][across]),
        ]
        for down, right, blocked in beside:
            if not blocked and not seen[down][right]:
                seen[down][right] = True
                waiting.append((down, right))
    return inside


def _rectangles(cells: list[tuple[int, int]]) -> list[Region]:
    top, bottom = min(row for row, _ in cells), max(row for row, _ in cells) + 1
    left, right = min(column for _, column in cells), max(column for _, column in cells) + 1
    if len(cells) == (bottom - top) * (right - left):
        return [Region(top, left, bottom, right)]
    pieces: list[Region] = []
    for row, column in sorted(cells):
        if pieces and pieces[-1].row == row and pieces[-1].end_column == column:
            pieces[-1] = Region(row, pieces[-1].column, row + 1, column + 1)
        else:
            pieces.append(Region(row, column, row + 1, column + 1))
    return pieces
