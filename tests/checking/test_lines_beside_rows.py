"""Budget lines and the rows that are the same item: one number in any unit, one price by the day or by the year."""

from __future__ import annotations

import time
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


def tied(goal: str, *rows: str, lines: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """What line numbers agree with rows and with the goal: the item, its field, the name or words."""
    one = filing(*rows, budget_lines=lines, annual_goal=goal)
    ledger = Ledger(one, generic_profile())
    found = [(tie.line, tie.field, one.indicators[tie.other].name) for tie in ledger.line_numbers.rows]
    found += [(tie.line, tie.field, ledger.alignment.mentions[tie.other].text) for tie in ledger.line_numbers.mentions]
    return [(one.budget_lines[at].item, field, other) for at, field, other in found]


def test_a_line_and_a_row_of_one_number_need_less_of_a_name() -> None:
    rows = ("产出指标|数量指标|主题展览期数|≥8期", "产出指标|数量指标|公益讲座次数|≥8次")
    lines = [line("讲座专家费", "3000", "8", "场"), line("展览布置费", "5000", "8", "期")]
    assert tied("", *rows, lines=lines) == [
        ("讲座专家费", "quantity", "公益讲座次数"),
        ("展览布置费", "quantity", "主题展览期数"),
    ]


def test_two_lines_of_one_number_and_name_are_tied_to_neither_row() -> None:
    rows = ("产出指标|数量指标|骨干参训期数|≥8期",)
    lines = [line("骨干教师课酬", "3000", "8", "期"), line("骨干教材印制", "500", "8", "期")]
    assert tied("", *rows, lines=lines) == []


@pytest.mark.parametrize(
    ("printed", "quantity", "unit", "alike"),
    [
        ("=19850(人)", "19850", "人", True),  # hardly twice by chance
        ("=32(人)", "32", "人", True),  # nothing else is counted in 人
        ("=19850(人)", "19850", "份", False),
        ("=30(人)", "30", "人", False),
        ("=12(人)", "12", "人", False),
        ("=365(天)", "365", "天", False),  # days of a year are everywhere
    ],
)
def test_a_telling_number_ties_a_line_and_a_row_that_share_no_word(
    printed: str, quantity: str, unit: str, alike: bool
) -> None:
    found = tied("", f"产出指标|数量指标|受益学生|{printed}", lines=[line("营养膳食", "1000", quantity, unit)])
    assert found == ([("营养膳食", "quantity", "受益学生")] if alike else [])


def test_a_telling_number_that_two_rows_print_ties_nothing() -> None:
    rows = ("产出指标|数量指标|受益学生|=19850(人)", "产出指标|数量指标|参保居民|=19850(人)")
    assert tied("", *rows, lines=[line("营养膳食", "1000", "19850", "人")]) == []


def test_the_goal_s_counts_and_prices_are_those_of_lines_without_a_row() -> None:
    goal = "现有图书室30个，年内扶持文艺团队25支，每支补助8000元；聘用保洁员48人，每日巡查2次。"
    lines = [
        line("文艺团队扶持", "8000", "25", "支"),
        line("保洁员劳务费", "36000", "48", "人"),
        line("图书室书架", "600", "30", "个"),
        line("巡查车租用", "4000", "2", "次"),
    ]
    assert tied(goal, "产出指标|数量指标|扶持文艺团队数|=25(支)", lines=lines) == [
        ("保洁员劳务费", "quantity", "48人"),
        ("文艺团队扶持", "unit_price", "8000元"),
    ]


def test_a_line_of_areas_says_nothing_of_a_row_of_estates() -> None:
    rows = ("成本指标|经济成本指标|小区改造单价|=200(元/平方米)", "产出指标|数量指标|改造小区数|=12(个)")
    one = filing(*rows, budget_lines=[line("小区改造", "200", "390000", "平方米")])
    assert not any(pair.contradicts for pair in Ledger(one, generic_profile()).line_pairs)


def test_an_equation_of_a_line_shows_both_units() -> None:
    found = table("产出指标|数量指标|道路修复面积|≥3.5(万平方米)", lines=[line("道路修复", "80", "35000", "平方米")])
    assert found == [("agrees", "35,000平方米 = ≥3.5(万平方米)")]


def test_thousands_of_lines_of_one_number_are_tied_in_no_time() -> None:
    one = filing(
        *(f"产出指标|数量指标|第{at}处设施|={at % 300 + 100}(处)" for at in range(900)),
        budget_lines=[line(f"第{at}处设施", "9", str(at % 300 + 100), "处") for at in range(900)],
        annual_goal="，".join(f"建设设施{at % 300 + 100}处" for at in range(300)),
    )
    ledger = Ledger(one, generic_profile())
    assert ledger.alignment is not None and ledger.line_pairs is not None
    start = time.process_time()
    assert ledger.line_numbers is not None
    assert time.process_time() - start < 3


def test_a_line_that_counts_each_month_paid_says_nothing_against_how_many_are_paid() -> None:
    rows = ("成本指标|经济成本指标|护路岗补贴标准|=800(元/人·月)", "产出指标|数量指标|护路岗数量|=1150(个)")
    paid = table(*rows, lines=[line("护路岗补贴", "800", "13800", "人·月")])
    assert [status for status, _ in paid] == ["agrees"]
    # 13,807 comes out for no number of months.
    wrong = table(*rows, lines=[line("护路岗补贴", "800", "13807", "人·月")])
    assert [status for status, _ in wrong] == ["agrees", "contradicts"]


def test_of_two_rows_of_one_name_a_line_is_the_one_of_its_unit() -> None:
    rows = ("产出指标|数量指标|轮训期数|=4(期)", "产出指标|数量指标|轮训人次|=380(人次)")
    assert table(*rows, lines=[line("轮训费", "15000", "5", "期")]) == [("contradicts", "5 ≠ 4(期)")]
    assert table(*rows, lines=[line("轮训费", "300", "380", "人次")]) == [("agrees", "380 = 380(人次)")]


def test_what_is_paid_is_no_part_of_whom_it_is_paid_for() -> None:
    row = "产出指标|数量指标|记账户数量|=720(户)"
    assert table(row, lines=[line("记账补贴", "1200", "730", "户")]) == [("contradicts", "730 ≠ 720(户)")]
    # Where the row says the subsidy itself, so may the line.
    row = "产出指标|数量指标|补贴发放户数|=720(户)"
    assert [one for one, _ in table(row, lines=[line("殡葬补贴", "1200", "720", "户")])] == ["agrees"]


def test_a_line_that_counts_each_time_agrees_with_no_row_and_contradicts_none() -> None:
    rows = ("产出指标|数量指标|护栏清洗长度|≥12.4(公里)", "产出指标|数量指标|护栏清洗频次|=6(次)")
    assert table(*rows, lines=[line("护栏清洗", "900", "74.4", "公里")]) == []
    assert [one for one, _ in table(*rows, lines=[line("护栏清洗", "900", "13.4", "公里")])] == ["contradicts"]


def test_a_price_of_a_day_is_not_that_of_a_course() -> None:
    row = "成本指标|经济成本指标|轮训班人均费用|≤450(元/人·天)"
    rows = (row, "产出指标|数量指标|轮训班期数|=16(期)")
    paid = table(*rows, lines=[line("轮训班", "110000", "16", "期")])
    assert [one for one, _ in paid] == ["agrees"]
    # A line that counts whom the price is for is held against it.
    paid = table(row, "产出指标|数量指标|轮训班人数|=16(人)", lines=[line("轮训班", "110001", "16", "人")])
    assert "contradicts" in [one for one, _ in paid]


@pytest.mark.parametrize(
    ("said", "unit", "wrong"),
    [
        ("轮训班费用控制在450元/天以内", "期", False),
        ("轮训班每期费用450元", "期", True),
    ],
)
def test_the_goal_s_price_is_compared_with_a_line_of_what_it_is_per(said: str, unit: str, wrong: bool) -> None:
    row = "产出指标|数量指标|轮训班期数|=16(期)"
    one = filing(row, budget_lines=[line("轮训班", "110000", "16", unit)], annual_goal=f"办好轮训，{said}。")
    assert bool(run("ARI009", one).findings) is wrong
