"""Facts a clerk states in passing stay in goal and table: heads of a session, a ceiling, points, whose work it is."""

import pytest

from drafter.brief import Brief
from drafter.drafting import draft, load_brief


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("2027年举办业务培训5期，每期40人，每期2万元，预算10万元", "参训人次", 200),
        ("2027年举办惠民演出6场，每场300人，每场1万元，预算6万元", "参与人次", 1800),
    ],
)
def test_heads_of_each_session_are_counted_and_asked_about(text, name, whole):
    brief = load_brief(text, ".txt")
    assert [(one.name, one.value) for one in brief.targets] == [(name, whole)]
    assert any(f"= {whole:,} 计，请确认" in question.zh for question in brief.questions)
    assert f"{whole}人次" in (draft(text).filing.annual_goal or "")


def test_heads_that_are_said_in_all_are_not_counted_again():
    brief = load_brief("2027年举办业务培训5期，每期40人，共200人，每期2万元，预算10万元", ".txt")
    assert sum(one.value == 200 for one in brief.targets) == 1


def test_a_ceiling_said_before_its_count_is_the_price_and_asked_about():
    brief = load_brief("2027年购买平板电脑，每台不超过3000元，共30台，预算9万元", ".txt")
    assert [(one.quantity, one.unit_price) for one in brief.items] == [(30, 3000)]
    assert any("上限" in question.zh for question in brief.questions)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("2027年噪声监测24个点，每点1200元，共2.88万元", ("噪声监测点", 24, 1200)),
        ("2027年水质监测16个断面，每个断面2000元，预算3.2万元", ("水质监测断面", 16, 2000)),
    ],
)
def test_what_is_counted_may_stand_behind_the_count(text, item):
    (one,) = load_brief(text, ".txt").items
    assert (one.name, one.quantity, one.unit_price) == item


def test_whose_own_work_it_is_is_no_part_of_its_name():
    brief = load_brief("疾控中心结核病筛查2600人，每人60元，预算15.6万元，2027年", ".txt")
    assert (brief.implementer, [one.name for one in brief.items]) == ("疾控中心", ["结核病筛查"])


def test_what_is_done_to_a_house_keeps_its_name():
    brief = load_brief("2027年文化馆屋面维修700平方米，每平方米200元，预算14万元", ".txt")
    assert (brief.implementer, brief.project_name) == (None, "文化馆屋面维修项目")


def test_work_no_item_is_named_after_is_in_the_goal():
    text = "2027年要做地方病哨点检测，全年采样2400份，每份40元，预算9.6万元"
    assert "地方病哨点检测" in (draft(text).filing.annual_goal or "")


def _goal(project: str, item: dict[str, object], **fields: object) -> str:
    return draft(Brief(project_name=project, year=2027, items=[item], **fields)).filing.annual_goal or ""


def test_exhibitions_are_held_and_not_bought():
    assert "举办原创展览2个" in _goal("临时展览", {"name": "原创展览", "quantity": 2, "unit": "个"})


def test_a_day_is_said_with_what_it_is_of():
    goal = _goal(
        "临时展览",
        {"name": "原创展览", "quantity": 2, "unit": "个"},
        targets=[{"name": "首展时间", "value": "5月18日前"}],
    )
    assert "首展时间为5月18日前" in goal


def test_what_is_handed_in_by_a_day_is_named():
    targets = [{"name": "成果提交时间", "value": "10月31日前"}]
    item = {"name": "土壤样品检测", "quantity": 900, "unit": "个"}
    assert "10月31日前提交成果" in _goal("土壤普查样品检测", item, targets=targets)


@pytest.mark.parametrize("manner", ["居家", "上门", "日间"])
def test_where_care_is_given_is_no_part_of_who_is_cared_for(manner):
    goal = _goal("养老服务", {"name": f"失能老人{manner}照护", "quantity": 300, "unit": "人"})
    assert f"为失能老人300人提供{manner}照护" in goal


def test_one_examination_has_one_rate_of_those_who_pass():
    targets = [{"name": "结业考试通过率", "comparator": ">=", "value": 95, "unit": "%"}]
    item = {"name": "干部培训", "quantity": 300, "unit": "人次"}
    brief = Brief(project_name="基层干部培训", year=2027, items=[item], targets=targets)
    passed = [row.name for row in draft(brief).filing.indicators if row.name.startswith("结业")]
    assert passed == ["结业考试通过率"]


@pytest.mark.parametrize(("thing", "builds"), [("灭火器", False), ("垃圾桶", False), ("路灯", True)])
def test_what_is_changed_by_hand_has_no_building_site(thing, builds):
    goal = _goal(f"{thing}更换", {"name": thing, "verb": "更换", "quantity": 300, "unit": "个"})
    assert ("施工期间" in goal) is builds
