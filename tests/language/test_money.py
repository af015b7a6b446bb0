"""Amounts of money as cells and briefs print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language import Interval, parse_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("720,000.00", "720000.00"),
        ("660296", "660296"),
        ("66.00万元", "660000.00"),
        ("13.2万元", "132000.0"),
        ("7.2亿元", "720000000.0"),
        ("￥1,200.50", "1200.50"),
        ("1，234，567元", "1234567"),
        ("１６，０００．００", "16000.00"),
        ("人民币壹万陆仟元整", "16000"),
        ("贰拾叁万肆仟伍佰元零伍分", "234500.05"),
        ("叁佰元伍角", "300.5"),
        ("三十二万元", "320000"),
        ("-500.00", "-500.00"),
        ("160,000,000.00", "160000000.00"),
        (" 16 000.00 元 ", "16000.00"),
        ("5角", "0.5"),
    ],
)
def test_printed_decimals_are_kept(text: str, amount: str) -> None:
    money = parse_money(text)
    assert money is not None
    assert str(money.amount) == amount


def test_yuan_are_exact_and_wan_are_an_interval() -> None:
    exact, rounded = parse_money("660000.00"), parse_money("66.00万元")
    assert exact is not None
    assert rounded is not None
    assert exact.interval == Interval.point("660000.00")
    assert rounded.interval == Interval(Decimal(659950), Decimal(660050))
    assert rounded.unit == "万元"


def test_the_head_of_the_table_gives_the_unit_of_a_bare_number() -> None:
    money = parse_money("66.00", default_unit="万元")
    assert money is not None
    assert str(money.amount) == "660000.00"
    assert parse_money("66.00", default_unit=None) is None
    printed = parse_money("66.00元", default_unit="万元")
    assert printed is not None
    assert printed.amount == 66


@pytest.mark.parametrize(
    "text", ["", "—", "/", "无", "见附件", "3件", "90%", "约20万元", "1.2.3", "12元5", "百元", "1,23元"]
)
def test_what_names_no_amount_is_none(text: str) -> None:
    assert parse_money(text) is None


@given(st.decimals("0", "99999999", places=2, allow_nan=False))
def test_what_is_printed_with_separators_is_read_back(value: Decimal) -> None:
    money = parse_money(f"{value:,}元")
    assert money is not None
    assert str(money.amount) == str(value)
