"""The head of an indicator table in layout text: its lines, its columns, and the text of each column's head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.reading.columns import indicator_column, project_column, value_part
from drafter.reading.layout_pieces import Line, Piece, spans
from drafter.reading.words import compact

_MOST_LINES_ABOVE = 2
_LONGEST_HEAD = 16
_FEWEST = 3
_SIDE = 4
"""Characters of the label that stands beside a table from top to bottom: 绩效指标."""


class Head(NamedTuple):
    """The head of a table.

    Attributes:
        first: Its first line.
        last: Its last line.
        cells: Its cells, left to right.
        groups: Cells that stand over several others (指标值 over 前年, 上年, 当年), and the numbers of those.
    """

    first: int
    last: int
    cells: tuple[Piece, ...]
    groups: tuple[tuple[Piece, tuple[int, ...]], ...] = ()

    @property
    def kinds(self) -> list[str | None]:
        """What each column holds by its head."""
        below = {at for _, under in self.groups for at in under}
        return [
            indicator_column(cell.text) or (value_part(cell.text) if at in below else None)
            for at, cell in enumerate(self.cells)
        ]


def find_heads(lines: Sequence[Line]) -> Iterator[Head]:
    """The heads of the indicator tables of a page, in order."""
    at = 0
    while at < len(lines):
        if _is_main(lines[at]):
            head = _whole(lines, at)
            yield head
            at = head.last
        at += 1


def _is_main(line: Line) -> bool:
    kinds = [indicator_column(word.text) for piece in line for word in (piece, *piece.words)]
    found = {kind for kind in kinds if kind is not None}
    # Levels, or 指标名称 | 计量单位 | 指标性质 | 指标值 without any.
    return len(found) >= _FEWEST and (bool(found & {"level1", "level2"}) or {"name", "value", "unit"} <= found)


def _whole(lines: Sequence[Line], main: int) -> Head:
    """The head whose middle is a line: as many lines above it as below belong to it."""
    cells = [word for piece in lines[main] for word in piece.words]
    count = 0
    while (
        count < _MOST_LINES_ABOVE
        and _beside(lines, main - count - 1, cells)
        and _beside(lines, main + count + 1, cells)
    ):
        count += 1
    upper = [piece for line in lines[main - count : main] for piece in line]
    lower = [piece for line in lines[main + 1 : main + 1 + count] for piece in line]
    groups: list[tuple[Piece, list[Piece]]] = []
    for piece in upper:
        below = [other for other in lower if other.meets(piece) or _nearest(other, upper) is piece]
        if len(below) > 1:
            groups.append((piece, below))
            cells.extend(below)
        else:
            cells.append(_over(piece, below))
        lower = [other for other in lower if other not in below]
    cells = sorted((*cells, *lower), key=lambda cell: cell.start)
    numbered = tuple((piece, tuple(cells.index(one) for one in below)) for piece, below in groups)
    return _completed(lines, Head(main - count, main + count, tuple(cells), numbered))


def _completed(lines: Sequence[Line], head: Head) -> Head:
    """A head with the line below it that is the rest of some of its cells: 预算数（万 over 元）, 度量单 over 位."""
    at = head.last + 1
    if at >= len(lines) or head.groups:
        return head
    cells = list(head.cells)
    kinds = head.kinds
    first = next((at for at, kind in enumerate(kinds) if kind is not None), 0)
    known = False
    for word in (word for piece in lines[at] for word in piece.words):
        over = _nearest(word, cells)
        if over is None:
            return head
        whole, number = _over(over, (word,)), cells.index(over)
        completes = indicator_column(whole.text) is not None or project_column(whole.text) is not None
        if not completes and (kinds[number] is not None or (number < first and len(whole.text) > _SIDE)):
            return head
        known = known or completes
        cells[number] = whole
    if not known:
        return head
    return head._replace(last=at, cells=tuple(cells))


def _over(piece: Piece, below: Sequence[Piece]) -> Piece:
    """A head broken over the lines above and below the middle (绩效指标性 over 质)."""
    parts = (piece, *below)
    start, end = min(one.start for one in parts), max(one.end for one in parts)
    return piece._replace(text="".join(one.text for one in parts), start=start, end=end)


def _beside(lines: Sequence[Line], at: int, cells: Sequence[Piece]) -> bool:
    """Whether a line holds nothing but parts of heads that stand beside the heads of the middle line."""
    if not 0 <= at < len(lines):
        return False
    if any(project_column(piece.text) == "project_name" for piece in lines[at]):
        return False  # The heads of a list's projects stand above, and what is below is its first project.
    return all(len(piece.text) <= _LONGEST_HEAD and not any(piece.meets(cell) for cell in cells) for piece in lines[at])


def _nearest(piece: Piece, others: Sequence[Piece]) -> Piece | None:
    return min(others, key=lambda other: abs(other.start + other.end - piece.start - piece.end), default=None)


def columns_of(head: Head, body: Sequence[Line]) -> Iterator[tuple[list[tuple[int, int]], list[Piece]]]:
    """Ways to part the line into the columns of a head, the likeliest first, each with the pieces of the body.

    A blank that no line of the table fills keeps two columns apart. As many columns as heads are taken in their order:
    a converter moves the lines of one block against those of another, so that a head may stand beside its column.
    """
    first = next((at for at, kind in enumerate(head.kinds) if kind is not None), 0)
    for cut in (_cut, _words):
        words = [word for line in body for piece in line for word in cut(piece)]
        found = spans(words)
        below = _below_heads(head, spans((*words, *head.cells)))
        if below is not None:
            yield below, words
        for columns, heads in ((found, 0), (found[1:], 0), (found, first)):
            if columns and len(columns) == len(head.cells) - heads:
                yield [(columns[0][0], columns[0][0])] * heads + columns, words


def _words(piece: Piece) -> list[Piece]:
    return piece.words


def _cut(piece: Piece) -> list[Piece]:
    """A piece cut at blanks that no converter puts between a number and its unit: between two Chinese words."""
    parts: list[Piece] = []
    for word in piece.words:
        if parts and not (_is_word(parts[-1].text[-1]) and _is_word(word.text[0])):
            before = parts.pop()
            word = before._replace(text=f"{before.text} {word.text}", end=word.end)
        parts.append(word)
    return parts


def _is_word(char: str) -> bool:
    return "一" <= char <= "鿿" or char in "≥≤＝=＞＜><“”（）"


def _below_heads(head: Head, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """Columns by what stands below each head; what no head stands over belongs to the nearest column."""
    owned: list[list[tuple[int, int]]] = [[] for _ in head.cells]
    stray: list[tuple[int, int]] = []
    for start, end in found:
        over = [at for at, cell in enumerate(head.cells) if cell.start < end and start < cell.end]
        if len(over) > 1:
            return None
        if over:
            owned[over[0]].append((start, end))
        elif end > head.cells[0].start:
            stray.append((start, end))
    for start, end in stray:
        gaps = sorted((max(start - parts[-1][1], parts[0][0] - end), at) for at, parts in enumerate(owned) if parts)
        if len(gaps) > 1 and gaps[0][0] == gaps[1][0]:
            return None
        owned[gaps[0][1]].append((start, end))
    result = [(min(part[0] for part in parts), max(part[1] for part in parts)) for parts in owned]
    return result if all(one[1] <= other[0] for one, other in pairwise(result)) else None


def is_same_head(head: Head, other: Head) -> bool:
    """Whether a head is printed again, on the next page."""
    return [compact(cell.text) for cell in head.cells] == [compact(cell.text) for cell in other.cells]
