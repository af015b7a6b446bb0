"""Rows whose deed or thing is another than the goal's are no error, though nothing else claims the number."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, run, said

_COUNT = "产出指标|数量指标|"


@pytest.mark.parametrize(
    ("goal", "row", "found"),
    [
        ("新建驿站8座。", "改造驿站数量|=5座", "warning"),
        ("改造驿站8座。", "新建驿站数量|=5座", "warning"),
        ("男职工体检1500人。", "女职工体检人数|=3200人", "warning"),
        ("投入经费58万元。", "宣传经费|≤12万元", "warning"),
        # The general word is said of either.
        ("新建驿站8座。", "驿站建设数量|=5座", "error"),
        ("改造驿站8座。", "驿站数量|=5座", "error"),
        ("购置手环120台。", "手环采购数量|=100台", "error"),
        # One slip apart, two words for one deed: a misprint, unless whom it counts differs too.
        ("聘用巡护员168人。", "招聘巡护员人数|=186人", "error"),
        ("保障在编教师168人待遇。", "聘用教师人数|=186人", "warning"),
    ],
)
def test_another_deed_is_a_warning_at_most(goal: str, row: str, found: str) -> None:
    assert said("MAT001", filing(_COUNT + row, annual_goal=goal)) == [found]


def test_a_slip_does_not_make_one_of_two_things() -> None:
    rows = (_COUNT + "临聘人员数量|=186人", _COUNT + "手环维护数量|=52台")
    report = run("MAT001", filing(*rows, annual_goal="保障在职人员168人、手环维护52台。"))
    assert not report.findings
    assert [row.status for row in report.reconciliation if row.primary.text == "168人"] == ["unsure"]


def test_the_same_digits_tell_whatever_the_names() -> None:
    row = _COUNT + "物业服务面积|4.6平方米"
    assert said("MAT001", filing(row, annual_goal="保障办公楼4.6万平方米的保洁。")) == ["warning"]
