"""A price that the goal bounds beside the row that bounds it too; and prices by the month printed in 万."""

import pytest

from tests.checking.rows import filing, said

ROW = "成本指标 | 经济成本指标 | 亩均投资 | {}元/亩"


@pytest.mark.parametrize(
    ("value", "found"),
    [("≤2400", []), ("≤4400", ["warning"]), ("≤1400", ["warning"]), ("=2300", []), ("=2600", ["warning"])],
)
def test_two_limits_of_one_price_are_one_number(value: str, found: list[str]) -> None:
    goal = "改造梯田3万亩，亩均投资不超过2400元，工程质量合格。"
    assert said("ARI009", filing(ROW.format(value), annual_goal=goal)) == found


@pytest.mark.parametrize(("price", "found"), [("4500", []), ("4200", []), ("4800", ["warning"])])
def test_a_line_below_the_limit_keeps_it(price: str, found: list[str]) -> None:
    lines = [{"item": "自助终端", "unit_price": price, "quantity": "20", "unit": "套", "amount": str(20 * int(price))}]
    goal = "采购自助终端20套，终端单价控制在4500元以内。"
    row = "产出指标 | 数量指标 | 自助终端采购数量 | 20套"
    assert said("ARI009", filing(row, annual_goal=goal, budget_lines=lines)) == found


@pytest.mark.parametrize(
    ("price", "found"), [("180000.00", []), ("18000.00", []), ("175000.00", ["warning"]), ("15000.00", [])]
)
def test_a_monthly_price_in_wan_beside_a_line_by_the_year(price: str, found: list[str]) -> None:
    lines = [{"item": "驻场运维", "unit_price": price, "quantity": "5", "unit": "人", "amount": str(float(price) * 5)}]
    goal = "驻场运维费用控制在每人每月1.5万元以内。"
    row = "产出指标 | 数量指标 | 驻场工程师人数 | 5人"
    expected = found if price != "18000.00" else ["warning"]
    assert said("ARI009", filing(row, annual_goal=goal, budget_lines=lines)) == expected


@pytest.mark.parametrize(
    ("said_so", "target", "found"),
    [
        ("九成", "≥90%", []),
        ("八成以上", "≥80%", []),
        ("九成五", "≥95.00%", []),
        ("九成", "≥92%", ["info"]),
        ("九成", "≥80%", ["warning"]),
    ],
)
def test_tenths_are_the_percentage_they_name(said_so: str, target: str, found: list[str]) -> None:
    one = filing(f"满意度指标 | 服务对象满意度指标 | 学员满意度 | {target}", annual_goal=f"学员满意度达到{said_so}。")
    assert said("MAT001", one) == found


@pytest.mark.parametrize(("second", "found"), [("6000", []), ("7000", ["warning"])])
def test_prices_given_respectively_are_those_of_the_list_before(second: str, found: list[str]) -> None:
    rows = [
        f"成本指标 | 经济成本指标 | {name}日常养护单价 | ≤{price}元/公里"
        for name, price in (("县道", 12000), ("乡道", 6000), ("村道", 3000))
    ]
    roads = "对全县县道312公里、乡道680公里和村道1560公里实行常态化管养"
    goal = f"{roads}，每公里日常养护经费分别为1.2万元、{second}元和3000元。"
    assert said("ARI009", filing(*rows, annual_goal=goal, funding={"annual_total": "20000000.00"})) == found
