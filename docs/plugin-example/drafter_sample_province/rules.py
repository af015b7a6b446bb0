"""The province's two rules. Each docstring is the rule's page; its examples are executed by `run_page`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, rule

PROFILE = "sample-2026"
LEAST_SATISFACTION = Decimal(85)


@rule(
    "SLS001",
    "missing-weight",
    title_en="An indicator without a weight",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”没有填权重；示例省的表式要求每个指标都有权重",
        "“{indicator}” has no weight; the form of 示例省 asks for one on every indicator",
    ),
)
def missing_weight(ledger: Ledger) -> Iterator[Emission]:
    """指标没有权重

    ## 检查什么
    示例省表式的每个指标都要填权重。其他表式不检查。

    ## 为什么
    评价时按权重计分，没有权重的指标不得分。

    ## 依据
    示例省项目支出绩效目标申报表填报说明（虚构）。

    ## 错误示例
    ```yaml
    profile: sample-2026
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【宣传册印制数量】, target: "=7000(份)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)", weight: "40"}
    ```

    ## 正确示例
    ```yaml
    profile: sample-2026
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)", weight: "60"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)", weight: "40"}
    ```
    ```yaml
    profile: shanghai-2026
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
    ```
    """
    if ledger.profile.id != PROFILE:
        yield NotApplicable()
        return
    for position, row in enumerate(ledger.filing.indicators):
        if row.weight is None:
            yield Hit(Ref(f"indicators[{position}].name"), arguments={"indicator": row.name})


@rule(
    "SLS002",
    "satisfaction-too-low",
    title_en="Satisfaction below what the province asks",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”的目标值 {value} 低于示例省要求的 {least}%",
        "the target {value} of “{indicator}” is below the {least}% that 示例省 asks for",
    ),
)
def satisfaction_too_low(ledger: Ledger) -> Iterator[Emission]:
    """满意度目标低于省级要求

    ## 检查什么
    示例省要求满意度指标不低于 85%。写成文字或没有写百分号的不判断。其他表式不检查。

    ## 为什么
    目标定得过低，完成了也说明不了服务好坏。

    ## 依据
    示例省项目支出绩效目标申报表填报说明（虚构）。

    ## 错误示例
    ```yaml
    profile: sample-2026
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "【≥80(%)】", weight: "100"}
    ```

    ## 正确示例
    ```yaml
    profile: sample-2026
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥85(%)", weight: "100"}
    ```
    """
    if ledger.profile.id != PROFILE:
        yield NotApplicable()
        return
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if ledger.kinds[position] != "satisfaction" or quantity is None or quantity.unit != "%" or row.target is None:
            continue
        place = Ref(f"indicators[{position}].target")
        if Decimal(quantity.digits) >= LEAST_SATISFACTION:
            yield Agrees(place)
            continue
        yield Hit(
            place,
            arguments={"indicator": row.name, "value": row.target.raw, "least": str(LEAST_SATISFACTION)},
            suggestion=(place.path, f"≥{LEAST_SATISFACTION}%"),
        )
