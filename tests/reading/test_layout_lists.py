"""Lists of many projects in layout text: each is read or said by its name, and none takes the rows of another."""

from __future__ import annotations

import pytest
from forms import filings, money, rows

from drafter.reading.forms import recognise
from drafter.reading.text import content_of

_AT = (1, 8, 18, 28, 44, 52, 64, 78)


def _line(*cells: str) -> str:
    """A line whose cells stand where their columns do."""
    line = ""
    for at, cell in zip(_AT, cells, strict=False):
        line = line.ljust(at) + cell if cell else line
    return line


def _project(code: str, name: str, amount: str, goal: tuple[str, str], *targets: tuple[str, str]) -> str:
    """Seven lines: a first level in the middle of two rows, the project in the middle of four."""
    (one, first), (two, second), (three, third), (four, fourth) = targets
    return "\n".join(
        (
            _line("", "", "", "", "", "数量指标", one, first),
            _line("", "", "", "", "产出指标"),
            _line("", "", "", goal[0], "", "质量指标", two, second),
            _line(code, name, amount),
            _line("", "", "", goal[1], "效益指标", "社会效益指标", three, third),
            "",
            _line("", "", "", "", "满意度指标", "服务对象满意度", four, fourth),
        )
    )


HEAD = "\n".join(
    (
        "",
        _line("", "", "", "", "", "", "绩效指标"),
        _line("代码", "项目名称", "资金总额", "绩效目标"),
        _line("", "", "", "", "一级指标", "二级指标", "三级指标", "指标值"),
        "",
    )
)
LIFT = _project(
    "2071", "社区电梯维保", "36.00", ("年内维保电梯", "18台。"), ("维保电梯", "≥18台"), ("年检通过率", "100%"),
    ("困人故障", "≤2起"), ("住户满意度", "≥90%"),
)  # fmt: skip
LAMP = "\n" + _project(
    "2072", "背街小巷亮灯", "12.50", ("更换老旧路灯", "260盏。"), ("更换路灯", "≥260盏"), ("亮灯率", "≥98%"),
    ("覆盖小巷", "≥14条"), ("居民满意度", "≥92%"),
)  # fmt: skip
TITLE = f"{' ' * 20}项目支出绩效目标表（2026年度）\n 部门：某街道办事处{' ' * 35}金额单位：万元"
LIFT_ROWS = [
    ("产出指标", "数量指标", "维保电梯", "≥18台"), ("产出指标", "质量指标", "年检通过率", "100%"),
    ("效益指标", "社会效益指标", "困人故障", "≤2起"), ("满意度指标", "服务对象满意度", "住户满意度", "≥90%"),
]  # fmt: skip
LAMP_ROWS = [
    ("产出指标", "数量指标", "更换路灯", "≥260盏"), ("产出指标", "质量指标", "亮灯率", "≥98%"),
    ("效益指标", "社会效益指标", "覆盖小巷", "≥14条"), ("满意度指标", "服务对象满意度", "居民满意度", "≥92%"),
]  # fmt: skip


def test_the_projects_of_a_page_have_the_rows_in_whose_middle_they_stand() -> None:
    first, second = filings(TITLE + HEAD + LIFT + LAMP)
    assert (first.project_name, second.project_name) == ("社区电梯维保", "背街小巷亮灯")
    assert (rows(first), rows(second)) == (LIFT_ROWS, LAMP_ROWS)
    assert (first.annual_goal, second.annual_goal) == ("年内维保电梯18台。", "更换老旧路灯260盏。")
    assert (money(first)["annual_total"], money(second)["annual_total"]) == ("360000.00", "125000.00")


def test_the_unit_printed_once_holds_on_the_next_page_of_the_list() -> None:
    first, second = filings(TITLE + HEAD + LIFT + "\f" + HEAD + LAMP)
    assert (rows(first), rows(second)) == (LIFT_ROWS, LAMP_ROWS)
    assert (money(first)["annual_total"], money(second)["annual_total"]) == ("360000.00", "125000.00")


def test_projects_whose_rows_do_not_come_out_are_said_by_name() -> None:
    text = TITLE + HEAD + LIFT + LAMP.replace("≥260盏", "", 1)
    found = recognise(content_of(text))
    names = [one.filing.project_name for one in found.filings]
    assert names == ["社区电梯维保", "背街小巷亮灯"]
    assert all(not one.filing.indicators and one.filing.annual_goal is None for one in found.filings)
    notes = " ".join(note[0] for note in (*content_of(text).notes, *found.notes))
    assert "有 2 个项目" in notes
    assert "社区电梯维保、背街小巷亮灯" in notes


def test_rows_that_go_on_from_the_page_before_are_nobodys() -> None:
    more = _line("", "", "", "", "满意度指标", "服务对象满意度", "业主满意度", "≥90%")
    found = filings(TITLE + HEAD + LIFT + "\f" + HEAD + more + LAMP)
    assert [one.project_name for one in found] == ["社区电梯维保", "背街小巷亮灯"]
    assert rows(found[0]) == LIFT_ROWS
    assert rows(found[1]) == []


COLUMNS = (0, 12, 22, 34, 44, 56, 72, 80, 88)
WIDE = ("项目名称", "预算数（万", "年度目标", "一级指标", "二级指标", "三级指标", "性质", "指标值", "度量单")
PROJECTS = (
    ("社区电梯维保", "36.00", "维保电梯18台。"),
    ("背街小巷亮灯", "12.50", "更换路灯260盏。"),
    ("河道清淤", "40.20", "清淤3.5公里。"),
)
INDICATORS = (
    ("产出指标", "数量指标", "完成数量", "≥", "18", "台"),
    ("产出指标", "质量指标", "一次合格率", "＝", "100", "%"),
    ("效益指标", "社会效益指标", "投诉减少", "≤", "6", "件"),
    ("满意度指标", "服务对象满意度指标", "居民满意度", "≥", "90", "%"),
)


def _wide(*cells: str) -> str:
    line = ""
    for at, cell in zip(COLUMNS, cells, strict=False):
        line = line.ljust(at) + cell if cell else line
    return line


def _pages(breaks: tuple[int, ...], own: int) -> str:
    """A list with a level on every row, its pages broken before some rows, projects printed on their row `own`."""
    head = [_wide(*WIDE), _wide("", "元）", "", "", "", "", "", "", "位")]
    lines = ["2026年项目支出绩效目标表", *head]
    number = 0
    for project in PROJECTS:
        for at, row in enumerate(INDICATORS):
            if number in breaks:
                lines[-1] += "\f"
                lines.extend(head)
            lines.append(_wide(*(project if at == own else ("", "", "")), *row))
            number += 1
    return "\n".join(lines).replace("\f\n", "\f")


@pytest.mark.parametrize("own", [0, 1, 2])
@pytest.mark.parametrize("breaks", [(), (4,), (3, 7), (5, 10), (2, 6, 9)])
def test_a_first_level_that_comes_again_begins_the_next_project(breaks: tuple[int, ...], own: int) -> None:
    found = filings(_pages(breaks, own))
    assert [(one.project_name, one.annual_goal) for one in found] == [(name, goal) for name, _, goal in PROJECTS]
    assert [money(one)["annual_total"] for one in found] == ["360000.00", "125000.00", "402000.00"]
    for one in found:
        assert rows(one) == [(*row[:3], f"{row[3]}{row[4]}({row[5]})") for row in INDICATORS]


def test_two_names_beside_one_run_of_levels_are_said() -> None:
    lines = _pages((), 0).split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("背街小巷亮灯"))
    for number in range(at, at + 4):
        own = lines[number][: COLUMNS[3]]
        lines[number] = _wide(own.rstrip(), "", "", "满意度指标", "服务对象满意度指标", "住户满意度", "≥", "90", "%")
    content = content_of("\n".join(lines))
    found = [one.filing for one in recognise(content).filings]
    assert [(one.project_name, len(one.indicators)) for one in found] == [
        ("社区电梯维保", 0), ("背街小巷亮灯", 0), ("河道清淤", len(INDICATORS))
    ]  # fmt: skip
    assert any("社区电梯维保、背街小巷亮灯" in note for note, _ in content.notes)


def test_a_list_that_begins_in_the_middle_of_a_project_gives_that_rows_to_nobody() -> None:
    lines = _pages((), 1).split("\n")
    content = content_of("\n".join([*lines[:3], *lines[6:]]))
    found = [one.filing for one in recognise(content).filings]
    assert [(one.project_name, len(one.indicators)) for one in found if one.project_name] == [
        ("背街小巷亮灯", len(INDICATORS)), ("河道清淤", len(INDICATORS))
    ]  # fmt: skip
    assert content.notes


def test_projects_of_a_list_whose_rows_cannot_be_told_are_named() -> None:
    lines = _pages((), 0).split("\n")
    lines[4] = lines[4].replace("＝       100", " " * 11)
    content = content_of("\n".join(lines))
    found = [one.filing for one in recognise(content).filings]
    assert [(one.project_name, one.annual_goal, one.indicators) for one in found] == [
        (name, None, []) for name, _, _ in PROJECTS
    ]
    assert any("有 3 个项目" in note for note, _ in content.notes)
