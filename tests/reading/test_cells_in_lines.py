"""Tables whose every line is a cell: what a line looks like, and how many there are, tell the columns."""

from __future__ import annotations

import layouts
import pytest
from builders import Box as B
from builders import Rows
from forms import one, rows, unsure

FIELDS: Rows = [
    [B("项目支出绩效目标申报表", 7)],
    [B("（2025年度）", 7)],
    [B("项目名称"), B("水质自动站运维", 6)],
    [B("年度目标"), B("保障14座自动站稳定运行。", 6)],
]


def _form(*table: str) -> Rows:
    return [*FIELDS, *([B(text) for text in line.split("|")] for line in table)]


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes", "lines"])
def test_a_column_that_describes_the_name_is_no_name(carrier: str) -> None:
    form = _form(
        "一级指标|二级指标|三级指标|绩效指标描述|指标值|权重|备注",
        "产出指标|数量指标|运维自动站数量|纳入运维的座数|14座|15|",
        "||编制月报期数|当年报送的期数|12期|10|",
        "效益指标|生态效益指标|水质预警次数|及时发出的预警|≥6次|20|",
    )
    filing = one(getattr(layouts, carrier)(form))
    assert [(name, value) for *_, name, value in rows(filing)] == [
        ("运维自动站数量", "14座"), ("编制月报期数", "12期"), ("水质预警次数", "≥6次"),
    ]  # fmt: skip
    assert [str(row.weight) for row in filing.indicators] == ["15", "10", "20"]


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes", "lines"])
def test_second_levels_that_are_words_of_their_own_in_every_row_are_the_names(carrier: str) -> None:
    form = _form(
        "一级指标|二级指标|分值|指标内容|指标值|评分细则",
        "投入指标|资金到位率|5|实际到位与计划之比|100%|每少10个百分点扣1分",
        "产出指标|设备购置数量|20|当年购置台数|12台|少1台扣2分",
        "|设备验收合格率|15|合格设备占比|≥98%|不合格不得分",
    )
    filing = one(getattr(layouts, carrier)(form))
    assert rows(filing) == [
        ("投入指标", None, "资金到位率", "100%"),
        ("产出指标", None, "设备购置数量", "12台"),
        ("产出指标", None, "设备验收合格率", "≥98%"),
    ]
    assert unsure(filing) == []


def test_levels_no_list_knows_are_told_by_the_number_of_lines() -> None:
    form = _form(
        "一级指标|二级指标|三级指标|指标解释|目标值|权重",
        "产出|项目运营|污水处理量|进厂处理水量|≥2000万吨|20",
        "|项目维护|设备完好率|完好设备占比|≥98%|20",
        "效果|社会影响|环境投诉事件|受理的有效投诉|≤3起|20",
        "|满意度|公众满意度|问卷调查|≥85%|20",
    )
    filing = one(layouts.lines(form))
    assert rows(filing) == [
        ("产出", "项目运营", "污水处理量", "≥2000万吨"),
        ("产出", "项目维护", "设备完好率", "≥98%"),
        ("效果", "社会影响", "环境投诉事件", "≤3起"),
        ("效果", "满意度", "公众满意度", "≥85%"),
    ]
    # A line of unlisted words between two rows may be the rest of the cell above.
    assert unsure(filing) == ["设备完好率"]


def test_of_last_years_and_this_years_value_a_single_one_is_not_taken() -> None:
    form = _form(
        "一级指标|二级指标|指标名称|上年完成值|本年目标值|分值|评分标准",
        "产出|数量|更新防护装备套数|280套|320套|20|每少10套扣1分",
        "|质量|装备完好率|97%|≥98%|15|每低1个百分点扣2分",
        "||训练设施验收通过率||100%|15|未通过不得分",
        "效益|社会效益|出警到场时间|8.6分钟|≤8分钟|20|每超0.5分钟扣2分",
    )
    filing = one(layouts.lines(form))
    assert [(name, value) for *_, name, value in rows(filing)] == [
        ("更新防护装备套数", "320套"), ("装备完好率", "≥98%"), ("训练设施验收通过率", None), ("出警到场时间", "≤8分钟"),
    ]  # fmt: skip
    assert unsure(filing) == ["训练设施验收通过率"]


@pytest.mark.parametrize(("first", "second"), [("更新防护装备", "套数"), ("居民对", "消防救援工作的评价")])
def test_a_name_over_two_lines_is_one_where_its_words_say_so(first: str, second: str) -> None:
    form = _form(
        "一级指标|二级指标|三级指标|指标值|权重",
        f"产出指标|数量指标|{first}#{second}|320套|20",
        "|质量指标|装备完好率|≥98%|15",
    )
    filing = one(layouts.lines(form).replace("#", "\n"))
    assert [name for _, _, name, _ in rows(filing)] == [first + second, "装备完好率"]
    assert unsure(filing) == []


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes", "lines"])
def test_a_name_that_reads_like_a_level_is_told_by_its_column(carrier: str) -> None:
    form = _form(
        "一级指标|二级指标|三级指标|指标解释|目标值|权重",
        "产出|项目运营|污水处理量|进厂处理水量|≥2000万吨|20",
        "效果|社会影响|环境投诉事件|受理的有效投诉|≤3起|20",
        "|满意度|公众满意度|问卷调查|≥85%|20",
    )
    filing = one(getattr(layouts, carrier)(form))
    assert rows(filing)[-1] == ("效果", "满意度", "公众满意度", "≥85%")


FORMS = [
    _form(
        "一级指标|二级指标|三级指标|指标值|权重",
        "产出指标|数量指标|运维自动站数量|14座|15",
        "||编制月报期数|12期|10",
        "|质量指标|数据有效率|≥92%|20",
        "效益指标|生态效益指标|水质预警次数|≥6次|20",
    ),
    _form(
        "一级指标|二级指标|三级指标|指标性质|指标值|计量单位",
        "产出指标|数量指标|检测管网长度|≥|46|公里",
        "|质量指标|验收通过率|＝|100|%",
        "效益指标|社会效益指标|内涝投诉下降率|≥|15|%",
    ),
    _form(
        "一级指标|二级指标|指标名称|上年完成值|本年目标值|分值|评分标准",
        "产出|数量|更新防护装备套数|280套|320套|20|每少10套扣1分",
        "|质量|装备完好率|97%|≥98%|15|每低1个百分点扣2分",
        "效益|社会效益|出警到场时间|8.6分钟|≤8分钟|20|每超0.5分钟扣2分",
    ),
    _form(
        "一级指标|二级指标|三级指标|指标解释|目标值|权重",
        "产出|项目运营|污水处理量|进厂处理水量|≥2000万吨|20",
        "|项目维护|设备完好率|完好设备占比|≥98%|20",
        "效果|社会影响|环境投诉事件|受理的有效投诉|≤3起|20",
        "|满意度|公众满意度|问卷调查|≥85%|20",
    ),
    _form(
        "一级指标|二级指标|三级指标|年度指标值|实施期指标值",
        "产出指标|数量指标|配齐设备的供水站|12个|36个",
        "||检测水样|≥2400份|≥7000份",
        "效益指标|社会效益指标|供水水质合格率|≥90%|≥95%",
    ),
]


@pytest.mark.parametrize("form", FORMS)
def test_whatever_cell_behind_a_name_is_blank_no_other_number_is_given(form: Rows) -> None:
    """A blank cell leaves no line: each is left out in turn, and no row may be sure of a number not its own."""
    told = {row.name: row.target for row in one(layouts.exact(form)).indicators}
    name_at = next(at for at, box in enumerate(form[len(FIELDS)]) if box.text in ("三级指标", "指标名称"))
    for line in range(len(FIELDS) + 1, len(form)):
        for at in range(name_at + 1, len(form[line])):
            changed = [list(row) for row in form]
            changed[line][at] = B("")
            for row in one(layouts.lines(changed)).indicators:
                target, whole = row.target, told.get(row.name)
                if row.certain and target is not None and target.value is not None:
                    assert whole is not None, (form[line][at].text, row)
                    assert target.value == whole.value, (form[line][at].text, row)


@pytest.mark.parametrize("carrier", ["exact", "tabs", "pipes"])
def test_a_value_column_divided_into_sign_number_and_unit_below_its_head(carrier: str) -> None:
    form = [
        *FIELDS,
        [B("一级指标"), B("二级指标"), B("指标名称"), B("本年指标值", 3), B("上年指标值")],
        [B(""), B(""), B(""), B("符号"), B("数值"), B("单位"), B("")],
        [B(text) for text in ["产出指标", "数量指标", "数字化页数", "≥", "120", "万页", "100万页"]],
        [B(text) for text in ["", "质量指标", "数字化差错率", "≤", "0.3", "%", "0.5%"]],
    ]
    filing = one(getattr(layouts, carrier)(form))
    found = [row.target for row in filing.indicators]
    assert [(one.comparator, one.value, one.unit) for one in found if one] == [
        (">=", "120", "万页"),
        ("<=", "0.3", "%"),
    ]
    assert len(found) == 2
