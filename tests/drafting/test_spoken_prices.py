"""Prices as they are spoken: 三千一台 is 3,000 yuan for one, never 3,100 of them."""

from decimal import Decimal

import pytest

from drafter.drafting import load_brief
from drafter.drafting.free_spoken_prices import each_thing_first, prices_written_out


def _only_item(text):
    (item,) = load_brief(text, ".txt").items
    return item


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "price"),
    [
        ("购电脑，三千一台，买10台", 10, "台", "3000"),
        ("买10台电脑，三千一台", 10, "台", "3000"),
        ("买10台电脑三千一台", 10, "台", "3000"),
        ("电脑三千一一台，买10台", 10, "台", "3100"),
        ("买校服，五百一套，200套", 200, "套", "500"),
        ("执法车两万一辆，买3辆", 3, "辆", "20000"),
        ("采购大米，三块五一斤，买2000斤", 2000, "斤", "3.5"),
        ("换路灯，一千二一盏，换80盏", 80, "盏", "1200"),
        ("买办公椅50把，单价八百", 50, "把", "800"),
        ("买办公椅50把，单把八百", 50, "把", "800"),
        ("买图书1000册，每册三十五", 1000, "册", "35"),
        ("买灭火器，一具一百二，60具", 60, "具", "120"),
        ("种树，三十块一棵，2000棵", 2000, "棵", "30"),
    ],
)
def test_a_spoken_price_is_the_price_of_one(text, quantity, unit, price):
    item = _only_item(text)
    assert (item.quantity, item.unit, item.unit_price) == (quantity, unit, Decimal(price))


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("慰问困难户60户，每户三百来块", 300),
        ("买轮椅20辆，每辆六百多", 600),
        ("买电脑10台，3000多一台", 3000),
        ("买电脑10台，差不多三千一台", 3000),
        ("买公务车2辆，二十来万一辆", 200000),
        ("老人体检300人，百把块一个", 100),
    ],
)
def test_an_estimated_price_is_used_and_said(text, price):
    brief = load_brief(text, ".txt")
    assert [item.unit_price for item in brief.items] == [price]
    assert any("约数" in question.zh for question in brief.questions)


@pytest.mark.parametrize(
    "text", ["买电脑10台，几千块一台", "买电脑10台，三四百块一台", "种树300棵，八十一棵", "买桌椅，五百一套"]
)
def test_what_is_no_single_price_is_said(text):
    brief = load_brief(text, ".txt")
    assert all(item.unit_price is None for item in brief.items)
    assert text.split("，")[1][:2] in (brief.notes or "") or any("单价" in one.zh for one in brief.questions)


@pytest.mark.parametrize(
    "text",
    [
        "种植八十一棵",
        "一百一十台",
        "总投资三千万一期工程",
        "五百一等奖",
        "监理单位一家",
        "宣传单页一万张",
        "每班五十",
        "每人一百二十分钟",
        "参加三百多人",
    ],
)
def test_a_count_is_no_price(text):
    assert prices_written_out(text) == text


def test_what_is_paid_once_is_no_count_of_times():
    assert prices_written_out("补助五千一次性发放") == "补助五千元一次性发放".replace("五千", "5000")


def test_two_items_run_together_keep_their_prices():
    brief = load_brief("电脑10台三千一台打印机5台一千五一台", ".txt")
    assert [(one.name, one.quantity, one.unit_price) for one in brief.items] == [
        ("电脑", 10, Decimal(3000)),
        ("打印机", 5, Decimal(1500)),
    ]


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        (
            "2027年办文化节，演出20场，讲座10场，每场演出1.5万、讲座3000元，预算33万元",
            [("演出", 20, 15000), ("讲座", 10, 3000)],
        ),
        ("采购20台电脑、打印机5台，每台电脑5000元，打印机2000元", [("电脑", 20, 5000), ("打印机", 5, 2000)]),
        ("聘请保安10名、保洁5名，每名保安4万元、保洁3万元", [("保安", 10, 40000), ("保洁", 5, 30000)]),
    ],
)
def test_prices_whose_things_stand_behind_their_classifier(text, prices):
    brief = load_brief(text, ".txt")
    assert [(one.name, one.quantity, one.unit_price) for one in brief.items] == prices
    assert all(one.amount is None for one in brief.items)


@pytest.mark.parametrize(
    "text",
    ["培训8期，每期经费4.5万元", "老人300名，每名老人补贴500元", "每户慰问金500元", "绿化12万平方米，每平方米6.5元"],
)
def test_what_nobody_counted_is_not_turned(text):
    assert each_thing_first(text) == text
