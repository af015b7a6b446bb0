"""VAL002: a number without a unit, or one unit in two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking import Emission, Hit, Ledger, Ref, rule
from drafter.checking.bare_rates import bare_rates
from drafter.checking.lost import unread_targets
from drafter.checking.words import any_of, is_unit_price, unit_in_name
from drafter.language import lookup
from drafter.language.patterns import lazy

_UNITLESS = lazy(any_of("unitless") + "$")
# 万台特种设备死亡率, 每十万人口发病率: the base stands in the name, the value is a bare number by custom.
_BASE_IN_NAME = r"^每?[百千万十亿]+(?![分之])[^率]{1,12}率$"
_KINDS = ("money", "percent", "duration", "measure")
_MONEY = ("元", "万元", "千元", "百元")


@rule(
    "VAL002",
    "missing-unit",
    title_en="A value without a unit, or one unit in two spellings",
    severity="warning",
    status="stable",
    needs=("indicators",),
    message=(
        "“{indicator}”的指标值 {value} 没有计量单位，请补上（如 人、件、%、元）",
        "the value {value} of “{indicator}” has no unit",
    ),
    variants={
        "goal": (
            "目标写“{words}”，没有“%”，而指标“{indicator}”的值是 {value}；请补上“%”",
            "the goal says “{words}” without a percent sign, and “{indicator}” is {value}: add the sign",
        ),
        "zero": (
            "“{indicator}”的指标值 {value} 没有计量单位；0 不致误解，仍宜补上",
            "the value {value} of “{indicator}” has no unit; a zero is understood, but the unit belongs there",
        ),
        "price": (
            "同是单价，“{indicator}”的单位是“{unit}”，“{other}”是“{other_unit}”；宜统一写成“{other_unit}”这样的单位",
            "unit prices in two forms: “{indicator}” in “{unit}”, “{other}” in “{other_unit}”; keep to the latter",
        ),
        "spelling": (
            "同一单位有两种写法：“{unit}”和“{other_unit}”，宜统一",
            "one unit in two spellings: “{unit}” and “{other_unit}”",
        ),
    },
)
def missing_unit(ledger: Ledger) -> Iterator[Emission]:
    """计量单位缺失或写法不一

    ## 检查什么
    填了数字却没有计量单位，名称末尾也没有用括号注明单位的，提示补上；得分、指数、排名等本来没有单位的不提示，填 0 的
    只作建议。同一份表里单价有的写“元”、有的写“元/件”，或同一单位两种写法（平方米、㎡）的，建议统一。“人”“名”
    “位”随名词而用，不算两种写法。目标里“……率”“满意度”“比例”后面的数没有“%”，而同一个率的指标值是百分数的，提示补上。

    ## 为什么
    没有单位的数字无法核对：“6000”是人数、户数还是金额，只能猜。

    ## 依据
    绩效指标应清晰、可衡量，计量单位是指标值的组成部分（财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 巡查服务点, target: "【=22】"}
    ```
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 信件寄送单价, target: "【=14.00(元)】"}
      - {level1: 成本指标, level2: 经济成本指标, name: 包裹寄送单价, target: "=20.00(元/件)"}
    ```

    ```yaml
    annual_goal: 年内印制宣传册7000份，验收合格率达到100%，居民满意度达到【90】以上。
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 巡查服务点, target: "=22(个)"}
      - {level1: 产出指标, level2: 时效指标, name: 补贴到位率（%）, target: "100"}
      - {level1: 效益指标, level2: 社会效益指标, name: 第三方考核得分, target: "≥90"}
      - {level1: 效益指标, level2: 社会效益指标, name: 万台电梯死亡率, target: "≤0.1"}
    ```
    """
    yield from unread_targets(ledger)
    rows = ledger.filing.indicators
    for position, (row, quantity) in enumerate(zip(rows, ledger.quantities, strict=True)):
        if quantity is None or quantity.unit or row.target is None:
            continue
        if unit_in_name(row.name) or _UNITLESS.search(row.name.strip()) or re.search(_BASE_IN_NAME, row.name):
            continue
        zero = quantity.single == 0
        yield Hit(
            Ref(f"indicators[{position}].target"),
            (Ref(f"indicators[{position}].name"),),
            arguments={"indicator": row.name, "value": row.target.raw},
            variant="zero" if zero else "",
            severity="info" if zero else None,
        )
    yield from _prices(ledger)
    yield from _spellings(ledger)
    yield from _in_goals(ledger)


def _in_goals(ledger: Ledger) -> Iterator[Hit]:
    """Rates of a goal whose % was lost."""
    for path in ("annual_goal", "overall_goal"):
        for found in bare_rates(ledger, path):
            row = ledger.filing.indicators[found.indicator]
            yield Hit(
                Ref(path, (found.start, found.end)),
                (Ref(f"indicators[{found.indicator}].target"),),
                arguments={
                    "words": found.words,
                    "indicator": row.name,
                    "value": row.target.raw if row.target is not None else "",
                },
                variant="goal",
                group=None,
            )


def _prices(ledger: Ledger) -> Iterator[Hit]:
    """Unit prices in 元 beside unit prices in 元/件."""
    rows = ledger.filing.indicators
    units = {
        position: quantity.unit
        for position, (row, quantity) in enumerate(zip(rows, ledger.quantities, strict=True))
        if quantity is not None and quantity.unit and is_unit_price(row.name)
    }
    full = next((position for position, unit in units.items() if "/" in unit and "元" in unit), None)
    if full is None:
        return
    for position, unit in units.items():
        if unit in _MONEY:
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{full}].target"),),
                arguments={
                    "indicator": rows[position].name,
                    "unit": unit,
                    "other": rows[full].name,
                    "other_unit": units[full],
                },
                variant="price",
                severity="info",
            )


def _spellings(ledger: Ledger) -> Iterator[Hit]:
    """One unit printed in two ways, classifiers left aside: 2 名 and 3 人 are both right."""
    first: dict[tuple[str, str], tuple[int, str]] = {}
    for position, quantity in enumerate(ledger.quantities):
        known = lookup(quantity.unit) if quantity is not None else None
        if quantity is None or quantity.unit is None or known is None or known.kind not in _KINDS:
            continue
        key = (known.dimension, str(known.factor))
        at, spelling = first.setdefault(key, (position, quantity.unit))
        if _spelt(spelling) != _spelt(quantity.unit):
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref(f"indicators[{at}].target"),),
                arguments={"unit": quantity.unit, "other_unit": spelling},
                variant="spelling",
                severity="info",
                group=None,
            )
            return


def _spelt(unit: str) -> str:
    return unit.replace("％", "%").replace("﹪", "%")
