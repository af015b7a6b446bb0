"""Labels, names, dates, money and narrative, by their labels and wherever they stand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import layouts
import pytest
from builders import Box as B
from forms import TITLE, filings, located, money, one

from drafter.reading.labels import find_label
from drafter.reading.nature import ticked

INDICATORS = "\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t修缮球场\t6片\n"


@pytest.mark.parametrize(
    ("text", "path", "unit", "inline"),
    [
        ("项目名称", "project_name", None, None),
        ("项 目\n名 称：", "project_name", None, None),
        ("项目名称：社区球场", "project_name", None, "社区球场"),
        ("二、当年预算：", "annual_total", None, None),
        ("（一）财政拨款：660296", "fiscal", None, "660296"),
        ("1. 上级财政拨款：", "upper_level", None, None),
        ("其中：当年财政拨款", "current_appropriation", None, None),
        ("其中: 财政资金 80", None, None, None),
        ("其他资金", "other", None, None),
        ("项目当年预算（元）：", "annual_total", "元", None),
        ("年度资金总额(万元)", "annual_total", "万元", None),
        ("填报单位（盖章）", "implementer", None, None),
        ("项目总目标（2023 年 - 2025年）", "overall_goal", None, None),
        ("联系电话：00000000", "", None, "00000000"),
        ("修缮社区球场", None, None, None),
        ("", None, None, None),
    ],
)
def test_a_label_is_known_with_numbering_brackets_and_unit(
    text: str, path: str | None, unit: str | None, inline: str | None
) -> None:
    label = find_label(text)
    found = (label.path, label.unit, label.inline) if label else (None, None, None)
    assert found == (path, unit, inline)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("经常性项目", "经常性项目"),
        ("□一次性项目 ☑经常性项目 □中期项目", "经常性项目"),
        ("一次性项目 □ 经常性项目 √", "经常性项目"),
        ('一次性项目 <input type="checkbox"/> 经常性项目 <input checked="" type="checkbox"/>', "经常性项目"),
        ('<input type="checkbox" checked> 新增项目 <input type="checkbox"> 延续项目', "新增项目"),
        ("新增项目□ 延续项目■", "延续项目"),
        ("新增项目□ 延续项目□", ""),
        ("(√) 新增项目 ( ) 延续项目", "新增项目"),
    ],
)
def test_the_ticked_box_decides(text: str, choice: str) -> None:
    assert ticked(text) == choice


def test_nature_and_category_go_by_their_value_not_by_their_label() -> None:
    filing = one(TITLE + "项目名称\t社区球场\t项目类别\t经常性项目\t项目性质\t特定目标类" + INDICATORS)
    assert (filing.project_nature, filing.project_category) == ("经常性项目", "特定目标类")


def test_other_is_a_value_behind_a_field_and_money_elsewhere() -> None:
    filing = one(TITLE + "项目名称\t社区球场\t项目类别\t其他\n年度资金总额\t10\n其他\t3" + INDICATORS)
    assert filing.project_category == "其他"
    assert money(filing) == {"annual_total": "10", "other": "3"}


@pytest.mark.parametrize(
    ("print_", "day"),
    [
        ("2026-01-01", "2026-01-01"),
        ("2026/1/1", "2026-01-01"),
        ("2026年1月1日", "2026-01-01"),
        ("2026.01.01", "2026-01-01"),
    ],
)
def test_a_date_is_read_and_its_print_kept_at_its_place(print_: str, day: str) -> None:
    (found,) = located(TITLE + f"项目名称\t社区球场\n起始日期\t{print_}" + INDICATORS)
    assert found.filing.start_date == dt.date.fromisoformat(day)
    assert found.places["start_date"].text == print_
    assert found.filing.printed == {}


@pytest.mark.parametrize("print_", ["2026-02-30", "年初", "2026年13月"])
def test_a_date_that_is_none_stays_as_printed(print_: str) -> None:
    filing = one(TITLE + f"项目名称\t社区球场\n起始日期\t{print_}" + INDICATORS)
    assert filing.start_date is None
    assert filing.printed == {"start_date": print_}


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2027年1月至2029年2月", dt.date(2027, 1, 1), dt.date(2029, 2, 28)),
        ("2027.03-2027.11", dt.date(2027, 3, 1), dt.date(2027, 11, 30)),
        ("2027年—2028年", dt.date(2027, 1, 1), dt.date(2028, 12, 31)),
    ],
)
def test_a_period_printed_to_the_month_or_year_runs_over_whole_ones(period: str, start: dt.date, end: dt.date) -> None:
    filing = one(TITLE + f"项目名称\t社区球场\n项目起止时间\t{period}" + INDICATORS)
    assert (filing.start_date, filing.end_date) == (start, end)
    assert set(filing.printed) == {"start_date", "end_date"}


def test_a_period_gives_both_dates() -> None:
    filing = one(TITLE + "项目名称\t社区球场\n项目起止时间\t2026年3月1日至2027年2月28日" + INDICATORS)
    assert (filing.start_date, filing.end_date) == (dt.date(2026, 3, 1), dt.date(2027, 2, 28))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("财政项目支出绩效目标申报表\n(2026 年度)\n", 2026),
        ("财政项目支出绩效目标申报表（2026年度）\n", 2026),
        ("2026年项目支出绩效目标申报表\n", 2026),
        ("项目支出绩效目标申报表\n预算年度\t2026\n", 2026),
        ("项目支出绩效目标申报表\n起始日期\t2026-01-01\t结束日期\t2026-12-31\n", 2026),
        ("项目支出绩效目标申报表\n起始日期\t2026-01-01\t结束日期\t2027-12-31\n", None),
        ("项目支出绩效目标申报表\n", None),
    ],
)
def test_the_year_is_the_printed_one_or_that_of_dates_within_one_year(text: str, year: int | None) -> None:
    assert one(text + "项目名称\t社区球场" + INDICATORS).year == year


@pytest.mark.parametrize(
    ("sheet", "cell", "amount", "printed"),
    [
        ("", "66", "66", None),
        ("", "￥1,066.50", "1066.50", None),
        ("", "66.00万元", "660000.00", "66.00万元"),
        ("金额单位：万元\n", "66.00", "660000.00", "66.00万元"),
        ("单位：万元\n", "66", "660000", "66万元"),
        ("金额单位：元\n", "66.00万元", "660000.00", "66.00万元"),
        ("项目资金（万元）\t", "0.5", "5000.0", "0.5万元"),
    ],
)
def test_money_is_in_yuan_whatever_unit_the_sheet_prints(
    sheet: str, cell: str, amount: str, printed: str | None
) -> None:
    filing = one(TITLE + sheet + f"年度资金总额\t{cell}\n项目名称\t社区球场" + INDICATORS)
    assert money(filing) == {"annual_total": amount}
    assert filing.printed.get("funding.annual_total") == printed


def test_seal_and_unit_on_the_line_of_the_office_are_no_part_of_its_name() -> None:
    head = "附件2：项目支出绩效目标申报表\n填报单位（盖章）：某区体育局        金额单位：万元\n"
    filing = one(head + "年度资金总额\t12\n项目名称\t社区球场" + INDICATORS)
    assert (filing.form, filing.implementer) == ("项目支出绩效目标申报表", "某区体育局")
    assert money(filing) == {"annual_total": "120000"}


@pytest.mark.parametrize("cell", ["约二十来万", "见附件", "9" * 30])
def test_money_that_cannot_be_understood_is_null_and_its_print_kept(cell: str) -> None:
    filing = one(TITLE + f"年度资金总额\t{cell}\n项目名称\t社区球场" + INDICATORS)
    assert money(filing) == {}
    assert filing.printed == {"funding.annual_total": cell}


@pytest.mark.parametrize("cell", ["", "-", "——", "/", "无"])
def test_a_blank_amount_is_null(cell: str) -> None:
    filing = one(TITLE + f"年度资金总额\t{cell}\t\n项目名称\t社区球场" + INDICATORS)
    assert (money(filing), filing.printed) == ({}, {})


TREE = """项目资金\t一、项目总预算：120\t\t\t
\t二、当年预算：\t\t\t80\t
\t（一）财政拨款：\t\t70\t
\t1. 上级财政拨款：\t\t20\t
\t2. 本级财政安排：\t\t50\t
（二）其他资金：\t\t10\t\t
"""


def test_parts_printed_below_the_year_belong_to_the_year() -> None:
    filing = one(TITLE + "项目名称\t社区球场\n" + TREE + INDICATORS)
    assert money(filing) == {
        "project_total": "120", "annual_total": "80", "current_appropriation": "70", "other": "10",
        "upper_level": "20", "own_level": "50",
    }  # fmt: skip


def test_a_lone_other_amount_belongs_to_the_column_it_stands_in() -> None:
    form = [
        [B("财政项目支出绩效目标申报表", 4)],
        [B("项目名称"), B("社区球场", 3)],
        [B("项目资金总额"), B("120"), B("年度资金申请总额"), B("80")],
        [B("其他资金"), B("40"), B(""), B("")],
        [B("一级指标"), B("二级指标"), B("三级指标"), B("指标值")],
        [B("产出指标"), B("数量指标"), B("修缮球场"), B("6片")],
    ]
    assert money(one(layouts.exact(form))) == {"project_total": "120", "annual_total": "80", "project_other": "40"}


def test_goals_stand_below_their_heads_or_beside_their_labels() -> None:
    below = one(
        TITLE + "项目名称\t社区球场\n绩效目标\t项目总目标\t\t年度总目标\n\t三年修缮球场。\t\t年内修缮6片。" + INDICATORS
    )
    beside = one(TITLE + "项目名称\t社区球场\n项目总目标\t三年修缮球场。\n年度绩效目标：年内修缮6片。" + INDICATORS)
    assert (below.overall_goal, below.annual_goal) == ("三年修缮球场。", "年内修缮6片。")
    assert (beside.overall_goal, beside.annual_goal) == ("三年修缮球场。", "年内修缮6片。")


def test_a_goal_that_names_no_period_is_the_year_s_unless_the_year_has_its_own() -> None:
    alone = one(TITLE + "项目名称\t社区球场\n总体目标\t修缮6片。" + INDICATORS)
    both = one(TITLE + "项目名称\t社区球场\n总体目标\t三年修缮球场。\n年度目标\t修缮6片。" + INDICATORS)
    heads = one(TITLE + "项目名称\t社区球场\n总目标\t本年度目标\n三年修缮球场。\t修缮6片。" + INDICATORS)
    assert (alone.overall_goal, alone.annual_goal) == (None, "修缮6片。")
    assert (both.overall_goal, both.annual_goal) == ("三年修缮球场。", "修缮6片。")
    assert (heads.overall_goal, heads.annual_goal) == ("三年修缮球场。", "修缮6片。")


def test_markup_in_a_goal_stays_and_line_breaks_of_a_cell_vanish() -> None:
    form = [
        [B("项目名称"), B("社区球场")],
        [B("年度总体目标"), B("<p>修缮社区\n球场，使用 open \nsource 软件。</p>")],
        [B("一级指标"), B("三级指标")],
        [B("产出指标"), B("修缮\n球场")],
    ]
    filing = one(layouts.exact(form))
    assert filing.annual_goal == "<p>修缮社区球场，使用 open source 软件。</p>"
    assert filing.indicators[0].name == "修缮球场"


def test_narrative_keeps_its_labels_and_people_are_left_out() -> None:
    text = (
        "项目名称\t社区球场\n项目负责人\t某甲\t联系人：\t某乙\t联系电话：\t00000000\n项目概况\t球场老旧。\n"
        "项目立项情况\t依据：区政府年度计划。\n\t必要性：居民需要。\n实施计划：六月完工。\n填表人：某丙"
    )
    filing = one(TITLE + text + INDICATORS + "审核人：某丁\t\t\n")
    assert filing.narrative == "项目概况：球场老旧。\n依据：区政府年度计划。\n必要性：居民需要。\n实施计划：六月完工。"
    assert not any(word in filing.model_dump_json() for word in ("某甲", "某乙", "某丙", "某丁", "00000000"))


THREE_SHEETS = """财政项目支出绩效目标申报表（项目总体情况）
（2020年）
项目名称\t{name}\t
项目总预算：100
年度绩效目标\t{goal}
财政项目支出绩效目标申报表（绩效目标）
（2020年）
项目名称：{name}
一级目标\t二级目标\t三级目标\t目标值
产出目标\t数量\t{indicator}\t6片
项目内容\t项目明细\t明细金额\t单价\t数量
球场\t{indicator}\t100.00\t50.00\t2.00
金额合计\t\t----\t----\t----
项目支出绩效目标申报表(制度保障)
(2020年)
项目名称：{name}\t\t
制度保障\t文件名称\t具体措施
"""


def test_three_sheets_of_one_project_are_one_filing() -> None:
    first = THREE_SHEETS.format(name="社区球场", goal="修缮球场。", indicator="修缮球场")
    second = THREE_SHEETS.format(name="社区泳池", goal="修缮泳池。", indicator="修缮泳池")
    pitch, pool = filings(first + second)
    assert (pitch.project_name, pool.project_name) == ("社区球场", "社区泳池")
    assert [len(filing.indicators) for filing in (pitch, pool)] == [1, 1]
    assert [filing.budget_lines[0].item for filing in (pitch, pool)] == ["修缮球场", "修缮泳池"]
    assert (pitch.form, pitch.annual_goal) == ("财政项目支出绩效目标申报表", "修缮球场。")


def test_budget_lines_are_found_by_their_numbers_wherever_they_slid() -> None:
    head = "\t项目名称\t项目内容\t项目明细\t\t\t明细金额\t单价\t依据\t数量\t依据\t备注\n"
    text = (
        "项目构成分解\t社区球场\t球场\t灯具\t2400.00\t100.00\t\t24.00\t\t\t年度项目\t\n"
        "\t社区球场\t球场\t围网\t\t\t900.00\t450.00\t\t2.00\t\t年度项目\n"
        "社区球场\t球场\t地坪\t6000.00\t6000.00\t\t1.00\t\t年度项目\t\n"
        "金额合计\t\t\t\t\t\t\t----\t----\t----\t----\t\n"
    )
    lines = one(TITLE + "项目名称\t社区球场" + INDICATORS + head + text).budget_lines
    assert [(line.item, str(line.amount), str(line.unit_price), str(line.quantity), line.note) for line in lines] == [
        ("灯具", "2400.00", "100.00", "24.00", "年度项目"),
        ("围网", "900.00", "450.00", "2.00", "年度项目"),
        ("地坪", "6000.00", "6000.00", "1.00", "年度项目"),
    ]


def test_a_budget_line_without_amount_keeps_its_quantity_below_the_head_of_quantities() -> None:
    head = "\t项目明细\t明细金额\t单价\t数量\t单位\t备注\n"
    text = (
        "项目构成分解\t道闸\t\t\t12\t套\t\n"
        "项目构成分解\t车位检测器\t48,000.00\t60.00\t800\t个\t\n"
        "项目构成分解\t\t平台服务\t52,000.00\t\t\t\n"
    )
    lines = one(TITLE + "项目名称\t停车系统运维" + INDICATORS + head + text).budget_lines
    assert [(line.item, line.amount, line.quantity, line.unit) for line in lines] == [
        ("道闸", None, Decimal(12), "套"),
        ("车位检测器", Decimal("48000.00"), Decimal(800), "个"),
        ("平台服务", Decimal("52000.00"), None, None),
    ]


def test_several_amounts_in_one_cell_are_taken_apart_but_a_sentence_is_not() -> None:
    cell = "年度资金总额：100万元 其中：财政拨款80万元；其他资金：20万元"
    filing = one(
        TITLE
        + f"项目名称\t社区球场\n项目资金\t{cell}\n项目概况\t年度资金总额100万元，其中财政拨款不足部分自筹。"
        + INDICATORS
    )
    assert money(filing) == {"annual_total": "1000000", "current_appropriation": "800000", "other": "200000"}
    assert (filing.narrative or "").startswith("项目概况：年度资金总额100万元")


def test_the_profile_follows_labels_region_and_year() -> None:
    head = (
        "\n年度资金申请总额\t10\n一级指标\t二级指标\t三级指标\t年度(/项目)指标值\n产出指标\t数量指标\t修缮球场\t6片\n"
    )
    form = "财政项目支出绩效目标申报表\n（{year}年度）\n项目名称\t社区球场\n主管部门\t{office}" + head
    profiles = [
        one(form.format(year=year, office=office)).profile
        for year, office in ((2026, "上海市某区体育局"), (2025, "某区体育局"), (2026, "浙江省某市体育局"))
    ]
    assert profiles == ["shanghai-2026", "shanghai-2025", "generic"]
