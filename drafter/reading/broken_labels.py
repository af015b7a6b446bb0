"""Labels whose lines stand apart in text with tabs: 年度 on a line of its own, 目标 and the goal on the next.

Case: tables copied from Word, where a line break inside a cell ends the line of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.reading.labels import find_label
from drafter.reading.rows import Row
from drafter.reading.words import compact

_MOST_LINES = 6
_LONGEST = 8


def with_whole_labels(rows: Sequence[Row]) -> list[Row]:
    """Rows with the lines of a label put to the row that its last line begins; all other rows as they are."""
    result: list[Row] = []
    for row in rows:
        count = 0 if row.is_paragraph or row.exact else _lines_above(result, row)
        if count:
            first = row.cells[0]
            text = "".join(compact(one.cells[0].text) for one in (*result[-count:], row))
            result[-count:] = [replace(row, cells=(first._replace(text=text), *row.cells[1:]))]
        else:
            result.append(row)
    return result


def _lines_above(rows: Sequence[Row], row: Row) -> int:
    """How many lines right above a row are the beginning of its first label."""
    first = row.cells[0]
    text = compact(first.text)
    if first.column or len(text) > _LONGEST or find_label(text) is not None:
        return 0
    for count in range(1, min(_MOST_LINES, len(rows)) + 1):
        above = rows[-count]
        part = above.cells[0].text
        if not above.is_paragraph or above.cells[0].row != first.row - count or len(part) > _LONGEST:
            return 0
        text = compact(part) + text
        label = find_label(text)
        if label is not None and label.inline is None:
            return count
    return 0
