"""A form over several pages: the title, the head of its table and the booklet's name come again on every page."""

from __future__ import annotations

import pytest
from forms import one, rows, unsure

from drafter.reading.forms import recognise
from drafter.reading.text import content_of

HEAD = "一级指标\t二级指标\t三级指标\t指标值\t权重"
FIRST = (
    "项目支出绩效目标表\n（2025年度）\n项目名称\t水质自动站运维\n年度目标\t保障14座自动站稳定运行。\n"
    f"{HEAD}\n产出指标\t数量指标\t运维自动站数量\t14座\t20\n"
)
SECOND = (
    f"{HEAD}\n\t质量指标\t数据有效率\t≥92%\t20\n"
    "效益指标\t生态效益指标\t水质预警次数\t≥6次\t20\n满意度指标\t服务对象满意度指标\t用户满意度\t≥90%\t10\n"
)
EDGES = [
    "项目支出绩效目标表\n（2025年度）\n",
    "— 12 —\n北河市生态环境局2025年部门预算公开\n项目支出绩效目标表\n（2025年度）\n",
    "",
]


def _lines(text: str) -> str:
    return "\n".join(part for line in text.splitlines() for part in line.split("\t") if part)


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("cellwise", [False, True])
def test_a_page_with_the_title_again_goes_on_with_the_form(edge: str, cellwise: bool) -> None:
    text = FIRST + edge + SECOND
    filing = one(_lines(text) if cellwise else text)
    assert rows(filing) == [
        ("产出指标", "数量指标", "运维自动站数量", "14座"),
        ("产出指标", "质量指标", "数据有效率", "≥92%"),
        ("效益指标", "生态效益指标", "水质预警次数", "≥6次"),
        ("满意度指标", "服务对象满意度指标", "用户满意度", "≥90%"),
    ]
    assert unsure(filing) == []
    assert filing.year == 2025


@pytest.mark.parametrize("cellwise", [False, True])
def test_a_page_that_names_its_own_project_is_another_form(cellwise: bool) -> None:
    text = FIRST + EDGES[0] + "项目名称\t河道保洁\n" + SECOND
    found = recognise(content_of(_lines(text) if cellwise else text)).filings
    assert [located.filing.project_name for located in found] == ["水质自动站运维", "河道保洁"]


@pytest.mark.parametrize("blank", ["\u2009", "\u202f", "\u00a0"])
@pytest.mark.parametrize("cellwise", [False, True])
def test_a_blank_that_groups_digits_is_part_of_the_number(blank: str, cellwise: bool) -> None:
    text = (
        f"项目支出绩效目标表\n（2025年度）\n项目名称\t水肥一体化\n年度目标\t建设果园3{blank}200亩，亩均节水18%。\n"
        f"{HEAD}\n产出指标\t数量指标\t建设面积\t≥3{blank}200亩\t20\n"
    )
    filing = one(_lines(text) if cellwise else text)
    assert [(row.target and row.target.value) for row in filing.indicators] == ["3200"]
    assert filing.annual_goal == "建设果园3200亩，亩均节水18%。"


def test_labels_spread_over_their_cells_are_read_in_lines() -> None:
    text = FIRST + SECOND
    for label in ("项目名称", "年度目标", "一级指标", "三级指标", "指标值", "产出指标", "数量指标"):
        text = text.replace(label, " ".join(label))
    assert [name for _, _, name, _ in rows(one(_lines(text)))] == [
        "运维自动站数量", "数据有效率", "水质预警次数", "用户满意度",
    ]  # fmt: skip
