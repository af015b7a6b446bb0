"""The indicator table of a PDF's text: one without blank cells by its lines' number, any other line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from drafter.reading.columns import Column
from drafter.reading.headers import named_by_level2
from drafter.reading.levels import Style
from drafter.reading.reflow_cells import complete_rows
from drafter.reading.reflow_heads import Head
from drafter.reading.reflow_rows import RowReader, is_below
from drafter.reading.rows import Row
from drafter.reading.tokens import Token, are_set_apart
from drafter.reading.words import compact

_SOME = 2


def indicator_rows(tokens: Sequence[Token], head: Head) -> tuple[list[Row], int]:
    """The rows below the head of an indicator table, and how many tokens they take."""
    if not head.cellwise or not are_set_apart(tokens):
        return _indicator_rows(tokens, head)
    lines = [list(line) for _, line in groupby(tokens, key=lambda token: token.cell.row)]
    rows, used = _indicator_rows(
        [Token(" ".join(one.text for one in line), line[0].cell, True, True) for line in lines], head
    )
    return rows, sum(map(len, lines[:used]))


def _indicator_rows(tokens: Sequence[Token], head: Head) -> tuple[list[Row], int]:
    style = Style.of("".join(compact(token.text) for token in tokens))
    if head.cellwise and head.half is None and (whole := _complete(tokens, head)) is not None:
        return whole
    named = named_by_level2(head.header)
    if named is not None and not any("level2" in style.roles(token.text) for token in tokens):
        head = head._replace(header=named)
    reader = RowReader(head, style, tokens)
    used = reader.read()
    if head.half is None:
        return reader.rows, used
    from drafter.reading.halves import rows_of_the_year

    return rows_of_the_year(reader.rows, reader.level_at, reader.name_at, head.half), used


def with_names(head: Head, tokens: Sequence[Token]) -> Head:
    """The head with a column of names behind 二级指标, where that is printed over both and the rows have levels."""
    second = head.header.column("level2")
    if second is None or head.header.column("name") is not None or head.header.column("value") is None:
        return head
    style = Style.of("".join(compact(token.text) for token in tokens))
    if not head.cellwise or sum("level2" in style.roles(token.text) for token in tokens) < _SOME:
        return head
    at = second.start + 1
    columns = [
        column._replace(start=column.start + 1, end=column.end + 1) if column.start >= at else column
        for column in head.header.columns
    ]
    columns.insert(columns.index(second) + 1, Column("name", at, at + 1))
    cells = [cell._replace(column=cell.column + 1) if cell.column >= at else cell for cell in head.row.cells]
    place = next((number for number, cell in enumerate(cells) if cell.column > at), len(cells))
    cells.insert(place, cells[0]._replace(text="三级指标", column=at))
    row = replace(head.row, cells=tuple(cells), width=head.row.width + 1)
    return head._replace(row=row, header=head.header._replace(columns=tuple(columns), width=row.width))


def _complete(tokens: Sequence[Token], head: Head) -> tuple[list[Row], int] | None:
    """The rows of a table without blank cells and how many tokens they take; None for any other table."""
    end = next((at for at, token in enumerate(tokens) if token.starts_line and is_below(tokens, at)), len(tokens))
    for header in (head.header, named_by_level2(head.header)):
        rows = complete_rows(tokens[:end], header, head.row) if header is not None else None
        if rows is not None:
            return rows, end
    return None
