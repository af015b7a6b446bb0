"""The engine: four outcomes, crashes kept apart, equal hits grouped, one mistake once, fingerprints that last."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from drafter.checking import (
    Agrees,
    Emission,
    Hit,
    Lacking,
    Ledger,
    NotApplicable,
    Ref,
    Rule,
    Unsure,
    check_filing,
    rule,
    select_rules,
)
from drafter.checking.mend import target_data
from drafter.checking.report import FilingReport
from drafter.checking.rules import catalogue
from drafter.errors import UsageError
from drafter.filing import BudgetLine, Filing, Funding, Indicator, Place

FILING = Filing(
    project_name="便民服务",
    year=2026,
    funding=Funding(annual_total=Decimal("300.00"), current_appropriation=Decimal("300.00")),
    indicators=[Indicator(name=name) for name in ("甲", "乙", "丙", "丁", "戊")],
    budget_lines=[BudgetLine(item="纸", amount=Decimal("300.00"))],
)


def _rule(code: str, function, **options) -> Rule:
    function.__doc__ = "标题"
    name = code.lower()[:3] + "-" + code[3:]
    given = {"severity": "error", "message": ("有误：{which}", "wrong: {which}"), **options}
    return rule(code, name, title_en="Title", **given)(function)


def _hits(code: str, *hits: Emission, **options) -> Rule:
    def function(ledger: Ledger):
        yield from hits

    return _rule(code, function, **options)


def _hit(path: str, *related: str, **more) -> Hit:
    return Hit(Ref(path), tuple(Ref(one) for one in related), arguments={"which": path}, **more)


def _check(*rules: Rule, filing: Filing = FILING) -> FilingReport:
    return check_filing(filing, rules=rules)


def test_every_rule_has_one_of_four_outcomes() -> None:
    report = _check(
        _hits("AAA001", _hit("year")),
        _hits("AAA002"),
        _hits("AAA003", NotApplicable()),
        _hits("AAA004", Lacking("看不到", "not seen", "year")),
        _hits("AAA005", needs=("overall_goal",)),
        _hits("AAA006", needs=("annual_goal",)),
        _hits("AAA007", Lacking("看不到", "not seen"), _hit("year")),
        _hits("AAA008", NotApplicable(), Agrees(Ref("year"))),
    )
    assert report.outcomes == {
        "AAA001": "finding",
        "AAA002": "clean",
        "AAA003": "not_applicable",
        "AAA004": "insufficient",
        "AAA005": "not_applicable",
        "AAA006": "insufficient",
        "AAA007": "finding",
        "AAA008": "clean",
    }
    assert [(one.code, one.reason) for one in report.insufficient][:1] == [("AAA004", "看不到")]


def test_a_crash_is_neither_an_outcome_nor_a_finding_and_stops_no_other_rule() -> None:
    def crash(ledger: Ledger):
        yield _hit("year")
        raise RuntimeError("defect of the rule")

    report = _check(_rule("AAA001", crash), _hits("AAA002", _hit("year")))
    assert "AAA001" not in report.outcomes
    assert [one.code for one in report.findings] == ["AAA002"]
    assert report.crashes[0].code == "AAA001" and "defect of the rule" in report.crashes[0].error


def test_four_equal_hits_are_one_finding_and_three_are_three() -> None:
    paths = [f"indicators[{at}].target" for at in range(5)]
    five = _check(_hits("AAA001", *(_hit(path) for path in paths))).findings
    assert len(five) == 1 and "另有 4 处相同" in five[0].message
    assert [place.path for place in five[0].related] == paths[1:]
    three = _check(_hits("AAA001", *(_hit(path) for path in paths[:3]))).findings
    assert [one.primary.path for one in three] == paths[:3]
    alone = _check(_hits("AAA001", *(_hit(path, group=None) for path in paths))).findings
    assert len(alone) == 5


def test_hits_of_another_variant_or_severity_are_another_group() -> None:
    hits = [_hit(f"indicators[{at}].target", severity="info" if at < 2 else "warning") for at in range(5)]
    assert len(_check(_hits("AAA001", *hits)).findings) == 5


def test_a_hit_that_the_other_suggestion_silences_is_named_in_also() -> None:
    def consequence(ledger: Ledger):
        if ledger.filing.funding.annual_total != Decimal("200.00"):
            yield _hit("funding.annual_total", "budget_lines[0].amount")

    cause = _hits("AAA001", _hit("funding.annual_total", suggestion=("funding.annual_total", "200.00")))
    report = _check(cause, _rule("BBB001", consequence, explained_by=("AAA001",)))
    assert [(one.code, one.also) for one in report.findings] == [("AAA001", ["BBB001"])]
    assert report.outcomes["BBB001"] == "finding"


def test_a_hit_that_stays_after_the_other_is_mended_is_listed() -> None:
    cause = _hits("AAA001", _hit("funding.annual_total", suggestion=("funding.annual_total", "200.00")))
    report = _check(cause, _hits("BBB001", _hit("funding.annual_total"), explained_by=("AAA001",)))
    assert [one.code for one in report.findings] == ["AAA001", "BBB001"]
    assert not report.findings[0].also


def test_without_a_suggestion_sharing_a_place_explains_and_an_info_never_explains_an_error() -> None:
    consequence = _hits("BBB001", _hit("year"), explained_by=("AAA001",))
    assert [one.code for one in _check(_hits("AAA001", _hit("year")), consequence).findings] == ["AAA001"]
    assert len(_check(_hits("AAA001", _hit("project_name")), consequence).findings) == 2
    assert len(_check(_hits("AAA001", _hit("year", severity="info")), consequence).findings) == 2


def test_explanations_follow_a_chain_and_a_circle_loses_nothing() -> None:
    one = _hits("AAA001", _hit("year"))
    two = _hits("AAA002", _hit("year", "project_name"), explained_by=("AAA001",))
    three = _hits("AAA003", _hit("project_name"), explained_by=("AAA002",))
    assert [(found.code, sorted(found.also)) for found in _check(one, two, three).findings] == [
        ("AAA001", ["AAA002", "AAA003"])
    ]
    left = _hits("AAA001", _hit("year"), explained_by=("AAA002",))
    right = _hits("AAA002", _hit("year"), explained_by=("AAA001",))
    assert sum(len([found.code, *found.also]) for found in _check(left, right).findings) == 2


def test_a_suggestion_that_makes_no_filing_crashes_nothing() -> None:
    cause = _hits("AAA001", _hit("year", suggestion=("indicators[99].target", "≥1")))
    report = _check(cause, _hits("BBB001", _hit("year"), explained_by=("AAA001",)))
    assert not report.crashes and [one.code for one in report.findings] == ["AAA001"]


def test_places_overlap_only_where_their_words_do() -> None:
    filing = FILING.model_copy(update={"annual_goal": "培训600人次，发放手册800本。"})

    def at(start: int, end: int) -> Hit:
        return Hit(Ref("annual_goal", (start, end)), arguments={"which": str(start)})

    apart = _check(_hits("AAA001", at(2, 7)), _hits("BBB001", at(12, 16), explained_by=("AAA001",)), filing=filing)
    assert len(apart.findings) == 2
    same = _check(_hits("AAA001", at(2, 7)), _hits("BBB001", at(5, 7), explained_by=("AAA001",)), filing=filing)
    assert len(same.findings) == 1
    assert same.findings[0].primary.text == "600人次"


def test_fingerprints_do_not_depend_on_the_order_of_rows() -> None:
    lines = [
        {"item": "手册", "unit_price": "2.00", "quantity": "100", "amount": "250.00"},
        {"item": "海报", "unit_price": "5.00", "quantity": "10", "amount": "50.00"},
    ]

    def fingerprints(rows: list[dict[str, str]]) -> list[str]:
        filing = Filing.model_validate({"project_name": "宣传", "year": 2026, "budget_lines": rows})
        return [one.fingerprint for one in check_filing(filing, rules=select_rules(["ARI001"])).findings]

    assert fingerprints(lines) == fingerprints(lines[::-1]) != []


def test_half_a_character_in_a_filing_crashes_nothing() -> None:
    report = check_filing(Filing(project_name="甲\ud83d", annual_goal="慰问老人300名，每人200元，共计7万元。\ud83d"))
    assert report.findings
    assert report.crashes == []


def test_equal_findings_of_one_filing_keep_apart_fingerprints() -> None:
    report = _check(_hits("AAA001", _hit("year"), _hit("year")))
    assert len({one.fingerprint for one in report.findings}) == 2


def test_findings_come_by_severity_and_quote_the_document() -> None:
    places = {"year": Place("二〇二六年", "第3行")}
    rules = [_hits("AAA001", _hit("year"), severity="info"), _hits("BBB001", _hit("project_name"))]
    report = check_filing(FILING, places, rules=rules)
    assert [one.code for one in report.findings] == ["BBB001", "AAA001"]
    assert (report.findings[1].primary.text, report.findings[1].primary.location) == ("二〇二六年", "第3行")


def test_the_reconciliation_has_every_comparison_and_every_number_nobody_compared() -> None:
    report = _check(
        _hits("AAA001", Agrees(Ref("funding.annual_total"), (Ref("budget_lines[0].amount"),), "300.00 = 300.00")),
        _hits("AAA002", Unsure(Ref("year"))),
        _hits("AAA003", _hit("project_name", reconcile=True)),
        _hits("AAA004", _hit("department")),
    )
    assert [(row.status, row.primary.path) for row in report.reconciliation] == [
        ("agrees", "funding.annual_total"),
        ("unsure", "year"),
        ("contradicts", "project_name"),
        ("uncovered", "funding.current_appropriation"),
    ]


def test_numbers_of_the_goal_are_uncovered_until_their_words_are_compared() -> None:
    filing = Filing(annual_goal="2026年培训600人次，发放手册800本。")
    rows = check_filing(filing, rules=[_hits("AAA001", Agrees(Ref("annual_goal", (7, 12))))]).reconciliation
    assert [(row.status, row.primary.text) for row in rows] == [("agrees", "600人次"), ("uncovered", "800本")]


def test_preview_rules_run_only_when_asked_or_named_in_full() -> None:
    previews = [one for one in catalogue() if one.status == "preview"]
    stable = {one.code for one in select_rules()}
    assert not stable & {one.code for one in previews}
    assert {one.code for one in select_rules(preview=True)} == {one.code for one in catalogue()}
    for one in previews:
        assert one.code in {chosen.code for chosen in select_rules([one.code])}
        assert one.code not in {chosen.code for chosen in select_rules([one.code[:3]])}


def test_rules_are_selected_by_code_family_and_name_and_ignore_wins() -> None:
    assert [one.code for one in select_rules(["unit-price-total", "ari002"])] == ["ARI001", "ARI002"]
    codes = {one.code for one in select_rules(["ARI"], ["ARI001"])}
    assert "ARI002" in codes and "ARI001" not in codes


@pytest.mark.parametrize("entry", ["ARI999", "unit-price-totl", "", "ARI0011"])
def test_an_entry_that_names_no_rule_is_an_error_that_offers_one(entry: str) -> None:
    with pytest.raises(UsageError):
        select_rules([entry])


def test_an_unknown_rule_offers_the_closest() -> None:
    with pytest.raises(UsageError, match="unit-price-total"):
        select_rules(["unit-price-totl"])


@pytest.mark.parametrize("kind", ["sums", "zeros"])
def test_a_monstrous_filing_is_checked_in_linear_time(kind: str) -> None:
    def seconds(size: int) -> float:
        rows = [
            Indicator.model_validate({"name": f"第{at}社区安全事故起数", "target": target_data("=1(起)")})
            for at in range(size)
        ]
        clause = "不发生安全事故，" if kind == "zeros" else "培训5人次（其中老人3人次、学生3人次），"
        lines = [
            BudgetLine(item=f"设备{at}", unit_price=Decimal(2), quantity=Decimal(3), amount=Decimal(7))
            for at in range(size)
        ]
        goal = clause * (4 * size)
        filing = Filing(
            annual_goal=goal, overall_goal=goal, indicators=rows, budget_lines=lines, funding=FILING.funding
        )
        start = time.process_time()
        report = check_filing(filing, rules=catalogue())
        assert not report.crashes and report.findings
        return time.process_time() - start

    small, large = seconds(50), seconds(200)
    assert large < 10 * small + 1, f"four times the input took {large / small:.1f} times as long"
