"""Numerals, dates of cells, and names brought to a comparable form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language import bigrams, content_chars, normalise, parse_date
from drafter.language.numerals import chinese_value, scaled

ONES = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """Write a number below 10**8 the way a person reads it."""
    if number >= 10_000:
        rest = number % 10_000
        return spelled(number // 10_000) + "万" + ("零" if 0 < rest < 1000 else "") + (spelled(rest) if rest else "")
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if zero and words else "") + ONES[digit] + name
            zero = False
        else:
            zero = True
    return words or "零"


@given(st.integers(0, 10**8 - 1))
def test_a_spelled_number_is_read_back(number: int) -> None:
    assert chinese_value(spelled(number)) == str(number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", "10"),
        ("十二", "12"),
        ("廿四", "24"),
        ("三百五", "350"),
        ("三百零五", "305"),
        ("两万五", "25000"),
        ("一亿二千万", "120000000"),
        ("二〇二六", "2026"),
        ("三点五", "3.5"),
        ("壹仟贰佰", "1200"),
        ("三万亿", "3000000000000"),
    ],
)
def test_chinese_numerals(text: str, value: str) -> None:
    assert chinese_value(text) == value


@pytest.mark.parametrize("text", ["", "百", "一二十", "十百", "万", "三点", "点五", "一千千", "一" * 40 + "万"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert chinese_value(text) is None


@given(st.integers(0, 10**9), st.integers(0, 4), st.sampled_from([10, 10**4, 10**8]))
def test_scaling_a_printed_number_moves_the_point_only(digits: int, places: int, factor: int) -> None:
    printed = f"{digits // 10**places}.{digits % 10**places:0{places}}" if places else str(digits)
    whole, _, fraction = scaled(printed, factor).partition(".")
    assert int(whole + fraction) * 10**places == digits * factor * 10 ** len(fraction)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-1-1", date(2020, 1, 1)),
        ("2026/1/1", date(2026, 1, 1)),
        ("2019.12.31.", date(2019, 12, 31)),
        ("2026年3月1日", date(2026, 3, 1)),
        (" ２０２６年３月１日 ", date(2026, 3, 1)),
        ("2026-01-01 00:00:00", date(2026, 1, 1)),
        ("20260301", date(2026, 3, 1)),
        ("2026 年 3 月 1 日", date(2026, 3, 1)),
    ],
)
def test_dates_of_cells(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", ["", "2026-02-30", "2026年", "2026-13-01", "及时", "12345678901", "2026-1"])
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_names_are_levelled_for_comparison_only() -> None:
    assert normalise("雇员 到岗率（％）") == normalise("雇员到岗率(%)") == "雇员到岗率"
    assert normalise("ＤＩＰ支付") == "dip支付"


def test_generic_words_say_nothing_about_what_a_row_is_about() -> None:
    assert content_chars("雇员到岗率") == "雇员到岗"
    assert content_chars("宣传册印刷数量") == "宣传册印刷"
    assert content_chars("工作完成率") == "工作完成率"
    assert bigrams("保安人数") == frozenset({"保安"})
    assert bigrams("率") == frozenset({"率"})
    assert bigrams("") == frozenset()
