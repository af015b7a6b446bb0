"""Names that a PDF's text breaks around their values, which stand in the middle of the row."""

from __future__ import annotations

import pytest
from forms import one, rows, unsure

HEAD = (
    "部门预算项目支出绩效目标申报表\n(2024年度)\n项目名称 排水管网检测\n年度目标 完成46公里管网检测。\n"
    "一级指标 二级指标 三级指标 指标性质 指标值 计量单位\n"
)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["溯源排查排水口"], ["数量"]),
        (["老旧小区雨污"], ["混接点改造"]),
        (["城区雨污混接", "点位排查后"], ["整改完成的", "个数"]),
    ],
)
@pytest.mark.parametrize("following", ["质量指标 验收通过率 ＝ 100 %", "验收通过率 ＝ 100 %"])
def test_values_in_the_middle_of_their_name(above: list[str], below: list[str], following: str) -> None:
    lines = ["产出指标 数量指标 检测管网长度 ≥ 46 公里", *above, "＝ 120 个", *below, following]
    filing = one(HEAD + "\n".join(lines) + "\n满意度指标 服务对象满意度指标 居民满意度 ≥ 88 %\n")
    assert [(name, value) for _, _, name, value in rows(filing)] == [
        ("检测管网长度", "≥46(公里)"), ("".join(above + below), "＝120(个)"), ("验收通过率", "＝100(%)"),
        ("居民满意度", "≥88(%)"),
    ]  # fmt: skip
    assert unsure(filing) == []


def test_two_such_names_one_below_the_other() -> None:
    lines = ["产出指标 数量指标", "溯源排查排水口", "＝ 120 个", "数量", "检查井检测", "≥ 300 座", "完成数"]
    filing = one(HEAD + "\n".join(lines) + "\n满意度指标 服务对象满意度指标 居民满意度 ≥ 88 %\n")
    assert [(name, value) for _, _, name, value in rows(filing)][:2] == [
        ("溯源排查排水口数量", "＝120(个)"), ("检查井检测完成数", "≥300(座)"),
    ]  # fmt: skip


def test_where_one_line_stands_between_two_values_both_names_are_unsure() -> None:
    lines = ["产出指标 数量指标", "溯源排查排水口", "＝ 120 个", "检查井检测", "≥ 300 座"]
    filing = one(HEAD + "\n".join(lines) + "\n满意度指标 服务对象满意度指标 居民满意度 ≥ 88 %\n")
    assert unsure(filing) == [name for _, _, name, _ in rows(filing)][:2]


@pytest.mark.parametrize(
    "printed",
    [
        "年度资金总额： 318.00 万元",
        "年度资金总额： 318.00 （万元）",
        "年度资金总额\t318.00\t万元",
        "年度资金总额\t万元\t318.00",
    ],
)
def test_an_amount_has_the_unit_that_stands_beside_it(printed: str) -> None:
    gap = "\t" if "\t" in printed else " "
    form = f"项目支出绩效目标申报表\n（2024年度）\n项目名称{gap}排水管网检测\n{printed}\n"
    table = gap.join(("一级指标", "二级指标", "三级指标", "指标值")) + "\n"
    table += gap.join(("产出指标", "数量指标", "检测管网长度", "46公里")) + "\n"
    assert one(form + table).funding.annual_total == 3_180_000


def test_of_several_amounts_below_unknown_heads_none_is_taken() -> None:
    table = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t检测管网长度\t46公里\n"
    fields = "项目名称\t排水管网检测\n资金来源（元）\t\t甲案\t乙案\n财政拨款\t\t200000\t198000\n"
    filing = one("项目支出绩效目标申报表\n" + fields + table)
    assert filing.funding.current_appropriation is None
    assert "200000" in filing.printed["funding"]


def test_money_with_a_column_a_year_is_read_in_lines() -> None:
    lines = ["资金来源（万元）", "项目", "上年度预算安排", "上年度实际执行", "本年度申请金额"]
    lines += ["合计", "20.00", "19.80", "21.62", "财政拨款", "20.00", "19.80", "21.62", "其他资金", "0", "0"]
    table = ["一级指标", "二级指标", "三级指标", "指标值", "产出指标", "数量指标", "检测管网长度", "46公里"]
    filing = one("\n".join(["项目支出绩效目标申报表", "项目名称", "排水管网检测", *lines, *table]))
    funding = filing.funding
    assert (funding.annual_total, funding.current_appropriation, funding.other) == (216_200, 216_200, None)
    assert (funding.last_year_budget, funding.last_year_execution) == (200_000, 198_000)


def test_in_lines_a_label_nobody_listed_is_no_part_of_the_value_above() -> None:
    fields = [
        "项目名称",
        "康复驿站建设",
        "主管部门",
        "临川市残疾人联合会",
        "预算一体化编码",
        "3602",
        "年度目标",
        "新建15个驿站。",
    ]
    table = ["一级指标", "二级指标", "三级指标", "指标值", "产出指标", "数量指标", "新建驿站数", "15个"]
    filing = one("\n".join(["项目支出绩效目标申报表", *fields, *table]))
    assert (filing.project_name, filing.department) == ("康复驿站建设", "临川市残疾人联合会")


@pytest.mark.parametrize("gap", [" ", "\t"])
def test_a_unit_broken_off_the_label_of_the_block_holds_for_the_amounts_above(gap: str) -> None:
    lines = [
        ["项目名称", "草原有害生物防治"],
        ["项目资金", "年度资金总额", "245.00", "其中：财政拨款", "245.00"],
        ["（万元）"],
    ]
    lines += [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "虫害防治面积", "≥32万亩"]]
    filing = one("\n".join(["项目支出绩效目标表", *(gap.join(line) for line in lines)]))
    assert (filing.funding.annual_total, filing.funding.current_appropriation) == (2_450_000, 2_450_000)
