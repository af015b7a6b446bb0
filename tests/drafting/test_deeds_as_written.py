"""Where no rule is sure of a verb the goal keeps the clerk's words: what is done is never turned into a purchase."""

import pytest

from drafter.brief import Brief
from drafter.drafting import draft, load_brief


def _goal(project: str, *items: tuple[str, int, str], **more: object) -> str:
    lines = [{"name": name, "quantity": quantity, "unit": unit} for name, quantity, unit in items]
    return draft(Brief(project_name=project, year=2027, items=lines, **more)).filing.annual_goal or ""


@pytest.mark.parametrize(
    ("project", "item", "said"),
    [
        ("业务软件使用", ("制图软件续费", 30, "套"), "续费制图软件30套"),
        ("卷宗加工", ("卷宗著录外包", 9000, "册"), "完成卷宗著录外包9000册"),
        ("残疾人住房改善", ("家庭坡道改造", 44, "户"), "完成家庭坡道改造44户"),
        ("内部审计", ("离任经济责任审计", 9, "个"), "完成离任经济责任审计9个"),
        ("律师驻点", ("律师驻村坐班", 180, "天"), "安排律师驻村坐班180天"),
        ("康复救助", ("康复训练儿童", 52, "名"), "康复训练儿童52名"),
        ("特困供养", ("特困人员照料", 75, "人"), "为特困人员75人提供照料"),
    ],
)
def test_what_is_done_is_said_and_not_bought(project, item, said):
    goal = _goal(project, item)
    assert said in goal
    assert "购置" not in goal and "购买" not in goal


def test_a_purchase_is_not_carried_on_to_work():
    goal = draft(load_brief("采购水带90盘，单价200元，消防车大修2辆，每辆4万元，2027年", ".txt")).filing.annual_goal
    assert "采购水带90盘" in (goal or "") and "大修消防车2辆" in (goal or "")


def test_two_counts_of_one_thing_are_said_together():
    target = {"name": "保洁河道数量", "comparator": "=", "value": 17, "unit": "条"}
    goal = _goal("河道保洁", ("河道保洁", 41, "公里"), targets=[target])
    assert "河道保洁17条41公里" in goal and "数量达到" not in goal


@pytest.mark.parametrize(
    ("name", "unit", "said"),
    [
        ("涉及农户数量", "户", "涉及农户480户"),
        ("古墓葬调查数量", "处", "完成古墓葬调查480处"),
        ("陪审员数量", "名", "陪审员数量达到480名"),
    ],
)
def test_a_count_is_said_as_a_deed_where_its_name_holds_one(name, unit, said):
    target = {"name": name, "comparator": "=", "value": 480, "unit": unit}
    assert said in _goal("乡村工作", ("宣传册", 3, "册"), targets=[target])


def test_who_allows_for_errors_does_not_promise_that_all_is_right():
    target = {"name": "数据差错率", "comparator": "<=", "value": 2, "unit": "%"}
    rows = draft(
        Brief(project_name="人口抽样调查", year=2027, items=[{"name": "样本户", "quantity": 700, "unit": "户"}],
              targets=[target])
    ).filing.indicators  # fmt: skip
    assert not [row.name for row in rows if row.name.endswith("数据准确率")]
