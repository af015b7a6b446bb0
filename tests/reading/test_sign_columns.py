"""Columns of signs are known by what stands in them, and lists go on over their pages."""

from __future__ import annotations

import pytest
from builders import Box, Rows, to_html
from forms import rows

from drafter.filing import ReadDocument
from drafter.reading import read_bytes

B = Box

INDICATORS = [
    ("产出指标", "数量指标", "疏通排水支管", "≥", "46", "公里"),
    ("产出指标", "质量指标", "积水点消除率", "＝", "100", "%"),
    ("效益指标", "社会效益指标", "内涝投诉", "≤", "12", "件"),
    ("满意度指标", "服务对象满意度指标", "居民满意度", "定性", "持续提高", ""),
]
TARGETS = ["≥46(公里)", "＝100(%)", "≤12(件)", "持续提高"]


def _page(rows_: Rows) -> ReadDocument:
    return read_bytes(to_html(rows_), "表.html")


@pytest.mark.parametrize("head", ["性质", "关系", "比较方式", "符号要求"])
def test_signs_belong_to_their_values_whatever_their_column_is_called(head: str) -> None:
    form: Rows = [
        [B("项目支出绩效目标表", 6)],
        [B("项目名称"), B("排水支管疏通", 5)],
        [B("年度目标"), B("疏通排水支管46公里以上。", 5)],
        [B("一级指标"), B("二级指标"), B("三级指标"), B(head), B("指标值"), B("度量单位")],
        *([B(text) for text in row] for row in INDICATORS),
    ]
    (found,) = _page(form).filings
    assert [row[3] for row in rows(found.filing)] == TARGETS
    assert found.filing.indicators[0].target and found.filing.indicators[0].target.comparator == ">="


HEADS = ("项目名称", "预算数（万元）", "一级指标", "二级指标", "三级指标", "关系", "指标值", "单位")


def _list(*projects: str) -> Rows:
    head: Rows = [[B(text) for text in HEADS]]
    body: Rows = []
    for project in projects:
        for at, row in enumerate(INDICATORS):
            own = (project, "30.00") if at == 0 else ("", "")
            body.append([B(text) for text in (*own, *row)])
    return [*head, *body]


def test_signs_of_a_list_belong_to_their_values() -> None:
    found = _page([[B("2026年项目支出绩效目标表", 8)], *_list("管网疏通", "泵站保养")]).filings
    assert [[row[3] for row in rows(one.filing)] for one in found] == [TARGETS, TARGETS]


def test_a_project_goes_on_below_the_head_of_the_next_page() -> None:
    title: Rows = [[B("2026年项目支出绩效目标表", 8)]]
    page = _list("管网疏通", "泵站保养")
    broken: Rows = [*title, *page[:7], page[0], *page[7:]]
    whole, split = _page([*title, *page]), _page(broken)
    assert [one.filing for one in split.filings] == [one.filing for one in whole.filings]
    assert not split.notes


def test_rows_above_the_first_project_are_said() -> None:
    page = _list("管网疏通", "泵站保养")
    page[1][0] = B("")
    (found,) = _page([[B("2026年项目支出绩效目标表", 8)], *page]).filings
    assert found.filing.project_name == "泵站保养" and len(found.filing.indicators) == len(INDICATORS)
    assert any("没有项目名称" in note[0] for note in _page([[B("2026年项目支出绩效目标表", 8)], *page]).notes)
