"""Word: nothing that is printed is lost, nothing that is not printed is read."""

from __future__ import annotations

import io
import zipfile

import pytest
from builders import Box, docx_of, form_rows, model, package_of, placed, to_docx

from drafter.errors import UnreadableError
from drafter.reading.archive import Package
from drafter.reading.content import Content, Paragraph, Table
from drafter.reading.docx import find, main_part, read_docx
from drafter.reading.docx_text import child
from drafter.reading.xmltree import parse_xml


def read(body: str) -> Content:
    return read_docx(docx_of(body), "a.docx")


def paragraphs(body: str) -> list[str]:
    return [block.text for block in read(body).blocks if isinstance(block, Paragraph)]


def tables(content: Content) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in block.rows] for block in content.blocks if isinstance(block, Table)]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def para(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner if inner.startswith('<w:') else para(run(inner))}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_a_form_comes_back_cell_by_cell_with_its_merges() -> None:
    rows = form_rows(model("agriculture_01"))
    (block,) = read_docx(to_docx(rows), "").blocks
    assert isinstance(block, Table) and block.exact
    found = [
        (cell.row, cell.column, Box(cell.text, cell.colspan, cell.rowspan)) for line in block.rows for cell in line
    ]
    assert found == placed(rows)


def test_insertions_are_kept_and_deletions_dropped() -> None:
    body = para(
        run("原文") + f"<w:ins>{run('插入66')}</w:ins>" + "<w:del><w:r><w:delText>删去99</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo>"
    )
    assert paragraphs(body) == ["原文插入66移来"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert paragraphs(f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('前半')}</w:p>" + para(run("后半"))) == [
        "前半后半"
    ]


def test_content_controls_are_unwrapped_at_every_level() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = control(
        table(
            row(
                cell("普通"),
                control(cell("整格控件")),
                cell(control(para(run("段控件"))) + para(control(run("行内控件")))),
            )
        ),
    ) + table(control(row(cell("整行"), cell("控件"))))
    assert tables(read(body)) == [[["普通", "整格控件", "段控件\n行内控件"]], [["整行", "控件"]]]


def test_a_prompt_of_an_empty_control_is_no_value() -> None:
    def shown(text: str) -> list[str]:
        return paragraphs(
            para(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>")
        )

    assert shown("单击此处输入文字。") == []
    assert shown("95%") == ["95%"]


def test_ticks_are_read_whatever_draws_them() -> None:
    box = (
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    old = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData>'
        "</w:fldChar></w:r>"
    )
    cases = {
        box.format(1, run("☒")): "☑",
        box.format(0, run("☐")): "□",
        old.format(1): "☑",
        old.format(0): "□",
        '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>': "☑",
        '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>': "□",
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>': "≥",
        run("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'): "☑",
        run("R"): "R",
    }
    for inner, shown in cases.items():
        assert paragraphs(para(inner + run("是"))) == [shown + "是"], inner


def test_breaks_tabs_fields_and_formulas_are_printed_text() -> None:
    body = para(
        "<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:noBreakHyphen/><w:br/><w:t>三</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>四</w:t></w:r>'
        "<m:oMath><m:r><m:t>≥90</m:t></m:r></m:oMath>"
    )
    assert paragraphs(body) == ["一\t二-", "三四≥90"]


def test_hidden_text_and_zero_width_characters_are_not_read() -> None:
    assert paragraphs(para(run("看不见", "<w:vanish/>") + run("看\u200b得\ufeff见", '<w:vanish w:val="0"/>'))) == [
        "看得见"
    ]


def test_text_boxes_are_read_once() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{para(run(text))}</w:txbxContent>"

    body = para(
        run("正文") + f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box('框中')}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box('框中')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert paragraphs(body) == ["正文", "框中"]


def test_vertical_and_horizontal_merges() -> None:
    body = table(
        row(cell("头", '<w:gridSpan w:val="2"/>'), cell("高", '<w:vMerge w:val="restart"/>')),
        row(cell("左"), cell("右"), cell("", "<w:vMerge/>")),
        row(
            cell("甲", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>'), cell("", "<w:vMerge/>")
        ),
    )
    (block,) = read(body).blocks
    assert isinstance(block, Table)
    found = [(c.text, c.row, c.column, c.rowspan, c.colspan) for line in block.rows for c in line]
    assert found == [
        ("头", 0, 0, 1, 2), ("高", 0, 2, 3, 1), ("左", 1, 0, 1, 1), ("右", 1, 1, 1, 1), ("甲", 2, 0, 1, 2),
    ]  # fmt: skip


def test_a_deleted_row_is_not_read() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("删") + "</w:tr>"
    assert tables(read(table(row(cell("留")), gone))) == [[["留"]]]


def test_a_form_in_a_layout_table_is_a_table_of_its_own() -> None:
    inner = table(row(cell("项目名称"), cell("甲")), row(cell("年度"), cell("2026")))
    content = read(table(row(cell(para(run("标题")) + inner + para(run("落款"))))))
    assert [block.text if isinstance(block, Paragraph) else "表" for block in content.blocks] == ["标题", "表", "落款"]
    assert tables(content) == [[["项目名称", "甲"], ["年度", "2026"]]]


def test_a_table_in_a_cell_cuts_the_outer_one_and_loses_no_text() -> None:
    inner = table(row(cell("名"), cell("值")), row(cell("件数"), cell("=9")))
    content = read(
        table(row(cell("绩效指标"), cell(para(run("前")) + inner + para(run("后")))), row(cell("备注"), cell("无")))
    )
    assert tables(content) == [[["绩效指标", "前\n后"]], [["名", "值"], ["件数", "=9"]], [["备注", "无"]]]


def test_a_small_table_in_a_cell_stays_text() -> None:
    content = read(table(row(cell("目标"), cell(table(row(cell("甲"), cell("乙")))))))
    assert tables(content) == [[["目标", "甲\t乙"]]]


def test_strict_documents_have_other_namespaces() -> None:
    plain = docx_of(table(row(cell("甲"), cell("乙"))))
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        document = package.read("word/document.xml").replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        rest = {name: package.read(name) for name in package.namelist()}
    assert tables(read_docx(package_of({**rest, "word/document.xml": document}), "")) == [[["甲", "乙"]]]


def test_every_anchor_finds_its_cell_again() -> None:
    inner = table(row(cell("内一"), cell("内二")), row(cell("内三"), cell("内四")))
    body = para(run("题")) + table(row(cell("外一"), cell(para(run("外二")) + inner)), row(cell("外三"), cell("外四")))
    data = docx_of(body)
    package = Package(data)
    root = child(parse_xml(package.read(main_part(package))), "body")
    assert root is not None
    seen = 0
    for block in read_docx(data, "").blocks:
        places = [block] if isinstance(block, Paragraph) else [c for line in block.rows for c in line]
        for place in places:
            element = find(root, place.anchor)
            assert element is not None
            text = "".join(node.text or "" for node in element.iter() if str(node.tag).endswith("}t"))
            assert text.startswith(place.text)
            seen += 1
    assert seen == 9
    assert find(root, ("docx", 7, 0, 0)) is None


def test_a_macro_document_is_read_without_its_macro() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_of(para(run("正文"))))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    content = read_docx(package_of({**parts, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen()"}), "a.docm")
    assert [block.text for block in content.blocks if isinstance(block, Paragraph)] == ["正文"]


def test_a_body_that_is_another_file_is_said() -> None:
    with pytest.raises(UnreadableError, match="嵌入"):
        read('<w:altChunk w:id="r9"/>')
