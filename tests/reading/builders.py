"""The same form written into every carrier, by the libraries that offices' files resemble."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import yaml

MODELS = Path(__file__).parents[2] / "corpus" / "models"


class Box(NamedTuple):
    """One printed cell of a form: its text and the grid it covers."""

    text: str
    columns: int = 1
    rows: int = 1


Rows = list[list[Box]]


def model(name: str) -> dict[str, Any]:
    """A model filing of the starter corpus."""
    return yaml.safe_load((MODELS / f"{name}.yaml").read_text(encoding="utf-8"))["filing"]


def money(amount: str | None) -> str:
    return "" if amount is None else f"{int(amount.partition('.')[0]):,}.{(amount.partition('.')[2] + '00')[:2]}"


def form_rows(filing: Mapping[str, Any]) -> Rows:
    """The printed form of a filing, six columns wide, merged as offices merge it."""
    funding = filing["funding"]
    rows: Rows = [
        [Box("财政项目支出绩效目标申报表", 6)],
        [Box(f"({filing['year']} 年度)", 6)],
        [Box("项目名称"), Box(filing["project_name"]), Box("项目性质"), Box(filing["project_nature"] or ""),
         Box("项目类别"), Box(filing["project_category"] or "")],
        [Box("主管部门"), Box(filing["department"] or "", 2), Box("实施单位"), Box(filing["implementer"] or "", 2)],
        [Box("计划开始日期"), Box(filing["start_date"] or "", 2),
         Box("计划完成日期"), Box(filing["end_date"] or "", 2)],
        [Box("项目资金（元）", 1, 4), Box("项目资金总额"), Box(money(funding["project_total"])),
         Box("年度资金申请总额", 2), Box(money(funding["annual_total"]))],
        [Box("其中：财政资金"), Box(money(funding["fiscal_total"])), Box("其中：当年财政拨款", 2),
         Box(money(funding["current_appropriation"]))],
        [Box(""), Box(""), Box("上年结转资金", 2), Box(money(funding["carryover"]))],
        [Box("其他资金"), Box(money(funding["project_other"])), Box("其他资金", 2), Box(money(funding["other"]))],
        [Box("项目绩效目标", 1, 2), Box("项目总目标", 2), Box("年度总体目标", 3)],
        [Box(filing["overall_goal"] or "", 2), Box(filing["annual_goal"] or "", 3)],
    ]  # fmt: skip
    indicators = filing["indicators"]
    rows.append(
        [
            Box("绩效指标", 1, len(indicators) + 1),
            Box("一级指标"),
            Box("二级指标"),
            Box("三级指标", 2),
            Box("年度指标值"),
        ]
    )
    previous = ("", "")
    for index, entry in enumerate(indicators):
        level1, level2 = entry["level1"], entry["level2"]
        row: list[Box] = []
        if level1 != previous[0]:
            row.append(Box(level1, 1, _run(indicators, index, ("level1",))))
        if (level1, level2) != previous:
            row.append(Box(level2, 1, _run(indicators, index, ("level1", "level2"))))
        previous = (level1, level2)
        rows.append([*row, Box(entry["name"], 2), Box(entry["target"]["raw"])])
    return rows


def _run(indicators: list[Mapping[str, Any]], start: int, keys: tuple[str, ...]) -> int:
    same = [indicators[start][key] for key in keys]
    end = start
    while end < len(indicators) and [indicators[end][key] for key in keys] == same:
        end += 1
    return end - start


def placed(rows: Rows) -> list[tuple[int, int, Box]]:
    """Every box with its row and column on the grid."""
    taken: set[tuple[int, int]] = set()
    found: list[tuple[int, int, Box]] = []
    for row, boxes in enumerate(rows):
        column = 0
        for box in boxes:
            while (row, column) in taken:
                column += 1
            found.append((row, column, box))
            taken.update((row + down, column + right) for down in range(box.rows) for right in range(box.columns))
            column += box.columns
    return found


def width_of(rows: Rows) -> int:
    """Columns of the grid."""
    return max(column + box.columns for _, column, box in placed(rows))


def to_docx(rows: Rows) -> bytes:
    import docx

    document = docx.Document()
    table = document.add_table(len(rows), width_of(rows))
    table.style = "Table Grid"
    grid = [row.cells for row in table.rows]
    for row, column, box in placed(rows):
        cell = grid[row][column]
        if box.columns > 1 or box.rows > 1:
            cell = cell.merge(grid[row + box.rows - 1][column + box.columns - 1])
        cell.text = box.text
    document.add_paragraph("")
    return _saved(document.save)


def to_xlsx(rows: Rows, title: str = "绩效目标表") -> bytes:
    import openpyxl
    from openpyxl.styles import Alignment, Border, Side

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    side = Side("thin")
    for row in sheet.iter_rows(1, len(rows), 1, width_of(rows)):
        for cell in row:
            cell.border, cell.alignment = Border(side, side, side, side), Alignment(wrap_text=True, vertical="center")
    for letter in "ABCDEFGHIJKLMNOP"[: width_of(rows)]:
        sheet.column_dimensions[letter].width = 22
    for number, boxes in enumerate(rows, 1):
        # Nothing grows the row of a merged cell by itself, so clerks do; what does not fit is not printed.
        lines = max((-(-len(box.text) // (9 * box.columns)) for box in boxes if box.rows == 1), default=1)
        sheet.row_dimensions[number].height = 16 * max(lines, 1)
    for row, column, box in placed(rows):
        cell = sheet.cell(row + 1, column + 1)
        if box.text:
            # openpyxl takes "=14.00(元)" for a formula unless told otherwise.
            cell.value = box.text
            cell.data_type = "s"
        if box.columns > 1 or box.rows > 1:
            sheet.merge_cells(
                start_row=row + 1, start_column=column + 1, end_row=row + box.rows, end_column=column + box.columns
            )
    return _saved(book.save)


def docx_of(body: str) -> bytes:
    """A Word package around the XML of a body; prefixes w, w14, mc and m are declared."""
    office = "http://schemas.openxmlformats.org"
    spaces = (
        f'xmlns:w="{office}/wordprocessingml/2006/main" xmlns:m="{office}/officeDocument/2006/math" '
        f'xmlns:mc="{office}/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    )
    relation = f"{office}/officeDocument/2006/relationships/officeDocument"
    return package_of(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{relation}" Target="word/document.xml"/>'
            "</Relationships>",
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        }
    )


def xlsx_of(sheet: str, styles: str = "", strings: tuple[str, ...] = ()) -> bytes:
    """An Excel package around the XML inside a worksheet element."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    return package_of(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": '<workbook><sheets><sheet name="表" sheetId="1" id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": "<Relationships>"
            f'<Relationship Id="r1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{kind}/styles" Target="styles.xml"/>'
            f'<Relationship Id="r3" Type="{kind}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            "xl/styles.xml": f"<styleSheet>{styles}</styleSheet>",
            "xl/sharedStrings.xml": f"<sst>{items}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet>{sheet}</worksheet>",
        }
    )


def package_of(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of named parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def to_html(rows: Rows) -> bytes:
    lines = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title></head><body><table border='1'>"]
    for boxes in rows:
        cells = "".join(
            f"<td colspan='{box.columns}' rowspan='{box.rows}'>{escape(box.text)}</td>" for box in boxes
        )  # fmt: skip
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join([*lines, "</table></body></html>"]).encode()


def to_pdf(rows: Rows, *, widths: tuple[float, ...] = (), page_height: float = 842) -> bytes:
    """A ruled PDF by reportlab with a font the reader supplies (STSong-Light), long tables split over pages."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("cell", fontName="STSong-Light", fontSize=10, leading=13, wordWrap="CJK")
    columns = width_of(rows)
    widths = widths or ((55, 80, 85, 60, 90, 120) if columns == 6 else (500 / columns,) * columns)
    grid: list[list[Any]] = [["" for _ in range(columns)] for _ in rows]
    spans: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for row, column, box in placed(rows):
        grid[row][column] = Paragraph(escape(box.text), style)
        if box.columns > 1 or box.rows > 1:
            spans.append(("SPAN", (column, row), (column + box.columns - 1, row + box.rows - 1)))
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=(595, page_height), topMargin=40, bottomMargin=40)
    document.build([Table(grid, colWidths=widths, style=spans)])
    return out.getvalue()


def to_tabs(rows: Rows) -> bytes:
    """Tab text: the cells a row starts, tabs where a merged cell above takes the column."""
    lines = [["" for _ in range(width_of(rows))] for _ in rows]
    for row, column, box in placed(rows):
        lines[row][column] = box.text
    return "\n".join("\t".join(line) for line in lines).encode()


def to_lines(rows: Rows) -> bytes:
    """One cell a line, blank cells lost, as PDF programs copy a table."""
    return "\n\n".join(box.text for boxes in rows for box in boxes if box.text).encode()


def office(data: bytes, source: str, target: str, folder: Path) -> bytes:
    """A file converted by LibreOffice."""
    return office_many({"form": data}, source, target, folder)["form"]


def office_many(files: Mapping[str, bytes], source: str, target: str, folder: Path) -> dict[str, bytes]:
    """Files by name, converted by LibreOffice in one run."""
    for name, data in files.items():
        (folder / f"{name}.{source}").write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", target]
        + [f"{name}.{source}" for name in files],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: (folder / f"{name}.{target}").read_bytes() for name in files}


def has_office() -> bool:
    return shutil.which("soffice") is not None


def _saved(save: Any) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()
