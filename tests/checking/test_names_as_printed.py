"""Rows and lines that differ in a word of no weight, bounds without a number, times in brackets, what work rests on."""

import pytest

from drafter.filing import BudgetLine
from tests.checking.rows import filing, said

BUILT = "产出指标 | 数量指标 | 新建充电站数量 | {}个"
RENEWED = "产出指标 | 数量指标 | 改造充电站数量 | 16个"


@pytest.mark.parametrize(("built", "found"), [("12", []), ("21", ["error"])])
def test_a_row_that_the_clause_prints_as_it_stands_is_the_clauses(built: str, found: list[str]) -> None:
    goal = "新建充电站12个，改造充电站16个，方便居民充电。"
    assert said("MAT001", filing(BUILT.format(built), RENEWED, annual_goal=goal)) == found


@pytest.mark.parametrize(("price", "found"), [("3万元/个", []), ("3元/个", ["warning"])])
def test_a_line_printed_in_a_rows_name_is_that_rows(price: str, found: list[str]) -> None:
    rows = (
        "成本指标 | 经济成本指标 | 新建充电站补助标准 | 5万元/个",
        f"成本指标 | 经济成本指标 | 改造充电站补助标准 | {price}",
    )
    lines = [
        BudgetLine(item="新建充电站补助", amount="600000", unit_price="50000", quantity="12", unit="个"),
        BudgetLine(item="改造充电站补助", amount="480000", unit_price="30000", quantity="16", unit="个"),
    ]
    one = filing(*rows, annual_goal="做好充电站建设。", funding={"annual_total": "1080000"}, budget_lines=lines)
    assert said("ARI003", one) == found


@pytest.mark.parametrize("bound", ["不低于", "不超过", "≥", "控制在"])
def test_a_bound_without_a_number_is_cut_off(bound: str) -> None:
    assert said("TXT002", filing(annual_goal=f"更换路灯40盏，亮灯率{bound}，市民出行方便。")) == ["warning"]
    assert said("TXT002", filing(annual_goal=f"更换路灯40盏，亮灯率{bound}98%，市民出行方便。")) == []


@pytest.mark.parametrize(("due", "found"), [("4月底前", []), ("6月底前", ["warning"])])
def test_a_bracket_says_by_when(due: str, found: list[str]) -> None:
    row = f"产出指标 | 时效指标 | 汛前检修完成时间 | 2026年{due}"
    assert said("MAT001", filing(row, annual_goal="汛前（4月底前）完成泵站检修，保障安全度汛。")) == found


def test_what_work_rests_on_is_hardly_a_promise() -> None:
    row = "产出指标 | 数量指标 | 助浴服务人次 | 1200人次"
    goal = "{}47个社区服务站为60周岁以上老年人提供助浴服务1200人次。"
    assert said("MAT002", filing(row, annual_goal=goal.format("依托"))) == ["info"]
    assert said("MAT002", filing(row, annual_goal="新建47个社区服务站，提供助浴服务1200人次。")) == ["warning"]
