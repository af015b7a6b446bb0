"""POL004: no cost indicator carries a number, where the form's year asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Emission, Hit, Lacking, Ledger, NotApplicable, Ref, rule
from drafter.checking.words import is_budget_execution

FIRST_YEAR = 2025
"""The year of the Shanghai guide (announced 2025-01-02); the 2024 form shares its profile."""


@rule(
    "POL004",
    "cost-not-quantified",
    title_en="Cost indicators without a number",
    severity="info",
    status="stable",
    needs=("indicators", "year"),
    explained_by=("STR001",),
    message=(
        "{count} 项成本指标都没有金额（如“{indicator}”填“{value}”）；应写总成本、单位成本或分项成本，如“≤…元”",
        "none of the {count} cost indicators states an amount (“{value}” for “{indicator}”): give a total, a unit "
        "or an item cost",
    ),
    variants={
        "single": (
            "成本指标“{indicator}”填的是“{value}”，没有金额；应写总成本、单位成本或分项成本，如“≤…元”",
            "the cost indicator “{indicator}” says “{value}” and no amount: give a total, a unit or an item cost",
        ),
        "absent": (
            "没有成本指标；上海市 {year} 年起各项目原则上都要设置并量化成本指标",
            "no cost indicator; Shanghai asks every project for quantified costs from {year} on",
        ),
    },
)
def cost_not_quantified(ledger: Ledger) -> Iterator[Emission]:
    """成本指标未量化（上海 2025 年起）

    ## 检查什么
    上海 2025 年起的表，成本指标中至少有一项是数值（总成本、单位成本、分项成本）。全是“有效”“稳步提升”等文字，或只
    填了预算执行率的，建议改为金额；一项成本指标也没有的作警告（表式已要求的由 STR001 提示）。

    ## 为什么
    成本预算绩效管理要求把花多少钱写进目标，“成本控制有效”无法与预算对照。

    ## 依据
    上海市市级部门项目支出核心绩效目标和指标设置及取值指引（试行）：经济成本分为总成本、单位成本、分项成本。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 成本控制有效性, target: 【有效】}
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制单价, target: "≤2.00(元/份)"}
      - {level1: 成本指标, level2: 社会成本指标, name: 扰民投诉控制情况, target: 有效}
    ```
    ```yaml
    year: 2023
    profile: shanghai-2023
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
    ```
    """
    year = ledger.filing.year
    if not ledger.profile.cost_quantified or year is None or year < FIRST_YEAR:
        yield NotApplicable()
        return
    rows = ledger.filing.indicators
    costs = [position for position, kind in enumerate(ledger.kinds) if kind == "cost"]
    if not costs and (any(not row.certain for row in rows) or "other" in ledger.kinds):
        yield Lacking(
            "有的行看不出级别，无法断定有没有成本指标",
            "the level of some rows is not certain, so a cost indicator may be there",
            "indicators",
        )
    elif not costs:
        arguments = {"year": FIRST_YEAR}
        yield Hit(Ref("project_name"), arguments=arguments, variant="absent", severity="warning", group=None)
    worded = costs_in_words(ledger)
    if worded:
        first, *others = (Ref(f"indicators[{position}].target") for position in worded)
        target = rows[worded[0]].target
        arguments = {
            "count": len(costs),
            "indicator": rows[worded[0]].name,
            "value": target.raw if target is not None else "",
        }
        yield Hit(first, tuple(others), arguments=arguments, variant="single" if len(costs) == 1 else "", group=None)


def costs_in_words(ledger: Ledger) -> list[int]:
    """The cost rows that have a value, where the form asks for amounts and none of them is one."""
    year = ledger.filing.year
    if not ledger.profile.cost_quantified or year is None or year < FIRST_YEAR:
        return []
    costs = [position for position, kind in enumerate(ledger.kinds) if kind == "cost"]
    if any(_has_number(ledger, position) for position in costs):
        return []
    return [position for position in costs if ledger.filing.indicators[position].target is not None]


def _has_number(ledger: Ledger, position: int) -> bool:
    return ledger.quantities[position] is not None and not is_budget_execution(ledger.filing.indicators[position].name)
