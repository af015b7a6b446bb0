"""None of a general chat model's failures, and a measure that would see them."""

from decimal import Decimal

import pytest

from drafter.drafting import draft, load_brief

from .proof import BRIEFS, counts_of, measure
from .scripted import GUARDS, changed, scripted


def test_every_fact_is_kept_and_nothing_invented_misplaced_or_falsely_accused():
    found = measure(BRIEFS)
    assert {name: one for name, one in found.items() if not one.flawless} == {}
    assert sum(one.facts for one in found.values()) > 174 and len(found) >= 20


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (changed(1, target="=8人"), "invented"),
        (changed(2, target="=97%"), "invented"),
        (changed(goal=["为维护秩序，{F1}计划聘用保安员8人。"]), "false_differences"),
    ],
)
def test_the_measure_sees_a_lie(answer, field):
    brief = load_brief(GUARDS, ".yaml")
    counts = counts_of(brief, draft(brief, model=scripted(answer), max_repairs=0, top_k=0))
    assert getattr(counts, field) > 0 and not counts.flawless


def test_the_measure_sees_a_price_in_the_wrong_line_and_a_lost_fact():
    brief = load_brief(GUARDS + "  - {name: 保洁工, quantity: 4, unit: 人, unit_price: 0.5}\n", ".yaml")
    result = draft(brief, top_k=0)
    lines = result.filing.budget_lines
    lines[0].unit_price, lines[1].unit_price = lines[1].unit_price, lines[0].unit_price
    assert counts_of(brief, result).right == 0
    result.filing.funding.annual_total = Decimal(1)
    counts = counts_of(brief, result)
    assert counts.kept < counts.facts


def test_a_true_difference_is_reported_with_the_right_amount():
    contradicting = GUARDS.replace("396000", "390000")
    findings = draft(load_brief(contradicting, ".yaml"), top_k=0).report.documents[0].filings[0].findings
    errors = [one for one in findings if one.severity == "error"]
    assert len(errors) == 1 and "6,000" in errors[0].message.replace("6,000.00", "6,000")
