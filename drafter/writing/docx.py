"""The printed form as a Word document that a bureau can print: A4, merged cells, Chinese fonts."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from drafter.filing import Filing
from drafter.profiles import Profile
from drafter.writing.form import FormCell, FormPage, Grid, form_pages
from drafter.writing.form.grid import placed
from drafter.writing.markup import xml_text

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS_PER_MM = 1440 / 25.4
_SPLITTABLE = 600
"""A row with a longer text may break over pages; it could be taller than one."""

_SONG, _FANG, _HEI = "宋体", "仿宋", "黑体"


def write_docx(filing: Filing, profile: Profile) -> bytes:
    """The form as .docx bytes."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.shared import Mm

    document = Document()
    _describe(document, filing)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    element: Any = document.element
    last = element.body.sectPr
    for number, page in enumerate(form_pages(filing, profile)):
        for xml in _page(page, first=number == 0):
            last.addprevious(parse_xml(xml))
    # A document that ends with a table loses it when LibreOffice converts it to .doc and back.
    last.addprevious(parse_xml(_paragraph("", size=21)))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _describe(document: WordDocument, filing: Filing) -> None:
    properties = document.core_properties
    now = dt.datetime.now(dt.UTC).replace(microsecond=0, tzinfo=None)
    properties.author = properties.last_modified_by = "drafter"
    properties.title = xml_text(filing.project_name or "")[:250]
    properties.comments = ""
    properties.created = properties.modified = now


def _page(page: FormPage, *, first: bool) -> list[str]:
    blocks = [
        _paragraph(page.title, font=_SONG, size=36, bold=True, align="center", new_page=not first),
        _paragraph(page.subtitle, font=_SONG, size=24, align="center", after=80),
    ]
    if page.left:
        blocks.append(_paragraph(page.left, after=20))
    if page.right:
        # A paragraph of its own, as on the official sheet: readers take one line for one label.
        blocks.append(_paragraph(page.right, align="right", after=40))
    for number, grid in enumerate(page.grids):
        if number:
            # Tables that touch become one table and then cannot repeat their own head rows.
            blocks.append(_paragraph("", size=2, exact=2))
        blocks.append(_table(grid))
    if page.footer:
        blocks.append(_paragraph(page.footer, font=_SONG, size=21, before=160))
    return blocks


def _run(text: str, font: str, size: int, *, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    properties = (
        f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"'
        f' w:cs="Times New Roman" w:hint="eastAsia"/>{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    lines = xml_text(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    content = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{properties}{content}</w:r>" if text else ""


def _paragraph(
    text: str,
    *,
    font: str = _SONG,
    size: int = 21,
    bold: bool = False,
    align: str = "left",
    before: int = 0,
    after: int = 0,
    exact: int = 0,
    new_page: bool = False,
    namespace: str = _NAMESPACE,
) -> str:
    """A paragraph; sizes are half-points, distances twentieths of a point."""
    spacing = f'w:before="{before}" w:after="{after}" ' + (
        f'w:line="{exact * 10}" w:lineRule="exact"' if exact else 'w:line="240" w:lineRule="auto"'
    )
    breaks = '<w:pageBreakBefore w:val="true"/>' if new_page else ""
    mark = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>'
    return (
        f'<w:p {namespace}><w:pPr>{breaks}<w:spacing {spacing}/><w:jc w:val="{align}"/>{mark}</w:pPr>'
        f"{_run(text, font, size, bold=bold)}</w:p>"
    )


def _table(grid: Grid) -> str:
    widths = [round(width * _TWIPS_PER_MM) for width in grid.widths]
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_rows(grid, widths))
    return (
        f'<w:tbl {_NAMESPACE}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _rows(grid: Grid, widths: list[int]) -> list[str]:
    result: list[str] = []
    open_merges: dict[int, tuple[FormCell, int]] = {}
    for number, row in enumerate(placed(grid.rows)):
        cells: dict[int, str] = {}
        for column, (head, left) in list(open_merges.items()):
            cells[column] = _cell(head, column, widths, merge="continue")
            if left == 1:
                del open_merges[column]
            else:
                open_merges[column] = (head, left - 1)
        for column, cell in row:
            cells[column] = _cell(cell, column, widths, merge="restart" if cell.rowspan > 1 else "")
            if cell.rowspan > 1:
                open_merges[column] = (cell, cell.rowspan - 1)
        longest = max((len(cell.text) for _, cell in row), default=0)
        keep = "" if longest > _SPLITTABLE else "<w:cantSplit/>"
        head = "<w:tblHeader/>" if number < grid.header_rows else ""
        height = '<w:trHeight w:val="420" w:hRule="atLeast"/>'
        content = "".join(cells[column] for column in sorted(cells))
        result.append(f"<w:tr><w:trPr>{keep}{height}{head}</w:trPr>{content}</w:tr>")
    return result


def _cell(cell: FormCell, column: int, widths: list[int], merge: str) -> str:
    width = sum(widths[column : column + cell.colspan])
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    vertical = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(merge, "")
    align = {"label": "center", "text": "left", "long": "both", "number": "right"}[cell.kind]
    font = _SONG if cell.kind == "label" else _FANG
    text = "" if merge == "continue" else cell.text
    paragraph = _paragraph(text, font=font, align=align, before=20, after=20, namespace="")
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{vertical}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph}</w:tc>"
    )
