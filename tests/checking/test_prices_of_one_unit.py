"""Prices and counts of a unit that nothing else in the table has, and prices per person however persons are counted."""

import pytest

from tests.checking.rows import filing, said

FUNDING = {"annual_total": "6200000.00"}
LAMPS = "产出指标 | 数量指标 | 更换照明设施数量 | 4200盏"
BOXES = "产出指标 | 数量指标 | 新建控制箱数量 | 64台"


def _prices(lamp: str, box: str) -> list[str]:
    rows = (
        f"成本指标 | 经济成本指标 | 单灯成本 | {lamp}",
        f"成本指标 | 经济成本指标 | 控制箱单价 | {box}",
        LAMPS,
        BOXES,
    )
    return said("ARI003", filing(*rows, funding=FUNDING))


def test_a_price_and_a_count_of_a_unit_of_their_own_multiply() -> None:
    assert _prices("≤1400元/盏", "≤5000元/台") == []
    assert _prices("≤1400元/盏", "≤50000元/台") == ["warning"]
    assert _prices("≤14000元/盏", "≤5000元/台") == ["warning"]


def test_units_of_every_sort_tell_nothing() -> None:
    rows = ("成本指标 | 经济成本指标 | 讲座课酬标准 | 90000元/个", "产出指标 | 数量指标 | 更新课桌数量 | 400个")
    assert said("ARI003", filing(*rows, funding=FUNDING)) == []


@pytest.mark.parametrize(("price", "codes"), [("105", ["warning"]), ("150", [])])
def test_a_price_per_person_is_one_for_persons_and_visits(price: str, codes: list[str]) -> None:
    rows = ("成本指标 | 经济成本指标 | 人均体检补助标准 | 150元/人次", "产出指标 | 数量指标 | 体检人次 | 900人次")
    goal = f"组织体检900人次，人均体检补助{price}元。"
    assert said("ARI009", filing(*rows, annual_goal=goal, funding=FUNDING)) == codes


@pytest.mark.parametrize(
    ("goal", "row", "found"),
    [
        ("参训学员每人每天补助伙食费50元。", "参训学员住宿费标准 | ≤200元/人·天", []),
        ("参训学员每人每天补助伙食费50元。", "参训学员伙食费标准 | ≤60元/人·天", ["warning"]),
        ("每户发放搬迁奖励5000元。", "每户搬迁过渡安置费 | 3000元/户", []),
        ("孤儿生活费每人每月1800元（集中供养2200元）。", "集中供养孤儿生活费标准 | 2200元/人·月", []),
        ("中央财政每亩补助60元，其余由省级承担。", "每亩补助标准 | 100元/亩", []),
        ("按每亩补助60元的标准实施。", "每亩补助标准 | 100元/亩", ["warning"]),
    ],
)
def test_two_prices_of_one_unit_are_one_only_where_the_row_names_nothing_else(
    goal: str, row: str, found: list[str]
) -> None:
    assert said("ARI009", filing(f"成本指标 | 经济成本指标 | {row}", annual_goal=goal, funding=FUNDING)) == found
