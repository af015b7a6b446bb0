"""The indicator table of a PDF's text: one without blank cells by its lines' number, any other line by line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from drafter.reading.headers import named_by_level2
from drafter.reading.levels import Style
from drafter.reading.reflow_cells import complete_rows
from drafter.reading.reflow_heads import Head
from drafter.reading.reflow_rows import RowReader, is_below
from drafter.reading.rows import Row
from drafter.reading.tokens import Token, are_set_apart
from drafter.reading.words import compact


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
    if head.cellwise and head.half is None and (whole := _complete(tokens, head)) is not None:
        return whole
    style = Style.of("".join(compact(token.text) for token in tokens))
    named = named_by_level2(head.header)
    if named is not None and not any("level2" in style.roles(token.text) for token in tokens):
        head = head._replace(header=named)
    reader = RowReader(head, style, tokens)
    used = reader.read()
    if head.half is None:
        return reader.rows, used
    from drafter.reading.halves import rows_of_the_year

    return rows_of_the_year(reader.rows, reader.level_at, reader.name_at, head.half), used


def _complete(tokens: Sequence[Token], head: Head) -> tuple[list[Row], int] | None:
    """The rows of a table without blank cells and how many tokens they take; None for any other table."""
    end = next((at for at, token in enumerate(tokens) if token.starts_line and is_below(tokens, at)), len(tokens))
    for header in (head.header, named_by_level2(head.header)):
        rows = complete_rows(tokens[:end], header, head.row) if header is not None else None
        if rows is not None:
            return rows, end
    return None
