"""Indicators as an outline of lines instead of a table."""

from __future__ import annotations

import pytest
from forms import located, money, one, rows

from drafter.reading.forms import recognise
from drafter.reading.text import content_of

FIELDS = """社区球场管理中心2027年度项目支出绩效目标申报表

项目名称：社区球场
项目单位：某区球场管理中心      主管部门：某区体育局
项目起止时间：2027年1月—2027年12月
项目资金：120万元，其中财政拨款110万元，其他资金10万元
绩效目标：修缮球场6片，验收合格率100%。
"""
EXPECTED = [
    ("产出指标", "数量指标", "修缮球场", "6片"),
    ("产出指标", "质量指标", "验收合格率", "100%"),
    ("产出指标", "成本指标", "每片成本", "≤20万元"),
    ("效益指标", "社会效益指标", "开放时长", "≥12小时"),
]
NUMBERED = """绩效指标：
一、产出指标
（一）数量指标
1.修缮球场：6片
（二）质量指标
1.验收合格率：100%
（三）成本指标
1.每片成本：≤20万元
二、效益指标
（一）社会效益指标
1.开放时长：≥12小时
"""
PLAIN = """绩效指标
产出指标
数量指标
修缮球场：6片
质量指标
验收合格率：100%；
成本指标：每片成本≤20万元
效益指标
社会效益指标
开放时长≥12小时。
"""
INLINE = """（一）产出指标
1.数量指标：修缮球场：6片
2.质量指标：验收合格率：100%。
3.成本指标：每片成本≤20万元；
（二）效益指标
1.社会效益指标：开放时长≥12小时。
"""


@pytest.mark.parametrize("outline", [NUMBERED, PLAIN, INLINE])
def test_an_outline_is_read_and_the_goal_ends_before_it(outline: str) -> None:
    filing = one(FIELDS + outline)
    assert rows(filing) == EXPECTED
    assert filing.annual_goal == "修缮球场6片，验收合格率100%。"
    assert (filing.implementer, filing.department) == ("某区球场管理中心", "某区体育局")


def test_the_money_of_a_line_is_taken_apart() -> None:
    expected = {"annual_total": "1200000", "current_appropriation": "1100000", "other": "100000"}
    assert money(one(FIELDS + NUMBERED)) == expected


def test_what_follows_an_outline_is_read_as_ever() -> None:
    filing = one(FIELDS + NUMBERED + "立项依据：区体育设施修缮计划\n")
    assert rows(filing) == EXPECTED
    assert filing.narrative is not None and "区体育设施修缮计划" in filing.narrative


def test_an_item_named_like_a_level_is_an_item() -> None:
    filing = one(FIELDS + NUMBERED + "三、满意度指标\n1.服务对象满意度：≥85%\n")
    assert rows(filing)[-1] == ("满意度指标", None, "服务对象满意度", "≥85%")


def test_several_items_on_the_line_of_their_level() -> None:
    filing = one(FIELDS + "一、产出指标\n（一）数量指标：修缮球场：6片；新装灯具：24盏；更换球网：6副\n")
    assert [row[2:] for row in rows(filing)] == [("修缮球场", "6片"), ("新装灯具", "24盏"), ("更换球网", "6副")]


def test_an_item_whose_value_cannot_be_told_is_not_certain() -> None:
    text = FIELDS + NUMBERED.replace("1.开放时长：≥12小时", "1.社区活动逐步丰富")
    (last,) = [row for row in one(text).indicators if row.level1 == "效益指标"]
    assert (last.name, last.target, last.certain) == ("社区活动逐步丰富", None, False)
    assert recognise(content_of(text)).notes


def test_a_sentence_that_mentions_levels_opens_no_outline() -> None:
    text = FIELDS + "产出指标\n效益指标\n以上指标由各街道填写。\n"
    assert [found.filing.indicators for found in located(text)] == [[]]
