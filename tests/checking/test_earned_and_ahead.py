"""Money that people earn or save is no money paid out; what is told ahead is better told earlier."""

import pytest

from tests.checking.rows import filing, run, said

INCOME = "效益指标 | 经济效益指标 | 农户户均增收 | ≥{}元/户"
HOUSEHOLDS = "效益指标 | 社会效益指标 | 带动农户数 | ≥3200户"


@pytest.mark.parametrize(
    "goal",
    [
        "带动农户3200户户均增收2000元。",
        "覆盖参训农户3200户，户均年收入增加2000元。",
        "惠及企业3200家，每家节约用能成本2000元。",
    ],
)
def test_what_is_earned_or_saved_exceeds_no_budget(goal: str) -> None:
    assert said("ARI009", filing(HOUSEHOLDS, annual_goal=goal)) == []


def test_what_is_paid_to_each_still_does() -> None:
    goal = "为3200户农户发放生产补贴，每户2000元。"
    assert said("ARI009", filing(HOUSEHOLDS, annual_goal=goal)) == ["warning"]


@pytest.mark.parametrize(("value", "found"), [("2000", []), ("3000", ["warning"]), ("1000", ["warning"])])
def test_what_each_earns_more_is_that_of_its_row(value: str, found: list[str]) -> None:
    one = filing(INCOME.format(value), HOUSEHOLDS, annual_goal="带动农户3200户户均增收2000元。")
    assert said("ARI009", one) == found


@pytest.mark.parametrize(("limit", "found"), [("4500", []), ("5400", ["warning"]), ("3600", ["warning"])])
@pytest.mark.parametrize("lines", [True, False])
def test_two_limits_of_what_each_costs_are_one_number(limit: str, found: list[str], lines: bool) -> None:
    line = {"item": "监测点", "unit_price": "4500", "quantity": "20", "unit": "处", "amount": "90000"}
    one = filing(
        "成本指标 | 经济成本指标 | 监测点建设单价 | ≤4500元/处",
        annual_goal=f"部署监测点20处，每处监测点建设费用不超过{limit}元。",
        budget_lines=[line] if lines else [],
    )
    assert said("ARI009", one) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("停水提前告知时间", []), ("汛情提前预警时间", []), ("故障响应时间", ["warning"])],
)
def test_a_time_ahead_is_better_longer(name: str, found: list[str]) -> None:
    one = filing(f"产出指标 | 时效指标 | {name} | ≥48小时")
    assert said("VAL006", one) == found


def test_a_system_named_twice_in_other_words_has_two_rows() -> None:
    goal = "保障政务平台36个业务系统稳定运行，完成36个系统的等级保护测评。"
    rows = "产出指标 | 数量指标 | 保障业务系统数量 | =36个", "产出指标 | 数量指标 | 等级保护测评系统数量 | ={}个"
    assert said("MAT001", filing(rows[0], rows[1].format(36), annual_goal=goal)) == []
    agreed = run("MAT001", filing(rows[0], rows[1].format(36), annual_goal=goal)).reconciliation
    places = {ref.path for one in agreed if one.status == "agrees" for ref in one.related}
    assert places == {"indicators[0].target", "indicators[1].target"}
