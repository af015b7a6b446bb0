"""Which rows a merged cell covers: its text stands in their middle, so the places of all texts tell where each ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from drafter.reading.layout_pieces import Piece
from drafter.reading.layout_rows import Band, joined

_MOST_PARTS = 5
_SAME = 0.1
"""Lines by which texts of one line may stand apart."""
_APART = 0.3
"""Lines by which a text on a line of its own stands apart from the next at least."""
_OFF = 0.35
"""Lines by which a text may stand beside the middle of its rows: what keeps rows apart is not known exactly."""
_CLEAR = 0.1
"""By how much the best way must be better than the next."""
_UNKNOWN = 0.3


class Span(NamedTuple):
    """A merged cell: its text and lines, and the rows it covers (`last` included)."""

    cell: Piece
    lines: int
    first: int
    last: int


class _Way(NamedTuple):
    """The cells up to a place, the last of them first, and how badly they fit."""

    cost: float
    span: Span | None = None
    before: _Way | None = None


def merged(
    pieces: Sequence[Piece],
    rows: Sequence[Band],
    heights: Sequence[int],
    known: Callable[[str], bool],
    fits: Callable[[str, int, int], bool],
) -> list[Span] | None:
    """The merged cells of one column, from its pieces in order; None where they do not fit the rows, or fit two ways.

    Args:
        pieces: What stands in the column.
        rows: The rows beside it.
        heights: The lines of the highest cell of each row, merged cells of one row among them.
        known: Whether a text is one that such a column holds: tells which pieces are parts of one cell.
        fits: Whether a text may cover the rows from one to another (both included).
    """
    if not pieces or not rows:
        return None
    scale = _Scale(rows, heights)
    ways: list[list[list[_Way]]] = [[[] for _ in range(len(rows) + 1)] for _ in range(len(pieces) + 1)]
    ways[0][0].append(_Way(0.0))
    for part in range(len(pieces)):
        for taken in range(1, min(_MOST_PARTS, len(pieces) - part) + 1):
            parts = pieces[part : part + taken]
            cell = joined(parts)
            if taken > 1 and not known(cell.text) and any(known(one.text) for one in parts):
                continue
            low, high = scale.centre([one.line for one in parts])
            extra = 0.0 if known(cell.text) else _UNKNOWN * taken
            for first in range(len(rows)):
                for last in range(first, len(rows)) if ways[part][first] else ():
                    middle = scale.middle(first, last)
                    if middle > high + _OFF:
                        break
                    off = max(0.0, low - middle, middle - high)
                    if off > _OFF or not fits(cell.text, first, last):
                        continue
                    span = Span(cell, taken, first, last)
                    found = [_Way(way.cost + extra + off * off, span, way) for way in ways[part][first]]
                    best = sorted((*ways[part + taken][last + 1], *found), key=lambda way: way.cost)
                    ways[part + taken][last + 1] = best[:2]
    found = ways[-1][-1]
    if not found or (len(found) > 1 and found[1].cost - found[0].cost < _CLEAR):
        return None
    return _spans(found[0])


def _spans(way: _Way) -> list[Span]:
    spans: list[Span] = []
    step: _Way | None = way
    while step is not None and step.span is not None:
        spans.append(step.span)
        step = step.before
    return spans[::-1]


class _Scale:
    """The heights at which the lines of a page stand, in lines of text from the top of the table."""

    def __init__(self, rows: Sequence[Band], heights: Sequence[int]) -> None:
        self.tops = [0, *accumulate(heights)]
        middles = [(low + high) / 2 for low, high in pairwise(self.tops)]
        self.lines = {
            line: middle + offset
            for row, middle in zip(rows, middles, strict=True)
            for line, offset in row.offsets.items()
        }

    def middle(self, first: int, last: int) -> float:
        """The middle of some rows."""
        return (self.tops[first] + self.tops[last + 1]) / 2

    def centre(self, lines: Sequence[int]) -> tuple[float, float]:
        """Between which heights the middle of a cell lies, by its lines."""
        low, high = 0.0, float(self.tops[-1])
        for at, line in enumerate(lines):
            offset = at - (len(lines) - 1) / 2
            top, bottom = self._between(line)
            low, high = max(low, top - offset), min(high, bottom - offset)
        return (low, high) if low <= high else ((low + high) / 2, (low + high) / 2)

    def _between(self, line: int) -> tuple[float, float]:
        if (height := self.lines.get(line)) is not None:
            return height - _SAME, height + _SAME
        above = max((one for one in self.lines if one < line), default=None)
        below = min((one for one in self.lines if one > line), default=None)
        return (
            0.0 if above is None else self.lines[above] + _APART,
            float(self.tops[-1]) if below is None else self.lines[below] - _APART,
        )
