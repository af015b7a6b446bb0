"""Lines that wait to become rows: which of them are one name, which are its value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from drafter.language.patterns import lazy
from drafter.reading.align import by_order, looks_like_value, misfit
from drafter.reading.columns import Column
from drafter.reading.reflow_doubts import is_past, reads_like_name, scores, wraps
from drafter.reading.tokens import Token
from drafter.reading.words import compact, display_width, unclosed

Values = list[tuple[Column, Sequence[Token]]]
Settled = list[tuple[Sequence[Token], Values]]

_NOT_FULL = 6
"""Cost of a name that goes on in the next line although its line is not full."""
_SHORT = 3
"""The same for a value, whose column may be narrower."""
_ALONE = 3
"""Cost of name and value of one line each: they would stand on the same line."""
_NO_VALUE = 5
_SOURCE = lazy(r".{0,4}(?:计划|行业|历史|国家|地方|其他|经验)标准|.{0,4}工作(?:计划|要求)|管理目标")
_NAME_AS_VALUE = 6
"""Cost of a value that reads like the name of an indicator."""
_FULL_END = 3
"""Cost of a value that ends with a full line: it would go on."""
_WHOLE = 8
"""Cost of a cell over two lines in a text whose lines are cells."""
_NO_PAST_VALUE = 2
"""Cost of words in a column of last year's values."""
_WINDOW = 60
_ROW = 8


class Settler:
    """Collects lines and splits them into rows as cheaply as the widths of the lines allow.

    A line that goes on in the next one fills the width of its column: every one that does not costs. Where each line
    is a whole cell (`cellwise`), the columns behind the name are filled in order, and a cell goes on in the next line
    only if labels are seen to do so (`wraps`).
    """

    def __init__(self, tokens: Sequence[Token], columns: Sequence[Column], *, cellwise: bool, wraps: bool) -> None:
        self.columns, self.cellwise, self.wraps = columns, cellwise, wraps
        self.collects = cellwise and len(columns) > 1
        self.pending: list[Token] = []
        # The last of several tokens on a line is a value, whose column has another width.
        names = (display_width(token.text) for token in tokens if token.starts_line or not token.ends_line)
        self.widest = max(names, default=0)
        # A form whose whole value column is blank (a year in which values came later) has names only.
        self.blank = not any(looks_like_value(token.text) for token in tokens)
        self.no_value = 1 if self.blank else _NO_VALUE

    def wait(self, token: Token) -> None:
        """Add a line."""
        self.pending.append(token)

    def expects_more(self) -> bool:
        """Whether the line that waits last fills its column, so that a single character may complete it."""
        return bool(self.pending) and self._full(self.pending[-1])

    def take(self) -> list[Token]:
        """The lines left over for the row that comes."""
        rest, self.pending = self.pending, []
        return rest

    def before_row(self) -> Settled:
        """Rows among the waiting lines; those left begin the name of a row that comes whole."""
        return self._settle(lambda rest: sum(self._break(token, _NOT_FULL) for token in rest))

    def before_value(self) -> Settled:
        """Rows among the waiting lines; those left are the name of the value that comes."""
        return self._settle(lambda rest: self._broken(rest, _NOT_FULL) if rest else self.no_value)

    def flush(self) -> Settled:
        """All waiting lines as rows."""
        rows = self._settle(lambda rest: self.no_value + self._broken(rest, _NOT_FULL) if rest else 0)
        rest = self.take()
        return [*rows, (rest, [])] if rest else rows

    def _settle(self, tail: Callable[[Sequence[Token]], int]) -> Settled:
        pieces = self.pending
        rows: Settled = []
        while len(pieces) > _WINDOW:  # Nothing a form prints: hostile, or no table at all.
            rows.append((pieces[:_WINDOW], []))
            pieces = pieces[_WINDOW:]
        best: list[tuple[int, int, int]] = [(0, 0, 0)]
        for end in range(1, len(pieces) + 1):
            options = [
                (best[start][0] + self._cost(pieces[start:cut], pieces[cut:end]), start, cut)
                for start in range(max(0, end - _ROW), end)
                for cut in range(start + 1, end + 1)
            ]
            best.append(min(options))
        end = min(range(max(0, len(pieces) - _ROW), len(pieces) + 1), key=lambda at: best[at][0] + tail(pieces[at:]))
        self.pending = pieces[end:]
        cuts: list[tuple[int, int, int]] = []
        while end:
            _, start, cut = best[end]
            cuts.append((start, cut, end))
            end = start
        for start, cut, stop in reversed(cuts):
            rows.append((pieces[start:cut], self._values(pieces[cut:stop])))
        return rows

    def _values(self, tokens: Sequence[Token]) -> Values:
        if not tokens:
            return []
        if len(self.columns) == 1 or not self.collects:
            value = next((column for column in self.columns if column.kind == "value"), self.columns[0])
            return [(value, tokens)]
        return place(tokens, self.columns)

    def _cost(self, name: Sequence[Token], value: Sequence[Token]) -> int:
        if self.collects:
            return self._cost_of_cells(name, value)
        cost = self._broken(name, _NOT_FULL) + self._broken(value, _SHORT)
        if not value:
            return cost + self.no_value
        if self.cellwise:
            return cost + (_NAME_AS_VALUE if reads_like_name(value[0].text) else 0)
        cost += _FULL_END if self._full(value[-1]) else 0
        return cost + (_ALONE if len(name) == 1 and len(value) == 1 else 0)

    def _cost_of_cells(self, name: Sequence[Token], values: Sequence[Token]) -> int:
        strange = looks_like_value(name[0].text) or scores(name[0].text)
        cost = self._broken(name, _NOT_FULL) + (6 if strange else 0)
        blank = len(self.columns) - len(values)
        return cost + 100 if blank < 0 else cost + misplaced(values, self.columns) + blank

    def _broken(self, lines: Sequence[Token], cost: int) -> int:
        return sum(self._break(token, cost, following.text) for token, following in pairwise(lines))

    def _break(self, token: Token, cost: int, following: str | None = None) -> int:
        if unclosed(token.text):
            return 0
        if self.cellwise and following is not None and wraps(token.text, following):
            return 0
        if self.cellwise:
            return 1 if self.wraps and self._full(token) else _WHOLE
        # Full or not: …投诉率 is a name to its end.
        return (0 if self._full(token) else cost) + (3 if reads_like_name(token.text) else 0)

    def _full(self, token: Token) -> bool:
        return display_width(token.text) > self.widest - 4


def place(tokens: Sequence[Token], columns: Sequence[Column]) -> list[tuple[Column, Sequence[Token]]]:
    """Tokens to columns in order, by what they look like; how far apart they stood is not known any more."""
    cells = [token.cell._replace(text=token.text, column=at) for at, token in enumerate(tokens)]
    order = [column._replace(start=at, end=at + 1) for at, column in enumerate(columns)]
    placed = by_order(cells, order, 0, fit_words)
    return [(columns[at], [tokens[cell.column]]) for at, cell in sorted(placed.items())]


def misplaced(tokens: Sequence[Token], columns: Sequence[Column]) -> int:
    """Cost of tokens as the cells of columns: those that find no place, that fit badly, and a missing value."""
    placed = place(tokens, columns)
    cost = 6 * (len(tokens) - len(placed)) + (0 if any(column.kind == "value" for column, _ in placed) else 3)
    return cost + sum(_fit(column, found) for column, found in placed)


def fit_words(kind: str, text: str) -> int:
    """How badly a text fits a column, where the words that tell the source of a target (行业标准) are known."""
    source = _SOURCE.fullmatch(compact(text)) is not None
    if kind == "value" and source:
        return 3
    return 0 if kind == "note" and source else misfit(kind, text)


def _fit(column: Column, tokens: Sequence[Token]) -> int:
    # 上年指标值 holds a value as the column of this year does.
    strange = column.kind == "other" and (column.head.endswith("指标值") or is_past(column.head))
    extra = sum(_NO_PAST_VALUE for token in tokens if not looks_like_value(token.text)) if strange else 0
    return extra + sum(fit_words(column.kind, token.text) for token in tokens)
