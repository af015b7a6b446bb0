"""Kinds of layout met in forms of other places: what a cell is called, where its lines go, which year it is."""

from __future__ import annotations

import layouts
import pytest
from builders import Box, Rows
from forms import filings, money, one, rows, unsure

from drafter.checking import check_filing
from drafter.reading.forms import recognise
from drafter.reading.text import content_of

B = Box
NAMED: Rows = [[B("项目名称"), B("社区电梯维保", 4)], [B("预算单位"), B("某街道社区服务中心", 4)]]
LEVELS = ["一级指标", "二级指标", "三级指标", "指标值"]
TABLE: Rows = [
    [B("绩效指标", 1, 3), *map(B, LEVELS)],
    [B("产出指标", 1, 2), B("数量指标"), B("维保电梯"), B("18台")],
    [B("质量指标"), B("年检通过率"), B("100%")],
]


@pytest.mark.parametrize("head", ["实施周期目标", "规划期目标", "2025—2027年总目标"])
def test_a_head_beside_that_of_the_year_heads_the_goal_of_the_period(head: str) -> None:
    goals: Rows = [
        [B("总体绩效目标", 1, 2), B(head, 2), B("年度目标", 2)],
        [B("三年消除老旧电梯隐患。", 2), B("年内维保电梯18台。", 2)],
    ]
    filing = one(layouts.exact([*NAMED, *goals, *TABLE]))
    assert (filing.overall_goal, filing.annual_goal) == ("三年消除老旧电梯隐患。", "年内维保电梯18台。")


@pytest.mark.parametrize("head", ["资金金额（万元）", "财政投入规模（万元）", "项目所需经费\n（万元）"])
def test_the_unit_beside_amounts_holds_whatever_its_head_is_called(head: str) -> None:
    block: Rows = [
        [B(head, 1, 2), B("年度资金总额："), B("36.00", 3)],
        [B("其中：财政拨款"), B("36.00", 3)],
        [B("年度目标"), B("年内维保电梯18台。", 4)],
    ]
    filing = one(layouts.exact([*NAMED, *block, *TABLE]))
    assert money(filing) == {"annual_total": "360000.00", "current_appropriation": "360000.00"}


def test_a_label_that_says_its_year_is_of_that_year() -> None:
    text = (
        "项目支出绩效目标表\n（2026年度）\n项目名称\t社区电梯维保\n单位：万元\n"
        "资金安排\t{year}年预算数\t36\n年度绩效目标\t维保电梯18台。\n\t" + "\t".join(LEVELS) + "\n"
        "\t产出指标\t数量指标\t维保电梯\t18台\n"
    )
    assert money(one(text.format(year=2026))) == {"annual_total": "360000"}
    assert money(one(text.format(year=2025))) == {"last_year_budget": "360000"}


WORD_TEXT = (
    "项目支出绩效目标表\n（2026年度）\n项目名称\t社区电梯维保\n"
    "年度\n目标\t目标1：维保电梯18台。\n目标2：年检通过率达到100%。\n"
    "绩\n效\n指\n标\t" + "\t".join(LEVELS) + "\n"
    "\t产出指标\t数量指标\t维保电梯\t18台\n\t\t质量指标\t年检通过率\t100%\n"
    "\t满意度\t服务对象满意度\t住户满意度\t≥90%\n\n附件2\n"
)  # fmt: skip


def test_lines_of_a_cell_copied_from_word_are_parts_of_it_and_lines_behind_the_table_are_not() -> None:
    filing = one(WORD_TEXT)
    assert filing.annual_goal == "目标1：维保电梯18台。\n目标2：年检通过率达到100%。"
    assert rows(filing) == [
        ("产出指标", "数量指标", "维保电梯", "18台"),
        ("产出指标", "质量指标", "年检通过率", "100%"),
        ("满意度", "服务对象满意度", "住户满意度", "≥90%"),
    ]
    assert unsure(filing) == []


def test_a_row_that_numbers_the_columns_is_no_project_and_a_column_says_whose_project_it_is() -> None:
    heads = ["单位名称", "项目名称", "预算数", "年度目标", *LEVELS]
    table: Rows = [
        [B("部门预算项目绩效目标表（2026年度）", 8)],
        [B("部门名称：某区民政局", 7), B("金额单位：万元")],
        [*map(B, heads)],
        [B(str(number)) for number in range(1, 9)],
        [B("某区民政局"), B("社区食堂"), B("60"), B("开办食堂3家。"),
         B("产出指标"), B("数量指标"), B("开办食堂"), B("3家")],
        [B("某区养老服务中心"), B("适老改造"), B("45"), B("改造90户。"),
         B("产出指标"), B("数量指标"), B("改造户数"), B("90户")],
    ]  # fmt: skip
    found = filings(layouts.exact(table))
    assert [(one.implementer, one.project_name, money(one)["annual_total"]) for one in found] == [
        ("某区民政局", "社区食堂", "600000"), ("某区养老服务中心", "适老改造", "450000")
    ]  # fmt: skip


def test_main_tasks_that_cost_less_than_all_the_department_does_are_named_and_no_breakdown() -> None:
    form: Rows = [
        [B("部门整体支出绩效目标表", 6)],
        [B("部门名称"), B("某区水务局", 5)],
        [B("年度主要任务", 1, 4), B("任务名称", 1, 2), B("主要内容", 1, 2), B("预算金额（万元）", 3)],
        [B("总额"), B("财政拨款"), B("其他资金")],
        [B("河道清淤"), B("清理河道"), B("120.00"), B("120.00"), B("0.00")],
        [B("泵站检修"), B("检修泵站"), B("80.00"), B("70.00"), B("10.00")],
        [B("年度部门整体支出预算"), B("资金总额", 2), B("560.00"), B("550.00"), B("10.00")],
        [B("年度总体目标"), B("清理河道12公里。", 5)],
        [B("绩效指标", 1, 2), *map(B, LEVELS[:3]), B("指标值", 2)],
        [B("产出指标"), B("数量指标"), B("清理河道"), B("12公里", 2)],
    ]
    source = layouts.exact(form)
    filing = one(source)
    assert money(filing) == {"annual_total": "5600000.00", "current_appropriation": "5500000.00", "other": "100000.00"}
    assert filing.budget_lines == []
    assert any("年度主要任务" in note for note, _ in recognise(source).notes)
    assert not [finding for finding in check_filing(filing).findings if finding.code.startswith("ARI")]


def test_sources_in_one_row_below_the_money_of_all_years_and_of_the_year_are_the_years_where_they_add_up_to_it() -> (
    None
):
    text = (
        "项目支出绩效目标表\n（2026年度）\n金额单位：万元\n项目名称\t社区电梯维保\n"
        "项目资金\t项目总预算\t90\t项目当年预算\t36\n\t其中：财政拨款\t30\t其中：自筹资金\t6\n"
        "年度目标\t维保电梯18台。\n"
    )
    assert money(one(text)) == {
        "project_total": "900000", "annual_total": "360000", "current_appropriation": "300000", "other": "60000"
    }  # fmt: skip


@pytest.mark.parametrize(("print_", "dates"), [("3年", (None, None)), ("2026年", ("2026-01-01", "2026-12-31"))])
def test_how_long_a_project_takes_is_no_date_and_one_year_is_that_year(
    print_: str, dates: tuple[str | None, str | None]
) -> None:
    filing = one(
        f"项目支出绩效目标表\n项目名称\t社区电梯维保\n项目期\t{print_}\t主管部门\t某区民政局\n年度目标\t维保电梯18台。\n"
    )
    assert tuple(str(day) if day else None for day in (filing.start_date, filing.end_date)) == dates
    assert not [finding for finding in check_filing(filing).findings if finding.code == "TIM001"]


def test_what_describes_a_value_is_no_value() -> None:
    head = "\t一级指标\t二级指标\t三级指标\t指标值\t度量单位\t指标值内容\n"
    filing = one(
        f"项目名称\t社区电梯维保\n年度目标\t维保。\n{head}\t产出指标\t数量指标\t维保电梯\t≥18\t台\t签订合同的\n"
    )
    target = filing.indicators[0].target
    assert target is not None
    assert (target.comparator, target.value, target.unit) == (">=", "18", "台")


def test_forms_that_print_no_year_are_of_the_year_of_the_budget_they_are_in() -> None:
    form = "项目支出绩效目标表\n项目名称\t社区电梯维保\n年度目标\t维保电梯18台。\n"
    assert one(f"某区民政局2026年部门预算公开表\n{form}").year == 2026
    assert one(f"某区民政局2026年部门预算公开表\n某区民政局2025年部门预算公开表\n{form}").year is None
    assert recognise(content_of(form)).filings[0].filing.year is None


@pytest.mark.parametrize("between", ["/", "-", "—"])
def test_one_column_that_prints_both_levels_gives_both(between: str) -> None:
    table: Rows = [
        [B("指标类别"), B("指标名称"), B("指标值"), B("计量单位"), B("备注")],
        [B(f"产出指标{between}数量指标"), B("维保电梯"), B("≥18"), B("台"), B("")],
        [B(f"效益指标{between}社会效益"), B("困人事故"), B("0"), B("起"), B("")],
    ]
    goal: Rows = [[B("年度目标"), B("年内维保电梯18台。", 4)]]
    filing = one(layouts.exact([*NAMED, *goal, *table]))
    assert [row[:3] for row in rows(filing)] == [
        ("产出指标", "数量指标", "维保电梯"), ("效益指标", "社会效益", "困人事故")
    ]  # fmt: skip


YEARS = (
    "项目支出绩效目标表\n{title}\n金额单位：万元\n项目名称\t社区电梯维保\n"
    "项目资金\t资金来源\t{heads}\n\t合计\t{total}\n\t财政拨款\t{fiscal}\n\t自筹资金\t{own}\n"
    "年度目标\t维保电梯18台。\n\t" + "\t".join(LEVELS) + "\n\t产出指标\t数量指标\t维保电梯\t18台\n"
)


@pytest.mark.parametrize("heads", ["2025年\t2026年", "2025年度\t2026年度", "2025年预算\t2026年预算"])
@pytest.mark.parametrize("title", ["（2026年度）", "2026年部门预算项目表"])
def test_of_columns_that_only_say_a_year_that_of_the_form_is_read(heads: str, title: str) -> None:
    text = YEARS.format(title=title, heads=heads, total="30\t36", fiscal="30\t28", own="0\t8")
    filing = one(text)
    assert filing.year == 2026
    assert money(filing) == {
        "annual_total": "360000", "current_appropriation": "280000", "other": "80000", "last_year_budget": "300000",
    }  # fmt: skip


def test_the_sum_of_all_years_beside_them_is_that_of_the_project() -> None:
    text = YEARS.format(
        title="（2026年度）", heads="合计\t2026年\t2027年", total="70\t36\t34", fiscal="50\t28\t22", own="20\t8\t12"
    )
    assert money(one(text)) == {
        "project_total": "700000", "annual_total": "360000", "current_appropriation": "280000", "other": "80000",
    }  # fmt: skip


def test_columns_of_years_of_a_form_without_a_year_are_named_and_not_used() -> None:
    text = YEARS.format(title="", heads="2025年\t2026年", total="30\t36", fiscal="30\t28", own="0\t8")
    found = recognise(content_of(text))
    assert "看不出哪一年是本年" in " ".join(note[0] for note in found.notes)
    filing = found.filings[0].filing
    assert filing.year is None
    assert money(filing) == {}


def test_the_only_goal_of_a_project_is_that_of_the_year_unless_the_year_has_its_own() -> None:
    text = "项目支出绩效目标表\n（2026年度）\n项目名称\t社区电梯维保\n{goals}\n\t" + "\t".join(LEVELS)
    text += "\n\t产出指标\t数量指标\t维保电梯\t18台\n"
    alone = one(text.format(goals="项目总体绩效目标\t维保电梯18台。"))
    assert (alone.annual_goal, alone.overall_goal) == ("维保电梯18台。", None)
    both = one(text.format(goals="项目总体绩效目标\t三年维保电梯54台。\n年度目标\t维保电梯18台。"))
    assert (both.annual_goal, both.overall_goal) == ("维保电梯18台。", "三年维保电梯54台。")
    heads = one(text.format(goals="绩效目标\t项目总体绩效目标\t年度目标\n\t三年维保电梯54台。\t维保电梯18台。"))
    assert (heads.annual_goal, heads.overall_goal) == ("维保电梯18台。", "三年维保电梯54台。")
    blank = one(text.format(goals="项目总体目标\t三年维保电梯54台。\n年度目标\t"))
    assert (blank.annual_goal, blank.overall_goal) == (None, "三年维保电梯54台。")
    years = one(text.format(goals="项目起止时间\t2026年1月-2028年12月\n项目总体目标\t三年维保电梯54台。"))
    assert (years.annual_goal, years.overall_goal) == (None, "三年维保电梯54台。")


BARE = (
    "项目支出绩效目标表\n（2026年度）\n项目名称\t社区电梯维保\n年度目标\t维保电梯18台。\n"
    "绩效指标\t" + "\t".join(LEVELS) + "\n"
    "\t投入\t时效{0}\t维保资金支付时间\t6月底前\n\t\t成本{0}\t单台维保费用\t≤2600元\n"
    "\t产出\t数量{0}\t维保电梯\t18台\n\t效益\t社会效益{0}\t困人故障\t≤2起\n"
)


@pytest.mark.parametrize("suffix", ["目标", "指标"])
def test_first_levels_without_a_suffix_stand_over_second_ones_with_one(suffix: str) -> None:
    filing = one(BARE.format(suffix))
    assert [(row[0], row[1]) for row in rows(filing)] == [
        ("投入", f"时效{suffix}"), ("投入", f"成本{suffix}"), ("产出", f"数量{suffix}"), ("效益", f"社会效益{suffix}"),
    ]  # fmt: skip
    assert unsure(filing) == []


@pytest.mark.parametrize(("unit", "total"), [("（万元）", "363600.00"), ("（元）", "36.36"), ("", "36.36")])
def test_money_below_one_head_of_a_list_is_in_the_unit_of_that_head(unit: str, total: str) -> None:
    sheet: Rows = [
        [B("序号", 1, 2), B("项目单位", 1, 2), B("项目名称", 1, 2), B(f"项目资金{unit}", 2), B("年度绩效目标", 1, 2),
         B("绩效指标", 4)],
        [B("合计"), B("其他资金"), *map(B, LEVELS)],
        [B("1", 1, 2), B("某街道社区服务中心", 1, 2), B("社区电梯维保", 1, 2), B("36.36", 1, 2), B("0", 1, 2),
         B("维保电梯18台。", 1, 2), B("产出指标", 1, 2), B("数量指标"), B("维保电梯"), B("18台")],
        [B("质量指标"), B("年检通过率"), B("100%")],
    ]  # fmt: skip
    filing = one(layouts.exact(sheet))
    assert money(filing)["annual_total"] == total
    assert len(rows(filing)) == 2


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("208001某市民政局本级\t\t\t单位：万元", "208001某市民政局本级"),
        ("部门：208_某市民政局\t\t单位：万元", "208_某市民政局"),
        ("某市民政局年度工作\t\t单位：万元", None),
    ],
)
def test_an_office_above_a_form_is_the_one_that_files_it(line: str, office: str | None) -> None:
    text = f"项目支出绩效目标表\n（2026年度）\n{line}\n项目名称\t社区电梯维保\n年度目标\t维保电梯18台。\n\t"
    text += "\t".join(LEVELS) + "\n\t产出指标\t数量指标\t维保电梯\t18台\n"
    assert one(text).implementer == office
    named = one(text.replace("年度目标", "实施单位\t某市社区服务中心\n年度目标"))
    assert named.implementer == "某市社区服务中心" or "部门" in line
    coded = one(text.replace("年度目标", "预算单位\t208002某市救助管理中心\n年度目标"))
    assert coded.implementer == "208002某市救助管理中心" or "部门" in line
