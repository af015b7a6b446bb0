"""Rows that a page break or a narrow column cut in two, put together again before they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.levels import Style
from drafter.reading.rows import Row
from drafter.reading.words import compact, join_lines, unclosed

_RULE = lazy(r"^[-—–_=+|:]{2,}$", needs="-—–_=+|:")
_CLOSED_BY = lazy(r"^[，。、；：,.;:）)》〉”’】]|^[^“（(《【]{0,12}[”）)》】]")


def is_rule(row: Row) -> bool:
    """Whether the row only draws a line (``---  ----``)."""
    return all(_RULE.match(text) for text in row.texts)


def mend_rows(rows: Sequence[Row], style: Style) -> list[Row]:
    """Rows with cut labels and cut names joined. Only for tables whose grid is not the carrier's own."""
    mended: list[Row] = []
    for row in rows:
        if is_rule(row):
            continue
        if mended and not row.exact:
            joined = _complete_labels(mended[-1], row, style) or _continue_name(mended[-1], row, style)
            if joined is not None:
                mended[-1] = joined
                continue
        mended.append(row)
    return mended


def _complete_labels(above: Row, row: Row, style: Style) -> Row | None:
    """满意度指 | 服务对象 over 标 | 满意度指标: every cell of the lower row completes a label of the upper one."""
    if len(row.cells) > 2:
        return None
    cells = list(above.cells)
    at = 0
    for rest in row.cells:
        while at < len(cells):
            whole = compact(cells[at].text) + compact(rest.text)
            if not style.roles(cells[at].text) and set(style.roles(whole)) & {"level1", "level2"}:
                cells[at] = cells[at]._replace(text=join_lines((cells[at].text, rest.text)))
                at += 1
                break
            at += 1
        else:
            return None
    return replace(above, cells=tuple(cells))


def _continue_name(above: Row, row: Row, style: Style) -> Row | None:
    """A name with an open bracket goes on in the next row, and so may its value."""
    if not 0 < len(row.cells) <= 2 or any(style.roles(cell.text) for cell in row.cells):
        return None
    names = [position for position, cell in enumerate(above.cells) if unclosed(cell.text)]
    if len(names) != 1 or not _CLOSED_BY.match(next(iter(row.texts), "")):
        return None
    at = names[0]
    if len(row.cells) > len(above.cells) - at:
        return None
    cells = list(above.cells)
    for offset, rest in enumerate(row.cells):
        cells[at + offset] = _joined(cells[at + offset], rest)
    return replace(above, cells=tuple(cells))


def _joined(cell: Cell, rest: Cell) -> Cell:
    return cell._replace(text=join_lines((cell.text, rest.text)))
