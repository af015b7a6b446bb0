"""One written edit to a clean filing: the rule it breaks says so, in exactly one new finding."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest

from drafter.checking import check_filing
from drafter.checking.report import FilingReport
from drafter.checking.rules import catalogue
from drafter.filing import Filing
from tests.checking.cleanly import clean_filings, edited, row

CLEAN = clean_filings()


@dataclass(frozen=True)
class Edit:
    """What is changed, and what must be said.

    `where` is a field path, `=NAME` for the target of the indicator of that name, or `~NAME` for that name.
    In a text `old` becomes `new`.
    `shows` must stand in the arithmetic or the message.
    """

    kind: str
    filing: str
    where: str
    new: str
    code: str
    shows: str
    old: str | None = None

    def apply(self) -> Filing:
        original = CLEAN[self.filing]
        path, kind = self.where, {"=": "target", "~": "name"}.get(self.where[0])
        if kind is not None:
            path = f"{row(original, self.where[1:])}.{kind}"
        return edited(original, path, self.new, self.old)


def goal(kind: str, filing: str, old: str, new: str, code: str, shows: str) -> Edit:
    return Edit(kind, filing, "annual_goal", new, code, shows, old)


EDITS = [
    # one digit of a budget line
    Edit(
        "line price", "fire", "budget_lines[1].unit_price", "130.00", "ARI001", "130.00 × 200 = 26,000.00 ≠ 24,000.00"
    ),
    Edit("line count", "elderly", "budget_lines[0].quantity", "20001.00", "ARI001", "15.00 × 20,001 = 300,015.00"),
    Edit(
        "line amount",
        "trees",
        "budget_lines[0].amount",
        "480000.00",
        "ARI001",
        "860.00 × 500 = 430,000.00 ≠ 480,000.00",
    ),
    Edit("line amount, last cent", "monitoring", "budget_lines[0].amount", "704000.01", "ARI001", "704,000.01"),
    # one digit of the money
    Edit("annual total", "fire", "funding.annual_total", "62500.00", "ARI004", "62,400.00 ≠ 62,500.00"),
    Edit("annual total, last digit", "students", "funding.annual_total", "2500001.00", "ARI007", "2,500,001.00"),
    Edit(
        "appropriation", "monitoring", "funding.current_appropriation", "640000.00", "ARI004", "640,000.00 + 100,000.00"
    ),
    Edit("carryover", "culture", "funding.carryover", "20000", "ARI004", "120,000 + 20,000 = 140,000 ≠ 150,000"),
    Edit("other money", "roads", "funding.other", "3000000.00", "ARI004", "≠ 12,000,000.00"),
    Edit("project total", "trees", "funding.project_total", "1080000.00", "ARI005", "1,030,000.00 + 0.00"),
    Edit("fiscal money", "roads", "funding.fiscal_total", "31000000.00", "ARI005", "37,000,000.00 ≠ 36,000,000.00"),
    Edit("project below year", "elderly", "funding.project_total", "430000", "ARI006", "430,000 < 480,000"),
    Edit("project above year", "elderly", "funding.project_total", "840000", "ARI006", "840,000 ≠ 480,000"),
    Edit(
        "upper level", "elderly", "funding.upper_level", "190000", "ARI007", "190,000 + 300,000 + 0 = 490,000 ≠ 480,000"
    ),
    Edit("own level", "training", "funding.own_level", "500000.00", "ARI007", "≠ 960,000.00"),
    Edit("annual total with a tree", "elderly", "funding.annual_total", "490000", "ARI004", "480,000 ≠ 490,000"),
    # a price or a count of the table
    Edit(
        "price indicator up", "monitoring", "=监测报告单价", "=2950.00(元/份)", "ARI003", "2,950.00 × 256 = 755,200.00"
    ),
    Edit(
        "price indicator down", "students", "=学生人均资助标准", "=1000(元/人)", "ARI003", "1,000 × 1,250 = 1,250,000"
    ),
    Edit(
        "price with other counts unpriced",
        "fire",
        "=灭火器购置单价",
        "=110.00(元/具)",
        "ARI003",
        "120.00 ≠ 110.00(元/具)",
    ),
    Edit("price of one of four", "trees", "=园灯安装单价", "=5000.00(元/盏)", "ARI003", "5,000.00 × 40"),
    Edit("count indicator", "trees", "=补植乔木株数", "=600(株)", "MAT001", "500株 ≠ 600(株)"),
    Edit("count indicator, one less", "guards", "=安保服务人数", "=5(人)", "MAT001", "6名 ≠ 5(人)"),
    Edit("length indicator", "roads", "=道路大修长度", "=3.3(公里)", "MAT001", "3.2公里 ≠ 3.3(公里)"),
    Edit("rate indicator lower", "students", "=资助政策知晓率", "≥85(%)", "MAT001", "95% ≠ ≥85(%)"),
    Edit("rate indicator higher", "platform", "=平台用户满意度", "≥98(%)", "MAT001", "93% ≠ ≥98(%)"),
    Edit("zero made one", "platform", "=重大故障起数", "=1(起)", "MAT001", "0起 ≠ 1(起)"),
    Edit("comparator turned", "students", "=受助学生家长满意度", "≤96(%)", "MAT001", "96% ≠ ≤96(%)"),
    Edit("ceiling raised", "guards", "=有责投诉起数", "≤8(起)", "MAT001", "3起 ≠ ≤8(起)"),
    # one number of the goal
    goal("goal count", "fire", "更新社区灭火器200具", "更新社区灭火器300具", "MAT001", "300具 ≠ 200(具)"),
    goal("goal count in 万", "roads", "1.5万平方米", "1.6万平方米", "MAT001", "1.6万平方米 ≠ 15000(平方米)"),
    goal("goal rate", "culture", "观众满意度在90%以上", "观众满意度在95%以上", "MAT001", "95% ≠ >=90%"),
    goal("goal duration", "platform", "不超过30分钟", "不超过20分钟", "MAT001", "20分钟 ≠ ≤30(分钟)"),
    goal("goal number in Chinese", "platform", "巡检24次", "巡检三十四次", "MAT001", "三十四次 ≠ 24(次)"),
    goal("goal total over parts", "students", "学生1250人（", "学生1350人（", "MAT001", "1350人 ≠ 1250(人)"),
    goal("part of a sum", "students", "初中生380人", "初中生390人", "ARI008", "420 + 390 + 450 = 1,260 ≠ 1,250"),
    goal("part of a bracket", "monitoring", "噪声点12个", "噪声点21个", "ARI008", "30 + 22 + 21 = 73 ≠ 64"),
    # a price, a sum of money and a unit in the text
    goal("price in the goal", "visits", "每人300元", "每人200元", "ARI009", "200 × 300 = 60,000 ≠ 9万元"),
    goal("amount in the goal", "visits", "，共计9万元", "，共计8万元", "ARI009", "300 × 300 = 90,000 ≠ 8万元"),
    goal("budget in the goal", "visits", "预算安排9万元", "预算安排6万元", "ARI012", "60,000 ≠ 90,000.00"),
    goal("yuan for ten thousands", "visits", "预算安排9万元", "预算安排9元", "ARI012", "9 ≠ 90,000.00"),
    Edit("line from above", "elderly", "budget_lines[0].item", "助餐补贴（市拨）", "ARI011", "= 480,000.00 ≠ 180,000"),
    # goal and table about different things
    goal("number taken out of the goal", "culture", "、公益讲座36期", "、公益讲座", "MAT003", "公益讲座期数"),
    Edit("parts not counted", "modules", "=功能模块开发数量", "=3(个)", "MAT004", "目标列出 4 项内容"),
    Edit("project renamed", "modules", "project_name", "便民服务平台运营服务", "MAT006", "运行维护"),
    Edit("zero made two", "modules", "=重大安全事件起数", "≤2(起)", "MAT007", "≤2(起)"),
    Edit("direction turned", "modules", "=窗口办事效率", "比上年降低", "MAT008", "比上年降低"),
    Edit("two goals", "culture", "overall_goal", "文艺演出42场", "MAT009", "24场 ≠ 42场", "文艺演出24场"),
    Edit("another group asked", "modules", "~办事群众满意度", "入驻企业满意度", "MAT011", "入驻企业"),
    # a promise without an indicator
    goal("promise added", "fire", "消防手册3000本，", "消防手册3000本，制作宣传海报500张，", "MAT002", "宣传海报500张"),
    goal("rate promised", "elderly", "老年人满意度", "家属回访率达80%，老年人满意度", "MAT002", "家属回访率"),
]


def _counts(report: FilingReport) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.primary.path) for finding in report.findings)


@pytest.mark.parametrize("name", CLEAN)
def test_clean_filings_are_clean(name: str) -> None:
    report = check_filing(CLEAN[name], rules=catalogue())
    assert not report.crashes
    assert [(one.code, one.message) for one in report.findings if one.severity != "info"] == []


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit.filing}-{edit.kind}".replace(" ", "_"))
def test_one_edit_gives_one_new_finding_of_the_right_rule(edit: Edit) -> None:
    before = check_filing(CLEAN[edit.filing], rules=catalogue())
    after = check_filing(edit.apply(), rules=catalogue())
    new = _counts(after) - _counts(before)
    assert [code for code, _ in new.elements()] == [edit.code]
    [finding] = [one for one in after.findings if (one.code, one.primary.path) in new]
    assert edit.shows in f"{finding.arithmetic} {finding.message}"
    assert after.outcomes[edit.code] == "finding"


def test_there_are_thirty_kinds_of_edits() -> None:
    assert len({edit.kind for edit in EDITS}) == len(EDITS) >= 30
