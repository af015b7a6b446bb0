"""Indicators whose cells ran together or that stand in running text: doubted or named, never part of a goal."""

from __future__ import annotations

import pytest
from forms import one, rows, unsure

from drafter.reading.forms import recognise
from drafter.reading.text import content_of

FORM = "财政项目支出绩效目标申报表\n项目名称\n社区球场\n年度总体目标\n修缮社区球场，提升设施水平。\n"
HEAD = "一级指标\n二级指标\n三级指标\n指标值\n"


def notes(text: str) -> str:
    return " ".join(note[0] for note in recognise(content_of(text)).notes)


@pytest.mark.parametrize("head", ["一级指标二级指标三级指标指标值", "一级指标\t二级指标\t三级指标\t指标值"])
def test_cells_that_ran_together_are_taken_apart_and_doubted(head: str) -> None:
    filing = one(
        FORM
        + head
        + "\n产出指标数量指标修缮球场6片\n质量指标验收合格率≥98%\n满意度指标服务对象满意度指标居民满意度≥90%"
    )
    assert filing.annual_goal == "修缮社区球场，提升设施水平。"
    assert [row[:3] for row in rows(filing)] == [
        ("产出指标", "数量指标", "修缮球场6片"),  # Where its value begins is not printed: 窗口5 and 6个 would give 56.
        ("产出指标", "质量指标", "验收合格率"),
        ("满意度指标", "服务对象满意度指标", "居民满意度"),
    ]
    assert len(unsure(filing)) == 3
    if "\t" not in head:
        assert [row[3] for row in rows(filing)] == [None, "≥98%", "≥90%"]


def test_a_name_that_begins_with_a_level_stays_whole_where_nothing_ran_together() -> None:
    filing = one(FORM + "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t质量指标\t质量指标达成率\t≥98%")
    assert rows(filing) == [("产出指标", "质量指标", "质量指标达成率", "≥98%")]
    assert unsure(filing) == []


@pytest.mark.parametrize(
    "body",
    [
        "产出指标\n数量指标\n修缮球场\n按计划完成\n材料品质\n工程质量\n符合要求\n效益指标\n社会效益指标\n健身条件\n改善",
        "产出指标\n数量指标\n修缮球场\n更换灯具\n按计划完成\n质量指标\n工程质量\n符合要求",
    ],
)
def test_without_a_number_no_row_of_lines_is_certain(body: str) -> None:
    filing = one(FORM + HEAD + body)
    assert len(unsure(filing)) == len(filing.indicators) > 0


@pytest.mark.parametrize(
    "outline",
    [
        "绩效指标（一级指标、二级指标、三级指标及指标值）\n一、产出指标\n（一）数量指标\n1.修缮球场：6片\n2.更换灯具：24盏\n"
        "（二）质量指标\n1.验收合格率：≥98%\n二、效益指标\n（一）社会效益指标\n1.健身人次：≥5000人次",
        "一级指标：产出指标\n二级指标：数量指标\n三级指标：修缮球场，指标值：6片\n三级指标：更换灯具，指标值：24盏\n"
        "二级指标：质量指标\n三级指标：验收合格率，指标值：≥98%\n一级指标：效益指标\n二级指标：社会效益指标\n"
        "三级指标：健身人次，指标值：≥5000人次",
    ],
)
def test_an_outline_that_names_the_columns_of_a_table_is_an_outline(outline: str) -> None:
    filing = one(FORM + outline)
    assert filing.annual_goal == "修缮社区球场，提升设施水平。"
    assert rows(filing) == [
        ("产出指标", "数量指标", "修缮球场", "6片"),
        ("产出指标", "数量指标", "更换灯具", "24盏"),
        ("产出指标", "质量指标", "验收合格率", "≥98%"),
        ("效益指标", "社会效益指标", "健身人次", "≥5000人次"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "绩效指标\n产出方面：\n修缮球场6片，更换灯具24盏；\n效益方面：\n健身人次达到5000人次。",
        "产出指标\n数量：球场6片\n质量好\n效益指标\n居民满意",
        "产出指标：按要求完成球场修缮任务并通过验收。\n效益指标：改善健身条件。",
    ],
)
def test_indicators_in_running_text_are_named_and_no_part_of_the_goal(text: str) -> None:
    (found,) = recognise(content_of(FORM + text + "\n填报人：某人")).filings or [None]
    assert found is None or found.filing.annual_goal == "修缮社区球场，提升设施水平。"
    assert "绩效指标" in notes(FORM + text)


def test_a_sentence_of_several_promises_is_no_name_with_a_value() -> None:
    filing = one(
        FORM + "产出指标：数量上修缮球场6片，质量上验收合格率达到98%。\n效益指标：健身人次达到5000人次以上。\n"
        "满意度指标：居民满意度达到90%以上。"
    )
    assert [(row.target is None, row.certain) for row in filing.indicators] == [
        (True, False), (False, True), (False, True)
    ]  # fmt: skip
    assert [row[0] for row in rows(filing)] == ["产出指标", "效益指标", "满意度指标"]
