"""POL005: a cost target is above the budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.lines import line_interval
from drafter.checking.quantities import TargetQuantity
from drafter.checking.show import equation, middle, money
from drafter.checking.words import any_of, is_unit_price
from drafter.language import Interval, lookup
from drafter.language.patterns import lazy

_TOTAL = lazy(any_of("total-cost"))
_NO_COST = lazy(any_of("no-cost"))
_YEARLY = lazy(r"(?:本年度?|当年|年度)(?!平均|每|人均|单位)")


@rule(
    "POL005",
    "cost-above-budget",
    title_en="A cost target above the budget",
    severity="error",
    status="stable",
    needs=("indicators", "annual_total"),
    explained_by=("ARI003",),
    message=(
        "成本指标“{indicator}”的取值 {value} 即 {amount} 元，超过{budget_name} {budget} 元，多 {excess} 元；"
        "应不高于预算",
        "cost “{indicator}” is set to {value} = {amount} yuan, above the budget of {budget} by {excess}",
    ),
)
def cost_above_budget(ledger: Ledger) -> Iterator[Emission]:
    """成本目标超过预算

    ## 检查什么
    成本指标中以元计的取值，单独一项（或一台、一人的单价）就超过年度资金总额（跨年项目为项目资金总额，名称写明“年度”“当年”的除外）。等于预算的上限是通常写法。以万元填写
    的按印出的小数位比较。单价与数量的乘积见 ARI003。

    ## 为什么
    成本目标高于批复的钱，等于事先允许超支；多为改了预算而没有改指标，或元、万元混用。

    ## 依据
    绩效目标要与预算资金量相应匹配（财预〔2015〕88号）；成本指标不得超过预算和支出标准（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制总成本, target: "【≤15000(元)】"}
    ```

    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制单价, target: "【=2.00(万元/份)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制总成本, target: "≤14000(元)"}
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制单价, target: "=2.00(元/份)"}
      - {level1: 成本指标, level2: 经济成本指标, name: 印制总成本, target: "≤1.40(万元)"}
    ```
    """
    judged = False
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or ledger.kinds[position] != "cost":
            continue
        if quantity.dimension != "money" and not _one_of_many(quantity):
            continue
        if quantity.comparator == "~" or row.target is None or _NO_COST.search(row.name):
            continue
        judged = True
        asked = quantity.interval
        name, path, budget = _budget(ledger, of_year=_YEARLY.match(row.name) is not None)
        refs = (Ref(f"indicators[{position}].target"), (Ref(path),))
        if not budget.before(asked):
            if _TOTAL.search(row.name) and not is_unit_price(row.name) and asked.meets(budget):
                yield Agrees(*refs, equation(money(middle(asked)), money(middle(budget)), True))
            continue
        cost, total = middle(asked), middle(budget)
        yield Hit(
            *refs,
            arguments={
                "indicator": row.name,
                "value": row.target.raw,
                "amount": cost,
                "budget_name": name,
                "budget": total,
                "excess": cost - total,
            },
            arithmetic=f"{money(cost)} > {money(total)}",
            group=None,
            reconcile=True,
        )
    if not judged:
        yield NotApplicable()


def _one_of_many(quantity: TargetQuantity) -> bool:
    """A price per thing or person, of which there is at least one; of a kilometre there may be less."""
    per = quantity.unit.partition("/")[2].partition("·")[0] if quantity.unit else ""
    known = lookup(per) if per and quantity.dimension.startswith("money") else None
    return known is not None and known.dimension.startswith(("count", "person")) and known.factor == 1


def _budget(ledger: Ledger, *, of_year: bool) -> tuple[str, str, Interval]:
    """The larger of annual and project total: a total cost may be that of all years, unless its name says 年度."""
    funding = ledger.filing.funding
    annual, project = funding.annual_total or Decimal(0), funding.project_total
    if project is not None and project > annual and not (of_year and annual):
        return "项目资金总额", "funding.project_total", line_interval(ledger.filing, "funding.project_total", project)
    return "年度资金总额", "funding.annual_total", line_interval(ledger.filing, "funding.annual_total", annual)
