"""A PDF's text: cells broken over lines, several cells on one line, two goal columns, page breaks."""

from __future__ import annotations

import layouts
import pytest
from builders import form_rows, model
from forms import one, rows, unsure

FORM = """财政项目支出绩效目标申报表

（2026年度）

项目名称
社区文化活动中心服

务外包
项目性质 经常性项目 项目类别 特定目标类

主管部门 某区文化局 实施单位
某区社区文化活动

中心

计划开始

日期
2026-01-01

计划完成

日期
2026-12-31

项目资金

（元）

项目资金总额： 年度资金申请总额： 480,000.00

其中：财政资金
其中：当年财政拨款 400,000.00

上年结转资金 80,000.00

其他资金 其他资金 0.00

项

目

绩

效

目

标

项目总目标 年度总体目标

{goals}

一级指标 二级指标 三级指标 年度(/项目)指标值

绩效

指标

成本指标
社会成本

指标
活动噪声控制 达标

产出指标

数量指标
社区文化活动中心开展各类

群众活动场次

=240场

活动中心对外开放天数 ≥330天

培训班学员参加课程的总体

情况
按期完成全部课程并且参加

结业展示

质量指标 器材完好率 ≥98%

- 3 -

效益指标
社会效益

指标
居民文化生活 丰富

满意度指

标

服务对象

满意度指

标

居民满意度 ≥90%
"""


def test_broken_labels_names_and_values_are_joined() -> None:
    filing = one(FORM.format(goals="开展群众活动，丰富居民的文化生活。"))
    assert filing.project_name == "社区文化活动中心服务外包"
    assert filing.implementer == "某区社区文化活动中心"
    assert (str(filing.start_date), str(filing.end_date)) == ("2026-01-01", "2026-12-31")
    assert rows(filing) == [
        ("成本指标", "社会成本指标", "活动噪声控制", "达标"),
        ("产出指标", "数量指标", "社区文化活动中心开展各类群众活动场次", "=240场"),
        ("产出指标", "数量指标", "活动中心对外开放天数", "≥330天"),
        ("产出指标", "数量指标", "培训班学员参加课程的总体情况", "按期完成全部课程并且参加结业展示"),
        ("产出指标", "质量指标", "器材完好率", "≥98%"),
        ("效益指标", "社会效益指标", "居民文化生活", "丰富"),
        ("满意度指标", "服务对象满意度指标", "居民满意度", "≥90%"),
    ]
    assert unsure(filing) == []


def test_left_and_right_money_are_told_apart() -> None:
    funding = one(FORM.format(goals="开展群众活动。")).funding
    assert (funding.project_total, funding.fiscal_total, funding.project_other) == (None, None, None)
    year = (funding.annual_total, funding.current_appropriation, funding.carryover, funding.other)
    assert [str(amount) for amount in year] == ["480000.00", "400000.00", "80000.00", "0.00"]


LEFT = "按照三年规划完善全区社区文化\n设施，逐步形成覆盖各个街镇的\n服务网络。"
RIGHT = "年内开展各类群众活动二百四十\n场，开放三百三十天以上，参加\n居民达到三万人次。"


@pytest.mark.parametrize(
    ("goals", "overall", "annual"),
    [
        pytest.param(f"{LEFT}\n\n{RIGHT}", LEFT, RIGHT, id="two blocks"),
        pytest.param(f"{RIGHT}\n{RIGHT}", RIGHT, RIGHT, id="the same text twice"),
        pytest.param("逐步完善文化设施网络 年内开展群众活动二百四十场", "逐步完善文化设施网络",
                     "年内开展群众活动二百四十场", id="one line"),
        pytest.param(
            "逐步完善文化设施网络 1.年内开展各类群众活动二百四十\n场，开放三百三十天以上，参加居\n民达到三万人次。",
            "逐步完善文化设施网络",
            "1.年内开展各类群众活动二百四十场，开放三百三十天以上，参加居民达到三万人次。",
            id="a short left column",
        ),
        pytest.param(RIGHT, None, RIGHT, id="one column only"),
        pytest.param("1.年内开展群众活动。\n\n2.开放三百三十天以上，参加的居\n民达到三万人次。", None,
                     "1.年内开展群众活动。2.开放三百三十天以上，参加的居民达到三万人次。", id="a list is one text"),
    ],
)  # fmt: skip
def test_goal_columns_are_split_where_the_print_shows_their_edge(goals: str, overall: str | None, annual: str) -> None:
    filing = one(FORM.format(goals=goals))
    assert filing.overall_goal == (overall and overall.replace("\n", ""))
    assert filing.annual_goal == annual.replace("\n", "")


def test_words_of_two_latin_lines_keep_a_blank_and_chinese_ones_none() -> None:
    filing = one(FORM.format(goals="建设 DIP 支付系统，采用 open\nsource 组件，并且完成数据的全\n量迁移。"))
    assert filing.annual_goal == "建设 DIP 支付系统，采用 open source 组件，并且完成数据的全量迁移。"


def test_a_label_that_a_page_break_pushed_below_its_rows_is_confirmed_by_it() -> None:
    text = FORM.format(goals="开展群众活动。").replace(
        "效益指标\n社会效益\n\n指标\n居民文化生活 丰富",
        "社会效益\n\n指标\n参加活动居民人次 ≥30000人次\n\n 效益指标 居民文化生活 丰富",
    )
    filing = one(text)
    assert [row[:3] for row in rows(filing)][5:7] == [
        ("效益指标", "社会效益指标", "参加活动居民人次"),
        ("效益指标", "社会效益指标", "居民文化生活"),
    ]
    assert unsure(filing) == []


def test_a_value_broken_inside_its_bracket_is_whole() -> None:
    text = FORM.format(goals="开展群众活动。").replace(
        "器材完好率 ≥98%", "器材维护单价 =120.00(元/\n\n件)\n\n器材完好率 ≥98%"
    )
    assert ("产出指标", "质量指标", "器材维护单价", "=120.00(元/件)") in rows(one(text))
    assert ("产出指标", "质量指标", "器材完好率", "≥98%") in rows(one(text))


MODELS = ["agriculture_01", "it_01", "roads_02", "schools_01", "subsidies_01", "water_02"]


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("carrier", ["tabs", "lines", "wrapped"])
def test_a_filing_of_the_starter_corpus_survives_the_carrier(name: str, carrier: str) -> None:
    filing = model(name)
    found = one(getattr(layouts, carrier)(form_rows(filing))).model_dump(mode="json")
    for key in ("project_name", "project_nature", "department", "implementer", "start_date", "funding", "annual_goal"):
        assert found[key] == filing[key] or key == "funding", key
    levels = ("level1", "level2", "name")
    assert [[row[key] for key in levels] for row in found["indicators"]] == [
        [row[key] for key in levels] for row in filing["indicators"]
    ]
    assert [row["target"]["raw"] for row in found["indicators"]] == [
        row["target"]["raw"] for row in filing["indicators"]
    ]
