"""Rates of a month behind a year's total, ends of the work in a goal, costs of one year, sums too large alone."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, run, said

_ROW = "产出指标|数量指标|课程场次|≥60场"


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("开设课程60场（每月5场）。", []),
        ("开设课程60场（每月6场）。", ["warning"]),
        ("开设课程60场（平均每季度15场），讲座9场。", []),
        # A mean is rounded: 64 in twelve months are five and a bit.
        ("开设课程64场（平均每月5场）。", []),
        ("开设课程60场（平均每月8场）。", ["warning"]),
        ("在9个乡镇文化站开设课程，每个文化站安排7场，共63场。", []),
        ("在9个乡镇文化站开设课程，每个文化站安排7场，共36场。", ["warning"]),
        ("在9个乡镇开设课程，每个协会安排7场，共36场。", []),
    ],
)
def test_counts_of_each_month_and_of_each_place(goal: str, found: list[str]) -> None:
    assert said("ARI009", filing(_ROW, annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("新建泵站1座，2027年6月底前完工。", ["warning"]),
        ("新建泵站1座，2026年6月底前完工。", []),
        ("新建泵站1座，力争2027年6月底前完工。", []),
        ("到2027年6月底全面建成供水网络。", []),
        ("新建泵站1座，2031年6月底前投入使用。", []),
        ("2027年3月底前开展后评价。", []),
    ],
)
def test_a_goal_does_not_end_the_work_after_the_plan(goal: str, found: list[str]) -> None:
    one = filing(_ROW, overall_goal=goal)
    assert said("TIM006", one) == found


@pytest.mark.parametrize(("name", "count"), [("管护月数", 1), ("保洁服务月数", 1), ("节约月数", 0)])
def test_months_of_a_service_are_those_of_the_plan(name: str, count: int) -> None:
    assert len(said("TIM006", filing(f"产出指标|数量指标|{name}|=15个月"))) == count
    assert said("TIM006", filing(f"产出指标|数量指标|{name}|=12个月")) == []


@pytest.mark.parametrize(("name", "found"), [("年度建设成本", ["error"]), ("建设总成本", []), ("当年支出", ["error"])])
def test_the_cost_of_a_year_is_compared_with_the_year(name: str, found: list[str]) -> None:
    money = {"project_total": "900000.00", "annual_total": "400000.00"}
    assert said("POL005", filing(f"成本指标|经济成本指标|{name}|≤50万元", funding=money)) == found


def test_what_is_sure_may_alone_be_more_than_the_budget() -> None:
    rows = (
        "成本指标|经济成本指标|灭火器采购单价|{}元/具",
        "成本指标|经济成本指标|巡逻人员补助标准|=90元/人·天",
        "产出指标|数量指标|灭火器数量|=300具",
        "产出指标|数量指标|巡逻人员数量|=10人",
    )
    money = {"annual_total": "100000.00"}
    assert said("ARI003", filing(*(row.format("=120") for row in rows), funding=money)) == []
    assert said("ARI003", filing(*(row.format("=1200") for row in rows), funding=money)) == ["error"]
    assert said("ARI003", filing(*(row.format("≤1200") for row in rows), funding=money)) == ["warning"]


@pytest.mark.parametrize(("amount", "found"), [("10万元", []), ("12万元", ["error"])])
def test_the_name_of_the_project_with_its_money_is_the_year_s(amount: str, found: list[str]) -> None:
    one = filing(_ROW, narrative=f"2026年度便民服务{amount}，由县级安排。")
    assert said("XFI007", one) == found
    assert said("ARI012", one) == ["warning" for _ in found]
    other = filing(_ROW, narrative=f"2026年便民服务站改造{amount}。")
    assert run("XFI007", other).findings == run("ARI012", other).findings == []
