"""Rows of layout text whose cells begin at the top: every cell of a row begins on the row's first line.

A cell of several lines goes on below its own first line and nowhere else, and goes on only where its line is full. What
is not told by that is not guessed at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import TypeAlias

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_value
from drafter.reading.layout_pieces import Piece
from drafter.reading.layout_rows import Band, joined
from drafter.reading.layout_spans import Span
from drafter.reading.words import display_width, unclosed

_Row: TypeAlias = dict[int, list[list[Piece]]]
_DIGIT = lazy(r"[\d,.，]")
_ENDS = ("。", "；", ";", "：", ":")
_SHORT = 4
"""Half-width columns by which a full line may be shorter than the widest of its cell: a number is not broken."""
_ONE = 2
"""The same where it only makes a doubt: one Chinese character."""
_PART = 5
"""Part of its width by which a line of a long text may be shorter."""
_NEAR = 4
"""Characters by which a full line may end before the next column begins."""
_MOST_LINES = 12


def top_bands(placed: Sequence[tuple[int, Piece]], needed: Sequence[frozenset[int]]) -> list[Band] | None:
    """The rows that pieces of known columns make up where cells begin at the top; None where that does not come out.

    Args:
        placed: Column and piece.
        needed: Of each of these sets of columns (the names, the values) a row holds one at least, on its first line.
    """
    limits = _limits(placed)
    lines: dict[int, dict[int, list[Piece]]] = {}
    for column, piece in placed:
        lines.setdefault(piece.line, {}).setdefault(column, []).append(piece)
    rows: list[_Row] = []
    for number in sorted(lines):
        cells = lines[number]
        begins = all(columns & cells.keys() for columns in needed)
        short = _ONE if begins else _SHORT
        goes_on = bool(rows) and all(_goes_on(rows[-1].get(at), number, limits[at], short) for at in cells)
        if begins and goes_on:
            goes_on = not any(_is_next_value(rows[-1].get(at), cells[at]) for at in needed[-1] & cells.keys())
        if begins == goes_on:  # Neither a row nor the rest of one, or either.
            return None
        if begins:
            rows.append({column: [pieces] for column, pieces in cells.items()})
        for column, pieces in cells.items() if goes_on else ():
            rows[-1][column].append(pieces)
        if max(map(len, rows[-1].values())) > _MOST_LINES:
            return None
    return [_band(row) for row in rows] or None


def may_be_one(placed: Sequence[tuple[int, Piece]], rows: Sequence[Band], needed: Sequence[frozenset[int]]) -> bool:
    """Whether two rows may be the lines of one, whose name and value are both broken after a full line."""
    limits = _limits(placed)
    lines: dict[int, dict[int, list[Piece]]] = {}
    for column, piece in placed:
        lines.setdefault(piece.line, {}).setdefault(column, []).append(piece)
    for above, below in pairwise(rows):
        last, first = lines[above.last], lines[below.first]
        if not all(columns & first.keys() for columns in needed):
            continue
        goes_on = all(at in last and _goes_on([last[at]], above.last + 1, limits[at], _ONE) for at in first)
        if goes_on and not any(
            at in last and _is_next_value([last[at]], first[at]) for at in needed[-1] & first.keys()
        ):
            return True
    return False


def _limits(placed: Sequence[tuple[int, Piece]]) -> dict[int, tuple[int, int]]:
    """Of each column where the next one begins and how wide its widest line is."""
    starts: dict[int, int] = {}
    widest: dict[int, int] = {}
    for column, piece in placed:
        starts[column] = min(starts.get(column, piece.start), piece.start)
        widest[column] = max(widest.get(column, 0), display_width(piece.text))
    far = max((piece.end for _, piece in placed), default=0)
    return {at: (min((one for to, one in starts.items() if to > at), default=far), widest[at]) for at in starts}


def width_of(pieces: Sequence[Piece]) -> int:
    """The width of what stands in one cell on one line."""
    return sum(display_width(piece.text) for piece in pieces) + len(pieces) - 1


def _goes_on(cell: Sequence[Sequence[Piece]] | None, line: int, limit: tuple[int, int], short: int) -> bool:
    """Whether a cell may go on with a line: its last one stands right above and is full, or leaves a bracket open."""
    if not cell or cell[-1][0].line != line - 1:
        return False
    end, text = cell[-1][-1].end, "".join(piece.text for piece in cell[-1])
    return (limit[0] - end <= _NEAR and width_of(cell[-1]) >= limit[1] - short) or unclosed(text)


def _is_next_value(cell: Sequence[Sequence[Piece]] | None, pieces: Sequence[Piece]) -> bool:
    """Whether a value stands below another that is whole: ≥60 below 12件, not 50件 below ≥1,3."""
    if not cell:
        return True
    above, text = cell[-1][-1].text, pieces[0].text
    return looks_like_value(above) and looks_like_value(text) and not (_DIGIT.match(above[-1]) and text[0].isdigit())


def wraps(lines: Sequence[Sequence[Piece]]) -> bool:
    """Whether lines may be those of one cell: every one but the last is full, or ends a sentence."""
    widest = max(width_of(line) for line in lines)
    # A mark that may not begin a line takes a character with it to the next one, a number all of its digits.
    least = widest - max(_SHORT, widest // _PART)
    return all(
        width_of(line) >= least or line[-1].text.endswith(_ENDS) or unclosed(line[-1].text) for line in lines[:-1]
    )


def _band(row: _Row) -> Band:
    cells = {column: joined([piece for line in lines for piece in line]) for column, lines in row.items()}
    numbers = [piece.line for lines in row.values() for line in lines for piece in line]
    first, last = min(numbers), max(numbers)
    height = last - first + 1
    return Band(first, last, cells, height, {first + at: at - (height - 1) / 2 for at in range(height)})


def top_spans(pieces: Sequence[Piece], rows: Sequence[Band], known: Callable[[str], bool]) -> list[Span] | None:
    """The merged cells of one column of levels: each begins with a row and reaches down to the next.

    Args:
        pieces: What stands in the column, one piece a line.
        rows: The rows beside it.
        known: Whether a text is one that such a column holds.
    """
    firsts = {row.first: at for at, row in enumerate(rows)}
    cells: list[list[Piece]] = []
    at = 0
    while at < len(pieces):
        end = _end_of(pieces, at, firsts, known)
        if pieces[at].line not in firsts:
            return None
        cells.append(list(pieces[at:end]))
        at = end
    starts = [firsts[cell[0].line] for cell in cells]
    if not starts or starts[0] != 0:
        return None
    ends = [*(start - 1 for start in starts[1:]), len(rows) - 1]
    return [Span(joined(cell), len(cell), start, end) for cell, start, end in zip(cells, starts, ends, strict=True)]


def _end_of(pieces: Sequence[Piece], start: int, firsts: Collection[int], known: Callable[[str], bool]) -> int:
    """Where a cell ends: with the last line that makes a level of it, below its own row if its parts are none."""
    end = start + 1
    while end < len(pieces) and pieces[end].line == pieces[end - 1].line + 1 and end - start < _MOST_LINES:
        end += 1
    for stop in range(end, start + 1, -1):
        parts = pieces[start:stop]
        if known(joined(parts).text) and not (known(parts[0].text) and known(parts[-1].text)):
            return stop
    stop = start + 1
    while stop < end and pieces[stop].line not in firsts:
        stop += 1
    return stop
