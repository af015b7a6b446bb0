"""Last year's filing rolled forward: what the brief says is moved, what it does not say is kept and marked."""

from decimal import Decimal

import pytest

from drafter.corpus.starter import starter_records
from drafter.drafting import Draft, draft, load_brief
from drafter.filing import Filing, Indicator, Target


@pytest.fixture(scope="module")
def past() -> dict[str, Filing]:
    return {record.id: record.filing for record in starter_records()}


def _rolled(old: Filing, text: str) -> Draft:
    return draft(load_brief(text, ".yaml"), based_on=old)


def _rows(result: Draft) -> dict[str, tuple[str, str | None]]:
    return {row.name: (row.target.raw if row.target else "", row.note) for row in result.filing.indicators}


GUARDS = """
project_name: 政府购买辅助服务（保安）
year: 2027
items: [{name: 保安, quantity: 3, unit: 人, unit_price: 66000}]
"""


def test_a_new_count_moves_everywhere_it_stands(past):
    old = past["minhang_2026_03_security-guards"]
    result = _rolled(old, GUARDS)
    goal = result.filing.annual_goal or ""
    assert "2027年" in goal and "保安3人" in goal and "2026" not in goal and "2人" not in goal
    rows = _rows(result)
    assert rows["辅助用工人数"] == ("=3(人)", None), "the guards under another name"
    assert rows["辅助用工到岗率"] == ("=100(%)", "沿用上年")
    assert rows["辅助用工到岗及时性"] == ("及时", "沿用上年")
    assert result.filing.funding.annual_total == Decimal(198000)
    assert result.status == "passed"


def test_what_is_kept_has_last_years_filing_as_source(past):
    result = _rolled(past["minhang_2026_03_security-guards"], GUARDS)
    kept = {entry.path: entry for entry in result.provenance if entry.source == "precedent"}
    place = next(
        f"indicators[{index}].target"
        for index, row in enumerate(result.filing.indicators)
        if row.name == "辅助用工到岗率"
    )
    assert kept[place].quote == "辅助用工到岗率 =100(%)"
    assert any("沿用上年" in question.message for question in result.questions)
    assert "DRF001" not in [finding.code for finding in result.report.documents[0].filings[0].findings]


def test_prices_and_lines_of_last_year_fill_what_the_brief_leaves_out(past):
    text = "project_name: 服务窗口业务\nyear: 2027\nitems: [{name: 邮寄费, quantity: 6000, unit: 件}]"
    result = _rolled(past["minhang_2020_04_service-window"], text)
    line = result.filing.budget_lines[0]
    assert (line.quantity, line.unit_price, line.amount) == (Decimal(6000), Decimal(10), Decimal(60000))
    origins = {entry.path: entry.source for entry in result.provenance}
    assert origins["budget_lines[0].quantity"] == "brief"
    assert origins["budget_lines[0].unit_price"] == "precedent"
    assert origins["budget_lines[0].amount"] == "computed"


def test_a_new_item_gets_a_sentence_and_a_row(past):
    text = (
        "project_name: 医疗保障宣传费用\nyear: 2027\nbudget_total: 52000\n"
        "items: [{name: 宣传册, quantity: 8000, unit: 份}, {name: 海报, quantity: 500, unit: 张}]"
    )
    result = _rolled(past["minhang_2026_07_publicity"], text)
    goal = result.filing.annual_goal or ""
    assert "宣传册8000份" in goal and "7000" not in goal and "海报500张" in goal
    assert _rows(result)["宣传册印刷数量"] == ("=8000(份)", None)
    assert _rows(result)["海报印制数量"][0] == "=500(张)"


def test_the_budget_alone_moves_the_money_and_asks_about_the_rest(past):
    result = _rolled(
        past["minhang_2026_06_government-employees"], "project_name: 政府雇员\nyear: 2027\nbudget_total: 2900000"
    )
    assert result.filing.funding.annual_total == Decimal(2900000)
    assert "13人" in (result.filing.annual_goal or "")
    assert any("13人" in question.message for question in result.questions)


def test_lines_the_brief_does_not_mention_stay_and_are_marked(past):
    old = past["minhang_2020_01_resident-insurance-fund"]
    result = _rolled(old, f"project_name: {old.project_name}\nyear: 2027")
    assert [line.amount for line in result.filing.budget_lines] == [line.amount for line in old.budget_lines]
    assert {line.note for line in result.filing.budget_lines} == {"沿用上年"}
    assert result.filing.funding.annual_total == old.funding.annual_total


def test_a_total_moves_with_its_parts():
    old = Filing(
        project_name="定点机构检查",
        year=2026,
        profile="shanghai-2026",
        annual_goal="2026年检查定点机构，其中医院24家、药店45家，共计69家。",
        indicators=[],
    )
    from drafter.drafting.facts import facts_of
    from drafter.drafting.rollforward import roll_forward
    from drafter.profiles import find_profile

    brief = load_brief("project_name: 定点机构检查\nyear: 2027\nitems: [{name: 药店, quantity: 50, unit: 家}]")
    rolled = roll_forward(facts_of(brief), old, find_profile("shanghai-2026"))
    totals = [fact for fact in rolled.facts if fact.id.startswith("T")]
    assert [fact.value for fact in totals] in ([], [Decimal(74)])


def test_every_past_filing_can_be_rolled_forward_without_a_crash_or_an_unsourced_number(past):
    for identity, old in past.items():
        brief = load_brief(f"project_name: {old.project_name!r}\nyear: 2027\nbudget_total: 123456")
        result = draft(brief, based_on=old)
        codes = [finding.code for finding in result.report.documents[0].filings[0].findings]
        assert "DRF001" not in codes, (identity, [f.message for f in result.report.documents[0].filings[0].findings])
        assert result.report.summary.crashed == 0


def test_a_total_of_the_goal_moves_in_the_table_too(past):
    old = past["minhang_2026_06_government-employees"]
    assert "13人" in (old.annual_goal or "") and any(row.name == "雇员人数" for row in old.indicators)
    text = (
        "project_name: 政府雇员\nyear: 2027\nitems: [{name: 专技雇员, quantity: 11, unit: 人}, "
        "{name: 文职雇员, quantity: 4, unit: 人}]"
    )
    result = _rolled(old, text)
    assert "15人" in (result.filing.annual_goal or "") and "13人" not in (result.filing.annual_goal or "")
    assert _rows(result)["雇员人数"][0] == "=15(人)"
    codes = [finding.code for finding in result.report.documents[0].filings[0].findings]
    assert not {"MAT001", "DRF001"} & set(codes)


def test_a_budget_that_stays_while_counts_change_is_asked_about(past):
    old = past["minhang_2026_06_government-employees"]
    assert old.funding.annual_total is not None
    result = _rolled(old, "project_name: 政府雇员\nyear: 2027\nitems: [{name: 专技雇员, quantity: 11, unit: 人}]")
    assert any(one.field == "budget_total" and "沿用上年" in one.message for one in result.questions)


def test_a_count_that_the_old_goal_states_without_a_row_gets_one(past):
    text = "project_name: 医疗保障宣传费用\nyear: 2027\nitems: [{name: 易拉宝, quantity: 5, unit: 个}]"
    result = _rolled(past["minhang_2026_07_publicity"], text)
    assert "易拉宝5个" in (result.filing.annual_goal or "")
    assert [row.target.raw for row in result.filing.indicators if "易拉宝" in row.name] == ["=5(个)"]


def test_tags_of_the_carrier_do_not_come_back():
    target = Target(raw="=100%", value="100", unit="%", comparator="=")
    old = Filing(
        project_name="大厅保洁",
        year=2026,
        profile="shanghai-2026",
        annual_goal="<p>2026年清扫大厅3层。</p>",
        indicators=[Indicator(level2="质量指标", name="保洁合格率", target=target)],
    )
    goal = _rolled(old, "project_name: 大厅保洁\nyear: 2027\nbudget_total: 5").filing.annual_goal or ""
    assert "<" not in goal and goal.startswith("2027年清扫大厅3层。")


WALLS = """
project_name: 中小学校舍外墙修缮
year: {year}
budget_total: 96万元
items:
  - {{name: 外墙修缮, quantity: 12000, unit: 平方米, unit_price: 75}}
  - {{name: 外墙检测, quantity: 6, unit: 所, unit_price: 10000}}
targets: [{{name: 修缮验收合格率, comparator: "=", value: {rate}, unit: "%"}}]
"""


@pytest.mark.parametrize("rate", [100, 98])
def test_a_rate_moves_under_its_own_name_only(rate: int):
    """验收合格率 100% became the source of 按期完工率 100% too, and at 98% it would have taken that row with it."""
    old = draft(load_brief(WALLS.format(year=2026, rate=100), ".yaml")).filing
    result = _rolled(old, WALLS.format(year=2027, rate=rate))
    rows = _rows(result)
    assert rows["修缮验收合格率"] == (f"={rate}(%)", None)
    assert rows["工程按期完工率"] == ("=100(%)", "沿用上年")
    assert rows["修缮后设施正常使用率"] == ("=100(%)", "沿用上年")
    assert f"合格率达到{rate}%" in (result.filing.annual_goal or "")
    assert result.report.documents[0].filings[0].findings == []
