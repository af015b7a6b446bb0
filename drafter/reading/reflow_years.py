"""Blocks of money with a column a year in a text with one cell a line: the years, then each label with its amounts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number
from drafter.reading.content import Cell
from drafter.reading.money_years import year_of_head
from drafter.reading.rows import Row
from drafter.reading.tokens import Token
from drafter.reading.words import compact

_FEWEST = 2
_LABEL = lazy(r"[^\d。，；]{2,16}")
_BLANK = lazy(r"[-—－–/]+")


def year_columns(tokens: Sequence[Token], at: int) -> tuple[list[Row], int] | None:
    """The rows of such a block on a grid and the token after it; None where none begins.

    A label with fewer amounts than there are years is given without any: a blank cell leaves no trace.
    """
    heads = list(takewhile(lambda token: _is_line(token) and year_of_head(token.text) is not None, tokens[at:]))
    years = [year_of_head(token.text) for token in heads]
    if len(heads) < _FEWEST or years.count("now") != 1:
        return None
    end = at + len(heads)
    rows = [heads]
    while end < len(tokens) and (amounts := _amounts(tokens, end + 1)) and _is_label(tokens[end]):
        rows.append([tokens[end], *(amounts if len(amounts) == len(heads) else ())])
        end += 1 + len(amounts)
    if len(rows) < _FEWEST:
        return None
    return [_row(line, 1 if line is heads else 0, len(heads) + 1, heads[0].cell.row) for line in rows], end


def _amounts(tokens: Sequence[Token], at: int) -> list[Token]:
    return list(takewhile(lambda token: _is_line(token) and _is_amount(token.text), tokens[at:]))


def _is_amount(text: str) -> bool:
    return looks_like_number(text) or _BLANK.fullmatch(compact(text)) is not None


def _is_label(token: Token) -> bool:
    return _is_line(token) and _LABEL.fullmatch(compact(token.text)) is not None


def _is_line(token: Token) -> bool:
    return token.starts_line and token.ends_line


def _row(line: Sequence[Token], first: int, width: int, table: int) -> Row:
    cells: tuple[Cell, ...] = tuple(
        token.cell._replace(text=token.text, row=line[0].cell.row, column=at) for at, token in enumerate(line, first)
    )
    return Row(cells, width, table=table)
