import io
import json
import re
import zipfile
from decimal import Decimal

import docx
import openpyxl
import pytest
from lxml import html

from drafter.errors import UsageError
from drafter.filing import BudgetLine, Filing, FilingDocument, Funding, Indicator, Target
from drafter.plugins import PluginRegistry, hookimpl
from drafter.profiles import find_profile
from drafter.writing import Writer, render_filing, write_filing
from drafter.writing.writer import writer_to

from .conftest import GOAL, make_filing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document_of(filing, profile=None):
    return docx.Document(io.BytesIO(render_filing(filing, ".docx", profile)))


def grid_text(table):
    """Text by row, a merged cell once."""
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows]


def test_the_single_form_prints_the_official_labels_in_order(filing):
    head, indicators, budget = document_of(filing).tables
    rows = grid_text(head)
    assert rows[0] == ["项目名称", "办事大厅秩序维护服务", "项目性质", "经常性项目", "项目类别", "特定目标类"]
    assert rows[2] == ["计划开始日期", "2026-01-01", "计划完成日期", "2026-12-31"]
    assert rows[3] == ["项目资金（元）", "项目资金总额：", "", "年度资金申请总额：", "132,000.00"]
    assert rows[4][1:] == ["其中：财政资金", "", "其中：当年财政拨款", "132,000.00"]
    assert rows[7][:3] == ["项目绩效目标", "项目总目标", "年度总体目标"] and rows[8][-1] == GOAL
    assert grid_text(indicators)[0][1:] == ["一级指标", "二级指标", "三级指标", "年度(/项目)指标值"]
    assert grid_text(indicators)[2] == ["绩效指标", "产出指标", "数量指标", "保安人数", "=2(人)"]
    assert grid_text(budget)[1] == ["项目构成分解", "保安服务费", "132,000.00", "66,000.00", "2", "人", "年度项目"]
    assert grid_text(budget)[2][:3] == ["项目构成分解", "金额合计", "132,000.00"]


def test_levels_are_merged_and_a_group_of_another_level_is_not(filing):
    table = document_of(filing).tables[1]
    output = [table.cell(row, 1)._tc for row in (2, 3, 4)]
    assert output[0] is output[1] is output[2]
    assert table.cell(1, 1)._tc is not output[0] and table.cell(5, 1)._tc is not output[2]


def test_equal_second_levels_under_different_first_levels_stay_apart():
    filing = Filing(
        indicators=[
            Indicator(level1="产出指标", level2="成本指标", name="甲"),
            Indicator(level1="成本指标", level2="成本指标", name="乙"),
        ]
    )
    table = document_of(filing).tables[1]
    assert table.cell(1, 2)._tc is not table.cell(2, 2)._tc


def test_word_file_has_chinese_fonts_a4_repeated_heads_and_ends_with_a_paragraph(filing):
    document = document_of(filing)
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))
    fonts = {element.get(f"{W}eastAsia") for element in document.element.body.iter(f"{W}rFonts")}
    assert fonts == {"宋体", "仿宋"}
    for table in document.tables[1:]:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
        width = sum(int(column.get(f"{W}w")) for column in table._tbl.iter(f"{W}gridCol"))
        assert width <= section.page_width.twips - section.left_margin.twips - section.right_margin.twips + 5
    last = list(document.element.body)[-2:]
    assert [element.tag for element in last] == [f"{W}p", f"{W}sectPr"] and not last[0].findall(f"{W}r")


def test_the_three_sheet_form_has_three_pages_and_blank_places_for_people():
    filing = make_filing("shanghai-district-2020")
    document = document_of(filing)
    titles = [p.text for p in document.paragraphs if p.text.startswith("财政项目支出绩效目标申报表")]
    assert [title[13:] for title in titles] == ["（项目总体情况）", "（绩效目标）", "（制度保障）"]
    breaks = document.element.body.findall(f"{W}p/{W}pPr/{W}pageBreakBefore")
    assert len(breaks) == 2
    rows = grid_text(document.tables[0])
    assert ["项目负责人", "", "联系人：", "", "联系电话：", ""] in rows
    assert ["项目类别", "□一次性项目　☑经常性项目　□中期预算试点项目"] in rows
    assert ["年度绩效目标", GOAL] in rows
    assert any(row[-2:] == ["二、当年预算：", "132,000.00"] for row in rows)
    assert grid_text(document.tables[2])[0][1:] == ["一级目标", "二级目标", "三级目标", "目标值", "备注"]
    assert grid_text(document.tables[3])[0][:5] == ["", "项目名称", "项目内容", "项目明细", "明细金额"]


def test_other_forms_print_their_own_words(filing):
    text = render_filing(filing, ".md", find_profile("national-2021")).decode()
    assert "| 中期目标 |" in text and "年度目标" in text and "| 指标值 |" in text and "年度总体目标" not in text


def test_a_target_that_was_never_printed_is_written_in_the_forms_own_way():
    filing = Filing(
        indicators=[
            Indicator(name="甲", target=Target(raw="", comparator=">=", value="90", unit="%")),
            Indicator(name="乙", target=Target(raw="", comparator="range", value="90~95", unit="分")),
            Indicator(name="丙", target=Target(raw="", text="及时")),
            Indicator(name="丁", target=None),
        ]
    )
    targets = [row[-1] for row in grid_text(document_of(filing).tables[1])[1:]]
    assert targets == ["≥90(%)", "90~95(分)", "及时", ""]


def test_money_keeps_its_print_only_while_it_says_the_same():
    funding = Funding(annual_total="660000.00", current_appropriation="660000.00")
    printed = {"funding.annual_total": "66.00万元", "funding.current_appropriation": "65.00万元"}
    text = render_filing(Filing(funding=funding, printed=printed), ".md").decode()
    assert "66.00万元" in text and "65.00万元" not in text and "660,000.00" in text


def test_a_partial_sum_is_not_printed_as_the_total():
    lines = [BudgetLine(item="甲", amount="10.00"), BudgetLine(item="乙")]
    text = render_filing(Filing(budget_lines=lines), ".md").decode()
    assert "金额合计 |  |" in text


HOSTILE = ('=HYPERLINK("http://evil")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "<script>alert(1)</script>", "a|b\n# c")


def hostile_filing():
    indicators = [
        Indicator(level1=text, level2=text, name=text, target=Target(raw=text, text=text)) for text in HOSTILE
    ]
    lines = [BudgetLine(item=text, amount="1.00", note=text) for text in HOSTILE]
    return Filing(project_name=HOSTILE[0], annual_goal="\x00\x0b=1+1\ud800", indicators=indicators, budget_lines=lines)


def test_a_spreadsheet_never_holds_a_formula():
    book = openpyxl.load_workbook(io.BytesIO(render_filing(hostile_filing(), ".xlsx")))
    strings = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert all(cell.data_type == "s" for cell in strings)
    starters = [cell for cell in strings if cell.value[0] in "=+-@\t"]
    assert len(starters) > 20 and all(cell.quotePrefix for cell in starters)
    with zipfile.ZipFile(io.BytesIO(render_filing(hostile_filing(), ".xlsx"))) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_money_in_a_spreadsheet_is_a_number_with_its_format(filing):
    sheet = openpyxl.load_workbook(io.BytesIO(render_filing(filing, ".xlsx"))).active
    cells = {cell.coordinate: cell for row in sheet.iter_rows() for cell in row if cell.data_type == "n" and cell.value}
    assert sorted(cell.value for cell in cells.values()) == [2, 66000, 132000, 132000, 132000, 132000]
    assert {cell.number_format for cell in cells.values()} == {"#,##0.00", "#,##0"}


def test_an_amount_beyond_binary_precision_stays_exact():
    amount = "12345678901234567.89"
    filing = Filing(funding=Funding(annual_total=amount))
    sheet = openpyxl.load_workbook(io.BytesIO(render_filing(filing, ".xlsx"))).active
    assert f"{Decimal(amount):,.2f}" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_a_text_too_long_for_a_cell_is_refused_not_cut():
    with pytest.raises(UsageError, match="32767"):
        render_filing(Filing(annual_goal="目" * 32768), ".xlsx")


def test_the_spreadsheet_prints_on_a4_one_page_wide(filing):
    sheet = openpyxl.load_workbook(io.BytesIO(render_filing(filing, ".xlsx"))).active
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_area


def test_html_is_escaped_self_contained_and_scriptless():
    page = render_filing(hostile_filing(), ".html").decode()
    tree = html.fromstring(page)
    assert not tree.xpath("//script|//img|//link|//iframe|//@href|//@src")
    assert "default-src 'none'" in page and "<script>alert" not in page
    assert "<script>alert(1)</script>" in [cell.text_content() for cell in tree.xpath("//td")]


def test_markdown_cells_cannot_break_the_table():
    lines = render_filing(hostile_filing(), ".md").decode().splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert not any(line.startswith("# c") for line in lines)
    assert all("<script>" not in line.replace(r"\<", "") for line in rows)
    assert any(r"a\|b<br># c" in row for row in rows)


def test_json_is_the_contract_shape_and_reads_back_exactly(filing):
    data = json.loads(render_filing(filing, ".json"))
    assert list(data) == ["schema", "document", "filings"] and data["schema"] == "drafter.filing/1"
    assert FilingDocument.model_validate(data).filings == [filing]
    assert data["filings"][0]["indicators"][0]["target"]["value"] == "66000.00"


def test_the_suffix_chooses_the_format_and_an_unknown_one_lists_the_known(tmp_path, filing):
    assert write_filing(filing, tmp_path / "A.DOCX").read_bytes()[:2] == b"PK"
    with pytest.raises(UsageError) as caught:
        write_filing(filing, tmp_path / "a.pdf")
    assert ".docx" in caught.value.zh and ".xlsx" in caught.value.zh and not (tmp_path / "a.pdf").exists()


def test_a_plugin_may_bring_a_format_or_replace_ours(tmp_path, filing):
    class Plugin:
        @hookimpl
        def writers(self, register):
            register(Writer("name", (".txt", ".md"), lambda filing, profile: f"{profile.id}".encode()))

    registry = PluginRegistry(third_party=False)
    registry.register(Plugin(), "mine")
    for name in ("a.txt", "a.md"):
        assert write_filing(filing, tmp_path / name, registry=registry).read_text() == "shanghai-2026"


def test_a_form_with_thousands_of_rows_is_written_whole(filing):
    many = [
        Indicator(level1="产出指标", level2="数量指标", name=f"指标{number}", target=Target(raw="=1(件)"))
        for number in range(3000)
    ]
    big = filing.model_copy(update={"indicators": many})
    with zipfile.ZipFile(io.BytesIO(render_filing(big, ".docx"))) as archive:
        xml = archive.read("word/document.xml").decode()
    assert re.findall(r">指标(\d+)<", xml) == [str(number) for number in range(3000)]


def test_a_folder_or_a_name_without_a_suffix_is_said_to_be_one(tmp_path):
    with pytest.raises(UsageError) as folder:
        writer_to(tmp_path)
    assert "是文件夹" in folder.value.zh and "is a folder" in folder.value.en
    with pytest.raises(UsageError) as bare:
        writer_to(tmp_path / "草稿")
    assert "草稿.docx" in bare.value.zh and "suffix" in bare.value.en
