"""What is not read is said; what the carrier cut off is no value."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt
from builders import Rows, form_rows, model, package_of, to_docx, to_pdf, to_xlsx, xlsx_of
from forms import one
from layouts import SIGN_VALUE_UNIT_WEIGHT, exact
from typer.testing import CliRunner

from drafter.cli.main import app
from drafter.filing import ReadDocument
from drafter.reading import read_all, read_bytes
from drafter.reading.content import Cell, Content, Table
from drafter.reading.forms import recognise
from drafter.reading.text import content_of
from drafter.reading.xls import read_xls
from drafter.reading.xlsx import read_xlsx

ROWS = form_rows(model("agriculture_01"))


def said(document: ReadDocument) -> str:
    return "；".join(note for note, _ in document.notes)


def workbook(*, hidden: str = "", column: str = "") -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(ROWS)))
    if hidden:
        book.create_sheet(hidden)["A1"] = "上年绩效目标"
        book[hidden].sheet_state = "hidden"
    if column:
        book.worksheets[0].column_dimensions[column].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {member: package.read(member) for member in package.namelist()}
    return package_of({**parts, name: content})


@pytest.mark.parametrize(
    ("data", "name", "fragment"),
    [
        (workbook(hidden="旧表"), "a.xlsx", "隐藏的工作表没有读取：旧表"),
        (workbook(column="C"), "a.xlsx", "被隐藏"),
        (with_part(to_docx(ROWS), "word/media/image1.png", b"\x89PNG" + bytes(20_000)), "a.docx", "1 张图片"),
        (with_part(to_docx(ROWS), "word/embeddings/a.xlsx", b"PK"), "a.docx", "嵌有 1 个"),
    ],
)
def test_what_a_carrier_leaves_out_is_said(data: bytes, name: str, fragment: str) -> None:
    document = read_bytes(data, name)
    assert document.status == "read"
    assert fragment in said(document)


@pytest.mark.parametrize(("make", "name"), [(to_docx, "a.docx"), (to_xlsx, "a.xlsx"), (to_pdf, "a.pdf")])
def test_a_document_read_whole_has_no_notes(make: Callable[[Rows], bytes], name: str) -> None:
    assert read_bytes(make(ROWS), name).notes == ()


def test_members_of_a_zip_that_nobody_reads_are_named(tmp_path: Path) -> None:
    path = tmp_path / "forms.zip"
    path.write_bytes(package_of({"form.docx": to_docx(ROWS), "徽标.jpg": b"\xff\xd8", "notes.ini": "x"}))
    (document,) = read_all([path])
    assert "1 个文件不能读取，已跳过：徽标.jpg" in said(document)


SCAN = b"\x89PNG\r\n\x1a\n" + bytes(20_000)
ARCHIVE = b"Rar!\x1a\x07\x01\x00" + bytes(200)


def test_scans_and_archives_of_a_folder_count_as_unreadable_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "form.docx").write_bytes(to_docx(ROWS))
    (tmp_path / "申报表.png").write_bytes(SCAN)
    (tmp_path / "附件.rar").write_bytes(ARCHIVE)
    (tmp_path / "徽标.png").write_bytes(SCAN[:500])
    (tmp_path / ".隐藏.png").write_bytes(SCAN)
    (tmp_path / "desktop.ini").write_text("x")
    runner = CliRunner()
    read = runner.invoke(app, ["read", str(tmp_path)])
    assert read.exit_code == 2
    assert "申报表.png：这是图片" in read.output and "附件.rar：这是 RAR" in read.output
    assert "已跳过：徽标.png" in read.output and "隐藏" not in read.output and "desktop" not in read.output
    checked = runner.invoke(app, ["check", str(tmp_path), "--fail-on", "never"])
    assert checked.exit_code == 2 and "无法读取 2 个文件" in checked.output


def test_scans_in_a_zip_are_documents_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "forms.zip"
    path.write_bytes(package_of({"form.docx": to_docx(ROWS), "扫描/申报表.png": SCAN}))
    assert [(document.document.rpartition("/")[2], document.status) for document in read_all([path])] == [
        ("form.docx", "read"),
        ("申报表.png", "unreadable"),
    ]


def test_notes_are_printed_and_counted_and_fail_a_strict_check(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(workbook(hidden="旧表"))
    runner = CliRunner()
    assert "旧表" in runner.invoke(app, ["read", str(path)]).output
    checked = runner.invoke(app, ["check", str(path), "--fail-on", "never"])
    assert "旧表" in checked.output and "未读取 1 处" in checked.output
    assert runner.invoke(app, ["check", str(path), "--fail-on", "never", "--strict"]).exit_code == 2


def cut(content: Content, text: str) -> Content:
    """The content with one cell cut after some characters, as a spreadsheet prints a cell that is too small."""
    tables = [block for block in content.blocks if isinstance(block, Table)]
    rows = [
        tuple(
            Cell(text, *(getattr(cell, name) for name in ("row", "column", "rowspan", "colspan")), lost=True)
            if cell.text.startswith(text)
            else cell
            for cell in row
        )
        for row in tables[0].rows
    ]
    return Content((Table(tuple(rows), exact=True),), "pdf")


def test_a_goal_that_was_cut_is_no_goal() -> None:
    whole = one(exact(SIGN_VALUE_UNIT_WEIGHT)).annual_goal or ""
    found = recognise(cut(exact(SIGN_VALUE_UNIT_WEIGHT), whole[: len(whole) // 2]))
    (located,) = found.filings
    assert located.filing.annual_goal is None
    assert located.filing.printed["annual_goal"] == whole[: len(whole) // 2]
    assert "年度目标显示不全" in found.notes[0][0]


def test_text_whose_cells_run_through_each_other_gives_no_numbers() -> None:
    text = (
        "项目支出绩效目标申报表\n（2026年度）\n项目名称              社区球场\n年度资金总额（万元）        90 0\n"
        "一级指标       二级指标        三级指标        指标值\n"
        "产出指标       数量指标        修缮球场        12 片\n"
        "              质量指标        验收合格        100%\n"
        "效益指标       社会效益指标      居民使用\n"
        "                            人次          ≥3 万人次\n"
    )
    found = recognise(content_of(text))
    (located,) = found.filings
    assert located.filing.project_name == "社区球场"
    assert located.filing.funding.annual_total is None
    assert [(row.target, row.certain) for row in located.filing.indicators] == [
        (None, False) for _ in located.filing.indicators
    ]
    assert "没有采用" in found.notes[-1][0]


def old_workbook(result: bytes) -> bytes:
    """An old workbook with one formula, its stored result replaced."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, "金额")
    sheet.write(0, 1, xlwt.Formula("1+2"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue().replace(b"\x03\x00\x00\x00\x00\x00\xff\xff", result, 1)


def printed(content: Content) -> list[tuple[str, bool]]:
    return [(cell.text, cell.lost) for block in content.blocks if isinstance(block, Table) for cell in block.rows[0]]


@pytest.mark.parametrize("nothing", [bytes(8), b"\x03\x00\x00\x00\x00\x00\xff\xff"])
def test_a_formula_of_an_old_workbook_that_was_never_calculated_is_lost(nothing: bytes) -> None:
    assert printed(read_xls(old_workbook(nothing), "")) == [("金额", False), ("", True)]
    three = b"\x00\x00\x00\x00\x00\x00\x08\x40"
    assert printed(read_xls(old_workbook(three), "")) == [("金额", False), ("3", False)]


def test_zeros_that_a_program_left_to_be_calculated_are_lost() -> None:
    sheet = "<row r='1'><c r='A1' t='inlineStr'><is><t>合计</t></is></c><c r='B1'><f>SUM(C1:C9)</f><v>0</v></c></row>"
    data = xlsx_of(f"<sheetData>{sheet}</sheetData>")
    assert printed(read_xlsx(data, ""))[1] == ("0", False)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = package.read("xl/workbook.xml").replace(b"</workbook>", b"<calcPr fullCalcOnLoad='1'/></workbook>")
    assert printed(read_xlsx(with_part(data, "xl/workbook.xml", book), ""))[1] == ("", True)


def test_a_link_to_a_file_that_is_gone_is_told_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "一.docx").write_bytes(to_docx(ROWS))
    (tmp_path / "二.docx").symlink_to(tmp_path / "没有.docx")
    (tmp_path / "三.rar").symlink_to(tmp_path / "没有.rar")
    (tmp_path / "四.docx").symlink_to(tmp_path / "一.docx")
    read = {Path(one.document).name: one.status for one in read_all([tmp_path])}
    assert {name: read[name] for name in ("一.docx", "二.docx", "四.docx")} == {
        "一.docx": "read", "二.docx": "unreadable", "四.docx": "read",
    }  # fmt: skip
    assert CliRunner().invoke(app, ["check", str(tmp_path)]).exit_code == 2
