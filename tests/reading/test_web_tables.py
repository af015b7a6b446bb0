"""Tables copied from web pages as text with bars, and text whose numbers stand apart from the words about them."""

from __future__ import annotations

import pytest

from drafter.filing import Filing
from drafter.reading import read_bytes

LIST = """部门项目绩效目标表（2027年度）
金额单位：元
单位名称 | 项目名称 | 预算数 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重 |
330102-松溪镇人民政府 | 河道清淤 | 52,000.00 | 清淤两条河道 | 产出指标 | 数量指标 | 清淤长度 | ≥ | 3.2 | 公里 | 40 |
效益指标 | 生态效益指标 | 水质达标率 | ≥ | 90 | % | 30 |{pad}
路灯维修 | 18,000.00 | 修好老街路灯 | 产出指标 | 数量指标 | 维修路灯 | ＝ | 60 | 盏 | 40 |
满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥ | 85 | % | 20 |{pad}
"""

FORM = """项目支出绩效目标表
（2027年度） | |||
项目名称 | 古树名木养护 | ||
主管部门 | 云山县林业局 | 实施单位 | 云山县林场 |
项目资金（万元） | 年度资金总额 | 24.5 | |
其中：财政拨款 | 24.5 | ||
年度目标 | 养护古树126株 | ||
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
产出指标 | 数量指标 | 养护古树 | 126株 | |
巡护次数 | ≥52次 | |||
质量指标 | 古树存活率 | ≥98% | ||
效益指标 | 社会效益指标 | 古树保护意识 | 增强 | |
"""


def _filings(text: str, name: str = "a.txt") -> list[Filing]:
    return [one.filing for one in read_bytes(text.encode(), name).filings]


def _rows(filing: Filing) -> list[tuple[str | None, str | None, str, str]]:
    return [(one.level1, one.level2, one.name, one.target.raw if one.target else "") for one in filing.indicators]


@pytest.mark.parametrize("pad", ["", " | | | |"])
def test_a_list_whose_merged_cells_left_no_cell_behind_is_read_by_what_fits_its_head(pad: str) -> None:
    first, second = _filings(LIST.format(pad=pad))

    assert (first.project_name, second.project_name) == ("河道清淤", "路灯维修")
    assert [str(one.funding.annual_total) for one in (first, second)] == ["52000.00", "18000.00"]
    assert _rows(first)[1] == ("效益指标", "生态效益指标", "水质达标率", "≥90(%)")
    assert _rows(second)[1] == ("满意度指标", "服务对象满意度指标", "居民满意度", "≥85(%)")


def test_a_form_of_lines_that_end_with_bars_is_a_table() -> None:
    (filing,) = _filings(FORM)

    assert (filing.project_name, filing.department, filing.implementer) == (
        "古树名木养护",
        "云山县林业局",
        "云山县林场",
    )
    assert str(filing.funding.annual_total) == "245000.0"
    assert _rows(filing) == [
        ("产出指标", "数量指标", "养护古树", "126株"),
        ("产出指标", "数量指标", "巡护次数", "≥52次"),
        ("产出指标", "质量指标", "古树存活率", "≥98%"),
        ("效益指标", "社会效益指标", "古树保护意识", "增强"),
    ]


def test_a_table_of_markdown_with_levels_of_its_own_is_not_moved() -> None:
    table = """# 项目绩效目标表

| 项目名称 | 讲堂运行 | | | | |
| --- | --- | --- | --- | --- | --- |
| 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 | 来源 |
| 产出指标 | 数量指标 | 讲座场次 | 24场 | | |
| 产出指标 | 传播目标 | 直播场次 | 12场 | | |
"""
    (filing,) = _filings(table, "a.md")

    assert [row[2:] for row in _rows(filing)] == [("讲座场次", "24场"), ("直播场次", "12场")]


def test_bars_on_lines_of_their_own_part_cells() -> None:
    lines = [
        "项目支出绩效目标表",
        "（2027年度）",
        "项目名称",
        "古树名木养护",
        "实施单位",
        "云山县林场",
        "一级 指标",
        "二级指标",
    ]
    lines += ["三级指标", "指标值", "产出 指标", "数量指标", "养护古树", "126 株", "质量指标", "古树存活率", "≥98%"]
    lines += ["时效指标", "完成时间", "11 月底前"]
    (filing,) = _filings("\n|\n".join(lines))

    assert filing.project_name == "古树名木养护"
    assert _rows(filing)[0] == ("产出指标", "数量指标", "养护古树", "126 株")
    assert filing.indicators[0].target is not None and filing.indicators[0].target.unit == "株"
    assert _rows(filing)[2][2:] == ("完成时间", "11 月底前")


def test_each_table_of_a_booklet_has_the_unit_printed_above_it() -> None:
    part = "330105云山区档案馆\t\t\t单位：万元\n项目名称\t{}\t\t\n年度资金总额\t{}\t\t\n绩效目标\t整理档案\t\t\n"
    part += "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t整理卷数\t{}卷\n"
    first, second = _filings("项目绩效目标表\n" + part.format("库房改造", 28, 300) + part.format("档案扫描", 64, 900))

    assert [str(one.funding.annual_total) for one in (first, second)] == ["280000", "640000"]


def test_a_head_of_a_money_block_tells_the_unit_of_the_amounts_below_it() -> None:
    text = """项目绩效目标表
项目名称\t避难场所管护\t\t
投入目标（万元）\t资金来源\t年初安排金额（万元）\t
\t资金总额\t18\t
\t其中：财政拨款数\t18\t
年度目标\t管护场所12处\t\t
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t管护场所数\t12处
"""
    (filing,) = _filings(text)

    assert str(filing.funding.annual_total) == "180000"
