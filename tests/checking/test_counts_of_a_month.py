"""What is done some times a month and holds some people each time comes to the year's number of people."""

import pytest

from tests.checking.rows import filing, run, said

ROW = "产出指标 | 质量指标 | 考核合格率 | ≥90%"


@pytest.mark.parametrize(
    ("goal", "written"),
    [
        ("每月举办护理培训2期、每期50人，全年培训1200人。", "2 × 50 × 12 = 1,200"),
        ("每季度集中举办家庭照护技能培训1期，每期40人，全年培训160人。", "1 × 40 × 4 = 160"),
        ("每半年举办技能比武1场，每场30人，全年共60人。", "1 × 30 × 2 = 60"),
    ],
)
def test_the_product_of_the_year_agrees(goal: str, written: str) -> None:
    report = run("ARI009", filing(ROW, annual_goal=goal))
    assert [one.severity for one in report.findings] == []
    assert [one.arithmetic for one in report.reconciliation if one.status == "agrees"] == [written]


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("每月举办护理培训2期、每期60人，全年培训1200人。", ["warning"]),
        ("每季度举办护理培训1期，每期40人，全年培训400人。", ["warning"]),
        # Each of several places, and each of several months, is more than the sentence says.
        ("每个社区举办护理培训2期、每期60人，全年培训1300人。", []),
        ("汛期每月举办培训2期、每期60人，全年培训1300人。", []),
    ],
)
def test_another_total_is_told_where_the_sentence_has_one_reading(goal: str, found: list[str]) -> None:
    assert said("ARI009", filing(ROW, annual_goal=goal)) == found


@pytest.mark.parametrize(("each", "found"), [("4次", []), ("5次", ["warning"])])
def test_whoever_is_visited_is_served(each: str, found: list[str]) -> None:
    goal = f"为2800名失能老人上门护理，每人每月{each}，全年服务13.44万人次。"
    assert said("ARI009", filing(ROW, annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [("≥4次", []), ("≥3次", ["warning"]), ("≥1次", [])],
)
@pytest.mark.parametrize("dates", [{}, {"start_date": None, "end_date": None}])
def test_a_rate_with_a_long_verb_is_counted_for_the_year(asked: str, found: list[str], dates: dict[str, None]) -> None:
    goal = "每季度开展食堂食品安全检查不少于1次。"
    one = filing(f"产出指标 | 数量指标 | 食品安全检查次数 | {asked}", annual_goal=goal, **dates)
    assert said("MAT001", one) == found


def test_a_rate_of_half_a_year_is_left_alone_where_the_project_is_shorter() -> None:
    goal = "每季度开展食堂食品安全检查不少于1次。"
    row = "产出指标 | 数量指标 | 食品安全检查次数 | ≥3次"
    assert said("MAT001", filing(row, annual_goal=goal, start_date="2026-03-01")) == []
