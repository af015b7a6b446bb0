"""Lists of projects in layout text whose heads stand on one line: which rows are whose is told by the first levels.

A first level that comes again after another one begins the next project; the project's own cells begin on its first
line or stand in the middle of its rows. Rows that do not come out so are given to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number
from drafter.reading.columns import project_column
from drafter.reading.layout_heads import Head, is_same_head
from drafter.reading.layout_lists import Listed, ListHead
from drafter.reading.layout_pieces import Line, Piece, spans
from drafter.reading.layout_rows import is_full, joined
from drafter.reading.layout_tables import GridRow, read_rows
from drafter.reading.levels import Style
from drafter.reading.words import compact, display_width

_REST = lazy(r"\d{1,2}")
_NEAR = 8
"""Characters by which a first level may stand beside its head."""
_OFF = 1.5
"""Lines by which a project may stand off the middle of its rows."""
_LEVELS = ("level1", "level2", "name")


class PageRows(NamedTuple):
    """The rows of the indicators of one page of a list, and the words beside them."""

    rows: list[GridRow]
    own: list[Piece]


class ListPages(NamedTuple):
    """The heads of a list, of its projects and of their indicators, and the rows of its pages."""

    beside: ListHead
    head: Head
    pages: list[PageRows]

    def goes_on(self, other: ListPages) -> bool:
        """Whether a page has the heads of this list."""
        return self.beside.is_same(other.beside) and is_same_head(self.head, other.head)


class _Block(NamedTuple):
    """The rows of one project, between which lines they stand on the page of its own words, and these."""

    rows: list[GridRow]
    lines: tuple[int, int]
    own: list[Piece]
    level: str | None = None


def parted(head: Head) -> tuple[ListHead, Head] | None:
    """The heads of the projects and those of the indicators, where they stand on one line; None where it is no list."""
    first = next((at for at, kind in enumerate(head.kinds) if kind in _LEVELS), 0)
    cells = head.cells[:first]
    kinds = [project_column(cell.text) for cell in cells]
    if kinds.count("project_name") != 1 or len(cells) < 2 or any(min(under) < first for _, under in head.groups):
        return None
    groups = tuple((piece, tuple(at - first for at in under)) for piece, under in head.groups)
    inner = head._replace(cells=head.cells[first:], groups=groups)
    return ListHead(head.first, cells, kinds.index("project_name")), inner


def read_page(head: Head, body: Sequence[Line]) -> PageRows | None:
    """The rows of a page, and the words beside them; None where rows cannot be told."""
    body = _without_numbers(body)
    edge = _edge(head, body)
    own = [word for line in body for piece in line for word in piece.words if word.start < edge]
    right = [tuple(word for piece in line for word in piece.words if word.start >= edge) for line in body]
    rows = read_rows(head, [line for line in right if line])
    return PageRows(rows, own) if rows and "level1" in head.kinds else None


def _edge(head: Head, body: Sequence[Line]) -> int:
    """Where the indicators begin: at the first of the first levels, which drift with what stands left of them."""
    start = head.cells[0].start
    words = [word for line in body for piece in line for word in piece.words if abs(word.start - start) <= _NEAR]
    style = Style.of("".join(compact(word.text) for word in words))
    return min((word.start for word in words if "level1" in style.roles(word.text)), default=start)


def _without_numbers(body: Sequence[Line]) -> Sequence[Line]:
    """The lines below a head without the one that numbers its columns."""
    if body and [word.text for piece in body[0] for word in piece.words][:2] == ["1", "2"]:
        return body[1:]
    return body


def put_together(beside: ListHead, head: Head, pages: Sequence[PageRows]) -> list[Listed]:
    """The projects of all pages of a list; rows of None where a project's own cells or rows are not sure."""
    at = head.kinds.index("level1")
    blocks: list[_Block] = []
    seen: list[str] = []
    for page in pages:
        parts: list[tuple[bool, list[GridRow]]] = []
        for row in page.rows:
            level = _level(row, at)
            begins = level is not None and level != (seen[-1] if seen else None) and (not seen or level in seen)
            if level is not None and (begins or level not in seen):
                seen = [level] if begins else [*seen, level]
            if begins or not parts:
                parts.append((begins, []))
            parts[-1][1].append(row)
        for (begins, rows), own in zip(parts, _beside([rows for _, rows in parts], page.own), strict=True):
            block = _Block(rows, _lines(rows), own, _level(rows[0], at))
            if not begins and blocks:
                above = blocks.pop()
                told = above if above.own else block
                # Words on both pages: of one cell or of two, nobody can tell.
                block = _Block([] if above.own and own else [*above.rows, *rows], told.lines, told.own, above.level)
            blocks.append(block)
    if blocks and blocks[1:] and blocks[0].level not in {block.level for block in blocks[1:]}:
        blocks[0] = blocks[0]._replace(rows=[])  # The list begins in the middle of a project.
    columns = spans([word for block in blocks for word in block.own])
    return [project for block in blocks for project in _listed(beside, block, columns)]


def _level(row: GridRow, at: int) -> str | None:
    return next((compact(piece.text) for column, piece, _ in row.cells if column == at), None)


def _lines(rows: Sequence[GridRow]) -> tuple[int, int]:
    """The first line of the first row and that of the last one."""
    return min(piece.line for _, piece, _ in rows[0].cells), max(p.line for row in rows for _, p, _ in row.cells)


def _beside(groups: Sequence[Sequence[GridRow]], own: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The words beside each group of rows: down to the line above the next one."""
    firsts = [_lines(rows)[0] for rows in groups]
    for number, first in enumerate(firsts):
        end = firsts[number + 1] if number + 1 < len(firsts) else None
        yield [word for word in own if first <= word.line and (end is None or word.line < end)]


def _listed(beside: ListHead, block: _Block, columns: Sequence[tuple[int, int]]) -> Iterator[Listed]:
    cells: dict[int, list[Piece]] = {}
    for word in block.own:
        cells.setdefault(_column(word, beside, columns), []).append(word)
    found = tuple((at, joined(words)) for at, words in sorted(cells.items()))
    widest = {at: max(display_width(word.text) for word in words) for at, words in cells.items()}
    name = cells.get(beside.name, [])
    sure = bool(name and block.rows) and all(_is_cell(words, widest[at]) for at, words in cells.items())
    if sure and (_begin(cells, block.lines[0]) or _are_centred(cells, block.lines)):
        yield Listed(found, block.rows)
        return
    # The names of all that may be beside the rows, each on its own.
    for number, word in enumerate(name):
        if number == 0 or not _is_cell(name[number - 1 : number + 1], widest[beside.name]):
            numbers = [(at, one) for at, words in cells.items() for one in words if looks_like_number(one.text)]
            # 1,250,000.0 over 0: what may be the last digits of an amount broken over two lines is no amount.
            amounts = [(at, one) for at, one in numbers if not _REST.fullmatch(one.text)]
            yield Listed(((beside.name, word), *(one for one in amounts if one[1].line == word.line)), None)
    if not name:
        yield Listed((), None)


def _column(word: Piece, beside: ListHead, columns: Sequence[tuple[int, int]]) -> int:
    if len(columns) == len(beside.cells):
        return next(at for at, (_, end) in enumerate(columns) if word.start < end)
    return min(
        range(len(beside.cells)),
        key=lambda at: abs(beside.cells[at].start + beside.cells[at].end - word.start - word.end),
    )


def _is_cell(words: Sequence[Piece], widest: int) -> bool:
    """Whether words are the lines of one cell: one right below the other, every one but the last full."""
    lines: dict[int, list[str]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word.text)
    numbers = sorted(lines)
    beside = all(two - one == 1 for one, two in pairwise(numbers))
    return beside and all(is_full(lines[number], widest) for number in numbers[:-1])


def _begin(cells: dict[int, list[Piece]], first: int) -> bool:
    return all(words[0].line == first for words in cells.values())


def _are_centred(cells: dict[int, list[Piece]], lines: tuple[int, int]) -> bool:
    middles = [(words[0].line + words[-1].line) / 2 for words in cells.values()]
    return all(abs(middle - sum(lines) / 2) <= _OFF for middle in middles)
