"""Durations in two units and with a half, and units that are made of two words or of so many of another."""

from __future__ import annotations

import pytest

from drafter.language import extract
from drafter.language.units import lookup, same_dimension


@pytest.mark.parametrize(
    ("text", "number", "unit", "comparator"),
    [
        ("单件办理时长不超过1小时20分", "80", "分钟", "<="),
        ("救护车到场时间9分45秒以内", "585", "秒", "<="),
        ("直播时长两小时三十分钟", "150", "分钟", "="),
        ("挂职期限一年零三个月", "15", "个月", "="),
        ("半程赛关门时间3小时5分8秒", "11108", "秒", "="),
        ("平均候诊时间1小时一刻钟", "75", "分钟", "="),
        ("平均通话时长3分半钟", "3.5", "分钟", "="),
        ("窗口等候不超过一刻钟", "1", "刻钟", "<="),
    ],
)
def test_a_duration_in_two_units_is_one(text: str, number: str, unit: str, comparator: str) -> None:
    assert [(one.number, one.unit, one.comparator) for one in extract(text)] == [(number, unit, comparator)]


@pytest.mark.parametrize("text", ["开赛时间9时30分", "一刻钟便民生活圈", "按一刻钟步行距离布点"])
def test_a_time_of_day_and_a_distance_are_none(text: str) -> None:
    assert extract(text) == []


def test_a_base_and_what_is_done_in_it_stay_apart() -> None:
    assert [(one.number, one.unit) for one in extract("巡河2小时3次")] == [("2", "小时"), ("3", "次")]
    assert [(one.number, one.unit) for one in extract("1年12个月")] == [("1", "年"), ("12", "个月")]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("年末存栏牛羊2.3万头只。", "23000", "头只"),
        ("文物普查登记1,460件套", "1460", "件套"),
        ("档案移交四百二十卷件，", "420", "卷件"),
        ("疗休养入住900间夜", "900", "间夜"),
        ("饮用水微生物指标≤50个/100毫升", "50", "个/100毫升"),
        ("救护车油耗不高于11升/100公里", "11", "升/100公里"),
        ("泳池水菌落总数≤150CFU/100mL", "150", "CFU/100mL"),
    ],
)
def test_two_classifiers_and_so_many_of_a_unit_are_one_unit(text: str, number: str, unit: str) -> None:
    assert [(one.number, one.unit) for one in extract(text)] == [(number, unit)]


def test_a_price_for_a_hundred_is_no_price_for_one() -> None:
    assert lookup("元/100公里") is not None
    assert not same_dimension("元/100公里", "元/公里")


def test_a_classifier_with_the_noun_behind_it_is_no_unit_of_two() -> None:
    assert [one.unit for one in extract("更换2套件架，检查三张支票")] == ["套", "张"]


def test_half_a_tenth_is_five_percent() -> None:
    assert [(one.number, one.unit) for one in extract("绿化覆盖率不低于三成半")] == [("35", "%")]
