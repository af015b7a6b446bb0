"""Heads and labels that other places print: goals of two periods, merged heads, columns of values without a name."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.filing import Filing
from drafter.reading import read_bytes

HEAD = ["一级指标", "二级指标", "三级指标", "指标值"]


def _read(*rows: Sequence[str]) -> Filing:
    text = "\n".join(["项目支出绩效目标申报表（2027年度）", *("\t".join(row) for row in rows)])
    (found,) = read_bytes(text.encode(), "a.txt").filings
    return found.filing


def _html(*rows: str) -> bytes:
    return f"<html><body><p>项目支出绩效目标表（2027年度）</p><table>{''.join(rows)}</table></body></html>".encode()


def test_indicators_beside_the_goal_of_all_years_are_not_those_of_the_year() -> None:
    filing = _read(
        ["项目名称", "馆藏修复", "", "", ""],
        ["年度目标1", "修复古籍40册", "", "", ""],
        ["长期目标1", *HEAD],
        ["", "产出指标", "数量指标", "修复总册数", "400册"],
        ["年度目标1", *HEAD],
        ["", "产出指标", "数量指标", "修复册数", "40册"],
    )

    assert [(one.name, one.target and one.target.raw) for one in filing.indicators] == [("修复册数", "40册")]


def test_a_head_over_two_columns_holds_the_level_and_the_names() -> None:
    document = read_bytes(
        _html(
            "<tr><td>项目名称</td><td colspan=4>食堂运行</td></tr>",
            "<tr><td>绩效目标</td><td colspan=4>保障供餐</td></tr>",
            "<tr><td>一级指标</td><td colspan=2>二级指标</td><td>绩效标准</td><td>当年预期实现值</td></tr>",
            "<tr><td rowspan=2>产出指标</td><td>数量指标</td><td>供餐天数</td><td>供餐情况</td><td>≥220天</td></tr>",
            "<tr><td>质量指标</td><td>留样合格率</td><td>反映食品安全</td><td>100%</td></tr>",
        ),
        "a.html",
    )
    rows = [
        (one.level2, one.name, one.target.raw if one.target else None) for one in document.filings[0].filing.indicators
    ]

    assert rows == [("数量指标", "供餐天数", "≥220天"), ("质量指标", "留样合格率", "100%")]


def test_values_in_columns_of_towns_are_named_and_no_row_is_called_blank() -> None:
    document = read_bytes(
        _html(
            "<tr><td>项目名称</td><td colspan=5>水利专项</td></tr>",
            "<tr><td>总体目标</td><td colspan=5>修复三处堤岸</td></tr>",
            "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标解释</td><td>松溪镇</td><td>竹溪镇</td></tr>",
            "<tr><td>产出指标</td><td>数量指标</td><td>修复堤岸</td><td>修复情况</td><td>2</td><td>1</td></tr>",
        ),
        "a.html",
    )

    assert [(one.certain, one.target) for one in document.filings[0].filing.indicators] == [(False, None)]
    assert any("指标值" in note[0] for note in document.notes)


def test_column_heads_behind_a_goal_label_are_no_goal() -> None:
    filing = _read(
        ["项目名称", "测站更新", "", ""],
        ["项目年度绩效目标（定量目标）", "评价内容", "参考标准", "绩效目标值"],
        ["产出", "数量目标", "目标1：更新测站", "24座"],
    )

    assert filing.annual_goal is None


def test_an_office_left_blank_before_the_year_is_no_office() -> None:
    text = "项目支出绩效目标表\n填报单位（盖章）：　　　　2027年度\n项目名称\t测站更新\t\t\n年度目标\t更新24座\t\t\n"
    text += "\t".join(HEAD) + "\n产出指标\t数量指标\t更新测站\t24座\n"
    filing = read_bytes(text.encode(), "a.txt").filings[0].filing

    assert (filing.implementer, filing.year) == (None, 2027)


def test_months_without_a_sign_between_year_and_month_are_a_period() -> None:
    filing = _read(
        ["项目名称", "测站更新", "", ""],
        ["项目起止时间", "202703-202811", "", ""],
        HEAD,
        ["产出指标", "数量指标", "测站", "2座"],
    )

    assert (str(filing.start_date), str(filing.end_date)) == ("2027-03-01", "2028-11-30")


def test_the_office_that_carries_out_stands_before_the_one_that_budgets() -> None:
    document = read_bytes(
        _html(
            "<tr><td>预算单位</td><td colspan=3>云山县民宗局</td></tr>",
            "<tr><td>项目名称</td><td>道路硬化</td><td>实施单位</td><td>松溪镇</td></tr>",
            "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>",
            "<tr><td>产出指标</td><td>数量指标</td><td>硬化道路</td><td>2公里</td></tr>",
        ),
        "a.html",
    )

    assert document.filings[0].filing.implementer == "松溪镇"


def test_a_label_nobody_listed_ends_the_value_before_it_and_a_person_is_in_no_filing() -> None:
    filing = _read(
        ["项目实施单位", "云山岩画馆", "监督管理单位", "云山县文旅局"],
        ["主管部门：", "204-云山县文旅部门", "项目经办人：", "甲某某"],
        ["项目名称", "岩画馆开放", "", ""],
        HEAD,
        ["产出指标", "数量指标", "开放天数", "≥300天"],
    )

    assert (filing.implementer, filing.department) == ("云山岩画馆", "204-云山县文旅部门")
    assert "甲某某" not in filing.model_dump_json()


def test_goals_below_two_heads_stand_in_their_order_where_the_side_label_left_no_cell() -> None:
    text = """项目支出绩效目标表
项目名称 | 渔政执法 | | |
总体目标 | 中期目标 | 年度目标 | |
三年巡查900次 | 巡查300次 | | |
一级指标 | 二级指标 | 三级指标 | 指标值 |
产出指标 | 数量指标 | 巡查次数 | 300次 |
"""
    filing = read_bytes(text.encode(), "a.txt").filings[0].filing

    assert (filing.overall_goal, filing.annual_goal) == ("三年巡查900次", "巡查300次")


def test_a_head_over_two_columns_is_told_by_the_rows_where_the_text_has_no_columns() -> None:
    web = """项目支出绩效目标表
项目名称 | 食堂运行 | | | |
绩效目标 | 保障供餐 | | | |
绩效指标 | 一级指标 | 二级指标 | 绩效标准 | 当年预期实现值 | |
产出指标 | 数量指标 | 供餐天数 | 反映供餐情况 | ≥220天 |
质量指标 | 留样合格率 | 反映食品安全 | 100% |
"""
    lines = ["项目支出绩效目标表", "项目名称", "食堂运行", "绩效目标", "保障供餐", "一级指标", "二级指标", "绩效标准"]
    lines += ["当年预期实现值", "产出指标", "数量指标", "供餐天数", "反映供餐情况", "≥220天"]
    lines += ["质量指标", "留样合格率", "反映食品安全", "100%", "保障绩效目标实现措施", "健全制度"]
    for text in (web, "\n".join(lines)):
        filing = read_bytes(text.encode(), "a.txt").filings[0].filing

        assert [(one.level2, one.name, one.target and one.target.raw) for one in filing.indicators] == [
            ("数量指标", "供餐天数", "≥220天"),
            ("质量指标", "留样合格率", "100%"),
        ]


def test_a_title_of_a_part_ends_the_wait_of_a_goal_for_its_text() -> None:
    filing = _read(
        ["部门整体绩效目标", "", "", ""],
        ["基本信息", "", "", ""],
        ["部门编码：", "418", "部门名称：", "云山县文化馆"],
        ["年度绩效总目标", "全年开放", "", ""],
        HEAD,
        ["产出指标", "数量指标", "开放天数", "≥300天"],
    )

    assert (filing.overall_goal, filing.annual_goal) == (None, "全年开放")
