"""Names that count work on a harm, times that should be short, days counted in days: words of single rows."""

from __future__ import annotations

import pytest

from drafter.checking.words import is_harmful, is_wait
from tests.checking.rows import filing, said


@pytest.mark.parametrize(
    "name",
    [
        "排查安全隐患数量", "追缴拖欠工资金额", "调解矛盾纠纷件数", "为消费者挽回损失", "修补破损路面面积",
        "劝返辍学学生人数", "排查事故隐患",
    ],
)  # fmt: skip
def test_more_work_on_a_harm_is_better(name: str) -> None:
    assert not is_harmful(name)
    assert said("VAL006", filing(f"效益指标|社会效益指标|{name}|≥60件")) == []


@pytest.mark.parametrize("name", ["维修返工次数", "抢修超时次数", "加固工程质量事故", "清理不合格率", "维修故障率"])
def test_the_work_s_own_faults_stay_harmful(name: str) -> None:
    assert is_harmful(name)
    assert said("VAL006", filing(f"产出指标|质量指标|{name}|≥6次")) == ["warning"]


@pytest.mark.parametrize("name", ["证照取件时间", "档案调阅时间", "退款到账时限", "备案时限", "查询时长"])
def test_who_waits_waits_less(name: str) -> None:
    assert is_wait(name)
    assert not is_wait("窗口开放时长")


@pytest.mark.parametrize(("target", "found"), [("200人", ["warning"]), ("200天", []), ("200", []), ("200(个)", [])])
def test_days_are_counted_in_days(target: str, found: list[str]) -> None:
    one = filing(f"产出指标|数量指标|窗口值守天数|{target}")
    assert [one for one in said("VAL003", one) if one == "warning"] == found


def test_a_rate_of_growth_takes_the_place_of_no_count_that_has_its_row() -> None:
    rows = ("产出指标|数量指标|接待游客人次|≥32000人次", "产出指标|数量指标|游客人次增长率|约4%")
    goal = "全年接待游客3.2万人次，比上年增长4%左右。"
    assert said("STR004", filing(*rows, annual_goal=goal)) == ["info"]
    assert said("STR004", filing(rows[1], annual_goal=goal)) == ["warning"]
