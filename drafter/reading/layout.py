"""Layout text (``pdftotext -layout``) as tables: the cells of a form put together again from where they stand.

Blanks keep the columns apart, and a cell of two lines stands beside the middle line of the next one, so that lines are
no rows. But every cell is centred: what is even about a row's middle belongs to it, and rows that do not come out even
are not guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number, looks_like_value
from drafter.reading.columns import budget_column
from drafter.reading.content import Block, Cell, Content, Note, Paragraph, Table
from drafter.reading.labels import find_label
from drafter.reading.layout_fields import Part, read_fields
from drafter.reading.layout_flat import ListPages, parted, put_together, read_page
from drafter.reading.layout_heads import Head, find_heads
from drafter.reading.layout_lists import ProjectList, list_head, read_list
from drafter.reading.layout_pieces import Line, Piece, pages_of
from drafter.reading.layout_tables import GridRow, end_of, head_rows, read_rows, table_rows
from drafter.reading.layout_top_fields import leading_label, read_top_fields
from drafter.reading.levels import level2_parents
from drafter.reading.unread import layout_list_note, layout_note
from drafter.reading.words import compact, unit_behind

_TITLE = lazy(r".{0,40}绩效(?:目标|指标).{0,12}(?:表|书)(?:\([^()]{1,24}\))?", needs=("绩效",))
_YEAR = lazy(r"[(\[]?\d{4}年?(?:度|预算)?[)\]]?")
_NUMBER = lazy(r"(?:附件|附表|附|表)\s*[\d一二三四五六七八九十-]{0,6}[:：]?")
_OF_GOAL = lazy(r"(?:长期|中期|中长期|实施期|年度|当年|本年)(?:绩效)?指标")
_BROKEN_NUMBER = lazy(r"\d \d")
_LEVELS = ("level1", "level2")
_MOST_LINES = 12_000
_LONGEST_LINE = 1_000
_MOST_ROWS = 150
_FEWEST_HEADS = 4
_FEWEST_LABELS = 2


def laid_out(text: str) -> Content | None:
    """A layout text as tables; None where it holds no indicator table whose cells can be told apart.

    Cells of a part that does not come out even are given as lost: nothing of them is used, and a note says so.
    """
    if "\t" in text or "|" in text or any(len(line) > _LONGEST_LINE for line in text.splitlines()):
        return None  # What prints its columns otherwise is no layout text.
    pages = pages_of(text)
    if sum(map(len, pages)) > _MOST_LINES:
        return None
    blocks: list[Block] = []
    unread: list[int] = []
    lists: list[ProjectList] = []
    runs: list[tuple[int, ListPages]] = []
    tables = 0
    before: _Open | None = None
    for page in pages:
        at = 0
        heads = list(find_heads(page))
        if before is not None and (at := _goes_on(before, page, heads[0].first if heads else len(page))):
            grid = read_rows(before.head, _with_next(before.body, page[:at]))
            unread.extend([] if grid is not None else [before.head.cells[0].number])
            blocks[before.place] = Table(tuple(_table(before.head, grid, before.body)), exact=True)
            tables += 1
        before = None
        for head, stop in zip(heads, _stops(page, heads), strict=True):
            listed_heads = parted(head)
            beside, head = listed_heads or (list_head(page, head), head)
            blocks.extend(_fields(page[at : head.first if beside is None else min(beside.first, head.first)], unread))
            end = end_of(page, head, stop) if beside is None else stop
            body = page[head.last + 1 : end]
            if listed_heads is not None and len(body) <= _MOST_ROWS and (found := read_page(head, body)) is not None:
                flat = ListPages(*listed_heads, [found])
                if runs and runs[-1][0] == len(blocks) - 1 and runs[-1][1].goes_on(flat):
                    runs[-1][1].pages.append(found)
                else:
                    runs.append((len(blocks), flat))
                    blocks.append(Table((), exact=True))
                tables, at = tables + 1, end
                continue
            if beside is not None and len(body) <= _MOST_ROWS and (listed := read_list(beside, head, body)):
                if lists and blocks[-1] is lists[-1].table and lists[-1].goes_on(beside, head):
                    blocks.pop()
                    listed = [*lists.pop().projects, *listed]
                lists.append(ProjectList.of(beside, head, listed))
                blocks.append(lists[-1].table)
                tables, at = tables + 1, end
                continue
            grid = read_rows(head, body) if len(body) <= _MOST_ROWS else None
            if grid is None:
                unread.append(page[head.first][0].number)
            blocks.extend(_side(head, body))
            blocks.append(Table(tuple(_table(head, grid, body)), exact=True))
            before = _Open(len(blocks) - 1, head, body) if end == len(page) and body and grid is not None else None
            tables += grid is not None or listed_heads is not None
            at = end
        blocks.extend(_fields(page[at:], unread))
    for place, run in runs:
        lists.append(ProjectList.of(run.beside, run.head, put_together(run.beside, run.head, run.pages)))
        blocks[place] = lists[-1].table
    notes = (*((layout_note(unread),) if unread else ()), *_list_notes(lists))
    return Content(tuple(blocks), "text", notes) if tables else None


class _Open(NamedTuple):
    """A table that reaches the end of its page: its place among the blocks, its head, its lines."""

    place: int
    head: Head
    body: Sequence[Line]


def _goes_on(table: _Open, page: Sequence[Line], stop: int) -> int:
    """How many lines a page begins with, without a head, that belong to the table of the page before."""
    end = end_of(page, table.head, stop, start=0)
    end = next((at for at in range(end) if _is_free(page[at]) or leading_label(page[at][0]) is not None), end)
    words = [word.text for line in page[:end] for piece in line for word in piece.words]
    return end if any(looks_like_value(word) or level2_parents(word) for word in words) else 0


def _with_next(body: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines of a table with those of the next page below them."""
    shift = body[-1][0].line + 1 - lines[0][0].line
    return [*body, *(tuple(piece._replace(line=piece.line + shift) for piece in line) for line in lines)]


def _table(head: Head, grid: Sequence[GridRow] | None, body: Sequence[Line]) -> list[tuple[Cell, ...]]:
    """A head and its rows as cells; where the rows cannot be told apart, its lines as lost ones."""
    return table_rows(head, grid) if grid is not None else [*head_rows(head), *_lost_rows(body)]


def _list_notes(lists: Sequence[ProjectList]) -> Iterator[Note]:
    for one in lists:
        first, lost = one.beside.cells[0].number, [project for project in one.projects if project.rows is None]
        names = [piece.text for project in lost for _, piece in project.cells if not looks_like_number(piece.text)]
        if lost:
            yield layout_list_note(next((piece.number for project in lost for _, piece in project.cells), first), names)


def _side(head: Head, body: Sequence[Line]) -> Iterator[Paragraph]:
    """The label beside a table that says which goal its indicators are of: 长期绩效指标, 年度绩效指标."""
    edge = min((cell.start for cell, kind in zip(head.cells, head.kinds, strict=True) if kind in _LEVELS), default=0)
    beside = [line[0] for line in body if line[0].end < edge]
    text = "".join(piece.text for piece in beside)
    if _OF_GOAL.fullmatch(text):
        yield Paragraph(text, f"第{beside[0].number}行", ("line", beside[0].number))


def _stops(page: Sequence[Line], heads: Sequence[Head]) -> list[int]:
    """Where each table ends at the latest: where the next begins."""
    return [*(head.first for head in heads[1:]), len(page)] if heads else []


def _fields(lines: Sequence[Line], unread: list[int]) -> Iterator[Block]:
    """The labelled parts of a form, and what stands above, between and below them as paragraphs."""
    for free, group in groupby(lines, key=_is_free):
        part = list(group)
        told = _has_fields(part) or _has_table(part)
        if free or not (told or _may_have_fields(part)):
            yield from _paragraphs(part)
            continue
        rows = _read_fields(part) if len(part) <= _MOST_ROWS else None
        if rows is None and not told:
            yield from _paragraphs(part)
        elif rows is None:
            unread.append(part[0][0].number)
            yield Table(tuple(_lost_rows(part)), exact=False)
        else:
            cells = (tuple(_cell(piece, at, column) for column, piece in row.cells) for at, row in enumerate(rows))
            yield Table(tuple(cells), exact=False)


def _lost_rows(lines: Sequence[Line]) -> Iterator[tuple[Cell, ...]]:
    for row, line in enumerate(lines):
        yield tuple(_cell(piece, row, column)._replace(lost=True) for column, piece in enumerate(line))


def _cell(piece: Piece, row: int, column: int) -> Cell:
    # 90 0 may be two amounts or one: a number with a blank in it is not used.
    lost = _BROKEN_NUMBER.search(piece.text) is not None
    return Cell(piece.text, row, column, location=f"第{piece.number}行", anchor=("line", piece.number), lost=lost)


def _is_free(line: Line) -> bool:
    """Whether a line stands outside the table: a title, the year, the office and the unit above it, a sentence."""
    first = line[0]
    labels = [find_label(piece.text) for piece in line]
    if all(label is not None and label.inline is not None for label in labels):
        return len(line) > 1 or first.start == 0 or (labels[0] is not None and labels[0].kind in ("field", "unit"))
    text = unit_behind(compact(first.text))[0] if len(line) == 1 else ""
    return any(pattern.fullmatch(text) for pattern in (_TITLE, _YEAR, _NUMBER))


def _has_fields(lines: Sequence[Line]) -> bool:
    """Whether a label stands beside something: on its own line, or before where the lines about it begin."""
    for at, line in enumerate(lines):
        label = find_label(line[0].text)
        if label is not None and (len(line) > 1 or (label.inline is None and _has_beside(lines, at))):
            return True
    return False


def _may_have_fields(lines: Sequence[Line]) -> bool:
    """Whether lines begin with labels one blank before something: 项目名称 河湖健康评价."""
    return sum(leading_label(line[0]) is not None for line in lines) >= _FEWEST_LABELS


def _read_fields(lines: Sequence[Line]) -> list[Part] | None:
    """Rows of label and value, cells in the middle of their boxes or at the top; None where it can be either."""
    centred, top = read_fields(lines), read_top_fields(lines)
    if centred is None or top is None:
        return centred or top
    texts = [[[(at, piece.text) for at, piece in row.cells] for row in rows] for rows in (centred, top)]
    return centred if texts[0] == texts[1] else None


def _has_table(lines: Sequence[Line]) -> bool:
    """Whether a table of a kind not read here begins on one of the lines: a cost breakdown."""
    return any(sum(budget_column(piece.text) is not None for piece in line) >= _FEWEST_HEADS for line in lines)


def _has_beside(lines: Sequence[Line], at: int) -> bool:
    around = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return any(other[0].start > lines[at][0].end for other in around)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    for line in lines:
        number = line[0].number
        for piece in line:
            yield Paragraph(piece.text, f"第{number}行", ("line", number))
