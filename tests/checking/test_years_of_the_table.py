"""A past year in front of a number that this year's table promises, and the years a whole goal is headed with."""

import pytest

from tests.checking.rows import filing, said

LAMPS = "产出指标 | 数量指标 | 更换路灯数量 | 4200盏"


@pytest.mark.parametrize(
    "goal", ["2023年更换路灯4200盏，市民满意度较高。", "全面提升照明水平。2022年共更换路灯4200盏。"]
)
def test_a_past_year_before_this_years_number_is_stale(goal: str) -> None:
    assert said("TIM003", filing(LAMPS, annual_goal=goal)) == ["warning"]


@pytest.mark.parametrize(
    "goal",
    [
        "2020年已更换路灯4200盏，2026年更换同样多的路灯。",
        "2020年更换路灯4200盏，今年继续更换同等数量。",
        "在2020年更换路灯4200盏的基础上，完善巡查制度。",
        "2020年更换路灯3800盏。",
        "《2020年路灯改造方案》所列路灯更换4200盏。",
    ],
)
def test_what_was_done_in_a_past_year_is_history(goal: str) -> None:
    assert said("TIM003", filing(LAMPS, annual_goal=goal)) == []


def test_the_years_a_whole_goal_begins_with_hold_the_forms_year() -> None:
    def stale(goal: str) -> list[str]:
        return said("TIM004", filing(overall_goal=goal, start_date="2025-01-01", end_date="2027-12-31"))

    assert stale("2021年至2023年，累计更换路灯12000盏。") == ["warning"]
    assert stale("2025年至2027年，累计更换路灯12000盏。") == []
    assert stale("2021年至2023年，已更换路灯3000盏，到2027年全部更换。") == []
    assert stale("2021-2023年期间完成的路灯纳入统一管护。") == []


@pytest.mark.parametrize(("due", "found"), [("2026年6月底前", []), ("2026年8月底前", ["warning"])])
def test_money_paid_out_by_a_day_is_what_its_row_pays_out(due: str, found: list[str]) -> None:
    row = f"产出指标 | 时效指标 | 传承补助发放完成时间 | {due}"
    assert said("MAT001", filing(row, annual_goal="补助资金于6月底前发放到位，补助传承人28名。")) == found
