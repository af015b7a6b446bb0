"""Price rows a point or a zero away from their line, lines that count each time, items that come to the budget."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checking.rows import filing, said

_LINES: list[dict[str, Any]] = [
    {"item": "垃圾桶采购", "unit_price": "60", "quantity": "500", "unit": "个", "amount": "30000.00"},
    {"item": "回收车租赁", "unit_price": "70000", "quantity": "1", "unit": "项", "amount": "70000.00"},
]


@pytest.mark.parametrize(
    ("price", "found"), [("≤60元/个", []), ("≤600元/个", ["warning"]), ("≤6元/个", ["warning"]), ("≤90元/个", [])]
)
def test_a_price_row_is_not_ten_times_its_line(price: str, found: list[str]) -> None:
    rows = (f"成本指标|经济成本指标|垃圾桶采购单价|{price}", "产出指标|数量指标|入户宣传人次|≥900人次")
    assert said("ARI003", filing(*rows, budget_lines=_LINES)) == found


def test_a_price_paid_as_often_as_a_row_says_is_no_slip() -> None:
    rows = ("成本指标|经济成本指标|垃圾桶采购单价|≤6元/个", "产出指标|数量指标|更换次数|10次")
    assert said("ARI003", filing(*rows, budget_lines=_LINES)) == []


def test_a_line_per_ten_thousand_is_brought_to_one_unit() -> None:
    line = {"item": "鱼苗采购", "unit_price": "900", "quantity": "60", "unit": "万尾", "amount": "54000.00"}
    for price, found in (("≤0.09元/尾", []), ("≤0.9元/尾", ["warning"])):
        row = f"成本指标|经济成本指标|鱼苗采购单价|{price}"
        assert said("ARI003", filing(row, "产出指标|质量指标|检疫合格率|=100%", budget_lines=[line])) == found


def test_a_line_may_count_each_time() -> None:
    line = {"item": "劳模慰问", "unit_price": "500", "quantity": "120", "unit": None, "amount": "60000.00"}
    rows = ["成本指标|经济成本指标|劳模慰问标准|=500元/人·次", "产出指标|数量指标|慰问劳模人数|40人"]
    for more, found in (("产出指标|数量指标|慰问次数|3次", []), ("产出指标|数量指标|座谈场次|3场", ["warning"])):
        one = filing(*rows, more, budget_lines=[{**line, "quantity": "120" if not found else "150"}])
        assert [severity for severity in said("ARI003", one) if severity != "info"] == found


@pytest.mark.parametrize(("amount", "found"), [("10.8万元", []), ("18.0万元", ["warning"]), ("6万元", [])])
def test_items_added_up_come_to_the_budget_but_for_a_digit(amount: str, found: list[str]) -> None:
    goal = f"配送午餐，开展义诊，两项共计{amount}。"
    one = filing("产出指标|数量指标|服务次数|≥1次", annual_goal=goal, funding={"annual_total": "108000.00"})
    assert said("ARI012", one) == found


def test_a_price_per_time_is_that_of_all_times_and_not_of_the_rate() -> None:
    goal = "在7座泵站开展检测，每座泵站检测4次，共28次，每次费用{}元，计5.6万元。"
    row = "产出指标|数量指标|检测次数|≥28次"
    assert said("ARI009", filing(row, annual_goal=goal.format(2000))) == []
    assert said("ARI009", filing(row, annual_goal=goal.format(200))) == ["warning"]
