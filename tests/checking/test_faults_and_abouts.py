"""Faults by any name, costs of payments, and numbers that no 约 reaches."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, said

QUALITY = "产出指标 | 质量指标"
COST = "成本指标 | 经济成本指标"


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("通知短信错发漏发次数", "=0次", []),
        ("通知短信错发漏发次数", "≤1次", []),
        ("上报材料打回次数", "≤2次", []),
        ("设备抽查次数", "=0次", []),
        ("设备抽查次数", "≥12次", ["warning"]),
    ],
)
def test_how_often_work_may_go_wrong_is_how_good_it_is(name: str, target: str, found: list[str]) -> None:
    assert said("STR003", filing(f"{QUALITY} | {name} | {target}")) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("营养餐补贴总成本", ["warning"]), ("营养餐补贴成本", ["warning"]), ("营养餐补贴金额", []), ("节约采购成本", [])],
)
def test_what_payments_cost_in_all_has_no_floor(name: str, found: list[str]) -> None:
    assert said("VAL006", filing(f"{COST} | {name} | ≥50(万元)")) == found


@pytest.mark.parametrize(
    ("goal", "target", "found"),
    [
        ("全年推送提醒短信600条，居民满意度达90%以上。", "约600万条", ["warning"]),
        ("全年推送提醒短信600万条左右，居民满意度达90%以上。", "≥60万条", ["warning"]),
        ("全年推送提醒短信600万条左右，居民满意度达90%以上。", "≥550万条", []),
        ("全年推送提醒短信约600万条，居民满意度达90%以上。", "≥400万条", []),
    ],
)
def test_no_about_reaches_to_the_double(goal: str, target: str, found: list[str]) -> None:
    rows = f"产出指标 | 数量指标 | 推送提醒短信 | {target}", "满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90%"
    assert said("MAT001", filing(*rows, annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("看护不到位引发溺水事故数", "≤1起", ["warning"]),
        ("看护不到位引发溺水事故数", "=0起", []),
        # The row counts accidents of every cause.
        ("溺水事故数", "≤1起", ["info"]),
        ("设备老化引发溺水事故数", "≤1起", []),
    ],
)
def test_the_cause_of_what_may_not_happen_is_read(name: str, target: str, found: list[str]) -> None:
    goal = "做好河道巡查，全年不发生因看护不到位引发的溺水事故。"
    assert said("MAT007", filing(f"效益指标 | 社会效益指标 | {name} | {target}", annual_goal=goal)) == found
