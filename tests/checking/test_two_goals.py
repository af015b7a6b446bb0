"""The total goal and the annual goal: whether the first is of more than the year, by dates or in its own words."""

import pytest

from tests.checking.rows import filing, said

ROW = "产出指标 | 质量指标 | 成活率 | ≥90%"
YEAR = "年内造林3万亩，成活率达到90%以上。"


@pytest.mark.parametrize(
    "whole",
    [
        "2026—2028年造林9万亩。",
        "2026年至2029年造林9万亩。",
        "用三年时间造林9万亩。",
        "2-3年内造林9万亩。",
        "到2028年，造林9万亩。",
        "2028年底前造林9万亩。",
    ],
)
@pytest.mark.parametrize("dates", [{}, {"start_date": None, "end_date": None}])
def test_a_goal_of_several_years_by_its_words_may_be_larger(whole: str, dates: dict[str, None]) -> None:
    assert said("MAT009", filing(ROW, annual_goal=YEAR, overall_goal=whole, **dates)) == []


@pytest.mark.parametrize(
    ("whole", "found"),
    [
        ("造林9万亩。", ["warning"]),
        ("2026年造林9万亩。", ["warning"]),
        ("2026年底前造林9万亩。", ["warning"]),
        ("2026年3—5月造林9万亩。", ["warning"]),
        ("造林3万亩。", []),
        # No year has more than all of them.
        ("2026—2028年造林1万亩。", ["warning"]),
    ],
)
def test_a_goal_of_this_year_may_not(whole: str, found: list[str]) -> None:
    assert said("MAT009", filing(ROW, annual_goal=YEAR, overall_goal=whole)) == found
