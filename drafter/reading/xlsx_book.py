"""What the sheets of an Excel workbook share: their list, the formats and fonts of their cells, their strings."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.errors import UnreadableError
from drafter.language.patterns import lazy
from drafter.reading.archive import Package
from drafter.reading.numberformat import BUILTIN
from drafter.reading.symbols import decode_symbols, is_picture_font
from drafter.reading.xmltree import Element, attribute, local, natural, parse_xml

_ESCAPE = lazy(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell is printed: its number format code, and its font where that draws letters as symbols."""

    code: str
    font: str


class Book:
    """The parts of a workbook its sheets share.

    Attributes:
        sheets: Visible worksheets in tab order, as (name, part).
        uncalculated: The writer leaves it to the program that opens the workbook to calculate its formulas.
        hidden: Names of the hidden ones.
        others: Names of visible sheets that are no worksheets.
        since_1904: Days are counted from 1904.
        styles: By the number that cells give.
        strings: By the number that cells give.

    Raises:
        UnreadableError: A part is damaged, past a limit or missing.
    """

    def __init__(self, package: Package) -> None:
        workbook_part = _workbook_part(package)
        folder = workbook_part.rpartition("/")[0]
        relations = _relations(package, workbook_part, folder)
        workbook = parse_xml(package.read(workbook_part))
        properties = child(workbook, "workbookPr")
        self.since_1904 = properties is not None and properties.get("date1904", "") in ("1", "true")
        calculation = child(workbook, "calcPr")
        self.uncalculated = calculation is not None and calculation.get("fullCalcOnLoad", "") in ("1", "true")
        self.sheets: list[tuple[str, str]] = []
        self.hidden: list[str] = []
        self.others: list[str] = []
        for sheet in children(workbook, "sheets"):
            part = relations.get(attribute(sheet, "id"), ("", ""))
            name = sheet.get("name", "")
            if sheet.get("state", "visible") != "visible":
                self.hidden.append(name)
            elif part[0].endswith("/worksheet"):
                self.sheets.append((name, part[1]))
            else:
                self.others.append(name)
        parts = {kind.rpartition("/")[2]: part for kind, part in relations.values()}
        self.styles = _styles(package, parts.get("styles", ""))
        self.strings = _strings(package, parts.get("sharedStrings", ""))


def _workbook_part(package: Package) -> str:
    if "_rels/.rels" in package:
        for relation in parse_xml(package.read("_rels/.rels")):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
    return "xl/workbook.xml"


def _relations(package: Package, part: str, folder: str) -> dict[str, tuple[str, str]]:
    name = f"{folder}/_rels/{part.rpartition('/')[2]}.rels".lstrip("/")
    found: dict[str, tuple[str, str]] = {}
    if name not in package:
        raise UnreadableError("Excel 文件缺少工作表目录，无法读取。", "The workbook has no list of its sheets.")
    for relation in parse_xml(package.read(name)):
        target = relation.get("Target", "")
        if relation.get("TargetMode", "") != "External":
            target = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", ""), target)
    return found


def child(element: Element, name: str) -> Element | None:
    """The first child of that local name."""
    return next((found for found in element if local(found) == name), None)


def children(element: Element, name: str) -> list[Element]:
    """The children of the first child of that local name."""
    found = child(element, name)
    return [] if found is None else [child for child in found if local(child)]


def _styles(package: Package, part: str) -> list[Style]:
    if part not in package:
        return []
    root = parse_xml(package.read(part))
    codes = dict(BUILTIN)
    for custom in children(root, "numFmts"):
        codes[natural(custom.get("numFmtId", ""))] = custom.get("formatCode", "")
    fonts: list[str] = []
    for font in children(root, "fonts"):
        name = child(font, "name")
        fonts.append(name.get("val", "") if name is not None and is_picture_font(name.get("val", "")) else "")
    styles: list[Style] = []
    for style in children(root, "cellXfs"):
        font = natural(style.get("fontId", "0"))
        code = codes.get(natural(style.get("numFmtId", "0")), "General")
        styles.append(Style(code, fonts[font] if 0 <= font < len(fonts) else ""))
    return styles


def _strings(package: Package, part: str) -> list[str]:
    return [rich_text(item) for item in parse_xml(package.read(part))] if part in package else []


def rich_text(item: Element) -> str:
    """A string item: plain text, or runs with fonts of their own; phonetic guides are not printed."""
    out: list[str] = []
    for part in item:
        name = local(part)
        if name == "t":
            out.append(part.text or "")
        elif name == "r":
            properties, text = child(part, "rPr"), child(part, "t")
            font = child(properties, "rFont") if properties is not None else None
            shown = (text.text or "") if text is not None else ""
            out.append(decode_symbols(shown, font.get("val", "")) if font is not None else shown)
    joined = "".join(out)
    return _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), joined) if "_x" in joined else joined
