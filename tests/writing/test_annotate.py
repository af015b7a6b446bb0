import io
import re
import zipfile

import docx
import openpyxl
import pytest
from docx.shared import Pt
from openpyxl.comments import Comment
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from drafter.checking.report import DocumentReport, FilingReport
from drafter.errors import UsageError
from drafter.filing import LocatedFiling, Place, ReadDocument
from drafter.writing.annotate import Remark, annotate, annotated_copy, remarks_of
from drafter.writing.annotate.words import locate

from .conftest import make_filing, make_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


# --- what is said, and where -------------------------------------------------------------------------------------


def test_each_finding_is_one_remark_and_each_filing_has_a_summary():
    report, filings = make_report()
    places = {
        "project_name": Place("办事大厅秩序维护服务", "", ("docx", 0, 0, 1)),
        "annual_goal": Place("目标", "", ("docx", 0, 8, 2)),
        "budget_lines[0].item": Place("保安服务费", "", ("docx", 2, 1, 1)),
    }
    document = ReadDocument("a.docx", "read", filings=(LocatedFiling(filings[0][0], places),))
    summary, price, goal, name = remarks_of(document, report.documents[0])
    assert summary.anchor == ("docx", 0, 0, 1) and "错误 1，警告 1，提示 1" in summary.text
    assert "信息不足 1 条，待核 1 处" in summary.text and "规则出错 TXT009" in summary.text
    assert price.anchor == ("docx", 2, 1, 1), "a field without a place stands at the name of its row"
    assert price.text.splitlines()[0] == "【错误 ARI001】明细行单价×数量与金额不一致"
    assert "算式：66,000.00 × 2 = 132,000.00 ≠ 131,000.00" in price.text
    assert "建议：把预算明细第1行“保安服务费”金额改为 132,000.00" in price.text
    assert goal.field[slice(*goal.span)] == "2人"
    assert name.anchor == ("docx", 0, 0, 1)


@pytest.mark.parametrize(
    ("printed", "field", "span", "expected"),
    [
        ("共100%，再100%。", "共100%，再100%。", (7, 11), "100%"),
        ("目标：共 1\n00 件", "共100件", (1, 5), "1\n00 件"),
        ("甲乙丙", "甲乙丙", None, "甲乙丙"),
        ("项目名称：甲乙", "甲乙", None, "甲乙"),
        ("被截断的字，共5件", "开头不同，共5件", (6, 8), "5件"),
        ("甲", "乙", None, None),
        ("甲", "乙丙", (0, 1), None),
        ("", "乙", None, None),
    ],
)
def test_words_are_found_whatever_blanks_the_carrier_prints(printed, field, span, expected):
    found = locate(printed, Remark((), field, span, ""))
    assert (None if found is None else printed[slice(*found)]) == expected


def test_the_second_of_two_equal_numbers_is_the_second():
    text = "到岗率达100%，资质达标率达100%。"
    second = text.rindex("100%")
    assert locate(text, Remark((), text, (second, second + 4), "")) == (second, second + 4)


def test_a_ligature_counts_for_all_its_letters():
    assert locate(["e", "ffi", "e", "d"], Remark((), "effied", (1, 4), "")) == (1, 2)


# --- Word --------------------------------------------------------------------------------------------------------


def word_file() -> bytes:
    """A paragraph, and a table: a goal in three runs with a line break, an inserted run, and an empty cell."""
    document = docx.Document()
    document.add_paragraph("财政项目支出绩效目标申报表")
    table = document.add_table(1, 3)
    paragraph = table.cell(0, 0).paragraphs[0]
    paragraph.add_run("年内印制宣传册7")
    bold = paragraph.add_run("000份，")
    bold.bold = True
    bold.add_break()
    bold.add_text("满意度")
    paragraph.add_run("达90%以上。")
    inserted = docx.oxml.parse_xml(
        f'<w:ins xmlns:w="{W[1:-1]}" w:id="9" w:author="a"><w:r><w:t>覆盖14个街镇。</w:t></w:r></w:ins>'
    )
    table.cell(0, 1).paragraphs[0]._p.append(inserted)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


GOAL = "年内印制宣传册7000份，满意度达90%以上。"


def commented(data: bytes) -> dict[str, str]:
    """Comment text → the words it stands at."""
    document = docx.Document(io.BytesIO(data))
    texts = {str(comment.comment_id): comment.text for comment in document.comments}
    words = dict.fromkeys(texts, "")
    active: set[str] = set()
    for element in document.element.body.iter():
        if element.tag == f"{W}commentRangeStart":
            active.add(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            active.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for key in active:
                words[key] += element.text or ""
    return {texts[key]: words[key] for key in texts}


def printed(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    return ["".join(element.itertext(f"{W}t", f"{W}br")) for element in document.element.body.iter(f"{W}p")]


def test_comments_stand_at_the_exact_words_across_runs():
    cell = ("docx", 0, 0, 0)
    remarks = [
        Remark(cell, GOAL, (7, 12), "份数"),
        Remark(cell, GOAL, (17, 20), "比例"),
        Remark(cell, GOAL, (2, 4), "印制"),
        Remark(cell, GOAL, (4, 16), "长"),
        Remark(cell, GOAL, None, "整格"),
        Remark(("docx", 0, 0, 1), "覆盖14个街镇。", (2, 5), "插入"),
        Remark(("docx", 0, 0, 2), "", None, "空格"),
        Remark((), "", None, "无处可放"),
        Remark(("docx", 7, 7, 7), "甲", None, "没有这格"),
    ]
    copy = annotate(word_file(), "docx", remarks)
    assert commented(copy) == {
        "份数": "7000份",
        "比例": "90%",
        "印制": "印制",
        "长": "宣传册7000份，满意度",
        "整格": GOAL,
        "插入": "14个",
        "空格": "",
        "无处可放": "财政项目支出绩效目标申报表",
        "没有这格": "财政项目支出绩效目标申报表",
    }
    assert printed(copy) == printed(word_file())


def test_split_runs_keep_their_look():
    copy = annotate(word_file(), "docx", [Remark(("docx", 0, 0, 0), GOAL, (8, 11), "x")])
    runs = docx.Document(io.BytesIO(copy)).tables[0].cell(0, 0).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs if run.text] == [
        ("年内印制宣传册7", None),
        ("000", True),
        ("份，\n满意度", True),
        ("达90%以上。", None),
    ]


def test_comments_already_there_stay():
    document = docx.Document(io.BytesIO(word_file()))
    document.add_comment(document.paragraphs[0].runs, "原有批注", author="张")
    document.paragraphs[0].runs[0].font.size = Pt(18)
    stream = io.BytesIO()
    document.save(stream)
    copy = annotate(stream.getvalue(), "docx", [Remark(("docx", 0, 0, 0), GOAL, (7, 12), "新批注")])
    assert commented(copy) == {"原有批注": "财政项目支出绩效目标申报表", "新批注": "7000份"}
    comments = docx.Document(io.BytesIO(copy)).comments
    assert [comment.author for comment in comments] == ["张", "drafter"]


def test_a_word_file_of_another_kind_is_refused_in_one_sentence():
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file())) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            target.writestr(name, data)
    with pytest.raises(UsageError, match="另存为普通"):
        annotate(stream.getvalue(), "docx", [])


# --- Excel -------------------------------------------------------------------------------------------------------


def workbook(*, comment: bool = False) -> bytes:
    """A sheet with a formula that has a cached value, and if wanted a note; a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "绩效目标表"
    sheet["A1"], sheet["B2"], sheet["B3"] = "财政项目支出绩效目标申报表", 66000, "=B2*2"
    if comment:
        sheet["B2"].comment = Comment("原有批注", "张")
    book.create_sheet("明细")["A1"] = "项目明细"
    stream = io.BytesIO()
    book.save(stream)
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                changed = re.sub(rb"<f>B2\*2</f><v ?/?>(</v>)?", b"<f>B2*2</f><v>132000</v>", data)
                assert changed != data
                data = changed
            target.writestr(name, data)
        # A part no library of ours knows, as a text box's drawing is.
        target.writestr("xl/drawings/drawing9.xml", b"<textbox>\xe6\x96\x87</textbox>")
    return out.getvalue()


NOTES = [
    Remark(("xlsx", "绩效目标表", "B2"), "66000", None, "【错误 ARI001】单价\n=1+1 <b> & \x00"),
    Remark(("xlsx", "绩效目标表", "B2"), "66000", None, "第二条"),
    Remark(("xlsx", "明细", "A1"), "项目明细", None, "在第二张表"),
    Remark((), "", None, "总评"),
]


def notes(data: bytes) -> dict[tuple[str, str], str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment]
    return {(cell.parent.title, cell.coordinate): cell.comment.text for cell in cells}


def test_notes_are_added_and_everything_else_stays_byte_for_byte():
    source = workbook()
    copy = annotate(source, "xlsx", NOTES)
    assert notes(copy) == {
        ("绩效目标表", "B2"): "【错误 ARI001】单价\n=1+1 <b> & \n\n第二条",
        ("绩效目标表", "A1"): "总评",
        ("明细", "A1"): "在第二张表",
    }
    values = openpyxl.load_workbook(io.BytesIO(copy), data_only=True)["绩效目标表"]
    formulas = openpyxl.load_workbook(io.BytesIO(copy))["绩效目标表"]
    assert (values["B3"].value, formulas["B3"].value) == (132000, "=B2*2")
    with zipfile.ZipFile(io.BytesIO(source)) as before, zipfile.ZipFile(io.BytesIO(copy)) as after:
        touched = {name for name in before.namelist() if before.read(name) != after.read(name)}
        assert touched <= {
            "[Content_Types].xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
            "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/_rels/sheet2.xml.rels",
        }  # fmt: skip
        assert after.testzip() is None and set(before.namelist()) <= set(after.namelist())


def test_a_note_already_there_keeps_its_text_and_gets_ours_below():
    copy = annotate(workbook(comment=True), "xlsx", NOTES[1:])
    found = notes(copy)
    assert found["绩效目标表", "B2"] == "原有批注\n\n第二条"
    assert found["绩效目标表", "A1"] == "总评"
    again = annotate(copy, "xlsx", [NOTES[1]])
    assert notes(again)["绩效目标表", "B2"] == "原有批注\n\n第二条\n\n第二条"


def test_every_note_has_one_box_and_one_place_in_the_sheet():
    copy = annotate(workbook(comment=True), "xlsx", NOTES)
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        drawings = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".vml")]
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert sum(drawing.count('ObjectType="Note"') for drawing in drawings) == 3
    for drawing in drawings:
        ids = re.findall(r'id="_x0000_s(\d+)"', drawing)
        assert len(ids) == len(set(ids))
    assert sheet.count("<legacyDrawing") + sheet.count(":legacyDrawing") == 1


# --- PDF ---------------------------------------------------------------------------------------------------------

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


# Rotation of the page → where its reader's left bottom corner lies in user space.
CORNERS = {0: (0, 0), 90: (400, 0), 180: (400, 300), 270: (0, 300)}


def pdf_file(rotation: int = 0) -> bytes:
    """A page that reads upright however it is rotated, as scanners and landscape tables make them."""
    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=(400, 300))
    page.setPageRotation(rotation)
    page.translate(*CORNERS[rotation])
    page.rotate(rotation)
    page.setFont("STSong-Light", 12)
    page.drawString(50, 200, "年内印制宣传册7000份，满意")
    page.drawString(50, 180, "度达90%以上。")
    page.save()
    return stream.getvalue()


def turned(rotation: int, x: float, y: float) -> tuple[float, float]:
    """A point as the reader sees it (from the left bottom corner) in user space."""
    left, bottom = CORNERS[rotation]
    return {0: (x, y), 90: (left - y, x), 180: (left - x, bottom - y), 270: (y, bottom - x)}[rotation]


def upright(rotation: int, x: float, y: float) -> tuple[float, float]:
    """A point of user space as the reader sees it."""
    left, bottom = CORNERS[rotation]
    return {0: (x, y), 90: (y, left - x), 180: (left - x, bottom - y), 270: (bottom - y, x)}[rotation]


def highlights(data: bytes) -> list[dict]:
    return [note.get_object() for note in PdfReader(io.BytesIO(data)).pages[0].get("/Annots", [])]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_highlights_cover_the_words_and_are_appended_to_the_old_bytes(rotation):
    source = pdf_file(rotation)
    (a, b), (c, d) = turned(rotation, 45, 175), turned(rotation, 250, 215)
    box = ("pdf", 1, min(a, c), min(b, d), max(a, c), max(b, d))
    remarks = [Remark(box, GOAL, (13, 20), "满意度达90%", "error"), Remark((), "", None, "总评")]
    copy = annotate(source, "pdf", remarks)
    assert copy.startswith(source)
    words, summary = highlights(copy)
    assert words["/Subtype"] == "/Highlight" and words["/Contents"] == "满意度达90%" and words["/T"] == "drafter"
    values = [float(value) for value in words["/QuadPoints"]]
    points = [upright(rotation, *pair) for pair in zip(values[::2], values[1::2], strict=True)]
    first, second = points[:4], points[4:]
    assert len(second) == 4, "words on two printed lines have a quadrilateral for each"
    assert min(x for x, _ in first) > 150 and all(195 < y < 215 for _, y in first)
    assert min(x for x, _ in second) == pytest.approx(50, abs=2) and all(175 < y < 195 for _, y in second)
    assert summary["/Subtype"] == "/Text" and summary["/Contents"] == "总评"


def test_words_that_are_not_found_mark_the_whole_cell():
    copy = annotate(pdf_file(), "pdf", [Remark(("pdf", 1, 45.0, 175.0, 350.0, 215.0), "别的", None, "x")])
    assert [float(value) for value in highlights(copy)[0]["/Rect"]] == [45.0, 175.0, 350.0, 215.0]


# --- copies ------------------------------------------------------------------------------------------------------


def report_on(name: str) -> tuple[ReadDocument, DocumentReport]:
    places = {} if name.endswith(".txt") else {"project_name": Place("甲", "", ("docx", "p", 0))}
    document = ReadDocument(name, "read", filings=(LocatedFiling(make_filing(), places),))
    return document, DocumentReport(document=name, filings=[FilingReport(index=0, project_name="甲", year=2026)])


def test_the_copy_is_named_after_the_document_and_the_document_is_untouched(tmp_path):
    source = tmp_path / "申报表.docx"
    original = word_file()
    source.write_bytes(original)
    copy = annotated_copy(source, tmp_path / "意见", *report_on(str(source)))
    assert copy == tmp_path / "意见" / "申报表_检查意见.docx"
    assert source.read_bytes() == original
    assert len(commented(copy.read_bytes())) == 1


def test_documents_of_one_name_get_copies_of_different_names(tmp_path):
    taken: set = set()
    for folder in ("甲", "乙"):
        source = tmp_path / folder / "申报表.docx"
        source.parent.mkdir()
        source.write_bytes(word_file())
        annotated_copy(source, tmp_path / "意见", *report_on(str(source)), taken=taken)
    names = {file.name for file in (tmp_path / "意见").iterdir()}
    assert names == {"申报表_检查意见.docx", "申报表_检查意见(2).docx"}


def test_formats_without_notes_give_no_copy(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text("x")
    assert annotated_copy(source, tmp_path, *report_on(str(source))) is None
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    source = tmp_path / "a.docx"
    source.write_bytes(word_file())
    with pytest.raises(UsageError, match="无法建立文件夹"):
        annotated_copy(source, tmp_path / "no" / "such", *report_on(str(source)))
