"""Forms of whole departments: tasks are budget lines or are named, the money is the year's, lists are filings."""

from __future__ import annotations

import departments
import layouts
import pytest
from builders import Box, Rows
from forms import filings, money, one, rows

from drafter.checking import check_filing
from drafter.filing import Filing
from drafter.reading.content import Content
from drafter.reading.forms import recognise
from drafter.reading.text import content_of

B = Box
CARRIERS = ["exact", "tabs", "pipes", "lines"]


def _in(carrier: str, form: Rows) -> str | Content:
    return getattr(layouts, carrier)(form)


def _notes(source: str | Content) -> str:
    found = recognise(content_of(source) if isinstance(source, str) else source)
    return " ".join(note[0] for note in found.notes)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_tasks_are_budget_lines_and_their_total_is_the_money_of_the_year(carrier: str) -> None:
    filing = one(_in(carrier, departments.TASKS_IN_THREE_COLUMNS))
    assert filing.implementer == "某县水务局"
    assert [(line.item, str(line.amount), line.note) for line in filing.budget_lines] == [
        ("任务1：河道管护", "1205000.00", "清理河道垃圾，修补护坡"),
        ("任务2：供水监测", "600000", "检测水样"),
        ("任务3：人员和公用经费", "3195000.00", "保障日常运转"),
    ]
    assert money(filing) == {
        "annual_total": "5000000.00", "current_appropriation": "4800000.00", "other": "200000.00"
    }  # fmt: skip
    assert [row[3] for row in rows(filing)] == ["60公里", "≥95%", "稳定达标", "≥90%"]
    assert not [finding for finding in check_filing(filing).findings if finding.code.startswith("ARI")]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_tasks_without_money_and_the_structure_of_the_budget_are_named(carrier: str) -> None:
    source = _in(carrier, departments.TASKS_AND_STRUCTURE)
    filing = one(source)
    assert money(filing) == {
        "annual_total": "8600000.00", "current_appropriation": "8450000.00", "other": "150000.00"
    }  # fmt: skip
    assert filing.printed["funding.other"] == "0.00万元+15.00万元"
    assert all(word in _notes(source) for word in ("年度主要任务", "基本支出 640.00万元", "项目支出 220.00万元"))
    assert rows(filing) == [
        ("产出指标", "重点工作任务完成", "接收档案数量", "8000卷"),
        ("效益指标", "履职效益", "查档人次", "≥3000人次"),
        ("满意度指标", "满意度", "查档群众满意度", "≥95%"),
    ]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_amounts_in_a_row_below_their_labels_are_read(carrier: str) -> None:
    source = _in(carrier, departments.TOTALS_IN_A_ROW)
    filing = one(source)
    assert money(filing) == {"annual_total": "23000000", "current_appropriation": "22500000", "other": "500000"}
    # The tasks cost less than the department has: no breakdown of its budget, which would seem fifteen million short.
    assert filing.budget_lines == []
    assert "年度主要任务（合计 800万元）" in _notes(source)
    assert not [finding for finding in check_filing(filing).findings if finding.code.startswith("ARI")]


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes"])
def test_departments_in_a_column_are_filings_of_their_own(carrier: str) -> None:
    filing = one(_in(carrier, departments.DEPARTMENTS_IN_ROWS))
    assert (filing.implementer, filing.annual_goal) == ("某市图书馆", "办好阅读推广活动40场，新增藏书6000册。")
    assert money(filing) == {"annual_total": "4120000.00"}
    assert [row[3] for row in rows(filing)] == ["40(场)", "6000(册)", "≥92(%)"]


def test_a_list_of_departments_in_lines_is_named_and_never_guessed() -> None:
    source = layouts.lines(departments.DEPARTMENTS_IN_ROWS)
    assert filings(source) == []
    assert "多个项目的清单" in _notes(source)


LIST: Rows = [
    [B("2025年部门预算项目绩效目标表", 9)],
    [B("单位：万元", 9)],
    [B("项目名称"), B("预算金额"), B("驻外机构资金"), B("项目编号"), B("绩效目标"), B("一级指标"), B("二级指标"),
     B("三级指标"), B("指标值")],
    [B("路灯维护", 1, 3), B("60", 1, 3), B("15", 1, 3), B("A01", 1, 3), B("维护路灯2000盏，亮灯率达到98%。", 1, 3),
     B("产出指标", 1, 2), B("数量指标"), B("维护路灯数量"), B("2000盏")],
    [B("质量指标"), B("亮灯率"), B("≥98%")],
    [B("满意度指标"), B("服务对象满意度指标"), B("居民满意度"), B("≥90%")],
    [B("绿化养护", 1, 2), B("80", 1, 2), B("0", 1, 2), B("A02", 1, 2), B("养护绿地30万平方米。", 1, 2),
     B("产出指标"), B("数量指标"), B("养护面积"), B("30万平方米")],
    [B("满意度指标"), B("服务对象满意度指标"), B("市民满意度"), B("≥85%")],
]  # fmt: skip


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_list_of_projects_is_read_from_every_carrier_and_its_unknown_columns_are_named(carrier: str) -> None:
    source = _in(carrier, LIST)
    first, second = filings(source)
    assert (first.project_name, second.project_name) == ("路灯维护", "绿化养护")
    assert (money(first), money(second)) == ({"annual_total": "600000"}, {"annual_total": "800000"})
    assert first.annual_goal == "维护路灯2000盏，亮灯率达到98%。"
    assert [row[2:] for row in rows(first)] == [
        ("维护路灯数量", "2000盏"), ("亮灯率", "≥98%"), ("居民满意度", "≥90%")
    ]  # fmt: skip
    assert [row[2:] for row in rows(second)] == [("养护面积", "30万平方米"), ("市民满意度", "≥85%")]
    # What may be a source of the money keeps sums from being judged without it.
    assert first.printed["funding"] == "驻外机构资金 15万元"
    assert "funding" not in second.printed
    assert "项目编号" in _notes(source)


def _without_a_cell(form: Rows, text: str) -> Rows:
    return [[box._replace(text="") if box.text == text else box for box in row] for row in form]


@pytest.mark.parametrize("blank", ["80", "绿化养护", "养护绿地30万平方米。"])
def test_a_list_in_lines_with_a_blank_cell_is_not_guessed(blank: str) -> None:
    source = layouts.lines(_without_a_cell(LIST, blank))
    assert [filing for filing in filings(source) if filing.project_name != "路灯维护"] == []
    assert "多个项目的清单" in _notes(source)


def _project(filing: Filing) -> str | None:
    return filing.project_name


def test_a_form_of_one_project_in_lines_is_no_list() -> None:
    text = "项目名称\n路灯维护\n实施单位\n某局\n年度目标\n维护路灯\n绩效指标\n一级指标\n二级指标\n三级指标\n指标值\n"
    filing = one(text + "产出指标\n数量指标\n维护路灯数量\n2000盏")
    assert (_project(filing), filing.annual_goal, rows(filing)[0][3]) == ("路灯维护", "维护路灯", "2000盏")
