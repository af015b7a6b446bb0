"""Lines of a PDF's text put back into rows: one cell a line, cells broken over lines, several cells on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from drafter.reading.content import Cell
from drafter.reading.labels import Label
from drafter.reading.reflow_budget import budget_rows
from drafter.reading.reflow_goals import goal_rows
from drafter.reading.reflow_heads import is_flat, table_heads
from drafter.reading.reflow_indicators import indicator_rows
from drafter.reading.rows import Row
from drafter.reading.tokens import Token, match_label, token_text, tokens_of

_FOOTER = re.compile(r"[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*[,，/共]*\s*\d{1,4}\s*页)?")
_ENDS_GOALS = frozenset(("field", "funding", "personal", "ignored"))


def reflow(rows: Sequence[Row]) -> list[Row]:
    """The rows of a form that was given as lines: labelled fields, the goals, the tables."""
    tokens = tokens_of(row.cells[0] for row in rows if not _FOOTER.fullmatch(row.cells[0].text.strip()))
    heads = table_heads(tokens)
    if heads and is_flat(tokens, heads[0].start):
        return []
    cellwise = bool(heads) and heads[0].cellwise
    result: list[Row] = []
    start = 0
    for head, following in zip_longest(heads, heads[1:]):
        result.extend(_labelled_rows(tokens[start : head.start], cellwise))
        end = following.start if following else len(tokens)
        read = indicator_rows if head.kind == "indicators" else budget_rows
        table, used = read(tokens[head.end : end], head)
        result.append(head.row)
        result.extend(table)
        start = head.end + used
    result.extend(_labelled_rows(tokens[start:], cellwise))
    return result


def _labelled_rows(tokens: Sequence[Token], cellwise: bool) -> list[Row]:
    """Rows of label and value; a row is what begins on one line. Goal labels take the lines below them."""
    rows: list[Row] = []
    cells: list[Cell] = []
    value: list[Token] = []
    at, line = 0, -1

    def close(*, row: bool) -> None:
        if value:
            cells.append(replace(value[0].cell, text=token_text(value), column=len(cells)))
            value.clear()
        if row and cells:
            rows.append(Row(tuple(replace(cell, row=cells[0].row) for cell in cells), len(cells), table=0))
            cells.clear()

    while at < len(tokens):
        label, count = match_label(tokens, at)
        token = tokens[at]
        if label is None:
            value.append(token)
            at += 1
            continue
        if label.kind == "goal":
            end = _end_of_goals(tokens, at + count)
            goals = goal_rows(tokens[at:end], cellwise=cellwise)
            if goals:
                close(row=True)
                rows.extend(goals)
                at = end
                continue
        close(row=token.cell.row != line)
        line = token.cell.row
        text = "".join(part.text for part in tokens[at : at + count])
        cells.append(replace(token.cell, text=text, column=len(cells)))
        at += count
    close(row=True)
    return rows


def _end_of_goals(tokens: Sequence[Token], at: int) -> int:
    texts = False
    while at < len(tokens):
        label: Label | None = None
        if tokens[at].starts_line:
            label, _ = match_label(tokens, at)
        if label is not None and label.kind in _ENDS_GOALS:
            return at
        if label is not None and label.kind == "goal" and texts and label.path != "either_goal":
            return at
        texts = texts or label is None
        at += 1
    return at
