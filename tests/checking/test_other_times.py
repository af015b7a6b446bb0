"""Goals crowded with numbers of other years and of how things are: they promise nothing and compete for no row."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, said

_REPAIR = "产出指标|数量指标|检修闸泵数量|≥64台"


@pytest.mark.parametrize(
    "goal",
    [
        # Two sentences of facts, the second one about this year, before the plan.
        "我站现管闸泵员27人，其中技师5人；2025年检修闸泵58台。本年度全区在用闸泵共410台。2026年拟检修闸泵64台。",
        # Who did it stands before what was done.
        "全市排水单位处置内涝点135处，监测站12座。2026年检修闸泵64台。",
        "根据排水行动方案，三年累计检修任务为190台。2026年计划检修闸泵64台。",
        "“十四五”任务为300台。2026年计划检修闸泵64台。",
        "2026年检修闸泵64台，到2028年完好率达到97%。",
    ],
)
def test_how_things_stand_is_no_promise(goal: str) -> None:
    assert said("MAT002", filing(_REPAIR, annual_goal=goal)) == []


@pytest.mark.parametrize(
    "goal",
    [
        # A clause that begins with what is done means it, also before the sentence of the year.
        "清淤管网135公里。2026年检修闸泵64台，更换拍门18扇。",
        "对135处内涝点开展治理。2026年检修闸泵64台。",
        "检修闸泵64台，三年来首次更换拍门18扇。",
        "落实“十四五”排水规划，检修闸泵64台，更换拍门18扇。",
    ],
)
def test_what_is_meant_to_be_done_is(goal: str) -> None:
    assert "warning" in said("MAT002", filing(_REPAIR, annual_goal=goal))


def test_last_year_s_number_does_not_make_a_row_doubtful() -> None:
    goal = "2025年内涝点积水率为6.8%，检修闸泵58台。2026年检修闸泵64台，内涝点积水率控制在6%以内。"
    rows = ("产出指标|质量指标|内涝点积水率|≤7%", "产出指标|数量指标|检修闸泵数量|≥46台")
    assert said("MAT001", filing(*rows, annual_goal=goal)) == ["warning", "warning"]
    kept = ("产出指标|质量指标|内涝点积水率|≤6%", _REPAIR)
    assert said("MAT001", filing(*kept, annual_goal=goal)) == []


def test_last_year_s_number_is_not_the_same_thing_said_twice() -> None:
    goal = "2025年抽查得分93分、检修闸泵58台。2026年检修闸泵64台。"
    assert said("MAT001", filing(_REPAIR, annual_goal=goal)) == []


def test_a_promise_with_a_stale_year_is_still_that_promise() -> None:
    assert said("TIM003", filing(_REPAIR, annual_goal="2025年计划检修闸泵64台。")) == ["warning"]


def test_of_several_years_the_part_of_this_one_is_told_with_the_whole() -> None:
    goal = "三年共检修闸泵190台，其中2026年64台。"
    assert said("MAT001", filing(_REPAIR, annual_goal=goal)) == []
