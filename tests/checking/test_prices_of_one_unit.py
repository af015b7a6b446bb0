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
