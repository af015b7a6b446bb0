"""VAL006: the comparator points the wrong way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.words import is_beneficial, is_budget_execution, is_harmful, is_satisfaction

_FULL = Decimal(100)


@rule(
    "VAL006",
    "comparator-direction",
    title_en="The comparator points the wrong way",
    severity="warning",
    status="stable",
    needs=("indicators",),
    explained_by=("MAT001",),
    message=(
        "“{indicator}”越高越好，指标值 {value} 却写成上限",
        "“{indicator}” is better when higher, but {value} sets an upper bound",
    ),
    variants={
        "harmful": (
            "“{indicator}”越低越好，指标值 {value} 却写成下限",
            "“{indicator}” is better when lower, but {value} sets a lower bound",
        ),
        "cost": (
            "成本指标“{indicator}”应是上限，指标值 {value} 却写成下限",
            "cost indicator “{indicator}” should be a ceiling, but {value} sets a lower bound",
        ),
        "equal": (
            "“{indicator}”用等号定为 {value}，高于此值也算未达成；宜写成“≥”",
            "“{indicator}” is fixed at {value}, so that exceeding it would miss it; “≥” is usual",
        ),
    },
)
def comparator_direction(ledger: Ledger) -> Iterator[Emission]:
    """比较符方向不当

    ## 检查什么
    满意度、知晓率、合格率等越高越好的指标不应写成“≤”“<”；投诉率、故障率、流失率等越低越好的不应写成“≥”“>”；
    成本上限不应写成“≥”。满意度、执行率用“=”且低于 100% 的，建议改为“≥”。

    ## 为什么
    方向写反，做得越差反而“达标”，自评分数就失去意义。

    ## 依据
    绩效指标要合理可行、便于评价（财预〔2015〕88号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "【≤90(%)】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 质量指标, name: 系统故障率, target: "【≥5(%)】"}
    ```
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "【=95(%)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 有责投诉处置率, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 有责投诉率, target: "=0(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 人员流失率, target: "≤20(%)"}
    ```
    """
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or row.target is None:
            continue
        variant = _defect(row.name, ledger.kinds[position], quantity.comparator, quantity.digits, quantity.dimension)
        if variant is not None:
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"indicator": row.name, "value": row.target.raw},
                variant=variant,
                severity="info" if variant == "equal" else None,
            )


def _defect(name: str, kind: str, comparator: str, digits: str, dimension: str) -> str | None:
    if comparator in ("<=", "<") and is_beneficial(name):
        return ""
    if comparator in (">=", ">") and is_harmful(name):
        return "harmful"
    if comparator in (">=", ">") and kind == "cost" and dimension.startswith("money"):
        return "cost"
    if comparator == "=" and dimension == "percent" and Decimal(digits) < _FULL:
        return "equal" if is_satisfaction(name) or is_budget_execution(name) else None
    return None
