"""Counts in 万 stand in a draft as the brief wrote them; what may be said is still held to their exact value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.brief import Brief
from drafter.drafting import draft, load_brief
from drafter.drafting.large_numbers import as_written, large_numbers, written_in

from .scripted import changed, scripted


def _drafted(text, suffix=".txt"):
    result = draft(load_brief(text, suffix), retrieve=lambda *_: [])
    assert _codes(result) == []
    return result.filing


def _codes(result):
    return [one.code for one in result.report.documents[0].filings[0].findings if one.severity != "info"]


def _count(filing):
    return next(row.target.raw for row in filing.indicators if row.level2 == "数量指标")


@pytest.mark.parametrize(
    ("text", "said", "target"),
    [
        ("2027年增殖放流，放流鱼苗400万尾，每尾0.12元，预算48万元", "放流鱼苗400万尾", "=400(万尾)"),
        ("2027年增殖放流，放流鱼苗四百万尾，每尾0.12元，预算48万元", "放流鱼苗400万尾", "=400(万尾)"),
        ("2027年印宣传单1.5万张，每张0.3元", "印制宣传单1.5万张", "=1.5(万张)"),
        ("2027年印宣传单15000张，每张0.3元", "印制宣传单15000张", "=15000(张)"),
        ("2027年绿化养护25万平方米，每平方米4元", "绿化养护25万平方米", "=25(万平方米)"),
    ],
)
def test_goal_and_target_print_what_the_brief_wrote(text, said, target):
    filing = _drafted(text)
    assert said in (filing.annual_goal or "")
    assert _count(filing) == target


def test_a_structured_brief_is_printed_as_it_is_written_too():
    text = "project_name: 增殖放流\nyear: 2027\nitems:\n  - {name: 鱼苗, quantity: 400万, unit: 尾, unit_price: 0.12}\n"
    filing = _drafted(text, ".yaml")
    assert _count(filing) == "=400(万尾)"
    (line,) = filing.budget_lines
    assert (line.quantity, line.amount) == (Decimal(4000000), Decimal(480000))


def test_a_brief_given_in_numbers_is_printed_in_numbers():
    brief = Brief(project_name="增殖放流", year=2027, items=[{"name": "鱼苗", "quantity": 4000000, "unit": "尾"}])
    assert _count(draft(brief, retrieve=lambda *_: []).filing) == "=4000000(尾)"


@pytest.mark.parametrize(
    ("said", "passes"),
    [
        ("放流鱼苗400万尾", True),
        ("放流鱼苗{F3}", True),
        ("放流鱼苗4000000尾", True),
        ("放流鱼苗40万尾", False),
        ("放流鱼苗400尾", False),
        ("放流鱼苗{F3}万尾", False),
        ("放流鱼苗4000万尾", False),
    ],
)
def test_another_power_of_ten_does_not_pass_the_lock(said, passes):
    brief = load_brief("2027年增殖放流，放流鱼苗400万尾，预算48万元", ".txt")
    model = scripted(changed(goal=[f"2027年{said}。"]))
    result = draft(brief, model=model, retrieve=lambda *_: [], max_repairs=0)
    findings = result.report.documents[0].filings[0].findings
    locked = [one for one in findings if one.code == "DRF001" and one.primary.path == "annual_goal"]
    assert (not locked) == passes


@given(st.integers(1, 10**7), st.sampled_from(["", "尾", "张", "平方米", "人次"]))
def test_what_is_written_is_what_it_is_worth(count, unit):
    forms = large_numbers(f"共{count}万{unit}，另行安排")
    assert as_written(Decimal(count) * 10000, unit or None, forms) == f"{count}万"
    assert as_written(Decimal(count) * 10000 + 1, unit or None, forms) is None
    assert written_in(f"{count}万{unit}", Decimal(count) * 10000, unit) == (str(count), "万")
    assert written_in(f"{count}万{unit}", Decimal(count), unit) is None


def test_money_has_its_own_print():
    assert large_numbers("预算48万元，投资3亿元") == []
