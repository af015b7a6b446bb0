"""ARI006: the project's total contradicts the year's total."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.funding import funding_interval, funding_value, unread_money
from drafter.checking.lines import agree
from drafter.checking.show import money


@rule(
    "ARI006",
    "project-year-total",
    title_en="The project's total contradicts the year's total",
    severity="error",
    status="stable",
    explained_by=("ARI004", "ARI005", "ARI002", "ARI007"),
    message=(
        "项目资金总额 {project_total} 小于年度资金申请总额 {annual_total}，差 {difference}",
        "the project total {project_total} is less than the annual total {annual_total}, by {difference}",
    ),
    variants={
        "single": (
            "项目只在一个年度内实施，项目资金总额 {project_total} 却与年度资金申请总额 {annual_total} "
            "相差 {difference}",
            "the project lies within one year, but its total {project_total} differs from the annual total "
            "{annual_total} by {difference}",
        )
    },
)
def project_year_total(ledger: Ledger) -> Iterator[Emission]:
    """项目总额与年度额矛盾

    ## 检查什么
    项目资金总额不得小于年度资金申请总额。计划开始与完成日期在同一年的项目，两者应相等（不等为警告）；
    跨年项目的总额大于年度额是正常的。两者未同时填写的不适用。

    ## 为什么
    一年的钱不可能多于整个项目的钱；只做一年的项目，两个数应是同一个数。

    ## 依据
    绩效目标要与预算资金量相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    funding: {project_total: "【12000.00】", annual_total: "14000.00"}
    ```
    ```yaml
    funding: {project_total: "【20000.00】", annual_total: "14000.00"}
    ```

    ## 正确示例
    ```yaml
    funding: {project_total: "14000.00", annual_total: "14000.00"}
    ```
    跨年项目：
    ```yaml
    start_date: 2025-06-01
    end_date: 2027-12-31
    project_nature: 阶段性项目
    funding: {project_total: "60000.00", annual_total: "14000.00"}
    ```
    """
    filing = ledger.filing
    whole, annual = funding_value(filing, "project_total"), funding_value(filing, "annual_total")
    if whole is None or annual is None:
        yield NotApplicable()
        return
    project, year = funding_interval(filing, "project_total"), funding_interval(filing, "annual_total")
    places = Ref("funding.project_total"), (Ref("funding.annual_total"),)
    arguments = {"project_total": whole, "annual_total": annual, "difference": abs(whole - annual)}
    if agree(project, year):
        yield Agrees(*places, f"{money(whole)} = {money(annual)}")
    elif (unread := unread_money(filing, ())) is not None:
        yield unread
    elif project.before(year):
        yield Hit(
            *places,
            arguments=arguments,
            arithmetic=f"{money(whole)} < {money(annual)}",
            suggestion=("funding.project_total", format(annual, "f")),
            group=None,
            reconcile=True,
        )
    elif filing.start_date and filing.end_date and filing.start_date.year == filing.end_date.year:
        yield Hit(
            *places,
            arguments=arguments,
            arithmetic=f"{money(whole)} ≠ {money(annual)}",
            suggestion=("funding.project_total", format(annual, "f")),
            variant="single",
            severity="warning",
            group=None,
            reconcile=True,
        )
    else:
        yield Agrees(*places, f"{money(whole)} > {money(annual)}")
