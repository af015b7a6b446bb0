"""Free text: a number is a price, a count or a sum as its words say, and none is made of two that stand together."""

from decimal import Decimal

import pytest

from drafter.drafting import draft, load_brief


def _items(text: str) -> list[tuple]:
    return [(item.name, item.quantity, item.unit, item.unit_price) for item in load_brief(text, ".txt").items]


@pytest.mark.parametrize(
    ("text", "prices", "total"),
    [
        ("2027年买灭火器200个单价85 总共1.7万", [85], 17000),
        ("2027年买灭火器200个单价85总共1.7万", [85], 17000),
        ("2027年买灭火器200个单价85 总共8.9万 消防水带50盘单价1440 验收合格率100%", [85, 1440], 89000),
        ("2027年买灭火器200个单价85 预算17000", [85], 17000),
    ],
)
def test_a_price_without_yuan_is_no_part_of_the_sum_behind_a_blank(text, prices, total):
    brief = load_brief(text, ".txt")
    assert [item.unit_price for item in brief.items] == [Decimal(price) for price in prices]
    assert brief.budget_total == Decimal(total)


@pytest.mark.parametrize(
    ("text", "items", "total"),
    [
        ("2027年购买打印机5台 3200一台 共16000", [("打印机", 5, "台", 3200)], 16000),
        ("2027年购买打印机5台，打印机3200一台，总共16000", [("打印机", 5, "台", 3200)], 16000),
        ("2027年买椅子20把 800块一把", [("椅子", 20, "把", 800)], None),
        ("2027年补种月季三千株 10元一株，总预算3万", [("月季补种", 3000, "株", 10)], 30000),
    ],
)
def test_a_number_before_one_of_a_thing_is_its_price(text, items, total):
    assert _items(text) == items
    assert load_brief(text, ".txt").budget_total == total


def test_a_bare_number_in_all_is_no_money_where_nothing_has_a_price():
    brief = load_brief("2027年培训老师，共300", ".txt")
    assert brief.budget_total is None and any("共300" in question.zh for question in brief.questions)


def test_a_model_number_and_a_count_stay_two_numbers_in_the_goal():
    filing = draft(load_brief("2027年购买惠普M3200打印机一台，购买投影仪X3200一台，预算5000元", ".txt")).filing
    assert "X3200 1台" in (filing.annual_goal or "") and "32001" not in (filing.annual_goal or "")
