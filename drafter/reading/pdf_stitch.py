"""Tables that a page break cut, put together again.

A page break leaves three marks. A row is cut in two: what stands in its lower half goes on where the upper half ran out
of room. A merged cell is carried on: its lower half is a blank box over several rows. And the lower grid lacks the
columns it does not need. Where cut row and new row look alike, both are kept and marked as lost, because a value joined
from two rows would be another value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.reading.pdf_table import PdfCell, PdfTable
from drafter.reading.pdf_text import seam, wraps

_NEAR = 4.0
_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”", "【": "】", "[": "]"}


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
        elif doubtful and not tall and lower.text:
            replaced[id(upper)] = replace(upper, lost=upper.lost or bool(upper.text))
            replaced[id(lower)] = replace(lower, lost=True)
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
