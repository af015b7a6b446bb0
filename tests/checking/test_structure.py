"""The boundaries of the rules about categories and rows."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, run, said

QUANTITY, QUALITY, TIME = "产出指标 | 数量指标", "产出指标 | 质量指标", "产出指标 | 时效指标"
SOCIAL, SATISFIED = "效益指标 | 社会效益指标", "满意度指标 | 服务对象满意度指标"
FULL = (
    f"{QUANTITY} | 服务点 | =12(个)",
    f"{QUALITY} | 达标率 | ≥95(%)",
    f"{TIME} | 完成时间 | 11月底前",
    f"{SOCIAL} | 知晓率 | ≥80(%)",
)


def test_a_form_nobody_foresaw_needs_output_and_benefit() -> None:
    assert said("STR001", filing(*FULL, profile=None)) == []
    assert said("STR001", filing(*FULL[:3], profile=None)) == ["warning"]
    assert said("STR001", filing(FULL[3], profile=None)) == ["warning"]


def test_satisfaction_is_advice_unless_the_goal_promises_it() -> None:
    rows = (*FULL, "成本指标 | 经济成本指标 | 总成本 | ≤10万元")
    assert said("STR001", filing(*rows, profile="shanghai-2026")) == ["info"]
    assert said("STR001", filing(*rows, profile="shanghai-2026", annual_goal="居民满意度达90%。")) == ["warning"]


def test_an_unclear_level_is_insufficient() -> None:
    report = run("STR001", filing(*FULL[:3], certain=False))
    assert report.outcomes["STR001"] == "insufficient" and not report.findings
    assert run("STR002", filing(FULL[1], certain=False)).outcomes["STR002"] == "insufficient"
    assert said("STR008", filing(*FULL, certain=False)) == ["info"]


def test_quantity_is_missed_more_than_quality() -> None:
    assert said("STR002", filing(*FULL[1:])) == ["warning"]
    assert said("STR002", filing(FULL[0], *FULL[2:])) == ["info"]


def test_a_table_without_second_levels_is_not_asked_for_them() -> None:
    assert run("STR002", filing("产出指标 |  | 服务点 | =12(个)")).outcomes["STR002"] == "not_applicable"


@pytest.mark.parametrize(
    ("labels", "name", "target", "expected"),
    [
        (SOCIAL, "综合满意度", "≥97%", ["warning"]),
        ("影响力目标 | 满意度", "参保人满意度", "≥95%", []),
        (QUALITY, "补贴发放及时率", "=100%", ["warning"]),
        (QUALITY, "首末班车准点率", "≥98%", []),
        (QUALITY, "故障响应时间", "≤30分钟", ["warning"]),
        (TIME, "响应时限达标率", "≥95%", []),
        (QUANTITY, "验收合格率", "=100%", ["warning"]),
        (QUANTITY, "线路租赁时间", "=12个月", []),
        (QUALITY, "设备故障次数", "≤3次", []),
        (SOCIAL, "受益人数", "=300人", []),
        (SOCIAL, "宣传册印制数量", "=300份", ["warning"]),
        (QUALITY, "印制单价", "=3元/份", ["warning"]),
        ("效益指标 | 可持续影响指标", "政策知晓率", "≥80%", ["info"]),
        ("效益指标 | 经济效益指标", "审核准确度", "准确", ["warning"]),
        ("效益指标 | 数量指标", "服务点", "=3个", ["warning"]),
        ("产出指标 | 成本指标", "总成本", "≤3万元", []),
        ("产出目标 | 时效", "资金到位及时率", "=100%", []),
    ],
)
def test_what_belongs_elsewhere(labels: str, name: str, target: str, expected: list[str]) -> None:
    assert said("STR003", filing(f"{labels} | {name} | {target}")) == expected


def test_a_misplaced_row_of_a_shifted_table_is_insufficient() -> None:
    report = run("STR003", filing(f"{QUALITY} | 互助帮困办理数量 | ≥3000件", certain=False))
    assert report.outcomes["STR003"] == "insufficient"


def test_a_rate_is_a_warning_where_the_goal_has_the_number() -> None:
    row = f"{QUANTITY} | 宣传册印制完成率 | =100%"
    assert said("STR004", filing(row)) == ["info"]
    assert said("STR004", filing(row, annual_goal="年内印制宣传册7000份。")) == ["warning"]
    counted = f"{QUANTITY} | 宣传册数量 | =7000份"
    assert said("STR004", filing(row, counted, annual_goal="年内印制宣传册7000份。")) == ["info"]


def test_many_equal_rates_are_one_finding() -> None:
    report = run("STR004", filing(*(f"{QUANTITY} | {word}计划完成率 | =100%" for word in "甲乙丙丁")))
    assert len(report.findings) == 1 and "另有 3 处" in report.findings[0].message


@pytest.mark.parametrize(
    ("level2", "name", "target", "expected"),
    [
        ("社会成本指标", "居民隐私保护程度", "稳步提升", ["info"]),
        ("社会成本指标", "施工扰民投诉", "≤3件", []),
        ("生态环境成本指标", "扬尘控制达标率", "=100%", []),
        ("经济成本指标", "服务质量提升", "提升", []),
    ],
)
def test_social_cost_is_harm(level2: str, name: str, target: str, expected: list[str]) -> None:
    assert said("STR005", filing(f"成本指标 | {level2} | {name} | {target}")) == expected


@pytest.mark.parametrize(
    ("first", "second", "code", "expected"),
    [
        ("印制数量 | =7000(份)", "印制数量 | =7000.00份", "STR006", ["warning"]),
        ("项目资金执行率 | ≥95%", "预算资金执行率 | ≥95(%)", "STR006", ["warning"]),
        ("补助发放及时性 | 及时", "补贴发放及时性 | 及时", "STR006", ["info"]),
        ("小学教师培训人数 | =50人", "中学教师培训人数 | =50人", "STR006", []),
        ("第二季度场次 | =5场", "第三季度场次 | =5场", "STR006", []),
        ("参保人员 | ", "参保人员 | ", "STR006", ["info"]),
        ("教师对家长满意度 | ≥90%", "家长对教师满意度 | ≥90%", "STR006", []),
        ("印制数量 | =7000份", "印制数量 | =6000份", "STR006", []),
        ("印制数量 | =7000份", "印制数量 | =6000份", "STR007", ["warning"]),
        ("志愿服务 | =70人", "志愿服务 | =60人次", "STR007", []),
        ("综合满意度 | ≥97%", "公众满意度 | ≥90%", "STR007", ["info"]),
        ("家长满意度 | ≥97%", "学生满意度 | ≥90%", "STR007", []),
        ("政策知晓率 | ≥80%", "参保人政策知晓度 | 逐步提升", "STR007", ["info"]),
        ("政策知晓率 | ≥80%", "参保人政策知晓度 | ≥80%", "STR007", []),
    ],
)
def test_twins(first: str, second: str, code: str, expected: list[str]) -> None:
    assert said(code, filing(f"{QUANTITY} | {first}", f"{QUANTITY} | {second}")) == expected


_HOLLOW = (
    "产出指标 | 数量指标 | 预算资金执行率 | ≥95(%)",
    "产出指标 | 质量指标 | 预算编制规范性 | 规范",
    "产出指标 | 时效指标 | 资金拨付及时性 | 及时",
)


def test_outputs_of_money_and_paper_alone_say_nothing_of_the_work() -> None:
    assert said("STR002", filing(*_HOLLOW)) == ["warning"]
    work = "产出指标 | 质量指标 | 系统测评完成率 | =100(%)"
    assert said("STR002", filing(*_HOLLOW, work)) == []
    assert said("STR002", filing(*_HOLLOW, year=2020)) == []
    assert said("STR002", filing(*_HOLLOW, certain=False)) == []


def test_two_blank_rows_of_one_thing_are_advised_at_the_names() -> None:
    report = run("STR006", filing(f"{QUALITY} | 保障基金合理使用 | ", f"{SOCIAL} | 基金合理使用 | "))
    assert [(one.severity, one.primary.path) for one in report.findings] == [("info", "indicators[1].name")]
    assert said("STR006", filing(f"{QUALITY} | 提高参保率 | ", f"{SOCIAL} | 参保率 | ")) == []


def test_paying_back_a_loan_is_the_work_itself() -> None:
    rows = (f"{QUANTITY} | 还本付息资金到位率 | =100(%)", f"{TIME} | 付息资金拨付及时性 | 及时", FULL[3])
    assert "warning" not in said("STR002", filing(*rows))
    rows = (f"{QUANTITY} | 项目资金到位率 | =100(%)", f"{TIME} | 资金拨付及时性 | 及时", FULL[3])
    assert "warning" in said("STR002", filing(*rows))
