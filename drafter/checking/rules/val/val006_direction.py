"""VAL006: the comparator points the wrong way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.lost import unread_targets
from drafter.checking.quantities import TargetQuantity
from drafter.checking.words import (
    any_of,
    is_beneficial,
    is_budget_execution,
    is_harmful,
    is_lasting,
    is_satisfaction,
    is_wait,
    mentions_harm,
)
from drafter.language.patterns import lazy

_FULL = Decimal(100)
# 节约成本 ≥5万元 is a benefit; a subsidy paid to people is a floor, not a ceiling.
# 死亡抚恤人数 and 事故隐患 are no disasters: the name ends with one, and with how many.
_DISASTER = lazy(
    r"(?:事故|泄密|脱管|漏管|伤亡|死亡|溺水|火灾)(?:事[故件]|发生|案件|人员)*(?:[起次件例人]?次?数量?|[率量])?$"
)
_SAVED = lazy(r"节约|节省|降低|减少|结余|压减|下降|缩减|收入|收益|回收")
_BENEFICIARY = lazy(any_of("beneficiary"))
# 会议次数 ≤10 and 能耗 ≤ are caps on purpose.
_CAPPED = lazy(r"会议|出国|出境|公务|接待|用车|耗|用水|用电|用气|用油|用纸|排放|编制|误|限|超|占|负")


@rule(
    "VAL006",
    "comparator-direction",
    title_en="The comparator points the wrong way",
    severity="warning",
    status="stable",
    needs=("indicators",),
    explained_by=("MAT001",),
    message=(
        "“{indicator}”越高越好，指标值 {value} 却写成上限；宜写成“≥”",
        "“{indicator}” is better when higher, but {value} sets an upper bound; “≥” is usual",
    ),
    variants={
        "harmful": (
            "“{indicator}”越低越好，指标值 {value} 却写成下限；宜写成“≤”",
            "“{indicator}” is better when lower, but {value} sets a lower bound; “≤” is usual",
        ),
        "planned": (
            "“{indicator}”的指标值写成 {value}，等于计划要发生；没有就写 0，有上限就写成“≤”",
            "{value} of “{indicator}” plans that it happens: write 0, or a ceiling with “≤”",
        ),
        "cost": (
            "成本指标“{indicator}”应是上限，指标值 {value} 却写成下限；宜写成“≤”",
            "cost indicator “{indicator}” should be a ceiling, but {value} sets a lower bound; “≤” is usual",
        ),
        "wait": (
            "“{indicator}”越短越好，指标值 {value} 却写成下限；宜写成“≤”",
            "“{indicator}” is better when shorter, but {value} sets a lower bound; “≤” is usual",
        ),
        "capped": (
            "“{indicator}”是要做到的数量，指标值 {value} 写成上限，做得越少越“达标”；如非有意控制，宜写成“=”或“≥”",
            "“{indicator}” is an amount to deliver, but {value} caps it; write “=” or “≥” unless the cap is meant",
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
    满意度、知晓率、合格率、质保年限等越高越好的指标不应写成“≤”“<”；投诉率、故障率、流失率等越低越好的不应写成
    “≥”“>”；响应、办理等时限不应写成“≥”；成本上限不应写成“≥”（节约额、补助标准除外）。产出、受益数量写成
    “≤”的、满意度和执行率用“=”且低于 100% 的，只作建议。事故、泄密、脱管一类写成“=1起”的，等于计划要发生，也提示。

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

    ```yaml
    indicators:
      - {level1: 产出指标, level2: 时效指标, name: 故障响应时间, target: "【≥30分钟】"}
    ```
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制总成本, target: "【≥14000(元)】"}
    ```
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "【≤7000(份)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 有责投诉处置率, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 有责投诉率, target: "=0(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 人员流失率, target: "≤20(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 设备质保期限, target: "≥3年"}
      - {level1: 成本指标, level2: 经济成本指标, name: 采购节约成本, target: "≥5(万元)"}
      - {level1: 成本指标, level2: 经济成本指标, name: 临时救助补助标准, target: "≥1500(元/人)"}
      - {level1: 产出指标, level2: 数量指标, name: 线下会议次数, target: "≤10(次)"}
    ```
    """
    yield from unread_targets(ledger)
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or row.target is None:
            continue
        variant = _defect(row.name, ledger.kinds[position], quantity)
        if variant is not None:
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{position}].name"),),
                arguments={"indicator": row.name, "value": row.target.raw},
                variant=variant,
                severity="info" if variant in ("equal", "capped") else None,
            )


def _defect(name: str, kind: str, quantity: TargetQuantity) -> str | None:
    ceiling, floor = quantity.comparator in ("<=", "<"), quantity.comparator in (">=", ">")
    if ceiling and (is_beneficial(name) or is_lasting(name)):
        return ""
    if ceiling and kind in ("output", "benefit") and _amount(quantity) and not _may_be_capped(name):
        return "capped"
    if floor and is_harmful(name):
        return "harmful"
    if quantity.comparator == "=" and quantity.interval.low > 0 and _amount(quantity) and _DISASTER.search(name):
        return "planned" if is_harmful(name) else None
    if floor and quantity.dimension.startswith("duration") and is_wait(name):
        return "wait"
    if floor and kind == "cost" and quantity.dimension.startswith("money") and not _is_floor(name):
        return "cost"
    if quantity.comparator == "=" and quantity.dimension == "percent" and Decimal(quantity.digits) < _FULL:
        return "equal" if is_satisfaction(name) or is_budget_execution(name) else None
    return None


def _amount(quantity: TargetQuantity) -> bool:
    return quantity.dimension.startswith(("count", "area", "length", "mass", "volume"))


def _may_be_capped(name: str) -> bool:
    return mentions_harm(name) or bool(_CAPPED.search(name))


def _is_floor(name: str) -> bool:
    # 救助金额 may be a floor; 救助总成本 is what is spent.
    return bool(_SAVED.search(name)) or (not name.endswith("成本") and bool(_BENEFICIARY.search(name)))
