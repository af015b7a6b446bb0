"""Budget lines and the rows that are the same item: one number in any unit, one price by the day or by the year."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.checking.ledger import Ledger
from drafter.profiles import generic_profile
from tests.checking.rows import filing, run


def line(item: str, price: str, quantity: str, unit: str | None) -> dict[str, Any]:
    return {"item": item, "unit_price": price, "quantity": quantity, "unit": unit, "amount": None}


def table(*rows: str, lines: list[dict[str, Any]], goal: str = "做好便民服务工作。") -> list[tuple[str, str | None]]:
    """What ARI003 confirms or holds against the lines, without the budget as a whole."""
    report = run("ARI003", filing(*rows, budget_lines=lines, annual_goal=goal))
    return [
        (row.status, row.arithmetic)
        for row in report.reconciliation
        if row.status != "uncovered" and any("budget_lines" in place.path for place in (row.primary, *row.related))
    ]


@pytest.mark.parametrize(
    ("row", "quantity", "unit", "status"),
    [
        ("道路修复面积|≥3.5(万平方米)", "35000", "平方米", "agrees"),
        ("道路修复面积|=35000(平方米)", "3.5", "万平方米", "agrees"),
        ("道路修复面积|≥3.5(万平方米)", "36000", "平方米", "contradicts"),
        ("道路修复面积|≥3.5(万平方米)", "3.6", "万平方米", "contradicts"),
        ("道路修复长度|=15800(米)", "15.8", "公里", "agrees"),
        ("道路修复长度|=15.8(公里)", "15.8", None, "agrees"),
        ("道路修复面积|≥5(万亩)", "50000", "亩", "agrees"),
        ("道路修复用料|≥1.2(万吨)", "12000", "吨", "agrees"),
        ("道路修复用料|≥1.2(万吨)", "1200", "吨", "contradicts"),
    ],
)
def test_a_line_and_its_row_are_compared_in_one_unit(row: str, quantity: str, unit: str | None, status: str) -> None:
    found = table(f"产出指标|数量指标|{row}", lines=[line("道路修复", "80", quantity, unit)])
    assert [one for one, _ in found] == [status]


@pytest.mark.parametrize(
    ("row", "paid", "arithmetic"),
    [
        ("=5(元/人·天)", "1000", "1,000 = 5(元/人·天) × 200"),
        ("=5(元/人·天)", "5", "5 = 5(元/人·天)"),
        ("=450(元/人·月)", "5400", "5,400 = 450(元/人·月) × 12"),
        ("=450(元/人·月)", "5500", None),
        ("=450(元/人·月)", "9000", None),
    ],
)
def test_a_price_of_each_day_or_month_is_paid_many_times_in_one_line(
    row: str, paid: str, arithmetic: str | None
) -> None:
    found = table(f"成本指标|经济成本指标|午餐补助标准|{row}", lines=[line("午餐补助", paid, "300", "人")])
    assert found == ([("agrees", arithmetic)] if arithmetic else [])


@pytest.mark.parametrize(("paid", "contradicts"), [("1000", False), ("1003", True)])
def test_the_days_of_a_price_contradict_no_line_whose_number_is_its_row_s(paid: str, contradicts: bool) -> None:
    rows = ("成本指标|经济成本指标|午餐补助标准|=5(元/人·天)", "产出指标|数量指标|午餐补助人数|=300(人)")
    one = filing(*rows, budget_lines=[line("午餐补助", paid, "300", "人")])
    assert [pair.contradicts for pair in Ledger(one, generic_profile()).line_pairs] == [contradicts]
