"""The labelled part of a form in layout text whose cells begin at the top: a label stands on its value's first line."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.align import looks_like_number
from drafter.reading.labels import find_label
from drafter.reading.layout_fields import Part, placed_below
from drafter.reading.layout_pieces import Line, Piece, spans
from drafter.reading.layout_rows import joined
from drafter.reading.layout_top import wraps
from drafter.reading.words import join_lines

_MOST_LINES = 40
_MOST_WORDS = 4
_INDENT = 5


def read_top_fields(lines: Sequence[Line]) -> list[Part] | None:
    """Rows of label and value; None where a line is neither a row nor the rest of the cells above it."""
    left = min((line[0].start for line in lines), default=0)
    heads = [head for line in lines if line[0].start <= left + _INDENT and (head := leading_label(line[0]))]
    edge = max((head.end for head in heads), default=None)
    if edge is None:
        return None
    bands: list[tuple[list[Piece], list[Line]]] = []
    for line in (_parted(line, edge) for line in lines):
        first = line[0]
        rest = line
        if first.end <= edge + 1:
            rest = line[1:]
            if bands and bands[-1][0][-1].line == first.line - 1 and _completes(bands[-1][0], first):
                bands[-1][0].append(first)
            elif find_label(first.text) is not None or (rest and find_label(rest[0].text) is None):
                bands.append(([first], []))
            else:
                return None
        if not bands or len(bands[-1][1]) > _MOST_LINES:
            return None
        if rest:
            bands[-1][1].append(rest)
    result: list[Part] = []
    for label, body in bands:
        rows = _rows(body)
        if rows is None:
            return None
        columns = spans([piece for row in rows for piece in row])
        for at, row in enumerate(rows or [()]):
            head = ((0, joined(label)),) if at == 0 else ()
            result.append(Part((*head, *placed_below(row, columns))))
    return result


def leading_label(piece: Piece) -> Piece | None:
    """The label a piece begins with, before a blank or its end."""
    words = piece.words
    for at in range(min(len(words), _MOST_WORDS), 0, -1):
        label = _between(piece, words[0], words[at - 1])
        found = find_label(label.text)
        if found is not None and found.inline is None:
            return label
    return None


def _between(piece: Piece, first: Piece, last: Piece) -> Piece:
    return piece._replace(
        text=piece.text[first.start - piece.start : last.end - piece.start], start=first.start, end=last.end
    )


def _parted(line: Line, edge: int) -> Line:
    """The line with every label cut off from what stands one blank beside it: 主管部门 某市水务局 实施单位."""
    parts: list[Piece] = []
    for piece in line:
        words = piece.words
        cuts = [0]
        for at in range(1, len(words)):
            behind = _between(piece, words[cuts[-1]], words[at - 1])
            head = find_label(words[at].text)
            beside = find_label(behind.text) is not None or (behind.end <= edge + 1 and behind.start <= words[0].start)
            if (beside and not parts) or (head is not None and head.kind in ("field", "funding", "personal")):
                cuts.append(at)
        ends = [*cuts[1:], len(words)]
        parts.extend(_between(piece, words[one], words[two - 1]) for one, two in zip(cuts, ends, strict=True))
    return tuple(parts)


def _completes(label: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece is the next line of a label: 项目资金 over （元）, 年度总体 over 目标."""
    if find_label(piece.text) is not None:
        return False
    return find_label(join_lines([*(one.text for one in label), piece.text])) is not None


def _rows(lines: Sequence[Line]) -> list[tuple[Piece, ...]] | None:
    """The rows beside one label: every line one, or the lines of the cells of a single row."""
    if len(lines) <= 1:
        return list(lines)
    heads = [find_label(piece.text) for piece in lines[0]]
    if len(heads) > 1 and all(head is not None and head.kind == "goal" and head.inline is None for head in heads):
        texts = _one_row(lines[1:])
        return None if texts is None else [lines[0], texts]
    lines = _with_whole_labels(lines)
    if all(len(line) > 1 and (find_label(line[0].text) or looks_like_number(line[-1].text)) for line in lines):
        return list(lines)
    return None if (row := _one_row(lines)) is None else [row]


def _with_whole_labels(lines: Sequence[Line]) -> list[Line]:
    """Rows of money with the second lines of their labels put to the first: 其中：中央及省级 over 资金."""
    result: list[Line] = []
    for line in lines:
        above = result[-1] if result else ()
        if len(line) == 1 and len(above) > 1 and looks_like_number(above[-1].text) and above[0].meets(line[0]):
            whole = joined([above[0], line[0]])
            if find_label(whole.text) is not None and find_label(line[0].text) is None:
                result[-1] = (whole, *above[1:])
                continue
        result.append(line)
    return result


def _one_row(lines: Sequence[Line]) -> tuple[Piece, ...] | None:
    """Lines as one row whose cells all begin on the first; None where a line belongs to none of them."""
    cells: list[list[list[Piece]]] = [[[piece]] for piece in lines[0]]
    for number, line in enumerate(lines[1:], 1):
        for piece in line:
            over = [cell for cell in cells if len(cell) == number and cell[-1][0].meets(piece)]
            if len(over) != 1 or looks_like_number(piece.text):
                return None
            over[0].append([piece])
    if not all(wraps(cell) for cell in cells):
        return None
    return tuple(joined([piece for line in cell for piece in line]) for cell in cells)
