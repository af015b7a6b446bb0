"""Excel: what each visible sheet prints, and what it shows to be lost."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from builders import Box, form_rows, model, placed, to_xlsx, xlsx_of

from drafter.errors import UnreadableError
from drafter.reading.content import Cell, Content, Table
from drafter.reading.xlsx import read_xlsx

STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="0%"/><numFmt numFmtId="171" formatCode="yyyy-mm-dd"/></numFmts>'
    '<fonts><font><name val="宋体"/></font><font><name val="Wingdings 2"/></font></fonts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="4"/><xf numFmtId="171"/>'
    '<xf numFmtId="0" fontId="1"/></cellXfs>'
)


def cells(content: Content) -> dict[str, Cell]:
    tables = [block for block in content.blocks if isinstance(block, Table)]
    return {cell.location: cell for table in tables for row in table.rows for cell in row}


def sheet(inner: str, strings: tuple[str, ...] = ()) -> dict[str, Cell]:
    return {place[2:]: cell for place, cell in cells(read_xlsx(xlsx_of(inner, STYLES, strings), "")).items()}


def data(*row: str) -> str:
    return f"<sheetData><row r='1'>{''.join(row)}</row></sheetData>"


def test_a_form_comes_back_cell_by_cell_with_its_merges() -> None:
    rows = form_rows(model("archives_01"))
    (block,) = read_xlsx(to_xlsx(rows), "").blocks
    assert isinstance(block, Table) and block.exact and block.location == "工作表 绩效目标表"
    found = [
        (cell.row, cell.column, Box(cell.text, cell.colspan, cell.rowspan)) for line in block.rows for cell in line
    ]
    assert found == placed(rows)
    assert block.rows[2][0].location == "绩效目标表!A3"
    assert block.rows[2][0].anchor == ("xlsx", "绩效目标表", "A3")


def test_numbers_are_read_as_printed() -> None:
    found = sheet(
        data(
            "<c r='A1' s='1'><v>0.95</v></c>", "<c r='B1' s='2'><v>66.004</v></c>", "<c r='C1' s='3'><v>46023</v></c>",
            "<c r='D1'><v>0.30000000000000004</v></c>", "<c r='E1' s='4' t='s'><v>0</v></c>",
            "<c r='F1' t='b'><v>1</v></c>",
            "<c r='G1' t='inlineStr'><is><r><t>≥9</t></r><r><t>0%</t></r><rPh><t>x</t></rPh></is></c>",
        ),
        ("R",),
    )  # fmt: skip
    assert [cell.text for cell in found.values()] == ["95%", "66.00", "2026-01-01", "0.3", "☑", "TRUE", "≥90%"]


def test_a_formula_never_calculated_is_lost_and_never_zero() -> None:
    found = sheet(
        data(
            "<c r='A1'><f>B1*2</f></c>", "<c r='B1'><f>C1</f><v></v></c>", "<c r='C1'><f>1+1</f><v>2</v></c>",
            "<c r='D1' t='str'><f>IF(C1,\"\",1)</f><v></v></c>", "<c r='E1' t='s'><v>9</v></c>",
        )
    )  # fmt: skip
    assert {place: (cell.text, cell.lost) for place, cell in found.items()} == {
        "A1": ("", True), "B1": ("", True), "C1": ("2", False), "D1": ("", False), "E1": ("", True),
    }  # fmt: skip


def test_formulas_of_a_program_that_does_not_calculate_are_lost() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"], book.active["A3"] = 3, 4, "=SUM(A1:A2)"
    out = io.BytesIO()
    book.save(out)
    found = cells(read_xlsx(out.getvalue(), ""))
    assert (found["Sheet!A3"].text, found["Sheet!A3"].lost) == ("", True)


def test_the_cells_without_a_value_are_named() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "预算"
    page["A1"], page["B2"], page["C3"] = 3, "=A1*2", "#REF!"
    page["D4"], page["A5"] = "=A1", "=A1"
    page.row_dimensions[4].hidden = True
    page.merge_cells("B2:B3")
    out = io.BytesIO()
    book.save(out)
    told = [zh for zh, _ in read_xlsx(out.getvalue(), "").notes if "没有读到值" in zh]
    assert told == [
        "工作表“预算”有 3 个单元格没有读到值：公式没有计算过，或显示为错误（B2、C3、A5）；请用 Excel 打开并保存后再查"
    ]
    page["B2"], page["C3"], page["A5"] = 6, 1, 3
    out = io.BytesIO()
    book.save(out)
    assert not any("没有读到值" in zh for zh, _ in read_xlsx(out.getvalue(), "").notes)


@pytest.mark.parametrize("printed", ["#N/A", "#DIV/0!", "#REF!"])
def test_errors_are_lost(printed: str) -> None:
    found = sheet(data(f"<c r='A1' t='e'><v>{printed}</v></c>", "<c r='B1' t='s'><v>0</v></c>"), ("######",))
    assert found["A1"].lost and found["B1"].lost


def test_a_date_before_1900_is_lost() -> None:
    assert sheet(data("<c r='A1' s='3'><v>-5</v></c>"))["A1"].lost


def test_hidden_sheets_rows_and_columns_are_not_read() -> None:
    book = openpyxl.Workbook()
    shown = book.active
    shown.title = "申报表"
    for row in range(1, 4):
        for column in range(1, 4):
            shown.cell(row, column, f"{row}{column}")
    shown.row_dimensions[2].hidden = True
    shown.column_dimensions["B"].hidden = True
    book.create_sheet("字典")["A1"] = "下拉选项"
    book["字典"].sheet_state = "hidden"
    book.create_sheet("空表")
    out = io.BytesIO()
    book.save(out)
    content = read_xlsx(out.getvalue(), "")
    assert [block.location for block in content.blocks if isinstance(block, Table)] == ["工作表 申报表"]
    assert [cell.text for cell in cells(content).values()] == ["11", "13", "31", "33"]


def test_a_merged_cell_whose_head_is_hidden_is_still_seen() -> None:
    found = sheet(
        "<sheetData><row r='1' hidden='1'><c r='A1' t='s'><v>0</v></c></row>"
        "<row r='2'><c r='B2' t='s'><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='A1:A2'/></mergeCells>",
        ("产出指标", "件数"),
    )
    assert [(place, cell.text, cell.row) for place, cell in found.items()] == [("A1", "产出指标", 1), ("B2", "件数", 1)]


def test_blank_cells_are_given_and_far_away_ones_are_not() -> None:
    found = sheet(
        "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>0</v></c></row>"
        "<row r='3'><c r='C3' t='s'><v>0</v></c></row>"
        "<row r='1048576'><c r='A1048576' t='s'><v>0</v></c></row></sheetData>",
        ("x",),
    )
    assert list(found) == ["A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3", "C3", "A1048576", "B1048576", "C1048576"]


def test_cells_and_rows_without_numbers_follow_each_other() -> None:
    found = sheet(
        "<sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row><row><c t='s'><v>1</v></c></row></sheetData>",
        ("a", "b"),
    )
    assert [(place, cell.text) for place, cell in found.items()] == [("A1", "a"), ("B1", "b"), ("A2", "b"), ("B2", "")]


def test_several_sheets_are_several_tables() -> None:
    book = openpyxl.Workbook()
    book.active.title = "绩效目标"
    book.active["A1"] = "甲"
    book.create_sheet("项目明细")["B2"] = dt.date(2026, 1, 1)
    out = io.BytesIO()
    book.save(out)
    found = cells(read_xlsx(out.getvalue(), ""))
    assert {place: cell.text for place, cell in found.items()} == {"绩效目标!A1": "甲", "项目明细!B2": "2026-01-01"}


def test_a_package_without_sheets_is_refused() -> None:
    from builders import package_of

    with pytest.raises(UnreadableError):
        read_xlsx(package_of({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}), "")


def test_old_workbooks_are_read_alike() -> None:
    xlwt = pytest.importorskip("xlwt", reason="xlwt writes the .xls of this test")
    from drafter.reading.xls import read_xls

    book = xlwt.Workbook()
    old = book.add_sheet("绩效目标表")
    old.write_merge(0, 1, 0, 0, "产出指标")
    old.write(0, 1, 0.95, xlwt.easyxf(num_format_str="0%"))
    old.write(1, 1, 46023, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    old.write(2, 1, "R", xlwt.easyxf("font: name Wingdings 2"))
    old.write(3, 1, "隐藏")
    old.row(3).hidden = True
    book.add_sheet("字典").visibility = 1
    out = io.BytesIO()
    book.save(out)
    content = read_xls(out.getvalue(), "")
    found = {place[6:]: cell for place, cell in cells(content).items()}
    assert {place: cell.text for place, cell in found.items()} == {
        "A1": "产出指标", "B1": "95%", "B2": "2026-01-01", "A3": "", "B3": "☑",
    }  # fmt: skip
    assert found["A1"].rowspan == 2
    assert found["B1"].anchor == ("xls", "绩效目标表", "B1")
