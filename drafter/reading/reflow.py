"""Lines of a PDF's text put back into rows: one cell a line, cells broken over lines, several cells on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import zip_longest

from drafter.reading.content import Cell
from drafter.reading.headers import Header, indicator_header
from drafter.reading.labels import Label
from drafter.reading.lexicon import lexicon
from drafter.reading.reflow_goals import goal_rows
from drafter.reading.reflow_indicators import indicator_rows
from drafter.reading.rows import Row
from drafter.reading.tokens import Token, longest, match_label, token_text, tokens_of
from drafter.reading.words import compact

_FOOTER = re.compile(r"[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*[,，/共]*\s*\d{1,4}\s*页)?")
_PERIOD = re.compile(r"(?:长期|中期|实施期|年度|本年度|总目标)(?:绩效)?指标")
_ENDS_GOALS = frozenset(("field", "funding", "personal", "ignored"))
_HEAD_PARTS = 3
_MAX_COLUMNS = 16


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of an indicator table among the tokens: where it begins and ends, its row, one cell a line or not."""

    start: int
    end: int
    row: Row
    header: Header
    cellwise: bool


def reflow(rows: Sequence[Row]) -> list[Row]:
    """The rows of a form that was given as lines: labelled fields, the goals, the indicator tables."""
    tokens = tokens_of(row.cells[0] for row in rows if not _FOOTER.fullmatch(row.cells[0].text.strip()))
    heads = _heads(tokens)
    cellwise = bool(heads) and heads[0].cellwise
    result: list[Row] = []
    start = 0
    for head, following in zip_longest(heads, heads[1:]):
        result.extend(_labelled_rows(tokens[start : head.start], cellwise))
        end = following.start if following else len(tokens)
        table, used = indicator_rows(tokens[head.end : end], head.row, head.header, cellwise=head.cellwise)
        result.append(head.row)
        result.extend(table)
        start = head.end + used
    result.extend(_labelled_rows(tokens[start:], cellwise))
    return result


def _heads(tokens: Sequence[Token]) -> list[_Head]:
    heads: list[_Head] = []
    at = 0
    while at < len(tokens):
        head = _head_at(tokens, at) if tokens[at].text[:1] in "一二三指年绩" else None
        if head is None:
            at += 1
        else:
            heads.append(head)
            at = head.end
    return heads


def _head_at(tokens: Sequence[Token], start: int) -> _Head | None:
    names, achieved = lexicon().indicator_header, lexicon().achieved
    cells: list[Cell] = []
    at, broken = start, False
    while at < len(tokens) and len(cells) < _MAX_COLUMNS:
        word, count = longest(tokens, at, lambda text, _: _head_word(text, names.keys() | achieved), _HEAD_PARTS)
        if word is None:
            break
        text = "".join(token.text for token in tokens[at : at + count])
        cells.append(replace(tokens[at].cell, text=text, column=len(cells)))
        broken = broken or count > 1
        at += count
    if len(cells) < 2:
        return None
    row = Row(tuple(cells), len(cells), table=cells[0].row)
    header = indicator_header(row)
    if header is None or header.columns[0].kind not in ("level1", "level2", "name"):
        return None
    lines = {cell.row for cell in cells}
    before = compact(tokens[start - 1].text) if start else ""
    if _PERIOD.fullmatch(before):
        header = replace(header, period=not before.startswith(("年", "本年")))
        row = replace(row, cells=(replace(cells[0], text=before, column=-1), *cells))
    return _Head(start, at, row, header, cellwise=not broken and len(lines) == len(cells) >= 3)


def _head_word(text: str, known: Set[str]) -> str | None:
    word = compact(text).rstrip(":")
    return word if word in known else None


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
