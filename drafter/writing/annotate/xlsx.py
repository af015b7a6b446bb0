"""Notes in a workbook by patching its parts: no formula, cached value, text box or style is touched.

A workbook saved by openpyxl loses the cached results of formulas and all text boxes. So only the parts a note needs are
written: the comments part, its drawing, the relations and content types, and one element in the worksheet.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from drafter.errors import UsageError
from drafter.language.patterns import lazy
from drafter.reading.xmltree import parse_xml
from drafter.writing.annotate.package import Parts, relation_target
from drafter.writing.annotate.remarks import Remark
from drafter.writing.annotate.vml import NOTE_DRAWING, note_shape
from drafter.writing.markup import xml_text

_AUTHOR = "drafter"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_CELL = lazy(r"([A-Z]{1,3})(\d{1,7})")
_MAX_NOTE = 32000
"""Excel repairs a workbook whose note is longer than a cell may be."""
# What may follow legacyDrawing in a worksheet; the schema has a fixed order.
_AFTER_DRAWING = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip


def annotate(source: bytes, remarks: Sequence[Remark]) -> bytes:
    """The workbook with one note a cell; remarks on the same cell share it, a note already there keeps its text.

    Raises:
        UsageError: The package is not a workbook in the usual format.
    """
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        parts = Parts(archive)
        sheets = _sheets(parts)
        if not sheets:
            raise UsageError("工作簿里没有工作表，不能写批注", "the workbook has no worksheet to annotate")
        for part, notes in _by_sheet(sheets, remarks).items():
            _annotate_sheet(parts, part, notes)
        return parts.packed()


def _sheets(parts: Parts) -> dict[str, str]:
    """Sheet name → part name."""
    book = relation_target(parts, "", "/officeDocument") or "xl/workbook.xml"
    root = parts.xml(book)
    namespace = root.tag.partition("}")[0] + "}"
    targets = {relation.get("Id"): target for relation, target in parts.relations(book)}
    found: dict[str, str] = {}
    for sheet in root.iter(f"{namespace}sheet"):
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        target = targets.get(key, "")
        if target in parts and "worksheets" in target:
            found[sheet.get("name")] = target
    return found


def _by_sheet(sheets: dict[str, str], remarks: Sequence[Remark]) -> dict[str, dict[str, list[str]]]:
    """Part → cell → texts. A remark without a place goes to the first cell of the first sheet."""
    first = next(iter(sheets.values()))
    notes: dict[str, dict[str, list[str]]] = {}
    for remark in remarks:
        sheet, cell = first, "A1"
        if len(remark.anchor) == 3 and remark.anchor[1] in sheets and _CELL.fullmatch(str(remark.anchor[2])):
            sheet, cell = sheets[str(remark.anchor[1])], str(remark.anchor[2])
        notes.setdefault(sheet, {}).setdefault(cell, []).append(remark.text)
    return notes


def _annotate_sheet(parts: Parts, sheet: str, notes: dict[str, list[str]]) -> None:
    root = parts.xml(sheet)
    namespace = root.tag.partition("}")[0].strip("{")
    comments = relation_target(parts, sheet, "/comments")
    if comments is None:
        comments = parts.new_name("xl/comments", ".xml")
        empty = f'<comments xmlns="{namespace}"><authors/><commentList/></comments>'
        parts.add(comments, empty.encode(), _COMMENTS_TYPE)
        parts.relate(sheet, comments, f"{_RELATIONS}/comments")
    added = _add_comments(parts, comments, notes)
    drawing = _legacy_drawing(parts, sheet, root)
    _add_shapes(parts, drawing, added)


def _add_comments(parts: Parts, name: str, notes: dict[str, list[str]]) -> list[str]:
    """Put texts into a comments part; the cells that had no note before."""
    root = parts.xml(name)
    namespace = root.tag.partition("}")[0] + "}"
    authors, entries = root.find(f"{namespace}authors"), root.find(f"{namespace}commentList")
    if authors is None or entries is None:
        raise UsageError("工作簿的批注部分已损坏，不能写批注", "the workbook's comments part is damaged")
    index = len(authors)
    authors.append(_element(f'<author xmlns="{namespace[1:-1]}">{_AUTHOR}</author>'))
    existing = {entry.get("ref"): entry for entry in entries}
    added: list[str] = []
    for cell, texts in notes.items():
        told = xml_text("\n\n".join(texts)[:_MAX_NOTE])
        if cell in existing:
            holder = existing[cell].find(f"{namespace}text")
            _keep_plain_text(holder, namespace)
            holder.append(_element(f'<r xmlns="{namespace[1:-1]}">{_run(chr(10) * 2 + told)}</r>'))
            continue
        head = f'<comment xmlns="{namespace[1:-1]}" ref="{cell}" authorId="{index}">'
        entries.append(_element(f"{head}<text><r>{_run(told)}</r></text></comment>"))
        added.append(cell)
    parts.touch(name)
    entries[:] = sorted(entries, key=lambda entry: _row_column(entry.get("ref")))
    return added


def _run(text: str) -> str:
    return f'<rPr><sz val="9"/><rFont val="宋体"/></rPr><t xml:space="preserve">{text}</t>'


def _keep_plain_text(holder: Any, namespace: str) -> None:
    """A note's text is either one `t` or a list of runs, never both: a plain one becomes a run."""
    plain = holder.find(f"{namespace}t")
    if plain is not None:
        run = _element(f'<r xmlns="{namespace[1:-1]}"/>')
        holder.replace(plain, run)
        run.append(plain)


def _legacy_drawing(parts: Parts, sheet: str, root: Any) -> str:
    """The drawing part that holds the sheet's note boxes, made and named in the worksheet if there is none."""
    namespace = root.tag.partition("}")[0] + "}"
    existing = root.find(f"{namespace}legacyDrawing")
    if existing is not None:
        key = next(value for name, value in existing.attrib.items() if name.endswith("}id"))
        for relation, target in parts.relations(sheet):
            if relation.get("Id") == key and target in parts:
                return target
        root.remove(existing)
    name = parts.new_name("xl/drawings/vmlDrawing", ".vml")
    parts.add_default("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")
    parts.add(name, NOTE_DRAWING.encode(), None)
    key = parts.relate(sheet, name, f"{_RELATIONS}/vmlDrawing")
    relations = _RELATIONS if namespace[1:-1] == _MAIN else "http://purl.oclc.org/ooxml/officeDocument/relationships"
    element = _element(f'<legacyDrawing xmlns="{namespace[1:-1]}" xmlns:r="{relations}" r:id="{key}"/>')
    parts.touch(sheet)
    followers = [child for child in root if str(child.tag).rpartition("}")[2] in _AFTER_DRAWING]
    if followers:
        followers[0].addprevious(element)
    else:
        root.append(element)
    return name


def _add_shapes(parts: Parts, drawing: str, cells: Sequence[str]) -> None:
    text = parts.read(drawing).decode("utf-8", "surrogateescape")
    taken = [int(number) for number in re.findall(r'id="_x0000_s(\d{1,9})"', text)]
    start = max(taken, default=1024) + 1
    shapes = "".join(note_shape(start + number, *_row_column(cell)) for number, cell in enumerate(cells))
    end = text.rfind("</xml>")
    if end < 0:
        raise UsageError("工作簿的批注图形部分已损坏，不能写批注", "the workbook's note drawing is damaged")
    parts.replace(drawing, (text[:end] + shapes + text[end:]).encode("utf-8", "surrogateescape"))


def _row_column(cell: str) -> tuple[int, int]:
    """Row and column from 0."""
    match = _CELL.fullmatch(cell)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _element(xml: str) -> Any:
    return parse_xml(xml.encode())
