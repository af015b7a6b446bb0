"""Forms of other places: the same filing from a document's table, tab text, a Markdown table and one cell a line."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import layouts
import pytest
from forms import filings, money, one, rows, unsure

from drafter.filing import Filing
from drafter.reading.content import Content, Table
from drafter.reading.forms import recognise
from drafter.reading.text import content_of

FORMS: dict[str, layouts.Rows] = {
    name: form for name, form in vars(layouts).items() if name.isupper() and len(name) > 1 and isinstance(form, list)
}


def bare(filing: Filing) -> dict[str, object]:
    return filing.model_dump(mode="json", exclude={"narrative"})


@pytest.mark.parametrize("name", [name for name in FORMS if name != "SELF_EVALUATION"])
@pytest.mark.parametrize("carrier", ["tabs", "pipes", "lines"])
def test_the_carrier_does_not_change_the_filing(name: str, carrier: str) -> None:
    expected = [bare(filing) for filing in filings(layouts.exact(FORMS[name]))]
    assert expected
    assert [bare(filing) for filing in filings(getattr(layouts, carrier)(FORMS[name]))] == expected


def test_the_national_form_gives_the_year_and_keeps_the_period_apart() -> None:
    filing = one(layouts.exact(layouts.NATIONAL_TWO_PERIODS))
    assert (filing.profile, filing.year, filing.project_nature) == ("national-2021", 2024, "延续项目")
    assert (filing.start_date, filing.end_date) == (dt.date(2024, 1, 1), dt.date(2026, 12, 31))
    assert money(filing) == {
        "project_total": "900000.00",
        "fiscal_total": "750000.00",
        "project_other": "150000.00",
        "annual_total": "300000.00",
        "current_appropriation": "250000.00",
        "other": "50000.00",
    }
    assert filing.printed["funding.annual_total"] == "30.00万元"
    assert (filing.overall_goal or "").startswith("三年内")
    assert (filing.annual_goal or "").startswith("年内")
    assert [row[3] for row in rows(filing)] == ["15个", "≥98%", "≥3万人", "≥90%"]
    assert unsure(filing) == []


def test_sign_value_unit_and_weight_in_columns_of_their_own() -> None:
    filing = one(layouts.exact(layouts.SIGN_VALUE_UNIT_WEIGHT))
    targets = [indicator.target for indicator in filing.indicators]
    assert [(t and t.comparator, t and t.value, t and t.unit) for t in targets[:3]] == [
        ("<=", "4", "万元/公里"),
        ("=", "320", "公里"),
        (">=", "85", "%"),
    ]
    assert targets[3] and (targets[3].raw, targets[3].text, targets[3].value) == ("明显改善", "明显改善", None)
    assert [indicator.weight for indicator in filing.indicators] == [Decimal(w) for w in (20, 20, 20, 20, 10)]
    assert money(filing)["annual_total"] == "12805000.00"


def test_a_form_without_levels_has_no_certain_level() -> None:
    filing = one(layouts.exact(layouts.WITHOUT_LEVELS))
    assert [row[:2] for row in rows(filing)] == [(None, None)] * 3
    assert len(unsure(filing)) == 3
    assert (filing.implementer, filing.department) == ("某区水务局", "某区水务局")
    assert money(filing) == {"annual_total": "860000.00", "own_level": "860000.00", "upper_level": "0.00"}


def test_of_two_value_columns_the_one_of_the_year_is_the_target() -> None:
    filing = one(layouts.exact(layouts.TWO_VALUES))
    assert [row[3] for row in rows(filing)] == ["120万页", "2025年12月底前", "≤10分钟"]
    assert filing.indicators[1].note == "分批"
    assert (filing.start_date, filing.end_date) == (dt.date(2025, 1, 1), dt.date(2027, 12, 31))


def test_projects_in_a_column_are_filings_of_their_own() -> None:
    first, second = filings(layouts.exact(layouts.FLAT))
    assert (first.project_name, second.project_name) == ("养老助餐", "殡葬惠民")
    assert first.implementer == second.implementer == "某县民政局"
    assert (money(first), money(second)) == ({"annual_total": "468000.00"}, {"annual_total": "150000.00"})
    assert [row[2] for row in rows(first)] == ["助餐点", "食品抽检合格率", "老人满意度"]
    assert [row[:3] for row in rows(second)] == [
        ("产出指标", "数量指标", "减免人次"),
        ("效益指标", "社会效益指标", "家庭负担"),
    ]
    assert second.year == 2026


def test_of_a_table_for_the_period_and_one_for_the_year_the_year_counts() -> None:
    filing = one(layouts.exact(layouts.LONG_AND_ANNUAL_TABLES))
    assert [row[3] for row in rows(filing)] == ["21所", "≤10万元", "≥90%"]
    assert rows(filing)[1][:2] == ("产出指标", "成本指标")
    assert money(filing) == {"annual_total": "2100000", "current_appropriation": "1800000", "other": "300000"}
    assert filing.project_nature == "延续项目"
    assert "甲某" not in filing.model_dump_json()


@pytest.mark.parametrize("carrier", ["exact", "tabs", "lines", "wrapped"])
def test_a_self_evaluation_is_no_declaration(carrier: str) -> None:
    form = layouts.SELF_EVALUATION
    for rows_of_form in (form, form[1:]):  # Also where its title is lost.
        source = (
            layouts.exact(rows_of_form) if carrier == "exact" else content_of(getattr(layouts, carrier)(rows_of_form))
        )
        found = recognise(source)
        assert (found.filings, found.reports) == ([], 1)


def test_levels_of_government_are_seen_from_the_office_that_files() -> None:
    filing = one(layouts.exact(layouts.LEVELS_OF_GOVERNMENT))
    # 中央 and 市级 are both above a district: left out, the sources would seem to be two million short.
    assert money(filing) == {"annual_total": "5000000.00", "upper_level": "2000000.00", "own_level": "3000000.00"}
    assert filing.printed["funding.upper_level"] == "0.00万元+200.00万元"


def test_a_breakdown_in_ten_thousand_yuan_with_units_in_the_count() -> None:
    lines = one(layouts.exact(layouts.WITH_BREAKDOWN)).budget_lines
    assert [(line.item, str(line.amount), str(line.unit_price), str(line.quantity), line.unit) for line in lines] == [
        ("云台摄像机", "196000.00", "24500.00", "8", "台"),
        ("安装调试", "40000.00", "40000.00", "1", "项"),
    ]
    assert lines[1].note == "含运输"


def test_scores_beside_levels_and_labels_nobody_listed_disturb_nothing() -> None:
    filing = one(layouts.SCORES_BESIDE_LEVELS)
    assert (filing.project_name, filing.project_category) == ("2023年稻田乡粮食烘干厂房建设项目", "资产资源类--房屋类")
    assert (filing.department, filing.implementer) == ("县农业委", "某县稻田乡人民政府")
    assert money(filing) == {
        "project_total": "650000", "annual_total": "650000", "current_appropriation": "600000", "other": "50000",
    }  # fmt: skip
    assert filing.annual_goal == "新建烘干厂房一座,带动20户务工。"
    assert rows(filing) == [
        ("成本指标", "经济成本指标", "项目建设成本", "≤65万元"),
        ("产出指标", "数量指标", "新建烘干厂房面积", "≥300平方米"),
        ("产出指标", "数量指标", "新建厂房数量", "=1座"),
        ("产出指标", "时效指标", "完工及时性", "及时"),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "≥95%"),
    ]
    assert [str(row.weight) for row in filing.indicators] == ["10"] * 5
    assert filing.printed["start_date"] == "2023年4月"


def test_cells_between_bars_on_lines_of_their_own_are_rows() -> None:
    filing = one(layouts.BARS_BETWEEN_CELLS)
    assert (filing.project_name, filing.implementer, filing.year) == ("喷雾车租赁服务", "某市环境卫生处", 2023)
    assert money(filing) == {"upper_level": "0", "own_level": "2500000"}
    assert filing.printed["funding.upper_level"] == "0万元"
    assert (filing.overall_goal, filing.annual_goal) == ("租赁喷雾车,道路扬尘减少。", "租赁喷雾车10辆,道路扬尘减少。")
    assert rows(filing) == [
        ("产出指标", "数量指标", "租赁喷雾车数量", "10辆"),
        ("产出指标", "质量指标", "道路扬尘", "减少"),
        ("产出指标", "成本指标", "租赁成本", "250万元"),
        ("效益指标", "社会公众或服务对象满意度指标", "市民满意度", "≥90%"),
    ]
    assert {row.note for row in filing.indicators} == {"计划标准"}


def test_what_a_carrier_lost_is_never_read_as_another_number() -> None:
    content = layouts.exact(layouts.WITH_BREAKDOWN)
    (grid,) = content.blocks
    assert isinstance(grid, Table)
    clipped = {"8台", "23.60", "2.45", "19.60"}
    cells = tuple(tuple(cell._replace(lost=cell.text in clipped) for cell in row) for row in grid.rows)
    filing = one(Content((grid._replace(rows=cells),), "docx"))
    assert (filing.indicators[0].target, filing.indicators[0].certain) == (None, False)
    assert (filing.indicators[1].target and filing.indicators[1].target.raw, filing.indicators[1].certain) == (
        "6月底前",
        True,
    )
    assert money(filing) == {}
    assert filing.printed["funding.annual_total"] == "23.60"
    line = filing.budget_lines[0]
    assert (line.item, line.amount, line.unit_price, line.quantity) == ("云台摄像机", None, None, None)


def test_a_table_without_head_is_read_from_its_levels() -> None:
    filing = one(layouts.exact(layouts.NO_HEAD))
    assert (filing.profile, filing.form, filing.year) == ("generic", None, None)
    assert rows(filing)[1] == ("产出指标", "质量指标", "消防验收", "合格")


@pytest.mark.parametrize(
    "name", ["NATIONAL_TWO_PERIODS", "SIGN_VALUE_UNIT_WEIGHT", "TWO_VALUES", "LEVELS_OF_GOVERNMENT"]
)
def test_a_document_without_title_is_still_a_form(name: str) -> None:
    whole = one(layouts.exact(FORMS[name]))
    filing = one(layouts.exact(FORMS[name][2:] if name != "TWO_VALUES" else FORMS[name][1:]))
    assert filing.form is None
    assert rows(filing) == rows(whole)


def test_two_forms_without_titles_are_told_apart_by_their_names() -> None:
    text = layouts.tabs(layouts.NO_HEAD)
    first, second = filings(text + "\n" + text.replace("敬老院消防改造", "敬老院食堂改造"))
    assert (first.project_name, second.project_name) == ("敬老院消防改造", "敬老院食堂改造")
    assert rows(first) == rows(second)
