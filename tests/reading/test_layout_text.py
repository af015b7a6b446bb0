"""Text as ``pdftotext -layout`` prints it: cells are put together from where they stand, or are said to be unread."""

from __future__ import annotations

import departments
import layouts
import pytest
from blanks import blanks
from builders import Box, Rows
from forms import money, rows, unsure
from hypothesis import given
from hypothesis import strategies as st

from drafter.filing import Filing, ReadDocument
from drafter.reading import read_bytes
from drafter.reading.forms import recognise

B = Box

READ: dict[str, Rows] = {
    "the years and the year side by side": layouts.NATIONAL_TWO_PERIODS,
    "signs, values, units and weights": layouts.SIGN_VALUE_UNIT_WEIGHT,
    "indicators without levels": layouts.WITHOUT_LEVELS,
    "two value columns": layouts.TWO_VALUES,
    "a table of the years and one of the year": layouts.LONG_AND_ANNUAL_TABLES,
    "the levels of government": layouts.LEVELS_OF_GOVERNMENT,
    "tasks and the structure of a budget": departments.TASKS_AND_STRUCTURE,
    "the money of a department in a row": departments.TOTALS_IN_A_ROW,
}

HEAD = [B("一级指标"), B("二级指标"), B("三级指标"), B("指标值")]
FORM: Rows = [
    [B("项目支出绩效目标表", 5)],
    [B("（2026年度）", 5)],
    [B("项目名称"), B("城区行道树补植"), B("主管部门"), B("某区园林绿化服务中心管理办公室", 2)],
    [B("项目资金（万元）", 1, 2), B("年度资金总额："), B("64.50", 3)],
    [B("其中：财政拨款"), B("64.50", 3)],
    [B("年度目标"), B("补植行道树860株，成活率不低于95%，让沿街居民步行时有树荫遮阳。", 4)],
    [B("绩效指标", 1, 7), *HEAD],
    [B("产出指标", 1, 4), B("数量指标", 1, 2), B("补植行道树"), B("≥860株")],
    [B("更换损坏的树池盖板和支撑杆"), B("≥120套")],
    [B("质量指标"), B("补植苗木成活率"), B("≥95%")],
    [B("时效指标"), B("春季补植完成时间"), B("2026年4月底前")],
    [B("效益指标"), B("可持续影响指标"), B("养护责任牌"), B("挂牌到树")],
    [B("满意度指标"), B("服务对象满意度指标"), B("沿街居民满意度"), B("≥90%")],
]


def _document(text: str) -> ReadDocument:
    return read_bytes(text.encode(), "表.txt")


def _filing(text: str) -> Filing:
    (found,) = _document(text).filings
    return found.filing


def _shape(filing: Filing) -> dict[str, object]:
    return filing.model_dump(mode="json", exclude={"printed"})


@pytest.mark.parametrize("form", READ.values(), ids=READ)
def test_a_form_kept_apart_by_blanks_is_read_as_the_document_is(form: Rows) -> None:
    document = _document(blanks(form))
    expected = [_shape(found.filing) for found in recognise(layouts.exact(form)).filings]
    assert [_shape(found.filing) for found in document.filings] == expected
    assert not [note for note, _ in document.notes if "空格分栏" in note]


@pytest.mark.parametrize("width", [8, 10, 14])
def test_cells_of_several_lines_and_merged_levels_come_together(width: int) -> None:
    filing = _filing(blanks(FORM, width))
    assert (filing.project_name, filing.department) == ("城区行道树补植", "某区园林绿化服务中心管理办公室")
    assert (filing.year, money(filing)) == (2026, {"annual_total": "645000.00", "current_appropriation": "645000.00"})
    assert filing.annual_goal == "补植行道树860株，成活率不低于95%，让沿街居民步行时有树荫遮阳。"
    assert rows(filing) == [
        ("产出指标", "数量指标", "补植行道树", "≥860株"),
        ("产出指标", "数量指标", "更换损坏的树池盖板和支撑杆", "≥120套"),
        ("产出指标", "质量指标", "补植苗木成活率", "≥95%"),
        ("产出指标", "时效指标", "春季补植完成时间", "2026年4月底前"),
        ("效益指标", "可持续影响指标", "养护责任牌", "挂牌到树"),
        ("满意度指标", "服务对象满意度指标", "沿街居民满意度", "≥90%"),
    ]
    assert unsure(filing) == []


def test_a_form_broken_inside_its_money_and_its_indicators_goes_on_with_the_next_page() -> None:
    first = blanks([*FORM[:3], [B("项目资金（万元）"), B("年度资金总额："), B("64.50", 3)]])
    second = blanks(
        [
            [B("其中：财政拨款"), B("64.50", 4)],
            *FORM[5:6],
            [B("绩效指标", 1, 4), *HEAD],
            [B("产出指标", 1, 3), *FORM[7][1:]],
            *FORM[8:10],
        ]
    )
    third = blanks([[B("绩效指标", 1, 3), *HEAD], *FORM[11:]])
    filing = _filing(f"{first}\n\n\n        — 1 —\n\f{second}\n\n        — 2 —\n\f{third}\n\n        — 3 —\n")
    assert money(filing) == {"annual_total": "645000.00", "current_appropriation": "645000.00"}
    assert [row[2:] for row in rows(filing)][-3:] == [
        ("补植苗木成活率", "≥95%"), ("养护责任牌", "挂牌到树"), ("沿街居民满意度", "≥90%")
    ]  # fmt: skip
    assert unsure(filing) == []


def test_heads_of_two_lines_and_last_years_values_beside_this_years() -> None:
    form: Rows = [
        *FORM[:3],
        [B("年度目标"), B("补植行道树860株。", 6)],
        [B("一级指标", 1, 2), B("二级指标", 1, 2), B("指标名称", 1, 2), B("指标值", 3), B("指标值确定依据", 1, 2)],
        [B("前年"), B("上年"), B("预计当年实现")],
        [B("产出指标", 1, 2), B("数量指标"), B("补植行道树"), B("510"), B("640"), B("≥860株"), B("养护计划")],
        [B("质量指标"), B("补植苗木成活率"), B("93"), B("94"), B("≥95%"), B("园林养护规范第三章")],
    ]
    filing = _filing(blanks(form))
    assert rows(filing) == [
        ("产出指标", "数量指标", "补植行道树", "≥860株"),
        ("产出指标", "质量指标", "补植苗木成活率", "≥95%"),
    ]


def test_rows_that_do_not_come_out_even_are_not_guessed_at() -> None:
    text = blanks(FORM).replace("≥120套", "      ").replace("64.50", "     ", 1)
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if "≥95%" in line)
    lines.insert(at, " " * lines[at].index("≥95%") + "≥120套")
    document = _document("\n".join(lines))
    (found,) = document.filings
    assert found.filing.indicators
    assert not any(indicator.certain for indicator in found.filing.indicators)
    assert not any(indicator.target for indicator in found.filing.indicators)
    assert any("空格分栏" in note for note, _ in document.notes)


def test_the_parts_of_two_cells_are_never_one_amount() -> None:
    form: Rows = [
        *FORM[:3],
        [B("当年预算（万元）", 1, 2), B("90.00", 1, 2), B("本级财政安排（万元）"), B("60.00", 2)],
        [B("上级补助"), B("30.00", 2)],
        *FORM[5:],
    ]
    assert money(_filing(blanks(form, 8))) == {
        "annual_total": "900000.00", "own_level": "600000.00", "upper_level": "300000.00"
    }  # fmt: skip


LEVEL2 = ("数量指标", "质量指标", "时效指标")
WORDS = "补植沿街行道树苗木并修缮树池护栏面积数量"
GROUPS = st.lists(st.lists(st.integers(2, 18), min_size=1, max_size=4), min_size=1, max_size=3)


@given(GROUPS, st.integers(6, 12))
def test_what_is_read_of_a_drawn_table_is_what_it_holds(lengths: list[list[int]], width: int) -> None:
    groups = [[(WORDS[:length], length * 7) for length in group] for group in lengths]
    count = sum(map(len, groups))
    table: Rows = []
    for group, level2 in zip(groups, LEVEL2, strict=False):
        for at, (name, number) in enumerate(group):
            above = [B(level2, 1, len(group))] if at == 0 else []
            first = [B("产出指标", 1, count)] if not table else []
            table.append([*first, *above, B(name), B(f"≥{number}株")])
    form = [*FORM[:3], *FORM[5:6], [HEAD[0], HEAD[1], HEAD[2], B("指标值", 2)], *table]
    expected = [
        ("产出指标", level2, name, f"≥{number}株")
        for group, level2 in zip(groups, LEVEL2, strict=False)
        for name, number in group
    ]
    filing = _filing(blanks(form, width))
    assert rows(filing) == expected or not any(indicator.certain for indicator in filing.indicators)
