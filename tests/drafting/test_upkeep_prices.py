"""What the upkeep of a thing costs is no price of the thing."""

from decimal import Decimal

import pytest

from drafter.drafting import draft, load_brief


def _rows(text):
    return [(one.name, one.quantity, one.unit_price, one.verb) for one in load_brief(text, ".txt").items]


@pytest.mark.parametrize(
    "text",
    [
        "2027年购置道闸12套，每套8000元，每套年维护费2500元",
        "2027年购置道闸12套，每套8000元，维护费每套每年2500元",
        "2027年道闸采购，道闸12套，每套8000元，每套年维护费2500元",
    ],
)
def test_the_fee_of_upkeep_is_an_item_beside_what_is_bought(text):
    bought, kept = _rows(text)
    assert bought[:3] == ("道闸", 12, Decimal(8000))
    assert kept == ("道闸维护", 12, Decimal(2500), "维护")
    assert any("单列为“道闸维护”12套" in one.zh for one in load_brief(text, ".txt").questions)
    result = draft(load_brief(text, ".txt"))
    targets = {row.name: row.target.raw for row in result.filing.indicators if row.target}
    assert targets["道闸单价标准"] == "≤8000.00(元/套)"
    assert targets["道闸维护单价标准"] == "≤2500.00(元/套)"
    assert "道闸验收合格率" in targets


def test_a_thing_bought_without_a_price_is_asked_for_it():
    assert _rows("购置道闸12套，每套年维护费2500") == [
        ("道闸", 12, None, "购置"),
        ("道闸维护", 12, Decimal(2500), "维护"),
    ]


def test_what_nobody_buys_is_kept_up():
    assert _rows("2027年停车场管理，道闸12套，每套年维护费2500元") == [("道闸维护", 12, Decimal(2500), "维护")]
