"""Rows of text exports whose cells slid: the levels stay right, and where they are not sure that is said."""

from __future__ import annotations

from forms import HEAD, TITLE, one, rows, table, unsure


def test_a_label_in_a_wrong_column_still_sets_the_level() -> None:
    filing = one(
        table(
            "绩效指标\t成本指标\t经济成本指标\t球场维护单价\t≤200元\t",
            "产出指标\t数量指标\t修缮球场\t=6(片)\t\t",
            "质量指标\t\t验收合格率\t=100(%)\t\t",
            "\t时效指标\t完工时间\t6月底前\t\t",
        )
    )
    assert rows(filing) == [
        ("成本指标", "经济成本指标", "球场维护单价", "≤200元"),
        ("产出指标", "数量指标", "修缮球场", "=6(片)"),
        ("产出指标", "质量指标", "验收合格率", "=100(%)"),
        ("产出指标", "时效指标", "完工时间", "6月底前"),
    ]
    assert unsure(filing) == []


def test_a_value_pushed_off_the_table_is_lost_and_taints_the_rows_below_up_to_the_next_level() -> None:
    filing = one(
        table(
            "绩效指标\t成本指标\t经济成本指标\t总成本\t≤30万元\t",
            "\t\t\t产出指标\t数量指标\t修缮球场数量",
            "质量指标\t球场灯具更换数量\t\t=24(盏)\t\t",
            "\t验收合格率\t\t=100(%)\t\t",
            "效益指标\t社会效益指标\t健身人次\t≥5000人次\t\t",
        )
    )
    assert rows(filing) == [
        ("成本指标", "经济成本指标", "总成本", "≤30万元"),
        ("产出指标", "数量指标", "修缮球场数量", None),
        ("产出指标", "数量指标", "球场灯具更换数量", "=24(盏)"),
        ("产出指标", "质量指标", "验收合格率", "=100(%)"),
        ("效益指标", "社会效益指标", "健身人次", "≥5000人次"),
    ]
    assert unsure(filing) == ["修缮球场数量", "球场灯具更换数量", "验收合格率"]


def test_a_blank_value_cell_is_no_loss() -> None:
    text = TITLE + "项目名称\t社区球场\n\t一级目标\t二级目标\t三级目标\t目标值\t备注\n"
    filing = one(text + "绩效目标\t产出目标\t数量\t修缮球场\t\t工作计划\n\t\t质量\t验收合格率\t\t行业标准")
    assert rows(filing) == [("产出目标", "数量", "修缮球场", None), ("产出目标", "质量", "验收合格率", None)]
    assert [indicator.note for indicator in filing.indicators] == ["工作计划", "行业标准"]
    assert unsure(filing) == []


def test_value_and_note_keep_their_order_in_a_slid_row() -> None:
    text = TITLE + "项目名称\t社区球场\n\t一级目标\t二级目标\t三级目标\t目标值\t备注\t\n"
    filing = one(
        text
        + "绩效目标\t产出目标\t数量\t修缮球场\t=6片\t工作计划\t\n"
        + "\t\t\t时效\t完工及时性\t及时\t工作计划\n"
        + "\t\t付款及时性\t\t及时\t合同约定\t"
    )
    assert [(row[1], row[3], item.note) for row, item in zip(rows(filing), filing.indicators, strict=True)] == [
        ("数量", "=6片", "工作计划"),
        ("时效", "及时", "工作计划"),
        ("时效", "及时", "合同约定"),
    ]
    # 时效 stands where names stand: the row below it may belong to another level.
    assert unsure(filing) == ["付款及时性"]


def test_sustainability_below_satisfaction_belongs_to_the_benefits_and_is_not_certain() -> None:
    filing = one(
        table(
            "绩效指标\t效益指标\t社会效益指标\t健身人次\t≥5000人次\t",
            "\t满意度指标\t可持续影响指标\t维护制度\t健全\t",
            "\t\t服务对象满意度指标\t居民满意度\t≥90%\t",
        )
    )
    assert [row[:2] for row in rows(filing)] == [
        ("效益指标", "社会效益指标"),
        ("效益指标", "可持续影响指标"),
        ("满意度指标", "服务对象满意度指标"),
    ]
    assert unsure(filing) == ["维护制度"]


def test_a_label_cut_by_a_page_break_is_completed_by_the_row_below() -> None:
    filing = one(
        table(
            "绩效指标\t产出指标\t数量指标\t修缮球场\t=6片\t",
            "满意度指\t服务对象\t\t居民满意度\t≥90%\t",
            "",
            "\t标\t满意度指 标\t\t",
            "--\t---\t-----\t--\t--",
        )
    )
    assert rows(filing)[1] == ("满意度指标", "服务对象满意度指标", "居民满意度", "≥90%")
    assert len(filing.indicators) == 2


def test_a_name_with_an_open_bracket_goes_on_in_the_next_row() -> None:
    filing = one(
        table(
            "绩效指标\t产出指标\t时效指标\t球场灯光、“智慧\t在雨季前全部",
            "",
            "\t\t球场”改造期限\t完工",
            "\t\t\t付款期限\t按合同",
        )
    )
    assert [row[2:] for row in rows(filing)] == [
        ("球场灯光、“智慧球场”改造期限", "在雨季前全部完工"),
        ("付款期限", "按合同"),
    ]


def test_a_name_in_the_first_column_is_a_row_of_the_level_in_force_but_not_certain() -> None:
    filing = one(table("绩效指标\t产出指标\t质量指标\t验收合格率\t=100%\t", "灯具完好率\t\t\t≥98%\t\t"))
    assert rows(filing)[1] == ("产出指标", "质量指标", "灯具完好率", "≥98%")
    assert unsure(filing) == ["灯具完好率"]


def test_a_name_that_reads_like_its_level_is_a_name() -> None:
    text = TITLE + "项目名称\t社区球场\n一级目标\t二级目标\t三级目标\t指标目标值\n"
    filing = one(text + "影响力目标\t长效管理\t长效管理\t建立\n效果目标\t满意度\t满意度\t≥90%")
    assert [row[1:] for row in rows(filing)] == [("长效管理", "长效管理", "建立"), ("满意度", "满意度", "≥90%")]


def test_template_rows_without_a_name_are_no_indicators() -> None:
    filing = one(
        table(
            "\t产出指标\t数量指标\t指标1：修缮球场\t6片\t",
            "\t\t\t指标2：\t\t",
            "\t\t\t……\t\t",
            "\t\t质量指标\t\t\t",
            "\t效益指标\t社会效益指标\t健身人次\t≥5000人次\t",
        )
    )
    assert [row[2] for row in rows(filing)] == ["修缮球场", "健身人次"]


def test_cost_below_output_is_a_second_level_and_beside_output_a_first_one() -> None:
    below = one(table("\t产出指标\t数量指标\t修缮球场\t6片\t", "\t\t成本指标\t每片造价\t≤5万元\t"))
    beside = one(table("\t产出指标\t数量指标\t修缮球场\t6片\t", "\t成本指标\t\t总造价\t≤30万元\t"))
    assert rows(below)[1][:2] == ("产出指标", "成本指标")
    assert rows(beside)[1][:2] == ("成本指标", None)


def test_rows_after_the_table_are_no_indicators() -> None:
    filing = one(
        table(
            "\t产出指标\t数量指标\t修缮球场\t6片\t",
            "需要说明的其他问题\t无\t\t\t\t",
            "填报人：某甲\t\t审核人：某乙\t\t\t",
        )
    )
    assert len(filing.indicators) == 1
    assert filing.narrative == "需要说明的其他问题：无"


def test_a_head_printed_again_on_the_next_page_is_no_row() -> None:
    filing = one(
        table(
            "\t产出指标\t数量指标\t修缮球场\t6片\t",
            HEAD.strip("\n"),
            "\t\t质量指标\t验收合格率\t100%\t",
        )
    )
    assert rows(filing)[1] == ("产出指标", "质量指标", "验收合格率", "100%")
