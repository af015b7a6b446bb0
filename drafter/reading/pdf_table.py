"""Tables of PDF pages: cells with their lines, and tables that a page break cut, put together again.

A page break leaves three marks. A row is cut in two: what stands in its lower half goes on where the upper half ran out
of room. A merged cell is carried on: its lower half is a blank box over several rows. And the lower grid lacks the
columns it does not need. Where cut row and new row look alike, both are kept and marked as lost, because a value joined
from two rows would be another value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.reading.content import Anchor, Cell, Table
from drafter.reading.lattice import SNAP, Lattice
from drafter.reading.pdf_page import Glyph, Page
from drafter.reading.pdf_text import Line, join, lines_of, seam, wraps
from drafter.reading.printed import clean, is_lost

_NEAR = 4.0
_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”", "【": "】", "[": "]"}


@dataclass(frozen=True, slots=True)
class PdfCell:
    """A cell on the page.

    Attributes:
        row: Within its table.
        x0: Left edge.
        x1: Right edge.
        room: Width that text may fill.
        first: Its first line.
        last: Its last line.
        is_full: There is no height left for another line.
    """

    text: str
    row: int
    rowspan: int
    x0: float
    x1: float
    room: float
    first: Line | None
    last: Line | None
    is_full: bool
    location: str
    anchor: Anchor
    lost: bool = False

    @property
    def end(self) -> int:
        """The row below."""
        return self.row + self.rowspan


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table, of one page or of several put together."""

    location: str
    last_page: int
    x0: float
    x1: float
    rows: int
    cells: tuple[PdfCell, ...]


def page_table(page: Page, lattice: Lattice, glyphs: Sequence[Glyph], number: int) -> PdfTable:
    """A table of one page with the text of the glyphs that lie in it."""
    owner: dict[tuple[int, int], int] = {}
    for index, region in enumerate(lattice.regions):
        for row in range(region.row, region.end_row):
            owner.update({(row, column): index for column in range(region.column, region.end_column)})
    inside: list[list[Glyph]] = [[] for _ in lattice.regions]
    for glyph in glyphs:
        inside[owner[lattice.cell_of((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)]].append(glyph)
    printed = [lines_of(found) for found in inside]
    margin = min(
        (
            lines[0].x0 - lattice.xs[region.column]
            for lines, region in zip(printed, lattice.regions, strict=True)
            if lines
        ),
        default=0.0,
    )
    cut = {owner[lattice.cell_of(x, y)] for x, y in page.cut if lattice.contains(x, y)}
    location = f"第{page.number}页 表{number}"
    cells: list[PdfCell] = []
    for index, (region, lines) in enumerate(zip(lattice.regions, printed, strict=True)):
        x0, x1, bottom = lattice.xs[region.column], lattice.xs[region.end_column], lattice.ys[region.end_row]
        room = x1 - x0 - 2 * min(max(margin, 0.0), 6.0)
        text = clean(join(lines, room))
        box = page.view.user_box(x0, lattice.ys[region.row], x1, bottom)
        cells.append(
            PdfCell(
                text,
                region.row,
                region.end_row - region.row,
                x0,
                x1,
                room,
                lines[0] if lines else None,
                lines[-1] if lines else None,
                bool(lines) and _is_full(lines[-1], bottom),
                f"{location} 第{region.row + 1}行第{region.column + 1}列",
                ("pdf", page.number, *box),
                is_lost(text) or index in cut or x0 < 0 or x1 > page.view.width or _is_clipped(lines, room, bottom),
            )
        )
    return PdfTable(location, page.number, lattice.xs[0], lattice.xs[-1], len(lattice.ys) - 1, tuple(cells))


def _is_full(last: Line, bottom: float) -> bool:
    return bottom - last.bottom < 0.9 * last.height


def _is_clipped(lines: Sequence[Line], room: float, bottom: float) -> bool:
    """The last line is full, there is no room for another, and the text stops at a comma or an open bracket.

    LibreOffice prints the lines that fit a row of fixed height and leaves out the rest without a trace.
    """
    if not lines or lines[-1].text[-1] not in "，、：（(《“":
        return False
    return wraps(lines[-1], lines[-1], room) and _is_full(lines[-1], bottom)


def stitched(above: PdfTable, below: PdfTable) -> PdfTable | None:
    """Two tables as one where the second goes on with the first: same edges, next page, no header of its own."""
    if below.last_page != above.last_page + 1:
        return None
    if abs(above.x0 - below.x0) > _NEAR or abs(above.x1 - below.x1) > _NEAR or _has_own_header(above, below):
        return None
    last = [cell for cell in above.cells if cell.end == above.rows]
    top = [cell for cell in below.cells if cell.row == 0]
    pairs = [(upper, lower) for lower in top if (upper := _over(lower, last)) is not None]
    joined, doubtful = _judge(pairs, len(top))
    shift = above.rows - 1 if joined else above.rows
    replaced: dict[int, PdfCell] = {}
    dropped: set[int] = set()
    for upper, lower in pairs:
        tall = upper.rowspan > 1 or lower.rowspan > 1
        if joined or (_same_box(upper, lower) and _is_carried(upper, lower, tall, above.x0)):
            replaced[id(upper)] = _one(upper, lower, shift)
            dropped.add(id(lower))
        elif doubtful and not tall:
            replaced[id(upper)] = replace(upper, lost=upper.lost or bool(upper.text))
            replaced[id(lower)] = replace(lower, lost=lower.lost or bool(lower.text))
    cells = [replaced.get(id(cell), cell) for cell in above.cells]
    for cell in below.cells:
        if id(cell) not in dropped:
            cells.append(replace(replaced.get(id(cell), cell), row=cell.row + shift))
    return PdfTable(above.location, below.last_page, above.x0, above.x1, shift + below.rows, tuple(cells))


def _has_own_header(above: PdfTable, below: PdfTable) -> bool:
    """The first row prints a label that leads a row of the table above already: another form, or a repeated header."""
    lead = min((cell for cell in below.cells if cell.row == 0), key=lambda cell: cell.x0)
    return bool(lead.text) and any(
        cell.text == lead.text and cell.rowspan == 1 and abs(cell.x0 - above.x0) <= _NEAR for cell in above.cells
    )


def _over(lower: PdfCell, last: Sequence[PdfCell]) -> PdfCell | None:
    middle = (lower.x0 + lower.x1) / 2
    return next((cell for cell in last if cell.x0 <= middle <= cell.x1), None)


def _same_box(upper: PdfCell, lower: PdfCell) -> bool:
    return abs(upper.x0 - lower.x0) <= _NEAR and abs(upper.x1 - lower.x1) <= _NEAR


def _is_carried(upper: PdfCell, lower: PdfCell, tall: bool, edge: float) -> bool:
    """A merged cell goes on over the break: one half is blank, or the end of the row's first label ran over."""
    if not (upper.text and lower.text):
        return tall
    rest = len(lower.text) <= 2 and lower.text.isalpha() and not lower.text.isascii()
    return rest and upper.x0 - edge <= _NEAR and _ran_out(upper, lower)


def _judge(pairs: Sequence[tuple[PdfCell, PdfCell]], width: int) -> tuple[bool, bool]:
    """Whether the rows on both sides of the break are one row cut in two; and whether that cannot be told.

    A row is cut only where its longest cell fills the page to the end, and what goes on is the text that had no room.
    The cells that were done leave the lower half blank; a new row has its leading cells filled.
    """
    if len(pairs) < width or not all(_same_box(upper, lower) for upper, lower in pairs):
        return False, False
    single = [(upper, lower) for upper, lower in pairs if upper.rowspan == 1 and lower.rowspan == 1]
    printed = [(upper, lower) for upper, lower in single if upper.text or lower.text]
    going_on = [(upper, lower) for upper, lower in printed if upper.text and lower.text]
    if not going_on:
        return False, False
    if any(_is_open(upper.text) and lower.text[:1] in _BRACKETS.values() for upper, lower in going_on):
        return True, False
    if not all(upper.is_full for upper, _ in going_on):
        return False, False
    wrapped = all(_ran_out(upper, lower) for upper, lower in going_on)
    if any(lower.text and not upper.text for upper, lower in printed):
        return False, wrapped
    ended = [upper.x0 for upper, lower in printed if not lower.text]
    # A label left of the first cell that goes on may be blank below because its group goes on over several rows.
    ended_inside = any(x0 > going_on[0][0].x0 for x0 in ended)
    if len(going_on) > 1:
        return (True, False) if wrapped and ended_inside else (False, wrapped)
    if wrapped:
        return bool(ended) or len(printed) == 1, False
    return False, ended_inside or (bool(ended) and going_on[0] is printed[-1])


def _ran_out(upper: PdfCell, lower: PdfCell) -> bool:
    if upper.last is None or lower.first is None or not upper.is_full:
        return False
    return wraps(upper.last, lower.first, upper.room) or _is_open(upper.text)


def _is_open(text: str) -> bool:
    """Whether a bracket is left open."""
    waiting: list[str] = []
    for character in text:
        if character in _BRACKETS:
            waiting.append(_BRACKETS[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return bool(waiting)


def _one(upper: PdfCell, lower: PdfCell, shift: int) -> PdfCell:
    text = upper.text or lower.text
    if upper.text and lower.text and upper.last is not None and lower.first is not None:
        breaks = not (wraps(upper.last, lower.first, upper.room) or _is_open(upper.text))
        text = upper.text + ("\n" if breaks else seam(upper.text, lower.text)) + lower.text
    place = upper if upper.text else lower
    return replace(
        upper,
        text=text,
        rowspan=lower.end + shift - upper.row,
        last=lower.last or upper.last,
        location=place.location,
        anchor=place.anchor,
        lost=upper.lost or lower.lost,
    )


def as_table(table: PdfTable) -> Table:
    """The table on one grid whose columns are the edges of all its cells."""
    edges: list[float] = []
    for edge in sorted({cell.x0 for cell in table.cells} | {cell.x1 for cell in table.cells}):
        if not edges or edge - edges[-1] > SNAP + 1:
            edges.append(edge)
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.x0)):
        left, right = _nearest(edges, cell.x0), _nearest(edges, cell.x1)
        rows[cell.row].append(
            Cell(cell.text, cell.row, left, cell.rowspan, max(right - left, 1), cell.location, cell.anchor, cell.lost)
        )
    return Table(tuple(map(tuple, rows)), exact=True, location=table.location)


def _nearest(edges: list[float], at: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))
