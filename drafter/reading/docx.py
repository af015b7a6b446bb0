"""Word documents (.docx, .docm, .dotx): body-level tables and paragraphs in reading order, by an own walk over the XML.

Anchors count in document order over the whole `w:body`, whatever is nested in what:
`("docx", table, row, cell)` is the w:tc number `cell` of the w:tr number `row` of the w:tbl number `table`;
`("docx", "p", paragraph)` is the w:p of that number. All from 0; `find` gives the element back.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.errors import UnreadableError
from drafter.reading.archive import Package, package_kind
from drafter.reading.content import Anchor, Content, Paragraph
from drafter.reading.docx_text import NOT_PRINTED, child, is_mark_deleted, paragraph_text
from drafter.reading.grid import RawCell, RawTable, flatten
from drafter.reading.limits import MAX_PARAGRAPHS, too_large
from drafter.reading.printed import clean
from drafter.reading.unread import package_notes
from drafter.reading.xmltree import Element, attribute, local, natural, parse_xml

_OFFICE_DOCUMENT = "/officeDocument"


def is_docx(data: bytes) -> bool:
    """Whether data is a Word package, whatever its suffix."""
    return package_kind(data) == "docx"


def read_docx(data: bytes, document: str) -> Content:  # noqa: ARG001 - every carrier is called alike
    """Read a Word document. Headers, footers, notes, comments, macros and anything outside the file are not read.

    Raises:
        UnreadableError: Damaged, encrypted, past a limit, or without a document body.
    """
    package = Package(data)
    body = child(parse_xml(package.read(main_part(package))), "body")
    if body is None:
        raise UnreadableError("不是 Word 文档：没有正文。", "Not a Word document: it has no body.")
    blocks = flatten(_Walk(body).items())
    if not blocks and child(body, "altChunk") is not None:
        raise UnreadableError(
            "Word 文档的正文是嵌入的其他文件，无法直接读取。请用 Word 打开后另存为 .docx 再试。",
            "The document's body is an embedded file. Open it in Word and save it as .docx again.",
        )
    return Content(blocks, "docx", tuple(package_notes(package)))


def main_part(package: Package) -> str:
    """The name of the part that holds the document, as the package's relations say."""
    if "_rels/.rels" in package:
        for relation in parse_xml(package.read("_rels/.rels")):
            if relation.get("Type", "").endswith(_OFFICE_DOCUMENT) and relation.get("TargetMode", "") != "External":
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def find(body: Element, anchor: Anchor) -> Element | None:
    """The w:tc or w:p that an anchor of this module names, in the same document's `w:body`; None if it is not there."""
    if anchor[:2] == ("docx", "p"):
        return _nth(_named(body, "p"), anchor[2])
    table = _nth(_named(body, "tbl"), anchor[1])
    row = _nth(iter(parts(table, "tr")), anchor[2]) if table is not None else None
    return _nth(iter(parts(row, "tc")), anchor[3]) if row is not None else None


def _nth(elements: Iterator[Element], number: str | float) -> Element | None:
    return next((element for index, element in enumerate(elements) if index == number), None)


def _named(body: Element, name: str) -> Iterator[Element]:
    return body.iter(body.tag.removesuffix("body") + name)


def parts(element: Element, name: str) -> list[Element]:
    """The rows of a table (`tr`) or the cells of a row (`tc`), also those wrapped in content controls or insertions."""
    found: list[Element] = []
    for inner in element:
        inner_name = local(inner)
        if inner_name == name:
            found.append(inner)
        elif inner_name and inner_name not in NOT_PRINTED and inner_name not in ("tr", "tc", "p", "tbl"):
            found.extend(parts(inner, name))
    return found


class _Walk:
    """One pass over a body. Numbers of tables and paragraphs are taken first, since nesting and boxes reorder them."""

    def __init__(self, body: Element) -> None:
        self._body = body
        self._tables = {table: index for index, table in enumerate(_named(body, "tbl"))}
        self._paragraphs: dict[Element, int] = {}
        for index, paragraph in enumerate(_named(body, "p")):
            if index >= MAX_PARAGRAPHS:
                raise too_large("Word 文档的段落数量", "Number of paragraphs of the document", MAX_PARAGRAPHS)
            self._paragraphs[paragraph] = index

    def items(self) -> list[RawTable | Paragraph]:
        """Tables and paragraphs of the body in reading order."""
        found: list[RawTable | Paragraph] = []
        number, place = 0, ("", ())
        for item in self._flow(self._body):
            if isinstance(item, RawTable):
                found.append(item)
                continue
            text, index, continues = item
            if not continues:
                number += 1
                place = (f"第{number}段", ("docx", "p", index))
            for line in text.split("\n"):
                if cleaned := clean(line):
                    found.append(Paragraph(cleaned, *place))
        return found

    def _flow(self, container: Element) -> Iterator[RawTable | tuple[str, int, bool]]:
        pending = ""
        for element in container:
            name = local(element)
            if name == "p":
                boxes: list[Element] = []
                pending += paragraph_text(element, boxes)
                if not is_mark_deleted(element):
                    yield pending, self._paragraphs[element], False
                    pending = ""
                for box in boxes:
                    yield from self._flow(box)
            elif name == "tbl":
                yield self._table(element)
            elif name and name not in NOT_PRINTED:
                yield from self._flow(element)
        if pending:
            yield pending, -1, True

    def _table(self, table: Element) -> RawTable:
        number = self._tables[table]
        raw = RawTable(number + 1)
        merged: dict[int, RawCell] = {}
        for index, row in enumerate(parts(table, "tr")):
            properties = child(row, "trPr")
            if properties is not None and child(properties, "del") is not None:
                continue
            position = len(raw.rows)
            before = child(properties, "gridBefore") if properties is not None else None
            column = 0 if before is None else min(max(natural(attribute(before, "val")), 0), 1000)
            cells: list[RawCell] = []
            raw.rows.append(cells)
            for order, element in enumerate(parts(row, "tc")):
                cell = RawCell(position, column, anchor=("docx", number, index, order))
                column += self._place(cell, element, cells, merged)
        return raw

    def _place(self, cell: RawCell, element: Element, cells: list[RawCell], merged: dict[int, RawCell]) -> int:
        """Put a cell on the grid, or lengthen the merged cell it belongs to; the columns it takes."""
        properties = child(element, "tcPr")
        given = {} if properties is None else {local(found): attribute(found, "val") for found in properties}
        cell.colspan = _columns(given.get("gridSpan", "1"))
        if cells and given.get("hMerge", "restart") != "restart":
            cells[-1].colspan += cell.colspan
            return cell.colspan
        head = merged.get(cell.column)
        if head is not None and given.get("vMerge", "restart") != "restart":
            head.rowspan = cell.row - head.row + 1
            return cell.colspan
        for covered in range(cell.column, cell.column + cell.colspan):
            merged.pop(covered, None)
        if "vMerge" in given:
            merged[cell.column] = cell
        for item in self._flow(element):
            cell.items.append(item if isinstance(item, RawTable) else item[0])
        cells.append(cell)
        return cell.colspan


def _columns(value: str) -> int:
    return min(max(natural(value), 1), 1000)
