"""Lists of projects in a text with one cell a line: a project begins where the first levels begin again.

Blank and merged cells leave no trace in such a text. What stands in front of a level that comes again must be just the
cells of a project's own columns, money where the head names money; where it is not, no row is given at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number, looks_like_value
from drafter.reading.columns import Column, Header
from drafter.reading.content import Cell
from drafter.reading.flat import OFFICE
from drafter.reading.headers import indicator_header
from drafter.reading.labels import find_label
from drafter.reading.levels import Style, level1_kind
from drafter.reading.reflow_heads import Head
from drafter.reading.reflow_indicators import indicator_rows
from drafter.reading.rows import Row
from drafter.reading.tokens import Token
from drafter.reading.words import compact

_HEAD = lazy(r"[^\d，。；！？]{1,16}")
_MOST = 16
_LEAST_NAME, _LEAST_GOAL = 3, 8
_OF_PROJECTS = ("field", "funding", "goal")
_KEYS = ("project_name", "implementer")
_LEAD = frozenset(("序号", "编号"))

Line = list[Token]


def list_head(tokens: Sequence[Token], start: int) -> int | None:
    """Where the head of a list begins whose indicator columns begin at `start`; None where no list is headed.

    Two labels follow each other, without a value between them, and 项目名称 or 单位名称 is one of those in front.
    """
    first = start
    while first > 0 and start - first < _MOST and _is_head(tokens[first - 1]):
        first -= 1
    labels = [find_label(token.text) for token in tokens[first:start]]
    paths = [label.path if label is not None and label.inline is None else "" for label in labels]
    of_project = [label is not None and label.inline is None and label.kind in _OF_PROJECTS for label in labels]
    at = max((paths.index(path) for path in _KEYS if path in paths), default=None)
    if at is None:
        return None
    alone = paths[at:] == ["project_name"]
    if not alone and not any(map(all, pairwise(of_project[at:]))):
        return None
    while at > 0 and (of_project[at - 1] or compact(tokens[first + at - 1].text) in _LEAD):
        at -= 1
    return first + at


def list_rows(tokens: Sequence[Token], head: Head, start: int) -> list[Row]:
    """The head and the rows of a list, on a grid of its columns; no row where the projects cannot be told apart."""
    table = tokens[start].cell.row
    names = [token.cell._replace(text=token.text) for token in tokens[start : head.start]]
    cells = [*names, *sorted(head.row.cells, key=lambda cell: cell.column)]
    row = Row(tuple(cell._replace(column=at) for at, cell in enumerate(cells)), len(cells), table=table)
    header = indicator_header(row)
    if header is None or not header.flat or not head.cellwise:
        return []
    lines = [list(line) for _, line in groupby(tokens[head.end :], key=lambda token: token.cell.row)]
    starts = _projects(lines, header, len(names))
    if not starts:
        return []
    result = [row]
    ends = [begin for begin, _ in starts[1:]] + [len(lines)]
    for (begin, skipped), end in zip(starts, ends, strict=True):
        first = begin + len(names) - skipped
        own = [_joined(line, at) for at, line in enumerate(lines[begin:first], skipped)]
        inner = [token for line in lines[first:end] for token in line]
        found, _ = indicator_rows(inner, head)
        moved = [_moved(one, len(names), table) for one in found]
        if not moved:
            return []
        result += [replace(moved[0], cells=(*own, *moved[0].cells)), *moved[1:]]
    return result


def _is_head(token: Token) -> bool:
    return token.starts_line and token.ends_line and _HEAD.fullmatch(token.text) is not None


def _projects(lines: Sequence[Line], header: Header, width: int) -> list[tuple[int, int]]:
    """The line each project begins with and its first column; empty where it cannot be told for one of them.

    An office printed once, in a merged cell, leaves no trace before its other projects.
    """
    style = Style.of("".join(compact(line[0].cell.text) for line in lines))
    lead = next((at for at, column in enumerate(header.columns[:width]) if column.kind == "project_name"), 0)
    starts: list[tuple[int, int]] = []
    seen: set[str | None] = set()
    for at, kind in _levels(lines, style):
        again = bool(starts) and _again(lines, starts[-1][0], at - width, width)
        if starts and kind not in seen and not again:
            seen.add(kind)
            continue
        skipped = next((skip for skip in (0, lead) if _fits(lines[max(0, at - width + skip) : at], header, skip)), None)
        if skipped is None or (not starts and (skipped or at != width)):
            return []
        starts.append((at - width + skipped, skipped))
        seen = {*seen, kind} if again else {kind}
    return starts


def _again(lines: Sequence[Line], last: int, begin: int, width: int) -> bool:
    """Whether the cells of the project are printed again: exports repeat them in every row."""
    texts = [line[0].cell.text for line in lines]
    return begin >= last + width and texts[begin : begin + width] == texts[last : last + width]


def _levels(lines: Sequence[Line], style: Style) -> Iterator[tuple[int, str | None]]:
    for at, line in enumerate(lines):
        if len(line) == 1 and "level1" in style.roles(line[0].text):
            following = lines[at + 1][0].text if at + 1 < len(lines) else ""
            if not looks_like_value(following) and level1_kind(line[0].text) is not None:
                yield at, level1_kind(line[0].text)


def _fits(lines: Sequence[Line], header: Header, skipped: int) -> bool:
    """Whether lines can be the cells of a project's columns, from the column `skipped` on."""
    return all(
        _fit(line[0].cell.text.strip(), column) for line, column in zip(lines, header.columns[skipped:], strict=False)
    )


def _fit(text: str, column: Column) -> bool:
    number = looks_like_number(text)
    if column.kind.startswith("funding."):
        return number
    if column.kind in ("unknown", "other", "year"):
        return True
    if column.kind in ("implementer", "department"):
        return text.endswith(OFFICE)  # 401001-体育局本级; 人次 is the unit of the row above.
    if number or looks_like_value(text):
        return False  # ≥90% is its value.
    return len(text) >= (_LEAST_GOAL if column.kind.endswith("_goal") else _LEAST_NAME)


def _joined(line: Line, column: int) -> Cell:
    return line[0].cell._replace(text=line[0].cell.text.strip(), column=column)


def _moved(row: Row, width: int, table: int) -> Row:
    cells = tuple(cell._replace(column=cell.column + width) for cell in row.cells)
    return replace(row, cells=cells, width=row.width + width, table=table)
