"""The printed form as a workbook: same cells as on paper, money as numbers, no formula anywhere."""

from __future__ import annotations

import io
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from drafter.errors import UsageError
from drafter.filing import Filing
from drafter.profiles import Profile
from drafter.writing.form import FormCell, FormPage, Grid, Kind, form_pages
from drafter.writing.form.grid import PRINT_WIDTH, placed
from drafter.writing.markup import legal

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_MM_PER_CHARACTER = 1.95
"""Width of one column unit at 10.5 points."""
_LINE_POINTS = 15.0
_MAX_CELL = 32767
"""Characters an Excel cell holds; openpyxl would cut the rest away without a word."""
_MAX_HEIGHT = 409.0
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_EXACT_DIGITS = 15
"""Significant digits of the binary number in an Excel cell."""


def write_xlsx(filing: Filing, profile: Profile) -> bytes:
    """The form as .xlsx bytes, one worksheet a sheet of the form.

    Raises:
        UsageError: A text is longer than an Excel cell can hold.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _add_styles(workbook)
    for page in form_pages(filing, profile):
        _fill(workbook.create_sheet(page.name), page)
    workbook.properties.creator = "drafter"
    workbook.properties.title = legal(filing.project_name or "")[:250]
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, page: FormPage) -> None:
    edges = _column_edges(page.grids)
    for number, (left, right) in enumerate(pairwise(edges), start=1):
        sheet.column_dimensions[_letter(number)].width = (right - left) / _MM_PER_CHARACTER
    last = len(edges) - 1
    _head_line(sheet, 1, page.title, last, size=18, bold=True)
    _head_line(sheet, 2, page.subtitle, last, size=12)
    row = 3
    if page.left or page.right:
        middle = max(1, last - 2) if page.right else last
        _head_line(sheet, row, page.left, middle, size=10.5, align="left")
        if page.right and last > middle:
            _head_line(sheet, row, page.right, last, size=10.5, align="right", first=middle + 1)
        row += 1
    titles: str | None = None
    for grid in page.grids:
        if grid.header_rows:
            # Excel repeats one block of rows; with two tables on a sheet the wrong heads would be repeated.
            titles = f"{row}:{row}" if titles is None else ""
        row = _grid(sheet, grid, edges, row)
    if page.footer:
        _head_line(sheet, row, page.footer, last, size=10.5, align="left")
        row += 1
    _print_setup(sheet, last, row - 1, titles)


def _column_edges(grids: tuple[Grid, ...]) -> list[int]:
    """All column borders of the tables of a sheet: a worksheet has one set of columns for all of them."""
    edges = {0}
    for grid in grids:
        position = 0
        for width in grid.widths:
            position += width
            edges.add(position)
    return sorted(edges) if len(edges) > 1 else [0, PRINT_WIDTH]


def _grid(sheet: Worksheet, grid: Grid, edges: list[int], first: int) -> int:
    starts = [0]
    for width in grid.widths:
        starts.append(starts[-1] + width)
    index = {edge: number for number, edge in enumerate(edges, start=1)}
    for number, line in enumerate(placed(grid.rows)):
        row = first + number
        lines = 1.0
        for column, cell in line:
            left = index[starts[column]]
            right = index[starts[column + cell.colspan]] - 1
            _put(sheet, cell, row, left, right)
            width = starts[column + cell.colspan] - starts[column]
            if cell.rowspan == 1:
                lines = max(lines, _lines(cell.text, width))
        sheet.row_dimensions[row].height = min(_MAX_HEIGHT, max(21.0, lines * _LINE_POINTS + 4))
    return first + len(grid.rows)


def _lines(text: str, millimetres: float) -> float:
    room = max(1.0, millimetres / _MM_PER_CHARACTER - 0.5)
    total = 0
    for line in text.split("\n"):
        width = sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)
        total += max(1, -int(-width // room))
    return float(total)


def _put(sheet: Worksheet, cell: FormCell, row: int, left: int, right: int) -> None:
    from openpyxl.worksheet.cell_range import CellRange

    bottom = row + cell.rowspan - 1
    for line in sheet.iter_rows(row, bottom, left, right):
        for covered in line:
            covered.style = _style_name(cell.kind)
    head = cast("Cell", sheet.cell(row, left))
    if cell.number is not None and len(cell.number.as_tuple().digits) <= _EXACT_DIGITS:
        head.value = cell.number
        _, dot, decimals = cell.text.partition(".")
        head.number_format = "#,##0" + (dot + "0" * len(decimals) if dot else "")
    else:
        set_text(head, cell.text)
    if bottom > row or right > left:
        # `merge_cells` compares with every range there is; ours do not overlap.
        sheet.merged_cells.ranges.add(CellRange(min_col=left, min_row=row, max_col=right, max_row=bottom))


def _style_name(kind: Kind) -> str:
    return f"drafter {kind}"


def _add_styles(workbook: Workbook) -> None:
    """One named style a kind of cell: styling cell by cell takes seconds for a thousand rows."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    aligns: dict[Kind, str] = {"label": "center", "text": "left", "long": "left", "number": "right"}
    for kind, align in aligns.items():
        style = NamedStyle(_style_name(kind))
        style.font = Font(name="宋体" if kind == "label" else "仿宋", size=10.5)
        style.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
        style.border = border
        workbook.add_named_style(style)


def set_text(cell: Cell, text: str) -> None:
    """Put text into a cell so that no spreadsheet program ever takes it for a formula.

    Raises:
        UsageError: The text is longer than a cell can hold.
    """
    clean = legal(text)
    if len(clean) > _MAX_CELL:
        raise UsageError(
            f"文字有 {len(clean)} 个字符，超过电子表格单元格的上限 {_MAX_CELL}；请改写成 .docx",
            f"a text of {len(clean)} characters exceeds the {_MAX_CELL} of a spreadsheet cell; write .docx instead",
        )
    if not clean:
        return
    cell.value = clean
    cell.data_type = "s"
    if clean.startswith(_FORMULA_STARTS):
        # Without it Excel makes a formula of the text as soon as somebody edits the cell.
        cell.quotePrefix = True


def _head_line(
    sheet: Worksheet,
    row: int,
    text: str,
    last: int,
    *,
    size: float,
    bold: bool = False,
    align: str = "center",
    first: int = 1,
) -> None:
    from openpyxl.styles import Alignment, Font

    cell = cast("Cell", sheet.cell(row, first))
    set_text(cell, text)
    cell.font = Font(name="宋体", size=size, bold=bold)
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=False)
    sheet.row_dimensions[row].height = size * 1.6
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def _print_setup(sheet: Worksheet, columns: int, rows: int, titles: str | None) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.6
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.print_options.horizontalCentered = True
    sheet.print_area = f"A1:{_letter(columns)}{rows}"
    if titles:
        sheet.print_title_rows = titles
    sheet.sheet_view.showGridLines = False


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
