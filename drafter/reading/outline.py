"""Indicators written as an outline instead of a table: 一、产出指标 （一）数量指标 1.名称：值, one line each.

Case: forms filled in as plain text, and papers that attach the indicators to a project's description.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.goals import begins_indicators
from drafter.reading.labels import find_label, strip_numbering
from drafter.reading.levels import Style
from drafter.reading.reflow_heads import table_heads
from drafter.reading.rows import Row
from drafter.reading.tokens import tokens_of
from drafter.reading.words import compact

_CHINESE = lazy(r"^[一二三四五六七八九十]{1,3}[、.．]", needs="、.．")
_BRACKETED = lazy(r"^[(（][一二三四五六七八九十]{1,3}[)）]", needs="(（")
_ARABIC = lazy(r"^(?:[(（]?\d{1,2}[)）.、．](?!\d)|[①-⑳])")
_ITEM = lazy(
    r"(?P<name>[^:：；]{2,60}?)\s*(?:[:：]\s*(?P<told>\S.*)|(?P<signed>(?:[≥≤><＝=＞＜≧≦]|不低于|不少于|不超过|不高于|达到).*))"
)
_MARKS = lazy(r"[。；;]+$")
_SECTION = lazy(r"(?:项目|年度)?(?:绩效)?指标(?:设置|情况|内容)?[:：]?")
_HEADS = ("一级指标", "二级指标", "三级指标", "指标值")
_NAMED = lazy(r"^\s*[一二三]级(?:指标|目标)\s*[:：]\s*(?=\S)", needs=("级",))
_TOLD = lazy(r"[，,；;]\s*(?:指标|目标)值\s*[:：]?\s*")
_SENTENCE = lazy(r"\d.*[，,]")
_LEAST = 2


class Outline(NamedTuple):
    """Where an outline stands among the rows, and its indicators as the rows of a table."""

    start: int
    end: int
    rows: list[Row]


def find_outline(rows: Sequence[Row]) -> Outline | None:
    """The first outline among lines outside tables; None where there is none."""
    document = "".join(text for row in rows for text in row.texts)
    if "一级指标二级指标" in document or any(_heads_table(row) for row in rows):
        return None  # A table, whose cells a text prints one a line.
    rows = [_without_names(row) for row in rows]
    style = Style.of("".join(text for row in rows for text in row.texts))
    start = next((at for at, row in enumerate(rows) if _heading(row, style) is not None), None)
    if start is None:
        return None
    found, end = _items(rows, start, style)
    told = [cells for cells in found if len(cells) == len(_HEADS)]
    if len(told) < _LEAST or len(told) * 2 < len(found):
        return None
    head = tuple(
        cell._replace(text=text) for cell, text in zip(_on_grid([rows[start].cells[0]] * 4), _HEADS, strict=True)
    )
    table = [Row(head, len(_HEADS), True, table=start)]
    table += [Row(_on_grid(cells), len(_HEADS), True, table=start) for cells in found]
    if start and _SECTION.fullmatch(strip_numbering(compact(rows[start - 1].cells[0].text))):
        start -= 1
    return Outline(start, end, table)


def _heads_table(row: Row) -> bool:
    return any(word in _HEADS[:3] for cell in row.cells for word in cell.text.split())


def _without_names(row: Row) -> Row:
    """一级指标：产出指标 and 三级指标：修缮球场，指标值：6片 as 产出指标 and 修缮球场：6片."""
    text = row.cells[0].text
    if not row.is_paragraph or not _NAMED.match(text):
        return row
    text = _TOLD.sub("：", _NAMED.sub("", text, count=1), count=1)
    return replace(row, cells=(row.cells[0]._replace(text=text),))


def _items(rows: Sequence[Row], start: int, style: Style) -> tuple[list[list[Cell]], int]:
    """The items as level, level, name and value cells (no value where none could be told), and the row after them."""
    found: list[list[Cell]] = []
    levels: list[Cell | None] = [None, None]
    marks: list[str] = []
    at = start
    while at < len(rows) and rows[at].is_paragraph:
        heading = _heading(rows[at], style)
        cell = rows[at].cells[0]
        if heading is not None:
            name, rest, mark = heading
            depth = _depth(name, mark, marks, style)
            levels[depth:] = [cell._replace(text=name), *([None] if depth == 0 else [])]
            texts = [part for part in re.split(r"[；;]", rest) if part.strip()]
        elif find_label(cell.text) is not None:
            break
        else:
            texts = [cell.text]
        for text in texts:
            text, second = _second_level(text, cell, style)
            levels[1:] = [second] if second is not None else levels[1:]
            item = _ITEM.fullmatch(_ARABIC.sub("", _MARKS.sub("", text.strip())))
            if item is not None and _SENTENCE.search(item["name"]):
                item = None  # 修缮球场6片，验收合格率达到98%: several promises in one sentence.
            if item is None and found and _ARABIC.match(text.strip()) is None and heading is None:
                break  # Prose below the outline.
            name, value = (
                (item["name"], item["told"] or item["signed"]) if item else (_ARABIC.sub("", text.strip()), "")
            )
            told = cell._replace(text=value or name, lost=not value)
            found.append([(levels[0] or cell._replace(text="")), (levels[1] or cell._replace(text="")),
                          cell._replace(text=name), told])  # fmt: skip
        else:
            at += 1
            continue
        break
    return found, at


def _second_level(text: str, cell: Cell, style: Style) -> tuple[str, Cell | None]:
    """数量指标：修缮球场：6片 as its item and its level; an item without level as it is."""
    name, colon, rest = text.replace(":", "：").partition("：")
    name = strip_numbering(compact(name))
    if not colon or not rest.strip() or not name.endswith(("指标", "目标")) or "level2" not in style.roles(name):
        return text, None
    return rest.strip(), cell._replace(text=name)


def _heading(row: Row, style: Style) -> tuple[str, str, str] | None:
    """The level a line names, the items behind its colon, and the kind of its number; None for any other line."""
    if not row.is_paragraph or len(row.cells) != 1:
        return None
    text = row.cells[0].text.strip()
    mark = next((kind for kind, of in (("一", _CHINESE), ("(一)", _BRACKETED), ("1", _ARABIC)) if of.match(text)), "")
    name, _, rest = text.replace(":", "：").partition("：")
    name = strip_numbering(compact(name))
    if not {"level1", "level2"} & set(style.roles(name)):
        return None
    if rest.strip() and not any(_ITEM.fullmatch(_ARABIC.sub("", part.strip())) for part in re.split(r"[；;]", rest)):
        return None  # 1.服务对象满意度：≥85% is an item named like a level.
    return name, rest.strip(), mark


def _depth(name: str, mark: str, marks: list[str], style: Style) -> int:
    """0 for a first level, 1 for a second: by the numbers of the headings, by their names where they have none."""
    roles = style.roles(name)
    if mark and mark in marks:
        return min(marks.index(mark), 1)
    if mark:
        if not marks and "level1" not in roles:
            marks.append("")
        marks.append(mark)
        return min(len(marks) - 1, 1)
    if "level1" in roles and name.endswith("满意度指标"):
        return 0  # Below 效益指标 it is 服务对象满意度指标.
    return 0 if "level2" not in roles else 1


def _on_grid(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(
        cell._replace(column=column, rowspan=1, colspan=1)
        for column, cell in enumerate(cells)
        if cell.text or cell.lost
    )


def unread_outline(rows: Sequence[Row]) -> tuple[int, int] | None:
    """Where lines head indicators (产出指标：…) that `find_outline` cannot read: the first row and the one after them.

    They are no part of the goal above them. Only for lines without a table, whose heads begin alike.
    """
    start = next((at for at, row in enumerate(rows) if begins_indicators(row.cells[0].text)), None)
    if (
        start is None
        or not all(row.is_paragraph for row in rows)
        or table_heads(tokens_of(row.cells[0] for row in rows))
    ):
        return None
    after = (at for at in range(start + 1, len(rows)) if _is_field(rows[at].cells[0].text))
    return start, next(after, len(rows))


def _is_field(text: str) -> bool:
    label = find_label(text)
    return label is not None and label.kind not in ("section", "unit", "ignored")
