"""The boundaries of the rules about policy."""

from __future__ import annotations

import pytest

from tests.checking.rows import filing, run, said

QUANTITY, QUALITY, TIME = "产出指标 | 数量指标", "产出指标 | 质量指标", "产出指标 | 时效指标"
SOCIAL, COST = "效益指标 | 社会效益指标", "成本指标 | 经济成本指标"


@pytest.mark.parametrize(
    ("labels", "name", "expected"),
    [
        (QUANTITY, "预算执行率", ["warning"]),
        (COST, "项目资金执行率", ["warning"]),
        (TIME, "财政资金到位及时率", ["warning"]),
        (TIME, "补助资金发放及时率", []),
        (TIME, "中央补助资金执行率", ["warning"]),
        (TIME, "救助费用按时发放率", []),
        ("投入与管理 | 投入管理", "预算执行率", []),
        (QUANTITY, "培训计划执行率", []),
    ],
)
def test_spending_the_budget_is_no_output(labels: str, name: str, expected: list[str]) -> None:
    assert said("POL001", filing(f"{labels} | {name} | ≥95%")) == expected


def test_before_the_guide_execution_is_advice() -> None:
    assert said("POL001", filing(f"{QUANTITY} | 预算执行率 | ≥95%", year=2020)) == ["info"]


@pytest.mark.parametrize(
    ("labels", "name", "found"),
    [
        (QUALITY, "预算编制规范性", True),
        (SOCIAL, "绩效目标的合理性", True),
        (QUALITY, "项目管理制度健全性", True),
        (QUALITY, "资金使用合规性", True),
        (QUALITY, "档案管理的规范性", False),
        ("效益指标 | 可持续影响指标", "管理制度健全性", False),
        ("投入与管理 | 财务管理", "财务管理制度健全性", False),
    ],
)
def test_management_is_no_output(labels: str, name: str, found: bool) -> None:
    assert bool(said("POL002", filing(f"{labels} | {name} | 规范"))) is found


def test_management_may_be_the_work_itself() -> None:
    row = f"{QUALITY} | 政府采购规范性 | 规范"
    assert said("POL002", filing(row, project_name="政府采购监督检查")) == []
    assert said("POL002", filing(row, project_name="图书采购")) == []
    assert said("POL002", filing(row, project_name="便民服务")) == ["warning"]


@pytest.mark.parametrize(
    ("project", "works"),
    [
        ("城市道路大修工程", True),
        ("医疗设备采购", True),
        ("政务平台开发", True),
        ("资金监管系统（2026年升级改造）", True),
        ("干部队伍建设", False),
        ("惠民工程补贴", False),
        ("业务信息系统运行维护", False),
        ("老旧小区改造奖补", False),
        ("数字政府建设规划研究", False),
    ],
)
def test_works_need_quality_and_cost(project: str, works: bool) -> None:
    report = run("POL003", filing(f"{QUANTITY} | 完成数量 | =3个", f"{SOCIAL} | 知晓率 | ≥80%", project_name=project))
    assert len(report.findings) == (2 if works else 0)
    assert report.outcomes["POL003"] == ("finding" if works else "not_applicable")


def test_forms_without_cost_are_not_asked_for_it() -> None:
    rows = (f"{QUANTITY} | 长度 | =3米", f"{QUALITY} | 验收合格率 | =100%", f"{SOCIAL} | 知晓率 | ≥80%")
    assert said("POL003", filing(*rows, project_name="道路大修工程", profile="shanghai-2023", year=2023)) == []
    assert said("POL003", filing(*rows, project_name="道路大修工程")) == ["warning"]


def test_costs_are_amounts_from_2025_on_in_shanghai() -> None:
    worded, rate = f"{COST} | 成本控制有效性 | 有效", f"{COST} | 项目资金执行率 | ≥95%"
    assert said("POL004", filing(worded, profile="shanghai-2026")) == ["info"]
    assert said("POL004", filing(rate, profile="shanghai-2026")) == ["info"]
    assert said("POL004", filing(worded, f"{COST} | 单价 | ≤3元/份", profile="shanghai-2026")) == []
    assert run("POL004", filing(worded, year=2023)).outcomes["POL004"] == "not_applicable"


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("项目总成本", "≤100000元", []),
        ("项目总成本", "≤100000.01元", ["error"]),
        ("项目总成本", "≤10.00万元", []),
        ("项目总成本", "≤10.01万元", ["error"]),
        ("项目总成本", "≤10万元", []),
        ("项目总成本", "≤10(亿元)", ["error"]),
        ("节约成本", "≥200000元", []),
        ("全周期成本", "≤200000元", []),
        ("设备单价", "≤200000元", ["error"]),
        ("设备单价", "≤200000元/台", ["error"]),
        ("道路造价", "≤200000元/公里", []),
    ],
)
def test_a_cost_may_reach_the_budget_and_not_pass_it(name: str, target: str, expected: list[str]) -> None:
    assert said("POL005", filing(f"{COST} | {name} | {target}")) == expected


def test_several_years_are_compared_with_the_project_total() -> None:
    funding = {"annual_total": "100000", "project_total": "300000"}
    assert said("POL005", filing(f"{COST} | 项目总成本 | ≤300000元", funding=funding)) == []
    assert said("POL005", filing(f"{COST} | 项目总成本 | ≤300001元", funding=funding)) == ["error"]


def test_a_total_that_fits_the_budget_is_confirmed_in_the_reconciliation() -> None:
    report = run("POL005", filing(f"{COST} | 项目总成本 | ≤100000元"))
    assert [row.status for row in report.reconciliation if "indicators[0]" in row.primary.path] == ["agrees"]


@pytest.mark.parametrize(
    ("weights", "outcome"),
    [
        (("50", "30", "20"), "clean"),
        (("50", "30", "10"), "clean"),
        (("50", "30", "15"), "finding"),
        (("33.3", "33.3", "33.3"), "clean"),
        (("0.5", "0.3", "0.2"), "clean"),
        (("50", "30", ""), "insufficient"),
        (("60", "60", ""), "finding"),
        (("", "", ""), "not_applicable"),
    ],
)
def test_weights_add_up(weights: tuple[str, str, str], outcome: str) -> None:
    labels = (QUANTITY, QUALITY, SOCIAL)
    rows = [
        f"{label} | 第{at}项 | =3个" + (f" | {weight}" if weight else "")
        for at, (label, weight) in enumerate(zip(labels, weights, strict=True))
    ]
    assert run("POL006", filing(*rows)).outcomes["POL006"] == outcome


def test_output_and_benefit_weigh_most() -> None:
    rows = (f"{QUANTITY} | 点 | =3个 | 30", f"{SOCIAL} | 率 | =3% | 20", f"{COST} | 总成本 | ≤3元 | 50")
    assert said("POL006", filing(*rows)) == ["info"]
