"""More kinds of forms: money with a column a year, indicators in two columns, upright labels, goals in blocks."""

from __future__ import annotations

import layouts
import pytest
from builders import Box, Rows
from forms import money, one, rows, unsure

B = Box

# Cities of Shanxi and Heilongjiang, 2015: last year's money beside this year's, second levels alone, levels to reach.
MONEY_OF_THREE_YEARS: Rows = [
    [B("市级部门预算项目支出绩效目标申报表", 6)],
    [B("（2016年度）", 6)],
    [B("项目名称"), B("办公楼消防设施更新", 5)],
    [B("编制单位（盖章）："), B("某市机关事务管理局", 5)],
    [B("资金来源\n（万元）", 1, 4), B("项目"), B("上年度预算安排"), B("上年度实际执行"), B("本年度申请金额", 2)],
    [B("合计"), B("20.00"), B("19.80"), B("21.62", 2)],
    [B("财政拨款"), B("20.00"), B("19.80"), B("20.62", 2)],
    [B("其他资金"), B("0"), B("0"), B("1.00", 2)],
    [B("年度目标"), B("更换消防指示灯400个，消除办公楼安全隐患。", 5)],
    [B("绩效指标", 1, 4), B("二级指标"), B("三级指标"), B("上年度实际水平"), B("本年度计划水平"),
     B("指标内容/计算公式")],
    [B("目标完成程度", 1, 2), B("更换指示灯数量"), B("350个"), B("400个"), B("实际更换数")],
    [B("设备完好率"), B("95%"), B("98%"), B("完好数/总数")],
    [B("项目实施效益"), B("安全事故发生次数"), B("1次"), B("0次"), B("事故统计")],
]  # fmt: skip

# Indicators in two columns of one page; no other period is meant.
TWO_COLUMNS: Rows = [
    [B("部门预算项目绩效目标表", 7)],
    [B("（2024年度）", 7)],
    [B("项目名称"), B("公共图书馆夜间开放", 3), B("实施单位"), B("某市图书馆", 2)],
    [B("年度预算（万元）"), B("45.50", 3), B("其中：财政拨款"), B("45.50", 2)],
    [B("年度绩效目标"), B("夜间开放300天，接待读者6万人次。", 6)],
    [B("一级指标"), B("二级指标"), B("三级指标"), B("指标值"), B("二级指标"), B("三级指标"), B("指标值")],
    [B("产出指标"), B("数量指标"), B("夜间开放天数"), B("300天"), B("质量指标"), B("设备完好率"), B("≥98%")],
    [B("效益指标"), B("社会效益指标"), B("接待读者人次"), B("≥6万人次"), B("可持续影响指标"), B("制度健全性"),
     B("健全")],
    [B("满意度指标"), B("服务对象满意度指标"), B("读者满意度"), B("≥95%"), B(""), B(""), B("")],
]  # fmt: skip

# Central ministries, 2023 on: upright labels, the score of the execution beside the money, weights that sum up to 90.
UPRIGHT_LABELS: Rows = [
    [B("项目支出绩效目标表", 6)],
    [B("（2024年度）", 6)],
    [B("项目名称", 2), B("水文监测站网运行维护", 4)],
    [B("主管部门及代码", 2), B("[126]水利部", 2), B("实施单位"), B("某流域水文局")],
    [B("项目资金\n（万元）", 2, 4), B("年度资金总额："), B("1,268.35", 2), B("执行率分值\n(10)", 1, 4)],
    [B("其中：财政拨款"), B("1,250.00", 2)],
    [B("上年结转"), B("18.35", 2)],
    [B("其他资金"), B("-", 2)],
    [B("年\n度\n总\n体\n目\n标"), B("完成300处水文站运行维护，报汛到报率保持在98%以上。", 5)],
    [B("绩\n效\n指\n标", 1, 4), B("一级指标"), B("二级指标"), B("三级指标"), B("指标值"), B("分值权重\n(90)")],
    [B("成本指标"), B("经济成本指标"), B("单站年均运维成本"), B("≤4.2万元"), B("30")],
    [B("产出指标"), B("数量指标"), B("维护水文站数量"), B("≥300处"), B("40")],
    [B("满意度指标"), B("服务对象满意度指标"), B("用户单位满意度"), B("≥95%"), B("20")],
]

# Hubei: indicators of the long term in a table of their own, each goal with its block.
GOALS_IN_BLOCKS: Rows = [
    [B("省级项目绩效目标表", 6)],
    [B("（2025年）", 6)],
    [B("项目名称"), B("地质灾害监测预警", 2), B("项目当年预算（万元）"), B("520", 2)],
    [B("长期绩效目标表", 6)],
    [B("目标名称"), B("一级指标"), B("二级指标"), B("指标名称"), B("指标值"), B("绩效标准")],
    [B("长期绩效目标1"), B("产出指标"), B("数量指标"), B("监测点数量"), B("900处"), B("计划标准")],
    [B("年度绩效目标表", 6)],
    [B("目标名称"), B("一级指标"), B("二级指标"), B("指标名称"), B("指标值"), B("绩效标准")],
    [B("年度绩效目标1"), B("产出指标"), B("数量指标"), B("监测点数量"), B("300处"), B("计划标准")],
    [B("年度绩效目标2"), B("效益指标"), B("社会效益指标"), B("成功预报起数"), B("≥10起"), B("历史标准")],
]


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes"])
def test_of_money_with_a_column_a_year_this_years_is_the_budget(carrier: str) -> None:
    form = MONEY_OF_THREE_YEARS if carrier == "exact" else _joined(MONEY_OF_THREE_YEARS)
    filing = one(getattr(layouts, carrier)(form))
    assert money(filing) == {
        "annual_total": "216200.00", "current_appropriation": "206200.00", "other": "10000.00",
        "last_year_budget": "200000.00", "last_year_execution": "198000.00",
    }  # fmt: skip
    assert [row.target and row.target.raw for row in filing.indicators] == ["400个", "98%", "0次"]


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes"])
def test_indicators_in_two_columns_of_a_page_are_all_read(carrier: str) -> None:
    filing = one(getattr(layouts, carrier)(TWO_COLUMNS))
    assert sorted(rows(filing)) == sorted([
        ("产出指标", "数量指标", "夜间开放天数", "300天"),
        ("效益指标", "社会效益指标", "接待读者人次", "≥6万人次"),
        ("满意度指标", "服务对象满意度指标", "读者满意度", "≥95%"),
        ("产出指标", "质量指标", "设备完好率", "≥98%"),
        ("效益指标", "可持续影响指标", "制度健全性", "健全"),
    ])  # fmt: skip
    assert unsure(filing) == []


def test_indicators_in_two_columns_given_in_lines_are_all_read() -> None:
    filing = one(layouts.lines(TWO_COLUMNS))
    assert sorted((name, value) for _, _, name, value in rows(filing)) == [
        ("制度健全性", "健全"), ("夜间开放天数", "300天"), ("接待读者人次", "≥6万人次"), ("设备完好率", "≥98%"),
        ("读者满意度", "≥95%"),
    ]  # fmt: skip


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes", "lines"])
def test_upright_labels_and_scores_beside_the_money(carrier: str) -> None:
    form = UPRIGHT_LABELS if carrier == "exact" else _joined(UPRIGHT_LABELS)
    filing = one(getattr(layouts, carrier)(form))
    assert money(filing) == {
        "annual_total": "12683500.00", "current_appropriation": "12500000.00", "carryover": "183500.00"
    }  # fmt: skip
    assert (filing.annual_goal or "").startswith("完成300处")
    assert [row[3] for row in rows(filing)] == ["≤4.2万元", "≥300处", "≥95%"]
    assert [str(row.weight) for row in filing.indicators] == ["30", "40", "20"]


def _joined(form: Rows) -> Rows:
    return [[box._replace(text=box.text.replace("\n", "")) for box in row] for row in form]


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes"])
def test_a_table_of_the_long_term_is_left_to_it(carrier: str) -> None:
    filing = one(getattr(layouts, carrier)(GOALS_IN_BLOCKS))
    assert [row[2:] for row in rows(filing)] == [("监测点数量", "300处"), ("成功预报起数", "≥10起")]


def test_offices_that_buy_services_and_run_partnerships_are_known() -> None:
    filing = one(
        "政府购买服务项目绩效目标表\n（2026年度）\n购买服务项目名称\t养老机构消防巡检\n购买主体\t某区民政局\n"
        "预算金额（万元）\t36.00\n服务期限\t2026年1月至2026年12月\n绩效目标\t巡检养老机构45家。\n"
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t巡检养老机构家数\t45家"
    )
    assert (filing.project_name, filing.implementer) == ("养老机构消防巡检", "某区民政局")
    assert money(filing) == {"annual_total": "360000.00"}
