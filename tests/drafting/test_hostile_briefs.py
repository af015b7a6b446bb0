"""No brief that can be loaded makes drafting crash, and the lock holds for all of them."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.brief import Brief, BriefItem, BriefTarget
from drafter.drafting import draft

WORDS = st.text(
    alphabet="保安宣传册培训系统补贴工程人次年月%（）“”、，。{}F1C2<>0123456789万元/每 ", min_size=1, max_size=24
)
NUMBERS = st.decimals(min_value=-10, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
UNITS = st.sampled_from(["人", "份", "次", "元", "%", "个月", "平方米", "", "奇怪单位", None])
ITEMS = st.builds(
    BriefItem,
    name=WORDS,
    quantity=st.none() | NUMBERS,
    unit=UNITS,
    unit_price=st.none() | NUMBERS,
    amount=st.none() | NUMBERS,
)
TARGETS = st.builds(
    BriefTarget, name=WORDS, comparator=st.sampled_from(["=", ">=", "<=", "~"]), value=NUMBERS | WORDS, unit=UNITS
)
BRIEFS = st.builds(
    Brief,
    project_name=WORDS,
    implementer=st.none() | WORDS,
    year=st.none() | st.integers(1990, 2100),
    budget_total=st.none() | NUMBERS,
    purpose=st.none() | WORDS,
    tasks=st.lists(WORDS, max_size=4),
    items=st.lists(ITEMS, max_size=4),
    targets=st.lists(TARGETS, max_size=4),
    notes=st.none() | WORDS,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BRIEFS)
def test_any_brief_gives_a_draft_whose_numbers_are_the_briefs(brief: Brief):
    result = draft(brief, top_k=0)
    report = result.report.documents[0].filings[0]
    assert report.crashes == []
    assert result.status in ("passed", "findings")
    known = {value for item in brief.items for value in (item.quantity, item.unit_price, item.amount)}
    known |= {item.quantity * item.unit_price for item in brief.items if item.quantity and item.unit_price}
    for line in result.filing.budget_lines:
        assert {line.quantity, line.unit_price} <= known | {None}


def test_a_very_large_brief():
    items = [
        BriefItem(name=f"物品{n}甲", quantity=Decimal(n + 1), unit="件", unit_price=Decimal(3)) for n in range(500)
    ]
    targets = [BriefTarget(name=f"指标{n}乙完成率", comparator=">=", value=Decimal(90), unit="%") for n in range(200)]
    brief = Brief(project_name="物资采购" * 60, year=2027, items=items, targets=targets, tasks=["入库登记" * 50] * 200)
    result = draft(brief)
    assert len(result.filing.budget_lines) == 500
    assert len(result.filing.annual_goal or "") < 4_000
    assert "DRF001" not in result.attempts[0].findings


def test_long_names_and_values_are_kept_whole():
    long = "提供法律咨询、合同审查和诉讼代理等服务的按时完成情况" * 8
    brief = Brief(project_name="法律服务", year=2027, targets=[BriefTarget(name=long, value="按合同约定" * 30)])
    rows = draft(brief).filing.indicators
    assert any(row.name == long for row in rows)
