"""A form as ``pdftotext -layout`` prints it: cells centred in their boxes or at their top, blanks between columns.

Lines stand where their boxes put them, not in rows: the two lines of one cell above and below the one line of the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import grid

if TYPE_CHECKING:
    from builders import Rows

_NEAR = 0.3
"""Lines of text nearer than this are printed on one line."""


def blanks(rows: Rows, width: int = 14, *, gap: int = 3, top: bool = False) -> str:
    """The form with cells broken after `width` characters for each column that they cover."""
    boxes = [
        (_broken(box.text, width * box.columns), at, column, box) for line in grid(rows) for box, at, column in line
    ]
    tops = _tops(len(rows), [(len(lines), at, box.rows) for lines, at, _, box in boxes])
    lefts = _lefts([(max(map(len, lines), default=0) + gap, column, box.columns) for lines, _, column, box in boxes])
    placed: list[tuple[float, int, str]] = []
    for lines, at, column, box in boxes:
        middle = (tops[at] + tops[at + box.rows]) / 2
        left, right = lefts[column], lefts[column + box.columns] - gap
        for number, line in enumerate(lines):
            start = left if top else left + (right - left - len(line)) // 2
            first = tops[at] if top else middle - (len(lines) - 1) / 2
            placed.append((first + number, start, line))
    return _printed(placed)


def _broken(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def _tops(count: int, heights: list[tuple[int, int, int]]) -> list[float]:
    """Where each row begins: rows are as high as their highest cell, merged cells stretch their last row."""
    tall = [1.0] * count
    for height, at, rows in sorted(heights, key=lambda one: one[2]):
        missing = height - sum(tall[at : at + rows])
        tall[at + rows - 1] += max(0.0, missing)
    return [sum(tall[:at]) for at in range(count + 1)]


def _lefts(widths: list[tuple[int, int, int]]) -> list[int]:
    count = max(column + columns for _, column, columns in widths)
    wide = [4] * count
    for width, column, columns in sorted(widths, key=lambda one: one[2]):
        missing = width - sum(wide[column : column + columns])
        wide[column + columns - 1] += max(0, missing)
    return [sum(wide[:column]) for column in range(count + 1)]


def _printed(placed: list[tuple[float, int, str]]) -> str:
    lines: list[tuple[float, list[tuple[int, str]]]] = []
    for height, start, text in sorted(placed):
        if not lines or height - lines[-1][0] > _NEAR:
            lines.append((height, []))
        lines[-1][1].append((start, text))
    printed: list[str] = []
    for _, parts in lines:
        line = ""
        for start, text in sorted(parts):
            line = line.ljust(start) + text
        printed.append(line)
    return "\n".join(printed)
