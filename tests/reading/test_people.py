"""Names and numbers of people: known from the fields for them, and in no narrative and no note."""

from __future__ import annotations

import json

import pytest
from forms import TITLE, located, one

from drafter.reading.documents import read_bytes
from drafter.reading.labels import find_label

# Invented.
MOBILE = "138" + "0" * 8
NAMED = [
    "项目负责人", "联络人", "联络员", "项目主管", "责任人", "项目责任人", "主管", "组长", "牵头人", "联系手机",
]  # fmt: skip
TABLE = "一级指标\t二级指标\t三级指标\t指标值\t备注\n产出指标\t数量指标\t修缮球场\t6片\t由欧阳晓芳核对\n"


@pytest.mark.parametrize("label", NAMED)
def test_a_field_for_people_is_stepped_over(label: str) -> None:
    (found,) = located(f"{TITLE}项目名称\t社区球场\n{label}\t欧阳晓芳\n年度绩效目标\t修缮球场。\n{TABLE}")
    assert found.personal == {"欧阳晓芳"}
    assert "欧阳晓芳" not in found.filing.model_dump_json()


def test_an_office_in_charge_is_no_person() -> None:
    for label in ("主管部门", "主管单位"):
        found = find_label(label)
        assert found is not None and (found.kind, found.path) == ("field", "department")
    filing = one(f"{TITLE}项目名称\t社区球场\n主管部门\t某区文化局\n年度绩效目标\t修缮球场。\n{TABLE}")
    assert filing.department == "某区文化局"


def test_narrative_and_notes_hold_nobody_and_goals_stay_as_printed() -> None:
    text = (
        f"{TITLE}项目名称\t社区球场\n项目负责人\t欧阳晓芳\t联系手机\t{MOBILE}\n"
        f"项目概况\t球场由欧阳晓芳照管，报修打 {MOBILE} 或发信 court@example.cn，全年 12 场活动。\n"
        f"年度绩效目标\t由欧阳晓芳牵头，修缮球场6片。\n{TABLE}"
    )
    (found,) = located(text)
    filing = found.filing
    assert found.removed == {"name": 2, "telephone": 1, "email": 1}
    assert filing.narrative == "项目概况：球场由〔姓名〕照管，报修打 〔电话〕 或发信 〔邮箱〕，全年 12 场活动。"
    assert filing.indicators[0].note == "由〔姓名〕核对"
    assert filing.annual_goal == "由欧阳晓芳牵头，修缮球场6片。"


def test_filing_json_loses_them_too_and_so_do_the_places() -> None:
    filing = {
        "project_name": "社区球场",
        "annual_goal": "联系人：欧阳晓芳，修缮球场6片。",
        "narrative": f"球场报修找联系人：欧阳晓芳，{MOBILE}，全年 12 场活动。",
        "indicators": [{"name": "修缮球场"}, {"name": "补种草皮", "note": f"电话：{MOBILE}"}],
        "budget_lines": [{"item": "围网", "note": "负责人：欧阳晓芳"}],
    }
    (read,) = read_bytes(json.dumps({"filings": [filing]}).encode(), "a.json").filings
    assert read.filing.narrative == "球场报修找联系人：〔姓名〕，〔电话〕，全年 12 场活动。"
    assert [row.note for row in read.filing.indicators] == [None, "电话：〔电话〕"]
    assert read.filing.budget_lines[0].note == "负责人：〔姓名〕"
    assert read.places["indicators[1].note"].text == "电话：〔电话〕"
    kept = {path: place for path, place in read.places.items() if path != "annual_goal"}
    assert "欧阳晓芳" not in str(kept) and MOBILE not in str(kept)


def test_the_contact_of_one_form_is_in_no_narrative_of_the_next() -> None:
    form = "{title}项目名称\t{name}\n{person}项目概况\t由欧阳晓芳照管。\n年度绩效目标\t修缮。\n{table}"
    first = form.format(title=TITLE, name="社区球场", person="联络人\t欧阳晓芳\n", table=TABLE)
    second = form.format(title=TITLE, name="社区泳池", person="", table=TABLE)
    assert [found.filing.narrative for found in located(second + first)] == ["项目概况：由〔姓名〕照管。"] * 2


def test_a_budget_line_that_pays_such_people_is_a_budget_line() -> None:
    head = "项目明细\t明细金额\t单价\t数量\n"
    lines = "联络员\t12000.00\t2000.00\t6\n围网\t900.00\t450.00\t2\n"
    form = f"{TITLE}项目名称\t社区球场\n年度绩效目标\t修缮球场。\n{TABLE}{head}{lines}"
    assert [line.item for line in one(form).budget_lines] == ["联络员", "围网"]
