"""Numbers longer than a decimal context writes out: they are judged or left alone, and nothing crashes."""

import pytest

from drafter.checking import check_filing
from drafter.filing import Filing
from tests.checking.rows import filing, run

ROW = "产出指标 | 数量指标 | 服务人数 | 40人"


@pytest.mark.parametrize(
    "goal",
    [
        f"服务{'9' * 35}人，较上年的3人增长5%。",
        f"发放{'9' * 33}.12元，较上年的3元增长4%。",
        f"按每人200元、{'9' * 90}人安排，共计6万元。",
        "9" * 150,
    ],
)
def test_a_number_of_any_length_crashes_nothing(goal: str) -> None:
    assert check_filing(filing(ROW, annual_goal=goal, narrative=goal)).crashes == []


def test_a_range_that_a_record_calls_equal_is_a_range() -> None:
    target = {"raw": "23~30个", "value": "23~30", "unit": "个", "comparator": "="}
    row = {"level1": "产出指标", "level2": "数量指标", "name": "检测样品数", "target": target}
    one = Filing.model_validate({"annual_goal": "检测样品25个。", "indicators": [row]})
    assert check_filing(one).crashes == []
    assert run("VAL011", one).findings == []


@pytest.mark.parametrize("year", [0, 10**30])
def test_a_year_that_no_calendar_has_dates_nothing(year: int) -> None:
    row = "产出指标 | 时效指标 | 扫描完成时间 | 11月底前"
    assert check_filing(filing(row, annual_goal="10月底前完成扫描。", year=year)).crashes == []
