"""Text that a browser prints below the box it belongs to, where a page break cuts a merged label."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.reading.lattice import Lattice
from drafter.reading.pdf_page import Glyph
from drafter.reading.pdf_text import Line, lines_of, wraps

_MARGIN = 6.0


def take_overflow(lattices: Sequence[Lattice], inside: Sequence[list[Glyph]], outside: list[Glyph]) -> list[Glyph]:
    """Move glyphs that go on with the last row of a table into it; the glyphs that are left.

    They stand right below the table, within the width of one cell of its last row, at the distance of that cell's own
    lines, and the cell's last line had run out of room. A note below a table keeps more distance.
    """
    if not outside or not lattices:
        return outside
    moved: set[int] = set()
    for line in lines_of(outside):
        for lattice, glyphs in zip(lattices, inside, strict=True):
            if _goes_on(line, lattice, glyphs):
                found = [glyph for glyph in outside if line.top - 1 < glyph.top and glyph.bottom < line.bottom + 1]
                moved.update(map(id, found))
                glyphs.extend(found)
                break
    return [glyph for glyph in outside if id(glyph) not in moved]


def _goes_on(line: Line, lattice: Lattice, glyphs: Sequence[Glyph]) -> bool:
    bottom = lattice.ys[-1]
    if not -line.height < line.top - bottom < line.height:
        return False
    middle = (line.x0 + line.x1) / 2
    if not lattice.xs[0] < middle < lattice.xs[-1]:
        return False
    at = lattice.cell_of(middle, bottom - 0.1)
    region = next(
        found
        for found in lattice.regions
        if found.row <= at[0] < found.end_row and found.column <= at[1] < found.end_column
    )
    x0, x1, top = lattice.xs[region.column], lattice.xs[region.end_column], lattice.ys[region.row]
    if line.x0 < x0 or line.x1 > x1:
        return False
    own = [glyph for glyph in glyphs if x0 < (glyph.x0 + glyph.x1) / 2 < x1 and glyph.top > top - 1]
    lines = lines_of(own)
    return bool(lines) and line.top - lines[-1].bottom < 0.6 * line.height and wraps(lines[-1], line, x1 - x0 - _MARGIN)
