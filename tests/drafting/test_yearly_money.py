"""The money of a year that names nothing is of the thing before it; a price each year may say 每套年维护费."""

import pytest

from drafter.drafting import load_brief


def _brief(text: str):
    return load_brief(text, ".txt")


@pytest.mark.parametrize(
    "text",
    [
        "请律师当法律顾问，一年20万，审合同150份",
        "请律师当法律顾问，审合同150份，一年20万元",
        "律师事务所当法律顾问项目，一年20万元，审合同150份",
    ],
)
def test_the_money_of_a_year_is_of_the_service_and_no_price_of_one_contract(text):
    brief = _brief(text)
    assert brief.budget_total == 200000
    assert [(item.name, item.quantity, item.unit_price) for item in brief.items] == [("合同审核", 150, None)]
    assert any("按预算总额填列" in one.zh for one in brief.questions)


def test_beside_things_with_a_price_the_money_of_a_year_is_an_item_and_asked_about():
    brief = _brief("法律顾问服务，审合同150份，一年20万元，买打印机2台每台3000元")
    assert ("法律顾问服务", 200000) in [(item.name, item.amount) for item in brief.items]
    assert any("全年费用计" in one.zh for one in brief.questions)


@pytest.mark.parametrize(("text", "price"), [("请保安6人，一年5万元", 50000), ("租车2辆，一年6万元", 60000)])
def test_people_and_machines_have_a_price_a_year(text, price):
    assert [item.unit_price for item in _brief(text).items] == [price]


@pytest.mark.parametrize(
    ("text", "name", "verb", "price"),
    [
        ("停车场运维项目，道闸12套每套年维护费2500", "道闸维护", "维护", 2500),
        ("停车场运维项目，道闸12套，每套年维护费2500元", "道闸维护", "维护", 2500),
        ("电梯项目，电梯8台每台年运维费6000元", "电梯运维", "运维", 6000),
        ("公厕项目，公厕20座，每座每年管护费1.2万元", "公厕管护", "管护", 12000),
        ("路灯项目，路灯维护300盏每盏年维护费80元", "路灯维护", "维护", 80),
        ("网格员项目，网格员60人每人年补贴3600", "网格员", None, 3600),
    ],
)
def test_what_is_kept_up_for_a_fee_a_year_has_that_price_and_is_not_bought(text, name, verb, price):
    (item,) = _brief(text).items
    assert (item.name, item.verb, item.unit_price) == (name, verb, price)


def test_a_month_of_a_person_is_a_unit_of_its_own():
    (item,) = _brief("咨询项目，聘请咨询专家30人月，每人月8000元").items
    assert (item.quantity, item.unit, item.unit_price) == (30, "人月", 8000)
