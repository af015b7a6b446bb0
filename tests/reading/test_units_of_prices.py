"""Prices in a column without a unit are in that of the amounts beside them, or in the one that gives the amounts."""

from __future__ import annotations

import layouts
import pytest
from builders import Box, Rows
from forms import one

from drafter.checking import check_filing
from drafter.filing import Filing

B = Box
CARRIERS = ["exact", "tabs", "pipes"]


def _form(unit: str, heads: tuple[str, str], *lines: tuple[str, str, str, str], total: str) -> Rows:
    """A form in a unit of money, and a breakdown with these heads over its amounts and prices."""
    return [
        [B("项目支出绩效目标表", 4)],
        [B("（2027年度）", 4)],
        [B("项目名称"), B("社区助浴服务", 3)],
        [B(f"项目资金（{unit}）"), B("年度资金总额："), B(total, 2)],
        [B("年度总体目标"), B("为高龄老人提供助浴服务，服务规范、安全。", 3)],
        [B("一级指标"), B("二级指标"), B("三级指标"), B("指标值")],
        [B("产出指标"), B("质量指标"), B("服务合格率"), B("≥95%")],
        [B("预算明细"), B(heads[0]), B(heads[1]), B("数量")],
        *([B(name), B(amount), B(price), B(number)] for name, amount, price, number in lines),
    ]


def _prices(filing: Filing) -> list[str]:
    return [str(line.unit_price) for line in filing.budget_lines]


BATHS = ("助浴服务", "240,000.00", "120.00", "2000人次")
CHAIRS = ("助浴椅", "90,000.00", "1,500.00", "60把")


@pytest.mark.parametrize("carrier", CARRIERS)
def test_prices_are_in_the_unit_of_the_amounts_and_not_of_the_form(carrier: str) -> None:
    form = _form("万元", ("金额（元）", "单价"), BATHS, CHAIRS, total="33.00")
    filing = one(getattr(layouts, carrier)(form))
    assert _prices(filing) == ["120.00", "1500.00"]
    assert [one.code for one in check_filing(filing).findings if one.code == "ARI001"] == []


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("unit", ["元", "万元"])
def test_prices_in_yuan_beside_amounts_in_wan_are_known_by_their_products(carrier: str, unit: str) -> None:
    lines = ("助浴服务", "24.00", "120.00", "2000人次"), ("助浴椅", "9.00", "1500.00", "60把")
    form = _form(unit, ("金额（万元）", "单价"), *lines, total="33.00" if unit == "万元" else "330000.00")
    filing = one(getattr(layouts, carrier)(form))
    assert _prices(filing) == ["120.00", "1500.00"]
    assert [str(line.amount) for line in filing.budget_lines] == ["240000.00", "90000.00"]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_wrong_product_in_the_unit_of_the_amounts_is_told_as_such(carrier: str) -> None:
    wrong = ("助浴服务", "240,000.00", "130.00", "2000人次")
    form = _form("万元", ("金额（元）", "单价"), wrong, total="24.00")
    [found] = [one for one in check_filing(one(getattr(layouts, carrier)(form))).findings if one.code == "ARI001"]
    assert "260,000.00" in found.message


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_unit_that_the_head_prints_is_the_unit(carrier: str) -> None:
    lines = ("助浴服务", "24.00", "0.012", "2000人次"), ("助浴椅", "9.00", "0.15", "60把")
    form = _form("元", ("金额（万元）", "单价（万元）"), *lines, total="330000.00")
    assert _prices(one(getattr(layouts, carrier)(form))) == ["120.000", "1500.00"]
