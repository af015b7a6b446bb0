"""What older forms and other provinces write: prints beside values, calculations in notes, closed lists, scopes."""

from __future__ import annotations

import pytest

from drafter.checking import check_filing
from tests.checking.rows import filing, run, said

_ROW = "产出指标 | 数量指标 | 设备数量 | ≥60(台)"


def test_a_print_of_another_number_says_nothing_of_a_changed_value() -> None:
    funding = {"annual_total": "900000.00", "current_appropriation": "840000.00", "other": "60000.00"}
    printed = {"funding.annual_total": "90万元", "funding.current_appropriation": "84万元", "funding.other": "6万元"}
    assert said("ARI004", filing(_ROW, funding=funding, printed=printed)) == []
    changed = {**funding, "other": "160000.00"}
    assert said("ARI004", filing(_ROW, funding=changed, printed=printed)) == ["error"]


def _line(amount: str, note: str, item: str = "诊疗床", **more: str) -> list[str]:
    one = filing(_ROW, budget_lines=[{"item": item, "amount": amount, "note": note, **more}])
    return said("ARI001", one)


@pytest.mark.parametrize(
    ("amount", "note", "found"),
    [
        ("192000", "3200元/张×60张", []),
        ("192000", "测算：3200元/张*60张", []),
        ("192000", "0.32万元/张×60张", []),
        ("192000", "3200元/张×50张", ["warning"]),
        ("192000", "2300元/张×60张", ["warning"]),
        ("192000", "0.32元/张×60张", ["warning"]),
        # Another number, a share, a price alone: nobody knows what else belongs to it.
        ("192000", "3200元/张×50张，运费32000元", []),
        ("96000", "3200元/张×60张，区财政承担一半", []),
        ("192000", "60张×1批", []),
        # Paid twelve times, which the note need not say.
        ("14400", "400元/月×3人", []),
    ],
)
def test_a_calculation_in_the_note_of_a_line_comes_to_its_amount(amount: str, note: str, found: list[str]) -> None:
    assert _line(amount, note) == found


def test_a_calculation_in_the_name_of_a_line() -> None:
    assert _line("192000", "", "诊疗床（3200元/张×60张）") == []
    assert _line("192000", "", "诊疗床（3200元/张×66张）") == ["warning"]


def test_a_calculation_may_be_that_of_the_price() -> None:
    whole = {"unit_price": "4800", "quantity": "26"}
    assert _line("124800", "400元/月×12个月", **whole) == []
    assert _line("124800", "400元/月×10个月", **whole) == ["warning"]
    report = run("ARI001", filing(_ROW, budget_lines=[
        {"item": "协管员", "amount": "124800", "note": "400元/月×10个月", **whole}
    ]))  # fmt: skip
    assert report.findings[0].primary.path == "budget_lines[0].unit_price"
    assert "单价" in report.findings[0].message


def test_nothing_else_changes_for_a_note_without_a_calculation() -> None:
    one = filing(_ROW, budget_lines=[{"item": "诊疗床", "amount": "192000", "note": "规格1.9×0.9米"}])
    assert all(finding.code != "ARI001" for finding in check_filing(one).findings)
