"""Rows learnt from other filings: only what several agree on, in words of any project, with targets one can check."""

from decimal import Decimal

from drafter.brief import Brief
from drafter.drafting import draft, load_brief
from drafter.filing import Filing, Indicator, Target
from drafter.models.embedded.customs import customs, themes
from drafter.models.request import Precedent

from .scripted import GUARDS


def _row(level2: str, name: str, raw: str, value: str | None = None) -> Indicator:
    target = Target(raw=raw, comparator="=", value=value, unit="%") if value else Target(raw=raw, text=raw)
    return Indicator(level1="产出指标", level2=level2, name=name, target=target)


def _filing(*rows: Indicator, score: str = "0.2", name: str = "往年项目") -> Precedent:
    return Precedent(name, Filing(project_name=name, profile="shanghai-2026", indicators=list(rows)), Decimal(score))


CONTROL = _row("经济成本指标", "成本控制有效性", "有效")
EXECUTION = _row("时效指标", "预算资金拨付及时性", "及时")


def test_what_half_of_an_offices_filings_have_is_its_custom_and_gets_a_target_one_can_check():
    found = customs([_filing(CONTROL, EXECUTION), _filing(CONTROL, EXECUTION), _filing()])
    assert found == [("economic_cost", "成本控制有效性", "不超过预算批复金额")]
    assert customs([_filing(CONTROL), _filing(), _filing()]) == []


def test_budget_execution_is_never_proposed():
    assert customs([_filing(EXECUTION), _filing(EXECUTION)]) == []


def test_a_precedents_people_become_this_projects_people():
    names = ("雇员到岗率", "雇员考核合格率", "雇员工作完成及时性")
    rows = [_row("质量指标", names[0], "=100%", "100"), _row("质量指标", names[1], "=100%", "100")]
    rows.append(_row("时效指标", names[2], "及时"))
    found = themes([_filing(*rows), _filing(*rows, name="另一项目")], "保安员", "大厅安保 保安员")
    assert ("timeliness", "保安员工作完成及时性", "按规定时限完成") in found
    assert not any("雇员" in name for _, name, _ in found)


def test_another_projects_words_stay_there():
    rows = [_row("质量指标", "医疗救助系统结算率", "=100%", "100")]
    assert themes([_filing(*rows), _filing(*rows, name="另一项目")], "保安员", "大厅安保") == []


def test_one_filing_alone_is_no_agreement_unless_it_is_the_same_project():
    row = _row("质量指标", "工作完成及时率", "=100%", "100")
    assert themes([_filing(row)], "保安员", "大厅安保") == []
    assert themes([_filing(row, score="0.6")], "保安员", "大厅安保") != []


def test_a_learnt_row_is_in_the_draft_marked_and_sourced():
    row = _row("质量指标", "服务验收通过率", "=99%", "99")
    office = [_filing(row, name="甲"), _filing(row, name="乙")]
    result = draft(load_brief(GUARDS, ".yaml"), retrieve=lambda brief, k: [], office=lambda brief: office)
    place = next(at for at, one in enumerate(result.filing.indicators) if one.name == "服务验收通过率")
    assert result.filing.indicators[place].note == "建议值"
    origin = next(one for one in result.provenance if one.path == f"indicators[{place}].target")
    assert (origin.source, origin.number) == ("precedent", "99") and result.status == "passed"


def test_filings_of_other_offices_teach_no_customs():
    plain = draft(load_brief(GUARDS, ".yaml"), retrieve=lambda brief, k: [])
    assert (
        draft(load_brief(GUARDS, ".yaml"), retrieve=lambda brief, k: [], office=lambda brief: []).filing == plain.filing
    )


def test_an_office_asks_everybody_or_those_the_brief_names():
    """服务对象满意度 in each of its forms is usage; 医疗救助对象 in each says what those forms were about."""

    def past(name: str) -> list[Precedent]:
        target = Target(raw="≥95%", comparator=">=", value="95", unit="%")
        row = Indicator(level1="满意度指标", level2="服务对象满意度指标", name=name, target=target)
        filings = [Filing(index=at, form="表", profile="generic", indicators=[row]) for at in range(3)]
        return [Precedent(f"past{at}", filing, Decimal(0)) for at, filing in enumerate(filings)]

    def names(usage: str, **fields: object) -> list[str]:
        brief = Brief(project_name="图书馆文献购置", year=2027, **fields)
        filing = draft(brief, retrieve=lambda brief, k: [], office=lambda brief: past(usage)).filing
        assert "满意度" in (filing.annual_goal or "")
        return [row.name for row in filing.indicators if "满意" in row.name]

    assert names("服务对象满意度") == ["服务对象满意度"]
    assert names("医疗救助对象满意度") == ["读者满意度"]
    assert names("服务对象满意度", targets=[{"name": "读者满意度", "value": 90, "unit": "%"}]) == ["读者满意度"]
