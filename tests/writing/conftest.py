"""A filing and a report in our own words, for every writer."""

from __future__ import annotations

import pytest

from drafter.checking.report import (
    Crash,
    DocumentReport,
    FilingReport,
    Finding,
    Insufficient,
    PlaceRef,
    Reconciled,
    Report,
    Suggestion,
    summarise,
)
from drafter.filing import BudgetLine, Filing, Funding, Indicator, Target

NEW = (
    ("成本指标", "经济成本指标"),
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "可持续影响指标"),
    ("满意度指标", "服务对象满意度指标"),
)
OLD = (
    ("产出目标", "数量"),
    ("产出目标", "数量"),
    ("产出目标", "质量"),
    ("产出目标", "时效"),
    ("效果目标", "社会效益"),
    ("影响力目标", "长效管理"),
    ("影响力目标", "满意度"),
)
ROWS = (
    ("保安服务单价", Target(raw="≤66000.00(元/人)", comparator="<=", value="66000.00", unit="元/人")),
    ("保安人数", Target(raw="=2(人)", comparator="=", value="2", unit="人")),
    ("资质达标率", Target(raw="=100.00(%)", comparator="=", value="100.00", unit="%")),
    ("到岗及时性", Target(raw="及时", text="及时")),
    ("大厅安全事故数量", Target(raw="=0(起)", comparator="=", value="0", unit="起")),
    ("考核机制建立情况", Target(raw="建立健全", text="建立健全")),
    ("用工单位满意度", Target(raw="≥90(%)", comparator=">=", value="90", unit="%")),
)
GOAL = (
    "面向办事大厅的日常秩序，2026年购买保安服务2人，每人每年66,000.00元，全年安排132,000.00元；"
    "资质达标率达到100%，大厅全年不发生安全责任事故，用工单位满意度不低于90%。"
)


def make_filing(profile: str = "shanghai-2026") -> Filing:
    """A clean filing in the words of one form family."""
    old = profile in ("shanghai-district-2020", "shanghai-city-2020")
    return Filing(
        form="财政项目支出绩效目标申报表",
        profile=profile,
        year=2020 if old else 2026,
        project_name="办事大厅秩序维护服务",
        project_nature="经常性项目",
        project_category=None if old else "特定目标类",
        department=None if old else "上海市示范区医疗保障局",
        implementer="上海市示范区医疗保险事务中心",
        start_date="2026-01-01",
        end_date="2026-12-31",
        funding=Funding(annual_total="132000.00", current_appropriation="132000.00", carryover="0.00", other="0.00"),
        annual_goal=GOAL,
        indicators=[
            Indicator(level1=first, level2=second, name=name, target=target)
            for (first, second), (name, target) in zip(OLD if old else NEW, ROWS, strict=True)
        ],
        budget_lines=[
            BudgetLine(
                item="保安服务费", amount="132000.00", unit_price="66000.00", quantity="2", unit="人", note="年度项目"
            )
        ],
    )


@pytest.fixture
def filing() -> Filing:
    return make_filing()


def place(path: str, text: str, span: tuple[int, int] | None = None, location: str | None = None) -> PlaceRef:
    return PlaceRef(path=path, text=text, span=span, location=location)


def make_report() -> tuple[Report, list[list[Filing]]]:
    """Three documents: one with a finding of each kind, one clean, one that cannot be read."""
    filing, clean = make_filing(), make_filing()
    people = GOAL.index("2人")
    rate = GOAL.index("90%")
    findings = [
        Finding(
            code="ARI001", name="unit-price-total", severity="error",
            message="单价 66,000.00 × 数量 2 = 132,000.00，与金额 131,000.00 相差 1,000.00",
            primary=place("budget_lines[0].amount", "131,000.00", location="表3 第2行第3列"),
            related=[place("budget_lines[0].unit_price", "66,000.00"), place("budget_lines[0].quantity", "2")],
            arguments={"amount": "131000.00"}, arithmetic="66,000.00 × 2 = 132,000.00 ≠ 131,000.00",
            suggestion=Suggestion(path="budget_lines[0].amount", value="132000.00"), also=["ARI002"],
            fingerprint="0123456789abcdef",
        ),
        Finding(
            code="MAT002", name="value-mismatch", severity="warning", message="目标写2人，指标写3人",
            primary=place("annual_goal", "2人", (people, people + 2), "第12行"),
            related=[place("indicators[1].target", "=3(人)", location="第20行")],
        ),
        Finding(
            code="ZZZ999", name="unknown-rule", severity="info", message="提示一句", primary=place("project_name", "名")
        ),
    ]  # fmt: skip
    reconciliation = [
        Reconciled(
            status="agrees",
            primary=place("annual_goal", "90%", (rate, rate + 3)),
            related=[place("indicators[6].target", "≥90(%)")],
            arithmetic="90% = 90%",
        ),
        Reconciled(status="uncovered", primary=place("indicators[4].target", "=0(起)")),
        Reconciled(status="unsure", primary=place("indicators[2].target", "=100.00(%)")),
    ]
    bad = FilingReport(
        index=0, project_name=filing.project_name, year=2026, findings=findings, reconciliation=reconciliation,
        insufficient=[Insufficient(code="STR004", reason="没有预算明细", path=None)],
        crashes=[Crash(code="TXT009", error="ValueError: boom (rule:7)")],
        outcomes={"ARI001": "finding", "ARI002": "finding", "MAT002": "finding", "STR004": "insufficient",
                  "TIM001": "clean", "POL001": "not_applicable"},
    )  # fmt: skip
    fine = FilingReport(index=0, project_name="另一个项目", year=2026, outcomes={"ARI001": "clean"})
    documents = [
        DocumentReport(document="目录/申报 表.docx", filings=[bad]),
        DocumentReport(document="b.txt", filings=[fine]),
        DocumentReport(document="c.pdf", status="unreadable", reason="文件已损坏"),
    ]
    return Report(documents=documents, summary=summarise(documents)), [[filing], [clean], []]
