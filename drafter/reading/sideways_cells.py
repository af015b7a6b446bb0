"""Lists that print the indicators of a second level in one cell: 数量指标 over 储备灭火机≥45台；储备防火服≥320套."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.language import parse_target
from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.levels import level2_parents
from drafter.reading.rows import Row
from drafter.reading.words import tidy

_PARTS = lazy(r"[；;\r\n]+")
_NUMBERED = lazy(r"^(?:\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])\s*")
_SIGN = lazy(r"[≥≤><=＝＞＜≧≦]|不(?:低于|高于|少于|超过|大于|小于)|(?:大于|小于)(?:等于)?|达到?")
_DIGIT = lazy(r"(?<![\d.,])\d")
_MOST = 40


class LevelCell(NamedTuple):
    """A column of one second level: the heads of both levels."""

    level1: Cell
    level2: Cell


def level_cells(heads: Sequence[Cell], second: Row) -> list[LevelCell]:
    """The columns of second levels below the first ones; none where another head stands among them."""
    found: list[LevelCell] = []
    for head in heads:
        inside = [cell for cell in second.cells if head.column <= cell.column < head.column + head.colspan]
        if not inside or not all(level2_parents(cell.text) for cell in inside):
            return []
        found.extend(LevelCell(head, cell) for cell in inside)
    return found


def indicators_of(row: Row, columns: Sequence[LevelCell], at: int) -> Iterator[tuple[Cell, ...]]:
    """Level 1, level 2, name and target of every indicator of a row, in four columns from `at`."""
    for level1, level2 in columns:
        end = level2.column + level2.colspan
        cell = next((cell for cell in row.cells if level2.column <= cell.column < end), None)
        for part in _PARTS.split(cell.text)[:_MOST] if cell is not None else ():
            text = _NUMBERED.sub("", tidy(part)).rstrip("。，,")
            if cell is None or not text:
                continue
            name, target = _apart(text)
            cells = [
                one._replace(column=at + number, colspan=1, rowspan=1) for number, one in enumerate((level1, level2))
            ]
            cells.append(cell._replace(text=name, column=at + 2, colspan=1, rowspan=1))
            if target:
                cells.append(cell._replace(text=target, column=at + 3, colspan=1, rowspan=1))
            yield tuple(cells)


def _apart(text: str) -> tuple[str, str | None]:
    """Name and target of an indicator printed as one text; the name alone where no number or date ends it."""
    # The sign tells where the target begins; a digit may stand in the name as well: 火灾24小时扑灭率≥95%.
    starts = [match.start() for pattern in (_SIGN, _DIGIT) for match in pattern.finditer(text)][:_MOST]
    for start in starts:
        name, target = text[:start].rstrip(" :："), text[start:]
        if name and (parse_target(target).value is not None or target[:2] in ("19", "20")):
            return name, target
    return text, None
