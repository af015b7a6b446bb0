"""Rows of an indicator table in a PDF's text, line by line: labels and names broken over lines, values alone on one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_value, misfit
from drafter.reading.columns import Column, budget_column
from drafter.reading.content import Cell
from drafter.reading.labels import find_label
from drafter.reading.levels import Style, is_level2, level1_kind
from drafter.reading.reflow_doubts import broken_width, is_part, leaves_text_out, reads_like_name, stray_value, wraps
from drafter.reading.reflow_heads import Head
from drafter.reading.rows import Row
from drafter.reading.settle import Settler, misplaced, place
from drafter.reading.tokens import Token, longest, token_text
from drafter.reading.words import compact, join_lines, unclosed

_SIDE = frozenset("项目绩效指标")
_CLOSES = lazy(r"[^(（“《]{0,12}[)）”》]")
_MOST = 5
_MOST_ABOVE = 3
_FOOTNOTE = lazy(r"(?:备?注|(?:填[报表写])?说明)\d{0,2}[:：.]")


class RowReader:
    """Reads the tokens below a head; `rows` are those read so far."""

    def __init__(self, head: Head, style: Style, tokens: Sequence[Token]) -> None:
        self.style, self.head, self.tokens, self.cellwise = style, head.row, tokens, head.cellwise
        header = head.header
        at = {column.kind: column.start for column in header.columns}
        self.name_at = at.get("name", at.get("level2", 0) + 1)
        self.level_at = {"level1": at.get("level1", 0), "level2": at.get("level2", 1)}
        behind = tuple(column for column in header.columns if column.start > self.name_at)
        self.columns = behind or (Column("value", self.name_at + 1, self.name_at + 2),)
        self.labels: dict[str, Cell] = {}
        self.level1: str | None = None
        broken = any(self._roles(at)[1] > 1 for at in range(len(tokens)) if tokens[at].starts_line)
        width = broken_width(tokens, style) if head.cellwise else None
        self.settler = Settler(tokens, self.columns, cellwise=head.cellwise, wraps=broken or width is not None)
        self.settler.widest = width or self.settler.widest
        self.rows: list[Row] = []
        self.told = False
        self.below = 0

    def read(self) -> int:
        """Read to the end of the table; how many tokens it takes."""
        tokens, at = self.tokens, 0
        while at < len(tokens):
            role, count = self._label(at)
            if role is not None:
                if role != "side":
                    self._flush()
                    self._take_label(role, at, count)
                at += count
                continue
            if tokens[at].starts_line and (is_below(tokens, at) or self._heads_breakdown(at)):
                break
            if _stray(tokens[at].cell.text) and not self.settler.expects_more():
                at += 1
                continue
            end = at + 1
            while end < len(tokens) and not tokens[end].starts_line:
                end += 1
            self._line(tokens[at:end])
            at = end
        self._flush()
        if self.labels:
            self._append([])
        if self.cellwise and self.settler.blank and self.told:
            # No number tells where a row ends: a row that seems to have no value may have another's name for it.
            self.rows = [replace(row, cells=tuple(self._doubted(cell) for cell in row.cells)) for row in self.rows]
        return at

    def _doubted(self, cell: Cell) -> Cell:
        return cell._replace(lost=True) if cell.column == self.name_at else cell

    def _heads_breakdown(self, at: int) -> bool:
        """Whether the head of a cost breakdown begins, of which the rest may be cut off."""
        return len(self.tokens) > at + 1 and all(budget_column(token.text) for token in self.tokens[at : at + 2])

    def _label(self, at: int) -> tuple[str | None, int]:
        roles, count = self._roles(at)
        if roles is None or (roles != ("side",) and self._is_name(roles, at + count)):
            return None, 0
        if roles == ("level2",) and count == 1 and self._is_rest(self.tokens[at]):
            return None, 0
        if len(roles) == 1:
            return roles[0], count
        return self._either(at, count), count

    def _roles(self, at: int) -> tuple[tuple[str, ...] | None, int]:
        def look(text: str, count: int) -> tuple[str, ...] | None:
            # 产出 over 数量指标 are two labels, not one 产出数量指标.
            parts = self.tokens[at : at + count]
            if count > 1 and all(self.style.roles(part.text) for part in parts):
                return None
            return self.style.roles(text) or None

        found, count = longest(self.tokens, at, look, _MOST)
        if found is None and self._is_bare_level2(at):
            return ("level2",), 1
        return found, count

    def _is_rest(self, token: Token) -> bool:
        """Whether a bare word is the end of the full line that waits above it: 改造任务完成 over 时间."""
        waiting = self.settler.pending
        return (
            bool(waiting) and self.settler.wraps and self.settler.expects_more() and wraps(waiting[-1].text, token.text)
        )

    def _is_bare_level2(self, at: int) -> bool:
        """效益 | 社会效益 | name among rows that print 指标 behind levels: right below a first level it is one."""
        if not self.cellwise or at + 2 >= len(self.tokens) or looks_like_value(self.tokens[at + 1].text):
            return False
        return "level1" in self.labels and "level2" not in self.labels and is_level2(self.tokens[at].text)

    def _is_name(self, roles: tuple[str, ...], after: int) -> bool:
        """公众满意度 before ≥90%, or below 满意度, is a name that reads like a level."""
        bare = not self.tokens[after - 1].text.endswith(("指标", "目标"))
        if after < len(self.tokens) and looks_like_value(self.tokens[after].text):
            # 数量指标 before ≥300处 is none: the name is blank.
            return bare or not self.cellwise or len(self.labels) == len(self.level_at)
        return bare and roles == ("level2",) and "level2" in self.labels and not self.settler.pending

    def _either(self, at: int, count: int) -> str:
        """成本指标 or 满意度指标: the first level where a second one follows or nothing speaks against it."""
        if "level1" in self.labels and "level2" not in self.labels:
            return "level2"
        following, _ = self._roles(at + count)
        if following and "level2" in following:
            return "level1"
        # Under 产出指标 a 成本指标 without second level of its own is the cost of the output.
        text = "".join(token.text for token in self.tokens[at : at + count])
        return "level2" if level1_kind(text) == "cost" and self.level1 == "output" else "level1"

    def _take_label(self, role: str, at: int, count: int) -> None:
        if role in self.labels or (role == "level1" and self.labels):
            self._append([])
        text = "".join(token.text for token in self.tokens[at : at + count])
        self.labels[role] = self.tokens[at].cell._replace(text=text)
        if role == "level1":
            self.level1 = level1_kind(text)

    def _line(self, line: Sequence[Token]) -> None:
        """The part of a line behind its labels: a whole row, a part of a name, or a value."""
        if self._completes(line[0]):
            line = line[1:]
            if not line:
                return
        if len(line) > 1 and self.settler.pending and self._is_values(line):
            self._values_beside_name(line)
        elif len(line) > 1:
            self._complete_name()
            cut = self._cut(line)
            for name, values in self.settler.before_row():
                self._emit(name, values)
            self._emit([*self.settler.take(), *line[:cut]], self._cells(line[cut:]))
        elif looks_like_value(line[0].text) and not self.settler.collects:
            for name, values in self.settler.before_value():
                self._emit(name, values)
            self._emit(self.settler.take(), self._cells(line))
        else:
            self.settler.wait(line[0])

    def _is_values(self, line: Sequence[Token]) -> bool:
        """Whether a line holds the cells behind a name only (≥ 120 个): its name is broken over the lines around it."""
        first = line[0].text
        signed = any(column.kind == "sign" for column in self.columns) and misfit("sign", first) == 0
        return len(self.columns) > 1 and (signed or looks_like_value(first))

    def _values_beside_name(self, line: Sequence[Token]) -> None:
        """Take values that stand in the middle of their name: half of its lines are above them, half below."""
        doubt = False
        if self.below:
            doubt = len(self.settler.pending) <= self.below
            self._lengthen_name(0 if doubt else self.below, doubt=doubt)
        # A row without any value is rarer than a name over some lines.
        for name, values in self.settler.before_value() if len(self.settler.pending) > _MOST_ABOVE else ():
            self._emit(name, values)
        name = self.settler.take()
        self._emit(name, self._cells(line))
        if doubt:
            self._lengthen_name(0, doubt=True)
        self.below = len(name)

    def _complete_name(self) -> None:
        """Give the lines that wait to the name above them whose values stood in its middle."""
        if self.below and 0 < len(self.settler.pending) <= self.below:
            self._lengthen_name(len(self.settler.pending), doubt=False)
        self.below = 0

    def _lengthen_name(self, count: int, *, doubt: bool) -> None:
        tokens, self.settler.pending = self.settler.pending[:count], self.settler.pending[count:]
        row = self.rows[-1]
        cells = tuple(
            cell._replace(text=join_lines((cell.text, token_text(tokens))), lost=cell.lost or doubt)
            if cell.column == self.name_at
            else cell
            for cell in row.cells
        )
        self.rows[-1] = replace(row, cells=cells)

    def _completes(self, token: Token) -> bool:
        """Add a line to the value above it that waits for a bracket: =120.00(元/课 over 时)."""
        last = self.rows[-1].cells[-1] if self.rows and self.rows[-1].cells else None
        if last is None or self.settler.pending or last.column == self.name_at:
            return False
        if not unclosed(last.text) or not _CLOSES.match(token.text):
            return False
        cells = (*self.rows[-1].cells[:-1], last._replace(text=join_lines((last.text, token.text))))
        self.rows[-1] = replace(self.rows[-1], cells=cells)
        return True

    def _cut(self, line: Sequence[Token]) -> int:
        """Where the name ends on a line of several tokens."""
        if len(self.columns) == 1:
            first = next((at for at, token in enumerate(line) if at and looks_like_value(token.text)), None)
            return len(line) - 1 if first is None else first
        # A name with a blank in it is rarer than a cell that fits its column badly.
        return min(range(1, min(len(line), 4)), key=lambda at: 3 * (at - 1) + misplaced(line[at:], self.columns))

    def _cells(self, tokens: Sequence[Token]) -> list[tuple[Column, Sequence[Token]]]:
        if len(self.columns) == 1:
            return [(self.columns[0], tokens)]
        return place(tokens, self.columns)

    def _flush(self) -> None:
        self._complete_name()
        for name, values in self.settler.flush():
            self._emit(name, values)

    def _emit(self, name: Sequence[Token], values: Sequence[tuple[Column, Sequence[Token]]]) -> None:
        if not name:
            return
        texts = [tokens[0].text for column, tokens in values if column.kind == "value"]
        # Which lines are names is not sure where a value is missing or reads like a name, or no row has a number.
        unsure = any(self.settler.blank or reads_like_name(text) for text in texts)
        unsure = unsure or (len(self.columns) > 1 and not texts) or is_part(token_text(name))
        lost = self.cellwise and (unsure or leaves_text_out(values, self.columns))
        lost = lost or (self.settler.blank and len(name) > 1) or any(token.cell.lost for token in name)
        self.told = self.told or bool(texts)
        cells = [name[0].cell._replace(text=token_text(name), column=self.name_at, lost=lost)]
        stray = self.cellwise and stray_value(cells[0].text, values, self.columns)
        for column, tokens in values:
            of_another = stray and column.kind == "value"
            cells.append(tokens[0].cell._replace(text=token_text(tokens), column=column.start, lost=of_another))
        self._append(cells)

    def _append(self, cells: list[Cell]) -> None:
        labels = [cell._replace(column=self.level_at[role]) for role, cell in sorted(self.labels.items())]
        self.labels = {}
        width = max(self.head.width, self.columns[-1].end)
        self.rows.append(Row(tuple(labels + cells), width, table=self.head.table))


def is_below(tokens: Sequence[Token], at: int) -> bool:
    """Whether a line stands below the table: a field, a footnote."""
    return _ends_table(tokens[at]) or _FOOTNOTE.match(tokens[at].text) is not None


def _ends_table(token: Token) -> bool:
    label = find_label(token.text) or find_label(token.cell.text)
    if label is None or label.kind not in ("personal", "ignored", "narrative", "field"):
        return False
    return bool(label.inline) or label.kind in ("personal", "narrative")


def _stray(text: str) -> bool:
    """A letter of the side label 绩效指标 that stands upright beside the table."""
    word = compact(text)
    return len(word) == 1 and word in _SIDE
