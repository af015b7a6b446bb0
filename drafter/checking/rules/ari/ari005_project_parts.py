"""ARI005: the parts of the project's money do not add up to its total."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.funding import (
    PROJECT_PARTS,
    amount,
    funding_interval,
    funding_value,
    parts_interval,
    unread_money,
)
from drafter.checking.lines import agree
from drafter.checking.show import equation, money


@rule(
    "ARI005",
    "project-parts",
    title_en="The parts of the project's money do not add up",
    severity="error",
    status="stable",
    message=(
        "项目资金总额 {project_total}，而财政资金 {fiscal_total}、其他资金 {project_other} "
        "合计 {total}，相差 {difference}",
        "the project total is {project_total}, but fiscal money {fiscal_total} and other money {project_other} "
        "add up to {total}: off by {difference}",
    ),
)
def project_parts(ledger: Ledger) -> Iterator[Emission]:
    """项目资金构成不平

    ## 检查什么
    项目资金总额与财政资金都已填写的，总额必须等于财政资金与（项目栏的）其他资金之和，其他资金空白按零计算。
    任何一项未填的表不适用：左栏整栏空白是常见填法，不算错。

    ## 为什么
    总额与构成不平，项目总投入就有两个说法。

    ## 依据
    申报表填报口径；绩效目标要与预算资金量相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    funding: {project_total: "【15000.00】", fiscal_total: "14000.00", project_other: "0.00", annual_total: "14000.00"}
    ```
    年度总额与项目总额一致时，错的是其中一项：
    ```yaml
    funding: {project_total: "14000", fiscal_total: "【12000】", project_other: "1000", annual_total: "14000"}
    ```

    ## 正确示例
    ```yaml
    funding: {project_total: "14000.00", fiscal_total: "13000.00", project_other: "1000.00", annual_total: "14000.00"}
    ```
    左栏空白：
    ```yaml
    funding: {annual_total: "14000.00", current_appropriation: "14000.00"}
    ```
    """
    filing = ledger.filing
    whole = funding_value(filing, "project_total")
    fiscal = funding_value(filing, "fiscal_total")
    if whole is None or fiscal is None:
        yield NotApplicable()
        return
    other, beside = funding_value(filing, "project_other"), amount(filing, "project_other")
    total = fiscal + beside
    agrees = agree(parts_interval(filing, PROJECT_PARTS), funding_interval(filing, "project_total"))
    shown = money(fiscal) if other is None else f"{money(fiscal)} + {money(other)} = {money(total)}"
    arithmetic = equation(shown, money(whole), agrees)
    refs = tuple(Ref(f"funding.{name}") for name in PROJECT_PARTS if funding_value(filing, name) is not None)
    if agrees:
        yield Agrees(Ref("funding.project_total"), refs, arithmetic)
        return
    if (unread := unread_money(filing, PROJECT_PARTS)) is not None:
        yield unread
        return
    odd, value = "project_total", total
    if whole == funding_value(filing, "annual_total") and whole >= beside:
        odd, value = "fiscal_total", whole - beside
    yield Hit(
        Ref(f"funding.{odd}"),
        tuple(ref for ref in (Ref("funding.project_total"), *refs) if ref.path != f"funding.{odd}"),
        arguments={
            "project_total": whole, "fiscal_total": fiscal, "project_other": beside, "total": total,
            "difference": abs(whole - total),
        },
        arithmetic=arithmetic,
        suggestion=(f"funding.{odd}", format(value, "f")),
        group=None,
        reconcile=True,
    )  # fmt: skip
