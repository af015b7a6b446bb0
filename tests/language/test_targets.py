"""Target cells of all notations seen in forms, and the ones a form might print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language import parse_target, parse_target_parts

NUMBERS = [
    ("=1020.00(件)", "=", "1020.00", "件"),
    ("≥90(%)", ">=", "90", "%"),
    ("=20.00(元/件)", "=", "20.00", "元/件"),
    ("=2(人)", "=", "2", "人"),
    ("=286人次", "=", "286", "人次"),
    (">=90%", ">=", "90", "%"),
    ("=22", "=", "22", None),
    ("<=30分钟", "<=", "30", "分钟"),
    (">99%", ">", "99", "%"),
    ("100%", "=", "100", "%"),
    ("90%以上", ">=", "90", "%"),
    ("95分及以上", ">=", "95", "分"),
    ("95分以上（含95分）", ">=", "95", "分"),
    ("不低于95%", ">=", "95", "%"),
    ("达到90%", ">=", "90", "%"),
    ("90%-95%", "range", "90~95", "%"),
    ("3至5个工作日", "range", "3~5", "个工作日"),
    ("90%≤X≤95%", "range", "90~95", "%"),
    ("[90%，95%]", "range", "90~95", "%"),
    ("≥90%且≤95%", "range", "90~95", "%"),
    ("≥90.00(\n%)", ">=", "90.00", "%"),
    ("＝１２０（件）", "=", "120", "件"),
    ("＞90％", ">", "90", "％"),
    ("1,020件", "=", "1020", "件"),
    ("1.2万人次", "=", "1.2", "万人次"),
    ("≤0.5‰", "<=", "0.5", "‰"),
    ("±2%", "range", "-2~2", "%"),
    ("100±2%", "range", "98~102", "%"),
    ("5个工作日内", "<=", "5", "个工作日"),
    ("控制在3%以内", "<=", "3", "%"),
    ("控制在3%左右", "~", "3", "%"),
    ("约200人", "~", "200", "人"),
    ("=14.00(街镇)", "=", "14.00", "街镇"),
    ("12条线路", "=", "12", "条"),
    ("100%完成", "=", "100", "%"),
    ("=300(m²)", "=", "300", "m²"),
    ("4次/年", "=", "4", "次/年"),
    ("-5%", "=", "-5", "%"),
    ("不少于两场", ">=", "2", "场"),
    ("百分之百", "=", "100", "%"),
    ("满意度≥90%", ">=", "90", "%"),
    ("0", "=", "0", None),
]

WORDS = [
    "及时",
    "第四季度前完成",
    "及时（与委托方要求一致）",
    "无重大纠纷",
    "在承诺时限内提前完成",
    "2026年12月前",
    "2026-12-31",
    "2026-2027年",
    "6月30日前",
    "10日前",
    "1-12月",
    "每月不少于2次",
    "同比增长5%",
    "完成3场，满意度95%",
    "7×24小时",
    "3级",
    "5A级",
    "8:30",
    "≥XX%",
    "是",
]


@pytest.mark.parametrize(("raw", "comparator", "value", "unit"), NUMBERS)
def test_a_number_keeps_its_decimals_and_unit(raw: str, comparator: str, value: str, unit: str | None) -> None:
    target = parse_target(raw)
    assert (target.comparator, target.value, target.unit, target.text) == (comparator, value, unit, None)


@pytest.mark.parametrize("raw", WORDS)
def test_words_and_deadlines_stay_words(raw: str) -> None:
    target = parse_target(raw)
    assert (target.comparator, target.value, target.unit, target.text) == (None, None, None, raw)


@pytest.mark.parametrize("raw", ["", "  ", "—", "/", "－"])
def test_a_blank_mark_is_neither_number_nor_words(raw: str) -> None:
    target = parse_target(raw)
    assert (target.comparator, target.value, target.unit, target.text) == (None, None, None, None)


def test_raw_is_the_cell_without_the_breaks_of_the_carrier() -> None:
    assert parse_target("≥90.00(\r\n  %)").raw == "≥90.00(%)"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("≥", "90", "%"), (">=", "90", "%", None)),
        (("大于等于", "1020.00", "件"), (">=", "1020.00", "件", None)),
        (("＝", "100", None), ("=", "100", None, None)),
        (("", "≥90%", "%"), (">=", "90", "%", None)),
        (("正向", "95", "%"), ("=", "95", "%", None)),
        (("定性", "良好", ""), (None, None, None, "良好")),
        (("=", "3-5", "天"), ("range", "3~5", "天", None)),
        ((None, None, None), (None, None, None, None)),
    ],
)
def test_separate_columns(parts: tuple[str | None, ...], expected: tuple[str | None, ...]) -> None:
    target = parse_target_parts(*parts)
    assert (target.comparator, target.value, target.unit, target.text) == expected


@given(st.text(alphabet="0123456789.,%≥≤=<>~±-至件人次元/()（）万亿个月日前约达到以上内 \n及时", max_size=40))
def test_any_cell_is_a_number_or_words_or_blank(raw: str) -> None:
    target = parse_target(raw)
    assert (target.value is None) == (target.comparator is None)
    assert target.value is None or target.text is None
    assert "," not in (target.value or "")


def test_a_long_cell_is_prose() -> None:
    assert parse_target("9" * 200_000).value is None


def test_an_amount_that_begins_like_a_year_is_no_date() -> None:
    assert parse_target("=2000.00").value == "2000.00"
    assert parse_target("2026.6").text == "2026.6"
