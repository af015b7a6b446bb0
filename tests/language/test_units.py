"""Units: dimensions, conversions, compounds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language import convert, lookup, same_dimension
from drafter.language.units import table


def test_there_are_enough_of_them_and_each_is_listed_once() -> None:
    assert len(table()) >= 300
    from drafter.language.data import rows

    names = [entry.partition("=")[0] for row in rows("units.tsv") for entry in row.split("\t")[3].split(" ")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("66.00", "万元", "元", "660000.00"),
        ("7.2", "亿元", "万元", "72000"),
        ("1.5", "小时", "分钟", "90"),
        ("2", "年", "个月", "24"),
        ("3", "公里", "米", "3000"),
        ("2", "公顷", "平方米", "20000"),
        ("1", "%", "‰", "10"),
        ("5", "名", "人", "5"),
        ("2.5", "万人次", "人次", "25000"),
        ("1", "万元/年", "元/年", "10000"),
        ("30", "亩", "平方米", "20000"),
        ("1", "公顷", "亩", "15"),
        ("1", "平方公里", "亩", "1500"),
        ("1.5", "万亩", "公顷", "1000"),
        ("2", "万平方米", "亩", "30"),
        ("1", "顷", "亩", "100"),
        ("6", "元/亩", "元/亩", "6"),
        ("36", "公里/小时", "米/秒", "10"),
        ("2", "毫克/升", "毫克/立方米", "2000"),
    ],
)
def test_conversion(value: str, unit: str, to: str, expected: str) -> None:
    assert convert(Decimal(value), unit, to) == Decimal(expected)


def test_what_no_decimal_says_exactly_is_a_fraction() -> None:
    assert convert(Decimal(1), "亩", "平方米") == Fraction(2000, 3)
    assert convert(Decimal(1), "平方米", "亩") == Fraction(3, 2000)


@given(
    st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from(["亩", "万亩", "平方米", "公顷", "平方公里", "万平方米", "㎡"]),
    st.sampled_from(["亩", "顷", "平方米", "公顷", "平方公里", "万平方米"]),
)
def test_there_and_back_is_the_same_number(value: Decimal, unit: str, to: str) -> None:
    there = convert(value, unit, to)
    assert there * convert(Decimal(1), to, unit) == value


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("人", "人次"),
        ("件", "件次"),
        ("皮长公里", "芯公里"),
        ("企业", "学校"),
        ("顷", "垧"),
        ("元/亩", "元/平方米"),
        ("%", "个百分点"),
        ("元", "元/人"),
        ("天", "个工作日"),
        ("件", "份"),
        ("年", "天"),
        ("人", None),
        ("台", "台班"),
    ],
)
def test_what_must_not_compare(a: str | None, b: str | None) -> None:
    assert not same_dimension(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("人", "名"),
        ("元", "万元"),
        ("％", "%"),
        ("元/人·月", "元／人·月"),
        ("次/月", "次/个月"),
        ("册", "册"),
        ("街镇", "街镇"),
        ("亩", "平方米"),
        ("元/㎡", "元/平方米"),
        ("元/人·日", "元/人·天"),
        ("㎡", "平方米"),
    ],
)
def test_what_must_compare(a: str, b: str) -> None:
    assert same_dimension(a, b)


def test_unknown_and_foreign_units_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="unknown unit: 蛙"):
        convert(Decimal(1), "蛙", "件")
    with pytest.raises(ValueError, match="do not convert"):
        convert(Decimal(1), "人", "元")
    assert lookup("蛙") is None
    assert lookup("") is None
    assert lookup("元/" * 50) is None


def test_a_compound_is_a_dimension_of_its_own() -> None:
    unit = lookup("万元/人·月")
    assert unit is not None
    assert (unit.kind, unit.factor) == ("money", 10_000)
    assert unit.dimension == "money/人/个月"


def test_a_price_per_ten_thousand_is_no_price_per_piece() -> None:
    assert not same_dimension("元/万件", "元/件")
