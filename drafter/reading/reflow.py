"""Lines of a PDF's text put back into rows: one cell a line, cells broken over lines, several cells on one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number
from drafter.reading.content import Cell
from drafter.reading.fields import MONEY_COLUMN
from drafter.reading.goals import begins_indicators
from drafter.reading.labels import Label, find_label
from drafter.reading.reflow_budget import budget_rows
from drafter.reading.reflow_goals import goal_rows
from drafter.reading.reflow_heads import Head, is_sideways, table_heads
from drafter.reading.reflow_indicators import indicator_rows, with_names
from drafter.reading.reflow_tasks import amounts_below_heads, task_rows
from drafter.reading.reflow_years import year_columns
from drafter.reading.rows import Row
from drafter.reading.tokens import Token, match_label, token_text, tokens_of
from drafter.reading.words import compact

_FOOTER = lazy(r"[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*[,，/共]*\s*\d{1,4}\s*页)?")
_LABEL = lazy(r"[^\W\da-zA-Z_]{2,9}[:：]?")
_MONEY_UNIT = lazy(r"\(?(?:亿元|百万元|万元|千元|元)\)?|[万亿]")
_UNLISTED = lazy(
    r"[^\W\da-zA-Z_]{2,8}(?:年份|年限|时间|期限|期间|周期|日期|编码|代码|编号|类型|类别|属性|性质|电话|负责人|联系人|科室|处室|股室|责任人|经办人|职责|区域|(?:管理|监督|主管|分管)(?:单位|部门))[:：]?"
)
_LONGEST_HEAD = 16
_ENDS_GOALS = frozenset(("field", "funding", "personal", "ignored"))


def reflow(rows: Sequence[Row]) -> list[Row]:
    """The rows of a form that was given as lines: labelled fields, the goals, the tables."""
    tokens = tokens_of(row.cells[0] for row in rows if not _FOOTER.fullmatch(row.cells[0].text.strip()))
    tasks = task_rows(tokens)
    if tasks is not None:
        start, end, found = tasks
        return [*_labelled_rows(tokens[:start], cellwise=True), *found, *_reflow(tokens[end:])]
    return _reflow(tokens)


def _reflow(tokens: Sequence[Token]) -> list[Row]:
    tokens, heads = _without_repeated(tokens, table_heads(tokens))
    if heads and is_sideways(tokens):
        return []
    if heads and heads[0].start and _may_end_projects(tokens[heads[0].start - 1]):
        from drafter.reading.reflow_lists import list_head, list_rows

        if (start := list_head(tokens, heads[0].start)) is not None:
            found = list_rows(tokens, heads[0], start)
            return [*_labelled_rows(tokens[:start], cellwise=True), *found] if found else []
    cellwise = bool(heads) and heads[0].cellwise
    result: list[Row] = []
    start = 0
    for head, following in zip_longest(heads, heads[1:]):
        result.extend(_labelled_rows(tokens[start : head.start], cellwise))
        end = following.start if following else len(tokens)
        read = indicator_rows if head.kind == "indicators" else budget_rows
        head = with_names(head, tokens[head.end : end])
        table, used = read(tokens[head.end : end], head)
        result.append(head.row)
        result.extend(table)
        start = head.end + used
    result.extend(_labelled_rows(tokens[start:], cellwise))
    return result


def _without_repeated(tokens: Sequence[Token], heads: list[Head]) -> tuple[Sequence[Token], list[Head]]:
    """The tokens without the heads that a page repeats from the one above, and the heads that are left."""
    again = [
        head
        for above, head in pairwise(heads)
        if (head.kind, head.row.texts, head.half) == (above.kind, above.row.texts, above.half)
        and not any(find_label(token.text) for token in tokens[above.end : head.start] if token.starts_line)
    ]
    if not again:
        return tokens, heads
    taken = {at for head in again for at in range(head.start, head.end)}
    tokens = [token for at, token in enumerate(tokens) if at not in taken]
    return tokens, table_heads(tokens)


def _may_end_projects(token: Token) -> bool:
    """Whether the line above the head of indicators may be the last column of a list's projects, and no goal text."""
    label = find_label(token.text) if len(token.text) <= _LONGEST_HEAD else None
    return len(token.text) <= _LONGEST_HEAD and (label is None or label.kind != "section")


def _labelled_rows(tokens: Sequence[Token], cellwise: bool) -> list[Row]:
    """Rows of label and value; a row is what begins on one line. Goal labels take the lines below them."""
    fields = _Fields(cellwise=cellwise)
    at = 0
    while at < len(tokens):
        if cellwise and (years := year_columns(tokens, at)) is not None:
            fields.close_row()
            fields.rows.extend(years[0])
            at = years[1]
            continue
        label, count = match_label(tokens, at)
        if label is None and _is_unit_of_block(tokens[at], cellwise):
            fields.alone(tokens[at])
        elif label is None:
            fields.value(tokens, at)
        if label is None:
            at += 1
            continue
        if (amounts := amounts_below_heads(tokens, at)) is not None:
            fields.close_row()
            fields.rows.extend(amounts[0])
            at = amounts[1]
            continue
        if label.kind == "goal":
            end = _end_of_goals(tokens, at + count)
            goals = goal_rows(tokens[at:end], cellwise=cellwise)
            if goals:
                fields.close_row()
                fields.rows.extend(goals)
                at = end
                continue
        fields.label(label, tokens[at : at + count])
        at += count
    fields.close_row()
    return fields.rows


def _is_unit_of_block(token: Token, cellwise: bool) -> bool:
    """Whether a line heads or ends a column of amounts: 金额（万元）, or （万元） broken off 项目资金."""
    word = compact(token.text)
    alone = token.starts_line and token.ends_line and not cellwise
    return MONEY_COLUMN.fullmatch(word) is not None or (alone and _MONEY_UNIT.fullmatch(word) is not None)


class _Fields:
    """Collects labels and the tokens of their values into rows."""

    def __init__(self, *, cellwise: bool) -> None:
        self.cellwise = cellwise
        self.rows: list[Row] = []
        self.cells: list[Cell] = []
        self.pending: list[Token] = []
        self.current: Label | None = None
        self.line = -1
        self.unknown = False

    def label(self, label: Label, tokens: Sequence[Token]) -> None:
        self._close_value()
        token = tokens[0]
        if token.cell.row != self.line:
            self.close_row()
        self.line, self.current, self.unknown = token.cell.row, label, False
        text = "".join(part.text for part in tokens)
        self.cells.append(token.cell._replace(text=text, column=len(self.cells)))

    def alone(self, token: Token) -> None:
        """金额（万元）heads a column of amounts: a row of its own."""
        self.close_row()
        self.rows.append(Row((token.cell._replace(text=token.text),), 1, table=0))

    def value(self, tokens: Sequence[Token], at: int) -> None:
        token = tokens[at]
        if self.pending and self._begins_unknown(tokens, at):
            self._close_value()
            self.unknown = True
        if self.unknown:
            return
        unit = _MONEY_UNIT.fullmatch(compact(token.text)) is not None
        if self.pending and self._is_amount(self.pending[-1]) and not unit:
            self._close_value()  # 65 财政资金预算分类: what follows an amount is not part of it.
        self.pending.append(token)

    def _is_amount(self, token: Token) -> bool:
        return self.current is not None and self.current.kind == "funding" and looks_like_number(token.text)

    def _begins_unknown(self, tokens: Sequence[Token], at: int) -> bool:
        """A label nobody listed opens a line of label and value, below a value that began beside its own label.

        Where a line is a cell, it fills its line, and its last word is one of labels (项目起止年份, 资金编码).
        """
        token = tokens[at]
        if self.cellwise and token.starts_line and token.ends_line and _UNLISTED.fullmatch(compact(token.text)):
            return True
        beside = self.pending[0].cell.row == self.line
        followed = at + 1 < len(tokens) and not tokens[at + 1].starts_line
        return token.starts_line and beside and followed and _LABEL.fullmatch(token.text) is not None

    def _close_value(self) -> None:
        if self.pending:
            self.cells.append(self.pending[0].cell._replace(text=token_text(self.pending), column=len(self.cells)))
            self.pending = []

    def close_row(self) -> None:
        self._close_value()
        if self.cells:
            row = self.cells[0].row
            self.rows.append(Row(tuple(cell._replace(row=row) for cell in self.cells), len(self.cells), table=0))
            self.cells = []


def _end_of_goals(tokens: Sequence[Token], at: int) -> int:
    texts = False
    while at < len(tokens):
        label: Label | None = None
        if tokens[at].starts_line:
            label, _ = match_label(tokens, at)
            if begins_indicators(tokens[at].cell.text, told=True):
                return at
        if label is not None and label.kind in _ENDS_GOALS:
            return at
        if label is not None and label.kind == "section" and not texts:
            return at
        if label is not None and label.kind == "goal" and texts and label.path != "either_goal":
            return at
        texts = texts or label is None
        at += 1
    return at
