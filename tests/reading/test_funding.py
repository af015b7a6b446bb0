"""Sources of money: kinds of one source are added; what is not understood is said, and no rule is wrong of it."""

from __future__ import annotations

from typing import Any

import pytest
from forms import TITLE, located, money, one

from drafter.checking import check_filing
from drafter.filing import Filing
from drafter.reading.forms import recognise
from drafter.reading.text import content_of

NAME = "项目名称\t社区球场\n"
INDICATORS = "\n年度总体目标\t修缮球场6片。\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t修缮球场\t6片\n"


def form(*rows: str, name: str = NAME) -> str:
    return TITLE + name + "\n".join(rows) + INDICATORS


def outcomes(source: str) -> dict[str, str]:
    """The outcomes of the rules that add up sources of money."""
    (filing,) = located(source)
    report = check_filing(filing.filing, places=filing.places)
    return {code: str(report.outcomes[code]) for code in ("ARI004", "ARI005", "ARI006", "ARI007")}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("年度资金总额\t540", "其中：一般公共预算\t400", "政府性基金\t140"),
            {"annual_total": "540", "current_appropriation": "540"},
        ),
        (
            ("年度资金总额\t540", "一般公共预算\t400\t政府性基金\t100", "国有资本经营预算\t40"),
            {"annual_total": "540", "current_appropriation": "540"},
        ),
        (
            # A kind of money below the line of its source is part of that line.
            ("年度资金总额\t570", "财政拨款\t540", "其中：一般公共预算\t400", "政府性基金\t140", "其他资金\t30"),
            {"annual_total": "570", "current_appropriation": "540", "other": "30"},
        ),
        (
            ("年度资金总额\t540", "一般公共预算\t400", "政府性基金\t140", "其中：专项债券\t100"),
            {"annual_total": "540", "current_appropriation": "540"},
        ),
        (
            ("年度资金总额\t600", "财政拨款\t500", "财政专户管理资金\t60", "事业收入\t30", "经营收入\t10"),
            {"annual_total": "600", "current_appropriation": "500", "other": "100"},
        ),
        (
            ("年度资金总额\t600", "财政拨款\t500", "社会资本\t40", "银行贷款\t50", "其他资金\t10"),
            {"annual_total": "600", "current_appropriation": "500", "other": "100"},
        ),
        (
            ("年度资金总额\t600", "财政拨款\t500", "其他资金\t100", "其中：社会资本\t60", "银行贷款\t40"),
            {"annual_total": "600", "current_appropriation": "500", "other": "100"},
        ),
        (
            ("年度金额\t156", "其中：中央补助\t120", "地方资金\t36"),
            {"annual_total": "156", "upper_level": "120", "own_level": "36"},
        ),
        (
            ("项目资金总额\t900", "财政资金\t900", "年度资金总额\t300", "一般公共预算\t200", "专项债券资金\t100"),
            {"project_total": "900", "fiscal_total": "900", "annual_total": "300", "current_appropriation": "300"},
        ),
    ],
)
def test_kinds_of_a_source_are_added_and_parts_of_a_line_are_not(rows: tuple[str, ...], expected: Any) -> None:
    assert money(one(form(*rows))) == expected
    assert "finding" not in outcomes(form(*rows)).values()


def test_a_sum_shows_its_prints_and_is_as_exact_as_they_are() -> None:
    source = form("单位：万元", "年度资金总额\t66.67", "一般公共预算\t33.33", "政府性基金\t33.33")
    assert one(source).printed["funding.current_appropriation"] == "33.33万元+33.33万元"
    assert outcomes(source)["ARI004"] == "clean"


def test_levels_above_the_office_are_added() -> None:
    office = NAME + "实施单位\t某市某县教育局\n"
    rows = ("年度资金总额\t120", "中央资金\t50", "省级资金\t30", "市级资金\t20", "县级资金\t20")
    assert money(one(form(*rows, name=office))) == {"annual_total": "120", "upper_level": "100", "own_level": "20"}
    assert outcomes(form(*rows, name=office))["ARI007"] == "clean"


UNKNOWN = [
    ("年度资金总额\t540", "财政拨款\t400", "乡贤共建款\t140"),
    ("年度资金总额\t540", "财政拨款\t400\t乡贤共建款\t140"),
    ("年度资金总额\t540", "乡贤共建款\t140\t财政拨款\t400"),
    ("年度资金总额\t540", "财政拨款\t400", "其中：乡贤共建款\t140"),
    ("年度资金总额\t540", "财政拨款\t400", "（三）乡贤共建款：140"),
    ("项目资金\t年度资金总额\t540", "\t财政拨款\t400", "\t乡贤共建款\t140"),
]


@pytest.mark.parametrize("rows", UNKNOWN)
def test_a_source_nobody_listed_makes_sums_insufficient_and_is_named(rows: tuple[str, ...]) -> None:
    filing = one(form(*rows))
    assert filing.printed["funding"] == "乡贤共建款 140"
    assert outcomes(form(*rows))["ARI004"] == "insufficient"
    notes = recognise(content_of(form(*rows))).notes
    assert any("乡贤共建款 140" in zh and "乡贤共建款" in en for zh, en in notes)


@pytest.mark.parametrize(
    "rows",
    [
        ("年度资金总额\t540", "财政拨款\t400", "其他资金\t30"),
        ("年度资金总额\t540", "一般公共预算\t400", "政府性基金\t40"),
        ("年度资金总额\t540", "财政拨款\t400", "其中：一般公共预算\t300", "政府性基金\t100"),
        ("年度资金总额\t540", "财政拨款\t400", "乡贤共建款\t0", "其他资金\t30"),
        ("年度资金总额\t540", "财政拨款\t400", "其他资金\t30", "前两年预算及当年预算变动情况\t140"),
    ],
)
def test_a_block_that_is_all_understood_still_gives_its_error(rows: tuple[str, ...]) -> None:
    assert outcomes(form(*rows))["ARI004"] == "finding"
    assert "funding" not in one(form(*rows)).printed


def test_a_sum_that_comes_out_needs_no_row_nobody_listed() -> None:
    source = form("年度资金总额\t540", "财政拨款\t400", "其他资金\t140", "政府采购额度\t90")
    assert outcomes(source)["ARI004"] == "clean"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("项目资金总额\t900", "财政资金\t400", "年度资金总额\t900", "乡贤共建款\t500"), "ARI005"),
        (("项目资金总额\t800", "年度资金总额\t900", "乡贤共建款\t500"), "ARI006"),
        (("年度金额\t156", "中央补助\t100", "地方资金\t36", "乡贤共建款\t20"), "ARI007"),
    ],
)
def test_every_sum_of_sources_waits_for_the_row(rows: tuple[str, ...], code: str) -> None:
    assert outcomes(form(*rows))[code] == "insufficient"


def test_levels_beside_the_appropriation_are_not_said_to_be_its_parts() -> None:
    found = outcomes(form("年度资金总额\t100", "一般公共预算\t40", "上级补助\t60"))
    assert (found["ARI004"], found["ARI007"]) == ("insufficient", "insufficient")


def test_carryover_within_the_appropriation_is_not_added_again() -> None:
    rows = ("年度资金总额\t100", "财政拨款\t100", "其中：上年结转\t20")
    assert money(one(form(*rows))) == {"annual_total": "100", "current_appropriation": "100", "carryover": "20"}
    assert outcomes(form(*rows))["ARI004"] == "insufficient"


def test_a_part_whose_print_is_not_understood_is_not_counted_as_nothing() -> None:
    rows = ("年度资金总额\t540", "财政拨款\t400", "其他资金\t约一百多万")
    assert outcomes(form(*rows))["ARI004"] == "insufficient"


def test_the_print_of_a_row_nobody_listed_survives_as_json() -> None:
    filing = one(form(*UNKNOWN[0]))
    assert Filing.model_validate_json(filing.model_dump_json()) == filing


def test_the_columns_of_a_list_of_projects_are_sources_too() -> None:
    head = "项目名称\t预算金额\t一般公共预算\t政府性基金\t年度绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n"
    source = (
        "2027年项目支出绩效目标表\n"
        + head
        + "社区球场\t540\t400\t140\t修缮球场6片。\t产出指标\t数量指标\t修缮球场\t6片\n"
        + "社区步道\t90\t90\t\t铺设步道2公里。\t产出指标\t数量指标\t铺设步道\t2公里\n"
    )
    found = [one_found.filing for one_found in located(source)]
    assert [money(filing) for filing in found] == [
        {"annual_total": "540", "current_appropriation": "540"},
        {"annual_total": "90", "current_appropriation": "90"},
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("2026年度预算：120万元",), {"annual_total": "1200000"}),
        (("2026年度预算\t120万元",), {"annual_total": "1200000"}),
        (("2026年预算（万元）\t120",), {"annual_total": "1200000"}),
        (("2026年度项目预算：120万元",), {"annual_total": "1200000"}),
        (
            ("2026年度资金总额\t120万元\t财政拨款\t120万元",),
            {"annual_total": "1200000", "current_appropriation": "1200000"},
        ),
        (
            ("2025年度预算：100万元", "2026年度预算：120万元"),
            {"annual_total": "1200000", "last_year_budget": "1000000"},
        ),
        (("2024年度预算：100万元", "2026年度预算：120万元"), {"annual_total": "1200000"}),
        (("2027年度预算：100万元",), {}),
    ],
)
def test_a_total_whose_label_names_its_year(rows: tuple[str, ...], expected: dict[str, str]) -> None:
    assert money(one(form(*rows))) == expected


def test_a_total_of_a_year_is_nobodys_where_the_form_names_none() -> None:
    assert money(one(form("2026年度预算：120万元").replace("（2026年度）\n", ""))) == {}


def test_a_heading_with_the_year_of_the_budget_is_no_total() -> None:
    source = form("年度资金总额\t540", name="2026年度预算\n" + NAME)
    assert money(one(source)) == {"annual_total": "540"}
