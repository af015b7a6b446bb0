"""PDF: ruled tables of any making, merged, cut by pages, clipped; text without tables; what cannot be read."""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING

import pypdf
import pypdfium2
import pytest
from builders import Box, form_rows, model, placed, to_pdf
from drawn import HEIGHT, Drawn, draw, grid, pdf, write
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from drafter.errors import UnreadableError
from drafter.reading.content import Content, Paragraph, Table
from drafter.reading.pdf import read_pdf

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

XS = (20.0, 80.0, 200.0, 300.0)


def shown(content: Content) -> list[str | list[list[str]]]:
    return [
        block.text if isinstance(block, Paragraph) else [[cell.text for cell in row] for row in block.rows]
        for block in content.blocks
    ]


def lost(content: Content) -> set[str]:
    tables = [block for block in content.blocks if isinstance(block, Table)]
    return {cell.text for table in tables for row in table.rows for cell in row if cell.lost}


@pytest.mark.parametrize("name", ["agriculture_01", "emergency_01", "it_02"])
@pytest.mark.parametrize("page_height", [842, 500, 430])
def test_a_form_comes_back_cell_by_cell_over_page_breaks(name: str, page_height: float) -> None:
    rows = form_rows(model(name))
    (block,) = read_pdf(to_pdf(rows, page_height=page_height), "").blocks
    assert isinstance(block, Table) and block.exact
    found = [
        (cell.row, cell.column, Box(cell.text, cell.colspan, cell.rowspan)) for line in block.rows for cell in line
    ]
    assert found == placed(rows)


@pytest.mark.parametrize("widths", [(55, 80, 85, 60, 90, 120), (30, 50, 60, 50, 80, 60)])
def test_no_character_of_the_text_layer_is_lost(widths: tuple[float, ...]) -> None:
    data = to_pdf(form_rows(model("housing_01")), widths=widths, page_height=600)
    document = pypdfium2.PdfDocument(data)
    layer = Counter("".join("".join(page.get_textpage().get_text_range() for page in document).split()))
    read = Counter("".join("".join(_texts(read_pdf(data, ""))).split()))
    assert read == layer


def _texts(content: Content) -> list[str]:
    found: list[str] = []
    for block in content.blocks:
        found += [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for cell in row]
    return found


def test_wrapped_lines_are_joined_and_ended_lines_kept() -> None:
    content = read_pdf(pdf(grid(XS, 20, ("年度总体/目标", "完成培训/并通过验收", "≥90.00(/%)"))), "")
    assert shown(content) == [[["年度总体目标", "完成培训\n并通过验收", "≥90.00(\n%)"]]]
    narrow = read_pdf(pdf(grid((20, 80, 128, 160), 20, ("年度总体目/标", "≥90.00(/%)", "甲"))), "")
    assert shown(narrow) == [[["年度总体目标", "≥90.00(%)", "甲"]]]


def test_a_row_cut_by_the_page_is_one_row() -> None:
    above = grid(XS, 240, ("数量", "三级等保测评通过以及后续", "=1(次)"))
    below = grid(XS, 20, ("", "整改完成数量", ""), ("质量", "合格率", "=100%"))
    assert shown(read_pdf(pdf(above, below), "")) == [
        [["数量", "三级等保测评通过以及后续整改完成数量", "=1(次)"], ["质量", "合格率", "=100%"]]
    ]


@pytest.mark.parametrize(("upper", "lower"), [("=9000(毫", "升)"), ("=9000(毫升", ")")])
def test_a_value_cut_inside_its_bracket_is_one_value(upper: str, lower: str) -> None:
    below = grid(XS, 20, ("", "", lower), ("质量", "合格率", "=100%"))
    assert shown(read_pdf(pdf(grid(XS, 240, ("数量", "采购数量", upper)), below), "")) == [
        [["数量", "采购数量", "=9000(毫升)"], ["质量", "合格率", "=100%"]]
    ]


def test_a_new_row_after_the_page_stays_its_own() -> None:
    content = read_pdf(pdf(grid(XS, 240, ("数量", "件数", "=5(件)")), grid(XS, 20, ("质量", "合格率", "=98%"))), "")
    assert shown(content) == [[["数量", "件数", "=5(件)"], ["质量", "合格率", "=98%"]]]
    assert not lost(content)


def test_rows_that_may_be_one_or_two_are_kept_apart_and_lost() -> None:
    full = grid(XS, 240, ("数量", "等保测评通过以及后续", "=1(次)按期完成整"))
    content = read_pdf(pdf(full, grid(XS, 20, ("", "整改完成数量", "=98%"))), "")
    assert shown(content) == [[["数量", "等保测评通过以及后续", "=1(次)按期完成整"], ["", "整改完成数量", "=98%"]]]
    assert lost(content) == {"等保测评通过以及后续", "=1(次)按期完成整", "整改完成数量", "=98%"}


def test_a_merged_label_is_carried_over_the_page() -> None:
    above = [Drawn(20, 240, 80, 272, ("产出指标",)), *grid(XS, 240, (None, "甲", "=1"), (None, "乙", "=2"))]
    below = [Drawn(20, 20, 80, 52), *grid(XS, 20, (None, "丙", "=3"), (None, "丁", "=4"))]
    (block,) = read_pdf(pdf(above, below), "").blocks
    assert isinstance(block, Table)
    assert [cell.text for row in block.rows for cell in row] == [
        "产出指标",
        "甲",
        "=1",
        "乙",
        "=2",
        "丙",
        "=3",
        "丁",
        "=4",
    ]
    assert (block.rows[0][0].rowspan, block.rows[3][0].location) == (4, "第2页 表1 第2行第2列")


def test_a_column_the_second_page_does_not_need_is_still_counted() -> None:
    above = grid((20, 80, 140, 200, 300), 240, ("甲", "乙", "丙", "丁"))
    (block,) = read_pdf(pdf(above, grid((20, 140, 300), 20, ("戊", "己"))), "").blocks
    assert isinstance(block, Table)
    assert [(cell.text, cell.column, cell.colspan) for cell in block.rows[1]] == [("戊", 0, 2), ("己", 2, 2)]


def test_a_second_form_with_the_same_columns_is_another_table() -> None:
    form = grid(XS, 20, ("项目名称", "一号项目", ""), ("年度", "2026", ""))
    other = grid(XS, 20, ("项目名称", "二号项目", ""), ("年度", "2026", ""))
    assert len(read_pdf(pdf(form, other), "").blocks) == 2


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_alike_and_its_boxes_are_in_user_space(turn: int) -> None:
    upright = pdf(grid(XS, 20, ("数量", "件数", "=5(件)"), ("质量", "合格率", "=98%")))

    def sideways(canvas: Canvas) -> None:
        canvas.translate(*{90: (HEIGHT, 0), 180: (400, HEIGHT), 270: (0, 400)}[turn])
        canvas.rotate(turn)
        for box in grid(XS, 20, ("数量", "件数", "=5(件)"), ("质量", "合格率", "=98%")):
            draw(canvas, box)

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(sideways)))
    page = writer.pages[0]
    if turn != 180:
        page.mediabox = page.cropbox = pypdf.generic.RectangleObject((0, 0, HEIGHT, 400))
    page.rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    content = read_pdf(out.getvalue(), "")
    assert shown(content) == shown(read_pdf(upright, ""))
    (block,) = content.blocks
    assert isinstance(block, Table)
    kind, number, *box = block.rows[0][2].anchor
    layer = pypdfium2.PdfDocument(out.getvalue())[0].get_textpage()
    assert (kind, number) == ("pdf", 1)
    assert "=5" in layer.get_text_bounded(*map(float, box))


def test_borders_drawn_as_thin_filled_boxes() -> None:
    def page(canvas: Canvas) -> None:
        for y in (200, 220, 240):
            canvas.rect(20, y, 200.5, 0.5, stroke=0, fill=1)
        for x in (20, 120, 220):
            canvas.rect(x, 200, 0.5, 40, stroke=0, fill=1)
        for x, top, text in ((25, 62, "甲"), (125, 62, "乙"), (25, 82, "丙"), (125, 82, "丁")):
            write(canvas, x, top, text)

    assert shown(read_pdf(pdf(page), "")) == [[["甲", "乙"], ["丙", "丁"]]]


def test_a_table_without_outer_sides_is_read() -> None:
    def page(canvas: Canvas) -> None:
        for y in (200, 220, 240):
            canvas.line(20, y, 220, y)
        canvas.line(120, 200, 120, 240)
        for x, top, text in ((25, 62, "甲"), (125, 62, "乙"), (25, 82, "丙"), (125, 82, "丁")):
            write(canvas, x, top, text)

    assert shown(read_pdf(pdf(page), "")) == [[["甲", "乙"], ["丙", "丁"]]]


def test_white_lines_rule_nothing() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setStrokeColorRGB(1, 1, 1)
        for box in grid(XS, 20, ("数量", "件数", "=5(件)")):
            draw(canvas, box)

    assert shown(read_pdf(pdf(page), "")) == ["数量\t件数\t=5(件)"]


def test_text_that_is_clipped_does_not_reach_other_cells_and_is_lost() -> None:
    def page(canvas: Canvas) -> None:
        for box in grid(XS, 20, ("数量", "", "=5(件)"), ("质量", "合格率", "=98%")):
            draw(canvas, box)
        path = canvas.beginPath()
        path.rect(80, HEIGHT - 36, 120, 16)
        canvas.clipPath(path, stroke=0, fill=0)
        write(canvas, 84, 22, "名称很长很长很长很长很长很长很长写到了旁边")

    content = read_pdf(pdf(page), "")
    (table,) = shown(content)
    assert [row[0] for row in table] == ["数量", "质量"] and table[0][2] == "=5(件)"
    assert lost(content) == {table[0][1]} and table[0][1].startswith("名称很长")


def test_text_that_fills_its_clip_is_whole() -> None:
    def page(canvas: Canvas) -> None:
        for box in grid(XS, 20, ("数量", "", "=5(件)")):
            draw(canvas, box)
        path = canvas.beginPath()
        path.rect(84, HEIGHT - 36, 100, 16)
        canvas.clipPath(path, stroke=0, fill=0)
        write(canvas, 84, 22, "十个字正好写满这一格")

    content = read_pdf(pdf(page), "")
    assert shown(content) == [[["数量", "十个字正好写满这一格", "=5(件)"]]] and not lost(content)


@pytest.mark.parametrize("size", [12, 30])
def test_a_watermark_is_not_read(size: int) -> None:
    def page(canvas: Canvas) -> None:
        for box in grid(XS, 20, ("数量", "件数", "=5000(件)"), ("质量", "合格率", "=98%")):
            draw(canvas, box)
        canvas.translate(60, 220)
        canvas.rotate(30)
        canvas.setFont("STSong-Light", size)
        canvas.drawString(0, 0, "内部资料仅供参考")

    assert shown(read_pdf(pdf(page), "")) == [[["数量", "件数", "=5000(件)"], ["质量", "合格率", "=98%"]]]


def test_bold_made_by_printing_twice_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for box in grid(XS, 20, ("数量", "件数", "=5000(件)")):
            draw(canvas, box)
            draw(canvas, box._replace(x0=box.x0 + 0.3))

    assert shown(read_pdf(pdf(page), "")) == [[["数量", "件数", "=5000(件)"]]]


def test_a_table_that_leaves_the_page_loses_its_last_column() -> None:
    content = read_pdf(pdf(grid((20, 120, 380, 460), 20, ("数量", "件数", "=5000(件)"))), "")
    assert len(lost(content)) == 1


def test_hashes_are_lost() -> None:
    assert lost(read_pdf(pdf(grid(XS, 20, ("数量", "金额", "####"))), "")) == {"####"}


def test_symbols_of_picture_fonts() -> None:
    def page(canvas: Canvas) -> None:
        for box in grid(XS, 20, ("数量", "件数", "")):
            draw(canvas, box)
        canvas.setFont("Symbol", 10)
        canvas.drawString(204, HEIGHT - 32, "\u2265")
        canvas.setFont("STSong-Light", 10)
        canvas.drawString(210, HEIGHT - 32, "90")

    assert shown(read_pdf(pdf(page), "")) == [[["数量", "件数", "≥90"]]]


def test_text_without_tables_is_lines_with_their_holes() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 20, 40, "项目名称")
        write(canvas, 120, 40, "路灯养护")
        write(canvas, 20, 60, "年度目标")
        write(canvas, 195, 285, "- 3 -")

    content = read_pdf(pdf(page), "")
    assert shown(content) == ["项目名称\t路灯养护", "年度目标"]
    first = content.blocks[0]
    assert isinstance(first, Paragraph) and first.location == "第1页第1行" and first.anchor[:2] == ("pdf", 1)


def test_running_heads_are_given_once_and_do_not_part_a_table() -> None:
    def page(top: float, *rows: tuple[str, ...]):
        def paint(canvas: Canvas) -> None:
            write(canvas, 150, 8, "某区二〇二六年部门预算")
            for box in grid(XS, top, *rows):
                draw(canvas, box)

        return paint

    content = read_pdf(pdf(page(240, ("数量", "件数", "=5(件)")), page(40, ("质量", "合格率", "=98%"))), "")
    assert shown(content) == ["某区二〇二六年部门预算", [["数量", "件数", "=5(件)"], ["质量", "合格率", "=98%"]]]


def _picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (40, 30), 200)), 0, 0, 400, 300)


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(UnreadableError, match="扫描件"):
        read_pdf(pdf(_picture), "")


def test_a_blank_pdf_says_so() -> None:
    with pytest.raises(UnreadableError, match="没有文字"):
        read_pdf(pdf([]), "")


def test_a_password_is_said() -> None:
    with pytest.raises(UnreadableError, match="密码"):
        read_pdf(pdf(grid(XS, 20, ("甲",)), encrypt=StandardEncryption("secret", canPrint=1)), "")
