"""A filing and a report in our own words, for every writer."""

from __future__ import annotations

import pytest

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
        department=None if old else "某市示范区医疗保障局",
        implementer="某市示范区医疗保险事务中心",
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
