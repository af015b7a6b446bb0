"""The embedded draft of the example brief: complete, sourced, clean."""

import pytest

from drafter.drafting import draft, example_brief, load_brief


def test_the_example_brief_drafts_without_findings_and_every_number_is_sourced():
    result = draft(load_brief(example_brief()))
    assert result.status == "passed"
    assert [f.code for f in result.report.documents[0].filings[0].findings if f.severity != "info"] == []
    assert "2027年" in (result.filing.annual_goal or "")
    assert "保安2人" in (result.filing.annual_goal or "")
    assert {row.level1 for row in result.filing.indicators} == {"成本指标", "产出指标", "效益指标", "满意度指标"}
    assert result.questions == []


@pytest.mark.parametrize(
    ("brief", "goal"),
    [
        ("2027年增殖放流，鱼苗放流4000尾，每尾1元", "放流鱼苗4000尾"),
        ("2027年省级储备粮轮换，稻谷轮换20000吨，每吨160元", "轮换稻谷20000吨"),
        ("2027年野生动物救护，受伤野生动物救治200只，每只800元", "救治受伤野生动物200只"),
        ("2027年地下管线普查，管线探测600公里，每公里2500元", "完成管线探测600公里"),
        ("2027年方言采集保护，音视频编辑600条，每条300元", "完成音视频编辑600条"),
        ("2027年秸秆还田补贴30000亩，每亩50元", "按30000亩发放"),
    ],
)
def test_what_is_work_is_done_and_never_bought(brief: str, goal: str) -> None:
    said = draft(brief).filing.annual_goal or ""
    assert goal in said
    assert "购置" not in said


def test_a_purpose_alone_tells_no_kind_of_project() -> None:
    result = draft("项目名称：人工增雨作业\n年度：2027\n目的：缓解农业干旱\n作业人员10人，每人1万元")
    words = (result.filing.annual_goal or "") + "".join(row.name for row in result.filing.indicators)
    assert "农产品" not in words
    assert "作业作业" not in words


@pytest.mark.parametrize(
    ("brief", "goal", "row"),
    [
        ("2027年农机补贴项目，插秧机15台，每台补2.6万元", "补贴插秧机15台", "插秧机补贴标准"),
        ("2027年公园厕所保洁，厕所17座，每座2.4万元", "管护厕所17座", "厕所管护单价标准"),
        ("2027年网络安全等保测评，系统5个，每个4.5万元", "测评系统5个", "系统测评单价标准"),
    ],
)
def test_what_is_there_already_is_neither_bought_nor_made(brief: str, goal: str, row: str) -> None:
    filing = draft(brief).filing
    assert goal in (filing.annual_goal or "")
    assert row in [one.name for one in filing.indicators]


def test_a_limit_for_each_month_stays_one() -> None:
    brief = load_brief("2027年公园保洁，厕所17座，每座2.4万元，游客投诉每月不超过2件", ".txt")
    assert [(one.name, one.value) for one in brief.targets] == [("每月游客投诉", 2)]
