"""Arithmetic rules where the pages do not reach: the published filings, printed precision, nested sums, blanks."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.checking import check_filing, select_rules
from drafter.checking.mend import mended, target_data
from drafter.checking.report import FilingReport
from drafter.filing import Filing
from tests.checking.cleanly import clean_filings
from tests.checking.evaluate_digits import corpus_filings, evaluate

ARI = select_rules(["ARI"], preview=True)
PUBLISHED = corpus_filings("filings")


def check(data: dict[str, Any], *codes: str) -> FilingReport:
    return check_filing(Filing.model_validate(data), rules=select_rules(codes or ["ARI"], preview=True))


def codes(report: FilingReport) -> list[str]:
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_arithmetic_of_real_filings_is_right(name: str) -> None:
    report = check_filing(PUBLISHED[name], rules=ARI)
    assert [(one.code, one.message) for one in report.findings if one.severity != "info"] == []
    assert not report.crashes
    assert not any(row.status in ("unsure", "contradicts") for row in report.reconciliation if row.related[:1])


def test_the_three_price_and_count_pairs_of_a_service_window_are_confirmed() -> None:
    report = check_filing(PUBLISHED["minhang_2026_02_service-window"], rules=ARI)
    [row] = [row for row in report.reconciliation if row.arithmetic and "×" in row.arithmetic]
    assert row.status == "agrees"
    assert row.arithmetic == "14.00 × 1,020 + 20.00 × 40 + 4.60 × 200 = 16,000.00"
    assert len(row.related) == 6 and row.primary.path == "funding.annual_total"


def test_nested_sums_are_confirmed_from_the_inside_out() -> None:
    goal = (
        "全区有医疗机构114家（包括公立24家，社会办45家，内设45家），药店319家，评估机构1家，"
        "护理机构87家（其中住养63家，居家24家），共计521家。"
    )
    report = check({"annual_goal": goal}, "ARI008")
    sums = [row.arithmetic for row in report.reconciliation if row.primary.path == "annual_goal" and row.arithmetic]
    assert sums == ["24 + 45 + 45 = 114", "63 + 24 = 87", "114 + 319 + 1 + 87 = 521"]


def test_one_wrong_inner_total_is_one_finding_though_it_spoils_the_outer_sum() -> None:
    goal = "现有机构115家（包括公立24家、社会办45家、内设45家），药店319家，共计433家。"
    report = check({"annual_goal": goal}, "ARI008")
    [finding] = report.findings
    assert finding.primary.text == "115家" and finding.arithmetic == "24 + 45 + 45 = 114 ≠ 115"


def test_parts_beyond_their_total_are_found_and_examples_of_it_are_not() -> None:
    assert codes(check({"annual_goal": "培训110人，其中新任职60人、在职70人。"}, "ARI008")) == ["ARI008"]
    assert codes(check({"annual_goal": "培训110人，其中新任职60人、在职40人。"}, "ARI008")) == []


def test_a_stated_total_is_an_error_and_another_a_warning() -> None:
    stated = check({"annual_goal": "新任职60人、在职40人，共计110人。"}, "ARI008").findings
    loose = check({"annual_goal": "培训110人（包括新任职60人、在职40人）。"}, "ARI008").findings
    assert [one.severity for one in (*stated, *loose)] == ["error", "warning"]


def test_amounts_printed_in_ten_thousands_are_roundings_and_exact_ones_are_not() -> None:
    def report(annual: str, current: str, **printed: str) -> list[str]:
        funding = {"annual_total": annual, "current_appropriation": current}
        return codes(check({"funding": funding, "printed": {f"funding.{k}": v for k, v in printed.items()}}, "ARI004"))

    assert report("660000.00", "660049.00", annual_total="66.00万元") == []
    assert report("660000.00", "660051.00", annual_total="66.00万元") == ["ARI004"]
    assert report("660000.00", "660000.01") == ["ARI004"]
    # Two neighbouring prints touch at the number that rounds to both, and are two numbers all the same.
    assert report("660000.00", "660100.00", annual_total="66.00万元", current_appropriation="66.01万元") == ["ARI004"]


def test_a_line_without_an_amount_is_insufficient_and_never_a_wrong_sum() -> None:
    lines = [{"item": "手册", "amount": "100"}, {"item": "海报"}]
    report = check({"funding": {"annual_total": "300"}, "budget_lines": lines}, "ARI002")
    assert report.outcomes == {"ARI002": "insufficient"}
    assert report.insufficient[0].path == "budget_lines[1].amount"


def test_a_total_without_lines_or_parts_is_not_applicable_and_a_blank_part_is_nothing() -> None:
    report = check({"funding": {"annual_total": "300"}})
    assert {code: report.outcomes[code] for code in ("ARI002", "ARI004", "ARI005", "ARI006", "ARI007")} == {
        "ARI002": "not_applicable",
        "ARI004": "not_applicable",
        "ARI005": "not_applicable",
        "ARI006": "not_applicable",
        "ARI007": "not_applicable",
    }
    assert codes(check({"funding": {"annual_total": "300", "current_appropriation": "300"}}, "ARI004")) == []


def test_parts_below_the_total_with_the_appropriation_blank_are_insufficient() -> None:
    report = check({"funding": {"annual_total": "300", "carryover": "100"}}, "ARI004")
    assert report.outcomes == {"ARI004": "insufficient"}
    over = check({"funding": {"annual_total": "300", "carryover": "400"}}, "ARI004")
    assert over.outcomes == {"ARI004": "finding"}


def test_a_wrong_line_is_one_finding_and_two_independent_mistakes_are_two() -> None:
    lines = [
        {"item": "手册", "unit_price": "2.00", "quantity": "100", "amount": "250.00"},
        {"item": "海报", "unit_price": "5.00", "quantity": "20", "amount": "100.00"},
    ]
    one = check({"funding": {"annual_total": "300.00"}, "budget_lines": lines})
    assert [(finding.code, finding.also) for finding in one.findings] == [("ARI001", ["ARI002"])]
    two = check({"funding": {"annual_total": "400.00"}, "budget_lines": lines})
    assert codes(two) == ["ARI001", "ARI002"]


def test_lines_of_a_project_of_several_years_may_break_down_the_whole() -> None:
    funding = {"annual_total": "100.00", "project_total": "300.00"}
    report = check({"funding": funding, "budget_lines": [{"item": "工程", "amount": "300.00"}]}, "ARI002")
    assert not report.findings
    assert [row.status for row in report.reconciliation if row.related] == ["unsure"]


def test_of_two_totals_the_one_with_a_witness_is_suggested() -> None:
    funding = {"annual_total": "500.00", "current_appropriation": "300.00", "carryover": "0.00"}
    lines = [{"item": "手册", "amount": "300.00"}]
    total_wrong = check({"funding": funding, "budget_lines": lines}).findings
    assert [one.suggestion and one.suggestion.path for one in total_wrong] == ["funding.annual_total"]
    part_wrong = check({"funding": {**funding, "annual_total": "300.00", "current_appropriation": "500.00"},
                        "budget_lines": lines}).findings  # fmt: skip
    assert [one.suggestion and one.suggestion.path for one in part_wrong] == ["funding.current_appropriation"]


def test_prices_per_a_larger_unit_multiply_with_counts_in_it() -> None:
    def indicator(name: str, target: str) -> dict[str, Any]:
        return {"level1": "产出指标", "level2": "数量指标", "name": name, "target": target_data(target)}

    rows = [indicator("垃圾清运单价", "=180.00(元/吨)"), indicator("垃圾清运量", "=2.1(万吨)")]
    report = check({"funding": {"annual_total": "3780000.00"}, "indicators": rows}, "ARI003")
    assert [row.arithmetic for row in report.reconciliation if row.status == "agrees"] == [
        "180.00 × 21,000 = 3,780,000.00"
    ]


def test_a_document_number_of_lines_is_written_out_with_its_ends_only() -> None:
    lines = [{"item": f"第{at}项", "amount": "10.00"} for at in range(1, 35)]
    [finding] = check({"funding": {"annual_total": "350.00"}, "budget_lines": lines}, "ARI002").findings
    assert finding.arithmetic == "10.00 + 10.00 + 10.00 + …（34 项） + 10.00 = 340.00 ≠ 350.00"
    assert len(finding.related) == 34


def test_one_digit_anywhere_in_clean_filings_is_found_down_to_the_printed_precision() -> None:
    clean = clean_filings()
    figures = evaluate({name: clean[name] for name in ("guards", "roads", "students", "visits")})
    assert sum(figures.twice.values()) == 0
    # What is printed in 万 is a rounding: below its last place a digit contradicts nothing.
    assert {line.split(":")[0] for line in figures.missed} <= {"guards", "roads"}
    assert sum(figures.found.values()) >= 250


def test_one_digit_of_a_real_breakdown_is_found() -> None:
    figures = evaluate({"auxiliary": PUBLISHED["minhang_2020_13_auxiliary-services"]})
    assert not figures.missed and sum(figures.twice.values()) == 0


def test_a_mended_filing_is_a_copy() -> None:
    original = clean_filings()["fire"]
    changed = mended(original, {"funding.annual_total": "1.00", "indicators[0].target": "≥5(场)"})
    assert original.funding.annual_total != changed.funding.annual_total
    assert changed.indicators[0].target and changed.indicators[0].target.comparator == ">="


_KNOWN = [{"item": "宣传册印制", "amount": "200.00"}, {"item": "展板制作", "amount": "150.00"}, {"item": "海报制作"}]


def test_known_lines_that_exceed_the_total_contradict_it_though_one_line_is_blank() -> None:
    [finding] = check({"funding": {"annual_total": "300.00"}, "budget_lines": _KNOWN}, "ARI002").findings
    assert finding.arithmetic == "200.00 + 150.00 = 350.00 > 300.00"
    assert "超出 50.00（另有 1 行没有金额）" in finding.message


@pytest.mark.parametrize(
    ("lines", "funding"),
    [
        (_KNOWN, {"annual_total": "350.00"}),
        ([*_KNOWN, {"item": "核减", "amount": "-60.00"}], {"annual_total": "300.00"}),
        (_KNOWN, {"annual_total": "300.00", "project_total": "900.00"}),
        ([*_KNOWN, {"item": "其中：封面", "amount": "20.00"}], {"annual_total": "350.00"}),
    ],
)
def test_a_blank_line_leaves_the_sum_open_where_it_may_still_be_right(
    lines: list[Any], funding: dict[str, str]
) -> None:
    report = check({"funding": funding, "budget_lines": lines}, "ARI002")
    assert report.outcomes == {"ARI002": "insufficient"}


def test_a_line_without_a_price_does_not_contradict_a_price_row() -> None:
    report = check(
        {
            "funding": {"annual_total": "200.00"},
            "budget_lines": [{"item": "保安", "quantity": "2", "unit": "人"}],
            "indicators": [
                {
                    "level1": "成本指标",
                    "level2": "经济成本指标",
                    "name": "保安人均费用标准",
                    "target": target_data("≤100.00(元/人)"),
                },
                {"level1": "产出指标", "level2": "数量指标", "name": "保安人数", "target": target_data("=2(人)")},
            ],
        },
        "ARI003",
    )
    assert not report.crashes and "contradicts" not in {row.status for row in report.reconciliation}


def test_a_line_and_its_row_in_tons_are_one_count() -> None:
    """燃油 40 吨 of the breakdown was 40 beside a row kept in kilograms, and a warning said 40 is not 40."""
    rows = [("数量指标", "执法船数量", "=2(艘)"), ("数量指标", "燃油数量", "=40(吨)")]
    data: dict[str, Any] = {
        "funding": {"annual_total": "720000.00"},
        "indicators": [
            {"level1": "产出指标", "level2": kind, "name": name, "target": target_data(raw)} for kind, name, raw in rows
        ],
        "budget_lines": [
            {"item": "执法船", "quantity": "2", "unit": "艘", "unit_price": "180000", "amount": "360000"},
            {"item": "燃油", "quantity": "40", "unit": "吨", "unit_price": "9000", "amount": "360000"},
        ],
    }
    assert codes(check(data, "ARI003")) == []
    data["budget_lines"][1]["quantity"] = "41"
    assert codes(check(data, "ARI003")) == ["ARI003"]


@pytest.mark.parametrize("item", ["条幅", "横幅", "文件", "案件", "用户"])
def test_the_number_of_a_thing_whose_name_ends_in_a_unit_is_paired_with_its_price(item: str) -> None:
    """条幅数量 was read as the 幅数 of a 条, and 8,000 of 48,000 yuan stood without a price."""
    rows = [
        ("成本指标", "经济成本指标", "宣传册单价标准", "≤2.00(元/本)"),
        ("成本指标", "经济成本指标", f"{item}单价标准", "≤80.00(元/条)"),
        ("产出指标", "数量指标", "宣传册印制数量", "=20000(本)"),
        ("产出指标", "数量指标", f"{item}数量", "=100(条)"),
    ]
    indicators = [
        {"level1": one, "level2": two, "name": name, "target": target_data(raw)} for one, two, name, raw in rows
    ]
    report = check({"funding": {"annual_total": "48000.00"}, "indicators": indicators}, "ARI003")
    assert codes(report) == []
    assert [row.status for row in report.reconciliation] == ["agrees"]
    less = check({"funding": {"annual_total": "40000.00"}, "indicators": indicators}, "ARI003")
    assert codes(less) == ["ARI003"], "with the pair joined a budget that is too small is found"
