"""Cells that ran together in a text (产出指标数量指标合格率≥98%): levels are told by their words, the rest is doubted.

A sign parts the name from its value. Without one it stays with the name: 窗口5 and 6个 would give 56.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row

_HEADS = lazy(r"(?:[一二三]级(?:指标|目标)|(?:年度)?(?:指标|目标)值|计量单位|权重|备注)")
_SIGN = lazy(r"(?<=.)(?=[≥≤≧≦＞＜>=<＝])")
_LONGEST = 80


@cache
def _levels() -> re.Pattern[str]:
    first = "|".join(sorted(map(re.escape, lexicon().level1), key=len, reverse=True))
    second = "|".join(sorted(map(re.escape, lexicon().level2), key=len, reverse=True))
    end = r"(?:指标|目标)"
    return re.compile(rf"(?P<first>(?:{first}){end})?(?P<second>(?:{second}){end})?(?P<rest>\S*)")


def are_glued(rows: Sequence[Row]) -> bool:
    """Whether two levels, or the names of columns, ran together in a cell of a text."""
    for row in rows:
        for cell in () if row.exact else row.cells[:2]:
            if ("指标" in cell.text or "目标" in cell.text) and (_heads(cell.text) or _has_both(cell.text)):
                return True
    return False


def unglued(row: Row) -> Row:
    """A row of a table with the cells taken apart that ran together; what stands behind the levels is doubted."""
    cells = [part for cell in row.cells for part in _parts(cell)]
    return row if len(cells) == len(row.cells) else replace(row, cells=tuple(cells), width=max(row.width, len(cells)))


def unglued_lines(rows: Sequence[Row]) -> list[Row]:
    """Lines with the cells that ran together on lines of their own; the lines are counted anew."""
    cells = [part for row in rows for part in _line(row.cells[0])]
    return [Row((cell._replace(row=number),), 1) for number, cell in enumerate(cells)]


def _line(cell: Cell) -> list[Cell]:
    heads = _heads(cell.text)
    return [cell._replace(text=text) for text in heads] if heads else _parts(cell)


def _has_both(text: str) -> bool:
    match = _levels().fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return match is not None and bool(match["first"] and match["second"])


def _heads(text: str) -> list[str]:
    word = text.strip()
    found = _HEADS.findall(word)
    return found if len(found) >= 3 and "".join(found) == word else []


def _parts(cell: Cell) -> list[Cell]:
    """The cell, or the cells it holds: one or two levels, a name, a value behind a sign."""
    if len(cell.text) > _LONGEST or any(mark in cell.text for mark in "：:。；"):
        return [cell]
    match = _levels().fullmatch(cell.text.strip())
    if match is None or not (match["first"] or match["second"]):
        return [cell]
    levels = [text for text in (match["first"], match["second"]) if text]
    rest = [text for text in _SIGN.split(match["rest"], maxsplit=1) if text]
    if len(levels) + len(rest) == 1:
        return [cell]
    # The name is doubted, and with it the row; a value behind its sign is what was printed.
    return [cell._replace(text=text, lost=text is rest[0] if rest else False) for text in (*levels, *rest)]
