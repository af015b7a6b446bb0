"""Shapes of goal sentences that real filings use and that one number wrong must not hide in."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.checking import check_filing
from drafter.checking.rules import catalogue
from drafter.filing import Filing


def _filing(goal: str, rows: list[tuple[str, str, str, str, str]], **more: Any) -> Filing:
    indicators = [
        {"level1": "产出指标", "level2": "数量指标", "name": name,
         "target": {"raw": f"{sign}{value}{unit}", "comparator": sign, "value": value, "unit": unit, "text": None}}
        for name, sign, value, unit, _ in rows
    ]  # fmt: skip
    shape = {"year": 2026, "project_name": "便民服务", "start_date": "2026-01-01", "end_date": "2026-12-31"}
    return Filing.model_validate({**shape, "annual_goal": goal, "indicators": indicators, **more})


def _said(filing: Filing, *codes: str) -> list[tuple[str, str]]:
    found = check_filing(filing, rules=catalogue()).findings
    return [(one.code, one.primary.text) for one in found if one.code in codes and one.severity != "info"]


CASES = [
    # Several rows share one number.
    ("学生和家长满意度均不低于{}。", "90%", "95%", [("学生满意度", ">=", "90", "%"), ("家长满意度", ">=", "90", "%")]),
    ("食品留样合格率、入所体检率均达{}。", "100%", "98%",
     [("食品留样合格率", "=", "100", "%"), ("入所体检率", "=", "100", "%")]),
    # The row measures what is done in each, as the goal does.
    ("场馆每周开放不少于{}。", "56小时", "65小时", [("每周开放时长", ">=", "56", "小时")]),
    ("保障日均{}老人用餐。", "620名", "260名", [("日均保障老人用餐人数", "=", "620", "人")]),
    # A part with a row of its own.
    ("接待观众45万人次，其中未成年人不少于{}。", "9万人次", "6万人次",
     [("接待观众人次", ">=", "450000", "人次"), ("接待未成年观众人次", ">=", "90000", "人次")]),
    # What is counted stands before the whole list.
    ("组织流动展览进校园、进社区共{}。", "24场", "42场", [("流动展览场次", ">=", "24", "场")]),
    # So far, and this year.
    ("年内改造泊位1200个，累计完成{}。", "2400个", "2600个",
     [("改造泊位数量", "=", "1200", "个"), ("累计改造泊位数量", ">=", "2400", "个")]),
    # The unit with its alternative in brackets, and 有感, which says nothing of what there is.
    ("完成文物三维数据采集{}。", "180件（套）", "108件（套）", [("文物三维数据采集数量", ">=", "180", "件（套）")]),
    ("3.0级以上有感地震在{}内完成速报。", "10分钟", "15分钟", [("有感地震速报时间", "<=", "10", "分钟")]),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "right", "wrong", "rows"), CASES)
def test_a_wrong_number_is_found_and_the_right_one_is_not(
    goal: str, right: str, wrong: str, rows: list[tuple[str, str, str, str]]
) -> None:
    table = [(*row, "") for row in rows]
    assert _said(_filing(goal.format(right), table), "MAT001", "MAT002") == []
    found = _said(_filing(goal.format(wrong), table), "MAT001")
    assert found and all(code == "MAT001" for code, _ in found)


SUMS = [
    ("运行24个甲台、8个乙台和3个丙台（合计{}台站）。", "35个", "36个"),
    ("开放3个场馆（体育馆、游泳馆、健身中心各{}）。", "1个", "2个"),
    ("慰问家庭41户，其中二等功{}、三等功四十户，慰问金合计9万元。", "一户", "三户"),
    ("养护6条航道共计86.5公里，其中甲级2条{}、乙级4条55.3公里。", "31.2公里", "32.1公里"),
    ("补助资金1864万元，其中中央资金1118.4万元、省级资金{}、县级资金372.8万元。", "372.8万元", "327.8万元"),
]


@pytest.mark.parametrize(("goal", "right", "wrong"), SUMS)
def test_a_list_of_parts_is_added_up(goal: str, right: str, wrong: str) -> None:
    assert _said(_filing(goal.format(right), []), "ARI008") == []
    assert [code for code, _ in _said(_filing(goal.format(wrong), []), "ARI008")] == ["ARI008"]


def test_parts_that_are_some_of_a_total_only_are_left_alone() -> None:
    goal = "养护6条航道共计86.5公里，其中甲级1条11.2公里、乙级2条35.3公里；补助资金500万元，其中中央资金300万元。"
    assert _said(_filing(goal, []), "ARI008") == []


def test_growth_is_worked_out_of_its_two_numbers() -> None:
    funding = {"annual_total": "12621750", "current_appropriation": "12621750"}
    right = _filing("所需资金12621750元，较上年的11878400元增长6.3%。", [], funding=funding)
    wrong = _filing("所需资金12621750元，较上年的11878400元增长9.3%。", [], funding=funding)
    fallen = _filing("所需资金11878400元，比上年12621750元下降5.9%。", [])
    assert _said(right, "ARI009", "MAT002") == _said(fallen, "ARI009", "MAT002") == []
    assert _said(wrong, "ARI009") == [("ARI009", "9.3%")]


@pytest.mark.parametrize("goal", ["效益费按核减额的4%计取。", "对其中27户增发50%。", "按实际支出的30%给予补助。"])
def test_how_much_is_paid_is_no_promise(goal: str) -> None:
    row = ("服务户数", "=", "27", "户", "")
    assert [text for _, text in _said(_filing(goal, [row]), "MAT002") if "%" in text] == []


def test_fields_of_the_funding_block_are_what_the_goal_says() -> None:
    funding = {
        "annual_total": "7480000",
        "upper_level": "5200000",
        "own_level": "2280000",
        "last_year_budget": "3120000",
    }
    goal = "项目总投资748万元，其中上级补助{}，县级配套228万元。上年预算{}。"
    assert _said(_filing(goal.format("520万元", "312万元"), [], funding=funding), "ARI012") == []
    wrong = _filing(goal.format("502万元", "321万元"), [], funding=funding)
    assert _said(wrong, "ARI012") == [("ARI012", "502万元"), ("ARI012", "321万元")]


@pytest.mark.parametrize(
    "goal",
    [
        "所需资金由市级财政安排300万元、县级配套200万元，全年巡查24次。",
        "争取上级补助500万元，全年巡查24次。",
        "本级财政安排100万元购置设备，全年巡查24次。",
        "本级财政资金100万元，其余用于维护。",
        "本级财政资金100万元已支付，全年巡查24次。",
    ],
)
def test_money_that_is_no_whole_field_of_the_funding_block_is_left_alone(goal: str) -> None:
    funding = {"annual_total": "8000000", "upper_level": "3000000", "own_level": "3000000", "lower_level": "2000000"}
    assert _said(_filing(goal, [], funding=funding), "ARI012") == []


_CITY = {"annual_total": "3000000", "own_level": "3000000"}


@pytest.mark.parametrize(
    ("office", "funding", "goal", "said"),
    [
        ("某市教育局", _CITY, "所需资金由县级配套200万元，全年巡查24次。", []),
        ("某省教育厅", _CITY, "所需资金由县级配套200万元，全年巡查24次。", []),
        (None, _CITY, "所需资金由市级财政安排300万元、县级配套200万元，全年巡查24次。", []),
        (None, _CITY, "所需资金由市级财政安排310万元、县级配套200万元，全年巡查24次。", []),
        (
            None,
            {"annual_total": "5000000", "upper_level": "2000000", "own_level": "3000000"},
            "省级补助200万元、市级财政安排300万元、县级配套100万元，全年巡查24次。",
            [],
        ),
        ("某市某区教育局", _CITY, "所需资金由区级配套200万元，全年巡查24次。", ["200万元"]),
        ("某县教育局", _CITY, "所需资金由县级配套200万元，全年巡查24次。", ["200万元"]),
        ("某市教育局", _CITY, "所需资金由本级财政安排200万元，全年巡查24次。", ["200万元"]),
        (
            None,
            {"annual_total": "5000000", "upper_level": "2000000", "own_level": "3000000"},
            "市级补助200万元、县级配套250万元，全年巡查24次。",
            ["250万元"],
        ),
    ],
)
def test_the_money_of_counties_is_not_that_of_their_city(
    office: str | None, funding: dict[str, str], goal: str, said: list[str]
) -> None:
    one = _filing(goal, [], funding=funding, implementer=office, department=None)
    assert [text for _, text in _said(one, "ARI012")] == said


def test_growth_of_what_is_added_is_still_worked_out() -> None:
    assert _said(_filing("新增就业1200人，较上年的1000人增长20%。", []), "ARI009") == []
    assert _said(_filing("新增就业1200人，较上年的1000人增长30%。", []), "ARI009") == [("ARI009", "30%")]


def test_things_are_no_accidents() -> None:
    rows = [("因航道原因造成的沉船事故", "=", "0", "起", ""), ("养护航道里程", "=", "86.5", "公里", "")]
    assert _said(_filing("养护6条航道共计86.5公里，不发生沉船事故。", rows), "MAT001", "MAT002") == []


def test_a_price_by_the_month_is_the_line_of_several_months() -> None:
    rows = [("食堂工勤人员工资标准", "=", "2600", "元/人·月", ""), ("聘用食堂工勤人员人数", "=", "152", "人", "")]
    line = {"item": "食堂工勤人员工资", "unit_price": "26000", "quantity": "152", "amount": "3952000"}
    filing = _filing("聘用食堂工勤人员152人。", rows, budget_lines=[line], funding={"annual_total": "3952000"})
    assert _said(filing, "ARI003") == []


def test_a_zero_said_after_its_harm_is_a_promise() -> None:
    rows = [("文物安全责任事故", "<=", "2", "起", "")]
    assert [code for code, _ in _said(_filing("文物安全责任事故为零。", rows), "MAT007")] == ["MAT007"]


def test_a_target_of_which_nothing_is_printed_is_blank() -> None:
    blank = {"raw": " ", "comparator": None, "value": None, "unit": None, "text": None}
    row = {"level1": "产出指标", "level2": "数量指标", "name": "培训场次", "target": blank}
    other = {**row, "name": "培训人数", "target": {"raw": "=5人", "comparator": "=", "value": "5", "unit": "人"}}
    found = _said(_filing("培训5人。", [], indicators=[row, other]), "VAL001")
    assert [code for code, _ in found] == ["VAL001"]


def test_one_thing_with_two_numbers_in_the_goal() -> None:
    row = ("尘肺病患者随访例数", ">=", "340", "例", "")
    goal = "随访尘肺病患者340例，满意率90%以上。全年随访尘肺病患者{}例，预算58万元。"
    assert _said(_filing(goal.format("340"), [row]), "MAT001") == []
    assert _said(_filing(goal.format("400"), [row]), "MAT001") == [("MAT001", "400例")]
    elsewhere = "上门随访尘肺病患者340例，电话随访尘肺病患者400例。"
    assert _said(_filing(elsewhere, [row]), "MAT001") == []


def test_a_time_counted_from_an_event_is_the_same_in_the_target() -> None:
    target = {"raw": "进点后60日内", "comparator": None, "value": None, "unit": None, "text": "进点后60日内"}
    row = {"level1": "产出指标", "level2": "时效指标", "name": "审计报告出具时限", "target": target}
    assert _said(_filing("进点后60日内出具报告。", [], indicators=[row]), "MAT001") == []
    assert _said(_filing("进点后90日内出具报告。", [], indicators=[row]), "MAT001") == [("MAT001", "90日")]


def test_people_and_how_often_they_came_are_two_units() -> None:
    filing = _filing("免费健身技能培训2400人。", [("免费健身技能培训人次", ">=", "2400", "人次", "")])
    found = [one for one in check_filing(filing, rules=catalogue()).findings if one.code == "MAT001"]
    assert [one.severity for one in found] == ["info"]


@pytest.mark.parametrize(
    ("part", "said"),
    [("175.2万元", []), ("157.2万元", ["157.2万元"]), ("165.2万元", ["165.2万元"]), ("100万元", []), ("35万元", [])],
)
def test_a_part_of_the_money_is_what_its_lines_come_to(part: str, said: list[str]) -> None:
    lines = [
        ("原创展览", "1400000"),
        ("引进展览", "280000"),
        ("流动展览", "72000"),
        ("采集", "810000"),
        ("修复", "378000"),
    ]
    goal = f"预算294万元，其中展览经费{part}、文物数字化经费81万元、文物修缮经费37.8万元。"
    filing = _filing(
        goal, [], funding={"annual_total": "2940000"}, budget_lines=[{"item": a, "amount": b} for a, b in lines]
    )
    assert [text for _, text in _said(filing, "ARI008")] == said


def test_a_year_is_no_factor() -> None:
    assert _said(_filing("2026年×3次=9次。", []), "ARI009") == []
    assert _said(_filing("12校×3次=39次。", []), "ARI009") == [("ARI009", "39次")]


def test_work_of_this_year_for_the_next_is_in_time() -> None:
    assert _said(_filing("2027年预算编制准备工作按期完成。", []), "TIM004") == []
    assert [code for code, _ in _said(_filing("2027年培训600人。", []), "TIM004")] == ["TIM004"]


def test_an_anagram_is_another_name() -> None:
    def alike(one: str, other: str) -> bool:
        rows = [(one, "=", "12", "次", ""), (other, "=", "12", "次", "")]
        return any(found.code == "STR006" for found in check_filing(_filing("", rows), rules=catalogue()).findings)

    assert alike("教师培训次数", "培训教师次数")
    assert not alike("水上油污检查次数", "油上水污检查次数")


def test_a_goal_of_deeds_without_a_number_beside_a_table_of_amounts() -> None:
    rows = [("宣传册印制数量", "=", "7000", "份", ""), ("宣讲场次", "=", "3", "场", "")]
    filing = _filing("印制宣传册并举办宣讲活动。", rows)
    found = [one for one in check_filing(filing, rules=catalogue()).findings if one.code == "MAT012"]
    assert [one.severity for one in found] == ["info"]
    assert "MAT012" not in {one.code for one in check_filing(_filing("举办宣讲活动。", rows[:1])).findings}


PRODUCTS = [
    ("建设充电点{}处，安装端口6300个（每处30个）。", "210", "200"),
    ("对全县156个行政村每月放映1场，全年放映{}场，另为12所学校每校放映4场，共48场。", "1872", "1782"),
    ("对全县156个行政村每月放映1场，全年放映1872场，另为12所学校每校放映4场，共{}场。", "48", "84"),
]


@pytest.mark.parametrize(("goal", "right", "wrong"), PRODUCTS)
def test_each_rate_is_multiplied_to_its_own_total(goal: str, right: str, wrong: str) -> None:
    assert _said(_filing(goal.format(right), []), "ARI009") == []
    assert [code for code, _ in _said(_filing(goal.format(wrong), []), "ARI009")] == ["ARI009"]


def test_a_pace_leaves_the_row_to_its_total() -> None:
    row = ("团队业务培训次数", "=", "192", "次", "")
    goal = "家庭医生团队96个，每个团队每年开展业务培训2次，共{}次。"
    assert _said(_filing(goal.format("192"), [row]), "MAT001") == []
    assert _said(_filing(goal.format("129"), [row]), "MAT001") == [("MAT001", "129次")]


def test_a_noun_ends_where_the_deed_begins() -> None:
    rows = [("覆盖老旧小区数量", "=", "85", "个", ""), ("建设集中充电点数量", "=", "210", "处", "")]
    goal = "在{}个老旧小区建设电动自行车集中充电点210处。"
    assert _said(_filing(goal.format("85"), rows), "MAT001") == []
    assert _said(_filing(goal.format("58"), rows), "MAT001") == [("MAT001", "58个")]


def test_the_one_price_per_these_is_that_of_the_row() -> None:
    row = ("膳食补助标准", "=", "5", "元/生·天", "")
    goal = "按每生每天{}元安排膳食补助资金。"
    assert _said(_filing(goal.format("5"), [row]), "ARI009") == []
    assert _said(_filing(goal.format("6"), [row]), "ARI009") == [("ARI009", "6元")]


def test_three_parts_that_leave_something_are_asked_about() -> None:
    goal = "建设服务站15个，其中商圈{}个、景区4个、社区3个。"
    assert [one.code for one in check_filing(_filing(goal.format("8"), [])).findings if one.code == "ARI008"] == []
    asked = [one for one in check_filing(_filing(goal.format("6"), [])).findings if one.code == "ARI008"]
    assert [one.severity for one in asked] == ["info"]


def test_none_may_be_said_behind_the_harm() -> None:
    rows = [("侵害未成年人事件", "<=", "3", "起", "")]
    assert [code for code, _ in _said(_filing("侵害未成年人事件零发生。", rows), "MAT007")] == ["MAT007"]


def test_whose_things_are_counted_is_advice() -> None:
    row = ("加装智能终端车辆数", "=", "1840", "辆", "")
    filing = _filing("对260家运输企业的1840辆车辆加装智能终端。", [row])
    found = [one for one in check_filing(filing, rules=catalogue()).findings if one.code == "MAT002"]
    assert [(one.primary.text, one.severity) for one in found] == [("260家", "info")]


def test_a_step_is_not_the_level_it_leads_to() -> None:
    goal = "比上年增加培训200人次，达到{}，较上年1000人次增长20%。"
    rows = [("培训人次", "=", "1200", "人次", "")]
    assert _said(_filing(goal.format("1200人次"), rows), "MAT001") == []
    assert _said(_filing(goal.format("1300人次"), rows), "MAT001") != []


_ONE_YEAR = {"start_date": "2026-01-01", "end_date": "2026-12-31", "funding": {"annual_total": "580000"}}


@pytest.mark.parametrize("words", ["项目总投入", "本项目总投入资金", "总投入共", "总投资", "项目总经费", "项目总资金"])
def test_what_goes_into_a_project_of_one_year_is_its_budget(words: str) -> None:
    wrong, right = (f"{words}{amount}，全年巡查24次。" for amount in ("60万元", "58万元"))
    assert _said(_filing(wrong, [], **_ONE_YEAR), "ARI012") == [("ARI012", "60万元")]
    assert _said(_filing(right, [], **_ONE_YEAR), "ARI012") == []
    twice = f"{words}60万元，全年巡查24次，总投入60万元。"
    assert _said(_filing(twice, [], **_ONE_YEAR), "ARI012") == [("ARI012", "60万元")]


@pytest.mark.parametrize(
    "goal",
    [
        "项目总投入60万元，其中财政资金58万元。",
        "项目总投入60万元，不足部分由单位自筹。",
        "带动社会总投入60万元。",
        "设备总投入60万元。",
        "一期总投资60万元。",
        "三年累计总投入60万元。",
        "项目总投入60万元，本年安排其余部分以外的58万元。",
    ],
)
def test_money_that_others_or_other_years_put_in_is_not_held_against_the_budget(goal: str) -> None:
    assert _said(_filing(goal, [], **_ONE_YEAR), "ARI012") == []
