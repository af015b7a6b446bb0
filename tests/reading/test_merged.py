"""Cells merged over two columns, and goals in two columns: each column has what stands in it."""

from __future__ import annotations

import layouts
import pytest
from builders import Box as B
from builders import Rows
from forms import one, rows

from drafter.filing import Filing

PERIOD = "三年修缮球场18片，居民满意度90%以上。"
YEAR = "本年修缮球场6片，居民满意度90%以上。"


def form(*goals: list[B]) -> Rows:
    return [
        [B("财政项目支出绩效目标申报表", 6)],
        [B("项目名称"), B("社区球场", 5)],
        [B("实施期金额"), B("900", 2), B("年度金额"), B("300", 2)],
        *goals,
        [B("一级指标"), B("二级指标"), B("三级指标", 2), B("实施期指标值"), B("年度指标值")],
        [B("产出指标"), B("数量指标"), B("修缮球场", 2), B("18片"), B("6片")],
        [B("产出指标"), B("质量指标"), B("验收合格率", 2), B("≥95%", 2)],
        [B("满意度指标"), B("服务对象满意度"), B("居民满意度", 2), B("", 1), B("≥90%")],
    ]


HEADS = [B("实施期总目标", 2), B("年度绩效目标", 3)]
TEXTS = [B(PERIOD, 2), B(YEAR, 3)]
SIDE_REPEATED = form([B("绩效目标"), *HEADS], [B("绩效目标"), *TEXTS])
SIDE_MERGED = form([B("绩效目标", 1, 2), *HEADS], TEXTS)


def read(form_rows: Rows) -> Filing:
    return one(layouts.exact(form_rows))


@pytest.mark.parametrize("form_rows", [SIDE_REPEATED, SIDE_MERGED])
def test_goals_in_two_columns_are_two_goals(form_rows: Rows) -> None:
    filing = read(form_rows)
    assert (filing.overall_goal, filing.annual_goal) == (PERIOD, YEAR)
    assert (str(filing.funding.project_total), str(filing.funding.annual_total)) == ("900", "300")


def test_a_value_merged_over_period_and_year_is_that_of_the_year_too() -> None:
    assert [target for *_, target in rows(read(SIDE_MERGED))] == ["6片", "≥95%", "≥90%"]


def test_a_value_of_the_period_alone_is_not_that_of_the_year() -> None:
    form_rows = [*SIDE_MERGED[:-1], [B("满意度指标"), B("服务对象满意度"), B("居民满意度", 2), B("≥90%"), B("")]]
    assert rows(read(form_rows))[-1][-1] is None


def test_the_same_goal_in_two_columns_is_one() -> None:
    goal = [B("总体目标"), B("年度目标"), B(YEAR, 2), B("年度目标"), B(YEAR)]
    assert read(form(goal)).annual_goal == YEAR
