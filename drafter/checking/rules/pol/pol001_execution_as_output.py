"""POL001: spending the budget is set as an output or a benefit."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words import is_budget_execution

FIRST_YEAR = 2021
"""From the year of 财预〔2021〕101号 on this is a likely defect; before, older guides listed such indicators."""


@rule(
    "POL001",
    "execution-as-output",
    title_en="Budget execution set as a cost, an output or a benefit",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”是预算执行或资金拨付情况，不是项目的{category}；应填项目做了什么、花费多少、达到什么效果",
        "“{indicator}” is about spending the budget, not about what the project delivers or costs ({category})",
    ),
)
def execution_as_output(ledger: Ledger) -> Iterator[Emission]:
    """预算执行、资金拨付作成本、产出或效益指标

    ## 检查什么
    成本、产出、效益类指标中出现“预算执行率”“资金到位率”“资金拨付及时性”等。向服务对象发放补助、救助、报销款的及
    时率、足额率是真正的产出，不提示；旧表“投入与管理”类中的同名指标也不提示。

    ## 为什么
    预算执行率在自评时另有 10 分单独考核；拿它作产出，等于没有说明钱办了什么事。

    ## 依据
    绩效指标反映产出和效果，预算执行情况在自评时另行填列（财预〔2020〕10号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【预算资金执行率】, target: "≥95(%)"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 【资金拨付及时性】, target: 及时}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 档案整理数量, target: "=5000(卷)"}
      - {level1: 产出指标, level2: 时效指标, name: 救助费用按时发放率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 补助资金发放及时率, target: "=100(%)"}
    ```
    """
    year = ledger.filing.year
    severity = "info" if year is not None and year < FIRST_YEAR else None
    for position, (row, kind) in enumerate(zip(ledger.filing.indicators, ledger.kinds, strict=True)):
        if kind not in ("output", "benefit", "cost") or not is_budget_execution(row.name):
            continue
        yield Hit(
            Ref(f"indicators[{position}].name"),
            arguments={"indicator": row.name, "category": row.level1 or "产出"},
            severity=severity,
        )
