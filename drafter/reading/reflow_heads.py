"""The heads of tables among the tokens of a PDF's text: runs of column names, on one line or on several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_value
from drafter.reading.columns import Column, Header, budget_column, indicator_column, is_listed, value_part
from drafter.reading.content import Cell
from drafter.reading.headers import budget_header, indicator_header
from drafter.reading.levels import Style
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row
from drafter.reading.tokens import Token, longest
from drafter.reading.words import compact

if TYPE_CHECKING:
    from drafter.reading.halves import Half

_PERIOD = lazy(
    r"(?:长期|中期|实施期|年度|本年度|总目标|当年)(?:绩效)?(?:指标|目标表|目标\d{1,2})", needs=("指标", "目标")
)
_BEGINS = frozenset(("level1", "level2", "name"))
_PARTS = 3
_MAX_COLUMNS = 16
_ABOVE = _BELOW = 400


class Head(NamedTuple):
    """The head of a table.

    Attributes:
        kind: `indicators` or `budget`.
        start: Its first token.
        end: The token after its last.
        row: Its cells.
        header: Its columns.
        cellwise: Each column name fills a line of its own: in this text a line is a cell.
        half: Which half is the year's, where names and values stand in two columns.
    """

    kind: str
    start: int
    end: int
    row: Row
    header: Header
    cellwise: bool
    half: Half | None = None


def table_heads(tokens: Sequence[Token]) -> list[Head]:
    """Every head in order. A table whose projects stand in a column cannot be told apart in lines and gives none."""
    heads: list[Head] = []
    at = 0
    while at < len(tokens):
        head = _indicators(tokens, at) or (_budget(tokens, at) if heads else None)
        if head is not None:
            heads.append(head)
        at = head.end if head is not None else at + 1
    if not any(head.kind == "indicators" for head in heads) and (headless := _headless(tokens)) is not None:
        heads.insert(0, headless)
    return heads


def _run(tokens: Sequence[Token], start: int, column: Callable[[str], str | None]) -> tuple[list[Cell], int, bool]:
    """Column names from `start` on: their cells, the token after them, whether one was broken over lines."""

    def known(text: str, count: int) -> bool | None:
        # A name that only looks like one (…指标值) ends with the line it is on, lest it swallow its neighbour, and so
        # do two listed names one below the other (指标值 over 计量单位).
        if count == 1:
            return column(text) is not None or None
        return (is_listed(text) and not all(is_listed(part) for part in lines[:count])) or None

    cells: list[Cell] = []
    lines: list[str] = []
    at, broken = start, False
    while at < len(tokens) and len(cells) < _MAX_COLUMNS:
        lines = [token.text for token in tokens[at : at + _PARTS]]
        found, count = longest(tokens, at, known, _PARTS)
        if found is None:
            break
        text = "".join(token.text for token in tokens[at : at + count])
        cells.append(tokens[at].cell._replace(text=text, column=len(cells)))
        broken = broken or tokens[at].cell.row != tokens[at + count - 1].cell.row
        at += count
    return cells, at, broken


def _indicators(tokens: Sequence[Token], start: int) -> Head | None:
    if indicator_column(tokens[start].text) not in _BEGINS and not tokens[start].text.startswith(("一级", "指标")):
        return None
    cells, end, broken = _run(tokens, start, _indicator_column)
    if len(cells) < 2:
        return None
    row = Row(tuple(cells), len(cells), table=cells[0].row)
    header = indicator_header(row)
    if header is None or header.columns[0].kind not in _BEGINS:
        return None
    cellwise = not broken and len({cell.row for cell in cells}) == len(cells) >= 3
    if cellwise and not header.halved:
        row, end = _rest_of_head(tokens, end, row)
        header = indicator_header(row) or header
    start -= start > 1 and indicator_column(tokens[start - 1].text) == "other"  # 目标名称, in front of the levels.
    if header.halved:
        from drafter.reading.halves import year_half

        half = year_half(row, [token.text for token in tokens[max(0, start - _ABOVE) : start]])
        while start and _PERIOD.fullmatch(compact(tokens[start - 1].text)):
            start -= 1
        return Head("indicators", start, end, row, header._replace(period=False), cellwise, half)
    before = compact(tokens[start - 1].text) if start else ""
    if _PERIOD.fullmatch(before):
        start -= 1
        header = header._replace(period=not before.startswith(("年", "本年", "当年")))
        row = replace(row, cells=(cells[0]._replace(text=before, column=-1), *cells))
    return Head("indicators", start, end, row, header, cellwise)


def _rest_of_head(tokens: Sequence[Token], end: int, row: Row) -> tuple[Row, int]:
    """The head with the parts of its value column (前年 | 上年 | 当年) and with names nobody listed, a line a cell.

    What stands between the listed names and the first level can only be names of columns. They are given the name of
    a column of their kind, so that the head is read again as what it is.
    """
    # Labels of a table are printed alike: its first rows tell how, and a text may hold thousands of heads.
    style = Style.of("".join(compact(token.text) for token in tokens[end : end + _BELOW]))
    most = range(end, min(end + _PARTS + 1, len(tokens)))
    first = next((at for at in most if {"level1", "level2"} & set(style.roles(tokens[at].text))), end)
    more = tokens[end:first]
    if not more or any(looks_like_value(token.text) for token in more):
        return row, end
    parts = [value_part(token.text) for token in more]
    value = next((at for at, cell in enumerate(row.cells) if indicator_column(cell.text) == "value"), None)
    if len(parts) > 1 and None not in parts and "value" in parts and value is not None:
        names = ["指标值" if part == "value" else "上年指标值" for part in parts]
        divided = [token.cell._replace(text=name) for token, name in zip(more, names, strict=True)]
        cells = (*row.cells[:value], *divided, *row.cells[value + 1 :])
    else:
        cells = (*row.cells, *(token.cell._replace(text="指标说明") for token in more))
    return replace(row, cells=tuple(cell._replace(column=at) for at, cell in enumerate(cells)), width=len(cells)), first


def _indicator_column(text: str) -> str | None:
    return indicator_column(text) or ("other" if compact(text).rstrip(":") in lexicon().achieved else None)


def _budget(tokens: Sequence[Token], start: int) -> Head | None:
    if not tokens[start].starts_line or budget_column(tokens[start].text) is None:
        return None
    cells, end, broken = _run(tokens, start, budget_column)
    row = Row(tuple(cells), len(cells), table=-1)
    header = budget_header(row)
    if header is None:
        return None
    cellwise = not broken and len({cell.row for cell in cells}) == len(cells)
    return Head("budget", start, end, replace(row, table=cells[0].row), header, cellwise)


def _headless(tokens: Sequence[Token]) -> Head | None:
    """Where the first level, its second level and a name follow each other, a table begins without a head."""
    style = Style.of("".join(compact(token.text) for token in tokens))
    for at in range(len(tokens) - 2):
        first, second = style.roles(tokens[at].text), style.roles(tokens[at + 1].text)
        if "level1" in first and "level2" in second and tokens[at].starts_line and not style.roles(tokens[at + 2].text):
            kinds = ("level1", "level2", "name", "value")
            columns = tuple(Column(kind, start, start + 1) for start, kind in enumerate(kinds))
            table = tokens[at].cell.row
            names = ("一级", "二级", "三级", "指标值")  # Names no profile asks for: the form prints none.
            cells = tuple(tokens[at].cell._replace(text=name, column=start) for start, name in enumerate(names))
            row = Row(cells, len(cells), table=table)
            cellwise = all(token.starts_line and token.ends_line for token in tokens[at : at + 3])
            return Head("indicators", at, at, row, Header(columns, len(cells), table), cellwise)
    return None


def is_sideways(tokens: Sequence[Token]) -> bool:
    """Whether first levels head columns side by side (成本指标 产出指标 效益指标): lines cannot tell them."""
    style = Style(level1_suffixed=True, level2_suffixed=True)
    levels = ["level1" in style.roles(token.text) for token in tokens]
    return any(all(levels[at : at + _PARTS]) for at in range(len(levels) - _PARTS + 1))
