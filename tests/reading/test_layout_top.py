"""Layout text whose cells begin at the top of their boxes: read as the document is, or said to be unread."""

from __future__ import annotations

import pytest
from blanks import blanks
from builders import Box, Rows
from forms import money, rows, unsure
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.filing import Filing, ReadDocument
from drafter.reading import read_bytes

B = Box

HEAD = [B("一级指标"), B("二级指标"), B("三级指标"), B("指标值")]
FORM: Rows = [
    [B("项目支出绩效目标申报表", 5)],
    [B("（2025年度）", 5)],
    [B("项目名称"), B("河湖健康评价", 2), B("实施单位"), B("某县河湖管理事务中心")],
    [B("项目资金（万元）", 1, 3), B("年度资金总额："), B("86.40", 3)],
    [B("其中：中央及省级资金"), B("60.00", 3)],
    [B("县级资金"), B("26.40", 3)],
    [
        B("年度目标"),
        B(
            "对18条河流开展健康评价，编制一河一策方案18份，评价成果通过专家评审并向社会公布，沿河群众满意度不低于90%。",
            4,
        ),
    ],
    [B("绩效指标", 1, 7), *HEAD],
    [B("产出指标", 1, 4), B("数量指标", 1, 2), B("开展健康评价的河流条数"), B("≥18条")],
    [B("编制一河一策方案及其附图附表"), B("18份")],
    [B("质量指标"), B("成果通过评审率"), B("＝100%")],
    [B("时效指标"), B("评价成果公布时间"), B("2025年11月底前")],
    [B("效益指标"), B("可持续影响指标"), B("河湖健康档案"), B("逐条建立")],
    [B("满意度指标"), B("服务对象满意度指标"), B("沿河群众满意度"), B("≥90%")],
]
ROWS = [
    ("产出指标", "数量指标", "开展健康评价的河流条数", "≥18条"),
    ("产出指标", "数量指标", "编制一河一策方案及其附图附表", "18份"),
    ("产出指标", "质量指标", "成果通过评审率", "＝100%"),
    ("产出指标", "时效指标", "评价成果公布时间", "2025年11月底前"),
    ("效益指标", "可持续影响指标", "河湖健康档案", "逐条建立"),
    ("满意度指标", "服务对象满意度指标", "沿河群众满意度", "≥90%"),
]


def _document(text: str) -> ReadDocument:
    return read_bytes(text.encode(), "表.txt")


def _filing(text: str) -> Filing:
    (found,) = _document(text).filings
    return found.filing


@pytest.mark.parametrize("width", [8, 10, 14])
def test_a_form_whose_cells_begin_at_the_top_is_read(width: int) -> None:
    filing = _filing(blanks(FORM, width, top=True))
    assert (filing.project_name, filing.implementer, filing.year) == ("河湖健康评价", "某县河湖管理事务中心", 2025)
    assert money(filing) == {"annual_total": "864000.00", "upper_level": "600000.00", "own_level": "264000.00"}
    assert filing.annual_goal == FORM[6][1].text
    assert rows(filing) == ROWS
    assert unsure(filing) == []


# What a converter makes of a page whose Chinese characters it counts as one blank each: no column runs down the page.
DRIFTED = """\
                     项目支出绩效目标申报表
                         （2025年度）
项目名称 河湖健康评价                     实施单位        某县河湖管理事务中心
项目资金 年度资金总额：                    86.40万元
年度目标 对18条河流开展健康评价，编制一河一策方案18份，评价成果通过专家评审并向社会公布，沿河群众
       满意度不低于90%。
绩效指标 一级指标 二级指标         三级指标               指标值       备注
       产出指标 数量指标       开展健康评价的河流条数        ≥18条
                       编制一河一策方案及其附图附表和水质监测 ≥18份    逐条编制
                 质量指标   成果通过评审率            ＝100%
       效益指标 社会效益指标 沿河群众知晓河湖健康评价结果的比例 ≥80%   抽样调查
       满意度指标 服务对象满意度 沿河群众满意度            ≥90%
                 指标
"""


def test_columns_that_drift_from_line_to_line_are_told_by_order_and_words() -> None:
    filing = _filing(DRIFTED)
    assert filing.annual_goal == (
        "对18条河流开展健康评价，编制一河一策方案18份，评价成果通过专家评审并向社会公布，沿河群众满意度不低于90%。"
    )
    assert rows(filing) == [
        ("产出指标", "数量指标", "开展健康评价的河流条数", "≥18条"),
        ("产出指标", "数量指标", "编制一河一策方案及其附图附表和水质监测", "≥18份"),
        ("产出指标", "质量指标", "成果通过评审率", "＝100%"),
        ("效益指标", "社会效益指标", "沿河群众知晓河湖健康评价结果的比例", "≥80%"),
        ("满意度指标", "服务对象满意度指标", "沿河群众满意度", "≥90%"),
    ]
    assert [one.note for one in filing.indicators] == [None, "逐条编制", None, "抽样调查", None]


def test_a_head_broken_over_two_lines_is_whole() -> None:
    form: Rows = [
        *FORM[:3],
        FORM[6],
        [*HEAD[:3], B("上年度指标完成值"), B("本年度指标值")],
        *([*row, B("≥20条")] for row in ([B("产出指标"), B("数量指标"), B("评价河流条数"), B("12条")],)),
    ]
    assert rows(_filing(blanks(form, 5, top=True)))[-1][3] == "≥20条"


def test_a_value_that_is_not_at_the_top_of_its_row_is_not_guessed_at() -> None:
    lines = blanks(FORM, 8, top=True).split("\n")
    at = next(number for number, line in enumerate(lines) if line.endswith("18份"))
    lines[at], moved = lines[at].replace("18份", "   "), lines[at].index("18份")
    lines[at + 1] = lines[at + 1].ljust(moved) + "18份"
    document = _document("\n".join(lines))
    assert not any(indicator.target for found in document.filings for indicator in found.filing.indicators)
    assert any("空格分栏" in note for note, _ in document.notes)


LEVEL2 = ("数量指标", "质量指标", "时效指标")
WORDS = "评价沿线河流断面水质并修复护岸及其附属设施数量"
GROUPS = st.lists(st.lists(st.integers(2, 20), min_size=1, max_size=4), min_size=1, max_size=3)


@settings(deadline=None)
@given(GROUPS, st.integers(6, 12), st.booleans())
def test_what_is_read_of_a_drawn_table_is_what_it_holds(lengths: list[list[int]], width: int, top: bool) -> None:
    groups = [[(WORDS[:length], length * 7) for length in group] for group in lengths]
    count = sum(map(len, groups))
    table: Rows = []
    for group, level2 in zip(groups, LEVEL2, strict=False):
        for at, (name, number) in enumerate(group):
            above = [B(level2, 1, len(group))] if at == 0 else []
            first = [B("产出指标", 1, count)] if not table else []
            table.append([*first, *above, B(name), B(f"≥{number}处" if number % 2 else "按照年度计划如期完成全部任务")])
    form = [*FORM[:3], FORM[6], [*HEAD[:3], B("指标值", 2)], *table]
    expected = [
        ("产出指标", level2, name, f"≥{number}处" if number % 2 else "按照年度计划如期完成全部任务")
        for group, level2 in zip(groups, LEVEL2, strict=False)
        for name, number in group
    ]
    filing = _filing(blanks(form, width, top=top))
    assert rows(filing) == expected or not any(indicator.certain for indicator in filing.indicators)


@pytest.mark.parametrize("top", [True, False])
@pytest.mark.parametrize("rest", [1, 2, 3])
def test_a_table_that_goes_on_without_its_head_is_whole_or_said(rest: int, top: bool) -> None:
    text = blanks(FORM, 10, top=top)
    lines = text.split("\n")
    document = _document("\n".join([*lines[:-rest], "\f" + lines[-rest], *lines[len(lines) - rest + 1 :]]))
    (found,) = document.filings
    said = any("空格分栏" in note for note, _ in document.notes)
    assert rows(found.filing) == ROWS if not said else not any(one.target for one in found.filing.indicators)


def test_a_value_that_a_full_name_pushes_to_the_left_is_no_part_of_it() -> None:
    line = "                 时效指标   中小雨之后河道漂浮物清理完毕所需的时间 雨停后24小时内 备案"
    text = DRIFTED.replace("                 质量指标", f"{line}\n                 质量指标")
    document = _document(text)
    (found,) = document.filings
    told = [(one.name, one.target.raw) for one in found.filing.indicators if one.target]
    assert not told or ("中小雨之后河道漂浮物清理完毕所需的时间", "雨停后24小时内") in told
