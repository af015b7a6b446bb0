"""The indicator table of a PDF's text: labels and names broken over lines, values alone on a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from drafter.reading.align import looks_like_value
from drafter.reading.content import Cell
from drafter.reading.headers import indicator_header
from drafter.reading.labels import find_label
from drafter.reading.levels import Style
from drafter.reading.rows import Row
from drafter.reading.tokens import Token, tokens_of
from drafter.reading.words import compact, display_width, join_lines

_LONGEST = 5
_SIDE = frozenset("项目绩效指标")
_NOT_FULL = 4
_SHORT = 3
_ALONE = 3
_NO_VALUE = 5
_WINDOW = 60
_ROW = 8


@dataclass(frozen=True, slots=True)
class _Columns:
    level1: int
    level2: int
    name: int
    value: int


def indicator_rows(lines: Sequence[Cell], header: Row) -> list[Row]:
    """The rows below the head line of an indicator table."""
    found = indicator_header(header)
    if found is None:
        return []
    at = {column.kind: column.start for column in found.columns}
    name = at.get("name", at.get("level2", 0) + 1)
    columns = _Columns(at.get("level1", 0), at.get("level2", 1), name, at.get("value", name + 1))
    style = Style.of("".join(compact(line.text) for line in lines))
    return _Reader(columns, style, header, lines).rows


class _Reader:
    def __init__(self, columns: _Columns, style: Style, header: Row, lines: Sequence[Cell]) -> None:
        self.columns, self.style, self.header = columns, style, header
        self.rows: list[Row] = []
        self.pending: list[Token] = []
        self.labels: dict[str, Cell] = {}
        tokens = tokens_of(lines)
        alone = [display_width(token.text) for token in tokens if token.starts_line and token.ends_line]
        self.widest = max(alone, default=0)
        self._read(tokens)

    def _read(self, tokens: list[Token]) -> None:
        at = 0
        while at < len(tokens):
            role, count = self._label(tokens, at)
            if role is not None:
                if role != "side":
                    self._flush()
                    text = "".join(token.text for token in tokens[at : at + count])
                    if role in self.labels or (role == "level1" and self.labels):
                        self._emit_labels()
                    self.labels[role] = replace(tokens[at].cell, text=text)
                at += count
                continue
            if tokens[at].starts_line and self._ends(tokens[at]):
                break
            if _stray(tokens[at].cell.text) and not (self.pending and self._full(self.pending[-1])):
                at += 1
                continue
            end = at + 1
            while end < len(tokens) and not tokens[end].starts_line:
                end += 1
            self._line(tokens[at:end])
            at = end
        self._flush()
        self._emit_labels()

    def _ends(self, token: Token) -> bool:
        label = find_label(token.text) or find_label(token.cell.text)
        return label is not None and label.kind in ("personal", "ignored", "narrative") and bool(label.inline)

    def _label(self, tokens: list[Token], at: int) -> tuple[str | None, int]:
        best: tuple[str | None, int] = (None, 0)
        text = ""
        for count in range(1, _LONGEST + 1):
            if at + count > len(tokens) or (count > 1 and not tokens[at + count - 1].starts_line):
                break
            text += tokens[at + count - 1].text
            if len(text) > 20:
                break
            roles = self.style.roles(text)
            if roles:
                best = (self._role(roles), count)
        return best

    def _role(self, roles: tuple[str, ...]) -> str:
        if len(roles) == 1:
            return roles[0]
        return "level2" if "level1" in self.labels and "level2" not in self.labels else "level1"

    def _line(self, tokens: list[Token]) -> None:
        """The part of a line behind its labels: a whole row, a part of a name, or a value."""
        value = next((at for at, token in enumerate(tokens) if at and looks_like_value(token.text)), len(tokens) - 1)
        if len(tokens) > 1:
            self._take_pending()
            self._emit(self.pending + tokens[:value], tokens[value:])
            self.pending = []
        elif looks_like_value(tokens[0].text):
            name = self._settle(lambda rest: self._broken(rest, _NOT_FULL) if rest else _NO_VALUE)
            self._emit(name, tokens)
        else:
            self.pending.append(tokens[0])

    def _take_pending(self) -> None:
        """Before a whole row: what waits is either the beginning of its name or rows of its own."""
        self.pending = self._settle(lambda rest: sum(_NOT_FULL for token in rest if not self._full(token)))

    def _flush(self) -> None:
        rest = self._settle(lambda rest: _NO_VALUE + self._broken(rest, _NOT_FULL) if rest else 0)
        if rest:
            self._emit(rest, [])

    def _settle(self, tail: Callable[[Sequence[Token]], int]) -> list[Token]:
        """Emit the waiting lines as rows of name and value, as cheaply as can be; return what is left at the end.

        A line that goes on in the next one fills the width of its column: every one that does not costs. `tail` is
        the cost of leaving lines over for the row that comes.
        """
        pieces, self.pending = self.pending, []
        while len(pieces) > _WINDOW:  # Nothing a form prints: hostile or no table at all.
            self._emit(pieces[:_WINDOW], [])
            pieces = pieces[_WINDOW:]
        best: list[tuple[int, int, int]] = [(0, 0, 0)]
        for end in range(1, len(pieces) + 1):
            options = [
                (best[start][0] + self._row_cost(pieces[start:cut], pieces[cut:end]), start, cut)
                for start in range(max(0, end - _ROW), end)
                for cut in range(start + 1, end + 1)
            ]
            best.append(min(options))
        end = min(range(max(0, len(pieces) - _ROW), len(pieces) + 1), key=lambda at: best[at][0] + tail(pieces[at:]))
        rest = pieces[end:]
        cuts: list[tuple[int, int, int]] = []
        while end:
            _, start, cut = best[end]
            cuts.append((start, cut, end))
            end = start
        for start, cut, end in reversed(cuts):
            self._emit(pieces[start:cut], pieces[cut:end])
        return rest

    def _row_cost(self, name: Sequence[Token], value: Sequence[Token]) -> int:
        cost = self._broken(name, _NOT_FULL) + self._broken(value, _SHORT)
        if not value:
            return cost + _NO_VALUE
        return cost + (_ALONE if len(name) == 1 and len(value) == 1 else 0)

    def _broken(self, lines: Sequence[Token], cost: int) -> int:
        return sum(cost for token in lines[:-1] if not self._full(token))

    def _full(self, token: Token) -> bool:
        return display_width(token.text) > self.widest - 4

    def _emit_labels(self) -> None:
        if self.labels:
            self._append([])

    def _emit(self, name: Sequence[Token], value: Sequence[Token]) -> None:
        if not name:
            return
        cells = [replace(name[0].cell, text=_text(name), column=self.columns.name)]
        if value:
            cells.append(replace(value[0].cell, text=_text(value), column=self.columns.value))
        self._append(cells)

    def _append(self, cells: list[Cell]) -> None:
        at = {"level1": self.columns.level1, "level2": self.columns.level2}
        labels = [replace(cell, column=at[role]) for role, cell in sorted(self.labels.items())]
        self.labels = {}
        width = self.header.width
        self.rows.append(Row(tuple(labels + cells), width, table=self.header.table))


def _stray(text: str) -> bool:
    """A letter of the side label 绩效指标 that stands upright beside the table."""
    word = compact(text)
    return len(word) == 1 and word in _SIDE


def _text(tokens: Sequence[Token]) -> str:
    lines: list[str] = []
    for token in tokens:
        if token.starts_line or not lines:
            lines.append(token.text)
        else:
            lines[-1] += " " + token.text
    return join_lines(lines)
