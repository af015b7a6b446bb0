"""Which of two offices carries a project out, cells that hold a label and its amount, and a unit above all forms."""

from __future__ import annotations

import pytest
from builders import Box, Rows, to_html
from forms import filings, money

from drafter.filing import Filing
from drafter.reading import read_bytes

B = Box

TABLE: Rows = [
    [B("一级指标"), B("二级指标"), B("三级指标"), B("指标值")],
    [B("产出指标"), B("数量指标"), B("检修水闸"), B("≥14座")],
    [B("满意度指标"), B("服务对象满意度指标"), B("灌区农户满意度"), B("≥90%")],
]


def _filing(*fields: list[Box]) -> Filing:
    form: Rows = [[B("项目支出绩效目标表", 4)], [B("（2026年度）", 4)], *fields, *TABLE]
    (found,) = read_bytes(to_html(form), "表.html").filings
    return found.filing


FILLED_IN = [B("填报单位：某市水务局", 4)]
CARRIED_OUT = [B("项目名称"), B("水闸检修"), B("项目实施单位"), B("某市灌区管理处")]


def test_the_office_that_carries_a_project_out_comes_before_the_one_that_fills_in_its_form() -> None:
    assert _filing(FILLED_IN, CARRIED_OUT).implementer == "某市灌区管理处"
    assert _filing(CARRIED_OUT, FILLED_IN).implementer == "某市灌区管理处"
    assert _filing(FILLED_IN, CARRIED_OUT[:2]).implementer == "某市水务局"


def test_a_label_nobody_listed_and_its_value_are_no_part_of_the_field_before_them() -> None:
    filing = _filing(CARRIED_OUT[:2], [B("主管部门"), B("某市水务局"), B("支持方向"), B("灌排设施")])
    assert filing.department == "某市水务局"


def test_money_of_the_centre_and_the_province_comes_from_above() -> None:
    for label in ("其中：中央及自治区资金", "中央和省级补助", "中央财政及省级财政补助资金"):
        assert money(_filing(CARRIED_OUT, [B(label), B("30.00"), B("其他资金（万元）"), B("2.00")]))["upper_level"] == (
            "300000.00"
        )


PIPES = """\
# 某县水利局2026年项目绩效目标

{above}

## 水闸检修绩效目标表

| 项目名称 | 水闸检修 | 预算数 146.50 | 其中：财政资金 140.00 | 其他资金 6.50 |
| 年度目标 | 检修水闸14座。 |

| 一级指标 | 二级指标 | 三级指标 | 指标值 |
| 产出指标 | 数量指标 | 检修水闸 | ≥14座 |
"""


@pytest.mark.parametrize(("above", "total"), [("单位：万元", "1465000.00"), ("金额单位：元", "146.50")])
def test_a_cell_holds_a_label_and_its_amount_in_the_unit_above_all_forms(above: str, total: str) -> None:
    (filing,) = filings(PIPES.format(above=above))
    assert money(filing)["annual_total"] == total
