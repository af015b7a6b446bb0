"""A number and a row that are left to each other, whose numbers are one slip apart, and what tells them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.checking.slips import one_slip
from tests.checking.rows import filing, said


@pytest.mark.parametrize(
    ("one", "other"),
    [("3600", "3800"), ("6.8", "68"), ("1250", "125"), ("504", "540"), ("58", "85"), ("1150", "150"), ("480000", "48")],
)
def test_one_slip(one: str, other: str) -> None:
    assert one_slip(Decimal(one), Decimal(other))
    assert one_slip(Decimal(other), Decimal(one))


@pytest.mark.parametrize(("one", "other"), [("3", "5"), ("300", "500"), ("60", "66000"), ("1200", "4500"), ("7", "7")])
def test_two_numbers(one: str, other: str) -> None:
    assert not one_slip(Decimal(one), Decimal(other))


@given(st.integers(11, 10**9), st.integers(1, 4))
def test_a_point_is_misplaced_whatever_the_number(number: int, shift: int) -> None:
    said = Decimal(number)
    assert one_slip(said, said.scaleb(shift)) == (len(str(number).rstrip("0")) > 1)
    assert one_slip(said, said.scaleb(shift)) == one_slip(said.scaleb(shift), said)


GOAL = "一是对已建成的高标准林道{}公里落实日常管护。"
ROWS = ("产出指标 | 数量指标 | 日常管护林道里程 | 6.8公里", "效益指标 | 社会效益指标 | 火情处置率 | ≥95%")


def test_the_last_number_and_the_last_row_of_a_unit() -> None:
    assert said("MAT001", filing(*ROWS, annual_goal=GOAL.format("68"))) == ["warning"]
    assert said("MAT001", filing(*ROWS, annual_goal=GOAL.format("6.8"))) == []
    # What stands today may be more than what is looked after.
    assert said("MAT001", filing(*ROWS, annual_goal=GOAL.format("24"))) == []
    # Another row of the unit may be the one that is meant.
    more = "产出指标 | 数量指标 | 修复林道里程 | 2.4公里"
    assert said("MAT001", filing(*ROWS, more, annual_goal=GOAL.format("68"))) == []


@pytest.mark.parametrize(
    ("value", "severities"), [("≤20个月", ["warning"]), ("≤30个工作日", ["warning"]), ("≤20个工作日", [])]
)
def test_a_duration_is_a_time_whatever_the_goal_calls_it(value: str, severities: list[str]) -> None:
    rows = (f"产出指标 | 时效指标 | 安装完成时限 | {value}", "产出指标 | 数量指标 | 安装户数 | 900户")
    goal = "全年安装900户，受理申请后20个工作日内完成安装。"
    assert said("MAT001", filing(*rows, annual_goal=goal)) == severities


def test_several_names_before_a_number_are_what_it_counts_behind_it() -> None:
    row = "产出指标 | 数量指标 | 免费开放场馆数 | {}个"
    goal = "博物馆、美术馆、文化馆3个场馆全年免费开放。"
    assert said("MAT001", filing(row.format(5), annual_goal=goal)) == ["error"]
    assert said("MAT001", filing(row.format(3), annual_goal=goal)) == []


@pytest.mark.parametrize("words", ["（封山期除外）", "，农忙季节暂停", "，除寒暑假外正常开展"])
def test_what_is_not_done_in_all_months_is_no_pace_of_the_year(words: str) -> None:
    row = "产出指标 | 数量指标 | 护林巡查次数 | 9次"
    assert said("MAT001", filing(row, annual_goal=f"每月开展护林巡查1次{words}。")) == []
    assert said("MAT001", filing(row, annual_goal="每月开展护林巡查1次。")) == ["warning"]


def test_a_row_that_names_more_than_the_pace_is_of_something_else() -> None:
    row = "产出指标 | 数量指标 | 节前安全检查次数 | 4次"
    assert said("MAT001", filing(row, annual_goal="每月开展安全检查1次。")) == []


def test_two_ages_with_two_values_are_two_groups() -> None:
    row = "产出指标 | 质量指标 | 80岁以上老人巡访率 | {}%"
    goal = "60岁以上老人巡访率达到95%。"
    assert said("MAT001", filing(row.format("100"), annual_goal=goal)) == []
    assert said("MAT001", filing(row.format("95"), annual_goal=goal)) == ["warning"]
