"""Indicator tables of a text with one cell a line in which no cell is blank: each row has as many lines as columns.

What a line looks like tells its column (a weight is a number, a name is none), and the number of lines between two rows
tells how many levels are printed, in words no list knows too. A table that does not come out even is no such table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number, looks_like_value, misfit
from drafter.reading.columns import Column, Header
from drafter.reading.content import Cell
from drafter.reading.levels import Style
from drafter.reading.reflow_doubts import is_past, is_remark, wraps
from drafter.reading.rows import Row
from drafter.reading.tokens import Token
from drafter.reading.words import compact, join_lines

_LEVELS = ("level1", "level2")
_LEAST = 2
_MOST_LINES = 2_000
_LONGEST_NAME, _LONGEST_LEVEL = 60, 12
_BLANK = lazy(r"[-—－–/无]*")
_TYPED = frozenset(("weight", "sign", "unit"))
_UNKNOWN_LEVEL, _LEVEL1_ALONE, _WRAP = 1, 1, 1
_SENTENCE = lazy(r"[。；;]$")


class _Found(NamedTuple):
    levels: tuple[str, ...]
    lines: int
    cost: int
    doubt: bool = False


def complete_rows(tokens: Sequence[Token], header: Header, row: Row) -> list[Row] | None:
    """The rows of a table below a head, on its columns; None where the lines do not come out as whole rows.

    Args:
        tokens: What stands between the head and the end of the table.
        header: The head.
        row: Its cells.
    """
    columns = sorted(header.columns, key=lambda column: column.start)
    levels = tuple(column.kind for column in columns if column.kind in _LEVELS)
    rest = columns[len(levels) :]
    if tuple(column.kind for column in columns[: len(levels)]) != levels or len(row.cells) != len(columns):
        return None
    if len(rest) <= _LEAST or {"name", "value"} - {column.kind for column in rest}:
        return None
    lines = [_line(list(line)) for _, line in groupby(tokens, key=lambda token: token.cell.row)]
    if not lines or len(lines) > _MOST_LINES:
        return None
    parser = _Parser(lines, levels, rest)
    found = parser.parse() or parser.parse(own_words=True)
    return None if found is None else list(_rows(found, lines, columns, row))


def _line(tokens: Sequence[Token]) -> Cell:
    return tokens[0].cell._replace(text=tokens[0].cell.text.strip())


class _Parser:
    """The cheapest way to cut lines into rows, for each number of lines."""

    def __init__(self, lines: Sequence[Cell], levels: tuple[str, ...], columns: Sequence[Column]) -> None:
        self.texts = [line.text for line in lines]
        self.levels, self.columns = levels, columns
        style = Style.of("".join(map(compact, self.texts)))
        self.roles = [style.roles(text) for text in self.texts]
        second = {text for text, roles in zip(self.texts, self.roles, strict=True) if roles == ("level2",)}
        self.known = len(second) >= _LEAST
        self.own_words = not self.known
        self.typed = any(column.kind in _TYPED or is_past(column.head) for column in columns)

    def parse(self, *, own_words: bool = False) -> list[_Found] | None:
        """The rows, or None; `own_words`: levels may be words no list knows beside others that are listed."""
        self.own_words = own_words or not self.known
        best: list[tuple[int, int, _Found | None] | None] = [(0, 0, None)]
        for end in range(1, len(self.texts) + 1):
            options = [
                (before[0] + found.cost, end - found.lines, found)
                for found in self._ending(end)
                if (before := best[end - found.lines]) is not None
            ]
            best.append(min(options, key=lambda option: option[0], default=None))
        rows: list[_Found] = []
        end = len(self.texts)
        while end:
            step = best[end]
            if step is None or step[2] is None:
                return None
            rows.append(step[2])
            end = step[1]
        return rows[::-1]

    def _ending(self, end: int) -> Iterator[_Found]:
        """The rows that may end before a line."""
        begin = end - len(self.columns)
        if begin < 0 or not all(self._fits(column, at) for at, column in enumerate(self.columns, begin)):
            return
        name = begin + next(at for at, column in enumerate(self.columns) if column.kind == "name")
        for wrapped in (0, 1) if name == begin else (0,):
            if wrapped and (begin < 1 or not self._wraps(begin)):
                continue
            for printed in product((False, True), repeat=len(self.levels)):
                labels = tuple(level for level, told in zip(self.levels, printed, strict=True) if told)
                start = begin - wrapped - len(labels)
                if self.roles[name] and labels[-1:] != ("level2",):
                    continue  # 社会影响 below 效果 is a level before it is a name.
                cost = self._cost(labels, start) if start >= 0 else None
                if cost is not None:
                    # Between rows a line of other words may as well be the rest of the cell above.
                    doubt = self.known and labels == ("level2",) and not self.roles[start]
                    # Where words nobody listed may be levels, the name of a row without second level may be one.
                    doubt = doubt or (self.own_words and "level2" in self.levels and "level2" not in labels)
                    yield _Found(labels, end - start, cost + _WRAP * wrapped, doubt)

    def _fits(self, column: Column, at: int) -> bool:
        kind, text = column.kind, self.texts[at]
        word = compact(text)
        if self.roles[at] and (kind != "name" or word.endswith("指标")):
            return False  # 质量指标 is no remark: the cell of remarks is blank.
        if kind == "name":
            return not looks_like_value(text) and 1 < len(word) <= _LONGEST_NAME and not _SENTENCE.search(word)
        if kind == "value":
            return looks_like_value(text) or (self.typed and len(word) <= _LONGEST_NAME)
        if is_past(column.head):
            return looks_like_value(text) or _BLANK.fullmatch(word) is not None
        if kind in ("note", "other", "basis"):
            return not looks_like_number(text)
        return misfit(kind, text) == 0

    def _wraps(self, at: int) -> bool:
        above = self.texts[at - 1]
        return not self.roles[at - 1] and not looks_like_value(above) and wraps(above, self.texts[at])

    def _cost(self, labels: tuple[str, ...], start: int) -> int | None:
        cost = _LEVEL1_ALONE if labels == ("level1",) and "level2" in self.levels else 0
        for at, level in enumerate(labels, start):
            if level in self.roles[at]:
                continue
            if level == "level1" or not self.own_words or self.roles[at] or not _may_be_level(self.texts[at]):
                return None
            cost += _UNKNOWN_LEVEL
        return cost


def _may_be_level(text: str) -> bool:
    word = compact(text)
    return 1 < len(word) <= _LONGEST_LEVEL and not any(char.isdigit() for char in word) and not looks_like_value(text)


def _rows(found: Iterable[_Found], lines: Sequence[Cell], columns: Sequence[Column], head: Row) -> Iterator[Row]:
    """Rows on the columns of the head, with the lines that are their cells."""
    starts = {column.kind: column.start for column in columns if column.kind in _LEVELS}
    rest = columns[len(starts) :]
    at = 0
    for one in found:
        part = list(lines[at : at + one.lines])
        at += one.lines
        cells = [part.pop(0)._replace(column=starts[level]) for level in one.levels]
        wrapped = len(part) - len(rest)
        if wrapped:
            part[: wrapped + 1] = [part[0]._replace(text=join_lines(cell.text for cell in part[: wrapped + 1]))]
        name = next(cell.text for cell, column in zip(part, rest, strict=True) if column.kind == "name")
        for cell, column in zip(part, rest, strict=True):
            lost = one.doubt and column.kind == "name"
            if column.kind == "value" and not looks_like_value(cell.text):
                lost = is_remark(cell.text, name)
            cells.append(cell._replace(column=column.start, lost=lost))
        yield Row(tuple(cells), head.width, exact=True, table=head.table)
