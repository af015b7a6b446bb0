"""Which lines of layout text make up one row of a table: the lines of every cell lie evenly about its middle."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from drafter.reading.layout_pieces import Piece, is_centred
from drafter.reading.words import display_width, join_lines, unclosed

_MOST_LINES = 9
_ENDS = ("。", "；", ";", "：", ":")
_SHORT = 2
"""Half-width columns by which a line that goes on may be shorter than the widest of its column."""
_PART = 5
"""The part of its width by which a long line may be shorter: a number is not broken."""


class Band(NamedTuple):
    """The lines of one row.

    Attributes:
        first: Its first line.
        last: Its last line.
        cells: The text of its cells by column.
        height: The lines of its highest cell.
        offsets: Line → how far below the middle of the row it stands, in lines of one cell.
    """

    first: int
    last: int
    cells: dict[int, Piece]
    height: int
    offsets: dict[int, float]


def bands(placed: Sequence[tuple[int, Piece]], needed: Sequence[frozenset[int]]) -> list[Band] | None:
    """The rows that pieces of known columns make up; None where there is no way, or more than one.

    Args:
        placed: Column and piece.
        needed: Of each of these sets of columns a row holds one at least.

    Of all ways to cut the lines into rows that of most rows is taken: two lines that could be rows of their own are.
    """
    numbers = sorted({piece.line for _, piece in placed})
    lines = [[(column, piece) for column, piece in placed if piece.line == number] for number in numbers]
    widest: dict[int, int] = {}
    for column, piece in placed:
        widest[column] = max(widest.get(column, 0), display_width(piece.text))
    full = [_full(line, widest) for line in lines]
    best: list[tuple[int, int, int]] = [(0, 1, 0)]
    for end in range(1, len(lines) + 1):
        ways = [
            (best[start][0] + 1, best[start][1], start)
            for start in range(max(0, end - _MOST_LINES), end)
            if best[start][1] and _is_row(lines[start:end], needed, full[start:end])
        ]
        most = max((count for count, _, _ in ways), default=0)
        chosen = [way for way in ways if way[0] == most]
        best.append((most, sum(way[1] for way in chosen), chosen[0][2] if chosen else 0))
    if best[-1][1] != 1:
        return None
    result: list[Band] = []
    end = len(lines)
    while end:
        start = best[end][2]
        result.append(_band([one for line in lines[start:end] for one in line], numbers[start], numbers[end - 1]))
        end = start
    return result[::-1]


def _is_row(
    lines: Sequence[Sequence[tuple[int, Piece]]], needed: Sequence[frozenset[int]], full: Sequence[Collection[int]]
) -> bool:
    at: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        for column in dict.fromkeys(column for column, _ in line):
            at.setdefault(column, []).append(number)
    if not all(columns & at.keys() for columns in needed):
        return False
    if not all(is_centred(numbers, 0, len(lines) - 1) for numbers in at.values()):
        return False
    return all(column in full[number] for column, numbers in at.items() for number in numbers[:-1])


def _full(line: Sequence[tuple[int, Piece]], widest: Mapping[int, int]) -> set[int]:
    """The columns whose cells may go on in the next line."""
    texts: dict[int, list[str]] = {}
    for column, piece in line:
        texts.setdefault(column, []).append(piece.text)
    return {column for column, parts in texts.items() if is_full(parts, widest[column])}


def is_full(texts: Sequence[str], widest: int) -> bool:
    """Whether what stands in a cell on one line goes on in the next: it is as wide as its column, or leaves off."""
    least = widest - max(_SHORT, widest // _PART)
    width = sum(map(display_width, texts)) + len(texts) - 1
    return width >= least or texts[-1].endswith(_ENDS) or unclosed("".join(texts))


def _band(placed: Sequence[tuple[int, Piece]], first: int, last: int) -> Band:
    cells: dict[int, list[Piece]] = {}
    for column, piece in placed:
        cells.setdefault(column, []).append(piece)
    lines = {column: sorted({piece.line for piece in pieces}) for column, pieces in cells.items()}
    offsets = {line: at - (len(one) - 1) / 2 for one in lines.values() for at, line in enumerate(one)}
    height = max(len(one) for one in lines.values())
    return Band(first, last, {column: joined(pieces) for column, pieces in cells.items()}, height, offsets)


def joined(pieces: Sequence[Piece]) -> Piece:
    """The pieces of one cell as one: on the same line with a blank between, line after line as cells are broken."""
    lines: dict[int, list[Piece]] = {}
    for piece in pieces:
        lines.setdefault(piece.line, []).append(piece)
    texts: list[str] = []
    for line in lines.values():
        text, end = "", None
        for piece in sorted(line, key=lambda one: one.start):
            text += " " * (end is not None) + piece.text
            end = piece.end
        texts.append(text)
    return pieces[0]._replace(text=join_lines(texts))
