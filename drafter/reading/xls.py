"""Old Excel workbooks (.xls, and .et of WPS, which is the same): what each visible sheet prints, by xlrd."""

from __future__ import annotations

import importlib
from decimal import Decimal
from itertools import pairwise
from typing import Any

from drafter.errors import UnreadableError
from drafter.reading.content import Content, Note, Table
from drafter.reading.limits import MAX_CELLS, MAX_XLS, check_size, too_large
from drafter.reading.numberformat import render_text
from drafter.reading.ole import ole_kind, refuse_encrypted
from drafter.reading.printed import clean, is_lost
from drafter.reading.sheetgrid import Printed, Sheet, Span, forget_zeros, hidden_notes, lost_notes, printed_table
from drafter.reading.symbols import decode_symbols
from drafter.reading.unread import sheet_notes
from drafter.reading.xlsx import printed_number

_FORMULA, _END, _BEGIN = 0x0006, 0x000A, (0x0809, 0x0409, 0x0209, 0x0009)
_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)


def is_xls(data: bytes) -> bool:
    """Whether data is an old Excel workbook, whatever its suffix."""
    return ole_kind(data) == "xls"


def read_xls(data: bytes, document: str) -> Content:  # noqa: ARG001 - every carrier is called alike
    """Read an old workbook, a table per visible sheet. Anchors are `("xls", sheet, "E7")`.

    Raises:
        UnreadableError: Damaged, encrypted, or past a limit.
    """
    check_size(data, MAX_XLS)
    refuse_encrypted(data)
    book = _open(data)
    tables: list[Table] = []
    notes: list[Note] = []
    found: list[Sheet] = []
    cells = 0
    for sheet in book.sheets():
        cells += sheet.nrows * sheet.ncols
        if cells > MAX_CELLS:
            raise too_large("单元格数量", "Number of cells", MAX_CELLS)
        if sheet.visibility == 0:
            found.append(_read_sheet(book, sheet))
    forget_zeros(found)
    for shown in found:
        table = printed_table(shown, "xls")
        if table is not None:
            tables.append(table)
        notes.extend([*hidden_notes(shown), *lost_notes(shown)])
    hidden = [str(sheet.name) for sheet in book.sheets() if sheet.visibility != 0]
    return Content(tuple(tables), "xls", (*sheet_notes(hidden, ()), *notes))


def _open(data: bytes) -> Any:
    xlrd: Any = importlib.import_module("xlrd")
    try:
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, on_demand=True, logfile=_Silent()
        )
    except Exception as error:  # xlrd meets a damaged record with whatever error the bytes lead to
        if "encrypt" in str(error).lower():
            raise UnreadableError(
                "Excel 文件有密码保护，请取消密码后再试。", "The workbook is protected by a password. Remove it first."
            ) from error
        raise UnreadableError(
            "Excel 97-2003 文件已损坏，无法读取。请在原软件中打开后另存为 .xlsx 再试。",
            "The old Excel workbook is damaged. Open it in its own program and save it as .xlsx.",
        ) from error


class _Silent:
    """xlrd prints warnings about what it repairs; they are no part of our output."""

    def write(self, text: str) -> int:
        """Take a warning."""
        return len(text)

    def flush(self) -> None:
        """Nothing is kept."""


def _read_sheet(book: Any, sheet: Any) -> Sheet:
    hidden_rows = {number for number, row in sheet.rowinfo_map.items() if row.hidden}
    hidden_columns = {number for number, column in sheet.colinfo_map.items() if column.hidden}
    merged = [Span(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
    found = Sheet(str(sheet.name), merged=merged, hidden_rows=hidden_rows, hidden_columns=hidden_columns)
    formulas = _formulas(book, sheet)
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if cell.ctype not in (_EMPTY, _BLANK):
                printed = _printed(book, sheet, row, column, cell)
                formula = (row, column) in formulas
                if printed.text or printed.lost or formula:
                    found.cells[row, column] = Printed(printed.text, printed.lost, formula)
    return found


def _formulas(book: Any, sheet: Any) -> set[tuple[int, int]]:
    """The cells of a sheet that hold formulas; xlrd gives their stored results only.

    Records of the sheet are walked from where xlrd found it to its end: two bytes of id, two of length, the content.
    """
    data: bytes | None = getattr(book, "mem", None)
    starts: list[int] = getattr(book, "_sh_abs_posn", [])
    number = int(sheet.number)
    found: set[tuple[int, int]] = set()
    if data is None or not 0 <= number < len(starts):
        return found

    def word(place: int) -> int:
        return int.from_bytes(data[place : place + 2], "little")

    at, depth = starts[number], 0
    while at + 4 <= len(data):
        record = word(at)
        if record == _FORMULA and depth == 1:
            found.add((word(at + 4), word(at + 6)))
        depth += (record in _BEGIN) - (record == _END)
        if record == _END and depth <= 0:
            break
        at += 4 + word(at + 2)
    return found


def _printed(book: Any, sheet: Any, row: int, column: int, cell: Any) -> Printed:
    code, font = _style(book, cell)
    if cell.ctype in (_NUMBER, _DATE):
        # repr gives the shortest digits that name the stored double, so no binary noise enters the decimal.
        return printed_number(Decimal(repr(cell.value)), code, book.datemode == 1)
    if cell.ctype == _BOOLEAN:
        return Printed("TRUE" if cell.value else "FALSE")
    if cell.ctype == _ERROR:
        return Printed(str(importlib.import_module("xlrd.biffh").error_text_from_code.get(cell.value, "#N/A")), True)
    text = _symbols(book, sheet, row, column, str(cell.value), font)
    shown = clean(render_text(text, code))
    return Printed(shown, is_lost(shown))


def _style(book: Any, cell: Any) -> tuple[str, int]:
    """Number format and font of a cell; a damaged workbook may name a style it does not have."""
    index = cell.xf_index
    if index is None or not 0 <= index < len(book.xf_list):
        return "General", 0
    style = book.xf_list[index]
    known = book.format_map.get(style.format_key)
    return ("General" if known is None else str(known.format_str)), style.font_index


def _symbols(book: Any, sheet: Any, row: int, column: int, text: str, font: int) -> str:
    """Text with its picture-font runs decoded."""
    runs: list[tuple[int, int]] = [(0, font), *sheet.rich_text_runlist_map.get((row, column), []), (len(text), font)]
    return "".join(
        decode_symbols(text[start:end], str(book.font_list[number].name) if number < len(book.font_list) else "")
        for (start, number), (end, _) in pairwise(runs)
    )
