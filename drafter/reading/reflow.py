"""Lines of a PDF's text put back into rows: one cell a line, cells broken over lines, several cells on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.reading.content import Cell
from drafter.reading.headers import indicator_header
from drafter.reading.labels import Label, find_label
from drafter.reading.reflow_goals import goal_rows
from drafter.reading.reflow_indicators import indicator_rows
from drafter.reading.rows import Row
from drafter.reading.tokens import Token, tokens_of
from drafter.reading.words import join_lines

_FOOTER = re.compile(r"[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*[,，/共]*\s*\d{1,4}\s*页)?")
_LONGEST_LABEL = 6


def reflow(rows: Sequence[Row]) -> list[Row]:
    """The rows of a form that was given as lines: labelled fields, the goals, the indicator table."""
    lines = [row.cells[0] for row in rows if not _FOOTER.fullmatch(row.cells[0].text.strip())]
    head = next((at for at, line in enumerate(lines) if _header(line) is not None), len(lines))
    tokens = tokens_of(lines[:head])
    goal = next((at for at in range(len(tokens)) if _is_goal(tokens, at)), len(tokens))
    result = _field_rows(tokens[:goal])
    result.extend(goal_rows(tokens[goal:]))
    if head < len(lines):
        header = _header(lines[head])
        if header is not None:
            result.append(header)
            result.extend(indicator_rows(lines[head + 1 :], header))
    return result


def _header(line: Cell) -> Row | None:
    words = line.text.split()
    if len(words) < 2 or len(words) > 12:
        return None
    cells = tuple(replace(line, text=word, column=at) for at, word in enumerate(words))
    row = Row(cells, len(cells), table=line.row)
    return row if indicator_header(row) is not None else None


def _is_goal(tokens: Sequence[Token], at: int) -> bool:
    label, _ = match_label(tokens, at)
    return label is not None and label.kind == "goal" and label.path != "either_goal"


def match_label(tokens: Sequence[Token], at: int) -> tuple[Label | None, int]:
    """The longest label that begins with a token and may run over the next lines, and how many tokens it takes."""
    best: tuple[Label | None, int] = (None, 0)
    text = ""
    for count in range(1, _LONGEST_LABEL + 1):
        if at + count > len(tokens):
            break
        token = tokens[at + count - 1]
        if count > 1 and not token.starts_line:
            break
        text += token.text
        label = find_label(text)
        if label is not None and (count == 1 or label.inline is None):
            best = (label, count)
        if len(text) > 40:
            break
    return best


def _field_rows(tokens: Sequence[Token]) -> list[Row]:
    rows: list[Row] = []
    cells: list[Cell] = []
    line = -1
    value: list[Token] = []

    def close_value() -> None:
        if value:
            cells.append(replace(value[0].cell, text=_value_text(value), column=len(cells)))
            value.clear()

    at = 0
    while at < len(tokens):
        label, count = match_label(tokens, at)
        token = tokens[at]
        if label is None:
            value.append(token)
            at += 1
            continue
        close_value()
        if token.cell.row != line:
            if cells:
                rows.append(_row(cells))
            cells = []
            line = token.cell.row
        text = "".join(part.text for part in tokens[at : at + count])
        cells.append(replace(token.cell, text=text, column=len(cells)))
        at += count
    close_value()
    if cells:
        rows.append(_row(cells))
    return rows


def _row(cells: Sequence[Cell]) -> Row:
    row = cells[0].row
    return Row(tuple(replace(cell, row=row) for cell in cells), len(cells), table=0)


def _value_text(value: Sequence[Token]) -> str:
    lines: list[str] = []
    for token in value:
        if token.starts_line or not lines:
            lines.append(token.text)
        else:
            lines[-1] += " " + token.text
    return join_lines(lines)
