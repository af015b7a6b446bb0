"""Excel workbooks (.xlsx, .xlsm, .xltx): what each visible sheet prints.

Read from the XML itself, for three reasons: openpyxl gives either formulas or cached values, so that telling a formula
without a value from a blank takes two loads (18 ms against the 15 allowed); it refuses workbooks whose styles it
dislikes, which Chinese office programs write; and its import costs half a second.
"""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.language.patterns import lazy
from drafter.reading.archive import Package, package_kind
from drafter.reading.content import Content, Table
from drafter.reading.limits import MAX_CELLS, MAX_ROWS, too_large
from drafter.reading.numberformat import render, render_text
from drafter.reading.printed import clean, is_lost
from drafter.reading.sheetgrid import Printed, Sheet, Span, forget_zeros, hidden_notes, lost_notes, printed_table
from drafter.reading.symbols import decode_symbols
from drafter.reading.unread import package_notes, sheet_notes
from drafter.reading.xlsx_book import Book, Style, children, rich_text
from drafter.reading.xmltree import Element, local, natural, parse_xml

_REFERENCE = lazy(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_NUMBER = lazy(r"[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})(E[+-]?\d{1,3})?", re.IGNORECASE)
_LAST_COLUMN = 16_384


def is_xlsx(data: bytes) -> bool:
    """Whether data is an Excel package, whatever its suffix."""
    return package_kind(data) == "xlsx"


def read_xlsx(data: bytes, document: str) -> Content:  # noqa: ARG001 - every carrier is called alike
    """Read a workbook, a table per visible sheet. Hidden sheets, rows and columns, macros and links are not read.

    Raises:
        UnreadableError: Damaged, encrypted, past a limit, or without a workbook.
    """
    package = Package(data)
    book = Book(package)
    tables: list[Table] = []
    notes = [*sheet_notes(book.hidden, book.others), *package_notes(package)]
    sheets = [_read_sheet(book, name, parse_xml(_sheet_xml(package, name, part))) for name, part in book.sheets]
    if book.uncalculated:
        forget_zeros(sheets)
    for sheet in sheets:
        table = printed_table(sheet, "xlsx")
        if table is not None:
            tables.append(table)
        notes.extend([*hidden_notes(sheet), *lost_notes(sheet)])
    return Content(tuple(tables), "xlsx", tuple(notes))


def _sheet_xml(package: Package, name: str, part: str) -> bytes:
    """A sheet's XML, its rows counted while unpacking, so that a sheet of a million rows is refused at once."""
    chunks: list[bytes] = []
    rows = cells = 0
    for chunk in package.stream(part):
        rows += chunk.count(b"<row ") + chunk.count(b"<x:row ")
        cells += chunk.count(b"<c ") + chunk.count(b"<x:c ")
        if rows > MAX_ROWS:
            raise too_large(f"工作表“{name}”的行数", f"Number of rows of sheet {name!r}", MAX_ROWS)
        if cells > MAX_CELLS:
            raise too_large(f"工作表“{name}”的单元格数量", f"Number of cells of sheet {name!r}", MAX_CELLS)
        chunks.append(chunk)
    return b"".join(chunks)


def _read_sheet(book: Book, name: str, root: Element) -> Sheet:
    hidden_columns: set[int] = set()
    for column in children(root, "cols"):
        if _is_hidden(column, "width"):
            first, last = natural(column.get("min", "")), natural(column.get("max", ""))
            hidden_columns.update(range(max(first, 1) - 1, min(last, _LAST_COLUMN)))
    sheet = Sheet(name, hidden_columns=hidden_columns)
    hidden_rows: set[int] = set()
    row_number = -1
    for row in children(root, "sheetData"):
        given = natural(row.get("r", ""))
        row_number = given - 1 if given > 0 else row_number + 1
        if _is_hidden(row, "ht"):
            hidden_rows.add(row_number)
        column_number = -1
        for cell in row:
            place = _place(cell.get("r", ""))
            column_number = column_number + 1 if place is None else place[1]
            printed = _printed(cell, book)
            if printed.text or printed.lost:
                sheet.cells[row_number, column_number] = printed
    sheet.hidden_rows = hidden_rows
    for merge in children(root, "mergeCells"):
        first, _, last = merge.get("ref", "").partition(":")
        head, tail = _place(first), _place(last or first)
        if head is not None and tail is not None:
            sheet.merged.append(Span(*head, *tail))
    return sheet


def _is_hidden(element: Element, size: str) -> bool:
    return element.get("hidden", "") in ("1", "true") or element.get(size, "1") in ("0", "0.0")


def _place(reference: str) -> tuple[int, int] | None:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - 64
    return int(match.group(2)) - 1, column - 1


def _printed(cell: Element, book: Book) -> Printed:
    kind, value, formula, inline = cell.get("t", "n"), None, False, None
    for part in cell:
        name = local(part)
        if name == "v":
            value = part.text
        elif name == "f":
            formula = True
        elif name == "is":
            inline = part
    style = _style(cell, book)
    if inline is not None:
        return _text(rich_text(inline), style)
    if not value:
        # Never calculated: no value was ever stored. A formula whose result is the empty text says t="str".
        return Printed("", formula and kind != "str")
    if kind == "s":
        index = natural(value)
        return _text(book.strings[index], style) if 0 <= index < len(book.strings) else Printed("", True)
    if kind == "n":
        shown = _quantity(value, style, book.since_1904)
        return Printed(shown.text, shown.lost, True) if formula else shown
    if kind == "b":
        return Printed("TRUE" if value.strip() == "1" else "FALSE")
    if kind == "e":
        return Printed(value, True)
    return _text(value, style)


def _style(cell: Element, book: Book) -> Style:
    index = natural(cell.get("s", "0"))
    return book.styles[index] if 0 <= index < len(book.styles) else Style("General", "")


def _text(text: str, style: Style) -> Printed:
    shown = decode_symbols(text, style.font) if style.font else text
    if "@" in style.code and style.code != "@":
        shown = render_text(shown, style.code)
    shown = clean(shown)
    return Printed(shown, is_lost(shown))


def _quantity(value: str, style: Style, since_1904: bool) -> Printed:
    if not _NUMBER.fullmatch(value.strip()):
        return _text(value, style)
    return printed_number(Decimal(value.strip()), style.code, since_1904)


def printed_number(value: Decimal, code: str, since_1904: bool) -> Printed:
    """A stored number as printed; lost where the program would print ####."""
    shown = render(value, code, since_1904=since_1904)
    return Printed("", True) if shown is None else Printed(shown)
