"""其中: parts are counted and are no second expense; where they alone are paid, they stand behind the whole."""

import pytest

from drafter.brief import Brief
from drafter.drafting import draft, load_brief


def test_a_price_behind_the_parts_is_that_of_the_whole():
    text = "2027年抽检药品900批次，其中中成药500批次、化学药400批次，每批次平均700元，预算63万元"
    made = draft(text)
    brief = load_brief(text, ".txt")
    assert [(one.name, one.quantity, one.unit_price) for one in brief.items] == [("药品抽检", 900, 700)]
    assert "抽检药品900批次（其中中成药500批次、化学药400批次）" in (made.filing.annual_goal or "")
    rows = {row.name: row.target.raw for row in made.filing.indicators if row.target}
    assert (rows["中成药抽检批次"], rows["化学药抽检批次"]) == ("=500(批次)", "=400(批次)")


def test_parts_that_are_paid_are_the_expenses_of_the_whole():
    text = "2027年保安12人，其中班长2人每人每年6万元，队员10人每人每年5万元，预算62万元"
    brief = load_brief(text, ".txt")
    assert [(one.name, one.quantity, one.unit_price) for one in brief.items] == [
        ("班长", 2, 60000),
        ("队员", 10, 50000),
    ]
    assert brief.project_name == "保安服务项目"
    assert "保安12人，其中班长2人、队员10人" in (draft(text).filing.annual_goal or "")


def test_a_part_that_is_not_all_of_it():
    text = "2027年购置图书5000册，其中少儿图书1500册，每册平均40元，预算20万元"
    assert [(one.name, one.unit_price) for one in load_brief(text, ".txt").items] == [("图书", 40)]
    assert "购置图书5000册（其中少儿图书1500册）" in (draft(text).filing.annual_goal or "")


def test_a_part_of_a_result_is_no_expense():
    text = "2027年家庭医生签约1.5万人，其中重点人群6000人，签约服务费每人50元，预算75万元"
    (item,) = load_brief(text, ".txt").items
    assert (item.name, item.quantity, item.unit_price) == ("家庭医生签约", 15000, 50)
    assert draft(text).status == "passed"


def test_more_than_the_whole_is_no_part():
    text = "2027年抽检药品900批次，其中中成药500批次、化学药600批次，每批次700元，预算63万元"
    assert len(load_brief(text, ".txt").items) > 1


def test_counted_results_of_a_form_are_said_as_parts_of_their_item():
    brief = Brief(
        project_name="残疾人技能培训",
        year=2027,
        items=[{"name": "残疾人技能培训", "quantity": 200, "unit": "人次"}],
        targets=[
            {"name": "电商培训人次", "value": 120, "unit": "人次"},
            {"name": "按摩培训人次", "value": 80, "unit": "人次"},
        ],
    )
    assert "200人次（其中电商培训120人次、按摩培训80人次）" in (draft(brief).filing.annual_goal or "")


@pytest.mark.parametrize("value", [100, 130])
def test_results_that_do_not_add_up_are_no_parts(value):
    brief = Brief(
        project_name="残疾人技能培训",
        year=2027,
        items=[{"name": "残疾人技能培训", "quantity": 200, "unit": "人次"}],
        targets=[
            {"name": "社区讲座人次", "value": 120, "unit": "人次"},
            {"name": "公益宣传人次", "value": value, "unit": "人次"},
        ],
    )
    assert "其中" not in (draft(brief).filing.annual_goal or "")
