"""A value in 万 is not a ten-thousandth of itself, and a month is a date."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting import draft, load_brief
from drafter.drafting.brief_values import day_of
from drafter.errors import InputError


def _target(value: str, unit: str | None):
    unit_line = f", unit: {unit}" if unit else ""
    text = f"project_name: 读书月\ntargets: [{{name: 到馆读者, value: {value}{unit_line}}}]"
    [target] = load_brief(text).targets
    return target.value, target.unit


@pytest.mark.parametrize(
    ("value", "unit", "read"),
    [
        ("2万", "人次", (20000, "人次")),
        ("2万人次", "人次", (20000, "人次")),
        ("3.6万", "人", (36000, "人")),
        ("3.6万人", "名", (36000, "名")),
        ("1.2亿", "元", (120000000, "元")),
        ("5千", "册", (5000, "册")),
        ("2万", None, (20000, None)),
        ("2万人次", None, (2, "万人次")),
        ("3千米", "公里", (3, "公里")),
        ("30000", "人次", (30000, "人次")),
        ("90%", "％", (90, "％")),
    ],
)
def test_the_scale_of_a_value_is_part_of_it(value, unit, read):
    assert _target(value, unit) == read


@pytest.mark.parametrize(("value", "unit"), [("3公里", "米"), ("90%", "分"), ("4小时", "天")])
def test_two_units_for_one_number_are_refused(value, unit):
    with pytest.raises(InputError, match="请统一"):
        _target(value, unit)


def test_the_count_of_an_item_has_one_unit():
    with pytest.raises(InputError, match=r"items\[0\]\.quantity"):
        load_brief("project_name: 管道更换\nitems: [{name: 管道, quantity: 3公里, unit: 米}]")
    [item] = load_brief("project_name: 宣传\nitems: [{name: 折页, quantity: 1.5万份, unit: 份}]").items
    assert (item.quantity, item.unit) == (Decimal(15000), "份")


@given(st.integers(1, 10**6), st.sampled_from([("万", 10**4), ("亿", 10**8)]))
def test_a_scaled_value_is_exact(number, scale):
    assert _target(f"{number}{scale[0]}", "株") == (number * scale[1], "株")


def test_a_scaled_target_reaches_the_draft_as_written():
    brief = load_brief(
        "project_name: 读书月活动\nyear: 2027\ntargets: [{name: 参与人次, comparator: '>=', value: 2万, unit: 人次}]"
    )
    filing = draft(brief).filing
    assert "2万人次" in (filing.annual_goal or "")
    assert [row.target.raw for row in filing.indicators if row.name == "参与人次"] == ["≥2(万人次)"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-03", dt.date(2027, 3, 1), dt.date(2027, 3, 31)),
        ("2028年2月", dt.date(2028, 2, 1), dt.date(2028, 2, 29)),
        ("2027.12", dt.date(2027, 12, 1), dt.date(2027, 12, 31)),
        ("2027年11月底", dt.date(2027, 11, 30), dt.date(2027, 11, 30)),
        ("2027-03-05", dt.date(2027, 3, 5), dt.date(2027, 3, 5)),
        ("2027-13", None, None),
        ("三月", None, None),
    ],
)
def test_a_month_begins_with_its_first_day_and_ends_with_its_last(text, first, last):
    assert (day_of(text, last=False), day_of(text, last=True)) == (first, last)


def test_months_are_dates_of_a_brief():
    brief = load_brief("project_name: 系统升级\nyear: 2027\nstart_date: 2027-03\nend_date: 2027-11")
    assert (brief.start_date, brief.end_date) == (dt.date(2027, 3, 1), dt.date(2027, 11, 30))


@pytest.mark.parametrize(("value", "asked"), [("0.85", True), ("85", False), ("0.85%", False)])
def test_a_share_of_one_without_a_unit_is_asked_about(value, asked):
    brief = load_brief(f"project_name: 热线\ntargets: [{{name: 群众满意率, value: {value}}}]")
    assert any("85%" in one.zh for one in brief.questions) is asked
    assert brief.targets[0].value == Decimal(value.removesuffix("%"))


@pytest.mark.parametrize("when", ["2028年汛前", "2028年9月底前", "11月20日前", "入冬前"])
def test_a_deadline_is_no_number(when):
    assert _target(when, None) == (when, None)
    text = f"project_name: 堤防加固\nyear: 2028\ntargets: [{{name: 完工时间, value: {when}}}]"
    assert f"{when}完工" in (draft(load_brief(text)).filing.annual_goal or "")
